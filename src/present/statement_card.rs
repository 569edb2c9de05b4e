//! What the card of one statement says.

use std::collections::HashSet;

use crate::index::Reader;
use crate::model::{Cite, Directness, Id, Key, Source, SourceKind, Statement};

use super::spoken_words::SpokenWords;
use super::statements::{date_words, speaker_head};
use super::{CiteLink, GroupHead, cite_links, visible};

/// Where it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// At a visit, by its title.
    Event(Option<Key>, String),
    /// To somebody.
    To(String),
    /// The source does not say.
    NotStated,
}

/// A source that the words passed through before the one that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// Its publisher, and whether it is held.
    pub label: String,
    /// What it is.
    pub kind: Option<SourceKind>,
    /// The record, where the file has it.
    pub source: Option<Key>,
}

/// A question that got no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who asked.
    pub inquirer: String,
    /// What.
    pub inquiry: String,
}

/// What the card of a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementCard {
    /// Who says it, and as what.
    pub speaker: GroupHead,
    /// Its words.
    pub said: SpokenWords,
    /// The verb of its source, also where the words mean the same without it.
    pub cue: String,
    /// What was asked, where no answer came.
    pub asked: Option<Asked>,
    /// When, with its doubt.
    pub date: String,
    /// Where it was said.
    pub occasion: Occasion,
    /// How it was made public.
    pub medium: &'static str,
    /// What it passed through before the cited source.
    pub hops: Vec<Hop>,
    /// Where it stands.
    pub cites: Vec<CiteLink>,
    /// How directly it reached us.
    pub directness: Directness,
    /// The words said, and all words.
    pub words: (usize, usize),
    /// Whose wording what is not said is.
    pub wording_of: String,
}

impl Asked {
    /// What was asked, or that it is not told.
    #[must_use]
    pub fn inquiry_words(&self) -> String {
        if self.inquiry.is_empty() {
            "Asked, without an answer; about what is not told".to_owned()
        } else {
            // A question that says `about` itself says it once.
            let inquiry = self.inquiry.trim();
            let rest = inquiry.get(..6).filter(|begin| begin.eq_ignore_ascii_case("about ")).and(inquiry.get(6..));
            format!("Asked about: {}", rest.unwrap_or(inquiry))
        }
    }

    /// Who asked, or that it is not told.
    #[must_use]
    pub fn inquirer_words(&self) -> String {
        if self.inquirer.is_empty() {
            "who asked is not told".to_owned()
        } else {
            format!("asked by {}", self.inquirer)
        }
    }
}

impl Default for StatementCard {
    /// The card of nothing.
    fn default() -> Self {
        Self {
            speaker: GroupHead::default(),
            said: SpokenWords::default(),
            cue: String::new(),
            asked: None,
            date: String::new(),
            occasion: Occasion::NotStated,
            medium: "",
            hops: Vec::new(),
            cites: Vec::new(),
            directness: Directness::Indirect,
            words: (0, 0),
            wording_of: String::new(),
        }
    }
}

impl StatementCard {
    /// What the card of a statement says.
    #[must_use]
    pub fn new(reader: &Reader, statement: &Statement) -> Self {
        let asked = statement.no_response.as_ref().filter(|_| statement.content.is_empty());
        Self {
            speaker: speaker_head(reader, statement),
            said: SpokenWords::of(statement),
            cue: visible(&statement.cue).into_owned(),
            asked: asked.map(|asked| Asked {
                inquirer: visible(&reader.actor_name(&asked.inquirer)).into_owned(),
                inquiry: visible(&asked.inquiry).into_owned(),
            }),
            date: date_words(reader, statement),
            occasion: occasion(reader, statement),
            medium: statement.medium.map_or("", crate::model::Medium::label),
            hops: hops(reader, statement),
            cites: cite_links(reader, &statement.cites),
            directness: statement.directness(),
            words: statement.word_counts(),
            wording_of: wording_of(reader, statement),
        }
    }

    /// The words said out of all: `9 of 15 words said`; whose wording a paraphrase is.
    #[must_use]
    pub fn directness_detail(&self) -> String {
        match (self.directness, self.words) {
            (Directness::Direct, (_, 1)) => "the one word said".to_owned(),
            (Directness::Direct, (_, all)) => format!("all {all} words said"),
            (Directness::Mixed, (said, all)) => format!("{said} of {all} words said"),
            (Directness::Indirect, _) if self.wording_of.is_empty() => "no words quoted".to_owned(),
            (Directness::Indirect, _) => format!("{} wording", possessive(&self.wording_of)),
            (Directness::NoResponse, _) => "asked, no answer".to_owned(),
        }
    }

    /// The share of the words that were said, 0 to 1.
    #[must_use]
    pub fn said_share(&self) -> f32 {
        let (said, all) = self.words;
        #[expect(clippy::cast_precision_loss, reason = "a share for a bar")]
        let share = said as f32 / all.max(1) as f32;
        share
    }

    /// The words in one line, quotation marks around what was said.
    #[must_use]
    pub fn plain_words(&self) -> String {
        match &self.asked {
            Some(asked) => asked.inquiry_words(),
            None => self.said.plain(),
        }
    }

    /// The same without the verb of its source, for a table that has a column for it.
    #[must_use]
    pub fn bare_words(&self) -> String {
        match &self.asked {
            Some(asked) => asked.inquiry_words(),
            None => self.said.bare(),
        }
    }

    /// Where it was said, in words.
    #[must_use]
    pub fn occasion_words(&self) -> String {
        match (&self.asked, &self.occasion) {
            (Some(asked), _) => asked.inquirer_words(),
            (None, Occasion::Event(_, title)) => title.clone(),
            (None, Occasion::To(who)) => format!("told {who}"),
            (None, Occasion::NotStated) => "occasion not stated".to_owned(),
        }
    }

    /// What it passed through, in words.
    #[must_use]
    pub fn hop_words(&self) -> String {
        self.hops.iter().map(|hop| hop.label.as_str()).collect::<Vec<_>>().join(" › ")
    }

    /// Where it stands, in words.
    #[must_use]
    pub fn cite_words(&self) -> String {
        self.cites.iter().map(|cite| cite.label.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// `RFE/RL’s`, `Reuters’`.
fn possessive(name: &str) -> String {
    if name.ends_with(['s', 'S']) { format!("{name}’") } else { format!("{name}’s") }
}

fn occasion(reader: &Reader, statement: &Statement) -> Occasion {
    if let Some(id) = &statement.event {
        let title = reader.visit(id).map_or_else(|| id.to_string(), |visit| reader.visit_title(&visit));
        return Occasion::Event(reader.index.key_of(id), visible(&title).into_owned());
    }
    if statement.audience.is_empty() {
        return Occasion::NotStated;
    }
    let names: Vec<_> = statement.audience.iter().map(|id| reader.actor_name(id)).collect();
    Occasion::To(visible(&names.join(", ")).into_owned())
}

/// The sources before the last, and the last too where no cite shows it.
fn hops(reader: &Reader, statement: &Statement) -> Vec<Hop> {
    let cited: HashSet<&Id> = statement.cites.iter().map(Cite::source).collect();
    let speaker = reader.actor_name(&statement.speaker);
    let hop = |id: &Id| {
        let source = reader.source(id);
        Hop {
            label: match &source {
                Some(source) => hop_label(source, &speaker),
                None => visible(id.as_str()).into_owned(),
            },
            kind: source.and_then(|source| source.kind),
            source: reader.index.key_of(id),
        }
    };
    statement.via.iter().filter(|id| !cited.contains(id)).map(hop).collect()
}

/// Its publisher; of what the speaker published, what it is: `Social post on Instagram`.
fn hop_label(source: &Source, speaker: &str) -> String {
    let name = [&source.publisher, &source.title].into_iter().find(|name| !name.is_empty());
    let name = name.map_or(source.id.as_str(), String::as_str);
    let own = name.strip_prefix(speaker).map(|rest| rest.trim_start_matches([',', ' ']));
    let label = match (own, source.kind) {
        (Some(""), Some(kind)) => kind.label().to_owned(),
        (Some(rest), Some(kind)) if rest.starts_with("on ") => format!("{} {rest}", kind.label()),
        _ => name.to_owned(),
    };
    let label = visible(&label).into_owned();
    if source.held == Some(false) { format!("{label}, not held") } else { label }
}

/// The publisher of the source that brought the words to us: the last they passed through, else the one cited.
fn wording_of(reader: &Reader, statement: &Statement) -> String {
    let cited = || statement.cites.first().map(Cite::source);
    let source = statement.via.last().or_else(cited).and_then(|id| reader.source(id));
    source.map(|source| visible(&source.publisher).into_owned()).unwrap_or_default()
}
