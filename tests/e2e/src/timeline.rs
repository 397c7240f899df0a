//! Many moments: pages, what is drawn, filters, search in several scripts, and the bin.

use serde_json::{Value, json};

use crate::{
    seat::{Desk, Seat},
    seed::{CROWDED, crowded, filled, text},
};

#[test]
fn timeline_of_hundreds_is_read_to_its_end_with_few_nodes_drawn() {
    let desk = Desk::with(crowded());
    let seat = desk.sit_open();
    seat.keys(&["Control+2"]);
    seat.row(&text(0));
    let last = format!("Seed {:03}", CROWDED - 1);
    support::wait_until(support::wait::PATIENCE * 2, "the oldest moment", || {
        seat.keys(&["End"]);
        seat.rows().iter().any(|row| row.contains(&last))
    });
    let place = "const all = document.querySelectorAll('[role=option]'); const e = all[all.length - 1]; \
                 return [e.ariaPosInSet, e.ariaSetSize].map(Number)";
    seat.until("the last place of all", || seat.ask(place, &[]) == json!([CROWDED, CROWDED]));
    let nodes = seat.ask("return document.querySelectorAll('*').length", &[]).as_u64().unwrap();
    assert!(nodes < 2000, "{nodes} nodes are drawn");
    seat.keys(&["Home"]);
    seat.row(&text(0));
    let nodes = seat.ask("return document.querySelectorAll('*').length", &[]).as_u64().unwrap();
    assert!(nodes < 2000, "{nodes} nodes are drawn");
    // By the wheel or the bar as well: scrolling brings the next pages.
    let scroll = "const s = document.querySelector('.scroll'); s.scrollTop = s.scrollHeight; return s.scrollTop";
    seat.until("pages by scrolling", || {
        seat.ask(scroll, &[]);
        seat.rows().iter().any(|row| row.contains(&last))
    });
}

#[test]
fn filters_show_one_kind_or_what_was_kept_close_and_an_empty_search_says_so() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.go("Timeline");
    for kind in ["Helped", "Kind words", "Learned", "Hard day"] {
        seat.click("button", kind);
        only(&seat, kind);
    }
    seat.click("button", "More kinds");
    for kind in ["Words that worked", "Snag and idea", "Quiet day", "Reflection"] {
        seat.click("button", kind);
        only(&seat, kind);
    }
    seat.click("button", "All");
    toolbar(&seat, "Kept close");
    only(&seat, "Kept close");
    assert_eq!(seat.rows().len(), 12, "every fifth of sixty is kept close");
    seat.row(&text(5)).click().unwrap();
    seat.see("button", "Edit");
    seat.keys(&["b"]);
    seat.says("No longer kept close.");
    seat.until("one row fewer", || seat.rows().len() == 11);
    seat.click("button", "Undo");
    seat.until("the row again", || seat.rows().len() == 12);
    toolbar(&seat, "All");

    seat.see("searchbox", "Search your moments").fill("zebra").unwrap();
    seat.says("Nothing found for");
    seat.click("button", "Show all");
    seat.row(&text(0));
}

#[test]
fn search_marks_what_it_found_without_accents_in_other_scripts_and_by_tag() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.go("Timeline");
    let cases = [
        ("cafe muller", "Seed 008", "Café"),
        ("NAÏVE", "Seed 008", "naïve"),
        ("握って", "Seed 016", "握って"),
        ("رجلا", "Seed 024", "رجلا"),
        ("“look at it together”", "Seed 005", ""),
        ("refun", "032: the man", "refund"),
    ];
    for (query, found, marked) in cases {
        seat.see("searchbox", "Search your moments").fill(query).unwrap();
        seat.until(&format!("{found} for {query}"), || {
            let rows = seat.rows();
            rows.len() < 20 && rows.iter().any(|row| row.contains(found))
        });
        seat.until(&format!("{marked} to be marked for {query}"), || {
            let marks = seat.ask("return Array.from(document.querySelectorAll('mark'), (e) => e.textContent)", &[]);
            marked.is_empty() || marks.as_array().into_iter().flatten().filter_map(Value::as_str).any(|m| marked.contains(m))
        });
    }
    seat.see("searchbox", "Search your moments").fill("tag:ward kind:lesson").unwrap();
    seat.until("lessons of the ward", || !seat.rows().is_empty() && seat.rows().iter().all(|row| row.contains("Learned")));
}

#[test]
fn bin_keeps_gives_back_and_is_emptied_only_by_the_typed_word() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.keys(&["Control+2"]);
    for n in 0..3 {
        seat.row(&text(n)).click().unwrap();
        seat.until("the moment", || seat.css("article.detail").text().is_ok_and(|t| t.contains(&text(n))));
        seat.keys(&["Delete"]);
        seat.until("the row to leave", || seat.now_row(&text(n)).is_none());
    }
    seat.click("button", "More on the timeline");
    seat.click("menuitem", "Bin");
    seat.focus_is("heading", "Bin");
    seat.says("3 stones lie here.");
    seat.click("button", &format!("Put back: {}", text(1)));
    seat.says("Put back where it was.");
    seat.says("2 stones lie here.");

    seat.click("button", "Empty the bin…");
    seat.focus_is("textbox", "Type “empty” to go on");
    assert!(!seat.see("button", "Empty the bin").enabled().unwrap());
    seat.types("emty");
    assert!(!seat.see("button", "Empty the bin").enabled().unwrap());
    seat.keys(&["Escape"]);
    seat.gone("dialog", "Empty the bin for good?");
    seat.says("2 stones lie here.");
    seat.click("button", "Empty the bin…");
    seat.focus_is("textbox", "Type “empty” to go on");
    seat.types("empty");
    seat.click("button", "Empty the bin");
    seat.says("2 stones are gone for good.");
    seat.says("The bin is empty.");
    seat.click("button", "Back to the timeline");
    seat.row(&text(1));
    assert!(seat.now_row(&text(0)).is_none());
    seat.lock();
    desk.scratch.end_programs();
    let stats: Value = serde_json::from_slice(&desk.cli_done(&["--json", "stats"], "").stdout).unwrap();
    assert_eq!(stats["entries"], json!(58));
}

/// A filter: its name is that of a button in the reading sheet as well.
fn toolbar(seat: &Seat<'_>, name: &str) {
    let all = seat.all("[role=toolbar] button").unwrap();
    all.into_iter().find(|b| b.text().is_ok_and(|t| t == name)).expect("the filter").click().unwrap();
}

fn only(seat: &Seat<'_>, words: &str) {
    seat.until(&format!("{words} alone"), || {
        let rows = seat.rows();
        !rows.is_empty() && rows.iter().all(|row| row.contains(words))
    });
}
