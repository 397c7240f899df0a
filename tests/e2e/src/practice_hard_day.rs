//! A day that is marked as hard: no room cheers then, and none asks for a good side.

use serde_json::json;

use crate::{
    practice_guides::{at_page, begin_from_today},
    practice_promises::{BOX, PROMPT, question},
    screens::still,
    seat::{Desk, Seat},
    seed::blank,
};

/// What the app itself says brightly on other days, in words that none of its lines for a hard day has.
const CHEER: [&str; 8] = [
    "The next one is waiting on top.",
    "One person, one moment, one line.",
    "You have mattered on ordinary days.",
    "Here is one.",
    "Here is another one.",
    "When you keep a moment that matters",
    "A person can do more than a page.",
    "What is one thing that went right, and why?",
];

#[test]
fn s1_5_s1_6_s3_3_a_hard_day_shows_none_of_the_texts_marked_not_on_hard_days() {
    let bright = bright();
    assert!(bright.len() > CHEER.len() + 5, "{bright:?}");
    let desk = Desk::with(blank());
    desk.cli_done(&["add", "--batch"], "{\"text\": \"Found her bag\"}\n");
    let seat = desk.sit_open();
    seat.keys(&["Alt+4", "Control+Enter"]);
    seat.see("region", "What would help now?");
    reflect(&seat, &bright);
    shift(&seat, &bright);
    lift(&seat, &bright);

    seat.keys(&["Control+1"]);
    seat.see("region", "What would help now?");
    let mut swaps = 0;
    loop {
        stays_plain(&seat, "main", &bright);
        if !seat.sees("region", PROMPT) || swaps > 40 {
            break;
        }
        let before = question(&seat);
        seat.click("button", "Swap");
        swaps += 1;
        seat.until("another question, or none", || !seat.sees("region", PROMPT) || question(&seat) != before);
    }
    assert!(swaps > 2, "there was no question for a hard day");
    for (at, heading) in ["End of shift", "After a hard call", "Three hands", "Get help"].iter().enumerate() {
        seat.see("region", "What would help now?");
        seat.all(".ways button").unwrap()[at].click().unwrap();
        seat.see("heading", heading);
        seat.keys(&["Control+1"]);
    }
    seat.click("button", "Something was not okay");
    seat.until("the room for it", || seat.sees("button", "Get help") && !seat.sees("heading", BOX));
}

/// The page of Reflect, with a prompt or two.
fn reflect(seat: &Seat<'_>, bright: &[String]) {
    let asked = || seat.ask("return document.querySelector('.prompt h2')?.textContent ?? ''", &[]);
    seat.keys(&["Control+4"]);
    at_page(seat);
    seat.says("A hard day is marked.");
    for _ in 0..2 {
        stays_plain(seat, "main", bright);
        let before = asked();
        assert_ne!(before, json!(""), "there is a prompt for a hard day");
        seat.click("button", "Swap");
        seat.until("another prompt", || asked() != before);
    }
    stays_plain(seat, "main", bright);
}

/// The beginning of a shift, where an old moment is read only by whoever asks for it, and its end, question by question.
fn shift(seat: &Seat<'_>, bright: &[String]) {
    begin_from_today(seat, "Before the shift");
    seat.see("button", "Read an old moment");
    stays_plain(seat, "main", bright);
    seat.keys(&["Escape"]);
    at_page(seat);
    seat.keys(&["Control+e"]);
    let asked =
        ["How did today leave you?", "What is still on your mind, and when will you pick it up?", "What are you leaving here tonight?"];
    for heading in asked {
        seat.see("heading", heading);
        stays_plain(seat, "main", bright);
        if heading != asked[2] {
            seat.keys(&["Enter"]);
        }
    }
    seat.keys(&["Escape"]);
    at_page(seat);
}

fn lift(seat: &Seat<'_>, bright: &[String]) {
    seat.keys(&["Control+u"]);
    seat.says("You marked a hard day, and it can stay that.");
    stays_plain(seat, "dialog.lift", bright);
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
}

/// Insists that none of the bright words stand in that part of the window.
pub(crate) fn stays_plain(seat: &Seat<'_>, part: &str, bright: &[String]) {
    still(seat);
    let page = seat.css(part).text().unwrap();
    assert!(!page.trim().is_empty(), "nothing was read in {part}");
    for words in bright {
        assert!(!page.contains(words), "{words:?} is on the page of a hard day:\n{page}");
    }
}

/// What is kept from a hard day: the lines of the app that cheer, and the prompts that are marked so, from the content itself.
pub(crate) fn bright() -> Vec<String> {
    let file = support::root().join("src-tauri/crates/practice/content/prompts.yaml");
    let all = std::fs::read_to_string(file).unwrap();
    let mut marked = false;
    let mut texts: Vec<String> = CHEER.map(str::to_owned).into();
    for line in all.lines() {
        if line.starts_with("- {id:") {
            marked = line.contains("care: not-on-hard-days");
        } else if let Some(text) = line.trim().strip_prefix("text: \"").filter(|_| marked) {
            texts.push(text.trim_end_matches("\"}").to_owned());
        }
    }
    texts
}
