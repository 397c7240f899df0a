//! Reflect: every guide by keyboard alone, left and taken up again, the gate's other way out, and the end of a shift within
//! its budget of actions.

use serde_json::{Value, json};

use crate::{
    clock,
    practice_look::listed,
    seat::{Desk, Seat},
    seed::blank,
};

/// Each guide by its name, and how many questions it asks one by one.
const ONE_BY_ONE: [(&str, usize); 13] = [
    ("After a hard call", 6),
    ("Say sorry well", 6),
    ("From jerk to human", 6),
    ("My boss is my hardest customer", 6),
    ("Put down the resentment", 6),
    ("Duck check", 5),
    ("Lead, follow or wallow?", 5),
    ("My mission statement", 6),
    ("Motive check", 5),
    ("Seven pursuits check", 5),
    ("A story for my review or interview", 6),
    ("Feedback sieve", 5),
    ("Week in review", 6),
];

/// The raw word goes into the first step of "From jerk to human" like any other.
#[test]
fn s0_9_s1_3_s1_11_s2_2_s2_4_s2_5_s2_17_s2_19_s3_4_s3_6_s3_7_s4_5_every_guide_is_walked_by_keyboard_alone() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    for (title, steps) in ONE_BY_ONE {
        begin(&seat, title);
        walk(&seat, steps);
        leave_what_is_offered(&seat);
    }

    // The three hands stand on one screen.
    begin(&seat, "Three hands");
    past_the_gate(&seat);
    for words in ["The queue", "Telling them how long", "How many of us", "My lead, on Monday"] {
        seat.focus_shows();
        seat.types(words);
        seat.keys(&["Tab"]);
    }
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Keep");
    seat.keys(&["Control+Enter"]);
    at_page(&seat);

    begin(&seat, "Before the shift");
    seat.see("heading", "If it gets tense, then what will you do?");
    for words in ["The woman with the bag", "Up all night", "Then I slow my voice"] {
        empty_field(&seat);
        seat.focus_shows();
        seat.types(words);
        seat.keys(&["Tab"]);
    }
    seat.keys(&["Control+Enter"]);
    at_page(&seat);

    begin(&seat, "End of shift");
    for heading in [
        "How did today leave you?",
        "What is one thing that went right, and why?",
        "What is still on your mind, and when will you pick it up?",
    ] {
        seat.see("heading", heading);
        seat.keys(&["Enter"]);
    }
    empty_field(&seat);
    seat.types("What he said about me");
    seat.lock_by("Control+Enter");

    // All of them were kept, and can be read.
    let seat = desk.sit_open();
    seat.keys(&["Control+4"]);
    at_page(&seat);
    seat.see("button", "Open: End-of-shift shutdown");
    seat.see("button", "Open: Before the shift");
    seat.click("button", "Open: Three hands");
    seat.says("How many of us");
    seat.keys(&["Control+2"]);
    seat.until("sixteen walks", || seat.rows().len() == ONE_BY_ONE.len() + 3);
}

#[test]
fn s1_3_a_guide_that_was_left_goes_on_where_it_was_left_whatever_ended_the_window() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    begin_from_today(&seat, "From jerk to human");
    past_the_gate(&seat);
    // The raw word is taken as it is: nothing is said about it.
    answer(&seat, 1, 6, "What a jerk");
    assert!(seat.all("[role=alert]").unwrap().is_empty());
    at_step(&seat, 2, 6);
    seat.types("He hit the");
    seat.keys(&["Escape"]);
    at_page(&seat);
    seat.says("Begun");

    begin(&seat, "From jerk to human");
    holds(&seat, "He hit the");
    seat.types(" desk");
    seat.says("Draft kept");
    seat.kill();

    let seat = desk.sit_open();
    begin_from_today(&seat, "From jerk to human");
    holds(&seat, "He hit the desk");
    seat.keys(&["Alt+ArrowLeft"]);
    holds(&seat, "What a jerk");
    // Another room in between, and the walk stands where it stood.
    seat.keys(&["Control+2"]);
    seat.see("heading", "Timeline");
    seat.keys(&["Control+4"]);
    holds(&seat, "What a jerk");
    seat.lock();

    let seat = desk.sit_open();
    begin_from_today(&seat, "From jerk to human");
    holds(&seat, "He hit the desk");
    for step in 2..=6 {
        at_step(&seat, step, 6);
        seat.keys(&["Control+Enter"]);
    }
    seat.see("button", "Keep");
    seat.keys(&["Control+Enter"]);
    at_page(&seat);
    assert!(!seat.shows("Begun"), "what was kept is begun no longer");
}

#[test]
fn s2_11_the_gate_of_a_guide_has_another_way_out() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    begin_from_today(&seat, "My boss is my hardest customer");
    seat.see("heading", "Read this first");
    tab_to(&seat, "Use the other note instead");
    seat.focus_shows();
    seat.keys(&["Enter"]);
    seat.see("heading", "When it is not okay");
    // From there it is one press to help.
    seat.click("button", "Get help");
    seat.see("heading", "In danger now");

    // Also later on, and nothing is lost by it.
    seat.keys(&["Control+4"]);
    seat.keys(&["Escape"]);
    at_page(&seat);
    begin(&seat, "My boss is my hardest customer");
    past_the_gate(&seat);
    answer(&seat, 1, 6, "The same report three times");
    at_step(&seat, 2, 6);
    tab_to(&seat, "Use the other note instead");
    seat.keys(&["Enter"]);
    seat.see("heading", "When it is not okay");
    seat.keys(&["Escape"]);
    at_page(&seat);
    begin(&seat, "My boss is my hardest customer");
    holds(&seat, "The same report three times");

    // Where the line is cannot be passed over.
    for step in 1..=4 {
        at_step(&seat, step, 6);
        seat.keys(&["Control+Enter"]);
    }
    at_step(&seat, 5, 6);
    assert!(!seat.sees("button", "Skip this step"));
    seat.keys(&["Control+Enter"]);
    seat.says("One line here is needed before you go on.");
    at_step(&seat, 5, 6);
}

#[test]
fn s2_19_what_is_to_be_told_becomes_a_promise_when_it_is_wanted() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    begin_from_today(&seat, "After a hard call");
    past_the_gate(&seat);
    for step in 1..=4 {
        at_step(&seat, step, 6);
        seat.keys(&["Control+Enter"]);
    }
    answer(&seat, 5, 6, "Call her tomorrow before noon");
    at_step(&seat, 6, 6);
    seat.keys(&["Control+Enter"]);
    seat.see("button", "Keep");
    seat.keys(&["Control+Enter"]);
    seat.see("heading", "Make it a promise?");
    seat.says("before noon");
    seat.keys(&["Control+Enter"]);
    seat.says("The promise is kept in Promises.");
    at_page(&seat);
}

#[test]
fn s4_2_the_end_of_a_shift_takes_four_to_six_actions() {
    let desk = Desk::with(blank());
    let today = clock::civil(clock::today());
    let promise = json!({ "what": "Call the school back", "to": "the school", "by": "today" });
    let moments = [
        json!({ "text": "Sat with the new one", "happened": format!("{today}T09:10") }),
        json!({ "text": "Found her bag", "happened": format!("{today}T10:20"), "promise": promise }),
    ];
    let lines: String = moments.iter().map(|moment| format!("{moment}\n")).collect();
    desk.cli_done(&["add", "--batch"], &lines);

    let seat = desk.sit_open();
    seat.actions();
    seat.keys(&["Control+e"]);
    seat.see("heading", "How did today leave you?");
    seat.keys(&["3"]);
    seat.see("heading", "Which moment mattered most today?");
    seat.keys(&["2"]);
    seat.see("heading", "A little more about it, if you like");
    seat.keys(&["Enter"]);
    seat.see("heading", "You promised this for today");
    seat.keys(&["k"]);
    seat.says("The promise is kept.");
    let actions = seat.actions() + 1;
    seat.lock_by("Control+Enter");
    assert!((4..=6).contains(&actions), "the end of a shift with a promise took {actions} actions");

    // Once more, with a word about the moment and no promise any more.
    let seat = desk.sit_open();
    seat.actions();
    seat.keys(&["Control+e"]);
    seat.see("heading", "How did today leave you?");
    seat.keys(&["1"]);
    seat.see("heading", "Which moment mattered most today?");
    seat.keys(&["1"]);
    seat.focus_is("textbox", "Who was it good for?");
    seat.types("the new one");
    let actions = seat.actions() + 1;
    seat.lock_by("Control+Enter");
    assert!((4..=6).contains(&actions), "the end of a shift with a word took {actions} actions");

    let seat = desk.sit_open();
    seat.keys(&["Control+2"]);
    seat.until("both moments kept close", || seat.rows().iter().filter(|row| row.contains("Kept close")).count() == 2);
    seat.row("It took a lot out of me");
    seat.row("Sat with the new one").click().unwrap();
    seat.until("for whom it was", || seat.css("article.detail").text().is_ok_and(|t| t.contains("the new one")));
}

#[test]
fn s4_2_the_end_of_a_shift_takes_two_actions_when_exhausted() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.actions();
    seat.keys(&["Control+e"]);
    seat.see("button", "Leave the rest here");
    let actions = seat.actions() + 1;
    seat.lock_by("Control+Enter");
    assert_eq!(actions, 2);

    // Nothing was written, and nothing is held against anybody.
    let seat = desk.sit_open();
    seat.keys(&["Control+2"]);
    seat.see("button", "Write one");
}

// ---- steps

pub(crate) fn at_page(seat: &Seat<'_>) {
    seat.see("heading", "Reflect");
    seat.see("heading", "Small walks");
}

pub(crate) fn begin_from_today(seat: &Seat<'_>, title: &str) {
    seat.keys(&["Control+4"]);
    at_page(seat);
    begin(seat, title);
}

/// From the page into a guide: by Tab to the first, by the arrow to the one that is meant, by Enter into it.
fn begin(seat: &Seat<'_>, title: &str) {
    if !in_focus(seat).starts_with("Before the shift") {
        seat.keys(&["Control+4"]);
        at_page(seat);
        seat.until("the first of the guides", || {
            let there = in_focus(seat).starts_with("Before the shift");
            if !there {
                seat.keys(&["Tab"]);
            }
            there
        });
    }
    for _ in 0..20 {
        if in_focus(seat).starts_with(title) {
            break;
        }
        seat.keys(&["ArrowDown"]);
    }
    assert!(in_focus(seat).starts_with(title), "no guide is called {title:?}: the focus is on {:?}", in_focus(seat));
    seat.focus_shows();
    seat.keys(&["Enter"]);
    seat.gone("heading", "Small walks");
}

/// Words of what has the focus.
fn in_focus(seat: &Seat<'_>) -> String {
    seat.ask("return document.activeElement?.textContent?.trim() ?? ''", &[]).as_str().unwrap_or_default().to_owned()
}

fn tab_to(seat: &Seat<'_>, name: &str) {
    for _ in 0..12 {
        if in_focus(seat) == name {
            return;
        }
        seat.keys(&["Tab"]);
    }
    panic!("Tab does not reach {name:?}");
}

pub(crate) fn past_the_gate(seat: &Seat<'_>) {
    seat.see("heading", "Read this first");
    seat.keys(&["Control+Enter"]);
    seat.gone("heading", "Read this first");
}

pub(crate) fn at_step(seat: &Seat<'_>, step: usize, of: usize) {
    seat.says(&format!("Step {step} of {of}, "));
    seat.until("the caret in the field", || seat.ask("return document.activeElement?.localName", &[]) == json!("textarea"));
}

pub(crate) fn empty_field(seat: &Seat<'_>) {
    let empty = "const e = document.activeElement; return e?.localName === 'textarea' && e.value === ''";
    seat.until("the caret in an empty field", || seat.ask(empty, &[]) == Value::Bool(true));
}

pub(crate) fn holds(seat: &Seat<'_>, words: &str) {
    let value = "const e = document.activeElement; return e?.localName === 'textarea' ? e.value : null";
    seat.until(&format!("the caret in a field with {words:?}"), || seat.ask(value, &[]) == json!(words));
}

pub(crate) fn answer(seat: &Seat<'_>, step: usize, of: usize, words: &str) {
    at_step(seat, step, of);
    empty_field(seat);
    seat.types(words);
    seat.keys(&["Control+Enter"]);
}

/// Through all the questions to the end, and keeps it.
fn walk(seat: &Seat<'_>, steps: usize) {
    seat.until("the first page", || {
        ["Read this first", "The last seven days"].iter().any(|h| seat.sees("heading", h)) || seat.shows("Step 1 of")
    });
    if !seat.shows("Step 1 of") {
        seat.keys(&["Control+Enter"]);
    }
    for step in 1..=steps {
        answer(seat, step, steps, &format!("Line {step}"));
    }
    seat.see("button", "Keep");
    seat.keys(&["Control+Enter"]);
}

/// What a guide offers at its end is declined by Escape, as everything is.
fn leave_what_is_offered(seat: &Seat<'_>) {
    seat.until("the end of the walk", || {
        seat.sees("heading", "Small walks") || seat.sees("button", "Not now") || seat.sees("button", "Close")
    });
    if !seat.sees("heading", "Small walks") {
        seat.keys(&["Escape"]);
    }
    at_page(seat);
}

#[test]
fn what_was_begun_for_a_question_is_found_again_when_another_is_asked() {
    let desk = Desk::with(blank());
    let seat = desk.sit_open();
    seat.keys(&["Control+4"]);
    seat.click("button", "Write about this");
    seat.until("the page of the question", || seat.focus().is_some_and(|(role, _)| role == "textbox"));
    seat.types("Half an answer");
    seat.keys(&["Escape"]);
    seat.see("button", "Go on writing");
    // The key would still belong to the page that was left.
    seat.click("button", "Swap");
    seat.see("list", "Begun, and not kept yet");
    seat.kill();
    let seat = desk.sit_open();
    seat.keys(&["Control+4"]);
    seat.see("list", "Begun, and not kept yet");
    seat.css(".waiting button").click().unwrap();
    seat.until("the words", || seat.focused().is_ok_and(|field| field.value().is_ok_and(|text| text == "Half an answer")));
    seat.keys(&["Control+Enter"]);
    seat.gone("list", "Begun, and not kept yet");
    seat.see("heading", "Reflect");
    seat.kill();
    assert!(listed(&desk, "reflection")[0]["prompt"].is_string());
}
