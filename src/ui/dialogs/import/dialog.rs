//! The dialog of files that are brought in: lists of references and articles at once, files of rows one after the other.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Ui};

use super::reading::{Encodings, FilesRead, NotRead, name_of, read};
use super::sources::{EncodingAsked, sources_ui};
use crate::import::table::TableOptions;
use crate::model::{RecordKind, capitalised, plural};
use crate::present::visible;
use crate::ui::Request;
use crate::ui::background::Job;
use crate::ui::dialogs::encoding::Said;
use crate::ui::dialogs::foot::{cancel_ui, close_ui};
use crate::ui::dialogs::frame::{Fate, text_ui, title_ui};
use crate::ui::dialogs::paste::PasteDialog;
use crate::ui::session::{OpenBriefing, Session};

/// Files that are brought in.
#[derive(Debug)]
pub(in crate::ui) struct ImportDialog {
    /// The files that are read or shown now.
    paths: Vec<PathBuf>,
    /// The files of rows that come after them.
    waiting: VecDeque<PathBuf>,
    /// What rows become, unless they say otherwise.
    kind: RecordKind,
    /// The encodings that were said of lists of references and articles.
    encodings: Encodings,
    reading: Option<Job<FilesRead>>,
    state: State,
}

#[derive(Debug)]
enum State {
    Reading,
    Failed(Failure),
    Rows(Box<PasteDialog>),
    Sources(Box<FilesRead>),
}

/// Why nothing is shown of files.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("The system gives no thread; close another program")]
    NoThread,
    #[error("Reading ended without a result; try again")]
    NoResult,
    #[error("{0}")]
    NotRead(NotRead),
}

impl ImportDialog {
    /// Begins to read files into a briefing; rows become records of this kind.
    pub(in crate::ui::dialogs) fn begin(
        ctx: &Context,
        open: &OpenBriefing,
        paths: Vec<PathBuf>,
        kind: RecordKind,
    ) -> Self {
        let (waiting, encodings) = (VecDeque::new(), Encodings::new());
        let mut dialog = Self { paths, waiting, kind, encodings, reading: None, state: State::Reading };
        dialog.read(ctx, open, TableOptions::default());
        dialog
    }

    /// Begins to read the files that are to be shown now.
    fn read(&mut self, ctx: &Context, open: &OpenBriefing, options: TableOptions) {
        let (paths, encodings) = (self.paths.clone(), self.encodings.clone());
        let document = Arc::clone(&open.document);
        self.reading = Job::begin(ctx, "import", move || read(&paths, &options, &encodings, &document.reader()));
        self.state = match &self.reading {
            Some(_) => State::Reading,
            None => State::Failed(Failure::NoThread),
        };
    }

    /// Whether something is being read on a thread.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.reading.is_some() || matches!(&self.state, State::Rows(rows) if rows.is_busy())
    }

    pub(in crate::ui::dialogs) fn ui(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = session.open.as_ref() else { return Fate::Close };
        if let Some(done) = Job::take_done(&mut self.reading) {
            match done {
                Ok(read) => self.show(read, session),
                Err(_) => self.state = State::Failed(Failure::NoResult),
            }
            if matches!(&self.state, State::Sources(read) if read.is_empty()) {
                self.next(ui.ctx(), open);
            }
        }
        if !matches!(self.state, State::Rows(_)) {
            title_ui(ui, &self.title());
        }
        let further = self.waiting.len();
        let mut asked = EncodingAsked::default();
        let fate = match &mut self.state {
            State::Reading => {
                text_ui(ui, if self.paths.len() > 1 { "Reading the files…" } else { "Reading the file…" });
                cancel_ui(ui)
            }
            State::Failed(why) => {
                text_ui(ui, &visible(&capitalised(&why.to_string())));
                close_ui(ui)
            }
            State::Rows(rows) => rows.ui(ui, Some(open), requests),
            State::Sources(read) => {
                if further > 0 {
                    text_ui(ui, &format!("{} of rows follow", plural(further, "file")));
                }
                sources_ui(ui, read, &self.encodings, further, &mut asked, requests)
            }
        };
        if let State::Rows(rows) = &mut self.state
            && let Some(options) = rows.take_reading_asked_for()
        {
            self.kind = rows.kind();
            self.read(ui.ctx(), open, options);
            return Fate::Stay;
        }
        if let Some(said) = asked.said {
            for path in asked.of {
                match &said {
                    Said::Encoding(name) => drop(self.encodings.insert(path, name.clone())),
                    Said::Told => drop(self.encodings.remove(&path)),
                }
            }
            self.read(ui.ctx(), open, TableOptions::default());
            return Fate::Stay;
        }
        match fate {
            Fate::Close if !matches!(self.state, State::Reading) => self.next(ui.ctx(), open),
            fate => fate,
        }
    }

    fn title(&self) -> String {
        match self.paths.as_slice() {
            [path] => format!("Import {}", visible(&name_of(path))),
            paths => format!("Import {}", plural(paths.len(), "file")),
        }
    }

    /// Shows what was read: first what needs no questions, then the rows of one file after the other.
    fn show(&mut self, mut read: FilesRead, session: &Session) {
        let is_alone = self.paths.len() == 1;
        let failed = if is_alone { read.failed.pop() } else { None };
        self.state = match (is_alone, read.first.take(), failed) {
            (true, Some(file), _) => {
                let further = self.waiting.len();
                State::Rows(Box::new(PasteDialog::of_file(self.kind, *file, &session.settings.mappings, further)))
            }
            (true, None, Some((_, why))) => State::Failed(Failure::NotRead(why)),
            _ => {
                // They were waiting already where the files are read anew.
                let of_rows = std::mem::take(&mut read.of_rows);
                self.waiting.retain(|path| !self.paths.contains(path));
                self.waiting.extend(of_rows);
                State::Sources(Box::new(read))
            }
        };
    }

    /// Goes on to the next file of rows, where there is one.
    fn next(&mut self, ctx: &Context, open: &OpenBriefing) -> Fate {
        let Some(path) = self.waiting.pop_front() else { return Fate::Close };
        self.paths = vec![path];
        self.read(ctx, open, TableOptions::default());
        Fate::Stay
    }
}
