//! What of the file could not be read: said wherever its content is told, so that nobody takes a part for all.

use crate::check::nearest_name;
use crate::model::{Briefing, FieldNames as _, Header, UnknownField, Unreadable, plural};
use crate::ron_text::scan;

/// So many of one sort are named; the rest are counted.
const MOST_NAMED: usize = 5;
/// So many characters of a name are told.
const MOST_CHARS: usize = 60;

/// What of a file is left out, one sort of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// `1 record of this file could not be read and is left out`.
    pub words: String,
    /// Which: `a visit (line 12), a source (line 30)`. A record's own words are not told, since it may be marked for few.
    pub names: String,
}

/// A field of the file that is left out of all that is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutField<'a> {
    /// Its name.
    pub name: &'a str,
    /// Why it is left out.
    pub why: Reason<'a>,
}

/// Why a field is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'a> {
    /// A list that is none.
    NoList,
    /// A field of the briefing whose value could not be read.
    BadValue,
    /// A list of records under a name that Dateline does not know.
    UnknownList {
        /// How many items it has.
        items: usize,
        /// The name that may have been meant.
        meant: Option<&'a str>,
    },
}

/// The fields of a file that are left out: those that could not be read, and lists of unknown names. A single unknown
/// field is kept, and reported by a rule.
pub fn left_out_fields(briefing: &Briefing) -> impl Iterator<Item = LeftOutField<'_>> {
    briefing.header.unknown.iter().filter_map(|field| Some(LeftOutField { name: &field.name, why: reason(field)? }))
}

fn reason(field: &UnknownField) -> Option<Reason<'_>> {
    let name = field.name.as_str();
    if Briefing::LISTS.contains(&name) {
        // The name of a list that is given twice: what stands there could not be read as a list either.
        return Some(Reason::NoList);
    }
    if Header::FIELDS.contains(&name) {
        return Some(Reason::BadValue);
    }
    let items = items_of(&field.raw)?;
    Some(Reason::UnknownList { items, meant: nearest_name(name, Briefing::LISTS.iter().copied()) })
}

/// How many structs a list holds; `None` of what is no list of them.
fn items_of(raw: &str) -> Option<usize> {
    let text = format!("(list: {raw})");
    let document = scan(&text).ok()?;
    let is_struct =
        |record: &crate::ron_text::RecordSpan| text.get(record.span.range())?.starts_with('(').then_some(());
    document.records.first().and_then(is_struct)?;
    Some(document.records.len())
}

/// What of a file is left out, each sort by itself: records, lists, fields; nothing where all could be read.
#[must_use]
pub fn left_out(briefing: &Briefing) -> Vec<LeftOut> {
    let mut told = Vec::new();
    let mut tell = |noun: &str, what: &str, names: Vec<String>| {
        if names.is_empty() {
            return;
        }
        let is = if names.len() == 1 { "is" } else { "are" };
        let what = what.replace("HAS", if names.len() == 1 { "has" } else { "have" });
        let words = format!("{} of this file {what} and {is} left out", plural(names.len(), noun));
        told.push(LeftOut { words, names: listed(&names) });
    };
    tell("record", "could not be read", briefing.unreadable.iter().map(record_name).collect());
    let of = |is: fn(&Reason) -> bool| {
        let fields = left_out_fields(briefing).filter(move |field| is(&field.why));
        fields.map(|field| field_name(&field)).collect::<Vec<String>>()
    };
    tell("list", "could not be read", of(|why| matches!(why, Reason::NoList)));
    tell("list", "HAS a name that Dateline does not know", of(|why| matches!(why, Reason::UnknownList { .. })));
    tell("field", "could not be read", of(|why| matches!(why, Reason::BadValue)));
    told
}

/// All of it in one line: what a command says on standard error.
#[must_use]
pub fn left_out_line(briefing: &Briefing) -> Option<String> {
    let told = left_out(briefing);
    let lines: Vec<String> = told.into_iter().map(|LeftOut { words, names }| format!("{words}: {names}")).collect();
    (!lines.is_empty()).then(|| lines.join("; "))
}

fn record_name(bad: &Unreadable) -> String {
    let noun = bad.kind.noun();
    let article = if noun.starts_with('a') { "an" } else { "a" };
    format!("{article} {noun} (line {})", bad.line)
}

fn field_name(field: &LeftOutField) -> String {
    let name: String = field.name.chars().take(MOST_CHARS).collect();
    match field.why {
        Reason::UnknownList { items, meant } => {
            let meant = meant.map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
            format!("`{name}` ({}{meant})", plural(items, "record"))
        }
        Reason::NoList | Reason::BadValue => format!("`{name}`"),
    }
}

/// The first of some names, and how many more there are.
fn listed(names: &[String]) -> String {
    let rest = names.len().saturating_sub(MOST_NAMED);
    let more = (rest > 0).then(|| format!("and {rest} more"));
    names.iter().take(MOST_NAMED).cloned().chain(more).collect::<Vec<_>>().join(", ")
}
