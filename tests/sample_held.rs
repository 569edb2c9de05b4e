//! The second sample: its article is held whole, so that whatever it quotes can be looked up.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Command;

use dateline::check::Severity;
use dateline::document::{Document, Origin};
use dateline::model::{AnyRecord, Cite, ConflictStatus, Id, Mode, Source, SourceKind, VisitStatus};
use dateline::store::SAMPLE_HELD;

fn document() -> Document {
    Document::open(&Origin::SampleHeld).map_err(|failure| failure.error).unwrap()
}

fn source(document: &Document, id: &Id) -> Source {
    let found = document.reader().source(id).unwrap_or_else(|| panic!("no source {id}"));
    Source::clone(&found)
}

/// Whether the words stand letter for letter in what a cite points at.
fn stands(document: &Document, cite: &Cite, words: &str) -> bool {
    let source = source(document, cite.source());
    source
        .held_words()
        .iter()
        .any(|(para, text)| (cite.para().is_none() || *para == cite.para()) && text.contains(words))
}

#[test]
fn the_command_prints_the_file_to_the_letter() {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline")).args(["sample", "--held"]).output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), SAMPLE_HELD);
    let both =
        Command::new(env!("CARGO_BIN_EXE_dateline")).args(["sample", "--held", "--visits", "3"]).output().unwrap();
    assert_eq!(both.status.code(), Some(2), "one sample at a time");
}

#[test]
fn twelve_visits_of_which_ten_count_and_three_go_the_other_way() {
    let document = document();
    let visits: Vec<_> = document.briefing.visits.iter().map(|entry| &entry.record).collect();
    assert_eq!(visits.len(), 12);
    let counted = visits.iter().filter(|visit| {
        visit.mode_or_default() == Mode::InPerson && visit.status_or_default() == VisitStatus::Completed
    });
    assert_eq!(counted.count(), 10, "one is by video, one is still to come");
    let back = visits.iter().filter(|visit| visit.to.as_str() == "tarsk").count();
    assert_eq!(back, 3);
    let relative = visits.iter().find(|visit| visit.id.as_str() == "v-lann").unwrap();
    assert_eq!(relative.when.as_ref().unwrap().edtf(), "[2021-04-29..2021-05-19]");
}

#[test]
fn the_countries_are_made_up() {
    for entry in &document().briefing.actors {
        assert!(entry.record.iso.is_empty() && entry.record.country.is_empty(), "{} has an ISO code", entry.record.id);
    }
}

#[test]
fn the_article_is_held_whole_and_every_paragraph_is_used() {
    let document = document();
    let review = source(&document, &Id::from("review"));
    assert_eq!(review.kind, Some(SourceKind::NewsArticle));
    assert!(review.text.len() == 18 && review.excerpts.is_empty() && review.held == Some(true));
    assert!(!document.problems.iter().any(|problem| problem.rule == "uncited-paragraph"));
}

/// All but the one that the portal made of it.
#[test]
fn each_quote_is_found_letter_for_letter_but_the_misquote() {
    let document = document();
    let mut absent: Vec<String> = Vec::new();
    let mut looked_up = 0;
    for (_, record) in document.briefing.all_records() {
        for cite in record.cites().iter().filter(|cite| !cite.long.exact.is_empty()) {
            looked_up += 1;
            let around = format!("{}{}{}", cite.long.prefix, cite.long.exact, cite.long.suffix);
            if !stands(&document, cite, &around) {
                absent.push(format!("{} in {}", record.id(), cite.to_short()));
            }
        }
        if let AnyRecord::Statement(statement) = &record {
            for run in statement.content.iter().filter(|run| run.is_said()) {
                looked_up += 1;
                let found = statement.cites.iter().any(|cite| stands(&document, cite, run.text()));
                assert!(found, "{} does not say “{}” where it is cited", statement.id, run.text());
            }
        }
        for (_, when) in record.dates().into_iter().filter(|(_, when)| !when.said().is_empty()) {
            looked_up += 1;
            let found = record.cites().iter().any(|cite| stands(&document, cite, when.said()));
            assert!(found, "{}: “{}” stands nowhere it cites", record.id(), when.said());
        }
    }
    assert_eq!(absent, ["s-portal-border in review#9"]);
    assert!(looked_up > 25, "there is something to look up: {looked_up}");
}

#[test]
fn the_checks_find_what_is_meant_and_nothing_else() {
    let document = document();
    assert!(document.problems.iter().all(|problem| problem.severity != Severity::Error));
    let mut found: Vec<(&str, &str)> =
        document.problems.iter().map(|problem| (problem.rule, problem.record.as_str())).collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("confirmed-by-one-origin", "rel-passage"),
            ("one-origin-supports", "j-passage-first"),
            ("rests-on-conflict", "j-river"),
        ]
    );
    let waived: Vec<(&str, &str)> =
        document.waived.iter().map(|(problem, _)| (problem.rule, problem.record.as_str())).collect();
    assert_eq!(waived, [("quote-not-verbatim", "s-portal-border")]);
}

#[test]
fn the_caption_contradicts_the_text_and_the_misquote_is_settled() {
    let document = document();
    let status = |id: &str| {
        let mut all = document.briefing.conflicts.iter();
        let entry = all.find(|entry| entry.record.id.as_str() == id).unwrap_or_else(|| panic!("no conflict {id}"));
        entry.record.status.unwrap_or(ConflictStatus::Open)
    };
    assert_eq!(status("c-arrival"), ConflictStatus::Open);
    assert_eq!(status("c-border"), ConflictStatus::Resolved);
}

#[test]
fn there_is_evidence_for_and_against_a_question_without_answer_and_what_was_searched() {
    let document = document();
    let judged = |entry: &dateline::model::Entry<dateline::model::Judgement>| {
        !entry.record.supports.is_empty() && !entry.record.contradicts.is_empty()
    };
    assert!(document.briefing.judgements.iter().any(judged));
    assert!(document.briefing.statements.iter().any(|entry| entry.record.no_response.is_some()));
    assert!(!document.briefing.header.coverage.is_empty());
    let report = |id: &str| source(&document, &Id::from(id)).derived_from;
    assert_eq!(report("isk-wire-again"), [Id::from("morning-portal")]);
    assert_eq!(report("morning-portal"), [Id::from("isk-wire")]);
    assert_eq!(report("isk-wire"), [Id::from("deleted-post")]);
}
