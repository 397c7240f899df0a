//! A person's words as they are read: light Markdown as a tree of passages, which the interface draws element by element.
//!
//! Nothing is ever lost to the markup: where a letter would vanish (a reference, the title of a link, an entity), where it is
//! nested too deep or simply too long, the words are shown as they were written. Must never hold HTML, and no link is followed.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
use serde::Serialize;

/// Longer texts are shown as written, in bytes: some hundred pages.
const LONGEST: usize = 100_000;
/// Passages and parts within each other at the most.
const DEEPEST: usize = 12;
/// Passages and parts altogether at the most.
const MOST: usize = 4_000;

/// A passage of a text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Passage {
    /// Lines that belong together; line breaks stand in the text.
    Lines {
        /// What they say.
        parts: Vec<Part>,
    },
    /// A heading of any level.
    Heading {
        /// What it says.
        parts: Vec<Part>,
    },
    /// Something quoted.
    Quote {
        /// What is quoted.
        passages: Vec<Passage>,
    },
    /// A list.
    List {
        /// The number of the first item; none for a list without numbers.
        first: Option<u32>,
        /// The items.
        items: Vec<Vec<Passage>>,
    },
    /// Lines set apart to be shown letter by letter.
    Code {
        /// The lines.
        text: String,
    },
    /// A line drawn across.
    Rule,
}

/// A part of a line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Part {
    /// Words.
    Text {
        /// The words, with their line breaks.
        text: String,
    },
    /// Stressed.
    Emphasis {
        /// What is stressed.
        parts: Vec<Part>,
    },
    /// Stressed more.
    Strong {
        /// What is stressed.
        parts: Vec<Part>,
    },
    /// Letter by letter.
    Code {
        /// The letters.
        text: String,
    },
    /// Words with an address, which is shown and never followed.
    Link {
        /// The words.
        parts: Vec<Part>,
        /// The address.
        to: String,
    },
}

/// Reads a text. Time and size are bounded, whatever it holds.
#[must_use]
pub fn read(text: &str) -> Vec<Passage> {
    formatted(text).unwrap_or_else(|| as_written(text))
}

/// Paragraph by paragraph, with every sign in its place.
fn as_written(text: &str) -> Vec<Passage> {
    let text = text.replace("\r\n", "\n");
    let mut paragraphs: Vec<&str> = text.splitn(MOST / 2, "\n\n").collect();
    paragraphs.retain(|one| !one.trim().is_empty());
    paragraphs.into_iter().map(|one| Passage::Lines { parts: vec![Part::Text { text: one.trim_matches('\n').into() }] }).collect()
}

fn formatted(text: &str) -> Option<Vec<Passage>> {
    if text.len() > LONGEST {
        return None;
    }
    let parser = Parser::new_ext(text, Options::empty());
    // "[Mrs O]: well" is somebody's news and not the address of a link.
    if parser.reference_definitions().iter().next().is_some() {
        return None;
    }
    let mut reader = Reader::new(text);
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, range.start)?;
    }
    let passages = reader.finish()?;
    (reader.letters >= letters(text)).then_some(passages)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// What has begun and not ended yet.
enum Open {
    Top,
    Lines,
    Heading { underlined: bool },
    Quote,
    List(Option<u32>),
    Item,
    Block { fenced: bool },
    Emphasis,
    Strong,
    Link { to: String, bare: bool },
}

struct Frame {
    open: Open,
    passages: Vec<Passage>,
    parts: Vec<Part>,
    items: Vec<Vec<Passage>>,
}

struct Reader<'a> {
    source: &'a str,
    frames: Vec<Frame>,
    count: usize,
    /// Letters that will be shown.
    letters: usize,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        let mut reader = Self { source, frames: Vec::new(), count: 0, letters: 0 };
        reader.frames.push(Frame::new(Open::Top));
        reader
    }

    /// Nothing: it goes too deep, or there is too much of it.
    fn take(&mut self, event: Event<'_>, at: usize) -> Option<()> {
        self.count += 1;
        if self.count > MOST || self.frames.len() > DEEPEST {
            return None;
        }
        match event {
            Event::Start(tag) => {
                let open = self.opened(tag, at)?;
                self.frames.push(Frame::new(open));
            }
            Event::End(_) => self.close()?,
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.say(&text)?,
            Event::Code(text) => {
                self.letters += letters(&text);
                self.top()?.parts.push(Part::Code { text: text.into_string() });
            }
            Event::SoftBreak | Event::HardBreak => self.say("\n")?,
            Event::Rule => self.top()?.block(Passage::Rule),
            // Further kinds are not asked for.
            _ => return None,
        }
        Some(())
    }

    fn opened(&self, tag: Tag<'_>, at: usize) -> Option<Open> {
        Some(match tag {
            Tag::Paragraph | Tag::HtmlBlock => Open::Lines,
            // Words with a line drawn below are words and a line; only "# " makes a heading.
            Tag::Heading { .. } => Open::Heading { underlined: !self.source[at..].starts_with('#') },
            Tag::BlockQuote(_) => Open::Quote,
            Tag::List(first) => Open::List(first.map(u32::try_from).transpose().ok()?),
            Tag::Item => Open::Item,
            Tag::CodeBlock(kind) => Open::Block { fenced: matches!(kind, CodeBlockKind::Fenced(_)) },
            Tag::Emphasis => Open::Emphasis,
            Tag::Strong => Open::Strong,
            Tag::Link { dest_url, link_type, .. } => {
                Open::Link { to: dest_url.into_string(), bare: matches!(link_type, LinkType::Autolink | LinkType::Email) }
            }
            Tag::Image { dest_url, .. } => Open::Link { to: dest_url.into_string(), bare: false },
            _ => return None,
        })
    }

    fn top(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    fn say(&mut self, text: &str) -> Option<()> {
        self.letters += letters(text);
        let parts = &mut self.top()?.parts;
        if let Some(Part::Text { text: last }) = parts.last_mut() {
            last.push_str(text);
        } else {
            parts.push(Part::Text { text: text.into() });
        }
        Some(())
    }

    /// What ends becomes a part or a passage of what it stands in.
    fn close(&mut self) -> Option<()> {
        let mut frame = self.frames.pop()?;
        if let Open::Link { to, bare } = &frame.open {
            self.letters += if *bare { 0 } else { letters(to) };
        }
        let outer = self.frames.last_mut()?;
        match frame.open {
            Open::Top => return None,
            Open::Lines => outer.block(Passage::Lines { parts: trimmed(frame.parts) }),
            Open::Heading { underlined: false } => outer.block(Passage::Heading { parts: frame.parts }),
            Open::Heading { underlined: true } => {
                outer.block(Passage::Lines { parts: frame.parts });
                outer.block(Passage::Rule);
            }
            Open::Quote => {
                frame.flush();
                outer.block(Passage::Quote { passages: frame.passages });
            }
            Open::List(first) => outer.block(Passage::List { first, items: frame.items }),
            Open::Item => {
                frame.flush();
                outer.items.push(frame.passages);
            }
            Open::Block { fenced } => {
                let parts = trimmed(frame.parts);
                outer.block(match (fenced, parts.as_slice()) {
                    (true, [Part::Text { text }]) => Passage::Code { text: text.clone() },
                    // Lines that begin with spaces are lines that begin with spaces.
                    _ => Passage::Lines { parts },
                });
            }
            Open::Emphasis => outer.parts.push(Part::Emphasis { parts: frame.parts }),
            Open::Strong => outer.parts.push(Part::Strong { parts: frame.parts }),
            Open::Link { to, bare } if bare || to.is_empty() => outer.parts.extend(frame.parts),
            Open::Link { to, .. } => outer.parts.push(Part::Link { parts: frame.parts, to }),
        }
        Some(())
    }

    fn finish(&mut self) -> Option<Vec<Passage>> {
        let mut frame = self.frames.pop()?;
        frame.flush();
        self.frames.is_empty().then_some(frame.passages)
    }
}

impl Frame {
    fn new(open: Open) -> Self {
        Self { open, passages: Vec::new(), parts: Vec::new(), items: Vec::new() }
    }

    fn block(&mut self, passage: Passage) {
        self.flush();
        self.passages.push(passage);
    }

    /// Words that stand in an item without a paragraph around them.
    fn flush(&mut self) {
        if !self.parts.is_empty() {
            let parts = std::mem::take(&mut self.parts);
            self.passages.push(Passage::Lines { parts });
        }
    }
}

/// Without the line break at the end.
fn trimmed(mut parts: Vec<Part>) -> Vec<Part> {
    if let Some(Part::Text { text }) = parts.last_mut() {
        text.truncate(text.trim_end_matches('\n').len());
    }
    parts
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
