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
