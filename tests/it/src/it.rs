//! The ring `it`: the public doors (the command line, and the window's commands as JSON) on real journals.
//!
//! Nothing here looks behind a door to make a promise true; it only looks behind one to break something, or to see
//! what lies on the disk. No test waits for a time. What a machine cannot do is skipped aloud, never silently.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends")]

mod bench;
mod folder;
mod place;
mod rooms;
mod writings;

mod adversity_disk;
mod adversity_file;
mod adversity_keys;
mod adversity_newer;
mod cli_contract;
mod cli_identifiers;
mod cli_keys;
mod cli_roundtrip;
mod leaks;
mod practice;
mod practice_check_in;
mod practice_facts;
mod standard_tools;
mod upgrade;
mod wire_contract;
mod wire_drafts;
mod wire_keys;
mod wire_roundtrip;
mod wire_storm;
mod wire_undo;

/// Says that something could not be tested here. Past the harness's capture: a silent skip looks like a proof.
pub(crate) fn skip(why: &str) {
    use std::io::Write;
    // Nobody listening is no failure.
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}");
}
