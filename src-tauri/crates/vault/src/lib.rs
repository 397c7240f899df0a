//! The vault: the folder a journal lives in, the keys that open it, and the way files are replaced.
//!
//! Holds: the folder's layout, the lock on it, the 32-byte master key and its wrapped copies (key
//! slots), the recovery sheet, `vault.json`, and the one way a file is written. The layout and the
//! slots can be read with the standard `age` program; nothing here is a format of its own.
//!
//! Must never hold: what a person wrote, SQL, words shown on a screen, a network connection, a
//! secret in an error, or a path in an error. A file of the user is never deleted here without a
//! verified copy; what stands in the way of starting over is renamed aside.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(test, allow(clippy::disallowed_methods, clippy::unwrap_used))]

pub mod atomic;
mod error;
mod home;
mod lock;
pub mod place;
pub mod reserve;
mod secret;
mod sheet;
pub mod slots;
#[cfg(test)]
mod testing;
mod typed;
mod vault_file;
pub mod words;

pub use error::{DiskKind, VaultError};
pub use home::{Home, Missing, Standing};
pub use lock::HomeLock;
pub use place::{FolderKind, folder_kind};
pub use secret::{Chance, MasterKey, Passphrase, PassphraseError, SystemChance};
pub use sheet::{RecoveryKey, sheet_text};
pub use slots::{Made, Opened, SlotCost, SlotFile};
pub use typed::{SheetError, Typed};
pub use vault_file::{FORMAT, VaultFile};
