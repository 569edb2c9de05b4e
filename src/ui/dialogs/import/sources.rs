//! The sources that lists of references and articles bring.

use std::path::PathBuf;

use egui::{Label, ScrollArea, Ui};

use super::reading::{Encodings, FileOfSources, FilesRead, name_of};
use crate::import::ImportPlan;
use crate::model::{AnyRecord, capitalised, count_text, plural};
use crate::present::visible;
use crate::ui::Request;
use crate::ui::command::{EditRequest, NewRecords};
use crate::ui::dialogs::encoding::{Said, encoding_ui};
use crate::ui::dialogs::foot::{Foot, Pressed};
use crate::ui::dialogs::frame::{Fate, text_ui};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Severity, list_beside_bar, severity_label};

/// So many lines of what is taken and of what is not are listed.
const MOST_LINES: usize = 200;
const HEIGHT: f32 = 300.0;

/// Which files are to be read in another encoding.
#[derive(Default)]
pub(super) struct EncodingAsked {
    pub(super) of: Vec<PathBuf>,
    pub(super) said: Option<Said>,
}

/// The sources to add and what could not be taken; the window is left once that is decided.
pub(super) fn sources_ui(
    ui: &mut Ui,
    read: &FilesRead,
    encodings: &Encodings,
    further: usize,
    asked: &mut EncodingAsked,
    requests: &mut Vec<Request>,
) -> Fate {
    let sum = |count: fn(&ImportPlan) -> usize| read.sources.iter().map(|file| count(&file.plan)).sum::<usize>();
    let (added, known) = (sum(|plan| plan.added), sum(|plan| plan.known));
    let aside = sum(|plan| plan.aside.len());
    let mut said = vec![format!("{} to add", plural(added, "source"))];
    if known > 0 {
        said.push(format!("{} already in the briefing", count_text(known)));
    }
    if aside > 0 {
        said.push(format!("{} that cannot be taken", count_text(aside)));
    }
    text_ui(ui, &said.join("; "));
    let has_several = read.sources.len() + read.failed.len() > 1;
    let in_doubt: Vec<&FileOfSources> =
        read.sources.iter().filter(|file| may_be_read_otherwise(file, encodings)).collect();
    match (read.sources.as_slice(), in_doubt.as_slice()) {
        ([file], _) if !has_several => asked_ui(ui, "Encoding", &[file], encodings, asked),
        (_, [_, _, ..]) => {
            let label = format!("Encoding of the {} that do not tell theirs", plural(in_doubt.len(), "file"));
            asked_ui(ui, &label, &in_doubt, encodings, asked);
        }
        _ => {}
    }
    list_beside_bar(ui, "plan", ScrollArea::vertical().max_height(HEIGHT), |ui| {
        let mut left = MOST_LINES;
        for (path, why) in read.failed.iter().take(left) {
            let words = format!("{} is not read: {}", visible(&name_of(path)), visible(&capitalised(&why.to_string())));
            severity_label(ui, Severity::Warning, &words);
        }
        left = left.saturating_sub(read.failed.len());
        for file in &read.sources {
            let name = name_of(&file.path);
            file_ui(ui, has_several.then_some(name.as_str()), &file.plan, &mut left);
            if has_several && left > 0 && may_be_read_otherwise(file, encodings) {
                asked_ui(ui, &format!("Encoding of {}", visible(&name)), &[file], encodings, asked);
                ui.add_space(size::S4);
            }
        }
        if left == 0 {
            ui.label(Type::Small.text("and more, which are not listed here").color(theme::palette(ui).text2));
        }
    });
    let words = format!("Add {}", plural(added, "source"));
    let foot = Foot::new(&words).enabled(added > 0);
    match if further > 0 { foot.cancel("Skip") } else { foot }.show(ui) {
        Some(Pressed::Primary) => {
            let records = read.sources.iter().flat_map(|file| file.plan.records.iter().cloned()).collect();
            let label = format!("Import {}", plural(added, "source"));
            requests.push(EditRequest::CreateAll(NewRecords::all(label, records, added)).into());
            Fate::Close
        }
        Some(_) => Fate::Close,
        None => Fate::Stay,
    }
}

/// Whether a file does not tell its encoding, or a person said another.
fn may_be_read_otherwise(file: &FileOfSources, encodings: &Encodings) -> bool {
    file.read_as.is_guess || file.read_as.is_lossy || encodings.contains_key(&file.path)
}

/// In which encoding files are read; what is said of them.
fn asked_ui(ui: &mut Ui, label: &str, files: &[&FileOfSources], encodings: &Encodings, asked: &mut EncodingAsked) {
    let mut said = files.iter().map(|file| encodings.get(&file.path).map(String::as_str));
    let first = said.next().flatten();
    let now = first.filter(|first| said.all(|other| other == Some(*first)));
    if let Some(said) = encoding_ui(ui, label, now) {
        *asked = EncodingAsked { of: files.iter().map(|file| file.path.clone()).collect(), said: Some(said) };
    }
}

/// What one file brings; its name is said where there are several.
fn file_ui(ui: &mut Ui, name: Option<&str>, plan: &ImportPlan, left: &mut usize) {
    let palette = theme::palette(ui);
    let mut take = || {
        *left = left.saturating_sub(1);
        *left > 0
    };
    for record in &plan.records {
        let AnyRecord::Source(source) = record else { continue };
        if !take() {
            return;
        }
        let words: Vec<&str> =
            [source.title.as_str(), source.publisher.as_str()].into_iter().filter(|words| !words.is_empty()).collect();
        ui.add(Label::new(Type::Body.text(visible(&words.join(" · ")))).wrap());
    }
    let known = (plan.known > 0 && plan.added == 0).then(|| "The briefing holds it already".to_owned());
    let aside = plan.aside.iter().map(|aside| format!("Line {}: {}", aside.row, aside.reason));
    for line in known.into_iter().chain(plan.remarks.iter().cloned()).chain(aside) {
        if !take() {
            return;
        }
        let line = match name {
            Some(name) => format!("{name}: {line}"),
            None => line,
        };
        ui.add(Label::new(Type::Small.text(visible(&line)).color(palette.text2)).wrap());
    }
    ui.add_space(size::S4);
}
