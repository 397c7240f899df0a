//! What the practice's screens are shown.

use model::{Answer, Changes, Day, Entry, EntryId, FactDraft, FactVersion, Kind, OwnHelpLine, Promise, Stamp, Supporter, Writing};
use practice::chain::{Broken, Verified, Why};
use practice::checkin::Trends;
use practice::content::{CheckIn, Group, Guide, HelpLine, Makes, RegionWords, Tier};
use practice::promise::Standing as PromiseStanding;
use serde::Serialize;
use std::collections::BTreeMap;

view! {
    /// A promise and how it stands today.
    pub struct PromiseRow {
        /// The promise.
        pub promise: Promise,
        /// How it stands.
        pub standing: PromiseStanding,
    }
}

view! {
    /// All promises.
    pub struct Promises {
        /// What is open by its day, then what was answered, newest first.
        pub rows: Vec<PromiseRow>,
        /// Promises kept…
        pub kept: u64,
        /// …of those that were answered in any way.
        pub answered: u64,
        /// The shift day that it is now.
        pub today: Day,
    }
}

view! {
    /// The answer to everything that made or answered a promise.
    pub struct PromiseDone {
        /// As it stands now.
        pub promise: PromiseRow,
        /// What to ask again.
        pub changes: Changes,
    }
}

view! {
    /// A guide in the list.
    pub struct GuideLine {
        /// Its id.
        pub id: String,
        /// Which list it belongs to.
        pub tier: Tier,
        /// Its title.
        pub title: String,
        /// A line about it.
        pub about: String,
        /// How long it takes, in minutes.
        pub minutes: u8,
        /// What finishing it can create.
        pub makes: Makes,
        /// Whether it was begun and left.
        pub begun: bool,
        /// When it was last walked to its end.
        pub last: Option<Day>,
    }
}

impl GuideLine {
    pub(crate) fn of(guide: &Guide, begun: bool, last: Option<Day>) -> Self {
        Self {
            id: guide.id.to_owned(),
            tier: guide.tier,
            title: guide.title.to_owned(),
            about: guide.about.to_owned(),
            minutes: guide.minutes,
            makes: guide.makes,
            begun,
            last,
        }
    }
}

view! {
    /// A guide to be walked.
    pub struct GuideShown {
        /// The guide.
        pub guide: Guide,
        /// What is begun of it.
        pub draft: Option<Writing>,
    }
}

view! {
    /// A version of the mission card.
    pub struct Mission {
        /// The entry that holds it.
        pub id: EntryId,
        /// Its day.
        pub day: Day,
        /// The one line.
        pub line: String,
        /// Every field, in the order of the guide.
        pub answers: Vec<Answer>,
    }
}

impl Mission {
    pub(crate) fn of(entry: Entry) -> Self {
        let line = entry.writing.answers.iter().find(|a| a.field == "mission").map_or_else(String::new, |a| a.text.clone());
        Self { id: entry.id, day: entry.day, line, answers: entry.writing.answers }
    }
}

view! {
    /// One moment, lifted.
    pub struct Lifted {
        /// The moment; nothing when there is none at this step.
        pub entry: Option<Entry>,
        /// Which of the day's moments, from 0.
        pub step: u32,
        /// How many there are today, at most three.
        pub count: u32,
        /// Whether a hard day is marked.
        pub hard_day: bool,
    }
}

view! {
    /// The value of a group of a check-in.
    pub struct GroupValue {
        /// The group.
        pub group: Group,
        /// The mean of what was answered; nothing when too little was.
        pub value: Option<f64>,
    }
}

view! {
    /// A check-in on its charts.
    pub struct CheckInPoint {
        /// The entry.
        pub id: EntryId,
        /// Its day.
        pub day: Day,
        /// Each group's value; there is no total.
        pub values: Vec<GroupValue>,
        /// What was marked, item by item.
        pub marks: BTreeMap<String, u8>,
        /// What to remember about the week.
        pub line: String,
    }
}

view! {
    /// The check-ins.
    pub struct CheckIns {
        /// The questions.
        pub form: CheckIn,
        /// Oldest first.
        pub points: Vec<CheckInPoint>,
        /// Whether one may be filled in today.
        pub may_offer: bool,
        /// Whether one waits: from the chosen day on, until one lies in that week.
        pub due: bool,
        /// Words under the charts, when there is enough to say any.
        pub trends: Trends,
        /// Gentle notes on the last one.
        pub notes: Vec<String>,
    }
}

view! {
    /// The last seven shift days.
    pub struct WeekReview {
        /// The first of them.
        pub from: Day,
        /// The last of them.
        pub to: Day,
        /// Moments that gave energy.
        pub gave: u32,
        /// Moments that were about even.
        pub even: u32,
        /// Moments that took a lot.
        pub took: u32,
        /// Quiet days.
        pub quiet: u32,
        /// Hard days.
        pub hard: u32,
        /// What was written, oldest first.
        pub entries: Vec<Entry>,
        /// Promises that are open.
        pub open: Vec<PromiseRow>,
        /// Promises kept in these days.
        pub kept: u32,
    }
}

view! {
    /// A fact note with its versions.
    pub struct FactNote {
        /// Its name.
        pub id: EntryId,
        /// Oldest first.
        pub versions: Vec<FactVersion>,
    }
}

/// Whether the chain of fact notes is whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum ChainState {
    /// Every link holds.
    Whole {
        /// Versions in it.
        links: u64,
        /// When the newest was written; nothing in an empty room.
        since: Option<Stamp>,
        /// The last seal's first digits, to be noted outside.
        seal: Option<String>,
    },
    /// Something was changed from outside.
    Broken {
        /// The first link that does not hold.
        link: u64,
        /// What is wrong with it, in one word.
        why: String,
    },
}

fn word(why: Why) -> &'static str {
    match why {
        Why::Changed => "changed",
        Why::Missing => "missing",
        Why::Reordered => "reordered",
        Why::BackDated => "back-dated",
        Why::RolledBack => "rolled-back",
    }
}

impl ChainState {
    pub(crate) fn of(found: Result<Verified, Broken>, last: Option<&store::FactLink>) -> Self {
        match found {
            Ok(whole) => Self::Whole {
                links: whole.count,
                since: last.map(|l| l.written),
                seal: last.map(|l| l.seal[..6].iter().map(|b| format!("{b:02x}")).collect()),
            },
            Err(broken) => Self::Broken { link: broken.seq, why: word(broken.why).to_owned() },
        }
    }
}

view! {
    /// The room of fact notes.
    pub struct Facts {
        /// The one written last first.
        pub notes: Vec<FactNote>,
        /// Whether nothing was changed from outside.
        pub chain: ChainState,
        /// What is being written.
        pub draft: Option<FactDraft>,
    }
}

view! {
    /// The answer to keeping a fact note.
    pub struct FactKept {
        /// The version as it was sealed.
        pub fact: FactVersion,
        /// What to ask again.
        pub changes: Changes,
    }
}

view! {
    /// A day of the year.
    pub struct YearDay {
        /// The shift day.
        pub day: Day,
        /// Its stones, oldest first.
        pub kinds: Vec<Kind>,
    }
}

view! {
    /// What runs through a year: how often something is named.
    pub struct Thread {
        /// The need, pursuit, role, person or tag.
        pub name: String,
        /// Entries that name it.
        pub entries: u32,
    }
}

view! {
    /// Something that was in the way more than once.
    pub struct SnagThread {
        /// What it was, as first spelled.
        pub name: String,
        /// Entries that name it.
        pub entries: u32,
        /// The first day of it in the year.
        pub since: Day,
    }
}

view! {
    /// A year, looked back on.
    pub struct YearBack {
        /// The year.
        pub year: i32,
        /// The years in which something was written, oldest first.
        pub years: Vec<i32>,
        /// The shift day that it is now.
        pub today: Day,
        /// Days with a stone, oldest first.
        pub days: Vec<YearDay>,
        /// What people needed.
        pub needs: Vec<Thread>,
        /// What moments were an example of, by its name.
        pub pursuits: Vec<Thread>,
        /// Whom it was for and who else was there, by a role that can be tapped.
        pub roles: Vec<Thread>,
        /// The same by a name that was typed: a nickname, or a role in somebody's own words.
        pub people: Vec<Thread>,
        /// Tags.
        pub tags: Vec<Thread>,
        /// What entries name that took a lot, twice or more: the need, else the person, else what was in the way.
        pub drains: Vec<Thread>,
        /// What was in the way twice or more.
        pub snags: Vec<SnagThread>,
        /// People noted helping, in all years; only grows.
        pub helped: u64,
        /// Stones, in all years.
        pub stones: u64,
        /// Promises kept, in all years.
        pub kept: u32,
    }
}

view! {
    /// A safety text with its name.
    pub struct HelpNote {
        /// Its name in the content library.
        pub id: String,
        /// The text.
        pub text: String,
    }
}

view! {
    /// Where help is. Static and local; nothing here can report or send anything.
    pub struct Help {
        /// What this journal is and is not.
        pub about: String,
        /// Someone is in danger now.
        pub danger: String,
        /// Thoughts of ending one's life.
        pub self_harm: String,
        /// What else may be the matter.
        pub notes: Vec<HelpNote>,
        /// The library's lines for the chosen region, those that are hidden left out; every region's while none is chosen.
        pub lines: Vec<HelpLine>,
        /// The regions that can be chosen, as their names and labels.
        pub regions: Vec<RegionWords>,
        /// The region, chosen once.
        pub region: Option<String>,
        /// When a person last checked the lines.
        pub checked_on: Option<Day>,
        /// Whether that is longer ago than twelve months, or never was.
        pub stale: bool,
        /// The person's own lines; they come first.
        pub own: Vec<OwnHelpLine>,
        /// People I can count on.
        pub people: Vec<Supporter>,
        /// Whether the journal is open, so that own lines and people can be shown and changed.
        pub open: bool,
    }
}
