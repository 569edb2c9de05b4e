//! Counts as people read them.

/// `n` with commas between the thousands: `3,264`.
#[must_use]
pub fn count_text(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 visit`, `3,264 visits`.
#[must_use]
pub fn plural(count: usize, one: &str) -> String {
    format!("{} {one}{}", count_text(count), if count == 1 { "" } else { "s" })
}

/// `2`, or `2–3` where it is not known how many.
#[must_use]
pub fn range_text(least: usize, most: usize, between: &str) -> String {
    if least == most { count_text(least) } else { format!("{}{between}{}", count_text(least), count_text(most)) }
}

/// A number of visits with shares: at most two decimals, none where they are zeros.
#[must_use]
pub fn share_text(number: f64) -> String {
    let words = format!("{number:.2}");
    words.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{count_text, plural, range_text, share_text};

    #[test]
    fn shares_are_short_and_whole_numbers_whole() {
        for (number, words) in [(1.0, "1"), (10.0, "10"), (0.9355, "0.94"), (2.5, "2.5"), (0.001, "0"), (0.0, "0")] {
            assert_eq!(share_text(number), words);
        }
    }

    #[test]
    fn thousands_are_parted() {
        let texts = [0, 7, 999, 1_000, 12_345, 1_500_000].map(count_text);
        assert_eq!(texts, ["0", "7", "999", "1,000", "12,345", "1,500,000"]);
    }

    #[test]
    fn one_stands_alone_and_none_are_many() {
        let texts = [0, 1, 3_264].map(|count| plural(count, "visit"));
        assert_eq!(texts, ["0 visits", "1 visit", "3,264 visits"]);
    }

    #[test]
    fn a_range_of_one_number_is_that_number() {
        assert_eq!(range_text(2, 2, "–"), "2");
        assert_eq!(range_text(999, 1_000, " to "), "999 to 1,000");
    }
}
