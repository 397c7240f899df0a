//! Numbers that are so many of something: money, decimals, counts. Must never hold a number that points at one person or thing.

use super::near;

/// Words that make an amount of the number before them, folded.
const COUNTED: &[&str] = &[
    "euro",
    "euros",
    "eur",
    "usd",
    "gbp",
    "chf",
    "zl",
    "zloty",
    "zlotych",
    "pounds",
    "dollars",
    "pence",
    "cents",
    "million",
    "miles",
    "km",
    "mg",
    "ml",
    "kcal",
    "steps",
    "schritte",
    "people",
    "personen",
    "words",
    "views",
    "units",
    "iu",
    "ie",
    "franken",
    "pesos",
    "libras",
    "pasos",
    "pas",
    "menschen",
    "personnes",
    "personas",
    "passi",
    "stappen",
    "einheiten",
    "unites",
    "unidades",
    "kunden",
    "customers",
    "calls",
    "visitors",
    "besucher",
    "visiteurs",
    "visitantes",
    "times",
    "pieces",
    "items",
    "orders",
    "hours",
    "stunden",
    "heures",
    "horas",
    "stuck",
    "mitarbeiter",
    "employees",
];

/// Whether the number at this place is money, a share, a decimal or a count.
pub(super) fn is_amount(text: &str, start: usize, end: usize) -> bool {
    let rest = &text[end..];
    let cents = rest.strip_prefix([',', '.']).is_some_and(|cents| cents.starts_with(|c: char| c.is_ascii_digit()));
    let decimals = text[..start].strip_suffix(['.', ',']).is_some_and(|whole| whole.ends_with(|c: char| c.is_ascii_digit()));
    let counted = || {
        let after = near::after(text, end);
        after.split_whitespace().next().is_some_and(|word| COUNTED.contains(&word))
    };
    text[..start].trim_end().ends_with(['£', '$', '€'])
        || rest.trim_start().starts_with(['£', '$', '€', '%', '°', ':'])
        || cents
        || decimals
        || counted()
}
