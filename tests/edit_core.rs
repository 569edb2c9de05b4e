//! The edit core: whatever is done can be undone to the byte, and no edit breaks a briefing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod edits;

use dateline::check::Problem;
use dateline::document::Document;
use dateline::edit::change::MergeChoice;
use dateline::edit::{History, change};
use dateline::index::{Index, Reader};
use dateline::model::{Briefing, Id, Key, Node, RecordKind};
use dateline::ron_text::print_briefing;
use dateline::store;
use edits::change_of;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn sample() -> Briefing {
    store::load(store::SAMPLE.to_owned()).map_err(|(error, _)| error).unwrap().briefing
}

fn dangling(briefing: &Briefing) -> Vec<String> {
    let index = Index::build(briefing);
    let mut found = Vec::new();
    for (_, record) in briefing.all_records() {
        for reference in record.references() {
            if index.key_of(reference.target).is_none() {
                found.push(format!("{}.{} names {}", record.id(), reference.field, reference.target));
            }
        }
    }
    found
}

fn ids(briefing: &Briefing) -> Vec<Id> {
    briefing.all_records().map(|(_, record)| record.id().clone()).collect()
}

fn merged(text: &str, kept: &str, gone: &str, choice: &MergeChoice) -> Result<Briefing, String> {
    let mut briefing = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let key = |id: &str| index.key_of(&Id::from(id)).unwrap();
    let change = change::merge_records(&reader, key(kept), key(gone), choice).map_err(|why| why.to_string())?;
    assert!(History::new().make(change, &mut briefing, false));
    assert_eq!(dangling(&briefing), Vec::<String>::new());
    Ok(briefing)
}

#[test]
fn of_two_visits_that_become_one_no_date_is_lost() {
    let text = r#"(title: "T",
        sources: [(id: "s", publisher: "S"), (id: "t", publisher: "T")],
        actors: [(id: "a", kind: Person, name: "Ana"), (id: "b", kind: Person, name: "Ben")],
        visits: [
            (id: "v", visitors: ["a"], to: "RS", when: "2024-10-14", place: "Belgrade", note: "From S.", cites: ["s#3"]),
            (id: "w", visitors: ["a", "b"], to: "RS", when: (edtf: "2024-10", said: "last month"), note: "From T.", cites: ["t#1"]),
        ],
        statements: [(id: "x", speaker: "a", content: [Para("He came")], event: "w", cites: ["t"])])"#;
    let choice = MergeChoice { from_gone: vec!["when".to_owned()], keeps_others: true, left_out: Vec::new() };
    let printed = print_briefing(&merged(text, "v", "w", &choice).unwrap());
    for kept in [
        "visitors: [\"a\", \"b\"]",
        "said: \"last month\"",
        "From S.\nFrom T.",
        "event: \"v\"",
        "cites: [\"s#3\", \"t#1\"]",
        "field: \"when\"",
        "value: \"2024-10-14\"",
        "value: \"2024-10\"",
        "place: \"Belgrade\"",
    ] {
        let is_there = printed.contains(kept) || printed.replace("\\n", "\n").contains(kept);
        assert!(is_there, "{kept} is missing: {printed}");
    }
    let without = MergeChoice { keeps_others: false, ..choice };
    assert!(!print_briefing(&merged(text, "v", "w", &without).unwrap()).contains("conflicts"));
}

#[test]
fn of_two_sources_that_become_one_no_cite_comes_to_other_words() {
    let source = |id: &str, held: &str| format!("(id: \"{id}\", publisher: \"P\", title: \"A bridge\", {held})");
    let with = |one: &str, other: &str| {
        let sources = [source("s", one), source("t", other)].join(", ");
        format!(
            "(title: \"T\", sources: [{sources}, (id: \"u\", publisher: \"U\", derived_from: [\"t\"])],
              visits: [(id: \"v\", visitors: [], to: \"RS\", when: \"2024\", cites: [\"t#2\"])])"
        )
    };
    let merge = |one: &str, other: &str| merged(&with(one, other), "s", "t", &MergeChoice::default());
    let whole = "text: [\"A bridge\", \"\", \"It stands, she said.\"]";
    let one = merge(whole, "excerpts: [(para: 2, text: \"It stands\")]").unwrap();
    let printed = print_briefing(&one);
    assert!(printed.contains("cites: [\"s#2\"]") && printed.contains("derived_from: [\"s\"]"), "{printed}");
    assert!(!printed.contains("excerpts"), "what the text holds is not held twice: {printed}");
    let both =
        print_briefing(&merge("excerpts: [(para: 2, text: \"A\")]", "excerpts: [(para: 2, text: \"B\")]").unwrap());
    assert!(both.contains("text: \"A\"") && both.contains("text: \"B\""), "{both}");
    let refused = merge(whole, "excerpts: [(para: 1, text: \"It stands\")]").unwrap_err();
    assert!(refused.contains("different words under one number"), "{refused}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(20_241_014), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_and_redo_all_lead_back_to_the_byte(
        actions in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>(), any::<bool>()), 1..40)
    ) {
        let mut briefing = sample();
        let first = print_briefing(&briefing);
        let mut history = History::new();
        for (action, a, b, stays_open) in actions {
            let Some(change) = change_of(&briefing, action, a, b) else { continue };
            prop_assert!(history.make(change, &mut briefing, stays_open));
            let ids = ids(&briefing);
            let mut told_apart = ids.clone();
            told_apart.sort();
            told_apart.dedup();
            prop_assert_eq!(ids.len(), told_apart.len(), "an edit made an id twice");
            prop_assert_eq!(dangling(&briefing), Vec::<String>::new());
        }
        let last = print_briefing(&briefing);
        let keys: Vec<Key> = briefing.all_records().map(|(key, _)| key).collect();
        history.go_to(0, &mut briefing);
        prop_assert_eq!(print_briefing(&briefing), first.clone());
        history.go_to(history.steps().len(), &mut briefing);
        prop_assert_eq!(print_briefing(&briefing), last);
        prop_assert_eq!(briefing.all_records().map(|(key, _)| key).collect::<Vec<_>>(), keys);
        // A jump that is made and not taken in changes nothing.
        let told = history.steps();
        drop(history.jump_to(0).made_on(&briefing));
        prop_assert_eq!(history.steps(), told);
        history.go_to(0, &mut briefing);
        prop_assert_eq!(print_briefing(&briefing), first);
    }
}

#[test]
fn a_rename_is_followed_everywhere_and_the_old_id_is_nowhere() {
    let mut briefing = sample();
    for old in ids(&briefing) {
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let key = reader.index.key_of(&old).unwrap();
        let new = format!("zz-{}", old.as_str().len() + usize::try_from(key.0).unwrap() * 100);
        let change = change::set_field(&reader, key, "id", Some(Node::Text(new))).unwrap();
        assert!(History::new().make(change, &mut briefing, false));
        let named = format!("\"{old}\"");
        assert!(!print_briefing(&briefing).contains(&named), "{old} is still named");
        assert!(!print_briefing(&briefing).contains(&format!("\"{old}#")), "{old} is still cited");
    }
    assert_eq!(dangling(&briefing), Vec::<String>::new());
}

#[test]
fn what_is_typed_into_one_field_is_one_step() {
    let mut briefing = sample();
    let mut history = History::new();
    let key = briefing.visits.get(0).unwrap().key;
    let mut type_text = |briefing: &mut Briefing, text: &str, field: &str| {
        let index = Index::build(briefing);
        let change =
            change::set_field(&Reader::new(briefing, &index), key, field, Some(Node::Text(text.to_owned()))).unwrap();
        assert!(history.make(change, briefing, true));
    };
    let before = print_briefing(&briefing);
    for text in ["N", "No", "Nov", "Novi Sad"] {
        type_text(&mut briefing, text, "place");
    }
    type_text(&mut briefing, "elsewhere", "note");
    assert_eq!(history.steps().len(), 2);
    assert!(history.undo(&mut briefing).unwrap().label.starts_with("Change note of"));
    history.undo(&mut briefing);
    assert_eq!(print_briefing(&briefing), before);
}

#[test]
fn a_value_that_does_not_fit_is_refused_with_what_to_do() {
    let briefing = sample();
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let visit = briefing.visits.get(0).unwrap().key;
    let refused = |field: &str, value: &str| {
        change::set_field(&reader, visit, field, Some(Node::Raw(value.to_owned()))).unwrap_err().to_string()
    };
    insta::assert_snapshot!(
        [
            refused("level", "Ministre"),
            refused("place", "Novi Sad"),
            refused("place", "\"a\", note: \"smuggled\""),
            refused("visitors", "[\"nobody-here\"]"),
            refused("id", "\"v-lin\""),
            refused("colour", "\"red\""),
        ]
        .join("\n")
    );
}

#[test]
fn deleting_a_cited_actor_detaches_or_takes_along() {
    let briefing = sample();
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let key = index.key_of(&Id::from("li-xiaoxin")).unwrap();
    let citing = change::citing(&reader, &[key]);
    assert!(!citing.is_empty());
    for (of_citing, gone) in [(change::Citing::Detach, 1), (change::Citing::DeleteToo, 1 + citing.len())] {
        let mut changed = briefing.clone();
        assert!(History::new().make(change::delete(&reader, &[key], of_citing).unwrap(), &mut changed, false));
        let count = |briefing: &Briefing| RecordKind::ALL.iter().map(|kind| briefing.count(*kind)).sum::<usize>();
        assert_eq!(count(&changed), count(&briefing) - gone);
        assert_eq!(dangling(&changed), Vec::<String>::new());
    }
}

#[test]
fn two_actors_become_one_and_every_reference_follows() {
    let mut briefing = sample();
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let (kept, gone) = (index.key_of(&Id::from("li-xiaoxin")).unwrap(), index.key_of(&Id::from("lin-wu")).unwrap());
    let gone_name = reader.actor_name(&Id::from("lin-wu"));
    let change = change::merge_records(&reader, kept, gone, &MergeChoice::default()).unwrap();
    let before = print_briefing(&briefing);
    let mut history = History::new();
    assert!(history.make(change, &mut briefing, false));
    let index = Index::build(&briefing);
    let merged = Reader::new(&briefing, &index).actor(&Id::from("li-xiaoxin")).unwrap();
    assert!(merged.aliases.contains(&gone_name));
    assert!(!print_briefing(&briefing).contains("\"lin-wu\""));
    assert_eq!(dangling(&briefing), Vec::<String>::new());
    history.undo(&mut briefing);
    assert_eq!(print_briefing(&briefing), before);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(20_241_015), failure_persistence: None, ..ProptestConfig::default() })]

    /// The rules run again only where a change may have touched something; nobody can tell.
    #[test]
    fn checks_after_an_edit_find_what_checking_everything_finds(
        seed in any::<u64>(), actions in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..12)
    ) {
        let text = print_briefing(&dateline::sample::made_up(60, 20, seed));
        let mut document = Document::from_text(text).map_err(|failure| failure.error).unwrap();
        for (action, a, b) in actions {
            let mut briefing = document.briefing.clone();
            let Some(change) = change_of(&briefing, action, a, b) else { continue };
            let label = change.label.clone();
            History::new().make(change, &mut briefing, false);
            document = document.changed(briefing);
            let index = Index::build(&document.briefing);
            let reader = Reader::new(&document.briefing, &index);
            let report = dateline::check::check(&reader);
            let told = |problems: &[Problem]| {
                let mut told: Vec<String> = problems.iter().map(|p| format!("{:?} {} {} {}", p.key, p.rule, p.field, p.message)).collect();
                told.sort();
                told
            };
            prop_assert_eq!(told(&document.problems), told(&report.problems), "{}", label);
            for word in ["the", "v1", "note"] {
                let found = |index: &Index| index.search().keys_matching(word).collect::<Vec<_>>();
                prop_assert_eq!(found(&document.index), found(&index), "{} finds {}", label, word);
            }
        }
    }
}
