//! The figures of speed and size, each beside its baseline in the same run. Reports; never fails on a number.
//!
//! `cargo xtask bench [--sizes 1000,10000,100000] [--corpus FILE.jsonl] [--runs 9] [--window]`. Journals are made once, under `target/bench`.

#![allow(clippy::print_stdout, reason = "it prints its table")]

mod bare;
mod core;
mod corpus;
mod seed;
mod sizes;
mod table;
mod window;

use std::path::PathBuf;

/// What was asked for.
pub(crate) struct Wish {
    sizes: Vec<usize>,
    corpus: Option<PathBuf>,
    runs: usize,
    /// Without the rows of the journal alone.
    window_only: bool,
}

impl Wish {
    fn read() -> Self {
        let args: Vec<String> = std::env::args().skip(1).collect();
        let after = |flag: &str| args.iter().position(|a| a == flag).and_then(|i| args.get(i + 1));
        let sizes =
            after("--sizes").map_or_else(|| vec![1_000, 10_000, 100_000], |s| s.split(',').filter_map(|n| n.parse().ok()).collect());
        let runs = after("--runs").and_then(|n| n.parse().ok()).unwrap_or(9);
        Self { sizes, corpus: after("--corpus").map(PathBuf::from), runs, window_only: args.iter().any(|a| a == "--window") }
    }
}

fn main() {
    // The program that is measured for its memory: opens one journal, looks at it, and says how much it takes.
    if let [flag, home] = std::env::args().skip(1).collect::<Vec<_>>().as_slice()
        && flag == "--open"
    {
        println!("{}", core::memory_of_opening(home.as_ref()));
        return;
    }
    let wish = Wish::read();
    let place = support::root().join("target/bench");
    let mut rows = Vec::new();
    let mut journals = Vec::new();
    let corpora: Vec<(String, Vec<corpus::Piece>)> = match &wish.corpus {
        Some(file) => vec![("corpus".to_owned(), corpus::read(file))],
        None => wish.sizes.iter().map(|&n| (n.to_string(), corpus::make(n))).collect(),
    };
    for (name, pieces) in corpora {
        println!("— {name}: {} entries, {:.1} MB of text", pieces.len(), corpus::bytes(&pieces) as f64 / 1e6);
        let seeded = seed::journal(&place.join(&name), &pieces);
        if !wish.window_only {
            rows.extend(core::measure(&name, &seeded, &pieces, wish.runs));
        }
        journals.push((name, seeded));
    }
    rows.extend(sizes::measure());
    rows.extend(window::measure(&journals, wish.runs));
    println!("\n{}", table::of(&rows));
    println!("Times are medians of {} runs with a warm file cache; read the ratios, not the milliseconds.", wish.runs);
}
