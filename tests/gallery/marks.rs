//! The marks: dates, channels, statements, checks.

use dateline::model::{DateBounds, Day};
use dateline::present::chart::{TimeScale, bar_of};
use dateline::ui::theme::{self, Palette, Type};
use dateline::ui::widgets::{
    BarInk, ChannelShape, DateBar, Directness, Quote, Run, Severity, channel_label, directness_bar, hatch, separator,
    severity_label,
};
use egui::{Color32, Rangef, Rect, Sense, Ui, pos2, vec2};

use super::heading;

/// Dates, channels, statements and checks.
pub fn marks_ui(ui: &mut Ui) {
    heading(ui, "Dates: solid is certain, hatched is possible, a fading edge is open");
    ui.spacing_mut().item_spacing.y = 0.0;
    for (name, about, bounds, ink) in dates() {
        date_row(ui, name, about, &bounds, ink);
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(8.0);
    heading(ui, "Channels: a colour and a shape");
    ui.columns(2, |columns| {
        for (index, (shape, name, colour)) in channels(columns[0].visuals()).into_iter().enumerate() {
            channel_row(&mut columns[index % 2], shape, name, colour);
        }
    });
    ui.add_space(8.0);
    separator(ui);
    heading(ui, "Statements: a source’s own words are always in serif");
    Quote::card(&[
        Run::Para("Cooperation is "),
        Run::Said("dynamically developing"),
        Run::Para(" through infrastructure projects"),
    ])
    .show(ui);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        directness_bar(ui, Directness::Direct, "all 39 words said", 140.0);
        directness_bar(ui, Directness::Mixed(0.18), "4 of 22 words said", 140.0);
        directness_bar(ui, Directness::Paraphrase, "RFE/RL’s wording", 140.0);
        directness_bar(ui, Directness::NoResponse, "asked, no answer", 140.0);
    });
    ui.add_space(6.0);
    separator(ui);
    heading(ui, "Checks");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        for (severity, text) in [
            (Severity::Error, "Error"),
            (Severity::Warning, "Warning"),
            (Severity::Note, "Note"),
            (Severity::Found, "Found word for word"),
            (Severity::Conflict, "Conflict"),
        ] {
            severity_label(ui, severity, text);
        }
    });
    ui.add_space(6.0);
    separator(ui);
}

/// A date that begins and ends within the days told.
fn lasting(start: (Option<i32>, Option<i32>), end: (Option<i32>, Option<i32>)) -> DateBounds {
    let days = |(earliest, latest): (Option<i32>, Option<i32>)| (earliest.map(Day), latest.map(Day));
    DateBounds::lasting(days(start), days(end))
}

fn from_to(first: i32, last: i32) -> DateBounds {
    lasting((Some(first), Some(first)), (Some(last), Some(last)))
}

fn dates() -> [(&'static str, &'static str, DateBounds, BarInk); 10] {
    use BarInk::{Filled, Outlined, Struck};
    let some_day = DateBounds::within(Some(Day(31)), Some(Day(43)));
    let four_corners = lasting((Some(28), Some(34)), (Some(42), Some(46)));
    [
        ("14 Oct 2024", "day known", from_to(44, 44), Filled),
        ("8 – 12 Oct 2024", "both ends known", from_to(38, 42), Filled),
        ("May 2024", "some day in the month", some_day, Filled),
        ("3 to 9 Oct – 18 to 22 Oct", "four corners", four_corners, Filled),
        ("by 13 Oct 2024", "start open", lasting((None, Some(39)), (Some(41), Some(41))), Filled),
        ("Oct 2018 or earlier – ongoing", "both open", lasting((None, Some(39)), (Some(41), None)), Filled),
        ("14 Oct 2024 – ongoing", "end open", lasting((Some(37), Some(37)), (Some(38), None)), Filled),
        ("about 2 Oct, until unknown", "hatch to an open end", lasting((Some(32), None), (None, None)), Filled),
        ("20 Nov 2024, planned", "outline only", from_to(38, 41), Outlined),
        ("3 June 2024, cancelled", "outline, struck", from_to(38, 41), Struck),
    ]
}

fn date_row(ui: &mut Ui, name: &str, about: &str, bounds: &DateBounds, ink: BarInk) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::hover());
    let y = rect.center().y;
    let text = |x: f32, style: Type, words: &str, colour: Color32| {
        let galley = style.galley(ui, words, colour);
        let top = (y - galley.size().y / 2.0).round();
        ui.painter().galley(pos2(rect.left() + x, top), galley, colour);
    };
    text(0.0, Type::Name, name, palette.text);
    text(206.0, Type::Small, about, palette.text2);
    let plot = Rangef::new(rect.left() + 400.0, rect.right());
    ui.painter().hline(plot, rect.bottom() - 0.5, (1.0, palette.grid));
    let scale = TimeScale { left: plot.min, width: plot.span(), first: 20.0, days: f64::from(plot.span() / 8.0) };
    let Some(bar) = bar_of(bounds, &scale) else { return };
    let bar = DateBar { bar: &bar, ink, colours: &[palette.certain], qualified: name.starts_with('8') };
    let painter = ui.painter().with_clip_rect(Rect::from_x_y_ranges(plot, rect.y_range()));
    painter.extend(bar.shapes(&painter, Rangef::new(y - 8.0, y + 8.0)));
}

fn channels(visuals: &egui::Visuals) -> [(ChannelShape, &'static str, Color32); 7] {
    let channel = &Palette::of(visuals).channel;
    [
        (ChannelShape::Circle, "Party to party", channel.party_to_party),
        (ChannelShape::Square, "State to state", channel.state_to_state),
        (ChannelShape::Diamond, "Party to state", channel.party_to_state),
        (ChannelShape::TriangleUp, "Subnational", channel.subnational),
        (ChannelShape::TriangleDown, "Parliamentary", channel.parliamentary),
        (ChannelShape::Plus, "Military", channel.military),
        (ChannelShape::Asterisk, "Business", channel.business),
    ]
}

fn channel_row(ui: &mut Ui, shape: ChannelShape, name: &str, colour: Color32) {
    let top = ui.cursor().top();
    channel_label(ui, shape, colour, name);
    let bar = Rect::from_min_size(pos2(ui.min_rect().left() + 130.0, top + 1.0), vec2(60.0, 16.0));
    ui.painter().rect_filled(bar, 2, colour);
    let possible = bar.translate(vec2(66.0, 0.0));
    let shapes = hatch::possible(ui.painter(), possible, colour, hatch::Pitch::BAR, None);
    ui.painter().extend(shapes);
}
