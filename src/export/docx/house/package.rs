//! The parts of a document and how they refer to each other (ECMA-376, part 2).

use std::io::{Cursor, Read as _};

use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::error::StyleError;
use super::xml::{attribute, reader};

/// Where styles stand.
pub(super) const STYLES: &str = "word/styles.xml";
/// So many bytes are taken at most, unpacked.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The names of the strict variant of the format.
const STRICT: &str = "http://purl.oclc.org/ooxml/";

/// A document.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be taken.
    left: u64,
    types: String,
}

/// A reference from a part to another.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    /// The path of a part, or an address where it is external.
    pub(super) target: String,
    pub(super) is_external: bool,
}

impl Relation {
    pub(super) fn is_of(&self, kind: &str) -> bool {
        !self.is_external && self.kind.rsplit('/').next() == Some(kind)
    }
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, StyleError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| StyleError::NoDocument(error.to_string()))?;
        let mut package = Self { archive, left: MOST_BYTES, types: String::new() };
        package.types = package.text("[Content_Types].xml")?.unwrap_or_default();
        Ok(package)
    }

    /// The bytes of a part; `None` where it is not there.
    pub(super) fn bytes(&mut self, path: &str) -> Result<Option<Vec<u8>>, StyleError> {
        let file = match self.archive.by_name(path) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(StyleError::damaged(path, error)),
        };
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|error| StyleError::damaged(path, error))?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(StyleError::TooLarge)?;
        Ok(Some(bytes))
    }

    /// A part of XML.
    pub(super) fn text(&mut self, path: &str) -> Result<Option<String>, StyleError> {
        let Some(bytes) = self.bytes(path)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| StyleError::damaged(path, "it is not UTF-8"))?;
        if text.contains(STRICT) {
            return Err(StyleError::Strict);
        }
        Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
    }

    /// A part of XML without which it is no document.
    pub(super) fn required(&mut self, path: &str) -> Result<String, StyleError> {
        self.text(path)?.ok_or_else(|| StyleError::NoDocument(format!("it has no part {path}")))
    }

    /// What a part refers to.
    pub(super) fn relations_of(&mut self, path: &str) -> Result<Vec<Relation>, StyleError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let of = format!("{folder}/_rels/{name}.rels");
        let Some(text) = self.text(of.trim_start_matches('/'))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut reader = reader(&text);
        loop {
            match reader.read_event().map_err(|error| StyleError::damaged(&of, error))? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let value = |name: &str| attribute(&element, name).unwrap_or_default();
                    let is_external = value("TargetMode") == "External";
                    let target = value("Target");
                    let target = if is_external { target } else { resolved(folder, &target) };
                    relations.push(Relation { id: value("Id"), kind: value("Type"), target, is_external });
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }

    /// What a part holds, as a media type; empty where the document does not say.
    pub(super) fn type_of(&self, path: &str) -> String {
        let end = path.rsplit('.').next().unwrap_or_default();
        let mut by_end = String::new();
        let mut reader = reader(&self.types);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(element) => {
                    let value = |name: &str| attribute(&element, name).unwrap_or_default();
                    match element.local_name().as_ref() {
                        "Override" if value("PartName").trim_start_matches('/') == path => return value("ContentType"),
                        "Default" if value("Extension").eq_ignore_ascii_case(end) => by_end = value("ContentType"),
                        _ => {}
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        by_end
    }
}

/// The path that a reference from a folder leads to.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').filter(|step| !step.is_empty()).collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
