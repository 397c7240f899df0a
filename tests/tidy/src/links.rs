//! What the documents point at is there.

use crate::house::{Complaints, File, file, files, root};

fn documents() -> Vec<File> {
    let mut all = vec![file("README.md")];
    all.extend(files("src-tauri", &["md"]).into_iter().chain(files("tests", &["md"])));
    all
}

#[test]
fn links_of_the_documents_lead_somewhere() {
    let mut complaints = Complaints::default();
    for file in documents() {
        let folder = root().join(&file.path).parent().expect("a file lies in a folder").to_owned();
        for (at, line) in file.text.lines().enumerate() {
            for link in line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()) {
                let path = link.split('#').next().unwrap_or_default();
                let elsewhere = link.contains("://") || link.starts_with("mailto:") || path.is_empty();
                if !elsewhere && !folder.join(path).exists() {
                    complaints.at(&file, at + 1, format!("{link} is not there"));
                }
            }
        }
    }
    complaints.none();
}

#[test]
fn every_test_that_the_seed_map_names_is_there() {
    let mut code: Vec<File> = files("tests", &["rs"]);
    code.extend(files("src-tauri/crates", &["rs"]));
    let readme = file("tests/README.md");
    let mut complaints = Complaints::default();
    let mut named = 0;
    // `s2_19_…`: a seed, feature or harm by its number.
    let numbered = |name: &&str| name.as_bytes().get(1).is_some_and(u8::is_ascii_digit) && name.contains('_');
    for (at, line) in readme.text.lines().enumerate() {
        let row = line.strip_prefix("| S").and_then(|rest| rest.split(' ').next()).map(|row| format!("s{}_", row.replace('-', "_")));
        for name in line.split('`').skip(1).step_by(2).filter(numbered) {
            named += 1;
            if row.as_ref().is_some_and(|row| !name.contains(row.as_str())) {
                complaints.at(&readme, at + 1, format!("{name} does not bear the number of its row"));
            }
            if !name.ends_with('…') && !code.iter().any(|file| file.text.contains(&format!("fn {name}("))) {
                complaints.at(&readme, at + 1, format!("{name} is no test"));
            }
        }
    }
    assert!(named > 60, "the table names its tests: {named}");
    complaints.none();
}
