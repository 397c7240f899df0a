//! The practice: what Cairn asks, offers and shows, and the small rules of when.
//!
//! Pure: content that was fixed when Cairn was built, and functions of what they are given. No clock, no disk, no chance,
//! and nothing that reads what a person wrote in order to judge it.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

// First, for its macro.
#[macro_use]
pub mod content;

pub mod chain;
mod chance;
pub mod checkin;
pub mod lift;
pub mod promise;
pub mod serve;
pub mod when;

pub use content::{
    check_in, form, form_named, frameworks, guide, guides, help_lines, note, opening, prompt, prompts, regions, small_walks, themes,
    word_lists,
};
