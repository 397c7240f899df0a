//! The main window's one command.

use crate::{desk::Desk, host::DesktopHost};
use tauri::{AppHandle, Manager, WebviewWindow};
use wire::{Code, Fault};

/// Carries one call to the journal, off the main thread, and its answer back.
///
/// The reply is JSON as text: the contract's types are known on both sides and not here.
#[tauri::command]
pub(crate) async fn call(app: AppHandle, window: WebviewWindow, name: String, request: String) -> Result<String, Fault> {
    tauri::async_runtime::spawn_blocking(move || {
        if app.state::<Desk>().calls() == 0 {
            crate::window::stands(&window);
        }
        let mut host = DesktopHost::new(app.clone(), window);
        let answer = app.state::<Desk>().answer(&mut host, &name, request);
        host.after_reply();
        answer
    })
    .await
    .unwrap_or_else(|_| Err(Fault::new(Code::BadRequest, "the call did not finish")))
}
