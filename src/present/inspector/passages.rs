//! The paragraphs that a statement cites, with the words around, its quotes marked, and whether they stand there.

use std::collections::{BTreeSet, HashMap};

use super::block::{Block, Paragraph, PassageHead, PassageRun, Verdict};
use super::build::Build;
use super::page::{Item, Section};
use super::prose::{Prose, Tone, quoted, shortened};
use crate::check::{self, Alteration, FoundQuote, Likeness};
use crate::model::{Cite, Id, Source, Statement, count_text, plural};
use crate::present::{find_words, visible};

/// A source that a statement cites, with the paragraphs.
struct Cited<'a> {
    id: &'a Id,
    source: std::sync::Arc<Source>,
    paras: BTreeSet<u32>,
    cites: Vec<&'a Cite>,
}

/// So many times words are looked for in a paragraph, so that very many quotes from a very long text wait for nobody.
const LOOK_UPS: usize = 40_000;

/// So many paragraphs of a source are shown.
const MOST_PARAGRAPHS: usize = 200;

/// So many characters of a quote are said again where it was not found.
const MOST_CHARS: usize = 40;

impl Build<'_> {
    pub(super) fn passages(&self, sections: &mut Vec<Section>, statement: &Statement) {
        let cited = self.cited_sources(&statement.cites);
        let said: Vec<&str> =
            statement.content.iter().filter(|run| run.is_said()).map(crate::model::Content::text).collect();
        let first = sections.len();
        for one in &cited {
            sections.push(self.passage(one, &said));
        }
        let verdicts = verdicts(&cited, &said);
        if let Some(last) = sections.get_mut(first..).and_then(<[Section]>::last_mut) {
            last.items.extend(verdicts.into_iter().map(|(kind, words)| Item::free(Block::Verdict(kind, words))));
        }
    }

    /// The sources cited by paragraph, in the order of the cites.
    fn cited_sources<'b>(&self, cites: &'b [Cite]) -> Vec<Cited<'b>> {
        let mut found: Vec<Cited> = Vec::new();
        let mut places: HashMap<&Id, usize> = HashMap::new();
        for cite in cites {
            let place = places.get(cite.source()).copied();
            if let Some(known) = place.and_then(|place| found.get_mut(place)) {
                known.paras.extend(cite.para());
                known.cites.push(cite);
            } else if let Some(source) = self.reader.source(cite.source()) {
                let paras = cite.para().into_iter().collect();
                places.insert(cite.source(), found.len());
                found.push(Cited { id: cite.source(), source, paras, cites: vec![cite] });
            }
        }
        found
    }

    fn passage(&self, cited: &Cited, said: &[&str]) -> Section {
        let source = &cited.source;
        let key = self.reader.index.key_of(cited.id);
        let mut items = vec![Item::free(Block::PassageHead(PassageHead {
            key,
            publisher: visible(if source.publisher.is_empty() { source.id.as_str() } else { &source.publisher })
                .into_owned(),
            title: visible(&source.title).into_owned(),
            address: Some(source.url.clone()).filter(|url| !url.is_empty()),
        }))];
        let mut exact_words: HashMap<u32, Vec<&str>> = HashMap::new();
        for cite in cited.cites.iter().filter(|cite| !cite.long.exact.is_empty()) {
            if let Some(para) = cite.para() {
                exact_words.entry(para).or_default().push(&cite.long.exact);
            }
        }
        let paras = with_neighbours(source, &cited.paras);
        let looked_up = LOOK_UPS / said.len().max(1);
        for (place, para) in paras.iter().copied().enumerate().take(MOST_PARAGRAPHS) {
            let is_cited = cited.paras.contains(&para);
            let exact = exact_words.remove(&para).unwrap_or_default();
            let marks: Vec<&str> = match (is_cited, said.is_empty()) {
                (false, _) => Vec::new(),
                (true, true) => exact.clone(),
                (true, false) if place <= looked_up => said.to_vec(),
                (true, false) => Vec::new(),
            };
            let mut texts: Vec<&str> = source.words_of(para).collect();
            if texts.is_empty() {
                texts = exact;
            }
            let runs = marked_runs(&texts, &marks);
            items.push(Item::free(Block::Paragraph(Paragraph { source: key, para: Some(para), runs, is_cited })));
        }
        if paras.len() > MOST_PARAGRAPHS {
            let more = format!("and {} more", plural(paras.len() - MOST_PARAGRAPHS, "paragraph"));
            items.push(Item::free(Block::Text(Prose::new().add(Tone::Detail, &more))));
        }
        Section::plain(items)
    }
}

/// The cited paragraphs, and the held ones right before and after each, in order.
fn with_neighbours(source: &Source, cited: &BTreeSet<u32>) -> BTreeSet<u32> {
    let held: BTreeSet<u32> = source.held_words().iter().filter_map(|(para, _)| *para).collect();
    let mut shown = cited.clone();
    for para in cited {
        shown.extend(para.checked_sub(1).filter(|before| held.contains(before)));
        shown.extend(para.checked_add(1).filter(|after| held.contains(after)));
    }
    shown
}

/// Texts of one paragraph as runs, `…` between two, the words to be marked as runs of their own.
#[must_use]
pub fn marked_runs(texts: &[&str], marks: &[&str]) -> Vec<PassageRun> {
    let mut runs = Vec::new();
    let plain = |runs: &mut Vec<PassageRun>, text: &str| match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(PassageRun::Plain(before)) => before.push_str(&visible(text)),
        _ => runs.push(PassageRun::Plain(visible(text).into_owned())),
    };
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            plain(&mut runs, " … ");
        }
        let mut ranges: Vec<_> = marks.iter().flat_map(|words| find_words(text, words)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut at = 0;
        for range in ranges {
            let start = range.start.max(at);
            let (Some(before), Some(words)) = (text.get(at..start), text.get(start..range.end.max(start))) else {
                continue;
            };
            plain(&mut runs, before);
            match runs.last_mut() {
                _ if words.is_empty() => {}
                Some(PassageRun::Marked(marked)) => marked.push_str(&visible(words)),
                _ => runs.push(PassageRun::Marked(visible(words).into_owned())),
            }
            at = range.end.max(at);
        }
        plain(&mut runs, text.get(at..).unwrap_or_default());
    }
    runs
}

/// Where some words stand.
enum Found {
    /// In cited paragraphs of one source.
    Cited(BTreeSet<u32>, FoundQuote),
    /// In a paragraph that is not cited.
    Elsewhere(u32),
    Missing,
    NotHeld,
}

fn verdicts(cited: &[Cited], said: &[&str]) -> Vec<(Verdict, String)> {
    let exact: Vec<&str> = cited
        .iter()
        .flat_map(|one| one.cites.iter().map(|cite| cite.long.exact.as_str()))
        .filter(|exact| !exact.is_empty())
        .collect();
    let (words, one, many) =
        if said.is_empty() { (exact.as_slice(), "Cited words", "cited wordings") } else { (said, "Quote", "quotes") };
    let mut verdicts = Vec::new();
    let mut found_in: BTreeSet<u32> = BTreeSet::new();
    let mut verbatim = 0;
    let mut not_held = false;
    let paragraphs: usize = cited.iter().map(|one| one.source.held_words().len()).sum();
    let looked_up = (LOOK_UPS / paragraphs.max(1)).max(1);
    for wanted in words.iter().take(looked_up) {
        let shown = quoted(&shortened(&visible(wanted), MOST_CHARS));
        let found = locate(cited, wanted);
        if let Found::Cited(_, found) = &found
            && !said.is_empty()
        {
            let limits = found.limits.iter().map(|limit| format!("{shown}: {}", visible(&limit.to_string())));
            verdicts.extend(limits.map(|words| (Verdict::Unknown, words)));
        }
        match found {
            // A quote may begin or end with dots.
            Found::Cited(paras, found)
                if found.likeness == Likeness::Verbatim
                    || found.likeness == Likeness::Altered && found.alterations.is_empty() =>
            {
                verbatim += 1;
                found_in.extend(paras);
            }
            Found::Cited(paras, found) => verdicts.push(differing(&shown, &listed(&paras), &found.alterations)),
            Found::Elsewhere(para) => {
                verdicts.push((Verdict::Differs, format!("{shown} stands in ¶{para}, which is not cited")));
            }
            Found::Missing => {
                verdicts.push((Verdict::Differs, format!("{shown} is not among the words held of {}", paras(cited))));
            }
            Found::NotHeld => not_held = true,
        }
    }
    if verbatim > 0 {
        let what = match (verbatim, words.len()) {
            (1, 1) => one.to_owned(),
            (2, 2) => format!("Both {many}"),
            (all, of) if all == of => format!("All {all} {many}"),
            (some, of) => format!("{some} of {of} {many}"),
        };
        verdicts.insert(0, (Verdict::Found, format!("{what} found word for word in {}", listed(&found_in))));
    }
    if words.len() > looked_up {
        let more = count_text(words.len() - looked_up);
        verdicts
            .push((Verdict::Unknown, format!("{more} more {many} are not looked up here; the checks tell of them")));
    }
    if not_held {
        verdicts.push((Verdict::Unknown, format!("No words of {} are held to compare with", paras(cited))));
    }
    verdicts
}

fn paras(cited: &[Cited]) -> String {
    let words: Vec<String> = cited.iter().flat_map(|one| one.paras.iter().map(|para| format!("¶{para}"))).collect();
    if words.is_empty() { "the source".to_owned() } else { words.join(", ") }
}

/// A quote that is not there to the letter: what it changes, or that the difference is one of typography.
fn differing(shown: &str, places: &str, alterations: &[Alteration]) -> (Verdict, String) {
    if alterations.iter().all(Alteration::is_of_case) {
        return (Verdict::Differs, format!("{shown} differs from {places} in capitals, punctuation marks or spaces"));
    }
    let told: Vec<String> = alterations.iter().map(|change| visible(&change.to_string()).into_owned()).collect();
    let is_turning = alterations.iter().any(Alteration::may_turn_the_sense);
    let verdict = if is_turning { Verdict::Differs } else { Verdict::Unknown };
    (verdict, format!("{shown} against {places}: {}", told.join("; ")))
}

fn listed(paras: &BTreeSet<u32>) -> String {
    paras.iter().map(|para| format!("¶{para}")).collect::<Vec<_>>().join(", ")
}

fn locate(cited: &[Cited], wanted: &str) -> Found {
    let mut best: Option<(BTreeSet<u32>, FoundQuote)> = None;
    let mut elsewhere = None;
    let mut has_words = false;
    for one in cited {
        let is_cited = |para: u32| one.paras.is_empty() || one.paras.contains(&para);
        let (cited, others): (Vec<_>, Vec<_>) = one
            .source
            .held_words()
            .into_iter()
            .filter_map(|(para, text)| Some((para?, text)))
            .filter(|(_, text)| !text.trim().is_empty())
            .partition(|(para, _)| is_cited(*para));
        has_words |= !cited.is_empty();
        let found = check::find_in_source(&one.source, is_cited, wanted);
        if let Some(found) =
            found.filter(|(_, found)| best.as_ref().is_none_or(|(_, best)| found.likeness > best.likeness))
        {
            best = Some(found);
        }
        let holding = || others.iter().find(|(_, text)| !find_words(text, wanted).is_empty()).map(|(para, _)| *para);
        if best.is_none() {
            elsewhere = elsewhere.or_else(holding);
        }
    }
    match (best, elsewhere) {
        (Some((paras, found)), _) => Found::Cited(paras, found),
        (None, Some(para)) => Found::Elsewhere(para),
        (None, None) if has_words => Found::Missing,
        (None, None) => Found::NotHeld,
    }
}
