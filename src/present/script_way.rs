//! Words of scripts that are written from right to left, which the window draws from left to right.

/// Whether a text has letters that are written from right to left.
#[must_use]
pub fn runs_right_to_left(text: &str) -> bool {
    let is_such = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    text.chars().any(is_such)
}

#[cfg(test)]
mod tests {
    use super::runs_right_to_left;

    #[test]
    fn arabic_and_hebrew_are_told_from_scripts_that_run_the_other_way() {
        for text in ["سلام", "said “שלום” to them", "ﷺ"] {
            assert!(runs_right_to_left(text), "{text}");
        }
        for text in ["", "Vučić", "Александар", "王毅", "Ελλάδα"] {
            assert!(!runs_right_to_left(text), "{text}");
        }
    }
}
