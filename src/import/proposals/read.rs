//! Reading an article of a briefing.

use std::collections::{BTreeMap, BTreeSet};

use super::held::HeldArticle;
use super::name::{ProposalName, Stretch};
use super::reading::{Passage, Proposed, Reading};
use super::with_it::with_it;
use crate::extract::{Asked, PassageRole, Proposal, Watch, extract};
use crate::index::Reader;
use crate::model::{Key, RecordKind, Source};
use crate::store::content_hash;

/// Reads the words that a source holds.
#[must_use]
pub fn read_source(reader: &Reader, key: Key, source: &Source, watch: Option<&Watch>) -> Reading {
    let held = HeldArticle::of(source);
    let lang = Some(source.lang.as_str()).filter(|lang| !lang.is_empty());
    let asked =
        Asked { published: None, lang, into: Some(*reader), source: Some(source), paras: Some(&held.paras), watch };
    let extracted = extract(&held.text, &asked);
    let mut twins: BTreeMap<(RecordKind, Stretch), usize> = BTreeMap::new();
    let mut proposals: Vec<Proposed> = Vec::with_capacity(extracted.proposals.len());
    for proposal in extracted.proposals {
        let mut proposed = placed(reader, &held, proposal);
        let twin = twins.entry((proposed.name.kind, proposed.name.words)).or_default();
        proposed.name.twin = *twin;
        *twin += 1;
        proposals.push(proposed);
    }
    let hash = content_hash(&held.text);
    let mut reading = Reading::new((key, source.id.clone()), hash, proposals, extracted.remarks);
    reading.leads = leads(&reading);
    reading
}

/// Statements, visits and conflicts as they stand in the text; then actors and roles that come with none of them.
fn leads(reading: &Reading) -> Vec<usize> {
    let mut covered: BTreeSet<usize> = BTreeSet::new();
    let mut leads = Vec::new();
    let all = || reading.proposals.iter().enumerate();
    for (place, proposed) in all() {
        let leads_itself =
            matches!(proposed.name.kind, RecordKind::Statement | RecordKind::Visit | RecordKind::Conflict);
        if leads_itself && !covered.contains(&place) {
            leads.push(place);
            covered.extend(reading.conflicts_with_known(place));
            covered.extend(with_it(reading, &proposed.record, &BTreeSet::new()));
            covered.insert(place);
        }
    }
    // A visit that another hangs on, or that a conflict is about, is put before a person itself.
    for (place, proposed) in all() {
        let is_about = proposed.name.kind == RecordKind::Visit && !leads.contains(&place);
        if is_about {
            leads.push(place);
        }
    }
    leads.sort_unstable();
    for (place, proposed) in all() {
        if proposed.known.is_none() && !covered.contains(&place) {
            leads.push(place);
            covered.extend(with_it(reading, &proposed.record, &BTreeSet::new()));
            covered.insert(place);
        }
    }
    leads
}

/// A proposal with its passages where they stand in the source.
fn placed(reader: &Reader, held: &HeldArticle, proposal: Proposal) -> Proposed {
    let passages: Vec<Passage> = proposal
        .passages
        .into_iter()
        .filter_map(|passage| {
            let (para, part) = (*held.paras.get(passage.para)?, *held.parts.get(passage.para)?);
            let at = Stretch { para, part, start: passage.start, end: passage.end };
            Some(Passage { at, role: passage.role, text: passage.text })
        })
        .collect();
    let of = |role: PassageRole| passages.iter().find(|passage| passage.role == role);
    let telling = match proposal.record.kind() {
        RecordKind::Statement => of(PassageRole::Words).or_else(|| of(PassageRole::Cue)),
        RecordKind::Visit => of(PassageRole::Cue),
        _ => None,
    };
    let nowhere = Stretch { para: 0, part: 0, start: 0, end: 0 };
    let words = telling.or(passages.first()).map_or(nowhere, |passage| passage.at);
    Proposed {
        name: ProposalName { kind: proposal.record.kind(), words, twin: 0 },
        known: proposal.known.as_ref().and_then(|id| reader.index.key_of(id)),
        record: proposal.record,
        sureness: proposal.sureness,
        rule: proposal.rule,
        needs: proposal.needs,
        doubts: proposal.doubts,
        passages,
    }
}
