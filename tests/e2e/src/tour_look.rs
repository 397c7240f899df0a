//! The walk through Lift, My purpose, Look back and the check-in, for whoever wants to look at each place.

use serde_json::{Value, json};

use crate::{
    clock,
    seat::{Desk, Seat},
    seed::{blank, filled},
    tour::{Dress, Look},
};

/// The filled journal with two mission cards and nine check-ins, one week left out.
fn desk(dress: Dress) -> Desk {
    let desk = dress.desk(Some(filled()));
    let day = |ago: i64| clock::civil(clock::today() - ago);
    let card = |ago: i64, line: &str| {
        let answers = json!([{"field": "limits", "text": "A stone for the walk."}, {"field": "mission", "text": line}]);
        json!({"kind": "mission", "text": "", "answers": answers, "happened": day(ago)})
    };
    let week = |ago: i64| {
        let marks: serde_json::Map<String, Value> =
            ["mattered", "worth-it", "used-skill", "had-a-say", "backed-up", "safe-respected", "energy-left", "switch-off", "still-warm"]
                .iter()
                .enumerate()
                .map(|(i, item)| ((*item).to_owned(), json!(if i / 3 == 1 && ago < 35 { 2 } else { 4 })))
                .collect();
        json!({"kind": "check-in", "text": "A stone for the walk.", "marks": marks, "happened": day(ago)})
    };
    let mut lines: Vec<String> = vec![card(90, "A stone for the walk.").to_string(), card(9, "changed for the walk").to_string()];
    lines.extend([70, 63, 56, 49, 35, 28, 21, 14, 7].map(|ago| week(ago).to_string()));
    desk.cli_done(&["add", "--batch"], &(lines.join("\n") + "\n"));
    desk
}

/// Each place of these rooms.
pub(crate) fn walk(dress: Dress, look: Look<'_>) {
    nothing_yet(dress, look);
    let desk = desk(dress);
    let seat = dress.open(&desk);
    lift(&seat, look);
    purpose(&seat, look);
    look_back(&seat, look);
}

fn nothing_yet(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(blank()));
    let seat = dress.open(&desk);
    seat.keys(&["Control+u"]);
    seat.see("button", "To Today");
    look(&seat, "lift-none");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
    seat.go("My purpose");
    seat.see("button", "Write it here");
    look(&seat, "purpose-none");
    seat.go("Look back");
    seat.see("button", "Lay the first one");
    look(&seat, "lookback-none");
}

fn lift(seat: &Seat<'_>, look: Look<'_>) {
    seat.keys(&["Control+u"]);
    seat.see("button", "Another");
    look(seat, "lift");
    let shown = || seat.css("dialog article").text().unwrap_or_default();
    let first = shown();
    seat.click("button", "Another");
    seat.until("the second", || !["", first.as_str()].contains(&shown().as_str()));
    seat.click("button", "Another");
    seat.see("button", "That is enough");
    seat.click("button", "That is enough");
    seat.see("button", "People I can count on");
    look(seat, "lift-end");
    seat.click("button", "Write one line to the person in it");
    seat.see("button", "Keep this line");
    look(seat, "lift-line");
    seat.keys(&["Escape"]);
    seat.see("button", "People I can count on");
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
}

fn purpose(seat: &Seat<'_>, look: Look<'_>) {
    seat.go("My purpose");
    seat.see("button", "Edit");
    look(seat, "purpose");
    seat.click("button", "Edit");
    seat.see("button", "Keep this");
    seat.css("#purpose-limits").fill("").unwrap();
    seat.click("button", "Keep this");
    seat.until("the refusal", || seat.all("[role=alert]").is_ok_and(|all| all.len() == 1));
    look(seat, "purpose-edit");
    seat.css("#purpose-limits").fill("A stone for the walk.").unwrap();
    seat.keys(&["Escape"]);
    seat.see("button", "Edit");
    seat.click("button", "1 older version");
    seat.see("heading", "Side by side");
    look(seat, "purpose-pair");
}

fn look_back(seat: &Seat<'_>, look: Look<'_>) {
    seat.go("Look back");
    seat.until("the charts", || seat.all("figure svg[role=img]").is_ok_and(|all| all.len() == 3));
    look(seat, "lookback");
    seat.css(".checkin .notes");
    seat.ask("document.querySelector('.checkin .dots [tabindex=\"0\"]').click()", &[]);
    seat.until("the week of the dot", || seat.all(".checkin .one").is_ok_and(|all| all.len() == 1));
    look(seat, "lookback-week");
    seat.ask("document.querySelector('section.checkin').scrollIntoView()", &[]);
    look(seat, "lookback-check-in-end");
    seat.click("button", "Read as tables");
    seat.until("tables", || seat.all("main table").is_ok_and(|all| all.len() > 3));
    look(seat, "lookback-tables");
    seat.click("button", "Read as tables");
    seat.until("the charts again", || seat.all("figure svg[role=img]").is_ok_and(|all| all.len() == 3));
    seat.click("switch", "Offer a weekly check-in");
    seat.click("button", "Fill it in");
    seat.until("nine lines", || seat.all("[role=radiogroup]").is_ok_and(|all| all.len() == 9));
    seat.css("[role=radio]").click().unwrap();
    look(seat, "check-in");
    seat.keys(&["Escape"]);
    seat.see("button", "Go on with it");
    seat.click("button", "What this rests on");
    seat.see("heading", "What this rests on");
    look(seat, "evidence");
}
