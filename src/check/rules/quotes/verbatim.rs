//! Quotes that do not stand in what is cited.

use super::quoted::{cites_with_words, quotes_of, words_at};
use crate::check::cited::cited_texts;
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::Lookup;
use crate::check::wording::{Likeness, folded};
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Cite, CiteLong, Key, Node};

pub(in crate::check::rules) const QUOTE_NOT_VERBATIM: Rule = Rule {
    id: "quote-not-verbatim",
    severity: Severity::Error,
    title: "Quote that is not in the source",
    condition: "A Said run, or `exact` of a cite, does not stand in the held words of what is cited",
    help: "Whatever stands in quotation marks is somebody's own words, letter for letter; a note with a misquote is \
           worse than none. Said runs, and the `exact`, `prefix` and `suffix` of a cite (TextQuoteSelector of the W3C \
           Web Annotation Data Model), are compared with the held words of the paragraphs cited, then with all \
           held words, so that words that stand in another source are told apart from words that stand nowhere. \
           Where a cited paragraph is not held there is nothing to compare with, and nothing is said.",
    scope: Scope::PerRecord(quote_not_verbatim),
};

fn quote_not_verbatim(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, lookup) in quotes_of(context, key, record).iter() {
        report_lookup(record, path, lookup, found);
        let cite = path.strip_suffix(".exact").map(|_| cites_with_words(record));
        let cite = cite.and_then(|mut cites| cites.find(|(number, _)| *path == format!("cites[{number}].exact")));
        let is_unaltered = matches!(lookup, Lookup::Cited(found) if found.likeness > Likeness::Altered);
        if let (true, Some((number, cite))) = (is_unaltered, cite) {
            report_surroundings(context, record, number, cite, found);
        }
    }
}

fn report_surroundings(context: &Context, record: &AnyRecord, number: usize, cite: &Cite, found: &mut Findings) {
    let has_any = !cite.long.prefix.is_empty() || !cite.long.suffix.is_empty();
    if has_any && !surroundings_fit(&cite.long, &cited_texts(context, cite)) {
        let message = format!(
            "{} quotes “{}” from `{}`, where it does not stand between the prefix and the suffix given",
            called(record),
            cite.long.exact,
            cite.to_short()
        );
        let field = if cite.long.prefix.is_empty() { "suffix" } else { "prefix" };
        found.add(format!("cites[{number}].{field}"), message, "Copy the words right before and after from the source");
    }
}

fn report_lookup(record: &AnyRecord, path: &str, lookup: &Lookup, found: &mut Findings) {
    let words = words_at(record, path);
    match lookup {
        Lookup::Elsewhere(_, place) => {
            let source = place.source();
            let stands = place.para().map_or_else(|| format!("`{source}`"), |para| format!("`{source}` ¶{para}"));
            let message =
                format!("{} quotes “{words}”, which stands in {stands}, not in what is cited", called(record));
            found.add(path, message, format!("Cite `{}`", place.to_short()));
            found.mended_by(cited_instead(path, place));
        }
        Lookup::Missing(parted) => {
            let message =
                format!("{} quotes “{words}”, which stands nowhere in the words that are held", called(record));
            let hint = parted.as_ref().map(|(last, next)| format!("After “{last}” the source goes on “{next}”"));
            found.add(
                path,
                message,
                hint.unwrap_or_else(|| "Quote letter for letter, make it a Para, or hold the passage".to_owned()),
            );
        }
        Lookup::Cited(_) | Lookup::NotHeld => {}
    }
}

/// The place where quoted words stand as a further cite of a statement, or as that of the cite itself.
fn cited_instead(path: &str, place: &Cite) -> Remedy {
    let label = format!("Cite {}", place.to_short());
    match path.strip_suffix(".exact") {
        Some(cite) => {
            let para = place.para().map(|para| Node::Integer(i64::from(para)));
            let source = Node::Text(place.source().to_string());
            Remedy::one(label, Act::Put(vec![(format!("{cite}.source"), Some(source)), (format!("{cite}.para"), para)]))
        }
        None => Remedy::one(label, Act::Add("cites", Node::Text(place.to_short()))),
    }
}

/// Whether the words stand somewhere with their prefix before and their suffix after, as far as the text goes.
fn surroundings_fit(cite: &CiteLong, texts: &[&str]) -> bool {
    let (prefix, suffix) = (folded(&cite.prefix), folded(&cite.suffix));
    if prefix.is_empty() && suffix.is_empty() {
        return true;
    }
    let words = folded(&cite.exact);
    let is_edge =
        |c: char| c.is_whitespace() || matches!(c, '\'' | '.' | ',' | ';' | ':' | '!' | '?' | '-' | '。' | '，');
    let words = words.trim_matches(is_edge);
    // Where a line's end parts a word of it, it is not found by its letters, and its surroundings are not looked at.
    let texts: Vec<String> = texts.iter().map(|text| folded(text)).filter(|text| text.contains(words)).collect();
    if texts.is_empty() {
        return true;
    }
    texts.iter().any(|text| {
        text.match_indices(words).any(|(at, _)| {
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + words.len()..).unwrap_or(""));
            let (before, after) = (loose(before), loose(after));
            let (prefix, suffix) = (loose(&prefix), loose(&suffix));
            (before.ends_with(prefix) || prefix.ends_with(before))
                && (after.starts_with(suffix) || suffix.starts_with(after))
        })
    })
}

fn loose(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\'')
}
