//! The bars stacked by lane: solid what is certain or in doubt, hatched what is possible, each lane in its colour.

use egui::accesskit::Role;
use egui::{Color32, Rangef, Rect, Sense, Shape, Ui, WidgetInfo};

use super::super::fill::NOTHING;
use super::super::layer::{Canvas, Layer};
use super::super::legend::LegendKey;
use super::super::model::State;
use super::bars::{Axis, Backdrop};
use crate::model::share_text;
use crate::present::chart::{Stack, StackPart, stacks};
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
pub(super) fn ui(ui: &mut Ui, state: &State, backdrop: &Backdrop<'_>, rect: Rect) {
    let (lanes, _) = own_lanes(state);
    let names = names(state);
    let drawn = stacks(state.tally(), &lanes, backdrop.scale);
    let x_of = |stack: &Stack| Rangef::new(stack.left.max(rect.left()), stack.right.min(rect.right()));
    let in_sight: Vec<(&Stack, Rangef)> =
        drawn.stacks.iter().map(|stack| (stack, x_of(stack))).filter(|(_, x)| x.span() > 0.0).collect();
    let axis = Axis { most: drawn.most, ticks: &drawn.ticks };
    let shown = &in_sight;
    backdrop.show(ui, "stacks".to_owned(), &axis, rect, move |plot| {
        plot.add(Layer::new("stacks", move |canvas| {
            for (stack, x) in shown {
                paint(canvas, stack, *x);
            }
        }));
    });
    for (stack, x) in &in_sight {
        stack_ui(ui, stack, &names, Rect::from_x_y_ranges(*x, rect.y_range()));
    }
}

fn paint(canvas: &mut Canvas, stack: &Stack, x: Rangef) {
    let colours = colours(canvas.palette);
    let pitch = if x.span() < 2.0 * size::S12 { Pitch::CELL } else { Pitch::BAR };
    let mut from = 0.0;
    for part in &stack.parts {
        let colour = colours.get(part.place).copied().unwrap_or(canvas.palette.certain);
        let (solid, top) = (from + f64::from(part.least), from + part.expected);
        let rect = |from: f64, to: f64| Rect::from_x_y_ranges(x, Rangef::new(canvas.y(to), canvas.y(from)));
        let (certain, possible) = (rect(from, solid), rect(solid, top));
        if part.least > 0 {
            canvas.fill(certain, 0, colour);
        }
        if top > solid + NOTHING {
            canvas.fill(possible, 0, Palette::tint(colour));
            canvas.add(Shape::mesh(hatch::hatch(possible, colour, pitch, None, canvas.feather())));
        }
        from = top;
    }
}

/// `China → Serbia 2, 2.4 expected`.
fn words_of(part: &StackPart, names: &[String]) -> String {
    let name = names.get(part.place).map_or("all others", String::as_str);
    let shares = part.expected - f64::from(part.least);
    let doubt = if shares > NOTHING { format!(", {} expected", share_text(part.expected)) } else { String::new() };
    format!("{name} {}{doubt}", part.least)
}

fn stack_ui(ui: &Ui, stack: &Stack, names: &[String], column: Rect) {
    let palette = theme::palette(ui);
    let words: Vec<String> = stack.parts.iter().map(|part| words_of(part, names)).collect();
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
