//! What a two-page note has room for: the weightiest of each kind, the rest as a number.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;

use super::build::Build;
use super::facts::ConflictWords;
use super::judgements::JudgementWords;
use super::people::ActorWords;
use super::statements::StatementWords;
use super::visits::VisitWords;
use crate::analysis::support_of;
use crate::export::footnotes::ORIGINS;
use crate::export::words::{in_order_of_time, of_origins, one_line, sentence, standing};
use crate::model::{AnyRecord, Content, DateBounds, Id, Judgement, Key, Statement, Visit, When, plural};

/// How much of each kind a brief tells.
#[derive(Debug, Clone, Copy)]
pub(in crate::export) struct Limits {
    pub(in crate::export) judgements: usize,
    pub(in crate::export) people: usize,
    pub(in crate::export) visits: usize,
    pub(in crate::export) statements: usize,
    pub(in crate::export) conflicts: usize,
    pub(in crate::export) gaps: usize,
    /// Words of one text; a longer one is cut.
    pub(in crate::export) words: usize,
    /// Items of a list within one, such as those met.
    pub(in crate::export) items: usize,
}

impl Limits {
    /// From what is usual to what fits whatever a briefing holds. The first tell less, before words are cut.
    pub(in crate::export) const STEPS: [Self; 8] = [
        Self { judgements: 6, people: 12, visits: 12, statements: 5, conflicts: 3, gaps: 5, words: 60, items: 5 },
        Self { judgements: 5, people: 12, visits: 12, statements: 4, conflicts: 2, gaps: 3, words: 60, items: 3 },
        Self { judgements: 5, people: 12, visits: 12, statements: 3, conflicts: 2, gaps: 2, words: 60, items: 3 },
        Self { judgements: 4, people: 4, visits: 12, statements: 4, conflicts: 2, gaps: 3, words: 32, items: 3 },
        Self { judgements: 3, people: 3, visits: 10, statements: 3, conflicts: 2, gaps: 3, words: 20, items: 3 },
        Self { judgements: 3, people: 2, visits: 6, statements: 2, conflicts: 1, gaps: 2, words: 14, items: 2 },
        Self { judgements: 1, people: 1, visits: 3, statements: 1, conflicts: 1, gaps: 1, words: 10, items: 1 },
        Self { judgements: 1, people: 0, visits: 1, statements: 0, conflicts: 0, gaps: 1, words: 8, items: 1 },
    ];
}

/// What a brief tells.
#[derive(Debug, Serialize)]
pub(super) struct Brief {
    marking: String,
    title: String,
    standing: String,
    notices: Vec<String>,
    bottom_line: Vec<String>,
    new: Vec<String>,
    judgements: Vec<BriefJudgement>,
    more_judgements: usize,
    people: Vec<ActorWords>,
    visits: Vec<VisitWords>,
    more_visits: usize,
    count: String,
    statements: Vec<StatementWords>,
    more_statements: usize,
    conflicts: Vec<ConflictWords>,
    more_conflicts: usize,
    gaps: Vec<String>,
    more_gaps: usize,
    searched: String,
    more_searched: usize,
    origins: String,
    findings: String,
}

/// A judgement, with how many records it rests on.
#[derive(Debug, Serialize)]
struct BriefJudgement {
    #[serde(flatten)]
    judgement: JudgementWords,
    rests_on: String,
}

/// A brief tells so many words of someone at most where no judgement rests on any.
const MOST_UNASKED: usize = 3;

impl Build<'_> {
    /// What a brief tells within limits.
    pub(super) fn brief(&mut self, limits: &Limits) -> Brief {
        let header = &self.reader.briefing.header;
        let judgements = self.standing_judgements();
        let (visits, all_visits) = self.weighty_visits(limits.visits);
        let (statements, all_statements) = self.weighty_statements(&judgements, limits.statements);
        let title = one_line(&header.title);
        let paragraphs = header.bottom_line.replace('\r', "");
        let bottom_line = paragraphs.split("\n\n").map(sentence).filter(|part| !part.is_empty()).collect();
        let gaps: Vec<String> = header.gaps.iter().map(|gap| sentence(gap)).filter(|gap| !gap.is_empty()).collect();
        let judgement_words: Vec<BriefJudgement> = judgements
            .iter()
            .take(limits.judgements)
            .map(|judgement| BriefJudgement {
                rests_on: self.rests_on(judgement),
                judgement: self.judgement(judgement),
            })
            .collect();
        let people = self.weighty_people(&visits, &statements, limits.people);
        let visit_words: Vec<VisitWords> = visits.iter().map(|(key, visit)| self.visit(*key, visit)).collect();
        let statement_words: Vec<StatementWords> =
            statements.iter().map(|statement| self.statement(statement)).collect();
        // What was settled is told of what is told: whoever reads the date is to know that another one was written.
        let told: HashSet<&Id> =
            visits.iter().map(|(_, visit)| &visit.id).chain(statements.iter().map(|statement| &statement.id)).collect();
        let (open, settled): (Vec<_>, Vec<_>) =
            self.kept(&self.reader.briefing.conflicts).into_iter().partition(|conflict| conflict.is_open());
        let settled = settled.into_iter().filter(|conflict| told.contains(&conflict.about));
        let disputed: Vec<_> = open.into_iter().chain(settled).collect();
        let searched = self.searched();
        let conflicts = disputed.iter().take(limits.conflicts).map(|conflict| self.conflict(conflict)).collect();
        Brief {
            marking: self.part.marking(),
            title: if title.is_empty() { "Briefing".to_owned() } else { title },
            standing: standing(header),
            notices: self.notices(),
            bottom_line,
            new: self.options.news.clone(),
            more_judgements: judgements.len().saturating_sub(limits.judgements),
            judgements: judgement_words,
            people,
            more_visits: all_visits.saturating_sub(visits.len()),
            visits: visit_words,
            count: self.count().sentence,
            more_statements: all_statements.saturating_sub(statements.len()),
            statements: statement_words,
            conflicts,
            more_conflicts: disputed.len().saturating_sub(limits.conflicts),
            more_gaps: gaps.len().saturating_sub(limits.gaps),
            gaps: gaps.into_iter().take(limits.gaps).collect(),
            more_searched: searched.len().saturating_sub(1),
            searched: searched.into_iter().next().unwrap_or_default(),
            origins: ORIGINS.to_string(),
            findings: self.findings(),
        }
    }

    /// `Rests on 4 visits and 3 statements, all of 1 independent origin. Against it: 3 statements, all of 1 origin.`
    fn rests_on(&self, judgement: &Judgement) -> String {
        let count = |ids: &[Id]| {
            let mut kinds: Vec<(&str, usize)> = Vec::new();
            let mut seen = HashSet::new();
            let records = ids.iter().filter(|id| seen.insert(*id)).filter_map(|id| self.reader.by_id(id));
            for (_, record) in records.filter(|(key, _)| self.part.shows(*key)) {
                let noun = record.kind().noun();
                match kinds.iter_mut().find(|(known, _)| *known == noun) {
                    Some((_, count)) => *count += 1,
                    None => kinds.push((noun, 1)),
                }
            }
            let words: Vec<String> = kinds.iter().map(|(noun, count)| plural(*count, noun)).collect();
            crate::export::words::listed(&words)
        };
        let (for_it, against) = (count(&judgement.supports), count(&judgement.contradicts));
        let support = support_of(&self.reader, judgement);
        let are_all = |records: usize| records > 1 && support.unsourced == 0;
        let mut words = if for_it.is_empty() {
            "No record of the briefing supports it.".to_owned()
        } else {
            format!(
                "Rests on {for_it}{}.",
                of_origins(are_all(support.in_favour), support.origins, "independent origin")
            )
        };
        if !against.is_empty() {
            let origins = of_origins(are_all(support.against), support.origins_against, "origin");
            words.push_str(&format!(" Against it: {against}{origins}."));
        }
        if support.unsourced > 0 {
            words.push_str(&format!(" Without a source: {}.", plural(support.unsourced, "record")));
        }
        words
    }

    /// The visits that judgements rest on, then the latest, in the order of time; and how many there are in all.
    fn weighty_visits(&self, most: usize) -> (Vec<(Key, Arc<Visit>)>, usize) {
        let all = in_order_of_time(&self.reader, |key| self.part.shows(key));
        let bears = |place: &usize| all.get(*place).is_some_and(|(_, visit)| self.bearing.contains(&visit.id));
        let dated = |place: &usize| all.get(*place).is_some_and(|(_, visit)| visit.when.is_some());
        let mut places: Vec<usize> = (0..all.len()).rev().filter(bears).take(most).collect();
        let rest = (0..all.len()).rev().filter(|place| !bears(place));
        let (with_date, without): (Vec<usize>, Vec<usize>) = rest.partition(dated);
        let room = most.saturating_sub(places.len());
        places.extend(with_date.into_iter().chain(without).take(room));
        places.sort_unstable();
        (places.iter().filter_map(|place| all.get(*place).cloned()).collect(), all.len())
    }

    /// The statements that judgements rest on; where there are none, the first that are quoted. In the order of time.
    fn weighty_statements(&self, judgements: &[Arc<Judgement>], most: usize) -> (Vec<Arc<Statement>>, usize) {
        let mut seen = HashSet::new();
        let named = judgements.iter().flat_map(|judgement| judgement.supports.iter().chain(&judgement.contradicts));
        let bearing = named.filter(|id| seen.insert((*id).clone())).filter_map(|id| match self.reader.by_id(id)? {
            (key, AnyRecord::Statement(statement)) if self.part.shows(key) => Some(statement),
            _ => None,
        });
        let bearing: Vec<Arc<Statement>> = bearing.collect();
        let all = self.kept(&self.reader.briefing.statements);
        if !bearing.is_empty() {
            return (in_time(bearing.into_iter().take(most).collect()), all.len());
        }
        let quoted = all.iter().filter(|statement| statement.content.iter().any(Content::is_said));
        (in_time(quoted.take(most.min(MOST_UNASKED)).map(Arc::clone).collect()), all.len())
    }

    /// Those who lead one of the visits or speak one of the statements, with their posts at the time, in the order in which
    /// the note comes to them; where there is no room for all, those on whom judgements rest.
    fn weighty_people(
        &mut self,
        visits: &[(Key, Arc<Visit>)],
        statements: &[Arc<Statement>],
        most: usize,
    ) -> Vec<ActorWords> {
        let bounds = |when: Option<&When>| when.map_or_else(DateBounds::default, When::bounds);
        let leads = visits.iter().filter_map(|(_, visit)| {
            let bears = self.bearing.contains(&visit.id);
            Some((visit.lead_or_first()?.clone(), bounds(visit.when.as_ref()), bears))
        });
        let speakers = statements.iter().map(|said| {
            let bears = self.bearing.contains(&said.id);
            (said.speaker.clone(), bounds(said.said_on.as_ref()), bears)
        });
        let mut places: HashMap<Id, usize> = HashMap::new();
        let mut named: Vec<(Id, Vec<DateBounds>, bool)> = Vec::new();
        for (id, at, bears) in leads.chain(speakers).filter(|(id, ..)| !self.people().is_nameless(id)) {
            let place = *places.entry(id.clone()).or_insert(named.len());
            match named.get_mut(place) {
                Some((_, times, known)) => {
                    times.push(at);
                    *known |= bears;
                }
                None => named.push((id, vec![at], bears)),
            }
        }
        let mut chosen: Vec<usize> = (0..named.len()).collect();
        chosen.sort_by_key(|place| named.get(*place).is_none_or(|(.., bears)| !bears));
        chosen.truncate(most);
        chosen.sort_unstable();
        let chosen: Vec<_> = chosen.into_iter().filter_map(|place| named.get(place)).collect();
        let people = chosen
            .into_iter()
            .filter_map(|(id, times, _)| Some(self.actor(&*self.reader.actor(id)?, Some(times.as_slice()))));
        people.map(ActorWords::told_once).collect()
    }
}

fn in_time(mut statements: Vec<Arc<Statement>>) -> Vec<Arc<Statement>> {
    statements.sort_by_cached_key(|statement| {
        let bounds = statement.said_on.as_ref().map(When::bounds).unwrap_or_default();
        let day = bounds.start_earliest.or(bounds.start_latest);
        (day.is_none(), day, bounds.start_latest)
    });
    statements
}
