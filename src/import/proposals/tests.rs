use super::{
    Choice, Decisions, KindFilter, Meaning, Queue, Reading, Shows, Standing, Standings, decided, first_undecided,
    open_fields, take,
};
use crate::document::Document;
use crate::edit::change::{Article, hold_article};
use crate::edit::{Change, History};
use crate::model::{AnyRecord, Id, Key, Node, RecordKind, Source};

const ARTICLE: &str = "Minister of Tarsk in Oslo\n\n\
OSLO, May 5, 2031 -- The foreign minister of Tarsk, Ruben Maal, arrived in Norway on May 3 for talks on shipping.\n\n\
Maal said that the strait is “wide enough for two flags”. He added that a treaty could be signed within weeks.\n\n\
Jonna Feld, the chairwoman of the Fishing League, said the talks had been prepared without the fishermen. The league did not respond to a request for comment.\n\n\
“Nobody has called us, not once,” Feld told reporters.";

/// The same journey, told with another day.
const SECOND: &str = "Harbour talks\n\n\
The foreign minister of Tarsk, Ruben Maal, arrived in Norway on May 1 to talk about the harbour.\n\n\
Feld, the chairwoman of the Fishing League, said “the lighthouse is dark”.";

struct Desk {
    document: Document,
    history: History,
    decisions: Decisions,
}

impl Desk {
    fn with(text: &str) -> Self {
        let document = Document::from_text(text.to_owned()).map_err(|failure| failure.error).unwrap();
        Self { document, history: History::new(), decisions: Decisions::default() }
    }

    fn hold(&mut self, publisher: &str, published: &str, text: &str) {
        let article = Article {
            title: String::new(),
            author: String::new(),
            publisher: publisher.into(),
            published: published.into(),
            text: text.into(),
        };
        let change = hold_article(&self.document.reader(), &article).unwrap();
        self.make(change);
    }

    fn make(&mut self, change: Change) {
        let mut briefing = self.document.briefing.clone();
        assert!(self.history.make(change, &mut briefing, false));
        self.document = self.document.changed(briefing);
    }

    fn undo(&mut self) {
        let mut briefing = self.document.briefing.clone();
        self.history.go_to(self.history.count_done() - 1, &mut briefing);
        self.document = self.document.changed(briefing);
    }

    fn source(&self, place: usize) -> (Key, Source) {
        let entry = &self.document.briefing.sources[place];
        (entry.key, entry.record.as_ref().clone())
    }

    fn read(&self, place: usize) -> Reading {
        let (key, source) = self.source(place);
        super::read_source(&self.document.reader(), key, &source, None)
    }

    fn standings(&self, reading: &Reading) -> Standings {
        Standings::of(&self.document.reader(), reading, &self.decisions)
    }

    fn accept(&mut self, reading: &Reading, place: usize, choice: &Choice) -> Key {
        let taken = take(&self.document.reader(), reading, &self.standings(reading), place, choice).unwrap();
        for (name, key, id) in &taken.made {
            self.decisions.accept(*name, *key, id.clone());
        }
        self.make(taken.change);
        taken.key
    }

    fn accept_all(&mut self, reading: &Reading) {
        for place in &reading.leads {
            if self.standings(reading).is_open(*place) {
                self.accept(reading, *place, &Choice::default());
            }
        }
    }

    fn record(&self, id: &str) -> AnyRecord {
        self.document.reader().by_id(&Id::from(id)).unwrap_or_else(|| panic!("no {id}")).1
    }

    fn count(&self, kind: RecordKind) -> usize {
        self.document.briefing.count(kind)
    }
}

fn first_article() -> (Desk, Reading) {
    let mut desk = Desk::with("(title: \"T\")");
    desk.hold("Isk Wire", "2031-05-05", ARTICLE);
    let reading = desk.read(0);
    (desk, reading)
}

/// The lead of a kind whose record says something.
fn lead(reading: &Reading, kind: RecordKind, part: &str) -> usize {
    let says = |place: &&usize| {
        let proposed = &reading.proposals[**place];
        proposed.name.kind == kind && format!("{:?}", proposed.record).contains(part)
    };
    let all = || reading.proposals.iter().map(|proposed| format!("{:?}", proposed.record)).collect::<Vec<_>>();
    *reading.leads.iter().find(says).unwrap_or_else(|| panic!("no {kind:?} with {part}: {:#?}", all()))
}

#[test]
fn every_passage_stands_where_it_says_in_the_source() {
    let (desk, reading) = first_article();
    let (_, source) = desk.source(0);
    assert!(reading.leads.len() >= 6, "{:?}", reading.leads);
    for passage in reading.proposals.iter().flat_map(|proposed| &proposed.passages) {
        let words = source.words_of(passage.at.para).nth(passage.at.part).unwrap();
        let there: String = words.chars().skip(passage.at.start).take(passage.at.end - passage.at.start).collect();
        assert_eq!(there, passage.text);
    }
    for cite in reading.proposals.iter().flat_map(|proposed| proposed.record.cites()) {
        let held = source.words_of(cite.para().unwrap()).any(|words| words.contains(&cite.long.exact));
        assert!(held, "{cite:?}");
    }
}

#[test]
fn accepting_is_one_step_and_nothing_leads_nowhere() {
    let (mut desk, reading) = first_article();
    let visit = lead(&reading, RecordKind::Visit, "ruben-maal");
    let before = desk.history.count_done();
    desk.accept(&reading, visit, &Choice::default());
    assert_eq!(desk.history.count_done(), before + 1);
    assert_eq!((desk.count(RecordKind::Visit), desk.count(RecordKind::Role)), (1, 1), "with the role of the minister");
    let AnyRecord::Actor(maal) = desk.record("ruben-maal") else { panic!("an actor") };
    assert_eq!(maal.name, "Ruben Maal");
    let errors: Vec<_> = desk.document.problems.iter().filter(|problem| problem.rule == "dangling-reference").collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert!(!desk.standings(&reading).is_open(visit));
    desk.undo();
    assert_eq!(desk.count(RecordKind::Actor), 0);
    assert!(desk.standings(&reading).is_open(visit), "undone, it is to be decided again");
}

#[test]
fn what_is_ticked_off_does_not_come() {
    let (mut desk, reading) = first_article();
    let said = lead(&reading, RecordKind::Statement, "had been prepared");
    let roles: Vec<usize> = reading.roles_of(&Id::from("jonna-feld")).collect();
    assert_eq!(roles.len(), 1);
    let choice = Choice { off: roles.into_iter().collect(), ..Choice::default() };
    desk.accept(&reading, said, &choice);
    assert_eq!((desk.count(RecordKind::Actor), desk.count(RecordKind::Role)), (1, 0), "no role, and not its body");

    let speaker = reading.place_of(&Id::from("ruben-maal")).unwrap();
    let said = lead(&reading, RecordKind::Statement, "wide enough");
    let choice = Choice { off: std::iter::once(speaker).collect(), ..Choice::default() };
    let key = desk.accept(&reading, said, &choice);
    let AnyRecord::Statement(statement) = desk.document.reader().record(key).unwrap() else { panic!("a statement") };
    assert!(statement.speaker.is_empty());
}

#[test]
fn a_second_reading_meets_its_own_decisions() {
    let (mut desk, reading) = first_article();
    let refused = lead(&reading, RecordKind::Statement, "within weeks");
    desk.decisions.refuse(reading.proposals[refused].name, true);
    desk.accept_all(&reading);
    let kept = desk.decisions.to_text(&desk.document.reader());
    let again = desk.read(0);
    assert_eq!(again.hash, reading.hash);
    for decisions in [Decisions::from_text(&kept, &desk.document.reader()), Decisions::default()] {
        let standings = Standings::of(&desk.document.reader(), &again, &decisions);
        let open: Vec<_> = again.leads.iter().filter(|place| standings.is_open(**place)).collect();
        let expected = usize::from(decisions == Decisions::default());
        assert_eq!(
            open.len(),
            expected,
            "{:?}",
            open.iter().map(|place| &again.proposals[**place]).collect::<Vec<_>>()
        );
    }
}

#[test]
fn what_is_edited_after_it_was_accepted_stays_decided() {
    let (mut desk, reading) = first_article();
    let said = lead(&reading, RecordKind::Statement, "within weeks");
    let key = desk.accept(&reading, said, &Choice::default());
    let words = Node::List(vec![Node::Wrapped("Para".into(), Box::new(Node::Text("A treaty is near".into())))]);
    let change = crate::edit::change::set_field(&desk.document.reader(), key, "content", Some(words)).unwrap();
    desk.make(change);
    assert!(!desk.standings(&reading).is_open(said));
    desk.decisions = Decisions::default();
    assert!(!desk.standings(&reading).is_open(said), "by the words that it cites");
}

#[test]
fn a_second_article_adds_to_what_is_there_and_keeps_what_differs() {
    let (mut desk, reading) = first_article();
    desk.accept_all(&reading);
    desk.hold("Harbour Post", "2031-05-05", SECOND);
    let second = desk.read(1);
    let feld = second.proposals.iter().find(|proposed| proposed.rule.contains("“Feld”")).unwrap();
    assert!(matches!(&feld.record, AnyRecord::Actor(actor) if actor.id.as_str() == "jonna-feld"), "{feld:?}");
    let (actors, visits) = (desk.count(RecordKind::Actor), desk.count(RecordKind::Visit));

    let visit = lead(&second, RecordKind::Visit, "ruben-maal");
    let known = second.proposals[visit].known.unwrap();
    let fields = open_fields(&desk.document.reader(), &second, &second.proposals[visit], &Choice::default());
    assert_eq!(fields[0].offers[1].meaning, Meaning::IsAnother(true));
    let before = desk.history.count_done();
    let key = desk.accept(&second, visit, &Choice::default());
    assert_eq!((key, desk.history.count_done()), (known, before + 1));
    assert_eq!(desk.count(RecordKind::Visit), visits, "added, not doubled");
    let AnyRecord::Visit(record) = desk.document.reader().record(known).unwrap() else { panic!("a visit") };
    assert_eq!(record.when.as_ref().unwrap().edtf(), "2031-05-03", "the date that was there stays");
    assert_eq!(
        record.cites.iter().map(|cite| cite.source().as_str()).collect::<Vec<_>>(),
        ["isk-wire", "harbour-post"]
    );
    let conflicts = desk.document.reader().conflicts_about(known);
    let values: Vec<&str> = conflicts[0].1.sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!(values, ["2031-05-03", "2031-05-01"]);
    assert_eq!(desk.count(RecordKind::Actor), actors, "nobody is made twice");

    desk.undo();
    let another = Choice { is_another: true, ..Choice::default() };
    let key = desk.accept(&second, visit, &another);
    assert!(key != known && desk.document.reader().conflicts_about(known).is_empty());
    assert_eq!(desk.count(RecordKind::Visit), visits + 1);
}

#[test]
fn the_sample_with_its_held_article_is_found_by_what_it_says() {
    let desk = Desk::with(crate::store::SAMPLE_HELD);
    let reading = desk.read(0);
    let standings = desk.standings(&reading);
    let of = |kind: RecordKind| {
        reading
            .proposals
            .iter()
            .enumerate()
            .filter(move |(_, proposed)| proposed.name.kind == kind)
            .map(|(place, _)| place)
    };
    let found = |kind: RecordKind| of(kind).filter(|place| standings.there(*place).is_some()).count();
    let AnyRecord::Actor(_) = &reading.proposals[of(RecordKind::Actor).next().unwrap()].record else {
        panic!("an actor")
    };
    let quoted = of(RecordKind::Statement).filter(|place| match &reading.proposals[*place].record {
        AnyRecord::Statement(statement) => statement.content.iter().any(crate::model::Content::is_said),
        _ => false,
    });
    let open: Vec<_> = quoted.filter(|place| standings.is_open(*place)).collect();
    println!(
        "actors {} of {}, roles {}, visits {} of {}, statements {} of {}, open quotes {:?}",
        found(RecordKind::Actor),
        of(RecordKind::Actor).count(),
        found(RecordKind::Role),
        found(RecordKind::Visit),
        of(RecordKind::Visit).count(),
        found(RecordKind::Statement),
        of(RecordKind::Statement).count(),
        open.iter().map(|place| &reading.proposals[*place].record).collect::<Vec<_>>()
    );
    assert!(found(RecordKind::Actor) > 0);
}

#[test]
fn the_queue_goes_on_where_it_was() {
    let (mut desk, reading) = first_article();
    let all = Shows::default();
    let standings = desk.standings(&reading);
    let queue = Queue::of(&reading, &standings, all);
    assert_eq!(queue.places, reading.leads);
    let (first, third) = (queue.places[0], queue.places[2]);
    assert_eq!(queue.next_open(&standings, None), Some(first));
    assert_eq!((queue.step(Some(third), 1), queue.step(Some(first), -1)), (Some(queue.places[3]), Some(first)));
    desk.decisions.refuse(reading.proposals[first].name, true);
    let standings = desk.standings(&reading);
    assert_eq!(standings.get(first), Standing::Refused);
    let queue = Queue::of(&reading, &standings, all);
    assert_eq!(queue.next_open(&standings, queue.places.last().copied()), Some(queue.places[0]), "round again");
    assert_eq!(decided(&reading, &standings, KindFilter::All), (1, reading.leads.len()));
    let refused = Queue::of(&reading, &standings, Shows { refused: true, ..all });
    assert_eq!(refused.places, [first]);
    let by_sureness = Queue::of(&reading, &standings, Shows { by_sureness: true, ..all });
    let order: Vec<_> = by_sureness.places.iter().map(|place| reading.proposals[*place].sureness).collect();
    assert!(order.is_sorted(), "{order:?}");
}

/// What can be chosen for a field of a proposal, in words.
fn offered(desk: &Desk, reading: &Reading, place: usize, field: &str) -> Vec<String> {
    let fields = open_fields(&desk.document.reader(), reading, &reading.proposals[place], &Choice::default());
    let field = fields.into_iter().find(|open| open.field == field);
    field.unwrap().offers.into_iter().map(|offer| offer.words).collect()
}

#[test]
fn a_visit_that_is_planned_is_never_offered_a_day_before_the_publication() {
    let mut desk = Desk::with("(title: \"T\")");
    desk.hold("Isk Wire", "2031-05-05", "Talks\n\nPresident Ann Berg of Tarsk will visit Norway before the ice comes.");
    let reading = desk.read(0);
    let visit = lead(&reading, RecordKind::Visit, "Planned");
    assert_eq!(
        offered(&desk, &reading, visit, "when"),
        ["from 5 May 2031, still planned then", "Leave it open; the checks ask for it"]
    );
}

#[test]
fn who_is_in_the_briefing_already_is_offered_as_those_of_the_article_are() {
    let mut desk = Desk::with("(title: \"T\")");
    let text = "Talks\n\nThe foreign minister of Tarsk, Ruben Maal, arrived in Ostrany's capital, Tessin, on 3 May. \
        He was received by Prime Minister Joran Petek.";
    desk.hold("Isk Wire", "2031-05-05", text);
    let reading = desk.read(0);
    let visit = lead(&reading, RecordKind::Visit, "Ostrany");
    desk.accept(&reading, visit, &Choice::default());
    let again = desk.read(0);
    let role = lead(&again, RecordKind::Role, "Prime Minister");
    let offers = offered(&desk, &again, role, "org");
    assert!(offers.iter().any(|words| words == "Ostrany"), "{offers:?}");
}

#[test]
fn a_silence_is_accepted_as_the_article_tells_it() {
    let mut desk = Desk::with("(title: \"T\")");
    let text = "Talks\n\n“The bridge stays open,” said Ruben Maal, the mayor of Tessin. Maal did not respond.";
    desk.hold("", "2031-05-05", text);
    let reading = desk.read(0);
    let is_silence = |place: &usize| {
        matches!(&reading.proposals[*place].record,
        AnyRecord::Statement(statement) if statement.no_response.is_some())
    };
    let silence = reading.leads.iter().copied().find(is_silence).unwrap();
    let fields = open_fields(&desk.document.reader(), &reading, &reading.proposals[silence], &Choice::default());
    assert_eq!(
        first_undecided(&fields),
        None,
        "who asked and what is not told, and nobody is asked to guess: {fields:?}"
    );
    let made = desk.accept(&reading, silence, &Choice::default());
    let record = desk.document.reader().record(made).unwrap();
    assert!(matches!(record, AnyRecord::Statement(statement) if statement.no_response.is_some()));
}
