//! A briefing while it is made up.

use super::chance::Chance;
use super::dates::Anchor;
use super::period::{AS_OF, first_day, last_day};
use super::press::Article;
use super::visits::{Made, Setting};
use super::world::World;
use super::{conclusions, statements, visits};
use crate::model::{Briefing, Coverage, Day, Header, Id, Marking, Revision, Status, TlpLevel};

/// About how many articles a briefing has at most before each tells of more.
pub(super) const ARTICLES: usize = 500;

/// How many visits or statements an article tells of.
pub(super) const PER_ARTICLE: std::ops::RangeInclusive<usize> = 4..=25;

/// From so many visits on most are told in a line, so that a million of them fit into a file that opens.
pub(super) const MANY_VISITS: usize = 100_000;

/// How far back an article looks at least.
pub(super) const LEAST_REACH_DAYS: u32 = 60;

/// One disputed date in so many visits that are dated to the day.
pub(super) const VISITS_PER_CONFLICT: u32 = 60;

/// At most so many judgements and relations.
pub(super) const JUDGEMENTS: usize = 6;

pub(super) const RELATIONS: usize = 40;

/// A judgement rests on so many visits at most.
pub(super) const SUPPORTS: usize = 4;

/// A made-up briefing of so many visits and statements. Another seed gives another briefing.
#[must_use]
pub fn made_up(visits: usize, statements: usize, seed: u64) -> Briefing {
    let mut maker = Maker::new(visits, statements, seed);
    for number in 0..maker.articles {
        maker.article(number);
    }
    maker.finish()
}

/// A briefing while it is made.
pub(super) struct Maker {
    visits: usize,
    statements: usize,
    articles: usize,
    chance: Chance,
    world: World,
    briefing: Briefing,
    conflicts: usize,
    judgements: usize,
    relations: usize,
    last_source: Option<Id>,
}

impl Maker {
    fn new(visits: usize, statements: usize, seed: u64) -> Self {
        let most = visits.max(statements);
        let per_article = (most / ARTICLES).clamp(*PER_ARTICLE.start(), *PER_ARTICLE.end());
        Self {
            visits,
            statements,
            articles: most.div_ceil(per_article),
            chance: Chance::new(seed),
            world: World::default(),
            briefing: Briefing { header: header(visits, statements, seed), ..Briefing::default() },
            conflicts: 0,
            judgements: 0,
            relations: 0,
            last_source: None,
        }
    }

    /// One article and all that it tells of.
    fn article(&mut self, number: usize) {
        let id = Id::from(format!("p-{}", number + 1).as_str());
        let (published, slot_days) = self.published(number);
        let mut article = Article::new(id.clone(), published, &mut self.chance);
        let made = self.tell_visits(number, &mut article, slot_days.max(LEAST_REACH_DAYS));
        for count in self.share(number, self.statements) {
            let id = numbered("s", count, self.statements);
            let statement = statements::statement(id, &mut article, &made, &mut self.world, &mut self.chance);
            self.briefing.push(statement);
        }
        self.conclude(number, &mut article, &made);
        let source = article.finish(&mut self.world, self.last_source.as_ref(), &mut self.chance);
        self.briefing.push(source);
        self.last_source = Some(id);
    }

    fn tell_visits(&mut self, number: usize, article: &mut Article, reach_days: u32) -> Vec<Made> {
        let mut made: Vec<Made> = Vec::new();
        let mut anchor: Option<Anchor> = None;
        let plain_percent = if self.visits > MANY_VISITS { 75 } else { 10 };
        for count in self.share(number, self.visits) {
            let id = numbered("v", count, self.visits);
            let setting = Setting { reach_days, anchor: anchor.as_ref(), plain_percent };
            let (record, visit) = visits::visit(id, article, &setting, &mut self.world, &mut self.chance);
            self.briefing.push(record);
            if visit.exact {
                anchor = Some(Anchor { visit: visit.id.clone(), day: visit.day, lead: visit.lead });
            }
            made.push(visit);
        }
        made
    }

    /// Conflicts about visits of the article, a relation and a judgement now and then.
    fn conclude(&mut self, number: usize, article: &mut Article, made: &[Made]) {
        for visit in made.iter().filter(|visit| visit.exact) {
            if self.conflicts == 0 || self.chance.one_in(VISITS_PER_CONFLICT) {
                self.conflicts += 1;
                self.briefing.push(conclusions::conflict(self.conflicts, visit, article, &mut self.chance));
            }
        }
        // Spread over the articles, not all from the first.
        if number * RELATIONS >= self.relations * self.articles {
            self.relations += 1;
            self.briefing.push(conclusions::relation(self.relations, article, &mut self.world, &mut self.chance));
        }
        if number * JUDGEMENTS >= self.judgements * self.articles {
            let made = made.get(..made.len().min(SUPPORTS)).unwrap_or_default();
            if let Some(judgement) = conclusions::judgement(self.judgements, made) {
                self.judgements += 1;
                self.briefing.push(judgement);
            }
        }
    }

    /// Which of `all` records an article tells of.
    fn share(&self, number: usize, all: usize) -> std::ops::Range<usize> {
        number * all / self.articles..(number + 1) * all / self.articles
    }

    /// The day of publication of an article, and how many days lie between two articles. The last one is of the day
    /// before the cut-off.
    fn published(&mut self, number: usize) -> (Day, u32) {
        let span_days = first_day().days_until(last_day());
        let slot_days = span_days / i64::try_from(self.articles).unwrap_or(i64::MAX).max(1);
        if number + 1 == self.articles {
            return (last_day().plus_days(-1), slot_days as u32);
        }
        let at = span_days * (count_of(number) + 1) / count_of(self.articles);
        let jitter = self.chance.below(slot_days.max(1) as u32);
        (first_day().plus_days(at as i32 - jitter.cast_signed() / 2), slot_days as u32)
    }

    fn finish(mut self) -> Briefing {
        for actor in self.world.actors() {
            self.briefing.push(actor);
        }
        for role in self.world.roles() {
            self.briefing.push(role);
        }
        in_file_order(&self.briefing)
    }
}

/// The briefing with keys given out in the order of its lists, as loading it from a file would.
pub(super) fn in_file_order(briefing: &Briefing) -> Briefing {
    let mut ordered = Briefing { header: briefing.header.clone(), ..Briefing::default() };
    for (_, record) in briefing.all_records() {
        ordered.push(record);
    }
    ordered
}

/// `v-007` of 500: as many digits as the last one has.
pub(super) fn numbered(letter: &str, number: usize, all: usize) -> Id {
    let width = all.to_string().len();
    Id::from(format!("{letter}-{:0width$}", number + 1).as_str())
}

pub(super) fn header(visits: usize, statements: usize, seed: u64) -> Header {
    let first = first_day();
    Header {
        title: format!("A made-up world: {visits} visits, {statements} statements"),
        schema: Some(1),
        question: "Who visits whom in a world that does not exist?".to_owned(),
        bottom_line: "Nothing in this briefing is true: countries, people and outlets are made up.".to_owned(),
        as_of: AS_OF.to_owned(),
        status: Some(Status::Draft),
        authors: vec!["dateline sample".to_owned()],
        lang: "en-GB".to_owned(),
        marking: Some(Marking::Tlp(TlpLevel::Clear)),
        coverage: vec![Coverage {
            from: first.to_string(),
            to: AS_OF.to_owned(),
            note: "All articles that were made up.".to_owned(),
            ..Coverage::default()
        }],
        gaps: vec!["What was talked about at most of the visits.".to_owned()],
        revisions: vec![Revision {
            on: AS_OF.to_owned(),
            by: "dateline sample".to_owned(),
            note: format!("Made up from seed {seed}."),
            ..Revision::default()
        }],
        ..Header::default()
    }
}

/// A count for reckoning with days.
fn count_of(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
