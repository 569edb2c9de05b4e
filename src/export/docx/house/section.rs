//! The page of a document: its size and margins, and which header and footer stand on which pages.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::error::StyleError;
use super::xml::{attribute, reader};
use crate::export::data::xml_text;

/// Pages that have a header and a footer of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::export::docx) enum Kind {
    /// All that have none of their own.
    Default,
    /// The first one.
    First,
    /// Those on the left.
    Even,
}

impl Kind {
    /// The word of the format.
    pub(in crate::export::docx) fn word(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::First => "first",
            Self::Even => "even",
        }
    }
}

/// The room for text on a page, in twentieths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export::docx) struct Margins {
    pub(in crate::export::docx) width: u32,
    pub(in crate::export::docx) height: u32,
}

/// The page of a document.
#[derive(Debug)]
pub(super) struct Section {
    /// Names and values of the attributes of `w:pgSz` and `w:pgMar`.
    size: Vec<(String, String)>,
    margins: Vec<(String, String)>,
    has_first: bool,
    has_even: bool,
    /// The relation of each kind of header.
    pub(super) headers: HashMap<Kind, String>,
    pub(super) footers: HashMap<Kind, String>,
}

impl Default for Section {
    /// A4.
    fn default() -> Self {
        let pairs = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        Self {
            size: pairs(&[("w", "11906"), ("h", "16838")]),
            margins: pairs(&[
                ("top", "1247"),
                ("right", "1247"),
                ("bottom", "1247"),
                ("left", "1247"),
                ("header", "567"),
                ("footer", "567"),
                ("gutter", "0"),
            ]),
            has_first: false,
            has_even: false,
            headers: HashMap::new(),
            footers: HashMap::new(),
        }
    }
}

impl Section {
    /// The last section of a document, which has the headers and footers of those before where it has none of its own.
    pub(super) fn last_of(document: &str, settings: &str) -> Result<Self, StyleError> {
        let mut section = Self { has_even: is_on(settings, "evenAndOddHeaders"), ..Self::default() };
        let mut reader = reader(document);
        let mut within = false;
        loop {
            match reader.read_event().map_err(|error| StyleError::damaged("word/document.xml", error))? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "sectPr" => (within, section.has_first) = (true, false),
                    // The section as it was before a tracked change.
                    "sectPrChange" => within = false,
                    name if within => section.element(name, &element),
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "sectPr" => within = false,
                Event::Eof => return Ok(section),
                _ => {}
            }
        }
    }

    fn element(&mut self, name: &str, element: &BytesStart) {
        let reference = || {
            let kind = match attribute(element, "type").as_deref() {
                Some("first") => Kind::First,
                Some("even") => Kind::Even,
                _ => Kind::Default,
            };
            attribute(element, "id").map(|id| (kind, id))
        };
        match name {
            "pgSz" => self.size = numbers(element),
            "pgMar" => self.margins = numbers(element),
            "titlePg" => self.has_first = is_true(element),
            "headerReference" => self.headers.extend(reference()),
            "footerReference" => self.footers.extend(reference()),
            _ => {}
        }
    }

    /// The kinds of pages that differ.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let more = [(Kind::First, self.has_first), (Kind::Even, self.has_even)];
        std::iter::once(Kind::Default)
            .chain(more.into_iter().filter(|(_, differs)| *differs).map(|(kind, _)| kind))
            .collect()
    }

    /// The elements that lay out the page.
    pub(super) fn page(&self) -> String {
        let element = |name: &str, pairs: &[(String, String)]| {
            let pairs: String =
                pairs.iter().map(|(name, value)| format!(" w:{name}=\"{}\"", xml_text(value))).collect();
            format!("<w:{name}{pairs}/>")
        };
        let first = if self.has_first { "<w:titlePg/>" } else { "" };
        element("pgSz", &self.size) + &element("pgMar", &self.margins) + first
    }

    /// The room for text; that of the program's own page where the document's makes no sense.
    pub(super) fn margins(&self) -> Margins {
        let room = |side: &str, margins: [&str; 3]| {
            let margins: Option<i64> =
                margins.iter().map(|name| Some(number(&self.margins, name).unwrap_or(0).abs())).sum();
            number(&self.size, side)?.checked_sub(margins?).and_then(|room| u32::try_from(room).ok())
        };
        let sane =
            |room: Option<u32>, least: u32, otherwise: u32| room.filter(|room| *room >= least).unwrap_or(otherwise);
        Margins {
            width: sane(room("w", ["left", "right", "gutter"]), 1_440, 9_412),
            height: sane(room("h", ["top", "bottom", ""]), 1_440, 14_344),
        }
    }
}

fn number(pairs: &[(String, String)], name: &str) -> Option<i64> {
    pairs.iter().find(|(known, _)| known == name)?.1.parse().ok()
}

/// The attributes of an element that are plain words and numbers, without their prefixes.
fn numbers(element: &BytesStart) -> Vec<(String, String)> {
    const NAMES: [&str; 11] =
        ["w", "h", "orient", "code", "top", "right", "bottom", "left", "header", "footer", "gutter"];
    NAMES.iter().filter_map(|name| Some(((*name).to_owned(), attribute(element, name)?))).collect()
}

/// Whether an element says yes.
fn is_true(element: &BytesStart) -> bool {
    !matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off"))
}

/// Whether a setting is there and says yes.
fn is_on(settings: &str, name: &str) -> bool {
    let mut reader = reader(settings);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) if element.local_name().as_ref() == name => return is_true(&element),
            Event::Eof => break,
            _ => {}
        }
    }
    false
}
