//! Changes as people make them, each worked out from a snapshot and refused where it would break the briefing.

mod become_merged;
mod bring_in;
mod caption;
mod conflict;
mod create;
mod decide;
mod delete;
mod duplicate;
mod evidence;
mod field;
mod fresh_ids;
mod from_words;
mod hold_article;
mod insert_all;
mod merge_records;
mod plan;
mod refusal;
mod reorder;
mod repair;
mod several;
mod take_in;
mod template;
mod visit_words;
mod waive;

pub use plan::Change;
pub use refusal::Refusal;

pub use become_merged::become_merged;
pub use bring_in::bring_in;
pub use caption::{has_caption, set_caption};
pub use conflict::{
    cite_of_field, disputed_field, is_disputable, open_conflict, record_conflict, resolve_conflict, side_value,
};
pub use create::{insert, with_new};
pub use decide::{COMMENT, DELETED, Decision, POSITION, WHOLE_RECORD, decide, decisions};
pub use delete::{Citing, citing, delete};
pub use duplicate::duplicate;
pub use evidence::set_bearing;
pub use field::{set_field, set_field_of_all, set_field_of_new, set_header_field};
pub use fresh_ids::{FreshIds, fresh_id, id_from};
pub use from_words::{HeldPart, cite_of_words, from_words, is_paraphrase};
pub use hold_article::{Article, hold_article, hold_source};
pub use insert_all::insert_all;
pub use merge_records::{Difference, MERGEABLE, MergeChoice, merge_differences, merge_records, merged_record};
pub use reorder::{reorder, reorder_before};
pub use repair::{repair, repair_all};
pub use several::{set_fields, set_fields_anywhere};
pub use take_in::take_in;
pub use template::{Surroundings, template};
pub use visit_words::with_what_its_words_say;
pub use waive::waive;
