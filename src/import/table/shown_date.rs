//! What of a date a cell shows: behind “Oct 2024” a spreadsheet keeps the first of the month, which nobody wrote.

use crate::model::month_name;

/// What of a date a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    Year,
    Month,
    #[default]
    Day,
    /// The year that the spreadsheet keeps behind it may be the year of typing.
    DayWithoutYear,
    MonthWithoutYear,
    /// A time of day, of which day nobody sees.
    Time,
}

/// What a cell keeps and does not show, so that it is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hidden {
    /// The year of a date.
    Year,
    /// The day of a time.
    Day,
    /// A number stands where a date should, and is no day that every spreadsheet reads alike.
    NoDay,
}

impl Shown {
    /// By the code of a number format (ECMA-376, part 1, section 18.8.31).
    pub(super) fn by_format(code: &str) -> Self {
        let (mut has_day, mut has_month, mut has_year, mut has_time) = (false, false, false, false);
        // The word is none of letters that stand for something.
        let code = if code.eq_ignore_ascii_case("general") { "" } else { code };
        let mut letters = code.split(';').next().unwrap_or_default().chars();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => drop(letters.by_ref().find(|other| *other == '"')),
                '[' => drop(letters.by_ref().find(|other| *other == ']')),
                '\\' | '_' | '*' => drop(letters.next()),
                'd' | 'D' => has_day = true,
                'm' | 'M' => has_month = true,
                // Years of the emperors and of the Thai calendar are years too.
                'y' | 'Y' | 'e' | 'E' | 'b' | 'B' => has_year = true,
                'h' | 'H' | 's' | 'S' => has_time = true,
                _ => {}
            }
        }
        match (has_day, has_month, has_year) {
            // The months are minutes.
            (false, _, false) if has_time => Self::Time,
            (false, true, false) => Self::MonthWithoutYear,
            (true, _, false) => Self::DayWithoutYear,
            (false, true, true) => Self::Month,
            (false, false, true) => Self::Year,
            _ => Self::Day,
        }
    }

    /// By the words in which the cell shows it: a day has three parts, numbers or a name.
    pub(super) fn by_words(words: &str, year: i32) -> Self {
        let date = words.split(':').next().unwrap_or_default();
        let numbers: Vec<i32> =
            date.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let has_name = date.chars().any(char::is_alphabetic);
        let has_year = numbers.iter().any(|number| *number == year || *number == year.rem_euclid(100));
        match numbers.len() + usize::from(has_name) {
            1 if has_year => Self::Year,
            2 if has_year => Self::Month,
            1 if has_name && numbers.is_empty() => Self::MonthWithoutYear,
            2 => Self::DayWithoutYear,
            _ => Self::Day,
        }
    }

    /// Whether it shows a date without its year.
    pub(super) const fn hides_year(self) -> bool {
        matches!(self, Self::DayWithoutYear | Self::MonthWithoutYear)
    }

    /// The date as far as it is shown, in EDTF; a day without a year in words.
    pub(super) fn words(self, year: i32, month: u8, day: u8) -> String {
        match self {
            Self::Year => format!("{year:04}"),
            Self::Month => format!("{year:04}-{month:02}"),
            Self::Day | Self::Time => format!("{year:04}-{month:02}-{day:02}"),
            Self::MonthWithoutYear => month_name(month).to_owned(),
            Self::DayWithoutYear => format!("{day} {}", month_name(month)),
        }
    }
}

impl Hidden {
    /// What is told once of a table in which a cell hides it.
    pub(super) fn remark(self, row: usize, column: usize, words: &str) -> String {
        let place = format!("Row {}, column {}", row + 1, column + 1);
        match self {
            Self::Year => format!(
                "{place}: the cell shows “{words}”; the year that the spreadsheet keeps behind it may be the year of typing, \
                 so it is not taken"
            ),
            Self::Day => format!(
                "{place}: the cell shows “{words}” alone; the day that the spreadsheet keeps behind it is not taken"
            ),
            Self::NoDay => format!(
                "{place}: the spreadsheet keeps the number {words} as a date, which is none, or one of before March 1900, \
                 which programs count differently; write such dates as text"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_tells_what_of_a_date_was_written() {
        for (code, shown) in [
            ("yyyy-mm-dd", Shown::Day),
            ("[$-407]d. mmmm yyyy;@", Shown::Day),
            ("mmm\\ yyyy", Shown::Month),
            ("\"day\" mmm-yy", Shown::Month),
            ("yyyy", Shown::Year),
            ("d-mmm", Shown::DayWithoutYear),
            ("General", Shown::Day),
            ("hh:mm", Shown::Time),
            ("mm:ss", Shown::Time),
            ("d.m.yyyy hh:mm", Shown::Day),
            ("mmmm", Shown::MonthWithoutYear),
            ("[$-411]ggge\"年\"m\"月\"d\"日\"", Shown::Day),
        ] {
            assert_eq!(Shown::by_format(code), shown, "{code}");
        }
    }

    #[test]
    fn words_tell_it_too() {
        for (words, shown) in [
            ("14.10.24", Shown::Day),
            ("Monday, 14 October 2024", Shown::Day),
            ("2024年10月14日", Shown::Day),
            ("2024-10-14 10:30", Shown::Day),
            ("Oct 2024", Shown::Month),
            ("01.2024", Shown::Month),
            ("2024", Shown::Year),
            ("14 Oct", Shown::DayWithoutYear),
            ("14.10.", Shown::DayWithoutYear),
            ("October", Shown::MonthWithoutYear),
            ("", Shown::Day),
        ] {
            assert_eq!(Shown::by_words(words, 2024), shown, "{words}");
        }
    }
}
