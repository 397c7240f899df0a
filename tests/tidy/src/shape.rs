//! How long files and functions are, how modules begin, what things are called.

use crate::{
    house::{Complaints, File, files},
    source::{Keep, functions, stripped},
};

const RUST_LINES: usize = 400;
const SVELTE_LINES: usize = 250;
const FUNCTION_LINES: usize = 60;

/// Files that may be longer: path and reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// Functions that may be longer: path, name and reason.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[(
    "src-tauri/crates/store/src/timeline/tests.rs",
    "words_are_found_as_people_type_them",
    "one table of what people type and what it finds",
)];

/// Words that say nothing about what a thing does.
const EMPTY_WORDS: [&str; 6] = ["Manager", "Service", "Helper", "Util", "Common", "Handler"];

fn written() -> Vec<File> {
    let mut all = files("", &["rs", "ts", "svelte"]);
    all.retain(|file| !file.path.ends_with(".d.ts"));
    all
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let mut complaints = Complaints::default();
    for file in written() {
        let limit = if file.ending() == "svelte" { SVELTE_LINES } else { RUST_LINES };
        let lines = file.text.lines().count();
        let excused = LONG_FILES.iter().any(|(path, _)| *path == file.path);
        if lines > limit && !excused {
            complaints.add(&file.path, format!("has {lines} lines, {limit} are allowed: take a part with a name of its own out of it"));
        } else if lines <= limit && excused {
            complaints.add(&file.path, "needs no exception any more: take it out of LONG_FILES");
        }
    }
    complaints.none();
}

#[test]
fn functions_fit_on_a_screen() {
    let mut complaints = Complaints::default();
    let mut excused: Vec<(&str, &str)> = Vec::new();
    for file in written().iter().filter(|file| !file.path.ends_with(".test.ts")) {
        for function in functions(&file.text, file.ending()).iter().filter(|f| f.lines > FUNCTION_LINES) {
            match LONG_FUNCTIONS.iter().find(|(path, name, _)| *path == file.path && *name == function.name) {
                Some((path, name, _)) => excused.push((path, name)),
                None => {
                    let what = format!("{} has {} lines, {FUNCTION_LINES} are allowed: name its steps", function.name, function.lines);
                    complaints.at(file, function.line, what);
                }
            }
        }
    }
    for (path, name, _) in LONG_FUNCTIONS.iter().filter(|(path, name, _)| !excused.contains(&(*path, *name))) {
        complaints.add(path, format!("{name} needs no exception any more: take it out of LONG_FUNCTIONS"));
    }
    complaints.none();
}

#[test]
fn every_module_says_what_it_holds() {
    let mut complaints = Complaints::default();
    for file in files("", &["rs"]) {
        let first = file.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        // A module of unit tests speaks of the module that it stands in.
        let of_a_module = file.path.ends_with("/tests.rs") || file.path.ends_with("_tests.rs");
        let says = first.strip_prefix("//!").is_some_and(|words| words.trim().len() > 8);
        if !says && !of_a_module {
            complaints.add(&file.path, "begins without `//!`: say what it holds and what it must never hold");
        }
    }
    complaints.none();
}

#[test]
fn names_say_what_things_do() {
    let mut complaints = Complaints::default();
    for file in written() {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default().to_lowercase();
        for word in EMPTY_WORDS {
            let low = word.to_lowercase();
            if stem == low || stem == format!("{low}s") || stem.split(['_', '-']).any(|part| part == low || part == format!("{low}s")) {
                complaints.add(&file.path, format!("is called {word}: call it by what it does"));
            }
        }
        if file.path.starts_with("tests/tidy/") {
            continue;
        }
        for (at, line) in stripped(&file.text, file.ending(), Keep::Code).lines().enumerate() {
            if let Some(name) = type_name(line)
                && let Some(word) = EMPTY_WORDS.iter().find(|word| name.contains(**word))
            {
                complaints.at(&file, at + 1, format!("{name}: {word} says nothing; call it by what it does"));
            }
        }
    }
    complaints.none();
}

/// The name after `struct`, `enum`, `trait`, `class`, `interface` or `type`, at the beginning of a line.
fn type_name(line: &str) -> Option<&str> {
    let mut words =
        line.split_whitespace().skip_while(|word| word.starts_with("pub") || matches!(*word, "export" | "declare" | "abstract"));
    let kind = words.next()?;
    let name = words.next()?;
    let name = name.split(|c: char| !c.is_alphanumeric()).next()?;
    matches!(kind, "struct" | "enum" | "trait" | "class" | "interface" | "type").then_some(name)
}
