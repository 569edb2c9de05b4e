//! The fields of every kind of record as a form shows them: their labels, and what may stand in each.
//!
//! A test holds that no field of the model is missing here.

mod field;
mod header;
mod lists;
mod parts;
mod records;

pub use field::{Choices, Field, Shape};
pub use lists::{EVIDENCE, field_label, fields_of, header_field, header_label, may_be_our_reading};

pub use header::HEADER;
pub use parts::{CITE, SIDE};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::change;
    use crate::index::{Index, Reader};
    use crate::model::RecordKind;
    use crate::model::{AnyRecord, Briefing, CiteLong, FieldNames, Header, Side};
    use std::collections::BTreeSet;

    fn names(fields: &[Field]) -> BTreeSet<&str> {
        fields.iter().map(|field| field.name).collect()
    }

    #[test]
    fn no_field_of_the_model_is_missing_in_a_form() {
        for kind in RecordKind::ALL {
            let record = crate::store::read_record(*kind, "()").unwrap();
            let of_model: BTreeSet<&str> = record.field_names().iter().copied().collect();
            assert_eq!(names(fields_of(*kind)), of_model, "{kind:?}");
        }
        assert_eq!(names(HEADER), Header::FIELDS.iter().copied().collect());
        assert_eq!(names(SIDE), Side::FIELDS.iter().copied().collect());
        assert_eq!(names(CITE), CiteLong::FIELDS.iter().copied().collect());
    }

    #[test]
    fn labels_of_a_form_are_told_apart() {
        for kind in RecordKind::ALL {
            let labels: BTreeSet<&str> = fields_of(*kind).iter().map(|field| field.label).collect();
            assert_eq!(labels.len(), fields_of(*kind).len(), "{kind:?}");
        }
    }

    #[test]
    fn a_new_record_of_each_kind_gets_an_id() {
        let briefing = Briefing::default();
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        for kind in RecordKind::ALL {
            let record: AnyRecord = crate::store::read_record(*kind, "()").unwrap();
            assert!(change::fresh_id(&reader, &record).is_well_formed(), "{kind:?}");
        }
    }
}
