//! A note as a document for Word and LibreOffice (Office Open XML, ECMA-376): real headings, tables, footnotes and links,
//! the chart as a picture with words for it, the marking above and below each page.

mod body;
mod house;
mod package;

pub(super) use house::House;
pub use house::StyleError;
pub(super) use package::{Document, to_docx};
