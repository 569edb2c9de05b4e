//! What is drawn from the made-up facts: conflicts, relations, judgements.

use super::chance::Chance;
use super::names::LANDS;
use super::press::Article;
use super::visits::Made;
use super::who::{Who, land};
use super::world::World;
use crate::model::{
    AnyRecord, AtLeast, Basis, Cite, Confidence, Conflict, ConflictStatus, Id, Judgement, Likelihood, Period, Relation,
    RelationKind, Side, When, WhenLong,
};

/// Two sources of one article that disagree on the day of a visit.
pub(super) fn conflict(number: usize, visit: &Made, article: &mut Article, chance: &mut Chance) -> AnyRecord {
    let other = visit.day.plus_days(-chance.within(1, 9));
    let para = article.tell(format!("A picture of the guests is dated {other}"));
    let side = |value: String, cite: Cite| Side { value, cite: Some(cite), ..Side::default() };
    let is_open = chance.below(3) > 0;
    let conflict = Conflict {
        id: Id::from(format!("c-{number}").as_str()),
        about: visit.id.clone(),
        field: "when".to_owned(),
        sides: vec![
            side(visit.day.to_string(), article.cite(None, "", chance)),
            side(other.to_string(), article.cite(Some(para), "", chance)),
        ],
        status: Some(if is_open { ConflictStatus::Open } else { ConflictStatus::Resolved }),
        reason: if is_open { String::new() } else { "The picture shows an earlier guest.".to_owned() },
        ..Conflict::default()
    };
    AnyRecord::Conflict(conflict.into())
}

/// A relation that an article tells of, between two countries or what is in them.
pub(super) fn relation(number: usize, article: &Article, world: &mut World, chance: &mut Chance) -> AnyRecord {
    let count = LANDS.len() as u32;
    let first = chance.below(count);
    let second = (first + 1 + chance.below(count - 1)) % count;
    let (first, second) = (first as u8, second as u8);
    let kind = chance.pick(KINDS).cloned();
    let between = match kind {
        Some(RelationKind::PartyCooperation) => [Who::Party(first), Who::Party(second)],
        _ => [Who::Country(first), Who::Country(second)],
    };
    let relation = Relation {
        id: Id::from(format!("rel-{number}").as_str()),
        directed: (kind == Some(RelationKind::PrimaryPartner)).then_some(true),
        kind,
        between: between.map(|who| world.id(who)).into(),
        scope: chance.word(&["", "", "Trade", "The northern border", "Energy"]).to_owned(),
        valid: Some(since(article, chance)),
        cites: vec![article.cite(None, "", chance)],
        ..Relation::default()
    };
    AnyRecord::Relation(relation.into())
}

/// `for at least six years`, when the article was printed.
fn since(article: &Article, chance: &mut Chance) -> When {
    let span = chance.word(&["P2Y", "P6Y", "P10Y", "P18M"]);
    let first = Period::parse(span).unwrap_or_default().reversed().after(article.published);
    let basis = AtLeast { since: article.id.clone(), span: span.to_owned(), ..AtLeast::default() };
    let long =
        WhenLong { edtf: format!("..{first}/.."), basis: Some(Basis::AtLeast(Box::new(basis))), ..WhenLong::default() };
    When::new(long, false)
}

const KINDS: &[RelationKind] = &[
    RelationKind::Partnership,
    RelationKind::PartyCooperation,
    RelationKind::PrimaryPartner,
    RelationKind::Alliance,
    RelationKind::Dispute,
];

/// A judgement that rests on a few visits between two countries.
pub(super) fn judgement(number: usize, visits: &[Made]) -> Option<AnyRecord> {
    let visit = visits.first()?;
    let (text, likelihood) = EXPECTATIONS[number % EXPECTATIONS.len()];
    let (from, to) = (land(visit.from).name, land(visit.to).name);
    let judgement = Judgement {
        id: Id::from(format!("j-{number}").as_str()),
        text: text.replace("{from}", from).replace("{to}", to),
        key: Some(number < 3),
        likelihood: Some(likelihood),
        confidence: Some(if number.is_multiple_of(2) { Confidence::Low } else { Confidence::Moderate }),
        reason: "All of it comes from a few articles that draw on one another.".to_owned(),
        supports: visits.iter().map(|visit| visit.id.clone()).collect(),
        assumptions: vec![format!("The governments of {from} and {to} stay in office.")],
        alternatives: vec!["The visits follow the calendar of a conference, and nothing else.".to_owned()],
        indicators: vec![format!("A year without a visit from {from} to {to} would speak against it.")],
        ..Judgement::default()
    };
    Some(AnyRecord::Judgement(judgement.into()))
}

const EXPECTATIONS: &[(&str, Likelihood)] = &[
    ("{from} will likely send another delegation to {to} within a year.", Likelihood::Likely),
    ("{to} is unlikely to answer the visits from {from} in kind.", Likelihood::Unlikely),
    ("{from} will very likely keep its trade with {to} out of the talks.", Likelihood::VeryLikely),
    ("The chance that {from} and {to} sign a treaty within two years is roughly even.", Likelihood::RoughlyEven),
    ("{to} is very unlikely to close its border to {from} this year.", Likelihood::VeryUnlikely),
    ("There is almost no chance of a rupture between {from} and {to}.", Likelihood::AlmostNoChance),
];
