//! Eyes on a watched screen: the pixels as they lie in the server's own memory, and when they changed.
//!
//! Nothing is asked of the server, so looking takes no time from what is looked at but a tenth of a core. Every fourth
//! line of pixels is read: no letter is smaller. Must know nothing of the programs that draw.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::time::{Duration, Instant};
use support::{
    Display,
    wait::{PATIENCE, now},
};

/// Between two looks. No figure of this ring is finer than this and the look itself, together some 4 ms.
const BLINK: Duration = Duration::from_millis(3);
/// Lines between two that are read.
const STRIDE: u32 = 4;
/// Bytes of a pixel that are its colour; the fourth tells who painted it.
const COLOUR: usize = 3;
/// Pixels that may differ between pictures that are the same to anybody.
const NOISE: usize = 12;

/// A part of the screen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) w: u32,
    pub(crate) h: u32,
}

impl Area {
    /// A part of it, from its upper left corner.
    pub(crate) fn part(self, x: u32, y: u32, w: u32, h: u32) -> Area {
        Area { x: self.x + x, y: self.y + y, w: w.min(self.w.saturating_sub(x)), h: h.min(self.h.saturating_sub(y)) }
    }
}

/// What was seen at one moment: the lines that were read, one pixel after the other.
pub(crate) type Picture = Vec<u8>;

/// A screen whose pixels can be read.
pub(crate) struct Screen {
    file: File,
    /// Where the first pixel lies.
    from: u64,
    /// Bytes of one line.
    line: u64,
}

impl Screen {
    /// The pixels of a watched display.
    pub(crate) fn of(display: &Display) -> Screen {
        let file = File::open(display.pixels().expect("a watched display")).expect("the pixels of the screen");
        let mut head = [0; 100];
        file.read_exact_at(&mut head, 0).expect("the head of the dump");
        // Its numbers are written with the highest byte first: 0 the length of the head, 11 bits of a pixel, 12 bytes of a line, 19 colours.
        let number = |n: usize| u64::from(u32::from_be_bytes(head[n * 4..n * 4 + 4].try_into().expect("four bytes")));
        assert_eq!(number(11), 32, "a pixel has four bytes");
        Screen { file, from: number(0) + number(19) * 12, line: number(12) }
    }

    /// A look.
    pub(crate) fn look(&self, area: Area) -> Picture {
        let width = area.w as usize * 4;
        let lines = area.h.div_ceil(STRIDE) as usize;
        let mut picture = vec![0; width * lines];
        for (n, line) in picture.chunks_exact_mut(width).enumerate() {
            let y = u64::from(area.y) + n as u64 * u64::from(STRIDE);
            self.file.read_exact_at(line, self.from + y * self.line + u64::from(area.x) * 4).expect("the screen is there");
        }
        picture
    }

    /// Looks again and again until `told` has an answer; gives it with the time of the look, or nothing after `limit`.
    pub(crate) fn watch<T>(&self, area: Area, limit: Duration, mut told: impl FnMut(&Picture) -> Option<T>) -> Option<(T, Instant)> {
        let end = now() + limit;
        loop {
            let picture = self.look(area);
            let at = now();
            if let Some(answer) = told(&picture) {
                return Some((answer, at));
            }
            if at > end {
                return None;
            }
            std::thread::sleep(BLINK);
        }
    }

    /// What blinks while nobody does anything: the caret. A look every 40 ms for `time`.
    pub(crate) fn blinking(&self, area: Area, time: Duration) -> Mask {
        let first = self.look(area);
        let mut mask = vec![false; first.len() / 4];
        let end = now() + time;
        while now() < end {
            std::thread::sleep(BLINK * 13);
            let picture = self.look(area);
            for ((now, before), hidden) in picture.chunks_exact(4).zip(first.chunks_exact(4)).zip(&mut mask) {
                *hidden |= now[..COLOUR] != before[..COLOUR];
            }
        }
        Mask { hidden: mask }
    }

    /// Does something and waits until nothing that `matters` (now, before) has changed for `calm`; gives what it did and the
    /// time of the last such change, if there was one.
    pub(crate) fn after<T>(
        &self,
        area: Area,
        matters: impl Fn(&Picture, &Picture) -> bool,
        calm: Duration,
        act: impl FnOnce() -> T,
    ) -> (T, Option<Instant>) {
        let (mut last, mut changed) = (self.look(area), None);
        let done = act();
        let start = now();
        self.watch(area, PATIENCE, |picture| {
            let at = now();
            if matters(picture, &last) {
                changed = Some(at);
                last.clone_from(picture);
            }
            (at > changed.unwrap_or(start) + calm).then_some(())
        });
        (done, changed)
    }
}

/// Places that do not count, because a caret blinks there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mask {
    hidden: Vec<bool>,
}

impl Mask {
    /// How many pixels are blinking.
    pub(crate) fn size(&self) -> usize {
        self.hidden.iter().filter(|h| **h).count()
    }

    /// How many pixels differ. Pictures of the same area as the mask's, or any with an empty mask.
    pub(crate) fn differ(&self, one: &Picture, other: &Picture) -> usize {
        if one == other {
            return 0;
        }
        let pixels = one.chunks_exact(4).zip(other.chunks_exact(4)).enumerate();
        pixels.filter(|(n, (a, b))| a[..COLOUR] != b[..COLOUR] && !self.hidden.get(*n).is_some_and(|h| *h)).count()
    }

    /// Whether both pictures show the same.
    pub(crate) fn same(&self, one: &Picture, other: &Picture) -> bool {
        self.differ(one, other) <= NOISE
    }
}

/// Whether more than a third of the lines differ: other rows are shown, not one row in another colour.
pub(crate) fn other_rows(area: Area, one: &Picture, other: &Picture) -> bool {
    let line = area.w as usize * 4;
    let differing = one.chunks_exact(line).zip(other.chunks_exact(line)).filter(|(a, b)| a != b).count();
    differing * 3 > one.len() / line
}

/// Whether something is drawn: two hundred pixels that are neither the empty screen (`root`) nor the window's ground.
pub(crate) fn is_drawn(picture: &Picture, root: [u8; 4]) -> bool {
    let mut ground = None;
    let strange = picture.chunks_exact(4).map(|pixel| &pixel[..COLOUR]).filter(|pixel| {
        // The window is cleared in strips now and then, so some of the empty screen may still be seen.
        *pixel != &root[..COLOUR] && *pixel != *ground.get_or_insert(*pixel)
    });
    strange.take(200).count() == 200
}
