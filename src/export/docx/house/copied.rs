//! Parts that are taken over as they are, under names of their own, with all that they refer to.

use std::collections::HashMap;
use std::fmt::Write as _;

use quick_xml::events::Event;

use super::error::StyleError;
use super::package::Package;
use super::xml::reader;
use crate::export::data::xml_text;

/// No more parts are taken.
const MOST_PARTS: usize = 500;
/// Where they stand, in `word/`.
const FOLDER: &str = "house";

/// A part that is taken over.
#[derive(Debug)]
pub(in crate::export::docx) struct Part {
    /// Its path, from the root.
    pub(in crate::export::docx) path: String,
    pub(in crate::export::docx) bytes: Vec<u8>,
    /// Its media type; empty for a part that tells what another refers to.
    pub(in crate::export::docx) media: String,
}

/// What is taken from a document.
pub(super) struct Copies<'a> {
    package: Package<'a>,
    /// The number of each part that was taken, by its path in the document.
    taken: HashMap<String, String>,
    pub(super) parts: Vec<Part>,
}

impl<'a> Copies<'a> {
    pub(super) fn new(package: Package<'a>) -> Self {
        Self { package, taken: HashMap::new(), parts: Vec::new() }
    }

    /// The text of a part, which is not taken over itself.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, StyleError> {
        self.package.text(path)
    }

    /// Takes a part over; its path from `word/`, and `None` where it is not there.
    pub(super) fn take(&mut self, path: &str) -> Result<Option<String>, StyleError> {
        let path = path.split('#').next().unwrap_or(path);
        if let Some(name) = self.taken.get(path) {
            return Ok(Some(format!("{FOLDER}/{name}")));
        }
        let Some(bytes) = self.package.bytes(path)? else { return Ok(None) };
        if self.taken.len() >= MOST_PARTS {
            return Err(StyleError::TooLarge);
        }
        let end: String = path.rsplit('.').next().unwrap_or_default().chars().take(8).collect();
        let end = if end.chars().all(|c| c.is_ascii_alphanumeric()) { end } else { "bin".to_owned() };
        let name = format!("{}.{end}", self.taken.len() + 1);
        self.taken.insert(path.to_owned(), name.clone());
        let media = self.package.type_of(path);
        self.parts.push(Part { path: format!("word/{FOLDER}/{name}"), bytes, media });
        let relations = self.relations(path, "")?;
        if !relations.is_empty() {
            let path = format!("word/{FOLDER}/_rels/{name}.rels");
            self.parts.push(Part { path, bytes: relations.into_bytes(), media: String::new() });
        }
        Ok(Some(format!("{FOLDER}/{name}")))
    }

    /// The text of a part of which the root has this name, and what tells what it refers to, as it is from `word/`; `None`
    /// where the part is not there.
    pub(super) fn rooted(&mut self, path: &str, root: &str) -> Result<Option<(String, String)>, StyleError> {
        let Some(text) = self.package.text(path)? else { return Ok(None) };
        let mut reader = reader(&text);
        let (mut first, mut depth) = (None, 0usize);
        loop {
            match reader.read_event().map_err(|error| StyleError::damaged(path, error))? {
                Event::Start(element) => {
                    first = first.or_else(|| Some(element.local_name().as_ref() == root));
                    depth += 1;
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Eof => break,
                _ => {}
            }
        }
        if depth > 0 {
            return Err(StyleError::damaged(path, "it breaks off"));
        }
        if first != Some(true) {
            return Err(StyleError::damaged(path, format!("it does not begin with {root}")));
        }
        let relations = self.relations(path, &format!("{FOLDER}/"))?;
        Ok(Some((text, relations)))
    }

    /// Takes all that a part refers to, and tells where it is now: from the folder of what is taken, or with `before` from
    /// elsewhere.
    fn relations(&mut self, path: &str, before: &str) -> Result<String, StyleError> {
        let mut told = String::new();
        for relation in self.package.relations_of(path)? {
            let (target, mode) = if relation.is_external {
                (relation.target.clone(), " TargetMode=\"External\"")
            } else {
                let Some(taken) = self.take(&relation.target)? else { continue };
                let name = taken.rsplit('/').next().unwrap_or_default();
                (format!("{before}{name}"), "")
            };
            let _ = write!(
                told,
                "<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"{mode}/>",
                xml_text(&relation.id),
                xml_text(&relation.kind),
                xml_text(&target)
            );
        }
        Ok(told)
    }
}
