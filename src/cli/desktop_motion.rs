//! Whether the desktop asks programs not to move things about.

use std::process::{Command, Stdio};

use crate::store::files_ask_for_no_motion;

/// Whether it does. GNOME and those built on it tell it through a program of theirs alone.
pub(super) fn asks_for_no_motion() -> bool {
    files_ask_for_no_motion() || is_gnome() && gnome_asks()
}

fn is_gnome() -> bool {
    let desktop = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default().to_lowercase();
    ["gnome", "unity", "cinnamon", "budgie"].iter().any(|name| desktop.contains(name))
}

fn gnome_asks() -> bool {
    let asked = ["get", "org.gnome.desktop.interface", "enable-animations"];
    let told = Command::new("gsettings").args(asked).stdin(Stdio::null()).stderr(Stdio::null()).output();
    told.is_ok_and(|told| told.stdout.trim_ascii() == b"false")
}
