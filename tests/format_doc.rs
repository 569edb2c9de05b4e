//! The description of the format names every field and every word of the model.

use std::collections::BTreeSet;

use dateline::model::{
    Actor, ActorKind, AtLeast, Basis, Channel, CiteLong, Confidence, Conflict, ConflictStatus, Coverage, CustomMarking,
    Excerpt, FieldNames, Header, Judgement, Level, Likelihood, Medium, Merge, Mode, Name, NoResponse, Original,
    Relation, RelationKind, Relative, Reliability, Revision, Role, Side, Source, SourceKind, Statement, Status,
    TlpLevel, Visit, VisitKind, VisitStatus, Waiver, WhenLong,
};

const FORMAT: &str = include_str!("../assets/FORMAT.md");

fn fields<T: FieldNames>() -> impl Iterator<Item = &'static str> {
    T::FIELDS.iter().copied()
}

#[test]
fn every_field_is_described() {
    let all: BTreeSet<&str> = fields::<Header>()
        .chain(fields::<Coverage>())
        .chain(fields::<Revision>())
        .chain(fields::<Waiver>())
        .chain(fields::<Merge>())
        .chain(fields::<Source>())
        .chain(fields::<Excerpt>())
        .chain(fields::<Actor>())
        .chain(fields::<Name>())
        .chain(fields::<Role>())
        .chain(fields::<Visit>())
        .chain(fields::<Statement>())
        .chain(fields::<NoResponse>())
        .chain(fields::<Original>())
        .chain(fields::<Relation>())
        .chain(fields::<Judgement>())
        .chain(fields::<Conflict>())
        .chain(fields::<Side>())
        .chain(fields::<CiteLong>())
        .chain(fields::<WhenLong>())
        .chain(fields::<Relative>())
        .chain(fields::<AtLeast>())
        .chain(fields::<CustomMarking>())
        .chain(dateline::model::Briefing::LISTS.iter().copied())
        .collect();
    let missing: Vec<_> = all.iter().filter(|name| !FORMAT.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "assets/FORMAT.md does not describe {missing:?}");
}

#[test]
fn every_word_is_described() {
    let mut words: Vec<&str> = Vec::new();
    macro_rules! all {
        ($($kind:ty),*) => { $( words.extend(<$kind>::ALL.iter().map(|value| value.word())); )* };
    }
    all!(
        SourceKind,
        Reliability,
        ActorKind,
        Channel,
        Level,
        VisitKind,
        Mode,
        VisitStatus,
        Medium,
        Confidence,
        Likelihood,
        ConflictStatus,
        Status,
        TlpLevel
    );
    words.extend(Basis::WORDS);
    words.extend(RelationKind::WORDS);
    let missing: Vec<_> = words.iter().filter(|word| !FORMAT.contains(**word)).collect();
    assert!(missing.is_empty(), "assets/FORMAT.md does not describe {missing:?}");
}
