//! An open briefing with all that is derived from it, as one thing that the window and the commands look at.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::{Checked, Problem, Severity};
use crate::index::{Index, Reader};
use crate::model::{Briefing, Key};
use crate::store::{self, OpenError, SourceText};

/// Where a briefing came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// The sample in the program.
    Sample,
    /// The second sample, whose article is held whole.
    SampleHeld,
    /// Nothing yet: a briefing that was begun and not saved.
    New,
}

impl Origin {
    /// The file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Sample | Self::SampleHeld | Self::New => None,
        }
    }

    /// Whether it is one of the samples in the program.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        matches!(self, Self::Sample | Self::SampleHeld)
    }

    /// What it is called on the screen.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            Self::Sample => "Built-in sample".to_owned(),
            Self::SampleHeld => "Second built-in sample".to_owned(),
            Self::New => "Not saved yet".to_owned(),
        }
    }
}

/// An open briefing, its index and its problems, all of one revision.
#[derive(Debug)]
pub struct Document {
    /// The briefing.
    pub briefing: Briefing,
    /// What is derived from it.
    pub index: Index,
    /// What the loader and the checks found, in the order of the file.
    pub problems: Vec<Problem>,
    /// Findings that a waiver silences, with its reason.
    pub waived: Vec<(Problem, String)>,
    /// How much of it is weak; every frame tells.
    pub weak: WeakPoints,
    /// The text it was read from, to show the lines of a problem.
    pub text: Arc<SourceText>,
    /// What could not be read; no edit mends it.
    unreadable: Vec<Problem>,
    /// What the rules found, for the next revision.
    checked: Checked,
    /// For each record, and for the header, the places of its problems.
    problems_of: HashMap<Option<Key>, Vec<usize>>,
}

/// How many weak points a briefing has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WeakPoints {
    /// Problems for which it cannot be relied on as it is.
    pub errors: usize,
    /// Problems over which a reader will stumble.
    pub warnings: usize,
    /// Conflicts that nobody has resolved.
    pub open_conflicts: usize,
}

impl WeakPoints {
    fn new(briefing: &Briefing, problems: &[Problem]) -> Self {
        let of = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
        let open_conflicts = briefing.conflicts.iter().filter(|entry| entry.record.is_open()).count();
        Self { errors: of(Severity::Error), warnings: of(Severity::Warning), open_conflicts }
    }
}

/// Why a briefing could not be opened, and the lines of its text that the reason points at.
#[derive(Debug)]
pub struct OpenFailure {
    /// Why.
    pub error: OpenError,
    /// The lines around, with their numbers from 1.
    pub lines: Vec<(usize, String)>,
}

/// What a new briefing begins with.
const NEW_BRIEFING: &str = "(\n    title: \"Untitled briefing\",\n    status: Draft,\n)\n";

/// How many lines are shown on either side of the one that a message points at.
const LINES_AROUND: usize = 2;

impl Document {
    /// Reads, indexes and checks a briefing, so that the first search finds its texts. Slow for a large one: not for the
    /// window's thread.
    ///
    /// # Errors
    /// Where nothing of it can be opened.
    pub fn open(origin: &Origin) -> Result<Self, OpenFailure> {
        let text = match origin {
            Origin::File(path) => store::read_file(path).map_err(|error| OpenFailure { error, lines: Vec::new() })?,
            Origin::Sample => store::SAMPLE.to_owned(),
            Origin::SampleHeld => store::SAMPLE_HELD.to_owned(),
            Origin::New => NEW_BRIEFING.to_owned(),
        };
        Self::read(text, Self::searchable)
    }

    /// Loads, indexes and checks the text of a briefing; the texts to search in are made once somebody searches.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub fn from_text(text: String) -> Result<Self, OpenFailure> {
        Self::read(text, Self::derived)
    }

    fn read(text: String, derived: impl FnOnce(store::Loaded) -> Self) -> Result<Self, OpenFailure> {
        match store::load(text) {
            Ok(loaded) => Ok(derived(loaded)),
            Err((error, text)) => {
                let lines = error.position().map(|at| store::lines_around(&text, at.line, LINES_AROUND));
                Err(OpenFailure { error, lines: lines.unwrap_or_default() })
            }
        }
    }

    fn searchable(loaded: store::Loaded) -> Self {
        let index = Index::build(&loaded.briefing);
        let checks = || Checked::new(&Reader::new(&loaded.briefing, &index));
        let (checked, _) = rayon::join(checks, || index.search());
        Self::of_loaded(loaded, index, checked)
    }

    fn derived(loaded: store::Loaded) -> Self {
        let index = Index::build(&loaded.briefing);
        let checked = Checked::new(&Reader::new(&loaded.briefing, &index));
        Self::of_loaded(loaded, index, checked)
    }

    fn of_loaded(loaded: store::Loaded, index: Index, checked: Checked) -> Self {
        let store::Loaded { briefing, problems, text } = loaded;
        Self::derive(briefing, index, checked, problems, Arc::new(text))
    }

    /// The same document with a changed briefing: what is derived follows, so far as the change may have touched it.
    /// Places in the text are those of the text that was read. Not for the window's thread where it is large.
    #[must_use]
    pub fn changed(&self, briefing: Briefing) -> Self {
        let before = self.reader();
        let (index, changes) = Index::build_after(&before, &briefing);
        let checked = self.checked.again(&before, &Reader::new(&briefing, &index), &changes);
        Self::derive(briefing, index, checked, self.unreadable.clone(), Arc::clone(&self.text))
    }

    fn derive(
        briefing: Briefing,
        index: Index,
        checked: Checked,
        unreadable: Vec<Problem>,
        text: Arc<SourceText>,
    ) -> Self {
        let mut report = checked.report(&Reader::new(&briefing, &index));
        text.locate(&mut report.problems);
        let mut problems = unreadable.clone();
        problems.append(&mut report.problems);
        problems.sort_by(|a, b| (a.position, a.rule, &a.field).cmp(&(b.position, b.rule, &b.field)));
        let weak = WeakPoints::new(&briefing, &problems);
        let mut problems_of: HashMap<Option<Key>, Vec<usize>> = HashMap::new();
        for (place, problem) in problems.iter().enumerate() {
            problems_of.entry(problem.key).or_default().push(place);
        }
        Self { briefing, index, problems, waived: report.waived, weak, text, unreadable, checked, problems_of }
    }

    /// The problems of a record, or without one of the briefing itself, in the order of the file.
    pub fn problems_of(&self, key: Option<Key>) -> impl Iterator<Item = &Problem> {
        let places = self.problems_of.get(&key).into_iter().flatten();
        places.filter_map(|place| self.problems.get(*place))
    }

    /// For asking about names, roles and links.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.briefing, &self.index)
    }

    /// The title on the screen.
    #[must_use]
    pub fn title(&self) -> &str {
        let title = &self.briefing.header.title;
        if title.is_empty() { "Untitled briefing" } else { title }
    }
}
