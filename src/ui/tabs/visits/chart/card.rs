//! The card over a visit: who, when and why, where, by which channel, from where it is known.

use egui::Ui;

use crate::analysis::count::StartRange;
use crate::model::{AnyRecord, Basis, Id, Key, Visit};
use crate::present::chart::ChartItem;
use crate::present::{BasisPlace, BasisWords, VisitColumn, VisitWords, cite_label};
use crate::ui::Scene;
use crate::ui::shared::channel;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::channel_label;

const WIDTH: f32 = 300.0;

/// Shows the card of a visit.
pub(super) fn ui(ui: &mut Ui, scene: &Scene, key: Key) {
    let Some(AnyRecord::Visit(visit)) = scene.reader.record(key) else { return };
    ui.set_max_width(WIDTH);
    content_ui(ui, scene, key, &visit);
}

fn content_ui(ui: &mut Ui, scene: &Scene, key: Key, visit: &Visit) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = size::S4;
    let mut words = VisitWords::new(scene.reader);
    let cell = |words: &mut VisitWords<'_>, column| words.cell(key, visit, column);
    ui.label(Type::Active.text(cell(&mut words, VisitColumn::Visitors)).color(palette.text));
    ui.label(Type::Body.text(cell(&mut words, VisitColumn::Date)).color(palette.text));
    if let Some(why) = why(scene, visit) {
        ui.label(Type::Small.text(why).color(palette.text2));
    }
    let start = StartRange::of_bounds(&ChartItem::of(&scene.reader, key, visit).bounds);
    if !start.is_dated() {
        let open = start.length_days().is_none();
        let why = if open {
            "Open start: counted in no bar"
        } else {
            "May have begun in more than twelve months: counted in no bar"
        };
        ui.label(Type::Small.text(why).color(palette.text2));
    }
    let place = cell(&mut words, VisitColumn::Place);
    let direction = cell(&mut words, VisitColumn::Direction);
    let to = if place.is_empty() { direction } else { format!("{direction}, {place}") };
    ui.label(Type::Body.text(to).color(palette.text2));
    for kind in &visit.channels {
        channel_label(ui, channel::shape_of(*kind), channel::colour_of(palette, *kind), kind.label());
    }
    let disputed = cell(&mut words, VisitColumn::Disputed);
    if !disputed.is_empty() {
        ui.label(Type::Small.text(format!("≠ Sources disagree about the {disputed}")).color(palette.warn));
    }
    let mut cites: Vec<String> = visit.cites.iter().map(|cite| cite_label(&scene.reader, cite)).collect();
    cites.dedup();
    let cites = if cites.is_empty() { "no source".to_owned() } else { cites.join(", ") };
    ui.label(Type::Small.text(cites).color(palette.text3));
}

/// The source's own words for the date, and what it rests on.
fn why(scene: &Scene, visit: &Visit) -> Option<String> {
    let when = visit.when.as_ref()?;
    let title = |id: &Id| {
        let anchor = scene.reader.by_id(id).map(|(_, record)| match &record {
            AnyRecord::Source(source) => format!("the publication by {}", source.publisher),
            _ => scene.reader.title(&record),
        });
        anchor.unwrap_or_else(|| id.to_string())
    };
    let basis = match when.basis() {
        None | Some(Basis::Stated) => String::new(),
        Some(Basis::Analyst(why)) => why.clone(),
        Some(basis) => BasisWords::of(basis, BasisPlace::Alone).in_line(title),
    };
    let said = if when.said().is_empty() { String::new() } else { format!("“{}”", when.said()) };
    match (said.is_empty(), basis.is_empty()) {
        (true, true) => None,
        (false, false) => Some(format!("{said} · {basis}")),
        _ => Some(said + &basis),
    }
}
