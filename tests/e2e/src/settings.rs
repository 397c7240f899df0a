//! What can be set, and what it does at once and after a restart.

use std::fs;

use serde_json::{Value, json};
use support::{wait::PATIENCE, wait_until, within};

use crate::{
    clock,
    seat::{Desk, KEY_WORK, Seat},
    seed::{PASSPHRASE, filled},
};

const NEW: &str = "heron over the black tarn";

#[test]
fn comfort_is_worn_at_once_and_again_before_the_journal_is_open() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.go("Settings");
    let ground = |seat: &Seat<'_>| seat.ask("return getComputedStyle(document.documentElement).backgroundColor", &[]);
    choose(&seat, "Theme", "Light");
    seat.until("the light ground", || ground(&seat) == json!("rgb(225, 228, 222)"));
    choose(&seat, "Theme", "Dark");
    seat.until("the dark ground", || ground(&seat) == json!("rgb(21, 24, 20)"));
    choose(&seat, "Contrast", "High");
    seat.until("black", || ground(&seat) == json!("rgb(0, 0, 0)"));
    choose(&seat, "Movement", "Still");
    seat.until("stillness", || worn(&seat)["motion"] == json!("still"));
    seat.click("button", "Larger text");
    seat.says("110 %");
    for size in (120..=200).step_by(10) {
        seat.keys(&["Control+Plus"]);
        seat.says(&format!("Text size {size} %"));
    }
    assert!(!seat.see("button", "Larger text").enabled().unwrap());
    assert_eq!(seat.ask("return getComputedStyle(document.documentElement).fontSize", &[]), json!("32px"));
    seat.click("switch", "Landscape");
    // So large, the rail is rolled up behind Menu.
    seat.keys(&["Control+1"]);
    seat.see("textbox", "Who did you help today, and what did you do?");
    assert!(seat.all(".scene").unwrap().is_empty(), "no landscape any more");
    seat.lock();

    let seat = desk.sit();
    seat.field("Passphrase");
    let worn = worn(&seat);
    assert_eq!((&worn["theme"], &worn["contrast"], &worn["motion"]), (&json!("dark"), &json!("high"), &json!("still")));
    assert_eq!(seat.ask("return getComputedStyle(document.documentElement).fontSize", &[]), json!("32px"));
    let kept = fs::read_to_string(desk.scratch.journal().join("ui.toml")).unwrap();
    assert!(kept.contains("theme = \"dark\"") && kept.contains("text_size = 200"), "{kept}");
}

#[test]
fn day_that_turns_later_than_now_makes_today_the_day_before() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    let before = within(PATIENCE, "the date", || seat.css(".date").text().ok().filter(|date| !date.trim().is_empty()));
    seat.go("Settings");
    // It is about noon where journeys live.
    assert_eq!(seat.css("select").name().unwrap(), "My day turns at");
    let set =
        "const e = document.querySelector('select'); e.value = arguments[0]; e.dispatchEvent(new Event('change', { bubbles: true }));";
    seat.ask(set, &[json!("1080")]);
    seat.says("Your day now turns at 18:00.");
    seat.go("Today");
    seat.until("the day before", || seat.css(".date").text().is_ok_and(|date| date != before && !date.trim().is_empty()));
    let yesterday = clock::civil(clock::today() - 1);
    let number = yesterday[8..].trim_start_matches('0').to_owned();
    assert!(seat.css(".date").text().unwrap().contains(&format!(" {number} ")), "{yesterday}");
    // A stone of yesterday noon is of today now.
    seat.says("Seed 000");
    // Taking a setting back sets it as it was.
    seat.go("Settings");
    seat.css("select");
    seat.ask(set, &[json!("240")]);
    seat.says("Your day now turns at 04:00.");
    seat.click("button", "Undo");
    seat.says("Your day now turns at 18:00.");
    seat.ask(set, &[json!("240")]);
    seat.says("Your day now turns at 04:00.");
    seat.go("Today");
    seat.until("the day as it was", || seat.css(".date").text().is_ok_and(|date| date == before));
}

#[test]
fn passphrase_is_changed_and_the_old_one_opens_nothing_any_more() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.go("Settings");
    seat.click("button", "Change passphrase");
    seat.focus_is("textbox", "Passphrase you use now");
    seat.fill("Passphrase you use now", "not this one");
    seat.fill("New passphrase", NEW);
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the refusal", || seat.shows("That is not the passphrase you use now. Nothing was changed."));
    seat.fill("Passphrase you use now", PASSPHRASE);
    seat.fill("New passphrase", "sunshine");
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the word about weak ones", || seat.shows("This one is easy to guess."));
    seat.fill("New passphrase", NEW);
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the change", || seat.shows("Your passphrase is changed."));
    seat.lock();

    let seat = desk.sit();
    seat.fill("Passphrase", PASSPHRASE);
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the old one to be refused", || seat.shows("That did not open it."));
    seat.unlock(NEW);
}

#[test]
fn new_recovery_sheet_replaces_the_old_one_once_it_is_typed_back() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.go("Settings");
    seat.click("button", "Make a new recovery sheet");
    seat.fill("Your passphrase", PASSPHRASE);
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the new sheet", || seat.sees("heading", "Your new recovery sheet"));
    let groups = seat.sheet_groups();
    let new = groups.join(" ");
    assert_ne!(new, filled().recovery);
    let asks = seat.sheet_asks();
    seat.fill(&asks[0].0, &groups[asks[0].1 - 1]);
    seat.fill(&asks[1].0, "WRONG");
    seat.keys(&["Enter"]);
    seat.says("is not the same. Look at the sheet once more.");
    seat.click("button", "Save to a file…");
    seat.says("Anyone who has that file can open your journal.");
    seat.copy_sheet();
    seat.keys(&["Enter"]);
    seat.says("Your new recovery sheet works.");
    let saved = fs::read_dir(desk.saved()).unwrap().flatten().next().expect("the saved sheet").path();
    let paper = fs::read_to_string(saved).unwrap();
    assert!(groups.iter().all(|group| paper.contains(group)), "every group stands on the saved sheet");
    seat.lock();

    let seat = desk.sit();
    seat.click("button", "Use my recovery sheet");
    seat.fill("Recovery key", &filled().recovery);
    seat.fill("New passphrase", NEW);
    seat.click("button", "Open my journal");
    wait_until(KEY_WORK, "the old sheet to be refused", || seat.shows("That key does not fit this journal."));
    seat.fill("Recovery key", &new);
    seat.click("button", "Open my journal");
    seat.at_today();
}

#[test]
fn copy_is_made_checked_and_lies_in_the_folder_that_is_named() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    let backups = desk.scratch.journal().join("backups");
    let count = || fs::read_dir(&backups).into_iter().flatten().flatten().filter(|e| e.path().is_dir()).count();
    let before = count();
    seat.go("Settings");
    seat.says(&desk.scratch.journal().display().to_string());
    seat.says("It is on this computer’s own disk.");
    seat.click("button", "Make a copy now");
    wait_until(KEY_WORK, "the copy", || seat.shows("The copy is made and checked. It holds 60 entries."));
    assert_eq!(count(), before + 1);
    seat.see("searchbox", "Search settings").fill("colour").unwrap();
    seat.gone("heading", "Copies");
    seat.see("heading", "Theme");
}

fn worn(seat: &Seat<'_>) -> Value {
    seat.ask("return { ...document.documentElement.dataset }", &[])
}

/// One of the choices of a line: names such as "As my computer" stand in several lines.
fn choose(seat: &Seat<'_>, legend: &str, choice: &str) {
    let body = "
        const [legend, choice] = arguments;
        const groups = Array.from(document.querySelectorAll('[role=radiogroup]'));
        const group = groups.find((g) => document.getElementById(g.getAttribute('aria-labelledby'))?.textContent === legend);
        return Array.from(group?.querySelectorAll('[role=radio]') ?? []).find((r) => r.textContent.trim() === choice);
    ";
    seat.pick(body, &[json!(legend), json!(choice)]).and_then(|it| it.click()).unwrap_or_else(|e| panic!("{legend}: {choice}: {e}"));
}
