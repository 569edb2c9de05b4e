//! What a judgement, or a briefing, rests on, in words.

use crate::analysis::{Ground, Support};
use crate::model::plural;

/// `7 records for it, of 2 independent origins; 3 against, of 1 origin; 1 not sourced`.
#[must_use]
pub fn support_words(support: &Support) -> String {
    let Support { in_favour, against, unsourced, origins, origins_against } = *support;
    let mut words = match in_favour {
        0 => "no record for it".to_owned(),
        _ if origins == 0 => format!("{} for it", plural(in_favour, "record")),
        _ => format!("{} for it, of {}", plural(in_favour, "record"), plural(origins, "independent origin")),
    };
    if against > 0 {
        words.push_str(&format!("; {against} against"));
        if origins_against > 0 {
            words.push_str(&format!(", of {}", plural(origins_against, "origin")));
        }
    }
    if unsourced > 0 && in_favour + against > 0 {
        words.push_str(&format!("; {unsourced} not sourced"));
    }
    words
}

/// `Not sourced: 1 visit and 2 statements`; empty where all is.
#[must_use]
pub fn unsourced_words(ground: &Ground) -> String {
    let parts = [(ground.visits.unsourced, "visit"), (ground.statements.unsourced, "statement")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| plural(count, noun)).collect();
    if parts.is_empty() { String::new() } else { format!("Not sourced: {}", parts.join(" and ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Cited;

    #[test]
    fn both_sides_and_what_is_not_sourced_are_told() {
        let words = |in_favour, against, unsourced, origins, origins_against| {
            support_words(&Support { in_favour, against, unsourced, origins, origins_against })
        };
        assert_eq!(words(7, 0, 0, 1, 0), "7 records for it, of 1 independent origin");
        assert_eq!(
            words(1, 3, 1, 1, 1),
            "1 record for it, of 1 independent origin; 3 against, of 1 origin; 1 not sourced"
        );
        assert_eq!(words(1, 2, 3, 0, 0), "1 record for it; 2 against; 3 not sourced");
        assert_eq!(words(0, 1, 0, 0, 1), "no record for it; 1 against, of 1 origin");
        assert_eq!(words(0, 0, 0, 0, 0), "no record for it");
        let ground = Ground { visits: Cited { sourced: 2, unsourced: 1 }, ..Ground::default() };
        assert_eq!(unsourced_words(&ground), "Not sourced: 1 visit");
        assert_eq!(unsourced_words(&Ground::default()), "");
    }
}
