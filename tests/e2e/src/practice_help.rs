//! Get help, from wherever somebody is; and the room for what was not okay, which nothing else in the journal can see.

use std::{fs, process::Stdio};

use support::wait_until;

use crate::{
    clock,
    practice_guides::{answer, begin_from_today, past_the_gate},
    practice_help_midway,
    screens::still,
    seat::{Desk, KEY_WORK, Seat},
    seed::{blank, filled},
    tongue::Tongue,
    tour::{self, Dress},
};

const FIRST_LINE: &str = "This journal is for you. It is not a doctor, a lawyer or a way to report. It cannot send help.";
/// A word that is in the fact note and nowhere else.
const WORD: &str = "Zuckerwatte";

/// Goes to help by that way, and insists on the page, on its first line, and on the number of actions.
pub(crate) fn two_at_most(seat: &Seat<'_>, place: &str, way: impl FnOnce()) {
    seat.actions();
    way();
    seat.see("heading", "Get help");
    let used = seat.actions();
    assert!((1..=2).contains(&used), "{place}: {used} actions to Get help");
    seat.says(FIRST_LINE);
    // What waits beneath the page has a first line, too, but is not shown.
    let first = seat.ask("return Array.from(document.querySelectorAll('h1 + p')).find((e) => e.checkVisibility())?.textContent ?? ''", &[]);
    assert_eq!(seat.ask("return document.querySelectorAll('dialog[open]').length", &[]), 0, "{place}: something lies over it");
    assert!(first.as_str().is_some_and(|t| t.contains("It cannot send help")), "{place}: the first line is {first}");
    let links = seat.ask("return document.querySelectorAll('a[href]').length", &[]);
    assert_eq!(links, 0, "{place}: something on the page can be opened");
}

#[test]
fn f12_get_help_is_two_actions_away_from_every_room_by_mouse_and_by_key() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    let rooms: [(&str, &[&str]); 11] = [
        ("Today", &["Control+1"]),
        ("Today, with details", &["Control+1", "Control+d"]),
        ("Timeline", &["Control+2"]),
        ("Purpose log", &["Control+3"]),
        ("Reflect", &["Control+4"]),
        ("Promises", &["Control+5"]),
        ("Look back", &["Control+6"]),
        ("My purpose", &["Control+7"]),
        ("Settings", &["Control+,"]),
        ("Lift", &["Control+u"]),
        ("the list of keys", &["Control+1", "F1"]),
    ];
    for (room, chords) in rooms {
        let there = || {
            seat.keys(&["Control+2"]);
            seat.see("heading", "Timeline");
            seat.keys(chords);
            match room {
                "Lift" => drop(seat.see("dialog", "Lift")),
                "the list of keys" => drop(seat.see("dialog", "Keys")),
                "Timeline" => {}
                _ => seat.gone("heading", "Timeline"),
            }
        };
        // A question that is open is closed first: that is one of the two.
        let first: &[&str] = if room == "the list of keys" { &["Escape", "Control+8"] } else { &["Control+8"] };
        there();
        two_at_most(&seat, room, || seat.keys(first));
        there();
        two_at_most(&seat, room, || {
            if ["Lift", "the list of keys"].contains(&room) {
                seat.click("button", "Close");
            }
            seat.click("button", "Get help");
        });
    }
    practice_help_midway::walk(&seat);
    // In little room the rail is rolled up: Menu, then Get help.
    seat.size(500, 1000);
    seat.keys(&["Control+2"]);
    seat.see("heading", "Timeline");
    two_at_most(&seat, "a narrow window", || {
        seat.click("button", "Menu");
        seat.click("button", "Get help");
    });
    seat.keys(&["Control+2", "Control+u"]);
    seat.see("dialog", "Lift");
    two_at_most(&seat, "Lift in a narrow window", || seat.click("button", "Get help"));
}

#[test]
fn f12_get_help_is_one_action_away_before_the_journal_is_open_and_gives_every_screen_back_as_it_was() {
    let dress = Dress { tongue: Tongue::English, language: "en", text: 100 };
    let mut places = Vec::new();
    tour::before_it_opens(dress, &mut |seat, place| {
        // What help opens over is read as a person would: every field with what is in it, every line that is said.
        let body = "return Array.from(document.querySelectorAll('input, textarea'), (e) => e.value).join('\\n') + document.querySelector('main').innerText";
        let before = seat.ask(body, &[]);
        two_at_most(seat, place, || seat.click("button", "Get help"));
        assert!(!seat.sees("button", "Add a line"), "{place}: there is no journal to keep it in");
        seat.keys(&["Escape"]);
        seat.gone("heading", "Get help");
        assert_eq!(seat.ask(body, &[]), before, "{place}");
        two_at_most(seat, place, || seat.keys(&["Control+8"]));
        seat.click("button", "Back to where I was");
        seat.gone("heading", "Get help");
        assert_eq!(seat.ask(body, &[]), before, "{place}");
        places.push(place.to_owned());
    });
    for place in ["first-moment", "first-passphrase", "first-sheet", "unlock", "recover", "busy", "damaged", "sheet-due"] {
        assert!(places.iter().any(|p| p == place), "{place} was not walked");
    }
}

#[test]
fn f12_lines_of_ones_own_come_first_and_a_region_is_chosen_once() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.keys(&["Control+8"]);
    seat.says("Nobody has checked these numbers yet");
    seat.click("radio", "United Kingdom");
    seat.until("one region only", || !seat.shows("988 Suicide & Crisis Lifeline"));
    seat.click("button", "Add a line");
    seat.focus_is("textbox", "Whose line it is");
    seat.types("Union, Bea");
    seat.keys(&["Tab"]);
    seat.types("020 7946 0000");
    seat.keys(&["Enter"]);
    seat.see("button", "Copy 020 7946 0000, Union, Bea");
    seat.click("button", "Hide Samaritans");
    seat.see("button", "Bring back Samaritans");
    seat.lock();
    let seat = desk.sit_open();
    seat.keys(&["Control+8"]);
    seat.see("button", "Bring back Samaritans");
    assert!(!seat.shows("988 Suicide & Crisis Lifeline"), "the region was forgotten");
    let first = seat.ask("return document.querySelector('main li').innerText", &[]);
    assert!(first.as_str().is_some_and(|t| t.contains("Union, Bea")), "{first}");
    seat.click("button", "Bring back Samaritans");
    seat.see("button", "Copy 116 123, Samaritans");
}

/// To the notes of what was not okay.
pub(crate) fn not_okay(seat: &Seat<'_>) {
    seat.keys(&["Control+8"]);
    seat.click("button", "To my fact notes");
    seat.see("heading", "Something was not okay");
}

/// The account in the form.
pub(crate) fn account(seat: &Seat<'_>) -> String {
    seat.field("What happened?").value().unwrap_or_default()
}

#[test]
fn f13_a_fact_note_is_written_by_keyboard_survives_the_lock_and_grows_without_a_word_being_lost() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    not_okay(&seat);
    seat.says("It reports nothing and cannot send help.");
    seat.says("Are you safe right now?");
    seat.focus_is("textbox", "What happened?");
    seat.types(&format!("She shouted for four minutes. {WORD}."));
    seat.keys(&["Tab"]);
    seat.focus_is("textbox", "What was said, word for word?");
    seat.types("You people are all the same.");
    seat.says("Draft kept");
    seat.lock();

    let seat = desk.sit_open();
    not_okay(&seat);
    seat.until("the words as they were left", || account(&seat).contains(WORD));
    let exact = seat.field("What was said, word for word?").value().unwrap();
    assert_eq!(exact, "You people are all the same.");
    // On through the fields, by Tab alone.
    for name in ["Where was it?", "Who else was there, if anyone?", "What else shows it, if there is anything?"] {
        let mut steps = 0;
        while seat.focus().is_none_or(|(_, at)| at != name) {
            assert!(steps < 12, "Tab does not come to {name}");
            seat.keys(&["Tab"]);
            steps += 1;
        }
        seat.focus_shows();
    }
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Add to this note");
    seat.says("Kept. Unchanged since");
    seat.says("One version");
    seat.says("a note that can vanish proves nothing");

    seat.click("button", "Add to this note");
    seat.focus_is("textbox", "What happened?");
    assert!(account(&seat).contains(WORD), "the version before is where it begins");
    seat.types(" I told the ward manager.");
    seat.keys(&["Control+Enter"]);
    seat.says("2 versions");
    seat.until("what changed", || seat.all("ins").is_ok_and(|all| all.iter().any(|e| e.text().is_ok_and(|t| t.contains("ward manager")))));
    let seal = seat.ask("return document.querySelector('.whole .line').textContent", &[]);
    let seal = seal.as_str().unwrap_or_default();
    assert!(seal.contains("Unchanged since") && seal.contains("seal "), "{seal}");
    // Escape goes back, room by room.
    seat.keys(&["Escape"]);
    seat.see("heading", "Your fact notes");
    seat.keys(&["Escape"]);
    seat.see("heading", "Get help");
    seat.kill();
    let verified = desk.cli_done(&["fact", "verify"], "");
    assert!(String::from_utf8_lossy(&verified.stdout).starts_with("2 versions, unchanged since"), "{verified:?}");
}

#[test]
fn f13_what_was_not_okay_goes_from_its_guide_to_the_fact_notes_and_stays_nowhere_else() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    begin_from_today(&seat, "When it is not okay");
    past_the_gate(&seat);
    for step in 1..=6 {
        answer(&seat, step, 6, &format!("{WORD} {step}"));
    }
    seat.see("button", "Open it in your fact notes");
    seat.keys(&["Control+Enter"]);
    seat.focus_is("textbox", "What happened?");
    // Every answer is somewhere in the note.
    let words = "return Array.from(document.querySelectorAll('main textarea'), (e) => e.value).join(' ')";
    seat.until("all of the words", || {
        let there = seat.ask(words, &[]);
        (1..=6).all(|step| there.as_str().is_some_and(|text| text.contains(&format!("{WORD} {step}"))))
    });
    seat.keys(&["Control+Enter"]);
    seat.says("Kept. Unchanged since");
    seat.keys(&["Control+2"]);
    seat.see("heading", "Timeline");
    still(&seat);
    assert!(seat.rows().is_empty(), "{:?}", seat.rows());
    seat.keys(&["Control+4"]);
    seat.see("heading", "Small walks");
    assert!(!seat.shows("Begun") && !seat.sees("heading", "Walked lately"), "nothing of it is left among the guides");
}

#[test]
fn f13_a_fact_note_is_in_no_other_room_and_no_purpose_log() {
    let desk = Desk::with(filled());
    desk.cli_done(&["fact", "add", &format!("She shouted. {WORD}."), "--words", WORD], "");
    let seat = desk.sit_open();
    not_okay(&seat);
    seat.until("the note in its own room", || seat.shows(WORD));
    seat.click("button", "Save these notes…");
    seat.says("Saved as fact-notes.md");
    let own = fs::read_to_string(desk.saved().join("fact-notes.md")).unwrap();
    assert!(own.contains(WORD) && own.contains("Written"), "{own}");

    seat.keys(&["Control+f"]);
    seat.types(WORD);
    seat.see("button", "Show all");
    assert!(seat.rows().is_empty(), "{:?}", seat.rows());
    seat.click("button", "Show all");
    seat.keys(&["Control+u"]);
    for _ in 0..4 {
        assert!(!seat.shows(WORD), "Lift shows a fact note");
        seat.keys(&["Space"]);
    }
    seat.keys(&["Escape", "Control+6"]);
    unseen_by_look_back(&seat);
    seat.keys(&["Control+3"]);
    seat.until("the page of the log", || seat.all("article.paper").is_ok_and(|all| !all.is_empty()));
    let page = seat.ask("return document.querySelector('article.paper').innerText", &[]);
    assert!(!page.as_str().unwrap_or_default().contains(WORD));
    seat.click("button", "Save as Markdown…");
    seat.until("the saved log", || desk.saved().join("purpose-log.md").exists());
    assert!(!fs::read_to_string(desk.saved().join("purpose-log.md")).unwrap().contains(WORD));
    seat.kill();
    let found = desk.cli(&["search", WORD, "--json"]).stdin(Stdio::null()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&found.stdout).trim(), "[]");
}

/// No stone of the day it was written on, no thread and no row comes from a fact note.
fn unseen_by_look_back(seat: &Seat<'_>) {
    let today = format!("[role=grid] [data-day='{}']", clock::civil(clock::today()));
    let label = seat.css(&today).attribute("aria-label").unwrap().unwrap_or_default();
    assert!(label.ends_with("no stone"), "{label}");
    // Whatever is in the page, shown or told.
    let room = || seat.ask("return document.querySelector('main').innerHTML", &[]).as_str().unwrap_or_default().to_owned();
    still(seat);
    assert!(!room().contains(WORD), "Look back shows a fact note");
    seat.click("button", "Read as tables");
    seat.until("tables", || seat.all("main table").is_ok_and(|all| !all.is_empty()));
    still(seat);
    assert!(!room().contains(WORD), "Look back tells of a fact note in a table");
}

/// The rooms of help, for the walk through all screens.
pub(crate) fn walk(dress: Dress, look: tour::Look<'_>) {
    let desk = dress.desk(Some(filled()));
    {
        let seat = desk.sit_speaking(dress.tongue);
        seat.click("button", "Get help");
        seat.see("button", "Back to where I was");
        look(&seat, "help-before");
    }
    desk.scratch.end_programs();
    desk.cli_done(&["fact", "add", "She shouted for four minutes.", "--happened", "2026-02-24T21:10", "--witnesses", "B. K."], "");
    let seat = dress.open(&desk);
    seat.keys(&["Control+8"]);
    seat.see("button", "To my fact notes");
    look(&seat, "help");
    seat.click("button", "Add a line");
    seat.field("Whose line it is");
    look(&seat, "help-own-line");
    seat.keys(&["Escape"]);
    seat.click("button", "To my fact notes");
    seat.see("heading", "Your fact notes");
    look(&seat, "fact-notes");
    seat.click("button", "Write a note");
    seat.field("What happened?");
    look(&seat, "fact-form");
    seat.keys(&["Control+Enter"]);
    look(&seat, "fact-form-empty");
    seat.keys(&["Escape"]);
    seat.see("heading", "Your fact notes");
    seat.css(".note-row").click().unwrap();
    seat.see("button", "Add to this note");
    seat.click("button", "Add to this note");
    seat.fill("What happened?", "She shouted for five minutes.");
    seat.keys(&["Control+Enter"]);
    wait_until(KEY_WORK, "what changed", || seat.all("ins").is_ok_and(|all| !all.is_empty()));
    look(&seat, "fact-note");
}

/// The pause that long writing in a fact note is offered, in its place: the caret stays, and nothing is lost by either answer.
/// The page's own clock is put forward; nobody waits for ten minutes.
pub(crate) fn pause(dress: Dress, look: tour::Look<'_>) {
    let desk = dress.desk(Some(filled()));
    let seat = dress.open(&desk);
    not_okay(&seat);
    seat.focus_is("textbox", "What happened?");
    for _ in 0..11 {
        seat.types("zebra ");
        seat.ask("const now = Date.now; Date.now = () => now() + 60_000", &[]);
    }
    seat.types("zebra");
    wait_until(KEY_WORK, "the pause", || seat.all(".pause").is_ok_and(|all| all.len() == 1));
    seat.focus_is("textbox", "What happened?");
    look(&seat, "fact-pause");
    seat.click("button", "Go on");
    seat.gone("button", "Go on");
    seat.focus_is("textbox", "What happened?");
    seat.keys(&["Escape"]);
    seat.see("heading", "Your fact notes");
    seat.click("button", "Go on with the unfinished note");
    seat.until("the words", || seat.field("What happened?").value().is_ok_and(|text| text.starts_with("zebra zebra ")));
}
