//! Two thousand requests that no window would send: none may bring the door down, repeat the person's words, or lose an entry.

use crate::bench::Bench;
use crate::wire_contract::requests;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// In every string that is sent; a fault that repeats it has leaked.
const CANARY: &str = "qzcanary";
const REQUESTS: u32 = 2000;

/// SplitMix64: the same storm every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n as u64).unwrap()
    }
}

/// A value that somebody's broken program might send.
fn odd(dice: &mut Dice) -> Value {
    match dice.below(14) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(1e308),
        5 => json!([]),
        6 => json!({}),
        7 => json!(""),
        8 => json!("\u{0}\u{202e}\u{fffe}"),
        9 => json!("x".repeat(dice.below(30_000))),
        10 => json!("9999-12-31T23:59:59"),
        11 => json!(["moment", "moment"]),
        12 => (0..dice.below(200)).fold(json!(CANARY), |deep, _| json!([deep])),
        _ => json!(format!("{CANARY} {}", "'\"\\;--<script>%s{}*\"".repeat(dice.below(4)))),
    }
}

/// Changes one value somewhere inside.
fn mutate(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Object(fields) if !fields.is_empty() && dice.below(6) > 0 => {
            let nth = dice.below(fields.len());
            let inside = fields.values_mut().nth(nth).unwrap();
            mutate(inside, dice);
        }
        Value::Array(all) if !all.is_empty() && dice.below(4) > 0 => {
            let nth = dice.below(all.len());
            mutate(&mut all[nth], dice);
        }
        Value::String(text) if dice.below(2) == 0 => text.push_str(CANARY),
        other => *other = odd(dice),
    }
}

fn request(template: &Value, dice: &mut Dice) -> String {
    let mut value = template.clone();
    for _ in 0..dice.below(4) {
        mutate(&mut value, dice);
    }
    if let (Value::Object(fields), 0) = (&mut value, dice.below(12)) {
        fields.insert(CANARY.into(), odd(dice));
    }
    let mut bytes = value.to_string().into_bytes();
    match dice.below(8) {
        0 => bytes.truncate(dice.below(bytes.len() + 1)),
        1 => {
            let at = dice.below(bytes.len());
            bytes[at] = dice.roll().to_le_bytes()[0];
        }
        _ => {}
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn two_thousand_random_requests_bring_nothing_down_and_repeat_no_words() {
    let mut bench = Bench::open();
    let first = bench.keep("first words");
    bench.host.save_in = Some(bench.dir.path().to_owned());
    let mut dice = Dice(20_261_121);
    let mut kept = BTreeSet::from([first.clone()]);
    let (mut answered, mut refused) = (0, 0);
    for n in 0..REQUESTS {
        let ids: Vec<&String> = kept.iter().collect();
        let id = ids[dice.below(ids.len())].clone();
        let all = requests(&id);
        let (name, template) = &all[dice.below(all.len())];
        let request = request(template, &mut dice);
        match bench.door.answer(&mut bench.host, name, &request) {
            Ok(reply) => {
                answered += 1;
                let reply: Value = serde_json::from_str(&reply).unwrap();
                match *name {
                    "moment_save" => drop(kept.insert(reply["entry"]["id"].as_str().unwrap().to_owned())),
                    // The one thing that really removes.
                    "bin_empty" => {
                        kept.retain(|id| bench.door.answer(&mut bench.host, "moment_show", &json!({ "id": id }).to_string()).is_ok())
                    }
                    _ => {}
                }
                if kept.is_empty() {
                    kept.insert(bench.keep("more words"));
                }
            }
            Err(fault) => {
                refused += 1;
                let told = format!("{fault:?}{}", serde_json::to_string(&fault).unwrap());
                assert!(!told.contains(CANARY) && !told.contains("words"), "request {n} to {name}: {told}\n{request:.300}");
            }
        }
        // The storm may close the journal; it goes on with an open one.
        if bench.ask("app_show", json!({}))["standing"] != "open" {
            bench.unlock();
        }
    }
    assert!(answered > 300 && refused > 300, "{answered} answered, {refused} refused: the storm is one-sided");
    for id in &kept {
        bench.ask("moment_show", json!({ "id": id }));
    }
    bench.door.close();
    let mut session =
        journal::Session::new(journal::Home::at(bench.home()), Box::new(journal::SystemClock), Box::new(journal::SystemChance));
    let passphrase = journal::Passphrase::new(crate::bench::PASSPHRASE).unwrap();
    assert_eq!(session.check(&passphrase, true).unwrap().1, [""; 0], "every page, row and index entry is sound after the storm");
}
