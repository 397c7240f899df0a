//! The harness tried on WebKit's own small browser: a session, roles and names, typing, pictures, its end, real keys, axe.

use std::{path::Path, process::Command, time::Duration};

use serde_json::json;
use support::{App, Display, Scratch, axe, keys::Hands, root, strace, wait_until};

/// Comes with the library itself.
const BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";
const WHILE: Duration = Duration::from_secs(20);

/// The policy is as strict as Cairn's: a driver that needs `eval` would fail here.
const PAGE: &str = r#"<!doctype html><html lang="en"><title>Harness</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; require-trusted-types-for 'script'">
<main><h1>Harness</h1><label>What I did <textarea></textarea></label><button aria-label="Keep it">K</button><button hidden>Keep it</button>
<details><summary>More</summary><img></details><img></main></html>"#;

/// Where the libraries of this architecture lie, asked of the compiler's own tool.
fn browser() -> std::path::PathBuf {
    let out = Command::new("pkg-config").args(["--variable=libdir", "webkit2gtk-4.1"]).output().expect("pkg-config");
    Path::new(String::from_utf8_lossy(&out.stdout).trim()).join(BROWSER)
}

fn page(scratch: &Scratch) -> String {
    use std::io::Write;
    let path = scratch.home().join("page.html");
    std::fs::File::create(&path).and_then(|mut file| file.write_all(PAGE.as_bytes())).expect("the page");
    format!("file://{}", path.display())
}

#[test]
fn a_window_is_driven_by_roles_and_its_end_is_seen() {
    let (scratch, display) = (Scratch::new(), Display::start());
    let app = App::start_program(&browser(), &["--automation"], &scratch, &display);
    app.go(&page(&scratch)).unwrap();

    let field = app.role("textbox", "What I did");
    field.fill("Grüße, Wörter").unwrap();
    assert_eq!(field.value().unwrap(), "Grüße, Wörter");
    field.fill("a stone 🪨 on a hill").unwrap();
    assert_eq!(field.value().unwrap(), "a stone 🪨 on a hill");
    field.send(" far").unwrap();
    assert!(field.value().unwrap().ends_with("hill far") && field.has_focus().unwrap());

    app.press(&["Control+a", "Delete", "b", "Tab"]).unwrap();
    assert_eq!(field.value().unwrap(), "b");
    let button = app.focused().unwrap();
    assert_eq!((button.role().unwrap().as_str(), button.name().unwrap().as_str()), ("button", "Keep it"));
    app.role("button", "Keep it").click().unwrap();
    assert!(app.now_role("button", "Throw away").unwrap().is_none());
    assert!(app.shows("Harness") && app.title().unwrap() == "Harness");

    app.resize(900, 700).unwrap();
    wait_until(WHILE, "the new size", || app.window_rect().unwrap()[2..] == [900, 700]);
    assert!(app.picture().unwrap().starts_with(b"\x89PNG"));
    assert_eq!(app.script("return arguments[0] + 1", &[json!(2)]).unwrap(), json!(3));

    if root().join("ui/node_modules/axe-core").is_dir() {
        let found = axe::violations(&app);
        assert!(found.iter().any(|v| v.id == "image-alt"), "{found:?}");
    }

    assert!(!app.ended());
    scratch.end_programs();
    wait_until(WHILE, "the session to end", || app.ended());
    drop(app);
    let again = App::start_program(&browser(), &["--automation"], &scratch, &display);
    again.go(&page(&scratch)).unwrap();
    again.role("heading", "Harness");
}

#[test]
fn an_untouched_program_is_typed_into_and_its_sockets_are_seen() {
    let (scratch, display) = (Scratch::new(), Display::start());
    let address = page(&scratch);
    let mut watched = strace::watch(&scratch, Some(&display), &browser(), &["--private", &address]).unwrap();
    let hands = Hands::on(&display);
    hands.take_window("Harness", Duration::from_secs(60));
    hands.press("ctrl+l");
    hands.type_text("about:blank");
    hands.press("Return");
    wait_until(WHILE, "the typed address", || hands.windows("Harness").is_empty());
    assert!(watched.lives() && watched.sockets().unwrap() > 0);
    let granted: Vec<_> = watched.attempts().unwrap();
    assert!(granted.is_empty(), "a page without a network asked for one: {granted:#?}");
}
