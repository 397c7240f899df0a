//! The log as Markdown that reads well unrendered too.

use crate::log::{Telling, title};
use crate::{Block, LogOptions, Words};
use model::{Day, Entry};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Writes a log entry by entry, so that a journal of any size needs the memory of one.
/// The person's words keep their line breaks; what would turn into a heading of the document is escaped.
pub struct MarkdownWriter<'a, W: Write> {
    out: W,
    telling: Telling<'a>,
    /// One entry's text, used again for the next.
    text: String,
}

impl<'a, W: Write> MarkdownWriter<'a, W> {
    /// Begins the document. `span` is the first and the last day of what will come.
    ///
    /// # Errors
    /// What the writer says.
    pub fn begin(mut out: W, span: Option<(Day, Day)>, options: &'a LogOptions, words: &'a Words) -> io::Result<Self> {
        let mut text = String::new();
        write(&mut text, &title(span, words));
        out.write_all(text.as_bytes())?;
        Ok(Self { out, telling: Telling::new(options, words), text })
    }

    /// Adds an entry, if it belongs in. Oldest first.
    ///
    /// # Errors
    /// What the writer says.
    pub fn entry(&mut self, entry: Entry) -> io::Result<()> {
        let Some((month, moment)) = self.telling.tell(entry) else { return Ok(()) };
        self.text.clear();
        month.iter().chain([&moment]).for_each(|block| write(&mut self.text, block));
        self.out.write_all(self.text.as_bytes())
    }

    /// Ends the document and says how many moments it holds.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<u32> {
        self.out.flush()?;
        Ok(self.telling.moments)
    }
}

fn write(out: &mut String, block: &Block) {
    // Writing to a String cannot fail.
    let _ = match block {
        Block::Title { text, span } => writeln!(out, "# {text}\n\n{span}\n"),
        Block::Month { text } => writeln!(out, "## {text}\n"),
        Block::Moment { label, text, quote, facts, .. } => {
            let _ = writeln!(out, "### {label}\n");
            if !text.is_empty() {
                body(out, text);
                out.push_str("\n\n");
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

/// Keeps single line breaks as breaks, and keeps a line from becoming a heading, a rule or raw HTML.
pub(crate) fn body(out: &mut String, text: &str) {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = if would_rule(line) {
            out.push('\\');
            line.trim_start()
        } else {
            line
        };
        for (i, piece) in line.split('<').enumerate() {
            out.push_str(if i == 0 { "" } else { "\\<" });
            out.push_str(piece);
        }
        if let Some(next) = lines.peek() {
            let listed = !would_rule(next) && next.trim_start().starts_with(['-', '*', '+', '>']);
            let hard = !line.trim().is_empty() && !next.trim().is_empty() && !listed;
            out.push_str(if hard { "\\\n" } else { "\n" });
        }
    }
}

/// Whether a line would be read as a heading, or as the line below or between.
fn would_rule(line: &str) -> bool {
    let bare = line.trim_start();
    let first = bare.as_bytes().first();
    let rule = || bare.len() >= 3 && (bare.bytes().all(|c| c == b'-' || c == b' ') || bare.bytes().all(|c| c == b'='));
    first == Some(&b'#') || (matches!(first, Some(b'-' | b'=')) && rule())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('<', "\\<")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, written: &str) {
        let mut out = String::new();
        body(&mut out, text);
        assert_eq!(out, written, "{text}");
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
