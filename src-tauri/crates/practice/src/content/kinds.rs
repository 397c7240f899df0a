//! The closed lists of the content: themes, notes, items and the like. No wording: that is in `content/*.yaml`.
//!
//! The build reads this file, too: what the yaml says is checked against the same lists that the program has. So it
//! uses nothing but the macro `named`, which each of the two defines for itself.

named! {
    /// What a prompt is about.
    Theme as "PromptTheme" {
        /// Catch one good thing.
        Moment = "moment",
        /// See the person, keep the line.
        Empathy = "empathy",
        /// Why I do it.
        Purpose = "purpose",
        /// Getting a bit better at it.
        Craft = "craft",
        /// Honest words, no cheer.
        HardDay = "hard-day",
        /// The hardest customer, with limits.
        Boss = "boss",
        /// Who helps, who needs help.
        Colleague = "colleague",
        /// Put work down and rest.
        Recovery = "recovery",
        /// The thread in the notes.
        LookingBack = "looking-back",
        /// What people can count on.
        Promises = "promises",
    }
}

named! {
    /// When a prompt fits.
    When as "PromptWhen" {
        /// Before a shift.
        Before = "before",
        /// After a shift.
        After = "after",
        /// On a day off.
        Off = "off",
        /// At any time.
        Any = "any",
    }
}

named! {
    /// What to take care of when a prompt is shown.
    Care as "PromptCare" {
        /// Nothing.
        None = "none",
        /// Not while a hard day is marked.
        NotOnHardDays = "not-on-hard-days",
        /// With the note `skip-if-abuse` and a way past it.
        SkipIfAbuse = "skip-if-abuse",
        /// With a visible "Not now", and never as the first of a day.
        MayStir = "may-stir",
    }
}

named! {
    /// Which list a guide belongs to.
    Tier as "GuideTier" {
        /// The thirteen.
        Core = "core",
        /// The two that evidence and safety add; never dropped.
        Added = "added",
        /// A small walk of a minute.
        Small = "small",
    }
}

named! {
    /// What finishing a guide can create: always asked, never automatic.
    Makes as "GuideMakes" {
        /// Nothing.
        None = "none",
        /// A promise.
        Promise = "promise",
        /// A moment.
        Moment = "moment",
        /// A version of the mission.
        Mission = "mission",
        /// A story for a review or an interview.
        StarStory = "star-story",
        /// A fact note.
        FactNote = "fact-note",
    }
}

named! {
    /// The three lines of the check-in; kept apart everywhere, never added up.
    Group as "CheckInGroup" {
        /// What the work gave.
        Meaning = "meaning",
        /// How the place treated the person.
        Conditions = "conditions",
        /// What was left.
        Fuel = "fuel",
    }
}

named! {
    /// One line of the check-in.
    Item as "CheckInItem" {
        /// Meaning: it helped someone.
        Mattered = "mattered",
        /// Meaning: it felt worth doing.
        WorthIt = "worth-it",
        /// Meaning: skills used, or something learned.
        UsedSkill = "used-skill",
        /// Conditions: some say.
        HadASay = "had-a-say",
        /// Conditions: somebody had my back.
        BackedUp = "backed-up",
        /// Conditions: safe and respected.
        SafeRespected = "safe-respected",
        /// Fuel: energy after the shifts.
        EnergyLeft = "energy-left",
        /// Fuel: could switch off.
        SwitchOff = "switch-off",
        /// Fuel: could still feel for people.
        StillWarm = "still-warm",
    }
}

named! {
    /// The safety texts.
    Note as "SafetyNote" {
        /// What this journal is and is not.
        AboutThisJournal = "about-this-journal",
        /// Someone is in danger now.
        DangerNow = "danger-now",
        /// Thoughts of ending one's life.
        SelfHarm = "self-harm",
        /// Offers the guide `when-it-is-not-okay` after a check-in.
        NotOkayLink = "not-okay-link",
        /// Low on fuel for weeks.
        RunningOnEmpty = "running-on-empty",
        /// Meaning held while conditions fell.
        ConditionsNotYou = "conditions-not-you",
        /// Beside prompts that are not for people who hurt one.
        SkipIfAbuse = "skip-if-abuse",
        /// Harassment and bullying.
        Harassment = "harassment",
        /// Threats and violence.
        Violence = "violence",
        /// Care or work that is not safe.
        UnsafeCare = "unsafe-care",
        /// Told to lie, cheat or break the law.
        BreakingRules = "breaking-rules",
        /// Unpaid hours and missed breaks.
        PayAndRest = "pay-and-rest",
        /// Some things are not in one's hands.
        ItIsNotAllYou = "it-is-not-all-you",
        /// Leaving is a good answer, too.
        LeavingIsOkay = "leaving-is-okay",
        /// Names and numbers stay out.
        Privacy = "privacy",
        /// Others may come to read what is written.
        NotesCanBeRead = "notes-can-be-read",
        /// Before writing about something very painful.
        HardWriting = "hard-writing",
    }
}

named! {
    /// What a help line is for.
    HelpKind as "HelpKind" {
        /// Danger now.
        Emergency = "emergency",
        /// Somebody to talk to, day or night.
        Crisis = "crisis",
        /// Advice about work.
        Work = "work",
    }
}

named! {
    /// Where help lines are for; picked once.
    Region as "HelpRegion" {
        /// The United States.
        Us = "us",
        /// Canada.
        Canada = "canada",
        /// The United Kingdom.
        Uk = "uk",
        /// Ireland.
        Ireland = "ireland",
        /// The European Union and many other places.
        Eu = "eu",
        /// Australia.
        Australia = "australia",
        /// New Zealand.
        NewZealand = "new-zealand",
        /// India.
        India = "india",
    }
}

named! {
    /// Where a number was seen.
    Seen as "HelpSeen" {
        /// On a public page.
        Page = "page",
        /// Nowhere: from general knowledge, not checked.
        Memory = "memory",
    }
}
