//! What has to be carried: programs as released, the interface as it is packed into them.
//!
//! Reads what was built and builds nothing.

use crate::table::{Goal, Row};
use std::collections::BTreeSet;
use std::path::Path;

pub(crate) fn measure() -> Vec<Row> {
    programs().into_iter().chain(interface()).collect()
}

fn row(what: String, unit: &'static str, value: f64, baseline: Option<f64>, goal: Goal) -> Row {
    Row { size: "–".into(), what, unit, value, baseline, beside: "minimal Tauri window", best: None, goal }
}

fn programs() -> Vec<Row> {
    let release = support::root().join("target/release");
    let size = |name: &str| std::fs::metadata(release.join(name)).ok().map(|m| m.len() as f64 / 1e6);
    // Both without what comes with the PDF writer: the shell of this version links none.
    [("cairn", size("cairn-minimal"), Goal::Most(16.0)), ("cairn-cli", None, Goal::None)]
        .into_iter()
        .filter_map(|(name, beside, goal)| Some(row(format!("size of {name}, stripped"), "MB", size(name)?, beside, goal)))
        .collect()
}

/// kB as `gzip -9` makes them, of `ui/dist`.
fn interface() -> Vec<Row> {
    let assets = support::root().join("ui/dist/assets");
    let Ok(page) = std::fs::read_to_string(support::root().join("ui/dist/index.html")) else { return Vec::new() };
    let all: Vec<String> =
        std::fs::read_dir(&assets).into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
    let sum = |names: &mut dyn Iterator<Item = &String>| names.map(|name| gzip(&assets.join(name))).sum::<f64>();
    let ending = |ending: &'static str| all.iter().filter(move |name| name.ends_with(ending));
    let first = first_screen(&page, &all, &assets);
    vec![
        row("interface, what the first screen waits for (gzip)".into(), "kB", sum(&mut first.iter()), None, Goal::Most(60.0)),
        row("interface, all scripts (gzip)".into(), "kB", sum(&mut ending(".js")), None, Goal::Most(130.0)),
        row("interface, all style sheets (gzip)".into(), "kB", sum(&mut ending(".css")), None, Goal::Most(20.0)),
    ]
}

/// Scripts and style sheets that the page names, and the scripts that those import before they run.
fn first_screen(page: &str, all: &[String], assets: &Path) -> BTreeSet<String> {
    let mut wanted: Vec<&String> = all.iter().filter(|name| code(name) && page.contains(name.as_str())).collect();
    let mut found = BTreeSet::new();
    while let Some(name) = wanted.pop() {
        if !found.insert(name.clone()) {
            continue;
        }
        let text = std::fs::read_to_string(assets.join(name)).unwrap_or_default();
        // What is imported later stands in brackets: `import("./…")`.
        let named = |other: &&String| ["from", "import"].iter().any(|how| text.contains(&format!("{how}\"./{other}\"")));
        wanted.extend(all.iter().filter(|other| code(other)).filter(named));
    }
    found
}

fn code(name: &str) -> bool {
    name.ends_with(".js") || name.ends_with(".css")
}

fn gzip(file: &Path) -> f64 {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let bytes = std::fs::read(file).expect("a file that was listed just now");
    std::io::Write::write_all(&mut packed, &bytes).expect("memory");
    packed.finish().expect("memory").len() as f64 / 1e3
}
