//! BibTeX and BibLaTeX. Entries are read one by one, so that one that is damaged costs that one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use biblatex::{Bibliography, ChunksExt as _, Entry, Person};

use super::date;
use super::entry::{Reference, ReferenceProblem, References};
use super::words;

/// What stands in a list beside its entries.
const BESIDE_ENTRIES: [&str; 3] = ["string", "comment", "preamble"];

/// Whether a text holds an entry: `@` and a word before a brace or a parenthesis at its beginning, or further on, where
/// that may be a formula or the name of an account, before a brace and a key.
pub(super) fn is_list(text: &str) -> bool {
    let lines = || text.lines().map(str::trim_start).filter(|line| !line.is_empty());
    let begins = lines().find(|line| !line.starts_with('%')).is_some_and(|line| kind_of(line).is_some());
    let is_keyed = |line: &str| {
        let key = line.split_once('{').and_then(|(_, rest)| rest.split_once(',')).map(|(key, _)| key.trim());
        kind_of(line).is_some() && key.is_some_and(|key| !key.contains([' ', '(', '}']))
    };
    begins || lines().any(is_keyed)
}

/// The kind of the entry that a line begins.
fn kind_of(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('@')?;
    let (kind, _) = rest.split_once(['{', '('])?;
    let kind = kind.trim();
    (!kind.is_empty() && kind.bytes().all(|b| b.is_ascii_alphabetic())).then_some(kind)
}

/// The references of a list.
pub(super) fn read(text: &str) -> References {
    let pieces = pieces(text);
    let is_kind =
        |piece: &Piece, wanted: &str| kind_of(piece.text).is_some_and(|kind| kind.eq_ignore_ascii_case(wanted));
    let is_entry = |piece: &&Piece| !BESIDE_ENTRIES.iter().any(|other| is_kind(piece, other));
    let entries: Vec<&Piece> = pieces.iter().filter(is_entry).collect();
    if let Some(references) = read_whole(text, &entries) {
        return references;
    }
    let mut references = References::default();
    // Abbreviations hold for every entry, wherever they stand.
    let abbreviations: String =
        pieces.iter().filter(|piece| is_kind(piece, "string")).map(|piece| format!("{}\n", piece.text)).collect();
    for piece in entries {
        let whole = format!("{abbreviations}{}", piece.text);
        let parsed = catch_unwind(AssertUnwindSafe(|| Bibliography::parse(&whole)));
        match parsed {
            Ok(Ok(bibliography)) => {
                references.entries.extend(bibliography.iter().map(|entry| reference(entry, piece.line)));
            }
            Ok(Err(error)) => {
                let reason = format!("The entry is not closed or not well formed: {error}");
                references.problems.push(ReferenceProblem { line: piece.line, reason });
            }
            Err(_) => {
                let reason = "The entry cannot be read; type it anew".to_owned();
                references.problems.push(ReferenceProblem { line: piece.line, reason });
            }
        }
    }
    references
}

/// The references of a list that is sound, read once; `None` where an entry costs the others.
fn read_whole(text: &str, entries: &[&Piece]) -> Option<References> {
    let bibliography = catch_unwind(AssertUnwindSafe(|| Bibliography::parse(text))).ok()?.ok()?;
    if bibliography.len() != entries.len() {
        return None;
    }
    let with_lines = bibliography.iter().zip(entries);
    let are_these = |(entry, piece): (&Entry, &&Piece)| piece.text.contains(entry.key.as_str());
    if !with_lines.clone().all(are_these) {
        return None;
    }
    let entries = with_lines.map(|(entry, piece)| reference(entry, piece.line)).collect();
    Some(References { entries, ..References::default() })
}

/// The text of one entry, and the line it begins on.
struct Piece<'a> {
    text: &'a str,
    line: usize,
}

/// The entries: each from a line that begins one to the next such line.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut begins: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let indent = line.len() - line.trim_start().len();
        if kind_of(line.trim_start()).is_some() {
            begins.push((at + indent, number + 1));
        }
        at += line.len();
    }
    let ends = begins.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let piece = |((start, line), end): (&(usize, usize), usize)| {
        text.get(*start..end).map(|text| Piece { text: text.trim_end(), line: *line })
    };
    begins.iter().zip(ends).filter_map(piece).collect()
}

fn reference(entry: &Entry, line: usize) -> Reference {
    let text =
        |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim().trim().to_owned()).unwrap_or_default();
    let first = |names: &[&str]| names.iter().map(|name| text(name)).find(|text| !text.is_empty()).unwrap_or_default();
    let editors = || entry.get("editor").and_then(|chunks| chunks.parse().ok());
    let named: Vec<Person> = entry.author().ok().or_else(editors).unwrap_or_default();
    let subtitle = text("subtitle");
    let title = text("title");
    let mut reference = Reference {
        key: entry.key.clone(),
        line,
        kind: words::kind(&first(&["entrysubtype"])).or_else(|| words::kind(&entry.entry_type.to_string())),
        container: first(&["journaltitle", "journal", "booktitle", "maintitle", "eventtitle"]),
        publisher: first(&["publisher", "institution", "organization", "school", "howpublished"]),
        title: if subtitle.is_empty() { title } else { format!("{title}: {subtitle}") },
        authors: named.iter().map(name).collect(),
        url: text("url"),
        lang: words::language(&first(&["langid", "language", "hyphenation"])),
        ..Reference::default()
    };
    if reference.url.starts_with("\\url") {
        reference.url = reference.url.trim_start_matches("\\url").trim_matches(['{', '}']).to_owned();
    }
    if reference.url.is_empty() && !text("doi").is_empty() {
        reference.url = format!("https://doi.org/{}", text("doi"));
    }
    match published(&text) {
        Ok(edtf) => reference.published = edtf,
        Err(words) => reference.note("Date", &words),
    }
    match date::read(&text("urldate")) {
        Ok(edtf) => reference.accessed = edtf,
        Err(words) => reference.note("Read on", &words),
    }
    reference.note("Abstract", &text("abstract"));
    for field in ["note", "annotation", "annote", "addendum"] {
        reference.note("", &words::without_tags(&text(field)));
    }
    for field in entry.fields.keys().map(String::as_str) {
        let words = text(field);
        let is_said = |said: &String| *said == words || field == "doi" && said.ends_with(&words);
        let is_taken = TAKEN.contains(&field)
            || field == "editor" && entry.author().is_err()
            || [&reference.container, &reference.publisher, &reference.url].into_iter().any(is_said);
        if !is_taken {
            reference.note(&words::label(field), &words::without_tags(&words));
        }
    }
    reference
}

/// The fields that are taken elsewhere, and those of programs about themselves, such as where a copy lies on a disk.
const TAKEN: &[&str] = &[
    "title",
    "subtitle",
    "author",
    "url",
    "urldate",
    "date",
    "year",
    "month",
    "day",
    "langid",
    "language",
    "hyphenation",
    "abstract",
    "note",
    "annotation",
    "annote",
    "addendum",
    "entrysubtype",
    "file",
    "timestamp",
    "owner",
    "groups",
    "ids",
    "shorttitle",
    "shortjournal",
];

/// `date` as BibLaTeX has it, else year, month and day.
fn published(text: &dyn Fn(&str) -> String) -> Result<String, String> {
    let date = text("date");
    if !date.is_empty() {
        return date::read(&date);
    }
    let (year, month, day) = (text("year"), text("month"), text("day"));
    let month = match month.parse::<u8>() {
        Ok(number) => crate::model::month_name(number).to_owned(),
        Err(_) => month,
    };
    let parts = [day, month, year];
    date::read(&parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

fn name(person: &Person) -> String {
    let parts = [&person.given_name, &person.prefix, &person.name];
    let name = parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    if person.suffix.is_empty() { name } else { format!("{name}, {}", person.suffix) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceKind;

    const LIST: &str = "@string{gaz = {The Gazette}}\n@article{gaz1,\n  title = {A {Bridge} over the Vltava},\n  \
        journal = gaz, author = {Berg, Anna and {Ministry of Trade}},\n  year = 2024, month = oct, day = 14,\n  \
        url = {https://example.org/1}, language = {ngerman}}\n\n@online{broken, title = {never closed\n\n\
        @report{r2, title = {Numbers}, institution = {An Institute}, date = {2023-05~}, abstract = {What it says}}\n";

    #[test]
    fn entries_become_references_and_a_broken_one_costs_itself() {
        let references = read(LIST);
        let [first, second] = references.entries.as_slice() else { panic!("{references:?}") };
        assert_eq!((first.key.as_str(), first.line), ("gaz1", 2));
        assert_eq!(first.title, "A Bridge over the Vltava");
        assert_eq!(first.container, "The Gazette");
        assert_eq!(first.authors, ["Anna Berg", "Ministry of Trade"]);
        assert_eq!((first.published.as_str(), first.lang.as_str()), ("2024-10-14", "de"));
        assert_eq!(second.kind, Some(SourceKind::Report));
        assert_eq!((second.publisher.as_str(), second.published.as_str()), ("An Institute", "2023-05~"));
        assert_eq!(second.notes, ["Abstract: What it says"]);
        assert_eq!(references.problems.len(), 1);
        assert_eq!((references.problems.len(), references.problems[0].line), (1, 8));
    }

    #[test]
    fn a_key_given_twice_gives_both() {
        assert_eq!(read("@misc{a, title={One}}\n@misc{a, title={Two}}\n").entries.len(), 2);
    }
}
