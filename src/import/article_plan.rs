//! Texts as sources that hold them whole: their paragraphs, their titles, and the days they were likely published.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::edit::article::source_text;
use crate::edit::{likely_publication, record_of};
use crate::import::plan::{Aside, ImportPlan};
use crate::import::table::Decoded;
use crate::index::Reader;
use crate::model::{Node, RecordKind, SourceKind, shortened};

/// A file with the text of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: Decoded,
}

/// What each of several texts brings into a briefing, in their order; nothing where a source, or one before it, holds the
/// same paragraphs.
#[must_use]
pub fn plan_articles(reader: &Reader, articles: &[ArticleFile], accessed: &str) -> Vec<ImportPlan> {
    let sources = reader.briefing.sources.iter().map(|entry| entry.record.text.as_slice());
    let mut held: HashSet<Cow<'_, [String]>> = sources.filter(|text| !text.is_empty()).map(Cow::Borrowed).collect();
    let plan = |article: &ArticleFile| {
        let mut plan = ImportPlan::default();
        let paragraphs = source_text(&article.text.text);
        if paragraphs.iter().all(String::is_empty) {
            plan.aside.push(Aside::entry(1, "The text holds no words".to_owned()));
        } else if held.contains(paragraphs.as_slice()) {
            plan.known = 1;
        } else {
            take(&mut plan, article, &paragraphs, accessed);
            held.insert(Cow::Owned(paragraphs));
        }
        plan
    };
    articles.iter().map(plan).collect()
}

/// The source that holds a text.
fn take(plan: &mut ImportPlan, article: &ArticleFile, paragraphs: &[String], accessed: &str) {
    plan.remarks.extend(article.text.read_as.remarks());
    let words = |text: &str| Node::Text(text.to_owned());
    let mut fields = vec![
        ("publisher".into(), words(publisher_of(&article.name))),
        ("kind".into(), Node::Word(SourceKind::NewsArticle.word().into())),
    ];
    let title = paragraphs.first().filter(|title| !title.is_empty());
    fields.extend(title.map(|title| ("title".into(), words(title))));
    // A day among other words may be that of what is told of, so nobody is asked and it is not taken.
    plan.remarks.push(match likely_publication(&article.text.text) {
        Some(likely) if likely.is_alone => {
            let told = format!("Published {}, as the line “{}” says; look whether it is so", likely.day, likely.line);
            fields.push(("published".into(), Node::Text(likely.day)));
            told
        }
        Some(likely) => format!(
            "No line tells when it was published; perhaps {}, which stands in “{}”",
            likely.day,
            shortened(&likely.line)
        ),
        None => "No line tells when it was published".to_owned(),
    });
    if !accessed.is_empty() {
        fields.push(("accessed".into(), words(accessed)));
    }
    fields.push(("text".into(), Node::List(paragraphs.iter().map(|paragraph| words(paragraph)).collect())));
    fields.push(("held".into(), Node::Bool(true)));
    match record_of(RecordKind::Source, fields) {
        Ok(record) => {
            plan.records.push(record);
            plan.added = 1;
        }
        Err(error) => plan.aside.push(Aside::entry(1, error.to_string())),
    }
}

/// Nobody is named by the file's name; it stands there until somebody says who published the text.
fn publisher_of(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
