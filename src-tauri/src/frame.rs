//! The size of the window, from one start to the next. Its place is the desktop's business, which on Wayland tells nobody.
//!
//! Holds lengths and nothing else.

use journal::Home;
use journal::device::{self, Memory};
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};

/// Below this nothing of a room can be read, in pixels as the page counts them.
pub(crate) const LEAST: Size = Size { width: 360.0, height: 480.0 };
/// Before anybody chose.
const USUAL: Size = Size { width: 1240.0, height: 800.0 };

/// A width and a height, in pixels as the page counts them.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Size {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Size {
    fn like(self, other: Self) -> bool {
        (self.width - other.width).abs() < 1.5 && (self.height - other.height).abs() < 1.5
    }
}

/// What is kept between two starts.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) maximised: bool,
}

impl Kept {
    /// The last window, or the usual one.
    pub(crate) fn load(home: &Home) -> Self {
        let usual = Self { width: USUAL.width, height: USUAL.height, maximised: false };
        device::recall::<Self>(home, Memory::Window).filter(|kept| kept.width.is_finite() && kept.height.is_finite()).unwrap_or(usual)
    }

    /// The size to ask for on a screen of that size. A screen that nothing is known of has room.
    pub(crate) fn within(self, screen: Option<Size>) -> Size {
        let fit = |wanted: f64, room: Option<f64>, least: f64| wanted.min(room.unwrap_or(f64::MAX)).max(least);
        Size {
            width: fit(self.width, screen.map(|s| s.width), LEAST.width),
            height: fit(self.height, screen.map(|s| s.height), LEAST.height),
        }
    }
}

/// How the window was made and what has become of it. The desktop may give another size than was asked for (it counts its own
/// frame, or sets windows side by side); only what changes after that is somebody's wish. So no window grows from start to start.
#[derive(Debug)]
struct Life {
    asked: Size,
    /// What the desktop made of it; known once the page asks its first question.
    given: Option<Size>,
    stands: bool,
    /// The last two sizes since, the newer one last.
    since: [Option<Size>; 2],
}

impl Life {
    /// Not every desktop tells the size that it gave; a maximised window's says nothing of it.
    fn stand(&mut self, now: Size, maximised: bool) {
        self.given = (!maximised).then_some(now);
        self.stands = true;
    }

    fn resized(&mut self, size: Size, maximised: bool) {
        if maximised {
            return;
        }
        if self.stands && self.given.is_some() {
            if !self.since[1].is_some_and(|last| last.like(size)) {
                self.since = [self.since[1], Some(size)];
            }
        } else {
            self.given = Some(size);
        }
    }

    /// What to keep of a window that has this size now.
    fn kept(&self, now: Size, maximised: bool) -> Kept {
        // The size of a maximised window is the screen's, which may be told before it is known to be maximised;
        // the one before is the person's.
        let chosen = match self.since {
            _ if !maximised => Some(now),
            [before, Some(last)] if last.like(now) => before,
            [_, last] => last,
        };
        let grown = |chosen: f64, given: f64, asked: f64| asked + chosen - given;
        let Size { width, height } = match (chosen, self.given) {
            (Some(chosen), Some(given)) => Size {
                width: grown(chosen.width, given.width, self.asked.width),
                height: grown(chosen.height, given.height, self.asked.height),
            },
            _ => self.asked,
        };
        Kept { width: width.round().max(LEAST.width), height: height.round().max(LEAST.height), maximised }
    }
}

/// The window's frame while it is open.
#[derive(Debug)]
pub(crate) struct Frame {
    home: Home,
    life: Mutex<Life>,
}

impl Frame {
    /// A window that was asked for in that size.
    pub(crate) fn new(home: Home, asked: Size) -> Self {
        Self { home, life: Mutex::new(Life { asked, given: None, stands: false, since: [None; 2] }) }
    }

    fn life(&self) -> std::sync::MutexGuard<'_, Life> {
        self.life.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It has another size now.
    pub(crate) fn resized(&self, size: Size, maximised: bool) {
        self.life().resized(size, maximised);
    }

    /// The window stands, in that size: from here on sizes are chosen.
    pub(crate) fn stands(&self, now: Size, maximised: bool) {
        self.life().stand(now, maximised);
    }

    /// It is about to go.
    pub(crate) fn keep(&self, now: Size, maximised: bool) {
        let kept = self.life().kept(now, maximised);
        // A size that is lost is chosen again.
        let _ = device::remember(&self.home, Memory::Window, &kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(width: f64, height: f64) -> Size {
        Size { width, height }
    }

    fn check(sizes: &[(f64, f64)], maximised: bool, width: f64, height: f64) {
        let mut life = Life { asked: size(1000.0, 700.0), given: None, stands: false, since: [None; 2] };
        // The desktop's own frame makes every window 20 wider and 40 taller than it was asked for.
        life.stand(size(1020.0, 740.0), false);
        sizes.iter().for_each(|(w, h)| life.resized(size(*w, *h), false));
        let now = sizes.last().map_or(size(1020.0, 740.0), |(w, h)| size(*w, *h));
        assert_eq!(life.kept(now, maximised), Kept { width, height, maximised }, "{sizes:?}");
    }

    #[test]
    fn the_size_that_somebody_chose_is_kept_and_no_window_grows_by_itself() {
        check(&[], false, 1000.0, 700.0);
        check(&[(1020.0, 740.0)], false, 1000.0, 700.0);
        check(&[(900.0, 640.0)], false, 880.0, 600.0);
        check(&[(900.0, 640.0), (1320.0, 840.0)], false, 1300.0, 800.0);
        check(&[(200.0, 100.0)], false, LEAST.width, LEAST.height);
    }

    #[test]
    fn a_maximised_window_keeps_the_size_that_it_had_before() {
        check(&[(1920.0, 1080.0)], true, 1000.0, 700.0);
        check(&[(900.0, 640.0), (1920.0, 1080.0)], true, 880.0, 600.0);
        check(&[(900.0, 640.0), (1920.0, 1080.0), (1920.0, 1080.0)], true, 880.0, 600.0);
    }

    #[test]
    fn a_window_that_came_up_maximised_keeps_its_size_until_somebody_takes_another() {
        let asked = size(1000.0, 700.0);
        let mut life = Life { asked, given: None, stands: false, since: [None; 2] };
        life.resized(size(1920.0, 1080.0), false);
        life.stand(size(1920.0, 1080.0), true);
        life.resized(size(1920.0, 1080.0), true);
        assert_eq!(life.kept(size(1920.0, 1080.0), true), Kept { width: 1000.0, height: 700.0, maximised: true });
        // Let down: what the desktop gives now is what was asked for.
        life.resized(size(1020.0, 740.0), false);
        assert_eq!(life.kept(size(1020.0, 740.0), false), Kept { width: 1000.0, height: 700.0, maximised: false });
        life.resized(size(920.0, 640.0), false);
        assert_eq!(life.kept(size(920.0, 640.0), false), Kept { width: 900.0, height: 600.0, maximised: false });
    }

    #[test]
    fn a_window_fits_on_the_screen_that_is_there_now() {
        let kept = Kept { width: 2400.0, height: 1300.0, maximised: false };
        assert_eq!(kept.within(Some(size(1366.0, 768.0))), size(1366.0, 768.0));
        assert_eq!(kept.within(None), size(2400.0, 1300.0));
        assert_eq!(Kept { width: 10.0, height: -5.0, maximised: false }.within(Some(size(1366.0, 768.0))), LEAST);
    }

    #[test]
    fn a_strange_file_is_the_usual_window() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().to_owned());
        for text in ["", "width = 'wide'", "width = nan\nheight = 1.0\nmaximised = false", "\u{0}"] {
            #[allow(clippy::disallowed_methods, reason = "a broken file is what is wanted")]
            std::fs::write(home.window_file(), text).unwrap();
            assert_eq!(Kept::load(&home), Kept { width: USUAL.width, height: USUAL.height, maximised: false }, "{text:?}");
        }
        let frame = Frame::new(home.clone(), USUAL);
        frame.stands(USUAL, false);
        frame.resized(size(900.0, 640.0), false);
        frame.keep(size(900.0, 640.0), false);
        assert_eq!(Kept::load(&home), Kept { width: 900.0, height: 640.0, maximised: false });
    }
}
