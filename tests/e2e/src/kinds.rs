//! The five stones, days without a word, and every row of the details.

use serde_json::{Value, json};

use crate::{
    clock,
    seat::{Desk, Seat},
    seed::blank,
};

const BOX: &str = "Who did you help today, and what did you do?";

#[test]
fn every_stone_is_kept_by_its_key_and_quiet_and_hard_days_need_no_words() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.says("Your first stone will lie here.");
    let stones = [
        ("Alt+1", "I helped", "Keep this moment", "a moment", "Helped"),
        ("Alt+2", "Kind words", "Keep this moment", "a kind word", "Kind words"),
        ("Alt+3", "I learned", "Keep this moment", "a lesson", "Learned"),
        ("Alt+4", "Hard day", "Keep this hard day", "one true line", "Hard day"),
        ("Alt+4", "Hard day", "Keep this hard day", "", "Hard day"),
        ("Alt+5", "Quiet day", "Keep this quiet day", "", "Quiet day"),
    ];
    for (at, (chord, stone, keep, words, _)) in stones.into_iter().enumerate() {
        seat.keys(&[chord]);
        seat.until(stone, || seat.see("radio", stone).property("checked") == Ok(json!(true)));
        if !words.is_empty() {
            seat.types(words);
        }
        seat.click("button", keep);
        seat.until("one more of today", || seat.all("section[aria-label='Also today'] li").is_ok_and(|all| all.len() == (at + 1).min(5)));
        seat.until("an empty box", || seat.field(BOX).value().is_ok_and(|t| t.is_empty()));
        seat.focus_is("textbox", BOX);
    }
    seat.says("One more in the timeline");
    seat.says("Six stones this week");
    seat.says("No words, and that is allowed.");
    // Nothing at all is no moment.
    seat.keys(&["Alt+1", "Control+Enter"]);
    seat.says("Write one line first, or choose Quiet day.");
    seat.lock();
    desk.scratch.end_programs();

    let kept: Value = serde_json::from_slice(&desk.cli_done(&["--json", "list"], "").stdout).unwrap();
    let kinds: Vec<&str> = kept.as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["quiet-day", "hard-day", "hard-day", "lesson", "kind-word", "moment"]);
}

#[test]
fn s0_12_s0_13_s1_9_s2_1_s2_20_every_row_of_the_details_is_kept_shown_and_still_there_later() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    let day = clock::civil(clock::today() - 3);
    fill_all(&seat, &day);
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Undo");
    seat.go("Timeline");
    seat.row("Every row").click().unwrap();
    shows_all(&seat);
    seat.kill();

    let seat = desk.sit_open();
    seat.go("Timeline");
    seat.row("Every row").click().unwrap();
    shows_all(&seat);
    seat.click("button", "Edit");
    for (label, words) in AREAS {
        assert_eq!(seat.field(label).value().unwrap(), words, "{label}");
    }
    // Written out as people write it, the day is understood again.
    let number = day[8..].trim_start_matches('0');
    assert!(seat.field("Day").value().unwrap().starts_with(&format!("{number} ")), "{day}");
    assert_eq!(seat.field("Time").value().unwrap(), "21:10");
    seat.kill();

    let kept: Value = serde_json::from_slice(&desk.cli_done(&["--json", "list"], "").stdout).unwrap();
    let one = &kept[0];
    assert_eq!(one["happened"], json!(format!("{day}T21:10")));
    assert_eq!((&one["day"], &one["star"], &one["may_share"]), (&json!(day), &json!(true), &json!(true)));
    assert_eq!(one["pursuits"], json!(["did-right", "kept-going"]), "two at most");
    assert_eq!(
        one["promise"],
        json!({"what": "Call her back", "to": "the night nurse", "by": "Thursday before noon", "reach": "ward phone"})
    );
    assert_eq!((&one["people"], &one["tags"]), (&json!(["Blue Hat", "Ada"]), &json!(["taught", "spoke up", "ward", "night"])));
}

/// Writing areas with their words; shown again in the read view.
const AREAS: [(&str, &str); 4] = [
    ("What changed for them?", "He slept at last."),
    ("Their words", "You are the first who asked."),
    ("Your part in it", "I stayed after the bell."),
    ("What was in the way?", "Two wards, one nurse."),
];

fn fill_all(seat: &Seat<'_>, day: &str) {
    seat.focus_is("textbox", BOX);
    seat.types("Every row");
    seat.keys(&["Control+d"]);
    seat.click("button", "More");
    seat.click("radio", "patient");
    seat.see("radio", "teammate");
    seat.click("radio", "to be heard");
    seat.click("checkbox", "taught");
    seat.click("checkbox", "spoke up");
    seat.click("radio", "I saw or heard the change");
    seat.click("checkbox", "moved");
    seat.click("checkbox", "tired");
    seat.click("radio", "It took a lot out of me");
    for (label, words) in AREAS {
        seat.fill(label, words);
    }
    for pursuit in ["Did right by them", "Kept going", "Grew"] {
        seat.click("checkbox", pursuit);
    }
    for (label, words) in [
        ("What you promised", "Call her back"),
        ("To whom", "the night nurse"),
        ("By when", "Thursday before noon"),
        ("How they can reach you", "ward phone"),
    ] {
        seat.fill(label, words);
    }
    for (label, names) in [("People in it", ["Blue Hat", "@Ada"]), ("Tags", ["#ward", "night"])] {
        for name in names {
            seat.click("combobox", label);
            seat.types(name);
            seat.keys(&["Enter"]);
        }
    }
    seat.fill("Day", day);
    seat.fill("Time", "9.10 pm");
    seat.click("switch", "Keep it close");
    seat.click("switch", "May be shared");
}

fn shows_all(seat: &Seat<'_>) {
    seat.until("the moment on its sheet", || seat.css("article.detail").text().is_ok_and(|t| t.contains("Every row")));
    let page = seat.css("article.detail").text().unwrap();
    let wanted = [
        "Every row",
        "patient",
        "to be heard",
        "He slept at last.",
        "I saw or heard the change",
        "You are the first who asked.",
        "I stayed after the bell.",
        "Did right by them, Kept going",
        "Two wards, one nurse.",
        "moved, tired",
        "It took a lot out of me",
        "Call her back",
        "To the night nurse, by Thursday",
        "In your words: Thursday before noon",
        "Reach: ward phone",
        "Blue Hat, Ada",
        "taught, spoke up, ward, night",
        "May be shared",
        "21:10",
    ];
    for words in wanted {
        assert!(page.contains(words), "{words:?} is not on the page:\n{page}");
    }
    assert!(!page.contains("Grew"), "a third pursuit is not taken");
    // A filter has the same name; this is the mark on the moment itself.
    assert_eq!(seat.css("article.detail button[aria-pressed]").attribute("aria-pressed").unwrap().as_deref(), Some("true"));
}
