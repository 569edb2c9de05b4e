//! What decides the text of an export.

use std::path::{Path, PathBuf};

use crate::analysis::count::LaneBy;
use crate::export::{Format, TableOf, Template};
use crate::model::{Id, TlpLevel};
use crate::present::chart::ColourBy;

/// The widths of a chart, in points: on a page, on a screen and on a wall.
pub(super) const WIDTHS: [u16; 3] = [1_000, 1_400, 1_920];

/// What decides the text of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) format: Format,
    pub(super) note: NoteChoice,
    /// Whom a profile is about.
    pub(super) actor: Option<Id>,
    /// Of a chart, in points.
    pub(super) width: u16,
    pub(super) marking: Option<TlpLevel>,
    pub(super) shown_only: bool,
    /// Of a chart.
    pub(super) lanes: LaneBy,
    /// Of a chart.
    pub(super) colour: ColourBy,
    /// What the note tells as new.
    pub(super) since: Since,
    pub(super) table: TableOf,
    pub(super) with_bom: bool,
    /// The path of a document whose styles a note for Word takes; may be empty.
    pub(super) style: String,
}

/// Since when a note tells what is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Since {
    /// It does not tell.
    #[default]
    Never,
    /// Since the last export.
    LastExport,
    /// Since a version that a save replaced, by its place in the list.
    Version(usize),
}

/// By which template a note is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NoteChoice {
    #[default]
    Brief,
    Full,
    Chronology,
    Quotes,
    Profile,
    /// One of the house, by its place in the list.
    House(usize),
}

impl NoteChoice {
    /// Those of the program.
    pub(super) const ALL: [Self; 5] = [Self::Brief, Self::Full, Self::Chronology, Self::Quotes, Self::Profile];

    /// Its name on the screen.
    pub(super) fn label(self, house: &[(PathBuf, String)]) -> String {
        match self {
            Self::Brief => "Brief: two pages".to_owned(),
            Self::Full => "Full: all there is".to_owned(),
            Self::Chronology => "Chronology of the visits".to_owned(),
            Self::Quotes => "Quotes by speaker".to_owned(),
            Self::Profile => "Profile of one actor".to_owned(),
            Self::House(place) => house
                .get(place)
                .and_then(|(path, _)| Some(path.file_stem()?.to_string_lossy().into_owned()))
                .unwrap_or_default(),
        }
    }

    /// The template.
    pub(super) fn template(self, house: &[(PathBuf, String)], actor: Option<&Id>) -> Template {
        match self {
            Self::Brief => Template::Brief,
            Self::Full => Template::Full,
            Self::Chronology => Template::Chronology,
            Self::Quotes => Template::Quotes,
            Self::Profile => actor.map_or(Template::Brief, |id| Template::Profile(id.clone())),
            Self::House(place) => house.get(place).map_or(Template::Brief, |(path, text)| Template::House {
                name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
                text: text.clone(),
            }),
        }
    }
}

/// Where an export goes unless somebody says otherwise: beside the briefing, or beside where that would be saved.
pub(super) fn beside(briefing: &Path, format: Format) -> PathBuf {
    with_ending(briefing, format)
}

/// The path with the ending of a format in the place of those that it has: `talks.docx` for `talks.briefing.ron`.
pub(super) fn with_ending(path: &Path, format: Format) -> PathBuf {
    let is_ending = |end: &std::ffi::OsStr| {
        let end = end.to_string_lossy().to_lowercase();
        let of_format = |format: &Format| format.extension().split('.').any(|part| part == end);
        matches!(end.as_str(), "ron" | "briefing") || Format::ALL.iter().any(of_format)
    };
    let mut path = path.to_owned();
    while path.extension().is_some_and(is_ending) {
        path.set_extension("");
    }
    // A title may have dots of its own: nothing of the name is taken for an ending.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("{name}.{}", format.extension());
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_is_called_as_the_briefing_with_the_ending_of_its_format() {
        let docx = |path: &str| with_ending(Path::new(path), Format::Docx).display().to_string();
        assert_eq!(docx("/a/talks.briefing.ron"), "/a/talks.docx");
        assert_eq!(docx("/a/talks.csl.json"), "/a/talks.docx");
        assert_eq!(docx("/a/No. 4, of v. 2.md"), "/a/No. 4, of v. 2.docx");
        assert_eq!(docx("talks"), "talks.docx");
        assert_eq!(with_ending(Path::new("a.docx"), Format::CslJson), Path::new("a.csl.json"));
        assert_eq!(docx("a/No. 3, v1.2.briefing.ron"), "a/No. 3, v1.2.docx");
    }
}
