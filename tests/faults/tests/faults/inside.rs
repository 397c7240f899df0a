//! A case that mounts runs in a child of this program, in a mount name space of its own: whatever becomes of it,
//! nothing stays mounted.

use crate::figure::Figure;
use crate::{Case, Plan};
use std::path::Path;
use std::process::Command;

/// Says to the child that it is one.
pub(crate) const FLAG: &str = "--inside";

/// Runs the case in a child, or says why it cannot be.
pub(crate) fn run(case: &Case, plan: &Plan) -> Vec<Figure> {
    if let Some(why) = missing() {
        println!("SKIPPED: {}: {why}", case.name);
        return vec![Figure::of("R2/R6", case.name).skip(why)];
    }
    let dir = tempfile::tempdir().expect("a temporary folder");
    let out = dir.path().join("figures.json");
    let exe = std::env::current_exe().expect("this program has a file");
    let status = Command::new("unshare")
        .args(["-m", "--propagation", "private"])
        .arg(exe)
        .args([FLAG, case.name])
        .arg(&out)
        .env("CAIRN_FAULTS_SEED", plan.seed.to_string())
        .status()
        .expect("unshare starts");
    let figures = std::fs::read(&out).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    match figures {
        Some(figures) if status.success() => figures,
        _ => vec![Figure::of("R2/R6", case.name).broken()],
    }
}

/// Gives the figures to the program outside.
pub(crate) fn answer(out: &Path, figures: &[Figure]) {
    std::fs::write(out, serde_json::to_vec(figures).expect("figures are plain")).expect("the outer folder can be written");
}

/// What this machine lacks.
fn missing() -> Option<String> {
    if !rustix::process::geteuid().is_root() {
        return Some("needs root, to mount file systems".into());
    }
    for program in ["unshare", "mount", "umount", "mkfs.ext4"] {
        let found = Command::new(program).arg("--version").output().is_ok() || Path::new("/usr/sbin").join(program).exists();
        if !found {
            return Some(format!("needs the program {program}"));
        }
    }
    if !Path::new("/dev/loop-control").exists() {
        return Some("needs loop devices (/dev/loop-control)".into());
    }
    let may = Command::new("unshare").args(["-m", "--propagation", "private", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    (!may.is_ok_and(|o| o.status.success())).then(|| "needs the right to mount file systems in a name space of its own".into())
}
