//! What somebody said, or did not say when asked.

use super::fields::format_struct;
use super::record::record;
use super::words::words;
use super::{Content, Directness, Id, When};

words! {
    /// How words were made public.
    pub enum Medium {
        /// A post on a social network.
        SocialMedia = "Social media",
        /// An interview.
        Interview = "Interview",
        /// A press release.
        PressRelease = "Press release",
        /// A speech.
        Speech = "Speech",
        /// Radio or television.
        Broadcast = "Broadcast",
        /// A document.
        Document = "Document",
        /// Not known.
        Unknown = "Unknown",
    }
}

format_struct! {
    /// A question that got no answer. An article that says so may tell neither who asked nor what.
    pub struct NoResponse {
        /// Who asked; empty where that is not told.
        optional inquirer: Id,
        /// What was asked; empty where that is not told.
        optional inquiry: String,
    }
}

format_struct! {
    /// The words in the language they were said in.
    pub struct Original {
        /// The language, as a BCP 47 tag.
        required lang: String,
        /// The words.
        required text: String,
        /// Who translated them.
        optional translator: String,
    }
}

record! {
    /// What somebody said. The reporter's own claims are statements of the outlet.
    pub struct Statement {
        /// Who said it.
        required speaker: Id,
        /// What: runs of words said and runs of paraphrase.
        optional content: Vec<Content>,
        /// Or what was asked without an answer.
        optional no_response: Option<NoResponse>,
        /// The verb or phrase that the source introduces it with.
        optional cue: String,
        /// To whom.
        optional audience: Vec<Id>,
        /// How it was made public.
        optional medium: Option<Medium>,
        /// When.
        optional said_on: Option<When>,
        /// The sources through which it reached us, the first origin first.
        optional via: Vec<Id>,
        /// The visit at which it was said.
        optional event: Option<Id>,
        /// The records it is about.
        optional about: Vec<Id>,
        /// The words in the language they were said in.
        optional original: Option<Original>,
    }
}

impl Statement {
    /// How directly it reached us.
    #[must_use]
    pub fn directness(&self) -> Directness {
        let said = self.content.iter().filter(|run| run.is_said()).count();
        match (self.content.len(), said) {
            (0, _) if self.no_response.is_some() => Directness::NoResponse,
            (_, 0) => Directness::Indirect,
            (all, said) if said == all => Directness::Direct,
            _ => Directness::Mixed,
        }
    }

    /// The words said and all words, counted by white space.
    #[must_use]
    pub fn word_counts(&self) -> (usize, usize) {
        let count = |run: &Content| run.text().split_whitespace().count();
        let said = self.content.iter().filter(|run| run.is_said()).map(count).sum();
        (said, self.content.iter().map(count).sum())
    }

    /// The whole as one line of plain text, quotation marks around the words said.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.plain_begin(usize::MAX)
    }

    /// The begin of the same, of not many more bytes than `most`; “…” behind it where that is not all.
    #[must_use]
    pub fn plain_begin(&self, most: usize) -> String {
        let mut text = String::new();
        for run in &self.content {
            let room = most.saturating_sub(text.len());
            if run.text().len() > room {
                let words = run.text();
                text.push_str(if text.is_empty() { "" } else { " " });
                text.push_str(if run.is_said() { "“" } else { "" });
                text.push_str(words.get(..words.floor_char_boundary(room)).unwrap_or_default().trim());
                text.push('…');
                break;
            }
            if !text.is_empty() && !run.text().starts_with([',', '.', ';', ':']) {
                text.push(' ');
            }
            match run {
                Content::Said(words) => {
                    text.push('“');
                    text.push_str(words.trim());
                    text.push('”');
                }
                Content::Para(words) => text.push_str(words.trim()),
            }
        }
        text
    }
}
