//! Locked or open: one journal's life from its making to its closing.

use crate::history::History;
use crate::moments::New;
use crate::swap;
use crate::views::Standing;
use crate::{Chance, FolderKind, Home, JournalError, MasterKey, Passphrase, RecoveryKey, SlotCost};
use model::{Clock, Entry, JournalSettings, Writing};
use std::sync::Arc;
use store::{Access, JournalMode, Store, StoreError};
use vault::{HomeLock, slots};

/// A journal that may be open or not, and what is needed to open it.
pub struct Session {
    pub(crate) home: Home,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Box<dyn Chance + Send>,
    pub(crate) cost: SlotCost,
    pub(crate) journal: Option<Journal>,
    /// A recovery sheet that was not confirmed yet; gone with the session.
    pub(crate) sheet: Option<OpenSheet>,
}

/// A recovery sheet between being made and being confirmed.
pub(crate) struct OpenSheet {
    pub(crate) key: RecoveryKey,
    /// Whether it opens the journal already. A sheet that takes another's place does so only once it was
    /// confirmed: until then the one on paper works.
    pub(crate) in_force: bool,
}

/// An open journal.
pub struct Journal {
    pub(crate) store: Store,
    pub(crate) master: MasterKey,
    pub(crate) home: Home,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) settings: JournalSettings,
    pub(crate) history: History,
    /// Whether the note that something changed since the last backup stands in the file.
    pub(crate) changed: bool,
    /// Kept only while somebody may write; nothing else in the folder is ours without it.
    pub(crate) lock: Option<HomeLock>,
    /// Made by a newer version: for reading alone.
    pub(crate) newer: bool,
}

/// How a new journal is made.
pub struct Setup {
    /// Its passphrase.
    pub passphrase: Passphrase,
    /// An easy one was confirmed.
    pub weak_ok: bool,
    /// The first moment, written before there was a journal.
    pub first: Option<Writing>,
}

impl Session {
    /// A closed session for the journal in that folder, which need not exist.
    #[must_use]
    pub fn new(home: Home, clock: Box<dyn Clock>, chance: Box<dyn Chance + Send>) -> Self {
        Self { home, clock: Arc::from(clock), chance, cost: SlotCost::PINNED, journal: None, sheet: None }
    }

    /// For tests alone: key slots that cost next to nothing to open, and to guess.
    #[doc(hidden)]
    #[must_use]
    pub fn with_cost(mut self, cost: SlotCost) -> Self {
        self.cost = cost;
        self
    }

    /// The folder.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The open journal.
    ///
    /// # Errors
    /// `Locked` when it is not open.
    pub fn journal(&mut self) -> Result<&mut Journal, JournalError> {
        self.journal.as_mut().ok_or(JournalError::Locked)
    }

    /// How things stand. Looks, and touches nothing.
    #[must_use]
    pub fn standing(&self) -> Standing {
        if self.journal.is_some() {
            return Standing::Open;
        }
        if HomeLock::is_held(&self.home) {
            return Standing::Busy;
        }
        if swap::is_pending(&self.home) {
            // Whoever opens it next puts the rest in place first.
            return Standing::Locked;
        }
        match self.home.standing() {
            Ok(vault::Standing::Empty | vault::Standing::Unfinished) => Standing::New,
            // Without its public description the keys still open the journal.
            Ok(vault::Standing::Damaged(missing)) if !missing.journal && !missing.keys => Standing::Locked,
            Ok(vault::Standing::Damaged(_)) | Err(_) => Standing::Damaged,
            Ok(vault::Standing::Ready | vault::Standing::Newer { .. }) => Standing::Locked,
        }
    }

    /// Makes a journal, keeps the first moment in it, and leaves it open. Returns the moment as kept.
    ///
    /// # Errors
    /// `Exists`, `WeakPassphrase`, `Invalid`, and what the disk says. What was there before stays as it was.
    pub fn create(&mut self, setup: Setup) -> Result<Option<Entry>, JournalError> {
        if !setup.weak_ok && vault::words::rate(setup.passphrase.expose()).weak {
            return Err(JournalError::WeakPassphrase);
        }
        let first = setup.first.map(Writing::tidied).filter(|w| !w.is_blank());
        if let Some(first) = &first {
            first.check()?;
        }
        if self.journal.is_some() {
            return Err(JournalError::Exists);
        }
        self.home.prepare()?;
        let now = self.clock.now();
        let lock = HomeLock::take(&self.home, now.stamp)?;
        match self.home.standing()? {
            vault::Standing::Empty => {}
            // A set-up that was cut short: nothing was ever kept in it, and it is moved aside, not deleted.
            vault::Standing::Unfinished => drop(slots::set_aside_unfinished(&self.home)?),
            _ => return Err(JournalError::Exists),
        }
        let made = slots::create(&self.home, &setup.passphrase, self.cost, now.stamp, &mut *self.chance)?;
        let store = found(&self.home, &made)?;
        self.sheet = Some(OpenSheet { key: made.recovery, in_force: true });
        mark_as_lived_in(&self.home);
        self.journal = Some(Journal::around(store, made.master, &self.home, &self.clock, Some(lock))?);
        let Some(first) = first else { return Ok(None) };
        let chance = &mut *self.chance;
        let journal = self.journal.as_mut().ok_or(JournalError::Locked)?;
        let kept = journal.keep(vec![New::of(first)], None, chance)?;
        journal.history.forget();
        Ok(kept.into_iter().next())
    }

    /// Opens the journal with its passphrase.
    ///
    /// # Errors
    /// `WrongPassphrase`, `Damaged`, `Busy`, `Missing`, and what the disk says.
    pub fn unlock(&mut self, passphrase: &Passphrase) -> Result<(), JournalError> {
        let lock = self.before_opening()?;
        let opened = slots::open_with_passphrase(&self.home, passphrase)?;
        self.open(opened.master, lock)
    }

    /// Opens the journal by its recovery key and gives it a new passphrase.
    ///
    /// # Errors
    /// `WrongRecoveryKey`, `WeakPassphrase`, `Damaged`, `Busy`, `Missing`, and what the disk says.
    pub fn recover(&mut self, key: &RecoveryKey, new: &Passphrase, weak_ok: bool) -> Result<(), JournalError> {
        if !weak_ok && vault::words::rate(new.expose()).weak {
            return Err(JournalError::WeakPassphrase);
        }
        let lock = self.before_opening()?;
        let opened = slots::open_with_recovery(&self.home, key)?;
        // Opened first: a journal that cannot be changed keeps the passphrase that it has.
        self.open(opened.master, lock)?;
        let cost = self.cost;
        let journal = self.journal()?;
        let changed = journal.writable().and_then(|()| {
            slots::change_passphrase(&journal.home, &journal.master, new, cost)?;
            journal.note_slots()
        });
        if changed.is_err() {
            // The error says why; closing has nothing to add.
            let _ = self.close();
        }
        changed
    }

    /// Takes the lock and makes sure that there is something to open.
    fn before_opening(&mut self) -> Result<Option<HomeLock>, JournalError> {
        if self.journal.is_some() {
            return Err(JournalError::Busy);
        }
        if swap::is_pending(&self.home) {
            let lock = HomeLock::take(&self.home, self.clock.now().stamp)?;
            swap::finish(&self.home)?;
            return Ok(Some(lock));
        }
        match self.home.standing()? {
            vault::Standing::Empty | vault::Standing::Unfinished => return Err(JournalError::Missing),
            vault::Standing::Damaged(missing) if missing.journal => return Err(JournalError::Damaged("journal.db is missing")),
            _ => {}
        }
        match HomeLock::take(&self.home, self.clock.now().stamp) {
            Ok(lock) => Ok(Some(lock)),
            // A folder that cannot be written can be read by as many as like.
            Err(error) => match JournalError::from(error) {
                JournalError::ReadOnly => Ok(None),
                other => Err(other),
            },
        }
    }

    fn open(&mut self, master: MasterKey, lock: Option<HomeLock>) -> Result<(), JournalError> {
        let path = self.home.journal_db();
        let mut newer = matches!(self.home.standing()?, vault::Standing::Newer { .. });
        let access = if newer || lock.is_none() { Access::ReadOnly } else { Access::Write };
        let mode = mode(&self.home);
        let store = match Store::open(&path, master.expose(), mode, access) {
            Err(StoreError::NeedsUpgrade { .. }) => {
                crate::backup::before_upgrade(&self.home, &master, &*self.clock, &mut *self.chance)?;
                Store::upgrade(&path, master.expose(), mode)?
            }
            Err(error @ (StoreError::Newer { .. } | StoreError::ReadOnlyMedia)) => {
                newer |= matches!(error, StoreError::Newer { .. });
                Store::open(&path, master.expose(), mode, Access::ReadOnly)?
            }
            other => other?,
        };
        let mut journal = Journal::around(store, master, &self.home, &self.clock, lock)?;
        journal.newer = newer;
        if !journal.is_read_only() {
            mark_as_lived_in(&self.home);
        }
        journal.look_after_slots();
        self.journal = Some(journal);
        Ok(())
    }

    /// Closes the journal: the log goes into the file, keys and sheet are wiped. Closing a closed one is nothing.
    ///
    /// # Errors
    /// What the disk says; the journal is closed all the same, and what was acknowledged is safe in its log.
    pub fn close(&mut self) -> Result<(), JournalError> {
        self.sheet = None;
        let Some(journal) = self.journal.take() else { return Ok(()) };
        let Journal { store, lock, .. } = journal;
        let closed = store.close();
        drop(lock);
        Ok(closed?)
    }

    /// The open journal and the source of chance, for verbs that need both.
    ///
    /// # Errors
    /// `Locked`.
    pub fn journal_and_chance(&mut self) -> Result<(&mut Journal, &mut (dyn Chance + Send)), JournalError> {
        Ok((self.journal.as_mut().ok_or(JournalError::Locked)?, &mut *self.chance))
    }
}

impl Journal {
    fn around(store: Store, master: MasterKey, home: &Home, clock: &Arc<dyn Clock>, lock: Option<HomeLock>) -> Result<Self, JournalError> {
        let settings = store.settings()?;
        Ok(Self {
            store,
            master,
            home: home.clone(),
            clock: Arc::clone(clock),
            settings,
            history: History::default(),
            changed: false,
            lock,
            newer: false,
        })
    }

    /// Records what the key files look like now, so that rot in one that nobody opens is found.
    pub(crate) fn note_slots(&mut self) -> Result<(), JournalError> {
        let digests = digests_of(&self.home);
        self.commit(&|act| Ok(act.rows.set_meta(SLOTS, Some(&digests))?)).map(drop)
    }

    /// Mends a key file that rotted since it was recorded, from its twin.
    fn look_after_slots(&mut self) {
        if self.is_read_only() {
            return;
        }
        let recorded = self.store.meta(SLOTS).ok().flatten().and_then(|b| serde_json::from_slice::<Vec<(String, [u8; 32])>>(&b).ok());
        match recorded {
            Some(digests) => drop(slots::mend(&self.home, &digests)),
            // Older journals, and those whose keys were changed by a program that was cut short.
            None => drop(self.note_slots()),
        }
    }

    /// Makes sure that something can be kept, or says why not.
    pub(crate) fn writable(&self) -> Result<(), JournalError> {
        match (self.is_read_only(), self.newer) {
            (false, _) => Ok(()),
            (true, true) => Err(JournalError::Newer),
            (true, false) => Err(JournalError::ReadOnly),
        }
    }

    /// Whether nothing can be kept: a newer journal, or a place that cannot be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.store.access() == Access::ReadOnly
    }
}

/// Keeps room back for the day the disk is full, in the file by which a journal that lost `journal.db` is told from a
/// set-up that was cut short: without it, an empty or missing file with no backup beside it would look like a first run.
fn mark_as_lived_in(home: &Home) {
    // On a full disk it waits for the next opening.
    let _ = vault::reserve::keep(home);
}

/// Makes the file under another name and gives it its own when it is whole. Cut off before that, the folder counts as
/// unfinished and can be started over; half a `journal.db` would pass for a damaged journal (tests/faults, R1).
fn found(home: &Home, made: &slots::Made) -> Result<Store, JournalError> {
    const MAKING: &str = ".making.db";
    for ending in ["", "-wal", "-journal"] {
        // Left by a set-up that was cut short: nothing was ever kept in it.
        let _ = std::fs::remove_file(home.root().join(format!("{MAKING}{ending}")));
    }
    let (making, key, mode) = (home.root().join(MAKING), made.master.expose(), mode(home));
    let mut store = Store::create(&making, key, mode)?;
    store.transact(|tx| {
        tx.set_meta("inbox-identity", Some(made.inbox_identity.as_bytes()))?;
        tx.set_meta(SLOTS, Some(&digests_of(home)))?;
        tx.set_settings(&JournalSettings::default())
    })?;
    store.close()?;
    std::fs::rename(&making, home.journal_db())?;
    vault::atomic::sync_dir(home.root())?;
    Ok(Store::open(&home.journal_db(), key, mode, Access::Write)?)
}

/// Where the journal records the digests of its key files.
const SLOTS: &str = "slot-digests";

fn digests_of(home: &Home) -> Vec<u8> {
    serde_json::to_vec(&slots::slot_digests(home)).unwrap_or_default()
}

/// How the file is kept whole: the log only where the disk keeps its word and nobody copies files behind our back.
pub(crate) fn mode(home: &Home) -> JournalMode {
    match vault::folder_kind(home.root()) {
        FolderKind::LocalDisk => JournalMode::Wal,
        _ => JournalMode::Single,
    }
}
