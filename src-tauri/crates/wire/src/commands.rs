//! Every command that the main window has, declared once: the dispatch and the TypeScript types both come from this list.

#[cfg(test)]
use crate::bindings::Bindings;
use crate::replies::{Kept, Shown, Version, *};
use crate::requests::*;
use crate::{Fault, Room, answers as h};
use export::{Log, LogOptions};
use journal::Form;
use journal::views::*;
use model::{DeviceSettings, FactDraft, Happened, JournalSettings, Writing};

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $reply:ty = $handler:path;)+) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// Reads the request, has it done, writes the reply.
        pub(crate) fn dispatch(room: &mut Room<'_>, name: &str, request: &str) -> Result<String, Fault> {
            match name {
                $(stringify!($name) => {
                    let request: $request = crate::read(request)?;
                    let reply: $reply = $handler(room, request)?;
                    crate::write(&reply)
                })+
                _ => Err(Fault::unknown_command()),
            }
        }

        /// Tells the TypeScript side of every command.
        #[cfg(test)]
        pub(crate) fn describe(bindings: &mut Bindings) {
            $(bindings.command::<$request, $reply>(stringify!($name), concat!($($doc),+));)+
        }
    };
}

commands! {
    /// How things stand; the first question of every window.
    app_show(Nothing) -> AppState = h::opening::app_show;
    /// The window has been painted: the way of drawing that was taken works here.
    app_drawn(Nothing) -> Nothing = h::opening::app_drawn;
    /// Settings of this computer; the window follows at once.
    device_change(DeviceSettings) -> DeviceSettings = h::opening::device_change;
    /// A fresh passphrase of five words.
    passphrase_suggest(Nothing) -> PassphraseOffer = h::opening::passphrase_suggest;
    /// Whether a passphrase is too easy to guess.
    passphrase_rate(PassphraseGiven) -> PassphraseRating = h::opening::passphrase_rate;
    /// Makes the journal and keeps the first moment in it.
    journal_create(CreateJournal) -> Created = h::opening::journal_create;
    /// Opens the journal.
    journal_unlock(PassphraseGiven) -> AppState = h::opening::journal_unlock;
    /// Opens the journal by the recovery sheet and gives it a new passphrase.
    journal_recover(RecoverJournal) -> AppState = h::opening::journal_recover;
    /// Closes the journal and ends the program; the page calls it when its window is closing and its draft is kept.
    app_quit(Nothing) -> Nothing = h::opening::app_quit;
    /// Closes the journal and starts the program afresh, so that nothing of it stays in memory.
    journal_lock(Nothing) -> Nothing = h::opening::journal_lock;
    /// Backups in the journal's folder, newest first.
    backup_list(Nothing) -> Vec<Backup> = h::opening::backup_list;
    /// Puts a backup in the place of a journal that cannot be read; that one is set aside, never deleted.
    backup_restore(RestoreBackup) -> AppState = h::opening::backup_restore;
    /// Makes a verified backup now.
    backup_make(Nothing) -> Backup = h::keeping::backup_make;
    /// The recovery sheet, while it has not been confirmed.
    sheet_show(Nothing) -> Option<Sheet> = h::keeping::sheet_show;
    /// Two groups typed back.
    sheet_confirm(ConfirmSheet) -> SheetAnswer = h::keeping::sheet_confirm;
    /// A new sheet; the old one stops working.
    sheet_renew(PassphraseGiven) -> Sheet = h::keeping::sheet_renew;
    /// Saves the sheet to a file that the person chooses.
    sheet_save(Nothing) -> SavedFile = h::keeping::sheet_save;
    /// Prints what the window shows for printing.
    sheet_print(Nothing) -> Nothing = h::keeping::sheet_print;
    /// Another passphrase for the journal.
    passphrase_change(ChangePassphrase) -> Nothing = h::keeping::passphrase_change;
    /// The journal's settings.
    settings_show(Nothing) -> JournalSettings = h::keeping::settings_show;
    /// New settings for the journal.
    settings_change(JournalSettings) -> Done = h::keeping::settings_change;
    /// Where the journal lives.
    place_show(Nothing) -> Place = h::keeping::place_show;
    /// The Today screen.
    today_show(Nothing) -> Today = h::moments::today_show;
    /// Keeps an entry; answered after it is on the disk.
    moment_save(SaveMoment) -> Kept = h::moments::moment_save;
    /// Keeps new words for an entry; the old ones become a version.
    moment_change(ChangeMoment) -> Kept = h::moments::moment_change;
    /// One entry, whole.
    moment_show(OneMoment) -> Shown = h::moments::moment_show;
    /// Kept close, or no longer.
    moment_star(StarMoment) -> Kept = h::moments::moment_star;
    /// Puts an entry in the bin.
    moment_bin(OneMoment) -> Kept = h::moments::moment_bin;
    /// Takes an entry out of the bin.
    moment_restore(OneMoment) -> Kept = h::moments::moment_restore;
    /// Older versions of an entry, oldest first.
    moment_versions(OneMoment) -> Vec<Version> = h::moments::moment_versions;
    /// Brings an older version back; the one that it replaces becomes a version itself.
    version_restore(RestoreVersion) -> Kept = h::moments::version_restore;
    /// What lies in the bin, newest first.
    bin_list(Nothing) -> Vec<Row> = h::moments::bin_list;
    /// Empties the bin for good.
    bin_empty(Nothing) -> BinEmptied = h::moments::bin_empty;
    /// A page of the time line or of what was found.
    timeline_page(AskPage) -> Page = h::moments::timeline_page;
    /// Keeps unfinished writing.
    draft_keep(KeepDraft) -> Nothing = h::moments::draft_keep;
    /// Unfinished writing, if there is any.
    draft_show(DraftSlot) -> Option<Writing> = h::moments::draft_show;
    /// Lets unfinished writing go.
    draft_drop(DraftSlot) -> Nothing = h::moments::draft_drop;
    /// Tags and people in use.
    names_list(Nothing) -> Names = h::moments::names_list;
    /// What in words that are being written could tell who somebody is; also while there is no journal.
    identifiers_find(WordsGiven) -> Vec<Identified> = h::moments::identifiers_find;
    /// Undoes the last action.
    action_undo(Nothing) -> Undone = h::moments::action_undo;
    /// Does it again.
    action_redo(Nothing) -> Undone = h::moments::action_redo;
    /// One quiet prompt, if there is one to show today.
    prompt_today(Nothing) -> Option<PromptCard> = h::practice::prompt_today;
    /// Another prompt, or none any more today.
    prompt_answer(AnswerPrompt) -> Option<PromptCard> = h::practice::prompt_answer;
    /// The prompts whose answer is begun and not kept.
    prompt_begun(Nothing) -> Vec<PromptCard> = h::practice::prompt_begun;
    /// All prompts by their themes; on a hard day those that suit one.
    prompt_themes(Nothing) -> Vec<ThemePrompts> = h::practice::prompt_themes;
    /// The guides and the small walks.
    guide_list(Nothing) -> Vec<GuideLine> = h::practice::guide_list;
    /// One guide, with what is begun of it.
    guide_show(OneGuide) -> GuideShown = h::practice::guide_show;
    /// The small forms of the kinds that have one.
    form_list(Nothing) -> Vec<Form> = h::practice::form_list;
    /// The mission card and its older versions, newest first.
    mission_list(Nothing) -> Vec<Mission> = h::practice::mission_list;
    /// One moment, lifted.
    lift_show(ShowLift) -> Lifted = h::practice::lift_show;
    /// Not this one again.
    lift_never(OneMoment) -> Done = h::practice::lift_never;
    /// The weekly check-in and what it showed so far.
    check_in_show(Nothing) -> CheckIns = h::practice::check_in_show;
    /// The last seven shift days.
    week_show(Nothing) -> WeekReview = h::practice::week_show;
    /// A year of days, its threads, and totals that only grow.
    year_show(ShowYear) -> YearBack = h::practice::year_show;
    /// Adds what was learned later to a moment.
    ripple_add(AddRipple) -> Kept = h::practice::ripple_add;
    /// All promises.
    promise_list(Nothing) -> Promises = h::practice::promise_list;
    /// Makes a promise.
    promise_add(MakePromise) -> PromiseDone = h::practice::promise_add;
    /// Gives a promise other words or another day.
    promise_move(MovePromise) -> PromiseDone = h::practice::promise_move;
    /// A promise was kept.
    promise_keep(OnePromise) -> PromiseDone = h::practice::promise_keep;
    /// A promise was handed on.
    promise_hand_on(HandOnPromise) -> PromiseDone = h::practice::promise_hand_on;
    /// A promise is let go.
    promise_let_go(OnePromise) -> PromiseDone = h::practice::promise_let_go;
    /// The day that words mean, if it is understood.
    promise_when(ReadWhen) -> Option<Happened> = h::practice::promise_when;
    /// The room of fact notes.
    fact_list(Nothing) -> Facts = h::practice::fact_list;
    /// Keeps a fact note, sealed into the chain.
    fact_keep(KeepFact) -> FactKept = h::practice::fact_keep;
    /// Keeps an unfinished fact note.
    fact_draft(FactDraft) -> Nothing = h::practice::fact_draft;
    /// Saves the fact notes, each version with its times and its seal, to a file that the person chooses.
    fact_save(Nothing) -> SavedFile = h::practice::fact_save;
    /// Where help is; also while the journal is closed.
    help_show(Nothing) -> Help = h::practice::help_show;
    /// The log as it would be saved, or its beginning.
    log_preview(AskLog) -> Log = h::log::log_preview;
    /// Saves the log as Markdown to a file that the person chooses.
    log_save(LogOptions) -> SavedFile = h::log::log_save;
    /// Saves everything as a JSON archive to a file that the person chooses.
    archive_save(Nothing) -> SavedFile = h::log::archive_save;
}
