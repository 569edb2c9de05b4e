//! A note as a document for Word and LibreOffice (Office Open XML, ECMA-376): real headings, tables, footnotes and links,
//! the chart as a picture with words for it, the marking above and below each page.

mod body;
mod package;
mod reference;

pub(super) use package::{Document, to_docx};
pub use reference::StyleError;
pub(super) use reference::styles_of;
