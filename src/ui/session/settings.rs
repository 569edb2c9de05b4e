//! What the program remembers between starts: recent files, the theme, kept filters.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::window_place::WindowPlace;
use crate::import::Mapping;
use crate::present::Filter;

/// How many recent files are remembered.
const MOST_RECENT: usize = 12;
/// For how many sorts of files it is remembered what their columns are.
const MOST_MAPPINGS: usize = 40;

/// Light, dark or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// What the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Whether what is shown may move from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum MotionChoice {
    /// Unless the system asks for none.
    #[default]
    System,
    /// Nothing moves.
    Off,
}

/// A file that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its briefing's title.
    pub title: String,
    /// How many visits it has.
    pub visits: usize,
    /// The day it was last opened, as ISO 8601.
    pub opened: String,
}

/// A filter kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedFilter {
    /// Its name.
    pub name: String,
    /// What it lets through.
    pub filter: Filter,
}

/// What the program remembers between starts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark or what the system says.
    pub theme: ThemeChoice,
    /// Whether things may move.
    pub motion: MotionChoice,
    /// How much larger everything is than usual.
    pub zoom: Option<f32>,
    /// Where the window stood.
    pub window: WindowPlace,
    /// Whether a start opens nothing.
    pub starts_empty: bool,
    /// The file to open at the next start.
    pub last_file: Option<PathBuf>,
    /// Whether the program was started before.
    pub started_before: bool,
    /// Files that were open, the last one first.
    pub recent: Vec<RecentFile>,
    /// Memo filters, by name.
    pub filters: Vec<SavedFilter>,
    /// The document whose styles a note for Word takes; may be empty.
    pub word_style: String,
    /// What the columns of files are, by their heads; the last one first.
    pub mappings: Vec<Mapping>,
    /// The width of the inspector, in points.
    pub inspector_width: Option<f32>,
    /// Whether the inspector is hidden.
    pub inspector_hidden: bool,
}

impl Settings {
    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, file: RecentFile) {
        self.recent.retain(|known| known.path != file.path);
        self.recent.insert(0, file);
        self.recent.truncate(MOST_RECENT);
    }

    /// Keeps what the columns of a file are, in the place of what was kept for its heads.
    pub fn keep_mapping(&mut self, mapping: Mapping) {
        let heads: Vec<String> = mapping.columns.iter().map(|column| column.head.clone()).collect();
        self.mappings.retain(|known| known.list != mapping.list || !known.is_for(&heads));
        self.mappings.insert(0, mapping);
        self.mappings.truncate(MOST_MAPPINGS);
    }

    /// Keeps a filter under a name, in the order of names.
    pub fn keep_filter(&mut self, name: &str, filter: Filter) {
        self.filters.retain(|kept| kept.name != name);
        self.filters.push(SavedFilter { name: name.to_owned(), filter });
        self.filters.sort_by(|a, b| a.name.cmp(&b.name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_file_comes_first_and_the_oldest_is_forgotten() {
        let mut settings = Settings::default();
        for number in 0..20 {
            settings.remember(RecentFile { path: format!("{number}.ron").into(), ..RecentFile::default() });
        }
        settings.remember(RecentFile { path: "15.ron".into(), ..RecentFile::default() });
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent.first().map(|file| file.path.clone()), Some("15.ron".into()));
    }
}
