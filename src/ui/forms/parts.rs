//! Values with names, as a control holds them: one part looked up, one part set. Their order is the model's affair.

use crate::edit::Fields;
use crate::model::Node;

/// A part by its name.
pub(super) fn part_of<'a>(parts: &'a Fields, name: &str) -> Option<&'a Node> {
    parts.iter().find(|(other, _)| other == name).map(|(_, value)| value)
}

/// The parts with one of them set, or taken out where there is no value.
pub(super) fn with_part(parts: &Fields, name: &'static str, value: Option<Node>) -> Fields {
    let others = parts.iter().filter(|(other, _)| other != name).cloned();
    others.chain(value.map(|value| (name.into(), value))).collect()
}
