//! The system's clock: the one place of the core that reads it, for the programs to hand in.

use model::{Clock, Now, Stamp};

/// The computer's clock and zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> Now {
        let now = chrono::Local::now();
        Now {
            stamp: Stamp::from_millis(now.timestamp_millis()),
            offset_minutes: now.offset().local_minus_utc() / 60,
            zone: iana_time_zone::get_timezone().ok(),
        }
    }
}
