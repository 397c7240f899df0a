//! Reads source text just well enough: what is a comment, what is a string, where a function ends.

/// What to leave of a text. Lines stay where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Code and strings.
    Strings,
    /// Code alone; of a string its quotes stay.
    Code,
}

/// The text without its comments (`//`, `/* */`, `<!-- -->`), and without what is inside of strings if so wished.
pub(crate) fn stripped(text: &str, ending: &str, keep: Keep) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = comment_end(rest, ending) {
            out.extend(rest[..end].chars().filter(|c| *c == '\n'));
            rest = &rest[end..];
        } else if let Some((open, end, close)) = string_end(rest, ending) {
            if keep == Keep::Strings {
                out.push_str(&rest[..end]);
            } else {
                out.push_str(&rest[..open]);
                out.extend(rest[open..end].chars().filter(|c| *c == '\n'));
                out.push_str(&rest[end - close..end]);
            }
            rest = &rest[end..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Length of the comment that begins here.
fn comment_end(rest: &str, ending: &str) -> Option<usize> {
    let to = |end: &str, from: usize| Some(rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len()));
    if rest.starts_with("/*") {
        to("*/", 2)
    } else if rest.starts_with("//") && ending != "css" {
        Some(rest.find('\n').unwrap_or(rest.len()))
    } else if rest.starts_with("<!--") && ending == "svelte" {
        to("-->", 4)
    } else {
        None
    }
}

/// Lengths of the opening, the whole and the closing of the string that begins here.
fn string_end(rest: &str, ending: &str) -> Option<(usize, usize, usize)> {
    if ending == "rs" {
        if let Some(hashes) = raw_hashes(rest) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            let end = rest[open..].find(&close).map_or(rest.len(), |at| open + at + close.len());
            return Some((open, end, close.len().min(end - open)));
        }
        // A character such as '{' or '"'; a lifetime has no second quote so near.
        if let Some(inner) = rest.strip_prefix('\'') {
            let len = inner.chars().next().map_or(0, |c| if c == '\\' { 2 } else { c.len_utf8() });
            return (inner.get(len..len + 1) == Some("'")).then_some((1, len + 2, 1));
        }
    }
    let quote = rest.chars().next().filter(|c| *c == '"' || (ending != "rs" && matches!(c, '\'' | '`')))?;
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            // An apostrophe in words between tags opens nothing.
            '\n' if quote == '\'' || (quote == '"' && ending != "rs") => return None,
            _ if c == quote => return Some((1, at + 1, 1)),
            _ => {}
        }
    }
    None
}

fn raw_hashes(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// A function and the lines from its head to its closing brace.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

/// The functions of a Rust, TypeScript or Svelte file.
pub(crate) fn functions(text: &str, ending: &str) -> Vec<Function> {
    let code = stripped(text, ending, Keep::Code);
    let lines: Vec<&str> = code.lines().collect();
    let head = |line: &str| if ending == "rs" { rust_name(line) } else { script_name(line) };
    let named = lines.iter().enumerate().filter_map(|(at, line)| Some((at, head(line)?)));
    named.filter_map(|(at, name)| Some(Function { name, line: at + 1, lines: length(&lines[at..])? })).collect()
}

fn rust_name(line: &str) -> Option<String> {
    let mut words = line
        .split_whitespace()
        .skip_while(|word| matches!(*word, "const" | "async" | "unsafe" | "extern" | "\"\"") || word.starts_with("pub"));
    (words.next()? == "fn").then(|| identifier(words.next().unwrap_or_default()))
}

fn script_name(line: &str) -> Option<String> {
    let line = line.trim_start();
    let plain = ["export default ", "export ", "async "].iter().fold(line, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    plain.strip_prefix("function ").map(|rest| identifier(rest.trim_start_matches('*').trim_start()))
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Lines up to the brace that closes the first one. Nothing for a head without a body.
fn length(lines: &[&str]) -> Option<usize> {
    let (mut depth, mut open) = (0i32, false);
    // Braces in parameters (patterns, types) close before the body opens: the body is the last to open at depth nothing.
    let mut round = 0i32;
    for (at, line) in lines.iter().enumerate() {
        for c in line.chars() {
            match c {
                '(' => round += 1,
                ')' => round -= 1,
                '{' if round == 0 || open => (depth, open) = (depth + 1, true),
                '}' if open => depth -= 1,
                ';' if !open && round == 0 => return None,
                _ => {}
            }
            if open && depth == 0 {
                return Some(at + 1);
            }
        }
    }
    None
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let rust = "let a = \"// no { comment\"; // yes\nlet b = '{'; /* two\nlines */ let c = r#\"raw \" { \"#; fn f<'a>() {}";
    assert_eq!(stripped(rust, "rs", Keep::Code), "let a = \"\"; \nlet b = ''; \n let c = r#\"\"#; fn f<'a>() {}");
    assert!(stripped(rust, "rs", Keep::Strings).contains("// no { comment") && !stripped(rust, "rs", Keep::Strings).contains("yes"));
    let page = "<p>don't</p><!-- innerHTML -->\n<b title='x'>`//`</b>";
    assert_eq!(stripped(page, "svelte", Keep::Code), "<p>don't</p>\n<b title=''>``</b>");
}

#[test]
fn functions_are_measured_from_head_to_brace() {
    let rust = "pub(crate) fn one(\n    a: u8,\n) -> u8 {\n    let s = \"}\";\n    a\n}\ntrait T { fn two();\n}\nconst fn three() {}\n";
    let of = |name: &str, line, lines| Function { name: name.into(), line, lines };
    assert_eq!(functions(rust, "rs"), [of("one", 1, 6), of("three", 9, 1)]);
    let script = "export async function four({ a }: { a: string }): Promise<void> {\n  if (a) {\n  }\n}\n";
    assert_eq!(functions(script, "ts"), [of("four", 1, 4)]);
}
