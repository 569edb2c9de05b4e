//! Every repair that a rule names makes its finding go, makes no new error, and can be undone to the byte.

#![expect(clippy::panic, reason = "a test that cannot read its briefings has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dateline::check::{Act, Problem, RULES, Severity};
use dateline::document::Document;
use dateline::edit::{History, change};
use dateline::model::{AnyRecord, Briefing, DateBounds, Day, Key, Node, parse_edtf};
use dateline::phrase::{Setting, read_with};
use dateline::ron_text::print_briefing;
use dateline::store::SavedBase;

/// The briefing in which a rule fires.
#[expect(clippy::disallowed_methods, reason = "a test reads its own briefings")]
fn briefing_of(rule: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks").join(format!("{rule}.ron"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text =
        text.trim_start_matches("// Fires\n").split("\n// Does not fire\n").next().unwrap_or_default().to_owned();
    Document::from_text(text.clone()).unwrap_or_else(|failure| panic!("{} in {text}", failure.error))
}

fn told(problem: &Problem) -> (&'static str, Option<Key>, String, String) {
    (problem.rule, problem.key, problem.field.clone(), problem.message.clone())
}

fn errors(document: &Document) -> BTreeSet<(&'static str, String)> {
    let errors = document.problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| (problem.rule, problem.field.clone())).collect()
}

fn try_repair(document: &Document, change: change::Change, gone: &[&Problem]) {
    let mut edits = History::new();
    let mut briefing = document.briefing.clone();
    let label = change.label.clone();
    assert!(edits.make(change, &mut briefing, false), "{label}");
    let after = document.changed(briefing.clone());
    for problem in gone {
        let stays = after.problems.iter().any(|other| told(other) == told(problem));
        assert!(!stays, "{label} leaves {problem:?}");
    }
    // A date that is mended follows from its basis.
    let moved = |document: &Document| -> BTreeSet<(Option<Key>, String)> {
        let moved = document.problems.iter().filter(|problem| problem.rule == "anchor-moved");
        moved.map(|problem| (problem.key, problem.field.clone())).collect()
    };
    let newly_moved: Vec<_> = moved(&after).difference(&moved(document)).cloned().collect();
    let is_of_mended = |(key, _): &(Option<Key>, String)| gone.iter().any(|problem| problem.key == *key);
    assert!(!newly_moved.iter().any(is_of_mended), "{label} makes a date that no longer follows: {newly_moved:?}");
    let new: Vec<_> = errors(&after).difference(&errors(document)).cloned().collect();
    // What a field says that had a wrong name, and what a name leads to that led nowhere, is judged for the first time.
    let reads_more = |(rule, field): &(&str, String)| {
        gone.iter().any(|problem| match problem.rule {
            "unknown-field" => true,
            "dangling-reference" => *rule == "anchor-missing" && problem.field.starts_with(field.as_str()),
            _ => false,
        })
    };
    assert!(new.iter().all(reads_more), "{label} makes {new:?}");
    assert_eq!(edits.count_done(), 1);
    edits.undo(&mut briefing);
    let base = SavedBase::new(&document.text, &document.briefing);
    // What does not read back word for word is printed whole.
    let written = |briefing: &Briefing| {
        base.changed(briefing).map_or_else(|_| print_briefing(briefing), |saved| saved.text().to_owned())
    };
    assert_eq!(written(&briefing), written(&document.briefing), "{label} is not undone");
}

#[test]
fn every_repair_mends_its_finding_and_can_be_undone_to_the_byte() {
    let mut mended: BTreeSet<&str> = BTreeSet::new();
    for rule in RULES {
        let document = briefing_of(rule.id);
        for problem in document.problems.iter().filter(|problem| problem.rule == rule.id) {
            let Some(remedy) = &problem.remedy else { continue };
            assert!(!remedy.label.is_empty(), "{remedy:?}");
            let change = change::repair(&document.reader(), problem).unwrap_or_else(|why| panic!("{problem:?}: {why}"));
            try_repair(&document, change, &[problem]);
            mended.insert(rule.id);
        }
    }
    let names: Vec<&str> = mended.into_iter().collect();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn all_findings_of_a_rule_are_mended_in_one_step() {
    let mut count = 0;
    for rule in RULES {
        let document = briefing_of(rule.id);
        let is_safe = |problem: &&Problem| {
            problem.rule == rule.id && problem.remedy.as_ref().is_some_and(|remedy| remedy.is_safe)
        };
        let gone: Vec<&Problem> = document.problems.iter().filter(is_safe).collect();
        if gone.len() < 2 {
            continue;
        }
        let change = change::repair_all(&document.reader(), rule.id, &document.problems);
        try_repair(&document, change.unwrap_or_else(|why| panic!("{}: {why}", rule.id)), &gone);
        count += 1;
    }
    assert!(count > 3, "only {count} rules have several findings that are mended at once");
}

#[test]
fn a_field_of_the_briefing_is_not_renamed_where_it_would_name_what_is_not_there() {
    let text = r#"(title: "T", coverage: [(from: "2024", to: "2025", source: ["nowhere"])])"#;
    let document = Document::from_text(text.to_owned()).unwrap_or_else(|failure| panic!("{}", failure.error));
    let slip = document.problems.iter().find(|problem| problem.rule == "unknown-field" && problem.remedy.is_some());
    let slip = slip.unwrap_or_else(|| panic!("the slip has a repair"));
    let refused = change::repair(&document.reader(), slip).map(|change| change.label);
    assert_eq!(
        refused.map_err(|refusal| refusal.to_string()),
        Err("there is no record `nowhere`; create it first".into())
    );
}

/// The texts that a repair writes, each with the text that stood there, where it is a date.
fn dates_written(document: &Document, problem: &Problem) -> Vec<(String, String, DateBounds)> {
    let Some(Act::Put(puts)) = problem.remedy.as_ref().map(|remedy| &remedy.act) else { return Vec::new() };
    let record = problem.key.and_then(|key| document.reader().record(key));
    let texts = puts.iter().filter_map(|(path, value)| match value {
        Some(Node::Text(text)) => Some((path.clone(), text.clone(), parse_edtf(text).ok()?.bounds)),
        _ => None,
    });
    let is_date = |path: &str| {
        let field = path.trim_end_matches(".edtf");
        match &record {
            Some(AnyRecord::Source(_)) if field == "accessed" => true,
            Some(record) => record.dates().iter().any(|(name, _)| *name == field),
            None => true,
        }
    };
    texts.filter(|(path, ..)| is_date(path)).collect()
}

/// Whether all that one date may be lies in what the other may be.
fn contains(outer: &DateBounds, inner: &DateBounds) -> bool {
    let reaches = |outer: (Option<Day>, Option<Day>), inner: (Option<Day>, Option<Day>)| {
        let from = outer.0.is_none() || inner.0.is_some_and(|day| outer.0 <= Some(day));
        let to = outer.1.is_none_or(|last| inner.1.is_some_and(|day| day <= last));
        from && to
    };
    reaches((outer.start_earliest, outer.start_latest), (inner.start_earliest, inner.start_latest))
        && reaches((outer.end_earliest, outer.end_latest), (inner.end_earliest, inner.end_latest))
}

#[test]
fn a_repaired_date_holds_all_that_its_words_allow() {
    // What each repair writes, by rule and record; looked through by hand.
    let mut told: Vec<String> = Vec::new();
    for rule in RULES {
        let document = briefing_of(rule.id);
        let reader = document.reader();
        for problem in document.problems.iter().filter(|problem| problem.rule == rule.id) {
            let record = problem.key.and_then(|key| reader.record(key));
            for (path, text, bounds) in dates_written(&document, problem) {
                let field = path.trim_end_matches(".edtf");
                let when = record.iter().flat_map(AnyRecord::dates).find(|(name, _)| *name == field);
                told.push(format!("{} {} {path}: {text}", rule.id, problem.record));
                let Some((_, when)) = when else { continue };
                // The words of the source, or else those that stood there instead of a date.
                let words = if when.said().is_empty() { when.edtf() } else { when.said() };
                if parse_edtf(words).is_ok() {
                    continue;
                }
                let published = record.iter().flat_map(AnyRecord::cites).find_map(|cite| {
                    reader
                        .by_id(cite.source())
                        .and_then(|(_, source)| source.main_date().map(dateline::model::When::bounds))
                });
                let answer = read_with(words, &Setting { published, language: None });
                let readings: Vec<DateBounds> =
                    answer.readings().iter().filter_map(|one| Some(parse_edtf(&one.edtf).ok()?.bounds)).collect();
                // These two mend what cannot be meant.
                let is_changed = matches!(rule.id, "after-source" | "interval-backwards");
                let is_kept = is_changed || readings.iter().all(|one| contains(&bounds, one));
                assert!(is_kept, "{} {path}: {text} is narrower than “{words}”", problem.record);
                // Another year, and nothing else.
                if let (true, Ok(before)) = (rule.id == "after-source", when.parsed()) {
                    let days = |bounds: &DateBounds| {
                        bounds.start_earliest.zip(bounds.end_latest).map(|(from, to)| from.days_until(to))
                    };
                    let apart = days(&before.bounds).zip(days(&bounds)).map(|(before, after)| (before - after).abs());
                    assert!(apart.is_none_or(|days| days <= 1), "{text} instead of {}", when.edtf());
                }
            }
        }
    }
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_repair_that_may_be_wrong_is_not_among_those_that_are_made_at_once() {
    for rule in ["said-excludes-date", "interval-backwards", "after-source"] {
        let document = briefing_of(rule);
        let mut count = 0;
        for problem in document.problems.iter().filter(|problem| problem.rule == rule) {
            let Some(remedy) = &problem.remedy else { continue };
            assert!(!remedy.is_safe, "{problem:?}");
            count += 1;
        }
        assert!(count > 0, "{rule} has repairs");
    }
}
