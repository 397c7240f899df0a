//! The shape of the content: what a prompt, a guide, a form consist of. No wording: that is in `content/*.yaml`.
//!
//! The build reads this file, too, with texts that it owns in place of `Text`: a field that is not here, or one that is
//! missing there, fails the build. So it uses nothing but the macro `record`, which each of the two defines for itself.

use super::ExportRule;
use super::kinds::{Care, Group, HelpKind, Item, Makes, Region, Seen, Theme, Tier, When};
use super::{List, Taps, Text};

record! {
    /// An idea that prompts and guides draw on.
    Framework as "Framework" {
        /// Its name in the content.
        id: Text,
        /// `s0` to `s4`: an essay; `ev`: published research.
        source: Text,
        /// What it says, in a few words.
        label: Text,
    }
}

record! {
    /// A theme's words.
    ThemeWords as "ThemeWords" {
        /// The theme.
        id: Theme,
        /// Its title.
        title: Text,
        /// A line about it.
        blurb: Text,
    }
}

record! {
    /// One question to write to.
    Prompt as "Prompt" {
        /// Never changes: journals keep it.
        id: Text,
        /// What it is about.
        theme: Theme,
        /// When it fits.
        when: When,
        /// What to take care of.
        care: Care,
        /// The idea behind it.
        framework: Text,
        /// The question: one sentence.
        text: Text,
        /// Words that can be tapped into the answer.
        #[serde(default)]
        taps: Taps,
        /// It rests for so many days after it was used; otherwise for the days that all prompts rest.
        #[serde(default)]
        rest_days: Option<u8>,
    }
}

record! {
    /// One question of a guide.
    Step as "GuideStep" {
        /// Its name within the guide.
        id: Text,
        /// The field in which the answer is kept; never changes.
        field: Text,
        /// It says of itself that it can be skipped.
        #[serde(default)]
        optional: bool,
        /// The guide is not finished without it.
        #[serde(default)]
        required: bool,
        /// The question.
        question: Text,
        /// A line that helps.
        hint: Text,
        /// What somebody might answer.
        example: Text,
        /// Words that can be tapped into the answer.
        #[serde(default)]
        taps: Taps,
    }
}

record! {
    /// A walk of a few questions.
    Guide as "Guide" {
        /// Never changes: journals keep it.
        id: Text,
        /// Which list it belongs to.
        tier: Tier,
        /// Its title.
        title: Text,
        /// A line about it.
        about: Text,
        /// How long it takes, in minutes.
        minutes: u8,
        /// The idea behind it.
        framework: Text,
        /// What is read first, with a way to `when-it-is-not-okay`.
        #[serde(default)]
        gate: Option<Text>,
        /// What finishing it can create.
        makes: Makes,
        /// Whether answers may go into a purpose log.
        export: ExportRule,
        /// The questions, in their order.
        steps: List<Step>,
        /// The last line.
        close: Text,
    }
}

record! {
    /// One field of a small form. Each may be left empty.
    FormField as "FormField" {
        /// Its name; never changes.
        field: Text,
        /// The question.
        question: Text,
        /// A line that helps.
        hint: Text,
    }
}

record! {
    /// The small form of one kind of entry.
    Form as "Form" {
        /// The kind's name.
        kind: Text,
        /// The question over the entry's text itself.
        opening: FormField,
        /// The fields beside it.
        fields: List<FormField>,
    }
}

record! {
    /// A choice to tap.
    Choice as "Choice" {
        /// Never changes: journals keep it.
        id: Text,
        /// What it says.
        label: Text,
    }
}

record! {
    /// A pursuit, or one of the five more aims.
    Aim as "Aim" {
        /// Never changes: journals keep it.
        id: Text,
        /// What it says.
        label: Text,
        /// What is meant, as the person would say it.
        means: Text,
    }
}

record! {
    /// The lists to tap from.
    WordLists as "WordLists" {
        /// Who it was for.
        roles: List<Choice>,
        /// What they needed.
        needs: List<Choice>,
        /// What I need.
        my_needs: List<Choice>,
        /// What I did.
        what_i_did: List<Choice>,
        /// What a workplace gives or withholds: a say, skill, purpose.
        say_skill_purpose: List<Choice>,
        /// What work mostly is to somebody, in no order.
        work_is_mostly: List<Choice>,
        /// How it felt; the ids are `model::Felt`.
        feelings: List<Choice>,
        /// How I know; the ids are `model::Know`.
        how_i_know: List<Choice>,
        /// What it cost me; the ids are `model::Cost`.
        cost_to_me: List<Choice>,
        /// The seven pursuits.
        pursuits: List<Aim>,
        /// The five more.
        more_aims: List<Aim>,
    }
}

record! {
    /// A point of the check-in's scale.
    ScalePoint as "ScalePoint" {
        /// 1 to 5.
        value: u8,
        /// What it says.
        label: Text,
    }
}

record! {
    /// One of the three lines of the check-in.
    GroupWords as "CheckInGroupWords" {
        /// Which.
        id: Group,
        /// Its name.
        label: Text,
        /// What it is about.
        note: Text,
    }
}

record! {
    /// A sentence of the check-in, answered on the scale or left out.
    ItemWords as "CheckInItemWords" {
        /// Which.
        id: Item,
        /// The line that it belongs to.
        group: Group,
        /// The sentence.
        text: Text,
    }
}

record! {
    /// The weekly check-in.
    CheckIn as "CheckInSheet" {
        /// Its title.
        title: Text,
        /// What it is and is not.
        intro: Text,
        /// It is not offered again before so many days.
        days_between: u8,
        /// The scale, lowest first.
        scale: List<ScalePoint>,
        /// The three lines.
        groups: List<GroupWords>,
        /// The nine sentences.
        items: List<ItemWords>,
        /// The open question at the end.
        open_item: Text,
    }
}

record! {
    /// A region's name.
    RegionWords as "HelpRegionWords" {
        /// Which.
        id: Region,
        /// Its name.
        label: Text,
    }
}

record! {
    /// A number to call.
    HelpLine as "HelpLine" {
        /// What it is for.
        kind: HelpKind,
        /// Where.
        region: Region,
        /// Who answers.
        name: Text,
        /// How to reach them.
        how: Text,
        /// Where the number was seen.
        source: Seen,
    }
}
