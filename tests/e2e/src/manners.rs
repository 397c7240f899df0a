//! Small manners of the window: what is said covers nothing, what is large is large, and the frame comes back as it was.

use std::fs;

use serde_json::{Value, json};

use crate::{
    screens::still,
    seat::{Desk, Seat},
    seed::{blank, filled, text},
};

#[test]
fn message_covers_nothing_that_can_be_pressed() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    for (width, height) in [(1240, 800), (900, 640), (560, 640)] {
        seat.size(width, height);
        seat.keys(&["Control+1", "Control+s"]);
        seat.says("It is kept already.");
        clear(&seat);
        // With the rows unfolded the way to keep stands at the lower edge.
        seat.keys(&["Control+n", "Control+d", "Control+s"]);
        clear(&seat);
        seat.keys(&["Control+n", "Control+d", "Control+2"]);
        seat.until("the rows", || !seat.rows().is_empty());
        seat.keys(&["End", "Control+s"]);
        clear(&seat);
    }
}

/// The message has a room of its own: below the one with everything in it, and all of it in sight.
fn clear(seat: &Seat<'_>) {
    let body = "
        const [room, said] = ['main', '.toast'].map((css) => document.querySelector(css)?.getBoundingClientRect());
        if (!room || !said) return 'no message';
        return room.bottom <= said.top && said.bottom <= innerHeight && room.height > innerHeight / 2 ? '' : JSON.stringify([room, said]);
    ";
    seat.until("a message below everything else", || seat.ask(body, &[]) == json!(""));
}

#[test]
fn keys_fit_into_a_small_window_and_boxes_grow_with_the_text() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.size(900, 640);
    seat.keys(&["F1"]);
    seat.see("dialog", "Keys");
    let room = seat.ask("const d = document.querySelector('dialog[open]'); return [d.scrollHeight, d.clientHeight]", &[]);
    assert!(room[0].as_u64() <= room[1].as_u64(), "the list of keys is cut off: {room}");
    still(&seat);
    seat.screenshot("keys-900");
    seat.keys(&["Escape"]);
    seat.go("Purpose log");
    let side = |seat: &Seat<'_>| {
        seat.ask("return document.querySelector('input[type=checkbox]').getBoundingClientRect().width", &[]).as_f64().unwrap_or_default()
    };
    let before = side(&seat);
    for size in (110..=200).step_by(10) {
        seat.keys(&["Control+Plus"]);
        seat.says(&format!("Text size {size} %"));
    }
    assert!((side(&seat) / before - 2.0).abs() < 0.05, "{before} became {}", side(&seat));
}

#[test]
fn search_key_leads_to_the_search_from_the_sheet_that_lies_over_the_list() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.size(900, 640);
    seat.keys(&["Control+2"]);
    seat.row(&text(3)).click().unwrap();
    seat.see("button", "Edit");
    seat.keys(&["Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
    // From another room, with the sheet still over the list.
    seat.row(&text(3)).click().unwrap();
    seat.see("button", "Edit");
    seat.keys(&["Control+1", "Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
}

#[test]
fn markup_is_drawn_in_the_sheet_and_leads_nowhere() {
    let desk = Desk::with(blank());
    let typed =
        "# Night\n\nShe said **no**, twice.\n\n- tea\n- a [chair](https://example.org)\n\n> You stayed.\n\n<img src=x onerror=alert(1)>";
    desk.cli_done(&["add", typed], "");
    let seat = desk.sit_open();
    seat.keys(&["Control+2"]);
    seat.row("Night");
    seat.until("the words as they are meant", || {
        seat.ask("return document.querySelector('.detail .own strong')?.textContent", &[]) == json!("Night")
    });
    let found = |css: &str| seat.ask("return document.querySelectorAll('.detail .own ' + arguments[0]).length", &[json!(css)]);
    for (css, many) in [("strong", 2), ("ul > li", 2), ("blockquote", 1), ("a", 0), ("img", 0), ("h1", 0)] {
        assert_eq!(found(css), json!(many), "{css}");
    }
    let said = seat.ask("return document.querySelector('.detail .own').textContent", &[]);
    assert!(said.as_str().unwrap().contains("<img src=x onerror=alert(1)>"), "{said}");
    still(&seat);
    seat.screenshot("markup");
}

#[test]
fn window_comes_back_in_its_size_and_fits_on_the_screen() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.size(930, 650);
    seat.close_window();
    for _ in 0..2 {
        let seat = desk.sit();
        seat.field("Passphrase");
        assert_eq!(size(&seat), json!([930, 650]), "it neither grows nor shrinks from start to start");
        seat.close_window();
    }
    let file = desk.scratch.journal().join("window.toml");
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.contains("maximised = false"), "{kept}");

    // A start that ended before it was painted would leave a note of its own.
    let note = desk.scratch.journal().join("drawing.toml");
    let _ = fs::remove_file(&note);
    fs::write(&file, "width = 90000.0\nheight = 70000.0\nmaximised = false\n").unwrap();
    let seat = desk.sit();
    seat.field("Passphrase");
    let fits = "return innerWidth <= screen.width && innerHeight <= screen.height";
    assert_eq!(seat.ask(fits, &[]), json!(true), "{}", size(&seat));
    seat.until("the window to be painted, which leaves no note", || !note.exists());
}

fn size(seat: &Seat<'_>) -> Value {
    seat.ask("return [innerWidth, innerHeight]", &[])
}
