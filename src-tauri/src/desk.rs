//! What the running program holds: the door to the journal, and the quiet work done while nobody types.

use crate::graphics::Guard;
use crate::host::DesktopHost;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;
use tauri::{AppHandle, Manager, RunEvent};
use wire::{Door, Fault};
use zeroize::Zeroize;

/// How long nothing must be asked before unfinished business of the file is put in order.
const QUIET: Duration = Duration::from_secs(5);

/// The program's state, held by Tauri.
pub(crate) struct Desk {
    door: Arc<Mutex<Door>>,
    asked: mpsc::Sender<()>,
    calls: AtomicU64,
    guard: Guard,
}

impl Desk {
    pub(crate) fn new(door: Door, guard: Guard) -> Self {
        let door = Arc::new(Mutex::new(door));
        let (asked, calls) = mpsc::channel();
        let quiet_door = Arc::clone(&door);
        std::thread::spawn(move || tidy_when_quiet(&quiet_door, &calls));
        Self { door, asked, calls: AtomicU64::new(0), guard }
    }

    /// Has one call answered. The request may hold a passphrase and is wiped afterwards.
    pub(crate) fn answer(&self, host: &mut DesktopHost, name: &str, mut request: String) -> Result<String, Fault> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        let answer = lock(&self.door).answer(host, name, &request);
        request.zeroize();
        // Without the listener only the tidying is missing; closing does it then.
        let _ = self.asked.send(());
        answer
    }

    /// How many calls there were: a page that asks is alive.
    pub(crate) fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    /// The window is painted.
    pub(crate) fn drawn(&self) {
        self.guard.drawn();
    }

    /// Closes the journal: what is in the log goes into the file, the keys are wiped.
    pub(crate) fn close(&self) {
        lock(&self.door).close();
    }
}

/// Waits for calls; once they have stopped for a while, checkpoints, and makes the day's backup when it is due.
fn tidy_when_quiet(door: &Mutex<Door>, calls: &mpsc::Receiver<()>) {
    while calls.recv().is_ok() {
        while calls.recv_timeout(QUIET).is_ok() {}
        let copy = lock(door).quiet();
        // Checking the copy takes the longest and needs no journal: whoever types now does not wait for it.
        if let Some(copy) = copy {
            // A copy that fails its check removes itself; the next quiet hour tries again.
            let _ = copy.finish();
        }
    }
}

fn lock(door: &Mutex<Door>) -> MutexGuard<'_, Door> {
    // A call that panicked rolled its transaction back; the journal itself is whole.
    door.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The program ends: the journal closes first, however it ends.
pub(crate) fn on_event(app: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        app.state::<Desk>().close();
    }
}
