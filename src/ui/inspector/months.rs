//! Counts of one month after another as columns, filled as on the chart.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::count::BinCount;
use crate::model::month_name;
use crate::present::chart::{count_words, parts_words};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{CountFill, count_fill, feather_of, whisker};

const COLUMNS: f32 = 76.0;
/// Over the columns, for their numbers.
const NUMBERS: f32 = 18.0;
/// Below them, for the letters of the months.
const LETTERS: f32 = 20.0;
/// The share of a month's room that its column takes.
const COLUMN_SHARE: f32 = 0.72;

pub(super) fn ui(ui: &mut Ui, months: &[BinCount]) {
    let palette = theme::palette(ui);
    let most = months.iter().map(|month| f64::from(month.possible)).fold(1.0, f64::max);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), NUMBERS + COLUMNS + LETTERS), Sense::hover());
    let plot = Rect::from_min_max(rect.min + vec2(0.0, NUMBERS), rect.max - vec2(0.0, LETTERS));
    let wide = rect.width() / months.len().max(1) as f32;
    for (place, month) in months.iter().enumerate() {
        let whole = Rangef::new(plot.left() + wide * place as f32, plot.left() + wide * (place + 1) as f32);
        let x = Rangef::point(whole.center()).expand(wide * COLUMN_SHARE / 2.0);
        let name = month_name(month.bin.part + 1);
        let counted = if month.possible > 0 { parts_words(month) } else { "none".to_owned() };
        let words = format!("{}: {counted}", month.bin.label());
        let area = Rect::from_x_y_ranges(whole, rect.y_range());
        let response = ui.interact(area, ui.scope_id().with(place), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let top = column_ui(ui, month, x, plot, most);
        let letter = Type::Tiny.galley(ui, name.get(..1).unwrap_or(name), palette.text2);
        let corner = pos2(whole.center() - letter.size().x / 2.0, plot.bottom() + size::S4);
        ui.painter().galley(corner.round(), letter, palette.text2);
        if month.possible > 0 {
            let number = Type::Tiny.galley(ui, count_words(month), palette.text);
            let corner = pos2(whole.center() - number.size().x / 2.0, top - number.size().y - size::S2);
            ui.painter().galley(corner.round(), number, palette.text);
        }
        response.on_hover_text(words);
    }
    let base = Stroke::new(size::LINE, palette.line_strong);
    ui.painter().hline(plot.x_range(), plot.bottom().round() + 0.5, base);
}

/// Paints a column; gives the height up to which it reaches.
fn column_ui(ui: &Ui, month: &BinCount, x: Rangef, plot: Rect, most: f64) -> f32 {
    let palette = theme::palette(ui);
    let feather = feather_of(ui.painter());
    let y = |count: f64| plot.bottom() - plot.height() * (count / most) as f32;
    let (certain, least) = (f64::from(month.certain), f64::from(month.least()));
    for (from, to, kind) in [
        (0.0, certain, CountFill::Certain),
        (certain, least, CountFill::Qualified),
        (least, month.expected, CountFill::Possible),
    ] {
        if to > from {
            let part = Rect::from_x_y_ranges(x, Rangef::new(y(to), y(from)));
            ui.painter().extend(count_fill(palette, part, kind, feather));
        }
    }
    let (top, reach) = (y(month.expected.max(least)), y(f64::from(month.possible)));
    if reach < top - 1.0 {
        ui.painter().extend(whisker(palette, x.center(), Rangef::new(reach, top)));
    }
    reach.min(top)
}
