//! The weekly check-in: filled in by keyboard, its three rules, and words that come after eight.

use serde_json::{Value, json};

use crate::{
    practice_look::{ago, desk_with, listed},
    seat::Seat,
};

const ITEMS: [&str; 9] =
    ["mattered", "worth-it", "used-skill", "had-a-say", "backed-up", "safe-respected", "energy-left", "switch-off", "still-warm"];

/// A check-in so many weeks ago with one mark for each line of a group.
fn week(weeks: i64, meaning: u8, conditions: u8, fuel: u8) -> Value {
    let marks: serde_json::Map<String, Value> =
        ITEMS.iter().enumerate().map(|(i, item)| ((*item).to_owned(), json!([meaning, conditions, fuel][i / 3]))).collect();
    json!({"kind": "check-in", "text": "", "marks": marks, "happened": ago(weeks * 7)})
}

/// Turns the check-in on for today and opens it.
fn begin(seat: &Seat<'_>) {
    seat.keys(&["Control+6"]);
    seat.until("the switch", || {
        seat.ask("return document.querySelector('.checkin [role=switch]:not(:disabled)') !== null", &[]) == json!(true)
    });
    seat.ask("document.querySelector('.checkin [role=switch]').focus()", &[]);
    seat.keys(&["Space"]);
    seat.see("button", "Fill it in");
    seat.ask("Array.from(document.querySelectorAll('.checkin button')).find((b) => b.textContent.includes('Fill it in')).focus()", &[]);
    seat.keys(&["Enter"]);
    seat.focus_is("heading", "How was work this week?");
    seat.keys(&["Tab"]);
    seat.focus_is("radio", "Not at all");
}

#[test]
fn s0_2_s0_3_s0_20_s1_1_check_in_is_filled_in_by_keyboard_and_three_rules_speak() {
    let past = [(8, 4, 4, 4), (7, 4, 4, 4), (6, 4, 4, 4), (5, 4, 4, 4), (4, 4, 4, 4), (3, 4, 2, 2), (2, 4, 2, 2), (1, 4, 2, 2)];
    let desk = desk_with(&past.map(|(weeks, m, c, f)| week(weeks, m, c, f)));
    let seat = desk.sit_open();
    begin(&seat);
    seat.focus_shows();
    // A digit marks and goes on; arrows choose within a line; Tab leaves a line out.
    seat.keys(&["4", "4", "Tab", "2", "2", "2"]);
    seat.focus_is("radio", "Not at all");
    seat.keys(&["ArrowRight"]);
    seat.focus_is("radio", "A little");
    seat.keys(&["Tab", "2", "Tab"]);
    seat.focus_is("textbox", "Anything you want to remember about this week?");
    seat.types("Two people left");
    seat.keys(&["Control+Enter"]);
    seat.says("You noted that you did not feel safe or respected.");
    seat.says("You have been low on fuel for a few weeks.");
    seat.says("That points to the workplace, not to you.");
    seat.says("Conditions look lower than a month ago.");
    assert!(!seat.shows("Meaning looks"));
    assert!(!seat.sees("button", "Fill it in"), "not again before its time");
    seat.screenshot("lookback-check-in");
    seat.click("button", "Get help");
    seat.see("heading", "Get help");
    seat.kill();
    let kept = listed(&desk, "check-in");
    assert_eq!(kept.len(), 9);
    let marks =
        json!({"mattered": 4, "worth-it": 4, "had-a-say": 2, "backed-up": 2, "safe-respected": 2, "energy-left": 2, "switch-off": 2});
    assert_eq!((&kept[0]["marks"], &kept[0]["text"]), (&marks, &json!("Two people left")));
}

#[test]
fn s3_2_words_under_the_charts_come_after_eight_check_ins() {
    let past = [(7, 3, 4, 3), (6, 3, 4, 3), (5, 3, 4, 3), (4, 3, 4, 3), (3, 3, 3, 3), (2, 3, 3, 3), (1, 3, 3, 3)];
    let desk = desk_with(&past.map(|(weeks, m, c, f)| week(weeks, m, c, f)));
    let seat = desk.sit_open();
    seat.keys(&["Control+6"]);
    seat.says("7 check-ins so far. Words about a change come after eight.");
    assert!(!seat.shows("than a month ago"));
    seat.keys(&["Control+1"]);
    seat.see("textbox", "Who did you help today, and what did you do?");
    begin(&seat);
    seat.keys(&["3", "3", "3", "3", "3", "3", "3", "3", "3"]);
    seat.until("the open line", || seat.focus().is_some_and(|(role, _)| role == "textbox"));
    seat.keys(&["Control+Enter"]);
    seat.says("Conditions look lower than a month ago.");
    seat.see("heading", "Weekly check-in");
    let alike = "return Array.from(document.querySelectorAll('figure'), (f) => [f.querySelectorAll('.dot').length, f.querySelectorAll('.run').length])";
    assert_eq!(seat.ask(alike, &[]), json!([[8, 1], [8, 1], [8, 1]]));
    // Apart from what was kept: no count of moments in it.
    assert!(!seat.css("section.checkin").text().unwrap().to_lowercase().contains("stone"));
}
