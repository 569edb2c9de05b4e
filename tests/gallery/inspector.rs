//! What stands in the inspector, and the type table.

use dateline::model::{DateBounds, Day};
use dateline::ui::theme::{self, Type, icons};
use dateline::ui::widgets::{
    Button, ChannelShape, Chip, DateStrip, IconButton, Quote, Run, SectionHead, Segment, Segmented, Severity,
    StripLabel, StripTick, field_box, grade_box, link, logo, property_row, separator, severity_label, status_pill,
};
use egui::{Align, Layout, Ui, vec2};

/// A visit, a passage, sources, a form’s controls, and every row of the type table.
pub fn inspector_ui(ui: &mut Ui) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        icons::AIRPLANE_TILT.paint(ui, ui.cursor().left_center() + vec2(8.0, 0.0), 16.0, palette.text2);
        ui.add_space(20.0);
        ui.label(Type::Body.text("Visit").color(palette.text2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add(IconButton::new(icons::SIDEBAR_SIMPLE, "Hide the inspector"));
            ui.add(IconButton::new(icons::LINK_SIMPLE, "Copy link"));
            ui.add(IconButton::new(icons::PENCIL_SIMPLE, "Edit").selected(true));
        });
    });
    ui.label(Type::Title.text("Li Xiaoxin to Belgrade"));
    ui.horizontal(|ui| {
        Chip::outlined("Party to party").mark(ChannelShape::Circle, palette.channel.party_to_party).show(ui);
        Chip::outlined("Party to state").mark(ChannelShape::Diamond, palette.channel.party_to_state).show(ui);
        status_pill(ui, "Ongoing");
    });
    separator(ui);
    ui.label(Type::Heading.text("14 Oct 2024 – ongoing"));
    let ticks: Vec<StripTick> = (1..=31).map(|day| StripTick { day: Day(day), long: day % 10 == 1 }).collect();
    let label = |day: i32, text: &str, strong| StripLabel { day: Day(day), text: text.to_owned(), strong };
    DateStrip {
        range: (Day(1), Day(31)),
        bounds: DateBounds::lasting((Some(Day(14)), Some(Day(14))), (Some(Day(15)), None)),
        ticks: &ticks,
        labels: &[label(1, "1 Oct", false), label(14, "start 14 Oct", true), label(31, "end open", false)],
        name: "14 Oct 2024, end open",
    }
    .show(ui);
    property_row(ui, "Source", |ui| {
        ui.horizontal(|ui| {
            ui.label(Type::QuoteSmall.text("“on October 14”"));
            link(ui, "RFE/RL ¶3");
        });
    });
    property_row(ui, "Why", |ui| {
        ui.label(
            Type::Body
                .text("Year inferred from publication, and the words of the caption do not say which Li is meant"),
        );
    });
    separator(ui);
    ui.add(SectionHead::new("Passage").count(3));
    Quote::small(&[Run::Passage("… he and Li discussed economic cooperation between Serbia and China.")])
        .weak()
        .show(ui);
    Quote::small(&[
        Run::Passage("This cooperation is “"),
        Run::Marked("dynamically developing"),
        Run::Passage("” through numerous infrastructure and energy projects and “"),
        Run::Marked("increasingly intense"),
        Run::Passage("” investment cooperation."),
    ])
    .show(ui);
    severity_label(ui, Severity::Found, "Both quotes found word for word in ¶5");
    separator(ui);
    ui.add(SectionHead::new("Sources").count(4));
    for (grade, name) in [(Some('B'), "RFE/RL"), (None, "Vučić on Instagram")] {
        ui.horizontal(|ui| {
            grade_box(ui, grade);
            ui.label(Type::Name.text(name));
        });
    }
    field_box(ui, false, false, |ui| {
        Chip::filled("Li Xiaoxin").icon(icons::USER).removable("Remove Li Xiaoxin").show(ui);
        Chip::filled("Chinese delegation").icon(icons::USERS_THREE).removable("Remove Chinese delegation").show(ui);
    });
    let statuses = ["Planned", "Ongoing", "Completed", "Cancelled"].map(Segment::new);
    Segmented::new("Status", &statuses).fill().show(ui, 1);
    ui.horizontal(|ui| {
        ui.add(Button::secondary("Copy with source").icon(icons::COPY).strong());
        ui.add(Button::quiet("Open the text").icon(icons::BOOK_OPEN));
    });
    for style in [
        Type::StartName,
        Type::Title,
        Type::BottomLine,
        Type::Heading,
        Type::Lead,
        Type::Body,
        Type::Name,
        Type::Active,
        Type::Small,
        Type::SmallHead,
        Type::Tiny,
        Type::Quote,
        Type::QuoteSmall,
    ] {
        ui.label(style.text(format!("{style:?} Љубав ≠ “Őž”")));
    }
    logo(ui, 32.0);
}
