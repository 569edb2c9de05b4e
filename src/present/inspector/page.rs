//! The inspector's page as plain data: a head, then sections of blocks.

use std::collections::BTreeMap;

use super::{Piece, Prose, Target};
use crate::analysis::count::BinCount;
use crate::model::{ActorKind, Channel, DateBounds, Day, Directness, Key, RecordKind, count_text};
use crate::present::{ActivityMark, TimeRange};

/// What stands before a name as a sign of what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    /// The briefing itself.
    Briefing,
    /// A kind of record.
    Kind(RecordKind),
    /// A kind of actor.
    Actor(Option<ActorKind>),
    /// How directly a statement reached us.
    Statement(Directness),
    /// A channel, by shape and colour.
    Channel(Channel),
    /// A date that hangs on another.
    Hangs,
    /// The grade of a source.
    Grade(Option<char>),
}

/// A short fact under the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Badge {
    /// The channel of a visit; a click shows visits of that channel alone.
    Channel(Channel),
    /// Plain words.
    Words(String),
    /// Words that ask for a person.
    Caution(String),
    /// Who may see it.
    Marking(String),
}

/// What the inspector shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The record, none for the briefing.
    pub key: Option<Key>,
    /// The sign of its kind.
    pub glyph: Glyph,
    /// The word for its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What stands under the title.
    pub subtitle: Prose,
    /// Short facts.
    pub badges: Vec<Badge>,
    /// The rest.
    pub sections: Vec<Section>,
    /// The record's name in the file.
    pub id: String,
}

/// A part of the page, between two lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Its head; may be empty.
    pub head: String,
    /// How many it holds.
    pub count: Option<usize>,
    /// What stands right of its head.
    pub detail: String,
    /// What it holds.
    pub items: Vec<Item>,
}

/// What the names of lists begin with that are shown line by line.
const LINES: &str = "lines ";

impl Page {
    /// The page of the briefing beside the overview, which shows question, answer and gaps itself.
    #[must_use]
    pub fn beside_overview(mut self) -> Self {
        for section in &mut self.sections {
            section.items.retain(|item| !matches!(item.field, "question" | "bottom_line" | "schema" | "gaps"));
        }
        self.sections.retain(|section| !section.items.is_empty());
        self
    }

    /// The page with so many blocks and lines as are asked for: what a frame draws does not grow with the briefing.
    #[must_use]
    pub(super) fn within(mut self, limits: &Limits) -> Self {
        shorten(&mut self.title);
        for (number, section) in self.sections.iter_mut().enumerate() {
            let mut items = Vec::new();
            let name = format!("{LINES}{number}");
            let more = cut(&mut section.items, limits.lines(&name));
            for (place, mut item) in std::mem::take(&mut section.items).into_iter().enumerate() {
                let name = format!("{name} {place}");
                let more = item.block.cut(limits.lines(&name));
                let field = item.field;
                items.push(item);
                if more > 0 {
                    items.push(Item { field, block: Block::More(name, more) });
                }
            }
            if more > 0 {
                items.push(Item::free(Block::More(name, more)));
            }
            section.items = items;
        }
        self
    }
}

impl Block {
    /// Leaves out lines beyond so many, and says how many those are; very long lines are cut.
    fn cut(&mut self, most: usize) -> usize {
        match self {
            Self::Property(_, lines) => {
                let more = cut(lines, most);
                lines.iter_mut().for_each(shorten_prose);
                more
            }
            Self::Text(words) | Self::Bullet(words) | Self::CitedBy(words) => {
                shorten_prose(words);
                0
            }
            Self::Statement(runs) => cut(runs, most),
            Self::Conflict(conflict) => cut(&mut conflict.sides, most),
            Self::Chain(steps) => cut(steps, most),
            Self::Names(rows) => cut(rows, most),
            Self::Unknown(fields) => {
                let more = cut(fields, most);
                for (name, text) in fields {
                    shorten(name);
                    shorten(text);
                }
                more
            }
            Self::Remark(text) => {
                shorten(text);
                0
            }
            _ => 0,
        }
    }
}

/// Cuts a list to so many, and says how many went.
fn cut<T>(list: &mut Vec<T>, most: usize) -> usize {
    let more = list.len().saturating_sub(most);
    list.truncate(most);
    more
}

fn shorten_prose(words: &mut Prose) {
    let mut more = cut(&mut words.0, USUAL_LINES);
    for piece in &mut words.0 {
        shorten(&mut piece.text);
    }
    if more > 0 {
        more += 1;
        words.0.pop();
        words.0.push(Piece::plain(&format!(" … and {} more", count_text(more))));
    }
}

/// Cuts a very long text, and says how much is left out.
fn shorten(text: &mut String) {
    if text.len() <= MOST_LETTERS {
        return;
    }
    let Some((at, _)) = text.char_indices().nth(MOST_LETTERS) else { return };
    let more = text.get(at..).map_or(0, |rest| rest.chars().count());
    text.truncate(at);
    text.push_str(&format!("… ({} more characters)", count_text(more)));
}

impl Section {
    /// A section without a head.
    #[must_use]
    pub fn plain(items: Vec<Item>) -> Self {
        Self { items, ..Self::default() }
    }

    /// A section with a head.
    #[must_use]
    pub fn headed(head: &str, count: Option<usize>, items: Vec<Item>) -> Self {
        Self { head: head.to_owned(), count, items, ..Self::default() }
    }
}

/// A block, and the field of the record that it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The field; empty where it is none of the record's own.
    pub field: &'static str,
    /// What is shown.
    pub block: Block,
}

impl Item {
    /// A block that shows a field.
    #[must_use]
    pub fn of(field: &'static str, block: Block) -> Self {
        Self { field, block }
    }

    /// A block that shows no field of the record.
    #[must_use]
    pub fn free(block: Block) -> Self {
        Self { field: "", block }
    }
}

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
    Statement(Vec<crate::model::Content>),
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

/// How many rows of each list are shown, where more than usual were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits(pub BTreeMap<String, usize>);

/// So many rows are shown before somebody asks for more.
const USUAL_ROWS: usize = 8;
/// So many blocks of a section, and lines of a block, before somebody asks for more.
const USUAL_LINES: usize = 200;
/// So many characters of a line.
const MOST_LETTERS: usize = 20_000;
/// So many more at a time.
const MORE_ROWS: usize = 200;

impl Limits {
    /// How many rows of a list to show.
    #[must_use]
    pub fn of(&self, list: &str) -> usize {
        self.0.get(list).copied().unwrap_or(USUAL_ROWS)
    }

    /// How many blocks of a section, or lines of a block, to show.
    fn lines(&self, of: &str) -> usize {
        self.0.get(of).copied().unwrap_or(USUAL_LINES)
    }

    /// Shows more of a list.
    pub fn show_more(&mut self, list: &str) {
        let usual = if list.starts_with(LINES) { USUAL_LINES } else { USUAL_ROWS };
        let shown = self.0.get(list).copied().unwrap_or(usual);
        self.0.insert(list.to_owned(), shown + MORE_ROWS);
    }
}
