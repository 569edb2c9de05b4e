//! CSL JSON (Citation Style Language, input data schema 1.0): what Zotero and citeproc exchange.

use serde_json::Value;

use super::date;
use super::entry::{Reference, ReferenceProblem, References};
use super::words;

/// Whether a text begins as such a list: an item, or a list of items, that have a type or a title.
pub(super) fn is_list(text: &str) -> bool {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        // One that breaks off is still no other thing.
        return text.contains("\"type\"") && text.contains("\"title\"");
    };
    let is_item = |item: &Value| item.get("type").is_some() || item.get("title").is_some();
    match items_of(&value) {
        Some(items) => items.first().is_some_and(is_item),
        None => is_item(&value),
    }
}

fn items_of(value: &Value) -> Option<&Vec<Value>> {
    value.as_array().or_else(|| value.get("items").and_then(Value::as_array))
}

/// The references of a list.
pub(super) fn read(text: &str) -> References {
    let mut references = References::default();
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let reason = format!("The list is no JSON from here on: {error}");
            references.problems.push(ReferenceProblem { line: error.line(), reason });
            return references;
        }
    };
    let one = std::slice::from_ref(&value);
    for (number, item) in items_of(&value).map_or(one, Vec::as_slice).iter().enumerate() {
        if item.is_object() {
            references.entries.push(reference(item, number + 1));
        } else {
            let reason =
                format!("Item {} is no reference but `{}`", number + 1, crate::model::shortened(&item.to_string()));
            references.problems.push(ReferenceProblem { line: number + 1, reason });
        }
    }
    references
}

fn reference(item: &Value, number: usize) -> Reference {
    let text = |name: &str| item.get(name).map(words_of).unwrap_or_default();
    let mut entry = Reference {
        key: text("id"),
        line: number,
        kind: words::kind(&text("type")),
        container: text("container-title"),
        publisher: text("publisher"),
        title: text("title"),
        authors: item.get("author").and_then(Value::as_array).into_iter().flatten().map(name).collect(),
        url: text("URL"),
        lang: words::language(&text("language")),
        ..Reference::default()
    };
    if entry.url.is_empty() && !text("DOI").is_empty() {
        entry.url = format!("https://doi.org/{}", text("DOI"));
    }
    for (field, label, place) in [("issued", "Date", 0), ("accessed", "Read on", 1)] {
        let read = item.get(field).map_or(Ok(String::new()), date_of);
        match (read, place) {
            (Ok(edtf), 0) => entry.published = edtf,
            (Ok(edtf), _) => entry.accessed = edtf,
            (Err(words), _) => entry.note(label, &words),
        }
    }
    entry.note("Abstract", &words::without_tags(&text("abstract")));
    for field in ["note", "annote"] {
        entry.note("", &words::without_tags(&text(field)));
    }
    for (field, value) in item.as_object().into_iter().flatten() {
        let is_taken = TAKEN.contains(&field.as_str()) || field == "DOI" && entry.url.ends_with(&words_of(value));
        if !is_taken {
            entry.note(&words::label(field), &words::without_tags(&further(value)));
        }
    }
    entry
}

/// The fields that are taken elsewhere, and those that say again what others do.
const TAKEN: &[&str] = &[
    "id",
    "type",
    "container-title",
    "publisher",
    "title",
    "author",
    "URL",
    "language",
    "issued",
    "accessed",
    "abstract",
    "note",
    "annote",
    "citation-key",
    "citation-label",
    "container-title-short",
    "journalAbbreviation",
    "title-short",
    "shortTitle",
];

/// What a field says that has no place of its own: words, a number, names, a date.
fn further(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(further).filter(|item| !item.is_empty()).collect::<Vec<_>>().join("; "),
        Value::Object(fields) if fields.contains_key("date-parts") || fields.contains_key("raw") => {
            date_of(value).unwrap_or_else(|words| words)
        }
        Value::Object(_) => name(value),
        other => words_of(other),
    }
}

fn words_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn name(value: &Value) -> String {
    let part = |field: &str| value.get(field).map(words_of).unwrap_or_default();
    let literal = part("literal");
    if !literal.is_empty() {
        return literal;
    }
    let parts = [part("given"), part("dropping-particle"), part("non-dropping-particle"), part("family")];
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let suffix = part("suffix");
    if suffix.is_empty() { name } else { format!("{name}, {suffix}") }
}

/// A date of CSL: numbers, or words.
fn date_of(value: &Value) -> Result<String, String> {
    let parts: Vec<String> = value
        .get("date-parts")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .map(|parts| {
            let number = |place: usize| parts.get(place).and_then(|part| words_of(part).parse::<i64>().ok());
            date::of_numbers(number(0), number(1), number(2))
        })
        .filter(|part| !part.is_empty())
        .collect();
    let mut text = parts.join("/");
    if text.is_empty() {
        let words = ["raw", "literal"].iter().find_map(|field| value.get(field)).map(words_of);
        return date::read(&words.unwrap_or_else(|| words_of(value)));
    }
    let season = value.get("season").and_then(|season| words_of(season).parse::<u8>().ok());
    if let Some(season) = season.filter(|season| (1..=4).contains(season) && text.len() == 4) {
        text = format!("{text}-{}", 20 + season);
    }
    let is_about = value.get("circa").is_some_and(|circa| !matches!(circa, Value::Bool(false) | Value::Null));
    date::read(&if is_about {
        text.split('/').map(|part| format!("{part}~")).collect::<Vec<_>>().join("/")
    } else {
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceKind;

    #[test]
    fn items_become_references() {
        let list = r#"[{"id": "gaz1", "type": "article-newspaper", "title": "A bridge", "container-title": "The Gazette",
            "author": [{"family": "Berg", "given": "Anna"}, {"literal": "Ministry of Trade"}],
            "issued": {"date-parts": [[2024, "10"]], "circa": true}, "accessed": {"date-parts": [[2024, 11, 2]]},
            "URL": "https://example.org/1", "language": "en-GB", "note": "<p>seen in print</p>",
            "keyword": "bridges", "editor": [{"family": "Nil", "given": "Bo"}], "page": "1-2", "DOI": "10.1/y"},
            {"id": 7, "issued": {"raw": "some time"}, "DOI": "10.1/x"}, 3]"#;
        let references = read(list);
        let [first, second] = references.entries.as_slice() else { panic!("{references:?}") };
        assert_eq!(first.kind, Some(SourceKind::NewsArticle));
        assert_eq!(first.authors, ["Anna Berg", "Ministry of Trade"]);
        assert_eq!((first.published.as_str(), first.accessed.as_str()), ("2024-10~", "2024-11-02"));
        assert_eq!(first.notes, ["seen in print", "Keyword: bridges", "Editor: Bo Nil", "Page: 1-2", "DOI: 10.1/y"]);
        assert_eq!((second.key.as_str(), second.url.as_str()), ("7", "https://doi.org/10.1/x"));
        assert_eq!(second.notes, ["Date: some time"]);
        assert_eq!(references.problems.len(), 1);
    }

    #[test]
    fn seasons_ranges_and_broken_lists_are_told() {
        let date = |json: &str| date_of(&serde_json::from_str(json).unwrap());
        assert_eq!(date(r#"{"date-parts": [[2024]], "season": 1}"#).unwrap(), "2024-21");
        assert_eq!(date(r#"{"date-parts": [[2024, 1], [2024, 3]]}"#).unwrap(), "2024-01/2024-03");
        assert_eq!(date(r#"{"date-parts": [[2024, 13, 1]]}"#), Err("2024-13-01".to_owned()));
        let broken = read("[{\"type\": \"book\", \"title\": \"A\"},\n oops");
        assert_eq!((broken.entries.len(), broken.problems[0].line), (0, 2));
    }
}
