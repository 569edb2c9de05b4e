//! What kind of list a text is, and its references.

use super::entry::References;
use super::{bibtex, csl, ris};

/// A way of writing references.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceFormat {
    /// BibTeX and BibLaTeX.
    BibTex,
    /// CSL JSON, as Zotero and citeproc exchange it.
    CslJson,
    /// RIS, by tags of two letters.
    Ris,
}

impl ReferenceFormat {
    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::BibTex => "BibTeX",
            Self::CslJson => "CSL JSON",
            Self::Ris => "RIS",
        }
    }

    /// The format that a text is written in; `None` where it is no list of references.
    #[must_use]
    pub fn told_from(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if text.starts_with(['[', '{']) {
            return csl::is_list(text).then_some(Self::CslJson);
        }
        let is_type = |value: &str| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if text.lines().any(|line| ris::tag_of(line).is_some_and(|(tag, value)| tag == "TY" && is_type(value))) {
            return Some(Self::Ris);
        }
        bibtex::is_list(text).then_some(Self::BibTex)
    }
}

/// The references in a text of a format. One that cannot be read costs that one.
#[must_use]
pub fn read_references(text: &str, format: ReferenceFormat) -> References {
    let text = text.trim_start_matches('\u{feff}');
    match format {
        ReferenceFormat::BibTex => bibtex::read(text),
        ReferenceFormat::CslJson => csl::read(text),
        ReferenceFormat::Ris => ris::read(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_tells_its_format() {
        for (text, format) in [
            ("% from a library\n@article{a, title={B}}", Some(ReferenceFormat::BibTex)),
            ("[{\"id\": \"a\", \"type\": \"book\"}]", Some(ReferenceFormat::CslJson)),
            ("TY  - NEWS\nER  - \n", Some(ReferenceFormat::Ris)),
            ("(title: \"A briefing\")", None),
            ("[1, 2]", None),
            ("a;b\n", None),
            ("Made by a library\n\n@article{a,\n title={B}}", Some(ReferenceFormat::BibTex)),
            ("Provider: a library\n\nTY  - NEWS\nER  - \n", Some(ReferenceFormat::Ris)),
            ("Visitors,To\n@ada(she),CH\n@SUM(A1,B2),RS\n", None),
            ("Visitors,To\nTY  - NEWS,CH\n", None),
        ] {
            assert_eq!(ReferenceFormat::told_from(text), format, "{text}");
        }
    }
}
