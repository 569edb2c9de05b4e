//! The quotes of a record, and where they are looked for.

use std::cell::OnceCell;

use crate::check::cited::Cited;
use crate::check::context::Context;
use crate::check::held::LookedUp;
use crate::check::wording::Letters;
use crate::model::{AnyRecord, Cite, CiteLong, Key};

/// The Said runs of a record, with their paths.
pub(super) fn said_runs(record: &AnyRecord) -> Vec<(String, &str)> {
    let AnyRecord::Statement(statement) = record else { return Vec::new() };
    let runs = statement.content.iter().enumerate().filter(|(_, run)| run.is_said() && !run.text().trim().is_empty());
    runs.map(|(number, run)| (format!("content[{number}]"), run.text())).collect()
}

/// The cites of a record that hold words, with their numbers.
pub(super) fn cites_with_words(record: &AnyRecord) -> impl Iterator<Item = (usize, &Cite)> {
    record.cites().iter().enumerate().filter(|(_, cite)| !cite.long.exact.trim().is_empty())
}

/// A cite without its own words, so that these are not compared with themselves.
pub(super) fn place_of(cite: &Cite) -> Cite {
    let CiteLong { source, para, .. } = &cite.long;
    Cite { long: CiteLong { source: source.clone(), para: *para, ..CiteLong::default() }, short: false }
}

/// Where the quotes of a record stand: its Said runs, then the words of its cites, each with its path.
pub(super) fn quotes_of(context: &Context, key: Key, record: &AnyRecord) -> LookedUp {
    context.looked_up(key, || {
        let cited = OnceCell::new();
        let look_up = |words| cited.get_or_init(|| Cited::new(context, record.cites())).look_up(words, LETTERS);
        let said = said_runs(record).into_iter().map(|(path, words)| (path, look_up(words)));
        let cited = cites_with_words(record).map(|(number, cite)| {
            let found = Cited::new(context, &[place_of(cite)]).look_up(&cite.long.exact, LETTERS);
            (format!("cites[{number}].exact"), found)
        });
        said.chain(cited).collect()
    })
}

pub(super) const LETTERS: Letters = Letters::AsTheyAre;

/// The words of a quote that stands at a path.
pub(super) fn words_at<'a>(record: &'a AnyRecord, path: &str) -> &'a str {
    let number = path.split(['[', ']']).nth(1).and_then(|number| number.parse::<usize>().ok());
    let Some(number) = number else { return "" };
    match record {
        AnyRecord::Statement(statement) if path.starts_with("content") => {
            statement.content.get(number).map_or("", |run| run.text())
        }
        _ => record.cites().get(number).map_or("", |cite| cite.long.exact.as_str()),
    }
}
