//! Journals to measure, made through the same door that keeps every entry, and the bare tables beside them.

use crate::bare;
use crate::corpus::Piece;
use journal::{Home, New, Passphrase, Session, Setup, SlotCost, SystemChance, SystemClock};
use model::Writing;
use std::path::{Path, PathBuf};

/// A journal and its bare twin.
pub(crate) struct Seeded {
    pub(crate) home: PathBuf,
    /// The same texts in one table and one index, without anything of Cairn's.
    pub(crate) bare: PathBuf,
    pub(crate) key: [u8; 32],
}

pub(crate) fn pass() -> Passphrase {
    Passphrase::new("bench").expect("a passphrase")
}

/// Key slots that cost nothing: the derivation of the key is a second by design, and measured nowhere here.
pub(crate) fn session(home: &Path) -> Session {
    Session::new(Home::at(home.to_owned()), Box::new(SystemClock), Box::new(SystemChance)).with_cost(SlotCost::insecure_for_tests(10))
}

pub(crate) fn writing(piece: &Piece) -> Writing {
    let json = serde_json::json!({ "text": piece.text, "happened": piece.when, "tags": piece.tags });
    serde_json::from_value(json).expect("an entry")
}

/// The journal of that name; made if it is not there or of another text.
pub(crate) fn journal(place: &Path, pieces: &[Piece]) -> Seeded {
    let seeded = Seeded { home: place.join("cairn"), bare: place.join("bare.db"), key: [7; 32] };
    let mark = place.join("made");
    let told = format!("3 {} {}", pieces.len(), crate::corpus::bytes(pieces));
    if std::fs::read_to_string(&mark).is_ok_and(|m| m == told) {
        let key = key_of(&seeded.home);
        return Seeded { key, ..seeded };
    }
    let _ = std::fs::remove_dir_all(place);
    std::fs::create_dir_all(place).expect("target can be written");
    let clock = support::wait::now();
    let mut session = session(&seeded.home);
    session.create(Setup { passphrase: pass(), weak_ok: true, first: None }).expect("a journal");
    for some in pieces.chunks(2_000) {
        let new = some.iter().map(|piece| New::of(writing(piece))).collect();
        let (journal, chance) = session.journal_and_chance().expect("it is open");
        journal.keep(new, None, chance).expect("entries are kept");
    }
    session.close().expect("it closes");
    println!("  journal made in {:.1} s", clock.elapsed().as_secs_f32());
    let key = key_of(&seeded.home);
    let clock = support::wait::now();
    bare::make(&seeded.bare, &key, pieces);
    println!("  bare tables made in {:.1} s", clock.elapsed().as_secs_f32());
    std::fs::write(mark, told).expect("target can be written");
    Seeded { key, ..seeded }
}

fn key_of(home: &Path) -> [u8; 32] {
    let opened = vault::slots::open_with_passphrase(&Home::at(home.to_owned()), &pass()).expect("the journal's own passphrase");
    *opened.master.expose()
}

/// The same journal as its person has it: the price of its key is the real one, the sheet was typed back, the day's backup is
/// made. Made once.
pub(crate) fn lived_in(seeded: &Seeded) -> PathBuf {
    let place = seeded.home.with_file_name("lived-in");
    if place.is_dir() {
        return place;
    }
    let making = seeded.home.with_file_name("moving-in");
    let _ = std::fs::remove_dir_all(&making);
    let copied = std::process::Command::new("cp").arg("-a").arg(&seeded.home).arg(&making).status().expect("cp");
    assert!(copied.success(), "the journal was not copied");
    let mut session = Session::new(Home::at(making.clone()), Box::new(SystemClock), Box::new(SystemChance));
    session.unlock(&pass()).expect("it opens");
    session.renew_sheet(&pass()).expect("a sheet");
    let sheet = session.sheet().expect("the sheet");
    let answers: Vec<(u8, &str)> = sheet.ask.iter().map(|&n| (n, sheet.groups[usize::from(n) - 1].as_str())).collect();
    assert!(session.confirm_sheet(&answers).expect("a comparison").is_empty(), "the sheet was typed back");
    session.change_passphrase(&pass(), &pass(), true).expect("the same passphrase at its real price");
    session.journal().expect("it is open").back_up(None).expect("a backup");
    session.close().expect("it closes");
    std::fs::rename(making, &place).expect("target can be written");
    place
}
