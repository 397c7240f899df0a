//! The kinds of entry.

/// A closed list of names: an enum whose variants have the name that files, the command line and JSON use, read and written
/// by it. `as "Name"` is what the window calls it, where that differs.
#[macro_export]
macro_rules! named {
    ($(#[$doc:meta])* $type:ident $(as $ts:literal)? { $($(#[$variant_doc:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        $(#[cfg_attr(feature = "ts", ts(rename = $ts))])?
        pub enum $type { $($(#[$variant_doc])* #[serde(rename = $name)] $variant),+ }

        impl $type {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in files, on the command line and in JSON; never changes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $type {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|one| one.name() == text).ok_or(())
            }
        }
    };
}

named! {
    /// What sort of entry this is.
    Kind {
        /// A moment in which the person made a difference to somebody.
        Moment = "moment",
        /// Thanks or praise that came their way.
        KindWord = "kind-word",
        /// Something they said that worked, to be used again.
        WordsThatWorked = "words-that-worked",
        /// Something learned.
        Lesson = "lesson",
        /// What trips people up, and an idea for it.
        Snag = "snag",
        /// Nothing stood out, and that is allowed. A full entry, with or without words.
        QuietDay = "quiet-day",
        /// A hard day. A full entry, with or without words.
        HardDay = "hard-day",
        /// Free writing, or the answer to a prompt.
        Reflection = "reflection",
        /// A guide walked: its answers, step by step.
        Guide = "guide",
        /// The mission card as it stood that day.
        Mission = "mission",
        /// How work was this week: nine marks and a line. No score.
        CheckIn = "check-in",
    }
}

impl Kind {
    /// Whether it says something on its own, without a word written.
    #[must_use]
    pub fn may_be_wordless(self) -> bool {
        matches!(self, Self::QuietDay | Self::HardDay)
    }

    /// Whether its words are the answers to a form, so that the main text may stay empty.
    #[must_use]
    pub fn is_answered(self) -> bool {
        matches!(self, Self::Guide | Self::Mission | Self::CheckIn)
    }

    /// Whether it lays a stone: something done or lived. A check-in and a card about oneself are no moments.
    #[must_use]
    pub fn lays_a_stone(self) -> bool {
        !matches!(self, Self::Mission | Self::CheckIn)
    }
}
