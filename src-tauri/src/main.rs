//! The desktop program: hardens its process, opens one window, carries its calls to the journal.
//!
//! The only room that knows Tauri. Decides nothing about a journal and holds no word of one.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod call;
#[cfg(target_os = "linux")]
mod caret;
mod desk;
mod frame;
mod graphics;
mod harden;
mod host;
mod window;

use journal::{Home, Session, SystemChance, SystemClock};
use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args().skip(1).any(|a| a == "--version") {
        #[allow(clippy::print_stdout, reason = "the answer to a question on the command line")]
        {
            println!("cairn {}", env!("CARGO_PKG_VERSION"));
        }
        return ExitCode::SUCCESS;
    }
    harden::process();
    let Ok(home) = Home::find() else {
        return fail("there is no folder for this account in which a journal could live; set CAIRN_HOME");
    };
    let guard = graphics::choose(&home, std::env::args().skip(1).any(|a| a == "--safe-graphics"));
    let device = journal::device::load(&home);
    let kept = frame::Kept::load(&home);
    let frames = home.clone();
    let session = Session::new(home, Box::new(SystemClock), Box::new(SystemChance));
    let desk = desk::Desk::new(wire::Door::new(session, env!("CARGO_PKG_VERSION")), guard);
    let outcome = tauri::Builder::default()
        .manage(desk)
        .invoke_handler(tauri::generate_handler![call::call])
        .setup(move |app| Ok(window::open(app.handle(), &device, kept, frames)?))
        .build(context());
    match outcome {
        Ok(app) => {
            app.run(desk::on_event);
            ExitCode::SUCCESS
        }
        Err(_) => fail("no window could be opened; is there a display?"),
    }
}

#[allow(clippy::disallowed_methods, reason = "the exit stands in what Tauri's macro writes")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

#[allow(clippy::print_stderr, reason = "there is no window yet to say it in")]
fn fail(why: &str) -> ExitCode {
    eprintln!("cairn: {why}");
    ExitCode::FAILURE
}
