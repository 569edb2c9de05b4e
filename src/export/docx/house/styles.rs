//! The styles of a house, and those of the program that it lacks.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::events::Event;

use super::error::StyleError;
use super::package::STYLES;
use super::xml::{attribute, reader};
use crate::export::data::xml_text;

/// The program's own.
pub(super) const OWN: &str = include_str!("../../../../assets/templates/styles.xml");
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What each of the program's styles is called in a document: Word names them by the language in which it was made.
#[derive(Debug, Clone, Default)]
pub(in crate::export::docx) struct StyleIds(HashMap<String, String>);

impl StyleIds {
    /// As an attribute holds it.
    pub(in crate::export::docx) fn of(&self, own: &str) -> String {
        self.0.get(own).map_or_else(|| own.to_owned(), |id| xml_text(id))
    }
}

/// A style of a file.
struct Style {
    id: String,
    /// In small letters, as names are compared.
    name: String,
    kind: String,
    is_default: bool,
    range: Range<usize>,
}

/// The styles of a house with those added that it lacks, and what each is called.
pub(super) fn merged(house: &str) -> Result<(String, StyleIds), StyleError> {
    let (theirs, end) = listed(house).map_err(|why| StyleError::damaged(STYLES, why))?;
    let (own, _) = listed(OWN).unwrap_or_default();
    let mut ids = HashMap::new();
    let mut missing = Vec::new();
    for style in &own {
        let alike = |other: &&Style| {
            other.kind == style.kind && if style.is_default { other.is_default } else { other.name == style.name }
        };
        match theirs.iter().find(alike) {
            Some(found) => drop(ids.insert(style.id.clone(), found.id.clone())),
            None => missing.push(style),
        }
    }
    let mut taken: Vec<&str> = theirs.iter().map(|style| style.id.as_str()).collect();
    for style in &missing {
        let is_taken = taken.contains(&style.id.as_str());
        let id = if is_taken { format!("Dateline{}", style.id) } else { style.id.clone() };
        taken.push(&style.id);
        ids.insert(style.id.clone(), id);
    }
    let ids = StyleIds(ids);
    let mut text = house.get(..end).unwrap_or_default().to_owned();
    for style in missing {
        text.push_str(&renamed(OWN.get(style.range.clone()).unwrap_or_default(), &ids));
    }
    text.push_str(house.get(end..).unwrap_or_default());
    Ok((text, ids))
}

/// A style of the program in a document of a house: in its fonts, and with its names for other styles.
fn renamed(style: &str, ids: &StyleIds) -> String {
    let mut out = String::new();
    let mut rest = style.replacen("<w:style ", &format!("<w:style xmlns:w=\"{WORD}\" "), 1);
    while let Some(from) = rest.find("<w:rFonts") {
        let to = rest.get(from..).and_then(|fonts| fonts.find("/>")).map_or(rest.len(), |end| from + end + 2);
        rest.replace_range(from..to, "");
    }
    while let Some((before, behind)) = ["w:styleId=\"", "<w:basedOn w:val=\"", "<w:next w:val=\""]
        .iter()
        .filter_map(|name| Some(rest.find(name)? + name.len()))
        .min()
        .and_then(|at| rest.split_at_checked(at))
    {
        let (id, behind) = behind.split_once('"').unwrap_or((behind, ""));
        out.push_str(before);
        out.push_str(&ids.of(id));
        out.push('"');
        rest = behind.to_owned();
    }
    out + &rest
}

/// The styles of a file, and where the next one would stand.
fn listed(text: &str) -> Result<(Vec<Style>, usize), String> {
    let mut reader = reader(text);
    let mut styles: Vec<Style> = Vec::new();
    let mut open: Option<Style> = None;
    let (mut depth, mut end) = (0usize, None);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) => {
                let name = element.local_name();
                match (depth, name.as_ref()) {
                    (0, "styles") => {}
                    (0, _) => return Err("it does not begin with styles".to_owned()),
                    (1, "style") => {
                        let value = |name: &str| attribute(&element, name).unwrap_or_default();
                        open = Some(Style {
                            id: value("styleId"),
                            name: String::new(),
                            kind: value("type"),
                            is_default: matches!(value("default").as_str(), "1" | "true" | "on"),
                            range: at..at,
                        });
                    }
                    (2, "name") => {
                        if let Some(style) = &mut open {
                            style.name = attribute(&element, "val").unwrap_or_default().to_lowercase();
                        }
                    }
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                let here = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
                if depth == 1
                    && let Some(mut style) = open.take()
                {
                    style.range.end = here;
                    styles.push(style);
                }
                if depth == 0 {
                    end = Some(at).filter(|_| here > at);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    // An element without content has no end of its own to stand before.
    end.map(|end| (styles, end)).ok_or_else(|| "it holds no styles".to_owned())
}
