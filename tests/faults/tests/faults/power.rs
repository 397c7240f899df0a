//! R2: the power goes. A file system in a file, shut down at a random moment so that nothing more reaches it, then
//! mounted again as after a crash.

#![allow(unsafe_code, reason = "one ioctl, which rustix has no safe door for")]

use crate::Plan;
use crate::figure::Figure;
use crate::keys::Keyring;
use crate::kill::{PASS, make};
use crate::ledger::Ledger;
use crate::victim::{When, kill, strike, victim};
use faults::{CHEAP, Dice};
use rustix::ioctl::{Opcode, Setter, ioctl};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

/// `EXT4_IOC_SHUTDOWN`, `_IOR('X', 125, __u32)` in the kernel's fs/ext4/ext4.h.
const SHUTDOWN: Opcode = 0x8004_587d;
/// Nothing more is written, not even ext4's own journal: the disk as a power cut leaves it.
const WITHOUT_FLUSHING: u32 = 2;

/// An ext4 file system in a file.
struct Disk {
    _dir: tempfile::TempDir,
    image: PathBuf,
    at: PathBuf,
}

impl Disk {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (image, at) = (dir.path().join("disk.img"), dir.path().join("at"));
        File::create(&image).and_then(|f| f.set_len(96 << 20)).expect("an image");
        std::fs::create_dir(&at).expect("a folder");
        let disk = Self { _dir: dir, image, at };
        run(Command::new("mkfs.ext4").args(["-q", "-F", "-m", "0"]).arg(&disk.image));
        disk.mount();
        disk
    }

    fn mount(&self) {
        run(Command::new("mount").args(["-o", "loop,noatime"]).arg(&self.image).arg(&self.at));
    }

    fn unmount(&self) {
        run(Command::new("umount").arg(&self.at));
    }

    /// Cuts the power. The victim is stopped in the same instant: without power nobody acknowledges anything, and
    /// a call to fsync that was under way at the moment of ext4's shutdown can come back as done.
    fn cut(&self, child: &mut Child) {
        let root = File::open(&self.at).expect("the file system is mounted");
        if let Some(id) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            // It may have ended by itself; then there is nobody to stop.
            let _ = kill_process(id, Signal::STOP);
        }
        // SAFETY: the call reads one u32, which outlives it, and changes nothing in this process.
        unsafe { ioctl(&root, Setter::<SHUTDOWN, u32>::new(WITHOUT_FLUSHING)) }.expect("ext4 shuts down");
        kill(child);
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).status();
    }
}

fn run(command: &mut Command) {
    let done = command.output().expect("the program is there");
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

pub(crate) fn saving(plan: &Plan) -> Vec<Figure> {
    vec![save_through_cuts(plan, "cairn", "log (WAL), FULL")]
}

pub(crate) fn saving_synced(plan: &Plan) -> Vec<Figure> {
    vec![save_through_cuts(plan, "Dropbox/cairn", "single file, EXTRA")]
}

fn save_through_cuts(plan: &Plan, folder: &str, mode: &str) -> Figure {
    let mut figure = Figure::of("R2", "power cut while saving (ext4)").mode(mode);
    let mut dice = plan.dice(folder);
    let cycles = plan.cycles(30, 5_000);
    let mut disk = Disk::new();
    let mut ledger = Ledger::default();
    for cycle in 0..cycles {
        if cycle % 250 == 0 {
            disk = Disk::new();
            ledger = Ledger::default();
            make(&disk.at.join(folder), CHEAP);
        }
        let home = disk.at.join(folder);
        let when = When::random(&mut dice, Duration::from_millis(25), Duration::from_millis(60));
        let mut words = Dice(dice.roll());
        let told = strike(&mut victim("write", &home, PASS), when, |child| disk.cut(child), || Ledger::lines(&mut words, 4));
        figure.acknowledged += ledger.note(told);
        figure.kills += 1;
        disk.unmount();
        disk.mount();
        let found = ledger.inspect(&home, PASS, CHEAP, cycle % 10 == 9 || cycle + 1 == cycles);
        figure.add(&found);
    }
    figure.expect_acknowledged();
    figure
}

/// R15 under R2: the key files.
pub(crate) fn changing(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R15", "power cut while changing the passphrase (ext4)");
    let mut dice = plan.dice("R15 power");
    let disk = Disk::new();
    let home: &Path = &disk.at.join("cairn");
    make(home, CHEAP);
    let mut keyring = Keyring::new();
    for _ in 0..plan.cycles(30, 2_000) {
        let when = When::random(&mut dice, Duration::from_millis(40), Duration::from_millis(30));
        let told = strike(&mut victim("change", home, &keyring.current), when, |child| disk.cut(child), keyring.lines());
        let (count, open) = keyring.note(told);
        figure.acknowledged += count;
        figure.kills += 1;
        figure.cycles += 1;
        disk.unmount();
        disk.mount();
        keyring.try_all(home, open, CHEAP, &mut dice, &mut figure);
    }
    figure.expect_acknowledged();
    vec![figure]
}
