//! Half a sentence survives whatever ends the window.

use crate::{
    seat::{Desk, Seat},
    seed::{blank, filled, text},
};

const BOX: &str = "Who did you help today, and what did you do?";

#[test]
fn draft_survives_other_rooms_closing_locking_and_a_power_cut() {
    let desk = Desk::with(blank());
    let mut half = String::from("Half a sentence");
    let seat = desk.sit_open();
    seat.focus_is("textbox", BOX);
    seat.types(&half);
    seat.go("Settings");
    seat.go("Today");
    holds(&seat, &half);

    // Asked to close in the middle of a word.
    more(&seat, &mut half, ", closed");
    seat.close_window();
    let seat = desk.sit_open();
    holds(&seat, &half);

    more(&seat, &mut half, ", locked");
    seat.lock();
    let seat = desk.sit_open();
    holds(&seat, &half);

    // What is said of the draft is true of its newest words: it can be believed, and the plug pulled.
    let before = desk.written();
    more(&seat, &mut half, ", cut");
    seat.says("Draft kept");
    assert!(desk.written() > before, "it says that the draft is kept before the disk has it");
    seat.kill();
    let seat = desk.sit_open();
    holds(&seat, &half);

    // Kept at last: nothing of the draft is left behind.
    seat.keys(&["Control+Enter"]);
    seat.see("button", &format!("Open: {half}"));
    seat.kill();
    let seat = desk.sit_open();
    seat.see("button", &format!("Open: {half}"));
    holds(&seat, "");
}

#[test]
fn draft_of_a_change_survives_a_power_cut_and_can_be_let_go() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    begin(&seat);
    seat.types(" Not yet kept");
    seat.says("Draft kept");
    seat.kill();

    let seat = desk.sit_open();
    seat.go("Timeline");
    seat.row(&text(0)).click().unwrap();
    seat.says("Unfinished changes from last time");
    assert!(!seat.css("article.detail .own").text().unwrap().contains("Not yet kept"), "what is read is what was kept");
    seat.click("button", "Go on");
    seat.until("the unfinished words", || seat.field("What you did").value().is_ok_and(|t| t.ends_with("Not yet kept")));
    seat.keys(&["Escape"]);
    seat.says("Your changes are kept as a draft.");
    seat.click("button", "Let them go");
    seat.says("Let go.");
    seat.click("button", "Edit");
    seat.until("the words as they were kept", || seat.field("What you did").value().is_ok_and(|t| t == text(0)));
}

fn begin(seat: &Seat<'_>) {
    seat.go("Timeline");
    seat.row(&text(0)).click().unwrap();
    seat.click("button", "Edit");
    seat.focus_is("textbox", "What you did");
    seat.keys(&["Control+End"]);
}

fn more(seat: &Seat<'_>, half: &mut String, words: &str) {
    seat.field(BOX).click().unwrap();
    seat.keys(&["Control+End"]);
    seat.types(words);
    half.push_str(words);
    holds(seat, half);
}

fn holds(seat: &Seat<'_>, wanted: &str) {
    let mut last = String::new();
    let end = support::wait::now() + support::wait::PATIENCE;
    while last != wanted {
        assert!(support::wait::now() < end, "the box holds {last:?} and not {wanted:?}");
        last = seat.field(BOX).value().unwrap_or_default();
    }
}
