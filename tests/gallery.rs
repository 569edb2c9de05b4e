//! Every widget on one sheet, in both themes, compared with the pictures in `tests/snapshots`.
//!
//! Run with `--features pictures`; it needs a Vulkan driver (in software will do). After a wanted change:
//! `UPDATE_SNAPSHOTS=1`.

use dateline::ui::theme::{self, Palette, Type, icons, size};
use dateline::ui::widgets::table::{Column, Sort, SortOrder, Table, cell_number, cell_text};
use dateline::ui::widgets::{
    Button, Card, ChannelShape, Chip, Corners, DateBar, DateBarState, DateStrip, Directness,
    Dropdown, Field, ICD_203, IconButton, Link, MenuItem, Quote, Run, SearchField, SectionHead,
    Segment, Segmented, Severity, StripLabel, StripTick, Tab, Toast, channel_label,
    confidence_boxes, directness_bar, empty_state, grade_box, hatch, key_caps, likelihood_scale,
    link, logo, marking_box, menu_button, property_row, select_field, separator, severity_label,
    status_pill, tabs_bar, toast, vertical_separator,
};
use egui::{Align, Color32, Frame, Layout, Margin, Rangef, Rect, Sense, Ui, UiBuilder, pos2, vec2};
use egui_kittest::{Harness, SnapshotOptions};

const SIZE: egui::Vec2 = vec2(1440.0, 1180.0);

/// What the widgets of the sheet need between frames.
#[derive(Default)]
struct Sheet {
    search: String,
    plain: String,
    focused: String,
    wrong: String,
    words: String,
}

#[test]
fn widgets_in_both_themes() {
    for (name, theme) in [
        ("gallery-light", egui::Theme::Light),
        ("gallery-dark", egui::Theme::Dark),
    ] {
        let sheet = Sheet {
            plain: "Oct 14".to_owned(),
            focused: "Oct 14".to_owned(),
            wrong: "Oct 41".to_owned(),
            words: "on October 14".to_owned(),
            ..Sheet::default()
        };
        let mut harness = Harness::builder()
            .with_size(SIZE)
            .with_theme(theme)
            .with_options(SnapshotOptions::new().threshold(0.8))
            .with_context_setup(move |ctx| theme::apply(ctx, theme.into()))
            .build_ui_state(sheet_ui, sheet);
        harness.run();
        harness.snapshot(name);
    }
}

fn sheet_ui(ui: &mut Ui, sheet: &mut Sheet) {
    let palette = theme::palette(ui);
    let all = ui.max_rect();
    ui.painter().rect_filled(all, 0, palette.surface);
    let bars = Rect::from_min_size(all.min, vec2(all.width(), 122.0));
    ui.painter().rect_filled(bars, 0, palette.chrome);
    within(ui, bars, Margin::ZERO, |ui| bars_ui(ui, sheet));
    let left = Rect::from_min_max(pos2(0.0, 122.0), pos2(690.0, all.bottom()));
    let middle = Rect::from_min_max(pos2(690.0, 122.0), pos2(1080.0, all.bottom()));
    let right = Rect::from_min_max(pos2(1080.0, 122.0), all.max);
    ui.painter().rect_filled(right, 0, palette.panel);
    within(ui, left, Margin::symmetric(24, 12), |ui| left_ui(ui, sheet));
    within(ui, middle, Margin::symmetric(16, 12), |ui| {
        middle_ui(ui, sheet);
    });
    within(ui, right, Margin::symmetric(20, 12), right_ui);
    toast(
        ui.ctx(),
        0,
        &Toast {
            severity: Severity::Found,
            text: "Copied with its source",
            action: Some("Undo"),
        },
    );
}

fn within(ui: &mut Ui, rect: Rect, margin: Margin, content: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new()
        .max_rect(rect - margin)
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, content);
}

fn bars_ui(ui: &mut Ui, sheet: &mut Sheet) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
    ui.allocate_ui(vec2(ui.available_width(), size::TOP_BAR), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(16.0);
            logo(ui, 12.0);
            ui.add_space(10.0);
            for name in ["File", "Edit", "View", "Help"] {
                menu_button(ui, name, |_| {});
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.add_space(8.0);
                ui.add(IconButton::new(icons::SUN, "Theme: light"));
                let modes = [
                    Segment::new("Viewing").icon(icons::EYE),
                    Segment::new("Editing").icon(icons::PENCIL_SIMPLE),
                ];
                Segmented::new("Mode", &modes).accent(1).show(ui, 0);
                SearchField::new(&mut sheet.search, "Search everything")
                    .keys("Ctrl F")
                    .show(ui);
            });
        });
    });
    let tab = |name, count| Tab {
        name,
        count,
        warns: name == "Checks",
    };
    let tabs = [
        tab("Overview", None),
        tab("Actors", Some(2318)),
        tab("Visits", Some(4)),
        tab("Statements", Some(9)),
        tab("Judgements", Some(1)),
        tab("Checks", Some(3)),
    ];
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        tabs_bar(ui, 2, &tabs);
    });
    separator(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add_space(16.0);
        Chip::filter("Countries", "China, Serbia")
            .removable("Remove the filter on countries")
            .show(ui);
        Chip::filter("Dates", "Apr – Nov 2024")
            .removable("Remove the filter on dates")
            .show(ui);
        ui.add(Button::quiet("Filter").icon(icons::PLUS));
        ui.add_space(24.0);
        Dropdown::new("Lanes by", "direction").show(ui, |_| {});
        vertical_separator(ui);
        channel_label(
            ui,
            ChannelShape::Circle,
            palette.channel.party_to_party,
            "Party to party",
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            key_caps(ui, &["C", "Shift", "Ctrl"]);
            marking_box(ui, "TLP:CLEAR");
        });
    });
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    ui.add(SectionHead::new(text));
    ui.add_space(4.0);
}

fn left_ui(ui: &mut Ui, sheet: &mut Sheet) {
    heading(
        ui,
        "Dates: solid is certain, hatched is possible, a fading edge is open",
    );
    ui.spacing_mut().item_spacing.y = 0.0;
    for (name, about, corners, state) in dates() {
        date_row(ui, name, about, corners, state);
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(8.0);
    heading(ui, "Channels: a colour and a shape");
    ui.columns(2, |columns| {
        for (index, (shape, name, colour)) in channels(columns[0].visuals()).into_iter().enumerate()
        {
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
    heading(ui, "Controls");
    ui.horizontal(|ui| {
        ui.add(Button::secondary("New visit").icon(icons::PLUS));
        ui.add(Button::secondary("Hovered").selected(true));
        let focused = ui.add(Button::secondary("Focused"));
        if !ui.ctx().egui_wants_keyboard_input() {
            focused.request_focus();
        }
        ui.add(
            Button::primary("Save")
                .icon(icons::FLOPPY_DISK)
                .detail("Ctrl S"),
        );
        ui.add(Button::quiet("Quiet"));
        ui.add_enabled(false, Button::secondary("Disabled"));
        let views = [
            Segment::new("Chart").icon(icons::ALIGN_LEFT),
            Segment::new("Table").icon(icons::TABLE),
        ];
        Segmented::new("View", &views).show(ui, 0);
    });
    ui.add_space(6.0);
    ui.columns(3, |columns| {
        Field::new("Start", &mut sheet.plain).show(&mut columns[0]);
        Field::new("Words", &mut sheet.words)
            .verbatim()
            .detail("RFE/RL ¶3")
            .show(&mut columns[1]);
        Field::new("End", &mut sheet.wrong)
            .error(true)
            .show(&mut columns[2]);
        severity_label(&mut columns[2], Severity::Error, "October has 31 days");
        select_field(&mut columns[0], "Basis", "Year from publication", |_| {});
        Field::new("To", &mut sheet.focused)
            .icon(icons::MAP_PIN)
            .show(&mut columns[1]);
    });
    ui.add_space(6.0);
    separator(ui);
    heading(ui, "Table");
    table_ui(ui);
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
        (
            "8 – 12 Oct 2024",
            "both ends known",
            Corners::range(38.0, 42.0),
            Happened,
        ),
        (
            "May 2024",
            "some day in the month",
            Corners::some_day(31.0, 43.0),
            Happened,
        ),
        (
            "3 to 9 Oct – 18 to 22 Oct",
            "four corners",
            corners(Some(28.0), Some(34.0), Some(42.0), Some(46.0)),
            Happened,
        ),
        (
            "by 13 Oct 2024",
            "start open",
            corners(None, Some(39.0), Some(41.0), Some(41.0)),
            Happened,
        ),
        (
            "Oct 2018 or earlier – ongoing",
            "both open",
            corners(None, Some(39.0), Some(41.0), None),
            Happened,
        ),
        (
            "14 Oct 2024 – ongoing",
            "end open",
            corners(Some(37.0), Some(37.0), Some(38.0), None),
            Happened,
        ),
        (
            "about 2 Oct, until unknown",
            "hatch to an open end",
            corners(Some(32.0), None, None, None),
            Happened,
        ),
        (
            "20 Nov 2024, planned",
            "outline only",
            Corners::range(38.0, 41.0),
            Planned,
        ),
        (
            "3 June 2024, cancelled",
            "outline, struck",
            Corners::range(38.0, 41.0),
            Cancelled,
        ),
    ]
}

fn date_row(ui: &mut Ui, name: &str, about: &str, corners: Corners, state: DateBarState) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::hover());
    let y = rect.center().y;
    let text = |x: f32, style: Type, words: &str, colour: Color32| {
        let galley = style.galley(ui, words, colour);
        let top = (y - galley.size().y / 2.0).round();
        ui.painter()
            .galley(pos2(rect.left() + x, top), galley, colour);
    };
    text(0.0, Type::Name, name, palette.text);
    text(206.0, Type::Small, about, palette.text2);
    let plot = Rangef::new(rect.left() + 400.0, rect.right());
    ui.painter()
        .hline(plot, rect.bottom() - 0.5, (1.0, palette.grid));
    let bar = DateBar {
        corners,
        state,
        colours: &[palette.certain],
        qualified: name.starts_with("8"),
    };
    let bar_y = Rangef::new(y - 8.0, y + 8.0);
    let x_of_day = |day: f64| plot.min + (day as f32 - 20.0) * 8.0;
    let (shapes, _) = bar.shapes(ui.painter(), plot, bar_y, x_of_day);
    ui.painter().extend(shapes);
}

fn channels(visuals: &egui::Visuals) -> [(ChannelShape, &'static str, Color32); 7] {
    let channel = &Palette::of(visuals).channel;
    [
        (
            ChannelShape::Circle,
            "Party to party",
            channel.party_to_party,
        ),
        (
            ChannelShape::Square,
            "State to state",
            channel.state_to_state,
        ),
        (
            ChannelShape::Diamond,
            "Party to state",
            channel.party_to_state,
        ),
        (ChannelShape::TriangleUp, "Subnational", channel.subnational),
        (
            ChannelShape::TriangleDown,
            "Parliamentary",
            channel.parliamentary,
        ),
        (ChannelShape::Plus, "Military", channel.military),
        (ChannelShape::Asterisk, "Business", channel.business),
    ]
}

fn channel_row(ui: &mut Ui, shape: ChannelShape, name: &str, colour: Color32) {
    let top = ui.cursor().top();
    channel_label(ui, shape, colour, name);
    let bar = Rect::from_min_size(
        pos2(ui.min_rect().left() + 130.0, top + 1.0),
        vec2(60.0, 16.0),
    );
    ui.painter().rect_filled(bar, 2, colour);
    let possible = bar.translate(vec2(66.0, 0.0));
    let shapes = hatch::possible(ui.painter(), possible, colour, hatch::Pitch::BAR, None);
    ui.painter().extend(shapes);
}

fn table_ui(ui: &mut Ui) {
    const COLUMNS: [Column<'_>; 4] = [
        Column::flexible("Name", 120.0, 1.0).sortable(),
        Column::exact("Kind", 90.0).sortable(),
        Column::exact("Visits", 70.0).sortable().right(),
        Column::flexible("Roles, or part of", 120.0, 1.0),
    ];
    let rows = [
        ("Aleksandar Vučić", "Person", 1, "President of Serbia"),
        (
            "CPC Central Committee",
            "Public body",
            12,
            "part of the Communist Party of China",
        ),
        (
            "Марина Рагуш",
            "Person",
            0,
            "vice president of the parliament of Serbia",
        ),
    ];
    let palette = theme::palette(ui);
    Table::new("Actors", &COLUMNS, 10_000)
        .selected(Some(0))
        .sort(Some(Sort {
            column: 0,
            order: SortOrder::Ascending,
        }))
        .show(
            ui,
            |row| rows[row % rows.len()].0.to_owned(),
            |ui, row, column| {
                let (name, kind, visits, roles) = rows[row % rows.len()];
                match column {
                    0 => cell_text(ui, Type::Name, name, palette.text),
                    1 => cell_text(ui, Type::Body, kind, palette.text2),
                    2 => cell_number(ui, visits),
                    _ => cell_text(ui, Type::Body, roles, palette.text),
                };
            },
        );
}

fn middle_ui(ui: &mut Ui, _sheet: &mut Sheet) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 8.0;
    let bottom_line = [
        Run::Para("Chinese officials came to Serbia "),
        Run::Link("three times"),
        Run::Para(" between May and mid-October 2024, and a "),
        Run::Link("Vojvodina delegation"),
        Run::Para(" went to Shandong."),
    ];
    Quote::bottom_line(&bottom_line).show(ui);
    likelihood_scale(ui, &ICD_203, Some(4));
    confidence_boxes(
        ui,
        1,
        "Low confidence",
        "One article; the three sources behind it are not held",
    );
    separator(ui);
    ui.add(
        SectionHead::large("Conflicts")
            .count(1)
            .icon(icons::NOT_EQUALS, palette.warn),
    );
    Card::new("Arrival in Belgrade: 13 or 14 October?")
        .ground(palette.warn_wash)
        .padding(Margin::same(12))
        .show(ui, |ui| {
            ui.label(Type::Active.text("Arrival in Belgrade: 13 or 14 October?"));
            Quote::small(&[Run::Said("arrived in Belgrade on October 14")]).show(ui);
            Quote::small(&[Run::Said("in Belgrade on October 13")]).show(ui);
        });
    for (name, selected, dashed) in [
        ("plain", false, false),
        ("picked", true, false),
        ("none", false, true),
    ] {
        Card::new(name).selected(selected).dashed(dashed).show(ui, |ui| {
            Quote::card(&[
                Run::Para("Serbia is proud of its "),
                Run::Said("excellent relations, ironclad friendship, and overall cooperation with China."),
            ])
            .show(ui);
            ui.horizontal(|ui| {
                ui.label(Type::Small.text("c. 14 Oct 2024  ·  after meeting Li Xiaoxin").color(palette.text2));
                ui.add(Link::new("RFE/RL ¶4").style(Type::Small).name("RFE/RL, paragraph 4"));
            });
        });
    }
    Frame::popup(ui.style()).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(
            MenuItem::new("Stated in full")
                .checked(false)
                .detail("no year in the words"),
        );
        ui.add(
            MenuItem::new("Year from publication")
                .checked(true)
                .detail("14 Oct 2024")
                .selected(true),
        );
        ui.add(
            MenuItem::new("Copy link")
                .icon(icons::LINK_SIMPLE)
                .detail("Ctrl Shift C"),
        );
    });
    empty_state(
        ui,
        icons::AIRPLANE_TILT,
        "No visits yet",
        "Add the first one, or import a table",
        "New visit",
    );
}

fn right_ui(ui: &mut Ui) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        icons::AIRPLANE_TILT.paint(
            ui,
            ui.cursor().left_center() + vec2(8.0, 0.0),
            16.0,
            palette.text2,
        );
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
        Chip::outlined("Party to party")
            .mark(ChannelShape::Circle, palette.channel.party_to_party)
            .show(ui);
        Chip::outlined("Party to state")
            .mark(ChannelShape::Diamond, palette.channel.party_to_state)
            .show(ui);
        status_pill(ui, "Ongoing");
    });
    separator(ui);
    ui.label(Type::Heading.text("14 Oct 2024 – ongoing"));
    let ticks: Vec<StripTick> = (1..=31)
        .map(|day| StripTick {
            day: f64::from(day),
            long: day % 10 == 1,
        })
        .collect();
    let label = |day, text: &str, strong| StripLabel {
        day,
        text: text.to_owned(),
        strong,
    };
    DateStrip {
        range: (1.0, 31.0),
        corners: Corners {
            start_earliest: Some(14.0),
            start_latest: Some(14.0),
            end_earliest: Some(15.0),
            end_latest: None,
        },
        ticks: &ticks,
        labels: &[
            label(1.0, "1 Oct", false),
            label(14.0, "start 14 Oct", true),
            label(31.0, "end open", false),
        ],
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
        ui.label(Type::Body.text("Year inferred from publication, and the words of the caption do not say which Li is meant"));
    });
    separator(ui);
    ui.add(SectionHead::new("Passage").count(3));
    Quote::small(&[Run::Passage(
        "… he and Li discussed economic cooperation between Serbia and China.",
    )])
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
    ui.horizontal_wrapped(|ui| {
        Chip::filled("Li Xiaoxin")
            .icon(icons::USER)
            .removable("Remove Li Xiaoxin")
            .show(ui);
        Chip::filled("Chinese delegation")
            .icon(icons::USERS_THREE)
            .removable("Remove Chinese delegation")
            .show(ui);
    });
    let statuses = ["Planned", "Ongoing", "Completed", "Cancelled"].map(Segment::new);
    Segmented::new("Status", &statuses).fill().show(ui, 1);
    ui.horizontal(|ui| {
        ui.add(
            Button::secondary("Copy with source")
                .icon(icons::COPY)
                .strong(),
        );
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
