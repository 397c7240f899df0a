//! The settings of this computer, in `ui.toml` beside the journal, and what its window remembers of itself in two files more:
//! read before there is a passphrase, so they tell nothing private.

use crate::{Home, JournalError};
use model::DeviceSettings;
use serde::{Serialize, de::DeserializeOwned};
use std::path::PathBuf;

/// A settings file is some hundred bytes; a larger one is not ours.
const MAX: u64 = 16 * 1024;

/// Reads them. A missing or strange file means the defaults: nobody is kept out by a file of colours.
#[must_use]
pub fn load(home: &Home) -> DeviceSettings {
    recall::<DeviceSettings>(home, Memory::Settings).unwrap_or_default().within_range()
}

/// Writes them, whole or not at all.
///
/// # Errors
/// What the disk says.
pub fn save(home: &Home, device: &DeviceSettings) -> Result<(), JournalError> {
    remember(home, Memory::Settings, device)
}

/// What this computer remembers, each in a file of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Memory {
    /// What was chosen: colours, text size, language.
    Settings,
    /// The size of the window.
    Window,
    /// By which way the window is being drawn.
    Drawing,
}

impl Memory {
    fn file(self, home: &Home) -> PathBuf {
        match self {
            Self::Settings => home.device_file(),
            Self::Window => home.window_file(),
            Self::Drawing => home.drawing_file(),
        }
    }
}

/// Reads one of them. Missing or strange is the same as nothing.
#[must_use]
pub fn recall<T: DeserializeOwned>(home: &Home, memory: Memory) -> Option<T> {
    toml::from_slice(&vault::atomic::read_capped(&memory.file(home), MAX).ok()?).ok()
}

/// Writes one of them, whole or not at all.
///
/// # Errors
/// What the disk says.
pub fn remember<T: Serialize>(home: &Home, memory: Memory, what: &T) -> Result<(), JournalError> {
    let text = toml::to_string(what).map_err(|_| JournalError::Disk("settings".into()))?;
    home.prepare()?;
    Ok(vault::atomic::write(&memory.file(home), text.as_bytes())?)
}

/// Lets one of them go; there is nothing of a person in it.
pub fn forget(home: &Home, memory: Memory) {
    // What cannot be removed is read as it stands.
    let _ = std::fs::remove_file(memory.file(home));
}
