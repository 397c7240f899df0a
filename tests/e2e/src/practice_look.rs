//! Lift, the mission card and looking back: by keyboard, with nothing, with little and with much in the journal. Numbers in
//! names are those of the seed map.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::{
    clock,
    practice_guides::begin_from_today,
    practice_hard_day::{bright, stays_plain},
    seat::{Desk, Seat},
    seed::{blank, crowded},
};

const BOX: &str = "Who did you help today, and what did you do?";

/// A desk with these entries in its journal.
pub(crate) fn desk_with(entries: &[Value]) -> Desk {
    let desk = Desk::with(blank());
    let lines = entries.iter().fold(String::new(), |mut all, entry| {
        let _ = writeln!(all, "{entry}");
        all
    });
    if !entries.is_empty() {
        desk.cli_done(&["add", "--batch"], &lines);
    }
    desk
}

pub(crate) fn ago(days: i64) -> String {
    clock::civil(clock::today() - days)
}

fn moment(days: i64, text: &str) -> Value {
    json!({"kind": "moment", "text": text, "happened": format!("{}T14:20", ago(days))})
}

/// What the command line lists of a kind.
pub(crate) fn listed(desk: &Desk, kind: &str) -> Vec<Value> {
    desk.scratch.end_programs();
    let all: Value = serde_json::from_slice(&desk.cli_done(&["--json", "list"], "").stdout).unwrap();
    all.as_array().unwrap().iter().filter(|e| e["kind"] == json!(kind)).cloned().collect()
}

// ---- lift

fn lift(seat: &Seat<'_>) {
    seat.keys(&["Control+u"]);
    seat.see("dialog", "Lift");
    seat.until("something on it", || seat.all("dialog .sheet").is_ok_and(|all| all.len() == 1));
}

pub(crate) fn lifted(seat: &Seat<'_>) -> String {
    seat.ask("return document.querySelector('dialog article')?.innerText ?? ''", &[]).as_str().unwrap().to_owned()
}

pub(crate) fn another(seat: &Seat<'_>, chord: &str) {
    let before = lifted(seat);
    seat.keys(&[chord]);
    seat.until("another one", || lifted(seat) != before);
}

/// Insists that nothing on the card is as large as its first words, and that those are what somebody said, when it is known.
fn first_words_are_largest(seat: &Seat<'_>) {
    let body = "
        const size = (e) => parseFloat(getComputedStyle(e).fontSize);
        const [first, ...rest] = document.querySelectorAll('dialog article :is(p, blockquote):not(.vh)');
        const quote = document.querySelector('dialog blockquote');
        return [rest.length > 0 && rest.every((e) => size(e) < size(first)), quote === null || quote === first];
    ";
    assert_eq!(seat.ask(body, &[]), json!([true, true]), "{}", lifted(seat));
}

#[test]
fn s0_17_lift_shows_three_of_hundreds_by_one_key_and_then_offers_a_person() {
    let desk = Desk::with(crowded());
    let seat = desk.sit_open();
    seat.focus_is("textbox", BOX);
    seat.actions();
    lift(&seat);
    assert_eq!(seat.actions(), 1, "one action from anywhere");
    let first = lifted(&seat);
    assert!(first.contains("Seed "), "{first}");
    assert!(!first.contains("angry callers"), "never a hard day");
    // The focus cannot leave, and nothing behind can be reached.
    for _ in 0..7 {
        seat.keys(&["Tab"]);
        let inside = "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null";
        assert_eq!(seat.ask(inside, &[]), json!(true), "the focus is on {:?}", seat.focus());
    }
    assert_eq!(seat.ask("return document.querySelector('.app').inert", &[]), json!(true));
    seat.keys(&["Control+2"]);
    assert_eq!(lifted(&seat), first, "rooms wait");

    first_words_are_largest(&seat);
    for _ in 1..3 {
        another(&seat, "ArrowRight");
        first_words_are_largest(&seat);
    }
    seat.see("button", "That is enough");
    seat.keys(&["ArrowRight"]);
    seat.see("heading", "Those were the three for today.");
    seat.click("button", "Write one line to the person in it");
    seat.until("the caret in the line", || seat.focus().is_some_and(|(role, name)| role == "textbox" && name.starts_with("One line to")));
    seat.types("Half of a line");
    // Escape leaves the line, never its words.
    seat.keys(&["Escape"]);
    seat.says("They wait here for you.");
    seat.click("button", "Write one line to the person in it");
    seat.until("the words again", || seat.css("dialog textarea").value().is_ok_and(|t| t == "Half of a line"));
    seat.types(", and the rest");
    seat.keys(&["Control+Enter"]);
    seat.says("Kept with that moment. It was not sent.");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
    seat.focus_is("textbox", BOX);

    // The same three, all day.
    lift(&seat);
    assert_eq!(lifted(&seat), first);
    seat.keys(&["Enter"]);
    seat.see("heading", "Timeline");
    let words: String = first.lines().find(|l| l.contains("Seed ")).unwrap().chars().take(20).collect();
    seat.until("the whole moment", || seat.css("article.detail").text().is_ok_and(|t| t.contains(&words)));
    seat.kill();
    let all: Value = serde_json::from_slice(&desk.cli_done(&["--json", "list"], "").stdout).unwrap();
    let with: Vec<&Value> = all.as_array().unwrap().iter().filter(|e| e["ripples"] != json!([])).collect();
    assert_eq!(with.len(), 1);
    assert_eq!(with[0]["ripples"][0]["text"], json!("Half of a line, and the rest"));
}

#[test]
fn lift_is_kind_with_nothing_and_ends_after_one_and_after_two() {
    for (count, end) in [(0, ""), (1, "That was the one for today."), (2, "Those were the two for today.")] {
        let mut entries: Vec<Value> = (0..count).map(|n| moment(30 + n, &format!("Moment number {n}."))).collect();
        entries.iter_mut().for_each(|entry| entry["their_words"] = json!("You came back."));
        let desk = desk_with(&entries);
        let seat = desk.sit_open();
        lift(&seat);
        if count == 0 {
            seat.says("Nothing is here yet.");
            seat.screenshot("lift-none");
            seat.click("button", "To Today");
            seat.gone("dialog", "Lift");
            seat.focus_is("textbox", BOX);
            continue;
        }
        seat.says("You have mattered on ordinary days.");
        // Their words are what is read first; what was done stands below them.
        seat.until("their words", || seat.css("dialog blockquote").text().is_ok_and(|text| text == "You came back."));
        first_words_are_largest(&seat);
        for _ in 1..count {
            another(&seat, "ArrowRight");
        }
        seat.click("button", "That is enough");
        seat.see("heading", end);
        seat.click("button", "Close");
        seat.gone("dialog", "Lift");
        seat.focus_is("textbox", BOX);
    }
}

#[test]
fn lift_never_brings_again_what_was_put_away() {
    let desk = desk_with(&[moment(40, "Moment to put away."), moment(50, "Moment to keep.")]);
    let seat = desk.sit_open();
    lift(&seat);
    if !lifted(&seat).contains("put away") {
        another(&seat, "ArrowRight");
    }
    seat.keys(&["n"]);
    seat.says("It will not come up here again.");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
    lift(&seat);
    assert!(lifted(&seat).contains("Moment to keep."));
    seat.click("button", "That is enough");
    seat.see("heading", "That was the one for today.");
    seat.keys(&["Escape"]);
    seat.go("Timeline");
    seat.row("Moment to put away.");
}

#[test]
fn lift_on_a_hard_day_is_there_and_does_not_cheer() {
    let desk = desk_with(&[moment(40, "Rang the depot myself."), json!({"kind": "hard-day", "text": ""})]);
    let seat = desk.sit_open();
    // By the card in the rail as well as by the key.
    seat.css("nav.rail .liftup").click().unwrap();
    seat.says("You marked a hard day, and it can stay that.");
    assert!(lifted(&seat).contains("Rang the depot myself."));
    assert!(!seat.shows("You have mattered"));
    let bright = bright();
    stays_plain(&seat, "dialog.lift", &bright);
    seat.click("button", "That is enough");
    seat.says("You do not have to carry it alone.");
    stays_plain(&seat, "dialog.lift", &bright);
    // The rail behind it has a button of that name, too; it is out of reach.
    let helps = "return Array.from(document.querySelectorAll('dialog button')).find((b) => b.textContent.trim() === 'Get help')";
    seat.pick(helps, &[]).unwrap().click().unwrap();
    seat.see("heading", "Get help");
}

// ---- my purpose

fn card(days: i64, limits: &str, line: &str) -> Value {
    let answers = json!([
        {"field": "who_comes", "text": "People who were sent from desk to desk."},
        {"field": "limits", "text": limits},
        {"field": "mission", "text": line},
    ]);
    json!({"kind": "mission", "text": "", "answers": answers, "happened": ago(days)})
}

#[test]
fn s0_11_s3_12_purpose_is_written_by_keyboard_and_needs_its_limits() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.keys(&["Control+7"]);
    seat.see("button", "Walk through it, 3 minutes");
    seat.keys(&["Tab", "Tab", "Enter"]);
    seat.until("the first question", || seat.focus().is_some_and(|(role, name)| role == "textbox" && name.contains("Who comes to you")));
    seat.types("People at the end of their rope");
    seat.keys(&["Control+Enter"]);
    seat.says("Write one limit first.");
    seat.until("the caret in the limits", || seat.focus().is_some_and(|(_, name)| name.contains("What are your limits")));
    seat.focus_shows();
    seat.types("In my paid hours");
    seat.keys(&["Tab"]);
    seat.types("I call back");
    // Escape keeps the words, and so does the lock.
    seat.keys(&["Escape"]);
    seat.says("You began to write this and left it.");
    seat.lock();
    let seat = desk.sit_open();
    seat.keys(&["Control+7"]);
    seat.click("button", "Go on");
    seat.until("the words", || seat.css("#purpose-mission").value().is_ok_and(|t| t == "I call back"));
    seat.keys(&["Control+Enter"]);
    seat.until("the card", || seat.all("p.line").is_ok_and(|all| all.len() == 1));
    seat.says("I call back");

    // Before a shift it is what is read first.
    begin_from_today(&seat, "Before the shift");
    seat.see("heading", "If it gets tense, then what will you do?");
    let above = "
        const line = document.querySelector('p.mission');
        const asked = document.querySelector('.step h2');
        return line !== null && line.textContent.trim().endsWith('I call back') && line.getBoundingClientRect().bottom <= asked.getBoundingClientRect().top;
    ";
    assert_eq!(seat.ask(above, &[]), json!(true), "the line of the mission stands above the questions");
    seat.kill();
    let kept = listed(&desk, "mission");
    assert_eq!(kept.len(), 1);
    let fields: Vec<&str> = kept[0]["answers"].as_array().unwrap().iter().map(|a| a["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["who_comes", "limits", "mission"]);
}

#[test]
fn s1_7_a_change_of_purpose_is_a_new_version_beside_the_older_ones() {
    let desk = desk_with(&[card(200, "In my paid hours.", "I listen."), card(20, "Not when I am abused.", "I listen and call back.")]);
    let seat = desk.sit_open();
    seat.go("My purpose");
    seat.says("I listen and call back.");
    seat.click("button", "Edit");
    seat.until("the one line", || seat.all("#purpose-mission").is_ok_and(|all| all.len() == 1));
    seat.css("#purpose-mission").fill("I listen, tell the truth and call back.").unwrap();
    seat.click("button", "Keep this");
    seat.says("I listen, tell the truth and call back.");
    seat.click("button", "2 older versions");
    seat.see("heading", "Side by side");
    let sides = "return Array.from(document.querySelectorAll('article .line'), (e) => e.textContent)";
    seat.until("the last two", || seat.ask(sides, &[]) == json!(["I listen and call back.", "I listen, tell the truth and call back."]));
    assert_eq!(seat.css("article select").name().unwrap(), "On this side");
    let choose =
        "const s = document.querySelector('article select'); s.selectedIndex = 2; s.dispatchEvent(new Event('change', { bubbles: true }))";
    seat.ask(choose, &[]);
    seat.until("the first one", || seat.ask(sides, &[])[0] == json!("I listen."));
    seat.screenshot("purpose-pair");
    seat.keys(&["Escape"]);
    seat.see("button", "Edit");
    seat.kill();
    assert_eq!(listed(&desk, "mission").len(), 3, "no version was changed");
}

// ---- looking back

#[test]
fn s0_6_s0_14_s0_18_s2_13_s4_3_look_back_is_read_by_keyboard_and_leads_to_days_and_threads() {
    let mut heard = moment(9, "Let him finish his story.");
    heard["need"] = json!("to be heard");
    heard["who"] = json!("Blue hat");
    heard["pursuits"] = json!(["made-simple"]);
    let mut other = moment(2, "Called the school back.");
    other["tags"] = json!(["small things"]);
    let hard = json!({"kind": "hard-day", "text": "", "happened": format!("{}T20:00", ago(9))});
    let worked =
        json!({"kind": "words-that-worked", "text": "I hear you, and I will stay on the line.", "happened": format!("{}T10:00", ago(3))});
    let desk = desk_with(&[heard, other, hard, worked]);
    let seat = desk.sit_open();
    seat.keys(&["Control+6"]);
    seat.says("People you have noted helping: 2. Stones laid: 4. Promises kept: 0.");
    assert!(!seat.ask("return document.querySelector('main').innerText", &[]).as_str().unwrap().contains('%'));
    // The range by arrows, then one Tab stop for all days, on the newest with a stone.
    seat.until("the range", || seat.ask("document.querySelector('[role=radio][tabindex=\"0\"]').focus(); return 1", &[]) == json!(1));
    seat.keys(&["ArrowLeft"]);
    seat.focus_is("radio", "12 weeks");
    seat.keys(&["Tab", "Tab"]);
    let stands = || seat.focus().map(|(_, name)| name).unwrap_or_default();
    seat.until("the newest day with a stone", || stands().ends_with("1 stone, Helped"));
    seat.focus_shows();
    seat.keys(&["ArrowLeft"]);
    seat.until("the same day a week before", || {
        stands().ends_with("2 stones, Helped, Hard day") || stands().ends_with("2 stones, Hard day, Helped")
    });
    seat.keys(&["ArrowUp"]);
    seat.until("a day without", || stands().ends_with("no stone"));
    seat.keys(&["ArrowDown", "Enter"]);
    seat.see("heading", "Timeline");
    seat.until("that day alone", || seat.rows().len() == 2);
    seat.row("Let him finish his story.");

    seat.keys(&["Control+6"]);
    seat.click("button", "to be heard: 1 time");
    // What was sought is what the row shows.
    seat.until("the moment of the need", || seat.rows().len() == 1);
    seat.row("to be heard");
    for (thread, words) in [("Blue hat: 1 time", "Let him finish"), ("small things: 1 time", "Called the school")] {
        seat.keys(&["Control+6"]);
        seat.click("button", thread);
        seat.until("the moment of the thread", || seat.rows().len() == 1);
        seat.row(words);
    }
    seat.keys(&["Control+6"]);
    seat.click("button", &format!("Words that worked, kept in {}: 1. Read them again.", &ago(3)[..4]));
    seat.until("the words alone", || seat.rows().len() == 1);
    seat.row("I hear you");
    seat.keys(&["Control+6"]);
    seat.click("button", "Made it simple: 1 time");
    seat.until("the moment of the pursuit", || seat.rows().len() == 1);
    seat.keys(&["Control+6"]);
    seat.see("button", "Made it simple: 1 time");
    seat.click("button", "Read as tables");
    seat.until("tables in place of pictures", || {
        seat.ask("return [document.querySelectorAll('main table').length > 3, document.querySelector('[role=grid]') === null]", &[])
            == json!([true, true])
    });
}

#[test]
fn what_it_rests_on_is_told_with_its_nulls_from_look_back_and_from_settings() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.go("Look back");
    seat.click("button", "What this rests on");
    seat.focus_is("heading", "What this rests on");
    for words in ["What we do not say", "found no effect", "seen in what others wrote"] {
        seat.says(words);
    }
    seat.keys(&["Escape"]);
    seat.see("heading", "Look back");
    seat.go("Settings");
    seat.click("button", "Read it");
    seat.focus_is("heading", "What this rests on");
    seat.keys(&["Escape"]);
    seat.see("heading", "Settings");
}
