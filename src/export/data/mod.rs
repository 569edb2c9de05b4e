//! Records as data for other programs: tables, a calendar, references, graphs.

mod bibtex;
mod calendar;
mod csl;
mod days;
mod delimited;
mod ftm;
mod graphml;
mod reference;
mod ris;
mod table;
mod tables;
mod xlsx;
mod xml;

pub(super) use bibtex::to_bibtex;
pub(super) use calendar::to_ics;
pub(super) use csl::to_csl_json;
pub(super) use delimited::to_csv;
pub(super) use ftm::to_ftm;
pub(super) use graphml::to_graphml;
pub(super) use ris::to_ris;
pub use tables::TableOf;
pub(super) use xlsx::to_xlsx;
pub(super) use xml::xml_text;
