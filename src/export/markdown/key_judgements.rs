//! What the analysts conclude, how likely it is, and how sure they are: two things that never share a sentence (ICD 203,
//! section D.6.e).

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::analysis::{Support, is_sourced, support_of};
use crate::model::{AnyRecord, Id, Judgement, plural};

use super::caveats::caveats;
use super::note::{Note, Yardstick};
use super::words::{listed, sentence, text};
use crate::export::words::{ground_words, of_origins};

impl Note<'_> {
    pub(super) fn key_judgements(&mut self) {
        let (key, further) = self.judgements();
        if key.is_empty() && further.is_empty() {
            return;
        }
        self.heading("Key judgements");
        for judgement in self.through(&key) {
            self.judgement(judgement);
        }
        if !further.is_empty() {
            if !key.is_empty() {
                self.subheading("Further judgements");
            }
            for judgement in self.through(&further) {
                self.judgement(judgement);
            }
        }
    }

    /// The judgements that stand, those that are key apart from the others, in the order of the file.
    pub(super) fn judgements(&self) -> (Vec<Arc<Judgement>>, Vec<Arc<Judgement>>) {
        let kept = self.kept(&self.reader.briefing.judgements);
        let replaced: BTreeSet<Id> = kept.iter().filter_map(|judgement| judgement.supersedes.clone()).collect();
        let standing = kept.into_iter().filter(|judgement| !replaced.contains(&judgement.id));
        standing.partition(|judgement| judgement.key == Some(true))
    }

    fn judgement(&mut self, judgement: &Judgement) {
        let marks = self.marks(&judgement.cites);
        let words = sentence(&judgement.text);
        let words = if words.is_empty() { "A judgement without words.".to_owned() } else { words };
        self.item(0, &format!("**{words}**{marks}"));
        if let Some(likelihood) = judgement.likelihood {
            self.used.insert(Yardstick::Likelihood);
            let (from, to) = likelihood.percent();
            self.item(1, &format!("Likelihood: {}, {from} to {to} %.", likelihood.label().to_lowercase()));
        }
        if let Some(confidence) = judgement.confidence {
            self.used.insert(Yardstick::Confidence);
            let reason = sentence(&judgement.reason);
            self.item(1, format!("Confidence: {}. {reason}", confidence.label().to_lowercase()).trim_end());
        }
        let Support { in_favour, against, unsourced, origins, origins_against } = support_of(&self.reader, judgement);
        let label = |begin: &str, records, origins, noun| {
            format!("{begin} {}{}", plural(records, "record"), of_origins(records > 1 && unsourced == 0, origins, noun))
        };
        self.grounds(&label("Rests on", in_favour, origins, "independent origin"), &judgement.supports);
        let stands = if against == 1 { "Against it stands" } else { "Against it stand" };
        self.grounds(&label(stands, against, origins_against, "origin"), &judgement.contradicts);
        let caveats = caveats(judgement, &[]);
        if !caveats.is_empty() {
            self.item(1, &caveats);
        }
        let replaced = judgement.supersedes.as_ref().and_then(|id| self.reader.by_id(id));
        if let Some((_, AnyRecord::Judgement(old))) = replaced {
            self.item(1, &format!("Takes the place of the judgement: {}", sentence(&old.text)));
        }
    }

    /// The records that speak for a judgement or against it, each with where it is known from.
    fn grounds(&mut self, label: &str, ids: &[Id]) {
        let mut grounds: Vec<(String, String)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let reader = self.reader;
        for record in ids.iter().filter_map(|id| reader.by_id(id)).map(|(_, record)| record) {
            let marks = self.marks(record.cites());
            let marks = if is_sourced(&reader, &record) { marks } else { format!("{marks} (not sourced)") };
            let words = self.ground(&record);
            let place = *places.entry(words.clone()).or_insert(grounds.len());
            match grounds.get_mut(place) {
                Some((_, all)) => all.push_str(&marks),
                None => grounds.push((words, marks)),
            }
        }
        if !grounds.is_empty() {
            let grounds: Vec<String> = grounds.into_iter().map(|(words, marks)| format!("{words}{marks}")).collect();
            self.item(1, &format!("{label}: {}.", grounds.join("; ")));
        }
    }

    fn ground(&self, record: &AnyRecord) -> String {
        match record {
            AnyRecord::Statement(statement) if statement.no_response.is_some() => {
                format!("{} did not answer: {}", self.name(&statement.speaker), text(&ground_words(statement)))
            }
            AnyRecord::Statement(statement) => {
                format!("{}: {}", self.name(&statement.speaker), text(&ground_words(statement)))
            }
            AnyRecord::Judgement(judgement) => {
                format!("the judgement: {}", text(judgement.text.trim().trim_end_matches('.')))
            }
            AnyRecord::Visit(visit) => self.visit_title(visit),
            AnyRecord::Relation(relation) => {
                let names: Vec<String> = relation.between.iter().map(|id| self.name(id)).collect();
                let kind = relation.kind.as_ref().map_or_else(|| "relation".to_owned(), |kind| text(kind.label()));
                format!("{kind} of {}", listed(&names))
            }
            other => text(&self.reader.title(other)),
        }
    }
}
