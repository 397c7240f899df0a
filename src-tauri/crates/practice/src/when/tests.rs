use super::*;
use proptest::prelude::*;

/// A Wednesday.
const NOW: &str = "2026-03-04T10:15:30";

fn read_at(now: &str, language: &str, text: &str) -> Option<String> {
    let now: NaiveDateTime = now.parse().unwrap();
    parse(text, now, language).map(|when| {
        let time = when.time.map_or(String::new(), |time| time.format(" %H:%M").to_string());
        format!("{}{}{time}", if when.before { "by " } else { "" }, when.day)
    })
}

fn table(language: &str, rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        let wanted = (!wanted.is_empty()).then(|| (*wanted).to_owned());
        assert_eq!(read_at(NOW, language, text), wanted, "{text:?} in {language}");
    }
}

const SAID: &[(&str, &str)] = &[
    ("Thursday before noon", "by 2026-03-05 12:00"),
    ("Thursday before noon, even if there is no news.", "by 2026-03-05 12:00"),
    ("tomorrow", "2026-03-05"),
    ("Tomorrow at seven, first thing, at the front desk.", "2026-03-05 07:00"),
    ("tomorrow at 7", "2026-03-05 07:00"),
    ("tomorrow morning", "by 2026-03-05 12:00"),
    ("today", "2026-03-04"),
    ("tonight", "by 2026-03-04"),
    ("by Friday", "by 2026-03-06"),
    ("Friday", "2026-03-06"),
    ("fri", "2026-03-06"),
    ("Wednesday", "2026-03-11"),
    ("wednesday 3pm", "2026-03-04 15:00"),
    ("wednesday 9am", "2026-03-11 09:00"),
    ("Tuesday", "2026-03-10"),
    ("next Tuesday 3pm", "2026-03-10 15:00"),
    ("next Friday", "2026-03-13"),
    ("this Friday", "2026-03-06"),
    ("on Monday at 10", "2026-03-09 10:00"),
    ("Monday at ten", "2026-03-09 10:00"),
    ("by three", "by 2026-03-04 15:00"),
    ("in a fortnight", "2026-03-18"),
    ("in two years", "2028-03-04"),
    ("Monday 9.30 am", "2026-03-09 09:30"),
    ("Monday, 14:45", "2026-03-09 14:45"),
    ("Friday at 3 o'clock", "2026-03-06 15:00"),
    ("in two weeks", "2026-03-18"),
    ("in 10 days", "2026-03-14"),
    ("in a week", "2026-03-11"),
    ("in a couple of days", "2026-03-06"),
    ("two weeks from now", "2026-03-18"),
    ("in two hours", "2026-03-04 12:15"),
    ("in 30 minutes", "2026-03-04 10:45"),
    ("in 20 hours", "2026-03-05 06:15"),
    ("next week", "2026-03-11"),
    ("next month", "2026-04-04"),
    ("the day after tomorrow", "2026-03-06"),
    ("28 Feb", "2027-02-28"),
    ("Feb 28", "2027-02-28"),
    ("28th of April", "2026-04-28"),
    ("April 28, 2027", "2027-04-28"),
    ("28 April 2027 before 15:00", "by 2027-04-28 15:00"),
    ("Thu, 5 March", "2026-03-05"),
    ("4 March", "2026-03-04"),
    ("in May", "2026-05-01"),
    ("the 28th", "2026-03-28"),
    ("by the 3rd", "by 2026-04-03"),
    ("31st", "2026-03-31"),
    ("noon", "2026-03-04 12:00"),
    ("before noon", "by 2026-03-04 12:00"),
    ("9am", "2026-03-05 09:00"),
    ("before midnight", "by 2026-03-04 23:59"),
    ("no later than Friday", "by 2026-03-06"),
    ("until Friday 5 p.m.", "by 2026-03-06 17:00"),
    ("by the end of the day", "by 2026-03-04"),
    ("Friday eod", "by 2026-03-06"),
    ("12am tomorrow", "2026-03-05 00:00"),
    ("12pm tomorrow", "2026-03-05 12:00"),
    ("2026-03-28", "2026-03-28"),
    ("by 2026-03-28 09:00", "by 2026-03-28 09:00"),
    ("28/3", "2026-03-28"),
    ("3/4", "2026-04-03"),
    ("28.3.26", "2026-03-28"),
];

#[test]
fn days_are_read_as_people_say_them() {
    table("en-GB", SAID);
}

#[test]
fn what_is_past_or_no_day_gives_nothing() {
    table(
        "en",
        &[
            ("", ""),
            (" ", ""),
            ("soon", ""),
            ("yesterday", ""),
            ("last Friday", ""),
            ("2 days ago", ""),
            ("2026-03-03", ""),
            ("2020-01-01", ""),
            ("1 Jan 2020", ""),
            ("28", ""),
            ("2027", ""),
            ("two monkeys", ""),
            ("this week", ""),
            ("weekend", ""),
            ("30 Feb", ""),
            ("2026-02-30", ""),
            ("25:00", ""),
            ("13pm", ""),
            ("Friday the", "2026-03-06"),
            ("Friday in the pub", ""),
            ("the 32nd", ""),
            ("by", ""),
            ("Freitag", ""),
        ],
    );
}

#[test]
fn figures_stand_in_the_order_of_the_language() {
    table("en-US", &[("3/5", "2026-03-05"), ("12/31/2026", "2026-12-31"), ("31/12/2026", ""), ("next Friday", "2026-03-06")]);
    table("en", &[("3/5", ""), ("5/5", "2026-05-05"), ("31/12/2026", "2026-12-31"), ("12/31/2026", "2026-12-31")]);
    table(
        "de",
        &[
            ("28.2.2027", "2027-02-28"),
            ("28. 2. 2027", "2027-02-28"),
            ("5.3.", "2026-03-05"),
            ("05.03. 15:00", "2026-03-05 15:00"),
            ("3.3.", "2027-03-03"),
            ("2026-03-28", "2026-03-28"),
            ("morgen", ""),
            ("tomorrow", ""),
            ("noon", ""),
            ("1.1.2020", ""),
        ],
    );
    table("fr_CA", &[("28/03/2026", "2026-03-28"), ("demain", "")]);
    table("ja", &[("2026/3/28", "2026-03-28"), ("3/28", "2026-03-28")]);
    table("hu", &[("2026. 3. 28.", "2026-03-28")]);
}

#[test]
fn a_year_ends_and_a_leap_day_waits_for_its_year() {
    for (now, text, wanted) in [
        ("2026-12-31T23:00:00", "tomorrow", "2027-01-01"),
        ("2026-12-31T23:00:00", "Friday 9am", "2027-01-01 09:00"),
        ("2026-12-31T23:00:00", "9am", "2027-01-01 09:00"),
        ("2026-12-30T23:00:00", "3 Jan", "2027-01-03"),
        ("2026-12-30T23:00:00", "in 2 hours", "2026-12-31 01:00"),
        ("2026-01-30T08:00:00", "next month", "2026-02-28"),
        ("2026-01-31T08:00:00", "the 30th", "2026-03-30"),
        ("2026-03-04T00:00:00", "Wednesday", "2026-03-11"),
        ("2026-03-04T00:00:00", "29/2", "2028-02-29"),
        ("2026-03-07T12:00:00", "next Friday", "2026-03-13"),
    ] {
        assert_eq!(read_at(now, "en-GB", text).as_deref(), Some(wanted), "{text:?} at {now}");
    }
}

/// `interim` 0.2.2 panics at a word in capitals and at a long one behind a day and an hour.
#[test]
fn words_at_which_the_library_panics_never_reach_it() {
    for text in ["friday 9 PM", "friday 9 Xx", "friday 9 extraordinarilylong", "friday 9 Straße", "5 march 9 o’clock at the café"] {
        let _ = read_at(NOW, "en", text);
    }
    assert_eq!(read_at(NOW, "en", "friday 9 PM").as_deref(), Some("2026-03-06 21:00"));
}

fn nearly_a_date() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "by",
        "before",
        "next",
        "friday",
        "Thursday",
        "noon",
        "in",
        "two",
        "weeks",
        "hours",
        "28",
        "28th",
        "feb",
        "march",
        "2027",
        "9999",
        "3pm",
        "15:00",
        "at",
        "the",
        "of",
        "day",
        "after",
        "tomorrow",
        ",",
        ".",
        "/",
        "31.12.",
        "29/2",
        "0",
        "-",
        "a.m.",
        "month",
        "years",
        "from",
        "now",
        "midnight",
        "o'clock",
        "ß",
        "T",
        "12/31/9999",
        "0000-01-01",
    ]);
    prop::collection::vec(words, 0..7).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_nothing_is_past(
        text in prop_oneof![nearly_a_date(), ".{0,40}"],
        language in prop::sample::select(vec!["en", "en-US", "en-GB", "de", "ja", "", "x-klingon"]),
        seconds in -60_000_000_000i64..250_000_000_000,
    ) {
        let now = chrono::DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
        if let Some(when) = parse(&text, now, language) {
            prop_assert!(when.day.date() >= now.date(), "{} is past at {}", when.day, now);
        }
    }
}

#[test]
fn a_time_is_hours_and_minutes_in_json() {
    let when = parse("Thursday before noon", NOW.parse().unwrap(), "en").unwrap();
    assert_eq!(serde_json::to_string(&when).unwrap(), r#"{"day":"2026-03-05","time":"12:00","before":true}"#);
}
