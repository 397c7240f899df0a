//! What a document says around the person's own words, from the same Fluent files as the interface.

use chrono::Datelike;
use fluent_bundle::{FluentBundle, FluentResource};
use model::Day;
use std::cell::RefCell;
use std::collections::HashMap;

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// What was said without values: a log says the same few labels at every moment.
    said: RefCell<HashMap<String, String>>,
}

impl Words {
    /// The English words, which every installation has.
    #[must_use]
    pub fn english() -> Self {
        Self::of("en")
    }

    /// The words of a language, as a BCP 47 tag. One that there are no words of yet is English; `qps` and `qps-rtl` are made up.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let english = "en".parse().expect("en is a language tag");
        let mut bundle = FluentBundle::new(vec![english]);
        let sources = [
            include_str!("../../../../ui/src/words/en/entry.ftl"),
            include_str!("../../../../ui/src/words/en/log.ftl"),
            include_str!("../../../../ui/src/words/en/factfile.ftl"),
        ];
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            // A doubled id would be a fault of the words, which a test of the words catches.
            let _ = bundle.add_resource(resource);
        }
        // Isolation marks are for screens; in a document they would be stray characters.
        bundle.set_use_isolating(false);
        if language.starts_with("qps") {
            bundle.set_transform(Some(crate::pseudo::pseudo));
        }
        Self { bundle, said: RefCell::default() }
    }

    /// A sentence or label by its id; the id itself if the words lack it, so that nothing is ever silently empty.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        if let Some(said) = self.said.borrow().get(id) {
            return said.clone();
        }
        let said = self.with(id, &[]);
        self.said.borrow_mut().insert(id.to_owned(), said.clone());
        said
    }

    /// The same with values in it.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let args = values.iter().map(|(name, value)| (*name, *value)).collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// "November 2026".
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        let name = self.say(&format!("month-{}", day.date().month()));
        self.with("month-year", &[("month", &name), ("year", &format!("{:04}", day.date().year()))])
    }

    /// "21 November 2026".
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        self.with("day-month", &[("day", &day.date().day().to_string()), ("month", &self.month(day))])
    }

    /// "March 2025 to November 2026", or one month.
    #[must_use]
    pub fn span(&self, first: Day, last: Day) -> String {
        let (from, to) = (self.month(first), self.month(last));
        if from == to { from } else { self.with("log-span", &[("from", &from), ("to", &to)]) }
    }
}
