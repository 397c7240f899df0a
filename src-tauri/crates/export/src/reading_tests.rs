//! What light Markdown becomes when it is read, and what hostile Markdown does not become.

use super::*;

/// The tree in one line: `p(…)` lines, `h(…)` heading, `q(…)` quote, `ul(li(…))`, `c(…)` code, `-` rule, `e(…)`, `s(…)`, `a(words|address)`.
fn shape(passages: &[Passage]) -> String {
    passages.iter().map(one).collect()
}

fn one(passage: &Passage) -> String {
    match passage {
        Passage::Lines { parts } => format!("p({})", line(parts)),
        Passage::Heading { parts } => format!("h({})", line(parts)),
        Passage::Quote { passages } => format!("q({})", shape(passages)),
        Passage::List { first, items } => {
            let inner: String = items.iter().map(|item| format!("li({})", shape(item))).collect();
            first.map_or_else(|| format!("ul({inner})"), |first| format!("ol{first}({inner})"))
        }
        Passage::Code { text } => format!("c({text})"),
        Passage::Rule => "-".into(),
    }
}

fn line(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Text { text } => text.clone(),
        Part::Emphasis { parts } => format!("e({})", line(parts)),
        Part::Strong { parts } => format!("s({})", line(parts)),
        Part::Code { text } => format!("c({text})"),
        Part::Link { parts, to } => format!("a({}|{to})", line(parts)),
    };
    parts.iter().map(part).collect()
}

fn check(text: &str, expected: &str) {
    assert_eq!(shape(&read(text)), expected, "{text:?}");
}

#[test]
fn light_markdown_is_read() {
    check("", "");
    check("Sat down.", "p(Sat down.)");
    check("one\ntwo\n\nthree", "p(one\ntwo)p(three)");
    check("*soft* and **loud** and ***both***", "p(e(soft) and s(loud) and e(s(both)))");
    check("- tea\n- a chair", "ul(li(p(tea))li(p(a chair)))");
    check("3. tea\n4. a *chair*", "ol3(li(p(tea))li(p(a e(chair))))");
    check("- tea\n  - milk", "ul(li(p(tea)ul(li(p(milk)))))");
    check("> You stayed.\n> All night.", "q(p(You stayed.\nAll night.))");
    check("# Night\n\nlong", "h(Night)p(long)");
    check("`Ctrl N`", "p(c(Ctrl N))");
    check("```\na  b\n```", "c(a  b)");
    check("one\n\n***\n\ntwo", "p(one)-p(two)");
    check("[the rota](https://example.org/a)", "p(a(the rota|https://example.org/a))");
    check("<https://example.org>", "p(https://example.org)");
    check("![a photo](x.png)", "p(a(a photo|x.png))");
}

#[test]
fn what_only_looks_like_markup_stays_as_it_was_typed() {
    check("#ward 5", "p(#ward 5)");
    check("2 * 3 * 4", "p(2 * 3 * 4)");
    check("snake_case_name", "p(snake_case_name)");
    check("-5 degrees", "p(-5 degrees)");
    check("    set in\n    by hand", "p(set in\nby hand)");
    check("She left.\n-----\nI stayed.", "p(She left.)-p(I stayed.)");
    check("line one\r\nline two", "p(line one\nline two)");
}

#[test]
fn no_letter_is_lost_to_the_markup() {
    // Each of these would vanish, or change, in a page made of it.
    check("[Mrs O]: well\n\nand home", "p([Mrs O]: well)p(and home)");
    check("Tom &amp; Ann", "p(Tom &amp; Ann)");
    check("[a](b \"title\")", "p([a](b \"title\"))");
    check("```rust\nx\n```", "p(```rust\nx\n```)");
}

#[test]
fn html_is_words_like_any_others() {
    check("<script>alert(1)</script>", "p(<script>alert(1)</script>)");
    check("a <b onclick=x>c</b>", "p(a <b onclick=x>c</b>)");
    check("[x](javascript:alert(1))", "p(a(x|javascript:alert(1)))");
}

#[test]
fn hostile_markdown_is_bounded_in_depth_and_size() {
    let hostile = [
        ">".repeat(50_000),
        "- ".repeat(40_000),
        "*".repeat(90_000),
        "[".repeat(90_000),
        "[a](".repeat(20_000),
        "`".repeat(90_000),
        "*a **b ".repeat(12_000),
        "_a *".repeat(20_000),
        "![".repeat(40_000),
        "<a ".repeat(30_000),
        "&lt;".repeat(20_000),
        "a\n\n".repeat(30_000),
        "> - 1. ".repeat(10_000),
        "*a* ".repeat(250_000),
        "\\".repeat(90_000),
    ];
    for text in &hostile {
        let passages = read(text);
        let (mut count, mut deepest) = (0, 0);
        for passage in &passages {
            weigh(passage, 1, &mut count, &mut deepest);
        }
        assert!(count <= MOST && deepest <= DEEPEST, "{:.20}: {count} passages, {deepest} deep", text);
        assert!(serde_json::to_string(&passages).unwrap().len() < text.len() * 4 + 100_000);
    }
}

fn weigh(passage: &Passage, depth: usize, count: &mut usize, deepest: &mut usize) {
    *count += 1;
    *deepest = (*deepest).max(depth);
    match passage {
        Passage::Lines { parts } | Passage::Heading { parts } => weigh_parts(parts, depth + 1, count, deepest),
        Passage::Quote { passages } => passages.iter().for_each(|inner| weigh(inner, depth + 1, count, deepest)),
        Passage::List { items, .. } => items.iter().flatten().for_each(|inner| weigh(inner, depth + 2, count, deepest)),
        Passage::Code { .. } | Passage::Rule => {}
    }
}

fn weigh_parts(parts: &[Part], depth: usize, count: &mut usize, deepest: &mut usize) {
    for part in parts {
        *count += 1;
        *deepest = (*deepest).max(depth);
        if let Part::Emphasis { parts } | Part::Strong { parts } | Part::Link { parts, .. } = part {
            weigh_parts(parts, depth + 1, count, deepest);
        }
    }
}
