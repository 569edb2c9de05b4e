//! The note as it is read: by a minister, by whoever must not see all of it, and by a Markdown reader given hostile text.

mod brief;
mod generated;
mod hostile;
mod templates;

use std::collections::HashSet;

use super::note;
use crate::export::options::NoteOptions;
use crate::export::template::Template;
use crate::index::{Index, Reader};
use crate::model::{Briefing, TlpLevel};
use crate::store::SAMPLE;

/// The headings of a note, in their order.
const HEADINGS: &[&str] = &[
    "Bottom line",
    "Key judgements",
    "What is new",
    "Visits",
    "What they said",
    "Relations",
    "Disputed facts",
    "Assumptions and alternatives",
    "Gaps",
    "Actors",
    "Sources",
    "Yardsticks",
];

fn read(text: &str) -> Briefing {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap()
}

/// The full note.
fn note_of(briefing: &Briefing, options: &NoteOptions) -> String {
    written(briefing, Template::Full, options)
}

fn written(briefing: &Briefing, template: Template, options: &NoteOptions) -> String {
    let index = Index::build(briefing);
    note(&Reader::new(briefing, &index), &NoteOptions { template, ..options.clone() }).unwrap()
}

fn headings(note: &str) -> Vec<&str> {
    note.lines().filter_map(|line| line.strip_prefix("## ")).collect()
}

#[test]
fn the_note_of_the_sample() {
    let note = note_of(&read(SAMPLE), &NoteOptions::default());
    assert_eq!(headings(&note), HEADINGS);
    insta::with_settings!({ snapshot_path => "../../../tests/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("note-of-the-sample", note);
    });
}

#[test]
fn it_is_the_same_each_time_and_ends_with_one_line_break() {
    let sample = read(SAMPLE);
    let note = note_of(&sample, &NoteOptions::default());
    assert_eq!(note, note_of(&read(SAMPLE), &NoteOptions::default()));
    assert!(note.ends_with("**TLP:CLEAR**\n") && note.starts_with("**TLP:CLEAR**\n\n# "));
    assert!(!note.contains("\n\n\n"), "an empty line too many");
}

#[test]
fn sections_without_content_are_left_out() {
    let note = note_of(&read(r#"(title: "T", bottom_line: "All is well")"#), &NoteOptions::default());
    assert_eq!(note, "# T\n\n## Bottom line\n\nAll is well.\n");
    assert_eq!(note_of(&Briefing::default(), &NoteOptions::default()), "# Briefing\n");
}

#[test]
fn likelihood_and_confidence_never_share_a_sentence() {
    let note = note_of(&read(SAMPLE), &NoteOptions::default());
    for sentence in note.split(". ").flat_map(str::lines) {
        let has = |words: &str| sentence.to_lowercase().contains(words);
        assert!(!(has("likelihood") && has("confidence")), "{sentence}");
    }
    let lines: Vec<&str> = note.lines().filter(|line| line.contains("Likelihood: ")).collect();
    assert_eq!(lines, ["  - Likelihood: likely, 55 to 80 %."]);
    assert!(note.contains("  - Confidence: low. All of it comes from one article"), "{note}");
}

#[test]
fn only_words_said_stand_in_quotation_marks() {
    let note = note_of(
        &read(
            r#"(title: "T", statements: [
                (id: "a", speaker: "x", content: [Para("they call it"), Said("ironclad"), Para(", which is said")]),
                (id: "b", speaker: "x", content: [Said("Yes!")]),
                (id: "c", speaker: "x", content: [Para("nothing new")]),
                (id: "d", speaker: "x", no_response: (inquirer: "y", inquiry: "Why now?"))])"#,
        ),
        &NoteOptions::default(),
    );
    assert!(note.contains("- *Part-quoted*: they call it “ironclad”, which is said. (no source)\n"), "{note}");
    assert!(note.contains("- *Direct*: “Yes!” (no source)\n"), "{note}");
    assert!(note.contains("- *Paraphrase*: nothing new. (no source)\n"), "{note}");
    assert!(note.contains("- *No response* · asked by y: Why now? (no source)\n"), "{note}");
}

#[test]
fn footnotes_are_numbered_by_first_use_and_one_a_paragraph() {
    let note = note_of(&read(SAMPLE), &NoteOptions::default());
    let mut used = Vec::new();
    let (body, notes) = note.split_once("\n[^1]: ").unwrap();
    for mark in body.split("[^").skip(1).filter_map(|rest| rest.split(']').next()) {
        if !used.contains(&mark) {
            used.push(mark);
        }
    }
    let expected: Vec<String> = (1..=used.len()).map(|number| number.to_string()).collect();
    assert_eq!(used, expected);
    let defined = notes.lines().filter(|line| line.starts_with("[^")).count() + 1;
    assert_eq!(defined, used.len());
    assert!(notes.contains("]: RFE/RL ¶10. Words: “Xi's visit to Serbia in May”"), "{notes}");
    assert_eq!(note.matches("Highlighting Growing Belgrade-Beijing Cooperation*, 14").count(), 1, "in full once");
}

/// Every id, name and text of what is marked red holds the word `secret`.
const SECRETS: &str = r#"(title: "Open", marking: Clear, sources: [
        (id: "secret-source", publisher: "secret publisher", url: "https://secret.example", marking: Red,
            excerpts: [(para: 2, text: "secret words")]),
        (id: "paper", publisher: "Paper", derived_from: ["secret-source"])],
    actors: [
        (id: "secret-agent", kind: Person, name: "secret name", country: "XA", aliases: ["secret alias"], marking: Red),
        (id: "anna", kind: Person, name: "Anna", part_of: "secret-agent")],
    roles: [(id: "secret-role", person: "secret-agent", org: "anna", title: "secret title")],
    visits: [
        (id: "secret-visit", visitors: ["anna"], to: "XA", place: "secret place", when: "2024-05-06", marking: Red),
        (id: "v", visitors: ["secret-agent", "anna"], lead: "secret-agent", to: "XB", met: ["secret-agent"],
            when: (edtf: "[2024-06-01..2024-06-09]", basis: Relative(to: "secret-visit", offset: "P1M")),
            cites: ["secret-source#2", "paper#3"])],
    statements: [
        (id: "secret-statement", speaker: "anna", content: [Said("secret quote")], marking: Amber),
        (id: "s", speaker: "secret-agent", content: [Para("open words")], event: "secret-visit", via: ["secret-source",
            "paper"], cites: ["secret-source#2"])],
    relations: [(id: "r", kind: Alliance, between: ["anna", "secret-agent"], asserted_by: "secret-statement")],
    judgements: [(id: "j", key: true, text: "It is so", supports: ["secret-visit", "secret-statement", "v"])],
    conflicts: [(id: "c", about: "secret-visit", field: "place", sides: [(value: "secret side")]),
        (id: "d", about: "v", field: "when", sides: [(value: "2024-06-02", cite: "secret-source#2")])])"#;

#[test]
fn what_is_marked_stricter_is_left_out_whole_and_counted() {
    let briefing = read(SECRETS);
    let note = note_of(&briefing, &NoteOptions { marking: Some(TlpLevel::Green), ..NoteOptions::default() });
    assert!(!note.to_lowercase().contains("secret"), "{note}");
    assert!(note.starts_with("**TLP:CLEAR**\n"), "{note}");
    // Four records by their marking, and the role and the conflict that are about one of them.
    assert!(note.contains("Left out, since marked stricter than TLP:GREEN: 6 records.**\n"), "{note}");
    assert!(note.contains("open words") && note.contains("A source that is left out of this note."), "{note}");
    let whole = note_of(&briefing, &NoteOptions::default());
    assert!(whole.starts_with("**TLP:RED**\n") && whole.contains("secret quote"), "{whole}");
    assert!(!whole.contains("Left out"), "{whole}");
}

#[test]
fn a_briefing_marked_stricter_gives_its_own_texts_to_nobody_below() {
    let briefing = read(
        r#"(title: "Secret", bottom_line: "Secret", gaps: ["Secret"], marking: Amber, authors: ["Secret"], actors: [
            (id: "a", kind: Person, name: "Secret"), (id: "b", kind: Person, name: "Open", marking: Green)])"#,
    );
    let note = note_of(&briefing, &NoteOptions { marking: Some(TlpLevel::Green), ..NoteOptions::default() });
    let left_out = "**Left out, since marked stricter than TLP:GREEN: the briefing’s own texts and 1 record.**";
    assert_eq!(
        note,
        format!("**TLP:GREEN**\n\n# Briefing\n\n{left_out}\n\n## Actors\n\n- **Open**, person.\n\n**TLP:GREEN**\n")
    );
}

#[test]
fn a_filtered_note_shows_what_passes_and_says_so() {
    let briefing = read(SAMPLE);
    let keep = |id: &str| ["v-lin", "lin-wu", "rferl"].contains(&id);
    let keys: HashSet<_> =
        briefing.all_records().filter(|(_, record)| keep(record.id().as_str())).map(|(key, _)| key).collect();
    let note =
        note_of(&briefing, &NoteOptions { shown: Some((keys, "Actors: Lin Wu".to_owned())), ..NoteOptions::default() });
    let says = "**This is a filtered view (Actors: Lin Wu): 1 of 4 visits and 0 of 17 statements.";
    assert!(note.contains(says), "{note}");
    assert_eq!(
        headings(&note),
        ["Bottom line", "What is new", "Visits", "Gaps", "Actors", "Sources", "Yardsticks"],
        "{note}"
    );
    assert!(note.contains("Counted: 1 visit, each once by its start."), "{note}");
}

#[test]
fn a_season_is_shown_as_one_and_explained_below() {
    let note = |when: &str| {
        let text = format!("(title: \"T\", visits: [(id: \"v\", visitors: [], to: \"RS\", when: \"{when}\")])");
        note_of(&read(&text), &NoteOptions::default())
    };
    let winter = note("2024-24");
    assert!(winter.contains("| winter 2024/25 |"), "{winter}");
    assert!(winter.contains("Seasons: of the Northern Hemisphere unless called southern"), "{winter}");
    let third = note("2024-39");
    assert!(third.contains("| last third of 2024 |") && !third.contains("Hemisphere"), "{third}");
}

#[test]
fn an_altered_quote_says_what_was_changed() {
    let note = |said: &str, rest: &str| {
        let text = format!(
            "(title: \"T\", marking: Clear,
              sources: [(id: \"s\", publisher: \"P\", {rest} text: [\"Head\", \"\", \"“The dam will not hold, she knows,” she said.\"])],
              actors: [(id: \"a\", kind: Person, name: \"A\")],
              statements: [(id: \"q\", speaker: \"a\", content: [Said(\"{said}\")], cites: [\"s#2\"])])"
        );
        note_of(&read(&text), &NoteOptions { marking: Some(TlpLevel::Clear), ..NoteOptions::default() })
    };
    let told = |note: &str| note.lines().find(|line| line.contains("Quoted with")).map(|line| line.trim().to_owned());
    let cut = note("The dam will … hold", "");
    assert_eq!(told(&cut).as_deref(), Some("- Quoted with changes: “not” is left out."), "{cut}");
    let withheld = note("The dam will … hold", "marking: Red,");
    assert!(!withheld.contains("“not”") && withheld.contains("Quoted with changes"), "{withheld}");
    for plain in ["The dam will not hold", "[t]he dam will not hold"] {
        assert_eq!(told(&note(plain, "")), None, "{plain}");
    }
}
