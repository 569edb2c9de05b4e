//! Numbers as text.

/// `n` with commas between the thousands: `3,264`.
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

/// `n` for a table: zero is an en dash, so that what is there stands out.
pub fn table_number(n: usize) -> String {
    match n {
        0 => "–".to_owned(),
        n => count_text(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        let texts = [0, 7, 999, 1_000, 12_345, 1_500_000].map(count_text);
        assert_eq!(texts, ["0", "7", "999", "1,000", "12,345", "1,500,000"]);
    }

    #[test]
    fn zero_in_a_table_is_a_dash() {
        assert_eq!(table_number(0), "–");
        assert_eq!(table_number(2_016), "2,016");
    }
}
