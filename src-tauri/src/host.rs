//! What only a desktop can do for a call: ask where to save, print, lock, quit.

use crate::{desk::Desk, window};
use model::DeviceSettings;
use std::path::PathBuf;
use tauri::{AppHandle, Manager, WebviewWindow};
use wire::Host;

/// The desktop behind one call.
pub(crate) struct DesktopHost {
    app: AppHandle,
    window: WebviewWindow,
    then: Option<Then>,
}

/// What happens once the reply is on its way.
enum Then {
    Relock,
    Quit,
}

impl DesktopHost {
    pub(crate) fn new(app: AppHandle, window: WebviewWindow) -> Self {
        Self { app, window, then: None }
    }

    /// Does what had to wait for the reply.
    pub(crate) fn after_reply(self) {
        if self.then.is_some() {
            window::keep_frame(&self.window);
        }
        match self.then {
            None => {}
            Some(Then::Quit) => self.app.exit(0),
            Some(Then::Relock) => {
                self.app.state::<Desk>().close();
                // A new process paints the closed journal: nothing that held text outlives the lock.
                tauri::process::restart(&self.app.env());
            }
        }
    }
}

impl Host for DesktopHost {
    fn choose_save(&mut self, suggested: &str) -> Option<PathBuf> {
        #[cfg(feature = "e2e")]
        if let Some(folder) = std::env::var_os("CAIRN_E2E_SAVE") {
            return Some(PathBuf::from(folder).join(suggested));
        }
        ask_where(&self.app, &self.window, suggested)
    }

    fn print(&mut self) {
        // A printer that is not there says so in its own dialog.
        let _ = self.window.print();
    }

    fn device_changed(&mut self, device: &DeviceSettings) {
        window::follow(&self.window, device);
    }

    fn drawn(&mut self) {
        self.app.state::<Desk>().drawn();
    }

    fn relock(&mut self) {
        self.then = Some(Then::Relock);
    }

    fn quit(&mut self) {
        self.then = Some(Then::Quit);
    }
}

#[cfg(target_os = "linux")]
fn ask_where(app: &AppHandle, window: &WebviewWindow, suggested: &str) -> Option<PathBuf> {
    use gtk::prelude::*;
    let (tell, answer) = std::sync::mpsc::channel();
    let (suggested, window) = (suggested.to_owned(), window.clone());
    // GTK's own dialog, on GTK's own thread; it becomes the desktop's dialog where there is a portal.
    app.run_on_main_thread(move || {
        let parent = window.gtk_window().ok();
        let dialog = gtk::FileChooserNative::new(None, parent.as_ref(), gtk::FileChooserAction::Save, None, None);
        dialog.set_do_overwrite_confirmation(true);
        dialog.set_current_name(&suggested);
        let chosen = (dialog.run() == gtk::ResponseType::Accept).then(|| dialog.filename()).flatten();
        dialog.destroy();
        let _ = tell.send(chosen);
    })
    .ok()?;
    answer.recv().ok().flatten()
}

#[cfg(not(target_os = "linux"))]
fn ask_where(_app: &AppHandle, window: &WebviewWindow, suggested: &str) -> Option<PathBuf> {
    rfd::FileDialog::new().set_parent(window).set_file_name(suggested).save_file()
}
