//! Finds the files that the rules speak about, and gathers complaints.

use std::{fs, path::Path};

/// Folders that hold nothing written by hand.
const PASSED_OVER: [&str; 7] = ["target", "node_modules", "dist", ".git", "gen", "fixtures", "proptest-regressions"];

/// A file of the workspace.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// From the top folder, with slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// The ending after the last dot.
    pub(crate) fn ending(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    pub(crate) fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.ends_with(".test.ts") || self.path.starts_with("ui/src/test/")
    }
}

/// The top folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent).expect("tidy lies in tests/tidy")
}

/// All files below `folder` with one of the endings, in order.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    gather(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// One file; a complaint when it is not there.
pub(crate) fn file(path: &str) -> File {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path} has to be there: {e}"));
    File { path: path.to_owned(), text }
}

fn gather(dir: &Path, endings: &[&str], found: &mut Vec<File>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            if !PASSED_OVER.contains(&name.as_str()) {
                gather(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
            let short = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if let Ok(text) = fs::read_to_string(&path) {
                found.push(File { path: short, text });
            }
        }
    }
}

/// What is wrong, said all at once: one run shows everything that is to be done.
#[derive(Debug, Default)]
pub(crate) struct Complaints(Vec<String>);

impl Complaints {
    pub(crate) fn add(&mut self, place: &str, what: impl AsRef<str>) {
        self.0.push(format!("{place}: {}", what.as_ref()));
    }

    pub(crate) fn at(&mut self, file: &File, line: usize, what: impl AsRef<str>) {
        self.add(&format!("{}:{line}", file.path), what);
    }

    /// The end of every rule.
    pub(crate) fn none(self) {
        assert!(self.0.is_empty(), "\n\n  {}\n\n({} in all)\n", self.0.join("\n  "), self.0.len());
    }
}
