//! What the tests of the whole program stand on: a home of its own for each test, a screen that nobody
//! sees, the window's driver, real key presses, and searches for words and sockets that must not be there.
//!
//! Knows nothing of Cairn but its environment variables. Waits on states, never for a time.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod app;
pub mod axe;
pub mod base64;
pub mod canary;
pub mod chord;
mod element;
mod http;
pub mod keys;
mod process;
pub mod scratch;
pub mod strace;
pub mod wait;
pub mod webdriver;
pub mod window;

pub use app::App;
pub use element::Element;
pub use scratch::Scratch;
pub use wait::{wait_until, within};
pub use webdriver::{Driver, Session, WebError};
pub use window::Display;

use std::path::{Path, PathBuf};

/// The top folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent).expect("support lies in tests/support")
}

/// A program that `cargo xtask` built: `CAIRN_APP` (as it ships), `CAIRN_APP_E2E` (the one that can be driven), `CAIRN_CLI`.
///
/// # Panics
/// When the variable is not set or names nothing: the test was not started by `cargo xtask`.
pub fn program(variable: &str) -> PathBuf {
    let path = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    path.unwrap_or_else(|| panic!("{variable} names no program. Start this test with `cargo xtask test --ring e2e` or `faults`."))
}

/// Where a test leaves its pictures: `CAIRN_SCREENS`, else `target/screens`.
pub fn screens_dir() -> PathBuf {
    std::env::var_os("CAIRN_SCREENS").map_or_else(|| root().join("target/screens"), PathBuf::from)
}
