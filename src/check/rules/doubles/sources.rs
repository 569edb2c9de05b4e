//! Sources that are likely one, entered twice.

use std::collections::HashMap;

use super::wording::{MERGE_OR_WAIVE, MOST_NAMED, listed};
use crate::analysis::doubles::SourceFace;
use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::model::{Id, Source};

pub(in crate::check) const SAME_SOURCE: Rule = Rule {
    id: "same-source",
    severity: Severity::Warning,
    title: "Two sources that may be one",
    condition: "Two sources have one address, or one title of one publisher where not both have an address",
    help: "An article that is entered twice looks like two that say the same, and what rests on it like something that is \
           told by two. Addresses are compared without `http`, `www` and the part behind `#`, titles without case and \
           accents. Merge the two, so that all cites lead to one, or say by a waiver for just these that they are two. \
           Sources of which one draws on the other are two.",
    scope: Scope::WholeFile(same_source),
};

fn same_source(context: &Context, found: &mut Findings) {
    let sources = &context.reader.briefing.sources;
    let faces: Vec<SourceFace> = sources.iter().map(|entry| face_of(&entry.record)).collect();
    let mut by_address: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_title: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (place, (entry, face)) in sources.iter().zip(&faces).enumerate() {
        let source: &Source = &entry.record;
        let is_asked = |other: &usize| sources.get(*other).is_some_and(|other| !is_drawn_on(source, &other.record));
        let mut others: Vec<usize> = Vec::new();
        if !face.address.is_empty() {
            others.extend(earlier(by_address.entry(&face.address).or_default(), place).filter(is_asked));
        }
        let has_address = !others.is_empty();
        if !face.title.is_empty() {
            let of_title = earlier(by_title.entry((&face.publisher, &face.title)).or_default(), place);
            let is_like = |other: &usize| faces.get(*other).is_some_and(|other| face.is_not_told_apart(other));
            others.extend(of_title.filter(is_like).filter(is_asked));
        }
        others.sort_unstable();
        others.dedup();
        let others: Vec<Id> =
            others.iter().filter_map(|other| Some(sources.get(*other)?.record.id.clone())).take(MOST_NAMED).collect();
        if others.is_empty() {
            continue;
        }
        let (why, field) =
            if has_address { ("they have one address", "url") } else { ("they have one title and publisher", "title") };
        let message = format!("`{}` and {} may be one source: {why}", source.id, listed(&others));
        found.add_to((entry.key, &source.id), field, message, MERGE_OR_WAIVE);
        found.together_with(others);
    }
}

fn face_of(source: &Source) -> SourceFace {
    SourceFace::new(&source.url, &source.title, &source.publisher)
}

/// Those that were noted before; this one is noted too.
fn earlier(known: &mut Vec<usize>, place: usize) -> impl Iterator<Item = usize> + use<> {
    let before = known.clone();
    if known.len() <= MOST_NAMED {
        known.push(place);
    }
    before.into_iter()
}

/// Whether one of two sources draws on the other.
fn is_drawn_on(one: &Source, other: &Source) -> bool {
    one.derived_from.contains(&other.id) || other.derived_from.contains(&one.id)
}
