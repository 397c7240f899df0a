//! Waiting on a state. The only clock of the tests.

use std::time::{Duration, Instant};

/// How often a state is looked at.
const STEP: Duration = Duration::from_millis(25);

/// How long a window may take for anything that is not named as slow. Generous: a loaded machine is not a fault.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Looks until `look` gives something, and gives that.
///
/// # Panics
/// When `limit` has passed: `what` is said as the thing that never came.
pub fn within<T>(limit: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = now() + limit;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(now() < end, "waited {} s in vain: {what}", limit.as_secs_f32());
        std::thread::sleep(STEP);
    }
}

/// Looks until `look` says yes.
///
/// # Panics
/// When `limit` has passed.
pub fn wait_until(limit: Duration, what: &str, mut look: impl FnMut() -> bool) {
    within(limit, what, || look().then_some(()));
}

/// Looks until `look` says yes, or until `limit` has passed. Tells which.
pub fn shows_within(limit: Duration, mut look: impl FnMut() -> bool) -> bool {
    let end = now() + limit;
    while now() < end {
        if look() {
            return true;
        }
        std::thread::sleep(STEP);
    }
    false
}

/// The time, for measuring how long a thing took.
#[allow(clippy::disallowed_methods, reason = "tests wait on real programs, so they need the real clock")]
pub fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{wait_until, within};

    #[test]
    fn what_comes_is_given_and_what_does_not_come_is_named() {
        let mut looks = 0;
        let found = within(Duration::from_secs(5), "the third look", || {
            looks += 1;
            (looks == 3).then_some(looks)
        });
        assert_eq!(found, 3);
        let never = std::panic::catch_unwind(|| wait_until(Duration::ZERO, "the sea", || false));
        let said = never.unwrap_err();
        assert!(said.downcast_ref::<String>().is_some_and(|s| s.contains("the sea")));
    }
}
