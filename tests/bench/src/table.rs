//! A row: what, how much, beside what, against which goal.

use std::fmt::Write as _;

/// What a figure may be at the most.
pub(crate) enum Goal {
    /// So many times its baseline.
    Times(f64),
    /// So much, in its own unit.
    Most(f64),
    /// Only to be looked at.
    None,
}

pub(crate) struct Row {
    pub(crate) size: String,
    pub(crate) what: String,
    pub(crate) unit: &'static str,
    pub(crate) value: f64,
    pub(crate) baseline: Option<f64>,
    pub(crate) beside: &'static str,
    /// The fastest runs of both, where it was timed.
    pub(crate) best: Option<(f64, Option<f64>)>,
    pub(crate) goal: Goal,
}

impl Row {
    fn cells(&self) -> [String; 8] {
        let number = |n: f64| {
            if n >= 100.0 {
                format!("{n:.0}")
            } else if n >= 1.0 {
                format!("{n:.1}")
            } else {
                format!("{n:.2}")
            }
        };
        let ratio = self.baseline.filter(|b| *b > 0.0).map(|b| self.value / b);
        let (goal, met) = match self.goal {
            Goal::Times(most) => (format!("≤ {most} ×"), ratio.map(|r| r <= most)),
            Goal::Most(most) => (format!("≤ {most} {}", self.unit), Some(self.value <= most)),
            Goal::None => (String::new(), None),
        };
        let fastest = match self.best {
            Some((ours, Some(theirs))) => format!("{} / {} = {:.2} ×", number(ours), number(theirs), ours / theirs.max(1e-6)),
            Some((ours, None)) => number(ours),
            None => String::new(),
        };
        let verdict = met.map_or("", |met| if met { "met" } else { "MISSED" });
        [
            self.size.clone(),
            self.what.clone(),
            format!("{} {}", number(self.value), self.unit),
            self.baseline.map_or_else(|| "no baseline".into(), |b| format!("{} {} ({})", number(b), self.unit, self.beside)),
            ratio.map_or_else(String::new, |r| format!("{r:.2} ×")),
            fastest,
            goal,
            verdict.into(),
        ]
    }
}

/// The rows as Markdown.
pub(crate) fn of(rows: &[Row]) -> String {
    let heads = ["journal", "figure", "Cairn", "baseline", "ratio", "fastest runs", "goal", ""].map(str::to_owned);
    let all: Vec<[String; 8]> = std::iter::once(heads).chain(rows.iter().map(Row::cells)).collect();
    let widths: [usize; 8] = std::array::from_fn(|i| all.iter().map(|r| r[i].chars().count()).max().unwrap_or(0));
    let mut out = String::new();
    for (n, row) in all.iter().enumerate() {
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(out, "| {cell}{} ", " ".repeat(width - cell.chars().count()));
        }
        out.push_str("|\n");
        if n == 0 {
            widths.iter().for_each(|w| out.push_str(&format!("|{}", "-".repeat(w + 2))));
            out.push_str("|\n");
        }
    }
    out
}
