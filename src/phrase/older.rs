//! EDTF as it was before ISO 8601-2:2019: `uuuu`, `2006/open`, `unknown/2006`, `199x`, `2004-06-uu`, `?~`.

use crate::model::parse_edtf;

/// The text in today's form, where it is one of the draft's.
pub(super) fn todays_form(text: &str) -> Option<String> {
    let end = |part: &str| match part.trim() {
        "open" => "..".to_owned(),
        "unknown" => String::new(),
        part => masked(part),
    };
    let new = match text.split_once('/') {
        Some((from, to)) => format!("{}/{}", end(from), end(to)),
        None => masked(text),
    };
    let new = new.replace("?~", "%").replace("~?", "%");
    (new != text && parse_edtf(&new).is_ok()).then_some(new)
}

/// `u` and `x` for digits that are not known are `X` today, and `y` before a long year is `Y`.
fn masked(part: &str) -> String {
    let is_date = part.chars().all(|c| c.is_ascii_digit() || "uxUX-?~%.[]{},y".contains(c));
    let has_places = part.split('-').all(|field| field.len() <= 5);
    match (is_date && has_places, part.strip_prefix('y')) {
        (_, Some(year)) if year.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()) => format!("Y{year}"),
        (true, None) => part.replace(['u', 'x', 'U'], "X"),
        _ => part.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::todays_form;

    #[test]
    fn the_drafts_forms_are_known() {
        for (old, new) in [
            ("uuuu", "XXXX"),
            ("199u", "199X"),
            ("19xx", "19XX"),
            ("2004-06-uu", "2004-06-XX"),
            ("uuuu-12-25", "XXXX-12-25"),
            ("2006/open", "2006/.."),
            ("unknown/2006", "/2006"),
            ("2006-05/unknown", "2006-05/"),
            ("2004-06?~", "2004-06%"),
            ("y170000002", "Y170000002"),
        ] {
            assert_eq!(todays_form(old).as_deref(), Some(new), "{old}");
        }
        for text in ["2024", "open", "unknown", "xx", "uu-10", "max", "2024-10-14"] {
            assert_eq!(todays_form(text), None, "{text}");
        }
    }
}
