//! The chain of fact notes: each version names the one before by its hash, so that a later change shows.
//!
//! Pure arithmetic on bytes. It proves nothing about the world and hides nothing: somebody with the key of the journal can
//! write a new chain from the start, which only a head that was kept elsewhere (on paper, with a lawyer) brings to light.

use model::{EntryId, Stamp};
use sha2::{Digest, Sha256};

/// The first line that is hashed, so that no other hash of Cairn's can be taken for one of these.
const DOMAIN: &[u8] = b"cairn fact note link 1\n";

/// What stands in `previous` of the first link.
pub const START: [u8; 32] = [0; 32];

/// One version of one fact note in the order in which they were kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link<'a> {
    /// Counts from 1 over all notes and versions, without gaps.
    pub seq: u64,
    /// The note.
    pub note: EntryId,
    /// Its version, from 1.
    pub version: u32,
    /// When this version was kept.
    pub written: Stamp,
    /// Its canonical JSON.
    pub body: &'a str,
    /// The hash of the link before; [`START`] in the first.
    pub previous: [u8; 32],
}

/// The place of the next link: its number, and what stands in its `previous`.
#[must_use]
pub fn next(last: Option<&Link<'_>>) -> (u64, [u8; 32]) {
    last.map_or((1, START), |last| (last.seq.saturating_add(1), hash(last)))
}

/// SHA-256 over the domain line and each field with its length before it, all numbers in big-endian.
#[must_use]
pub fn hash(link: &Link<'_>) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(DOMAIN);
    let fields: [&[u8]; 6] = [
        &link.seq.to_be_bytes(),
        link.note.as_bytes(),
        &link.version.to_be_bytes(),
        &link.written.millis().to_be_bytes(),
        link.body.as_bytes(),
        &link.previous,
    ];
    for field in fields {
        sha.update((field.len() as u64).to_be_bytes());
        sha.update(field);
    }
    sha.finalize().into()
}

/// The chain is whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Verified {
    /// How many links.
    pub count: u64,
    /// When the first was kept; nothing in an empty chain.
    pub since: Option<Stamp>,
}

/// The chain is broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("link {seq}: {why:?}")]
pub struct Broken {
    /// The first link that is not as it was kept.
    pub seq: u64,
    /// In which way.
    pub why: Why,
}

/// In which way a chain is broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Something in the link was changed.
    Changed,
    /// The link is not there, though later ones are.
    Missing,
    /// The link is there, but not in its place, or twice.
    Reordered,
    /// Its time lies before that of the link before. A clock that was wrong does this, too, and the page says so.
    BackDated,
    /// The chain ends before the head that was kept elsewhere: an older copy was put in its place.
    RolledBack,
}

/// Checks a whole chain in its order, and against a head (number and hash) that was kept elsewhere, if there is one.
///
/// The last link is held by nothing after it: without a head of that number, a change in it does not show.
///
/// # Errors
/// The first broken link. Times are looked at only when all else is whole.
pub fn verify(links: &[Link<'_>], head: Option<(u64, [u8; 32])>) -> Result<Verified, Broken> {
    let broken = |seq, why| Err(Broken { seq, why });
    let mut last: Option<&Link<'_>> = None;
    for link in links {
        let (seq, previous) = next(last);
        if link.seq != seq {
            let elsewhere = link.seq < seq || links.iter().any(|other| other.seq == seq);
            return broken(if link.seq < seq { link.seq } else { seq }, if elsewhere { Why::Reordered } else { Why::Missing });
        }
        if link.previous != previous {
            // What the link holds of the one before is not that one's hash: the one before was changed. The first holds
            // nothing but the start, so it is its own fault.
            return broken(last.map_or(seq, |last| last.seq), Why::Changed);
        }
        if let Some((at, hashed)) = head
            && at == seq
            && hash(link) != hashed
        {
            return broken(seq, Why::Changed);
        }
        last = Some(link);
    }
    if let Some((at, _)) = head
        && at > last.map_or(0, |last| last.seq)
    {
        return broken(last.map_or(0, |last| last.seq).saturating_add(1), Why::RolledBack);
    }
    for pair in links.windows(2) {
        if pair[1].written < pair[0].written {
            return broken(pair[1].seq, Why::BackDated);
        }
    }
    Ok(Verified { count: links.len() as u64, since: links.first().map(|first| first.written) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODIES: [&str; 5] = ["{\"a\":1}", "{\"b\":2}", "{}", "{\"c\":\"Straße\"}", ""];

    fn chain() -> Vec<Link<'static>> {
        let mut links: Vec<Link<'static>> = Vec::new();
        for (at, body) in BODIES.into_iter().enumerate() {
            let (seq, previous) = next(links.last());
            let note = EntryId::new(1_700_000_000_000 + at as u64 / 2, [3; 10]);
            let written = Stamp::from_millis(1_700_000_000_000 + at as i64 * 1000);
            links.push(Link { seq, note, version: 1 + at as u32 % 2, written, body, previous });
        }
        links
    }

    fn head(links: &[Link<'_>]) -> Option<(u64, [u8; 32])> {
        links.last().map(|last| (last.seq, hash(last)))
    }

    fn check(name: &str, change: impl Fn(&mut Vec<Link<'static>>), wanted: Result<u64, (u64, Why)>) {
        let mut links = chain();
        let head = head(&links);
        change(&mut links);
        let got = verify(&links, head).map(|v| v.count).map_err(|b| (b.seq, b.why));
        assert_eq!(got, wanted, "{name}");
    }

    /// Gives each link from `from` on the hash that it would have had: what a clever forger does.
    fn forge(links: &mut [Link<'static>], from: usize) {
        for at in from.max(1)..links.len() {
            links[at].previous = hash(&links[at - 1]);
        }
    }

    #[test]
    fn a_whole_chain_is_whole() {
        check("whole", |_| {}, Ok(5));
        let links = chain();
        let wanted = Verified { count: 5, since: Some(Stamp::from_millis(1_700_000_000_000)) };
        assert_eq!(verify(&links, None), Ok(wanted));
        assert_eq!(verify(&links, head(&links[..3])), Ok(wanted), "a head from earlier is on the way");
        assert_eq!(verify(&[], None), Ok(Verified { count: 0, since: None }));
    }

    #[test]
    fn a_change_shows() {
        type Change = fn(&mut Link<'static>);
        let changes: [(&str, Change); 5] = [
            ("body", |l| l.body = "{\"b\":3}"),
            ("version", |l| l.version += 1),
            ("written", |l| l.written = Stamp::from_millis(l.written.millis() + 1)),
            ("note", |l| l.note = EntryId::new(1, [9; 10])),
            ("previous", |l| l.previous[31] ^= 1),
        ];
        for (name, change) in changes {
            for at in 0..5 {
                let first = if name == "previous" { (at as u64).max(1) } else { at as u64 + 1 };
                check(name, |links| change(&mut links[at]), Err((first, Why::Changed)));
            }
        }
    }

    #[test]
    fn a_forged_chain_shows_by_the_head_that_was_kept_elsewhere() {
        check(
            "forged",
            |links| {
                links[1].body = "{\"b\":3}";
                forge(links, 1);
            },
            Err((5, Why::Changed)),
        );
        let mut links = chain();
        links[1].body = "{\"b\":3}";
        forge(&mut links, 1);
        assert!(verify(&links, None).is_ok(), "without one it does not: nothing says more than it knows");
    }

    #[test]
    fn a_missing_link_shows() {
        check(
            "first",
            |links| {
                links.remove(0);
            },
            Err((1, Why::Missing)),
        );
        check(
            "middle",
            |links| {
                links.remove(2);
            },
            Err((3, Why::Missing)),
        );
        check(
            "two",
            |links| {
                links.drain(1..3);
            },
            Err((2, Why::Missing)),
        );
    }

    #[test]
    fn another_order_shows() {
        check("swapped", |links| links.swap(1, 2), Err((2, Why::Reordered)));
        check("reversed", |links| links.reverse(), Err((1, Why::Reordered)));
        check(
            "doubled",
            |links| {
                let second = links[1];
                links.insert(2, second);
            },
            Err((2, Why::Reordered)),
        );
    }

    #[test]
    fn a_time_before_the_one_before_shows() {
        let mut links = chain();
        links[3].written = Stamp::from_millis(1_600_000_000_000);
        forge(&mut links, 4);
        assert_eq!(verify(&links, head(&links)), Err(Broken { seq: 4, why: Why::BackDated }));
    }

    #[test]
    fn an_older_copy_shows() {
        check(
            "one less",
            |links| {
                links.pop();
            },
            Err((5, Why::RolledBack)),
        );
        check("three less", |links| links.truncate(2), Err((3, Why::RolledBack)));
        check("none", |links| links.clear(), Err((1, Why::RolledBack)));
    }

    #[test]
    fn fields_do_not_run_into_each_other_and_the_format_does_not_move() {
        let link = Link {
            seq: 1,
            note: EntryId::new(1_700_000_000_000, [0; 10]),
            version: 1,
            written: Stamp::from_millis(1_700_000_000_000),
            body: "{\"text\":\"x\"}",
            previous: START,
        };
        let hex: String = hash(&link).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex, "3488769c58316e667b102bf7c14f2e1194a1826136ca6ab6120547432bbd6c60",
            "written down in the format of the journal: a change here breaks every chain"
        );
        let longer = Link { body: "{\"text\":\"x\"}\0", ..link };
        assert_ne!(hash(&longer), hash(&link));
    }
}
