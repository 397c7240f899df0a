//! Words of code that must not be written, where, and what to write instead.

use crate::{
    house::{Complaints, File, files},
    source::{Keep, stripped},
};

/// Which files a ban is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// All Rust, tests included.
    Rust,
    /// Rust that ships, without the room that the ban names as its exception.
    Shipped,
    /// The interface: TypeScript and Svelte, tests included.
    Interface,
    /// The interface without its tests.
    Page,
}

struct Ban {
    text: &'static str,
    place: Where,
    /// Beginnings of paths that may.
    but: &'static [&'static str],
    instead: &'static str,
}

const fn ban(text: &'static str, place: Where, but: &'static [&'static str], instead: &'static str) -> Ban {
    Ban { text, place, but, instead }
}

const STORE: &[&str] = &["src-tauri/crates/store/"];
/// Store, and the notes on paper and beside a backup that tell how to open a journal without Cairn.
const SQL_TOLD: &[&str] = &["src-tauri/crates/store/", "src-tauri/crates/journal/src/backup.rs", "src-tauri/crates/vault/src/sheet.rs"];
const CALL: &[&str] = &["ui/src/api/call.ts"];

const BANS: &[Ban] = &[
    ban("todo!(", Where::Rust, &[], "finish it or leave it out"),
    ban("unimplemented!(", Where::Rust, &[], "finish it or leave it out"),
    ban("dbg!(", Where::Rust, &[], "take it out"),
    ban("#[ignore", Where::Rust, &[], "a test runs or is deleted; a long one belongs to tests/faults, which is told by CAIRN_FAULTS=long"),
    ban("rusqlite", Where::Shipped, STORE, "only store knows SQL"),
    ban("SELECT ", Where::Shipped, SQL_TOLD, "only store knows SQL"),
    ban("INSERT INTO", Where::Shipped, STORE, "only store knows SQL"),
    ban("DELETE FROM", Where::Shipped, STORE, "only store knows SQL"),
    ban("CREATE TABLE", Where::Shipped, STORE, "only store knows SQL"),
    ban("PRAGMA ", Where::Shipped, SQL_TOLD, "only store knows SQL"),
    ban("with_user_passphrase", Where::Shipped, &[], "measures the machine: vault pins the work factor"),
    ban("std::net", Where::Shipped, &[], "no network code anywhere"),
    ban("register_uri_scheme_protocol", Where::Shipped, &[], "Tauri takes any custom scheme for its own origin, with all commands"),
    ban("register_asynchronous_uri_scheme_protocol", Where::Shipped, &[], "Tauri takes any custom scheme for its own origin"),
    ban("@tauri-apps", Where::Interface, CALL, "only ui/src/api/call.ts speaks to the shell"),
    ban("invoke(", Where::Interface, CALL, "only ui/src/api/call.ts speaks to the shell"),
    ban("__TAURI", Where::Interface, CALL, "only ui/src/api/call.ts speaks to the shell"),
    ban("console.log", Where::Interface, &[], "take it out: nothing of a person goes to a log"),
    ban("console.debug", Where::Interface, &[], "take it out: nothing of a person goes to a log"),
    ban("localStorage", Where::Interface, &[], "the webview keeps nothing: settings live in the journal or in DeviceSettings"),
    ban("sessionStorage", Where::Interface, &[], "the webview keeps nothing"),
    ban("indexedDB", Where::Interface, &[], "the webview keeps nothing"),
    ban("document.cookie", Where::Interface, &[], "the webview keeps nothing"),
    ban("window.confirm(", Where::Interface, &[], "unreliable in webviews: a Dialog"),
    ban("window.alert(", Where::Interface, &[], "unreliable in webviews: a Toast or a Dialog"),
    ban("window.prompt(", Where::Interface, &[], "unreliable in webviews: a Dialog"),
    ban("window.print(", Where::Interface, &[], "does nothing in some webviews: the command sheet_print"),
    ban("{@html", Where::Page, &[], "text becomes elements, never markup"),
    ban("innerHTML", Where::Page, &[], "text becomes elements, never markup"),
    ban("outerHTML", Where::Page, &[], "text becomes elements, never markup"),
    ban("insertAdjacentHTML", Where::Page, &[], "text becomes elements, never markup"),
    ban("eval(", Where::Interface, &[], "the policy forbids it"),
    ban("fetch(", Where::Interface, &[], "no network code anywhere"),
    ban("XMLHttpRequest", Where::Interface, &[], "no network code anywhere"),
    ban("WebSocket", Where::Interface, &[], "no network code anywhere"),
    ban("it.skip(", Where::Interface, &[], "a test runs or is deleted"),
    ban("test.skip(", Where::Interface, &[], "a test runs or is deleted"),
    ban("describe.skip(", Where::Interface, &[], "a test runs or is deleted"),
    ban(".only(", Where::Interface, &[], "the other tests would not run"),
    ban(" style=\"", Where::Interface, &[], "the policy drops it: a class, or style:--name={value}"),
    ban("@ts-ignore", Where::Interface, &[], "say the type"),
    ban("svelte-ignore a11y", Where::Interface, &[], "say in brackets behind it why nobody is kept out, or use the right element"),
];

/// Comments are no code, but a compiler obeys these two.
const IN_COMMENTS: [&str; 2] = ["@ts-ignore", "svelte-ignore a11y"];

#[test]
fn nothing_is_written_that_must_not_be() {
    let mut complaints = Complaints::default();
    let rust: Vec<File> = files("", &["rs"]).into_iter().filter(|file| !file.path.starts_with("tests/tidy/")).collect();
    let interface = files("ui/src", &["ts", "svelte"]);
    for file in rust.iter().chain(&interface) {
        let code = stripped(&file.text, file.ending(), Keep::Strings);
        for ban in BANS.iter().filter(|ban| concerns(ban, file)) {
            let text = if IN_COMMENTS.contains(&ban.text) { &file.text } else { &code };
            for (at, _) in text.lines().enumerate().filter(|(_, line)| stands_in(line, ban.text) && !reasoned(line)) {
                complaints.at(file, at + 1, format!("`{}`: {}", ban.text.trim(), ban.instead));
            }
        }
    }
    complaints.none();
}

fn concerns(ban: &Ban, file: &File) -> bool {
    let right = match ban.place {
        Where::Rust => file.ending() == "rs",
        Where::Shipped => file.ending() == "rs" && file.path.starts_with("src-tauri/"),
        Where::Interface => file.ending() != "rs",
        Where::Page => file.ending() != "rs" && !file.is_test(),
    };
    right && !ban.but.iter().any(|path| file.path.starts_with(path))
}

/// `<!-- svelte-ignore a11y_… (the reason) -->`.
fn reasoned(line: &str) -> bool {
    let reason = line.split_once("svelte-ignore a11y").and_then(|(_, rest)| rest.split_once('('));
    reason.is_some_and(|(_, reason)| reason.len() > 15)
}

/// Whether the text stands there as a word of its own: `prefetch(` is not `fetch(`.
fn stands_in(line: &str, text: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(text).any(|(at, _)| !text.starts_with(word) || !line[..at].ends_with(word))
}
