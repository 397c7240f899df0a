//! Reads `content/*.yaml` into the shapes of `src/content` and writes them as Rust constants.
//!
//! Every field is typed and unknown ones are refused, so a slip of the pen in the content fails the build and nothing is
//! parsed while Cairn runs.

#![allow(unreachable_pub, reason = "the shapes are public in the library, which shares their files")]
#![allow(clippy::print_stdout, reason = "that is how a build script speaks to Cargo")]

mod code;

use code::Code;
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path, sync::OnceLock};

type Text = String;
type List<T> = Vec<T>;

/// The name of a list of `words.yaml`; the program has the list's words in its place.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct Taps(Option<Text>);

/// Labels by the name of their list.
static LISTS: OnceLock<BTreeMap<Text, List<Text>>> = OnceLock::new();

impl Code for Taps {
    fn code(&self, out: &mut String) {
        let lists = LISTS.get().expect("the lists are read first");
        let words = self.0.as_ref().map(|name| lists.get(name).unwrap_or_else(|| panic!("words.yaml has no list {name:?}")));
        words.unwrap_or(&Vec::new()).code(out);
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident as $ts:literal { $($(#[$variant_doc:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Deserialize)]
        pub enum $type { $(#[serde(rename = $name)] $variant),+ }

        impl $type {
            #[allow(dead_code, reason = "only lists that are complete by their type ask for it")]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl crate::code::Code for $type {
            fn code(&self, out: &mut String) {
                out.push_str(stringify!($type));
                out.push_str("::");
                out.push_str(match self { $(Self::$variant => stringify!($variant)),+ });
            }
        }
    };
}

macro_rules! record {
    ($(#[$doc:meta])* $type:ident as $ts:literal { $($(#[doc = $field_doc:literal])* $(#[serde($serde:ident)])? $field:ident: $of:ty),+ $(,)? }) => {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $type { $($(#[serde($serde)])? pub $field: $of),+ }

        impl crate::code::Code for $type {
            fn code(&self, out: &mut String) {
                out.push_str(concat!(stringify!($type), " { "));
                $(
                    out.push_str(concat!(stringify!($field), ": "));
                    crate::code::Code::code(&self.$field, out);
                    out.push_str(", ");
                )+
                out.push('}');
            }
        }
    };
}

named! {
    /// As the model has it; what it does not have does not compile there.
    ExportRule as "ExportRule" { Never = "never", Ask = "ask" }
}

#[path = "../src/content/kinds.rs"]
mod kinds;
#[path = "../src/content/shape.rs"]
mod shape;

use kinds::Note;
use shape::{CheckIn, Form, Framework, Guide, HelpLine, Prompt, RegionWords, ThemeWords, WordLists};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Safety {
    notes: BTreeMap<Note, Text>,
}

/// A choice of a list, of which `Taps` knows nothing but what it says.
#[derive(Deserialize)]
struct Labelled {
    label: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Help {
    checked_on: Option<Text>,
    regions: List<RegionWords>,
    lines: List<HelpLine>,
}

fn main() {
    println!("cargo:rerun-if-changed=content");
    println!("cargo:rerun-if-changed=src/content");
    println!("cargo:rerun-if-changed=build");
    let lists = read::<BTreeMap<Text, List<Labelled>>>("words");
    let _ = LISTS.set(lists.into_iter().map(|(name, list)| (name, list.into_iter().map(|one| one.label).collect())).collect());
    let frameworks: List<Framework> = read("frameworks");
    let (prompts, guides, small_walks): (List<Prompt>, List<Guide>, List<Guide>) = (read("prompts"), read("guides"), read("small-walks"));
    let (safety, help): (Safety, Help) = (read("safety"), read("help-lines"));

    for (who, framework) in
        prompts.iter().map(|p| (&p.id, &p.framework)).chain(guides.iter().chain(&small_walks).map(|g| (&g.id, &g.framework)))
    {
        assert!(frameworks.iter().any(|f| f.id == *framework), "content: {who} draws on {framework}, which frameworks.yaml does not have");
    }
    if let Some(day) = &help.checked_on {
        let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = day.split('-').collect();
        assert!(
            matches!(parts[..], [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2)),
            "content/help-lines.yaml: checked_on is a day such as 2026-02-28"
        );
    }

    let mut out = String::new();
    list(&mut out, "FRAMEWORKS", "Framework", &frameworks);
    list(&mut out, "THEMES", "ThemeWords", &read::<List<ThemeWords>>("themes"));
    list(&mut out, "PROMPTS", "Prompt", &prompts);
    list(&mut out, "GUIDES", "Guide", &guides);
    list(&mut out, "SMALL_WALKS", "Guide", &small_walks);
    list(&mut out, "FORMS", "Form", &read::<List<Form>>("forms"));
    list(&mut out, "HELP_LINES", "HelpLine", &help.lines);
    list(&mut out, "REGIONS", "RegionWords", &help.regions);
    one(&mut out, "WORD_LISTS", "WordLists", &read::<WordLists>("words"));
    one(&mut out, "CHECK_IN", "CheckIn", &read::<CheckIn>("check-in"));
    one(&mut out, "CHECKED_ON", "Option<&str>", &help.checked_on);
    list(&mut out, "NOTES", "&str", &in_order("safety.yaml", Note::ALL, &safety.notes));
    write(&out);
}

/// One file of the content.
fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("Cargo names the folder")).join(format!("content/{name}.yaml"));
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_saphyr::from_str(&text).unwrap_or_else(|e| panic!("content/{name}.yaml: {e}"))
}

/// The texts in the order of their list, which has to be complete.
fn in_order<K: Ord + std::fmt::Debug>(file: &str, all: &[K], texts: &BTreeMap<K, Text>) -> List<Text> {
    all.iter().map(|key| texts.get(key).unwrap_or_else(|| panic!("content/{file} has no text for {key:?}")).clone()).collect()
}

fn list<T: Code>(out: &mut String, name: &str, of: &str, items: &List<T>) {
    one(out, name, &format!("&[{of}]"), items);
}

fn one<T: Code>(out: &mut String, name: &str, of: &str, value: &T) {
    let _ = write!(out, "pub(super) static {name}: {of} = ");
    value.code(out);
    out.push_str(";\n");
}

#[allow(clippy::disallowed_methods, reason = "a build's output is made again when half of it is there")]
fn write(text: &str) {
    let folder = env::var_os("OUT_DIR").expect("Cargo names the folder for what a build makes");
    fs::write(Path::new(&folder).join("content.rs"), text).expect("the build's folder can be written");
}
