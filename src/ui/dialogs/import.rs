//! A file that is brought in: read on a thread, then shown as the records that it would be.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ScrollArea, Ui};

use super::foot::{Foot, Pressed, cancel_ui, close_ui};
use super::frame::{Fate, text_ui, title_ui};
use super::paste::{FileOfRows, PasteDialog};
use crate::import::table::TableOptions;
use crate::import::{Brought, FileOrigin, ImportPlan, brought, plan_article, plan_references};
use crate::index::Reader;
use crate::model::{RecordKind, count_text, plural};
use crate::present::visible;
use crate::store;
use crate::ui::Request;
use crate::ui::background::Job;
use crate::ui::command::EditRequest;
use crate::ui::session::{OpenBriefing, Session};
use crate::ui::theme::{self, Type};

/// So many lines of what is not taken are listed.
const MOST_LINES: usize = 200;

/// A file that is brought in.
#[derive(Debug)]
pub(in crate::ui) struct ImportDialog {
    path: PathBuf,
    /// What its rows become, unless they say otherwise.
    kind: RecordKind,
    reading: Option<Job<Result<Read, String>>>,
    state: State,
}

/// What a file gives.
#[derive(Debug)]
enum Read {
    Rows(Box<FileOfRows>),
    Plan(Box<ImportPlan>),
}

#[derive(Debug)]
enum State {
    Reading,
    Failed(String),
    Rows(Box<PasteDialog>),
    Plan(Box<ImportPlan>),
}

impl ImportDialog {
    /// Begins to read a file into a briefing; rows become records of this kind.
    pub(super) fn begin(
        ctx: &Context,
        open: &OpenBriefing,
        path: PathBuf,
        kind: RecordKind,
        sheet: Option<String>,
    ) -> Self {
        let (of, document) = (path.clone(), Arc::clone(&open.document));
        let reading = Job::begin(ctx, "import", move || read(&of, sheet, &document.reader()));
        let state = match &reading {
            Some(_) => State::Reading,
            None => State::Failed("The system gives no thread; close another program".to_owned()),
        };
        Self { path, kind, reading, state }
    }

    /// Whether something is being read on a thread.
    pub(in crate::ui) fn is_busy(&self) -> bool {
        self.reading.is_some() || matches!(&self.state, State::Rows(rows) if rows.is_busy())
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, session: &Session, requests: &mut Vec<Request>) -> Fate {
        let Some(open) = session.open.as_ref() else { return Fate::Close };
        if let Some(done) = Job::take_done(&mut self.reading) {
            self.state = match done {
                Ok(Ok(Read::Rows(file))) => {
                    State::Rows(Box::new(PasteDialog::of_file(self.kind, *file, &session.settings.mappings)))
                }
                Ok(Ok(Read::Plan(plan))) => State::Plan(plan),
                Ok(Err(why)) => State::Failed(why),
                Err(_) => State::Failed("Reading ended without a result; try again".to_owned()),
            };
        }
        let name = name_of(&self.path);
        match &mut self.state {
            State::Reading => {
                title_ui(ui, &format!("Import {}", visible(&name)));
                text_ui(ui, "Reading the file…");
                cancel_ui(ui)
            }
            State::Failed(why) => {
                title_ui(ui, &format!("Import {}", visible(&name)));
                text_ui(ui, &visible(why));
                close_ui(ui)
            }
            State::Rows(rows) => {
                let fate = rows.ui(ui, Some(open), requests);
                if let Some(sheet) = rows.take_sheet_asked_for() {
                    *self = Self::begin(ui.ctx(), open, self.path.clone(), rows.kind(), Some(sheet));
                }
                fate
            }
            State::Plan(plan) => plan_ui(ui, &name, plan, requests),
        }
    }
}

/// Reads a file, and works out what it brings into a briefing unless it holds rows: of those a person says what they are.
fn read(path: &Path, sheet: Option<String>, reader: &Reader) -> Result<Read, String> {
    let name = name_of(path);
    let bytes = store::read_bytes(path).map_err(|error| error.to_string())?;
    let options = TableOptions { sheet, ..TableOptions::default() };
    Ok(match brought(&name, &bytes, &options).map_err(|error| error.to_string())? {
        Brought::References(_, references) => Read::Plan(Box::new(plan_references(reader, &references))),
        Brought::Article(text) => Read::Plan(Box::new(plan_article(reader, &name, &text, &store::today()))),
        Brought::Rows(file) => {
            let origin = FileOrigin { name, accessed: store::today() };
            Read::Rows(Box::new(FileOfRows { origin, file }))
        }
    })
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The sources that a list of references or an article brings.
fn plan_ui(ui: &mut Ui, name: &str, plan: &ImportPlan, requests: &mut Vec<Request>) -> Fate {
    title_ui(ui, &format!("Import {}", visible(name)));
    let mut said = vec![format!("{} to add", plural(plan.added, "source"))];
    if plan.known > 0 {
        said.push(format!("{} already in the briefing", count_text(plan.known)));
    }
    if !plan.aside.is_empty() {
        said.push(format!("{} that cannot be taken", count_text(plan.aside.len())));
    }
    text_ui(ui, &said.join("; "));
    ScrollArea::vertical().id_salt("plan").max_height(260.0).show(ui, |ui| {
        let palette = theme::palette(ui);
        for record in plan.records.iter().take(MOST_LINES) {
            if let crate::model::AnyRecord::Source(source) = record {
                let words = [source.title.as_str(), source.publisher.as_str()];
                let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
                ui.add(egui::Label::new(Type::Body.text(visible(&words.join(" · ")))).wrap());
            }
        }
        let remarks = plan.remarks.iter().cloned();
        let aside = plan.aside.iter().map(|aside| format!("Line {}: {}", aside.row, aside.reason));
        for line in remarks.chain(aside).take(MOST_LINES) {
            ui.add(egui::Label::new(Type::Small.text(visible(&line)).color(palette.text2)).wrap());
        }
    });
    let words = format!("Add {}", plural(plan.added, "source"));
    match Foot::new(&words).enabled(plan.added > 0).show(ui) {
        Some(Pressed::Primary) => {
            let label = format!("Import {}", plural(plan.added, "source"));
            requests.push(EditRequest::CreateAll(label, plan.records.clone(), plan.added).into());
            Fate::Close
        }
        Some(_) => Fate::Close,
        None => Fate::Stay,
    }
}
