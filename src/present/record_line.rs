//! A record in one line of a list of results: what it is called, what it is, and what tells it from others of its name.

use super::conflict_question::question;
use super::inspector::short_name;
use super::{matched, role_words, visible};
use crate::index::{Reader, fold};
use crate::language::press::lead_in;
use crate::model::{ActorKind, AnyRecord, capitalised};
use crate::present::told_date;

/// So many letters of a record's words stand in a line.
const MOST_WORDS: usize = 80;
/// And so many of what stands beside them.
const MOST_BESIDE: usize = 60;
/// So much of what somebody said is looked through for what was found, in bytes; a line is made for each result.
const LOOKED_THROUGH: usize = 8 * 1024;
/// So many letters may stand before those that were found.
const MOST_BEFORE: usize = 36;

/// A record in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// Names, and for a statement its words.
    pub words: String,
    /// What it is: the kind, a place, a role.
    pub beside: String,
    /// At the right end: a date, a country.
    pub detail: String,
}

impl RecordLine {
    /// The line of a record.
    #[must_use]
    pub fn of(reader: &Reader, record: &AnyRecord) -> Self {
        Self::found(reader, record, "")
    }

    /// The line of a record that a query has found: of a statement the words around it.
    #[must_use]
    pub fn found(reader: &Reader, record: &AnyRecord, query: &str) -> Self {
        let words = match record {
            AnyRecord::Statement(statement) => {
                let text = lead_in(statement) + &statement.plain_begin(LOOKED_THROUGH);
                let text = text.replace('\n', " ");
                format!("{}: {}", short_name(reader, &statement.speaker), around(&text, query))
            }
            AnyRecord::Conflict(conflict) => {
                let about = reader.by_id(&conflict.about).map(|(_, record)| reader.title(&record));
                format!("{}: {}", about.unwrap_or_default(), question(reader, conflict))
            }
            _ => reader.title(record),
        };
        let kind = capitalised(record.kind().noun());
        let beside = match record {
            // A title tells the town, where there is one.
            AnyRecord::Visit(visit) if !visit.place.is_empty() => format!("{kind}, {}", reader.place_name(&visit.to)),
            AnyRecord::Source(source) if !source.title.is_empty() => source.title.clone(),
            AnyRecord::Actor(actor) => {
                let roles = reader.roles_of(&actor.id);
                let role = roles.first().map(|(_, role)| role_words(reader, role));
                role.unwrap_or_else(|| actor.kind.map_or(kind, |kind| ActorKind::label(kind).to_owned()))
            }
            AnyRecord::Statement(_) => String::new(),
            _ => kind,
        };
        let detail = match record {
            AnyRecord::Actor(actor) => reader.name_of_code(&actor.country),
            AnyRecord::Conflict(conflict) => if conflict.is_open() { "open" } else { "resolved" }.to_owned(),
            _ => record.main_date().map(|when| told_date(reader, when)).unwrap_or_default(),
        };
        let line = |text: &str, most: usize| shortened(&visible(text), most);
        Self { words: line(&words, MOST_WORDS), beside: line(&beside, MOST_BESIDE), detail: line(&detail, MOST_BESIDE) }
    }

    /// Whether its words begin as a query does: of results, such ones come first, since a visit has its title from others.
    #[must_use]
    pub fn begins_with(&self, query: &str) -> bool {
        fold(&self.words).starts_with(fold(query).trim())
    }
}

/// The text from a little before the first letters that a query has found, where these stand far back.
fn around(text: &str, query: &str) -> String {
    let Some(first) = matched(text, query).into_iter().next() else { return text.to_owned() };
    let before = text.get(..first.start).unwrap_or_default();
    if before.chars().count() <= MOST_BEFORE {
        return text.to_owned();
    }
    let kept: String = before.chars().rev().take(MOST_BEFORE / 2).collect::<Vec<_>>().into_iter().rev().collect();
    let words = kept.split_once(' ').map_or(kept.as_str(), |(_, words)| words);
    format!("…{words}{}", text.get(first.start..).unwrap_or_default())
}

fn shortened(text: &str, most: usize) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn words_that_were_found_far_back_are_in_the_line() {
        let text = "The talks went on for two days and ended without a word on the bridge at Sund";
        assert_eq!(around(text, "bridge"), "…a word on the bridge at Sund");
        assert_eq!(around(text, "talks"), text);
        assert_eq!(around(text, ""), text);
    }

    #[test]
    fn of_a_speech_of_a_megabyte_the_begin_is_looked_through() {
        let speech = "word ".repeat(200_000);
        let text = format!(
            "(title: \"T\", statements: [(id: \"s\", speaker: \"x\", content: [Para(\"a bridge {speech} end\")])])"
        );
        let document = Document::from_text(text).unwrap();
        let reader = document.reader();
        let record = reader.by_id(&"s".into()).unwrap().1;
        let AnyRecord::Statement(statement) = &record else { panic!("{record:?}") };
        assert!(statement.plain_begin(LOOKED_THROUGH).len() < LOOKED_THROUGH + 10);
        assert!(RecordLine::found(&reader, &record, "bridge").words.starts_with("x: a bridge word"));
        assert!(RecordLine::found(&reader, &record, "end").words.ends_with('…'));
    }

    #[test]
    fn records_of_one_name_are_told_apart() {
        let text = r#"(title: "T", actors: [(id: "k", kind: Person, name: "Henry Kissinger", country: "US")],
            roles: [(id: "r", person: "k", org: "", title: "Secretary of State")],
            visits: [(id: "v", visitors: ["k"], to: "EG", place: "Cairo", when: "1973-11-06"),
                     (id: "w", visitors: ["k"], to: "EG", place: "Cairo", when: "1974-01~")])"#;
        let document = Document::from_text(text.to_owned()).unwrap();
        let reader = document.reader();
        let line = |id: &str| {
            let line = RecordLine::of(&reader, &reader.by_id(&id.into()).unwrap().1);
            (line.words, line.beside, line.detail)
        };
        let told = |words: &str, beside: &str, detail: &str| (words.to_owned(), beside.to_owned(), detail.to_owned());
        assert_eq!(line("v"), told("Henry Kissinger to Cairo", "Visit, Egypt", "6 Nov 1973"));
        assert_eq!(line("w"), told("Henry Kissinger to Cairo", "Visit, Egypt", "c. Jan 1974"));
        let begins = |query: &str| RecordLine::of(&reader, &reader.by_id(&"v".into()).unwrap().1).begins_with(query);
        assert!(begins("henry kissinger to ") && !begins("Cairo"));
        assert_eq!(line("k"), told("Henry Kissinger", "Secretary of State", "United States"));
    }
}
