//! The names that a template begins with, and what each stands for.

use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::Serde;
use serde::Serialize;

use super::brief::Limits;
use super::build::Build;
use super::cut::cut;
use crate::export::footnotes::PLACE;
use crate::export::json::to_json;
use crate::export::markdown::sections;
use crate::export::words::{one_line, sentence};
use crate::model::{Actor, When};

/// The names, in the order of their description.
pub(in crate::export) const NAMES: &[&str] = &[
    "marking",
    "title",
    "question",
    "cut_off",
    "status",
    "authors",
    "standing",
    "notices",
    "findings",
    "bottom_line",
    "new",
    "revisions",
    "judgements",
    "visits",
    "count",
    "chart",
    "speakers",
    "statements",
    "relations",
    "conflicts",
    "gaps",
    "searched",
    "actors",
    "sources",
    "origins",
    "actor",
    "brief",
    "full",
    "file",
    "footnotes",
];

/// Whom and how much a note is about.
#[derive(Clone, Copy)]
pub(in crate::export) struct Subject<'a> {
    /// Of a profile.
    pub(in crate::export) actor: Option<&'a Actor>,
    /// Of a brief.
    pub(in crate::export) limits: &'a Limits,
}

impl Build<'_> {
    /// What a name of a template stands for; `None` for one that is none, or has no meaning for this note.
    pub(in crate::export) fn part_named(&mut self, name: &str, subject: Subject) -> Option<Value> {
        let header = &self.reader.briefing.header;
        let lines = |lines: &[String]| -> Vec<String> {
            lines.iter().map(|line| sentence(line)).filter(|line| !line.is_empty()).collect()
        };
        Some(match name {
            "marking" => Value::from(self.part.marking()),
            "title" => Value::from(one_line(&header.title)),
            "question" => Value::from(one_line(&header.question)),
            "cut_off" if header.as_of.is_empty() => Value::from(""),
            "cut_off" => Value::from(one_line(&When::from_edtf(&header.as_of).display())),
            "status" => Value::from(header.status.map_or("", |status| status.label())),
            "authors" => plain(&header.authors.iter().map(|author| one_line(author)).collect::<Vec<_>>()),
            "standing" => Value::from(crate::export::words::standing(header)),
            "notices" => plain(&self.notices()),
            "findings" => Value::from(self.findings()),
            "bottom_line" => {
                let paragraphs = header.bottom_line.replace('\r', "");
                plain(&lines(&paragraphs.split("\n\n").map(str::to_owned).collect::<Vec<_>>()))
            }
            "new" => plain(&self.options.news),
            "revisions" => plain(&self.revisions()),
            "judgements" => plain(&self.judgements()),
            "visits" => plain(&self.visits()),
            "count" => plain(&self.count()),
            "chart" => Value::from(self.options.chart.clone().unwrap_or_default()),
            "speakers" => plain(&self.speakers()),
            "statements" => plain(&self.statements()),
            "relations" => plain(&self.relations()),
            "conflicts" => plain(&self.conflicts()),
            "gaps" => plain(&lines(&header.gaps)),
            "searched" => plain(&self.searched()),
            "actors" => plain(&self.actors()),
            "sources" => plain(&self.sources()),
            "origins" => plain(&self.origins()),
            "actor" => plain(&self.profile(subject.actor?)),
            "brief" => {
                let brief = serde_json::to_value(self.brief(subject.limits)).unwrap_or_default();
                plain(&cut(brief, subject.limits))
            }
            "full" => {
                let parts = sections(&self.reader, self.options, self.part.withheld, &mut self.footnotes);
                let parts = parts.into_iter().map(|(name, text)| (name, Value::from_safe_string(text)));
                Value::from(parts.collect::<BTreeMap<&str, Value>>())
            }
            "file" => {
                let json: serde_json::Value = serde_json::from_str(&to_json(self.reader.briefing)).unwrap_or_default();
                plain(&json)
            }
            "footnotes" => Value::from_safe_string(PLACE.to_string()),
            _ => return None,
        })
    }
}

fn plain(value: &impl Serialize) -> Value {
    Value::from(Serde(value))
}
