//! How the window is locked down: Tauri's configuration, its capabilities, its features.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::house::{Complaints, file, files};

/// Exactly this; each directive on its own line here, in any order there.
const POLICY: [&str; 16] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src ipc: http://ipc.localhost",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "manifest-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types svelte-trusted-html",
    "webrtc 'block'",
];

/// Tauri's features that may be on: the webview, packed assets, X11, the desktop's colour scheme, pages from the binary.
const FEATURES: [&str; 5] = ["wry", "compression", "x11", "dbus", "custom-protocol"];

/// Switches of tauri.conf.json with the value that each must have.
const SWITCHES: [(&str, bool, &str); 4] = [
    ("/app/withGlobalTauri", false, "a global door to the commands"),
    ("/app/security/freezePrototype", true, "a script could change what every object does"),
    ("/app/security/dangerousDisableAssetCspModification", false, "hashes of our own scripts would be left out"),
    ("/build/removeUnusedCommands", true, "commands that nobody may call need not be there"),
];

/// Places of tauri.conf.json that must not exist.
const ABSENT: [(&str, &str); 4] = [
    ("/app/security/assetProtocol", "files of the disk would be pages"),
    ("/app/security/pattern", "the isolation pattern brings a frame that the policy forbids"),
    ("/app/trayIcon", "nothing of the journal shows outside of its window"),
    ("/plugins", "there are no plugins"),
];

fn json(path: &str) -> Value {
    serde_json::from_str(&file(path).text).unwrap_or_else(|e| panic!("{path} is no JSON: {e}"))
}

#[test]
fn the_windows_policy_is_the_strict_one() {
    let conf = json("src-tauri/tauri.conf.json");
    let wanted: BTreeSet<&str> = POLICY.into_iter().collect();
    let mut complaints = Complaints::default();
    for name in ["csp", "devCsp"] {
        let said = conf["app"]["security"][name].as_str().unwrap_or_default();
        let said: BTreeSet<&str> = said.split(';').map(str::trim).filter(|d| !d.is_empty()).collect();
        for more in said.difference(&wanted) {
            complaints.add("src-tauri/tauri.conf.json", format!("{name} says `{more}`, which the strict policy does not"));
        }
        for less in wanted.difference(&said) {
            complaints.add("src-tauri/tauri.conf.json", format!("{name} lacks `{less}`"));
        }
    }
    complaints.none();
}

#[test]
fn the_windows_switches_are_set() {
    let place = "src-tauri/tauri.conf.json";
    let conf = json(place);
    let mut complaints = Complaints::default();
    for (pointer, wanted, why) in SWITCHES {
        if conf.pointer(pointer).and_then(Value::as_bool) != Some(wanted) {
            complaints.add(place, format!("{pointer} has to be {wanted}: {why}"));
        }
    }
    for (pointer, why) in ABSENT {
        if conf.pointer(pointer).is_some() {
            complaints.add(place, format!("{pointer} must not be there: {why}"));
        }
    }
    for window in conf["app"]["windows"].as_array().into_iter().flatten() {
        for (switch, wanted) in [("incognito", true), ("devtools", false)] {
            if window[switch].as_bool() != Some(wanted) {
                complaints.add(place, format!("a window without {switch} = {wanted}"));
            }
        }
    }
    let shell: String = files("src-tauri/src", &["rs"]).into_iter().map(|file| file.text).collect();
    if shell.contains("WebviewWindowBuilder")
        && !(shell.contains(".incognito(cfg!(not(feature = \"e2e\")))") && shell.contains(".devtools(false)"))
    {
        complaints.add(
            "src-tauri/src",
            "a window is built without .incognito (but for the driven build) and .devtools(false): the webview must keep nothing",
        );
    }
    complaints.none();
}

#[test]
fn windows_may_call_only_our_own_commands() {
    let mut complaints = Complaints::default();
    let all = files("src-tauri/capabilities", &["json", "toml"]);
    assert!(!all.is_empty(), "src-tauri/capabilities holds one file for each window");
    for file in all {
        let capability: Value = serde_json::from_str(&file.text).unwrap_or_else(|e| panic!("{} is no JSON: {e}", file.path));
        for permission in capability["permissions"].as_array().into_iter().flatten() {
            let own = permission.as_str().is_some_and(|p| p.starts_with("allow-") && !p.contains(':') && !p.contains('*'));
            if !own {
                complaints.add(&file.path, format!("{permission} is not one of our own commands (`allow-…`)"));
            }
        }
        let windows: Vec<&str> = capability["windows"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if windows.is_empty() || windows.iter().any(|name| name.contains('*')) {
            complaints.add(&file.path, format!("is for {windows:?}: name its window"));
        }
        for key in ["remote", "webviews"] {
            if capability.get(key).is_some() {
                complaints.add(&file.path, format!("{key}: pages from elsewhere may call nothing"));
            }
        }
    }
    if !file("src-tauri/build.rs").text.contains("AppManifest") {
        complaints.add("src-tauri/build.rs", "without AppManifest::commands Tauri lets every window call every command of ours");
    }
    complaints.none();
}

#[test]
fn tauri_comes_without_what_we_do_not_use() {
    let mut complaints = Complaints::default();
    let workspace: toml::Table = file("Cargo.toml").text.parse().expect("Cargo.toml is TOML");
    let tauri = &workspace["workspace"]["dependencies"]["tauri"];
    if tauri.get("default-features").and_then(toml::Value::as_bool) != Some(false) {
        complaints.add("Cargo.toml", "tauri's default-features have to be off: they bring dynamic-acl");
    }
    for feature in tauri.get("features").and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_str) {
        if !FEATURES.contains(&feature) {
            complaints.add("Cargo.toml", format!("tauri's feature {feature} is not one of {FEATURES:?}"));
        }
    }
    let shell: toml::Table = file("src-tauri/Cargo.toml").text.parse().expect("Cargo.toml is TOML");
    let lists = shell.get("features").and_then(toml::Value::as_table).into_iter().flatten();
    for feature in lists.flat_map(|(_, list)| list.as_array().into_iter().flatten()).filter_map(toml::Value::as_str) {
        if let Some(of_tauri) = feature.strip_prefix("tauri/")
            && !FEATURES.contains(&of_tauri)
        {
            complaints.add("src-tauri/Cargo.toml", format!("{feature} is not one of {FEATURES:?}"));
        }
    }
    complaints.none();
}
