//! Which way WebKitGTK draws, chosen before GTK starts; what the person set themselves always wins.

/// NVIDIA's own driver shows blank windows with WebKitGTK's default path. Shared memory keeps drawing on the GPU;
/// the often-named `WEBKIT_DISABLE_DMABUF_RENDERER` would turn to software for good and cost a core's share while idle.
pub(crate) fn choose() {
    #[cfg(target_os = "linux")]
    if std::path::Path::new("/proc/driver/nvidia/version").exists() && std::env::var_os("WEBKIT_DMABUF_RENDERER_FORCE_SHM").is_none() {
        crate::harden::set_variable("WEBKIT_DMABUF_RENDERER_FORCE_SHM", "1");
    }
}
