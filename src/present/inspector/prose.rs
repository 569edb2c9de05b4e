//! Words with links among them, as the inspector and the tab of sources show them.

use crate::index::Reader;
use crate::model::{Cite, Id, Key};
use crate::present::{cite_label, visible};

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Body text.
    Plain,
    /// A name.
    Strong,
    /// Secondary.
    Weak,
    /// Small and secondary: what stands under or beside a name.
    Detail,
    /// A sentence that a section is about.
    Lead,
    /// A source's own words, quotation marks included.
    Said,
}

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A record.
    Record(Key),
    /// A paragraph of a source.
    Paragraph(Key, u32),
    /// An address outside.
    Address(String),
}

/// Some words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, with what cannot be seen in them as marks.
    pub text: String,
    /// How they are set.
    pub tone: Tone,
    /// Where they lead.
    pub target: Option<Target>,
    /// What a screen reader says of a link, where its words alone do not say enough.
    pub name: Option<String>,
}

impl Piece {
    /// Body text that leads nowhere.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: one_line(text), tone: Tone::Plain, target: None, name: None }
    }
}

/// Words in a line, wrapped where there is no room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose(pub Vec<Piece>);

impl Prose {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Body text.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::new().add(Tone::Plain, text)
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds words of a tone.
    #[must_use]
    pub fn add(mut self, tone: Tone, text: &str) -> Self {
        if !text.is_empty() {
            self.0.push(Piece { text: one_line(text), tone, target: None, name: None });
        }
        self
    }

    /// Adds words of a source, within quotation marks unless they have some.
    #[must_use]
    pub fn said(self, words: &str) -> Self {
        self.add(Tone::Said, &quoted(words))
    }

    /// Adds words that lead somewhere.
    #[must_use]
    pub fn link(mut self, tone: Tone, text: &str, target: Option<Target>) -> Self {
        self.0.push(Piece { text: one_line(text), tone, target, name: None });
        self
    }

    /// Adds the name of a record that leads to it; its id where there is no such record.
    #[must_use]
    pub fn record(self, reader: &Reader, tone: Tone, id: &Id) -> Self {
        match reader.by_id(id) {
            Some((key, record)) => self.link(tone, &reader.title(&record), Some(Target::Record(key))),
            None => self.add(tone, id.as_str()).add(Tone::Detail, " (not in this file)"),
        }
    }

    /// Adds a cite as a link: `RFE/RL ¶3`, or `¶3` alone where `short`.
    #[must_use]
    pub fn cite(mut self, reader: &Reader, cite: &Cite, short: bool) -> Self {
        let whole = cite_label(reader, cite);
        let text = match cite.para() {
            Some(para) if short => format!("¶{para}"),
            _ => whole.clone(),
        };
        self.0.push(Piece {
            // A publisher and its paragraph stay in one line.
            text: one_line(&text).replace(" ¶", "\u{a0}¶"),
            tone: Tone::Plain,
            target: cite_target(reader, cite),
            name: Some(visible(&whole.replace(" ¶", ", paragraph ")).into_owned()),
        });
        self
    }

    /// The words alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// What cannot be seen as marks, line breaks as spaces.
fn one_line(text: &str) -> String {
    visible(text).replace('\n', " ")
}

/// Where a cite leads: to its paragraph, or to the source as a whole.
#[must_use]
pub fn cite_target(reader: &Reader, cite: &Cite) -> Option<Target> {
    let key = reader.index.key_of(cite.source())?;
    Some(match cite.para() {
        Some(para) => Target::Paragraph(key, para),
        None => Target::Record(key),
    })
}

/// Words within quotation marks, unless they have some.
#[must_use]
pub fn quoted(words: &str) -> String {
    let words = words.trim();
    if words.starts_with(['“', '„', '«', '"', '‘']) { words.to_owned() } else { format!("“{words}”") }
}

/// The first words of a text, on one line, at most so many characters.
#[must_use]
pub fn shortened(text: &str, most_chars: usize) -> String {
    let mut line = String::new();
    for (count, c) in text.trim().chars().enumerate() {
        if count >= most_chars {
            return format!("{}…", line.trim_end());
        }
        line.push(if c == '\n' { ' ' } else { c });
    }
    line
}
