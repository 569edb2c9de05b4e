//! The formats of an export, as the command line takes them and its help tells them.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::export::Format;

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(help(*self)))
    }
}

fn help(format: Format) -> &'static str {
    match format {
        Format::Markdown => "The note that a desk officer hands in",
        Format::Html => "The same as a page for the browser, to read and to print",
        Format::Docx => "The same as a document for Word and LibreOffice",
        Format::Json => "Every record and field, named as in the file",
        Format::Svg => "The dated chart of the visits as a picture of lines and text",
        Format::Png => "The same as a picture of pixels",
        Format::Csv => "Visits, actors, statements or sources as a table",
        Format::Xlsx => "All tables as a workbook, a sheet each",
        Format::Ics => "The visits as a calendar",
        Format::Bibtex => "The sources for LaTeX",
        Format::Ris => "The sources for Zotero and EndNote",
        Format::CslJson => "The sources for citation processors",
        Format::Graphml => "Actors and relations as a graph",
        Format::Ftm => "Entities of FollowTheMoney, one in JSON a line",
    }
}
