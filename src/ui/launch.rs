//! Bringing the window up, and saying what is missing where none comes.

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use crate::store::SettingsFile;

use super::session::{SMALLEST, Settings};
use super::theme;
use super::{App, Start};

/// Why no window came up.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    /// There is no screen to draw on.
    #[error(
        "there is no display: neither WAYLAND_DISPLAY nor DISPLAY leads to one. Start it in a desktop session; `dateline export` and the other commands work without"
    )]
    NoDisplay,
    /// There is one by name, but it does not answer.
    #[error(
        "the display does not answer ({0}). Start it in a desktop session, or check WAYLAND_DISPLAY and DISPLAY; `dateline export` and the other commands work without"
    )]
    DeadDisplay(String),
    /// The drawing library is missing or too old.
    #[error(
        "no window could be drawn: {0}. It needs OpenGL 2.1 or later (Debian: libgl1, libegl1, libgl1-mesa-dri); `dateline export` and the other commands work without"
    )]
    NoGraphics(String),
}

impl LaunchError {
    fn of(error: &eframe::Error) -> Self {
        match error {
            eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_) => Self::DeadDisplay(display_words()),
            eframe::Error::NoGlutinConfigs(..) => Self::NoGraphics("no OpenGL driver was found".to_owned()),
            eframe::Error::Glutin(error) => Self::NoGraphics(format!("OpenGL does not start: {error}")),
            eframe::Error::OpenGL(error) => Self::NoGraphics(format!("OpenGL cannot draw it: {error}")),
            other => Self::NoGraphics(other.to_string()),
        }
    }
}

/// Which display was tried: `DISPLAY=:99`.
fn display_words() -> String {
    let names = ["WAYLAND_DISPLAY", "DISPLAY"];
    let set = names.iter().filter_map(|name| {
        let value = std::env::var(name).ok().filter(|value| !value.is_empty())?;
        Some(format!("{name}={}", value.escape_debug()))
    });
    set.collect::<Vec<_>>().join(", ")
}

const APP_ID: &str = "dateline";
const ICON: &[u8] = include_bytes!("../../assets/icon-256.png");

/// Runs the program in a window until it is closed; the system may ask that nothing moves.
///
/// # Errors
/// Where there is no display or nothing to draw with.
pub fn launch(start: Start, wants_no_motion: fn() -> bool) -> Result<(), LaunchError> {
    if !has_display() {
        return Err(LaunchError::NoDisplay);
    }
    match run(start.clone(), wants_no_motion, Renderer::Glow).map_err(|error| LaunchError::of(&error)) {
        Err(LaunchError::NoGraphics(first)) => second_try(start, wants_no_motion, first),
        told => told,
    }
}

/// Where OpenGL fails and the program was built with wgpu, that takes over.
#[cfg(feature = "wgpu")]
fn second_try(start: Start, wants_no_motion: fn() -> bool, _: String) -> Result<(), LaunchError> {
    run(start, wants_no_motion, Renderer::Wgpu).map_err(|error| LaunchError::of(&error))
}

#[cfg(not(feature = "wgpu"))]
fn second_try(_: Start, _: fn() -> bool, first: String) -> Result<(), LaunchError> {
    Err(LaunchError::NoGraphics(first))
}

fn run(start: Start, wants_no_motion: fn() -> bool, renderer: Renderer) -> eframe::Result {
    let mut viewport =
        ViewportBuilder::default().with_app_id(APP_ID).with_title("Dateline").with_min_inner_size(SMALLEST);
    let settings_file = SettingsFile::of_platform();
    viewport = settings_file.read::<Settings>().window.apply(viewport);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions { viewport, renderer, ..NativeOptions::default() };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |context| {
            theme::load_system_fonts_on_demand(&context.egui_ctx);
            theme::paint_letters_early(&context.egui_ctx);
            let app = App::new(&context.egui_ctx, &start, settings_file);
            Ok(Box::new(app.with_system_motion(&context.egui_ctx, wants_no_motion)))
        }),
    )
}

#[cfg(target_os = "linux")]
fn has_display() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(not(target_os = "linux"))]
fn has_display() -> bool {
    true
}
