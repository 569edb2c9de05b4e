//! The tab of visits through the accessibility tree of the real program: chart, table, keyboard, filter.

use dateline::store::SettingsFile;
use dateline::ui::{App, Start};
use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// More frames than opening the sample takes, however slow the machine.
const MOST_FRAMES: usize = 100_000;

fn visits_tab() -> Harness<'static, App> {
    visits_tab_of(Start::Sample)
}

fn visits_tab_of(start: Start) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        // The inspector writes names in their own scripts, whose fonts are the system's.
        .allow_missing_glyphs()
        .build_eframe(move |cc| App::new(&cc.egui_ctx, &start, SettingsFile::nowhere()));
    for _ in 0..MOST_FRAMES {
        harness.step();
        if !harness.state().is_busy() {
            break;
        }
        std::thread::yield_now();
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(4);
    harness
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

const LI: &str =
    "Li Xiaoxin to Belgrade, 14 Oct 2024 (year inferred) – ongoing, party to party, party to state, date disputed";
const LIN: &str = "Lin Wu to Serbia, c. Sept 2024 (year inferred), party to party";
const XI: &str = "Xi Jinping to Serbia, May 2024 (year inferred), state to state";
const VOJVODINA: &str = "Maja Gojković to Shandong, by 13 Oct 2024 (year inferred) – ongoing, subnational";

fn is_selected(harness: &Harness<'_, App>, name: &str) -> bool {
    harness.get_by_label(name).accesskit_node().is_selected() == Some(true)
}

#[test]
fn every_visit_is_one_mark_and_one_row() {
    let mut harness = visits_tab();
    for name in [LI, LIN, XI, VOJVODINA] {
        assert_eq!(harness.query_all_by_label(name).count(), 1, "{name} on the chart");
    }
    harness.get_by_label("Table").click();
    harness.run_steps(3);
    for name in [LI, LIN, XI, VOJVODINA] {
        assert_eq!(harness.query_all_by_label(name).count(), 1, "{name} in the table");
    }
}

#[test]
fn a_click_selects_in_the_chart_and_in_the_table() {
    let mut harness = visits_tab();
    harness.get_by_label(LIN).click();
    harness.run_steps(3);
    assert!(is_selected(&harness, LIN));
    harness.get_by_label("Table").click();
    harness.run_steps(3);
    assert!(is_selected(&harness, LIN));
    assert!(!is_selected(&harness, LI));
}

#[test]
fn arrow_keys_walk_in_time_and_between_lanes() {
    let mut harness = visits_tab();
    press(&mut harness, Key::End);
    assert!(is_selected(&harness, LI));
    press(&mut harness, Key::ArrowLeft);
    assert!(is_selected(&harness, LIN));
    press(&mut harness, Key::ArrowLeft);
    assert!(is_selected(&harness, XI));
    press(&mut harness, Key::ArrowDown);
    assert!(is_selected(&harness, VOJVODINA));
    press(&mut harness, Key::ArrowUp);
    assert!(is_selected(&harness, LIN) || is_selected(&harness, LI));
    press(&mut harness, Key::Home);
    assert!(is_selected(&harness, VOJVODINA));
}

#[test]
fn dragging_with_shift_sets_the_filter_and_its_cross_clears_it() {
    let mut harness = visits_tab();
    let mark = harness.get_by_label(XI).rect();
    let drag = [Pos2::new(mark.left() - 20.0, mark.top() - 16.0), Pos2::new(mark.left() + 60.0, mark.top() - 16.0)];
    harness.event(egui::Event::PointerMoved(drag[0]));
    harness.step();
    for (pos, pressed) in [(drag[0], true), (drag[1], false)] {
        harness.event_modifiers(egui::Event::PointerMoved(pos), Modifiers::SHIFT);
        harness.step();
        let event =
            egui::Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::SHIFT };
        harness.event_modifiers(event, Modifiers::SHIFT);
        harness.step();
    }
    harness.run_steps(4);
    assert!(harness.query_by_label(XI).is_some());
    assert!(harness.query_by_label(LIN).is_none(), "Lin Wu came after the range");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::X);
    harness.run_steps(4);
    assert!(harness.query_by_label(LIN).is_some());
}

#[test]
fn the_table_sorts_by_a_click_on_a_column() {
    let mut harness = visits_tab();
    harness.get_by_label("Table").click();
    harness.run_steps(3);
    let tops =
        |harness: &Harness<'_, App>| [VOJVODINA, XI, LIN, LI].map(|name| harness.get_by_label(name).rect().top());
    let by_date = tops(&harness);
    assert!(by_date.is_sorted(), "by date at first");
    harness.get_by_label("Visitors").click();
    harness.run_steps(3);
    let by_name = tops(&harness);
    // Li, Lin, Maja, Xi.
    assert!(by_name[3] < by_name[2] && by_name[2] < by_name[0] && by_name[0] < by_name[1]);
}

#[test]
fn a_bar_is_selected_with_its_visits_and_the_tray_lists_those_without_a_date() {
    let mut harness = visits_tab();
    let title = |harness: &Harness<'_, App>| harness.query_by_label("May 2024: 1 visit").is_some();
    harness.get_by_label("May 2024: 1 by a date in doubt").click();
    harness.run_steps(4);
    assert!(title(&harness), "the inspector shows the month");
    harness.get_by_label("Xi Jinping to Serbia, May 2024 (year inferred)").click();
    harness.run_steps(4);
    assert!(is_selected(&harness, XI) && !title(&harness));
    // Back leads to the month; a second click on it lets go of it.
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run_steps(4);
    assert!(title(&harness));
    harness.get_by_label("May 2024: 1 by a date in doubt").click();
    harness.run_steps(4);
    assert!(!title(&harness));
    harness.get_by_label("1 with an open start: list them").click();
    harness.run_steps(4);
    harness.get_by_label("Maja Gojković to Shandong").click();
    harness.run_steps(4);
    assert!(is_selected(&harness, VOJVODINA));
}

#[test]
fn the_visits_behind_a_sentence_are_selected_together() {
    let mut harness = visits_tab();
    harness.get_by_label("What the frequency says, in words").click();
    harness.run_steps(4);
    choose(&mut harness, "In sight 0 certain, 3 in doubt, 1 undated", "Select all 3 in the table");
    for name in [XI, LIN, LI] {
        assert!(is_selected(&harness, name), "{name}");
    }
    assert!(!is_selected(&harness, VOJVODINA));
    assert!(harness.query_by_label("3 of 4 visits selected").is_some());
}

#[test]
fn a_hidden_lane_comes_back() {
    let mut harness = visits_tab();
    harness.get_by_label("Serbia → China: 1 visit").click_secondary();
    harness.run_steps(4);
    harness.get_by_label("Hide this lane").click();
    harness.run_steps(4);
    assert!(harness.query_by_label(VOJVODINA).is_none());
    harness.get_by_label("Show the hidden lanes").click();
    harness.run_steps(4);
    assert!(harness.query_by_label(VOJVODINA).is_some());
}

/// Chooses from the menu of a control.
fn choose(harness: &mut Harness<'_, App>, control: &str, item: &str) {
    harness.get_by_label(control).click();
    harness.run_steps(4);
    harness.get_by_label(item).click();
    harness.run_steps(4);
}

#[test]
fn two_lanes_are_compared_only_so_far_as_the_file_allows() {
    let mut harness = visits_tab();
    // The year of all three is inferred, and the file ends in October.
    let words = "China → Serbia ahead of Serbia → China in 2024 so far if 3 dates in doubt hold";
    assert!(harness.query_by_label(words).is_some());
    // Nobody came from Russia in this file, and the program says so rather than count to zero.
    harness.get_all_by_label("Serbia → China").last().unwrap().click();
    harness.run_steps(4);
    harness.get_by_label("Russia → Serbia").click();
    harness.run_steps(4);
    let words = "No visit Russia → Serbia in this file: not testable with what is here";
    choose(&mut harness, words, "Xi Jinping to Serbia");
    assert!(is_selected(&harness, XI));
}

#[test]
fn the_same_counts_are_stacked_split_compared_and_added_up() {
    let mut harness = visits_tab();
    choose(&mut harness, "All together", "Stacked by lane");
    assert!(harness.query_by_label("May 2024: China → Serbia 1").is_some());
    choose(&mut harness, "Stacked by lane", "Split by lane");
    let may = "China → Serbia, May 2024: 1 by a date in doubt";
    assert!(harness.query_by_label(may).is_some());
    choose(&mut harness, "Split by lane", "Two lanes compared");
    assert!(harness.query_by_label(may).is_some());
    choose(&mut harness, "Two lanes compared", "Cumulative");
    let october = "By the end of Oct 2024: 3 begun, 1 undated left out";
    assert!(harness.query_by_label(october).is_some());
    let august = "By the end of Aug 2024: 1 begun, 1.06 expected, at most 2, 1 undated left out";
    assert!(harness.query_by_label(august).is_some());
}

#[test]
fn where_marks_would_merge_each_cell_tells_its_counts() {
    let briefing = dateline::sample::made_up(1_200, 0, 1);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    dateline::store::save(&path, &briefing).unwrap();
    let mut harness = visits_tab_of(Start::File(path));
    let cells = |harness: &Harness<'_, App>| harness.query_all_by_role(egui::accesskit::Role::Cell).count();
    assert!(cells(&harness) > 100, "{} cells", cells(&harness));
    // A click on one selects it: the inspector tells its counts and its visits, month by month.
    let selected = |harness: &Harness<'_, App>| harness.query_all_by_label_contains("Selected ").count();
    let cell = harness.query_all_by_role(egui::accesskit::Role::Cell).next().unwrap();
    let lane = cell.accesskit_node().label().unwrap().split(':').next().unwrap().to_owned();
    cell.click();
    harness.run_steps(4);
    assert_eq!(selected(&harness), 1);
    assert!(harness.query_all_by_label_contains(&format!("{lane}: ")).count() > 1, "{lane} heads the inspector");
    // The briefing beside it comes back with the next click.
    harness.query_all_by_role(egui::accesskit::Role::Cell).next().unwrap().click();
    harness.run_steps(4);
    assert_eq!(selected(&harness), 0);
    // Closer, they come apart into marks.
    let chart = harness.get_by_role(egui::accesskit::Role::Canvas).rect();
    harness.hover_at(chart.center());
    harness.run_steps(2);
    for _ in 0..40 {
        harness.get_by_role(egui::accesskit::Role::Canvas).focus();
        press(&mut harness, Key::Plus);
    }
    assert_eq!(cells(&harness), 0);
}

#[test]
fn hovering_a_mark_tells_who_when_why_and_from_where() {
    let mut harness = visits_tab();
    let mark = harness.get_by_label(LIN).rect();
    harness.hover_at(mark.center());
    // A card comes after a moment's rest.
    for _ in 0..60 {
        harness.step();
    }
    for words in ["Lin Wu (Party secretary, ", "1 month before Li Xiaoxin to Belgrade", "RFE/RL ¶3"] {
        assert!(harness.query_all_by_label_contains(words).next().is_some(), "{words} is not on the card");
    }
    // Whoever begins to type does not have it over the results.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    assert!(harness.query_all_by_label_contains("Lin Wu (Party secretary, ").next().is_none());
}

#[test]
fn the_wheel_over_the_lanes_comes_closer_where_the_pointer_is() {
    let mut harness = visits_tab();
    let before = harness.get_by_label(XI).rect();
    harness.hover_at(before.center());
    harness.run_steps(2);
    for _ in 0..6 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: vec2(0.0, 1.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(6);
    }
    let after = harness.get_by_label(XI).rect();
    // With the mark goes its label, which keeps its width.
    assert!(after.width() > before.width() * 1.15, "{before:?} {after:?}");
    assert!(after.x_range().contains(before.center().x), "{before:?} {after:?}");
}

#[test]
fn the_head_of_a_lane_opens_what_can_be_done_with_it() {
    let mut harness = visits_tab();
    choose(&mut harness, "China → Serbia: 3 visits", "Hide all others");
    assert!(harness.query_by_label(VOJVODINA).is_none());
    harness.get_by_label("Show the hidden lanes").click();
    harness.run_steps(4);
    let rows =
        |harness: &Harness<'_, App>| [XI, LIN, LI].map(|name| harness.get_by_label(name).rect().center().y as i32);
    let spread = rows(&harness);
    choose(&mut harness, "China → Serbia: 3 visits", "Collapse into one row");
    let one = rows(&harness);
    assert!(spread[0] < spread[2] && one[0] == one[2], "{spread:?} {one:?}");
    choose(&mut harness, "China → Serbia: 3 visits", "Compare with another lane");
    assert!(harness.query_by_label("Two lanes compared").is_some());
}

#[test]
fn ranges_are_one_click_away_and_today_is_today() {
    let mut harness = visits_tab();
    harness.get_by_label("Go to today").click();
    harness.run_steps(4);
    assert!(harness.query_by_label(XI).is_none(), "the sample ends long before today");
    harness.get_by_label("Show the last 12 months").click();
    harness.run_steps(4);
    assert!(harness.query_by_label(XI).is_some() && harness.query_by_label(LI).is_some());
    harness.get_by_label("Show all of time (0)").click();
    harness.run_steps(4);
    assert!(harness.query_by_label(VOJVODINA).is_some());
}

#[test]
fn enter_opens_the_selected_visit_in_the_inspector() {
    let mut harness = visits_tab();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
    harness.run_steps(4);
    press(&mut harness, Key::End);
    let is_read =
        |harness: &Harness<'_, App>| harness.query_all_by_label_contains("13 or 14 October?").next().is_some();
    assert!(!is_read(&harness), "the inspector is hidden");
    press(&mut harness, Key::Enter);
    harness.run_steps(4);
    assert!(is_read(&harness));
}

#[test]
fn enter_in_the_search_goes_to_what_was_found_and_opens_nothing_of_the_chart() {
    let mut harness = visits_tab();
    press(&mut harness, Key::End);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(3);
    harness.event(egui::Event::Text("Lin Wu Serbia".to_owned()));
    harness.run_steps(3);
    press(&mut harness, Key::Enter);
    assert!(is_selected(&harness, LIN), "a visit by what its title says, before a source by all its words");
    assert!(harness.query_by_label_contains("Clear the search").is_none(), "the search is done");
}
