//! What a date rests on, in a few words.

use crate::index::Reader;
use crate::model::{AnyRecord, Basis, Id, Period};

use super::note::text;

/// What a date rests on, to stand after it: `by the year of publication`, `as 1 month before another visit (…)`.
pub(super) fn dated_by(reader: &Reader, basis: &Basis) -> String {
    match basis {
        Basis::Stated => "as stated".to_owned(),
        Basis::YearFromPublication => "by the year of publication".to_owned(),
        Basis::NearestPast(id) => format!("as the last one before {}", anchor(reader, id)),
        Basis::NearestFuture(id) => format!("as the next one after {}", anchor(reader, id)),
        Basis::Relative(relative) => {
            let offset = Period::parse(&relative.offset).unwrap_or_default();
            let slack = Period::parse(&relative.slack).map(|slack| format!(", give or take {}", slack.in_words()));
            let anchor = anchor(reader, &relative.to);
            let slack = slack.unwrap_or_default();
            match (offset == Period::default(), offset.is_backwards()) {
                (true, _) => format!("as the same time as {anchor}{slack}"),
                (_, true) => format!("as {} before {anchor}{slack}", offset.in_words()),
                (_, false) => format!("as {} after {anchor}{slack}", offset.in_words()),
            }
        }
        Basis::OnOrBefore(id) => format!("as no later than {}", anchor(reader, id)),
        Basis::AtLeast(at_least) => {
            let span = Period::parse(&at_least.span).unwrap_or_default();
            format!("as {} or more before {}", span.in_words(), anchor(reader, &at_least.since))
        }
        Basis::Analyst(_) => "by our reading".to_owned(),
    }
}

/// The analyst's own reason for a date.
pub(super) fn reason(basis: &Basis) -> Option<&str> {
    match basis {
        Basis::Analyst(why) => Some(why.as_str()).filter(|why| !why.trim().is_empty()),
        _ => None,
    }
}

/// What the record is called that a date hangs on. One that is not there, or not to be seen, has no name here.
fn anchor(reader: &Reader, id: &Id) -> String {
    let name = match reader.by_id(id) {
        Some((_, AnyRecord::Visit(visit))) => format!("another visit ({})", reader.visit_title(&visit)),
        Some((_, AnyRecord::Source(source))) => format!("the publication ({})", source.publisher),
        Some((_, AnyRecord::Statement(statement))) => {
            format!("the statement ({})", reader.actor_name(&statement.speaker))
        }
        Some(_) | None => "another date".to_owned(),
    };
    text(&name)
}
