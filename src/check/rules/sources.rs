//! Sources, and the cites that lead to them.

use std::collections::{HashMap, HashSet};

use crate::check::context::{Context, called, called_with_kind};
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::model::{AnyRecord, Cite, Id, Key, RecordKind, Source};

pub(super) const UNCITED_RECORD: Rule = Rule {
    id: "uncited-record",
    severity: Severity::Warning,
    title: "Claim without a source",
    condition: "A visit, statement or relation has no cite",
    help: "Every date, quote and count is to lead to the words of a source: ICD 206 (Sourcing Requirements) asks for \
           it of each claim that carries weight. A warning while the briefing is a draft, an error in review and \
           after.",
    scope: Scope::PerRecord(uncited_record),
};

pub(super) const UNREACHABLE_SOURCE: Rule = Rule {
    id: "unreachable-source",
    severity: Severity::Warning,
    title: "Source that cannot be looked up",
    condition: "A source has no address, no archived copy and no held words",
    help: "A reader who doubts a claim has to be able to go to its source; ICD 206 asks for enough to find it again. \
           Add `url` or `archived`, or hold the words that the briefing leans on as excerpts. A source that is known \
           only through another stays weak until it is obtained.",
    scope: Scope::PerRecord(unreachable_source),
};

pub(super) const UNCITED_PARAGRAPH: Rule = Rule {
    id: "uncited-paragraph",
    severity: Severity::Info,
    title: "Held words that nothing cites",
    condition: "Words of a paragraph are held, and no cite leads to it",
    help: "Words are kept because something leans on them. A paragraph that nothing cites may hold a fact that was \
           overlooked, or can be dropped: hold no more of a text than is needed. A cite of the source as a whole \
           counts for all of it.",
    scope: Scope::WholeFile(uncited_paragraph),
};

pub(super) const MISSING_PARAGRAPH: Rule = Rule {
    id: "missing-paragraph",
    severity: Severity::Warning,
    title: "Paragraph beyond the text",
    condition: "A cite gives a paragraph that the held text does not have",
    help: "The whole text of the source is held, and it has fewer paragraphs. They count from 0, the headline; 1 is \
           the caption, an empty text where there is none; the text goes on at 2. Mostly the count began elsewhere.",
    scope: Scope::PerRecord(missing_paragraph),
};

fn uncited_record(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let needs_cite = matches!(record.kind(), RecordKind::Visit | RecordKind::Statement | RecordKind::Relation);
    if !needs_cite || !record.cites().is_empty() {
        return;
    }
    let severity = if context.is_past_draft() { Severity::Error } else { Severity::Warning };
    let message = format!("{} cites no source", called_with_kind(record));
    found.add_as(severity, "cites", message, "Add `cites: [\"source#paragraph\"]`");
}

fn unreachable_source(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Source(source) = record else { return };
    if source.url.is_empty() && source.archived.is_empty() && !source.has_words() {
        let message = format!("{} has neither an address nor held words", called_with_kind(record));
        found.add("url", message, "Add `url` or `archived`, or hold its words as `excerpts`");
    }
}

/// What is cited of each source: its paragraphs, and whether it is cited as a whole.
#[derive(Default)]
struct Cited {
    paragraphs: HashSet<u32>,
    as_a_whole: bool,
}

fn uncited_paragraph(context: &Context, found: &mut Findings) {
    let mut cited: HashMap<Id, Cited> = HashMap::new();
    let mut take = |cite: &Cite| {
        let of_source = cited.entry(cite.source().clone()).or_default();
        match cite.para() {
            Some(para) => _ = of_source.paragraphs.insert(para),
            None => of_source.as_a_whole = true,
        }
    };
    for (_, record) in context.reader.briefing.all_records() {
        record.cites().iter().for_each(&mut take);
        if let AnyRecord::Conflict(conflict) = &record {
            conflict.sides.iter().filter_map(|side| side.cite.as_ref()).for_each(&mut take);
        }
    }
    let nothing = Cited::default();
    for entry in &context.reader.briefing.sources {
        let source = &entry.record;
        let cited = cited.get(&source.id).unwrap_or(&nothing);
        let uncited = uncited_of(source, cited);
        if let (false, Some(first)) = (cited.as_a_whole, uncited.first()) {
            let field = field_of(source, *first);
            let (noun, verb) = if uncited.len() == 1 { ("paragraph", "is") } else { ("paragraphs", "are") };
            let message = format!("{noun} {} of `{}` {verb} held and cited by nothing", in_ranges(&uncited), source.id);
            found.add_to((entry.key, &source.id), field, message, "Use what they say, or hold less of the text");
        }
    }
}

fn uncited_of(source: &Source, cited: &Cited) -> Vec<u32> {
    let held = source.held_words().into_iter().filter(|(_, text)| !text.trim().is_empty());
    let mut uncited: Vec<u32> =
        held.filter_map(|(para, _)| para).filter(|para| !cited.paragraphs.contains(para)).collect();
    uncited.dedup();
    uncited
}

/// Where the words of a paragraph stand.
fn field_of(source: &Source, para: u32) -> String {
    let excerpt = source.excerpts.iter().position(|excerpt| excerpt.para == Some(para));
    excerpt.map_or_else(|| format!("text[{para}]"), |number| format!("excerpts[{number}]"))
}

/// Rising numbers as `2, 5–9`.
fn in_ranges(numbers: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let text = |(first, last): (u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    ranges.into_iter().map(text).collect::<Vec<_>>().join(", ")
}

fn missing_paragraph(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let own = (0..).zip(record.cites()).map(|(number, cite)| (format!("cites[{number}]"), cite));
    let sides = match record {
        AnyRecord::Conflict(conflict) => conflict.sides.as_slice(),
        _ => &[],
    };
    let sides =
        (0..).zip(sides).filter_map(|(number, side)| Some((format!("sides[{number}].cite"), side.cite.as_ref()?)));
    for (path, cite) in own.chain(sides) {
        let (Some(para), Some(source)) = (cite.para(), context.reader.source(cite.source())) else { continue };
        if !source.text.is_empty() && source.words_of(para).next().is_none() {
            let last = source.text.len().saturating_sub(1);
            let message = format!("{} cites paragraph {para} of `{}`, whose last is {last}", called(record), source.id);
            found.add(path, message, "The headline is 0, the caption 1, the text goes on at 2");
        }
    }
}
