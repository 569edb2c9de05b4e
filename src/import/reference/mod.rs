//! Lists of references: BibTeX, CSL JSON and RIS, as sources.

mod bibtex;
mod csl;
mod date;
mod entry;
mod list;
mod ris;
mod source;
mod words;

pub use entry::{Reference, ReferenceProblem};
pub use list::{ReferenceFormat, References, read_references};
pub use source::{known_source, source_of};
