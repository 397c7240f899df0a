//! The house rules, as tests: who may know whom, how long things are, which words are spoken, how the window is locked down.
//!
//! Each rule is a list with reasons. An exception is an entry in such a list, by name and with its reason; one that is no
//! longer needed is a complaint, too. What a complaint says to do is meant.

mod bans;
mod config;
mod edges;
mod house;
mod links;
mod shape;
mod source;
mod styles;
mod words;
