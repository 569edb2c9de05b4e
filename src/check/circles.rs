//! Chains of records that lead back to where they began.

use std::collections::HashMap;
use std::vec;

use crate::model::{Id, Key, RecordKind};

use super::context::Context;
use crate::model::AnyRecord;

/// A step that leads back onto the way that led to it.
#[derive(Debug)]
pub(super) struct StepBack {
    /// The record that the step begins at.
    pub(super) key: Key,
    /// Its id.
    pub(super) id: Id,
    /// The field of the step.
    pub(super) field: String,
    /// Where it leads.
    pub(super) target: Id,
}

/// How far the search has come with a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    OnTheWay,
    Done,
}

/// The steps of a record that are still to be gone.
struct Open {
    key: Key,
    id: Id,
    steps: vec::IntoIter<(String, Id)>,
}

/// Goes along all chains, depth first and without recursion, each record once.
pub(super) fn steps_back(
    context: &Context,
    kinds: &[RecordKind],
    steps_of: impl Fn(&Context, &AnyRecord) -> Vec<(String, Id)>,
) -> Vec<StepBack> {
    let open = |key| {
        let record = context.reader.record(key)?;
        Some(Open { key, id: record.id().clone(), steps: steps_of(context, &record).into_iter() })
    };
    let mut progress: HashMap<Key, Progress> = HashMap::new();
    let mut found = Vec::new();
    for (start, record) in kinds.iter().flat_map(|kind| context.reader.briefing.records(*kind)) {
        // Most records lead nowhere, and are no part of a chain that leads back.
        if progress.contains_key(&start) || steps_of(context, &record).is_empty() {
            continue;
        }
        progress.insert(start, Progress::OnTheWay);
        let mut way: Vec<Open> = open(start).into_iter().collect();
        while let Some(here) = way.last_mut() {
            let Some((field, target)) = here.steps.next() else {
                progress.insert(here.key, Progress::Done);
                way.pop();
                continue;
            };
            let Some(next) = context.reader.index.key_of(&target) else { continue };
            match progress.get(&next) {
                None => {
                    progress.insert(next, Progress::OnTheWay);
                    way.extend(open(next));
                }
                Some(Progress::OnTheWay) => {
                    found.push(StepBack { key: here.key, id: here.id.clone(), field, target });
                }
                Some(Progress::Done) => {}
            }
        }
    }
    found
}
