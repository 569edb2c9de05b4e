//! Merging where ids do not tell which record is which: one id that several have, or that was given to another record.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline::edit::{MergedText, merge_texts};
use dateline::store::{self, SavedBase};

fn copy(text: &str) -> SavedBase {
    let read = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap();
    assert_eq!(read.briefing.unreadable.len(), 0, "{text}");
    SavedBase::new(&read.text, &read.briefing)
}

fn merge(base: &str, ours: &str, theirs: &str) -> MergedText {
    merge_texts(&copy(base), &copy(ours), &copy(theirs)).unwrap()
}

/// A log with these lines as its visits.
fn log(lines: &[&str]) -> String {
    let lines: String = lines.iter().map(|line| format!("        {line}\n")).collect();
    format!(
        "(\n    title: \"T\",\n    sources: [(id: \"s\", publisher: \"P\")],\n    actors: [(id: \"a\", kind: Person, \
         name: \"Ann\")],\n    visits: [\n{lines}    ],\n)\n"
    )
}

/// A visit; the day goes with the town.
fn visit(id: &str, town: &str, more: &str) -> String {
    let day = town.bytes().map(u32::from).sum::<u32>() % 28 + 1;
    format!(
        "(id: \"{id}\", visitors: [\"a\"], to: \"CN\", place: \"{town}\", when: \"2024-03-{day:02}\", {more}cites: [\"s#2\"]),"
    )
}

/// The line of a town in a merged text.
fn line<'a>(merged: &'a MergedText, town: &str) -> &'a str {
    let named = format!("place: \"{town}\"");
    merged.text.text().lines().find(|line| line.contains(&named) && line.contains("visitors")).unwrap_or("")
}

fn without_merges(text: &str) -> String {
    let (before, rest) = text.split_once("    merges: [").unwrap();
    format!("{before}{}", rest.split_once("],\n").unwrap().1)
}

#[test]
fn a_record_keeps_its_text_where_another_has_its_id_too() {
    let (berlin, paris) = (visit("v-1", "Berlin", ""), visit("v-2", "Paris", ""));
    let ours = log(&[&berlin, &visit("v-1", "Paris", "")]);
    let merged = merge(&log(&[&berlin, &paris]), &ours, &log(&[&paris]));
    assert_eq!(without_merges(merged.text.text()), ours, "{}", merged.text.text());
    assert_eq!(merged.open.len(), 1, "{:?}", merged.open);
    assert!(merged.open[0].base.contains("Berlin"));
}

#[test]
fn an_edit_goes_to_the_record_it_was_made_in_of_those_that_share_the_id() {
    let (rome, berlin, paris) = (visit("v-1", "Rome", ""), visit("v-1", "Berlin", ""), visit("v-2", "Paris", ""));
    let base = log(&[&berlin, &paris]);
    let noted = visit("v-1", "Berlin", "note: \"denied\", ");
    for ours in [log(&[&rome, &berlin, &paris]), log(&[&berlin, &rome, &paris])] {
        let merged = merge(&base, &ours, &log(&[&noted, &paris]));
        assert_eq!(line(&merged, "Rome").trim(), rome);
        assert!(line(&merged, "Berlin").contains("denied") || !merged.open.is_empty(), "{}", merged.text.text());
        let merged = merge(&base, &ours, &log(&["// denied", &berlin, &paris]));
        let (before, _) = merged.text.text().split_once("place: \"Berlin\"").unwrap();
        assert!(before.rsplit('\n').nth(1).unwrap().ends_with("// denied"), "{}", merged.text.text());
        // The other way round.
        let merged = merge(&base, &log(&[&noted, &paris]), &ours);
        assert_eq!(line(&merged, "Rome").trim(), rome, "{}", merged.text.text());
        assert!(line(&merged, "Berlin").contains("denied"));
    }
}

#[test]
fn nothing_of_theirs_lands_on_what_we_added_under_the_same_id() {
    let berlin = visit("v-1", "Berlin", "");
    let theirs =
        log(&[&berlin, "// of Oslo", &format!("{} // seen", visit("v-2", "Oslo", "note: \"denied\", desk: 4, "))]);
    for rome in [visit("v-2", "Rome", ""), visit("v-2", "Oslo", "note: \"held\", ")] {
        let ours = log(&[&berlin, &rome]);
        let merged = merge(&log(&[&berlin]), &ours, &theirs);
        let text = merged.text.text();
        let line = text.lines().position(|line| line.trim() == rome).unwrap();
        assert!(!text.lines().nth(line - 1).unwrap().contains("of Oslo"), "{text}");
        assert!(!merged.open.is_empty());
        for words in ["of Oslo", "seen", "denied", "desk"] {
            assert!(text.contains(words), "{words} is not in\n{text}");
        }
    }
}

#[test]
fn a_record_put_into_the_place_of_the_only_one_is_asked_about() {
    let (berlin, tokyo) = (visit("v-1", "Berlin", ""), visit("v-1", "Tokyo", ""));
    let noted = visit("v-1", "Berlin", "note: \"denied\", ");
    for theirs in [log(&[&noted]), log(&["// denied", &berlin]), log(&[&format!("{berlin} // denied")])] {
        let merged = merge(&log(&[&berlin]), &log(&[&tokyo]), &theirs);
        assert!(!merged.open.is_empty(), "{}", merged.text.text());
        assert_eq!(line(&merged, "Tokyo").trim(), tokyo, "{}", merged.text.text());
        assert!(merged.text.text().contains("denied"));
        let merged = merge(&log(&[&berlin]), &theirs, &log(&[&tokyo]));
        assert!(!merged.open.is_empty(), "{}", merged.text.text());
        assert!(!line(&merged, "Tokyo").contains("denied"));
    }
}

#[test]
fn unknown_fields_of_both_come_together_or_are_asked_about() {
    let of = |more: &str| log(&[&visit("v-1", "Berlin", more)]);
    let merged = merge(&of("house: 1, "), &of("house: 1, desk: 2, "), &of("house: 3, desk: 4, "));
    assert!(line(&merged, "Berlin").contains("house: 3, desk: 2, "), "{}", merged.text.text());
    assert_eq!((merged.open.len(), merged.open[0].field.as_str()), (1, "desk"));
    let of = |more: &str| log(&[]).replace("title: \"T\",", &format!("title: \"T\", {more}"));
    let merged = merge(&of("house: 1,"), &of("house: 1, desk: 2,"), &of("house: 3, desk: 4,"));
    assert!(merged.text.text().contains("house: 3, desk: 2,"), "{}", merged.text.text());
    assert_eq!((merged.open.len(), merged.open[0].field.as_str()), (1, "desk"));
}

#[test]
fn a_record_put_into_the_place_of_the_only_one_under_another_id_gets_none_of_its_edits() {
    let (noted, tokyo) = (visit("v-1", "Berlin", "note: \"denied\", "), visit("v-9", "Tokyo", ""));
    for (ours, theirs) in [(&noted, &tokyo), (&tokyo, &noted)] {
        let merged = merge(&log(&[&visit("v-1", "Berlin", "")]), &log(&[ours]), &log(&[theirs]));
        assert_eq!(line(&merged, "Tokyo").trim(), tokyo, "{}", merged.text.text());
        assert!(!merged.open.is_empty() && merged.text.text().contains("denied"), "{}", merged.text.text());
    }
}
