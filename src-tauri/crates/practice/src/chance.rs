//! Chance that is none: numbers that look shuffled and are the same for the same day. Never for secrets.

/// Mixes a number well (the finaliser of `SplitMix64`).
pub(crate) fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A number for a name on a day.
pub(crate) fn of(day: i64, name: &[u8]) -> u64 {
    name.chunks(8).fold(mixed(day.cast_unsigned()), |so_far, part| {
        let mut eight = [0; 8];
        eight[..part.len()].copy_from_slice(part);
        mixed(so_far ^ u64::from_le_bytes(eight))
    })
}
