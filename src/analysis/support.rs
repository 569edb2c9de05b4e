//! What a judgement, or the whole briefing, rests on, so far as it is cited; and what of it no source stands behind.

use std::collections::HashSet;

use super::origins::{independent_origins, sources_of};
use crate::index::Reader;
use crate::model::{AnyRecord, Briefing, Cite, Id, Judgement};

/// What speaks for a judgement and against it: records of the file, each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Support {
    /// Records that speak for it.
    pub in_favour: usize,
    /// Records that speak against it.
    pub against: usize,
    /// Of both, those that go back to no source of the file.
    pub unsourced: usize,
    /// The independent origins of those that speak for it.
    pub origins: usize,
    /// And of those that speak against it: three reports of one origin weigh what one does.
    pub origins_against: usize,
}

/// What a judgement rests on. A record named on both sides counts against it; a name that is nobody's counts nowhere.
#[must_use]
pub fn support_of(reader: &Reader, judgement: &Judgement) -> Support {
    let mut seen: HashSet<&Id> = HashSet::new();
    let mut support = Support::default();
    let mut sources: Vec<Id> = judgement.cites.iter().map(Cite::source).cloned().collect();
    let mut sources_against: Vec<Id> = Vec::new();
    let against = judgement.contradicts.iter().map(|id| (id, false));
    for (id, is_in_favour) in against.chain(judgement.supports.iter().map(|id| (id, true))) {
        let Some((_, record)) = reader.by_id(id).filter(|_| seen.insert(id)) else { continue };
        let own = sources_of(reader, &record);
        let is_sourced = own.iter().any(|id| reader.source(id).is_some());
        support.unsourced += usize::from(!is_sourced);
        if is_in_favour {
            support.in_favour += 1;
            sources.extend(own);
        } else {
            support.against += 1;
            sources_against.extend(own);
        }
    }
    support.origins = independent_origins(reader, &sources);
    support.origins_against = independent_origins(reader, &sources_against);
    support
}

/// How many records of a kind cite something, and how many do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cited {
    /// With a source.
    pub sourced: usize,
    /// Without one.
    pub unsourced: usize,
}

impl Cited {
    fn add(&mut self, is_sourced: bool) {
        if is_sourced {
            self.sourced += 1;
        } else {
            self.unsourced += 1;
        }
    }
}

/// What a briefing rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ground {
    /// Its visits.
    pub visits: Cited,
    /// Its statements.
    pub statements: Cited,
    /// The sources that a visit or a statement cites; those that nothing cites carry nothing.
    pub sources: usize,
}

/// What the visits and statements of a briefing are known from.
#[must_use]
pub fn ground_of(briefing: &Briefing) -> Ground {
    let known: HashSet<&Id> = briefing.sources.iter().map(|entry| &entry.record.id).collect();
    let mut cited: HashSet<&Id> = HashSet::new();
    let mut ground = Ground::default();
    for entry in &briefing.visits {
        let own: Vec<&Id> = entry.record.cites.iter().map(Cite::source).filter(|id| known.contains(id)).collect();
        ground.visits.add(!own.is_empty());
        cited.extend(own);
    }
    for entry in &briefing.statements {
        let own = entry.record.cites.iter().map(Cite::source).chain(&entry.record.via);
        let own: Vec<&Id> = own.filter(|id| known.contains(id)).collect();
        ground.statements.add(!own.is_empty());
        cited.extend(own);
    }
    ground.sources = cited.len();
    ground
}

/// Whether a record goes back to a source of the file.
#[must_use]
pub fn is_sourced(reader: &Reader, record: &AnyRecord) -> bool {
    sources_of(reader, record).iter().any(|id| reader.source(id).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;

    #[test]
    fn only_what_is_there_and_cited_is_counted_for_and_against() {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let briefing: Briefing = options
            .from_str(
                r#"(title: "T", sources: [(id: "p", publisher: "P"), (id: "q", publisher: "Q"), (id: "idle", publisher: "I")],
                visits: [(id: "v", cites: ["p"]), (id: "w", cites: ["gone"]), (id: "x")],
                statements: [(id: "s", via: ["q"]), (id: "t"), (id: "u", via: ["q"])],
                judgements: [(id: "j", text: "J", supports: ["v", "v", "s", "w", "nobody", "t"], contradicts: ["x", "t", "u"])])"#,
            )
            .unwrap();
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let support = support_of(&reader, &briefing.judgements[0].record);
        assert_eq!(support, Support { in_favour: 3, against: 3, unsourced: 3, origins: 2, origins_against: 1 });
        let ground = ground_of(&briefing);
        assert_eq!(ground.visits, Cited { sourced: 1, unsourced: 2 });
        assert_eq!(ground.statements, Cited { sourced: 2, unsourced: 1 });
        assert_eq!(ground.sources, 2, "a source that nothing cites carries nothing");
    }
}
