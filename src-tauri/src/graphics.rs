//! Which way WebKitGTK draws, chosen before GTK starts, and what is tried next when a window was never painted.
//!
//! Holds no word of a journal. What the person set themselves always wins.

use journal::Home;
use journal::device::{self, Memory};
use serde::{Deserialize, Serialize};

/// A way of drawing. Each goes further down from the card to the processor than the one before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Rung {
    /// As WebKitGTK thinks best.
    Usual,
    /// Drawn by the card, handed over in shared memory.
    SharedMemory,
    /// Drawn by the processor.
    Processor,
    /// Painted straight into the window, without layers.
    Straight,
    /// Both: by the processor, and without layers.
    Flat,
    /// The same, through X11.
    X11,
}

const LADDER: [Rung; 6] = [Rung::Usual, Rung::SharedMemory, Rung::Processor, Rung::Straight, Rung::Flat, Rung::X11];

const SHARED_MEMORY: &str = "WEBKIT_DMABUF_RENDERER_FORCE_SHM";
const NO_DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
const NO_LAYERS: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

impl Rung {
    fn variables(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Usual => &[],
            Self::SharedMemory => &[(SHARED_MEMORY, "1")],
            Self::Processor => &[(NO_DMABUF, "1")],
            Self::Straight => &[(NO_LAYERS, "1")],
            Self::Flat => &[(NO_DMABUF, "1"), (NO_LAYERS, "1")],
            Self::X11 => &[(NO_DMABUF, "1"), (NO_LAYERS, "1"), ("GDK_BACKEND", "x11")],
        }
    }

    fn next(self, has_x11: bool) -> Option<Self> {
        let next = LADDER.iter().skip_while(|rung| **rung != self).nth(1).copied()?;
        (has_x11 || next != Self::X11).then_some(next)
    }
}

/// Written before the window is made. Found again, it tells how the last start ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Marker {
    /// The way that was taken.
    rung: Rung,
    /// Whether the window was painted.
    drawn: bool,
    /// Which versions took it: others may do better.
    of: String,
}

/// What is known of the machine.
#[derive(Clone, Debug)]
struct Machine {
    /// NVIDIA's own driver is there.
    nvidia: bool,
    /// The kernel offers a graphics card that can draw for a program.
    card: bool,
    /// There is an X server.
    has_x11: bool,
    /// Versions of the program and of WebKitGTK.
    versions: String,
    /// WebKitGTK understands [`SHARED_MEMORY`]: from 2.46 on.
    shares_memory: bool,
}

impl Machine {
    /// Where a machine begins that nothing is known of yet. NVIDIA's own driver shows blank windows by the usual way.
    /// Without a card, the usual way has a processor play one: 80 MB for it, and twenty times the work for each blink of a caret.
    fn first(&self) -> Rung {
        match (self.nvidia, self.card, self.shares_memory) {
            (false, true, _) => Rung::Usual,
            (false, false, _) => Rung::Straight,
            (true, _, true) => Rung::SharedMemory,
            (true, _, false) => Rung::Processor,
        }
    }
}

/// The way to take after what the marker tells. A window that was never painted goes one further down, and after the last one
/// back to the first; a way that worked is kept until one of the versions changes.
fn rung(marker: Option<&Marker>, machine: &Machine) -> Rung {
    match marker {
        Some(marker) if marker.of == machine.versions => {
            if marker.drawn {
                marker.rung
            } else {
                marker.rung.next(machine.has_x11).unwrap_or(machine.first())
            }
        }
        _ => machine.first(),
    }
}

/// What is to be done once the window is painted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guard {
    home: Option<Home>,
    taken: Option<Marker>,
    /// The way taken is where this machine would begin anyway.
    first: bool,
}

impl Guard {
    /// The window is painted: what works is remembered, or nothing has to be.
    pub(crate) fn drawn(&self) {
        let (Some(home), Some(marker)) = (&self.home, &self.taken) else { return };
        if self.first {
            device::forget(home, Memory::Drawing);
        } else {
            // Without the note, the next start goes down one more: no harm but speed.
            let _ = device::remember(home, Memory::Drawing, &Marker { drawn: true, ..marker.clone() });
        }
    }
}

/// Chooses, sets, and notes what was taken. `safe`: asked for on the command line, for this start alone.
#[cfg(target_os = "linux")]
pub(crate) fn choose(home: &Home, safe: bool) -> Guard {
    // The driver of the tests takes its pictures from the layers: without them it waits for ever.
    if cfg!(feature = "e2e") {
        return Guard::default();
    }
    // Somebody who has set one of these knows their machine.
    if crate::harden::GRAPHICS.iter().any(|name| std::env::var_os(name).is_some()) {
        return Guard::default();
    }
    if safe {
        take(Rung::Flat);
        return Guard::default();
    }
    let machine = look();
    let rung = rung(device::recall::<Marker>(home, Memory::Drawing).as_ref(), &machine);
    take(rung);
    if machine.nvidia && std::env::var_os("WAYLAND_DISPLAY").is_some() && std::env::var_os("__NV_DISABLE_EXPLICIT_SYNC").is_none() {
        crate::harden::set_variable("__NV_DISABLE_EXPLICIT_SYNC", "1");
    }
    let marker = Marker { rung, drawn: false, of: machine.versions.clone() };
    // A disk that takes nothing has no guard; the window may still open.
    let _ = device::remember(home, Memory::Drawing, &marker);
    Guard { home: Some(home.clone()), taken: Some(marker), first: rung == machine.first() }
}

/// Elsewhere the system's own view draws.
#[cfg(not(target_os = "linux"))]
pub(crate) fn choose(_home: &Home, _safe: bool) -> Guard {
    Guard::default()
}

#[cfg(target_os = "linux")]
fn take(rung: Rung) {
    for (name, value) in rung.variables() {
        crate::harden::set_variable(name, value);
    }
}

/// Whether there is a `/dev/dri/renderD128` or a further one.
#[cfg(target_os = "linux")]
fn has_card() -> bool {
    let all = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    all.map(|node| node.file_name()).any(|name| name.to_string_lossy().starts_with("renderD"))
}

#[cfg(target_os = "linux")]
fn look() -> Machine {
    let webkit = tauri::webview_version().unwrap_or_default();
    let mut numbers = webkit.split('.').map(|n| n.parse::<u32>().unwrap_or(0));
    let version = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    Machine {
        nvidia: std::path::Path::new("/proc/driver/nvidia/version").exists(),
        card: has_card(),
        has_x11: std::env::var_os("DISPLAY").is_some(),
        versions: format!("Cairn {}, WebKitGTK {webkit}", env!("CARGO_PKG_VERSION")),
        shares_memory: version >= (2, 46),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine() -> Machine {
        Machine { nvidia: false, card: true, has_x11: true, versions: "1".into(), shares_memory: true }
    }

    fn after(rung: Rung, drawn: bool) -> Marker {
        Marker { rung, drawn, of: "1".into() }
    }

    #[test]
    fn a_machine_begins_where_its_card_draws() {
        for (nvidia, card, shares_memory, first) in [
            (false, true, true, Rung::Usual),
            (false, true, false, Rung::Usual),
            (false, false, true, Rung::Straight),
            (true, true, true, Rung::SharedMemory),
            (true, false, true, Rung::SharedMemory),
            (true, true, false, Rung::Processor),
        ] {
            assert_eq!(rung(None, &Machine { nvidia, card, shares_memory, ..machine() }), first, "{nvidia} {card} {shares_memory}");
        }
        for (variable, _) in LADDER.iter().flat_map(|rung| rung.variables()).filter(|(name, _)| *name != "GDK_BACKEND") {
            assert!(crate::harden::GRAPHICS.contains(variable), "{variable} is never scrubbed");
        }
    }

    #[test]
    fn a_window_that_was_never_painted_goes_one_further_down_each_time() {
        let mut taken = vec![rung(None, &machine())];
        for _ in 0..6 {
            taken.push(rung(Some(&after(*taken.last().unwrap(), false)), &machine()));
        }
        assert_eq!(taken[..6], LADDER);
        assert_eq!(taken[6], Rung::Usual, "after the last way, the first again: nobody is kept out for good");
    }

    #[test]
    fn x11_is_tried_only_where_there_is_one() {
        let machine = Machine { has_x11: false, ..machine() };
        assert_eq!(rung(Some(&after(Rung::Flat, false)), &machine), Rung::Usual);
    }

    #[test]
    fn a_way_that_worked_is_kept_until_a_version_changes() {
        for worked in LADDER {
            assert_eq!(rung(Some(&after(worked, true)), &machine()), worked);
        }
        let newer = Machine { versions: "2".into(), ..machine() };
        assert_eq!(rung(Some(&after(Rung::Flat, true)), &newer), Rung::Usual);
        assert_eq!(rung(Some(&after(Rung::Flat, false)), &newer), Rung::Usual);
    }

    #[test]
    fn the_note_is_there_until_the_window_is_painted() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().join("cairn"));
        let marker = after(Rung::Flat, false);
        device::remember(&home, Memory::Drawing, &marker).unwrap();
        assert_eq!(device::recall(&home, Memory::Drawing), Some(marker.clone()));
        let guard = Guard { home: Some(home.clone()), taken: Some(marker), first: false };
        guard.drawn();
        assert_eq!(device::recall(&home, Memory::Drawing), Some(after(Rung::Flat, true)));
        Guard { first: true, ..guard }.drawn();
        assert!(!home.drawing_file().exists());
    }
}
