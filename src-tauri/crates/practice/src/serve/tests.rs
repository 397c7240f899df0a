use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};

fn day(from: i64) -> Day {
    let date = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + chrono::Duration::days(from);
    Day::new(date).unwrap()
}

fn served(prompt: &str, day: Day, answer: Answer) -> Served {
    Served { prompt: prompt.into(), day, answer }
}

/// A Monday; weeks are counted from it.
fn after(from: i64) -> Setting {
    Setting { day: day(from), shift: Shift::After, days_off_known: true, hard_day: false }
}

#[test]
fn opening_again_shows_the_same() {
    for from in 0..50 {
        let setting = after(from);
        let first = prompt_for(&setting, &[]).unwrap();
        let history = [served(first.id, setting.day, Answer::Shown)];
        assert_eq!(prompt_for(&setting, &history), Some(first));
        let later = Setting { shift: Shift::Off, ..setting };
        assert_eq!(prompt_for(&later, &history), Some(first), "it stays when the shift is over");
    }
}

#[test]
fn swapping_and_writing_bring_the_next_and_not_now_ends_it() {
    let setting = after(3);
    let first = prompt_for(&setting, &[]).unwrap();
    for answer in [Answer::Swapped, Answer::Written] {
        let mut history = vec![served(first.id, setting.day, Answer::Shown), served(first.id, setting.day, answer)];
        let second = prompt_for(&setting, &history).unwrap();
        assert_ne!(first, second);
        history.push(served(second.id, setting.day, Answer::Shown));
        assert_eq!(prompt_for(&setting, &history), Some(second));
        history.push(served(second.id, setting.day, Answer::NotNow));
        assert_eq!(prompt_for(&setting, &history), None);
        assert!(prompt_for(&after(4), &history).is_some(), "the next day is a new one");
    }
}

#[test]
fn a_prompt_rests_for_three_weeks() {
    let setting = after(100);
    let first = prompt_for(&setting, &[]).unwrap();
    for (ago, comes_back) in [(1, false), (20, false), (21, false), (22, true), (400, true), (-1, true)] {
        for answer in Answer::ALL {
            let got = prompt_for(&setting, &[served(first.id, day(100 - ago), *answer)]);
            assert_eq!(got == Some(first), comes_back, "{answer} {ago} days ago");
        }
    }
}

#[test]
fn a_question_for_twice_a_year_rests_for_half_a_year() {
    let long: Vec<_> = prompts().iter().filter(|p| p.rest_days.is_some_and(|days| i64::from(days) > REST_DAYS)).collect();
    assert!(!long.is_empty());
    for prompt in long {
        // Everything else was used the day before, so that only a rest of its own can hold it back.
        let others = |today: i64| prompts().iter().filter(|p| p.id != prompt.id).map(move |p| served(p.id, day(today - 1), Answer::Shown));
        for (ago, comes) in [(REST_DAYS + 1, false), (rest(prompt), false), (rest(prompt) + 1, true)] {
            let today = 400;
            let mut history = vec![served(prompt.id, day(today - ago), Answer::Written)];
            history.extend(others(today));
            // A swap earlier that day, so that what may stir can come, too.
            history.push(served("from-a-newer-cairn", day(today), Answer::Swapped));
            let got = Shift::ALL.iter().find_map(|shift| prompt_for(&Setting { shift: *shift, ..after(today) }, &history));
            assert_eq!(got == Some(prompt), comes, "{} after {ago} days", prompt.id);
        }
    }
}

#[test]
fn a_hard_day_takes_a_cheerful_prompt_away() {
    let cheerful = prompt("moment-good-and-why").unwrap();
    let setting = Setting { hard_day: true, ..after(0) };
    let history = [served(cheerful.id, setting.day, Answer::Shown)];
    assert_eq!(prompt_for(&after(0), &history), Some(cheerful));
    assert!(suits_a_hard_day(prompt_for(&setting, &history).unwrap()));
    assert!(suits_a_hard_day(prompt("boss-plain-facts").unwrap()));
    for id in ["boss-got-right", "recovery-tell-one", "recovery-slow-look", "moment-one-person", "boss-not-yours"] {
        assert!(!suits_a_hard_day(prompt(id).unwrap()), "{id}");
    }
}

#[test]
fn a_week_has_its_mix() {
    for days_off_known in [true, false] {
        a_week_has_its_mix_when(days_off_known);
    }
}

fn a_week_has_its_mix_when(days_off_known: bool) {
    let mut history = Vec::new();
    let mut slots = HashSet::new();
    for week in 0..60 {
        let mut mix = BTreeMap::new();
        for weekday in 0..7 {
            let setting = Setting { days_off_known, ..after(week * 7 + weekday) };
            let prompt = prompt_for(&setting, &history).unwrap();
            history.push(served(prompt.id, setting.day, Answer::Written));
            let at = WEEK.iter().position(|themes| themes.contains(&prompt.theme)).unwrap();
            *mix.entry(at).or_insert(0) += 1;
            if at == 0 {
                slots.insert(weekday);
            }
        }
        assert_eq!(mix, BTreeMap::from([(0, 3), (3, 1), (4, 1), (5, 1), (6, 1)]), "week {week}");
    }
    assert_eq!(slots.len(), 7, "moments come on every weekday in the long run");
}

#[test]
fn what_is_for_a_day_off_fits_after_a_shift_while_no_day_off_is_known() {
    for (shift, days_off_known, fits) in [
        (Shift::Before, true, false),
        (Shift::Before, false, false),
        (Shift::After, true, false),
        (Shift::After, false, true),
        (Shift::Off, true, true),
        (Shift::Off, false, true),
    ] {
        let setting = |from| Setting { shift, days_off_known, ..after(from) };
        for prompt in prompts().iter().filter(|p| p.when == When::Off && p.theme != Theme::HardDay) {
            let ranks: HashSet<_> = (0..7).map(|from| rank(prompt, &setting(from))).collect();
            let wanted = if fits { HashSet::from([Some(0), Some(1)]) } else { HashSet::from([None]) };
            assert_eq!(ranks, wanted, "{}: {shift}, days off known: {days_off_known}", prompt.id);
        }
    }
}

#[test]
fn all_that_is_for_days_off_comes_in_the_long_run_though_none_is_known() {
    let mut history = Vec::new();
    for from in 0..3 * 365 {
        let setting = Setting { days_off_known: false, ..after(from) };
        let prompt = prompt_for(&setting, &history).unwrap();
        history.push(served(prompt.id, setting.day, Answer::Shown));
    }
    for year in history.chunks(365) {
        let came = year.iter().filter(|s| s.prompt == "purpose-mostly").count();
        assert!((1..=2).contains(&came), "{came} times a year");
    }
    let met: HashSet<_> = history.iter().map(|s| s.prompt.as_str()).collect();
    let by_itself = |p: &&Prompt| p.when == When::Off && p.care != Care::MayStir;
    let missed: Vec<_> = prompts().iter().filter(by_itself).map(|p| p.id).filter(|id| !met.contains(id)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Lives so many days of one sort, with so many prompts a day: the first as it comes, the others by swapping. Says how many
/// each day had.
fn live(history: &mut Vec<Served>, shift: Shift, days: std::ops::Range<i64>, each: usize) -> Vec<usize> {
    let mut a_day = |from| {
        let setting = Setting { shift, ..after(from) };
        (0..each)
            .take_while(|_| {
                let prompt = prompt_for(&setting, history);
                history.extend(prompt.map(|p| served(p.id, setting.day, Answer::Swapped)));
                prompt.is_some()
            })
            .count()
    };
    days.map(&mut a_day).collect()
}

#[test]
fn before_a_shift_and_on_days_off_a_week_has_its_mix_but_for_the_moments() {
    for shift in [Shift::Before, Shift::Off] {
        let mut history: Vec<Served> = Vec::new();
        let (mut own_days, mut moment_days) = (0, 0);
        for from in 0..420 {
            let setting = Setting { shift, ..after(from) };
            let rested = |p: &Prompt| !history.iter().any(|s| s.prompt == p.id && setting.day.number() - s.day.number() <= rest(p));
            let fits = |p: &Prompt| rank(p, &setting) == Some(0) && p.care != Care::MayStir;
            let has_own = prompts().iter().any(|p| fits(p) && rested(p));
            let prompt = prompt_for(&setting, &history).unwrap();
            let themes = slot(setting.day);
            assert_eq!(themes.contains(&prompt.theme), has_own, "{shift} on {}: its own theme while there is one", setting.day);
            assert!(has_own || themes == [Theme::Moment], "{shift} on {}: {themes:?} ran out", setting.day);
            own_days += i32::from(has_own);
            moment_days += i32::from(themes == [Theme::Moment]);
            history.push(served(prompt.id, setting.day, Answer::Written));
        }
        assert_eq!(moment_days, 180);
        assert!((240..420).contains(&own_days), "{shift}: {own_days}; with moments enough the words about it have to change");
    }
}

#[test]
fn no_sort_of_day_runs_dry_however_long_it_lasts() {
    for (shift, each) in [(Shift::Off, 3), (Shift::Before, 2), (Shift::After, 4)] {
        let got = live(&mut Vec::new(), shift, 0..100, each);
        assert!(got.iter().all(|n| *n == each), "{shift}, {each} a day: {got:?}");
    }
}

#[test]
fn a_fortnight_off_has_a_prompt_each_day_whatever_was_shown_before() {
    for start in 0..28 {
        // Three weeks and a day of shifts before it, so that all that can be resting rests.
        for (before, off) in [(0, 4), (1, 4), (1, 1), (3, 3), (5, 1)] {
            let mut history = Vec::new();
            live(&mut history, Shift::After, start..start + REST_DAYS + 1, before);
            let first = start + REST_DAYS + 1;
            let got = live(&mut history, Shift::Off, first..first + 14, off);
            assert!(got.iter().all(|n| *n == off), "{before} a day before, {off} a day off, from day {first}: {got:?}");
        }
    }
}

#[test]
fn swapping_goes_through_all_that_may_be_shown_and_then_stops() {
    let setting = Setting { shift: Shift::Off, ..after(5) };
    let mut history: Vec<Served> = Vec::new();
    while let Some(prompt) = prompt_for(&setting, &history) {
        assert!(!history.is_empty() || prompt.care != Care::MayStir);
        assert!(!history.iter().any(|served| served.prompt == prompt.id), "{} came twice", prompt.id);
        history.push(served(prompt.id, setting.day, Answer::Swapped));
    }
    let may: Vec<_> = prompts().iter().filter(|p| matches!(p.when, When::Off | When::Any) && p.theme != Theme::HardDay).collect();
    assert_eq!(history.len(), may.len());
    assert!(history.iter().any(|served| prompt(&served.prompt).unwrap().care == Care::MayStir), "swaps reach those that may stir");
}

#[test]
fn names_that_this_program_does_not_know_do_no_harm() {
    let setting = after(0);
    let history = [served("from-a-newer-cairn", setting.day, Answer::Shown)];
    assert_eq!(prompt_for(&setting, &history), prompt_for(&setting, &[]));
}

/// What a person does in a day: where they are, whether it was hard, how often they swap, how it ends.
fn days() -> impl Strategy<Value = Vec<(u8, bool, u8, u8)>> {
    prop::collection::vec((0..3u8, prop::bool::weighted(0.3), prop_oneof![8 => Just(0u8), 1 => 1..4u8], 0..4u8), 400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_hold_for_four_hundred_days(life in days(), always_hard in prop::bool::weighted(0.2), days_off_known in any::<bool>()) {
        let mut history: Vec<Served> = Vec::new();
        for (from, (shift, hard, swaps, end)) in life.into_iter().enumerate() {
            let hard_day = hard || always_hard;
            let setting = Setting { day: day(from as i64), shift: Shift::ALL[usize::from(shift)], days_off_known, hard_day };
            // Few prompts are for hard days: a life of them with many swaps may go through all.
            let swaps = if hard_day { 0 } else { swaps };
            for turn in 0..=swaps {
                let got = prompt_for(&setting, &history);
                prop_assert_eq!(got, prompt_for(&setting, &history), "the same twice");
                let Some(prompt) = got else {
                    return Err(TestCaseError::fail(format!("nothing on {} after {turn} swaps", setting.day)));
                };
                let rested = |s: &Served| s.prompt != prompt.id || !(0..=REST_DAYS).contains(&(setting.day.number() - s.day.number()));
                prop_assert!(history.iter().all(rested), "{} had no rest", prompt.id);
                prop_assert!(!hard_day || suits_a_hard_day(prompt), "{}", prompt.id);
                prop_assert!(hard_day || prompt.theme != Theme::HardDay);
                prop_assert!(turn > 0 || prompt.care != Care::MayStir, "{} first", prompt.id);
                let answer = if turn < swaps { Answer::Swapped } else { Answer::ALL[usize::from(end)] };
                history.push(served(prompt.id, setting.day, answer));
            }
        }
    }
}
