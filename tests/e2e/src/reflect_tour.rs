//! The walk through Reflect, in any language of the window: its page, a guide from gate to close, the small and the short ones.

use serde_json::json;

use crate::{
    clock,
    seat::Seat,
    seed::filled,
    tour::{Dress, Look},
};

/// Where the guides stand on the page, counted from the first.
const BEFORE: usize = 0;
const SHUTDOWN: usize = 1;
const WEEK: usize = 2;
const HARD_CALL: usize = 3;
const THREE_HANDS: usize = 15;
/// The theme of the boss, and in it the question about one's own needs.
const BOSS: usize = 5;
const OWN_NEEDS: usize = 3;

/// The page of the room, and what opens from it.
pub(crate) fn reflect(dress: Dress, look: Look<'_>) {
    let desk = dress.desk(Some(filled()));
    // For the end of the shift: a moment to choose, and a promise for today in it.
    let promise = json!({"what": "A stone for the walk.", "to": "zebra", "by": "today"});
    let happened = format!("{}T09:10", clock::civil(clock::today()));
    desk.cli_done(
        &["add", "--batch"],
        &format!("{}\n", json!({"text": "A stone for the walk.", "happened": happened, "promise": promise})),
    );
    let seat = dress.open(&desk);
    seat.keys(&["Control+4"]);
    page(&seat);
    look(&seat, "reflect");
    seat.click("button", "Write about this");
    caret(&seat);
    seat.types("A stone for the walk.");
    look(&seat, "reflect-prompt");
    back(&seat);
    by_theme(&seat, look);
    hard_call(&seat, look);

    open(&seat, THREE_HANDS);
    seat.see("button", "Go on");
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Done sorting");
    look(&seat, "three-hands");
    back(&seat);
    open(&seat, BEFORE);
    seat.see("button", "Go without writing");
    look(&seat, "before-the-shift");
    back(&seat);
    week(&seat, look);
    end_of_shift(&seat, look);
}

/// What a hard day leaves of the room, and the beginning of a shift on it.
pub(crate) fn on_a_hard_day(seat: &Seat<'_>, look: Look<'_>) {
    seat.keys(&["Control+4"]);
    seat.until("the guides", || seat.all("button.guide").is_ok_and(|all| all.len() > SHUTDOWN));
    look(seat, "reflect-hard-day");
    open(seat, BEFORE);
    seat.see("button", "Read an old moment");
    look(seat, "before-the-shift-hard-day");
}

/// A theme with its questions, and one of them that has words to tap.
fn by_theme(seat: &Seat<'_>, look: Look<'_>) {
    nth(seat, "button.theme", BOSS);
    seat.until("its questions", || seat.all("button.ask").is_ok_and(|all| all.len() > OWN_NEEDS));
    look(seat, "reflect-themes");
    nth(seat, "button.ask", OWN_NEEDS);
    caret(seat);
    seat.until("words to tap", || seat.all(".taps [role=checkbox]").is_ok_and(|all| all.len() == 12));
    look(seat, "reflect-prompt-taps");
    back(seat);
}

fn hard_call(seat: &Seat<'_>, look: Look<'_>) {
    open(seat, HARD_CALL);
    seat.see("button", "Go on");
    look(seat, "guide-gate");
    seat.keys(&["Control+Enter"]);
    for _ in 0..3 {
        answer(seat);
    }
    caret(seat);
    seat.types("A stone for the walk.");
    seat.click("button", "Sort it");
    seat.click("button", "Show an example");
    look(seat, "guide");
    seat.keys(&["Control+Enter"]);
    answer(seat);
    answer(seat);
    seat.see("button", "Keep");
    look(seat, "guide-close");
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Keep the promise");
    seat.see("button", "Close message");
    look(seat, "guide-promise");
    back(seat);
}

/// The week before its questions, and the two of them that bring something along.
fn week(seat: &Seat<'_>, look: Look<'_>) {
    open(seat, WEEK);
    seat.see("button", "Go on");
    seat.until("the week", || seat.all(".part").is_ok_and(|all| all.len() > 1));
    look(seat, "week-in-review");
    seat.keys(&["Control+Enter"]);
    caret(seat);
    look(seat, "week-keep");
    for _ in 0..3 {
        seat.keys(&["Control+Enter"]);
        caret(seat);
    }
    seat.until("the open promise", || seat.all(".part [data-promise]").is_ok_and(|all| !all.is_empty()));
    look(seat, "week-open");
    back(seat);
}

fn end_of_shift(seat: &Seat<'_>, look: Look<'_>) {
    open(seat, SHUTDOWN);
    seat.until("the three answers", || seat.all("button.choice").is_ok_and(|all| all.len() == 3));
    look(seat, "end-of-shift");
    seat.keys(&["3"]);
    seat.see("heading", "Which moment mattered most today?");
    seat.keys(&["1"]);
    seat.field("Who was it good for?");
    look(seat, "end-of-shift-whom");
    seat.keys(&["Enter"]);
    seat.see("heading", "You promised this for today");
    seat.keys(&["m"]);
    seat.field("By when");
    look(seat, "end-of-shift-move");
    seat.keys(&["Escape"]);
    seat.gone("textbox", "By when");
    seat.see("heading", "You promised this for today");
    seat.keys(&["Enter"]);
    caret(seat);
    look(seat, "end-of-shift-nags");
    seat.types("A stone for the walk.");
    seat.keys(&["Enter"]);
    caret(seat);
    look(seat, "end-of-shift-leave");
    back(seat);
}

fn page(seat: &Seat<'_>) {
    seat.until("the guides", || seat.all("button.guide").is_ok_and(|all| all.len() == 17));
}

fn open(seat: &Seat<'_>, at: usize) {
    nth(seat, "button.guide", at);
}

fn nth(seat: &Seat<'_>, css: &str, at: usize) {
    seat.until(css, || seat.all(css).is_ok_and(|all| all.get(at).is_some_and(|one| one.click().is_ok())));
}

fn caret(seat: &Seat<'_>) {
    let empty = "const e = document.activeElement; return e?.localName === 'textarea' && e.value === ''";
    seat.until("the caret in an empty field", || seat.ask(empty, &[]) == json!(true));
}

fn answer(seat: &Seat<'_>) {
    caret(seat);
    seat.types("A stone for the walk.");
    seat.keys(&["Control+Enter"]);
}

fn back(seat: &Seat<'_>) {
    seat.keys(&["Escape"]);
    page(seat);
}
