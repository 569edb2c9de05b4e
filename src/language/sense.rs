//! What a word, or a run of words, means in a date.

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A minute: told in hours.
    Minute,
    /// An hour: within a day.
    Hour,
    /// A day.
    Day,
    /// A Saturday and the Sunday after it.
    Weekend,
    /// Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Half a month: `quinzaine`.
    HalfMonth,
    /// Four months.
    Third,
    /// Half of what is named: a year, a month, a decade, a century.
    Half,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A feast whose day differs from year to year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moving {
    /// From so many days after Easter Sunday to so many, by the Gregorian calendar.
    Easter(i8, i8),
    /// The same by the Julian calendar, as the Orthodox churches count it.
    OrthodoxEaster(i8, i8),
    /// In that month that day of the week, the first, the second, …
    Weekday(u8, u8, u8),
}

/// What a word, or a run of words, means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// A month, 1–12.
    Month(u8),
    /// A day of the week, 0 for Monday.
    Weekday(u8),
    /// A day of every year by its name, its month and its day: `Christmas Eve`.
    Feast(u8, u8),
    /// A feast whose day differs from year to year: `Easter`.
    Moving(Moving),
    /// A season, by its code in EDTF: 21 spring to 24 winter.
    Season(u8),
    /// A part of a year named by one word, by its code in EDTF.
    Part(u8),
    /// `early`, `beginning of`.
    Early,
    /// `mid`, `middle of`.
    Mid,
    /// `late`, `end of`.
    Late,
    /// Joins parts of a date: `of`, and what follows a name: `'s`.
    Of,
    /// `the`.
    Article,
    /// Leads to a date and says no more: `on`, `in`, `at`, `during`.
    At,
    /// `sometime in`: says that it is some day of it.
    Sometime,
    /// A unit of time.
    Unit(Unit),
    /// `first`, `second`, …
    Ordinal(u8),
    /// What follows the digits of an ordinal: `th`.
    OrdinalEnd,
    /// `one`, `two`, …
    Number(u8),
    /// A length of time by one name: `fortnight`, `полгода`, `неделю` for one week. A half is half a year.
    Length(u8, Unit),
    /// The third of a unit by one name: `Jahresende`.
    ThirdOf(u8, Unit),
    /// A count that is a round one: `a couple of`, `huit jours` for a week.
    RoundCount,
    /// A plural, of a unit or of what goes with it: with no count, how many is not said.
    Many,
    /// A count without a number: `a few`, `several`.
    Several,
    /// Strictly before.
    Before,
    /// Strictly after.
    After,
    /// Then or before: `by`, `not later than`.
    By,
    /// Then or after: `not before`.
    NotBefore,
    /// From then on, still going on.
    Since,
    /// Up to then.
    Until,
    /// The first end of a span.
    From,
    /// Leads to the second end of a span that may be one of days between: `to`.
    To,
    /// Leads to the second end of what lasted: `through`.
    Through,
    /// Some day between two.
    Between,
    /// The one and the other.
    And,
    /// The one or the other.
    Or,
    /// After `since`: then or before.
    AtLeast,
    /// After a date: or earlier, at the latest.
    OrEarlier,
    /// After a date: or later, at the earliest.
    OrLater,
    /// After a date: `onwards`.
    Onwards,
    /// After a date: from then on, still going on: `以来`.
    SinceThen,
    /// After a date: up to then: `まで`.
    UntilThen,
    /// After a date: strictly before: `之前`.
    BeforeThen,
    /// After a date: strictly after: `之后`.
    AfterThen,
    /// `about`, `circa`.
    About,
    /// `probably`, `reportedly`.
    Perhaps,
    /// Before the birth of Christ.
    Bc,
    /// After it.
    Ad,
    /// So many units from now: `yesterday` is one day back; of hours the night that ends or begins today.
    Relative(i8, Unit),
    /// `last`, of a unit, a weekday, a month, a season; also the last of several.
    Last,
    /// `last` of a series alone: `final`.
    Final,
    /// `this`.
    This,
    /// `next`.
    Next,
    /// The nearest in the past: `this past`.
    Past,
    /// The nearest to come: `this coming`.
    Coming,
    /// After a length of time: `ago`.
    Ago,
    /// After a length of time, to the day: `ago today`.
    AgoExactly,
    /// After a length of time that is to come: `from now`.
    FromNow,
    /// The same, to the day: `from today`.
    FromToday,
    /// Before a length of time that is not reached yet, or just so: `nearly`, `just over`.
    Nearly,
    /// Before a length of time: it is longer, or just as long.
    MoreThan,
    /// Before a length of time: it is shorter, or just as long.
    LessThan,
    /// Before a length of time up to now, or from now on: `over` the last week.
    Over,
    /// Before a unit, up to now: `so far` this year.
    SoFar,
    /// Before a length of time: `il y a`.
    AgoBefore,
    /// Before a length of time that is to come: `in` two weeks.
    Ahead,
    /// Before a length of time in which it is to happen: `within` two weeks.
    Within,
    /// `earlier`: within a unit, or from another date.
    Earlier,
    /// `later`: within a unit, or from another date.
    Later,
    /// Points at a date told before, so many units on: `the following` 1, `the same` 0, `the previous` -1.
    Told(i8),
    /// The day before: `the eve of`.
    Eve,
    /// The end of a span that goes on: `present`.
    Present,
    /// A night.
    Night,
    /// The night that ends on a day: `in der Nacht zum`.
    NightTo,
    /// A part of a day that lies within it: `morning`, `noon`.
    DayTime,
    /// What stands beside the time on a clock: `Uhr`, `pm`, `UTC`.
    Clock,
    /// Of a week: `beginning`, `commencing`.
    Starting,
    /// Of a week: `ending`.
    Ending,
    /// `all of`, `throughout`.
    Whole,
    /// Says that a count is no rough one.
    Exactly,
    /// Follows the number of a decade: `s` in 1990s.
    DecadeEnd,
    /// Leads to the number of a decade: `années`.
    DecadeLead,
    /// A year of accounts, which begins when its house says.
    Fiscal,
    /// By the Julian calendar.
    OldStyle,
    /// By the Gregorian calendar, where the other might be meant.
    NewStyle,
}
