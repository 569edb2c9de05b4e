//! The rules that find what is weak in a briefing before a reader does.
//!
//! Each rule is one small function beside its own description in `rules/`, one file a family; [`RULES`] lists them
//! all. A rule looks at one record or at the whole file. One that looks at a record reads nothing beyond that record,
//! what it names, what names it, and what stands two such steps away, so that an edit re-runs only its neighbourhood
//! ([`check_record`]); all others are linear, or sort once ([`check_file`]).
//!
//! No rule changes anything, and none knows where in the text a record stands: the store fills positions in.

mod checked;
mod circles;
mod cited;
mod context;
mod findings;
mod format;
mod held;
mod order;
mod paths;
mod problem;
mod reach;
mod remedy;
mod report;
mod rule;
mod rules;
mod spoken;
mod suggest;
mod touched;
mod waivers;
mod wording;

pub use checked::{Checked, check, check_file, check_record};
pub use format::{summary, to_json, to_text};
pub use held::{alterations_of, find_in_source, source_spelling};
pub use problem::{Position, Problem, Severity};
pub use remedy::{Act, Remedy};
pub use report::Report;
pub use rule::{Rule, Scope};
pub use rules::{ABOUT_DATES, OPEN_MERGE, RULES, UNREADABLE_FIELD, UNREADABLE_RECORD, is_about_doubles, rule};
pub use suggest::nearest as nearest_name;
pub use wording::{Alteration, Change, FoundQuote, Likeness, Limit, Quotation, find_quote, quotations, whole_words};
