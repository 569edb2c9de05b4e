//! The sources as RIS, which Zotero and EndNote read.

use super::reference::{Reference, references};
use crate::export::view::View;
use crate::model::SourceKind;

/// The sources as RIS.
pub(in crate::export) fn to_ris(view: &View) -> String {
    let part = view.part_words();
    view.progress.through(references(view)).map(|reference| record(&reference, &part)).collect()
}

fn record(reference: &Reference, part: &str) -> String {
    let kind = match reference.kind {
        Some(SourceKind::NewsArticle) => "NEWS",
        Some(SourceKind::Report | SourceKind::OfficialStatement) => "RPRT",
        Some(SourceKind::Dataset) => "DATA",
        Some(SourceKind::Broadcast) => "SOUND",
        Some(SourceKind::SocialPost) => "ELEC",
        _ => "GEN",
    };
    let mut text = format!("TY  - {kind}\r\n");
    let mut line = |tag: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{tag}  - {value}\r\n"));
        }
    };
    line("ID", &reference.key);
    line("AU", &reference.author);
    line("TI", &reference.title);
    line(if kind == "NEWS" { "T2" } else { "PB" }, &reference.publisher);
    line("PY", reference.date.get(..4).unwrap_or_default());
    if !reference.date.is_empty() {
        // Year, month and day, each followed by a stroke.
        let mut parts = reference.date.split('-');
        let mut part = || parts.next().unwrap_or_default().to_owned();
        line("DA", &format!("{}/{}/{}", part(), part(), part()));
    }
    line("UR", &reference.url);
    line("Y2", &reference.accessed.replace('-', "/"));
    line("L2", &reference.archived);
    line("LA", &reference.lang);
    line("N1", &reference.remarks());
    line("KW", &reference.marking);
    line("N1", part);
    text.push_str("ER  - \r\n\r\n");
    text
}
