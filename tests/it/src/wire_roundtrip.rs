//! Every field of every kind through the window's commands: kept, changed, drafted, listed, taken away.

use crate::bench::{Bench, PASSPHRASE};
use crate::writings::{assert_told, day_of, full_ones};
use model::Kind;
use serde_json::{Value, json};

#[test]
fn every_field_of_every_kind_survives_saving_showing_changing_and_going_back() {
    let mut bench = Bench::open();
    for (n, writing) in full_ones().into_iter().enumerate() {
        let kept = bench.ask("moment_save", json!({ "writing": writing, "draft": null }))["entry"].clone();
        assert_told(&writing, &kept);
        assert_eq!(kept["day"], day_of(n));
        let one = json!({ "id": kept["id"] });
        let shown = bench.ask("moment_show", one.clone());
        assert_eq!(shown, json!({ "entry": kept, "passages": shown["passages"], "versions": 0, "draft": null }));

        // To something bare and back again by the older version: every field goes and every field returns.
        // Marks are no words: they stay as they are when a version comes back.
        let mut bare = json!({ "kind": writing["kind"], "text": "bare", "star": writing["star"], "may_share": writing["may_share"] });
        if writing["kind"] == "mission" {
            bare["answers"] = writing["answers"].clone();
        }
        let changed = bench.ask("moment_change", json!({ "id": kept["id"], "writing": bare, "draft": null }))["entry"].clone();
        assert_told(&bare, &changed);
        for gone in ["who", "need", "changed", "know", "their_words", "my_part", "in_the_way", "promise", "cost", "felt", "people", "tags"]
        {
            assert_eq!(changed[gone], Value::Null, "{gone}");
        }
        assert_eq!(changed["happened"], kept["happened"], "the time stays unless it is told anew");
        let versions = bench.ask("moment_versions", one.clone());
        assert_eq!(versions.as_array().unwrap().len(), 1);
        assert_told(&writing, &versions[0]["writing"]);
        let back = bench.ask("version_restore", json!({ "id": kept["id"], "number": 1 }))["entry"].clone();
        assert_told(&writing, &back);
        let versions = bench.ask("moment_versions", one);
        assert_eq!(versions[1]["writing"]["text"], "bare", "what was replaced is a version itself");
    }
    // Over a closing and an opening.
    let before = bench.all();
    assert_eq!(before.len(), Kind::ALL.len());
    bench.ask("journal_lock", json!({}));
    bench.unlock();
    assert_eq!(bench.all(), before);

    bench.host.save_in = Some(bench.dir.path().to_owned());
    assert_eq!(bench.ask("archive_save", json!({})), json!({ "saved": true, "name": "archive.json" }));
    let archive: Value = serde_json::from_str(&std::fs::read_to_string(bench.dir.path().join("archive.json")).unwrap()).unwrap();
    assert_eq!(archive["generator"], "Cairn 9.8.7");
    for entry in archive["entries"].as_array().unwrap() {
        let mut bare = entry.clone();
        let versions = bare.as_object_mut().unwrap().remove("versions").unwrap();
        assert_eq!(versions.as_array().unwrap().len(), 2, "the archive holds the older versions");
        assert!(before.contains(&bare), "{bare}");
    }
}

#[test]
fn markup_is_shown_as_what_it_means_and_kept_as_it_was_typed() {
    let mut bench = Bench::open();
    let typed = "She said **no**.\n\n- tea\n- a chair\n\n<b>x</b>";
    let text = |words: &str| json!({ "type": "text", "text": words });
    let lines = |parts: Value| json!({ "type": "lines", "parts": parts });
    let passages = json!([
        lines(json!([text("She said "), { "type": "strong", "parts": [text("no")] }, text(".")])),
        { "type": "list", "first": null, "items": [[lines(json!([text("tea")]))], [lines(json!([text("a chair")]))]] },
        lines(json!([text("<b>x</b>")])),
    ]);
    let writing = json!({ "kind": "moment", "text": typed, "star": false, "may_share": false });
    let kept = bench.ask("moment_save", json!({ "writing": writing, "draft": null }));
    assert_eq!((&kept["passages"], &kept["entry"]["text"]), (&passages, &json!(typed)));
    let one = json!({ "id": kept["entry"]["id"] });
    assert_eq!(bench.ask("moment_show", one.clone())["passages"], passages);
    // The hardest text that can be kept is answered, and not by a tree that no window could draw.
    let hostile = json!({ "kind": "moment", "text": "> - ".repeat(20_000), "star": false, "may_share": false });
    let changed = bench.ask("moment_change", json!({ "id": kept["entry"]["id"], "writing": hostile, "draft": null }));
    assert_eq!(changed["passages"].as_array().unwrap().len(), 1);
    assert_eq!(bench.ask("moment_versions", one)[0]["passages"], passages);
    bench.host.save_in = Some(bench.dir.path().to_owned());
    bench.ask("version_restore", json!({ "id": kept["entry"]["id"], "number": 1 }));
    let all = json!({ "from": null, "to": null, "kinds": [], "starred": false, "with_days": false, "with_their_words": false, "with_feelings": false });
    bench.ask("log_save", all);
    let saved = std::fs::read_to_string(bench.dir.path().join("purpose-log.md")).unwrap();
    assert!(saved.contains("She said **no**."), "{saved}");
}

#[test]
fn every_field_of_every_kind_survives_as_a_draft_and_as_the_first_moment() {
    let mut bench = Bench::open();
    for (n, writing) in full_ones().into_iter().enumerate() {
        let slot = format!("edit:{n}");
        bench.ask("draft_keep", json!({ "slot": slot, "writing": writing }));
        assert_told(&writing, &bench.ask("draft_show", json!({ "slot": slot })));

        let mut first = Bench::empty();
        let made = first.ask("journal_create", json!({ "passphrase": PASSPHRASE, "weak_ok": false, "first": writing }));
        assert_told(&writing, &made["entry"]);
        assert_eq!(first.all(), [made["entry"].clone()]);
    }
}

#[test]
fn the_screens_tell_what_was_kept() {
    let mut bench = Bench::open();
    let ids: Vec<Value> =
        full_ones().into_iter().map(|w| bench.ask("moment_save", json!({ "writing": w, "draft": null }))["entry"]["id"].clone()).collect();
    let today = bench.ask("today_show", json!({}));
    assert_told(&json!({ "day": "2026-02-28", "now": "2026-02-28T21:12", "days_away": 0, "draft": null }), &today);
    assert_eq!(today["entries"].as_array().unwrap().len(), (0..Kind::ALL.len()).filter(|n| n % 3 < 2).count(), "those of the shift day");
    let names = bench.ask("names_list", json!({}));
    assert!(names["people"].as_array().unwrap().contains(&json!({ "name": "Ben", "entries": Kind::ALL.len() })), "{names}");
    assert!(names["tags"].as_array().unwrap().contains(&json!({ "name": "two words", "entries": Kind::ALL.len() })), "{names}");
    assert_eq!(names["tags"].as_array().unwrap().len(), Kind::ALL.len() + 1);

    let ask = |query: &str, kinds: Value, starred: bool| json!({ "query": query, "kinds": kinds, "starred": starred, "after": null, "limit": 100 });
    let rows = |page: Value| page["rows"].as_array().unwrap().iter().map(|r| r["id"].clone()).collect::<Vec<_>>();
    assert_eq!(rows(bench.ask("timeline_page", ask("\"need 3\"", json!([]), false))), [ids[3].clone()]);
    assert_eq!(rows(bench.ask("timeline_page", ask("", json!(["hard-day"]), false))), [ids[6].clone()]);
    assert_eq!(rows(bench.ask("timeline_page", ask("", json!([]), true))).len(), Kind::ALL.len().div_ceil(2));
    // Page by page is the same as at once.
    let whole = rows(bench.ask("timeline_page", ask("", json!([]), false)));
    let (mut paged, mut after) = (Vec::new(), Value::Null);
    loop {
        let mut one = ask("", json!([]), false);
        (one["after"], one["limit"]) = (after, json!(3));
        let page = bench.ask("timeline_page", one);
        paged.extend(rows(page.clone()));
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!(paged, whole);

    let options = json!({ "from": null, "to": null, "kinds": ["moment", "kind-word", "words-that-worked", "lesson", "snag"], "starred": false, "with_days": false, "with_their_words": false, "with_feelings": false });
    let preview = bench.ask("log_preview", json!({ "options": options, "blocks": 100 }));
    assert_eq!(preview["moments"], 5);
    for private in ["in the way 0", "Felt", "you stayed"] {
        assert!(!preview.to_string().contains(private), "{preview}");
    }
    let beginning = bench.ask("log_preview", json!({ "options": options, "blocks": 3 }));
    assert_eq!((beginning["blocks"].as_array().unwrap().len(), &beginning["moments"]), (3, &json!(5)));
    let mut asked = options.clone();
    (asked["with_feelings"], asked["with_their_words"]) = (json!(true), json!(true));
    let asked = bench.ask("log_preview", json!({ "options": asked, "blocks": 100 })).to_string();
    assert!(asked.contains("in the way 0") && asked.contains("you stayed"), "told when asked for");
    bench.host.save_in = Some(bench.dir.path().to_owned());
    assert_eq!(bench.ask("log_save", options)["saved"], true);
    let log = std::fs::read_to_string(bench.dir.path().join("purpose-log.md")).unwrap();
    assert!(log.contains("Text 0") && !log.contains("in the way"), "{log}");
}
