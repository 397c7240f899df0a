//! The words: all there, all used, and in the house's tone.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    house::{Complaints, file, files},
    source::{Keep, stripped},
};

/// Words that press, praise or judge, and words of the machine room.
const NOT_SAID: [(&str, &str); 9] = [
    ("should", "nobody owes the journal anything"),
    ("just", "makes small what may be hard"),
    ("at least", "weighs one thing against another"),
    ("resilient", "praise that asks for more of the same"),
    ("great job", "the journal does not mark anybody's work"),
    ("positive attitude", "nobody is told how to feel"),
    ("diary", "it is a journal"),
    ("vault", "it is a journal"),
    ("database", "it is a journal"),
];

/// Ids that are put together in a way that reading the source does not show: the beginning, and where.
const PUT_TOGETHER: &[(&str, &str)] = &[("lift-lead", "by whether it is a hard day and whether it is the first: four of them")];

/// Id, file and words of each message of the English catalogue.
fn messages() -> BTreeMap<String, (String, String)> {
    let mut all: BTreeMap<String, (String, String)> = BTreeMap::new();
    for file in files("ui/src/words/en", &["ftl"]) {
        let mut last = None;
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase() || c == '-')
                && let Some((id, words)) = line.split_once('=')
            {
                let id = id.trim().to_owned();
                assert!(!all.contains_key(&id), "{}: {id} is said twice; one of them is never heard", file.path);
                all.insert(id.clone(), (file.path.clone(), words.trim().to_owned()));
                last = Some(id);
            } else if let Some((_, words)) = last.as_ref().and_then(|id| all.get_mut(id)) {
                words.push('\n');
                words.push_str(line.trim());
            }
        }
    }
    assert!(!all.is_empty(), "there are no words in ui/src/words/en");
    all
}

/// Everything in the program that may name a message: whole strings, and beginnings such as `kind-` in `kind-${kind}`.
struct Named {
    whole: BTreeSet<String>,
    beginnings: BTreeSet<String>,
    /// Ids that are asked for by `t('…')`, with the place.
    asked: Vec<(String, String)>,
}

fn named() -> Named {
    let mut named = Named { whole: BTreeSet::new(), beginnings: BTreeSet::new(), asked: Vec::new() };
    let sources = files("ui/src", &["ts", "svelte"]).into_iter().chain(files("src-tauri", &["rs"]));
    for file in sources.filter(|file| !file.is_test()) {
        for (at, line) in stripped(&file.text, file.ending(), Keep::Strings).lines().enumerate() {
            for (start, _) in line.match_indices(['\'', '"', '`']) {
                let quote = &line[start..=start];
                let inside = &line[start + 1..];
                let id: String = inside.chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').collect();
                let after = &inside[id.len()..];
                if after.starts_with("${") || after.starts_with('{') {
                    named.beginnings.insert(id);
                } else if after.starts_with(quote) && !id.is_empty() {
                    let before = line[..start].trim_end();
                    if file.ending() != "rs"
                        && before.strip_suffix("t(").is_some_and(|b| !b.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.'))
                    {
                        named.asked.push((id.clone(), format!("{}:{}", file.path, at + 1)));
                    }
                    named.whole.insert(id);
                }
            }
        }
    }
    named.beginnings.retain(|beginning| beginning.len() > 2 && beginning.ends_with('-'));
    named
}

#[test]
fn every_word_that_is_asked_for_is_there() {
    let (messages, named) = (messages(), named());
    let mut complaints = Complaints::default();
    for (id, place) in named.asked.iter().filter(|(id, _)| !messages.contains_key(id)) {
        complaints.add(place, format!("asks for `{id}`, which no file of ui/src/words/en says"));
    }
    complaints.none();
}

#[test]
fn every_word_is_heard_somewhere() {
    let (messages, named) = (messages(), named());
    let inside: String = messages.values().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join("\n");
    let mut complaints = Complaints::default();
    for (id, (path, _)) in &messages {
        let begun = named.beginnings.iter().map(String::as_str).chain(PUT_TOGETHER.iter().map(|(b, _)| *b)).any(|b| id.starts_with(b));
        let referred = inside.contains(&format!("{{ {id} }}")) || inside.contains(&format!("{{ {id}."));
        // The advice of a fault and the like: `fault-x` is put together, and `-advice` after it.
        if !begun && !referred && !named.whole.contains(id) {
            complaints.add(path, format!("`{id}` is never asked for: take it out, or list its beginning in PUT_TOGETHER"));
        }
    }
    complaints.none();
}

#[test]
fn every_fault_has_its_words_and_its_advice() {
    let messages = messages();
    let wire = file("ui/src/api/gen/wire.ts").text;
    let codes = wire.split("export type Code =").nth(1).and_then(|rest| rest.split(';').next()).expect("wire.ts names the codes");
    let codes: BTreeSet<&str> = codes.split('"').skip(1).step_by(2).collect();
    assert!(!codes.is_empty());
    let mut complaints = Complaints::default();
    for code in &codes {
        for id in [format!("fault-{code}"), format!("fault-{code}-advice")] {
            if !messages.contains_key(&id) {
                complaints.add("ui/src/words/en", format!("`{id}` is missing: what happened, and what to do"));
            }
        }
    }
    complaints.none();
}

#[test]
fn the_tone_is_kept() {
    let mut complaints = Complaints::default();
    for (id, (path, words)) in messages() {
        if words.contains('!') {
            complaints.add(&path, format!("`{id}` shouts: {words}"));
        }
        let plain: String = words.to_lowercase().chars().map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' }).collect();
        let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
        for (word, why) in NOT_SAID.iter().filter(|(word, _)| plain.contains(&format!(" {word} "))) {
            complaints.add(&path, format!("`{id}` says “{word}”: {why}"));
        }
    }
    complaints.none();
}

/// The words of messages and sentences alike: without what is filled in, which each of the two spells in its own way.
fn bare(words: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in words.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn small_copy_of_the_content_is_what_the_window_says() {
    let said: Vec<String> = messages().values().map(|(_, words)| bare(words)).collect();
    let path = "src-tauri/crates/practice/content/microcopy.yaml";
    let copy = file(path).text;
    let lines: Vec<&str> = copy.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert!(lines.len() > 10, "{path} holds the small copy");
    let mut complaints = Complaints::default();
    for line in lines {
        let words = line.split_once(": ").map(|(_, words)| bare(words.trim_matches('"')));
        if !words.is_some_and(|words| said.iter().any(|message| message.contains(&words))) {
            complaints.add(path, format!("no message of ui/src/words/en says this: {line}"));
        }
    }
    complaints.none();
}

/// Lists of the content that the window has as messages of its own, so that they can be spoken in other languages.
const LISTS: [(&str, &str); 3] = [("roles", "role"), ("needs", "need"), ("what_i_did", "did")];
/// The same for choices that the journal knows by name.
const CHOICES: [(&str, &str); 5] =
    [("feelings", "felt"), ("how_i_know", "know"), ("cost_to_me", "cost"), ("pursuits", "pursuit"), ("more_aims", "pursuit")];

#[test]
fn lists_to_tap_from_are_those_of_the_content() {
    let messages = messages();
    let path = "src-tauri/crates/practice/content/words.yaml";
    let mut lists: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut name = String::new();
    for line in file(path).text.lines() {
        let within = |key: &str| Some(line.split_once(key)?.1.split([',', '"']).find(|part| !part.trim().is_empty())?.trim().to_owned());
        match (within("{id:"), within("label:")) {
            (Some(id), Some(label)) => lists.entry(name.clone()).or_default().push((id, label)),
            _ => name = line.trim_end_matches(':').to_owned(),
        }
    }
    let mut complaints = Complaints::default();
    let mut look = |id: String, label: &str| {
        if messages.get(&id).is_none_or(|(_, words)| words.trim_end() != label) {
            complaints.add(path, format!("`{id}` of ui/src/words/en does not say “{label}”"));
        }
    };
    for (list, prefix) in LISTS {
        let list = &lists[list];
        list.iter().enumerate().for_each(|(n, (_, label))| look(format!("{prefix}-{}", n + 1), label));
        assert!(!messages.contains_key(&format!("{prefix}-{}", list.len() + 1)), "the window has more of {prefix} than {path}");
    }
    for (list, prefix) in CHOICES {
        lists[list].iter().for_each(|(id, label)| look(format!("{prefix}-{id}"), label));
    }
    complaints.none();
}
