//! The one build that every ring uses: which programs and tests there are, and where they lie.
//!
//! Cargo builds a dependency once for each set of features, and the set depends on which packages are
//! named. So the workspace is always named whole, with programs and tests together. Then Tauri, OpenSSL and SQLCipher
//! are compiled once; the second build (`cairn/e2e`) differs in the shell's own crate alone.

use std::path::{Path, PathBuf};

use crate::command::{Failed, Run, root};

/// Leaves out what only `cargo xtask bench` needs.
pub(crate) const ALL: [&str; 5] = ["--workspace", "--exclude", "cairn-test-bench", "--exclude", "cairn-test-minimal"];

/// Something cargo made that can be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Binary {
    /// Folder of its package.
    pub(crate) package: PathBuf,
    /// Name of its target.
    pub(crate) name: String,
    /// `lib`, `bin` or `test`, as cargo calls it.
    pub(crate) kind: String,
    /// Whether it runs tests.
    pub(crate) tests: bool,
    /// Where it lies.
    pub(crate) path: PathBuf,
}

/// Builds all programs and all tests. Messages of the compiler are shown as they come.
pub(crate) fn build(features: &[&str]) -> Result<Vec<Binary>, Failed> {
    let mut run = Run::cargo(&["build", "--bins", "--tests", "--message-format=json-render-diagnostics"]).args(&ALL);
    if !features.is_empty() {
        run = run.args(&["--features", &features.join(",")]);
    }
    Ok(run.collect()?.lines().filter_map(binary).collect())
}

/// Where cargo puts what it builds.
pub(crate) fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The program of that name.
pub(crate) fn program(all: &[Binary], name: &str) -> Result<PathBuf, Failed> {
    let found = all.iter().find(|b| b.kind == "bin" && !b.tests && b.name == name);
    found.map(|b| b.path.clone()).ok_or_else(|| Failed::new(format!("cargo built no program called {name}.")))
}

/// Reads one line of cargo's JSON. Cargo writes it without spaces and in a fixed order, and paths with quotes
/// in them are nobody's; so a few searches do instead of a JSON reader.
fn binary(line: &str) -> Option<Binary> {
    if !line.contains(r#""reason":"compiler-artifact""#) {
        return None;
    }
    let path = text_after(line, r#""executable":""#)?;
    let manifest = text_after(line, r#""manifest_path":""#)?;
    let target = &line[line.find(r#""target":{"#)?..];
    let profile = &line[line.find(r#""profile":{"#)?..];
    Some(Binary {
        package: Path::new(manifest).parent()?.to_owned(),
        name: text_after(target, r#""name":""#)?.to_owned(),
        kind: text_after(target, r#""kind":[""#)?.to_owned(),
        tests: profile[..profile.find('}')?].contains(r#""test":true"#),
        path: PathBuf::from(path),
    })
}

fn text_after<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let from = text.find(key)? + key.len();
    let len = text[from..].find('"')?;
    Some(&text[from..from + len])
}

#[cfg(test)]
mod tests {
    use super::{Binary, binary};

    #[test]
    fn a_line_of_cargo_is_read_and_libraries_are_passed_over() {
        let line = r#"{"reason":"compiler-artifact","package_id":"path+file:///w/xtask#0.1.0","manifest_path":"/w/xtask/Cargo.toml","target":{"kind":["bin"],"crate_types":["bin"],"name":"xtask","src_path":"/w/xtask/src/main.rs","edition":"2024","doc":true,"doctest":false,"test":true},"profile":{"opt_level":"0","debuginfo":1,"debug_assertions":true,"overflow_checks":true,"test":false},"features":[],"filenames":["/w/target/debug/xtask"],"executable":"/w/target/debug/xtask","fresh":true}"#;
        let wanted = Binary {
            package: "/w/xtask".into(),
            name: "xtask".into(),
            kind: "bin".into(),
            tests: false,
            path: "/w/target/debug/xtask".into(),
        };
        assert_eq!(binary(line), Some(wanted));
        assert!(binary(&line.replace(r#""test":false"#, r#""test":true"#)).is_some_and(|b| b.tests));
        assert_eq!(binary(&line.replace(r#""executable":"/w/target/debug/xtask""#, r#""executable":null"#)), None);
        assert_eq!(binary(r#"{"reason":"build-finished","success":true}"#), None);
    }
}
