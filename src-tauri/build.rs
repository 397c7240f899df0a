//! Tells Tauri the window's one command, so that its access list covers it.

fn main() {
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(&["call"])))
        .expect("tauri.conf.json and capabilities/ fit together");
}
