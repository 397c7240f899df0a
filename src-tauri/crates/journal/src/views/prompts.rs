//! What is shown of prompts.

use practice::content::{self, Prompt};
use serde::Serialize;

view! {
    /// One quiet prompt.
    pub struct PromptCard {
        /// The prompt.
        pub prompt: Prompt,
        /// Its theme's title.
        pub theme: String,
        /// What is said beside it, for those whom somebody hurt.
        pub note: Option<String>,
    }
}

impl PromptCard {
    pub(crate) fn of(prompt: &Prompt) -> Self {
        let theme = prompt.theme.words().title.to_owned();
        let note = (prompt.care == content::Care::SkipIfAbuse).then(|| content::note(content::Note::SkipIfAbuse).to_owned());
        Self { prompt: *prompt, theme, note }
    }
}

view! {
    /// A theme with its prompts, to choose from.
    pub struct ThemePrompts {
        /// Its title.
        pub title: String,
        /// A line about it.
        pub blurb: String,
        /// Its prompts, in the order of the content.
        pub cards: Vec<PromptCard>,
    }
}
