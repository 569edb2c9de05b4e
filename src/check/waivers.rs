//! Waivers: a rule that is not applied to a record, for a reason.

use std::collections::HashMap;

use crate::index::Reader;
use crate::model::Waiver;

use super::findings::Findings;
use super::report::Report;
use super::rules::WAIVER;
use super::{Problem, Remedy, order, rule, suggest};

/// Takes out what a waiver silences, and reports the waivers that silence nothing or give no reason.
pub(super) fn apply(reader: &Reader, found: Vec<Problem>) -> Report {
    let waivers = &reader.briefing.header.waivers;
    if waivers.is_empty() {
        return Report { problems: found, waived: Vec::new() };
    }
    let mut by_aim: HashMap<(&str, &str), usize> = HashMap::new();
    for (number, waiver) in waivers.iter().enumerate().filter(|(_, waiver)| has_reason(waiver)) {
        by_aim.entry((&waiver.rule, waiver.record.as_str())).or_insert(number);
    }
    let mut used = vec![false; waivers.len()];
    let mut report = Report::default();
    for problem in found {
        let number = by_aim.get(&(problem.rule, problem.record.as_str())).copied();
        match number.and_then(|number| Some((number, waivers.get(number)?))) {
            Some((number, waiver)) if problem.key.is_some() => {
                if let Some(used) = used.get_mut(number) {
                    *used = true;
                }
                report.waived.push((problem, waiver.reason.trim().to_owned()));
            }
            _ => report.problems.push(problem),
        }
    }
    let mut complaints = Findings::default();
    complaints.apply(WAIVER.id, WAIVER.severity);
    for (number, waiver) in waivers.iter().enumerate() {
        complain(reader, number, waiver, used.get(number).copied().unwrap_or(false), &mut complaints);
    }
    report.problems.append(&mut complaints.into_problems());
    order::sort(reader, &mut report.problems);
    report
}

fn has_reason(waiver: &Waiver) -> bool {
    !waiver.reason.trim().is_empty()
}

fn complain(reader: &Reader, number: usize, waiver: &Waiver, is_used: bool, found: &mut Findings) {
    let Waiver { rule: rule_id, record, .. } = waiver;
    let at = |field: &str| format!("waivers[{number}].{field}");
    let delete = || Remedy::take_away("Delete the waiver", format!("waivers[{number}]"));
    if rule(rule_id).is_none() {
        let nearest = suggest::nearest(rule_id, super::RULES.iter().map(|rule| rule.id));
        found.add(
            at("rule"),
            format!("a waiver names the rule `{rule_id}`, which does not exist"),
            suggest::did_you_mean(nearest),
        );
        found.mended_by(nearest.map(|rule| Remedy::write(at("rule"), rule)));
    } else if reader.index.key_of(record).is_none() {
        let message = format!("a waiver of `{rule_id}` names the record `{record}`, which is not in this file");
        found.add(at("record"), message, "Name a record, or delete the waiver");
        found.mended_by(delete());
    } else if !has_reason(waiver) {
        let message = format!("the waiver of `{rule_id}` for `{record}` gives no reason, so it silences nothing");
        found.add(at("reason"), message, "Write down why the rule does not apply there");
    } else if !is_used {
        let message = format!("the waiver of `{rule_id}` for `{record}` silences nothing");
        found.add(format!("waivers[{number}]"), message, "Delete it: what it was for is mended");
        found.mended_by(delete().for_all());
    }
}
