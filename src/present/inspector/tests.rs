//! The pages of the sample, and of small files made for one case.

use super::*;
use crate::document::{Document, Origin};
use crate::model::{Id, RecordKind};
use crate::present::{Filter, Shown};

fn sample() -> Document {
    Document::open(&Origin::Sample).unwrap()
}

fn opened(text: &str) -> Document {
    Document::from_text(text.to_owned()).unwrap()
}

fn page_of(document: &Document, id: &str) -> Page {
    page_with(document, id, &Limits::default())
}

fn page_with(document: &Document, id: &str, limits: &Limits) -> Page {
    let reader = document.reader();
    let key = reader.index.key_of(&Id::from(id));
    assert!(key.is_some() || id.is_empty(), "{id} is in the file");
    page(&reader, &Shown::everything(&document.briefing), &Filter::default(), key, limits, "a file")
}

fn blocks(page: &Page) -> impl Iterator<Item = &Block> {
    page.sections.iter().flat_map(|section| section.items.iter().map(|item| &item.block))
}

/// The lines beside a label.
fn property(page: &Page, label: &str) -> Vec<String> {
    let found = blocks(page).find_map(|block| match block {
        Block::Property(known, lines) if known == label => Some(lines.iter().map(Prose::text).collect()),
        _ => None,
    });
    found.unwrap_or_default()
}

fn date(page: &Page) -> &DateBlock {
    let found = blocks(page).find_map(|block| match block {
        Block::Date(date) => Some(date),
        _ => None,
    });
    found.unwrap()
}

fn date_row<'a>(page: &'a Page, label: &str) -> &'a Prose {
    &date(page).rows.iter().find(|(known, _)| *known == label).unwrap().1
}

fn list<'a>(page: &'a Page, label: &str) -> &'a List {
    let found = page.sections.iter().find_map(|section| {
        section.items.iter().find_map(|item| match &item.block {
            Block::List(list) if list.label == label || (list.label.is_empty() && section.head == label) => Some(list),
            _ => None,
        })
    });
    found.unwrap_or_else(|| panic!("no list {label}"))
}

fn words(list: &List) -> Vec<&str> {
    list.rows.iter().map(|row| row.words.as_str()).collect()
}

fn verdicts(page: &Page) -> Vec<(Verdict, &str)> {
    blocks(page)
        .filter_map(|block| match block {
            Block::Verdict(verdict, text) => Some((*verdict, text.as_str())),
            _ => None,
        })
        .collect()
}

#[test]
fn a_visit_says_when_and_why() {
    let document = sample();
    let page = page_of(&document, "v-li");
    assert_eq!((page.kind.as_str(), page.title.as_str()), ("Visit", "Li Xiaoxin to Belgrade"));
    assert_eq!(date(&page).heading, "14 Oct 2024 (year inferred) – ongoing");
    assert_eq!(date_row(&page, "Source").text(), "“on October 14”  RFE/RL\u{a0}¶3");
    assert_eq!(date_row(&page, "Why").text(), "Year inferred from publication");
    let strip = date(&page).strip.as_ref().unwrap();
    assert!(strip.labels.iter().any(|(_, words, strong)| words == "start 14 Oct" && *strong));
    assert!(strip.labels.iter().any(|(_, words, _)| words == "end open"));
}

#[test]
fn a_date_that_hangs_on_another_names_it_as_a_link() {
    let document = sample();
    let page = page_of(&document, "v-lin");
    let why = date_row(&page, "Why");
    assert_eq!(why.text(), "1 month before Li Xiaoxin to Belgrade, give or take 15 days");
    let li = document.index.key_of(&Id::from("v-li")).unwrap();
    assert!(why.0.iter().any(|piece| piece.target == Some(Target::Record(li))));
}

#[test]
fn a_conflict_stands_beside_what_it_is_about() {
    let page = page_of(&sample(), "v-li");
    let conflict = blocks(&page).find_map(|block| match block {
        Block::Conflict(conflict) => Some(conflict),
        _ => None,
    });
    let conflict = conflict.unwrap();
    assert_eq!(conflict.title, "13 or 14 October?");
    assert!(conflict.is_open);
    let sides: Vec<_> = conflict.sides.iter().map(|(words, cite)| (words.text(), cite.text())).collect();
    let side = |words: &str, cite: &str| (words.to_owned(), cite.to_owned());
    assert_eq!(sides, [side("“arrived in Belgrade on October 14”", "¶3"), side("“in Belgrade on October 13”", "¶1")]);
}

#[test]
fn people_stand_with_the_roles_they_had_then() {
    let page = page_of(&sample(), "v-li");
    let visitors = property(&page, "Visitors");
    assert!(visitors.iter().any(|line| line.contains("Li Xiaoxin") && line.contains("led")), "{visitors:?}");
    assert!(visitors.iter().any(|line| line.contains("State Commission for Public Sector Reform")), "{visitors:?}");
    let past = opened(
        r#"(title: "T",
        actors: [(id: "a", kind: Person, name: "Ann"), (id: "o", kind: Organisation, name: "Org")],
        roles: [
            (id: "r1", person: "a", org: "o", title: "Head", valid: "2001/2003"),
            (id: "r2", person: "a", org: "o", title: "Deputy", valid: "2004/2006"),
        ],
        visits: [(id: "v", visitors: ["a"], to: "RS", when: "2005-03-01")])"#,
    );
    assert_eq!(property(&page_of(&past, "v"), "Visitor"), ["Ann", "Deputy, Org"]);
}

#[test]
fn back_links_are_grouped_by_what_they_are() {
    let page = page_of(&sample(), "v-li");
    assert_eq!(words(list(&page, "Date hangs on it")), ["Lin Wu to Serbia"]);
    assert_eq!(list(&page, "Supports").rows.len(), 1);
    let said = list(&page, "Said at it");
    assert!(said.rows.iter().any(|row| row.is_said && row.words.starts_with("“excellent relations")), "{said:?}");
    assert_eq!(list(&page, "Said at it").rows[0].detail, "Aleksandar Vučić");
}

#[test]
fn quotes_are_compared_with_what_is_held() {
    let page = page_of(&sample(), "s-vucic-economy");
    assert_eq!(verdicts(&page), [(Verdict::Found, "Both quotes found word for word in ¶5")]);
    let cited = blocks(&page).find_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.is_cited => Some(paragraph),
        _ => None,
    });
    let marked = |words: &str| PassageRun::Marked(words.to_owned());
    let runs = &cited.unwrap().runs;
    assert!(runs.contains(&marked("dynamically developing")) && runs.contains(&marked("increasingly intense")));
}

#[test]
fn a_quote_that_differs_or_stands_elsewhere_is_told() {
    let statement = |said: &str| {
        opened(&format!(
            r#"(title: "T",
            sources: [(id: "s", publisher: "P", excerpts: [(para: 2, text: "Ties are “good”"), (para: 3, text: "elsewhere")])],
            actors: [(id: "a", kind: Person, name: "Ann")],
            statements: [(id: "x", speaker: "a", content: [Said("{said}")], cites: ["s#2", "s#4"])])"#
        ))
    };
    let verdict = |said: &str| {
        let page = page_of(&statement(said), "x");
        verdicts(&page).into_iter().map(|(kind, text)| (kind, text.to_owned())).collect::<Vec<_>>()
    };
    let differs = |text: &str| vec![(Verdict::Differs, text.to_owned())];
    assert_eq!(verdict("ties are"), differs("“ties are” differs from ¶2 in capitals, punctuation marks or spaces"));
    assert_eq!(verdict("elsewhere"), differs("“elsewhere” stands in ¶3, which is not cited"));
    assert_eq!(verdict("invented"), differs("“invented” is not among the words held of ¶2, ¶4"));
}

#[test]
fn words_come_by_every_source_they_passed_through() {
    let page = page_of(&sample(), "s-vucic-instagram");
    let chain = blocks(&page).find_map(|block| match block {
        Block::Chain(steps) => Some(steps),
        _ => None,
    });
    let steps: Vec<_> = chain.unwrap().iter().map(|step| step.words.text()).collect();
    assert_eq!(steps, ["Aleksandar Vučić", "Aleksandar Vučić, on Instagram", "RFE/RL ¶4, in English"]);
    assert!(chain.unwrap()[1].is_unseen);
}

#[test]
fn an_actor_has_its_names_roles_visits_and_statements() {
    let page = page_of(&sample(), "aleksandar-vucic");
    assert_eq!((page.kind.as_str(), page.subtitle.text().as_str()), ("Person", "President of Serbia"));
    let names = blocks(&page).find_map(|block| match block {
        Block::Names(rows) => Some(rows),
        _ => None,
    });
    let names: Vec<_> = names.unwrap().iter().map(|row| (row.text.as_str(), row.language.as_str())).collect();
    assert!(names.contains(&("Александар Вучић", "Serbian, Cyrillic")), "{names:?}");
    assert!(names.contains(&("Aleksandar Vucic", "as RFE/RL writes it")), "{names:?}");
    assert_eq!(list(&page, "Roles").rows[0].under, "held on 14 Oct 2024");
    let visit = &list(&page, "Visits").rows[0];
    assert_eq!((visit.words.as_str(), visit.detail.starts_with("met, ")), ("Li Xiaoxin to Belgrade", true));
    assert_eq!(list(&page, "Statements").rows.len(), 3);
    assert!(words(list(&page, "Met")).contains(&"Li Xiaoxin"));
    assert!(blocks(&page).any(|block| matches!(block, Block::Activity(_))));
}

#[test]
fn the_briefing_tells_of_its_sources_channels_and_dates() {
    let page = page_of(&sample(), "");
    assert_eq!(property(&page, "As of"), ["15 Oct 2024"]);
    assert_eq!(property(&page, "File"), ["a file"]);
    assert!(page.badges.contains(&Badge::Marking("TLP:CLEAR".to_owned())));
    assert!(verdicts(&page).contains(&(Verdict::Differs, "All 6 reach us through one article")));
    let tallies = blocks(&page).find_map(|block| match block {
        Block::Tallies(tallies) => Some(tallies.clone()),
        _ => None,
    });
    let tally = |words: &str| (1, words.to_owned());
    assert_eq!(tallies.unwrap(), [tally("to the day"), tally("to the month"), tally("about"), tally("open")]);
}

/// Fields that the head of a page shows, or that stand in a block of another field.
const IN_THE_HEAD: &[(RecordKind, &[&str])] = &[
    (RecordKind::Source, &["publisher", "title", "kind", "lang", "held"]),
    (RecordKind::Actor, &["kind", "names", "aliases", "anonymous"]),
    (RecordKind::Role, &[]),
    (RecordKind::Visit, &["lead", "place", "channels", "level", "kind", "mode", "status"]),
    (RecordKind::Statement, &[]),
    (RecordKind::Relation, &["kind", "directed"]),
    (RecordKind::Judgement, &["text", "key"]),
    (RecordKind::Conflict, &["status"]),
];

#[test]
fn no_field_of_any_record_is_dropped() {
    let document = sample();
    for (_, record) in document.briefing.all_records() {
        let page = page_of(&document, record.id().as_str());
        let (_, in_head) = IN_THE_HEAD.iter().find(|(kind, _)| *kind == record.kind()).unwrap();
        for (field, _) in record.field_nodes() {
            let is_shown = field == "id"
                || in_head.contains(&field.as_ref())
                || page.sections.iter().flat_map(|section| &section.items).any(|item| item.field == field);
            assert!(is_shown, "{}: {field} is not shown", record.id());
        }
    }
}

#[test]
fn what_the_model_does_not_know_is_shown_as_text() {
    let document = opened(
        r#"(title: "T", mood: "good", actors: [(id: "a", kind: Person, name: "Ann", names: [(text: "Анн", tone: 7)], shoe_size: (eu: 38))])"#,
    );
    let unknown = |id: &str| {
        let page = page_of(&document, id);
        let found = blocks(&page).find_map(|block| match block {
            Block::Unknown(fields) => Some(fields.clone()),
            _ => None,
        });
        found.unwrap()
    };
    let field = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(unknown("a"), [field("names[0].tone", "7"), field("shoe_size", "(eu: 38)")]);
    assert_eq!(unknown(""), [field("mood", "\"good\"")]);
}

#[test]
fn a_remark_comes_first() {
    let document = opened(r#"(title: "T", actors: [(id: "a", kind: Person, name: "Ann", review: "Who is this?")])"#);
    let page = page_of(&document, "a");
    assert_eq!(page.sections[0].items[0].block, Block::Remark("Who is this?".to_owned()));
}

#[test]
fn a_long_list_is_shown_in_parts() {
    let visit = |n: i32| format!("(id: \"v{n}\", visitors: [\"a\"], to: \"RS\", when: \"20{:02}-01-01\"),", n % 100);
    let visits = (0..300).map(visit).collect::<Vec<_>>().concat();
    let text = format!("(title: \"T\", actors: [(id: \"a\", kind: Person, name: \"Ann\")], visits: [{visits}])");
    let document = opened(&text);
    let mut limits = Limits::default();
    let page = page_with(&document, "a", &limits);
    assert_eq!((list(&page, "Visits").rows.len(), list(&page, "Visits").more), (8, 292));
    limits.show_more("Visits");
    let page = page_with(&document, "a", &limits);
    assert_eq!((list(&page, "Visits").rows.len(), list(&page, "Visits").more), (208, 92));
    assert!(list(&page, "Visits").rows[0].detail.contains("2099"), "the latest first");
}

#[test]
fn a_source_is_read_by_paragraph_with_what_cites_each() {
    use crate::present::sources::SourceReading;
    let document = opened(
        r#"(title: "T",
        sources: [(id: "s", publisher: "P", excerpts: [(para: 2, text: "Ties are good"), (para: 3, text: "idle")])],
        actors: [(id: "a", kind: Person, name: "Ann", cites: ["s#2", "s#7", "s"])],
        statements: [(id: "x", speaker: "a", content: [Said("good")], cites: ["s#2"])])"#,
    );
    let reader = document.reader();
    let key = reader.index.key_of(&Id::from("s")).unwrap();
    let reading = SourceReading::new(&reader, key, &reader.source(&Id::from("s")).unwrap());
    let seen: Vec<_> = reading.paragraphs.iter().map(|one| (one.para, one.is_held, one.citing.len())).collect();
    assert_eq!(seen, [(Some(2), true, 2), (Some(3), true, 0), (Some(7), false, 1)]);
    assert!(reading.paragraphs[0].runs.contains(&PassageRun::Marked("good".to_owned())));
    assert_eq!(reading.whole.len(), 1);
    assert_eq!(reading.words(), "Words of 2 paragraphs held, 1 cited but not held, 1 not cited");
}

#[test]
fn sources_that_draw_on_each_other_are_one_origin() {
    use crate::present::Origins;
    let document = opened(
        r#"(title: "T", sources: [
            (id: "a", publisher: "A", kind: Report, held: true, derived_from: ["b"]),
            (id: "b", publisher: "B", held: false),
            (id: "c", publisher: "C", held: true),
            (id: "d", publisher: "D", held: false, cites: ["a#1"]),
        ])"#,
    );
    let origins = Origins::new(&document.reader());
    assert_eq!(origins.words(), "4 sources, 2 independent origins");
    assert_eq!(origins.remark(&document.reader()).as_deref(), Some("3 reach us through one report"));
}
