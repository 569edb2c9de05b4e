//! The brief: what a minister reads.

use super::{note_of, read, written};
use crate::export::MOST_WORDS_OF_BRIEF;
use crate::export::options::{Findings, NoteOptions};
use crate::export::template::Template;
use crate::model::Briefing;
use crate::store::{SAMPLE, SAMPLE_HELD};

fn brief(briefing: &Briefing) -> String {
    written(briefing, Template::Brief, &NoteOptions::default())
}

fn words(note: &str) -> usize {
    note.split_whitespace().count()
}

#[test]
fn the_briefs_of_both_samples() {
    for (name, text, most) in [("brief-of-the-sample", SAMPLE, 900), ("brief-of-the-sample-held", SAMPLE_HELD, 950)] {
        let note = brief(&read(text));
        assert!(words(&note) <= most, "{} words", words(&note));
        insta::with_settings!({ snapshot_path => "../../../../tests/snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, note);
        });
    }
}

#[test]
fn every_short_template_carries_the_caveats_and_what_a_quote_leaves_out() {
    let briefing = read(
        "(title: \"T\", marking: Clear,
          sources: [(id: \"s\", publisher: \"P\", text: [\"Head\", \"\", \"“The dam will not hold,” she said.\"])],
          actors: [(id: \"a\", kind: Person, name: \"Ann Berg\", note: \"Two are called so.\"),
                   (id: \"x\", kind: Country, name: \"Xland\", iso: \"XA\")],
          visits: [(id: \"v\", visitors: [\"a\"], to: \"x\", when: \"2024-05\", cites: [\"s#2\"], note: \"The host denies it.\")],
          statements: [(id: \"q\", speaker: \"a\", content: [Said(\"The dam will … hold\")], cites: [\"s#2\"],
                        note: \"Through a translator.\")],
          judgements: [(id: \"j\", key: true, text: \"So it is\", supports: [\"v\", \"q\"], note: \"Before the vote.\")])",
    );
    let (name, denied) = ("Two are called so.", "The host denies it.");
    let (cut, heard, early) = ("Quoted with changes: “not” is left out.", "Through a translator.", "Before the vote.");
    for (template, caveats) in [
        (Template::Brief, vec![name, denied, cut, heard, early]),
        (Template::Chronology, vec![denied]),
        (Template::Quotes, vec![cut, heard]),
        (Template::Profile("a".into()), vec![name, denied, cut, heard]),
    ] {
        let note = written(&briefing, template.clone(), &NoteOptions::default());
        for caveat in caveats {
            assert!(note.contains(caveat), "{template:?} lacks {caveat}: {note}");
        }
    }
}

#[test]
fn what_goes_without_saying_is_told_where_no_source_states_it() {
    let visit = |reading: &str| {
        let visit = format!("(id: \"v\", visitors: [\"a\"], to: \"RS\", when: \"2024\", mode: InPerson, {reading})");
        let actor = "(id: \"a\", kind: Person, name: \"Ann Berg\")";
        brief(&read(&format!("(title: \"T\", actors: [{actor}], visits: [{visit}])")))
    };
    let ours = "Our reading, which no source states: ";
    assert!(visit("our_reading: [\"mode\"]").contains(ours));
    assert!(!visit("").contains(ours));
}

#[test]
fn a_brief_keeps_to_two_pages_however_long_single_texts_are() {
    let long = "word ".repeat(800);
    let joined = "x".repeat(20_000);
    for text in [long.trim(), joined.as_str()] {
        let many = |record: &str| {
            vec![record; 20]
                .iter()
                .enumerate()
                .map(|(number, record)| record.replace('#', &number.to_string()))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let briefing = format!(
            "(title: \"{text}\", question: \"{text}\", bottom_line: \"{text}\", authors: [\"{text}\"], gaps: [\"{text}\", \"{text}\"],
              marking: Custom(label: \"{text}\", like: Amber), as_of: \"2024-10-15\",
              sources: [{}], actors: [{}], visits: [{}], statements: [{}], judgements: [{}], conflicts: [{}])",
            many(&format!("(id: \"s#\", publisher: \"{text}\", title: \"{text}\", author: \"{text}\")")),
            many("(id: \"a#\", kind: Person, name: \"A long name of number #\")"),
            many("(id: \"v#\", visitors: [\"a#\"], to: \"RS\", when: \"2024-05\", met: [\"a1\", \"a2\", \"a3\", \"a4\", \"a5\", \"a6\", \"a7\"], cites: [\"s#\"])"),
            many(&format!("(id: \"q#\", speaker: \"a#\", content: [Said(\"{}\")], cites: [\"s#\"])", "word ".repeat(200))),
            many("(id: \"j#\", key: true, text: \"So it is\", supports: [\"q#\", \"v#\"], reason: \"Because\")"),
            many(&format!("(id: \"c#\", about: \"v#\", field: \"when\", sides: [(value: \"2024-05-01\"), (value: \"{}\")], reason: \"R\")", "word ".repeat(100))),
        );
        let note = brief(&read(&briefing));
        assert!(words(&note) <= MOST_WORDS_OF_BRIEF, "{} words", words(&note));
        assert!(note.len() < 40_000, "{} bytes", note.len());
    }
}

#[test]
fn no_sentence_ends_twice_and_no_two_quotation_marks_meet() {
    for text in [SAMPLE, SAMPLE_HELD] {
        let briefing = read(text);
        for template in [Template::Brief, Template::Full, Template::Chronology, Template::Quotes] {
            let note = written(&briefing, template.clone(), &NoteOptions::default());
            for twice in [",”.", "““", "””", "..", ".”.", "?.", "!.", " .", " ,", ",.", ";.", "( ", " )", "()"]
            {
                assert!(!note.contains(twice), "{twice} in {template:?}: {note}");
            }
        }
    }
}

#[test]
fn likelihood_and_confidence_stand_in_sentences_of_their_own() {
    let note = brief(&read(SAMPLE));
    for sentence in note.split(". ").flat_map(str::lines) {
        let has = |words: &str| sentence.to_lowercase().contains(words);
        assert!(!(has("likelihood") && has("confidence")), "{sentence}");
    }
}

#[test]
fn a_judgement_tells_what_was_said_for_it_and_an_uncited_statement_is_marked() {
    let briefing = read(
        r#"(title: "T", actors: [(id: "a", kind: Person, name: "Anna")],
            statements: [(id: "s", speaker: "a", content: [Said("We go on,")])],
            judgements: [(id: "j", key: true, text: "It goes on", supports: ["s"])])"#,
    );
    let full = note_of(&briefing, &NoteOptions::default());
    assert!(full.contains("Rests on 1 record: Anna: “We go on” (not sourced)."), "{full}");
    let brief = brief(&briefing);
    assert!(brief.contains("**Anna**: “We go on”. No source is cited."), "{brief}");
    assert!(brief.contains("Rests on 1 statement that go") || brief.contains("Without a source: 1 record."), "{brief}");
}

#[test]
fn open_findings_are_told() {
    let options = NoteOptions { findings: Findings { errors: 2, warnings: 1 }, ..NoteOptions::default() };
    let note = written(&read(SAMPLE), Template::Brief, &options);
    assert!(note.contains("**Written although 2 errors are open.**"), "{note}");
    assert!(note.contains("In the checks 1 warning is open."), "{note}");
}
