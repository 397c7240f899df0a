//! Everything by the keyboard alone, with the focus always seen and always where it is expected.

use serde_json::json;

use crate::{
    seat::{Desk, KEY_WORK, Seat},
    seed::{PASSPHRASE, filled, text},
};

const BOX: &str = "Who did you help today, and what did you do?";

#[test]
fn keyboard_alone_opens_keeps_undoes_and_locks() {
    let desk = Desk::with(filled());
    let seat = desk.sit();
    seat.focus_is("textbox", "Passphrase");
    seat.focus_shows();
    seat.types(PASSPHRASE);
    seat.keys(&["Enter"]);
    support::wait_until(KEY_WORK, "Today", || seat.sees("heading", BOX));
    seat.focus_is("textbox", BOX);
    seat.focus_shows();

    seat.types("Kept by keys");
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Open: Kept by keys");
    seat.focus_is("textbox", BOX);
    seat.until("an empty box", || seat.field(BOX).value().is_ok_and(|text| text.is_empty()));

    // From the room to the message: its Undo brings the words back to where they came from.
    seat.keys(&["F6"]);
    seat.focus_is("button", "Undo");
    seat.focus_shows();
    seat.keys(&["Enter"]);
    seat.until("the words in the box again", || seat.field(BOX).value().is_ok_and(|text| text == "Kept by keys"));
    seat.focus_is("textbox", BOX);
    seat.gone("button", "Open: Kept by keys");
    seat.lock();

    let seat = desk.sit();
    seat.focus_is("textbox", "Passphrase");
}

#[test]
fn keyboard_alone_reaches_every_part_of_today_in_order() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.focus_is("textbox", BOX);
    for (role, name) in
        [("radio", "I helped"), ("button", "More kinds"), ("button", "Details"), ("button", "Promise"), ("button", "Keep this moment")]
    {
        seat.keys(&["Tab"]);
        seat.focus_is(role, name);
        seat.focus_shows();
    }
    for (role, name) in [
        ("button", "Promise"),
        ("button", "Details"),
        ("button", "More kinds"),
        ("radio", "I helped"),
        ("textbox", BOX),
        ("button", "Lock"),
        ("button", "Lift A moment when I mattered"),
    ] {
        seat.keys(&["Shift+Tab"]);
        seat.focus_is(role, name);
        seat.focus_shows();
    }
    // F6 goes round the parts of the window; the arrows stay within the five stones.
    seat.keys(&["F6"]);
    seat.focus_is("textbox", BOX);
    seat.keys(&["Tab", "ArrowRight", "ArrowRight"]);
    seat.focus_is("radio", "I learned");
    seat.keys(&["Control+d"]);
    seat.focus_is("radio", "customer");
    // Through all rows: nothing that has the focus lies under the bar with the button.
    for _ in 0..9 {
        seat.focus_shows();
        seat.keys(&["Tab"]);
    }
    seat.focus_is("button", "More");
    seat.focus_shows();
    seat.keys(&["Control+d"]);
    seat.focus_is("textbox", BOX);
    seat.keys(&["F6"]);
    seat.focus_is("button", "Today");
    seat.keys(&["Tab", "Tab", "Space"]);
    seat.see("heading", "Timeline");
}

#[test]
fn keyboard_alone_walks_through_the_rooms_and_back() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    for (chord, heading) in [("Control+2", "Timeline"), ("Control+3", "Purpose log"), ("Control+Comma", "Settings"), ("Control+1", BOX)] {
        seat.keys(&[chord]);
        seat.see("heading", heading);
        seat.until("the focus in the room", || seat.ask("return document.activeElement.closest('main') !== null", &[]) == json!(true));
    }
    seat.focus_is("textbox", BOX);
    seat.keys(&["Alt+ArrowLeft"]);
    seat.see("heading", "Settings");
    seat.keys(&["Alt+ArrowRight"]);
    seat.see("heading", BOX);

    seat.keys(&["F1"]);
    seat.see("dialog", "Keys");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Keys");
    seat.keys(&["Control+Plus"]);
    seat.says("Text size 110 %");
    seat.keys(&["Control+0"]);
    seat.says("Text size 100 %");
    seat.keys(&["Control+2", "Control+n"]);
    seat.focus_is("textbox", BOX);
}

#[test]
fn keyboard_alone_reads_changes_bins_and_brings_back_in_the_timeline() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.keys(&["Control+2"]);
    on_row(&seat, &text(0));
    seat.focus_shows();
    seat.keys(&["ArrowDown"]);
    on_row(&seat, &text(1));
    seat.keys(&["End"]);
    seat.until("a row far below", || !row_in_focus(&seat).contains("Seed 001"));
    seat.keys(&["Home", "ArrowDown", "ArrowDown", "Enter"]);
    seat.until("the heading of the moment", || seat.focus().is_some_and(|(role, _)| role == "heading"));
    seat.until("the moment of the row", || seat.css("article.detail").text().is_ok_and(|t| t.contains(&text(2))));
    seat.keys(&["Escape"]);
    on_row(&seat, &text(2));

    seat.keys(&["e"]);
    seat.focus_is("textbox", "What you did");
    seat.focus_shows();
    seat.keys(&["Control+End"]);
    seat.types(" Changed by keys.");
    seat.keys(&["Control+Enter"]);
    seat.says("Changes kept.");
    seat.row("Changed by keys.");

    seat.keys(&["Escape"]);
    on_row(&seat, &text(2));
    seat.keys(&["b"]);
    seat.says("Kept close.");
    seat.keys(&["Delete"]);
    seat.says("Put in the bin.");
    on_row(&seat, &text(3));
    assert!(seat.now_row(&text(2)).is_none());
    seat.keys(&["Control+z"]);
    seat.row(&text(2));
    seat.keys(&["Control+Shift+z"]);
    seat.until("the row to leave again", || seat.now_row(&text(2)).is_none());
}

#[test]
fn keyboard_alone_searches_and_leaves_the_search() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.keys(&["Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
    seat.types("blue hat");
    seat.until("only what was sought", || all_rows(&seat, "blue hat"));
    seat.keys(&["ArrowDown"]);
    on_row(&seat, "blue hat");
    seat.keys(&["Control+f", "Escape"]);
    seat.row(&text(1));
    seat.focus_is("searchbox", "Search your moments");
    // Tab goes through the filters in one stop, and the arrows go along them.
    seat.keys(&["Tab"]);
    seat.focus_is("button", "All");
    seat.keys(&["ArrowRight"]);
    seat.focus_is("button", "Helped");
    seat.keys(&["Space"]);
    seat.until("one kind", || all_rows(&seat, "Helped"));
    seat.keys(&["Tab"]);
    on_row(&seat, "Helped");
}

fn row_in_focus(seat: &Seat<'_>) -> String {
    let words = "const e = document.activeElement; return e?.getAttribute('role') === 'option' ? e.innerText.replace(/\\s+/g, ' ') : ''";
    seat.ask(words, &[]).as_str().unwrap_or_default().to_owned()
}

fn all_rows(seat: &Seat<'_>, words: &str) -> bool {
    let rows = seat.rows();
    !rows.is_empty() && rows.iter().all(|row| row.contains(words))
}

fn on_row(seat: &Seat<'_>, words: &str) {
    let words: String = words.chars().take(30).collect();
    seat.until(&format!("the focus on the row {words:?}"), || row_in_focus(seat).contains(&words));
}
