//! Whether the desktop asks programs not to move things about, as far as its own files say so.
//!
//! GTK's settings files are written by Plasma, Xfce and others for programs of GTK, Plasma keeps its own beside them.
//! GNOME keeps it where only its own program reads it; Windows and macOS are not asked.

use std::path::Path;

use super::read_file;

/// Files below the folder of settings, with what stands in them where animations are off: a key, and its values.
const ASKED: [(&str, &str, &[&str]); 3] = [
    ("gtk-4.0/settings.ini", "gtk-enable-animations", &["0", "false"]),
    ("gtk-3.0/settings.ini", "gtk-enable-animations", &["0", "false"]),
    ("kdeglobals", "AnimationDurationFactor", &["0"]),
];

/// Whether a file of the user's desktop says that animations are off.
#[must_use]
pub fn files_ask_for_no_motion() -> bool {
    directories::BaseDirs::new().is_some_and(|folders| asked_below(folders.config_dir()))
}

fn asked_below(folder: &Path) -> bool {
    ASKED.iter().any(|(file, key, off)| {
        let text = read_file(&folder.join(file)).unwrap_or_default();
        let value = text.lines().filter_map(|line| line.split_once('=')).find(|(name, _)| name.trim() == *key);
        value.is_some_and(|(_, value)| off.contains(&value.trim().to_lowercase().as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_of_the_desktop_is_heard() {
        let says = |file: &str, text: &str| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
            asked_below(folder.path())
        };
        assert!(says("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n"));
        assert!(says("gtk-4.0/settings.ini", "gtk-enable-animations=0"));
        assert!(says("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n"));
        assert!(!says("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n"));
        assert!(!says("gtk-3.0/settings.ini", "gtk-enable-animations=true"));
        assert!(!says("gtk-3.0/settings.ini", "gtk-theme-name=0"));
        assert!(!asked_below(Path::new("/nowhere/at/all")));
    }
}
