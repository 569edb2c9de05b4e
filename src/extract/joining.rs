//! Which frames tell of one visit, and what they disagree about.

use super::cast::Cast;
use super::frame::FrameRule;
use super::land::Land;
use super::visit::{FoundVisit, Text};
use crate::model::{DateBounds, VisitStatus, When};

/// Two frames of one visitor whose dates lie so many days apart tell of one visit, with a conflict.
pub(super) const SAME_VISIT_DAYS: i64 = 7;
/// A visit is compared with so many before it.
pub(super) const MOST_COMPARED: usize = 300;
/// A visit that is told as going on began so many days before the publication at most.
pub(super) const GOING_ON_DAYS: i64 = 21;

/// Puts a visit to one that may be the same; gives its place in the list.
pub(super) fn join(text: &Text, cast: &Cast, found: &mut Vec<FoundVisit>, visit: FoundVisit) -> usize {
    let first = found.len().saturating_sub(MOST_COMPARED);
    let same = found.iter().skip(first).position(|known| is_same(text, cast, known, &visit)).map(|place| place + first);
    match same.and_then(|place| found.get_mut(place).map(|known| (place, known))) {
        Some((place, known)) => {
            absorb(cast, known, visit);
            place
        }
        None => {
            found.push(visit);
            found.len() - 1
        }
    }
}

pub(super) fn land_of(cast: &Cast, visit: &FoundVisit) -> Option<Land> {
    visit.visitors.iter().find_map(|who| cast.characters.get(*who).and_then(|character| character.land))
}

pub(super) fn is_same(text: &Text, cast: &Cast, known: &FoundVisit, visit: &FoundVisit) -> bool {
    let lands_fit = known.land == visit.land || known.land.is_none() || visit.land.is_none();
    let shares = known.visitors.iter().any(|who| visit.visitors.contains(who));
    let unnamed = (known.is_anonymous || visit.is_anonymous)
        && land_of(cast, known).is_some()
        && land_of(cast, known) == land_of(cast, visit);
    let modes_fit = known.mode == visit.mode;
    let planned_fit = (known.status == Some(VisitStatus::Planned)) == (visit.status == Some(VisitStatus::Planned))
        || known.when.is_none()
        || visit.when.is_none();
    lands_fit
        && modes_fit
        && planned_fit
        && (shares || unnamed && known.land.is_some() && visit.land.is_some())
        && dates_fit(text, known, visit, shares)
}

pub(super) fn dates_fit(text: &Text, known: &FoundVisit, visit: &FoundVisit, shares: bool) -> bool {
    let bounds = |visit: &FoundVisit| visit.when.as_ref().map(When::bounds);
    if known.counted.is_some() || visit.counted.is_some() {
        return shares
            && (known.when.is_none() && known.counted.is_none() || visit.when.is_none() && visit.counted.is_none())
            && known.status != Some(VisitStatus::Ongoing)
            && visit.status != Some(VisitStatus::Ongoing);
    }
    match (bounds(known), bounds(visit)) {
        (Some(a), Some(b)) => days_apart(&a, &b).is_none_or(|days| days <= SAME_VISIT_DAYS),
        (None, None) => true,
        (Some(date), None) | (None, Some(date)) => {
            let undated = if visit.when.is_none() { visit } else { known };
            let is_recent = text
                .setting
                .published
                .and_then(|published| Some(date.start_latest?.days_until(published.start_earliest?)))
                .is_none_or(|days| days <= GOING_ON_DAYS);
            undated.status != Some(VisitStatus::Ongoing) && shares || is_recent
        }
    }
}

/// How many days lie between two dates; 0 where they may be the same.
pub(super) fn days_apart(a: &DateBounds, b: &DateBounds) -> Option<i64> {
    let gap = |first: &DateBounds, second: &DateBounds| Some(first.start_latest?.days_until(second.start_earliest?));
    let forwards = gap(a, b)?;
    let backwards = gap(b, a)?;
    Some(forwards.max(backwards).max(0))
}

pub(super) fn absorb(cast: &Cast, known: &mut FoundVisit, visit: FoundVisit) {
    // Who is named takes the place of who is not.
    if known.is_anonymous && !visit.is_anonymous {
        known.visitors = visit.visitors.clone();
        known.lead = visit.lead;
        known.level = visit.level;
        known.is_anonymous = false;
        known.rule = visit.rule;
    } else if !visit.is_anonymous {
        for who in &visit.visitors {
            if !known.visitors.contains(who) {
                known.visitors.push(*who);
            }
        }
        known.lead = known.lead.or(visit.lead);
        known.level = known.level.or(visit.level);
    }
    known.land = known.land.or(visit.land);
    known.region = known.region.or(visit.region);
    known.town = known.town.take().or(visit.town);
    known.protocol = known.protocol.or(visit.protocol);
    known.mode = known.mode.or(visit.mode);
    for host in visit.hosts {
        if !known.hosts.contains(&host) {
            known.hosts.push(host);
        }
    }
    for met in visit.met {
        if !known.met.contains(&met) {
            known.met.push(met);
        }
    }
    known.status = match (known.status, visit.status) {
        (Some(VisitStatus::Cancelled), _) | (_, Some(VisitStatus::Cancelled)) => Some(VisitStatus::Cancelled),
        (Some(status), None) | (None, Some(status)) => Some(status),
        (Some(known), Some(_)) => Some(known),
        (None, None) => None,
    };
    match (&known.when, visit.when) {
        (Some(when), Some(other)) => {
            let differ = days_apart(&when.bounds(), &other.bounds()).is_some_and(|days| days > 0);
            if differ && let Some(span) = visit.date_span.clone() {
                // The fuller frame keeps its date; a caption is the rival.
                if visit.rule != FrameRule::Caption && known_is_caption(known) {
                    let own = known.when.replace(other);
                    let own_span = known.date_span.replace(span);
                    known.rivals.extend(own.zip(own_span));
                } else {
                    known.rivals.push((other, span));
                }
            }
        }
        (None, Some(other)) => {
            known.when = Some(other);
            known.date_span = visit.date_span.clone();
        }
        (_, None) => {}
    }
    if known.counted.is_none() {
        known.counted = visit.counted;
    }
    let _ = cast;
    known.parts.extend(visit.parts);
    for doubt in visit.doubts {
        if !known.doubts.contains(&doubt) {
            known.doubts.push(doubt);
        }
    }
}

pub(super) fn known_is_caption(known: &FoundVisit) -> bool {
    let Some(date) = &known.date_span else { return false };
    known.parts.iter().any(|(role, span)| *role == super::proposal::Role::Cue && span.paragraph == date.paragraph)
        && known.at.0 == date.paragraph
        && known.at.0 <= 1
}
