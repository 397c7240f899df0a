//! The window's driver: starts WebKitWebDriver, opens a session with the program, asks and commands.
//!
//! Spoken to directly, as the W3C's WebDriver says; no program stands between. Finding an element by what it is
//! for people (role and name) is in `element`.

use std::{
    fmt, fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use serde_json::{Value, json};

use crate::{Display, Scratch, base64, chord, http, process::Guarded, screens_dir, wait::within};

/// Comes with Debian's webkit2gtk-driver.
const DRIVER: &str = "/usr/bin/WebKitWebDriver";

/// What the driver answered instead of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebError {
    /// The W3C's name, e.g. `no such element`; `gone` when the driver or the program does not answer any more.
    pub code: String,
    /// The driver's own words; often none.
    pub message: String,
}

impl WebError {
    pub(crate) fn gone(why: impl fmt::Display) -> WebError {
        WebError { code: "gone".into(), message: why.to_string() }
    }
}

impl fmt::Display for WebError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.message)
    }
}

impl std::error::Error for WebError {}

/// A running WebKitWebDriver. Ends when it is dropped, and the programs of its home with it.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    _process: Guarded,
}

impl Driver {
    /// Starts the driver on a free port. What it starts lives in `scratch` and is shown on `display`.
    ///
    /// # Panics
    /// When WebKitWebDriver is missing or never says that it is ready.
    pub fn start(scratch: &Scratch, display: &Display) -> Driver {
        // The port is free when it is asked for; another program may take it before the driver does.
        for _ in 0..5 {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a local port");
            let port = listener.local_addr().expect("its number").port();
            drop(listener);
            let mut command = scratch.command(DRIVER);
            command.arg(format!("--port={port}")).env("DISPLAY", display.name()).env("GDK_BACKEND", "x11");
            // Read by tauri-runtime-wry: the webview lets itself be driven.
            command.env("TAURI_WEBVIEW_AUTOMATION", "true");
            let mut process = Guarded::start(&mut command).unwrap_or_else(|e| panic!("{DRIVER}: {e}. `cargo xtask setup` installs it."));
            let ready = within(Duration::from_secs(10), "WebKitWebDriver to be ready", || {
                if !process.lives() {
                    return Some(false);
                }
                http::request(port, "GET", "/status", None).ok().map(|(status, _)| status == 200)
            });
            if ready {
                return Driver { port, _process: process };
            }
        }
        panic!("{DRIVER} did not start, five times");
    }

    /// Starts `program` under the driver.
    ///
    /// # Errors
    /// What the driver says when the program ends early or does not let itself be driven.
    pub fn open(&self, program: &Path, args: &[&str]) -> Result<Session, WebError> {
        let options = json!({"binary": program, "args": args});
        let asked = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let value = ask(self.port, "POST", "/session", Some(&asked))?;
        let id = value["sessionId"].as_str().ok_or_else(|| WebError::gone("no session id"))?.to_owned();
        Ok(Session(Arc::new(Place { port: self.port, id })))
    }
}

/// A window that is being driven. Clones drive the same one.
#[derive(Debug, Clone)]
pub struct Session(Arc<Place>);

#[derive(Debug)]
struct Place {
    port: u16,
    id: String,
}

impl Session {
    pub(crate) fn get(&self, path: &str) -> Result<Value, WebError> {
        ask(self.0.port, "GET", &format!("/session/{}{path}", self.0.id), None)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, WebError> {
        ask(self.0.port, "POST", &format!("/session/{}{path}", self.0.id), Some(body))
    }

    /// Whether the program went away: it locked (and started afresh, out of the driver's reach), quit or fell.
    pub fn ended(&self) -> bool {
        self.get("/window").is_err()
    }

    /// Closes the window as the driver can.
    pub fn close(&self) {
        let _ = ask(self.0.port, "DELETE", &format!("/session/{}", self.0.id), None);
    }

    /// Opens an address.
    ///
    /// # Errors
    /// What the driver says.
    pub fn go(&self, url: &str) -> Result<(), WebError> {
        self.post("/url", &json!({"url": url})).map(drop)
    }

    /// The address shown.
    ///
    /// # Errors
    /// What the driver says.
    pub fn url(&self) -> Result<String, WebError> {
        Ok(text(&self.get("/url")?))
    }

    /// The document's title.
    ///
    /// # Errors
    /// What the driver says.
    pub fn title(&self) -> Result<String, WebError> {
        Ok(text(&self.get("/title")?))
    }

    /// Runs the body of a function in the page; `arguments` holds `args`. Gives what it returns.
    ///
    /// # Errors
    /// `javascript error` when it throws.
    pub fn script(&self, body: &str, args: &[Value]) -> Result<Value, WebError> {
        self.post("/execute/sync", &json!({"script": body, "args": args}))
    }

    /// The same for a body that calls its last argument when it is done. The driver waits for 30 s.
    ///
    /// # Errors
    /// `javascript error` when it throws, `script timeout` when it is never done.
    pub fn script_async(&self, body: &str, args: &[Value]) -> Result<Value, WebError> {
        self.post("/execute/async", &json!({"script": body, "args": args}))
    }

    /// Presses keys, each a chord such as `Tab`, `Control+Enter`, `Shift+F6` or `a`.
    ///
    /// # Errors
    /// What the driver says.
    ///
    /// # Panics
    /// When a key has no such name.
    pub fn press(&self, chords: &[&str]) -> Result<(), WebError> {
        for chord in chords {
            let source = json!({"type": "key", "id": "keyboard", "actions": chord::actions(chord)});
            self.post("/actions", &json!({"actions": [source]}))?;
        }
        Ok(())
    }

    /// Types where the caret is, letter by letter, as fingers do. Characters outside the first plane are lost.
    ///
    /// # Errors
    /// What the driver says.
    pub fn type_text(&self, text: &str) -> Result<(), WebError> {
        let strokes = text.chars().flat_map(|letter| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": letter})));
        let source = json!({"type": "key", "id": "keyboard", "actions": strokes.collect::<Vec<_>>()});
        self.post("/actions", &json!({"actions": [source]})).map(drop)
    }

    /// Place and size of the window: x, y, width, height.
    ///
    /// # Errors
    /// What the driver says.
    pub fn window_rect(&self) -> Result<[i64; 4], WebError> {
        let rect = self.get("/window/rect")?;
        Ok(["x", "y", "width", "height"].map(|side| rect[side].as_f64().map_or(0, |n| n as i64)))
    }

    /// Another size for the window, in pixels.
    ///
    /// # Errors
    /// What the driver says.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), WebError> {
        self.post("/window/rect", &json!({"width": width, "height": height})).map(drop)
    }

    /// The window's picture as PNG.
    ///
    /// # Errors
    /// What the driver says.
    pub fn picture(&self) -> Result<Vec<u8>, WebError> {
        base64::decode(&text(&self.get("/screenshot")?)).ok_or_else(|| WebError::gone("a picture that is no base64"))
    }

    /// The window's picture in the folder of the pictures. `name` without an ending. Gives its path.
    ///
    /// # Panics
    /// When there is no picture or it cannot be written.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let path = screens_dir().join(format!("{name}.png"));
        save(&path, &self.picture().unwrap_or_else(|e| panic!("no picture {name}: {e}")));
        path
    }
}

fn save(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a picture lies in a folder")).expect("the folder of the pictures");
    fs::write(path, bytes).expect("the picture is written");
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn ask(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, WebError> {
    let (status, mut answer) = http::request(port, method, path, body).map_err(WebError::gone)?;
    let value = answer["value"].take();
    if status == 200 {
        return Ok(value);
    }
    Err(WebError { code: text(&value["error"]), message: text(&value["message"]) })
}
