//! What a phrase says of its dates: some day in it, from one to another, one of several, before, after.

use super::counted::is_weekday;
use super::partial::{Doubt, Inside, Item, Origin, Partial};
use super::piece::{Piece, Stretch};
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
const GOES_ON: &str = "still going on";
const END_UNKNOWN: &str = "its end is not known";

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
fn sided(shape: Shape, mut item: Item, is_timed: bool, is_rough: bool) -> (Shape, Item) {
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

    fn body(&self, at: usize) -> Found<Body> {
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
    fn going_on(&self, end: usize, item: &Item) -> Found<Body> {
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
    fn is_behind_year(&self, sign: usize, item: &Item, last: &Item) -> bool {
        let is_year_before = sign.checked_sub(1).and_then(|at| self.number(at)).is_some_and(|(_, digits)| digits == 4);
        last.partial.is_bare_day() && last.partial.lacks_year() && item.partial.year().is_some() && is_year_before
    }

    fn optional_comma(&self, at: usize) -> Vec<usize> {
        if self.is_sign(at, ',') { vec![at, at + 1] } else { vec![at] }
    }

    /// `, 15 and 16 October`, `or 15 October`.
    fn list(&self, end: usize, items: Vec<Item>) -> Found<Body> {
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
    fn years(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        for place in self.leads(at) {
            if let Some((end, first, last, _)) = self.two_years(place) {
                all.extend(dashed(first, last).map(|body| (end, body)));
            }
        }
        all
    }

    /// Where words for what is going on end: `present`.
    fn present(&self, at: usize) -> Vec<usize> {
        self.leads(at).into_iter().flat_map(|place| self.ends(place, Sense::Present)).collect()
    }

    /// A phrase that begins with a word such as `before`, `between`, `from`, `since`.
    fn introduced(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        for (end, (side, item)) in self.side(at) {
            all.push((end, Body::new(side, vec![item.clone()])));
            all.extend(self.window(end, side, &item));
        }
        for place in self.ends(at, Sense::Since) {
            // `since before 2018`.
            for (end, (side, item)) in self.side(place) {
                let shape = match side {
                    Shape::Before => Shape::SinceBefore,
                    Shape::By => Shape::SinceAtLeast,
                    _ => continue,
                };
                all.push((end, Body::new(shape, vec![item])));
            }
            for (end, item) in self.item(place) {
                all.push((end, Body::new(Shape::Since, vec![item.clone()])));
                let closed = self.ends(end, Sense::SinceThen).into_iter();
                all.extend(closed.map(|end| (end, Body::new(Shape::Since, vec![item.clone()]))));
                all.extend(self.since_one_of(end, &item));
                let earlier = self.ends(end, Sense::OrEarlier).into_iter();
                all.extend(earlier.map(|end| (end, Body::new(Shape::SinceAtLeast, vec![item.clone()]))));
            }
        }
        for place in
            self.both(at, Sense::Since, Sense::AtLeast).into_iter().chain(self.both(at, Sense::From, Sense::AtLeast))
        {
            all.extend(self.item(place).into_iter().map(|(end, i)| (end, Body::new(Shape::SinceAtLeast, vec![i]))));
        }
        for place in self.ends(at, Sense::Until) {
            let dates = self.item(place).into_iter();
            // `up to two weeks ago` is some time since then.
            let is_up_to = self.is_word(at, "up") && self.is_word(at + 1, "to");
            let dates = dates.filter(|(_, date)| !(is_up_to && matches!(date.origin, Origin::Relative { .. })));
            all.extend(dates.map(|(end, i)| (end, Body::new(Shape::Until, vec![i]))));
        }
        for place in self.both(at, Sense::Until, Sense::AtLeast) {
            all.extend(self.item(place).into_iter().map(|(end, i)| (end, Body::new(Shape::UntilAtLeast, vec![i]))));
        }
        for place in self.ends(at, Sense::Whole).into_iter().flat_map(|end| self.leads(end)) {
            all.extend(
                self.tail(self.point(place), Doubt::default())
                    .into_iter()
                    .map(|(end, i)| (end, Body::new(Shape::Whole, vec![i]))),
            );
        }
        for place in self.ends(at, Sense::Between) {
            all.extend(self.between(place));
        }
        // `d. 1950` says that somebody died.
        let is_abbreviated = self.is_word(at, "d") && self.token(at).is_some_and(|token| token.is_stopped);
        for place in self.ends(at, Sense::From).into_iter().filter(|_| !is_abbreviated) {
            all.extend(self.from(place));
        }
        all
    }

    /// `since 2030 or 2031`: two years that follow on each other.
    fn since_one_of(&self, end: usize, first: &Item) -> Found<Body> {
        let year = |item: &Item| match &item.partial {
            Partial::Fixed(stretch) => stretch.piece().filter(|_| item.doubt == Doubt::default()),
            _ => None,
        };
        let others = self.ends(end, Sense::Or).into_iter().flat_map(|place| self.item(place));
        let found = others.filter_map(|(end, other)| match (year(first)?, year(&other)?) {
            (from @ Piece::Year(one), to @ Piece::Year(next)) if one + 1 == next => {
                Some((end, Body::new(Shape::Since, vec![Item::fixed(Stretch { from, to })])))
            }
            _ => None,
        });
        found.collect()
    }

    fn both(&self, at: usize, one: Sense, other: Sense) -> Vec<usize> {
        let ends = |first: Sense, second: Sense| -> Vec<usize> {
            self.ends(at, first).into_iter().flat_map(|end| self.ends(end, second)).collect()
        };
        ends(one, other).into_iter().chain(ends(other, one)).collect()
    }

    fn between(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        for (end, first) in self.item(at) {
            let joins =
                [Sense::And, Sense::To].into_iter().flat_map(|sense| self.ends(end, sense)).chain(self.dash_end(end));
            for (end, last) in joins.collect::<Vec<_>>().into_iter().flat_map(|place| self.item(place)) {
                all.push((end, Body::new(Shape::Between, vec![first.clone(), last])));
            }
        }
        if let Some((end, first, last, '-' | '–')) = self.two_years(at) {
            all.push((end, Body::new(Shape::Between, vec![first, last])));
        }
        all
    }

    fn from(&self, at: usize) -> Found<Body> {
        let mut all = Vec::new();
        for (end, first) in self.item(at) {
            let joins = [Sense::To, Sense::Through, Sense::Until].into_iter().flat_map(|sense| self.ends(end, sense));
            for place in joins.chain(self.dash_end(end)).collect::<Vec<_>>() {
                for (end, last) in self.item(place) {
                    all.push((end, Body::new(Shape::Span, vec![first.clone(), last])));
                }
                all.extend(
                    self.present(place).into_iter().map(|end| (end, Body::new(Shape::Since, vec![first.clone()]))),
                );
            }
            let open = |end: usize| {
                let body = |shape, why| (end, Body { shape, items: vec![first.clone()], why: Some(why) });
                [body(Shape::Since, GOES_ON), body(Shape::FromOn, END_UNKNOWN)]
            };
            all.extend(open(end));
            all.extend(self.ends(end, Sense::Onwards).into_iter().flat_map(open));
        }
        if let Some((end, first, last, '-' | '–')) = self.two_years(at) {
            all.push((end, Body::new(Shape::Span, vec![first, last])));
        }
        all
    }

    /// `before X`, `after X`, `by X`, `not before X`.
    fn side(&self, at: usize) -> Found<(Shape, Item)> {
        let mut all = Vec::new();
        let sides = [
            (Sense::Before, Shape::Before),
            (Sense::After, Shape::After),
            (Sense::By, Shape::By),
            (Sense::NotBefore, Shape::NotBefore),
        ];
        for (sense, shape) in sides {
            for place in self.ends(at, sense).into_iter().map(|end| self.after_hyphen(end)) {
                let is_told = !self.pick(at, |sense| matches!(sense, Sense::Told(_)).then_some(())).is_empty();
                let is_rough = self.leads(place).into_iter().any(|at| self.is_late_or_early(at));
                let is_timed = self.is_time_of_day(place);
                for (end, item) in self.item(place) {
                    // `the following Monday` follows on what was told before.
                    if is_told && (is_weekday(&item.partial).is_some() || item.partial.lacks_year()) {
                        continue;
                    }
                    all.push((end, sided(shape, item, is_timed, is_rough)));
                }
            }
        }
        all
    }

    /// Whether a part of a day is named here: `before dawn on 14 October`.
    fn is_time_of_day(&self, at: usize) -> bool {
        let is_time = |at: usize| !self.ends(at, Sense::DayTime).is_empty() || !self.ends(at, Sense::Night).is_empty();
        self.leads(at).into_iter().any(is_time)
    }

    /// `late May` is a time that comes before its end, unlike `the end of May`.
    fn is_late_or_early(&self, at: usize) -> bool {
        ["late", "early", "spaten", "spater", "fruhen", "fruher"].iter().any(|word| self.is_word(at, word))
    }

    /// `after X and before Y`.
    fn window(&self, end: usize, side: Shape, first: &Item) -> Found<Body> {
        let without_first = match side {
            Shape::After => true,
            Shape::NotBefore => false,
            _ => return Vec::new(),
        };
        let mut all = Vec::new();
        let joined = self.optional_comma(end).into_iter().flat_map(|place| {
            let mut places = self.ends(place, Sense::And);
            places.push(place + usize::from(self.is_word(place, "but")));
            places
        });
        for (end, (upper, last)) in joined.flat_map(|place| self.side(place)).collect::<Vec<_>>() {
            let without_last = match upper {
                Shape::Before => true,
                Shape::By => false,
                _ => continue,
            };
            let shape = Shape::Window { without_first, without_last };
            all.push((end, Body::new(shape, vec![first.clone(), last])));
        }
        all
    }

    /// `the night of 12-13 October`, `the weekend of 12-13 October`: one of two days.
    fn nights(&self, at: usize) -> Found<Body> {
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
