//! From the words of a phrase to its readings in EDTF: what one date leaves out is taken from the other, or from the
//! publication.

use super::body::{Body, Shape};
use super::counted::{is_weekday, nearest_weekdays};
use super::partial::{Clash, Item, Origin, Partial, Resolved, Unresolved, WINTER_BEGINS, WINTER_ENDS};
use super::piece::{Piece, Stretch, months_later};
use super::write::{Unwritten, written};
use crate::model::Day;

/// A reading of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    pub(super) edtf: String,
    pub(super) why: Vec<&'static str>,
    pub(super) origin: Origin,
    /// What in the words contradicts what.
    pub(super) clash: Option<Clash>,
}

/// Why a phrase that the grammar reads has no reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// The calendar has no such day.
    NoSuchDay { year: i32, month: u8 },
    /// The year is missing, and no publication is known.
    NoYear,
    /// The month is missing, and no publication is known to the day.
    NoMonth,
    /// EDTF has no sign for its doubt.
    Doubt,
    /// A date that ends before it begins, a day without a month, …
    Nonsense,
}

/// The readings of a phrase.
pub(super) fn readings(body: &Body, published: Option<(Day, Day)>) -> Result<Vec<Read>, Unread> {
    let winter_first = readings_by(body, published, false);
    // Autumn and winter of a year are that autumn and the winter that begins in that year, or the ones before.
    if !body.items.iter().any(is_winter) {
        return winter_first;
    }
    let mut all: Vec<Read> = Vec::new();
    let begins = readings_by(body, published, true).unwrap_or_default();
    let of_one_kind = |read: &Read, why| body.items.len() == 1 || read.why.contains(&why);
    let ends = winter_first.iter().flatten().filter(|read| of_one_kind(read, WINTER_ENDS)).cloned();
    for read in ends.chain(begins.into_iter().filter(|read| of_one_kind(read, WINTER_BEGINS))) {
        if !all.iter().any(|known| known.edtf == read.edtf) {
            all.push(read);
        }
    }
    if all.is_empty() { winter_first } else { Ok(all) }
}

fn is_winter(item: &Item) -> bool {
    matches!(item.partial, Partial::Season { code: 24, .. })
}

/// The readings in which a winter that shares its year with other dates ends in it, or begins in it.
fn readings_by(body: &Body, published: Option<(Day, Day)>, begins: bool) -> Result<Vec<Read>, Unread> {
    if body.items.iter().all(|item| item.partial.is_bare_day()) && body.items.iter().all(|item| item.is_of_month) {
        return of_month_days(body, published);
    }
    let mut body = body.clone();
    share_months(&mut body)?;
    let needs_year = share_years(&mut body, begins)?;
    let mut all = Vec::new();
    let mut failure = Unread::Nonsense;
    for (body, origin) in with_weeks(&body, published)? {
        let dated = if needs_year { with_years(&body, published)? } else { vec![(body, origin)] };
        for (body, origin) in dated {
            match of_dated(&body, &origin) {
                Ok(read) => all.extend(read),
                Err(unread) => failure = unread,
            }
        }
    }
    if all.is_empty() { Err(failure) } else { Ok(all) }
}

/// Days of a month that is not told: of that of the publication up to it, or else of the one before or that one.
fn of_month_days(body: &Body, published: Option<(Day, Day)>) -> Result<Vec<Read>, Unread> {
    let Some((today, _)) = published.filter(|(first, last)| first == last) else { return Err(Unread::NoMonth) };
    let in_month = |back: i32| {
        let civil = today.civil();
        let (year, month) = months_later(civil.year, civil.month, -back);
        let mut body = body.clone();
        for item in &mut body.items {
            set_month(&mut item.partial, month);
            take_year(item, Some(year), 0);
        }
        let is_over = body.items.last().and_then(start)? <= today;
        let origin = if is_over { Origin::NearestPast } else { Origin::NearestFuture };
        Some((of_dated(&body, &origin).ok()?, is_over))
    };
    let own = in_month(0);
    let is_over = own.as_ref().is_some_and(|(_, is_over)| *is_over);
    // The 31st was in the last month that has one.
    let past = (1..=2).find_map(in_month).filter(|_| !is_over || body.shape.looks_ahead());
    let found: Vec<Read> = past.into_iter().chain(own).flat_map(|(read, _)| read).collect();
    if found.is_empty() { Err(Unread::Nonsense) } else { Ok(found) }
}

/// A day without a month takes that of the next date, or of the one before where it comes later.
fn share_months(body: &mut Body) -> Result<(), Unread> {
    let months: Vec<Option<u8>> = body.items.iter().map(|item| item.partial.month()).collect();
    for place in 0..body.items.len() {
        let next = months.iter().skip(place + 1).flatten().next().copied();
        let before = months.iter().take(place).rev().flatten().next().copied();
        let is_day = |partial: &Partial| matches!(partial, Partial::Day { .. });
        let beside_days = body.items.iter().all(|item| is_day(&item.partial) || is_third_of_month(&item.partial));
        let Some(item) = body.items.get_mut(place) else { continue };
        if item.partial.is_bare_day() {
            let month = next.or(before).filter(|_| beside_days).ok_or(Unread::Nonsense)?;
            set_month(&mut item.partial, month);
        }
    }
    Ok(())
}

fn is_third_of_month(partial: &Partial) -> bool {
    matches!(partial, Partial::Inside(of, _) if matches!(**of, Partial::Month { .. }))
}

fn set_month(partial: &mut Partial, month: u8) {
    if let Partial::Day { month: slot, .. } = partial {
        *slot = Some(month);
    }
}

/// A date without a year takes that of the next, or of the one before. Whether a year is missing then.
fn share_years(body: &mut Body, winter_begins: bool) -> Result<bool, Unread> {
    let years: Vec<Option<i32>> = body.items.iter().map(|item| item.partial.year()).collect();
    if years.iter().all(Option::is_none) {
        return Ok(body.items.iter().any(|item| item.partial.lacks_year()));
    }
    for place in (0..body.items.len()).rev() {
        let following = body.items.get(place + 1).cloned();
        let Some(item) = body.items.get_mut(place) else { continue };
        if !item.partial.lacks_year() {
            continue;
        }
        let Some(next) = following.filter(|next| next.partial.year().is_some()) else { continue };
        take_year(item, next.partial.year(), 0);
        if body.shape == Shape::AnyOf || body.shape.is_ordered() {
            let start = |item: &Item| if winter_begins { last_start(item) } else { start(item) };
            let is_later = matches!((start(item), start(&next)), (Some(this), Some(next)) if this > next);
            let is_same_month = item.partial.month().is_some() && item.partial.month() == next.partial.month();
            if is_later && (body.shape == Shape::AnyOf || is_same_month) {
                return Err(Unread::Nonsense);
            }
            // `winter and spring 2030` may be that spring and the winter after it.
            if is_later && !(winter_begins && body.shape == Shape::All) {
                take_year(item, next.partial.year(), -1);
            }
        }
    }
    for place in 1..body.items.len() {
        let Some(before) = body.items.get(place - 1).cloned() else { continue };
        let Some(item) = body.items.get_mut(place) else { continue };
        if item.partial.lacks_year() {
            take_year(item, before.partial.year(), 0);
            if matches!((start(&before), start(item)), (Some(before), Some(this)) if this < before) {
                take_year(item, before.partial.year(), 1);
            }
        }
    }
    Ok(body.items.iter().any(|item| item.partial.lacks_year()))
}

fn take_year(item: &mut Item, year: Option<i32>, more: i32) {
    if let (Some(slot), Some(year)) = (item.partial.year_slot(), year) {
        *slot = Some(year + more);
    }
}

/// The first day that a date may be.
fn start(item: &Item) -> Option<Day> {
    item.partial.resolve().ok()?.first()?.stretch.first()
}

/// The first day of the last thing that a date may be.
fn last_start(item: &Item) -> Option<Day> {
    item.partial.resolve().ok()?.last()?.stretch.first()
}

/// Weekdays without a date, as the days nearest to the publication.
fn with_weeks(body: &Body, published: Option<(Day, Day)>) -> Result<Vec<(Body, Origin)>, Unread> {
    let mut all = vec![(body.clone(), Origin::Stated)];
    for (place, item) in body.items.iter().enumerate() {
        let Some(weekday) = is_weekday(&item.partial) else { continue };
        let Some((today, _)) = published.filter(|(first, last)| first == last) else { return Err(Unread::NoYear) };
        let (before, own, next) = nearest_weekdays(weekday, today);
        let mut days = vec![(before, Origin::NearestPast)];
        days.extend(own.map(|own| (own, Origin::NearestPast)));
        if body.shape.looks_ahead() {
            days.push((next, Origin::NearestFuture));
        }
        // From Thursday to Tuesday: the second is the first one after the first.
        let after = all.first().filter(|_| body.shape.is_ordered() && place > 0);
        if let Some(first) = after.and_then(|(body, _)| body.items.get(place - 1)).and_then(start) {
            let (_, _, next) = nearest_weekdays(weekday, first);
            days = vec![(next, Origin::NearestPast)];
        }
        let mut grown = Vec::new();
        for (body, _) in &all {
            for (day, origin) in &days {
                let mut body = body.clone();
                if let Some(item) = body.items.get_mut(place) {
                    set_day(&mut item.partial, *day);
                }
                grown.push((body, origin.clone()));
            }
        }
        all = grown;
    }
    // From Monday to Friday, told on a Tuesday: of this week or of the last.
    if body.shape.is_ordered() && body.items.iter().all(|item| is_weekday(&item.partial).is_some()) {
        let today = published.map(|(first, _)| first);
        let ends_ahead = |body: &Body| body.items.last().and_then(start) > today;
        let earlier: Vec<Body> =
            all.iter().filter(|(body, _)| ends_ahead(body)).map(|(body, _)| a_week_earlier(body)).collect();
        all.extend(earlier.into_iter().map(|body| (body, Origin::NearestPast)));
    }
    Ok(all)
}

fn a_week_earlier(body: &Body) -> Body {
    let mut body = body.clone();
    for item in &mut body.items {
        let day = start(item).map(|day| day.plus_days(-7));
        if let (Partial::Fixed(stretch), Some(day)) = (&mut item.partial, day) {
            *stretch = Stretch::one(Piece::Day(day));
        }
    }
    body
}

fn set_day(partial: &mut Partial, day: Day) {
    match partial {
        Partial::Weekday(_) => *partial = Partial::Fixed(Stretch::one(Piece::Day(day))),
        Partial::Inside(of, _) => set_day(of, day),
        _ => {}
    }
}

/// A date without any year, in the years that its publication allows.
fn with_years(body: &Body, published: Option<(Day, Day)>) -> Result<Vec<(Body, Origin)>, Unread> {
    let Some((first, last)) = published else { return Err(Unread::NoYear) };
    let year = last.civil().year;
    let in_year = |year: i32| {
        let mut body = body.clone();
        if let Some(item) = body.items.iter_mut().rev().find(|item| item.partial.lacks_year()) {
            take_year(item, Some(year), 0);
        }
        let is_whole = share_years(&mut body, false).is_ok_and(|lacks| !lacks);
        let read = of_dated(&body, &Origin::Stated).unwrap_or_default();
        let is_clash = read.iter().all(|read| read.clash.is_some());
        (is_whole && !read.is_empty()).then_some((body, is_clash))
    };
    let own = in_year(year);
    // A weekday that does not fit is told, instead of looked for in other years.
    if let Some((own, true)) = own {
        return Ok(vec![(own, Origin::YearFromPublication)]);
    }
    let in_year = |year: i32| in_year(year).filter(|(_, is_clash)| !is_clash).map(|(body, _)| body);
    let own = own.map(|(body, _)| body);
    // 29 February lies in some years alone.
    let past = (1..=11).find_map(|back| in_year(year - back));
    let ahead = (1..=11).find_map(|on| in_year(year + on));
    let is_over = own.as_ref().and_then(|own| own.items.first()).and_then(start).is_some_and(|start| start <= first);
    // What began and has not ended may be that of the year before.
    let is_ahead = own.as_ref().and_then(|own| own.items.last()).and_then(start).is_some_and(|start| start > last);
    let candidates = match (own, is_over) {
        (Some(own), true) if is_ahead && body.shape.is_ordered() => {
            vec![(Some(own), Origin::YearFromPublication), (past, Origin::NearestPast)]
        }
        (Some(own), true) if !body.shape.looks_ahead() => vec![(Some(own), Origin::YearFromPublication)],
        (Some(own), true) => vec![(Some(own), Origin::YearFromPublication), (ahead, Origin::NearestFuture)],
        (Some(own), false) => vec![(past, Origin::NearestPast), (Some(own), Origin::NearestFuture)],
        (None, _) => vec![(past, Origin::NearestPast), (ahead, Origin::NearestFuture)],
    };
    let found: Vec<(Body, Origin)> =
        candidates.into_iter().filter_map(|(body, origin)| Some((body?, origin))).collect();
    if found.is_empty() { Err(Unread::Nonsense) } else { Ok(found) }
}

/// What a date rests on. With a doubt of its own, or as a part of what lies so far away, it is not that length of time
/// away.
fn origin_of(item: &Item) -> Origin {
    let is_plain = item.doubt.mark().is_empty() && matches!(item.partial, Partial::Fixed(_));
    match &item.origin {
        Origin::Relative { .. } if !is_plain => Origin::CountedFromPublication,
        origin => origin.clone(),
    }
}

/// The readings of dates that lack nothing.
fn of_dated(body: &Body, origin: &Origin) -> Result<Vec<Read>, Unread> {
    let mut rows: Vec<Vec<Resolved>> = vec![Vec::new()];
    for item in &body.items {
        let resolved = item.partial.resolve().map_err(|unresolved| match unresolved {
            Unresolved::NoSuchDay { year, month } => Unread::NoSuchDay { year, month },
            Unresolved::Incomplete => Unread::Nonsense,
        })?;
        rows = rows
            .iter()
            .flat_map(|row| resolved.iter().map(|one| [row.as_slice(), std::slice::from_ref(one)].concat()))
            .collect();
    }
    // Whoever writes of two winters counts them alike.
    rows.retain(|row| {
        let mut whys = row.iter().filter_map(|resolved| resolved.why);
        let first = whys.next();
        whys.all(|why| Some(why) == first)
    });
    // `winter and spring 2030` may be that spring and the winter after it.
    if body.shape == Shape::All && body.items.iter().any(is_winter) {
        for row in &mut rows {
            row.sort_by_key(|resolved| resolved.stretch.first());
        }
    }
    let mut all = Vec::new();
    let mut failure = Unread::Nonsense;
    for row in rows {
        let stretches: Vec<Stretch> = row.iter().map(|resolved| resolved.stretch).collect();
        let marks: Vec<&'static str> = body.items.iter().map(|item| item.doubt.mark()).collect();
        match written(body.shape, &stretches, &marks) {
            Ok(texts) => {
                let clash = row.iter().find_map(|resolved| resolved.clash);
                let clash = clash.or_else(|| body.items.iter().find_map(|item| item.clash));
                let mut why: Vec<&'static str> = body.why.into_iter().collect();
                why.extend(body.items.iter().flat_map(|item| item.why.iter().copied()));
                why.extend(row.iter().filter_map(|resolved| resolved.why));
                let of_items = body.items.iter().map(origin_of).find(|origin| *origin != Origin::Stated);
                let origin = of_items.filter(|_| *origin == Origin::Stated).unwrap_or_else(|| origin.clone());
                let origin = match origin {
                    // `since yesterday` is no date that lies a length of time away.
                    Origin::Relative { .. } if body.shape != Shape::Some => Origin::CountedFromPublication,
                    origin => origin,
                };
                all.extend(texts.into_iter().map(|(edtf, further)| {
                    let why = why.iter().copied().chain(further).collect();
                    Read { edtf, why, origin: origin.clone(), clash }
                }));
            }
            Err(Unwritten::Doubt) => failure = Unread::Doubt,
            Err(Unwritten::Nonsense) => {}
        }
    }
    if all.is_empty() { Err(failure) } else { Ok(all) }
}
