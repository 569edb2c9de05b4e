//! What a section of the page is made of.

use super::glyph::Glyph;
use super::{Prose, Target};
use crate::analysis::count::BinCount;
use crate::model::{Channel, DateBounds, Day, Key};
use crate::present::{ActivityMark, TimeRange};

/// What a section is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A label and, beside it, lines of words.
    Property(String, Vec<Prose>),
    /// Words across the page.
    Text(Prose),
    /// One of several sentences.
    Bullet(Prose),
    /// Runs of a statement: what was said, and paraphrase.
    Statement(crate::present::SpokenWords),
    /// A date with its reasons.
    Date(DateBlock),
    /// Sources that disagree.
    Conflict(ConflictBox),
    /// Records as rows.
    List(List),
    /// What a colleague remarked.
    Remark(String),
    /// The head of a passage: whose words, and the address of the whole.
    PassageHead(PassageHead),
    /// A paragraph of a source.
    Paragraph(Paragraph),
    /// What cites the paragraph above.
    CitedBy(Prose),
    /// What a comparison of words found.
    Verdict(Verdict, String),
    /// The way that words took.
    Chain(Vec<ChainStep>),
    /// When an actor took part and spoke.
    Activity(Activity),
    /// Names in two columns: the name, its language.
    Names(Vec<NameRow>),
    /// Counts as bars.
    Bars(Vec<Bar>),
    /// Counts of one month after another.
    Months(Vec<BinCount>),
    /// Records that a table can show selected together, and what that is called.
    InTable(Vec<Key>, String),
    /// Numbers with their words, in a line.
    Tallies(Vec<(usize, String)>),
    /// The grade of a source and what it means.
    Grade(Option<char>, String),
    /// A band of the yardstick of likelihoods, by its place.
    Likelihood(Option<usize>),
    /// Confidence: boxes filled, its word.
    Confidence(u8, String),
    /// Fields that the model does not know: name and text.
    Unknown(Vec<(String, String)>),
    /// Buttons: copy with source, open the text.
    Actions(Option<Target>),
    /// So many more of what stands above, shown when they are asked for by this name.
    More(String, usize),
}

/// A date with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateBlock {
    /// The date as displayed.
    pub heading: String,
    /// Its four corners on a strip; none where no corner is known.
    pub strip: Option<Strip>,
    /// What it rests on, row by row.
    pub rows: Vec<(&'static str, Prose)>,
}

/// Four corners on a short range of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The first day shown.
    pub first: Day,
    /// The last day shown.
    pub last: Day,
    /// Where the date may lie.
    pub bounds: DateBounds,
    /// Lines at the foot; `true` for a long one.
    pub ticks: Vec<(Day, bool)>,
    /// Words under it; `true` for what the strip is about.
    pub labels: Vec<(Day, String, bool)>,
    /// All of it in words.
    pub name: String,
}

/// Sources that disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictBox {
    /// The conflict.
    pub key: Key,
    /// The question: `13 or 14 October?`.
    pub title: String,
    /// Whether it is not settled.
    pub is_open: bool,
    /// What each side says, and where that stands.
    pub sides: Vec<(Prose, Prose)>,
    /// What is known of it.
    pub reason: String,
}

/// Records as rows, some of them left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// Names the list, to show more of it.
    pub id: String,
    /// What its rows have in common; may be empty.
    pub label: String,
    /// How many there are in all, where that is worth a number beside the label.
    pub total: usize,
    /// The rows shown.
    pub rows: Vec<Row>,
    /// How many are left out.
    pub more: usize,
}

/// A record as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sign before it.
    pub glyph: Glyph,
    /// What it is called.
    pub words: String,
    /// Whether these are a source's own words.
    pub is_said: bool,
    /// What stands at the right end.
    pub detail: String,
    /// A second line.
    pub under: String,
    /// Where it leads.
    pub target: Target,
}

/// Whose words a passage holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageHead {
    /// The source.
    pub key: Option<Key>,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it is on the web.
    pub address: Option<String>,
}

/// A paragraph of a source, as far as it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The source.
    pub source: Option<Key>,
    /// Its number.
    pub para: Option<u32>,
    /// Its words; empty where none are held.
    pub runs: Vec<PassageRun>,
    /// Whether it is the one in question, not one around it.
    pub is_cited: bool,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassageRun {
    /// Words.
    Plain(String),
    /// Words that are quoted.
    Marked(String),
}

/// What a comparison of words found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Word for word.
    Found,
    /// Not, or not quite.
    Differs,
    /// There was nothing to compare with.
    Unknown,
}

/// A step on the way of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainStep {
    /// Who or what.
    pub words: Prose,
    /// What is to be known of it.
    pub detail: String,
    /// Whether it is where the words began.
    pub is_origin: bool,
    /// Whether we have not seen it ourselves.
    pub is_unseen: bool,
}

/// When an actor took part and spoke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// The months shown.
    pub range: TimeRange,
    /// The information cut-off.
    pub cut_off: Option<Day>,
    /// Lanes with their marks.
    pub lanes: Vec<(&'static str, Vec<ActivityMark>)>,
    /// All of it in words.
    pub name: String,
}

/// A name and its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    /// The name.
    pub text: String,
    /// Its language, or what kind of name it is.
    pub language: String,
    /// Whether it is the name that is shown.
    pub is_main: bool,
    /// Whether it is how a source writes it.
    pub is_said: bool,
}

/// A count as a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The channel counted.
    pub channel: Channel,
    /// How many.
    pub count: usize,
}
