//! What is derived from a briefing and kept per revision: by id, back-links, by date, search text.
//!
//! An index is built from a snapshot, off the window's thread, and never changed after.

mod build;
mod by_id;
mod changes;
mod country;
mod fold;
mod links;
mod name_keys;
mod reader;
mod revisions;
mod romanise;
mod search;
mod table;

pub use table::Index;

pub use changes::Changes;
pub use fold::fold;
pub use links::BackLink;
pub use name_keys::{WordOrder, initials, latin_ways, name_keys, plain_spellings};
pub use reader::Reader;
pub use search::{SearchHit, SearchText};
