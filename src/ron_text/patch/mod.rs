//! Rewriting only what changed: comments, order, spacing, quoting, line ends and unknown fields stay byte for byte.

mod blanks;
mod carry;
mod cells;
mod comments;
mod copy;
mod joined;
mod line;
mod line_ends;
mod opening;
mod records;
mod value;

use opening::open_of_briefing;

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{AnyRecord, Briefing, Header, Key, Node, NodeFields as _, RecordKind};
pub use carry::{KeysMet, carried};
use cells::Bracketed;
pub use comments::{RecordText, commented_records, comments, gone_comments, lost_comments};
pub use copy::Copy;
use line::{Line, end_of};
use records::{Remembered, items, patch_list};
use value::{Became, became, insert_field, name_of, patch_value, printed};

/// A text and the briefing that it says: what a change is worked out from.
#[derive(Debug, Clone, Default)]
pub struct Base {
    text: Arc<String>,
    briefing: Briefing,
    remembered: Remembered,
    earlier: Vec<Earlier>,
}

/// A text that the file once had, and the briefing that it says: undone after a save, a change leaves no byte behind.
#[derive(Debug, Clone)]
struct Earlier {
    text: Arc<String>,
    briefing: Briefing,
}

/// So many bytes of earlier texts are kept.
const MOST_EARLIER_BYTES: usize = 64 * 1024 * 1024;

impl Base {
    /// A text and the briefing that was read from it.
    #[must_use]
    pub fn new(text: impl Into<Arc<String>>, briefing: Briefing) -> Self {
        Self { text: text.into(), briefing, remembered: Remembered::default(), earlier: Vec::new() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The briefing that the text says.
    #[must_use]
    pub fn briefing(&self) -> &Briefing {
        &self.briefing
    }

    /// The earlier text that said what a briefing says.
    fn earlier_text(&self, now: &Briefing) -> Option<Arc<String>> {
        let same = self.earlier.iter().rev().find(|earlier| is_unchanged(&earlier.briefing, now));
        same.map(|earlier| Arc::clone(&earlier.text))
    }

    /// The earlier texts once this one is among them, as many of the last as there is room for.
    fn with_this_earlier(&self) -> Vec<Earlier> {
        let this = Earlier { text: Arc::clone(&self.text), briefing: self.briefing.clone() };
        let mut bytes = 0;
        let others = self.earlier.iter().filter(|earlier| earlier.text != self.text).cloned();
        let all = others.chain([this]).rev();
        let mut kept: Vec<Earlier> = all
            .take_while(|earlier| {
                bytes += earlier.text.len();
                bytes <= MOST_EARLIER_BYTES
            })
            .collect();
        kept.reverse();
        kept
    }
}

/// The text for a changed briefing, with the base that it is then; `None` where the text has another form than the
/// model thinks. What it says is to be compared with the model before it is written.
#[must_use]
pub fn patch(base: &Base, now: &Briefing) -> Option<Base> {
    if is_unchanged(&base.briefing, now) {
        return Some(base.clone());
    }
    let mut remembered = base.remembered.clone();
    let patched = patched(&base.text, &base.briefing, now, &mut remembered);
    let text = base.earlier_text(now).or_else(|| patched.map(Arc::new))?;
    Some(Base { text, briefing: now.clone(), remembered, earlier: base.with_this_earlier() })
}

/// Whether the text of a record can be changed in place to say something else.
#[must_use]
pub fn can_be_changed(text: &str, was: &AnyRecord, is: &AnyRecord) -> bool {
    value::patch_fields(text, &was.field_nodes(), &is.field_nodes(), Line { indent: "", end: "\n" }).is_some()
}

/// Whether a briefing says what another said: its text then stays, whatever is in it.
fn is_unchanged(before: &Briefing, now: &Briefing) -> bool {
    let are_same = |((key, was), (other, is)): ((Key, AnyRecord), (Key, AnyRecord))| {
        key == other && (was.is_same_as(&is) || was == is)
    };
    before.header == now.header
        && before.unreadable == now.unreadable
        && RecordKind::ALL.iter().all(|kind| {
            before.count(*kind) == now.count(*kind) && before.records(*kind).zip(now.records(*kind)).all(are_same)
        })
}

fn patched(text: &str, before: &Briefing, now: &Briefing, remembered: &mut Remembered) -> Option<String> {
    let (mut run, mut lists) = Bracketed::split_with_lists(text, open_of_briefing(text)?)?;
    let (was, is) = (fields(&before.header), fields(&now.header));
    let end = end_of(text);
    let mut seen: Vec<String> = Vec::new();
    let mut place = 0;
    while let Some(cell) = run.cells.get_mut(place) {
        let (name, value_at) = name_of(&cell.body)?;
        let name = name.to_owned();
        let indent = cell.indent().to_owned();
        let line = Line { indent: &indent, end };
        let (head, value) = cell.body.split_at_checked(value_at)?;
        let nth = seen.iter().filter(|other| **other == name).count();
        seen.push(name.clone());
        let kind = RecordKind::from_list_name(&name).filter(|_| nth == 0);
        let list = kind.zip(lists.iter().position(|(other, _)| *other == name));
        let changed = if let Some((kind, list)) = list {
            let text = lists.remove(list).1;
            let (before, after) = (items(before, kind), items(now, kind));
            if after.is_empty() && !before.is_empty() && remembered.brought.contains(&kind) {
                remembered.brought.retain(|brought| *brought != kind);
                run.remove(place);
                continue;
            }
            if before == after { None } else { Some(patch_list(text, before, after, line, remembered)?) }
        } else if let Some(kind) = kind.filter(|kind| value.trim_end() == NO_LIST && now.count(*kind) > 0) {
            Some(format!("{head}{}", printed_list(now, kind, line)))
        } else {
            let of = |fields: &[(Cow<'static, str>, Node)]| {
                fields.iter().filter(|(other, _)| *other == name).nth(nth).map(|(_, node)| node.clone())
            };
            match became(of(&was), of(&is)) {
                Became::Same => None,
                Became::Absent => {
                    run.remove(place);
                    continue;
                }
                Became::Present(is) => Some(format!("{head}{}", printed(&is, line))),
                Became::Other(was, is) => Some(format!("{head}{}", patch_value(value, &was, &is, line))),
            }
        };
        if let Some(changed) = changed {
            cell.body = Cow::Owned(changed);
        }
        place += 1;
    }
    for (position, (name, node)) in is.iter().enumerate() {
        if !seen.iter().any(|other| other == name) {
            insert_field(&mut run, is.get(..position)?, name, node, Line { indent: "", end });
        }
    }
    for &kind in RecordKind::ALL {
        if !seen.iter().any(|name| name == kind.list_name()) && insert_list(&mut run, now, kind, end) {
            remembered.brought.push(kind);
        }
    }
    Some(run.join(Line { indent: "", end }))
}

fn fields(header: &Header) -> Vec<(Cow<'static, str>, Node)> {
    header.field_nodes()
}

/// Puts in a list that the text does not have yet, behind those that come before it; nothing if it is empty.
fn insert_list(run: &mut Bracketed, now: &Briefing, kind: RecordKind, end: &'static str) -> bool {
    if now.count(kind) == 0 {
        return false;
    }
    let is_earlier = |name: &str| RecordKind::from_list_name(name).is_none_or(|other| other < kind);
    let behind = run.cells.iter().rposition(|cell| name_of(&cell.body).is_some_and(|(name, _)| is_earlier(name)));
    if run.cells.is_empty() && !run.close.contains('\n') {
        run.close = Cow::Owned(format!("{end}{}", run.close.trim_start()));
    }
    run.insert(behind.map_or(0, |place| place + 1), Line { indent: "", end }, |line| {
        format!("{}: {}", kind.list_name(), printed_list(now, kind, line))
    });
    true
}

/// How a text says that it has no records of a kind.
const NO_LIST: &str = "None";

/// All records of a kind as a list, each on a line of its own.
fn printed_list(now: &Briefing, kind: RecordKind, Line { indent, end }: Line) -> String {
    let inner = format!("{indent}    ");
    let mut text = String::from("[");
    for (_, record) in now.records(kind) {
        let record = printed(&Node::Struct(record.field_nodes()), Line { indent: &inner, end });
        text.push_str(&format!("{end}{inner}{record},"));
    }
    text.push_str(&format!("{end}{indent}]"));
    text
}
