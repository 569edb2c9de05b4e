//! The findings of one revision by rule, put in order once and not in every frame.

use std::collections::HashMap;

use super::listed::Listed;
use crate::check::{Problem, Severity};

/// What the tab lists of a briefing's findings.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// How many there are of each choice of severities, in the order of [`Listed::ALL`].
    pub(super) counts: [usize; 5],
    /// The worst first, then by the rule's name.
    pub(super) groups: Vec<Group>,
}

/// The findings of one rule.
#[derive(Debug)]
pub(super) struct Group {
    /// The rule's name in the file.
    pub(super) rule: &'static str,
    /// Their places among all findings, in the order of the file.
    pub(super) places: Vec<usize>,
    /// How many of them have a repair that is safe without being looked at.
    pub(super) repairable: usize,
    worst: Severity,
}

impl Listing {
    pub(super) fn new(problems: &[Problem], listed: Listed) -> Self {
        let mut counts = [0; 5];
        let mut groups: Vec<Group> = Vec::new();
        let mut place_of: HashMap<&'static str, usize> = HashMap::new();
        for (place, problem) in problems.iter().enumerate() {
            for (count, choice) in counts.iter_mut().zip(Listed::ALL) {
                *count += usize::from(choice.has(problem));
            }
            if !listed.has(problem) {
                continue;
            }
            let at = *place_of.entry(problem.rule).or_insert(groups.len());
            if at == groups.len() {
                let worst = problem.severity;
                groups.push(Group { rule: problem.rule, places: Vec::new(), repairable: 0, worst });
            }
            let Some(group) = groups.get_mut(at) else { continue };
            group.places.push(place);
            group.worst = group.worst.min(problem.severity);
            group.repairable += usize::from(problem.remedy.as_ref().is_some_and(|remedy| remedy.is_safe));
        }
        groups.sort_by(|a, b| (a.worst, a.rule).cmp(&(b.worst, b.rule)));
        Self { counts, groups }
    }
}
