//! The sources as CSL JSON, which Pandoc, Zotero and citation processors read.

use serde_json::{Map, Value, json};

use super::reference::{Reference, references};
use crate::export::json::pretty;
use crate::export::view::View;
use crate::model::SourceKind;

/// The sources as CSL JSON.
pub(in crate::export) fn to_csl_json(view: &View) -> String {
    let part = view.part_words();
    pretty(&view.progress.through(references(view)).map(|reference| item(&reference, &part)).collect::<Value>())
}

fn item(reference: &Reference, part: &str) -> Value {
    let kind = match reference.kind {
        Some(SourceKind::NewsArticle) => "article-newspaper",
        Some(SourceKind::Report) => "report",
        Some(SourceKind::OfficialStatement) => "document",
        Some(SourceKind::SocialPost) => "post",
        Some(SourceKind::Broadcast) => "broadcast",
        Some(SourceKind::Interview) => "interview",
        Some(SourceKind::Dataset) => "dataset",
        Some(SourceKind::Photo) => "graphic",
        _ => "document",
    };
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(reference.key));
    item.insert("type".to_owned(), json!(kind));
    let mut text = |name: &str, value: &str| {
        if !value.is_empty() {
            item.insert(name.to_owned(), json!(value));
        }
    };
    text("title", &reference.title);
    text(if kind == "article-newspaper" { "container-title" } else { "publisher" }, &reference.publisher);
    text("URL", &reference.url);
    text("archive_location", &reference.archived);
    text("language", &reference.lang);
    text(
        "note",
        &[reference.remarks(), part.to_owned()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(". "),
    );
    text("keyword", &reference.marking);
    if !reference.author.is_empty() {
        item.insert("author".to_owned(), json!([{ "literal": reference.author }]));
    }
    if !reference.date_parts.is_empty() {
        let circa = if reference.date_words.is_empty() { json!({}) } else { json!({ "circa": true }) };
        let mut issued = json!({ "date-parts": [reference.date_parts] });
        if let (Some(issued), Some(circa)) = (issued.as_object_mut(), circa.as_object()) {
            issued.extend(circa.clone());
        }
        item.insert("issued".to_owned(), issued);
    } else if !reference.date_words.is_empty() {
        item.insert("issued".to_owned(), json!({ "literal": reference.date_words }));
    }
    if !reference.accessed.is_empty() {
        let parts: Vec<i32> = reference.accessed.split('-').filter_map(|part| part.parse().ok()).collect();
        item.insert("accessed".to_owned(), json!({ "date-parts": [parts] }));
    }
    Value::Object(item)
}
