//! The made-up language: every word of the app comes from its catalogue, and a language from right to left mirrors the window.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::{
    practice_help, reflect_tour,
    screens::still,
    seat::Seat,
    seed::{FILLED, text},
    tongue::Tongue,
    tour::{self, Dress, Look, TYPED},
    tour_look,
};

const LONGER: Dress = Dress { tongue: Tongue::Pseudo, language: "qps", text: 100 };
const MIRRORED: Dress = Dress { tongue: Tongue::Pseudo, language: "qps-rtl", text: 100 };

/// Days and months are written by the desktop's own rules, which know no made-up language.
const CALENDAR: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April May June July August \
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec";
/// Names and formats: the same in every language.
const NAMES: &str = "SQLCipher Literata SIL Lucide ISC MIT Apache Markdown JSON Cairn";
/// What the prepared journals hold beside their texts.
const HELD: &str = "caller ward Nobody listened until you Café Müller naïve façade Łódź";

fn judge(dress: Dress, walk: impl FnOnce(Dress, Look<'_>)) {
    let theirs = theirs();
    let mut wrong = Vec::new();
    walk(dress, &mut |seat, place| {
        still(seat);
        seat.screenshot(&format!("{place}-{}", dress.language));
        let found = seat.ask(SPOKEN, &[]);
        assert!(found.as_array().is_some_and(|all| all.len() > 2), "{place}: nothing was read");
        for spoken in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
            if let Some(word) = plain_word(spoken, &theirs) {
                wrong.push(format!("{place}: {word:?} in {spoken:?}"));
            }
        }
        if dress.language == "qps-rtl" {
            mirrored(seat, place, &mut wrong);
        }
    });
    wrong.dedup();
    assert!(wrong.is_empty(), "{} words are not from the catalogue:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn words_of_the_screens_before_the_journal_opens_come_from_the_catalogue() {
    judge(LONGER, tour::before_it_opens);
}

#[test]
fn words_of_the_rooms_come_from_the_catalogue() {
    judge(LONGER, |dress, look| {
        tour::empty_rooms(dress, look);
        tour::today(dress, look);
    });
}

#[test]
fn words_of_timeline_log_and_settings_come_from_the_catalogue() {
    judge(LONGER, |dress, look| {
        tour::timeline(dress, look);
        tour::promises(dress, look);
        tour::log_and_settings(dress, look);
    });
}

#[test]
fn words_of_help_and_of_fact_notes_come_from_the_catalogue() {
    judge(LONGER, practice_help::walk);
}

#[test]
fn screens_of_help_are_mirrored_for_languages_from_right_to_left() {
    judge(MIRRORED, practice_help::walk);
}

#[test]
fn words_of_lift_purpose_and_look_back_come_from_the_catalogue_and_are_mirrored() {
    judge(LONGER, tour_look::walk);
    judge(MIRRORED, tour_look::walk);
}

#[test]
fn words_of_reflect_come_from_the_catalogue() {
    judge(LONGER, reflect_tour::reflect);
}

#[test]
fn screens_are_mirrored_for_languages_from_right_to_left() {
    judge(MIRRORED, |dress, look| {
        reflect_tour::reflect(dress, look);
        tour::today(dress, look);
        tour::timeline(dress, look);
        tour::promises(dress, look);
        tour::log_and_settings(dress, look);
    });
}

/// Words that are the person's own.
fn theirs() -> HashSet<String> {
    let seeds: String = (0..FILLED).map(|n| text(n) + " ").collect();
    words(&[&seeds, TYPED, CALENDAR, NAMES, HELD].join(" ")).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 2).map(str::to_owned)
}

/// A word of plain English letters that is nobody's own.
fn plain_word(spoken: &str, theirs: &HashSet<String>) -> Option<String> {
    words(spoken).find(|word| word.is_ascii() && !theirs.contains(word))
}

fn mirrored(seat: &Seat<'_>, place: &str, wrong: &mut Vec<String>) {
    let body = "const rail = document.querySelector('nav.rail')?.getBoundingClientRect(); \
                return [document.documentElement.dir, rail === undefined || rail.left > innerWidth / 2, document.scrollingElement.scrollWidth <= innerWidth]";
    if seat.ask(body, &[]) != json!(["rtl", true, true]) {
        wrong.push(format!("{place}: not mirrored: {}", seat.ask(body, &[])));
    }
}

/// Visible words and names for those who only hear them, without what the person wrote, paths, keys and the recovery sheet.
const SPOKEN: &str = "
    const own = '.own, .words, .path, .five, .groups, [dir=auto], :not(html)[dir=ltr], bdi, textarea, .name, code, .theirs, option, .result';
    const shown = (e) => e.checkVisibility({ visibilityProperty: true });
    const said = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (e !== null && shown(e) && e.closest(own) === null && e.closest('script, style, noscript') === null) said.add(walk.currentNode.data.trim());
    }
    for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
        if (!shown(e) || e.closest('.groups')) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (e.hasAttribute(name)) said.add(e.getAttribute(name).trim());
    }
    return Array.from(said).filter((text) => text !== '');
";
