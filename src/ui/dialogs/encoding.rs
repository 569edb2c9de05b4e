//! In which encoding a text is read: told from the file, or said.

use egui::Ui;

use crate::ui::widgets::{Dropdown, MenuItem};

/// The encodings that a text may be read in instead: their names on the web, and whose letters they have.
const ENCODINGS: &[(&str, &str)] = &[
    ("UTF-8", "all letters"),
    ("windows-1252", "Western Europe"),
    ("windows-1250", "Central Europe"),
    ("windows-1251", "Cyrillic"),
    ("windows-1253", "Greek"),
    ("windows-1254", "Turkish"),
    ("windows-1256", "Arabic"),
    ("GB18030", "Chinese"),
    ("Shift_JIS", "Japanese"),
    ("UTF-16LE", "all letters"),
];

const TOLD: &str = "as told from the file";

/// What a person said of an encoding.
pub(super) enum Said {
    /// It is told from the file.
    Told,
    /// It is this one, by its name on the web.
    Encoding(String),
}

/// The encoding that was said, if any; what is said instead.
pub(super) fn encoding_ui(ui: &mut Ui, label: &str, now: Option<&str>) -> Option<Said> {
    let (_, picked) = Dropdown::new(label, now.unwrap_or(TOLD)).show(ui, |ui| {
        let mut picked = None;
        if ui.add(MenuItem::new(TOLD).checked(now.is_none())).clicked() {
            picked = now.map(|_| Said::Told);
        }
        for (name, letters) in ENCODINGS {
            if ui.add(MenuItem::new(name).detail(letters).checked(now == Some(*name))).clicked() {
                picked = (now != Some(*name)).then(|| Said::Encoding((*name).to_owned()));
            }
        }
        picked
    });
    picked.flatten()
}

impl Said {
    /// The encoding; `None` where it is told from the file.
    pub(super) fn encoding(self) -> Option<String> {
        match self {
            Self::Told => None,
            Self::Encoding(name) => Some(name),
        }
    }
}
