//! What has to be settled before a briefing goes out: markings, open merges, waivers.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Header, Key, Marking, TlpLevel, ToNode as _};

pub(super) const MARKING_MISSING: Rule = Rule {
    id: "marking-missing",
    severity: Severity::Warning,
    title: "No marking",
    condition: "The briefing has no marking",
    help: "A marking tells each reader with whom it may be shared. The Traffic Light Protocol 2.0 (FIRST) has Clear, \
           Green, Amber, AmberStrict and Red; a house's own words are Custom with the level they rank like. Without \
           one, exports say nothing, and readers guess.",
    scope: Scope::Header(marking_missing),
};

pub(super) const MARKING_TOO_STRICT: Rule = Rule {
    id: "marking-too-strict",
    severity: Severity::Error,
    title: "Record marked stricter than the briefing",
    condition: "A record's marking is stricter than that of the briefing",
    help: "A document is marked as its strictest part (TLP 2.0, FIRST). A record under TLP:RED in a briefing that is \
           TLP:GREEN would go to people who may not see it. Mark the briefing as strict, or take the record out. A \
           briefing without a marking ranks as TLP:CLEAR; a house marking that names no level ranks as TLP:RED.",
    scope: Scope::PerRecord(marking_too_strict),
};

/// A merge left something for a person to decide.
pub const OPEN_MERGE: Rule = Rule {
    id: "open-merge",
    severity: Severity::Error,
    title: "Merge left undecided",
    condition: "`merges` has an item",
    help: "Two people changed one field, and the merge kept our value in the record and theirs here. Until somebody \
           decides, the briefing says something that one of its authors did not mean. Decide in the tab of checks, or \
           set the field as it is to be and delete the item.",
    scope: Scope::Header(open_merge),
};

pub(in crate::check) const WAIVER: Rule = Rule {
    id: "waiver",
    severity: Severity::Warning,
    title: "Waiver that does not hold",
    condition: "A waiver has no reason, names no rule or record there is, or silences nothing",
    help: "A waiver silences one rule for one record, and is listed with its reason, so that a reviewer sees what was \
           passed over and why. One without a reason is not applied. One that silences nothing is left over from \
           something that has been mended.",
    scope: Scope::Waivers,
};

fn marking_missing(_: &Context, header: &Header, found: &mut Findings) {
    if header.marking.is_none() {
        found.add(
            "marking",
            "the briefing has no marking",
            "Set `marking` to TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED",
        );
    }
}

fn marking_too_strict(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let Some(marking) = record.marking() else { return };
    let of_briefing = context.reader.briefing.header.marking.as_ref();
    if marking.level() > of_briefing.map_or(TlpLevel::Clear, Marking::level) {
        let whole = of_briefing.map_or("not marked", Marking::label);
        let message =
            format!("{} is marked {}, stricter than the briefing, which is {whole}", called(record), marking.label());
        found.add("marking", message, "Mark the briefing as strict, or take the record out");
        let act = marking.to_node().map(|node| Act::PutInBriefing("marking", node));
        found.mended_by(act.map(|act| Remedy::one(format!("Mark the briefing {}", marking.label()), act)));
    }
}

fn open_merge(_: &Context, header: &Header, found: &mut Findings) {
    for (number, merge) in header.merges.iter().enumerate() {
        let whose = if merge.record.is_empty() { "the briefing".to_owned() } else { format!("`{}`", merge.record) };
        let message = match merge.field.as_str() {
            "comment" => format!("a merge found no place for a comment of {whose}: {}", merge.theirs),
            field => format!("a merge left `{field}` of {whose} undecided: theirs is `{}`", merge.theirs),
        };
        found.add(format!("merges[{number}]"), message, "Set the field as it is to be, and delete this item");
    }
}
