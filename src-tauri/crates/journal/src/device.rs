//! The settings of this computer, in `ui.toml` beside the journal, and what it remembers in three files more: read before there
//! is a passphrase, so they tell nothing private but the region of the help lines, and of that no more than its id.

use crate::{Home, JournalError};
use model::DeviceSettings;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
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
    /// Whose help lines come first while the journal is closed.
    Help,
}

impl Memory {
    fn file(self, home: &Home) -> PathBuf {
        match self {
            Self::Settings => home.device_file(),
            Self::Window => home.window_file(),
            Self::Drawing => home.drawing_file(),
            Self::Help => home.help_file(),
        }
    }
}

/// A file of its own: the window writes `ui.toml` whole, by what it knew when it was drawn, and an older Cairn reads nothing of
/// one with a line that it does not know.
#[derive(Serialize, Deserialize)]
struct HelpMemory {
    region: Option<String>,
}

/// The id of the region that was noted last by [`note_help_region`].
#[must_use]
pub(crate) fn help_region(home: &Home) -> Option<String> {
    recall::<HelpMemory>(home, Memory::Help)?.region
}

/// Notes whose help lines come first while the journal is closed, in the clear: whoever needs one in a hurry, or has lost the
/// passphrase, is not to look for it among those of other countries.
///
/// The price: who reads this folder learns where the person looks for help, mostly what the language and the zone of the
/// computer tell too, and that a region was chosen at all. That is why the file is there with no region as well, and is written
/// anew at each opening and each change of any setting: neither that it is there nor its date says that somebody went for help.
/// Only an id of a region that is known may come here, no word of a person, and nothing of their own lines.
///
/// # Errors
/// What the disk says.
pub(crate) fn note_help_region(home: &Home, region: Option<&str>) -> Result<(), JournalError> {
    remember(home, Memory::Help, &HelpMemory { region: region.map(str::to_owned) })
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
