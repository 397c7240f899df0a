//! What the page may not do, whatever gets into it: every command but its one, and every way out of the window.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
};

use serde_json::{Value, json};

use crate::{
    seat::{Desk, Seat},
    seed::filled,
};

#[test]
fn page_may_call_its_one_command_and_no_other() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    let shown = invoke(&seat, "call", &json!({"name": "app_show", "request": "{}"}));
    assert!(shown.starts_with("done") && shown.contains("standing"), "the door that is open works: {shown}");
    for (command, args) in [
        ("plugin:window|set_title", json!({"label": "main", "value": "x"})),
        ("plugin:window|close", json!({"label": "main"})),
        ("plugin:webview|create_webview_window", json!({"options": {"label": "second", "url": "https://example.org"}})),
        ("plugin:webview|internal_toggle_devtools", json!({})),
        ("plugin:event|listen", json!({"event": "x", "target": {"kind": "Any"}, "handler": 1})),
        ("plugin:event|emit", json!({"event": "x", "payload": 1})),
        ("plugin:path|resolve_directory", json!({"directory": 1})),
        ("plugin:app|version", json!({})),
        ("plugin:fs|read_text_file", json!({"path": "/etc/passwd"})),
        ("plugin:shell|execute", json!({"program": "sh", "args": []})),
        ("plugin:resources|close", json!({"rid": 1})),
        ("tidy_when_quiet", json!({})),
    ] {
        let said = invoke(&seat, command, &args);
        assert!(said.starts_with("refused"), "{command}: {said}");
    }
    // The one command knows no name that is not in the list, and takes nothing that it does not know.
    for (name, request) in [
        ("journal_dump", "{}"),
        ("app_show", "{\"path\": \"/etc/passwd\"}"),
        ("moment_show", "{\"id\": \"../../x\"}"),
        ("app_show", "no JSON"),
    ] {
        let said = invoke(&seat, "call", &json!({"name": name, "request": request}));
        assert!(said.starts_with("refused"), "{name} {request}: {said}");
    }
    assert_eq!(support::keys::Hands::on(&desk.display).windows("Notes").len(), 1);
}

#[test]
fn page_reaches_nothing_outside_of_itself() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    for (what, body) in WAYS_OUT {
        let said = seat.script_async(&format!("const [at, done] = arguments; const host = at; {body}"), &[json!(address)]);
        assert_eq!(said, Ok(json!("blocked")), "{what}");
    }
    // The page is where it was, and nobody knocked.
    assert_eq!(seat.ask("return location.origin", &[]), json!("tauri://localhost"));
    assert_eq!(listener.accept().map(drop).map_err(|e| e.kind()), Err(ErrorKind::WouldBlock), "something was asked of {address}");
    let kept = "return [document.cookie, (() => { try { return localStorage.length } catch { return 'none' } })()]";
    assert_eq!(seat.ask(kept, &[])[0], json!(""));
}

/// Each ends with `done('blocked')` or `done` with what got through.
const WAYS_OUT: [(&str, &str); 7] = [
    ("fetch", "fetch(`http://${host}/`).then(() => done('through'), () => done('blocked'));"),
    (
        "a picture",
        "const e = new Image(); e.onload = () => done('through'); e.onerror = () => done('blocked'); e.src = `http://${host}/x.png`;",
    ),
    (
        "a socket",
        "try { const s = new WebSocket(`ws://${host}/`); s.onopen = () => done('through'); s.onerror = () => done('blocked'); } catch { done('blocked'); }",
    ),
    (
        "a beacon",
        "document.addEventListener('securitypolicyviolation', () => done('blocked'), { once: true }); navigator.sendBeacon(`http://${host}/`, 'x');",
    ),
    (
        "a script",
        "try { const e = document.createElement('script'); e.onload = () => done('through'); e.onerror = () => done('blocked'); e.src = `http://${host}/x.js`; \
         document.head.append(e); } catch { done('blocked'); }",
    ),
    (
        "a frame",
        "document.addEventListener('securitypolicyviolation', () => done('blocked'), { once: true }); \
         const e = document.createElement('iframe'); e.src = `http://${host}/`; document.body.append(e);",
    ),
    ("another window", "done(window.open(`http://${host}/`) === null ? 'blocked' : 'through');"),
];

/// Asks Tauri's own door in the page; says `done` or `refused` and what was answered.
pub(crate) fn invoke(seat: &Seat<'_>, command: &str, args: &Value) -> String {
    let body = "
        const [command, args, done] = arguments;
        const door = window.__TAURI_INTERNALS__;
        if (door === undefined) done('no door');
        else door.invoke(command, args).then((v) => done(`done ${JSON.stringify(v)}`), (e) => done(`refused ${JSON.stringify(e)}`));
    ";
    let said = seat.script_async(body, &[json!(command), args.clone()]).unwrap_or_else(|e| panic!("{command}: {e}"));
    said.as_str().unwrap_or_default().to_owned()
}
