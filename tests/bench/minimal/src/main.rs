//! The least that Tauri can show: one window as large as Cairn's, one page with a focused text field.
//!
//! What `cargo xtask bench` stands beside Cairn's window. Must never grow: whatever is added here makes Cairn look better.

#[allow(clippy::disallowed_methods, reason = "the exit stands in what Tauri's macro writes")]
fn main() {
    tauri::Builder::default().run(tauri::generate_context!()).expect("a window");
}
