//! Headers and footers: the marking, and where there is one what the house has there.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::error::StyleError;
use super::styles::StyleIds;
use super::xml::{attribute, reader};
use crate::export::data::xml_text;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The style of the marking.
const MARKING: &str = "DatelineMarking";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A header that has the marking alone.
pub(super) fn header(marking: &str, ids: &StyleIds) -> String {
    format!("{DECLARATION}<w:hdr xmlns:w=\"{WORD}\">{}</w:hdr>", line(marking, false, ids))
}

/// A footer that has the marking and the number of the page.
pub(super) fn footer(marking: &str, ids: &StyleIds) -> String {
    format!("{DECLARATION}<w:ftr xmlns:w=\"{WORD}\">{}</w:ftr>", line(marking, true, ids))
}

/// The header of a house below the marking.
pub(super) fn marked_header(house: &str, marking: &str, ids: &StyleIds) -> Result<String, StyleError> {
    let house = without_marking(house, ids).map_err(|why| damaged("header", why))?;
    match content(&house).map_err(|why| damaged("header", why))? {
        Some((begin, _)) => Ok(with(house, begin, &line(marking, false, ids))),
        None => Ok(header(marking, ids)),
    }
}

/// The footer of a house above the marking; the number of the page is added where the house has none.
pub(super) fn marked_footer(house: &str, marking: &str, ids: &StyleIds) -> Result<String, StyleError> {
    let house = without_marking(house, ids).map_err(|why| damaged("footer", why))?;
    match content(&house).map_err(|why| damaged("footer", why))? {
        Some((_, end)) => {
            let is_numbered = house.contains("PAGE");
            Ok(with(house, end, &line(marking, !is_numbered, ids)))
        }
        None => Ok(footer(marking, ids)),
    }
}

fn damaged(part: &str, why: String) -> StyleError {
    StyleError::Damaged { part: part.to_owned(), why }
}

fn with(mut text: String, at: usize, line: &str) -> String {
    text.insert_str(at, line);
    text
}

/// A line in the style by which it is known again.
fn line(marking: &str, is_numbered: bool, ids: &StyleIds) -> String {
    let style = ids.of(MARKING);
    let number = if is_numbered {
        let gap = if marking.is_empty() { "" } else { " · " };
        format!(
            "<w:r><w:t xml:space=\"preserve\">{gap}</w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        )
    } else {
        String::new()
    };
    format!(
        "<w:p xmlns:w=\"{WORD}\"><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>{number}</w:p>",
        xml_text(marking)
    )
}

/// A part without the markings that a document of ours has, so that a note is not marked by that of another.
fn without_marking(text: &str, ids: &StyleIds) -> Result<String, String> {
    let style = ids.of(MARKING);
    let mut reader = reader(text);
    let mut left = String::with_capacity(text.len());
    // Up to where the text is taken over; where the open paragraph begins, and whether it is a marking.
    let (mut taken, mut from, mut is_marking, mut depth) = (0, 0, false, 0usize);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) => {
                if depth == 1 {
                    (from, is_marking) = (at, false);
                }
                let is_style = element.local_name().as_ref() == "pStyle";
                is_marking |= is_style && attribute(&element, "val").is_some_and(|name| xml_text(&name) == style);
                depth += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 1 && std::mem::take(&mut is_marking) {
                    left.push_str(text.get(taken..from).unwrap_or_default());
                    taken = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    left.push_str(text.get(taken..).unwrap_or_default());
    Ok(left)
}

/// Where the content of a part begins and ends; `None` where it has none.
fn content(text: &str) -> Result<Option<(usize, usize)>, String> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut begin) = (0usize, None);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(_) => {
                depth += 1;
                begin = begin.or_else(|| usize::try_from(reader.buffer_position()).ok());
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Ok(begin.map(|begin| (begin, at)));
                }
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}
