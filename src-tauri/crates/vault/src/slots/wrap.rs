//! Wrapping the master key in an age file and unwrapping it. Must never touch the disk.

use super::{MOST_WORK, SlotCost};
use crate::{MasterKey, Passphrase, RecoveryKey, VaultError};
use age::{DecryptError, Decryptor, Encryptor};
use secrecy::SecretString;
use std::io::{Read, Write};
use zeroize::Zeroizing;

const TAG: &[u8] = b"journal-mk-v1 ";
const PAYLOAD: usize = TAG.len() + 64 + 1;

/// What came of one try at one slot.
pub(super) enum Tried {
    /// The key.
    Opened(MasterKey),
    /// The slot reads well and refuses. Damage in the wrapped file key looks the same.
    Refused,
    /// The slot is damaged.
    Torn {
        /// The secret did unwrap the file key: it is the right one, and what follows is damaged.
        fits: bool,
    },
}

/// What a slot is opened with.
pub(super) enum Opener {
    Passphrase(age::scrypt::Identity),
    Recovery(Box<age::x25519::Identity>),
}

impl Opener {
    pub(super) fn passphrase(passphrase: &Passphrase) -> Self {
        let mut identity = age::scrypt::Identity::new(secret(passphrase));
        identity.set_max_work_factor(MOST_WORK);
        Self::Passphrase(identity)
    }

    pub(super) fn recovery(key: &RecoveryKey) -> Self {
        Self::Recovery(Box::new(key.identity()))
    }

    /// Tries to open a slot.
    pub(super) fn try_open(&self, slot: &[u8]) -> Tried {
        let torn = Tried::Torn { fits: false };
        let Ok(decryptor) = Decryptor::new_buffered(slot) else { return torn };
        let (identity, scrypt): (&dyn age::Identity, bool) = match self {
            Self::Passphrase(identity) => (identity, true),
            Self::Recovery(identity) => (&**identity, false),
        };
        if decryptor.is_scrypt() != scrypt {
            return torn;
        }
        let mut payload = match decryptor.decrypt(std::iter::once(identity)) {
            Ok(payload) => payload,
            Err(DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys) => {
                return Tried::Refused;
            }
            Err(DecryptError::InvalidMac) => return Tried::Torn { fits: true },
            Err(_) => return torn,
        };
        // One byte more than a payload has, so that a longer one is noticed.
        let mut text = Zeroizing::new([0; PAYLOAD + 1]);
        let mut filled = 0;
        while filled < text.len() {
            match payload.read(&mut text[filled..]) {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(_) => return Tried::Torn { fits: true },
            }
        }
        parse(&text[..filled]).map_or(Tried::Torn { fits: true }, Tried::Opened)
    }
}

/// True when age can read the header: the file is a slot, whatever opens it.
pub(super) fn is_whole(slot: &[u8]) -> bool {
    Decryptor::new_buffered(slot).is_ok()
}

/// The work a passphrase slot asks for, from its header.
pub(super) fn log_n(slot: &[u8]) -> Option<u8> {
    let line = slot.split(|byte| *byte == b'\n').nth(1)?;
    let line = std::str::from_utf8(line).ok()?.strip_prefix("-> scrypt ")?;
    line.split(' ').nth(1)?.parse().ok()
}

/// A passphrase slot that has been opened again and compared. Takes two runs of scrypt.
pub(super) fn pass_slot(master: &MasterKey, by: &Passphrase, cost: SlotCost) -> Result<Vec<u8>, VaultError> {
    let mut recipient = age::scrypt::Recipient::new(secret(by));
    recipient.set_work_factor(cost.0);
    let slot = seal(master, &recipient)?;
    if log_n(&slot) != Some(cost.0) {
        return Err(VaultError::SlotNotVerified);
    }
    verified(slot, master, &Opener::passphrase(by))
}

/// A recovery slot that has been opened again and compared.
pub(super) fn recovery_slot(master: &MasterKey, by: &RecoveryKey) -> Result<Vec<u8>, VaultError> {
    let slot = seal(master, &by.identity().to_public())?;
    verified(slot, master, &Opener::recovery(by))
}

fn verified(slot: Vec<u8>, master: &MasterKey, opener: &Opener) -> Result<Vec<u8>, VaultError> {
    match opener.try_open(&slot) {
        Tried::Opened(found) if found == *master => Ok(slot),
        _ => Err(VaultError::SlotNotVerified),
    }
}

fn seal(master: &MasterKey, to: &dyn age::Recipient) -> Result<Vec<u8>, VaultError> {
    let encryptor = Encryptor::with_recipients(std::iter::once(to)).map_err(|_| VaultError::SlotNotVerified)?;
    let mut slot = Vec::with_capacity(512);
    encryptor
        .wrap_output(&mut slot)
        .and_then(|mut writer| {
            writer.write_all(&*payload(master))?;
            writer.finish()
        })
        .map_err(|_| VaultError::SlotNotVerified)?;
    Ok(slot)
}

fn secret(passphrase: &Passphrase) -> SecretString {
    // Boxed at its exact length, so that no copy is left behind by growing or shrinking.
    SecretString::from(Box::<str>::from(passphrase.expose()))
}

/// `journal-mk-v1 <64 lower-case hex>` and a line ending.
fn payload(master: &MasterKey) -> Zeroizing<[u8; PAYLOAD]> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = Zeroizing::new([b'\n'; PAYLOAD]);
    text[..TAG.len()].copy_from_slice(TAG);
    for (pair, byte) in text[TAG.len()..].chunks_exact_mut(2).zip(master.expose()) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    text
}

fn parse(text: &[u8]) -> Option<MasterKey> {
    let hex = text.strip_prefix(TAG)?.strip_suffix(b"\n")?;
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut master = MasterKey::zeroed();
    if hex.len() != 64 {
        return None;
    }
    for (byte, pair) in master.bytes_mut().iter_mut().zip(hex.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(master)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{CHEAP, Dice, pass};

    fn check(text: &str, good: bool) {
        assert_eq!(parse(text.as_bytes()).is_some(), good, "{text:?}");
    }

    #[test]
    fn the_payload_is_one_line_that_sqlcipher_can_be_given() {
        let master = MasterKey::random(&mut Dice(4));
        let text = payload(&master);
        let text = std::str::from_utf8(&*text).unwrap();
        assert_eq!(parse(text.as_bytes()), Some(master));
        let hex = &text[14..78];
        check(text, true);
        check(&format!("journal-mk-v1 {hex}"), false);
        check(&format!("journal-mk-v2 {hex}\n"), false);
        check(&format!("journal-mk-v1 {}\n", hex.to_uppercase()), false);
        check(&format!("journal-mk-v1 {hex}0\n"), false);
        check(&format!("journal-mk-v1 {}\n", &hex[1..]), false);
        check(&format!("journal-mk-v1 {hex}\r\n"), false);
        check("", false);
    }

    #[test]
    fn log_n_is_read_from_the_header() {
        let master = MasterKey::random(&mut Dice(4));
        for cost in [CHEAP, SlotCost::insecure_for_tests(11)] {
            assert_eq!(log_n(&pass_slot(&master, &pass("x"), cost).unwrap()), Some(cost.0));
        }
        let sheet = RecoveryKey::random(&mut Dice(2));
        assert_eq!(log_n(&recovery_slot(&master, &sheet).unwrap()), None);
        assert_eq!(log_n(b""), None);
    }

    #[test]
    fn a_slot_that_asks_for_too_much_work_is_not_worked_on() {
        let master = MasterKey::random(&mut Dice(4));
        let slot = pass_slot(&master, &pass("x"), CHEAP).unwrap();
        let text = String::from_utf8_lossy(&slot[..60]).into_owned();
        let at = text.find(" 10\n").unwrap() + 1;
        let mut greedy = slot.clone();
        greedy[at..at + 2].copy_from_slice(b"23");
        assert!(matches!(Opener::passphrase(&pass("x")).try_open(&greedy), Tried::Torn { fits: false }));
    }
}
