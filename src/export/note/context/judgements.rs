//! What the analysts conclude, how likely it is, how sure they are, and what it rests on.

use serde::Serialize;

use super::build::Build;
use crate::analysis::is_sourced;
use crate::export::words::{caveats, ground_words, listed, one_line, sentence};
use crate::model::{AnyRecord, Id, Judgement, capitalised};

/// A judgement.
#[derive(Debug, Clone, Serialize)]
pub(super) struct JudgementWords {
    id: String,
    pub(super) text: String,
    is_key: bool,
    likelihood: Option<LikelihoodWords>,
    confidence: Option<ConfidenceWords>,
    grounds: Vec<Ground>,
    against: Vec<Ground>,
    assumptions: Vec<String>,
    alternatives: Vec<String>,
    indicators: Vec<String>,
    replaces: String,
    note: String,
    marks: String,
}

/// How likely it is (ICD 203).
#[derive(Debug, Clone, Serialize)]
pub(super) struct LikelihoodWords {
    words: String,
    from: u8,
    to: u8,
}

/// How good its ground is, and why.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ConfidenceWords {
    words: String,
    pub(super) reason: String,
}

/// A record that speaks for a judgement, or against it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Ground {
    kind: &'static str,
    text: String,
    is_sourced: bool,
    marks: String,
}

impl Build<'_> {
    pub(super) fn judgements(&mut self) -> Vec<JudgementWords> {
        let standing = self.standing_judgements();
        self.through(standing).map(|judgement| self.judgement(&judgement)).collect()
    }

    pub(super) fn judgement(&mut self, judgement: &Judgement) -> JudgementWords {
        let sentences = |words: &[String]| -> Vec<String> {
            words.iter().map(|words| sentence(words)).filter(|words| !words.is_empty()).collect()
        };
        let text = sentence(&judgement.text);
        let replaced = judgement.supersedes.as_ref().and_then(|id| self.reader.by_id(id));
        JudgementWords {
            id: one_line(judgement.id.as_str()),
            text: if text.is_empty() { "A judgement without words.".to_owned() } else { text },
            is_key: judgement.key == Some(true),
            likelihood: judgement.likelihood.map(|likelihood| {
                let (from, to) = likelihood.percent();
                LikelihoodWords { words: likelihood.label().to_lowercase(), from, to }
            }),
            confidence: judgement.confidence.map(|confidence| ConfidenceWords {
                words: confidence.label().to_lowercase(),
                reason: sentence(&judgement.reason),
            }),
            grounds: self.grounds(&judgement.supports),
            against: self.grounds(&judgement.contradicts),
            assumptions: sentences(&judgement.assumptions),
            alternatives: sentences(&judgement.alternatives),
            indicators: sentences(&judgement.indicators),
            replaces: match replaced {
                Some((_, AnyRecord::Judgement(old))) => sentence(&old.text),
                _ => String::new(),
            },
            note: caveats(judgement, &[]),
            marks: self.marks(&judgement.cites),
        }
    }

    fn grounds(&mut self, ids: &[Id]) -> Vec<Ground> {
        let records: Vec<AnyRecord> = ids
            .iter()
            .filter_map(|id| self.reader.by_id(id))
            .filter(|(key, _)| self.part.shows(*key))
            .map(|(_, record)| record)
            .collect();
        let ground = |record: &AnyRecord| Ground {
            kind: record.kind().noun(),
            text: self.ground(record),
            is_sourced: is_sourced(&self.reader, record),
            marks: self.footnotes.marks(record.cites()),
        };
        records.iter().map(ground).collect()
    }

    /// What a record says, in short.
    pub(super) fn ground(&self, record: &AnyRecord) -> String {
        match record {
            AnyRecord::Statement(statement) if statement.no_response.is_some() => {
                format!("{} did not answer: {}", self.name(&statement.speaker), ground_words(statement))
            }
            AnyRecord::Statement(statement) => {
                format!("{}: {}", self.name(&statement.speaker), ground_words(statement))
            }
            AnyRecord::Judgement(judgement) => one_line(judgement.text.trim().trim_end_matches('.')),
            AnyRecord::Visit(visit) => {
                let date = self.date(visit.when.as_ref());
                let title = self.people().visit_title(visit);
                if date.is_empty() { title } else { format!("{title}, {date}") }
            }
            AnyRecord::Relation(relation) => {
                let names: Vec<String> = relation.between.iter().map(|id| self.name(id)).collect();
                let kind = relation.kind.as_ref().map_or("relation", |kind| kind.label());
                capitalised(&format!("{} of {}", one_line(kind), listed(&names)))
            }
            other => one_line(&self.reader.title(other)),
        }
    }
}
