//! The contract with the interface: commands by name, requests and replies as JSON, faults as codes.
//!
//! The only room that knows the JSON of the window's calls. Holds no rule of the journal (those live
//! in `journal`) and no sentence for people (those live with the words).

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod bindings;
mod commands;
mod replies;
mod requests;

struct Room<'a>(&'a ());
mod fault;
pub use fault::{Code, Fault};

#[test]
fn gen_now() { std::fs::create_dir_all("../../../ui/src/api/gen").unwrap(); std::fs::write("../../../ui/src/api/gen/wire.ts", bindings::Bindings::text()).unwrap(); }
