//! How words reached us: from the speaker through every source to the one that is cited.

use std::collections::{HashMap, HashSet};

use super::block::{Block, ChainStep};
use super::build::Build;
use super::page::{Item, Section};
use super::{Prose, Target, Tone};
use crate::analysis::is_held;
use crate::model::{Cite, Id, Source, Statement};
use crate::present::{Occasion, StatementCard, language_words};

impl Build<'_> {
    pub(super) fn chain_section(&self, statement: &Statement, card: &StatementCard) -> Section {
        let occasion = match &card.occasion {
            _ if card.asked.is_some() => card.occasion_words(),
            Occasion::Event(..) => "at the event below".to_owned(),
            Occasion::To(_) | Occasion::NotStated => card.occasion_words(),
        };
        let mut steps = vec![ChainStep {
            words: Prose::new().record(self.reader, Tone::Plain, &statement.speaker),
            detail: occasion,
            is_origin: true,
            is_unseen: false,
        }];
        let mut sources: Vec<&Id> = statement.via.iter().collect();
        let mut known: HashSet<&Id> = statement.via.iter().collect();
        let mut first_cites: HashMap<&Id, &Cite> = HashMap::new();
        for cite in &statement.cites {
            first_cites.entry(cite.source()).or_insert(cite);
            if known.insert(cite.source()) {
                sources.push(cite.source());
            }
        }
        steps.extend(sources.iter().map(|id| self.chain_step(id, first_cites.get(id).copied())));
        let mut items = vec![Item::of("via", Block::Chain(steps))];
        if let Some(words) = self.original_words(statement, sources.last().copied()) {
            items.push(Item::free(Block::Text(Prose::new().add(Tone::Detail, &words))));
        }
        Section::headed("How the words reached us", None, items)
    }

    fn chain_step(&self, id: &Id, cite: Option<&Cite>) -> ChainStep {
        let Some(source) = self.reader.source(id) else {
            let words = Prose::new().record(self.reader, Tone::Plain, id);
            return ChainStep { words, detail: String::new(), is_origin: false, is_unseen: true };
        };
        let name = if source.publisher.is_empty() { source.id.as_str() } else { &source.publisher };
        let (name, target) = match cite.and_then(Cite::para) {
            Some(para) => {
                let key = self.reader.index.key_of(id);
                (format!("{name} ¶{para}"), key.map(|key| Target::Paragraph(key, para)))
            }
            None => (name.to_owned(), self.source_target(id)),
        };
        let mut words = Prose::new().link(Tone::Plain, &name, target);
        if !source.lang.is_empty() {
            words = words.add(Tone::Plain, &format!(", in {}", language_words(&source.lang)));
        }
        ChainStep { words, detail: step_detail(&source, cite), is_origin: false, is_unseen: !is_held(&source) }
    }

    /// What is known of the wording in which it was said.
    fn original_words(&self, statement: &Statement, last: Option<&Id>) -> Option<String> {
        if statement.original.is_some() || statement.content.is_empty() {
            return None;
        }
        let outlet = last.and_then(|id| self.reader.source(id))?;
        let speaker = self.reader.actor(&statement.speaker);
        let is_own = speaker.is_some_and(|actor| actor.spellings().any(|name| name == outlet.publisher));
        (!is_own).then(|| "Original wording not held; translator not named".to_owned())
    }
}

/// `B2`: how reliable the source is and how credible the item; or that we have not seen it.
fn step_detail(source: &Source, cite: Option<&Cite>) -> String {
    if !is_held(source) {
        return "not held".to_owned();
    }
    let mut detail: String = source.reliability.map(|grade| grade.word().to_owned()).unwrap_or_default();
    if let Some(credibility) = cite.and_then(|cite| cite.long.credibility) {
        detail.push_str(&credibility.to_string());
    }
    detail
}
