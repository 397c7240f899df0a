//! From nothing to a first moment, and the whole life of that moment after it.

use std::fs;

use serde_json::Value;
use support::{wait::PATIENCE, wait_until, within};

use crate::seat::{Desk, KEY_WORK, Seat};

const FIRST: &str = "The man with the blue hat: stayed on the line until his refund came.";
const CHANGED: &str = "The man with the blue hat: stayed, and called him back at four.";

#[test]
fn s0_1_first_run_keeps_the_moment_in_six_actions_and_capture_takes_two() {
    let desk = Desk::new();
    let seat = desk.sit();
    seat.says("One person, one moment, one line. That is all it takes.");
    let (passphrase, _) = first_run(&seat, FIRST);
    let used = seat.actions();
    assert!(used <= 6, "first run took {used} actions, six are allowed");
    // Today shows the moment kept while the journal was made.
    seat.says(FIRST);

    seat.focus_is("textbox", "Who did you help today, and what did you do?");
    seat.types("A second one, between two calls");
    seat.keys(&["Control+Enter"]);
    assert_eq!(seat.actions(), 2);
    seat.see("button", "Open: A second one, between two calls");
    seat.lock();

    let seat = desk.sit();
    seat.unlock(&passphrase);
    seat.says(FIRST);
    seat.says("A second one, between two calls");
}

#[test]
fn one_moment_is_found_changed_brought_back_binned_undone_and_taken_away() {
    let desk = Desk::new();
    let seat = desk.sit();
    first_run(&seat, FIRST);
    find(&seat);
    change(&seat);
    bring_back(&seat);
    bin_and_undo(&seat);
    take_away(&seat, &desk);
}

/// The three screens. Gives the passphrase and the recovery key.
pub(crate) fn first_run(seat: &Seat<'_>, text: &str) -> (String, String) {
    let question = "Who did you help today, and what did you do?";
    seat.focus_is("textbox", question);
    seat.actions();
    seat.types(text);
    seat.keys(&["Control+Enter"]);
    seat.see("heading", "Choose a passphrase");
    let passphrase = offer(seat);
    seat.click("button", "Make my journal");
    wait_until(KEY_WORK, "the recovery sheet", || seat.sees("heading", "Your recovery sheet"));
    let recovery = seat.copy_sheet();
    seat.click("button", "It is right");
    seat.at_today();
    (passphrase, recovery)
}

/// The five words that are offered.
pub(crate) fn offer(seat: &Seat<'_>) -> String {
    within(PATIENCE, "five words", || {
        let said = seat.css(".five").text().ok()?;
        (said.split_whitespace().count() == 5).then_some(said)
    })
}

fn find(seat: &Seat<'_>) {
    seat.keys(&["Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
    seat.types("refund");
    seat.until("the word that was sought, marked", || {
        seat.all("mark").is_ok_and(|marks| marks.first().is_some_and(|mark| mark.text().is_ok_and(|t| t == "refund")))
    });
    seat.row("refund").click().expect("the row is opened");
    seat.see("button", "Edit");
}

fn change(seat: &Seat<'_>) {
    seat.click("button", "Edit");
    seat.focus_is("textbox", "What you did");
    seat.fill("What you did", CHANGED);
    seat.click("button", "Keep changes");
    seat.says("Changes kept.");
    seat.gone("textbox", "What you did");
    assert!(seat.css("article.detail").text().unwrap().contains(CHANGED));
}

fn bring_back(seat: &Seat<'_>) {
    seat.click("button", "More on this moment");
    seat.click("menuitem", "Older versions");
    seat.see("heading", "Older versions");
    let both = seat.css("article.detail").text().unwrap();
    assert!(both.contains(FIRST) && both.contains(CHANGED), "both versions are read beside each other: {both}");
    seat.click("button", "Bring this one back");
    seat.says("That version is back.");
    let now = seat.css("article.detail").text().unwrap();
    assert!(now.contains(FIRST) && !now.contains(CHANGED), "{now}");
}

fn bin_and_undo(seat: &Seat<'_>) {
    seat.click("button", "More on this moment");
    seat.click("menuitem", "Put in the bin");
    seat.says("Put in the bin.");
    seat.until("the row to leave", || seat.now_row("refund").is_none());
    seat.click("button", "Undo");
    seat.row("refund");
}

fn take_away(seat: &Seat<'_>, desk: &Desk) {
    seat.go("Purpose log");
    seat.until("the page", || seat.css("article.paper").text().is_ok_and(|page| page.contains(FIRST)));
    seat.says("1 moment");
    seat.click("button", "Save as Markdown…");
    seat.says("This copy is not locked.");
    seat.click("button", "Save the archive…");
    let names = || fs::read_dir(desk.saved()).into_iter().flatten().flatten().map(|f| f.path());
    let of = |ending: &str| {
        within(PATIENCE, &format!("a saved file .{ending}"), || names().find(|p| p.extension().is_some_and(|e| e == ending)))
    };
    let log = fs::read_to_string(of("md")).unwrap();
    assert!(log.starts_with("# Purpose log") && log.contains(FIRST) && !log.contains(CHANGED), "{log}");
    seat.until("the archive's name", || {
        seat.ask("return document.querySelector('.archive .result').textContent", &[]).as_str() != Some("")
    });
    let archive: Value = serde_json::from_str(&fs::read_to_string(of("json")).unwrap()).expect("the archive is JSON");
    let all = archive.to_string();
    assert!(all.contains(FIRST) && all.contains(CHANGED), "the archive holds the older version as well");
}
