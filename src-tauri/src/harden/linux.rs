//! Linux: file modes, core dumps, environment, internet sockets.
#![allow(unsafe_code, reason = "changing the environment is only sound while there is one thread, which `main` sees to")]

use seccompiler::{BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule};

/// Graphics choices that a person may have had to make for their driver; everything else of WebKit's goes.
pub(crate) const KEPT: [&str; 3] =
    ["WEBKIT_DMABUF_RENDERER_FORCE_SHM", "WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"];
/// Would load foreign code into the process, or open a debugging port.
const FOREIGN: [&str; 6] = ["LD_PRELOAD", "LD_AUDIT", "GTK_MODULES", "GTK3_MODULES", "GTK_PATH", "G_MESSAGES_DEBUG"];

/// Every file that this process makes is for its owner alone.
pub(super) fn private_files() {
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
}

/// No core file, and no other process of this user may attach or read the memory without being root.
pub(super) fn no_dumps() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    // Refused only where it holds already.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// Removes what could open a port in WebKit or bring foreign code in.
pub(super) fn scrub_environment() {
    let doomed: Vec<_> = std::env::vars_os()
        .map(|(name, _)| name)
        .filter(|name| {
            let name = name.to_string_lossy();
            FOREIGN.contains(&name.as_ref())
                || (name.starts_with("WEBKIT_") && !KEPT.contains(&name.as_ref()))
                || name == "TAURI_WEBVIEW_AUTOMATION"
        })
        .collect();
    for name in doomed {
        // SAFETY: called first in `main`, before any thread is started.
        unsafe { std::env::remove_var(name) };
    }
}

pub(super) fn set_variable(name: &str, value: &str) {
    // SAFETY: called early in `main`, before any thread is started.
    unsafe { std::env::set_var(name, value) };
}

/// From here on `socket()` knows no internet and no raw packets, in this process and in all that it starts.
///
/// The error is the one that a kernel without networking gives, which every library knows how to live with.
pub(super) fn no_internet() {
    let family = |family: i32| {
        let is = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, family as u64)?;
        SeccompRule::new(vec![is])
    };
    let rules: Result<Vec<_>, _> = [libc::AF_INET, libc::AF_INET6, libc::AF_PACKET].into_iter().map(family).collect();
    let Ok(rules) = rules else { return };
    let Ok(architecture) = std::env::consts::ARCH.try_into() else { return };
    // Submitting through io_uring would go round a filter on `socket`, so it goes as well.
    let all = [(libc::SYS_socket, rules), (libc::SYS_io_uring_setup, Vec::new())].into_iter().collect();
    let refusal = SeccompAction::Errno(libc::EAFNOSUPPORT.unsigned_abs());
    let filter = SeccompFilter::new(all, SeccompAction::Allow, refusal, architecture).and_then(BpfProgram::try_from);
    if let Ok(program) = filter {
        // A kernel without seccomp leaves the promise to the code, which has no network call; SECURITY.md says so.
        let _ = seccompiler::apply_filter_all_threads(&program);
    }
}
