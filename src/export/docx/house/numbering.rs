//! The lists of a document: the program's bullets, beside those that the styles of a house use.

use std::fmt::Write as _;

use quick_xml::events::Event;

use super::error::StyleError;
use super::xml::{attribute, reader};

const PART: &str = "word/numbering.xml";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The bullets alone: the list 1.
pub(super) fn own() -> String {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    format!("{declaration}<w:numbering xmlns:w=\"{WORD}\">{}{}</w:numbering>", bullets(0), list(1, 0))
}

/// Bullets of three levels.
fn bullets(number: u32) -> String {
    let mut text = format!("<w:abstractNum xmlns:w=\"{WORD}\" w:abstractNumId=\"{number}\">");
    for (level, bullet) in [(0, '•'), (1, '–'), (2, '·')] {
        let left = 357 * (level + 1);
        let _ = write!(
            text,
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{bullet}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"357\"/></w:pPr></w:lvl>"
        );
    }
    text + "</w:abstractNum>"
}

fn list(number: u32, bullets: u32) -> String {
    format!("<w:num xmlns:w=\"{WORD}\" w:numId=\"{number}\"><w:abstractNumId w:val=\"{bullets}\"/></w:num>")
}

/// The lists of a house with the bullets among them, and the number of these.
pub(super) fn with_bullets(house: Option<&str>) -> Result<(String, u32), StyleError> {
    let Some(house) = house else { return Ok((own(), 1)) };
    let mut reader = reader(house);
    let (mut depth, mut abstracts, mut lists) = (0usize, 0, 0);
    // Definitions stand before lists; where the first list begins, and where the last ends.
    let (mut before_lists, mut behind_lists, mut end) = (None, None, None);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(house.len());
        match reader.read_event().map_err(|error| StyleError::damaged(PART, error))? {
            Event::Start(element) => {
                let number = |name| attribute(&element, name).and_then(|value| value.parse().ok()).unwrap_or(0u32);
                match (depth, element.local_name().as_ref()) {
                    (1, "abstractNum") => abstracts = abstracts.max(number("abstractNumId").saturating_add(1)),
                    (1, "num") => {
                        before_lists = before_lists.or(Some(at));
                        lists = lists.max(number("numId"));
                    }
                    _ => {}
                }
                depth += 1;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                let here = usize::try_from(reader.buffer_position()).unwrap_or(house.len());
                if depth == 1 && element.local_name().as_ref() == "num" {
                    behind_lists = Some(here);
                }
                if depth == 0 {
                    end = Some(at).filter(|_| here > at);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let Some(end) = end else { return Ok((own(), 1)) };
    let (first, second) = (before_lists.unwrap_or(end), behind_lists.unwrap_or(end));
    let number = lists.saturating_add(1);
    let part = |range: std::ops::Range<usize>| house.get(range).unwrap_or_default();
    let text =
        [part(0..first), &bullets(abstracts), part(first..second), &list(number, abstracts), part(second..house.len())];
    Ok((text.concat(), number))
}
