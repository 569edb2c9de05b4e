//! Words of others in the window: what S makes of them by key and by mouse in the marks of many languages, what is typed
//! into runs, and what a list of records loses only when that is asked for. Through the accessibility tree, on the real
//! program.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use dateline::store::SettingsFile;
use dateline::ui::Start;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use program::{Program, click, editing, file, find, go_to, has, left_and_saved, press, settle, start, start_in, words};

const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

fn focus(program: &mut Program, label: &str) {
    let roles = [Role::TextInput, Role::MultilineTextInput];
    let mut fields = roles.into_iter().filter_map(|role| program.query_by_role_and_label(role, label));
    fields.next().unwrap().focus();
    program.run_ok();
}

/// Paragraphs with a quotation in the marks of a language, and the runs that S makes of all of it.
const MARKED: [(&str, &str); 12] = [
    ("She said “we stay” and left", r#"[Para("She said"), Said("we stay"), Para("and left")]"#),
    ("She said \"we wait\" and left", r#"[Para("She said"), Said("we wait"), Para("and left")]"#),
    ("Sie sagte: „Wir bleiben“ und ging", r#"[Para("Sie sagte:"), Said("Wir bleiben"), Para("und ging")]"#),
    ("Rekla je: „Ostajemo” i otišla", r#"[Para("Rekla je:"), Said("Ostajemo"), Para("i otišla")]"#),
    ("Elle a dit : « Nous restons » et part", r#"[Para("Elle a dit :"), Said("Nous restons"), Para("et part")]"#),
    ("Она сказала: «Мы здесь» и ушла", r#"[Para("Она сказала:"), Said("Мы здесь"), Para("и ушла")]"#),
    ("Hun sagde: »Vi bliver« og gik", r#"[Para("Hun sagde:"), Said("Vi bliver"), Para("og gik")]"#),
    ("Hon sade: ”Vi stannar” och gick", r#"[Para("Hon sade:"), Said("Vi stannar"), Para("och gick")]"#),
    ("她说：「我们留下」然后离开", r#"[Para("她说："), Said("我们留下"), Para("然后离开")]"#),
    ("她说：“我们等待”然后离开", r#"[Para("她说："), Said("我们等待"), Para("然后离开")]"#),
    ("彼女は『残る』と言った", r#"[Para("彼女は"), Said("残る"), Para("と言った")]"#),
    ("قالت: «نبقى هنا» ثم ذهبت", r#"[Para("قالت:"), Said("نبقى هنا"), Para("ثم ذهبت")]"#),
];

/// A briefing whose source holds paragraphs.
fn holding(paragraphs: &[&str]) -> String {
    let texts: Vec<String> = paragraphs.iter().map(|text| format!("{text:?}")).collect();
    format!("(title: \"T\", sources: [(id: \"s\", publisher: \"P\", text: [{}])])", texts.join(", "))
}

/// Draws the pointer over a paragraph, from before its first letter to behind its last.
fn draw_over(program: &mut Program, label: &str) {
    let rect = program.get_by_label(label).rect();
    let (from, to) = (rect.left_top() + egui::vec2(0.0, 4.0), rect.right_bottom() - egui::vec2(1.0, 4.0));
    let button = |pos: Pos2, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [Event::PointerMoved(from), button(from, true), Event::PointerMoved(to), button(to, false)] {
        program.event(event);
        program.run_ok();
    }
}

/// Makes statements of marked paragraphs, few enough to be in sight together; what the file holds in the end.
fn made_of(marked: &[(&str, &str)], make: impl Fn(&mut Program, &str)) {
    let paragraphs: Vec<&str> = marked.iter().map(|(text, _)| *text).collect();
    let (_folder, path) = file(&holding(&paragraphs));
    let mut program = editing(&path);
    for (number, (paragraph, _)) in marked.iter().enumerate() {
        go_to(&mut program, "Sources");
        settle(&mut program);
        make(&mut program, &format!("Words of paragraph {number}"));
        settle(&mut program);
        assert!(has(&program, &format!("Statements {}", number + 1)), "{paragraph}");
    }
    let text = left_and_saved(&mut program, &path);
    for (paragraph, runs) in marked {
        assert!(text.contains(runs), "{paragraph}: {runs} in {text}");
    }
}

#[test]
fn the_key_s_cuts_at_the_marks_of_every_language() {
    for marked in MARKED.chunks(4) {
        made_of(marked, |program, label| {
            program.get_by_label(label).focus();
            program.run_ok();
            press(program, CTRL, Key::A);
            words(program, "s");
        });
    }
}

#[test]
fn the_mouse_makes_the_same_of_them() {
    for marked in MARKED.chunks(4) {
        made_of(marked, |program, label| {
            draw_over(program, label);
            assert!(has(program, "Selected: "), "{label}");
            click(program, "Statement");
        });
    }
}

/// A statement whose words hold marks themselves, so that its runs are edited one by one; and one that does not.
const RUNS: &str = r#"(
    title: "T",
    actors: [(id: "a", kind: Person, name: "Mara Berg")],
    statements: [
        (id: "s", speaker: "a", content: [Para("She called “it” old"), Said("a milestone"), Para("and left")]),
        (id: "t", speaker: "a", content: [Said("All of it.")], about: ["a"], note: "plainwords"),
    ],
)
"#;

#[test]
fn a_box_of_runs_never_swallows_what_is_typed() {
    let typed = |keys: &dyn Fn(&mut Program)| {
        let (_folder, path) = file(RUNS);
        let mut program = editing(&path);
        find(&mut program, "milestone");
        focus(&mut program, "Content 2, verbatim");
        press(&mut program, CTRL, Key::A);
        keys(&mut program);
        let text = left_and_saved(&mut program, &path);
        press(&mut program, NONE, Key::Escape);
        for _ in 0..6 {
            press(&mut program, CTRL, Key::Z);
        }
        assert_eq!(left_and_saved(&mut program, &path), RUNS, "undone to the byte");
        text
    };
    let with = |run: &str| format!("content: [Para(\"She called “it” old\"), {run}Para(\"and left\")]");
    let over = typed(&|program| words(program, "a new day"));
    assert!(over.contains(&with("Said(\"a new day\"), ")), "{over}");
    let letters = typed(&|program| "“no” end".chars().for_each(|c| words(program, &c.to_string())));
    assert!(letters.contains(&with("Said(\"“no” end\"), ")), "{letters}");
    let pasted = typed(&|program| {
        program.event(Event::Paste("pasted “words” here".to_owned()));
        program.run_ok();
    });
    assert!(pasted.contains(&with("Said(\"pasted “words” here\"), ")), "{pasted}");
    let gone = typed(&|program| press(program, NONE, Key::Backspace));
    assert!(gone.contains(&with("")), "{gone}");
    let anew = typed(&|program| {
        press(program, NONE, Key::Backspace);
        words(program, "typed anew");
    });
    assert!(anew.contains(&with("Said(\"typed anew\"), ")), "{anew}");
}

#[test]
fn typing_over_all_that_was_said_keeps_what_is_typed() {
    for (typed, runs) in [
        ("plain words", "content: [Para(\"plain words\")]"),
        ("“new” words", "content: [Said(\"new\"), Para(\"words\")]"),
        ("„neu“ und „alt“", "content: [Said(\"neu\"), Para(\"und\"), Said(\"alt\")]"),
        ("“half", "content: [Said(\"half\")]"),
        ("half”", "content: [Para(\"half”\")]"),
    ] {
        for by_paste in [false, true] {
            let (_folder, path) = file(RUNS);
            let mut program = editing(&path);
            find(&mut program, "plainwords");
            focus(&mut program, "Content");
            press(&mut program, CTRL, Key::A);
            if by_paste {
                program.event(Event::Paste(typed.to_owned()));
                program.run_ok();
            } else {
                typed.chars().for_each(|c| words(&mut program, &c.to_string()));
            }
            let text = left_and_saved(&mut program, &path);
            assert!(text.contains(runs), "{typed}: {text}");
        }
    }
    let (_folder, path) = file(RUNS);
    let mut program = editing(&path);
    find(&mut program, "plainwords");
    focus(&mut program, "Content");
    press(&mut program, CTRL, Key::A);
    press(&mut program, NONE, Key::Backspace);
    words(&mut program, "“anew”");
    let text = left_and_saved(&mut program, &path);
    assert!(text.contains("content: [Said(\"anew\")]"), "{text}");
}

/// Two visits of one person to one place, and a role of hers.
const TWINS: &str = r#"(
    title: "T",
    actors: [(id: "a", kind: Person, name: "Mara Berg", note: "keep")],
    visits: [
        (id: "v", visitors: ["a"], to: "NO", when: "2031-04-01"),
        (id: "w", visitors: ["a"], to: "NO", when: "2031-05-02"),
    ],
)
"#;

#[test]
fn nothing_typed_is_no_wish_to_empty_a_field() {
    let (_folder, path) = file(TWINS);
    let mut program = editing(&path);
    go_to(&mut program, "Actors");
    press(&mut program, CTRL, Key::K);
    words(&mut program, "Change all shown");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(has(&program, "Change a field of 1 actor"));
    let node = program.get_by_label("Set in 1 actor");
    assert!(egui_kittest::kittest::NodeT::accesskit_node(&node).is_disabled(), "nothing is typed yet");
    node.click();
    program.run_ok();
    assert!(has(&program, "Change a field of 1 actor"), "the dialog stays");
    press(&mut program, NONE, Key::Escape);
    assert_eq!(left_and_saved(&mut program, &path), TWINS, "nothing was cleared");
    press(&mut program, CTRL, Key::K);
    words(&mut program, "Change all shown");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    click(&mut program, "Clear “Note” in 1 actor");
    let text = left_and_saved(&mut program, &path);
    assert!(!text.contains("keep"), "asked for by name: {text}");
}

#[test]
fn records_that_go_with_another_are_told_apart_by_their_dates() {
    let (_folder, path) = file(TWINS);
    let mut program = editing(&path);
    find(&mut program, "Mara Berg");
    press(&mut program, CTRL, Key::K);
    words(&mut program, "Delete");
    press(&mut program, NONE, Key::Enter);
    settle(&mut program);
    assert!(
        has(&program, "Visit: Mara Berg to Norway, 1 Apr 2031")
            && has(&program, "Visit: Mara Berg to Norway, 2 May 2031")
    );
    assert!(has(&program, "Keep them, without what they say of it") && has(&program, "Delete them too"));
    click(&mut program, "Cancel");
    assert_eq!(left_and_saved(&mut program, &path), TWINS);
}

#[test]
fn held_words_in_excerpts_and_originals_are_replaced_one_by_one() {
    const HELD: &str = r#"(
    title: "T",
    sources: [(id: "s", publisher: "P", excerpts: [(para: 2, text: "the old port"), (para: 3, text: "an old gate")])],
    statements: [(id: "q", speaker: "a", content: [Para("x")], original: (lang: "de", text: "old wie der Hafen", translator: "Old"))],
)
"#;
    let (_folder, path) = file(HELD);
    let mut program = editing(&path);
    press(&mut program, CTRL, Key::H);
    words(&mut program, "old");
    settle(&mut program);
    assert!(has(&program, "3 places of a source’s own words: tick each that is to change"));
    assert!(has(&program, "Replace in 1 place"), "the translator's name alone");
    let second = program.get_by_label_contains("excerpts, paragraph 3 (a source’s own words)");
    second.click();
    program.run_ok();
    assert!(has(&program, "Replace in 2 places"));
    focus(&mut program, "Replace with");
    words(&mut program, "new");
    press(&mut program, CTRL, Key::Enter);
    let text = left_and_saved(&mut program, &path);
    for part in ["\"the old port\"", "\"an new gate\"", "\"old wie der Hafen\"", "translator: \"new\""] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

/// Steps until something is on the clipboard.
fn copied(program: &mut Program) -> Option<String> {
    for _ in 0..10 {
        program.step();
        let text = program.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if text.is_some() {
            program.run_ok();
            return text;
        }
    }
    None
}

fn named_node_has_keys(program: &Program, label: &str) -> bool {
    program.query_by_label(label).is_some_and(|node| node.accesskit_node().is_focused())
}

/// A source with paragraphs, one of them in excerpts, and words without a number.
const READ: &str = r#"(
    title: "T",
    sources: [(id: "s", publisher: "Merrow Post", title: "A port opens", published: "2031-04-02", excerpts: [
        (para: 2, text: "the old port of Sund"), (para: 2, text: "was opened"), (para: 3, text: "by Mara Berg"),
        (text: "an undated line"),
    ])],
)
"#;

#[test]
fn words_of_a_source_are_copied_with_their_citation_by_key_and_mouse() {
    let (_folder, path) = file(READ);
    let mut program = start(Start::File(path.clone()));
    go_to(&mut program, "Sources");
    // By key: to the words, three of them, and copy.
    program.get_by_label("Words of paragraph 2").focus();
    program.run_ok();
    press(&mut program, NONE, Key::Home);
    for _ in 0..12 {
        press(&mut program, Modifiers::SHIFT, Key::ArrowRight);
    }
    program.event(Event::Copy);
    let cited = "“the old port” (“A port opens”, Merrow Post, 2 Apr 2031, ¶2)";
    assert_eq!(copied(&mut program).as_deref(), Some(cited));
    assert!(has(&program, "Copied the words with their citation"));
    assert!(!has(&program, "Make of the selected words"), "nothing is made while viewing");
    // What is typed changes nothing, and an arrow leads on to the next paragraph.
    words(&mut program, "x");
    press(&mut program, NONE, Key::ArrowDown);
    settle(&mut program);
    assert!(named_node_has_keys(&program, "Words of paragraph 3"));
    // By mouse, what lies between two excerpts is told; the menu copies the words alone, and all where none are selected.
    draw_over(&mut program, "Words of paragraph 2");
    program.event(Event::Copy);
    let whole = copied(&mut program).unwrap();
    assert!(whole.starts_with("“the old port of Sund … was opened” ("), "{whole}");
    program.get_by_label("Words of paragraph 2").click_secondary();
    program.run_ok();
    program.get_by_label("Copy the words alone").click();
    assert_eq!(copied(&mut program).as_deref(), Some("the old port of Sund … was opened"));
    program.get_by_label("Words of a passage").click_secondary();
    program.run_ok();
    program.get_by_label("Copy the paragraph with its citation").click();
    assert_eq!(copied(&mut program).as_deref(), Some("“an undated line” (“A port opens”, Merrow Post, 2 Apr 2031)"));
    // Editing, each excerpt is a text of its own, and is copied in the same way.
    press(&mut program, CTRL, Key::E);
    settle(&mut program);
    draw_over(&mut program, "Words of paragraph 2, excerpt 2");
    program.event(Event::Copy);
    let excerpt = copied(&mut program).unwrap();
    assert!(excerpt.starts_with("“was opened” ("), "{excerpt}");
    assert!(has(&program, "Selected: was opened"));
    assert_eq!(dateline::store::read_file(&path).unwrap(), READ);
}

#[test]
fn a_notice_makes_way_for_the_field_in_hand() {
    let (_folder, path) = file(TWINS);
    let small = [900.0, 600.0];
    let mut program = start_in(small, egui::Theme::Light, Start::File(path), SettingsFile::nowhere());
    press(&mut program, CTRL, Key::E);
    find(&mut program, "Mara Berg");
    let place = |program: &Program| {
        let roles = [Role::TextInput, Role::MultilineTextInput];
        let mut fields = roles.into_iter().flat_map(|role| program.query_all_by_role(role));
        fields.find(|node| node.accesskit_node().is_focused()).map(|node| node.rect())
    };
    let is_low_field = |program: &Program| place(program).is_some_and(|rect| rect.bottom() > 520.0);
    for _ in 0..80 {
        if is_low_field(&program) {
            break;
        }
        press(&mut program, NONE, Key::Tab);
    }
    assert!(is_low_field(&program), "no field at the foot of the window has the keys");
    press(&mut program, Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    program.run_ok();
    let notice = |program: &Program| program.get_by_label_contains("Copied the citation").rect();
    let field = place(&program).unwrap();
    assert!(!notice(&program).intersects(field), "{:?} covers {field:?}", notice(&program));
    assert!(notice(&program).top() < 300.0);
    press(&mut program, NONE, Key::Escape);
    settle(&mut program);
    assert!(notice(&program).top() > 480.0, "nothing is typed any more: {:?}", notice(&program));
}
