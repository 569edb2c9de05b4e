//! Cutting what is too long, so that it says that it is cut.

/// The first words of a text; a quotation that is open where it is cut is closed.
pub(in crate::export) fn cut_text(text: &str, most: usize) -> String {
    let mut words = text.split_inclusive(char::is_whitespace);
    let begin: String = words.by_ref().take(most).collect();
    if words.next().is_none() {
        return text.chars().take(most * MOST_LETTERS).collect();
    }
    let begin: String = begin.trim_end().chars().take(most * MOST_LETTERS).collect();
    let is_open = begin.matches('“').count() > begin.matches('”').count();
    format!("{begin} […]{}", if is_open { "”" } else { "" })
}

/// A word of more letters than these, on average, is cut as well: a text without blanks is one word.
const MOST_LETTERS: usize = 24;

#[cfg(test)]
mod tests {
    use super::cut_text;

    #[test]
    fn what_is_cut_says_so_and_leaves_no_quotation_open() {
        assert_eq!(cut_text("one two three", 3), "one two three");
        assert_eq!(cut_text("one two three", 2), "one two […]");
        assert_eq!(cut_text("He said “one two three” then", 4), "He said “one two […]”");
    }
}
