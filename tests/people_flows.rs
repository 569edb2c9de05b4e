//! Flows through the tabs of actors and statements on the real program, and the rows that they show.

#![allow(clippy::allow_attributes, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod program;

use dateline::document::{Document, Origin};
use dateline::model::{ActorKind, AnyRecord, Directness, Id, Key};
use dateline::present::{
    ActivityMark, ActorColumn, ActorList, ActorOrder, ActorWords, Filter, GroupBy, Occasion, RelationList,
    RelationWords, Shown, SortBy, StatementCard, StatementColumn, StatementList, StatementOrder, activity_marks,
};
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, press};

fn sample() -> Document {
    Document::open(&Origin::Sample).map_err(|failure| failure.error).unwrap()
}

fn key(document: &Document, id: &str) -> Key {
    document.index.key_of(&Id::from(id)).unwrap()
}

fn everything(document: &Document) -> Shown {
    Shown::everything(&document.briefing)
}

fn actors(document: &Document) -> ActorList {
    ActorList::new(&document.reader(), &everything(document), &Filter::default(), &document.problems)
}

fn words(document: &Document, id: &str) -> ActorWords {
    let actor = document.reader().actor(&Id::from(id)).unwrap();
    ActorWords::new(&document.reader(), &actor)
}

fn names(document: &Document, list: &ActorList, order: &ActorOrder) -> Vec<String> {
    let reader = document.reader();
    let rows = list.ordered(&reader, &everything(document), order);
    let title = |place: usize| reader.title(&reader.record(list.rows()[place].key).unwrap());
    rows.into_iter().map(title).collect()
}

#[test]
fn an_actor_has_its_name_in_the_script_of_its_country() {
    let document = sample();
    let own = |id: &str| words(&document, id).own_name;
    assert_eq!(own("aleksandar-vucic").as_deref(), Some("Александар Вучић"));
    assert_eq!(own("xi-jinping").as_deref(), Some("习近平"));
    // Of two Serbian names the one in another script than the name that is shown.
    assert_eq!(own("sns").as_deref(), Some("Српска напредна странка"));
    assert_eq!(own("rferl-org"), None);
}

#[test]
fn the_first_role_is_shown_and_the_others_counted() {
    let document = sample();
    let li = words(&document, "li-xiaoxin");
    assert!(li.role.starts_with("Member, "), "{}", li.role);
    assert_eq!(li.more_roles.len(), 1);
    assert!(words(&document, "lin-wu").role.contains("Shandong"), "the area of a role is told");
    assert_eq!(words(&document, "shandong").role, "part of China, CN-SD");
}

#[test]
fn visits_count_once_for_each_who_took_part_and_for_both_countries() {
    let document = sample();
    let list = actors(&document);
    let row = |id: &str| list.rows().iter().find(|row| row.key == key(&document, id)).unwrap().clone();
    assert_eq!(row("li-xiaoxin").visits, 1, "as visitor and as lead");
    assert_eq!(row("aleksandar-vucic").visits, 1, "as met");
    assert_eq!(row("aleksandar-vucic").statements, 3);
    assert_eq!(row("china").visits, 4, "three from it, and one to a part of it");
    assert_eq!(row("serbia").visits, 4);
    assert_eq!(row("russia").visits, 0);
}

#[test]
fn a_disputed_day_is_possible_and_not_certain() {
    let document = sample();
    let reader = document.reader();
    let marks = activity_marks(&reader, &[key(&document, "v-li")], &[]);
    let [ActivityMark::Possible(Some(first), Some(last))] = marks.as_slice() else { panic!("{marks:?}") };
    assert_eq!((first.to_string(), last.to_string()), ("2024-10-13".into(), "2024-10-14".into()));
    let open = activity_marks(&reader, &[key(&document, "v-vojvodina")], &[]);
    assert!(matches!(open.as_slice(), [ActivityMark::Possible(None, Some(_))]), "{open:?}");
}

#[test]
fn strips_of_time_run_over_whole_months_of_what_is_shown() {
    let range = actors(&sample()).range.unwrap();
    assert_eq!((range.first.to_string(), range.last.to_string()), ("2024-05-01".into(), "2024-10-31".into()));
    assert_eq!(range.words(), ("May 2024".into(), "Oct".into()));
}

#[test]
fn actors_are_sorted_by_every_column_and_what_is_missing_stays_last() {
    let document = sample();
    let list = actors(&document);
    for &column in ActorColumn::ALL {
        for descending in [false, true] {
            let order = ActorOrder { column: Some(column), descending, ..ActorOrder::default() };
            assert_eq!(names(&document, &list, &order).len(), list.rows().len(), "{column:?}");
        }
    }
    let by_visits = ActorOrder { column: Some(ActorColumn::Visits), descending: true, ..ActorOrder::default() };
    assert_eq!(names(&document, &list, &by_visits)[..2], ["China", "Serbia"]);
    let by_script = ActorOrder { column: Some(ActorColumn::OwnName), descending: true, ..ActorOrder::default() };
    let nameless = names(&document, &list, &by_script).pop().unwrap();
    assert_eq!(words(&document, "state-commission").own_name, None);
    assert_eq!(nameless, "State Commission for Public Sector Reform");
    let people = ActorOrder { kind: Some(ActorKind::Person), country: Some("RS".into()), ..ActorOrder::default() };
    assert_eq!(names(&document, &list, &people).len(), 4);
}

#[test]
fn a_relation_says_since_when_in_whose_words_and_where() {
    let document = sample();
    let AnyRecord::Relation(relation) = document.reader().record(key(&document, "rel-primary-partner")).unwrap() else {
        panic!("it is a relation")
    };
    let words = RelationWords::new(&document.reader(), &relation);
    assert_eq!(words.name(), "Primary partner, China to Serbia");
    assert_eq!(words.replaces.unwrap().name, "Russia");
    assert_eq!(words.valid.as_deref(), Some("Oct 2018 or earlier (year inferred) – ongoing"));
    assert_eq!(words.valid_said, "“for at least six years”");
    assert_eq!(words.asserted_by.unwrap().speaker, "Vuk Vuksanović");
    assert_eq!(words.cites[0].label, "RFE/RL ¶12");
    let list = RelationList::new(&document.reader(), &everything(&document));
    assert_eq!(list.of(Some("Primary partner"), Some("CN")).len(), 1);
    assert!(list.of(Some("Primary partner"), Some("RU")).is_empty(), "who was replaced is not between");
}

fn card(document: &Document, id: &str) -> StatementCard {
    let statement = document.reader().statement(&Id::from(id)).unwrap();
    StatementCard::new(&document.reader(), &statement)
}

#[test]
fn a_card_says_who_when_where_through_whom_and_in_whose_words() {
    let document = sample();
    let relayed = card(&document, "s-vucic-instagram");
    assert_eq!(relayed.speaker.detail, "President of Serbia");
    assert_eq!(relayed.hops.len(), 1, "the cited source is not said twice");
    assert!(relayed.hops[0].label.ends_with("not held"), "{}", relayed.hops[0].label);
    assert_eq!(relayed.cites[0].label, "RFE/RL ¶4");
    assert!(matches!(&relayed.occasion, Occasion::Event(Some(_), title) if title == "Li Xiaoxin to Belgrade"));
    assert_eq!(relayed.directness_detail(), "RFE/RL’s wording");

    let direct = card(&document, "s-vuksanovic-frequency");
    assert_eq!(direct.directness_detail(), "all 39 words said");
    assert_eq!(direct.occasion_words(), "told Radio Free Europe/Radio Liberty");

    let silence = card(&document, "s-ragus-silence");
    assert_eq!(silence.directness, Directness::NoResponse);
    assert!(silence.plain_words().starts_with("Asked about: "));
    assert_eq!(silence.occasion_words(), "asked by Radio Free Europe/Radio Liberty");

    let mixed = card(&document, "s-vucic-economy");
    assert_eq!(mixed.cites.len(), 1, "a paragraph cited for two quotes is shown once");
    assert_eq!(mixed.occasion_words(), "occasion not stated");
}

#[test]
fn statements_are_grouped_sorted_and_counted() {
    let document = sample();
    let reader = document.reader();
    let shown = everything(&document);
    let list = |order: StatementOrder| StatementList::new(&reader, &shown, order);
    let by_speaker = list(StatementOrder::default());
    assert_eq!(by_speaker.total(), document.briefing.statements.len());
    let first = by_speaker.items[0].key;
    assert_eq!(by_speaker.head(&reader, 0, first).title, "Aleksandar Vučić");
    assert_eq!(by_speaker.group_range(0), 0..3);

    let only = list(StatementOrder { directness: Some(Directness::NoResponse), ..StatementOrder::default() });
    assert_eq!(only.items.len(), 1);
    assert_eq!(only.total(), by_speaker.total(), "what is left out by kind is still counted");

    let by_event = list(StatementOrder { group: GroupBy::Event, ..StatementOrder::default() });
    assert_eq!(by_event.head(&reader, 0, by_event.items[0].key).title, "Li Xiaoxin to Belgrade");
    let by_date = list(StatementOrder { group: GroupBy::Date, ..StatementOrder::default() });
    assert_eq!(
        by_date.head(&reader, 0, by_date.items[0].key).title,
        "by 15 Oct 2024 (year inferred)",
        "an open start comes first"
    );
    let newest = list(StatementOrder { group: GroupBy::Source, sort: SortBy::NewestFirst, directness: None });
    assert_eq!(newest.items.len(), by_speaker.items.len());

    let by_column = by_speaker.sorted(&reader, Some((StatementColumn::Speaker, true)));
    let AnyRecord::Statement(top) = reader.record(by_column[0]).unwrap() else { panic!("it is a statement") };
    assert_eq!(reader.actor_name(&top.speaker), "Vuk Vuksanović");
}

fn start() -> Program {
    program::start(Start::Sample)
}

fn click(harness: &mut Program, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run_ok();
}

/// The names of what has a role, from top to bottom.
fn named(harness: &Program, role: Role) -> Vec<String> {
    let nodes = harness.query_all_by_role(role);
    nodes.filter_map(|node| node.accesskit_node().label()).collect()
}

fn selected(harness: &Program, role: Role) -> Vec<String> {
    let nodes = harness.query_all_by_role(role).filter(|node| node.accesskit_node().is_selected() == Some(true));
    nodes.filter_map(|node| node.accesskit_node().label()).collect()
}

/// What was put on the clipboard in the last frame.
fn copied(harness: &Program) -> Option<String> {
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Clicks, and steps until something is on the clipboard.
fn click_to_copy(harness: &mut Program, name: &str) -> String {
    harness.get_by_role_and_label(Role::MenuItem, name).click();
    for _ in 0..10 {
        harness.step();
        if let Some(text) = copied(harness) {
            return text;
        }
    }
    panic!("nothing was copied");
}

#[test]
fn actors_are_sorted_by_a_click_and_selected_by_click_and_key() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, egui::Key::Num2);
    assert!(named(&harness, Role::Row)[0].starts_with("Aleksandar Vučić, Александар Вучић, Person"));
    click(&mut harness, Role::ColumnHeader, "Visits");
    click(&mut harness, Role::ColumnHeader, "Visits");
    let rows = named(&harness, Role::Row);
    assert!(rows[0].starts_with("China") && rows[1].starts_with("Serbia"), "{rows:?}");
    click(&mut harness, Role::Row, &rows[0]);
    assert_eq!(selected(&harness, Role::Row), [rows[0].as_str()]);
    press(&mut harness, Modifiers::NONE, egui::Key::ArrowDown);
    assert_eq!(selected(&harness, Role::Row), [rows[1].as_str()]);
}

#[test]
fn relations_are_listed_with_whom_they_are_between() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, egui::Key::Num2);
    click(&mut harness, Role::RadioButton, "Relations");
    click(&mut harness, Role::ListItem, "Primary partner, China to Serbia");
    assert_eq!(selected(&harness, Role::ListItem), ["Primary partner, China to Serbia"]);
    // An actor leads to its row.
    harness.get_all_by_role_and_label(Role::Link, "Russia").next().unwrap().click();
    harness.run_ok();
    assert!(selected(&harness, Role::Row)[0].starts_with("Russia"));
}

#[test]
fn statements_are_filtered_by_how_directly_they_reached_us() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, egui::Key::Num4);
    click(&mut harness, Role::RadioButton, "Direct");
    let cards = named(&harness, Role::ListItem);
    assert_eq!(cards.len(), 1);
    assert!(cards[0].starts_with("Vuk Vuksanović, Direct, all 39 words said: “The frequency"), "{}", cards[0]);
    click(&mut harness, Role::RadioButton, "No response");
    assert!(named(&harness, Role::ListItem)[0].contains("Asked about: "));
}

#[test]
fn statements_are_grouped_by_choice_and_walked_through_by_keys() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, egui::Key::Num4);
    click(&mut harness, Role::ComboBox, "Group by speaker");
    click(&mut harness, Role::MenuItemRadio, "event");
    harness.get_by_role_and_label(Role::ComboBox, "Group by event");
    let cards = named(&harness, Role::ListItem);
    click(&mut harness, Role::ListItem, &cards[0]);
    for card in &cards[1..] {
        press(&mut harness, Modifiers::NONE, egui::Key::ArrowDown);
        assert_eq!(selected(&harness, Role::ListItem), [card.as_str()]);
    }
    press(&mut harness, Modifiers::NONE, egui::Key::ArrowDown);
    assert!(!cards.contains(&selected(&harness, Role::ListItem)[0]), "the next card comes into sight");
}

#[test]
fn a_citation_is_copied_from_a_card_and_from_a_row() {
    let mut harness = start();
    press(&mut harness, Modifiers::COMMAND, egui::Key::Num4);
    click(&mut harness, Role::RadioButton, "Direct");
    click(&mut harness, Role::Button, "Copy citation…");
    let text = click_to_copy(&mut harness, "Copy citation");
    assert!(text.starts_with("Vuk Vuksanović") && text.contains("¶12"), "{text}");

    click(&mut harness, Role::RadioButton, "Table");
    let row = named(&harness, Role::Row).remove(0);
    harness.get_by_role_and_label(Role::Row, &row).click_secondary();
    harness.run_ok();
    let note = click_to_copy(&mut harness, "Copy citation as note");
    assert!(note.contains("[^1]:"), "{note}");
}

#[test]
fn any_row_has_its_citation() {
    let mut harness = start();
    for (tab, role, said) in [
        (egui::Key::Num5, Role::ListItem, "RFE/RL"),
        (egui::Key::Num6, Role::Link, "Xi Jinping to Serbia"),
        (egui::Key::Num3, Role::Row, "Lin Wu to Serbia"),
    ] {
        press(&mut harness, Modifiers::COMMAND, tab);
        if tab == egui::Key::Num3 {
            click(&mut harness, Role::RadioButton, "Table");
        }
        let row = named(&harness, role).into_iter().find(|name| name.contains(said)).unwrap();
        harness.get_by_role_and_label(role, &row).click_secondary();
        harness.run_ok();
        let text = click_to_copy(&mut harness, "Copy citation");
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn an_empty_briefing_leads_from_each_tab_to_the_first_record() {
    let (_folder, path) = program::file("(title: \"Nothing yet\")");
    let tabs = [
        (egui::Key::Num2, "No actors yet", "New actor"),
        (egui::Key::Num3, "No visits yet", "New visit"),
        (egui::Key::Num4, "No statements yet", "New statement"),
        (egui::Key::Num5, "No sources yet", "New source"),
        (egui::Key::Num6, "No judgements yet", "New judgement"),
        (egui::Key::Num1, "This briefing has only its title", "New source"),
    ];
    for (tab, what, new) in tabs {
        let mut harness = program::start(Start::File(path.clone()));
        press(&mut harness, Modifiers::COMMAND, tab);
        harness.get_by_value(what);
        click(&mut harness, Role::Button, new);
        program::settle(&mut harness);
        assert!(harness.query_by_value(what).is_none(), "{new} makes one");
        assert!(program::has(&harness, "Not saved"), "{new}");
    }
}

#[test]
fn a_filter_that_hides_everything_is_cleared_by_a_button() {
    let text = "(title: \"One actor\", actors: [(id: \"a\", kind: Country, name: \"Ruritania\", iso: \"RU\")], statements: \
        [(id: \"s\", speaker: \"a\", content: [Para(\"All is well\")])])";
    let (_folder, path) = program::file(text);
    let mut harness = program::start(Start::File(path));
    press(&mut harness, Modifiers::COMMAND, egui::Key::Num4);
    assert_eq!(named(&harness, Role::ListItem).len(), 1);
    harness.get_by_label("Add a filter").click();
    harness.run_ok();
    harness.get_by_label("Words that a record holds").focus();
    harness.run_ok();
    harness.get_by_label("Words that a record holds").type_text("elephants");
    harness.run_ok();
    press(&mut harness, Modifiers::NONE, egui::Key::Escape);
    harness.get_by_value("Nothing passes the filter");
    click(&mut harness, Role::Button, "Clear filter");
    assert_eq!(named(&harness, Role::ListItem).len(), 1);
}

#[test]
fn among_thousands_a_new_record_comes_into_sight_in_cards_and_tables() {
    let made_up = dateline::sample::made_up(2_100, 2_100, 1);
    let (_folder, path) = program::file(&dateline::store::faithful_text(&made_up).unwrap());
    let mut harness = program::start(Start::File(path));
    program::settle(&mut harness);
    press(&mut harness, Modifiers::COMMAND, egui::Key::E);
    for (tab, role) in [(egui::Key::Num4, Role::ListItem), (egui::Key::Num2, Role::Row), (egui::Key::Num3, Role::Row)] {
        press(&mut harness, Modifiers::COMMAND, tab);
        program::settle(&mut harness);
        if tab == egui::Key::Num3 {
            program::click(&mut harness, "Table");
            program::settle(&mut harness);
        }
        assert_eq!(selected(&harness, role), Vec::<String>::new());
        press(&mut harness, Modifiers::COMMAND, egui::Key::N);
        program::settle(&mut harness);
        assert_eq!(selected(&harness, role).len(), 1, "{tab:?}");
    }
}
