//! The one window: made in the colours that it will have, closed to everything but its own page.

use crate::desk::Desk;
use crate::frame::{Frame, Kept, LEAST, Size};
use journal::Home;
use model::{Contrast, DeviceSettings, Motion, Theme};
use std::time::Duration;
use tauri::webview::{Color, NewWindowResponse};
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// Says nothing about what it holds, in the task bar or over somebody's shoulder.
const TITLE: &str = "Notes";
/// How long a page that is alive can take to answer at all. One that hangs is closed without it.
const LAST_WORDS: Duration = Duration::from_millis(1500);

/// Opens the window.
pub(crate) fn open(app: &AppHandle, device: &DeviceSettings, kept: Kept, home: Home) -> tauri::Result<()> {
    let size = kept.within(screen(app));
    app.manage(Frame::new(home, size));
    let (red, green, blue) = ground(device);
    #[cfg(target_os = "linux")]
    let caret = crate::caret::stand();
    // Elsewhere the webview's own caret is as the system has it.
    #[cfg(not(target_os = "linux"))]
    let caret = false;
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title(TITLE)
        .inner_size(size.width, size.height)
        .min_inner_size(LEAST.width, LEAST.height)
        .maximized(kept.maximised)
        .theme(native_theme(device.theme))
        .background_color(Color(red, green, blue, 255))
        .initialization_script(first_paint(device, caret))
        // WebKit's automation cannot enter a context that keeps nothing, so the build that tests drive has one that could.
        .incognito(cfg!(not(feature = "e2e")))
        .devtools(false)
        .general_autofill_enabled(false)
        .content_protected(true)
        .disable_drag_drop_handler()
        .on_navigation(|url| is_own_page(url.scheme(), url.host_str()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    close_in_turn(&window);
    #[cfg(target_os = "linux")]
    window.with_webview(|webview| close_to_the_world(&webview.inner()))?;
    Ok(())
}

/// The screen on which a new window comes up, as far as the desktop tells.
fn screen(app: &AppHandle) -> Option<Size> {
    let monitor = app.primary_monitor().ok().flatten().or_else(|| app.available_monitors().ok()?.into_iter().next())?;
    let size = monitor.size().to_logical(monitor.scale_factor());
    Some(Size { width: size.width, height: size.height })
}

/// The page asks its first question: the desktop has made of the window what it makes of it. Not when it is painted, which is
/// told later by a page that nobody looks at, and may wait behind a passphrase that is worked on.
pub(crate) fn stands(window: &WebviewWindow) {
    if let Some((now, maximised)) = frame_of(window) {
        window.state::<Frame>().stands(now, maximised);
    }
}

/// How large the window is, and whether it is maximised.
fn frame_of(window: &WebviewWindow) -> Option<(Size, bool)> {
    let size = window.inner_size().ok()?.to_logical(window.scale_factor().ok()?);
    Some((Size { width: size.width, height: size.height }, window.is_maximized().unwrap_or(false)))
}

/// The window is about to go: its size is kept for the next one.
pub(crate) fn keep_frame(window: &WebviewWindow) {
    if let Some((now, maximised)) = frame_of(window) {
        window.state::<Frame>().keep(now, maximised);
    }
}

/// Only the page that came with the program.
fn is_own_page(scheme: &str, host: Option<&str>) -> bool {
    matches!((scheme, host), ("tauri", Some("localhost")) | ("http", Some("tauri.localhost")))
}

/// A window that is asked to close lets the page put its draft away first; the page then asks to quit. When the draft
/// cannot be kept (a full disk) the page says so and the window stays: closing it would lose the words.
fn close_in_turn(window: &WebviewWindow) {
    let closing = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::Resized(size) = event {
            let size = size.to_logical(closing.scale_factor().unwrap_or(1.0));
            let maximised = closing.is_maximized().unwrap_or(false);
            closing.state::<Frame>().resized(Size { width: size.width, height: size.height }, maximised);
        }
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            let _ = closing.eval("window.dispatchEvent(new Event('cairn:closing'))");
            let app = closing.app_handle().clone();
            let before = app.state::<Desk>().calls();
            std::thread::spawn(move || {
                std::thread::sleep(LAST_WORDS);
                if app.state::<Desk>().calls() == before {
                    // A page that hangs does not hold the frame.
                    if let Some(window) = app.get_webview_window("main") {
                        keep_frame(&window);
                    }
                    app.exit(0);
                }
            });
        }
    });
}

/// Follows a change of the device's settings outside the page.
pub(crate) fn follow(window: &WebviewWindow, device: &DeviceSettings) {
    let (red, green, blue) = ground(device);
    // Both are looks only.
    let _ = window.set_theme(native_theme(device.theme));
    let _ = window.set_background_color(Some(Color(red, green, blue, 255)));
}

fn native_theme(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

/// The ground colour of the palette in `ui/src/style/tokens.css`.
fn ground(device: &DeviceSettings) -> (u8, u8, u8) {
    match (device.theme, device.contrast) {
        (Theme::Dark, Contrast::High) => (0x00, 0x00, 0x00),
        (Theme::Dark, _) => (0x15, 0x18, 0x14),
        (_, Contrast::High) => (0xff, 0xff, 0xff),
        _ => (0xe1, 0xe4, 0xde),
    }
}

/// Runs before the first paint, so that no page flashes up in the wrong colours, size or direction. `caret`: the page lets it blink.
fn first_paint(device: &DeviceSettings, caret: bool) -> String {
    let caret = if caret { "blinks" } else { "" };
    // What the desktop says is asked in the page; each palette stands once, under the name that comes of it.
    let desktop = |query: &str, yes: &str, no: &str| format!("matchMedia('({query})').matches ? '{yes}' : '{no}'");
    let theme = match device.theme {
        Theme::System => desktop("prefers-color-scheme: dark", "dark", "light"),
        chosen => format!("'{}'", chosen.name()),
    };
    let contrast = match device.contrast {
        Contrast::System => desktop("prefers-contrast: more", "high", "usual"),
        chosen => format!("'{}'", chosen.name()),
    };
    let motion = if device.motion == Motion::Still { "still" } else { "" };
    // Only letters and hyphens of a language tag may enter the script.
    let language: String = device.language.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let direction = if matches!(language.as_str(), "ar" | "he" | "fa" | "ur" | "qps-rtl") { "rtl" } else { "ltr" };
    let size = device.text_size;
    format!(
        "(() => {{ const h = document.documentElement; if (!h) return; h.lang = '{language}'; h.dir = '{direction}'; \
         const set = (k, v) => {{ if (v) h.dataset[k] = v; else delete h.dataset[k]; }}; \
         set('theme', {theme}); set('contrast', {contrast}); set('motion', '{motion}'); set('caret', '{caret}'); \
         h.style.setProperty('--text', '{size}%'); }})();"
    )
}

/// Switches off what a journal's page never needs and what could reach out or remember.
#[cfg(target_os = "linux")]
fn close_to_the_world(view: &webkit2gtk::WebView) {
    use webkit2gtk::{SettingsExt, WebViewExt};
    if let Some(settings) = WebViewExt::settings(view) {
        settings.set_javascript_can_access_clipboard(false);
        settings.set_javascript_can_open_windows_automatically(false);
        settings.set_enable_webgl(false);
        settings.set_enable_webaudio(false);
        settings.set_enable_media_stream(false);
        settings.set_enable_media(false);
        settings.set_enable_page_cache(false);
        settings.set_enable_developer_extras(false);
        settings.set_enable_html5_database(false);
        settings.set_enable_html5_local_storage(false);
    }
    // wry switches this off, and with it people who write Chinese, Japanese or Korean cannot see what they compose.
    if let Some(input) = view.input_method_context() {
        use webkit2gtk::InputMethodContextExt;
        input.set_enable_preedit(true);
    }
    // The page has its own menus; the browser's offers reloading and searching the web.
    view.connect_context_menu(|_, _, _, _| true);
    // What somebody saves is nobody else's business: no entry in the desktop's list of recent files.
    if let Some(gtk_settings) = gtk::Settings::default() {
        use gtk::prelude::GtkSettingsExt;
        gtk_settings.set_gtk_recent_files_enabled(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_page_may_be_shown() {
        assert!(is_own_page("tauri", Some("localhost")));
        for (scheme, host) in
            [("https", Some("example.org")), ("file", None), ("tauri", Some("elsewhere")), ("data", None), ("about", None)]
        {
            assert!(!is_own_page(scheme, host), "{scheme} {host:?}");
        }
    }

    #[test]
    fn nothing_but_a_language_tag_enters_the_first_script() {
        let device = DeviceSettings { language: "en'); alert(1); ('".into(), ..DeviceSettings::default() };
        assert!(first_paint(&device, true).contains("h.lang = 'enalert1'"));
    }
}
