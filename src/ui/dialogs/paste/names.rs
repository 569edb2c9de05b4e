//! Names of which it is in doubt whom they mean: decided here once for all rows.

use egui::{Label, ScrollArea, Ui};

use super::questions::short;
use crate::import::{DoubtfulName, Meant, NameDoubt, Pasted};
use crate::index::Reader;
use crate::model::{Id, count_text, plural};
use crate::present::visible;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Dropdown, MenuItem, Severity, list_beside_bar, severity_label};

/// The room for the list, in points.
const HEIGHT: f32 = 130.0;
/// So many names are listed; the next ones come as these are decided.
const MOST: usize = 100;

const NOBODY_YET: &str = "Not decided";
const SOMEBODY_NEW: &str = "Somebody new";

/// What was answered of a name; nobody where that is not decided any more.
struct Answer(Option<Meant>);

/// The names in doubt; `true` where one was decided.
pub(super) fn names_ui(ui: &mut Ui, reader: &Reader, names: &[DoubtfulName], pasted: &mut Pasted) -> bool {
    if names.is_empty() {
        return false;
    }
    let open = names.iter().filter(|name| is_open(name)).count();
    let words = match open {
        0 => format!("{}: each is taken for the one named here, in all rows", plural(names.len(), "name in doubt")),
        open => format!("{} may be one of several: say who is meant, once for all rows", plural(open, "name")),
    };
    severity_label(ui, if open > 0 { Severity::Warning } else { Severity::Note }, &words);
    let mut decided = None;
    // What nobody is taken for yet comes first.
    let (first, last): (Vec<_>, Vec<_>) = names.iter().partition(|name| is_open(name));
    list_beside_bar(ui, "names", ScrollArea::vertical().max_height(HEIGHT), |ui| {
        ui.spacing_mut().item_spacing.y = size::S4;
        for name in first.into_iter().chain(last).take(MOST) {
            if let Some(answer) = name_ui(ui, reader, name) {
                decided = Some((name, answer));
            }
        }
        if names.len() > MOST {
            let more = format!("and {} more", count_text(names.len() - MOST));
            ui.label(Type::Small.text(more).color(theme::palette(ui).text2));
        }
    });
    let Some((name, Answer(meant))) = decided else { return false };
    pasted.decide(&name.name, meant);
    true
}

fn is_open(name: &DoubtfulName) -> bool {
    name.meant.is_none() && name.doubt == NameDoubt::Several
}

/// A name and whom it means; what was chosen.
fn name_ui(ui: &mut Ui, reader: &Reader, name: &DoubtfulName) -> Option<Answer> {
    let title = |id: &Id| match reader.by_id(id) {
        Some((_, record)) => visible(&reader.title(&record)).into_owned(),
        None => id.to_string(),
    };
    let now = match (&name.meant, name.doubt) {
        (Some(Meant::Known(id)), _) => title(id),
        (Some(Meant::SomebodyNew), _) | (None, NameDoubt::FromElsewhere) => SOMEBODY_NEW.to_owned(),
        (None, NameDoubt::Several) => NOBODY_YET.to_owned(),
        (None, NameDoubt::SpeltOtherwise) => name.candidates.first().map(title).unwrap_or_default(),
    };
    let label = format!("“{}” is", visible(&short(&name.name)));
    let mut picked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        let (_, chosen) = Dropdown::new(&label, &now).show(ui, |ui| {
            let mut picked = None;
            if name.doubt == NameDoubt::Several
                && ui.add(MenuItem::new(NOBODY_YET).checked(name.meant.is_none())).clicked()
            {
                picked = Some(Answer(None));
            }
            for id in &name.candidates {
                let is_meant = name.meant == Some(Meant::Known(id.clone()))
                    || name.meant.is_none() && name.doubt == NameDoubt::SpeltOtherwise;
                let title = title(id);
                let item = MenuItem::new(&title).detail(id.as_str()).checked(is_meant);
                if ui.add(item).clicked() {
                    picked = Some(Answer(Some(Meant::Known(id.clone()))));
                }
            }
            if ui.add(MenuItem::new(SOMEBODY_NEW).checked(now == SOMEBODY_NEW)).clicked() {
                picked = Some(Answer(Some(Meant::SomebodyNew)));
            }
            picked
        });
        picked = chosen.flatten();
        let palette = theme::palette(ui);
        ui.add(Label::new(Type::Small.text(why(name)).color(palette.text2)).truncate());
    });
    picked
}

/// `rows 2, 5, 9 and 40 more; spelt otherwise here`.
fn why(name: &DoubtfulName) -> String {
    let rows: Vec<String> = name.rows.iter().map(|row| count_text(*row as usize)).collect();
    let more = name.count.saturating_sub(rows.len());
    let more = if more > 0 { format!(" and {} more", count_text(more)) } else { String::new() };
    let noun = if name.count == 1 { "row" } else { "rows" };
    let why = match name.doubt {
        NameDoubt::Several => "several are called so",
        NameDoubt::SpeltOtherwise => "the briefing spells the name otherwise",
        NameDoubt::FromElsewhere => "the one of this name is from another country",
    };
    format!("{noun} {}{more}; {why}", rows.join(", "))
}
