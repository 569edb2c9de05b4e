//! What a made-up briefing promises.

use std::collections::BTreeSet;

use super::maker::made_up;
use crate::index::{Index, Reader, fold};
use crate::model::{
    AnyRecord, Basis, Briefing, Channel, Content, Day, Directness, Level, Mode, RecordKind, VisitKind, VisitStatus,
    parse_edtf,
};

fn reader_of<'a>(briefing: &'a Briefing, index: &'a Index) -> Reader<'a> {
    Reader::new(briefing, index)
}

#[test]
fn the_cut_off_is_the_day_it_says() {
    assert_eq!(super::period::last_day().to_string(), super::period::AS_OF);
}

#[test]
fn the_same_numbers_and_seed_give_the_same_briefing() {
    assert_eq!(made_up(300, 200, 5), made_up(300, 200, 5));
    assert_ne!(made_up(300, 200, 5), made_up(300, 200, 6));
}

#[test]
fn it_has_as_many_as_were_asked_for() {
    for (visits, statements) in [(0, 0), (1, 0), (0, 1), (7, 3), (3, 90), (2_600, 40)] {
        let briefing = made_up(visits, statements, 1);
        assert_eq!((briefing.visits.len(), briefing.statements.len()), (visits, statements));
    }
}

#[test]
fn ids_are_unique_and_references_resolve_to_the_right_kind() {
    for seed in 0..4 {
        let briefing = made_up(2_000, 1_000, seed);
        let index = Index::build(&briefing);
        let reader = reader_of(&briefing, &index);
        let mut ids = BTreeSet::new();
        for (_, record) in briefing.all_records() {
            assert!(record.id().is_well_formed(), "{:?}", record.id());
            assert!(ids.insert(record.id().clone()), "{:?} twice", record.id());
            for reference in record.references() {
                let found = reader.by_id(reference.target);
                let Some((_, found)) = found else { panic!("{:?} names {:?}", record.id(), reference.target) };
                let is_right = reference.allowed.is_empty() || reference.allowed.contains(&found.kind());
                assert!(is_right, "{:?}.{}", record.id(), reference.field);
            }
            for (field, when) in record.dates() {
                assert!(when.parsed().is_ok_and(|date| !date.is_backwards()), "{:?}.{field}: {when:?}", record.id());
            }
        }
    }
}

#[test]
fn quotes_and_words_of_dates_stand_in_the_paragraphs_cited() {
    let briefing = made_up(1_500, 1_500, 3);
    let index = Index::build(&briefing);
    let reader = reader_of(&briefing, &index);
    let holds = |record: &AnyRecord, words: &str| {
        record.cites().iter().any(|cite| {
            let source = reader.source(cite.source()).unwrap();
            source.words_of(cite.para().unwrap()).any(|held| held.contains(words))
        })
    };
    let mut quotes = 0;
    for (_, record) in briefing.all_records() {
        if let AnyRecord::Statement(statement) = &record {
            for said in statement.content.iter().filter(|run| run.is_said()).map(Content::text) {
                quotes += 1;
                assert!(holds(&record, said), "{said:?} is not held");
            }
        }
        if let AnyRecord::Visit(visit) = &record {
            let said = visit.when.as_ref().unwrap().said();
            assert!(said.is_empty() || holds(&record, said), "{said:?} is not held");
        }
        for cite in record.cites() {
            let source = reader.source(cite.source()).unwrap();
            let mut words = source.words_of(cite.para().unwrap());
            assert!(words.any(|held| held.contains(&cite.long.exact)), "{cite:?}");
        }
    }
    assert!(quotes > 300, "{quotes}");
}

#[test]
fn it_has_some_of_everything_over_75_years() {
    let briefing = made_up(5_000, 2_000, 1);
    let mut bases = BTreeSet::new();
    let mut years = BTreeSet::new();
    let (mut channels, mut levels, mut kinds) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut modes, mut statuses) = (BTreeSet::new(), BTreeSet::new());
    for visit in briefing.visits.iter().map(|entry| &entry.record) {
        let when = visit.when.as_ref().unwrap();
        bases.extend(when.basis().map(Basis::word));
        years.extend(when.bounds().start_earliest.map(|day| day.civil().year).filter(|year| *year >= 1950));
        channels.extend(visit.channels.iter().copied());
        levels.extend(visit.level);
        kinds.extend(visit.kind);
        modes.insert(visit.mode_or_default());
        statuses.insert(visit.status_or_default());
    }
    assert_eq!(bases.len(), 6, "{bases:?}");
    assert_eq!(years.len(), 76, "{years:?}");
    assert_eq!(channels.len(), Channel::ALL.len());
    assert_eq!(levels.len(), Level::ALL.len());
    assert_eq!(kinds.len(), VisitKind::ALL.len());
    assert_eq!(modes.len(), Mode::ALL.len());
    assert_eq!(statuses.len(), VisitStatus::ALL.len());
    let directness: BTreeSet<_> = briefing.statements.iter().map(|entry| entry.record.directness()).collect();
    assert_eq!(directness.len(), Directness::ALL.len());
    for kind in RecordKind::ALL {
        assert!(briefing.count(*kind) > 0, "{kind:?}");
    }
}

#[test]
fn nobody_in_it_has_the_name_of_another_or_goes_unnamed() {
    let briefing = made_up(3_000, 500, 9);
    let index = Index::build(&briefing);
    let mut names = BTreeSet::new();
    for entry in &briefing.actors {
        assert!(names.insert(fold(&entry.record.name)), "{} twice", entry.record.name);
        assert!(!index.links_to(entry.key).is_empty(), "{} is named nowhere", entry.record.name);
    }
}

#[test]
fn who_leads_holds_the_post_on_the_day() {
    let briefing = made_up(2_000, 0, 2);
    let index = Index::build(&briefing);
    let reader = reader_of(&briefing, &index);
    for visit in briefing.visits.iter().map(|entry| &entry.record) {
        let roles = reader.roles_of(visit.lead_or_first().unwrap());
        let held = roles.iter().any(|(_, role)| {
            let (held, date) = (role.valid.as_ref().unwrap().bounds(), visit.when.as_ref().unwrap().bounds());
            let first = date.start_earliest.unwrap_or(Day(i32::MIN));
            held.may_touch(first, date.start_latest.unwrap_or(Day(i32::MAX)))
        });
        assert!(held, "{:?} {:?}", visit.id, visit.when);
    }
}

#[test]
fn disputed_dates_are_edtf() {
    let briefing = made_up(4_000, 0, 4);
    assert!(briefing.conflicts.len() > 10);
    for conflict in briefing.conflicts.iter().map(|entry| &entry.record) {
        assert!(conflict.sides.iter().all(|side| parse_edtf(&side.value).is_ok()), "{conflict:?}");
    }
}
