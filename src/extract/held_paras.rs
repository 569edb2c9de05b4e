//! Which paragraphs of a held source the paragraphs of an article are, told by their words.

use std::collections::HashMap;

use super::blocks::on_one_line;
use super::page::Paragraph;
use crate::index::fold;
use crate::model::Source;

/// Words that are not those of a whole paragraph are looked for in so many that follow the last one found.
const NEAR: usize = 16;
/// Fewer bytes of an excerpt tell no paragraph.
const SHORTEST_PART: usize = 20;

/// The number in the source of each paragraph of the article; `None` where the source does not hold its words.
///
/// A source counts the caption of its picture, also where there is none, so that blocks of a text cannot be counted.
#[must_use]
pub fn held_paras(paragraphs: &[Paragraph], source: &Source) -> Vec<Option<u32>> {
    let held: Vec<(u32, String)> = source
        .held_words()
        .into_iter()
        .filter_map(|(para, words)| Some((para?, fold(&on_one_line(words)))))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, (_, words)) in held.iter().enumerate() {
        places.entry(words).or_default().push(place);
    }
    let mut next = 0;
    let of = |paragraph: &Paragraph| {
        let words = fold(&on_one_line(paragraph.text.get(paragraph.range.clone()).unwrap_or_default()));
        let same = places.get(words.as_str()).and_then(|all| all.iter().find(|place| **place >= next).or(all.first()));
        let part = || {
            let near = held.iter().enumerate().skip(next).take(NEAR);
            near.into_iter()
                .find(|(_, (_, text))| {
                    text.contains(&words) && words.len() >= SHORTEST_PART
                        || words.contains(text) && text.len() >= SHORTEST_PART
                })
                .map(|(place, _)| place)
        };
        let place = same.copied().or_else(part)?;
        next = place;
        held.get(place).map(|(para, _)| *para)
    };
    paragraphs.iter().map(of).collect()
}
