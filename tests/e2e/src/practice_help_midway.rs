//! Get help out of the middle of things: two actions from there, too, and nothing that was begun is lost by it.

use crate::{
    practice_guides::{answer, at_page, at_step, begin_from_today, empty_field, holds, past_the_gate},
    practice_help::{account, not_okay, two_at_most},
    practice_look::another,
    seat::Seat,
};

/// The open line of the weekly check-in.
const WEEK: &str = "Anything you want to remember about this week?";
/// What is half written wherever there is a field.
const HALF: &str = "Half of a line";

/// From whatever can be under way in the open journal, by key and by mouse, and back each time.
pub(crate) fn walk(seat: &Seat<'_>) {
    in_reflect(seat);
    in_forms(seat);
    in_notes(seat);
    over_the_rooms(seat);
}

/// To help and back, once by its key and once by these buttons.
fn there_and_back(seat: &Seat<'_>, place: &str, buttons: &[&str], back: impl Fn()) {
    two_at_most(seat, place, || seat.keys(&["Control+8"]));
    back();
    two_at_most(seat, place, || buttons.iter().for_each(|name| seat.click("button", name)));
    back();
}

fn in_reflect(seat: &Seat<'_>) {
    let back = || {
        seat.keys(&["Control+4"]);
        holds(seat, HALF);
    };
    begin_from_today(seat, "From jerk to human");
    past_the_gate(seat);
    answer(seat, 1, 6, "What a jerk");
    at_step(seat, 2, 6);
    seat.types(HALF);
    there_and_back(seat, "a guide in the middle", &["Get help"], || {
        back();
        at_step(seat, 2, 6);
    });
    seat.keys(&["Escape"]);
    at_page(seat);

    seat.click("button", "Write about this");
    empty_field(seat);
    seat.types(HALF);
    there_and_back(seat, "the page of a prompt", &["Get help"], back);
    seat.keys(&["Escape"]);
    at_page(seat);

    seat.keys(&["Control+e"]);
    seat.see("heading", "How did today leave you?");
    seat.keys(&["2"]);
    seat.see("heading", "What is one thing that went right, and why?");
    empty_field(seat);
    seat.types(HALF);
    there_and_back(seat, "the end of a shift", &["Get help"], back);
    seat.keys(&["Escape"]);
    at_page(seat);
}

/// Forms that offer to go on where they were left.
fn in_forms(seat: &Seat<'_>) {
    seat.keys(&["Control+7"]);
    seat.click("button", "Write it here");
    empty_field(seat);
    seat.types(HALF);
    there_and_back(seat, "the purpose that is written", &["Get help"], || {
        seat.keys(&["Control+7"]);
        seat.says("You began to write this and left it.");
        seat.click("button", "Go on");
        holds(seat, HALF);
    });

    seat.keys(&["Control+6"]);
    seat.until("the switch", || seat.all(".checkin [role=switch]:not(:disabled)").is_ok_and(|all| all.len() == 1));
    seat.click("switch", "Offer a weekly check-in");
    seat.click("button", "Fill it in");
    let lines = || seat.all("[role=radiogroup]").is_ok_and(|all| all.len() == 9);
    let marked = || seat.all("[role=radio][aria-checked=true]").is_ok_and(|all| all.len() == 1);
    seat.until("nine lines", lines);
    seat.css("[role=radio]").click().unwrap();
    seat.until("one mark", marked);
    seat.fill(WEEK, HALF);
    there_and_back(seat, "the check-in that is filled in", &["Get help"], || {
        seat.keys(&["Control+6"]);
        seat.click("button", "Go on with it");
        seat.until("nine lines", lines);
        seat.until("the mark and the words", || marked() && seat.field(WEEK).value().is_ok_and(|text| text == HALF));
    });
    seat.keys(&["Escape"]);
    seat.see("button", "Go on with it");

    // A page to read has nothing to lose: the way back leads to the room it belongs to.
    let rests_on = || {
        seat.click("button", "What this rests on");
        seat.focus_is("heading", "What this rests on");
    };
    rests_on();
    there_and_back(seat, "what it rests on", &["Get help"], || {
        seat.keys(&["Control+6"]);
        seat.see("heading", "Look back");
        rests_on();
    });
}

fn in_notes(seat: &Seat<'_>) {
    not_okay(seat);
    seat.focus_is("textbox", "What happened?");
    seat.types(HALF);
    there_and_back(seat, "a fact note that is written", &["Get help"], || {
        seat.click("button", "To my fact notes");
        seat.until("the words as they were left", || seat.sees("textbox", "What happened?") && account(seat) == HALF);
    });
}

/// The bin, which lies over the timeline, and Lift, which lies over everything.
fn over_the_rooms(seat: &Seat<'_>) {
    seat.keys(&["Control+2"]);
    seat.click("button", "More on the timeline");
    seat.click("menuitem", "Bin");
    seat.see("heading", "Bin");
    there_and_back(seat, "the bin", &["Get help"], || {
        seat.keys(&["Control+2"]);
        seat.see("heading", "Bin");
    });
    seat.keys(&["Escape"]);
    seat.see("heading", "Timeline");

    to_the_end_of_lift(seat);
    there_and_back(seat, "the end of Lift", &["Close", "Get help"], || {
        seat.keys(&["Control+2"]);
        seat.see("heading", "Timeline");
        to_the_end_of_lift(seat);
    });
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Lift");
}

fn to_the_end_of_lift(seat: &Seat<'_>) {
    seat.keys(&["Control+u"]);
    for _ in 0..2 {
        seat.see("button", "Another");
        another(seat, "ArrowRight");
    }
    seat.see("button", "That is enough");
    seat.keys(&["ArrowRight"]);
    seat.see("heading", "Those were the three for today.");
}
