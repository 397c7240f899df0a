//! Writings that fill every field, of every kind.

use model::{Cost, Felt, Kind, Know, Pursuit};
use serde_json::{Value, json};

/// Every field of an entry that a person can write, by its name in JSON.
pub(crate) const FIELDS: [&str; 23] = [
    "kind",
    "text",
    "happened",
    "who",
    "need",
    "changed",
    "know",
    "their_words",
    "my_part",
    "pursuits",
    "felt",
    "cost",
    "in_the_way",
    "promise",
    "people",
    "tags",
    "star",
    "may_share",
    "prompt",
    "guide",
    "answers",
    "marks",
    "ripples",
];

/// One full writing of each kind. Together they use every name of every list.
pub(crate) fn full_ones() -> Vec<Value> {
    Kind::ALL.iter().enumerate().map(|(n, kind)| full(*kind, n)).collect()
}

/// The least that one of that kind has to hold.
pub(crate) fn bare(kind: Kind) -> Value {
    let text = if kind.may_be_wordless() { "" } else { "bare" };
    let mut bare = json!({ "kind": kind.name(), "text": text });
    if kind == Kind::Mission {
        bare["answers"] = json!([{ "field": "limits", "text": "in my paid hours" }, { "field": "mission", "text": "I call you back" }]);
    }
    bare
}

/// A writing with every field filled; `n` chooses among the names.
pub(crate) fn full(kind: Kind, n: usize) -> Value {
    let happened = ["2026-02-28", "2026-03-01T02:10", "2026-03-02T21:10:05"][n % 3];
    json!({
        "kind": kind.name(),
        "text": format!("Text {n}: first line\n\n  second \"line\" with \\ and \t, äß 漢字 🌿\u{200d}\u{2764}, עברית"),
        "happened": happened,
        "who": format!("the nurse of bed {n}"),
        "need": format!("need {n}: somebody to listen"),
        "changed": format!("changed {n}: she slept"),
        "know": Know::ALL[n % Know::ALL.len()].name(),
        "their_words": format!("their words {n}: “you stayed”"),
        "my_part": format!("my part {n}: I asked twice"),
        "pursuits": [Pursuit::ALL[n % 12].name(), Pursuit::ALL[(n + 4) % 12].name()],
        "felt": [Felt::ALL[(n + 4) % 12].name(), Felt::ALL[n % 12].name()],
        "cost": Cost::ALL[n % 3].name(),
        "in_the_way": format!("in the way {n}: the form"),
        "promise": { "what": format!("call {n}"), "to": "her son", "by": "by Friday", "reach": "ward phone" },
        "people": [format!("Ada {n}"), "Ben"],
        "tags": [format!("nacht{n}"), "two words"],
        "star": n.is_multiple_of(2),
        "may_share": n.is_multiple_of(3),
        "prompt": "craft-bit-better",
        "guide": { "id": "after-a-hard-call", "export": "ask" },
        "answers": [
            { "field": "limits", "text": format!("limits {n}: in my paid hours") },
            { "field": "mission", "text": "I call you back" },
        ],
        "marks": { "mattered": 1 + n % 5, "backed-up": 3 },
        "ripples": [{ "at": "2026-03-05T10:00:00.000Z", "text": format!("later {n}: she came back") }],
    })
}

/// The shift day on which [`full`] happened when the day turns at four.
pub(crate) fn day_of(n: usize) -> &'static str {
    ["2026-02-28", "2026-02-28", "2026-03-02"][n % 3]
}

/// Every field that was sent is what is told.
#[track_caller]
pub(crate) fn assert_told(sent: &Value, told: &Value) {
    for (name, value) in sent.as_object().unwrap() {
        assert_eq!(&told[name], value, "{name}");
    }
}

#[test]
fn the_writings_leave_out_no_field_and_no_name() {
    let all = full_ones();
    let text = Value::Array(all.clone()).to_string();
    let names = [
        Kind::ALL.iter().map(|k| k.name()).collect::<Vec<_>>(),
        Know::ALL.iter().map(|k| k.name()).collect(),
        Felt::ALL.iter().map(|k| k.name()).collect(),
        Cost::ALL.iter().map(|k| k.name()).collect(),
        Pursuit::ALL.iter().map(|k| k.name()).collect(),
    ];
    for name in names.iter().flatten() {
        assert!(text.contains(&format!("\"{name}\"")), "{name}");
    }
    for one in all {
        let mut told: Vec<_> = one.as_object().unwrap().keys().map(String::as_str).collect();
        let mut known = FIELDS.to_vec();
        told.sort_unstable();
        known.sort_unstable();
        assert_eq!(told, known);
        // What the model would write of a full one: a field that is new there must be added here.
        let writing: model::Writing = serde_json::from_value(one).unwrap();
        assert_eq!(serde_json::to_value(&writing).unwrap().as_object().unwrap().len(), FIELDS.len());
    }
}
