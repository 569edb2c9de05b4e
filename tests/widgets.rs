//! The widgets as a screen reader and the keyboard meet them.

use dateline::ui::theme::{self, icons};
use dateline::ui::widgets::table::{Column, Sort, SortOrder, Table, TableResponse, cell_text};
use dateline::ui::widgets::{
    Button, Card, Chip, Dropdown, Field, IconButton, MenuItem, Quote, Run, SearchField, Segment, Segmented, Severity,
    Tab, Toast, empty_state, menu_button, property_row, select_field, severity_label, tabs_bar, toast,
};
use egui::accesskit::Role;
use egui::{Key, ThemePreference, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn harness<'a, State>(state: State, ui: impl FnMut(&mut Ui, &mut State) + 'a) -> Harness<'a, State> {
    let mut harness = Harness::builder()
        .with_size(vec2(700.0, 420.0))
        .with_context_setup(|ctx| theme::apply(ctx, ThemePreference::Light))
        .build_ui_state(ui, state);
    harness.run();
    harness
}

#[test]
fn controls_have_names_and_roles() {
    let harness = harness(String::new(), |ui, text| {
        ui.add(Button::primary("Save").detail("Ctrl S"));
        ui.add(IconButton::new(icons::LINK_SIMPLE, "Copy link"));
        SearchField::new(text, "Search everything").keys("Ctrl F").show(ui);
        Field::new("Start", text).show(ui);
        select_field(ui, "Basis", "Year from publication", |_| {});
        Dropdown::new("Lanes by", "direction").show(ui, |_| {});
        Chip::filter("Countries", "China").removable("Remove the filter on countries").show(ui);
        severity_label(ui, Severity::Warning, "Lin Wu’s date rests on a disputed date");
        empty_state(ui, icons::AIRPLANE_TILT, "No visits yet", "Add the first one", "New visit");
    });
    for (role, name) in [
        (Role::Button, "Save"),
        (Role::Button, "Copy link"),
        (Role::TextInput, "Search everything"),
        (Role::TextInput, "Start"),
        (Role::ComboBox, "Basis"),
        (Role::ComboBox, "Lanes by direction"),
        (Role::Button, "Countries China"),
        (Role::Button, "Remove the filter on countries"),
        (Role::Button, "New visit"),
    ] {
        harness.get_by_role_and_label(role, name);
    }
    harness.get_by_value("Warning: Lin Wu’s date rests on a disputed date");
}

#[test]
fn a_segment_is_chosen_by_a_click_and_by_the_keyboard() {
    let mut harness = harness(0, |ui, chosen| {
        let segments = [Segment::new("Chart"), Segment::new("Table")];
        if let Some(index) = Segmented::new("View", &segments).show(ui, *chosen) {
            *chosen = index;
        }
    });
    harness.get_by_role_and_label(Role::RadioButton, "Table").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    harness.get_by_label("Chart").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), 0);
}

#[test]
fn tabs_are_reached_by_the_tab_key() {
    let mut harness = harness(0, |ui, chosen| {
        let tab = |name, count| Tab { name, count, warns: false, errs: false };
        let tabs = [tab("Overview", None), tab("Actors", Some(2318))];
        if let Some(index) = tabs_bar(ui, *chosen, &tabs) {
            *chosen = index;
        }
    });
    harness.get_by_role_and_label(Role::Tab, "Actors 2,318");
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(*harness.state(), 1);
}

#[test]
fn a_menu_opens_and_its_row_is_clicked() {
    let mut harness = harness(false, |ui, opened| {
        ui.horizontal(|ui| {
            menu_button(ui, "File", |ui| {
                if ui.add(MenuItem::new("Open…").detail("Ctrl O")).clicked() {
                    *opened = true;
                }
            });
            menu_button(ui, "Edit", |_| {});
        });
    });
    harness.get_by_label("File").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Open…").click();
    harness.run();
    assert!(*harness.state());
    assert!(harness.query_by_label("Open…").is_none(), "a click closes the menu");
}

#[test]
fn the_cross_of_a_chip_is_not_the_chip() {
    let mut harness = harness((0, 0), |ui, (clicks, removals)| {
        let chip = Chip::filled("Li Xiaoxin").removable("Remove Li Xiaoxin").show(ui);
        *clicks += usize::from(chip.response.clicked());
        *removals += usize::from(chip.removed);
    });
    harness.get_by_label("Remove Li Xiaoxin").click();
    harness.run();
    assert_eq!(*harness.state(), (0, 1));
    harness.get_by_label("Li Xiaoxin").click();
    harness.run();
    assert_eq!(*harness.state(), (1, 1));
}

#[test]
fn a_link_in_a_sentence_is_a_link() {
    let mut harness = harness(None, |ui, clicked| {
        ui.set_max_width(160.0);
        let runs = [
            Run::Para("Officials came "),
            Run::Link("three times between May and October"),
            Run::Para(" to "),
            Run::Link("Belgrade"),
        ];
        if let Some(link) = Quote::bottom_line(&runs).show(ui).clicked_link {
            *clicked = Some(link);
        }
    });
    harness.get_by_role_and_label(Role::Link, "three times between May and October");
    harness.get_by_role_and_label(Role::Link, "Belgrade").click();
    harness.run();
    assert_eq!(*harness.state(), Some(1));
}

#[test]
fn a_card_is_clicked_where_it_has_no_control() {
    let mut harness = harness((0, 0), |ui, (cards, buttons)| {
        let card = Card::new("Aleksandar Vučić, mixed").show(ui, |ui| {
            property_row(ui, "Kind", |ui| ui.label("Mixed"));
            ui.add(Button::secondary("Copy")).clicked()
        });
        *cards += usize::from(card.response.clicked());
        *buttons += usize::from(card.inner);
    });
    harness.get_by_label("Copy").click();
    harness.run();
    assert_eq!(*harness.state(), (0, 1));
    harness.get_by_role_and_label(Role::ListItem, "Aleksandar Vučić, mixed").click();
    harness.run();
    assert_eq!(*harness.state(), (1, 1));
}

/// A table of numbered rows, and what happened to it.
#[derive(Default)]
struct Rows {
    count: usize,
    selected: Option<usize>,
    sort: Option<Sort>,
    activated: Option<usize>,
    cells_built: usize,
}

fn table_harness(count: usize) -> Harness<'static, Rows> {
    const COLUMNS: [Column<'_>; 2] =
        [Column::flexible("Name", 120.0, 1.0).sortable(), Column::exact("Visits", 80.0).sortable().right()];
    let rows = Rows { count, ..Rows::default() };
    harness(rows, |ui, rows| {
        rows.cells_built = 0;
        let colour = theme::palette(ui).text;
        let TableResponse { picked, activated, sort, .. } =
            Table::new("Actors", &COLUMNS, rows.count).selected(rows.selected).sort(rows.sort).show(
                ui,
                |row| format!("Actor {row}"),
                |ui, row, column| {
                    rows.cells_built += 1;
                    cell_text(ui, theme::Type::Body, &format!("{row}.{column}"), colour);
                },
            );
        rows.selected = picked.or(rows.selected);
        rows.activated = activated.or(rows.activated);
        rows.sort = sort.or(rows.sort);
    })
}

#[test]
fn only_rows_in_sight_are_built() {
    let harness = table_harness(10_000);
    assert!(harness.state().cells_built <= 2 * 16, "{}", harness.state().cells_built);
    harness.get_by_role_and_label(Role::Row, "Actor 3");
    assert!(harness.query_by_label("Actor 500").is_none());
}

#[test]
fn the_keyboard_moves_through_a_table() {
    let mut harness = table_harness(10_000);
    harness.get_by_role_and_label(Role::Row, "Actor 3").click();
    harness.run();
    assert_eq!(harness.state().selected, Some(3));
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().selected, Some(4));
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(harness.state().selected, Some(9_999));
    harness.get_by_role_and_label(Role::Row, "Actor 9999");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().activated, Some(9_999));
    harness.key_press(Key::PageUp);
    harness.run();
    let selected = harness.state().selected;
    assert!(selected < Some(9_995) && selected > Some(9_980), "{selected:?}");
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(harness.state().selected, Some(0));
}

#[test]
fn the_tab_key_goes_past_a_table_in_one_step() {
    let mut harness = table_harness(100);
    for _ in 0..3 {
        harness.key_press(Key::Tab);
        harness.run();
    }
    let focused = harness.root().children_recursive().find(egui_kittest::Node::is_focused);
    let role = focused.map(|node| node.accesskit_node().role());
    assert_eq!(role, Some(Role::Table), "two heads, then the rows as one");
}

#[test]
fn a_click_on_a_head_sorts_and_the_next_one_turns_it_round() {
    let mut harness = table_harness(5);
    for order in [SortOrder::Ascending, SortOrder::Descending, SortOrder::Ascending] {
        harness.get_by_role_and_label(Role::ColumnHeader, "Visits").click();
        harness.run();
        assert_eq!(harness.state().sort, Some(Sort { column: 1, order }));
    }
}

#[test]
fn an_empty_table_takes_keys_without_harm() {
    let mut harness = table_harness(0);
    harness.get_by_role_and_label(Role::Table, "Actors").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().selected, None);
}

#[test]
fn a_long_notice_goes_over_several_lines_and_stays_in_the_window() {
    let text = "The file changed on the disk: 9 records changed, 1 field of the briefing changed: RFE/RL, Belgrade Centre \
                for Security Policy, Government of Vojvodina and 6 more";
    let mut harness = harness((), |ui, ()| {
        for (place, text) in [text, "Saved"].into_iter().enumerate() {
            toast(ui.ctx(), (place, 2), &Toast { severity: Severity::Note, text, action: Some("Merge") });
        }
    });
    harness.run();
    let place_of = |place: usize| {
        let id = egui::Id::unique(("toast", place));
        harness.ctx.memory(|memory| memory.area_rect(id)).unwrap_or(egui::Rect::NOTHING)
    };
    let (long, short) = (place_of(0), place_of(1));
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(700.0, 420.0));
    assert!(window.contains_rect(long) && window.contains_rect(short), "{long:?} {short:?}");
    assert!(long.height() > short.height() + 4.0, "{long:?} is on one line");
    assert!(short.bottom() < long.top(), "{short:?} lies over {long:?}");
}
