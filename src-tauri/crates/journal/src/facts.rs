//! Fact notes: added, never replaced; every version sealed into one chain that can be verified.
//!
//! They are no entries: nothing here meets the time line, the search, a log or the practice.

use crate::moments::new_id;
use crate::views::{ChainState, FactKept, FactNote, Facts};
use crate::{Chance, Journal, JournalError};
use ::practice::chain::{self, Broken, Link, Why};
use model::{Changes, EntryId, FactDraft, FactVersion, FactWriting, Stamp};
use store::{FactLink, Tx};

/// Where the head of the chain is noted a second time, in another place of the file than the chain itself:
/// a page that is put back to an older state cannot take both along.
const HEAD: &str = "facts.head";

fn sealed(link: &FactLink, previous: [u8; 32]) -> [u8; 32] {
    chain::hash(&Link { seq: link.link, note: link.note, version: link.version, written: link.written, body: &link.body, previous })
}

/// The head as it is noted: how many links, and the last one's seal.
fn head_bytes(count: u64, seal: &[u8; 32]) -> Vec<u8> {
    let mut bytes = count.to_le_bytes().to_vec();
    bytes.extend_from_slice(seal);
    bytes
}

fn head_of(bytes: Option<&[u8]>) -> Option<(u64, [u8; 32])> {
    let bytes: &[u8; 40] = bytes?.try_into().ok()?;
    let (count, seal) = bytes.split_at(8);
    Some((u64::from_le_bytes(count.try_into().ok()?), seal.try_into().ok()?))
}

fn hex(seal: &[u8]) -> String {
    seal.iter().map(|b| format!("{b:02x}")).collect()
}

fn version(link: &FactLink) -> Result<FactVersion, JournalError> {
    let writing: FactWriting = serde_json::from_str(&link.body).map_err(|_| JournalError::Damaged("a fact note"))?;
    Ok(FactVersion { link: link.link, note: link.note, version: link.version, written: link.written, writing, seal: hex(&link.seal) })
}

/// Adds a version of a note to the chain, and notes the new head.
fn add(rows: &Tx<'_>, note: EntryId, body: String, now: Stamp) -> Result<FactLink, JournalError> {
    let all = rows.facts()?;
    let last = all.last();
    let before = all.iter().filter(|l| l.note == note).map(|l| l.version).max().unwrap_or(0);
    // A clock that was set back does not turn the chain round: a version is never older than the one before it.
    let written = last.map_or(now, |l| l.written.max(now));
    let mut link = FactLink { link: last.map_or(1, |l| l.link + 1), note, version: before + 1, written, body, seal: chain::START };
    link.seal = sealed(&link, last.map_or(chain::START, |l| l.seal));
    rows.add_fact(&link)?;
    rows.set_meta(HEAD, Some(&head_bytes(link.link, &link.seal)))?;
    Ok(link)
}

impl Journal {
    /// Keeps a fact note: a new one, or a further version of one. It is on the disk when this returns. The draft is let go.
    ///
    /// # Errors
    /// `Invalid`, `NotFound` for a note that is none, `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn keep_fact(&mut self, note: Option<EntryId>, writing: &FactWriting, chance: &mut dyn Chance) -> Result<FactKept, JournalError> {
        let writing = writing.clone().tidied();
        writing.check()?;
        let now = self.clock.now().stamp;
        let body = serde_json::to_string(&writing).map_err(|_| JournalError::Damaged("a fact note"))?;
        let fresh = new_id(now, chance);
        let (link, _, changes) = self.commit(&|act| {
            let id = match note {
                Some(id) if act.rows.facts()?.iter().any(|l| l.note == id) => id,
                Some(_) => return Err(JournalError::NotFound),
                None => fresh,
            };
            let link = add(act.rows, id, body.clone(), now)?;
            act.rows.drop_draft(crate::drafts::FACT)?;
            act.also(|c| c.facts = true);
            Ok(link)
        })?;
        Ok(FactKept { fact: version(&link)?, changes })
    }

    /// Every note with its versions, the one written last first; and whether the chain is whole.
    ///
    /// # Errors
    /// What the file says.
    pub fn facts(&self) -> Result<Facts, JournalError> {
        let links = self.store.facts()?;
        let mut notes: Vec<FactNote> = Vec::new();
        for link in &links {
            let version = version(link)?;
            match notes.iter_mut().find(|n| n.id == link.note) {
                Some(note) => note.versions.push(version),
                None => notes.push(FactNote { id: link.note, versions: vec![version] }),
            }
        }
        notes.sort_by_key(|n| std::cmp::Reverse(n.versions.last().map(|v| v.link)));
        Ok(Facts { notes, chain: self.verify_links(&links)?, draft: self.fact_draft()? })
    }

    /// Every version of every note, in the order of the chain.
    pub(crate) fn fact_versions(&self) -> Result<Vec<FactVersion>, JournalError> {
        self.store.facts()?.iter().map(version).collect()
    }

    /// Computes the chain again from its words.
    ///
    /// # Errors
    /// What the file says; a broken chain is an answer, not an error.
    pub fn verify_facts(&self) -> Result<ChainState, JournalError> {
        self.verify_links(&self.store.facts()?)
    }

    fn verify_links(&self, links: &[FactLink]) -> Result<ChainState, JournalError> {
        let mut previous = chain::START;
        let chained: Vec<Link<'_>> = links
            .iter()
            .map(|l| {
                let link = Link { seq: l.link, note: l.note, version: l.version, written: l.written, body: &l.body, previous };
                previous = l.seal;
                link
            })
            .collect();
        let head = head_of(self.store.meta(HEAD)?.as_deref()).unwrap_or((0, chain::START));
        let found = chain::verify(&chained, Some(head)).and_then(|whole| {
            // Each seal stands beside its link, and the head is the newest link: one that is older lags behind the chain.
            let unsealed = links.iter().zip(&chained).find(|(l, link)| l.seal != chain::hash(link)).map(|(l, _)| (l.link, Why::Changed));
            let lags = (head.0 != whole.count).then_some((head.0 + 1, Why::RolledBack));
            unsealed.or(lags).map_or(Ok(whole), |(seq, why)| Err(Broken { seq, why }))
        });
        Ok(ChainState::of(found, links.last()))
    }

    /// Keeps an unfinished fact note; a blank one lets it go.
    ///
    /// # Errors
    /// `Invalid`, `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn keep_fact_draft(&mut self, draft: &FactDraft) -> Result<Changes, JournalError> {
        let body = serde_json::to_string(draft).map_err(|_| JournalError::Damaged("a fact note"))?;
        if body.len() > 2 * model::limits::TEXT {
            return Err(model::Invalid { field: "account", why: model::Why::TooLong }.into());
        }
        let now = self.clock.now().stamp;
        let holder = model::Writing::new(model::Kind::Reflection, if draft.writing.is_blank() { String::new() } else { body });
        self.commit(&|act| {
            if holder.text.is_empty() {
                act.rows.drop_draft(crate::drafts::FACT)?;
            } else {
                act.rows.keep_draft(crate::drafts::FACT, &holder, now)?;
            }
            Ok(())
        })
        .map(|(.., changes)| changes)
    }

    fn fact_draft(&self) -> Result<Option<FactDraft>, JournalError> {
        let held = self.store.draft(crate::drafts::FACT)?;
        Ok(held.and_then(|d| serde_json::from_str(&d.writing.text).ok()))
    }
}
