//! The bars stacked by lane: solid what is certain or in doubt, hatched what is possible, each lane in its colour.

use egui::accesskit::Role;
use egui::{Color32, Rangef, Rect, Sense, Ui, WidgetInfo};

use super::State;
use super::legend::LegendKey;
use super::panel::{Backdrop, Upwards, frame_ui, y_of};
use crate::model::share_text;
use crate::present::chart::{Stack, TimeScale, stacks};
use crate::ui::theme::{self, Palette, Type, size};
use crate::ui::widgets::hatch::{self, Pitch};

/// So many lanes have a colour of their own; the others share one.
const OWN: usize = 5;

fn colours(palette: &Palette) -> [Color32; OWN + 1] {
    let channel = &palette.channel;
    [
        channel.state_to_state,
        channel.party_to_party,
        channel.subnational,
        channel.party_to_state,
        channel.business,
        palette.certain,
    ]
}

/// The lanes with a colour of their own, and whether there are others.
fn own_lanes(state: &State) -> (Vec<usize>, bool) {
    let lanes: Vec<usize> = state.shown_lanes().into_iter().map(|(lane, _)| lane).collect();
    let rest = state.lanes().lanes.len() > OWN;
    (lanes.into_iter().take(OWN).collect(), rest)
}

fn names(state: &State) -> Vec<String> {
    let (lanes, has_rest) = own_lanes(state);
    let all = &state.lanes().lanes;
    let mut names: Vec<String> =
        lanes.iter().filter_map(|lane| all.get(*lane)).map(|lane| lane.label.clone()).collect();
    if has_rest {
        names.push("all others".to_owned());
    }
    names
}

/// The lanes with their colours.
pub(super) fn legend(ui: &Ui, state: &State) -> Vec<(String, LegendKey)> {
    let colours = colours(theme::palette(ui)).into_iter().map(LegendKey::Filled);
    names(state).into_iter().zip(colours).collect()
}

/// Shows the stacks.
pub(super) fn ui(ui: &mut Ui, state: &State, scale: &TimeScale, plot: Rect, ground: &Backdrop) {
    let (lanes, _) = own_lanes(state);
    let names = names(state);
    let drawn = stacks(state.tally(), &lanes, scale);
    frame_ui(ui, &Upwards { most: drawn.most, ticks: &drawn.ticks }, scale, plot, ground);
    for stack in &drawn.stacks {
        stack_ui(ui, stack, &names, drawn.most, plot);
    }
}

fn stack_ui(ui: &mut Ui, stack: &Stack, names: &[String], most: f64, plot: Rect) {
    let palette = theme::palette(ui);
    let colours = colours(palette);
    let x = Rangef::new(stack.left.max(plot.left()), stack.right.min(plot.right()));
    if x.span() <= 0.0 {
        return;
    }
    let painter = ui.painter().with_clip_rect(plot);
    let pitch = if x.span() < 2.0 * size::S12 { Pitch::CELL } else { Pitch::BAR };
    let mut from = 0.0;
    let mut words = Vec::new();
    for part in &stack.parts {
        let colour = colours.get(part.place).copied().unwrap_or(palette.certain);
        let (solid, top) = (from + f64::from(part.least), from + part.expected);
        let rect =
            |from: f64, to: f64| Rect::from_x_y_ranges(x, Rangef::new(y_of(plot, most, to), y_of(plot, most, from)));
        if part.least > 0 {
            painter.rect_filled(rect(from, solid), 0, colour);
        }
        if top > solid + 1e-9 {
            painter.rect_filled(rect(solid, top), 0, Palette::tint(colour));
            let feather = 1.0 / painter.pixels_per_point();
            painter.add(hatch::hatch(rect(solid, top), colour, pitch, None, feather));
        }
        let name = names.get(part.place).map_or("all others", String::as_str);
        let shares = part.expected - f64::from(part.least);
        let doubt = if shares > 1e-9 { format!(", {} expected", share_text(part.expected)) } else { String::new() };
        words.push(format!("{name} {}{doubt}", part.least));
        from = top;
    }
    let column = Rect::from_x_y_ranges(x, plot.y_range());
    let response = ui.interact(column, ui.scope_id().with(("stack", stack.bin)), Sense::HOVER);
    let name = format!("{}: {}", stack.bin.label(), words.join("; "));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    response.on_hover_ui(|ui| {
        ui.label(Type::Active.text(stack.bin.label()).color(palette.text));
        for line in &words {
            ui.label(Type::Small.text(line).color(palette.text2));
        }
    });
}
