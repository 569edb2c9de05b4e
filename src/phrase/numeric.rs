//! Dates in numbers: 14/10/2024, 2024.10.14, 14.10.24, 10/2024, 20241014.

use super::partial::{Item, Origin, Partial};
use super::piece::{Piece, Stretch};
use super::words::{Found, Words};
use crate::language::{NumberOrder, Unit};

/// Why a date in numbers is read so: its day stands first.
pub const DAY_FIRST: &str = "day first";
/// Why a date in numbers is read so: its month stands first.
pub const MONTH_FIRST: &str = "month first";
const YEAR_FIRST: &str = "year first";
const TWO_DIGITS: [(i32, &str); 2] = [(2000, "year 20…"), (1900, "year 19…")];

/// A Roman numeral up to 31, in small letters.
pub(super) fn roman(text: &str) -> Option<u8> {
    let is_numeral = !text.is_empty() && text.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'));
    is_numeral.then(|| (1..=31).find(|number| written(*number) == text)).flatten()
}

fn written(number: u8) -> String {
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

fn day_item(year: impl Into<Option<i32>>, month: u8, day: u8) -> Item {
    Item::new(Partial::Day { year: year.into(), month: Some(month), day, weekday: None })
}

impl Words {
    /// Every date in numbers that begins at a place.
    pub(super) fn numeric(&self, at: usize) -> Found<Item> {
        let mut found: Found<Item> = Vec::new();
        for place in self.leads(at) {
            found.extend(self.three_numbers(place));
            found.extend(self.two_numbers(place));
            found.extend(self.day_and_month(place));
            found.extend(self.compact(place));
        }
        found
    }

    /// The place of the number behind a sign between the numbers of a date, with the sign.
    fn next_number(&self, at: usize) -> Option<(usize, char)> {
        let sign = ['/', '.', '-', '–'].into_iter().find(|sign| self.is_sign(at, *sign));
        match sign {
            // A dash parts two dates, and stands in one by a slip of the keyboard alone: 03–04–2024.
            Some(sign) => self.number(at + 1).is_some().then_some((at + 1, if sign == '–' { '-' } else { sign })),
            None => self.number(at).is_some().then_some((at, ' ')),
        }
    }

    fn three_numbers(&self, at: usize) -> Found<Item> {
        let found = || {
            let a = self.number(at)?;
            let (second, sign) = self.next_number(at + 1)?;
            let b = self.number(second)?;
            let (third, other) = self.next_number(second + 1)?;
            let c = self.number(third)?;
            (sign == other).then_some((third + 1, a, b, c))
        };
        let Some((end, a, b, c)) = found() else { return Vec::new() };
        let small = |(value, digits): (u64, usize)| if digits <= 2 { u8::try_from(value).ok() } else { None };
        let year = |(value, digits): (u64, usize)| {
            if digits == 4 { i32::try_from(value).ok().filter(|y| *y > 0) } else { None }
        };
        let items = match (small(a), small(b), small(c), year(a), year(c)) {
            (_, Some(month), Some(day), Some(year), _) => ordered(year, month, day),
            (Some(first), Some(second), _, _, Some(year)) => self.either_order(Some(year), first, second),
            (Some(first), Some(second), Some(third), _, _) => self.all_short(first, second, third, [a.1, b.1, c.1]),
            _ => Vec::new(),
        };
        // 14.10.2024 г.
        let years: Vec<usize> =
            self.lone_units(end).iter().filter(|(_, unit)| *unit == Unit::Year).map(|at| at.0).collect();
        let ends = std::iter::once(end).chain(years);
        ends.flat_map(|end| items.iter().map(move |item| (end, item.clone()))).collect()
    }

    /// 14/10, 14.10.: day and month, of a year that is not told.
    fn day_and_month(&self, at: usize) -> Found<Item> {
        let sign = ['/', '.'].into_iter().find(|sign| self.is_sign(at + 1, *sign));
        // Not within a date of three numbers.
        let is_sign = |at: usize| ['/', '.', '-'].into_iter().any(|sign| self.is_sign(at, sign)) && self.is_glued(at);
        let goes_on = is_sign(at + 3) && self.number(at + 4).is_some();
        let is_behind = at.checked_sub(2).is_some_and(|before| is_sign(before + 1) && self.number(before).is_some());
        let is_glued = self.is_glued(at + 1) && self.is_glued(at + 2) && !goes_on && !is_behind;
        let (Some(first), Some(second), Some(_), true) = (self.small(at), self.small(at + 2), sign, is_glued) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        // Nobody writes a month first before a full stop: 3.14.
        let is_number = sign == Some('.') && second > 12;
        for item in self.either_order(None, first, second).into_iter().filter(|_| !is_number) {
            // `14.10. dieses Jahres`.
            let counted = self.joints(at + 3).into_iter().flat_map(|place| self.in_years(place, &item));
            found.extend(counted.filter(|(_, item)| item.origin != Origin::Stated));
            found.push((at + 3, item));
        }
        found
    }

    /// Day and month in either order.
    fn either_order(&self, year: Option<i32>, first: u8, second: u8) -> Vec<Item> {
        let day_first = (1..=12).contains(&second).then(|| day_item(year, second, first)).filter(|_| first >= 1);
        let month_first = (1..=12).contains(&first).then(|| day_item(year, first, second)).filter(|_| second >= 1);
        let is_told = self.order() != NumberOrder::Differs;
        match (day_first.filter(|_| first <= 31), month_first.filter(|_| second <= 31)) {
            (Some(day_first), Some(_)) if first == second || is_told => vec![day_first],
            (Some(day_first), Some(month_first)) => {
                vec![day_first.because(DAY_FIRST), month_first.because(MONTH_FIRST)]
            }
            (one, other) => {
                let day_first = one.map(|item| item.because(DAY_FIRST));
                day_first.into_iter().chain(other.map(|item| item.because(MONTH_FIRST))).collect()
            }
        }
    }

    /// Three numbers of two digits: the year may be the last or the first, and of this century or the last.
    fn all_short(&self, first: u8, second: u8, third: u8, digits: [usize; 3]) -> Vec<Item> {
        let mut items = Vec::new();
        for (century, why) in TWO_DIGITS {
            if digits[2] == 2 {
                let of = self.either_order(Some(century + i32::from(third)), first, second);
                items.extend(of.into_iter().map(|item| item.because(why)));
            }
        }
        if digits[0] == 2 && (1..=12).contains(&second) && (1..=31).contains(&third) {
            // Where it can be read no other way, the century is in doubt as elsewhere.
            let centuries = if items.is_empty() { &TWO_DIGITS[..] } else { &TWO_DIGITS[..1] };
            let of = |(century, why): &(i32, &'static str)| {
                day_item(century + i32::from(first), second, third).because(YEAR_FIRST).because(why)
            };
            items.extend(centuries.iter().map(of).collect::<Vec<_>>());
        }
        items
    }

    /// A month and a year of four digits: 10/2024, 2024/10, 2024.10.
    fn two_numbers(&self, at: usize) -> Found<Item> {
        let found = || {
            let a = self.number(at)?;
            let (second, sign) = self.next_number(at + 1)?;
            let b = self.number(second)?;
            let month = |year: u64, month: u64| {
                let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
                Some((second + 1, Item::new(Partial::Month { year: Some(i32::try_from(year).ok()?), month })))
            };
            match (a, b) {
                ((value, 1..=2), (year, 4)) if sign != ' ' && year > 0 => month(year, value),
                // 2009-12 is ISO 8601; what may be two years is read as a span.
                ((year, 4), (value, 2)) if sign != ' ' && year > 0 && !self.is_sign(at + 1, '–') => {
                    (value > year % 100 && sign == '/').then_some(()).map_or_else(|| month(year, value), |()| None)
                }
                _ => None,
            }
        };
        found().into_iter().collect()
    }

    /// 20241014, 202410, 141024.
    fn compact(&self, at: usize) -> Found<Item> {
        let Some((value, digits)) = self.number(at) else { return Vec::new() };
        let part = |by: u64, most: u64| (value / by) % most;
        let small = |value: u64| u8::try_from(value).unwrap_or(0);
        let year = |value: u64| i32::try_from(value).ok().filter(|year| (1000..=2999).contains(year));
        let mut items = Vec::new();
        match digits {
            8 => {
                let ymd = (year(value / 10_000), small(part(100, 100)), small(part(1, 100)));
                let dmy = (year(part(1, 10_000)), small(value / 1_000_000), small(part(10_000, 100)));
                if let (Some(year), 1..=12, 1..=31) = ymd {
                    items.push(day_item(year, ymd.1, ymd.2));
                }
                // 14102024: only where the first four digits are no year.
                if let (Some(year), true) = (dmy.0, items.is_empty()) {
                    items.extend(self.either_order(Some(year), dmy.1, dmy.2));
                }
            }
            6 => {
                if let (Some(year), month @ 1..=12) = (year(value / 100), small(part(1, 100))) {
                    items.push(Item::new(Partial::Month { year: Some(year), month }).because("year and month"));
                }
                let (a, b, c) = (small(value / 10_000), small(part(100, 100)), small(part(1, 100)));
                items.extend(self.all_short(a, b, c, [2, 2, 2]));
            }
            _ => {}
        }
        items.into_iter().map(|item| (at + 1, item)).collect()
    }

    /// Two years: 1914–18, 2019-2021, 2023/24. `None` where the second does not follow.
    pub(super) fn two_years(&self, at: usize) -> Option<(usize, Item, Item, char)> {
        let (first, 4) = self.number(at)? else { return None };
        let sign = ['/', '-', '–'].into_iter().find(|sign| self.is_sign(at + 1, *sign))?;
        let (second, digits) = self.number(at + 2)?;
        let last = match digits {
            4 => second,
            2 => {
                let in_century = first - first % 100 + second;
                if in_century > first { in_century } else { in_century + 100 }
            }
            _ => return None,
        };
        // 1999–03 may be four years, 2024-03 is a month.
        if last <= first || digits == 2 && last - first > 20 && last % 100 < first % 100 {
            return None;
        }
        let is_month = digits == 2 && (1..=12).contains(&second);
        if is_month && sign == '-' {
            return None;
        }
        let year = |year: u64| Some(Item::fixed(Stretch::one(Piece::Year(i32::try_from(year).ok()?))));
        Some((at + 3, year(first)?, year(last)?, sign))
    }
}

/// Year, month, day; `None` of it where the numbers are no month and day.
fn ordered(year: i32, month: u8, day: u8) -> Vec<Item> {
    if (1..=12).contains(&month) && (1..=31).contains(&day) { vec![day_item(year, month, day)] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn roman_numerals_are_read_as_they_are_written() {
        for (text, number) in [("i", 1), ("iv", 4), ("ix", 9), ("x", 10), ("xii", 12), ("xix", 19), ("xxi", 21)] {
            assert_eq!(roman(text), Some(number), "{text}");
        }
        for text in ["", "iiii", "vx", "ic", "l", "iix", "10"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}
