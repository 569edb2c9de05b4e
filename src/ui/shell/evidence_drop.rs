//! Where records that are carried by the pointer are put down: for each judgement a place for it and one against it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Area, Context, CornerRadius, DragAndDrop, Frame, Id, Margin, Order, Pos2, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::model::{Bearing, Id as RecordId, Judgement, Key, plural};
use crate::present::inspector::record_row;
use crate::present::visible;
use crate::ui::Request;
use crate::ui::session::OpenBriefing;
use crate::ui::session::Session;
use crate::ui::shared::drag::Carried;
use crate::ui::theme::{Palette, Type, icons, size};

/// Of more records it is not said whether they speak already.
const MOST_COMPARED: usize = 200;
const WIDTH: f32 = 380.0;
const PLACE: f32 = 34.0;
const TEXT_LINES: usize = 2;
/// The height of the head, and of a judgement with its two places.
const HEAD: f32 = 40.0;
const ROW: f32 = PLACE + 2.0 * 20.0 + size::S8 + size::S12;
/// Right of and below the pointer.
const BESIDE: egui::Vec2 = vec2(14.0, 18.0);

pub(super) fn ui(ctx: &Context, session: &Session, requests: &mut Vec<Request>) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ctx) else { return };
    let Some(open) = session.open.as_ref().filter(|open| open.is_editing) else { return };
    let keys = &carried.0;
    if let Some(at) = ctx.pointer_interact_pos() {
        what_is_carried_ui(ctx, open, keys, at);
    }
    let window = ctx.content_rect();
    let top = window.top() + size::TOP_BAR + size::TABS_BAR + size::FILTER_BAR + size::S8;
    let height = window.bottom() - size::STATUS_BAR - size::S16 - top;
    let corner = pos2(window.right() - WIDTH - size::S12, top);
    Area::new(Id::unique("evidence")).order(Order::Foreground).fixed_pos(corner).show(ctx, |ui| {
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(14, 10));
        frame.show(ui, |ui| {
            ui.set_width(WIDTH - 28.0);
            ui.spacing_mut().item_spacing = vec2(size::S8, size::S4);
            judgements_ui(ui, open, keys, height, requests);
        });
    });
}

/// The judgements, those looked at last first, as many as there is room for.
fn judgements_ui(ui: &mut Ui, open: &OpenBriefing, keys: &[Key], height: f32, requests: &mut Vec<Request>) {
    let palette = Palette::of(ui.visuals());
    let judgements = judgements(open);
    let text = |text: &str| Type::Small.text(text).color(palette.text2);
    if judgements.is_empty() {
        ui.label(text("There is no judgement yet that it could speak for: Insert, Judgement"));
        return;
    }
    ui.label(Type::SmallHead.text("Drop it where it is evidence").color(palette.text));
    let fit = ((height - HEAD) / ROW).floor().max(1.0) as usize;
    let evidence: Vec<RecordId> = ids(open, keys);
    for (key, judgement) in judgements.iter().take(fit) {
        ui.add_space(size::S8);
        judgement_ui(ui, *key, judgement, &evidence, keys, requests);
    }
    if judgements.len() > fit {
        let rest = plural(judgements.len() - fit, "judgement");
        ui.label(text(&format!("and {rest} more; one that was looked at lately stands here first")));
    }
}

fn judgement_ui(
    ui: &mut Ui,
    key: Key,
    judgement: &Judgement,
    evidence: &[RecordId],
    keys: &[Key],
    requests: &mut Vec<Request>,
) {
    let palette = Palette::of(ui.visuals());
    let words = visible(&judgement.text);
    let mut job = LayoutJob::single_section(words.clone().into_owned(), Type::Body.format(palette.text));
    job.wrap = TextWrapping { max_width: ui.available_width(), max_rows: TEXT_LINES, ..TextWrapping::default() };
    ui.add(egui::Label::new(job).selectable(false));
    let width = (ui.available_width() - size::S8) / 2.0;
    ui.horizontal(|ui| {
        for bearing in [Bearing::Consistent, Bearing::Inconsistent] {
            let is_there = !evidence.is_empty() && evidence.iter().all(|id| judgement.bearing_of(id) == bearing);
            if place_ui(ui, width, &words, bearing, is_there) {
                requests.push(Request::CountEvidence(key, keys.to_vec(), bearing));
            }
        }
    });
}

/// A place to put records down, lit while they are over it; gives back whether they were let go there.
fn place_ui(ui: &mut Ui, width: f32, judgement: &str, bearing: Bearing, is_there: bool) -> bool {
    let palette = Palette::of(ui.visuals());
    let (words, icon) = match bearing {
        Bearing::Inconsistent => ("Speaks against", icons::X),
        _ => ("Speaks for", icons::CHECK),
    };
    let words = if is_there { format!("{words}, already") } else { words.to_owned() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, PLACE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words}: {judgement}")));
    let is_over = response.contains_pointer();
    let (fill, edge) =
        if is_over { (palette.accent_wash, palette.accent) } else { (palette.surface, palette.line_strong) };
    let radius = CornerRadius::same(size::RADIUS_CONTROL);
    ui.painter().rect(rect, radius, fill, Stroke::new(size::LINE, edge), StrokeKind::Inside);
    let colour = if is_there && !is_over { palette.text2 } else { palette.text };
    icon.paint(ui, pos2(rect.left() + size::S16, rect.center().y), size::ICON_SMALL, colour);
    let words = Type::Body.galley(ui, &words, colour);
    let left = rect.left() + size::S16 + size::S12;
    ui.painter().galley(pos2(left, rect.center().y - words.size().y / 2.0), words, colour);
    response.dnd_release_payload::<Carried>().is_some()
}

/// What is carried, beside the pointer.
fn what_is_carried_ui(ctx: &Context, open: &OpenBriefing, keys: &[Key], at: Pos2) {
    let reader = open.document.reader();
    let words = match keys {
        [one] => record_row(&reader, *one).map(|row| row.words).unwrap_or_default(),
        several => plural(several.len(), "record"),
    };
    let area = Area::new(Id::unique("carried")).order(Order::Tooltip).interactable(false).fixed_pos(at + BESIDE);
    area.constrain(true).show(ctx, |ui| {
        let palette = Palette::of(ui.visuals());
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(10, 5));
        frame.show(ui, |ui| {
            ui.set_max_width(WIDTH);
            ui.add(egui::Label::new(Type::Body.text(words).color(palette.text)).truncate());
        });
    });
}

/// All judgements with their keys, those looked at last first.
fn judgements(open: &OpenBriefing) -> Vec<(Key, Arc<Judgement>)> {
    let in_file = open.document.briefing.judgements.iter();
    let mut judgements: Vec<_> = in_file.map(|entry| (entry.key, Arc::clone(&entry.record))).collect();
    let looked_at: Vec<Key> = open.history.looked_at().collect();
    judgements.sort_by_key(|(key, _)| looked_at.iter().position(|other| other == key).unwrap_or(usize::MAX));
    judgements
}

/// The ids of records; none of so many that they are not asked for in every frame.
fn ids(open: &OpenBriefing, keys: &[Key]) -> Vec<RecordId> {
    if keys.len() > MOST_COMPARED {
        return Vec::new();
    }
    let reader = open.document.reader();
    keys.iter().filter_map(|key| Some(reader.record(*key)?.id().clone())).collect()
}
