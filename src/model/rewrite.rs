//! A record with the ids that it names changed: followed to a new name, or dropped.
//!
//! The counterpart of [`super::references`]: a field that is listed there is rewritten here. The test below holds it.

use std::collections::HashSet;
use std::sync::Arc;

use super::record::AnyRecord;
use super::{Basis, Cite, Header, Id, Place, When};

/// What becomes of an id that is named somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Keep,
    /// Another id takes its place.
    Become(Id),
    /// The mention goes.
    Drop,
}

/// Goes through the ids of a record, asking for the fate of each.
struct Rewriter<'a> {
    fate_of: &'a dyn Fn(&Id) -> Fate,
}

impl Rewriter<'_> {
    fn fate(&self, id: &Id) -> Fate {
        if id.is_empty() { Fate::Keep } else { (self.fate_of)(id) }
    }

    /// A field that must not be left out is left empty, which the checks report.
    fn required(&self, id: &mut Id) {
        match self.fate(id) {
            Fate::Keep => {}
            Fate::Become(other) => *id = other,
            Fate::Drop => *id = Id::default(),
        }
    }

    fn optional(&self, id: &mut Option<Id>) {
        match id.as_ref().map_or(Fate::Keep, |id| self.fate(id)) {
            Fate::Keep => {}
            Fate::Become(other) => *id = Some(other),
            Fate::Drop => *id = None,
        }
    }

    /// What becomes an id that the list has already is not named twice.
    fn list(&self, ids: &mut Vec<Id>) {
        if ids.iter().all(|id| self.fate(id) == Fate::Keep) {
            return;
        }
        let mut kept: Vec<Id> = Vec::with_capacity(ids.len());
        let mut there: HashSet<Id> = ids.iter().filter(|id| self.fate(id) == Fate::Keep).cloned().collect();
        for id in ids.drain(..) {
            match self.fate(&id) {
                Fate::Keep => kept.push(id),
                Fate::Become(other) if there.insert(other.clone()) => kept.push(other),
                Fate::Become(_) | Fate::Drop => {}
            }
        }
        *ids = kept;
    }

    fn place(&self, place: &mut Place) {
        match place.actor().map_or(Fate::Keep, |id| self.fate(id)) {
            Fate::Keep => {}
            Fate::Become(other) => *place = Place::from(other.as_str()),
            Fate::Drop => *place = Place::default(),
        }
    }

    fn optional_place(&self, place: &mut Option<Place>) {
        if let Some(named) = place {
            self.place(named);
        }
        if place.as_ref().is_some_and(Place::is_empty) {
            *place = None;
        }
    }

    /// A date that loses what it hangs on keeps its EDTF and its words, and loses its basis.
    fn when(&self, when: &mut Option<When>) {
        let Some(dated) = when else { return };
        let Some(fate) = dated.basis().and_then(Basis::anchor).map(|id| self.fate(id)) else { return };
        let mut long = dated.long().clone();
        match fate {
            Fate::Keep => return,
            Fate::Drop => long.basis = None,
            Fate::Become(other) => match &mut long.basis {
                Some(Basis::NearestPast(id) | Basis::NearestFuture(id) | Basis::OnOrBefore(id)) => *id = other,
                Some(Basis::Relative(relative)) => relative.to = other,
                Some(Basis::AtLeast(at_least)) => at_least.since = other,
                _ => {}
            },
        }
        *when = Some(When::new(long, false));
    }

    fn cite(&self, cite: &mut Option<Cite>) {
        match cite.as_ref().map_or(Fate::Keep, |cite| self.fate(cite.source())) {
            Fate::Keep => {}
            Fate::Become(other) => {
                if let Some(cite) = cite {
                    cite.long.source = other;
                }
            }
            Fate::Drop => *cite = None,
        }
    }

    /// What becomes a cite that the list has already is not cited twice.
    fn cites(&self, cites: &mut Vec<Cite>) {
        if cites.iter().all(|cite| self.fate(cite.source()) == Fate::Keep) {
            return;
        }
        let mut kept: Vec<Cite> = Vec::with_capacity(cites.len());
        for mut cite in cites.drain(..) {
            match self.fate(cite.source()) {
                Fate::Keep => kept.push(cite),
                Fate::Become(other) => {
                    cite.long.source = other;
                    if !kept.contains(&cite) {
                        kept.push(cite);
                    }
                }
                Fate::Drop => {}
            }
        }
        *cites = kept;
    }

    fn record(&self, record: &mut AnyRecord) {
        match record {
            AnyRecord::Source(source) => {
                let source = Arc::make_mut(source);
                self.when(&mut source.published);
                self.list(&mut source.derived_from);
                self.cites(&mut source.cites);
            }
            AnyRecord::Actor(actor) => {
                let actor = Arc::make_mut(actor);
                self.optional(&mut actor.part_of);
                self.cites(&mut actor.cites);
            }
            AnyRecord::Role(role) => {
                let role = Arc::make_mut(role);
                self.required(&mut role.person);
                self.required(&mut role.org);
                self.optional_place(&mut role.area);
                self.when(&mut role.valid);
                self.cites(&mut role.cites);
            }
            AnyRecord::Visit(visit) => {
                let visit = Arc::make_mut(visit);
                self.list(&mut visit.visitors);
                self.place(&mut visit.to);
                self.when(&mut visit.when);
                self.optional(&mut visit.lead);
                self.optional_place(&mut visit.from);
                self.list(&mut visit.hosts);
                self.list(&mut visit.met);
                self.optional(&mut visit.invited_by);
                self.when(&mut visit.announced);
                self.cites(&mut visit.cites);
            }
            AnyRecord::Statement(statement) => {
                let statement = Arc::make_mut(statement);
                self.required(&mut statement.speaker);
                if let Some(asked) = &mut statement.no_response {
                    self.required(&mut asked.inquirer);
                }
                self.list(&mut statement.audience);
                self.when(&mut statement.said_on);
                self.list(&mut statement.via);
                self.optional(&mut statement.event);
                self.list(&mut statement.about);
                self.cites(&mut statement.cites);
            }
            AnyRecord::Relation(relation) => {
                let relation = Arc::make_mut(relation);
                self.list(&mut relation.between);
                self.optional(&mut relation.replaces);
                self.when(&mut relation.valid);
                self.optional(&mut relation.asserted_by);
                self.cites(&mut relation.cites);
            }
            AnyRecord::Judgement(judgement) => {
                let judgement = Arc::make_mut(judgement);
                self.list(&mut judgement.supports);
                self.list(&mut judgement.contradicts);
                self.optional(&mut judgement.supersedes);
                self.cites(&mut judgement.cites);
            }
            AnyRecord::Conflict(conflict) => {
                let conflict = Arc::make_mut(conflict);
                self.required(&mut conflict.about);
                for side in &mut conflict.sides {
                    self.cite(&mut side.cite);
                    self.optional(&mut side.record);
                    self.when(&mut side.date);
                }
                self.cites(&mut conflict.cites);
            }
        }
    }
}

impl AnyRecord {
    /// The record with every id that it names followed to its fate; `None` where all stay.
    #[must_use]
    pub fn with_fates(&self, fate_of: &dyn Fn(&Id) -> Fate) -> Option<Self> {
        if self.references().iter().all(|reference| fate_of(reference.target) == Fate::Keep) {
            return None;
        }
        let mut changed = self.clone();
        Rewriter { fate_of }.record(&mut changed);
        Some(changed)
    }
}

impl Header {
    /// The ids that the header names, with the field of each.
    pub fn references(&self) -> impl Iterator<Item = (&'static str, &Id)> {
        let coverage = self.coverage.iter().flat_map(|searched| &searched.sources).map(|id| ("coverage", id));
        let waivers = self.waivers.iter().flat_map(crate::model::Waiver::all_records).map(|id| ("waivers", id));
        let merges = self.merges.iter().map(|merge| ("merges", &merge.record));
        coverage.chain(waivers).chain(merges).filter(|(_, id)| !id.is_empty())
    }

    /// The header with every id that it names followed to its fate; `None` where all stay. A waiver or an open merge
    /// of a record that goes, goes with it.
    #[must_use]
    pub fn with_fates(&self, fate_of: &dyn Fn(&Id) -> Fate) -> Option<Self> {
        if self.references().all(|(_, id)| fate_of(id) == Fate::Keep) {
            return None;
        }
        let mut changed = self.clone();
        let rewriter = Rewriter { fate_of };
        for searched in &mut changed.coverage {
            rewriter.list(&mut searched.sources);
        }
        // A waiver for two records says nothing of one of them.
        changed.waivers.retain(|waiver| waiver.all_records().all(|id| rewriter.fate(id) != Fate::Drop));
        changed.merges.retain(|merge| rewriter.fate(&merge.record) != Fate::Drop);
        for waiver in &mut changed.waivers {
            rewriter.list(&mut waiver.records);
        }
        let waived = changed.waivers.iter_mut().map(|waiver| &mut waiver.record).filter(|id| !id.is_empty());
        let merged = changed.merges.iter_mut().map(|merge| &mut merge.record);
        waived.chain(merged).for_each(|id| rewriter.required(id));
        Some(changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that may name a record, named `old`.
    const NAMING: &str = r#"(
        sources: [(id: "s", publisher: "P", published: (edtf: "2024", basis: OnOrBefore("old")), derived_from: ["old"])],
        actors: [(id: "a", kind: Body, name: "A", part_of: "old", cites: ["old#3", (source: "old", para: 1)])],
        roles: [(id: "r", person: "old", org: "old", title: "T", area: "old", valid: (edtf: "2024", basis: AtLeast(since: "old", span: "P1Y")))],
        visits: [(id: "v", visitors: ["old", "b"], to: "old", when: (edtf: "2024", basis: Relative(to: "old", offset: "P1M")),
            lead: "old", from: "old", hosts: ["old"], met: ["old"], invited_by: "old",
            announced: (edtf: "2024", basis: NearestPast("old"))),
            (id: "w", visitors: [], to: "b", when: (edtf: "2024", basis: NearestFuture("old")))],
        statements: [(id: "t", speaker: "old", no_response: (inquirer: "old", inquiry: "Q"), audience: ["old"],
            said_on: (edtf: "2024", basis: OnOrBefore("old")), via: ["old"], event: "old", about: ["old"])],
        relations: [(id: "x", kind: Alliance, between: ["old", "b"], replaces: "old", valid: (edtf: "2024", basis: OnOrBefore("old")), asserted_by: "old")],
        judgements: [(id: "j", text: "T", supports: ["old"], contradicts: ["old"], supersedes: "old")],
        conflicts: [(id: "c", about: "old", field: "when", sides: [(value: "1", cite: "old#1", record: "old")])],
    )"#;

    fn naming() -> crate::model::Briefing {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(NAMING).unwrap()
    }

    fn named(record: &AnyRecord, id: &str) -> usize {
        record.references().iter().filter(|reference| reference.target.as_str() == id).count()
    }

    #[test]
    fn every_reference_follows_a_new_name_and_can_be_dropped() {
        let mut seen = 0;
        for (_, record) in naming().all_records() {
            let before = named(&record, "old");
            assert!(before > 0, "{record:?} names nobody");
            seen += before;
            let fate = |id: &Id, fate: Fate| if id.as_str() == "old" { fate } else { Fate::Keep };
            let renamed = record.with_fates(&|id| fate(id, Fate::Become(Id::from("new")))).unwrap();
            assert_eq!((named(&renamed, "old"), named(&renamed, "new")), (0, before), "{renamed:?}");
            let dropped = record.with_fates(&|id| fate(id, Fate::Drop)).unwrap();
            assert_eq!(named(&dropped, "old"), 0, "{dropped:?}");
            let back =
                renamed.with_fates(&|id| if id.as_str() == "new" { Fate::Become(Id::from("old")) } else { Fate::Keep });
            assert_eq!(back.as_ref(), Some(&record), "there and back");
        }
        assert_eq!(seen, NAMING.matches("\"old").count(), "a mention is not among the references");
    }

    #[test]
    fn a_list_does_not_name_one_twice_after_two_become_one() {
        let briefing = naming();
        let (_, visit) = briefing.record_at(crate::model::RecordKind::Visit, 0).unwrap();
        let merged =
            visit.with_fates(&|id| if id.as_str() == "old" { Fate::Become(Id::from("b")) } else { Fate::Keep });
        let AnyRecord::Visit(merged) = merged.unwrap() else { panic!("a visit stays a visit") };
        assert_eq!(merged.visitors, [Id::from("b")]);
    }
}
