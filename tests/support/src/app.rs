//! Cairn's window under the driver: started in a scratch home, started again after it locked.

use std::{ops::Deref, path::Path};

use crate::{Display, Driver, Scratch, Session, program};

/// The program that can be driven, and the session that drives it. Everything ends when it is dropped.
///
/// Locking starts the program afresh: the session then [`ended`](Session::ended), and the next `App::start` with the same
/// scratch home is the same journal seen by somebody who just came back.
#[derive(Debug)]
pub struct App<'a> {
    scratch: &'a Scratch,
    session: Session,
    _driver: Driver,
}

impl<'a> App<'a> {
    /// Starts the build with the feature `e2e`.
    ///
    /// # Panics
    /// When the program does not come up under the driver.
    pub fn start(scratch: &'a Scratch, display: &Display) -> App<'a> {
        App::start_program(&program("CAIRN_APP_E2E"), &[], scratch, display)
    }

    /// Starts the build with the feature `e2e` and leaves alone what runs in this home already.
    ///
    /// # Panics
    /// When the program does not come up under the driver.
    pub fn start_beside(scratch: &'a Scratch, display: &Display) -> App<'a> {
        App::drive(&program("CAIRN_APP_E2E"), &[], scratch, display)
    }

    /// Starts another program that lets itself be driven.
    ///
    /// # Panics
    /// When the program does not come up under the driver.
    pub fn start_program(path: &Path, args: &[&str], scratch: &'a Scratch, display: &Display) -> App<'a> {
        // What is left of the last run would hold the journal's lock.
        scratch.end_programs();
        App::drive(path, args, scratch, display)
    }

    fn drive(path: &Path, args: &[&str], scratch: &'a Scratch, display: &Display) -> App<'a> {
        let driver = Driver::start(scratch, display);
        let session = driver.open(path, args).unwrap_or_else(|e| panic!("{} did not come up: {e}", path.display()));
        App { scratch, session, _driver: driver }
    }
}

impl Deref for App<'_> {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.scratch.end_programs();
        }
    }
}
