//! Where something is known from.

use super::fields::format_struct;
use super::record::record;
use super::words::words;
use super::{Id, When};

words! {
    /// What a source is.
    pub enum SourceKind {
        /// An article of a news outlet.
        NewsArticle = "News article",
        /// A statement of a government, a party, a body.
        OfficialStatement = "Official statement",
        /// A post on a social network.
        SocialPost = "Social post",
        /// A radio or television programme.
        Broadcast = "Broadcast",
        /// An interview.
        Interview = "Interview",
        /// The written record of something spoken.
        Transcript = "Transcript",
        /// A report of an institute, a service, a court.
        Report = "Report",
        /// A table or a database.
        Dataset = "Dataset",
        /// A picture, with its caption.
        Photo = "Photo",
        /// Something else.
        Other = "Other",
    }
}

words! {
    /// How reliable a source is, by the Admiralty code; a grade of the source, never of the item.
    pub enum Reliability {
        /// Completely reliable.
        A = "Completely reliable",
        /// Usually reliable.
        B = "Usually reliable",
        /// Fairly reliable.
        C = "Fairly reliable",
        /// Not usually reliable.
        D = "Not usually reliable",
        /// Unreliable.
        E = "Unreliable",
        /// Reliability cannot be judged.
        F = "Reliability cannot be judged",
    }
}

format_struct! {
    /// Words of a source, by paragraph, where the whole text is not held.
    pub struct Excerpt {
        /// The paragraph: 0 the headline, 1 the caption, then in order.
        required para: Option<u32>,
        /// The words.
        required text: String,
    }
}

record! {
    /// Where something is known from. `text` holds it whole, one item a paragraph; `excerpts` in part.
    pub struct Source {
        /// Who published it.
        required publisher: String,
        /// What it is.
        optional kind: Option<SourceKind>,
        /// Its title or headline.
        optional title: String,
        /// Where it is on the web.
        optional url: String,
        /// Who wrote it.
        optional author: String,
        /// When it was published.
        optional published: Option<When>,
        /// When it was read, in EDTF.
        optional accessed: String,
        /// Where a copy is kept.
        optional archived: String,
        /// Its language, as a BCP 47 tag.
        optional lang: String,
        /// How reliable it is.
        optional reliability: Option<Reliability>,
        /// Its text, one item a paragraph, the headline first, then the caption.
        optional text: Vec<String>,
        /// The parts of its text that are held.
        optional excerpts: Vec<Excerpt>,
        /// The sources it draws on (W3C PROV `wasDerivedFrom`).
        optional derived_from: Vec<Id>,
        /// Whether we have seen it ourselves.
        optional held: Option<bool>,
    }
}

impl Source {
    /// The held words of a paragraph, in the order of the file; several where several excerpts share a paragraph.
    pub fn words_of(&self, para: u32) -> impl Iterator<Item = &str> {
        let whole = usize::try_from(para).ok().and_then(|index| self.text.get(index)).map(String::as_str);
        let parts = self.excerpts.iter().filter(move |part| part.para == Some(para)).map(|part| part.text.as_str());
        whole.into_iter().chain(parts)
    }

    /// All held words with their paragraphs, by paragraph; an excerpt without a number has none.
    #[must_use]
    pub fn held_words(&self) -> Vec<(Option<u32>, &str)> {
        let whole = self.text.iter().zip(0..).map(|(text, para)| (Some(para), text.as_str()));
        let parts = self.excerpts.iter().map(|part| (part.para, part.text.as_str()));
        let mut words: Vec<_> = whole.chain(parts).collect();
        words.sort_by_key(|(para, _)| para.unwrap_or(u32::MAX));
        words
    }

    /// The same, each with its number among the words held of its paragraph, from 0.
    #[must_use]
    pub fn held_parts(&self) -> Vec<(Option<u32>, usize, &str)> {
        let (mut last, mut part) = (None, 0);
        let numbered = self.held_words().into_iter().map(|(para, words)| {
            part = if last == Some(para) { part + 1 } else { 0 };
            last = Some(para);
            (para, part, words)
        });
        numbered.collect()
    }

    /// Whether any of its words are in the file.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.text.is_empty() || !self.excerpts.is_empty()
    }
}
