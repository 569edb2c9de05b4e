//! Visits as records, and what they disagree about.

use std::sync::Arc;

use super::frame::FrameRule;
use super::proposal::{Passage, Proposal, Role as PassageRole, Sureness};
use super::records::{Maker, last_word};
use super::told::Span;
use super::visit::FoundVisit;
use super::who::Who;
use crate::model::{
    ActorKind, AnyRecord, Basis, Cite, Conflict, ConflictStatus, Id, Place, Side, Visit, When, WhenLong,
};

/// The ids of visits, given before their records are made, so that one date can be counted from another.
pub fn visit_ids(maker: &mut Maker, visits: &[FoundVisit]) -> Vec<Id> {
    let mut ids = Vec::with_capacity(visits.len());
    for visit in visits {
        let who = visit.lead.or_else(|| visit.visitors.first().copied());
        let name = who
            .and_then(|who| maker.cast.characters.get(who))
            .map(|character| character.name.clone())
            .unwrap_or_default();
        let first = name.split(' ').next_back().unwrap_or_default().to_owned();
        let id = maker.free_id(&format!("v {first}"));
        ids.push(id);
    }
    ids
}

impl Maker<'_> {
    /// A visit, with its conflict where its dates differ.
    pub fn visit(&mut self, visit: &FoundVisit, ids: &[Id], id: &Id) {
        let people = |maker: &mut Self, all: &[usize]| -> Vec<Id> {
            all.iter().filter_map(|who| maker.actor(Who::Character(*who))).collect()
        };
        let visitors = people(self, &visit.visitors);
        let lead = visit.lead.and_then(|lead| self.actor(Who::Character(lead)));
        let hosts = people(self, &visit.hosts);
        let met = people(self, &visit.met);
        let region =
            visit.region.and_then(|region| self.actor(Who::Character(region))).map(|id| Place::from(id.as_str()));
        let to = region.or_else(|| visit.land.map(|land| self.land_place(land)));
        let when = visit.when.clone().map(|when| with_anchor(when, visit, ids));
        let mut needs = visit.needs.clone();
        needs.dedup();
        let mut cites: Vec<Cite> = Vec::new();
        for words in Self::cited_words(visit) {
            let cite = self.cite_words(&words);
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        let mut our_reading: Vec<String> = visit.our_reading.iter().map(|field| (*field).to_owned()).collect();
        our_reading.dedup();
        if visit.level.is_some() {
            our_reading.push("level".to_owned());
        }
        let record = Visit {
            id: id.clone(),
            visitors,
            to: to.unwrap_or_default(),
            when,
            lead,
            place: visit.town.clone().unwrap_or_default(),
            hosts,
            met,
            level: visit.level,
            kind: visit.protocol,
            mode: visit.mode,
            status: visit.status,
            our_reading,
            cites,
            ..Visit::default()
        };
        let known = self.known_visit(&record);
        let passages: Vec<Passage> = visit.parts.iter().filter_map(|(role, span)| self.passage(*role, span)).collect();
        let is_named = visit.visitors.iter().any(|who| {
            self.cast
                .characters
                .get(*who)
                .is_some_and(|character| !character.is_anonymous && character.kind != ActorKind::Group)
        });
        let mut sureness = match visit.rule {
            FrameRule::Went | FrameRule::Visited | FrameRule::Noun if is_named => Sureness::Sure,
            FrameRule::Caption => Sureness::Guess,
            _ => Sureness::Likely,
        };
        if !needs.is_empty() || !visit.doubts.is_empty() {
            sureness = sureness.less();
        }
        let mut doubts = visit.doubts.clone();
        if let Some(known) = &known {
            doubts.push(format!("This may be the visit {} of the briefing", known.id));
        }
        self.proposals.push(Proposal {
            record: AnyRecord::Visit(Arc::new(record.clone())),
            known: known.as_ref().map(|known| known.id.clone()),
            sureness,
            rule: rule_words(visit.rule).to_owned(),
            needs,
            passages,
            doubts,
        });
        self.conflict(visit, &record);
        if let Some(known) = known {
            self.conflict_with(&known, &record);
        }
    }

    /// The words that a visit rests on: from who comes to where or when, a place each.
    fn cited_words(visit: &FoundVisit) -> Vec<Span> {
        let cues: Vec<&Span> =
            visit.parts.iter().filter(|(role, _)| *role == PassageRole::Cue).map(|(_, span)| span).collect();
        cues.iter()
            .map(|cue| {
                let near = visit.parts.iter().filter(|(role, span)| {
                    matches!(role, PassageRole::Place | PassageRole::Date)
                        && span.paragraph == cue.paragraph
                        && span.words.start >= cue.words.start
                        && span.words.start < cue.words.end + 16
                });
                let end = near.map(|(_, span)| span.words.end).max().unwrap_or(cue.words.end).max(cue.words.end);
                Span { paragraph: cue.paragraph, words: cue.words.start..end }
            })
            .collect()
    }

    fn conflict(&mut self, visit: &FoundVisit, record: &Visit) {
        let (Some(own), Some(own_span)) = (record.when.clone(), visit.date_span.clone()) else { return };
        for (rival, span) in &visit.rivals {
            let open = own.edtf().ends_with("/..");
            let rival_value = if open && !rival.edtf().contains('/') {
                format!("{}/..", rival.edtf())
            } else {
                rival.edtf().to_owned()
            };
            let rival = When::new(WhenLong { edtf: rival_value, ..rival.long().clone() }, false);
            let sides =
                vec![side_of(&own, Some(self.cite_words(&own_span))), side_of(&rival, Some(self.cite_words(span)))];
            let id = self.free_id(&format!("c {}", last_word(record.id.as_str())));
            let conflict = Conflict {
                id,
                about: record.id.clone(),
                field: "when".to_owned(),
                sides,
                status: Some(ConflictStatus::Open),
                ..Conflict::default()
            };
            let passages =
                [&own_span, span].into_iter().filter_map(|span| self.passage(PassageRole::Date, span)).collect();
            self.proposals.push(Proposal {
                record: AnyRecord::Conflict(Arc::new(conflict)),
                known: None,
                sureness: Sureness::Likely,
                rule: "two dates for what may be one visit".to_owned(),
                needs: Vec::new(),
                passages,
                doubts: vec!["The two places may tell of two visits".to_owned()],
            });
        }
    }

    /// A visit of the briefing that may be the same: one of the visitors, to the same place, at no other time.
    fn known_visit(&self, record: &Visit) -> Option<Visit> {
        let near = |known: &&Visit| {
            let shares = known.visitors.iter().any(|who| record.visitors.contains(who));
            let same_place = known.to == record.to || known.to.actor().is_none() && record.to.actor().is_some();
            let gap = known.when.as_ref().zip(record.when.as_ref()).and_then(|(known, own)| {
                let (a, b) = (known.bounds(), own.bounds());
                let first = a.start_latest?.days_until(b.start_earliest?);
                let second = b.start_latest?.days_until(a.start_earliest?);
                Some(first.max(second).max(0))
            });
            shares && same_place && gap.is_none_or(|days| days <= 7)
        };
        self.known.visits.iter().find(near).cloned()
    }

    fn conflict_with(&mut self, known: &Visit, record: &Visit) {
        let (Some(own), Some(other)) = (&record.when, &known.when) else { return };
        let (a, b) = (own.bounds(), other.bounds());
        let differ = a.start_earliest > b.start_latest && b.start_latest.is_some()
            || b.start_earliest > a.start_latest && a.start_latest.is_some();
        if !differ {
            return;
        }
        let sides = vec![side_of(other, known.cites.first().cloned()), side_of(own, record.cites.first().cloned())];
        let id = self.free_id(&format!("c {}", last_word(known.id.as_str())));
        let conflict = Conflict {
            id,
            about: known.id.clone(),
            field: "when".to_owned(),
            sides,
            status: Some(ConflictStatus::Open),
            ..Conflict::default()
        };
        self.proposals.push(Proposal {
            record: AnyRecord::Conflict(Arc::new(conflict)),
            known: None,
            sureness: Sureness::Likely,
            rule: "the briefing has another date for what may be this visit".to_owned(),
            needs: Vec::new(),
            passages: Vec::new(),
            doubts: Vec::new(),
        });
    }
}

fn with_anchor(when: When, visit: &FoundVisit, ids: &[Id]) -> When {
    let Some(counted) = &visit.counted else { return when };
    let mut long = when.long().clone();
    if let (Some(Basis::Relative(relative)), Some(id)) = (&mut long.basis, ids.get(counted.from))
        && relative.to.is_empty()
    {
        relative.to = id.clone();
    }
    When::new(long, false)
}

/// A side of a conflict about a date, with its words and what it rests on.
fn side_of(when: &When, cite: Option<Cite>) -> Side {
    Side {
        value: when.edtf().to_owned(),
        cite,
        date: Some(when.clone()).filter(|when| !when.said().is_empty() || when.basis().is_some()),
        ..Side::default()
    }
}

fn rule_words(rule: FrameRule) -> &'static str {
    match rule {
        FrameRule::Went => "a verb of going and a place",
        FrameRule::Visited => "a verb of visiting and a place",
        FrameRule::Noun => "a noun for a visit",
        FrameRule::Hosted => "somebody of one country receives somebody of another",
        FrameRule::Met => "a meeting in the country of one of the two",
        FrameRule::Was => "a stay with a date",
        FrameRule::Took => "somebody takes others to a place",
        FrameRule::Caption => "a caption that puts a delegation in a place",
    }
}
