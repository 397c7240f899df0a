//! `vault.json`: what may be known of a vault without its key. Must never hold: a secret, a user's text.

use crate::atomic::{read_capped, write, write_new};
use crate::{Home, VaultError};
use model::Stamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The newest format of a vault this program knows.
pub const FORMAT: u32 = 1;

/// The contents of `vault.json`. Keys it does not know are kept as they are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct VaultFile {
    /// The vault's format; at most [`FORMAT`] in what [`VaultFile::read`] returns.
    pub format: u32,
    /// The vault's name for ever, a UUIDv7.
    pub id: Uuid,
    /// When it was set up.
    pub created: Stamp,
    /// To whom captures are sealed while the journal is locked: an age recipient, `age1…`.
    pub inbox: String,
    /// The public half of the recovery sheet: an age recipient, `age1…`.
    pub recovery: String,
    /// What a later Cairn of the same format has added.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// More than a hundred times what the file needs.
const MAX: u64 = 64 * 1024;

impl VaultFile {
    /// Reads and checks `vault.json`.
    ///
    /// # Errors
    /// [`VaultError::NewerFormat`], [`VaultError::VaultFileDamaged`], [`VaultError::Disk`].
    pub fn read(home: &Home) -> Result<Self, VaultError> {
        Self::parse(&read_capped(&home.vault_json(), MAX)?)
    }

    fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let damaged = |_| VaultError::VaultFileDamaged;
        // The number first: a newer file may differ in everything else.
        let Format { format } = serde_json::from_slice(bytes).map_err(damaged)?;
        if format > FORMAT {
            return Err(VaultError::NewerFormat { found: format });
        }
        let file: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        let known = |text: &str| text.parse::<age::x25519::Recipient>().is_ok();
        if format == 0 || !known(&file.inbox) || !known(&file.recovery) {
            return Err(VaultError::VaultFileDamaged);
        }
        Ok(file)
    }

    /// Writes `vault.json`, replacing what is there.
    ///
    /// # Errors
    /// [`VaultError::Disk`].
    pub fn write(&self, home: &Home) -> Result<(), VaultError> {
        write(&home.vault_json(), &self.bytes()?)
    }

    pub(crate) fn write_new(&self, home: &Home) -> Result<(), VaultError> {
        write_new(&home.vault_json(), &self.bytes()?)
    }

    fn bytes(&self) -> Result<Vec<u8>, VaultError> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|_| VaultError::VaultFileDamaged)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::vault;

    const GOOD: &str = r#"{
  "format": 1,
  "id": "019ca3c2-5e00-7000-8000-000000000000",
  "created": "2026-02-28T12:00:00.000Z",
  "inbox": "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
  "recovery": "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
  "later": [
    1
  ]
}
"#;

    fn check(text: &str, expected: Result<(), VaultError>) {
        assert_eq!(VaultFile::parse(text.as_bytes()).map(|_| ()), expected, "{text}");
    }

    #[test]
    fn what_is_read_and_what_is_refused() {
        check(GOOD, Ok(()));
        check("", Err(VaultError::VaultFileDamaged));
        check("[]", Err(VaultError::VaultFileDamaged));
        check("\0\0\0\0", Err(VaultError::VaultFileDamaged));
        check("{\"format\":1}", Err(VaultError::VaultFileDamaged));
        check("{\"format\":-1}", Err(VaultError::VaultFileDamaged));
        check(&GOOD.replace("\"format\": 1", "\"format\": 0"), Err(VaultError::VaultFileDamaged));
        check(&GOOD.replace("age1zvk", "age1zvj"), Err(VaultError::VaultFileDamaged));
        check("{\"format\":7,\"all\":\"new\"}", Err(VaultError::NewerFormat { found: 7 }));
    }

    #[test]
    fn the_written_form_is_the_format() {
        let file = VaultFile::parse(GOOD.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(file.bytes().unwrap()).unwrap(), GOOD);
    }

    #[test]
    fn a_new_vault_has_a_file_without_secrets() {
        let (_dir, home, made) = vault("one");
        let text = std::fs::read_to_string(home.vault_json()).unwrap();
        assert!(!text.to_uppercase().contains("SECRET"), "{text}");
        let file = VaultFile::read(&home).unwrap();
        assert_eq!(file, made.file);
        assert_eq!(file.recovery, made.recovery.recipient());
        assert_eq!(file.id.get_version_num(), 7);
        let inbox: age::x25519::Identity = made.inbox_identity.parse().unwrap();
        assert_eq!(inbox.to_public().to_string(), file.inbox);
    }
}
