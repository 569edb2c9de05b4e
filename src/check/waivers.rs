//! Waivers: a rule that is not applied to a record, for a reason.

use std::collections::HashMap;

use crate::index::Reader;
use crate::model::{Id, Waiver};

use super::findings::Findings;
use super::report::Report;
use super::rules::{POSSIBLE_DOUBLE, SAME_NAME, WAIVER};
use super::{Problem, Remedy, order, rule, suggest};

/// Takes out what a waiver silences, and reports the waivers that silence nothing or give no reason.
pub(super) fn apply(reader: &Reader, found: Vec<Problem>) -> Report {
    let waivers = &reader.briefing.header.waivers;
    if waivers.is_empty() {
        return Report { problems: found, waived: Vec::new() };
    }
    let aims = Aims::new(waivers);
    let mut used = vec![false; waivers.len()];
    let mut report = Report::default();
    for problem in found {
        let aimed = if problem.key.is_some() { aims.of(&problem) } else { Aimed::default() };
        for number in &aimed.numbers {
            if let Some(used) = used.get_mut(*number) {
                *used = true;
            }
        }
        let last = aimed.numbers.last().and_then(|number| waivers.get(*number));
        match last.filter(|_| aimed.is_whole) {
            Some(waiver) => report.waived.push((problem, waiver.reason.trim().to_owned())),
            None => report.problems.push(problem),
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

/// The rule that a waiver of this one stands for too: that two are not one is said once, however their names are spelt.
fn kin_of(rule: &str) -> &str {
    if rule == POSSIBLE_DOUBLE.id { SAME_NAME.id } else { rule }
}

/// The waivers that give a reason, by their rule and the first of their records.
struct Aims<'a> {
    by_record: HashMap<(&'a str, &'a str), Vec<(usize, &'a Waiver)>>,
}

/// The waivers that are for a finding, and whether they are for all of it.
#[derive(Default)]
struct Aimed {
    numbers: Vec<usize>,
    is_whole: bool,
}

impl<'a> Aims<'a> {
    fn new(waivers: &'a [Waiver]) -> Self {
        let mut by_record: HashMap<_, Vec<_>> = HashMap::new();
        for (number, waiver) in waivers.iter().enumerate().filter(|(_, waiver)| has_reason(waiver)) {
            for id in waiver.all_records() {
                by_record.entry((kin_of(waiver.rule.as_str()), id.as_str())).or_default().push((number, waiver));
            }
        }
        Self { by_record }
    }

    /// A waiver for one record is for any finding about it. One for several is for a finding about just these together,
    /// and for each of the others that it names of a finding about more.
    fn of(&self, problem: &Problem) -> Aimed {
        let Some(aimed) = self.by_record.get(&(kin_of(problem.rule), problem.record.as_str())) else {
            return Aimed::default();
        };
        if let Some((number, _)) = aimed.iter().find(|(_, waiver)| waiver.all_records().count() == 1) {
            return Aimed { numbers: vec![*number], is_whole: true };
        }
        let for_other = |id: &Id| aimed.iter().find(|(_, waiver)| waiver.all_records().any(|known| known == id));
        let found: Vec<Option<usize>> =
            problem.others.iter().map(|id| for_other(id).map(|(number, _)| *number)).collect();
        let is_whole = !found.is_empty() && found.iter().all(Option::is_some);
        Aimed { numbers: found.into_iter().flatten().collect(), is_whole }
    }
}

fn has_reason(waiver: &Waiver) -> bool {
    !waiver.reason.trim().is_empty()
}

fn complain(reader: &Reader, number: usize, waiver: &Waiver, is_used: bool, found: &mut Findings) {
    let rule_id = &waiver.rule;
    let ids: Vec<String> = waiver.all_records().map(|id| format!("`{id}`")).collect();
    let records = ids.join(", ");
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
    } else if ids.is_empty() {
        let message = format!("a waiver of `{rule_id}` names no record, so it silences nothing");
        found.add(at("records"), message, "Name a record, or delete the waiver");
        found.mended_by(delete());
    } else if let Some(record) = waiver.all_records().find(|id| reader.index.key_of(id).is_none()) {
        let message = format!("a waiver of `{rule_id}` names the record `{record}`, which is not in this file");
        let field = if *record == waiver.record { "record" } else { "records" };
        found.add(at(field), message, "Name a record, or delete the waiver");
        found.mended_by(delete());
    } else if !has_reason(waiver) {
        let message = format!("the waiver of `{rule_id}` for {records} gives no reason, so it silences nothing");
        found.add(at("reason"), message, "Write down why the rule does not apply there");
    } else if !is_used {
        let message = format!("the waiver of `{rule_id}` for {records} silences nothing");
        found.add(format!("waivers[{number}]"), message, "Delete it: what it was for is mended");
        found.mended_by(delete().for_all());
    }
}
