//! The caret of the page. WebKitGTK lets it blink for as long as a window is open, and asked not to blink it may hide it for
//! good or look at it without a pause. So here it is made to stand, and `ui/src/parts/caret.ts` lets it blink while
//! somebody types, as in every other field of the desktop.
//!
//! Must never see a key.

use gtk::prelude::*;

/// Half of it, in milliseconds, is how long a caret is shown before it is hidden: days.
const STANDS: i32 = i32::MAX;

/// Makes the webview's own caret stand. Answers whether the page is to let it blink, which is the desktop's choice. Must be
/// called on GTK's thread, before there is a webview.
pub(crate) fn stand() -> bool {
    let Some(settings) = gtk::Settings::default() else { return false };
    let blinks = settings.property("gtk-cursor-blink");
    if blinks {
        settings.set_property("gtk-cursor-blink-time", STANDS);
    }
    blinks
}
