//! Reading: today, one entry, the time line, what was sought, the names in use, where it all lives.

use crate::views::{MonthCount, NameCount, Names, Page, Piece, Place, Row, Shown, Stone, Today};
use crate::{Journal, JournalError};
use chrono::Datelike;
use model::{Day, Entry, EntryId, Happened, JournalSettings, Kind, Query, Version};
use std::ops::ControlFlow;
use store::{Cursor, Interrupter, Stats};

/// Days whose stones stand in the cairn beside the page.
const WEEK: i64 = 7;
/// The most rows that one page may hold.
const PAGE: u32 = 100;
/// The most that the bin shows; emptying it removes what lies beyond as well.
const BIN: u32 = 500;
/// The name of the Today screen's draft.
pub(crate) const TODAY: &str = "today";

/// A page that is wanted.
#[derive(Clone, Debug, Default)]
pub struct AskPage {
    /// The search line as typed.
    pub query: String,
    /// Only these kinds; none for all.
    pub kinds: Vec<Kind>,
    /// Only what is kept close.
    pub starred: bool,
    /// Where the page before ended.
    pub after: Option<String>,
    /// Rows.
    pub limit: u32,
}

impl Journal {
    /// Everything that the Today screen shows.
    ///
    /// # Errors
    /// What the file says.
    pub fn today(&self) -> Result<Today, JournalError> {
        let now = self.clock.now().local();
        let day = self.settings.day_turn.day_of(now);
        let first = Day::new(day.date() - chrono::Duration::days(WEEK - 1)).unwrap_or(day);
        let week = self.store.stones(Some(first), Some(day))?.into_iter().filter(|(_, kind, _)| kind.lays_a_stone());
        let week = week.map(|(id, kind, day)| Stone { id, kind, day }).collect();
        let mut entries = self.store.on_day(day)?;
        entries.reverse();
        let days_away = self.store.newest_day()?.map(|last| u32::try_from((day.date() - last.date()).num_days()).unwrap_or(0));
        Ok(Today { day, now: Happened::Minute(now), entries, week, draft: self.draft(TODAY)?, days_away })
    }

    /// One entry, whole.
    ///
    /// # Errors
    /// `NotFound`, and what the file says.
    pub fn show(&self, id: EntryId) -> Result<Shown, JournalError> {
        let entry = self.store.get(id)?.ok_or(JournalError::NotFound)?;
        let versions = u32::try_from(self.store.versions(id)?.len()).unwrap_or(u32::MAX);
        Ok(Shown { entry, versions, draft: self.draft(&format!("edit:{id}"))? })
    }

    /// Older versions of an entry, oldest first.
    ///
    /// # Errors
    /// What the file says.
    pub fn versions(&self, id: EntryId) -> Result<Vec<Version>, JournalError> {
        Ok(self.store.versions(id)?)
    }

    /// A page of the time line or of what was found, newest first.
    ///
    /// # Errors
    /// `NotFound` for a place that is none, and what the file says.
    pub fn page(&self, ask: &AskPage) -> Result<Page, JournalError> {
        let after = ask.after.as_deref().map(|a| a.parse::<Cursor>().map_err(|_| JournalError::NotFound)).transpose()?;
        let query = Query::parse(&ask.query);
        let page = self.store.page(&query, &ask.kinds, ask.starred, after, ask.limit.clamp(1, PAGE))?;
        let rows: Vec<Row> = page.rows.into_iter().map(row).collect();
        // Counts of whole months say nothing about what was sought.
        let plain = query.terms.is_empty() && ask.kinds.is_empty() && !ask.starred;
        let months = if plain { self.months(&rows)? } else { Vec::new() };
        Ok(Page { rows, next: page.next.map(|c| c.to_string()), months })
    }

    fn months(&self, rows: &[Row]) -> Result<Vec<MonthCount>, JournalError> {
        let mut months: Vec<(i32, u32)> = rows.iter().map(|r| (r.day.date().year(), r.day.date().month())).collect();
        months.dedup();
        months
            .into_iter()
            .map(|(year, month)| Ok(MonthCount { month: format!("{year:04}-{month:02}"), stones: self.store.count_in_month(year, month)? }))
            .collect()
    }

    /// What lies in the bin, newest first.
    ///
    /// # Errors
    /// What the file says.
    pub fn binned(&self) -> Result<Vec<Row>, JournalError> {
        Ok(self.store.binned(BIN)?.into_iter().map(row).collect())
    }

    /// Tags and people in use, by use.
    ///
    /// # Errors
    /// What the file says.
    pub fn names(&self) -> Result<Names, JournalError> {
        let count = |mut names: Vec<(String, u32)>| {
            names.sort_by_key(|(_, entries)| std::cmp::Reverse(*entries));
            names.into_iter().map(|(name, entries)| NameCount { name, entries }).collect()
        };
        Ok(Names { tags: count(self.store.tags()?), people: count(self.store.people()?) })
    }

    /// The journal's settings.
    #[must_use]
    pub fn settings(&self) -> &JournalSettings {
        &self.settings
    }

    /// Figures of the journal.
    ///
    /// # Errors
    /// What the file says.
    pub fn stats(&self) -> Result<(Stats, Vec<(Kind, u64)>), JournalError> {
        Ok((self.store.stats()?, self.store.count_by_kind()?))
    }

    /// Every entry in a range of shift days, oldest first, one at a time.
    ///
    /// # Errors
    /// What the file says.
    pub fn each(
        &self,
        from: Option<Day>,
        to: Option<Day>,
        kinds: &[Kind],
        take: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), JournalError> {
        Ok(self.store.each(from, to, kinds, take)?)
    }

    /// A handle that stops a search that nobody waits for any more, from another thread.
    #[must_use]
    pub fn interrupter(&self) -> Interrupter {
        self.store.interrupter()
    }

    /// Where the journal lives and how it is kept.
    ///
    /// # Errors
    /// What the disk says.
    pub fn place(&self) -> Result<Place, JournalError> {
        let stats = self.store.stats()?;
        let backups = crate::backup::list(&self.home)?;
        let kind = match vault::folder_kind(self.home.root()) {
            vault::FolderKind::LocalDisk => "local",
            vault::FolderKind::Removable => "removable",
            vault::FolderKind::Network => "network",
            vault::FolderKind::Synced => "synced",
            vault::FolderKind::Unknown => "unknown",
        };
        Ok(Place {
            folder: self.home.root().display().to_string(),
            kind: kind.into(),
            bytes: stats.bytes,
            entries: stats.entries,
            backups: u32::try_from(backups.len()).unwrap_or(u32::MAX),
            last_backup: backups.into_iter().next(),
        })
    }
}

fn row(r: store::Row) -> Row {
    let parts = r.excerpt.parts.into_iter().map(|p| Piece { text: p.text, hit: p.hit }).collect();
    Row {
        id: r.id,
        kind: r.kind,
        day: r.day,
        happened: r.happened,
        star: r.star,
        excerpt: parts,
        title: r.guide.as_deref().and_then(::practice::content::guide).map(|guide| guide.title.to_owned()),
        cut_before: r.excerpt.cut_before,
        cut_after: r.excerpt.cut_after,
        binned: r.binned,
    }
}
