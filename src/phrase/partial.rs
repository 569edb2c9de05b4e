//! What words say of a date before its year, its month or its publication is known.

use super::feasts::feast_days;
use super::inside::Inside;
use super::piece::{Piece, Stretch, weekday_of};
use crate::language::Moving;
use crate::model::Day;

/// Which winter a year is told of.
pub(super) const WINTER_ENDS: &str = "the winter that ends in that year";
/// Which winter a year is told of.
pub(super) const WINTER_BEGINS: &str = "the winter that begins in that year";

/// What the doubt of words is in EDTF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Doubt {
    pub(super) about: bool,
    pub(super) perhaps: bool,
}

impl Doubt {
    pub(super) fn with(self, other: Self) -> Self {
        Self { about: self.about || other.about, perhaps: self.perhaps || other.perhaps }
    }

    pub(super) fn mark(self) -> &'static str {
        match (self.about, self.perhaps) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        }
    }
}

/// What a date rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    /// The words say it whole.
    #[default]
    Stated,
    /// The year is that of the publication.
    YearFromPublication,
    /// The nearest such day, month or season up to the publication.
    NearestPast,
    /// The nearest such one after it.
    NearestFuture,
    /// So far from the publication, give or take the slack; ISO 8601 periods.
    Relative {
        /// How far.
        offset: String,
        /// Give or take; empty for a date to the day.
        slack: String,
    },
    /// A unit of the calendar counted from the publication: `last month`.
    CountedFromPublication,
}

/// A date as its words have it. What they leave out is `None`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Partial {
    Day {
        year: Option<i32>,
        month: Option<u8>,
        day: u8,
        weekday: Option<u8>,
    },
    Month {
        year: Option<i32>,
        month: u8,
    },
    Season {
        year: Option<i32>,
        code: u8,
    },
    Part {
        year: Option<i32>,
        code: u8,
    },
    /// A feast whose day differs from year to year.
    Feast {
        year: Option<i32>,
        feast: Moving,
    },
    /// A day of the week alone.
    Weekday(u8),
    Fixed(Stretch),
    Inside(Box<Self>, Inside),
}

/// A date with its doubt, how it came to be read so, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) partial: Partial,
    pub(super) doubt: Doubt,
    pub(super) why: Vec<&'static str>,
    pub(super) origin: Origin,
    /// Whether a time of its day is told: what lies before it may lie on that day.
    pub(super) has_time: bool,
    /// Whether it is a day of the month told as one: `the 14th`.
    pub(super) is_of_month: bool,
    /// What contradicts it: another date told beside it.
    pub(super) clash: Option<Clash>,
}

/// Two things that words say of one date and that cannot both hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clash {
    /// The weekday that the words give, and the day that is another.
    Weekday(u8, Day),
    /// What is counted from the publication, and the date that is told beside it.
    Apart(Stretch, Stretch),
}

impl Item {
    pub(super) fn new(partial: Partial) -> Self {
        Self {
            partial,
            doubt: Doubt::default(),
            why: Vec::new(),
            origin: Origin::Stated,
            has_time: false,
            is_of_month: false,
            clash: None,
        }
    }

    pub(super) fn fixed(stretch: Stretch) -> Self {
        Self::new(Partial::Fixed(stretch))
    }

    pub(super) fn because(mut self, why: &'static str) -> Self {
        self.why.push(why);
        self
    }

    pub(super) fn from(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// The first day of a weekday after it, where it is a day counted by `last`, `this` or `next`.
    pub(super) fn turned_day(&self, weekday: u8) -> Option<Day> {
        let is_turned =
            matches!(self.origin, Origin::NearestPast | Origin::NearestFuture | Origin::CountedFromPublication);
        let Partial::Fixed(stretch) = &self.partial else { return None };
        let day = stretch.first().filter(|first| is_turned && stretch.last() == Some(*first))?;
        (1..=7).map(|more| day.plus_days(more)).find(|day| weekday_of(*day) == weekday)
    }

    pub(super) fn turned_to(self, day: Day) -> Self {
        Self { partial: Partial::Fixed(Stretch::days(day, day)), origin: Origin::CountedFromPublication, ..self }
    }

    pub(super) fn timed(self) -> Self {
        Self { has_time: true, ..self }
    }

    pub(super) fn inside(self, inside: Inside) -> Self {
        Self { partial: Partial::Inside(Box::new(self.partial), inside), ..self }
    }

    pub(super) fn doubted(self, doubt: Doubt) -> Self {
        Self { doubt: self.doubt.with(doubt), ..self }
    }
}

/// One thing that a date of words may be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    pub(super) stretch: Stretch,
    pub(super) why: Option<&'static str>,
    /// What the words say of it beside, and what it is not.
    pub(super) clash: Option<Clash>,
}

/// Why a date cannot be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unresolved {
    /// The month or the year is missing, or what is asked for lies in no date of this form.
    Incomplete,
    /// The calendar has no such day.
    NoSuchDay { year: i32, month: u8 },
}

impl Partial {
    /// The slot for its year, where it has one.
    pub(super) fn year_slot(&mut self) -> Option<&mut Option<i32>> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Part { year, .. }
            | Self::Feast { year, .. } => Some(year),
            Self::Inside(of, _) => of.year_slot(),
            Self::Weekday(_) | Self::Fixed(_) => None,
        }
    }

    /// The year that it gives, where it has a slot for one.
    pub(super) fn year(&self) -> Option<i32> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Part { year, .. }
            | Self::Feast { year, .. } => *year,
            Self::Inside(of, _) => of.year(),
            Self::Weekday(_) | Self::Fixed(_) => None,
        }
    }

    /// Whether it has a slot for its year that is empty.
    pub(super) fn lacks_year(&self) -> bool {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Part { year, .. }
            | Self::Feast { year, .. } => year.is_none(),
            Self::Inside(of, _) => of.lacks_year(),
            Self::Weekday(_) | Self::Fixed(_) => false,
        }
    }

    /// Whether it is a number for a day without a month.
    pub(super) fn is_bare_day(&self) -> bool {
        matches!(self, Self::Day { month: None, .. })
    }

    /// The month that it names; a third of a month names that month.
    pub(super) fn month(&self) -> Option<u8> {
        match self {
            Self::Day { month, .. } => *month,
            Self::Month { month, .. } => Some(*month),
            Self::Inside(of, _) => of.month(),
            _ => None,
        }
    }

    /// What it may be.
    pub(super) fn resolve(&self) -> Result<Vec<Resolved>, Unresolved> {
        let one = |stretch| vec![Resolved { stretch, why: None, clash: None }];
        match self {
            Self::Day { year: Some(year), month: Some(month), day, weekday } => {
                let found = Day::from_civil(i64::from(*year), *month, *day);
                let found = found.ok_or(Unresolved::NoSuchDay { year: *year, month: *month })?;
                let clash = weekday.filter(|weekday| *weekday != weekday_of(found));
                let clash = clash.map(|weekday| Clash::Weekday(weekday, found));
                Ok(vec![Resolved { stretch: Stretch::one(Piece::Day(found)), why: None, clash }])
            }
            Self::Month { year: Some(year), month } => Ok(one(Stretch::one(Piece::Month(*year, *month)))),
            Self::Season { year: Some(year), code: 24 } => {
                let winter = |from: i32, why| Resolved {
                    stretch: Stretch { from: Piece::Month(from, 12), to: Piece::Month(from + 1, 2) },
                    why: Some(why),
                    clash: None,
                };
                Ok(vec![winter(year - 1, WINTER_ENDS), winter(*year, WINTER_BEGINS)])
            }
            Self::Season { year: Some(year), code } | Self::Part { year: Some(year), code } => {
                Ok(one(Stretch::one(Piece::Part(*year, *code))))
            }
            Self::Feast { year: Some(year), feast } => feast_days(*feast, *year)
                .map(|(first, last)| one(Stretch::days(first, last)))
                .ok_or(Unresolved::Incomplete),
            Self::Fixed(stretch) => Ok(one(*stretch)),
            Self::Inside(of, inside) => {
                let mut found = Vec::new();
                for resolved in of.resolve()? {
                    for (stretch, why) in inside.of(resolved.stretch).ok_or(Unresolved::Incomplete)? {
                        found.push(Resolved { stretch, why: why.or(resolved.why), clash: resolved.clash });
                    }
                }
                Ok(found)
            }
            _ => Err(Unresolved::Incomplete),
        }
    }
}
