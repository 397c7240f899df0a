//! A walk through every screen, in any language of the window, stopping at each place for whoever wants to look at it.

use std::{
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use serde_json::json;
use support::wait_until;

use crate::{
    clock, first_run, reflect_tour,
    seat::{Desk, KEY_WORK, Seat},
    seed::{Journal, PASSPHRASE, blank, filled, text},
    tongue::Tongue,
    walls::invoke,
};

/// Is shown each place with its name.
pub(crate) type Look<'l> = &'l mut dyn FnMut(&Seat<'_>, &str);

/// Words that the walk itself types, beyond those of the prepared journals.
pub(crate) const TYPED: &str =
    "A stone for the walk. sunshine zebra WRONG changed for the walk She shouted for four five minutes The lady in bed 12 rang.";

/// How the window is dressed from the beginning.
#[derive(Clone, Copy)]
pub(crate) struct Dress {
    pub(crate) tongue: Tongue,
    /// A tag for `ui.toml`.
    pub(crate) language: &'static str,
    /// Size of the text in percent.
    pub(crate) text: u32,
}

impl Dress {
    pub(crate) fn desk(self, journal: Option<&Journal>) -> Desk {
        let desk = journal.map_or_else(Desk::new, Desk::with);
        desk.device(&format!(
            "language = \"{}\"\ntheme = \"light\"\ncontrast = \"usual\"\nmotion = \"still\"\ntext_size = {}\n",
            self.language, self.text
        ))
    }

    pub(crate) fn open(self, desk: &Desk) -> Seat<'_> {
        let seat = desk.sit_speaking(self.tongue);
        seat.unlock(PASSPHRASE);
        seat
    }
}

/// What there is before the journal is open.
pub(crate) fn before_it_opens(dress: Dress, look: Look<'_>) {
    first(dress, look);
    let desk = dress.desk(Some(filled()));
    {
        let seat = desk.sit_speaking(dress.tongue);
        seat.field("Passphrase");
        look(&seat, "unlock");
        seat.fill("Passphrase", "WRONG");
        seat.keys(&["Enter"]);
        wait_until(KEY_WORK, "the refusal", || seat.all("[role=alert]").is_ok_and(|all| !all.is_empty()));
        look(&seat, "unlock-wrong");
        seat.click("button", "Use my recovery sheet");
        seat.field("Recovery key");
        look(&seat, "recover");
        seat.fill("Recovery key", "WRONG");
        seat.fill("New passphrase", "sunshine");
        seat.click("button", "Open my journal");
        wait_until(KEY_WORK, "the refusal", || seat.all("[role=alert]").is_ok_and(|all| !all.is_empty()));
        look(&seat, "recover-wrong");
    }
    busy(dress, &desk, look);
    damaged(dress, &desk, look);
    sheet_due(dress, look);
}

fn first(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(None);
    let seat = desk.sit_speaking(dress.tongue);
    seat.field("Who did you help today, and what did you do?");
    look(&seat, "first-moment");
    seat.types("A stone for the walk.");
    seat.keys(&["Control+Enter"]);
    first_run::offer(&seat);
    look(&seat, "first-passphrase");
    seat.click("button", "Use my own words");
    seat.fill("Your passphrase", "sunshine");
    seat.click("button", "Make my journal");
    seat.see("button", "Use it all the same");
    look(&seat, "first-passphrase-weak");
    seat.click("button", "Use five words instead");
    first_run::offer(&seat);
    seat.click("button", "Make my journal");
    wait_until(KEY_WORK, "the recovery sheet", || seat.sees("heading", "Your recovery sheet"));
    seat.sheet_groups();
    look(&seat, "first-sheet");
    for (label, _) in seat.sheet_asks() {
        seat.role("textbox", &label).fill("WRONG").unwrap();
    }
    seat.click("button", "It is right");
    seat.until("the refusal", || seat.all("[role=alert]").is_ok_and(|all| all.len() == 2));
    look(&seat, "first-sheet-wrong");
}

fn busy(dress: Dress, desk: &Desk, look: Look<'_>) {
    desk.scratch.end_programs();
    let mut other = desk.cli(&["add", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut pipe = other.stdin.take().unwrap();
    pipe.write_all(b"{\"text\": \"A stone for the walk.\"}\n").unwrap();
    BufReader::new(other.stdout.take().unwrap()).read_line(&mut String::new()).unwrap();
    {
        let mut seat = desk.sit_beside();
        seat.tongue = dress.tongue;
        if seat.either("button", &["Open", "Try again"]) == "Open" {
            seat.fill("Passphrase", PASSPHRASE);
            seat.keys(&["Enter"]);
        }
        wait_until(KEY_WORK, "the other window", || seat.sees("button", "Try again"));
        look(&seat, "busy");
        drop(pipe);
        assert!(other.wait().unwrap().success());
    }
}

fn damaged(dress: Dress, desk: &Desk, look: Look<'_>) {
    desk.scratch.end_programs();
    std::fs::write(desk.scratch.journal().join("journal.db"), [0x5a; 20_000]).unwrap();
    let seat = desk.sit_speaking(dress.tongue);
    if seat.either("button", &["Open", "Put this backup in place"]) == "Open" {
        seat.fill("Passphrase", PASSPHRASE);
        seat.keys(&["Enter"]);
    }
    wait_until(KEY_WORK, "the damage", || seat.sees("button", "Put this backup in place"));
    look(&seat, "damaged");
}

fn sheet_due(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(None);
    desk.cli_done(&["init"], "");
    let seat = desk.sit_speaking(dress.tongue);
    seat.fill("Passphrase", PASSPHRASE);
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the sheet that is due", || seat.sees("button", "Make a new sheet"));
    look(&seat, "sheet-due");
}

/// Rooms of a journal in which there is nothing yet.
pub(crate) fn empty_rooms(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(blank()));
    let seat = dress.open(&desk);
    look(&seat, "today-empty");
    seat.go("Timeline");
    seat.see("button", "Write one");
    look(&seat, "timeline-empty");
    seat.click("button", "Kind words");
    seat.see("button", "Show all");
    look(&seat, "timeline-filter-empty");
    seat.click("button", "Show all");
    seat.click("button", "More on the timeline");
    seat.click("menuitem", "Bin");
    seat.see("heading", "Bin");
    look(&seat, "bin-empty");
    seat.keys(&["Control+3"]);
    seat.see("heading", "Purpose log");
    seat.until("the empty page", || seat.all(".none").is_ok_and(|all| !all.is_empty()));
    look(&seat, "log-empty");
}

/// Today, in its several states.
pub(crate) fn today(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(filled()));
    let seat = dress.open(&desk);
    for chord in ["Alt+1", "Alt+2"] {
        seat.keys(&[chord]);
        seat.types("A stone for the walk.");
        seat.keys(&["Control+Enter"]);
        seat.see("button", "Undo");
        seat.until("an empty box", || seat.css("textarea").value().is_ok_and(|t| t.is_empty()));
    }
    look(&seat, "today-kept");
    if seat.sees("button", "Write") {
        seat.click("button", "Write");
        seat.see("button", "Back to the usual question");
        look(&seat, "today-answering");
        seat.click("button", "Back to the usual question");
    }
    seat.types("The lady in bed 12 rang.");
    let hint = || seat.css("#today-hint").text().unwrap_or_default();
    seat.until("the hint", || hint().contains("bed 12"));
    look(&seat, "today-telltale");
    seat.css("textarea").fill("").unwrap();
    seat.until("the usual hint", || !hint().contains("bed 12"));
    for (kind, place) in [("Words that worked", "today-words-that-worked"), ("Snag and idea", "today-snag")] {
        seat.click("button", "More kinds");
        seat.click("menuitem", kind);
        seat.css(".small textarea");
        look(&seat, place);
    }
    seat.keys(&["Alt+4"]);
    look(&seat, "today-hard-day");
    seat.keys(&["Alt+1", "Control+d"]);
    seat.click("button", "More");
    seat.see("button", "Fewer rows");
    look(&seat, "today-details");
    seat.ask("document.querySelector('.dayfield').scrollIntoView({ block: 'center' })", &[]);
    look(&seat, "today-details-end");
    seat.keys(&["Control+d", "F1"]);
    seat.see("dialog", "Keys");
    look(&seat, "keys");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Keys");
    seat.keys(&["Alt+4", "Control+Enter"]);
    seat.see("region", "What would help now?");
    look(&seat, "today-hard-day-kept");
    seat.keys(&["Control+u"]);
    seat.see("button", "Read the whole moment");
    look(&seat, "lift-hard-day");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
    reflect_tour::on_a_hard_day(&seat, look);
}

/// The timeline, the moment on its sheet, and the bin.
pub(crate) fn timeline(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(filled()));
    let seat = dress.open(&desk);
    seat.keys(&["Control+2"]);
    seat.row(&text(0)).click().unwrap();
    seat.see("button", "Edit");
    look(&seat, "timeline");
    seat.click("button", "More on this moment");
    seat.see("menuitem", "Older versions");
    look(&seat, "moment-menu");
    seat.keys(&["Escape"]);
    seat.click("button", "Edit");
    seat.field("What you did");
    look(&seat, "moment-edit");
    seat.fill("What you did", "changed for the walk");
    seat.keys(&["Control+Enter"]);
    seat.row("changed for the walk");
    seat.click("button", "More on this moment");
    seat.click("menuitem", "Older versions");
    seat.see("button", "Bring this one back");
    look(&seat, "moment-versions");
    seat.keys(&["Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
    seat.types("thank");
    seat.until("marks", || seat.all("mark").is_ok_and(|all| !all.is_empty()));
    look(&seat, "timeline-search");
    seat.see("searchbox", "Search your moments").fill("zebra").unwrap();
    seat.see("button", "Show all");
    look(&seat, "timeline-search-empty");
    seat.click("button", "Show all");
    seat.row(&text(1)).click().unwrap();
    seat.see("button", "Edit");
    seat.keys(&["Delete"]);
    seat.until("the row to leave", || seat.now_row(&text(1)).is_none());
    seat.click("button", "More on the timeline");
    seat.click("menuitem", "Bin");
    seat.see("button", "Empty the bin…");
    look(&seat, "bin");
    seat.click("button", "Empty the bin…");
    seat.see("dialog", "Empty the bin for good?");
    look(&seat, "bin-ask");
}

/// The timeline where there is room for one column only: the list, then the sheet over it.
pub(crate) fn timeline_in_one_column(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(filled()));
    let seat = dress.open(&desk);
    seat.keys(&["Control+2"]);
    seat.row(&text(0));
    look(&seat, "timeline");
    seat.row(&text(0)).click().unwrap();
    seat.see("button", "Back to the list");
    look(&seat, "moment");
    seat.click("button", "Edit");
    seat.field("What you did");
    look(&seat, "moment-edit");
    seat.keys(&["Escape"]);
    seat.see("button", "Edit");
    seat.click("button", "Back to the list");
    seat.row(&text(0));
    seat.click("button", "More on the timeline");
    seat.click("menuitem", "Bin");
    seat.see("heading", "Bin");
    look(&seat, "bin-empty");
}

/// Promises wherever they stand, the small forms, and what was learned later.
pub(crate) fn promises(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(filled()));
    for by in [Some("today"), Some("tomorrow"), None] {
        let mut args = vec!["promise", "add", "A stone for the walk.", "--to", "zebra"];
        args.extend(by.iter().flat_map(|by| ["--by", by]));
        desk.cli_done(&args, "");
    }
    let seat = dress.open(&desk);
    late_promise(&seat);
    seat.see("region", "Promises for today");
    seat.keys(&["Alt+2"]);
    seat.field("Who said it?");
    seat.click("button", "Promise");
    seat.field("How they can reach you");
    look(&seat, "today-small-form");
    seat.keys(&["Alt+1", "Control+5"]);
    seat.see("heading", "No day set");
    look(&seat, "promises");
    seat.click("button", "Make a promise");
    seat.fill("By when", "zebra");
    seat.says("Kept as you wrote it; no day was understood.");
    look(&seat, "promises-make");
    seat.keys(&["Escape"]);
    seat.gone("textbox", "By when");
    answer_late(&seat, 0);
    seat.field("By when");
    look(&seat, "promises-late-move");
    answer_late(&seat, 1);
    seat.field("Who has it now, if you like");
    look(&seat, "promises-late-hand-on");
    seat.keys(&["Escape"]);
    seat.click("button", "Add somebody");
    seat.field("How to reach them");
    look(&seat, "promises-people-end");
    seat.keys(&["Escape", "Control+2"]);
    seat.row(&text(1)).click().unwrap();
    seat.click("button", "Add what you learned later");
    seat.field("What did you learn later?");
    look(&seat, "moment-later");
}

/// A promise whose day is past. No words for a day name one that has gone by, and journeys have no time to wait for it:
/// it comes by the page's own door.
fn late_promise(seat: &Seat<'_>) {
    let by = clock::civil(clock::today() - 2);
    let request = json!({"promising": {"what": "changed for the walk", "to": "zebra", "by": by}, "entry": null}).to_string();
    let made = invoke(seat, "call", &json!({"name": "promise_add", "request": request}));
    assert!(made.starts_with("done"), "{made}");
}

/// Opens a form of the late promise: 0 to move it, 1 to hand it on.
fn answer_late(seat: &Seat<'_>, at: usize) {
    seat.css("[aria-labelledby=promises-late] [data-promise]");
    seat.ask("document.querySelectorAll('[aria-labelledby=promises-late] [aria-expanded]')[arguments[0]].click()", &[json!(at)]);
}

/// The purpose log and the settings.
pub(crate) fn log_and_settings(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(filled()));
    let seat = dress.open(&desk);
    seat.go("Purpose log");
    seat.until("the page", || seat.all("article.paper").is_ok_and(|all| !all.is_empty()));
    look(&seat, "log");
    seat.click("button", "Save as Markdown…");
    seat.until("the saved file", || seat.ask("return document.querySelector('.save .result').textContent", &[]) != json!(""));
    look(&seat, "log-saved");
    seat.go("Settings");
    seat.until("the folder", || seat.all("dd.path").is_ok_and(|all| !all.is_empty()));
    look(&seat, "settings");
    seat.click("button", "Change passphrase");
    seat.fill("Passphrase you use now", "WRONG");
    seat.fill("New passphrase", "zebra");
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the refusal", || seat.all("[role=alert]").is_ok_and(|all| !all.is_empty()));
    look(&seat, "settings-passphrase");
    seat.keys(&["Escape"]);
    seat.click("button", "Make a new recovery sheet");
    seat.fill("Your passphrase", PASSPHRASE);
    look(&seat, "settings-sheet-ask");
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the new sheet", || seat.sees("button", "It is right"));
    look(&seat, "settings-sheet");
}
