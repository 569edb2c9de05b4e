//! Lists of references: BibTeX, CSL JSON and RIS, as sources.

mod bibtex;
mod csl;
mod date;
mod entry;
mod list;
mod ris;
mod source;
mod words;

pub use entry::{Reference, ReferenceProblem, References};
pub use list::{ReferenceFormat, read_references};
pub use source::{KnownSources, source_of};
