//! Editing through the accessibility tree, on the real program.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod program;

use dateline::model::ActorKind;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, file, go_to, has, press, settle, start};

const CTRL: Modifiers = Modifiers::COMMAND;

/// Hands on a keyboard, counting what they press beside the words they type.
struct Hands {
    program: Program,
    strokes: usize,
    letters: usize,
}

impl Hands {
    fn on(program: Program) -> Self {
        Self { program, strokes: 0, letters: 0 }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.strokes += 1 + usize::from(modifiers.command) + usize::from(modifiers.shift);
        press(&mut self.program, modifiers, key);
        settle(&mut self.program);
    }

    fn words(&mut self, text: &str) {
        self.letters += text.chars().count();
        self.program.event(Event::Text(text.to_owned()));
        self.program.run_ok();
    }

    /// Types a part of a name and takes what is offered first.
    fn pick(&mut self, part: &str) {
        self.words(part);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Tabs on until a field has the focus.
    fn go_to_field(&mut self, label: &str) {
        for _ in 0..60 {
            if self.focused() == label {
                return;
            }
            self.press(Modifiers::NONE, Key::Tab);
        }
        panic!("no field {label} comes; the last was {}", self.focused());
    }

    fn focused(&self) -> String {
        let root = self.program.root();
        let focused = root.children_recursive().find(egui_kittest::Node::is_focused);
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    fn value_of(&self, label: &str) -> String {
        self.program.get_by_role_and_label(Role::TextInput, label).accesskit_node().value().unwrap_or_default()
    }
}

fn editing(start_with: Start) -> Hands {
    let mut hands = Hands::on(start(start_with));
    hands.press(CTRL, Key::E);
    hands
}

/// The tab of the actors, with so many more than the sample has.
fn actors(more: i64) -> String {
    let sample = dateline::store::load(dateline::store::SAMPLE.to_owned()).map_err(|(error, _)| error).unwrap();
    format!("Actors {}", i64::try_from(sample.briefing.actors.len()).unwrap() + more)
}

#[test]
fn viewing_cannot_change_anything_by_accident() {
    let mut program = start(Start::Sample);
    go_to(&mut program, "Visits");
    for (modifiers, key) in [(CTRL, Key::D), (Modifiers::NONE, Key::Delete), (CTRL, Key::Z)] {
        press(&mut program, modifiers, key);
    }
    assert!(has(&program, "Visits 4"));
    assert!(has(&program, "Switch to editing first"));
}

#[test]
fn a_visit_is_entered_and_undone_by_the_keyboard_alone() {
    let mut hands = editing(Start::Sample);
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::N);
    assert!(has(&hands.program, "Visits 5"));
    assert_eq!(hands.focused(), "Visitors", "the first field has the keys");
    hands.pick("Li Xiao");
    hands.go_to_field("To");
    hands.pick("Serb");
    hands.go_to_field("Place");
    hands.words("Novi Sad");
    hands.go_to_field("Date");
    hands.words("14 Oct 2024");
    assert!(
        has(&hands.program, "14 October 2024") && has(&hands.program, "2024-10-14"),
        "how it is understood is shown"
    );
    hands.go_to_field("From");
    assert!(has(&hands.program, "Li Xiaoxin to Novi Sad"));
    // Undo takes one thing back at a time, and leads to it.
    hands.press(Modifiers::NONE, Key::Escape);
    for _ in 0..10 {
        hands.press(CTRL, Key::Z);
    }
    assert!(has(&hands.program, "Visits 4"));
    for _ in 0..10 {
        hands.press(CTRL | Modifiers::SHIFT, Key::Z);
    }
    assert!(has(&hands.program, "Visits 5"));
    assert!(has(&hands.program, "Li Xiaoxin to Novi Sad"));
}

#[test]
fn an_ambiguous_date_asks_which_is_meant() {
    let mut hands = editing(Start::Sample);
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::N);
    hands.go_to_field("Date");
    hands.words("03/04/2024");
    assert!(has(&hands.program, "Which is meant?"));
    click(&mut hands.program, "3 April 2024 (day first)");
    settle(&mut hands.program);
    assert_eq!(hands.value_of("Date"), "3 April 2024");
}

/// A visit that cites an article of May, and one a week later by its basis, but not by its date.
const OF_MAY: &str = r#"(title: "T", marking: Clear,
    sources: [(id: "s", publisher: "P", published: "2031-05-07", text: ["Head", "Ann left on 3 December for good."])],
    actors: [(id: "ann", kind: Person, name: "Ann")],
    visits: [
        (id: "v", visitors: ["ann"], to: "RS", place: "Oldtown", cites: ["s#1"]),
        (id: "w", visitors: ["ann"], to: "RS", place: "Newport", when: (edtf: "2031-05-20", basis: Relative(to: "x", offset: "P1W"))),
        (id: "x", visitors: ["ann"], to: "RS", place: "Midway", when: "2031-05-03"),
    ],
)"#;

fn found(hands: &mut Hands, title: &str) {
    hands.press(CTRL, Key::F);
    hands.words(title);
    hands.press(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_date_without_a_year_is_asked_by_the_date_of_its_source_and_keeps_its_words() {
    let (_folder, path) = file(OF_MAY);
    let mut hands = editing(Start::File(path.clone()));
    found(&mut hands, "Ann to Oldtown");
    hands.go_to_field("Date");
    hands.words("3 December");
    assert!(has(&hands.program, "Which is meant?"));
    assert!(has(&hands.program, "3 December 2031"));
    click(&mut hands.program, "3 December 2030");
    settle(&mut hands.program);
    assert_eq!(hands.value_of("Date"), "3 December 2030");
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    let when = r#"when: (edtf: "2030-12-03", said: "3 December", basis: NearestPast("s"))"#;
    assert!(saved.contains(when), "{saved}");
}

#[test]
fn what_half_a_phrase_was_read_as_does_not_stay() {
    let (_folder, path) = file(OF_MAY);
    let mut hands = editing(Start::File(path.clone()));
    found(&mut hands, "Ann to Oldtown");
    hands.go_to_field("Date");
    hands.words("yesterday");
    settle(&mut hands.program);
    assert!(has(&hands.program, "6 May 2031") && has(&hands.program, "2031-05-06"));
    hands.words(", 5 May");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Counted from the publication it is 6 May 2031, not 5 May 2031"));
    assert_eq!(hands.value_of("Date"), "yesterday, 5 May", "the words typed stay");
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    assert!(!saved.contains("2031-05-06"), "{saved}");
}

#[test]
fn a_date_that_its_basis_contradicts_stays_until_somebody_chooses() {
    let (_folder, path) = file(OF_MAY);
    let mut hands = editing(Start::File(path.clone()));
    found(&mut hands, "Ann to Newport");
    assert_eq!(hands.value_of("Date"), "20 May 2031");
    assert!(has(&hands.program, "The date is 20 May 2031, and 10 May 2031 follows from its basis"));
    click(&mut hands.program, "Take what follows: 10 May 2031");
    settle(&mut hands.program);
    assert_eq!(hands.value_of("Date"), "10 May 2031");
}

#[test]
fn a_person_who_is_not_there_is_created_in_place() {
    let mut hands = editing(Start::Sample);
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::N);
    hands.pick("Jelena Primer");
    assert!(has(&hands.program, "Remove Jelena Primer"));
    assert!(has(&hands.program, &actors(1)));
    hands.press(Modifiers::NONE, Key::Escape);
    hands.press(CTRL, Key::Z);
    assert!(has(&hands.program, &actors(0)), "the person and the mention are one step");
}

#[test]
fn deleting_a_cited_actor_shows_who_cites_it() {
    let mut hands = editing(Start::Sample);
    hands.press(CTRL, Key::F);
    hands.words("Li Xiaoxin");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.press(Modifiers::NONE, Key::Delete);
    assert!(has(&hands.program, "Delete Li Xiaoxin?"));
    assert!(has(&hands.program, "Visit: Li Xiaoxin to Belgrade"));
    click(&mut hands.program, "Delete");
    settle(&mut hands.program);
    assert!(has(&hands.program, &actors(-1)));
    hands.press(CTRL, Key::Z);
    assert!(has(&hands.program, &actors(0)));
}

#[test]
fn the_delete_key_on_a_control_of_the_form_deletes_no_record() {
    let mut hands = editing(Start::Sample);
    hands.press(CTRL, Key::F);
    hands.words("Li Xiaoxin to Belgrade");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.program.get_by_role_and_label(Role::ComboBox, "Level").focus();
    hands.program.run_ok();
    hands.press(Modifiers::NONE, Key::Delete);
    assert!(!has(&hands.program, "Delete Li Xiaoxin to Belgrade?"));
    assert!(has(&hands.program, "Visits 4"));
}

#[test]
fn a_field_of_all_that_the_filter_shows_is_changed_in_one_step() {
    let visits: String =
        (0..50).map(|n| format!("(id: \"v{n}\", visitors: [\"a\"], to: \"RS\", when: \"2024-01\"),\n")).collect();
    let text = format!("(title: \"T\", actors: [(id: \"a\", kind: Person, name: \"A\")], visits: [\n{visits}])");
    let (_folder, path) = file(&text);
    let mut hands = editing(Start::File(path.clone()));
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::K);
    hands.words("Change all shown");
    hands.press(Modifiers::NONE, Key::Enter);
    assert!(has(&hands.program, "Change a field of 50 visits"));
    click(&mut hands.program, "Channels");
    click(&mut hands.program, "Military");
    click(&mut hands.program, "Set in 50 visits");
    settle(&mut hands.program);
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    assert_eq!(saved.matches("channels: [Military]").count(), 50);
    hands.press(CTRL, Key::Z);
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    assert_eq!(dateline::store::read_file(&path).unwrap(), text, "one undo, and the file is as it was");
}

#[test]
fn unsaved_changes_are_asked_about_once() {
    let (_folder, path) = file("(title: \"T\")");
    let mut hands = editing(Start::File(path.clone()));
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::N);
    assert!(has(&hands.program, "Not saved"));
    hands.press(CTRL, Key::W);
    assert!(has(&hands.program, "Save the changes?"));
    click(&mut hands.program, "Cancel");
    assert!(has(&hands.program, "Visits 1"));
    hands.press(CTRL, Key::W);
    click(&mut hands.program, "Save");
    settle(&mut hands.program);
    assert!(dateline::store::read_file(&path).unwrap().contains("visits"));
}

#[test]
fn a_file_that_changed_on_the_disk_is_not_overwritten() {
    let (_folder, path) = file("(title: \"T\")");
    let mut hands = editing(Start::File(path.clone()));
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::N);
    dateline::store::replace(&path, "(title: \"A colleague's\")").unwrap();
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    assert!(has(&hands.program, "changed on the disk"));
    assert_eq!(dateline::store::read_file(&path).unwrap(), "(title: \"A colleague's\")");
    click(&mut hands.program, "Merge with the file");
    settle(&mut hands.program);
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let both = dateline::store::read_file(&path).unwrap();
    assert!(both.contains("A colleague's") && both.contains("visits"), "{both}");
}

/// Two quotes and a visit, as a reporter of nowhere might write them.
const ARTICLE: &str = "Minister visits the harbour\n\n\
    The minister of trade came to Port Ember on 3 May 2031.\n\n\
    “We build what we promised,” he said. The mayor called it “a good day for the town”.";

#[test]
fn a_visit_and_two_quotes_are_entered_from_a_pasted_article() {
    let mut hands = Hands::on(start(Start::Nothing));
    hands.press(CTRL, Key::K);
    hands.words("New briefing");
    hands.press(Modifiers::NONE, Key::Enter);
    settle(&mut hands.program);
    hands.press(CTRL, Key::Num5);
    hands.press(CTRL, Key::N);
    hands.words("The Harbour Post");
    hands.go_to_field("Held text, another");
    hands.program.event(Event::Paste(ARTICLE.to_owned()));
    hands.press(Modifiers::NONE, Key::Tab);
    assert!(has(&hands.program, "Paragraph 2"), "the text is numbered by paragraph");

    hands.press(CTRL, Key::K);
    hands.words("New visit");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.pick("Minister of trade");
    hands.go_to_field("To");
    hands.pick("Norway");
    hands.go_to_field("Place");
    hands.words("Port Ember");
    hands.go_to_field("Date");
    hands.words("3 May 2031");
    hands.press(Modifiers::NONE, Key::Tab);

    hands.press(CTRL, Key::K);
    hands.words("New statement");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.pick("Minister");
    hands.go_to_field("Content");
    hands.words("“We build what we promised”");
    hands.press(Modifiers::NONE, Key::Tab);
    hands.press(CTRL, Key::K);
    hands.words("New statement");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.press(Modifiers::NONE, Key::Backspace);
    hands.pick("The mayor");
    hands.go_to_field("Content");
    hands.words("called it “a good day for the town”");
    hands.press(Modifiers::NONE, Key::Tab);

    for entered in ["Visits 1", "Statements 2", "Sources 1", "Actors 2"] {
        assert!(has(&hands.program, entered), "{entered} is not there");
    }
    println!("{} keystrokes beyond {} letters of the words typed", hands.strokes, hands.letters);
    assert!(hands.strokes < 250, "{} keystrokes", hands.strokes);
    hands.press(Modifiers::NONE, Key::Escape);
    for _ in 0..60 {
        hands.press(CTRL, Key::Z);
    }
    for gone in ["Visits 0", "Statements 0", "Sources 0", "Actors 0"] {
        assert!(has(&hands.program, gone), "{gone} is not there after undoing all");
    }
}

#[test]
fn selected_words_become_a_statement_with_one_key() {
    let text = "(title: \"T\", sources: [(id: \"s\", publisher: \"P\", text: [\"Head\", \"“Never again”\"])])";
    let (_folder, path) = file(text);
    let mut hands = editing(Start::File(path));
    go_to(&mut hands.program, "Sources");
    hands.program.get_by_label("Words of paragraph 1").focus();
    hands.program.run_ok();
    hands.press(CTRL, Key::A);
    assert!(has(&hands.program, "Selected: "));
    hands.words("s");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Statements 1"));
    assert!(has(&hands.program, "Direct: all of it is the speaker's own words"));
}

#[test]
fn words_outside_quotation_marks_are_a_paraphrase_which_is_asked_for() {
    let text = "(title: \"T\", sources: [(id: \"s\", publisher: \"P\", text: [\"The talks went on\", \"She called it “a start” and left\"])])";
    let (_folder, path) = file(text);
    let mut hands = editing(Start::File(path));
    go_to(&mut hands.program, "Sources");
    hands.program.get_by_label("Words of paragraph 0").focus();
    hands.program.run_ok();
    hands.press(CTRL, Key::A);
    hands.words("s");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Nothing of this stands in quotation marks"), "it is said first");
    assert!(has(&hands.program, "Statements 0"));
    hands.words("s");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Statements 1"));
    assert!(has(&hands.program, "Paraphrase: none of it is the speaker's own words"));

    go_to(&mut hands.program, "Sources");
    hands.program.get_by_label("Words of paragraph 1").focus();
    hands.program.run_ok();
    hands.press(CTRL, Key::A);
    hands.words("s");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Statements 2"));
    assert!(has(&hands.program, "Mixed: 1 verbatim, the rest paraphrase"), "cut at the marks");
}

#[test]
fn the_first_paragraph_of_a_pasted_article_is_a_caption_only_where_one_says_so() {
    let mut hands = Hands::on(start(Start::Nothing));
    hands.press(CTRL, Key::K);
    hands.words("New briefing");
    hands.press(Modifiers::NONE, Key::Enter);
    settle(&mut hands.program);
    hands.press(CTRL, Key::Num5);
    hands.press(CTRL, Key::N);
    hands.words("The Ember Post");
    click(&mut hands.program, "Paste its words");
    hands
        .program
        .event(Event::Paste("Dam holds\n\nThe dam at Ember\nholds, the engi-\nneer said.\n\nRain goes on.".to_owned()));
    settle(&mut hands.program);
    assert!(has(&hands.program, "3 paragraphs held"));
    assert!(has(&hands.program, "Taken as text, not as the caption of a picture"));
    let words = |hands: &Hands, para: u32| {
        let label = format!("Words of paragraph {para}");
        hands.program.query_by_label(&label).and_then(|node| node.value())
    };
    assert_eq!(words(&hands, 2).as_deref(), Some("The dam at Ember holds, the engineer said."));
    click(&mut hands.program, "It is a caption");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Taken as the caption of a picture"));
    assert_eq!(words(&hands, 1).as_deref(), Some("The dam at Ember holds, the engineer said."));
    click(&mut hands.program, "It is text");
    settle(&mut hands.program);
    assert_eq!(words(&hands, 3).as_deref(), Some("Rain goes on."));
}

/// Clicks the first node whose label has these words.
fn click_containing(hands: &mut Hands, part: &str) {
    let found = hands.program.query_all_by_label_contains(part).next();
    found.unwrap_or_else(|| panic!("no {part}")).click();
    hands.program.run_ok();
    settle(&mut hands.program);
}

#[test]
fn f8_walks_through_what_may_be_double_and_each_is_merged_or_told_apart() {
    let (_folder, path) = file(
        r#"(title: "T", marking: Clear,
            sources: [
                (id: "s", publisher: "Agency", title: "A bridge", url: "https://example.org/a"),
                (id: "t", publisher: "Paper", title: "Bridge", url: "http://www.example.org/a"),
            ],
            actors: [
                (id: "a", kind: Person, name: "Jürgen Köhß"), (id: "b", kind: Person, name: "Juergen Koehss"),
            ],
            visits: [
                (id: "v", visitors: ["a"], to: "RS", when: "2024-10-14", cites: ["s"]),
                (id: "w", visitors: ["a"], to: "RS", when: "2024-10", cites: ["t"]),
            ])"#,
    );
    let mut hands = editing(Start::File(path.clone()));
    hands.press(Modifiers::SHIFT, Key::F8);
    assert!(has(&hands.program, "Merge two records that are one, or say that they are two"));
    let focused = |hands: &Hands| hands.program.ctx.memory(egui::Memory::focused);
    let first = focused(&hands).unwrap();
    hands.press(Modifiers::NONE, Key::F8);
    let second = focused(&hands).unwrap();
    assert_ne!(first, second, "F8 goes on to the next");
    hands.press(Modifiers::NONE, Key::F8);
    assert_ne!(second, focused(&hands).unwrap());
    hands.press(Modifiers::NONE, Key::F8);
    assert_eq!(first, focused(&hands).unwrap(), "and round");
    // Two visits: the date that is not taken stays as a conflict.
    click_containing(&mut hands, "Merge…, Jürgen Köhß to Serbia");
    click_containing(&mut hands, "Oct 2024");
    click(&mut hands.program, "Merge");
    settle(&mut hands.program);
    // Two sources: their cites come together.
    click_containing(&mut hands, "Merge…, Paper");
    click(&mut hands.program, "Merge");
    settle(&mut hands.program);
    click_containing(&mut hands, "These are two…, Juergen Koehss");
    hands.press(Modifiers::NONE, Key::Enter);
    settle(&mut hands.program);
    assert!(has(&hands.program, "No two actors, visits or sources look like one"));
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    for words in ["value: \"2024-10-14\"", "value: \"2024-10\"", "reason: \"They are two\"", "status: Open"] {
        assert!(saved.contains(words), "{words} is missing: {saved}");
    }
    assert!(!saved.contains("id: \"t\"") && !saved.contains("id: \"w\""), "{saved}");
    assert!(saved.contains("cites: [\"s\"]"), "one source is cited once: {saved}");
}

#[test]
fn two_spellings_are_merged_or_told_apart_beside_their_finding() {
    let actor = |id: &str, name: &str| format!("(id: \"{id}\", kind: Person, name: \"{name}\")");
    let actors = [actor("a", "Jürgen Köhß"), actor("b", "Juergen Koehss"), actor("c", "KÖHSS, Jurgen")].join(", ");
    let (_folder, path) = file(&format!("(title: \"T\", marking: Clear, actors: [{actors}])"));
    let mut hands = editing(Start::File(path.clone()));
    go_to(&mut hands.program, "Checks");
    click_containing(&mut hands, "These are two…, Juergen Koehss, name");
    assert!(has(&hands.program, "Jürgen Köhß and Juergen Koehss are not asked about again"));
    hands.words("A father and his son");
    hands.press(Modifiers::NONE, Key::Enter);
    assert!(!has(&hands.program, "These are two…, Juergen Koehss, name"), "the two are told apart");
    assert!(has(&hands.program, "These are two…, KÖHSS, Jurgen, name"), "a third is told");
    click_containing(&mut hands, "Merge…, KÖHSS, Jurgen, name");
    click(&mut hands.program, "Merge");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Actors 2"));
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    assert!(saved.contains("records: [\"a\", \"b\"]") || saved.contains("records: [\"b\", \"a\"]"), "{saved}");
}

#[test]
fn a_new_actor_is_of_the_kind_that_its_field_asks_for() {
    let (_folder, path) = file("(title: \"T\")");
    let mut hands = editing(Start::File(path.clone()));
    hands.press(CTRL, Key::K);
    hands.words("New visit");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.pick("Mia Holm");
    hands.go_to_field("To");
    hands.words("Norland");
    hands.program.run_ok();
    assert!(has(&hands.program, "Create country “Norland”") && has(&hands.program, "Create region “Norland”"));
    hands.press(Modifiers::NONE, Key::Enter);
    hands.press(Modifiers::NONE, Key::Tab);
    hands.press(CTRL, Key::K);
    hands.words("New role");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.pick("Mia");
    hands.go_to_field("Organisation");
    hands.pick("Harbour office");
    hands.press(Modifiers::NONE, Key::Tab);
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    let kind_of = |name: &str| {
        let briefing = dateline::store::load(saved.clone()).map_err(|(error, _)| error).unwrap().briefing;
        briefing.actors.iter().find(|entry| entry.record.name == name).and_then(|entry| entry.record.kind)
    };
    assert_eq!(kind_of("Mia Holm"), Some(ActorKind::Person), "{saved}");
    assert_eq!(kind_of("Norland"), Some(ActorKind::Country), "{saved}");
    assert_eq!(kind_of("Harbour office"), Some(ActorKind::Body), "{saved}");
}

#[test]
fn evidence_is_what_somebody_said_or_did_not_somebody() {
    let text = "(title: \"T\", actors: [(id: \"mia\", kind: Person, name: \"Mia Holm\")],
        statements: [(id: \"s1\", speaker: \"mia\", content: [Said(\"We stay\")])],
        judgements: [(id: \"j\", text: \"They stay\")])";
    let (_folder, path) = file(text);
    let mut hands = editing(Start::File(path.clone()));
    go_to(&mut hands.program, "Judgements");
    click(&mut hands.program, "Evidence");
    assert!(!has(&hands.program, "We stay"), "it says nothing of the judgement yet");
    hands.program.get_by_role_and_label(Role::TextInput, "Add evidence").focus();
    hands.program.run_ok();
    hands.words("Mia");
    settle(&mut hands.program);
    assert!(has(&hands.program, "We stay"), "what she said is offered");
    hands.press(Modifiers::NONE, Key::Enter);
    assert!(has(&hands.program, "We stay"), "and taken, since she herself is not offered before it");
}

#[test]
fn what_a_crash_left_behind_is_offered_and_restored() {
    let (folder, path) = file("(\n    title: \"T\", // mine\n)\n");
    let settings = || dateline::store::SettingsFile::in_folder(folder.path());
    let mut hands = Hands::on(program::start_with(Start::File(path.clone()), settings()));
    hands.press(CTRL, Key::E);
    hands.press(CTRL, Key::Num3);
    hands.press(CTRL, Key::N);
    hands.go_to_field("Place");
    hands.words("Port Ember");
    hands.press(Modifiers::NONE, Key::Tab);
    let journals = || settings().journal_folder();
    settle(&mut hands.program);
    assert!(journals().orphans().is_empty(), "the program is alive");
    // The program ends without a word.
    drop(hands);
    assert!(!dateline::store::read_file(&path).unwrap().contains("Port Ember"));
    let mut hands = Hands::on(program::start_with(Start::File(path.clone()), settings()));
    assert!(has(&hands.program, "Not everything was saved"));
    click(&mut hands.program, "Restore T");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Not saved"));
    assert!(has(&hands.program, "Visits 1"));
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    assert!(saved.contains("Port Ember") && saved.contains("// mine"), "{saved}");
    hands.program.step();
    assert!(journals().orphans().is_empty(), "what is saved is kept no longer");
}

#[test]
fn a_version_that_a_save_replaced_is_restored_in_one_step() {
    let (folder, path) = file("(\n    title: \"T\",\n    visits: [(id: \"v\", to: \"RS\", place: \"Old Town\")],\n)\n");
    let settings = dateline::store::SettingsFile::in_folder(folder.path());
    let mut hands = Hands::on(program::start_with(Start::File(path.clone()), settings));
    hands.press(CTRL, Key::E);
    hands.press(CTRL, Key::F);
    hands.words("Old Town");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.press(Modifiers::NONE, Key::Delete);
    settle(&mut hands.program);
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    assert!(!dateline::store::read_file(&path).unwrap().contains("Old Town"));
    hands.press(CTRL, Key::K);
    hands.words("Versions");
    hands.press(Modifiers::NONE, Key::Enter);
    assert!(has(&hands.program, "Restoring it would make 1 change"));
    click(&mut hands.program, "Restore");
    settle(&mut hands.program);
    assert!(has(&hands.program, "Visits 1"));
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    assert!(dateline::store::read_file(&path).unwrap().contains("Old Town"));
    hands.press(CTRL, Key::Z);
    assert!(has(&hands.program, "Visits 0"), "restoring is one step");
}

#[test]
fn a_record_becomes_evidence_of_a_judgement_with_one_key() {
    let mut hands = editing(Start::Sample);
    for words in ["party channel active alongside", "Marina Raguš"] {
        hands.press(CTRL, Key::F);
        hands.words(words);
        hands.press(Modifiers::NONE, Key::Enter);
    }
    hands.press(CTRL | Modifiers::SHIFT, Key::J);
    assert!(has(&hands.program, "Count Marina Raguš against: The Serbian"));
    hands.press(CTRL, Key::Z);
    assert!(has(&hands.program, "Editing judgement"), "undo leads to what changed");
}

#[test]
fn an_article_pasted_where_a_source_is_read_becomes_its_words() {
    let mut hands = Hands::on(start(Start::Nothing));
    hands.press(CTRL, Key::K);
    hands.words("New briefing");
    hands.press(Modifiers::NONE, Key::Enter);
    settle(&mut hands.program);
    hands.press(CTRL, Key::Num5);
    hands.press(CTRL, Key::N);
    hands.words("The Harbour Post");
    click(&mut hands.program, "Paste its words");
    hands.program.event(Event::Paste(ARTICLE.to_owned()));
    settle(&mut hands.program);
    assert!(has(&hands.program, "3 paragraphs held"));
    assert!(!has(&hands.program, "Paste its words"), "a source that holds words keeps them");
    for para in 0..3 {
        assert!(has(&hands.program, &format!("Words of paragraph {para}")), "{para}");
    }
    hands.press(CTRL, Key::Z);
    settle(&mut hands.program);
    assert!(has(&hands.program, "Paste its words"), "one step");
    assert!(has(&hands.program, "The Harbour Post"), "of its own");
}

#[test]
fn the_basis_of_a_date_is_chosen_by_its_first_letter_with_its_menu_shut_or_open() {
    let visit = "(id: \"v\", visitors: [], to: \"RS\", when: (edtf: \"2024-10-14\", said: \"on October 14\"))";
    let (_folder, path) = file(&format!("(title: \"T\", visits: [{visit}])"));
    let mut hands = editing(Start::File(path.clone()));
    go_to(&mut hands.program, "Visits");
    click(&mut hands.program, "Table");
    hands.program.get_by_role(Role::Row).click();
    settle(&mut hands.program);
    for (opens, letter, basis) in [(false, "y", "YearFromPublication"), (true, "s", "Stated")] {
        hands.go_to_field("Date: basis");
        if opens {
            hands.press(Modifiers::NONE, Key::Enter);
            assert!(has(&hands.program, "Nearest past before"));
        }
        hands.words(letter);
        if opens {
            // In an open list a letter goes to the entry, and Enter takes it.
            hands.press(Modifiers::NONE, Key::Enter);
        }
        settle(&mut hands.program);
        assert!(!has(&hands.program, "Nearest past before"), "the menu is shut");
        hands.press(CTRL, Key::S);
        settle(&mut hands.program);
        let saved = dateline::store::read_file(&path).unwrap();
        assert!(saved.contains(&format!("basis: {basis}")), "{saved}");
    }
}

#[test]
fn enter_completes_a_field_keeps_its_keys_and_takes_the_only_record_to_count_from() {
    let li = "(id: \"li\", visitors: [\"l\"], to: \"RS\", place: \"Belgrade\", when: \"2024-10-14\")";
    let lin = "(id: \"lin\", visitors: [\"w\"], to: \"RS\")";
    let actors = "(id: \"l\", kind: Person, name: \"Li Xiaoxin\"), (id: \"w\", kind: Person, name: \"Lin Wu\")";
    let (_folder, path) = file(&format!("(title: \"T\", actors: [{actors}], visits: [{li}, {lin}])"));
    let mut hands = editing(Start::File(path.clone()));
    hands.press(CTRL, Key::F);
    hands.words("Lin Wu to");
    hands.press(Modifiers::NONE, Key::Enter);
    settle(&mut hands.program);
    hands.go_to_field("Place");
    hands.words("Port Ember");
    hands.press(Modifiers::NONE, Key::Enter);
    assert_eq!(hands.focused(), "Place");
    hands.press(Modifiers::NONE, Key::Tab);
    assert_eq!(hands.focused(), "Date", "the next one");
    hands.words("a month before Li Xiaoxin");
    hands.press(Modifiers::NONE, Key::Enter);
    hands.press(CTRL, Key::S);
    settle(&mut hands.program);
    let saved = dateline::store::read_file(&path).unwrap();
    assert!(saved.contains("Relative(to: \"li\", offset: \"-P1M\""), "{saved}");
    assert!(saved.contains("Port Ember"), "{saved}");
}
