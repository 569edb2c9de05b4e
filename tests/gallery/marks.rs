//! The marks: dates, channels, statements, checks.

use dateline::ui::theme::{self, Palette, Type};
use dateline::ui::widgets::{
    ChannelShape, Corners, DateBar, DateBarState, Directness, Quote, Run, Severity, channel_label, directness_bar,
    hatch, separator, severity_label,
};
use egui::{Color32, Rangef, Rect, Sense, Ui, pos2, vec2};

use super::heading;

/// Dates, channels, statements and checks.
pub fn marks_ui(ui: &mut Ui) {
    heading(ui, "Dates: solid is certain, hatched is possible, a fading edge is open");
    ui.spacing_mut().item_spacing.y = 0.0;
    for (name, about, corners, state) in dates() {
        date_row(ui, name, about, corners, state);
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

fn dates() -> [(&'static str, &'static str, Corners, DateBarState); 10] {
    use DateBarState::{Cancelled, Happened, Planned};
    let corners = |start_earliest, start_latest, end_earliest, end_latest| Corners {
        start_earliest,
        start_latest,
        end_earliest,
        end_latest,
    };
    [
        ("14 Oct 2024", "day known", Corners::day(44.0), Happened),
        ("8 – 12 Oct 2024", "both ends known", Corners::range(38.0, 42.0), Happened),
        ("May 2024", "some day in the month", Corners::some_day(31.0, 43.0), Happened),
        (
            "3 to 9 Oct – 18 to 22 Oct",
            "four corners",
            corners(Some(28.0), Some(34.0), Some(42.0), Some(46.0)),
            Happened,
        ),
        ("by 13 Oct 2024", "start open", corners(None, Some(39.0), Some(41.0), Some(41.0)), Happened),
        ("Oct 2018 or earlier – ongoing", "both open", corners(None, Some(39.0), Some(41.0), None), Happened),
        ("14 Oct 2024 – ongoing", "end open", corners(Some(37.0), Some(37.0), Some(38.0), None), Happened),
        ("about 2 Oct, until unknown", "hatch to an open end", corners(Some(32.0), None, None, None), Happened),
        ("20 Nov 2024, planned", "outline only", Corners::range(38.0, 41.0), Planned),
        ("3 June 2024, cancelled", "outline, struck", Corners::range(38.0, 41.0), Cancelled),
    ]
}

fn date_row(ui: &mut Ui, name: &str, about: &str, corners: Corners, state: DateBarState) {
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
    let bar = DateBar { corners, state, colours: &[palette.certain], qualified: name.starts_with('8') };
    let bar_y = Rangef::new(y - 8.0, y + 8.0);
    let x_of_day = |day: f64| plot.min + (day as f32 - 20.0) * 8.0;
    let (shapes, _) = bar.shapes(ui.painter(), plot, bar_y, x_of_day);
    ui.painter().extend(shapes);
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
