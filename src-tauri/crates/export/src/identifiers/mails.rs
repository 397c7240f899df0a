//! E-mail addresses, also those that are spelled out for people. Must never hold a rule about who they belong to.

use super::{Find, Found, Identifier};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The longest that stands before and after the sign, in bytes.
const LONGEST: usize = 255;

static SPELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    super::near::shape(concat!(
        r"(?i)[a-z0-9._%+-]{1,64} ?(?:\[at\]|\(at\)|\{at\}) ?[a-z0-9-]{1,63}(?: ?(?:\.|\[dot\]|\(dot\)) ?[a-z0-9-]{2,63}){1,3}",
        r"|[a-z0-9._%+-]{1,64} at [a-z0-9-]{1,63} dot (?:com|org|net|co dot uk|de|fr|es|it|nl|pl|eu|uk)",
    ))
});

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for (at, _) in of.text.match_indices('@') {
        if let Some(range) = around(of.text, at) {
            found.add(Identifier::Email, range);
        }
    }
    for hit in SPELLED.iter().flat_map(|spelled| spelled.find_iter(of.text)) {
        if of.stands_alone(hit.start(), hit.end()) {
            found.add(Identifier::Email, hit.range());
        }
    }
}

/// The address around an @.
fn around(text: &str, at: usize) -> Option<Range<usize>> {
    let is_local = |c: char| c.is_alphanumeric() || "._%+-'".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let local: usize = text[..at].chars().rev().take_while(|c| is_local(*c)).take(LONGEST).map(char::len_utf8).sum();
    let domain: usize = text[at + 1..].chars().take_while(|c| is_domain(*c)).take(LONGEST).map(char::len_utf8).sum();
    let local = text[at - local..at].trim_start_matches(['.', '\'', '-']).len();
    let domain = text[at + 1..at + 1 + domain].trim_end_matches(['.', '-']);
    let (_, last) = domain.rsplit_once('.')?;
    let whole = !domain.split('.').any(str::is_empty) && last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
    (local > 0 && whole).then(|| at - local..at + 1 + domain.len())
}
