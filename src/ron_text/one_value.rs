//! A text that is to be one value.

use super::cursor::Cursor;
use super::error::ScanError;

/// The value alone, without the white space and the comments around it.
///
/// # Errors
/// Where there is none, or it does not end, or something stands behind it. Words beside each other are one here; `ron` says
/// that they are none.
pub fn one_value(text: &str) -> Result<&str, ScanError> {
    let mut cursor = Cursor::new(text, 0);
    cursor.skip_blank()?;
    let begin = cursor.at;
    if cursor.is_at_end() {
        return Err(ScanError::NoValue(begin));
    }
    let end = cursor.skip_value(1)?;
    cursor.skip_blank()?;
    if cursor.is_at_end() { Ok(text.get(begin..end).unwrap_or(text)) } else { Err(ScanError::SeveralValues(cursor.at)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_is_taken_out_of_what_stands_around_it() {
        for (text, value) in [
            (" \"a, b\" // so", "\"a, b\""),
            ("/* x */ [1, 2]", "[1, 2]"),
            ("Said(\"a\")", "Said(\"a\")"),
            ("-3", "-3"),
            ("r#\"a\"#", "r#\"a\"#"),
            ("(edtf: \"2024\")", "(edtf: \"2024\")"),
        ] {
            assert_eq!(one_value(text), Ok(value));
        }
        assert_eq!(one_value("\"A\", note: \"x\""), Err(ScanError::SeveralValues(3)));
        assert_eq!(one_value("\"A\")"), Err(ScanError::SeveralValues(3)));
        assert_eq!(one_value("\"A"), Err(ScanError::OpenString(0)));
        assert_eq!(one_value(" // none"), Err(ScanError::NoValue(8)));
    }
}
