//! Tells Tauri where the page is.

fn main() {
    tauri_build::build();
}
