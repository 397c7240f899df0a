//! A desk (a home and a screen) and a seat at it (the program in its window): finding, doing, counting what was done.
//!
//! Knows the names of things; never how the program is made.

use std::{
    cell::Cell,
    fs,
    io::Write,
    ops::Deref,
    path::PathBuf,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, SystemTime},
};

use serde_json::{Value, json};
use support::{App, Display, Element, Scratch, keys::Hands, program, wait::PATIENCE, wait_until, within};

use crate::{
    clock,
    seed::{Journal, PASSPHRASE},
    tongue::Tongue,
};

/// For what works out a key: a second on a quiet machine.
pub(crate) const KEY_WORK: Duration = Duration::from_secs(60);

/// A home and a screen of one's own.
pub(crate) struct Desk {
    pub(crate) scratch: Scratch,
    pub(crate) display: Display,
}

impl Desk {
    /// An empty home. What is saved lands in [`Desk::saved`].
    pub(crate) fn new() -> Desk {
        let scratch = Scratch::new();
        let folder = scratch.top().join("saved");
        fs::create_dir(&folder).expect("a folder for what is saved");
        let scratch = scratch.with("CAIRN_E2E_SAVE", folder).with("TZ", clock::zone());
        Desk { scratch, display: Display::start() }
    }

    /// A home with a copy of a journal in it.
    pub(crate) fn with(journal: &Journal) -> Desk {
        let desk = Desk::new();
        journal.copy_to(&desk.scratch.journal());
        desk
    }

    /// Settings of this computer, as lines of `ui.toml`.
    pub(crate) fn device(self, lines: &str) -> Desk {
        fs::write(self.scratch.journal().join("ui.toml"), lines).expect("the settings of this computer");
        self
    }

    /// Where the save dialog of this build puts things.
    pub(crate) fn saved(&self) -> PathBuf {
        self.scratch.top().join("saved")
    }

    /// When the journal was last written to.
    pub(crate) fn written(&self) -> Option<SystemTime> {
        let files = ["journal.db", "journal.db-wal"].map(|file| self.scratch.journal().join(file));
        files.iter().filter_map(|file| fs::metadata(file).ok()?.modified().ok()).max()
    }

    /// Starts the program.
    pub(crate) fn sit(&self) -> Seat<'_> {
        self.sit_speaking(Tongue::English)
    }

    /// Starts the program, whose words are in that language.
    pub(crate) fn sit_speaking(&self, tongue: Tongue) -> Seat<'_> {
        let app = App::start(&self.scratch, &self.display);
        Seat { app, desk: self, tongue, actions: Cell::new(0) }
    }

    /// Starts the program and leaves alone what runs in this home already.
    pub(crate) fn sit_beside(&self) -> Seat<'_> {
        Seat { app: App::start_beside(&self.scratch, &self.display), desk: self, tongue: Tongue::English, actions: Cell::new(0) }
    }

    /// Starts the program and opens the journal.
    pub(crate) fn sit_open(&self) -> Seat<'_> {
        let seat = self.sit();
        seat.unlock(PASSPHRASE);
        seat
    }

    /// The command line in the same home, with the passphrase of the prepared journals.
    pub(crate) fn cli(&self, args: &[&str]) -> Command {
        let file = self.scratch.top().join("passphrase");
        fs::write(&file, format!("{PASSPHRASE}\n")).expect("the passphrase in a file");
        let mut command = self.scratch.command(program("CAIRN_CLI"));
        command.arg("--passphrase-file").arg(file).args(args);
        command
    }

    /// Runs the command line to its end.
    pub(crate) fn cli_done(&self, args: &[&str], input: &str) -> Output {
        run(self.cli(args), input)
    }
}

/// Runs a program to its end and insists that it went well.
pub(crate) fn run(mut command: Command, input: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut pipe = child.stdin.take().expect("stdin was piped");
    let bytes = input.as_bytes().to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&bytes));
    let out = child.wait_with_output().expect("the program ends");
    let _ = writer.join();
    assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
    out
}

/// The program in its window, and somebody who uses it.
pub(crate) struct Seat<'a> {
    app: App<'a>,
    desk: &'a Desk,
    pub(crate) tongue: Tongue,
    actions: Cell<u32>,
}

impl<'a> Deref for Seat<'a> {
    type Target = App<'a>;

    fn deref(&self) -> &App<'a> {
        &self.app
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        // What the window showed when a journey failed.
        if std::thread::panicking() {
            let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
            if let Ok(png) = self.app.picture() {
                let path = support::screens_dir().join(format!("failed-{name}.png"));
                let _ = fs::create_dir_all(support::screens_dir()).and_then(|()| fs::write(path, png));
            }
        }
    }
}

impl Seat<'_> {
    // ---- doing: each counts as one action

    /// Clicks what has this role and name.
    pub(crate) fn click(&self, role: &str, name: &str) {
        self.count();
        let name = self.tongue.say(name);
        // It may be replaced between finding and clicking.
        // The driver scrolls only just into sight, where a bar may lie over it; a person scrolls further.
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        wait_until(PATIENCE, &format!("a click on the {role} {name:?}"), || {
            let found = self.app.role(role, &name);
            let brought = || self.app.script(scroll, &[found.reference()]).is_ok() && found.click().is_ok();
            self.rests(&found) && (found.click().is_ok() || brought())
        });
    }

    /// Whether it can be pressed and lies still: the driver aims first and presses later, and what moved between was missed.
    fn rests(&self, element: &Element) -> bool {
        let body = "const e = arguments[0], box = e.getBoundingClientRect(); return e.disabled === true ? null : [box.x, box.y, box.width, box.height]";
        let place = || self.app.script(body, &[element.reference()]).ok().filter(|place| !place.is_null());
        let first = place();
        thread::sleep(Duration::from_millis(25));
        first.is_some() && first == place()
    }

    /// Fills a field, in place of what is in it.
    pub(crate) fn fill(&self, name: &str, text: &str) {
        self.count();
        self.field(name).fill(text).unwrap_or_else(|e| panic!("{name} was not filled: {e}"));
    }

    /// Presses chords, one after the other.
    pub(crate) fn keys(&self, chords: &[&str]) {
        self.actions.set(self.actions.get() + u32::try_from(chords.len()).unwrap_or(0));
        self.app.press(chords).unwrap_or_else(|e| panic!("{chords:?} were not pressed: {e}"));
    }

    /// Types where the caret is.
    pub(crate) fn types(&self, text: &str) {
        self.count();
        self.app.type_text(text).unwrap_or_else(|e| panic!("{text:?} was not typed: {e}"));
    }

    fn count(&self) {
        self.actions.set(self.actions.get() + 1);
    }

    /// How many actions there were since this was last asked.
    pub(crate) fn actions(&self) -> u32 {
        self.actions.replace(0)
    }

    // ---- finding and waiting

    /// The text field of that name.
    pub(crate) fn field(&self, name: &str) -> Element {
        self.app.role("textbox", &self.tongue.say(name))
    }

    /// What has that role and name, as soon as it is there.
    pub(crate) fn see(&self, role: &str, name: &str) -> Element {
        self.app.role(role, &self.tongue.say(name))
    }

    /// Whether it is there now.
    pub(crate) fn sees(&self, role: &str, name: &str) -> bool {
        self.app.now_role(role, &self.tongue.say(name)).is_ok_and(|found| found.is_some())
    }

    /// Waits until it is not there any more.
    pub(crate) fn gone(&self, role: &str, name: &str) {
        self.until(&format!("the {role} {name:?} to go"), || !self.sees(role, name));
    }

    /// Waits for one of several things of a role, and says which came.
    pub(crate) fn either<'n>(&self, role: &str, names: &[&'n str]) -> &'n str {
        within(KEY_WORK, &format!("one of {names:?}"), || names.iter().find(|name| self.sees(role, name)).copied())
    }

    /// Waits until the window shows these words (of the person, or of the app).
    pub(crate) fn says(&self, words: &str) {
        let said = self.tongue.say(words);
        self.until(&format!("the words {words:?}"), || self.app.shows(words) || self.app.shows(&said));
    }

    /// Waits until something holds.
    pub(crate) fn until(&self, what: &str, look: impl FnMut() -> bool) {
        wait_until(PATIENCE, what, look);
    }

    /// Waits until the focus is on what has that role and name.
    pub(crate) fn focus_is(&self, role: &str, name: &str) {
        let wanted = (role.to_owned(), self.tongue.say(name));
        let mut last = None;
        let end = support::wait::now() + PATIENCE;
        while last.as_ref() != Some(&wanted) {
            assert!(support::wait::now() < end, "the focus is on {last:?} and not on {wanted:?}");
            last = self.focus();
        }
    }

    /// Role and name of what has the focus.
    pub(crate) fn focus(&self) -> Option<(String, String)> {
        let element = self.app.focused().ok()?;
        Some((element.role().ok()?, element.name().ok()?))
    }

    /// Insists that the focus can be seen: a ring or a line around it or around the field it is in, and nothing over it.
    pub(crate) fn focus_shows(&self) {
        let body = "
            const e = document.activeElement;
            const ringed = (n) => { const s = getComputedStyle(n); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
            const lined = e.localName === 'textarea' && parseFloat(getComputedStyle(e).borderBottomWidth) >= 3;
            const around = [e, e.parentElement, e.parentElement?.parentElement].filter(Boolean);
            if (!lined && !around.some(ringed)) return 'no ring';
            const box = (e.closest('label') ?? e).getBoundingClientRect();
            const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
            const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 2);
            const top = document.elementFromPoint(x, y);
            return top !== null && (around.includes(top) || e.contains(top) || (e.closest('label')?.contains(top) ?? false)) ? '' : `covered by ${top?.className}`;
        ";
        self.until(&format!("the focus on {:?} to be seen", self.focus()), || self.ask(body, &[]) == json!(""));
    }

    /// What a script in the page answers.
    pub(crate) fn ask(&self, body: &str, args: &[Value]) -> Value {
        self.app.script(body, args).unwrap_or_else(|e| panic!("{body}: {e}"))
    }

    /// A row of the list whose words hold these.
    pub(crate) fn row(&self, words: &str) -> Element {
        within(PATIENCE, &format!("a row with {words:?}"), || self.now_row(words))
    }

    /// The same at once.
    pub(crate) fn now_row(&self, words: &str) -> Option<Element> {
        let at = self.rows().iter().position(|row| row.contains(words))?;
        self.app.all("[role=option]").ok()?.into_iter().nth(at)
    }

    /// Words of the rows that are drawn.
    pub(crate) fn rows(&self) -> Vec<String> {
        let all = self.ask("return Array.from(document.querySelectorAll('[role=option]'), (e) => e.innerText.replace(/\\s+/g, ' '))", &[]);
        all.as_array().into_iter().flatten().map(|t| t.as_str().unwrap_or_default().to_owned()).collect()
    }

    // ---- whole steps

    /// Opens the journal and waits for Today.
    pub(crate) fn unlock(&self, passphrase: &str) {
        self.fill("Passphrase", passphrase);
        self.keys(&["Enter"]);
        self.at_today();
    }

    /// Waits for Today; key work may lie in between.
    pub(crate) fn at_today(&self) {
        wait_until(KEY_WORK, "Today", || {
            self.sees("heading", "Who did you help today, and what did you do?")
                && (self.sees("button", "Lock") || self.sees("button", "Menu"))
        });
    }

    /// To a room, by the rail.
    pub(crate) fn go(&self, room: &str) {
        // In little room the rail is rolled up.
        if !self.sees("button", room) {
            self.click("button", "Menu");
        }
        self.click("button", room);
        self.see("heading", if room == "Today" { "Who did you help today, and what did you do?" } else { room });
    }

    /// Locks by its key, and waits until the program came back by itself, closed and out of the driver's reach.
    pub(crate) fn lock(self) {
        self.lock_by("Control+l");
    }

    /// The same by another key that locks in the end.
    pub(crate) fn lock_by(self, chord: &str) {
        // It may be gone before it could say that the keys were pressed.
        let _ = self.app.press(&[chord]);
        self.ended("the lock");
        let hands = Hands::on(&self.desk.display);
        wait_until(KEY_WORK, "the closed journal's own window", || !hands.windows("Notes").is_empty());
    }

    /// Asks the window to close, as the button in its frame does.
    pub(crate) fn close_window(self) {
        let hands = Hands::on(&self.desk.display);
        hands.take_window("Notes", PATIENCE);
        hands.press("alt+F4");
        self.ended("the closed window");
        wait_until(PATIENCE, "the program to end", || hands.windows("Notes").is_empty());
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(self) {
        self.desk.scratch.end_programs();
    }

    fn ended(&self, why: &str) {
        wait_until(PATIENCE, &format!("the session to end by {why}"), || self.app.ended());
    }

    /// Types the two groups of the recovery sheet back that it asks for. Gives the whole key.
    pub(crate) fn copy_sheet(&self) -> String {
        let groups = self.sheet_groups();
        for (label, number) in self.sheet_asks() {
            self.count();
            self.app.role("textbox", &label).fill(&groups[number - 1]).expect("a group is typed");
        }
        groups.join(" ")
    }

    /// The groups as a screen reader would read them.
    pub(crate) fn sheet_groups(&self) -> Vec<String> {
        self.until("the recovery sheet", || self.app.all("ol[aria-label] > li").is_ok_and(|all| all.len() > 10));
        let named =
            self.ask("return Array.from(document.querySelectorAll('ol[aria-label] > li'), (e) => e.getAttribute('aria-label'))", &[]);
        let groups = named.as_array().into_iter().flatten().map(|t| t.as_str().unwrap_or_default());
        groups.map(|t| t.rsplit(' ').next().unwrap_or_default().trim_matches(['\u{2068}', '\u{2069}']).to_owned()).collect()
    }

    /// Labels of the two fields and the numbers of their groups.
    pub(crate) fn sheet_asks(&self) -> Vec<(String, usize)> {
        let fields = self.app.roles("textbox").unwrap_or_default();
        let numbered = fields.into_iter().filter_map(|(_, name)| {
            let digits: String = name.chars().filter(char::is_ascii_digit).collect();
            Some((name, digits.parse().ok()?))
        });
        numbered.collect()
    }

    /// Sets what the page wears, as the settings of this computer would.
    pub(crate) fn wear(&self, theme: &str, contrast: &str) {
        let body = "const h = document.documentElement.dataset; h.theme = arguments[0]; h.contrast = arguments[1];";
        self.ask(body, &[json!(theme), json!(contrast)]);
    }

    /// Makes the page as large as that, and waits until it is.
    pub(crate) fn size(&self, width: u32, height: u32) {
        self.app.resize(width, height).expect("another size");
        let body = "return [innerWidth, innerHeight]";
        self.until(&format!("a window of {width} × {height}"), || self.ask(body, &[]) == json!([width, height]));
    }
}
