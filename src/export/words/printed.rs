//! Which fields say where they are printed that no source states them; of all others it is said apart.

use crate::model::{Mode, Visit, VisitKind};

/// The fields of a visit that say themselves, where they are printed, that no source states them.
const PRINTED: &[&str] = &[
    "when",
    "visitors",
    "lead",
    "from",
    "to",
    "place",
    "hosts",
    "met",
    "channels",
    "level",
    "kind",
    "mode",
    "announced",
    "invited_by",
    "topics",
    "outcomes",
];

/// The fields of a visit that are marked where they are printed: what goes without saying is not printed.
pub(in crate::export) fn marked_of_visit(visit: &Visit) -> Vec<&'static str> {
    let is_printed = |field: &&str| match *field {
        "kind" => visit.kind.is_some_and(|kind| kind != VisitKind::Unspecified),
        "mode" => visit.mode_or_default() != Mode::InPerson,
        _ => true,
    };
    PRINTED.iter().copied().filter(is_printed).collect()
}
