//! What people can count on, the day's question, the small forms, and what was learned later: by mouse and by keyboard.

use serde_json::{Value, json};
use support::{wait::PATIENCE, within};

use crate::{
    seat::{Desk, Seat},
    seed::blank,
};

pub(crate) const BOX: &str = "Who did you help today, and what did you do?";
pub(crate) const PROMPT: &str = "A question, if you like";

/// What the command line says of all promises: words and standing.
fn promised(desk: &Desk) -> Vec<(String, String)> {
    desk.scratch.end_programs();
    let all: Value = serde_json::from_slice(&desk.cli_done(&["--json", "promise", "list"], "").stdout).unwrap();
    let rows = all.get("rows").unwrap_or(&all).as_array().unwrap().clone();
    rows.iter()
        .map(|row| {
            let promise = row.get("promise").unwrap_or(row);
            let text = |field: &str| promise.get(field).or(row.get(field)).and_then(Value::as_str).unwrap_or_default().to_owned();
            (text("what"), text("state"))
        })
        .collect()
}

fn entries(desk: &Desk) -> Vec<Value> {
    desk.scratch.end_programs();
    let all: Value = serde_json::from_slice(&desk.cli_done(&["--json", "list"], "").stdout).unwrap();
    all.as_array().unwrap().clone()
}

/// The question below the box, with its theme and its note.
fn offered(seat: &Seat<'_>) -> String {
    seat.see("region", PROMPT).text().unwrap()
}

/// Only the question.
pub(crate) fn question(seat: &Seat<'_>) -> String {
    seat.ask("return document.querySelector('.ask-one .text')?.textContent ?? ''", &[]).as_str().unwrap().to_owned()
}

#[test]
fn s0_15_a_promise_is_made_in_the_box_in_a_moment_and_alone() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    // In the box, with what was understood shown while it is typed.
    seat.types("Sat with the man with the blue hat");
    seat.click("button", "Promise");
    seat.focus_is("textbox", "What you promised");
    seat.types("Bring the form");
    seat.fill("To whom", "the man with the blue hat");
    seat.fill("By when", "today");
    seat.until("the day", || {
        seat.all(".promise-fields .note").is_ok_and(|all| all.iter().any(|one| one.text().is_ok_and(|t| !t.starts_with("As you would"))))
    });
    assert_eq!(seat.field("How they can reach you").attribute("placeholder").unwrap().as_deref(), Some("within your paid hours"));
    seat.fill("By when", "when the boss is back");
    seat.says("Kept as you wrote it; no day was understood.");
    seat.fill("By when", "today");
    seat.keys(&["Control+Enter"]);
    seat.see("region", "Promises for today");
    seat.says("You told the man with the blue hat you would get back to them by today.");
    seat.see("button", "Done: Bring the form");
    assert_eq!(seat.ask("return document.querySelector('.rail .count').textContent", &[]), json!("1"));

    // In a moment that was kept already.
    seat.go("Timeline");
    seat.row("Sat with").click().unwrap();
    seat.see("button", "Done: Bring the form");
    seat.click("button", "Promise");
    seat.focus_is("textbox", "What you promised");
    seat.types("Tell the ward");
    seat.fill("By when", "tomorrow");
    seat.keys(&["Enter"]);
    seat.see("button", "Done: Tell the ward");

    // And alone.
    seat.keys(&["Control+5"]);
    seat.see("heading", "Promises");
    seat.click("button", "Make a promise");
    seat.focus_is("textbox", "What you promised");
    seat.types("Ask about the rota");
    seat.keys(&["Enter"]);
    seat.see("heading", "No day set");
    for what in ["Bring the form", "Tell the ward", "Ask about the rota"] {
        seat.see("group", what);
    }
    seat.kill();
    let mut all = promised(&desk);
    all.sort();
    let open = |what: &str| (what.to_owned(), "open".to_owned());
    assert_eq!(all, [open("Ask about the rota"), open("Bring the form"), open("Tell the ward")]);
}

#[test]
fn s2_6_s2_18_promises_are_answered_by_keyboard_alone_and_a_kept_one_becomes_a_moment() {
    let desk = Desk::with(blank());
    for what in ["Ring her back", "Find the parcel", "Write to Dev", "Stay late"] {
        desk.cli_done(&["promise", "add", what], "");
    }
    let seat = desk.sit_open();
    seat.keys(&["Control+5"]);
    seat.see("heading", "No day set");
    seat.see("group", "Stay late");
    to_first_line(&seat);
    let first = on_line(&seat);
    seat.focus_shows();
    seat.keys(&["k"]);
    seat.says("1 of 1 kept");
    seat.until("the next one", || !on_line(&seat).is_empty() && on_line(&seat) != first);
    // Another day, in one's own words, as understood.
    let second = on_line(&seat);
    seat.keys(&["m"]);
    seat.focus_is("textbox", "By when");
    seat.types("tomorrow");
    seat.keys(&["Enter"]);
    seat.see("heading", "Later");
    seat.until("the moved one in its place", || seat.see("region", "Later").text().is_ok_and(|text| text.contains(&second)));
    // Handed on, with a name.
    seat.until("a line", || !on_line(&seat).is_empty());
    if on_line(&seat) == second {
        seat.keys(&["ArrowDown"]);
    }
    seat.keys(&["h"]);
    seat.focus_is("textbox", "Who has it now, if you like");
    seat.keys(&["Escape"]);
    seat.focus_shows();
    seat.keys(&["h"]);
    seat.focus_is("textbox", "Who has it now, if you like");
    seat.types("Sam");
    seat.keys(&["Enter"]);
    seat.says("1 of 2 kept");
    // Let go, and taken back.
    seat.until("a line", || !on_line(&seat).is_empty());
    seat.keys(&["l"]);
    seat.says("1 of 3 kept");
    seat.keys(&["Control+z"]);
    seat.says("1 of 2 kept");

    // A kept one may become a moment, in Today's box.
    seat.see("button", &format!("Make it a moment: {first}")).send("\u{E007}").unwrap();
    seat.focus_is("textbox", BOX);
    assert_eq!(seat.field(BOX).value().unwrap(), first);
    seat.keys(&["Control+Enter"]);
    seat.see("button", &format!("Open: {first}"));
    seat.kill();
    let mut states: Vec<String> = promised(&desk).into_iter().map(|(_, state)| state).collect();
    states.sort();
    assert_eq!(states, ["handed-on", "kept", "open", "open"]);
    assert_eq!(entries(&desk)[0]["text"], json!(first));
}

/// From wherever the focus is, by Tab, to the first promise.
fn to_first_line(seat: &Seat<'_>) {
    for _ in 0..30 {
        if !on_line(seat).is_empty() {
            return;
        }
        seat.keys(&["Tab"]);
    }
    panic!("Tab never came to a promise; the focus is on {:?}", seat.focus());
}

/// The promise whose line has the focus; empty for none.
fn on_line(seat: &Seat<'_>) -> String {
    let body = "const e = document.activeElement; return e?.hasAttribute('data-promise') ? e.getAttribute('aria-label') : ''";
    seat.ask(body, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn s0_5_one_question_a_day_is_swapped_written_to_and_put_off() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    let first = offered(&seat);
    seat.click("button", "Swap");
    seat.until("another question", || seat.sees("region", PROMPT) && offered(&seat) != first);
    let asked = question(&seat);
    seat.click("button", "Write");
    seat.focus_is("textbox", &asked);
    seat.see("heading", &asked);
    seat.types("Half an answer");
    seat.click("button", "Back to the usual question");
    seat.until("the words to stay", || seat.field(BOX).value().is_ok_and(|text| text == "Half an answer"));
    seat.click("button", "Write");
    seat.focus_is("textbox", &asked);
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Open: Half an answer");
    seat.see("heading", BOX);
    seat.until("another question or none", || !seat.sees("region", PROMPT) || question(&seat) != asked);
    // "Not now" lasts until the next shift day, over closing and opening again.
    if seat.sees("region", PROMPT) {
        seat.click("button", "Not now");
        seat.gone("region", PROMPT);
    }
    seat.kill();
    let kept = entries(&desk);
    assert_eq!(kept[0]["text"], json!("Half an answer"));
    assert!(kept[0]["prompt"].is_string(), "{kept:?}");
    assert!(["moment", "reflection"].contains(&kept[0]["kind"].as_str().unwrap()));
    let seat = desk.sit_open();
    seat.see("button", "Open: Half an answer");
    assert!(!seat.sees("region", PROMPT));
}

#[test]
fn s0_4_s2_7_s3_13_s3_14_small_forms_of_the_kinds_are_asked_read_and_passed_on() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.keys(&["Alt+2"]);
    seat.focus_is("textbox", "What did they say, word for word?");
    seat.types("You are the one who explains things.");
    seat.fill("Who said it?", "a daughter");
    seat.keys(&["Control+Enter"]);
    seat.focus_is("textbox", BOX);
    for (kind, opening, text, fields) in [
        (
            "Words that worked",
            "What did you say that worked?",
            "Let us look at it together.",
            vec![("When could you use it again?", "When somebody shouts")],
        ),
        (
            "Snag and idea",
            "What trips people up?",
            "The form asks twice.",
            vec![
                ("Who does it hurt?", "callers"),
                ("What would you do about it?", "Ask once."),
                ("Who could say yes to it?", "the desk lead"),
            ],
        ),
    ] {
        seat.click("button", "More kinds");
        seat.click("menuitem", kind);
        seat.fill(opening, text);
        for (question, words) in &fields {
            seat.fill(question, words);
        }
        assert!(!seat.sees("radiogroup", "What did they need?"));
        seat.keys(&["Control+Enter"]);
        seat.see("button", &format!("Open: {text}"));
        seat.click("button", &format!("Open: {text}"));
        let page = within(PATIENCE, "the answers", || seat.css("article.detail").text().ok().filter(|page| page.contains(fields[0].1)));
        for (question, words) in &fields {
            assert!(page.contains(question) && page.contains(words), "{question}: {words} is not in\n{page}");
        }
        seat.keys(&["Control+1"]);
        seat.see("heading", BOX);
    }
    // Read, changed in place, passed on.
    seat.go("Timeline");
    seat.row("You are the one").click().unwrap();
    seat.says("a daughter");
    seat.click("button", "Pass it on");
    seat.says("Copied. Say it to a teammate when it suits you both.");
    seat.click("button", "Edit");
    seat.fill("Who said it?", "her dad");
    seat.keys(&["Control+Enter"]);
    seat.says("her dad");
    seat.kill();
    let kept = entries(&desk);
    let answers: Vec<&Value> = kept.iter().map(|entry| &entry["answers"]).collect();
    assert_eq!(answers[2], &json!([{"field": "said_by", "text": "her dad"}]));
    assert_eq!(answers[0][1], json!({"field": "my_fix", "text": "Ask once."}));
}

#[test]
fn s4_1_what_was_learned_later_stands_below_the_moment_and_survives_a_change() {
    let desk = Desk::with(blank());
    desk.cli_done(&["add", "--batch"], "{\"text\": \"Found the parcel\"}\n");
    let seat = desk.sit_open();
    seat.go("Timeline");
    seat.row("Found the parcel").click().unwrap();
    seat.click("button", "Add what you learned later");
    seat.focus_is("textbox", "What did you learn later?");
    seat.types("He had it before");
    seat.keys(&["Escape"]);
    seat.focus_is("button", "Add what you learned later");
    seat.keys(&["Enter"]);
    seat.until("what was begun", || seat.field("What did you learn later?").value().is_ok_and(|text| text == "He had it before"));
    seat.fill("What did you learn later?", "He had it before his shift.");
    seat.keys(&["Control+Enter"]);
    seat.see("list", "Learned later");
    seat.says("He had it before his shift.");
    seat.click("button", "Edit");
    seat.fill("What you did", "Found the missing parcel");
    seat.keys(&["Control+Enter"]);
    seat.row("Found the missing parcel");
    seat.says("He had it before his shift.");
    seat.kill();
    let kept = entries(&desk);
    assert_eq!(kept[0]["ripples"][0]["text"], json!("He had it before his shift."));
}

#[test]
fn s0_8_s0_16_s2_10_people_to_count_on_are_put_on_the_card_in_their_order() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.keys(&["Control+5"]);
    seat.says("You give others your name, number and hours. Who has given you theirs?");
    for (name, reach) in [("Ada", "desk 4"), ("Grace", "the ward phone")] {
        seat.click("button", "Add somebody");
        seat.focus_is("textbox", "Name");
        seat.types(name);
        seat.fill("How to reach them", reach);
        seat.fill("Hours", "after seven");
        seat.keys(&["Enter"]);
        seat.see("button", &format!("Edit: {name}"));
    }
    seat.click("button", "More on Grace");
    seat.keys(&["ArrowDown"]);
    seat.click("menuitem", "Move up");
    let order = || seat.ask("return Array.from(document.querySelectorAll('.who b'), (e) => e.textContent)", &[]);
    seat.until("another order", || order() == json!(["Grace", "Ada"]));
    seat.kill();
    let seat = desk.sit_open();
    seat.keys(&["Control+5"]);
    seat.see("button", "Edit: Ada");
    let order = || seat.ask("return Array.from(document.querySelectorAll('.who b'), (e) => e.textContent)", &[]);
    assert_eq!(order(), json!(["Grace", "Ada"]));
    seat.click("button", "More on Ada");
    seat.click("menuitem", "Remove");
    seat.until("one left", || order() == json!(["Grace"]));
    seat.click("button", "Undo");
    seat.until("both again", || order() == json!(["Grace", "Ada"]));
}
