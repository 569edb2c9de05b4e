//! The words over columns in the languages of the spreadsheets that analysts get: English, German, French, Spanish,
//! Italian, Portuguese, Russian, Chinese; Serbian beside them. Words that may mean two fields are in no row, so that
//! they are asked about.

mod actors;
mod last_day;
mod shared;
mod sources;
mod statements;
mod visits;

use self::actors::ACTOR;
pub(super) use self::last_day::LAST_DAY;
use self::sources::SOURCE;
use self::statements::STATEMENT;
use self::visits::VISIT;
use crate::index::fold;
use crate::model::RecordKind;

/// The field that a [`plain_word`] means.
pub(super) fn field_of(kind: RecordKind, plain: &str) -> Option<&'static str> {
    let table = match kind {
        RecordKind::Visit => VISIT,
        RecordKind::Actor => ACTOR,
        RecordKind::Statement => STATEMENT,
        RecordKind::Source => SOURCE,
        _ => return None,
    };
    table.iter().find(|(_, words)| words.iter().any(|word| plain_word(word) == plain)).map(|(field, _)| *field)
}

/// A word over a column as it is compared: folded, letters and digits alone.
pub(super) fn plain_word(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::fields::fields_of;

    #[test]
    fn each_word_leads_to_one_field() {
        for (kind, table) in [
            (RecordKind::Visit, VISIT),
            (RecordKind::Actor, ACTOR),
            (RecordKind::Statement, STATEMENT),
            (RecordKind::Source, SOURCE),
        ] {
            for (field, words) in table {
                assert!(*field == LAST_DAY || fields_of(kind).iter().any(|known| known.name == *field), "{field}");
                for word in *words {
                    assert_eq!(field_of(kind, &plain_word(word)), Some(*field), "{kind:?} {word}");
                }
            }
        }
        assert_eq!(field_of(RecordKind::Visit, &plain_word("Date of visit")), Some("when"));
        assert_eq!(field_of(RecordKind::Visit, &plain_word("Дата")), Some("when"));
    }

    #[test]
    fn a_word_that_may_mean_two_fields_means_none() {
        assert_eq!(field_of(RecordKind::Visit, "country"), None);
        assert_eq!(field_of(RecordKind::Role, "date"), None);
    }
}
