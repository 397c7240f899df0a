//! Journals that journeys begin with, made once by the command line and the program itself, and copied for each.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use serde_json::{Value, json};

use crate::{clock, seat::Desk};

/// Opens every prepared journal.
pub(crate) const PASSPHRASE: &str = "granite lichen heather slate basalt";

/// Kinds in the order in which the entries take turns.
pub(crate) const KINDS: [&str; 8] = ["moment", "kind-word", "lesson", "hard-day", "quiet-day", "words-that-worked", "snag", "reflection"];

/// Entries of [`filled`].
pub(crate) const FILLED: usize = 60;
/// Entries of [`crowded`].
pub(crate) const CROWDED: usize = 520;

/// A journal to be copied. Its recovery sheet was typed back.
pub(crate) struct Journal {
    folder: PathBuf,
    /// The groups of its recovery sheet.
    pub(crate) recovery: String,
}

impl Journal {
    /// Copies it to the home of a journey.
    pub(crate) fn copy_to(&self, home: &Path) {
        let mut command = Command::new("cp");
        // `/.` copies what is in it; file modes stay.
        let done = command.arg("-a").arg(self.folder.join(".")).arg(home).status().expect("cp");
        assert!(done.success(), "the prepared journal was not copied");
        // Its last window was ended before it was painted, which is no reason to draw those of the journeys in another way.
        let _ = fs::remove_file(home.join("drawing.toml"));
    }
}

/// Nothing in it but the settings.
pub(crate) fn blank() -> &'static Journal {
    static MADE: OnceLock<Journal> = OnceLock::new();
    MADE.get_or_init(|| {
        let desk = Desk::new();
        desk.cli_done(&["init"], "");
        // The command line shows the sheet once; only the window can have it typed back.
        let seat = desk.sit();
        seat.fill("Passphrase", PASSPHRASE);
        seat.keys(&["Enter"]);
        seat.see("heading", "A new recovery sheet");
        seat.fill("Passphrase", PASSPHRASE);
        seat.keys(&["Enter"]);
        let recovery = seat.copy_sheet();
        seat.keys(&["Enter"]);
        seat.at_today();
        seat.lock();
        store(&desk, "blank", recovery)
    })
}

/// Sixty entries over five months, each kind among them; a backup beside it.
pub(crate) fn filled() -> &'static Journal {
    static MADE: OnceLock<Journal> = OnceLock::new();
    MADE.get_or_init(|| {
        let desk = Desk::with(blank());
        desk.cli_done(&["add", "--batch"], &lines((0..FILLED).map(entry)));
        desk.cli_done(&["backup"], "");
        store(&desk, "filled", blank().recovery.clone())
    })
}

/// More entries than can be drawn at once.
pub(crate) fn crowded() -> &'static Journal {
    static MADE: OnceLock<Journal> = OnceLock::new();
    MADE.get_or_init(|| {
        let desk = Desk::with(blank());
        desk.cli_done(&["add", "--batch"], &lines((0..CROWDED).map(entry)));
        store(&desk, "crowded", blank().recovery.clone())
    })
}

/// Sets a journal aside as the one to copy from.
fn store(desk: &Desk, name: &str, recovery: String) -> Journal {
    desk.scratch.end_programs();
    let folder = shelf().join(name);
    fs::create_dir_all(&folder).expect("a folder for a prepared journal");
    let journal = Journal { folder, recovery };
    let back = Journal { folder: desk.scratch.journal(), recovery: String::new() };
    back.copy_to(&journal.folder);
    journal
}

/// Where the prepared journals of this run lie. Those of runs that have ended are cleared away: nothing else would do it.
fn shelf() -> PathBuf {
    let all = support::root().join("target/e2e");
    for old in fs::read_dir(&all).into_iter().flatten().flatten() {
        if !Path::new("/proc").join(old.file_name()).exists() {
            let _ = fs::remove_dir_all(old.path());
        }
    }
    all.join(std::process::id().to_string())
}

fn lines(entries: impl Iterator<Item = Value>) -> String {
    entries.fold(String::new(), |mut all, entry| {
        let _ = writeln!(all, "{entry}");
        all
    })
}

/// The words of entry `n`: every one can be found by its own number.
pub(crate) fn text(n: usize) -> String {
    let what = [
        "the man with the blue hat got his refund before noon",
        "she said thank you twice and meant it",
        "asking one more question saves two calls",
        "three angry callers before the first coffee",
        "",
        "“Let us look at it together” calmed the room",
        "the form asks for the same number twice",
        "what I want to be known for on this ward",
    ];
    match what[n % 8] {
        "" => String::new(),
        words => format!("Seed {n:03}: {words}"),
    }
}

/// Entry `n`, the first the newest, two and a half days apart. Every fifth is kept close; some speak other languages.
fn entry(n: usize) -> Value {
    let day = clock::civil(clock::today() - 1 - i64::try_from(n * 5 / 2).expect("a few hundred"));
    let mut entry = json!({
        "kind": KINDS[n % 8], "text": text(n), "happened": format!("{day}T{:02}:{:02}", 9 + n % 9, n * 7 % 60),
        "star": n.is_multiple_of(5), "tags": if n.is_multiple_of(3) { json!(["ward"]) } else { json!([]) },
    });
    if n.is_multiple_of(8) {
        entry["who"] = json!("caller");
        entry["their_words"] = json!(format!("Nobody listened until you, {n}."));
        entry["felt"] = json!(["useful"]);
        entry["cost"] = json!("even");
        entry["know"] = json!("they-said");
    }
    match n {
        8 => entry["text"] = json!("Seed 008: Café Müller, naïve façade, Łódź"),
        16 => entry["text"] = json!("Seed 016: 今日は患者さんの手を握って話を聞いた"),
        24 => entry["text"] = json!("Seed 024: ساعدت رجلا مسنا على الهاتف"),
        _ => {}
    }
    entry
}
