//! A screen that nobody sees, with a window manager on it, for one test or for several after each other.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::{
    process::Guarded,
    wait::{PATIENCE, wait_until},
};

/// Cells of a glance: columns and rows.
const GLANCE: (usize, usize) = (64, 40);
/// Shades that a screen with a page on it shows at a glance; an empty window has fewer.
const SHADES: usize = 30;
/// Cells that differ between two screens at the least, and in one screen at the most: a caret may blink.
const OTHER: usize = 40;
const ALIKE: usize = 4;

/// An X server without a graphics card. Ends when it is dropped.
#[derive(Debug)]
pub struct Display {
    name: String,
    pixels: Option<tempfile::TempDir>,
    _home: tempfile::TempDir,
    // Fields are dropped in this order: the window manager goes before its server.
    _manager: Guarded,
    _server: Server,
}

#[derive(Debug)]
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Display {
    /// Starts Xvfb with a screen of 1600 × 1000 on a number that it finds free itself, then openbox.
    ///
    /// # Panics
    /// When one of them is missing or does not come up.
    pub fn start() -> Display {
        Display::up(None)
    }

    /// The same with its pixels in a file, where they can be watched without asking the server ([`Display::pixels`]).
    ///
    /// # Panics
    /// As `start` does.
    pub fn watched() -> Display {
        // In memory where that is possible: what is drawn would be written to the disk otherwise.
        let memory = std::path::Path::new("/dev/shm");
        let place =
            tempfile::Builder::new().prefix("cairn-test-").tempdir_in(if memory.is_dir() { memory } else { std::path::Path::new("/tmp") });
        Display::up(Some(place.expect("a temporary folder")))
    }

    fn up(pixels: Option<tempfile::TempDir>) -> Display {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]);
        if let Some(place) = &pixels {
            server.arg("-fbdir").arg(place.path());
        }
        let mut server = server
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("Xvfb: {e}. `cargo xtask setup` installs it."));
        let mut number = String::new();
        let said = server.stdout.take().expect("stdout was piped");
        // Written when the server is ready; an empty line's end means that it fell.
        let _ = BufReader::new(said).read_line(&mut number);
        let server = Server(server);
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        let name = format!(":{}", number.trim());

        // Its own home: settings of the person at the machine would change where windows open.
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut openbox = Command::new("openbox");
        openbox.env("DISPLAY", &name).env("HOME", home.path()).env("XDG_CONFIG_HOME", home.path()).env("XDG_CACHE_HOME", home.path());
        openbox.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("XAUTHORITY");
        let manager = Guarded::start(&mut openbox).unwrap_or_else(|e| panic!("openbox: {e}. `cargo xtask setup` installs it."));
        let display = Display { name, pixels, _home: home, _manager: manager, _server: server };
        // Only a window manager says which desktop is shown.
        wait_until(PATIENCE, "openbox to manage the screen", || display.xdotool(&["get_desktop"]).is_some());
        display
    }

    /// For the variable DISPLAY.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file in which a watched screen keeps its pixels, in the format of X window dumps.
    pub fn pixels(&self) -> Option<PathBuf> {
        self.pixels.as_ref().map(|place| place.path().join("Xvfb_screen0"))
    }

    /// Asks or commands the screen. Nothing when xdotool failed.
    pub fn xdotool(&self, args: &[&str]) -> Option<String> {
        let mut command = Command::new("xdotool");
        let out = command.args(args).env("DISPLAY", &self.name).env_remove("XAUTHORITY").stderr(Stdio::null()).output();
        let out = out.unwrap_or_else(|e| panic!("xdotool: {e}. `cargo xtask setup` installs it."));
        out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
    }

    /// A picture of the whole screen, where ImageMagick is installed. `name` without an ending.
    pub fn screenshot(&self, name: &str) -> Option<PathBuf> {
        let path = crate::screens_dir().join(format!("{name}.png"));
        std::fs::create_dir_all(path.parent()?).ok()?;
        let mut import = Command::new("import");
        import.args(["-window", "root"]).arg(&path).env("DISPLAY", &self.name).stderr(Stdio::null());
        import.status().ok()?.success().then_some(path)
    }

    /// The whole screen at a glance: [`GLANCE`] cells of grey, 0 to 255, row by row. Needs ImageMagick.
    pub fn glance(&self) -> Option<Vec<u8>> {
        let mut import = Command::new("import");
        import.args(["-window", "root", "-resize", &format!("{}x{}!", GLANCE.0, GLANCE.1), "-depth", "8", "gray:-"]);
        let out = import.env("DISPLAY", &self.name).stderr(Stdio::null()).output().ok()?;
        (out.stdout.len() == GLANCE.0 * GLANCE.1).then_some(out.stdout)
    }

    /// Waits until another screen than the one before is painted and stands still, three times alike, and gives its glance.
    ///
    /// # Panics
    /// When `limit` has passed.
    pub fn settled(&self, before: &[u8], limit: Duration) -> Vec<u8> {
        let mut last = [const { Vec::new() }; 3];
        wait_until(limit, "another screen to stand still", || {
            last.rotate_left(1);
            last[2] = self.glance().unwrap_or_default();
            let shades: BTreeSet<&u8> = last[2].iter().collect();
            shades.len() > SHADES && differ(&last[2], before) > OTHER && last.iter().all(|one| differ(one, &last[2]) < ALIKE)
        });
        let [.., last] = last;
        last
    }
}

/// How many cells of two glances differ so that one sees it.
fn differ(one: &[u8], other: &[u8]) -> usize {
    let same = one.iter().zip(other).filter(|(a, b)| a.abs_diff(**b) < 4).count();
    one.len().max(other.len()) - same
}
