//! What in words that are being written could tell who somebody is. Nothing is stored of it, and nothing waits for it.

use crate::Session;
use crate::views::Identified;
use chrono::Datelike;
use export::{Known, identifiers};

impl Session {
    /// Each thing that was found, in the order of the text; also while there is no journal. Words are suspected of being
    /// names by what stands before them alone ("Mrs"): people of the journal are there under nicknames, which are welcome.
    #[must_use]
    pub fn identified(&self, text: &str) -> Vec<Identified> {
        let this_year = self.clock.now().local().date().year();
        let known = Known { people: &[], seen_small: &|_| u32::MAX, this_year };
        identifiers(text, &known).into_iter().map(|hit| Identified { kind: hit.kind, text: text[hit.range].to_owned() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Home, Session, SystemChance, SystemClock};

    #[test]
    fn numbers_and_titled_names_are_found_and_nicknames_and_plain_words_are_not() {
        let dir = tempfile::tempdir().unwrap();
        let session = Session::new(Home::at(dir.path().join("journal")), Box::new(SystemClock), Box::new(SystemChance));
        let found = |text: &str| session.identified(text).into_iter().map(|one| one.text).collect::<Vec<_>>();
        assert_eq!(found("Mrs Hale in bed 12, born 4 March 1951"), ["Mrs Hale", "bed 12", "4 March 1951"]);
        assert_eq!(found("Rang 07700 900123 for her, then mail@example.com"), ["07700 900123", "mail@example.com"]);
        assert_eq!(found("Mrs   Hale, 07700\t900 123"), ["Mrs   Hale", "07700\t900 123"]);
        assert_eq!(found("rang mrs hale, sat with mrs hale"), ["mrs hale", "mrs hale"]);
        assert_eq!(found("Sat with Blue Hat at 21:10, 3 of 12 done, back on 3 March"), [""; 0]);
    }
}
