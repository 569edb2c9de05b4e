//! Grades by the Admiralty code, and the confidence that rests on them.

use crate::analysis::{common_origin, independent_origins, sources_of};
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Cite, Confidence, Id, Judgement, Key, Node, Reliability};

pub(super) const BAD_CREDIBILITY: Rule = Rule {
    id: "bad-credibility",
    severity: Severity::Error,
    title: "Credibility out of range",
    condition: "The credibility of a cite is not 1 to 6",
    help: "The Admiralty code (AJP-2.1) grades an item from 1, confirmed by other sources, to 6, truth cannot be \
           judged. There are no other numbers. The letter A to F grades the source, and is kept with it.",
    scope: Scope::PerRecord(bad_credibility),
};

pub(super) const CONFIRMED_BY_ONE_ORIGIN: Rule = Rule {
    id: "confirmed-by-one-origin",
    severity: Severity::Warning,
    title: "Confirmed by itself",
    condition: "A cite has credibility 1, and all cites of the record go back to one origin",
    help: "Credibility 1 of the Admiralty code (AJP-2.1) is \"confirmed by other sources\", independent ones. Where \
           all that is cited draws on one origin, through `derived_from`, nothing is confirmed: 2, probably true, is \
           the most. Cite the second source, or lower the grade.",
    scope: Scope::WholeFile(confirmed_by_one_origin),
};

pub(super) const HIGH_ON_WEAK_GROUND: Rule = Rule {
    id: "high-on-weak-ground",
    severity: Severity::Error,
    title: "High confidence on weak ground",
    condition: "Confidence is High, and there is no support, or none graded better than E, F, 5 or 6",
    help: "High confidence means good information from reliable sources (ICD 203). By the Admiralty code (AJP-2.1) E \
           is unreliable, F cannot be judged, 5 improbable, 6 cannot be judged. What rests on nothing better can be \
           of low confidence at most. Cites without any grade are left out of account.",
    scope: Scope::WholeFile(high_on_weak_ground),
};

pub(super) const HIGH_ON_ONE_ORIGIN: Rule = Rule {
    id: "high-on-one-origin",
    severity: Severity::Warning,
    title: "High confidence on one origin",
    condition: "Confidence is High, and all that supports the judgement goes back to one origin",
    help: "ICD 203 ties confidence to the quality and the number of sources, and several outlets that repeat one are \
           one. With a single origin, Moderate is usual; where High is right all the same, say why in `reason` and \
           waive this.",
    scope: Scope::WholeFile(high_on_one_origin),
};

fn bad_credibility(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, cite) in cites_with_paths(record) {
        if let Some(grade) = cite.long.credibility.filter(|grade| !(1..=6).contains(grade)) {
            let message = format!("the credibility of a cite of {} is {grade}, and not from 1 to 6", called(record));
            found.add(format!("{path}.credibility"), message, "");
            found.mended_by(Remedy::take_away("Take the grade away", format!("{path}.credibility")));
        }
    }
}

fn cites_with_paths(record: &AnyRecord) -> Vec<(String, &Cite)> {
    let cites = record.cites().iter().enumerate().map(|(number, cite)| (format!("cites[{number}]"), cite));
    let sides = match record {
        AnyRecord::Conflict(conflict) => conflict.sides.as_slice(),
        _ => &[],
    };
    let sides = sides.iter().enumerate();
    cites
        .chain(sides.filter_map(|(number, side)| Some((format!("sides[{number}].cite"), side.cite.as_ref()?))))
        .collect()
}

fn confirmed_by_one_origin(context: &Context, found: &mut Findings) {
    for (key, record) in context.reader.briefing.all_records() {
        let confirmed = record.cites().iter().position(|cite| cite.long.credibility == Some(1));
        let Some(number) = confirmed else { continue };
        let sources: Vec<Id> = record.cites().iter().map(|cite| cite.source().clone()).collect();
        if independent_origins(&context.reader, &sources) == 1 {
            let source = common_origin(&context.reader, &sources);
            let message = format!(
                "{} is graded 1, confirmed, but all it cites goes back to one origin, `{source}`",
                called(&record)
            );
            let hint = "Cite a source that is independent of it, or grade it 2";
            let path = format!("cites[{number}].credibility");
            found.add_to((key, record.id()), path.clone(), message, hint);
            found.mended_by(Remedy::put("Grade it 2", path, Node::Integer(2)));
        }
    }
}

/// The judgements held with high confidence.
fn high<'a>(context: &Context<'a>) -> impl Iterator<Item = (Key, &'a Judgement)> {
    let judgements = context.reader.briefing.judgements.iter();
    judgements
        .map(|entry| (entry.key, &*entry.record))
        .filter(|(_, judgement)| judgement.confidence == Some(Confidence::High))
}

fn high_on_weak_ground(context: &Context, found: &mut Findings) {
    for (key, judgement) in high(context) {
        if judgement.supports.is_empty() && judgement.cites.is_empty() {
            let message = format!("`{}` is held with high confidence and rests on no record", judgement.id);
            found.add_to((key, &judgement.id), "confidence", message, "Name what supports it, or lower the confidence");
            found.mended_by(lower("Low"));
            continue;
        }
        let supports: Vec<AnyRecord> = judgement.supports.iter().filter_map(|id| context.record(id)).collect();
        let cites = supports.iter().flat_map(AnyRecord::cites).chain(&judgement.cites);
        let grades: Vec<Ground> = cites.map(|cite| ground(context, cite)).collect();
        let is_weak = grades.contains(&Ground::Weak) && !grades.contains(&Ground::Good);
        if is_weak {
            let message = format!(
                "`{}` is held with high confidence, and nothing it rests on is graded better than E, F, 5 or 6",
                judgement.id
            );
            found.add_to((key, &judgement.id), "confidence", message, "Lower the confidence, or find better sources");
            found.mended_by(lower("Low"));
        }
    }
}

fn lower(confidence: &'static str) -> Remedy {
    let label = format!("Lower the confidence to {}", confidence.to_lowercase());
    Remedy::put(&label, "confidence", Node::Word(confidence.into()))
}

#[derive(PartialEq)]
enum Ground {
    Ungraded,
    Weak,
    Good,
}

/// How good an item is by the grade of its source and its own; the worse decides, since both have to hold.
fn ground(context: &Context, cite: &Cite) -> Ground {
    let reliability = context.reader.source(cite.source()).and_then(|source| source.reliability);
    let weak_source = reliability.map(|grade| matches!(grade, Reliability::E | Reliability::F));
    let weak_item = cite.long.credibility.map(|grade| grade >= 5);
    match (weak_source, weak_item) {
        (None, None) => Ground::Ungraded,
        (Some(true), _) | (_, Some(true)) => Ground::Weak,
        _ => Ground::Good,
    }
}

fn high_on_one_origin(context: &Context, found: &mut Findings) {
    for (key, judgement) in high(context) {
        let mut sources: Vec<Id> = judgement.cites.iter().map(|cite| cite.source().clone()).collect();
        let supports = judgement.supports.iter().filter_map(|id| context.record(id));
        sources.extend(supports.flat_map(|record| sources_of(&context.reader, &record)));
        if independent_origins(&context.reader, &sources) == 1 {
            let source = common_origin(&context.reader, &sources);
            let message = format!(
                "`{}` is held with high confidence, and all it rests on goes back to one origin, `{source}`",
                judgement.id
            );
            found.add_to(
                (key, &judgement.id),
                "confidence",
                message,
                "Lower the confidence, or find an independent source",
            );
            found.mended_by(lower("Moderate"));
        }
    }
}
