//! The help: pages in Markdown, those of fields and rules completed from the tables that say what these are.

mod fields;
mod library;
mod page;
mod rules;
mod search;

pub use fields::page_of_kind;
pub use library::{about_field, about_proposals, about_rule, pages};
pub use page::{Group, Page, Section, Target};
pub use search::{Hit, find};
