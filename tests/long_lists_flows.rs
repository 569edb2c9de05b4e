//! However long a list is, the window draws what is in sight of it: as many things stand in the accessibility tree of a
//! page, of a form and of the checks whether the list has hundreds of items or thousands.

mod growing;
mod program;

use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, start};

/// Items of the shorter and of the longer list; of both some are out of sight.
const FEW: usize = 250;
const MANY: usize = 2 * FEW;

/// Things may come and go by the room that longer numbers take.
const MOST_MORE: usize = 12;

fn opened(text: &str) -> (tempfile::TempDir, Program) {
    let (folder, path) = file(text);
    let mut program = start(Start::File(path));
    settle(&mut program);
    (folder, program)
}

/// How many things are in the window.
fn things(program: &Program) -> usize {
    program.root().children_recursive().count()
}

/// Selects the actor that the list belongs to.
fn select_actor(program: &mut Program) {
    press(program, Modifiers::COMMAND, Key::F);
    program.event(Event::Text("Big".to_owned()));
    settle(program);
    press(program, Modifiers::NONE, Key::Enter);
    settle(program);
}

/// The things on the page, in the form and in the checks.
fn counts(text: &str, of_actor: bool) -> [usize; 3] {
    let (_folder, mut program) = opened(text);
    if of_actor {
        select_actor(&mut program);
    }
    let page = things(&program);
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    let form = things(&program);
    go_to(&mut program, "Checks");
    settle(&mut program);
    [page, form, things(&program)]
}

#[test]
fn what_is_drawn_of_a_list_does_not_grow_with_it() {
    let mut failures = Vec::new();
    let wanted = [
        "briefing.gaps, Sound",
        "briefing.merges, Sound",
        "actor.aliases, Sound",
        "actor.names, UnknownField",
        "unknown fields of a actor",
    ];
    let is_wanted = |growing: &growing::Growing| wanted.contains(&growing.name.as_str());
    let mut seen = 0;
    for growing in growing::all().into_iter().filter(is_wanted) {
        seen += 1;
        let of_actor = growing.name.contains("actor");
        let [few, many] = [FEW, MANY].map(|items| counts(&(growing.text)(items), of_actor));
        for (place, (few, many)) in ["page", "form", "checks"].into_iter().zip(few.into_iter().zip(many)) {
            if many > few + MOST_MORE {
                failures.push(format!("{}: {few} things in the {place}, then {many}", growing.name));
            }
        }
    }
    assert_eq!(seen, wanted.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn all_items_of_a_long_list_can_be_reached_in_its_form() {
    let aliases: String = (0..250).map(|i| format!("\"Alias no. {i}\", ")).collect();
    let text = format!("(title: \"T\", actors: [(id: \"big\", kind: Person, name: \"Big\", aliases: [{aliases}])])");
    let (_folder, mut program) = opened(&text);
    select_actor(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    assert!(has(&program, "Aliases 1") && !has(&program, "Aliases 250"));
    click(&mut program, "Last of Aliases");
    settle(&mut program);
    assert!(has(&program, "Aliases 250") && !has(&program, "Aliases 100"));
    let last = program.get_by_label("Aliases 250");
    assert_eq!(last.accesskit_node().value().as_deref(), Some("Alias no. 249"));
}

/// The roles of an actor are records of their own, and in its form a list like others.
#[test]
fn of_many_roles_of_an_actor_some_are_drawn_and_all_can_be_reached() {
    let role = |i: usize| format!("(id: \"r{i}\", person: \"big\", title: \"Post {i}\", valid: \"{}\"),", 1700 + i);
    let roles: String = (0..250).map(role).collect();
    let text = format!("(title: \"T\", actors: [(id: \"big\", kind: Person, name: \"Big\")], roles: [{roles}])");
    let (_folder, mut program) = opened(&text);
    select_actor(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    assert!(has(&program, "Role 1, Post 0") && !has(&program, "Role 250"));
    program.get_by_label("Last of Roles").click_accesskit();
    settle(&mut program);
    assert!(has(&program, "Role 250, Post 249") && !has(&program, "Role 1, Post 0"));
}

#[test]
fn a_very_long_text_is_laid_out_when_it_is_asked_for() {
    let lines: String = (0..20_000).map(|i| format!("Line {i}\n")).collect();
    let text = format!("(title: \"T\", actors: [(id: \"big\", kind: Person, name: \"Big\", note: \"{lines}\")])");
    let (_folder, mut program) = opened(&text);
    select_actor(&mut program);
    press(&mut program, Modifiers::COMMAND, Key::E);
    settle(&mut program);
    assert!(has(&program, "Note: 20,001 lines"), "what it is stands there");
    // It may stand below what is in sight.
    program.get_by_label("Edit Note all the same").click_accesskit();
    program.run_ok();
    settle(&mut program);
    let edit = program.get_by_role_and_label(Role::MultilineTextInput, "Note");
    let kept = edit.accesskit_node().value().unwrap();
    assert_eq!(kept.len(), lines.len());
}
