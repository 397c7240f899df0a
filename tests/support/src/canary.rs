//! Searches folders for words that must not lie there, in every spelling in which a program may write them down.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::base64;

/// Where a canary was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The file.
    pub path: PathBuf,
    /// Bytes from its beginning; nothing when it is in the file's name.
    pub offset: Option<u64>,
    /// How it was written: `utf-8`, `utf-16le`, `utf-16be`, `base64`, `hex`.
    pub spelling: &'static str,
}

struct Needle {
    spelling: &'static str,
    bytes: Vec<u8>,
}

const CHUNK: usize = 1 << 20;

/// Looks through all files below `folders` (links are not followed), and at their names.
///
/// # Errors
/// When a file that is there cannot be read: then nothing is proved.
///
/// # Panics
/// When the phrase is shorter than eight characters: it would be found by chance.
pub fn search<P: AsRef<Path>>(phrase: &str, folders: &[P]) -> io::Result<Vec<Hit>> {
    assert!(phrase.chars().count() >= 8, "a canary of eight characters or more");
    let needles = needles(phrase);
    let mut hits = Vec::new();
    for folder in folders {
        walk(folder.as_ref(), &needles, &mut hits)?;
    }
    Ok(hits)
}

fn walk(dir: &Path, needles: &[Needle], hits: &mut Vec<Hit>) -> io::Result<()> {
    let entries = match fs::read_dir(dir) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        let mut found = Vec::new();
        scan(&mut entry.file_name().as_encoded_bytes(), needles, &mut found)?;
        hits.extend(found.into_iter().map(|(_, spelling)| Hit { path: path.clone(), offset: None, spelling }));
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&path, needles, hits)?;
        } else if kind.is_file() {
            // A program that runs may take its temporary files away at any moment.
            match File::open(&path) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                opened => {
                    let mut found = Vec::new();
                    scan(&mut opened?, needles, &mut found)?;
                    hits.extend(found.into_iter().map(|(at, spelling)| Hit { path: path.clone(), offset: Some(at), spelling }));
                }
            }
        }
    }
    Ok(())
}

/// Reads in pieces that overlap by the longest needle, so that none is cut in two.
fn scan(from: &mut impl Read, needles: &[Needle], found: &mut Vec<(u64, &'static str)>) -> io::Result<()> {
    let longest = needles.iter().map(|n| n.bytes.len()).max().unwrap_or(1);
    let mut begins: [Vec<&Needle>; 256] = std::array::from_fn(|_| Vec::new());
    for needle in needles {
        begins[usize::from(needle.bytes[0])].push(needle);
    }
    let (mut buffer, mut base) = (Vec::with_capacity(CHUNK + longest), 0u64);
    loop {
        let read = from.take(CHUNK as u64).read_to_end(&mut buffer)?;
        // The end of a piece is looked at again as the beginning of the next.
        let stop = if read == 0 { buffer.len() } else { (buffer.len() + 1).saturating_sub(longest) };
        for at in 0..stop {
            for needle in &begins[usize::from(buffer[at])] {
                if buffer[at..].starts_with(&needle.bytes) {
                    found.push((base + at as u64, needle.spelling));
                }
            }
        }
        if read == 0 {
            return Ok(());
        }
        buffer.drain(..stop);
        base += stop as u64;
    }
}

fn needles(phrase: &str) -> Vec<Needle> {
    let wide: Vec<u16> = phrase.encode_utf16().collect();
    let texts: [(&'static str, Vec<u8>); 3] = [
        ("utf-8", phrase.as_bytes().to_vec()),
        ("utf-16le", wide.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
        ("utf-16be", wide.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
    ];
    let mut all: Vec<Needle> = Vec::new();
    for (spelling, bytes) in texts {
        let mut coded = BTreeSet::new();
        for before in 0..3 {
            let text = base64_inside(&bytes, before);
            coded.insert(text.replace('+', "-").replace('/', "_"));
            coded.insert(text);
        }
        all.extend(coded.into_iter().map(|text| Needle { spelling: "base64", bytes: text.into_bytes() }));
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        all.push(Needle { spelling: "hex", bytes: hex.to_uppercase().into_bytes() });
        all.push(Needle { spelling: "hex", bytes: hex.into_bytes() });
        all.push(Needle { spelling, bytes });
    }
    all
}

/// The letters of base64 that depend on `bytes` alone when `before` other bytes stand in front.
fn base64_inside(bytes: &[u8], before: usize) -> String {
    let padded: Vec<u8> = std::iter::repeat_n(0, before).chain(bytes.iter().copied()).collect();
    let (from, to) = ((before * 8).div_ceil(6), padded.len() * 8 / 6);
    base64::encode(&padded)[from..to].to_owned()
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Write};

    use super::{CHUNK, search};
    use crate::base64;

    const PHRASE: &str = "pelican Öland 7731";

    fn hex(bytes: &[u8]) -> Vec<u8> {
        bytes.iter().flat_map(|b| format!("{b:02X}").into_bytes()).collect()
    }

    #[test]
    fn a_canary_is_found_in_every_spelling() {
        let wide = |to: fn(u16) -> [u8; 2]| PHRASE.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let coded = |before: &str| base64::encode(format!("{before}{PHRASE} and more").as_bytes()).into_bytes();
        let cases = [
            ("utf-8", PHRASE.as_bytes().to_vec()),
            ("utf-16le", wide(u16::to_le_bytes)),
            ("utf-16be", wide(u16::to_be_bytes)),
            ("base64", coded("")),
            ("base64", coded("x")),
            ("base64", coded("xy")),
            ("hex", hex(PHRASE.as_bytes())),
        ];
        for (spelling, bytes) in cases {
            let dir = tempfile::tempdir().unwrap();
            fs::create_dir(dir.path().join("deep")).unwrap();
            let mut file = fs::File::create(dir.path().join("deep/file")).unwrap();
            file.write_all(&[b"before ".as_slice(), &bytes, b" after"].concat()).unwrap();
            let hits = search(PHRASE, &[dir.path()]).unwrap();
            assert_eq!(hits.len(), 1, "{spelling}: {hits:?}");
            assert_eq!(hits[0].spelling, spelling);
            assert!(hits[0].offset.is_some_and(|at| (7..=10).contains(&at)), "{spelling}: {hits:?}");
            assert_eq!(search("another bird", &[dir.path()]).unwrap(), []);
        }
    }

    #[test]
    fn a_canary_across_two_pieces_and_in_a_name_is_found_once() {
        let dir = tempfile::tempdir().unwrap();
        let at = CHUNK - 5;
        let mut file = fs::File::create(dir.path().join(PHRASE)).unwrap();
        file.write_all(&[vec![b'p'; at].as_slice(), PHRASE.as_bytes(), &vec![b'.'; CHUNK]].concat()).unwrap();
        let hits = search(PHRASE, &[dir.path()]).unwrap();
        let offsets: Vec<Option<u64>> = hits.iter().map(|hit| hit.offset).collect();
        assert_eq!(offsets, [None, Some(at as u64)]);
    }
}
