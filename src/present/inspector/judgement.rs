//! The page of a judgement.

use super::block::Block;
use super::build::Build;
use super::glyph::Badge;
use super::page::{Item, Page, Section};
use super::rows::glyph_of;
use super::{Prose, Tone};
use crate::model::{AnyRecord, Confidence, Judgement, Key, Likelihood};
use crate::present::visible;

impl Build<'_> {
    pub(super) fn judgement(&self, key: Key, judgement: &Judgement) -> Page {
        let record = AnyRecord::Judgement(judgement.clone().into());
        let mut sections = Vec::new();
        if let Some(likelihood) = judgement.likelihood {
            let place = Likelihood::ALL.iter().position(|known| *known == likelihood);
            sections.push(Section::headed("Likelihood", None, vec![Item::of("likelihood", Block::Likelihood(place))]));
        }
        let mut items = Vec::new();
        if let Some(confidence) = judgement.confidence {
            let filled = match confidence {
                Confidence::Low => 1,
                Confidence::Moderate => 2,
                Confidence::High => 3,
            };
            items.push(Item::of("confidence", Block::Confidence(filled, format!("{} confidence", confidence.label()))));
        }
        if !judgement.reason.is_empty() {
            items.push(Item::of("reason", Block::Text(Prose::new().add(Tone::Weak, &judgement.reason))));
        }
        if !items.is_empty() {
            sections.push(Section::headed("Confidence", None, items));
        }
        self.conflicts(&mut sections, key);
        self.evidence(&mut sections, judgement);
        for (field, head, texts) in [
            ("assumptions", "Assumes", &judgement.assumptions),
            ("alternatives", "Alternatives", &judgement.alternatives),
            ("indicators", "Would change it", &judgement.indicators),
        ] {
            if !texts.is_empty() {
                let items = texts.iter().map(|text| Item::of(field, Block::Bullet(Prose::plain(text)))).collect();
                sections.push(Section::headed(head, Some(texts.len()), items));
            }
        }
        let mut items = Vec::new();
        self.records(&mut items, "supersedes", "Replaces", &judgement.supersedes, None);
        if !items.is_empty() {
            sections.push(Section::plain(items));
        }
        self.linked_from(&mut sections, key, |_, _| false);
        self.common(&mut sections, &record);
        let badges = judgement
            .key
            .iter()
            .map(|key| Badge::Words(if *key { "Key judgement" } else { "Not a key judgement" }.to_owned()));
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: "Judgement".to_owned(),
            title: String::new(),
            subtitle: Prose::new().add(Tone::Lead, &visible(&judgement.text)),
            badges: badges.collect(),
            sections,
            id: judgement.id.to_string(),
        }
    }

    fn evidence(&self, sections: &mut Vec<Section>, judgement: &Judgement) {
        for (field, head, ids) in [
            ("supports", "Supported by", &judgement.supports),
            ("contradicts", "Contradicted by", &judgement.contradicts),
        ] {
            if ids.is_empty() {
                continue;
            }
            let mut items = vec![Item::of(field, self.id_list(field, "", ids))];
            let missing: Vec<&str> =
                ids.iter().filter(|id| self.reader.index.key_of(id).is_none()).map(crate::model::Id::as_str).collect();
            if !missing.is_empty() {
                let words = format!("Not in this file: {}", missing.join(", "));
                items.push(Item::of(field, Block::Text(Prose::new().add(Tone::Detail, &words))));
            }
            sections.push(Section::headed(head, Some(ids.len()), items));
        }
    }
}
