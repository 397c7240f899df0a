//! The settings of this computer, in `ui.toml` beside the journal: read before there is a passphrase, so they tell nothing private.

use crate::{Home, JournalError};
use model::DeviceSettings;

/// A settings file is some hundred bytes; a larger one is not ours.
const MAX: u64 = 16 * 1024;

/// Reads them. A missing or strange file means the defaults: nobody is kept out by a file of colours.
#[must_use]
pub fn load(home: &Home) -> DeviceSettings {
    vault::atomic::read_capped(&home.device_file(), MAX)
        .ok()
        .and_then(|bytes| toml::from_slice::<DeviceSettings>(&bytes).ok())
        .unwrap_or_default()
        .within_range()
}

/// Writes them, whole or not at all.
///
/// # Errors
/// What the disk says.
pub fn save(home: &Home, device: &DeviceSettings) -> Result<(), JournalError> {
    let text = toml::to_string(device).map_err(|_| JournalError::Disk("settings".into()))?;
    home.prepare()?;
    Ok(vault::atomic::write(&home.device_file(), text.as_bytes())?)
}
