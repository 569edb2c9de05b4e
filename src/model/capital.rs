//! Words with a capital.

/// Words with a capital at their begin.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::capitalised;

    #[test]
    fn the_first_letter_alone_is_one() {
        assert_eq!(["a b", "ß", "đ", "4th", ""].map(capitalised), ["A b", "SS", "Đ", "4th", ""]);
    }
}
