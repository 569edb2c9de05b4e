//! Cites as links: what they are called and where they lead.

use std::collections::HashSet;

use crate::index::Reader;
use crate::model::{Cite, Key};

use super::{cite_label, visible};

/// A link to a place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CiteLink {
    /// `RFE/RL ¶3`, and `¶4` where the cite before is of the same source.
    pub label: String,
    /// The whole of it, for those who hear one link alone: `RFE/RL, paragraph 3`.
    pub name: String,
    /// The source, where the file has it.
    pub source: Option<Key>,
}

/// The links of cites, a paragraph cited twice once.
#[must_use]
pub fn cite_links(reader: &Reader, cites: &[Cite]) -> Vec<CiteLink> {
    let mut links: Vec<CiteLink> = Vec::new();
    let mut named: HashSet<String> = HashSet::new();
    let mut last: Option<&Cite> = None;
    for cite in cites {
        let whole = visible(&cite_label(reader, cite)).into_owned();
        let name = whole.replace(" ¶", ", paragraph ");
        if !named.insert(name.clone()) {
            continue;
        }
        let label = match (last, cite.para()) {
            (Some(last), Some(para)) if last.source() == cite.source() => format!("¶{para}"),
            _ => whole,
        };
        links.push(CiteLink { label, name, source: reader.index.key_of(cite.source()) });
        last = Some(cite);
    }
    links
}
