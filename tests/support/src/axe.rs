//! Asks axe-core what in the window would keep somebody out.

use std::{fmt, fs};

use serde_json::{Value, json};

use crate::{Session, root, webdriver::text};

/// A rule that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// axe's name of the rule.
    pub id: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: String,
    /// The rule in a sentence.
    pub help: String,
    /// Selectors of the elements that break it.
    pub targets: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {} at {}", self.id, self.impact, self.help, self.targets.join(", "))
    }
}

/// Runs axe on the page as it is now. What is inside of an `svg` is passed over: drawings of a thousand paths would take
/// more than a minute, and the drawing's own element bears the name.
///
/// # Panics
/// When axe-core is not installed in `ui/node_modules` or does not end within 30 s.
pub fn violations(session: &Session) -> Vec<Violation> {
    violations_of(session, &[])
}

/// The same for some rules alone, by axe's names; for all of them when none is named.
///
/// # Panics
/// As [`violations`].
pub fn violations_of(session: &Session, rules: &[&str]) -> Vec<Violation> {
    let path = root().join("ui/node_modules/axe-core/axe.min.js");
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}. `npm ci` in ui installs it.", path.display()));
    let there = session.script("return typeof axe === 'object'", &[]).unwrap_or_else(|e| panic!("the window is gone: {e}"));
    if there != json!(true) {
        session.script(&source, &[]).unwrap_or_else(|e| panic!("axe did not load: {e}"));
    }
    let run = "
        const done = arguments[arguments.length - 1];
        const some = arguments[0].length > 0 ? { runOnly: arguments[0] } : {};
        axe.run({ include: [document], exclude: [['svg *']] }, { resultTypes: ['violations'], ...some }).then(
            (r) => done(r.violations.map((v) => ({
                id: v.id, impact: v.impact, help: v.help, targets: v.nodes.map((n) => n.target.join(' ')),
            }))),
            (e) => done(String(e)));
    ";
    let found = session.script_async(run, &[json!(rules)]).unwrap_or_else(|e| panic!("axe did not end: {e}"));
    let list = found.as_array().unwrap_or_else(|| panic!("axe failed: {found}"));
    list.iter().map(read).collect()
}

fn read(value: &Value) -> Violation {
    let targets = value["targets"].as_array().into_iter().flatten().map(text).collect();
    Violation { id: text(&value["id"]), impact: text(&value["impact"]), help: text(&value["help"]), targets }
}
