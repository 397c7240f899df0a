//! What style sheets may say: colours come from the tokens, and sides are those of the script's direction.

use crate::{
    house::{Complaints, File, files},
    source::{Keep, stripped},
};

/// Sheets that define the tokens: the only ones with raw colours.
const TOKENS: [&str; 2] = ["ui/src/style/tokens.css", "ui/src/style/contrast.css"];

/// Properties and values that name left or right, and what is said instead, so that Arabic and Hebrew are laid out rightly.
const SIDES: [(&str, &str); 14] = [
    ("margin-left", "margin-inline-start"),
    ("margin-right", "margin-inline-end"),
    ("padding-left", "padding-inline-start"),
    ("padding-right", "padding-inline-end"),
    ("border-left", "border-inline-start"),
    ("border-right", "border-inline-end"),
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("float", "flex or grid"),
    ("clear", "flex or grid"),
];

/// `text-align: left` and the like.
const ALIGNED: [&str; 2] = ["text-align", "justify-content"];

const COLOURS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch("];

#[test]
fn colours_and_sides_have_their_own_words() {
    let mut complaints = Complaints::default();
    for file in files("ui/src", &["css", "svelte"]) {
        for (line, property, value) in declarations(&file) {
            if let Some((_, instead)) = SIDES.iter().find(|(side, _)| *side == property || property.starts_with(&format!("{side}-"))) {
                complaints.at(&file, line, format!("`{property}`: {instead}"));
            }
            if ALIGNED.contains(&property.as_str()) && value.split_whitespace().any(|word| word == "left" || word == "right") {
                complaints.at(&file, line, format!("`{property}: {value}`: start or end"));
            }
            if !TOKENS.contains(&file.path.as_str()) && raw_colour(&value) {
                complaints.at(&file, line, format!("`{value}`: a token of tokens.css, so that every theme has its colour"));
            }
        }
    }
    complaints.none();
}

/// Line, property and value of each declaration in a sheet, or in the `<style>` of a component.
fn declarations(file: &File) -> Vec<(usize, String, String)> {
    let css = match file.ending() {
        "css" => file.text.clone(),
        _ => only_style(&file.text),
    };
    let css = stripped(&css, "css", Keep::Strings);
    let (mut found, mut line, mut begun, mut piece) = (Vec::new(), 1, 1, String::new());
    for c in css.chars() {
        if piece.trim().is_empty() {
            begun = line;
        }
        if c == '\n' {
            line += 1;
        }
        match c {
            '{' => piece.clear(),
            ';' | '}' => {
                if let Some((property, value)) = piece.split_once(':') {
                    found.push((begun, property.trim().to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" ")));
                }
                piece.clear();
            }
            _ => piece.push(c),
        }
    }
    found
}

/// A component with everything but its style blanked, so that lines keep their numbers.
fn only_style(text: &str) -> String {
    let from = text.find("<style").and_then(|at| Some(at + text[at..].find('>')? + 1));
    let Some(from) = from else { return String::new() };
    let to = text[from..].find("</style>").map_or(text.len(), |at| from + at);
    format!("{}{}", "\n".repeat(text[..from].matches('\n').count()), &text[from..to])
}

fn raw_colour(value: &str) -> bool {
    if COLOURS.iter().any(|call| value.contains(call) && !value.contains(&format!("{call}from"))) {
        return true;
    }
    value.match_indices('#').any(|(at, _)| {
        let digits = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8) && !value[..at].ends_with("url(")
    })
}

#[test]
fn declarations_are_read() {
    let text =
        "<p></p>\n<style>\n  p { color: #abc; /* x: y; */ margin-inline: 1px }\n  @media (min-width: 3em) { b { top: 0 } }\n</style>";
    let file = File { path: "a.svelte".into(), text: text.into() };
    let seen: Vec<String> = declarations(&file).iter().map(|(line, p, v)| format!("{line} {p} {v}")).collect();
    assert_eq!(seen, ["3 color #abc", "3 margin-inline 1px", "4 top 0"]);
    assert!(raw_colour("#abc") && raw_colour("1px solid rgb(0 0 0)") && !raw_colour("url(#hill)") && !raw_colour("var(--ink)"));
}
