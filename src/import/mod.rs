//! What analysts already have, as records: rows of spreadsheets, lists of references.

pub mod table;
