//! What another changed in a file, in a few words.

use std::collections::BTreeSet;

use super::visible;
use crate::edit::{What, Whose, difference};
use crate::index::Reader;
use crate::model::{AnyRecord, Id, RecordKind, count_text};

/// So many records are named, as long as their names fit into a line; the others are counted.
const MOST_NAMED: usize = 3;
/// The most characters of one name, and of all.
const MOST_OF_NAME: usize = 48;
const MOST_OF_ALL: usize = 72;

/// `2 records changed, 1 added: Li Xiaoxin to Belgrade, Lin Wu and Rada Primer`; empty where nothing a person wrote
/// changed.
#[must_use]
pub fn what_changed(before: &Reader, after: &Reader) -> String {
    let mut seen: BTreeSet<(RecordKind, Id)> = BTreeSet::new();
    let (mut changed, mut added, mut removed, mut of_briefing) = (0, 0, 0, 0);
    let mut titles: Vec<String> = Vec::new();
    for one in difference(before.briefing, after.briefing) {
        let Whose::Record(kind, id) = one.whose else {
            of_briefing += 1;
            continue;
        };
        let record = match one.what {
            What::Added(record) => {
                added += 1;
                Some(after.title(&record))
            }
            What::Removed(record) => {
                removed += 1;
                Some(before.title(&record))
            }
            What::Field { .. } | What::Moved { .. } if seen.insert((kind, id.clone())) => {
                changed += 1;
                found(after, &id).map(|record| after.title(&record))
            }
            What::Field { .. } | What::Moved { .. } => None,
        };
        titles.extend(record);
    }
    let counts = [
        counted(changed, "record changed", "records changed"),
        counted(added, "added", "added"),
        counted(removed, "removed", "removed"),
        counted(of_briefing, "field of the briefing changed", "fields of the briefing changed"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    match named(&titles) {
        names if names.is_empty() => counts.join(", "),
        names => format!("{}: {names}", counts.join(", ")),
    }
}

fn found(reader: &Reader, id: &Id) -> Option<AnyRecord> {
    reader.index.key_of(id).and_then(|key| reader.record(key))
}

fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    (count > 0).then(|| format!("{} {}", count_text(count), if count == 1 { one } else { many }))
}

fn shortened(title: &str) -> String {
    let mut short: String = title.chars().take(MOST_OF_NAME).collect();
    if short.len() < title.len() {
        short.push('…');
    }
    short
}

fn named(titles: &[String]) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut room = MOST_OF_ALL;
    for title in titles.iter().take(MOST_NAMED).map(|title| shortened(&visible(title))) {
        let length = title.chars().count();
        if length > room && !shown.is_empty() {
            break;
        }
        room = room.saturating_sub(length);
        shown.push(title);
    }
    match (shown.split_last(), titles.len() - shown.len()) {
        (None, _) => String::new(),
        (Some(_), more) if more > 0 => format!("{} and {more} more", shown.join(", ")),
        (Some((last, [])), _) => last.clone(),
        (Some((last, first)), _) => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::what_changed;
    use crate::document::Document;

    fn of(text: &str) -> Document {
        Document::from_text(text.to_owned()).map_err(|failure| failure.error).unwrap()
    }

    #[test]
    fn changes_are_counted_by_record_and_some_are_named() {
        let actor = |id: &str, name: &str| format!("(id: \"{id}\", kind: Body, name: \"{name}\")");
        let list = |actors: &[String]| of(&format!("(title: \"T\", actors: [{}])", actors.join(", ")));
        let before = list(&[actor("a", "Alpha"), actor("b", "Beta"), actor("c", "Gamma")]);
        let after = list(&[actor("a", "Alfa"), actor("c", "Gamma"), actor("d", "Delta")]);
        let told = |a: &Document, b: &Document| what_changed(&a.reader(), &b.reader());
        assert_eq!(told(&before, &after), "1 record changed, 1 added, 1 removed: Alfa, Beta and Delta");
        assert_eq!(told(&before, &before), "");
        assert_eq!(told(&of("(title: \"T\")"), &of("(title: \"U\")")), "1 field of the briefing changed");
        let many: Vec<String> = (0..9).map(|n| actor(&format!("x{n}"), &format!("N{n}"))).collect();
        assert_eq!(told(&list(&[]), &list(&many)), "9 added: N0, N1, N2 and 6 more");
        let long: Vec<String> = (0..2).map(|n| actor(&format!("x{n}"), &"long ".repeat(20))).collect();
        let told = told(&list(&[]), &list(&long));
        assert!(told.starts_with("2 added: long long") && told.ends_with("… and 1 more"), "{told}");
        assert!(told.chars().count() < 80, "{told}");
    }
}
