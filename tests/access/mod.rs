//! What a screen reader cannot make sense of: controls without a name, names that stand twice in one group, keys that
//! lead nowhere.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::allow_attributes, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use egui::accesskit::{Action, Role};
use egui::{Color32, Key, Shape};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::program::Program;

/// More presses of Tab than any screen has controls.
const MOST_STOPS: usize = 400;

/// What is wrong with what is shown, a line each.
pub fn faults(program: &Program) -> Vec<String> {
    let mut faults = Vec::new();
    let mut groups: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut heading = String::new();
    for node in program.root().children_recursive() {
        let (role, name) = (node.accesskit_node().role(), name_of(&node));
        if role == Role::Heading {
            heading = name;
            continue;
        }
        if matches!(role, Role::Dialog | Role::Pane) && name.is_empty() {
            faults.push(format!(
                "{role:?} without a name: {}",
                node.children_recursive().map(|node| name_of(&node)).collect::<Vec<_>>().join(", ")
            ));
        }
        if !is_control(&node) {
            continue;
        }
        let group = format!("{} under “{heading}”", group_of(&node));
        if name.trim().is_empty() {
            faults.push(format!("no name: {role:?} in {group}"));
        } else {
            *groups.entry((group, format!("{role:?} “{name}”"))).or_default() += 1;
        }
    }
    let doubled = groups.into_iter().filter(|(_, count)| *count > 1);
    faults.extend(doubled.map(|((group, control), count)| format!("{count} times {control} in {group}")));
    faults
}

/// Goes round by Tab; tells where the keys were lost, or did not come back to where they began, and what does not show that
/// it has them.
pub fn round(program: &mut Program) -> Vec<String> {
    let mut stops: Vec<String> = Vec::new();
    let mut faults = Vec::new();
    let mut first = None;
    for _ in 0..MOST_STOPS {
        program.key_press(Key::Tab);
        program.step();
        program.step();
        let Some(at) = focused(program) else {
            return vec![format!("the keys are lost behind {}", stops.last().cloned().unwrap_or_default())];
        };
        let id = at.accesskit_node().id();
        if first == Some(id) {
            return faults;
        }
        first.get_or_insert(id);
        let stop = format!("{:?} {}", at.accesskit_node().role(), name_of(&at));
        let control = at.rect();
        let is_shown = shows_focus(program, control) || {
            // What is out of sight comes into sight first.
            program.run_ok();
            focused(program).is_some_and(|at| shows_focus(program, at.rect()))
        };
        if !is_shown {
            faults.push(format!("nothing shows that {stop} has the keys"));
        }
        stops.push(stop);
    }
    vec![format!("Tab does not come round: {}", stops.split_off(MOST_STOPS - 6).join(", "))]
}

/// Whether a ring or a line in the colour of the focus is drawn where a control stands.
fn shows_focus(program: &Program, control: egui::Rect) -> bool {
    // A field stands round its text, which begins behind a padding or behind chips.
    let around = control.expand2(egui::vec2(12.0, 10.0));
    let is_ring = |colour: Color32, width: f32| width >= 1.9 && RINGS.contains(&colour);
    program.output().shapes.iter().any(|clipped| {
        let mut found = false;
        let is_seen = clipped.clip_rect.intersects(control);
        each_shape(&clipped.shape, &mut |shape| {
            found |= is_seen
                && match shape {
                    Shape::Rect(rect) => {
                        is_ring(rect.stroke.color, rect.stroke.width)
                            && (around.contains_rect(rect.rect.shrink(2.0))
                                || rect.rect.expand(4.0).contains_rect(control))
                    }
                    Shape::Circle(circle) => {
                        is_ring(circle.stroke.color, circle.stroke.width) && around.contains(circle.center)
                    }
                    Shape::LineSegment { points, stroke } => {
                        is_ring(stroke.color, stroke.width) && points.iter().all(|point| around.contains(*point))
                    }
                    _ => false,
                };
        });
        found
    })
}

/// The colours of the focus in both themes.
const RINGS: [Color32; 2] = [Color32::from_rgb(0x2C, 0x4F, 0xC4), Color32::from_rgb(0x9D, 0xB2, 0xFF)];

fn each_shape(shape: &Shape, seen: &mut impl FnMut(&Shape)) {
    if let Shape::Vec(shapes) = shape {
        for shape in shapes {
            each_shape(shape, seen);
        }
    } else {
        seen(shape);
    }
}

/// What has the keys.
pub fn focused(program: &Program) -> Option<Node<'_>> {
    program.root().children_recursive().find(Node::is_focused)
}

/// The dialog that is open.
pub fn dialog(program: &Program) -> Option<Node<'_>> {
    program.root().children_recursive().find(|node| node.accesskit_node().is_modal())
}

/// Whether the keys are within the dialog that is open.
pub fn dialog_has_keys(program: &Program) -> bool {
    let holds = |dialog: &Node<'_>| dialog.children_recursive().any(|node| node.is_focused());
    dialog(program).is_some_and(|dialog| holds(&dialog))
}

/// What a screen reader calls it.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    let text = || node.value().filter(|_| node.role() == Role::Label);
    node.label().or_else(text).unwrap_or_default()
}

/// Whether it is something to press, to type into or to go to.
fn is_control(node: &Node<'_>) -> bool {
    let node = node.accesskit_node();
    let data = node.data();
    let acts = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
    // Words that can be selected are no control, and may say the same twice.
    let is_bare =
        matches!(node.role(), Role::GenericContainer | Role::ScrollBar | Role::Unknown | Role::Cell | Role::Label);
    acts && !is_bare && !node.is_hidden()
}

/// What it stands in, from the outermost.
fn group_of(node: &Node<'_>) -> String {
    let mut names = Vec::new();
    let mut at = node.parent();
    while let Some(group) = at {
        let role = group.accesskit_node().role();
        if !matches!(role, Role::GenericContainer | Role::Unknown | Role::Window) {
            names.push(format!("{role:?} {}", name_of(&group)));
        }
        at = group.parent();
    }
    names.reverse();
    names.join(" / ")
}
