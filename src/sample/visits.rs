//! Made-up visits.

use super::chance::Chance;
use super::dates::{Anchor, Around, Dated, any_date};
use super::names::LANDS;
use super::posts::POSTS;
use super::press::Article;
use super::who::{Who, land};
use super::world::{World, holder};
use crate::model::{AnyRecord, Channel, Day, Id, Level, Mode, Place, Visit, VisitKind, VisitStatus, When};

/// What later records need to know of a visit.
pub(super) struct Made {
    pub(super) id: Id,
    pub(super) from: u8,
    pub(super) to: u8,
    pub(super) lead: Who,
    pub(super) day: Day,
    pub(super) exact: bool,
}

/// Who goes where.
struct Journey {
    from: u8,
    to: u8,
    post: u8,
}

impl Journey {
    fn any(chance: &mut Chance) -> Self {
        let count = LANDS.len() as u32;
        let from = chance.below(count);
        let to = (from + 1 + chance.below(count - 1)) % count;
        Self { from: from as u8, to: to as u8, post: chance.below(POSTS.len() as u32) as u8 }
    }
}

/// What an article knows around a visit.
pub(super) struct Setting<'a> {
    /// How many days back it may lie.
    pub(super) reach_days: u32,
    /// The visit that it may be dated by.
    pub(super) anchor: Option<&'a Anchor>,
    /// How many in a hundred are told without channel and level.
    pub(super) plain_percent: u32,
}

/// A visit told of by an article, and what later records need of it.
pub(super) fn visit(
    id: Id,
    article: &mut Article,
    setting: &Setting,
    world: &mut World,
    chance: &mut Chance,
) -> (AnyRecord, Made) {
    let journey = Journey::any(chance);
    let is_last = article.published.plus_days(1) >= super::period::last_day();
    let Setting { reach_days, anchor, plain_percent } = *setting;
    let around = Around { source: &article.id, published: article.published, reach_days, anchor };
    let (dated, status) = if is_last { latest(chance, article.published) } else { (any_date(chance, &around), None) };
    let who = holder(journey.from, journey.post, dated.day);
    let lead = world.id(who);
    let para = dated
        .words
        .as_ref()
        .map(|words| article.tell(format!("{} came to {} {words}", who.name(), land(journey.to).name)));
    let cites = vec![article.cite(para, dated.words.as_deref().unwrap_or_default(), chance)];
    let mut visit = Visit {
        id: id.clone(),
        visitors: vec![lead],
        to: Place::from(land(journey.to).code),
        when: Some(dated.when),
        status,
        cites,
        ..Visit::default()
    };
    if chance.below(100) >= plain_percent {
        classify(&mut visit, journey.post, chance);
        if chance.one_in(3) {
            enrich(&mut visit, &journey, who, dated.day, world, chance);
        }
    }
    let made = Made { id, from: journey.from, to: journey.to, lead: who, day: dated.day, exact: dated.exact };
    (AnyRecord::Visit(visit.into()), made)
}

/// Channel and level, and now and then that it was called off or held at a distance.
fn classify(visit: &mut Visit, post: u8, chance: &mut Chance) {
    let post = &POSTS[usize::from(post)];
    visit.channels = channels(post.channels, chance);
    visit.level = Some(post.level);
    visit.status = visit.status.or_else(|| chance.one_in(60).then_some(VisitStatus::Cancelled));
    if chance.one_in(14) {
        visit.mode = chance.pick(&[Mode::Video, Mode::Call, Mode::Letter]).copied();
    }
}

/// What the newest article tells: visits under way, and visits to come.
fn latest(chance: &mut Chance, published: Day) -> (Dated, Option<VisitStatus>) {
    if chance.one_in(2) {
        let day = published.plus_days(-chance.within(1, 6));
        let when = When::from_edtf(&format!("{day}/.."));
        return (Dated { when, day, exact: true, words: None }, Some(VisitStatus::Ongoing));
    }
    let day = published.plus_days(chance.within(20, 200));
    let when = When::from_edtf(&day.to_string());
    (Dated { when, day, exact: true, words: None }, Some(VisitStatus::Planned))
}

fn channels(usual: &[Channel], chance: &mut Chance) -> Vec<Channel> {
    let mut channels: Vec<Channel> = chance.pick(usual).copied().into_iter().collect();
    if chance.one_in(10) {
        let other = chance.pick(Channel::ALL).copied();
        channels.extend(other.filter(|other| !channels.contains(other)));
    }
    channels
}

/// What only some visits are known by.
fn enrich(visit: &mut Visit, journey: &Journey, who: Who, day: Day, world: &mut World, chance: &mut Chance) {
    let host_land = land(journey.to);
    visit.lead = Some(world.id(who));
    let place = if visit.level == Some(Level::Local) { host_land.town } else { host_land.capital };
    place.clone_into(&mut visit.place);
    if chance.one_in(3) {
        visit.to = Place::from(world.id(Who::Country(journey.to)).as_str());
    }
    if chance.one_in(3) {
        visit.visitors.push(world.id(Who::Delegation(journey.from)));
    }
    if chance.one_in(4) {
        visit.from = Some(Place::from(land(journey.from).code));
    }
    if chance.one_in(2) {
        visit.hosts = vec![world.id(POSTS[usize::from(journey.post)].org(journey.to))];
    }
    if chance.one_in(2) {
        visit.met = vec![world.id(holder(journey.to, chance.below(POSTS.len() as u32) as u8, day))];
    }
    if chance.one_in(8) {
        visit.invited_by = Some(world.id(holder(journey.to, journey.post, day)));
    }
    visit.kind = chance.pick(kinds(journey.post)).copied();
    if chance.one_in(4) {
        visit.announced = Some(When::from_edtf(&day.plus_days(-chance.within(45, 60)).to_string()));
    }
    if chance.one_in(3) {
        visit.topics = vec![chance.word(TOPICS).to_owned()];
    }
    if chance.one_in(6) {
        visit.outcomes = vec![chance.word(OUTCOMES).to_owned()];
    }
    if chance.one_in(40) {
        chance.word(NOTES).clone_into(&mut visit.note);
    }
}

fn kinds(post: u8) -> &'static [VisitKind] {
    match post {
        0 => &[VisitKind::State, VisitKind::Official, VisitKind::Working],
        1 | 2 => &[VisitKind::Official, VisitKind::OfficialWorking, VisitKind::Working, VisitKind::Transit],
        _ => &[VisitKind::Working, VisitKind::Private, VisitKind::Unspecified],
    }
}

const TOPICS: &[&str] = &[
    "Harbour dues",
    "Grain",
    "Rail freight",
    "Fishing grounds",
    "Student exchange",
    "Border crossings",
    "Power lines",
];
const OUTCOMES: &[&str] = &["Joint statement", "Memorandum on trade", "Talks to be continued", "Visa rules eased"];
const NOTES: &[&str] = &["The size of the delegation is not told.", "Named in passing.", "Seen in a picture only."];
