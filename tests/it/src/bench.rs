//! The window's door with a program around it that only notes what it is told, and a clock that can be turned.

use journal::{Home, Session, SlotCost, SystemChance};
use model::{Clock, DeviceSettings, Now, Stamp};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use wire::{Code, Door, Fault, Host};

pub(crate) const PASSPHRASE: &str = "harbor violin ottoman crisp meadow";

/// A door, and everything it needs, in a folder of its own.
pub(crate) struct Bench {
    pub(crate) dir: Arc<tempfile::TempDir>,
    pub(crate) door: Door,
    pub(crate) host: Noting,
    millis: Arc<AtomicI64>,
}

/// A program around the page that does nothing but take notes.
#[derive(Default)]
pub(crate) struct Noting {
    /// Where a file is to be saved; nothing: the person thinks better of it.
    pub(crate) save_in: Option<PathBuf>,
    pub(crate) suggested: Vec<String>,
    pub(crate) prints: usize,
    pub(crate) devices: Vec<DeviceSettings>,
    pub(crate) drawn: usize,
    pub(crate) relocks: usize,
    pub(crate) quits: usize,
}

impl Host for Noting {
    fn choose_save(&mut self, suggested: &str) -> Option<PathBuf> {
        self.suggested.push(suggested.to_owned());
        self.save_in.as_ref().map(|dir| dir.join(suggested))
    }
    fn print(&mut self) {
        self.prints += 1;
    }
    fn device_changed(&mut self, device: &DeviceSettings) {
        self.devices.push(device.clone());
    }
    fn drawn(&mut self) {
        self.drawn += 1;
    }
    fn relock(&mut self) {
        self.relocks += 1;
    }
    fn quit(&mut self) {
        self.quits += 1;
    }
}

struct Turned(Arc<AtomicI64>);

impl Clock for Turned {
    fn now(&self) -> Now {
        let stamp = Stamp::from_millis(self.0.load(Ordering::Relaxed));
        Now { stamp, offset_minutes: 60, zone: Some("Europe/Berlin".into()) }
    }
}

fn door(home: &Path, millis: &Arc<AtomicI64>) -> Door {
    let session = Session::new(Home::at(home.to_owned()), Box::new(Turned(Arc::clone(millis))), Box::new(SystemChance));
    Door::new(session.with_cost(SlotCost::insecure_for_tests(10)), "9.8.7")
}

impl Bench {
    /// No journal yet. It is 21:12 on Saturday, 28 February 2026.
    pub(crate) fn empty() -> Self {
        let dir = Arc::new(tempfile::tempdir().unwrap());
        let millis = Arc::new(AtomicI64::new(0));
        let door = door(&dir.path().join("cairn"), &millis);
        let bench = Self { dir, door, host: Noting::default(), millis };
        bench.set_clock("2026-02-28T21:12:00+01:00");
        bench
    }

    /// An open journal, its sheet not confirmed.
    pub(crate) fn open() -> Self {
        let mut bench = Self::empty();
        bench.ask("journal_create", json!({ "passphrase": PASSPHRASE, "weak_ok": true, "first": null }));
        bench
    }

    /// Another program's door on a folder within this bench's.
    pub(crate) fn beside(&self, folder: &str) -> Self {
        let door = door(&self.dir.path().join(folder), &self.millis);
        Self { dir: Arc::clone(&self.dir), door, host: Noting::default(), millis: Arc::clone(&self.millis) }
    }

    /// The same journal after the program was ended in the middle of everything: nothing is closed in order.
    pub(crate) fn killed_and_started_again(self) -> Self {
        // What a killed process leaves: the files as they lie, while the log is still open.
        crate::folder::copy(&self.home(), &self.dir.path().join("after"));
        let next = self.beside("after");
        drop(self);
        next
    }

    pub(crate) fn home(&self) -> PathBuf {
        let after = self.dir.path().join("after");
        if after.exists() { after } else { self.dir.path().join("cairn") }
    }

    pub(crate) fn set_clock(&self, rfc3339: &str) {
        self.millis.store(Stamp::parse(rfc3339).unwrap().millis(), Ordering::Relaxed);
    }

    /// A call that is answered.
    #[track_caller]
    pub(crate) fn ask(&mut self, name: &str, request: Value) -> Value {
        match self.door.answer(&mut self.host, name, &request.to_string()) {
            Ok(reply) => serde_json::from_str(&reply).unwrap(),
            Err(fault) => panic!("{name}: {fault:?}"),
        }
    }

    /// A call that is refused with that code.
    #[track_caller]
    pub(crate) fn refused(&mut self, name: &str, request: Value, code: Code) -> Fault {
        match self.door.answer(&mut self.host, name, &request.to_string()) {
            Ok(reply) => panic!("{name} was answered: {reply}"),
            Err(fault) => {
                assert_eq!(fault.code, code, "{name}: {fault:?}");
                fault
            }
        }
    }

    #[track_caller]
    pub(crate) fn unlock(&mut self) -> Value {
        self.ask("journal_unlock", json!({ "passphrase": PASSPHRASE }))
    }

    /// Keeps an entry with that text. Gives its id.
    #[track_caller]
    pub(crate) fn keep(&mut self, text: &str) -> String {
        let kept = self.ask("moment_save", json!({ "writing": { "text": text }, "draft": null }));
        kept["entry"]["id"].as_str().unwrap().to_owned()
    }

    /// Every entry of the time line, newest first, each whole.
    pub(crate) fn all(&mut self) -> Vec<Value> {
        let (mut all, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = self.ask("timeline_page", json!({ "query": "", "kinds": [], "starred": false, "after": after, "limit": 100 }));
            for row in page["rows"].as_array().unwrap() {
                all.push(self.ask("moment_show", json!({ "id": row["id"] }))["entry"].clone());
            }
            after = page["next"].clone();
            if after.is_null() {
                return all;
            }
        }
    }
}
