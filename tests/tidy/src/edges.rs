//! Who may know whom, checked against what cargo says.

use std::process::Command;

use serde_json::Value;

use crate::house::{Complaints, root};

/// Which of our crates each of our crates may use. A room that is not here has no place in the house yet.
const MAY_KNOW: [(&str, &[&str]); 9] = [
    ("cairn-model", &[]),
    ("cairn-vault", &["cairn-model"]),
    ("cairn-store", &["cairn-model"]),
    ("cairn-export", &["cairn-model"]),
    ("cairn-practice", &["cairn-model"]),
    ("cairn-journal", &["cairn-model", "cairn-vault", "cairn-store", "cairn-export", "cairn-practice"]),
    // The contract speaks of the nouns, of the log's parts, of prompts and guides, and of the journal's views.
    ("cairn-wire", &["cairn-model", "cairn-export", "cairn-practice", "cairn-journal"]),
    ("cairn-cli", &["cairn-model", "cairn-export", "cairn-practice", "cairn-journal"]),
    ("cairn", &["cairn-model", "cairn-journal", "cairn-wire"]),
];

/// Crates of others that one room alone may use.
const ONLY_IN: [(&str, &str, &str); 10] = [
    ("tauri", "cairn", "only the shell knows Tauri"),
    ("tauri-build", "cairn", "only the shell knows Tauri"),
    ("wry", "cairn", "only the shell knows the webview"),
    ("tao", "cairn", "only the shell knows the window"),
    ("gtk", "cairn", "only the shell knows the window"),
    ("webkit2gtk", "cairn", "only the shell knows the webview"),
    ("rfd", "cairn", "paths come from dialogs, and dialogs are the shell's"),
    ("rusqlite", "cairn-store", "only store knows SQL"),
    ("libsqlite3-sys", "cairn-store", "only store knows SQL"),
    ("age", "cairn-vault", "only vault makes or unwraps keys"),
];

/// Who outside of what ships may know Tauri all the same.
const TAURI_OUTSIDE: [(&str, &str); 1] =
    [("cairn-test-minimal", "it is the baseline of the window's figures: a window of Tauri and nothing else")];

struct Edge {
    from: String,
    to: String,
}

/// The ties of what ships, build-time ones included.
fn edges() -> (Vec<String>, Vec<Edge>) {
    edges_of(|manifest| manifest.contains("/src-tauri/"))
}

/// The packages whose manifests are `meant`, and their ties but those of their tests.
fn edges_of(meant: fn(&str) -> bool) -> (Vec<String>, Vec<Edge>) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    let out = command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root()).output().expect("cargo metadata");
    let all: Value = serde_json::from_slice(&out.stdout).expect("cargo metadata is JSON");
    let (mut rooms, mut edges) = (Vec::new(), Vec::new());
    for package in all["packages"].as_array().into_iter().flatten() {
        let manifest = package["manifest_path"].as_str().unwrap_or_default().replace('\\', "/");
        let name = package["name"].as_str().unwrap_or_default().to_owned();
        if !meant(&manifest) {
            continue;
        }
        for tie in package["dependencies"].as_array().into_iter().flatten().filter(|tie| tie["kind"] != "dev") {
            edges.push(Edge { from: name.clone(), to: tie["name"].as_str().unwrap_or_default().to_owned() });
        }
        rooms.push(name);
    }
    assert!(!rooms.is_empty(), "cargo metadata named no room: {}", String::from_utf8_lossy(&out.stderr));
    (rooms, edges)
}

#[test]
fn rooms_know_only_whom_they_may() {
    let (rooms, edges) = edges();
    let mut complaints = Complaints::default();
    for room in &rooms {
        if !MAY_KNOW.iter().any(|(name, _)| name == room) {
            complaints.add(room, "is a room that tests/tidy/src/edges.rs does not know: give it its place there and in ARCHITECTURE.md");
        }
    }
    for edge in edges.iter().filter(|edge| edge.to.starts_with("cairn") || rooms.contains(&edge.to)) {
        let allowed = MAY_KNOW.iter().find(|(name, _)| *name == edge.from).is_some_and(|(_, whom)| whom.contains(&edge.to.as_str()));
        if !allowed {
            complaints.add(&edge.from, format!("must not know {}: the river runs one way", edge.to));
        }
    }
    complaints.none();
}

#[test]
fn nothing_outside_of_the_shell_knows_tauri_but_its_baseline() {
    let (_, edges) = edges_of(|manifest| !manifest.contains("/src-tauri/"));
    let mut complaints = Complaints::default();
    for edge in edges.iter().filter(|edge| edge.to.starts_with("tauri")) {
        if !TAURI_OUTSIDE.iter().any(|(name, _)| *name == edge.from) {
            complaints.add(
                &edge.from,
                format!("uses {}, but only the shell knows Tauri; exceptions and their reasons are in tests/tidy/src/edges.rs", edge.to),
            );
        }
    }
    for (name, why) in TAURI_OUTSIDE {
        if !edges.iter().any(|edge| edge.from == name) {
            complaints.add(name, format!("is an exception ({why}) that is not there any more"));
        }
    }
    complaints.none();
}

#[test]
fn heavy_and_dangerous_crates_stay_in_their_room() {
    let (_, edges) = edges();
    let mut complaints = Complaints::default();
    for edge in edges {
        for (name, room, why) in ONLY_IN {
            if edge.to == name && edge.from != room {
                complaints.add(&edge.from, format!("uses {name}, but {why}"));
            }
        }
        if edge.to.starts_with("tauri-plugin-") {
            complaints.add(&edge.from, format!("uses {}: plugins bring commands that the window must not have", edge.to));
        }
    }
    complaints.none();
}
