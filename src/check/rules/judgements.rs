//! Judgements: how they are worded, and what they rest on.

use std::collections::{HashMap, HashSet};

use crate::analysis::{common_origin, origin_numbers, sources_of};
use crate::check::context::{Context, a_noun, called};
use crate::check::findings::Findings;
use crate::check::suggest::{did_you_mean, nearest};
use crate::check::wording::{count, folded};
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Conflict, Header, Id, Judgement, Key, parse_edtf};

use super::dates::in_edtf;

pub(super) const LIKELIHOOD_WITH_CONFIDENCE: Rule = Rule {
    id: "likelihood-with-confidence",
    severity: Severity::Error,
    title: "Likelihood and confidence in one sentence",
    condition: "A sentence of a judgement, or of the bottom line, has a word of likelihood and one of confidence",
    help: "How likely an event is and how good the ground of the judgement is are two things. ICD 203 (Analytic \
           Standards, D.6.e.(2)) asks not to put both in one sentence, since readers then take one for the other. \
           Write two sentences: \"X will likely happen.\" and \"Our confidence is low, because …\".",
    scope: Scope::RecordsAndHeader(likelihood_with_confidence, likelihood_with_confidence_in_header),
};

pub(super) const HEDGED_KEY_JUDGEMENT: Rule = Rule {
    id: "hedged-key-judgement",
    severity: Severity::Warning,
    title: "may, might or could in a key judgement",
    condition: "A key judgement says may, might or could",
    help: "\"Could\" is true of almost anything and tells a reader nothing to act on. ICD 203 gives seven terms of \
           likelihood, each with its range in per cent: almost no chance, very unlikely, unlikely, roughly even \
           chance, likely, very likely, almost certain.",
    scope: Scope::PerRecord(hedged_key_judgement),
};

pub(super) const NO_ALTERNATIVE: Rule = Rule {
    id: "no-alternative",
    severity: Severity::Warning,
    title: "Neither contrary evidence nor an alternative",
    condition: "A judgement has neither `contradicts` nor `alternatives`",
    help: "ICD 203 asks for an analysis of alternatives: what else would explain the same evidence, and what speaks \
           against the judgement. Where nothing was found, an alternative that was thought of and left says so.",
    scope: Scope::PerRecord(no_alternative),
};

pub(super) const SILENCE_AS_SUPPORT: Rule = Rule {
    id: "silence-as-support",
    severity: Severity::Warning,
    title: "Silence as evidence",
    condition: "`supports` names a statement that is `no_response`",
    help: "That somebody did not answer is compatible with anything, so it supports nothing: the argument from \
           silence. It can be told as a fact, and can be a gap.",
    scope: Scope::PerRecord(silence_as_support),
};

pub(super) const RESTS_ON_CONFLICT: Rule = Rule {
    id: "rests-on-conflict",
    severity: Severity::Warning,
    title: "Rests on a disputed record",
    condition: "A record that supports a judgement has an open conflict about it",
    help: "While sources disagree about a record, a judgement that leans on it inherits the doubt, and ICD 203 asks \
           to tell the uncertainties that a judgement has. Settle the conflict, lean on another record, or let the \
           confidence show it and waive this.",
    scope: Scope::PerRecord(rests_on_conflict),
};

pub(super) const JUDGEMENT_IS_QUOTE: Rule = Rule {
    id: "judgement-is-quote",
    severity: Severity::Warning,
    title: "Judgement in somebody else's words",
    condition: "The text of a judgement is that of a statement",
    help: "ICD 203 asks to tell the analyst's own judgements from underlying information. What a quoted expert holds \
           is a statement, with a speaker; a judgement is what the analyst concludes, from it among others, in words \
           of the analyst's own.",
    scope: Scope::WholeFile(judgement_is_quote),
};

pub(super) const ONE_ORIGIN_SUPPORTS: Rule = Rule {
    id: "one-origin-supports",
    severity: Severity::Warning,
    title: "Supports of one origin",
    condition: "Two supports of a judgement go back to one origin only, through cites, `via` and `derived_from`",
    help: "Ten reports of one statement are one report: only independent sources corroborate each other (Admiralty \
           code, AJP-2.1; W3C PROV for wasDerivedFrom). Supports that go back to one origin look like a weight of \
           evidence that is not there.",
    scope: Scope::WholeFile(one_origin_supports),
};

pub(super) const CONFLICT_SIDE: Rule = Rule {
    id: "conflict-side",
    severity: Severity::Warning,
    title: "Conflict that changes nothing",
    condition: "A conflict names a field its record cannot have, has a date that is not EDTF, or one side only",
    help: "While a conflict about a date is open, the date counts as any of its sides. A side that is no EDTF date \
           (ISO 8601-2), or a field that is not there, is passed over, and the count is narrower than what is known.",
    scope: Scope::PerRecord(conflict_side),
};

pub(super) const RESOLVED_WITHOUT_REASON: Rule = Rule {
    id: "resolved-without-reason",
    severity: Severity::Warning,
    title: "Resolved without a reason",
    condition: "A conflict is Resolved and has no `reason`",
    help: "Settling which source is right is a judgement of the analyst, and ICD 203 asks for the reasoning behind \
           one. Without it the next reader cannot tell whether the other side was weighed or overlooked. Say what \
           decided it: a better source, a correction, words that both can mean.",
    scope: Scope::PerRecord(resolved_without_reason),
};

/// ICD 203's terms of likelihood, both its columns, and what comes of them.
const LIKELIHOOD_WORDS: &[&str] = &[
    "almost no chance",
    "remote",
    "very unlikely",
    "highly improbable",
    "unlikely",
    "improbable",
    "improbably",
    "roughly even chance",
    "roughly even odds",
    "likely",
    "probable",
    "probably",
    "very likely",
    "highly probable",
    "almost certain",
    "almost certainly",
    "nearly certain",
    "likelihood",
    "probability",
];

/// Confidence in a judgement, as it is written; other confidence, such as in building it, is not meant.
const CONFIDENCE_WORDS: &[&str] = &[
    "low confidence",
    "moderate confidence",
    "medium confidence",
    "high confidence",
    "limited confidence",
    "some confidence",
    "great confidence",
    "full confidence",
    "with confidence",
    "level of confidence",
    "confidence level",
    "our confidence",
    "we are confident",
    "confident that",
    "confidently",
];

fn likelihood_with_confidence(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Judgement(judgement) = record else { return };
    for (field, text) in [("text", &judgement.text), ("reason", &judgement.reason)] {
        report_mixed_sentence(field, &format!("of {}", called(record)), text, found);
    }
}

fn likelihood_with_confidence_in_header(_: &Context, header: &Header, found: &mut Findings) {
    report_mixed_sentence("bottom_line", "of the bottom line", &header.bottom_line, found);
}

fn report_mixed_sentence(field: &str, whose: &str, text: &str, found: &mut Findings) {
    let word_in = |sentence: &str, words: &[&'static str]| words.iter().copied().find(|word| count(word, sentence) > 0);
    let lower = text.to_lowercase();
    for sentence in sentences(&lower) {
        if let (Some(likelihood), Some(confidence)) =
            (word_in(sentence, LIKELIHOOD_WORDS), word_in(sentence, CONFIDENCE_WORDS))
        {
            let message =
                format!("a sentence {whose} has both likelihood (“{likelihood}”) and confidence (“{confidence}”)");
            found.add(field, message, "Make two sentences of it; confidence has a field of its own, with its `reason`");
            return;
        }
    }
}

/// The sentences of a text, roughly: an abbreviation ends one too.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', ';', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

fn hedged_key_judgement(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Judgement(judgement) = record else { return };
    if judgement.key != Some(true) {
        return;
    }
    if let Some(word) = hedge(&judgement.text) {
        let message = format!("the key judgement {} says “{word}”", called(record));
        found.add("text", message, "Say how likely it is: “likely”, “very unlikely”, …, and set `likelihood`");
    }
}

/// The first may, might or could. `May` is a month, and might with a word such as "military" before it is power.
fn hedge(text: &str) -> Option<&'static str> {
    const POWER: &[&str] = &["military", "economic", "naval", "the", "its", "their", "his", "her", "of", "with"];
    let mut before = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '-') {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "" => continue,
            "may" if word == "may" => return Some("may"),
            "might" if !POWER.contains(&before.as_str()) => return Some("might"),
            "could" => return Some("could"),
            _ => {}
        }
        before = lower;
    }
    None
}

fn no_alternative(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Judgement(judgement) = record else { return };
    if judgement.contradicts.is_empty() && judgement.alternatives.is_empty() {
        let message = format!("{} has neither evidence against it nor an alternative", called(record));
        found.add("alternatives", message, "Write down what else could be the case");
    }
}

fn silence_as_support(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Judgement(judgement) = record else { return };
    for (number, id) in judgement.supports.iter().enumerate() {
        if context.reader.statement(id).is_some_and(|statement| statement.no_response.is_some()) {
            let message = format!("{} leans on `{id}`, a question without an answer", called(record));
            found.add(format!("supports[{number}]"), message, "Take it out of `supports`; it can stand under `gaps`");
            let path = format!("supports[{number}]");
            found.mended_by(Remedy::take_away("Take it out of the evidence for", path).for_all());
        }
    }
}

fn rests_on_conflict(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Judgement(judgement) = record else { return };
    for (number, id) in judgement.supports.iter().enumerate() {
        if let Some(conflict) = context.open_conflicts_about(id).first() {
            let message = format!(
                "{} leans on `{id}`, whose `{}` is disputed (`{}`)",
                called(record),
                conflict.field,
                conflict.id
            );
            found.add(format!("supports[{number}]"), message, "Settle the conflict, or let the confidence show it");
        }
    }
}

/// A text as it is compared: letters and digits only.
fn letters(text: &str) -> String {
    let text = folded(text).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn judgement_is_quote(context: &Context, found: &mut Findings) {
    let briefing = context.reader.briefing;
    let judgements = || briefing.judgements.iter().map(|entry| (entry, letters(&entry.record.text)));
    let mut said: HashMap<String, Option<Id>> = judgements().map(|(_, text)| (text, None)).collect();
    if said.is_empty() {
        return;
    }
    for entry in &briefing.statements {
        let runs = entry.record.content.iter().map(|run| letters(run.text()));
        for text in runs.chain([letters(&entry.record.plain_text())]) {
            if let Some(speaker) = said.get_mut(&text) {
                speaker.get_or_insert_with(|| entry.record.id.clone());
            }
        }
    }
    for (entry, text) in judgements().filter(|(_, text)| !text.is_empty()) {
        if let Some(Some(statement)) = said.get(&text) {
            let message = format!("the text of `{}` is that of the statement `{statement}`", entry.record.id);
            let hint = "Say in your own words what you conclude, and name the statement under `supports`";
            found.add_to((entry.key, &entry.record.id), "text", message, hint);
        }
    }
}

fn one_origin_supports(context: &Context, found: &mut Findings) {
    for entry in &context.reader.briefing.judgements {
        for SameOrigin { supports, sources } in supports_by_origin(context, &entry.record) {
            if supports.len() < 2 {
                continue;
            }
            let judgement = &entry.record;
            let (shown, all) = (listed(&supports), judgement.supports.len());
            let origin = common_origin(&context.reader, &sources);
            let message = format!(
                "{} of {all} supports of `{}` go back to one origin, `{origin}`: {shown}",
                supports.len(),
                judgement.id
            );
            let hint = "Count them as one, or find a source that is independent";
            found.add_to((entry.key, &judgement.id), "supports", message, hint);
        }
    }
}

/// Supports that rest on one origin alone, and the sources through which they do.
struct SameOrigin {
    supports: Vec<Id>,
    sources: Vec<Id>,
}

/// The supports of a judgement by their origin, those left out that rest on more than one.
fn supports_by_origin(context: &Context, judgement: &Judgement) -> Vec<SameOrigin> {
    let supports = judgement.supports.iter().filter_map(|id| Some((id, context.record(id)?)));
    let rests: Vec<(&Id, Vec<Id>)> = supports.map(|(id, record)| (id, sources_of(&context.reader, &record))).collect();
    let sources: Vec<Id> = rests.iter().flat_map(|(_, sources)| sources.iter().cloned()).collect();
    let origin_of = origin_numbers(&context.reader, &sources);
    let mut groups: Vec<SameOrigin> = Vec::new();
    let mut place_of: HashMap<usize, usize> = HashMap::new();
    let mut seen: HashSet<&Id> = HashSet::new();
    let mut next = 0;
    for (id, own) in rests {
        let mut origins = origin_of.get(next..next + own.len()).unwrap_or_default().iter();
        next += own.len();
        let Some(&first) = origins.next() else { continue };
        if origins.any(|origin| *origin != first) || !seen.insert(id) {
            continue;
        }
        let place = *place_of.entry(first).or_insert_with(|| {
            groups.push(SameOrigin { supports: Vec::new(), sources: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.supports.push(id.clone());
            group.sources.extend(own);
        }
    }
    groups
}

/// The first few ids, and how many more there are.
fn listed(ids: &[Id]) -> String {
    const SHOWN: usize = 6;
    let shown: Vec<String> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    let more = ids.len().saturating_sub(SHOWN);
    if more > 0 { format!("{} and {more} more", shown.join(", ")) } else { shown.join(", ") }
}

fn conflict_side(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Conflict(conflict) = record else { return };
    if conflict.sides.len() == 1 {
        found.add("sides", format!("{} has one side only", called(record)), "Add what the other source says");
    }
    let Some(about) = context.record(&conflict.about) else { return };
    let field = conflict.field.split(['.', '[']).next().unwrap_or_default();
    if !field.is_empty() && !about.field_names().contains(&field) {
        let message = format!(
            "{} is about `{field}` of `{}`, which {} does not have",
            called(record),
            conflict.about,
            a_noun(about.kind())
        );
        let meant = nearest(field, about.field_names().iter().copied());
        found.add("field", message, did_you_mean(meant));
        found.mended_by(meant.map(|name| Remedy::write("field", name)));
    }
    if is_date(&about, field) {
        report_sides(record, conflict, found);
    }
}

fn resolved_without_reason(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Conflict(conflict) = record else { return };
    if !conflict.is_open() && conflict.reason.trim().is_empty() {
        found.add("reason", format!("{} is resolved without a reason", called(record)), "Say why it was settled so");
    }
}

fn is_date(about: &AnyRecord, field: &str) -> bool {
    matches!(
        (about, field),
        (AnyRecord::Visit(_), "when" | "announced")
            | (AnyRecord::Statement(_), "said_on")
            | (AnyRecord::Source(_), "published")
            | (AnyRecord::Role(_) | AnyRecord::Relation(_), "valid")
    )
}

fn report_sides(record: &AnyRecord, conflict: &Conflict, found: &mut Findings) {
    for (number, side) in conflict.sides.iter().enumerate() {
        let is_struct = side.value.trim_start().starts_with('(');
        if let (Err(error), false, false) = (parse_edtf(&side.value), side.value.is_empty(), is_struct) {
            let message = format!("a side of {} gives `{}`, which is no date ({error})", called(record), side.value);
            let path = format!("sides[{number}].value");
            found.add(path.clone(), message, "Write EDTF, as the field would have it");
            found.mended_by(in_edtf(&side.value).map(|edtf| Remedy::write(path, &edtf)));
        }
    }
}
