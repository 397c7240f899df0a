//! The log as Markdown that reads well unrendered too.

use crate::{Block, Log};
use std::fmt::Write;

/// Writes the log. The person's words keep their line breaks; what would turn into a heading of the document is escaped.
#[must_use]
pub fn markdown(log: &Log) -> String {
    let mut out = String::new();
    for block in &log.blocks {
        // Writing to a String cannot fail.
        let _ = match block {
            Block::Title { text, span } => writeln!(out, "# {text}\n\n{span}\n"),
            Block::Month { text } => writeln!(out, "## {text}\n"),
            Block::Moment { label, text, quote, facts, .. } => {
                let _ = writeln!(out, "### {label}\n");
                if !text.is_empty() {
                    let _ = writeln!(out, "{}\n", body(text));
                }
                if let Some(quote) = quote {
                    let lines: Vec<String> = quote.lines().map(|line| format!("> {}", line.trim())).collect();
                    let _ = writeln!(out, "{}\n", lines.join("\n"));
                }
                for fact in facts {
                    let _ = writeln!(out, "- **{}:** {}", fact.label, one_line(&fact.value));
                }
                if facts.is_empty() { Ok(()) } else { writeln!(out) }
            }
        };
    }
    out
}

/// Keeps single line breaks as breaks, and keeps a line from becoming a heading, a rule or raw HTML.
fn body(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let bare = line.trim_start();
            let rule = bare.len() >= 3 && (bare.chars().all(|c| c == '-' || c == ' ') || bare.chars().all(|c| c == '='));
            let escaped = line.replace('<', "\\<");
            if bare.starts_with('#') || rule { format!("\\{}", escaped.trim_start()) } else { escaped }
        })
        .collect();
    let mut out = String::new();
    for (i, line) in lines.iter().enumerate() {
        out.push_str(line);
        if let Some(next) = lines.get(i + 1) {
            let hard = !line.trim().is_empty() && !next.trim().is_empty() && !next.trim_start().starts_with(['-', '*', '+', '>']);
            out.push_str(if hard { "\\\n" } else { "\n" });
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('<', "\\<")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, written: &str) {
        assert_eq!(body(text), written, "{text}");
    }

    #[test]
    fn what_somebody_wrote_never_becomes_a_part_of_the_document() {
        check("# not a heading", "\\# not a heading");
        check("one\ntwo", "one\\\ntwo");
        check("one\n\ntwo", "one\n\ntwo");
        check("one\n---", "one\\\n\\---");
        check("one\n===", "one\\\n\\===");
        check("<script>x</script>", "\\<script>x\\</script>");
        check("- a\n- b", "- a\n- b");
    }
}
