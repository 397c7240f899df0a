//! Every screen as it looks to everybody: axe in light, dark and high contrast; small windows and large text; pictures of all.

use serde_json::Value;
use support::axe;

use crate::{
    practice_help, reflect_tour,
    seat::Seat,
    tongue::Tongue,
    tour::{self, Dress, Look},
    tour_look,
};

const ENGLISH: Dress = Dress { tongue: Tongue::English, language: "en", text: 100 };
const LARGE: Dress = Dress { text: 200, ..ENGLISH };

/// Theme, contrast, and the name in the picture's.
const LOOKS: [(&str, &str, &str); 4] =
    [("light", "usual", "light"), ("dark", "usual", "dark"), ("light", "high", "hc-light"), ("dark", "high", "hc-dark")];

/// Width, height, and the name in the picture's, at the usual text size.
const USUAL: [(u32, u32, &str); 3] = [(900, 640, "900x640"), (500, 1000, "500x1000"), (1440, 900, "1440x900")];
/// The same at twice that size.
const LARGE_SIZES: [(u32, u32, &str); 2] = [(1240, 800, "text-200"), (640, 1000, "640x1000-text-200")];

fn judge(walk: impl FnOnce(Dress, Look<'_>)) {
    let mut wrong = Vec::new();
    walk(ENGLISH, &mut |seat, place| {
        open_to_everybody(seat, place, &mut wrong);
        fits(seat, place, &USUAL, &mut wrong);
    });
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn judge_large(walk: impl FnOnce(Dress, Look<'_>)) {
    let mut wrong = Vec::new();
    walk(LARGE, &mut |seat, place| fits(seat, place, &LARGE_SIZES, &mut wrong));
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn screens_before_the_journal_opens_fit_at_twice_the_text_size() {
    judge_large(tour::before_it_opens);
}

#[test]
fn screens_of_the_rooms_fit_at_twice_the_text_size() {
    judge_large(|dress, look| {
        tour::empty_rooms(dress, look);
        tour::today(dress, look);
        tour::timeline_in_one_column(dress, look);
        tour::promises(dress, look);
        tour::log_and_settings(dress, look);
    });
}

#[test]
fn screens_before_the_journal_opens_keep_nobody_out() {
    judge(tour::before_it_opens);
}

#[test]
fn screens_of_an_empty_journal_keep_nobody_out() {
    judge(tour::empty_rooms);
}

#[test]
fn screens_of_today_keep_nobody_out() {
    judge(tour::today);
}

#[test]
fn screens_of_the_timeline_keep_nobody_out() {
    judge(tour::timeline);
}

#[test]
fn screens_of_the_promises_keep_nobody_out() {
    judge(tour::promises);
}

#[test]
fn screens_of_log_and_settings_keep_nobody_out() {
    judge(tour::log_and_settings);
}

#[test]
fn screens_of_help_and_of_fact_notes_keep_nobody_out() {
    judge(practice_help::walk);
}

#[test]
fn screens_of_a_pause_in_painful_writing_keep_nobody_out() {
    judge(practice_help::pause);
}

#[test]
fn screens_of_help_and_of_fact_notes_fit_at_twice_the_text_size() {
    judge_large(practice_help::walk);
}

#[test]
fn screens_of_lift_purpose_and_look_back_keep_nobody_out() {
    judge(tour_look::walk);
}

#[test]
fn screens_of_lift_purpose_and_look_back_fit_at_twice_the_text_size() {
    judge_large(tour_look::walk);
}

#[test]
fn screens_of_reflect_keep_nobody_out() {
    judge(reflect_tour::reflect);
}

#[test]
fn screens_of_reflect_fit_at_twice_the_text_size() {
    judge_large(reflect_tour::reflect);
}

/// No violation of any of axe's rules in any of the palettes: strong edges take room, and what is hidden in one may be there in
/// another. Contrast is what takes axe its time and was looked at in each before; the other rules beside it cost a fraction more.
fn open_to_everybody(seat: &Seat<'_>, place: &str, wrong: &mut Vec<String>) {
    // axe takes what is scrolled away at the top for hidden: a label up there would be missed by it.
    // What stands further down is looked at for its colours, at a place of its own.
    let end = place.ends_with("-end");
    if !end {
        seat.ask("for (const e of document.querySelectorAll('main, .side, .ask')) e.scrollTop = 0", &[]);
    }
    for (theme, contrast, name) in LOOKS {
        seat.wear(theme, contrast);
        still(seat);
        let found = if end { axe::violations_of(seat, &["color-contrast"]) } else { axe::violations(seat) };
        wrong.extend(found.iter().map(|v| format!("{place}, {name}: {v}")));
        seat.screenshot(&format!("{place}-{name}"));
    }
    seat.wear("light", "usual");
}

/// Nothing to scroll sideways, and everything that can be used can be brought into sight, at any size.
fn fits(seat: &Seat<'_>, place: &str, sizes: &[(u32, u32, &str)], wrong: &mut Vec<String>) {
    for (width, height, name) in sizes {
        seat.size(*width, *height);
        still(seat);
        // The largest is like the usual one, and costs the most to draw.
        if *width < 1400 {
            seat.screenshot(&format!("{place}-{name}"));
        }
        let found = seat.ask(UNFIT, &[]);
        wrong.extend(found.as_array().into_iter().flatten().map(|what| format!("{place}, {name}: {}", what.as_str().unwrap_or("?"))));
    }
    seat.size(1240, 800);
    still(seat);
}

/// Waits until nothing moves and the letters are there.
pub(crate) fn still(seat: &Seat<'_>) {
    let body = "return document.fonts.status === 'loaded' && document.getAnimations().every((a) => a.playState !== 'running')";
    seat.until("stillness", || seat.ask(body, &[]) == Value::Bool(true));
    // Drawn, too: the second frame comes after the first was painted.
    let painted = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
    assert_eq!(seat.script_async(painted, &[]), Ok(Value::Bool(true)));
}

const UNFIT: &str = "
    const wrong = [];
    const named = (e) => `${e.localName}.${String(e.className?.baseVal ?? e.className ?? '').split(' ').slice(0, 2).join('.')} “${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}”`;
    const page = document.scrollingElement;
    if (page.scrollWidth > page.clientWidth) wrong.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
    const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vh');
    const all = Array.from(document.querySelectorAll('body *')).filter((e) => !e.closest('svg') && shown(e));
    const scrolls = all.filter((e) => e.scrollTop !== 0).map((e) => [e, e.scrollTop]).concat([[page, page.scrollTop]]);
    for (const e of all) {
        const style = getComputedStyle(e);
        if (['auto', 'scroll'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1) {
            const edge = e.getBoundingClientRect().right;
            const out = Array.from(e.querySelectorAll('*')).filter((c) => !c.closest('svg') && shown(c) && c.getBoundingClientRect().right > edge + 1);
            wrong.push(`scrolls sideways by ${e.scrollWidth - e.clientWidth} px: ${named(e)} because of ${out.slice(0, 3).map(named).join(', ')}`);
        }
        if (e.localName === 'button' && e.scrollWidth > e.clientWidth + 1) wrong.push(`words are cut: ${named(e)}`);
    }
    const modal = document.querySelector('dialog[open]');
    for (const e of (modal ?? document).querySelectorAll('button, input, textarea, select, a[href], [role=option][tabindex=\"0\"]')) {
        if (!shown(e) || e.closest('.toasts')) continue;
        e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const box = e.getBoundingClientRect();
        const high = Math.min(box.height, innerHeight);
        if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.top + high > innerHeight + 1) {
            wrong.push(`out of reach at ${Math.round(box.left)}…${Math.round(box.right)} × ${Math.round(box.top)}…${Math.round(box.bottom)}: ${named(e)}`);
        }
    }
    for (const [e, top] of scrolls) e.scrollTop = top;
    return wrong;
";
