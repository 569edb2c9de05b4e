//! Phrases that begin with a word such as `before`, `between`, `from`, `since`.

use super::body::{Body, END_UNKNOWN, GOES_ON, Shape, sided};
use super::counted::is_weekday;
use super::partial::{Doubt, Item, Origin, Partial};
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use crate::language::Sense;

impl Words {
    /// A phrase that begins with a word such as `before`, `between`, `from`, `since`.
    pub(super) fn introduced(&self, at: usize) -> Found<Body> {
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
    pub(super) fn since_one_of(&self, end: usize, first: &Item) -> Found<Body> {
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

    pub(super) fn both(&self, at: usize, one: Sense, other: Sense) -> Vec<usize> {
        let ends = |first: Sense, second: Sense| -> Vec<usize> {
            self.ends(at, first).into_iter().flat_map(|end| self.ends(end, second)).collect()
        };
        ends(one, other).into_iter().chain(ends(other, one)).collect()
    }

    pub(super) fn between(&self, at: usize) -> Found<Body> {
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

    pub(super) fn from(&self, at: usize) -> Found<Body> {
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
    pub(super) fn side(&self, at: usize) -> Found<(Shape, Item)> {
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
    pub(super) fn is_time_of_day(&self, at: usize) -> bool {
        let is_time = |at: usize| !self.ends(at, Sense::DayTime).is_empty() || !self.ends(at, Sense::Night).is_empty();
        self.leads(at).into_iter().any(is_time)
    }

    /// `late May` is a time that comes before its end, unlike `the end of May`.
    pub(super) fn is_late_or_early(&self, at: usize) -> bool {
        ["late", "early", "spaten", "spater", "fruhen", "fruher"].iter().any(|word| self.is_word(at, word))
    }

    /// `after X and before Y`.
    pub(super) fn window(&self, end: usize, side: Shape, first: &Item) -> Found<Body> {
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
}
