//! The look of a house, taken from a document of its own: styles, page, header and footer, with the pictures in them.
//!
//! Only what these need is taken: never the text of the document, its properties or its macros.

mod copied;
mod error;
mod numbering;
mod package;
mod running;
mod section;
mod styles;
mod xml;

pub(super) use copied::Part;
pub use error::StyleError;
pub(super) use section::{Kind, Margins};
pub(super) use styles::StyleIds;

use self::copied::Copies;
use self::package::{Package, STYLES};
use self::section::Section;

const DOCUMENT: &str = "word/document.xml";
const SETTINGS: &str = "word/settings.xml";

/// The look of a house, or that of the program.
#[derive(Debug)]
pub(in crate::export) struct House {
    /// `word/styles.xml`.
    pub(super) styles: String,
    /// What each of the program's styles is called in it.
    pub(super) ids: StyleIds,
    /// `word/numbering.xml`.
    pub(super) numbering: String,
    /// The list of bullets in it.
    pub(super) bullets: u32,
    /// The elements of `w:sectPr` that lay out the page.
    pub(super) page: String,
    pub(super) margins: Margins,
    /// Header and footer of each kind of page.
    pub(super) running: Vec<Running>,
    /// What styles, headers and footers refer to.
    pub(super) parts: Vec<Part>,
    /// The path of the theme among the parts, from `word/`.
    pub(super) theme: Option<String>,
}

/// Header and footer of a kind of page, whole parts.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) kind: Kind,
    pub(super) header: String,
    pub(super) footer: String,
    /// What they refer to: `word/_rels/….rels`; empty where that is nothing.
    pub(super) header_relations: String,
    pub(super) footer_relations: String,
}

impl House {
    /// The program's own look.
    pub(in crate::export) fn of_the_program(marking: &str) -> Self {
        let ids = StyleIds::default();
        let section = Section::default();
        Self {
            running: vec![Running {
                kind: Kind::Default,
                header: running::header(marking, &ids),
                footer: running::footer(marking, &ids),
                header_relations: String::new(),
                footer_relations: String::new(),
            }],
            styles: styles::OWN.to_owned(),
            numbering: numbering::own(),
            bullets: 1,
            page: section.page(),
            margins: section.margins(),
            parts: Vec::new(),
            theme: None,
            ids,
        }
    }

    /// The look of a document; the marking is added to each header and footer.
    ///
    /// # Errors
    /// Where it is no document of Word, or damaged.
    pub(in crate::export) fn of(document: &[u8], marking: &str) -> Result<Self, StyleError> {
        let mut package = Package::open(document)?;
        let (styles, ids) = styles::merged(&package.required(STYLES)?)?;
        let relations = package.relations_of(DOCUMENT)?;
        let section = match package.text(DOCUMENT)? {
            Some(text) => Section::last_of(&text, package.text(SETTINGS)?.as_deref().unwrap_or_default())?,
            None => Section::default(),
        };
        let mut copies = Copies::new(package);
        let target = |kind: &str| relations.iter().find(|relation| relation.is_of(kind));
        let theme = match target("theme") {
            Some(relation) => copies.take(&relation.target)?,
            None => None,
        };
        let (numbering, bullets) = match target("numbering").filter(|_| styles.contains("numPr")) {
            Some(relation) => numbering::with_bullets(copies.text(&relation.target)?.as_deref())?,
            None => (numbering::own(), 1),
        };
        let mut running = Vec::new();
        for kind in section.kinds() {
            let mut part = |id: Option<&String>, root: &str| {
                let relation = id.and_then(|id| relations.iter().find(|relation| relation.id == **id));
                relation.map_or(Ok(None), |relation| copies.rooted(&relation.target, root))
            };
            let header = part(section.headers.get(&kind), "hdr")?;
            let footer = part(section.footers.get(&kind), "ftr")?;
            let (header, header_relations) = header.unwrap_or_default();
            let (footer, footer_relations) = footer.unwrap_or_default();
            running.push(Running {
                kind,
                header: running::marked_header(&header, marking, &ids)?,
                footer: running::marked_footer(&footer, marking, &ids)?,
                header_relations,
                footer_relations,
            });
        }
        let (page, margins, parts) = (section.page(), section.margins(), copies.parts);
        Ok(Self { styles, ids, numbering, bullets, page, margins, running, parts, theme })
    }
}

#[cfg(test)]
mod tests;
