//! What a phrase says of its dates: some day in it, from one to another, one of several, before, after.

use super::counted::is_weekday;
use super::inside::Inside;
use super::partial::{Doubt, Item, Partial};
use super::piece::Piece;
use super::words::{Found, Words, distinct};
use crate::language::{Sense, Unit};

/// How the dates of a phrase belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Some day in it, or that day.
    Some,
    /// It lasted from the first to the second.
    Span,
    /// From it on, still going on.
    Since,
    /// From some time before it on, still going on.
    SinceBefore,
    /// From then or before on, still going on.
    SinceAtLeast,
    /// From it on; the end is not told.
    FromOn,
    /// Up to it.
    Until,
    /// Up to then or longer.
    UntilAtLeast,
    /// Some day from the first to the second.
    Between,
    /// One of them.
    AnyOf,
    /// All of them.
    All,
    Before,
    After,
    By,
    NotBefore,
    /// Some day after the first and before the second; whether each of the two is left out.
    Window {
        without_first: bool,
        without_last: bool,
    },
    /// All of it, from its first day to its last.
    Whole,
}

impl Shape {
    /// Whether it may well look ahead, so that what lacks a year or a week need not be past.
    pub(super) fn looks_ahead(self) -> bool {
        matches!(
            self,
            Self::Before | Self::After | Self::By | Self::NotBefore | Self::Until | Self::UntilAtLeast | Self::FromOn
        )
    }

    /// Whether its dates stand in the order of time.
    pub(super) fn is_ordered(self) -> bool {
        matches!(self, Self::Span | Self::Between | Self::All | Self::Window { .. })
    }
}

/// A phrase as its dates and how they belong together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Body {
    pub(super) shape: Shape,
    pub(super) items: Vec<Item>,
    pub(super) why: Option<&'static str>,
}

impl Body {
    pub(super) fn new(shape: Shape, items: Vec<Item>) -> Self {
        Self { shape, items, why: None }
    }

    fn doubted(mut self, doubt: Doubt) -> Self {
        for item in &mut self.items {
            item.doubt = item.doubt.with(doubt);
        }
        self
    }
}

/// Why two dates with a dash are read so: from the one to the other.
pub const LASTED: &str = "it lasted";
/// Why two dates with a dash are read so: one day between them.
pub const SOME_DAY: &str = "some day of these";
/// Why two dates with a stroke are read so: one of the two.
pub const EITHER: &str = "the one or the other";
pub(super) const GOES_ON: &str = "still going on";
pub(super) const END_UNKNOWN: &str = "its end is not known";

fn is_season(partial: &Partial) -> bool {
    matches!(partial, Partial::Season { .. })
}

fn is_year(partial: &Partial) -> bool {
    matches!(partial, Partial::Fixed(stretch) if matches!(stretch.piece(), Some(Piece::Year(_))))
}

/// A year alone behind a date with its year is that date in the other year: `1 May 2030 or 2031`.
fn completed(items: &[Item], last: Item) -> Option<Item> {
    if let Some(day) = is_weekday(&last.partial).and_then(|weekday| items.last()?.turned_day(weekday)) {
        return Some(last.turned_to(day));
    }
    let Some(first) = items.last().filter(|first| first.partial.year().is_some() && is_year(&last.partial)) else {
        return Some(last);
    };
    let Partial::Fixed(stretch) = &last.partial else { return None };
    let Some(Piece::Year(year)) = stretch.piece() else { return None };
    let mut item = first.clone();
    *item.partial.year_slot()? = Some(year);
    Some(item)
}

/// What lies before or after a date: the end of a month is its last day then, and a part of a day lies in that day.
pub(super) fn sided(shape: Shape, mut item: Item, is_timed: bool, is_rough: bool) -> (Shape, Item) {
    let is_night = matches!(item.partial, Partial::Inside(_, Inside::Night | Inside::NightTo));
    match (shape, item.has_time || is_night) {
        (Shape::Before | Shape::After, true) if is_timed => return (Shape::Some, item),
        (Shape::Before, true) => return (Shape::By, item),
        (Shape::After, true) => return (Shape::NotBefore, item),
        _ => {}
    }
    let (edge, shape_of_edge) = match (shape, &item.partial) {
        (Shape::Before, Partial::Inside(_, Inside::Thirds(3, 3))) if !is_rough => (true, Shape::By),
        (Shape::After, Partial::Inside(_, Inside::Thirds(1, 1))) if !is_rough => (false, Shape::NotBefore),
        _ => return (shape, item),
    };
    if let Partial::Inside(of, _) = item.partial {
        item.partial = Partial::Inside(of, Inside::Edge { last: edge });
    }
    (shape_of_edge, item)
}

/// The two things that a dash between two dates says.
fn dashed(first: Item, last: Item) -> [Body; 2] {
    let items = vec![first, last];
    [
        Body { shape: Shape::Span, items: items.clone(), why: Some(LASTED) },
        Body { shape: Shape::Between, items, why: Some(SOME_DAY) },
    ]
}

impl Words {
    /// Every way to read the whole phrase.
    pub(super) fn bodies(&self) -> Vec<Body> {
        let mut all = Vec::new();
        for (place, doubt) in self.hedges(0) {
            for (end, body) in self.body(place) {
                let behind = self.hedges_behind(end).into_iter().filter(|(end, _)| *end == self.len());
                all.extend(behind.map(|(end, said)| (end, body.clone().doubted(doubt.with(said)))));
            }
        }
        let mut bodies: Vec<Body> = distinct(all).into_iter().map(|(_, body)| body).collect();
        // `vom 3. bis 10. Mai`: where *from* can be read, *to* is no mere dash.
        if bodies.iter().any(|body| body.shape == Shape::Span && body.why.is_none()) {
            bodies.retain(|body| body.why != Some(LASTED) && body.why != Some(SOME_DAY));
        }
        bodies
    }

    pub(super) fn body(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        let first = self.tail(self.point(at), Doubt::default());
        for (end, item) in &first {
            all.extend(self.going_on(*end, item));
            all.push((*end, Body::new(Shape::Some, vec![item.clone()])));
        }
        all.extend(self.years(at));
        all.extend(self.introduced(at));
        let nights = self.nights(at);
        // `the night from Monday to Tuesday` lasts from no night to a day.
        let is_night = |item: &Item| matches!(item.partial, Partial::Inside(_, Inside::Night));
        all.retain(|(end, body)| {
            !(body.items.len() > 1
                && body.items.first().is_some_and(is_night)
                && nights.iter().any(|(other, _)| other == end))
        });
        all.extend(nights);
        all.extend(self.longer_ago(at));
        distinct(all)
    }

    /// What goes on behind a first date.
    pub(super) fn going_on(&self, end: usize, item: &Item) -> Found<Body> {
        let mut all = Vec::new();
        let end_of_first = end;
        for place in self.ends(end, Sense::Through) {
            for (end, last) in self.item(place) {
                all.push((end, Body::new(Shape::Span, vec![item.clone(), last])));
            }
        }
        for place in self.dash_end(end).into_iter().chain(self.ends(end, Sense::To)) {
            for (end, last) in self.item(place) {
                // 14日から16日まで.
                let closed = self.ends(end, Sense::UntilThen).into_iter();
                all.extend(closed.map(|end| (end, Body::new(Shape::Span, vec![item.clone(), last.clone()]))));
                // `winter 2030-31` is one winter.
                let is_winter = is_season(&item.partial) && is_year(&last.partial);
                if !is_winter && !self.is_behind_year(end_of_first, item, &last) {
                    all.extend(dashed(item.clone(), last).map(|body| (end, body)));
                }
            }
            all.extend(self.present(place).into_iter().map(|end| (end, Body::new(Shape::Since, vec![item.clone()]))));
        }
        if self.is_sign(end, '/') {
            for (end, last) in self.item(end + 1) {
                if is_season(&item.partial) && is_year(&last.partial) || self.is_behind_year(end_of_first, item, &last)
                {
                    continue;
                }
                // `12 October 2030/2031`: the same day of the one year or the other.
                if item.partial.year().is_some() && is_year(&last.partial) {
                    let other = completed(std::slice::from_ref(item), last);
                    all.extend(other.map(|other| (end, Body::new(Shape::AnyOf, vec![item.clone(), other]))));
                    continue;
                }
                let items = vec![item.clone(), last];
                all.push((end, Body { shape: Shape::Span, items: items.clone(), why: Some(LASTED) }));
                all.push((end, Body { shape: Shape::AnyOf, items, why: Some(EITHER) }));
            }
        }
        all.extend(self.list(end, vec![item.clone()]));
        let behind = [
            (Sense::SinceThen, Shape::Since),
            (Sense::UntilThen, Shape::Until),
            (Sense::BeforeThen, Shape::Before),
            (Sense::AfterThen, Shape::After),
        ];
        for (sense, shape) in behind {
            for end in self.ends(end, sense) {
                let (shape, item) = sided(shape, item.clone(), false, false);
                all.push((end, Body::new(shape, vec![item])));
            }
        }
        // `2019–`.
        if let Some(end) = self.dash_end(end).filter(|end| *end == self.len()) {
            let body = |shape, why| (end, Body { shape, items: vec![item.clone()], why: Some(why) });
            all.extend([body(Shape::Since, GOES_ON), body(Shape::FromOn, END_UNKNOWN)]);
        }
        for (end, (shape, why)) in self
            .ends(end, Sense::Onwards)
            .into_iter()
            .flat_map(|end| [(end, (Shape::Since, GOES_ON)), (end, (Shape::FromOn, END_UNKNOWN))])
        {
            all.push((end, Body { shape, items: vec![item.clone()], why: Some(why) }));
        }
        for (sense, shape) in [(Sense::OrEarlier, Shape::By), (Sense::OrLater, Shape::NotBefore)] {
            for place in self.optional_comma(end) {
                let ends = self.ends(place, sense).into_iter();
                all.extend(ends.map(|end| (end, Body::new(shape, vec![item.clone()]))));
            }
        }
        all
    }

    /// Whether a number for a day stands behind the year of the date before, where it may be a year: `1 May 2030-31`.
    pub(super) fn is_behind_year(&self, sign: usize, item: &Item, last: &Item) -> bool {
        let is_year_before = sign.checked_sub(1).and_then(|at| self.number(at)).is_some_and(|(_, digits)| digits == 4);
        last.partial.is_bare_day() && last.partial.lacks_year() && item.partial.year().is_some() && is_year_before
    }

    pub(super) fn optional_comma(&self, at: usize) -> Vec<usize> {
        if self.is_sign(at, ',') { vec![at, at + 1] } else { vec![at] }
    }

    /// `, 15 and 16 October`, `or 15 October`.
    pub(super) fn list(&self, end: usize, items: Vec<Item>) -> Found<Body> {
        let mut all = Vec::new();
        if items.len() > 8 {
            return all;
        }
        for place in self.optional_comma(end) {
            for (sense, shape) in [(Sense::And, Shape::All), (Sense::Or, Shape::AnyOf)] {
                for place in self.ends(place, sense) {
                    for (end, last) in self.item(place) {
                        let Some(last) = completed(&items, last) else { continue };
                        let items: Vec<Item> = items.iter().cloned().chain([last]).collect();
                        // `14 or 15 or 16 October`.
                        if shape == Shape::AnyOf {
                            all.extend(self.list(end, items.clone()).into_iter().filter(|(_, b)| b.shape == shape));
                        }
                        all.push((end, Body::new(shape, items)));
                    }
                }
            }
        }
        if self.is_sign(end, ',') {
            for (end, next) in self.item(end + 1) {
                all.extend(self.list(end, items.iter().cloned().chain([next]).collect()));
            }
        }
        all
    }

    /// Two years with a sign between: `1914–18`, `2023/24`.
    pub(super) fn years(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        for place in self.leads(at) {
            if let Some((end, first, last, _)) = self.two_years(place) {
                all.extend(dashed(first, last).map(|body| (end, body)));
            }
        }
        all
    }

    /// Where words for what is going on end: `present`.
    pub(super) fn present(&self, at: usize) -> Vec<usize> {
        self.leads(at).into_iter().flat_map(|place| self.ends(place, Sense::Present)).collect()
    }

    /// `the night of 12-13 October`, `the weekend of 12-13 October`: one of two days.
    pub(super) fn nights(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        let is_led = |place: usize| {
            let weekend = self.ends(place, Sense::Unit(Unit::Weekend));
            self.ends(place, Sense::Night).into_iter().chain(weekend).collect::<Vec<_>>()
        };
        for place in self.leads(at).into_iter().flat_map(is_led) {
            for (end, first) in self.fills(place).into_iter().flat_map(|place| self.point(place)).collect::<Vec<_>>() {
                let joins = [Sense::To, Sense::And].into_iter().flat_map(|sense| self.ends(end, sense));
                let slash = self.is_sign(end, '/').then_some(end + 1);
                for place in joins.chain(self.dash_end(end)).chain(slash).collect::<Vec<_>>() {
                    for (end, last) in self.item(place) {
                        all.push((end, Body::new(Shape::Between, vec![first.clone(), last])));
                    }
                }
            }
        }
        all
    }
}
