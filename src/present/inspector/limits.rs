//! How much of a page is shown: what a frame draws does not grow with the briefing.

use std::collections::BTreeMap;

use super::block::Block;
use super::page::{Item, Page};
use super::{Piece, Prose};
use crate::model::count_text;

/// What the names of lists begin with that are shown line by line.
const LINES: &str = "lines ";
/// So many rows are shown before somebody asks for more.
const USUAL_ROWS: usize = 8;
/// So many blocks of a section, and lines of a block, before somebody asks for more.
const USUAL_LINES: usize = 200;
/// So many characters of a line.
const MOST_LETTERS: usize = 20_000;
/// So many more at a time.
const MORE_ROWS: usize = 200;

/// How many rows of each list are shown, where more than usual were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits(pub BTreeMap<String, usize>);

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

impl Page {
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
            Self::Statement(words) => cut(&mut words.runs, most),
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
