//! Templates of a house: what they can use, and what is said where one has a fault.

use std::collections::BTreeSet;

use super::{read, written};
use crate::export::note::note;
use crate::export::options::NoteOptions;
use crate::export::template::Template;
use crate::index::{Index, Reader};
use crate::model::Briefing;
use crate::store::{SAMPLE, SAMPLE_HELD};

fn house(text: &str) -> Template {
    Template::House { name: "house.md".to_owned(), text: text.to_owned() }
}

fn filled(briefing: &Briefing, text: &str) -> String {
    written(briefing, house(text), &NoteOptions::default())
}

fn fault(text: &str) -> String {
    let briefing = read(SAMPLE);
    let index = Index::build(&briefing);
    let options = NoteOptions { template: house(text), ..NoteOptions::default() };
    note(&Reader::new(&briefing, &index), &options).unwrap_err().to_string()
}

#[test]
fn text_of_the_file_is_text_whatever_a_template_does_with_it() {
    let briefing = read(r#"(title: "{{ 1 }} *a* <b>", question: "[x](javascript:y)", authors: ["one", "*two*"])"#);
    let note = filled(
        &briefing,
        "{{ title }}\n\n{{ title[8:] }}\n\n{{ title|upper }}\n\n{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m(question) }}\n\n{{ authors|join('; ') }}\n\n{{ title ~ question }}\n\n{{ title|e }}",
    );
    assert_eq!(
        note,
        "\\{\\{ 1 }} \\*a\\* &lt;b&gt;\n\n\\*a\\* &lt;b&gt;\n\n\\{\\{ 1 }} \\*A\\* &lt;B&gt;\n\n*\\[x\\](javascript:y)*\n\none; \\*two\\*\n\n\\{\\{ 1 }} \\*a\\* &lt;b&gt;\\[x\\](javascript:y)\n\n\\{\\{ 1 }} \\*a\\* &lt;b&gt;\n"
    );
}

#[test]
fn a_fault_is_told_with_its_line_and_a_hint() {
    for (text, expected) in [
        ("a\n{{ tilte }}", "house.md:2: `tilte` stands for nothing; did you mean `title`?"),
        (
            "a\n\n{% for v in visits %}{{ v.titel }}{% endfor %}",
            "house.md:3: `v.titel` stands for nothing; did you mean `title`?",
        ),
        ("{{ title|safe }}", "house.md:1: filter safe is unknown; TEMPLATES.md lists what there is"),
        ("{{ actor.name }}", "house.md: `actor` is told in a profile alone; use `actors`"),
    ] {
        assert_eq!(fault(text), expected);
    }
    let told = fault("a\n{% if title %}\nb");
    assert!(told.starts_with("house.md:") && told.contains("endif"), "{told}");
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    for text in [
        "{% for a in range(100000) %}{% for b in range(100000) %}{% for c in range(100000) %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set x = 'x' * 1000000000 %}{{ x * 1000 }}",
    ] {
        let told = fault(text);
        assert!(told.starts_with("house.md:1: "), "{told}");
    }
    assert!(
        fault("{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}")
            .contains("does not come to an end")
    );
}

#[test]
fn footnotes_are_numbered_in_the_order_in_which_they_are_read() {
    let briefing = read(
        r#"(title: "T", sources: [(id: "p", publisher: "Paper", title: "A long title of a text"), (id: "q", publisher: "javascript:alert(1)")],
            visits: [(id: "v", cites: ["q#1"], when: "2024"), (id: "w", cites: ["p#3", "p#4"], when: "2025")])"#,
    );
    let note = filled(
        &briefing,
        "{% for v in visits|reverse %}{{ v.id }}{{ v.marks }} {% endfor %}\n\n{{ footnotes }}\n\nend",
    );
    assert_eq!(
        note,
        "w[^1][^2] v[^3]\n\n[^1]: Paper, *A long title of a text*, no date, ¶3 (¶0 is a headline, ¶1 a caption, ¶2 the first of the text).\n[^2]: Paper ¶4.\n[^3]: Source javascript:alert(1), no date, ¶1.\n\nend\n"
    );
    assert!(
        filled(&briefing, "{{ visits[0].marks }}").ends_with("[^1]: Source javascript:alert(1), no date, ¶1 (¶0 is a headline, ¶1 a caption, ¶2 the first of the text).\n"),
        "without a place they stand at the end"
    );
}

/// The names in the tables of TEMPLATES.md: `visits[].title`.
fn described() -> BTreeSet<String> {
    let document = include_str!("../../../../assets/TEMPLATES.md");
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split('`').next()).map(str::to_owned).collect()
}

fn add_names(value: &serde_json::Value, path: &str, names: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                names.insert(path.clone());
                add_names(value, &path, names);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| add_names(item, &format!("{path}[]"), names)),
        _ => {}
    }
}

#[test]
fn the_description_names_what_there_is_and_nothing_else() {
    use crate::export::note::context::{Build, Limits, NAMES, Subject};
    use crate::export::withhold::Withheld;
    use crate::export::words::Part;
    let mut names = BTreeSet::new();
    for text in [SAMPLE, SAMPLE_HELD] {
        let briefing = read(text);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let (withheld, options) = (Withheld::default(), NoteOptions::default());
        let part = Part { briefing: &briefing, withheld: &withheld, most: None, shown: None };
        let mut build = Build::new(reader, part, &options);
        for actor in &briefing.actors {
            let subject = Subject { actor: Some(&actor.record), limits: &Limits::STEPS[0] };
            for name in NAMES.iter().filter(|name| **name != "file") {
                let value = build.part_named(name, subject).unwrap();
                names.insert((*name).to_owned());
                add_names(&serde_json::to_value(&value).unwrap(), name, &mut names);
            }
        }
    }
    // A part of the brief and of a profile is described where it stands by itself.
    let elsewhere = |name: &String| {
        let inner = name.strip_prefix("brief.").or_else(|| name.strip_prefix("actor.")).unwrap_or_default();
        let inner = inner.replacen("people[]", "actors[]", 1);
        name.contains("[].") && names.contains(&inner)
            || inner.starts_with("roles[].")
            || name.starts_with("speakers[].statements[].")
    };
    let mut described = described();
    described.remove("file");
    let missing: Vec<&String> =
        names.iter().filter(|name| !described.contains(*name) && !elsewhere(name) && *name != "file").collect();
    assert!(missing.is_empty(), "TEMPLATES.md does not describe {missing:#?}");
    let gone: Vec<&String> = described.iter().filter(|name| !names.contains(*name)).collect();
    assert!(gone.is_empty(), "TEMPLATES.md describes what is not there: {gone:#?}");
}
