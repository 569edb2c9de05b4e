//! An article read as a whole: its proposals in the order of the text.

use std::collections::HashMap;

use super::blocks::{Block, blocks};
use super::cast::Cast;
use super::dates::dates;
use super::held_paras::held_paras;
use super::known::Known;
use super::language_of::language_of;
use super::page::{lower_headlines, paragraphs};
use super::proposal::Proposal;
use super::records::{Maker, Parsed};
use super::roles::roles;
use super::said_date::said_date;
use super::statements::statements;
use super::told::Span;
use super::visit::Text;
use super::visit_records::visit_ids;
use super::visits::visits;
use super::watch::Watch;
use crate::index::Reader;
use crate::language::language;
use crate::language::nations::nation_at;
use crate::language::press::lexicon;
use crate::model::{DateBounds, Id, Level, Source};
use crate::phrase::Setting;

/// The id of the source where no briefing has the article.
const SOURCE: &str = "article";
/// So many blocks are compared with the sources of a briefing.
const FIRST_BLOCKS: usize = 6;

/// What is known beside the text of an article.
#[derive(Clone, Copy, Default)]
pub struct Asked<'a> {
    /// When it was published.
    pub published: Option<DateBounds>,
    /// Its language, as a BCP 47 tag; told from the text where not given.
    pub lang: Option<&'a str>,
    /// The briefing that it is read into.
    pub into: Option<Reader<'a>>,
    /// The source of the briefing whose words it is; looked for by them where not given.
    pub source: Option<&'a Source>,
    /// The paragraph of the source that each block of the text is; where not given, it is told by the words of the source,
    /// and where there is no source, cites count the blocks.
    pub paras: Option<&'a [u32]>,
    /// Who looks on.
    pub watch: Option<&'a Watch>,
}

/// What an article gives.
#[derive(Debug)]
pub struct Extracted {
    /// The proposals, in the order of the text.
    pub proposals: Vec<Proposal>,
    /// The language that the article was read in.
    pub lang: String,
    /// What a person should know: why there is nothing, or not all.
    pub remarks: Vec<String>,
}

/// Reads an article.
#[must_use]
pub fn extract(text: &str, asked: &Asked) -> Extracted {
    let blocks = blocks(text);
    let lang = asked.lang.map_or_else(|| language_of(text), |tag| Some(tag.to_owned())).unwrap_or_default();
    let lexicon = lexicon(&lang);
    let mut remarks = Vec::new();
    if blocks.is_empty() {
        remarks.push("The article has no words".to_owned());
    } else if lexicon.is_none() {
        remarks.push(if lang.is_empty() {
            "The language of the article cannot be told; its quotes are given without speakers. Say it with --lang"
                .to_owned()
        } else {
            format!("The words of “{lang}” are not known; quotes are given without speakers")
        });
    }
    let mut paragraphs = paragraphs(&blocks, lexicon);
    lower_headlines(&mut paragraphs, &|key| nation_at(key, std::iter::empty()).is_some());
    let paragraphs = paragraphs;
    let known = asked.into.map(|reader| Known::of(&reader, asked.source, &first_words(&blocks))).unwrap_or_default();
    let is_on = || asked.watch.is_none_or(Watch::is_on_after_stage);
    if !is_on() {
        return stopped(lang);
    }
    let of_source = known.source.as_ref().and_then(|source| source.published.as_ref()).map(crate::model::When::bounds);
    let setting = Setting { published: asked.published.or(of_source), language: language(&lang) };
    let mut dates: Vec<_> = paragraphs.iter().map(|paragraph| dates(paragraph, &setting)).collect();
    if !is_on() {
        return stopped(lang);
    }
    let mut cast = Cast::of(&paragraphs, &known.countries_without_code);
    if !is_on() {
        return stopped(lang);
    }
    // Of Serbian and French only who says what, and when.
    let has_frames = matches!(lexicon.map(|lexicon| lexicon.press.tag), Some("en" | "de"));
    let roles = if has_frames { roles(&paragraphs, &dates, &mut cast) } else { Vec::new() };
    if !is_on() {
        return stopped(lang);
    }
    // Since when an office is held tells nothing of when its holder spoke or travelled.
    for (role, held) in roles.iter().filter_map(|role| Some((role, role.held.as_ref()?))) {
        if let Some(dates) = dates.get_mut(role.span.paragraph) {
            dates.retain(|date| date.words.start != held.words.start);
        }
    }
    let told = statements(&paragraphs, &cast);
    if !is_on() {
        return stopped(lang);
    }
    let source = known.source.as_ref().map_or_else(|| Id::from(SOURCE), |source| source.id.clone());
    let taken: Vec<Span> = told.iter().filter_map(|told| said_date(&dates, told)).collect();
    let mut holders: HashMap<usize, Option<Level>> = HashMap::new();
    for role in &roles {
        let level = holders.entry(role.who).or_default();
        *level = level.or(role.level.filter(|_| !role.is_former));
    }
    let text = Text {
        holders: &holders,
        paragraphs: &paragraphs,
        dates: &dates,
        told: &told,
        setting,
        source: &source,
        taken: &taken,
    };
    let visits = if has_frames { visits(&text, &mut cast) } else { Vec::new() };
    if !is_on() {
        return stopped(lang);
    }
    known.match_cast(&mut cast);
    let paras = match (asked.paras, &known.source) {
        (Some(paras), _) => Some(paragraphs.iter().map(|paragraph| paras.get(paragraph.block).copied()).collect()),
        (None, Some(source)) => Some(held_paras(&paragraphs, source)),
        (None, None) => None,
    };
    let parsed = Parsed { blocks: &blocks, paragraphs: &paragraphs, dates: &dates, setting, paras };
    let mut maker = Maker::new(parsed, cast, roles.clone(), known, source.clone());
    let ids = visit_ids(&mut maker, &visits);
    let mut last_speaker = None;
    let mut next_visit = 0;
    for told in &told {
        let at = (told.sentence.paragraph, told.sentence.words.end);
        while let (Some(visit), Some(id)) = (visits.get(next_visit), ids.get(next_visit))
            && visit.at < at
        {
            maker.visit(visit, &ids, id);
            next_visit += 1;
        }
        maker.statement(told, &mut last_speaker);
    }
    while let (Some(visit), Some(id)) = (visits.get(next_visit), ids.get(next_visit)) {
        maker.visit(visit, &ids, id);
        next_visit += 1;
    }
    for role in &roles {
        maker.actor(super::who::Who::Character(role.who));
    }
    Extracted { proposals: maker.proposals, lang, remarks }
}

/// What is left of a reading that nobody wants any more.
fn stopped(lang: String) -> Extracted {
    Extracted { proposals: Vec::new(), lang, remarks: vec!["The reading was stopped".to_owned()] }
}

fn first_words(blocks: &[Block]) -> Vec<String> {
    blocks.iter().take(FIRST_BLOCKS).map(|block| super::blocks::on_one_line(&block.text)).collect()
}
