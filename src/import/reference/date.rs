//! The dates of references, as EDTF.

use crate::model::parse_edtf;
use crate::phrase;

/// A date as it is written, in EDTF; its own words back where they have no single reading.
pub(super) fn read(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    // A time of day says nothing about the day.
    let day = text.split_once('T').filter(|(day, _)| parse_edtf(day).is_ok()).map_or(text, |(day, _)| day);
    if parse_edtf(day).is_ok() {
        return Ok(day.to_owned());
    }
    match phrase::read(day).one() {
        Some(reading) => Ok(reading.edtf.clone()),
        None => Err(text.to_owned()),
    }
}

/// A date of numbers, as far as they go; nothing where the first is no year.
pub(super) fn of_numbers(year: Option<i64>, month: Option<i64>, day: Option<i64>) -> String {
    let Some(year) = year else { return String::new() };
    let mut text = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
    if let Some(month) = month {
        text.push_str(&format!("-{month:02}"));
        if let Some(day) = day {
            text.push_str(&format!("-{day:02}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_doubt() {
        assert_eq!(read("2024-10~").unwrap(), "2024-10~");
        assert_eq!(read("2024-10-14T12:30:00").unwrap(), "2024-10-14");
        assert_eq!(read("October 2024").unwrap(), "2024-10");
        assert_eq!(read("c. 2024").unwrap(), "2024~");
        assert_eq!(read("03/04/2024"), Err("03/04/2024".to_owned()));
        assert_eq!(of_numbers(Some(2024), Some(3), None), "2024-03");
        assert_eq!(of_numbers(None, Some(3), None), "");
    }
}
