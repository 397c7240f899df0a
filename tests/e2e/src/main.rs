//! The built program in a real window: journeys by mouse and by keyboard alone, axe on every screen, no word of the
//! journal outside of its file.
//!
//! A journey begins at a `Desk` (a home and a screen of its own) and takes a `Seat` at it (the program under the driver).
//! It finds things by role and name as a screen reader would, and waits on states. Locking ends the session: whoever comes
//! back takes a new seat at the same desk. What proves that there is no network drives the build that ships.

#![allow(clippy::unwrap_used, reason = "all of it is tests: what fails here fails a journey")]

mod clock;
mod seat;
mod seed;
mod tongue;
mod tour;
mod tour_look;

mod canary;
mod doors;
mod drafts;
mod first_run;
mod keyboard;
mod kinds;
mod manners;
mod network;
mod practice_check_in;
mod practice_guides;
mod practice_hard_day;
mod practice_help;
mod practice_help_midway;
mod practice_look;
mod practice_promises;
mod pseudo;
mod reflect_tour;
mod screens;
mod settings;
mod timeline;
mod walls;
