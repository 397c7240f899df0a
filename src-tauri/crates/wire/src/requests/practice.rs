//! What the practice's screens may ask.

use model::{EntryId, FactWriting, Promising};
use serde::Deserialize;
use ts_rs::TS;

request! {
    /// What came of the prompt that is shown.
    pub struct AnswerPrompt {
        /// Its id.
        pub id: String,
        /// Another one in its place; else none any more today.
        pub swap: bool,
    }
}
request! {
    /// One guide.
    pub struct OneGuide {
        /// Its id in the content library.
        pub id: String,
    }
}
request! {
    /// One of the day's lifted moments.
    pub struct ShowLift {
        /// Which, from 0.
        pub step: u32,
    }
}
request! {
    /// Something learned later about a moment.
    pub struct AddRipple {
        /// The moment.
        pub id: EntryId,
        /// The words.
        pub text: String,
    }
}
request! {
    /// A promise to be made.
    pub struct MakePromise {
        /// The words. A day that is not given is read from them.
        pub promising: Promising,
        /// The moment or guide in which it was made.
        pub entry: Option<EntryId>,
    }
}
request! {
    /// Other words or another day for a promise.
    pub struct MovePromise {
        /// Which.
        pub id: EntryId,
        /// The words, whole.
        pub promising: Promising,
    }
}
request! {
    /// One promise.
    pub struct OnePromise {
        /// Which.
        pub id: EntryId,
    }
}
request! {
    /// A promise that somebody else has now.
    pub struct HandOnPromise {
        /// Which.
        pub id: EntryId,
        /// Who has it, if it is to be noted.
        pub to: Option<String>,
    }
}
request! {
    /// Words for a day.
    pub struct ReadWhen {
        /// As typed: "Thursday before noon".
        pub said: String,
    }
}
request! {
    /// A fact note to be kept.
    pub struct KeepFact {
        /// The note of which this is a further version; nothing for a new one.
        pub note: Option<EntryId>,
        /// The words.
        pub writing: FactWriting,
    }
}
request! {
    /// A year to look back on.
    pub struct ShowYear {
        /// The year; nothing for the one that it is now.
        pub year: Option<i32>,
    }
}
