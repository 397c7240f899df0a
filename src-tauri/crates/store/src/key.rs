//! Hands the key to SQLCipher. The only unsafe code of this room: rusqlite has no safe door for it, and
//! `PRAGMA key` would leave copies of the key in statement memory.

#![allow(unsafe_code)]

use crate::StoreError;
use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

/// Length of `x'<64 hex digits>'`, SQLCipher's spelling of a raw key (no derivation).
const SPELLED: usize = 67;

/// Gives the connection its key. Nothing is read yet: a wrong key shows at the first read.
pub(crate) fn hand_over(conn: &Connection, key: &[u8; 32]) -> Result<(), StoreError> {
    let spelled = spell(key);
    // SAFETY: the handle is open as long as `conn` is borrowed, and is used on this thread alone.
    let handle = unsafe { conn.handle() };
    // SAFETY: the database's name is a C string, pointer and length describe `spelled`, which outlives the call;
    // SQLCipher copies it.
    let code = unsafe { ffi::sqlite3_key_v2(handle, c"main".as_ptr(), spelled.as_ptr().cast(), SPELLED as i32) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(StoreError::Refused(code)) }
}

fn spell(key: &[u8; 32]) -> Zeroizing<[u8; SPELLED]> {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut out = Zeroizing::new([b'\''; SPELLED]);
    out[0] = b'x';
    for (i, byte) in key.iter().enumerate() {
        out[2 + 2 * i] = HEX[usize::from(byte >> 4)];
        out[3 + 2 * i] = HEX[usize::from(byte & 15)];
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_key_is_spelled_as_a_blob() {
        let mut key = [0u8; 32];
        key[0] = 0xab;
        key[31] = 0x0f;
        assert_eq!(super::spell(&key).as_slice(), format!("x'ab{}0f'", "00".repeat(30)).as_bytes());
    }
}
