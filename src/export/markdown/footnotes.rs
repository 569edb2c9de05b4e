//! Footnotes, numbered by their first use: one for each source and paragraph.

use std::fmt::Write as _;

use super::escape::{link, text};
use crate::index::Reader;
use crate::model::{Cite, Id, Source};

/// The footnotes of a note, as they are used.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    used: Vec<(Id, Option<u32>)>,
}

impl Footnotes {
    /// The marks for cites: `[^1][^2]`.
    pub(super) fn marks(&mut self, cites: &[Cite]) -> String {
        let mut marks = String::new();
        let mut marked = Vec::new();
        for cite in cites {
            let place = (cite.source().clone(), cite.para());
            let number = self.used.iter().position(|known| *known == place).unwrap_or_else(|| {
                self.used.push(place);
                self.used.len() - 1
            });
            if !marked.contains(&number) {
                let _ = write!(marks, "[^{}]", number + 1);
                marked.push(number);
            }
        }
        marks
    }

    /// The footnotes themselves.
    pub(super) fn print(&self, reader: &Reader, out: &mut String) {
        for (number, (source, para)) in (1..).zip(&self.used) {
            let words = match reader.source(source) {
                Some(source) => citation(&source, *para),
                None => format!("{} (no such source)", text(source.as_str())),
            };
            let _ = writeln!(out, "[^{number}]: {words}");
        }
    }
}

/// Publisher, title, date with its doubt, paragraph, address, day of access, grade.
pub(super) fn citation(source: &Source, para: Option<u32>) -> String {
    let mut parts = vec![text(&source.publisher)];
    if !source.author.is_empty() {
        parts.push(text(&source.author));
    }
    if !source.title.is_empty() {
        parts.push(format!("“{}”", text(&source.title)));
    }
    parts.push(source.published.as_ref().map_or_else(|| "no date".to_owned(), |when| text(&when.display())));
    if let Some(para) = para {
        parts.push(format!("¶{para}"));
    }
    if !source.url.is_empty() {
        parts.push(link(&source.url));
    }
    if !source.accessed.is_empty() {
        parts.push(format!("accessed {}", text(&source.accessed)));
    }
    if let Some(grade) = source.reliability {
        parts.push(format!("grade {} ({})", grade.word(), grade.label().to_lowercase()));
    }
    parts.join(", ")
}
