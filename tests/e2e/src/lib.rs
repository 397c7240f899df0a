//! The built program in a real window: journeys by mouse and by keyboard alone, axe on every screen, no socket, no word of
//! the journal outside of its file.
//!
//! The journeys lie in `tests/`. A journey starts with `Scratch::new()`, `Display::start()` and `App::start(..)` from
//! `support`, finds things by role and name, and waits on states. What proves that there is no network drives the build that
//! ships (`CAIRN_APP`) by real key presses under strace; everything else drives `CAIRN_APP_E2E`.
