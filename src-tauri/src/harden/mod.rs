//! What the process gives up before it shows anything. SECURITY.md lists each with the test that holds it.

#[cfg(target_os = "linux")]
mod linux;

/// Variables by which a person chooses how WebKitGTK draws.
#[cfg(target_os = "linux")]
pub(crate) use linux::KEPT as GRAPHICS;

/// Gives up what a journal never needs. Must run before any other thread exists.
pub(crate) fn process() {
    #[cfg(target_os = "linux")]
    {
        linux::private_files();
        linux::no_dumps();
        // WebKit's automation lives from environment variables and a local TCP socket.
        if cfg!(not(feature = "e2e")) {
            linux::scrub_environment();
            linux::no_internet();
        }
    }
}

/// Sets an environment variable while the process still has one thread.
#[cfg(target_os = "linux")]
pub(crate) fn set_variable(name: &str, value: &str) {
    linux::set_variable(name, value);
}
