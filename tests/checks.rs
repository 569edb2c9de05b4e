//! Every rule fires where it should and nowhere else: `tests/checks/RULE.ron` holds a briefing for each.

#![expect(clippy::panic, clippy::expect_used, reason = "a test that cannot read its briefings has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use dateline::check::{self, Problem, RULES, Report, Rule, Scope, Severity};
use dateline::document::Document;
use dateline::index::{Index, Reader};
use dateline::model::Briefing;
use proptest::prelude::*;

const PARTS: [&str; 2] = ["// Fires\n", "\n// Does not fire\n"];

fn read(text: &str) -> Briefing {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

fn check_text(text: &str) -> Report {
    let briefing = read(text);
    let index = Index::build(&briefing);
    check::check(&Reader::new(&briefing, &index))
}

fn found_by<'a>(rule: &str, problems: &'a [Problem]) -> Vec<&'a Problem> {
    problems.iter().filter(|problem| problem.rule == rule).collect()
}

/// The same through the reader of files, which reports what it cannot take.
fn open_text(text: &str) -> Report {
    let document = Document::from_text(text.to_owned()).unwrap_or_else(|failure| panic!("{} in {text}", failure.error));
    Report { problems: document.problems, waived: document.waived }
}

/// What is found in a briefing of a rule.
fn report_of(rule: &Rule, text: &str) -> Report {
    if matches!(rule.scope, Scope::Reader) { open_text(text) } else { check_text(text) }
}

/// The two briefings of a rule: one in which it fires, one in which it does not.
#[expect(clippy::disallowed_methods, reason = "a test reads its own briefings")]
fn briefings(rule: &str) -> (String, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks").join(format!("{rule}.ron"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = text.strip_prefix(PARTS[0]).expect("the file begins with the briefing that fires");
    let (fires, quiet) = text.split_once(PARTS[1]).expect("the briefing that does not fire comes second");
    (fires.to_owned(), quiet.to_owned())
}

#[test]
fn every_rule_fires_where_it_should_and_says_what_is_wrong() {
    let mut told = String::new();
    for rule in RULES {
        let (fires, _) = briefings(rule.id);
        let report = report_of(rule, &fires);
        let found = found_by(rule.id, &report.problems);
        assert!(!found.is_empty(), "{} does not fire in its briefing", rule.id);
        let _ = writeln!(told, "# {} ({})", rule.id, rule.severity.word());
        for problem in found {
            let _ = writeln!(told, "{} {}: {}", problem.record, problem.field, problem.message);
            if !problem.hint.is_empty() {
                let _ = writeln!(told, "    {}", problem.hint);
            }
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn no_rule_fires_where_it_should_not() {
    for rule in RULES {
        let (_, quiet) = briefings(rule.id);
        let report = report_of(rule, &quiet);
        let found = found_by(rule.id, &report.problems);
        assert!(found.is_empty(), "{} cries wolf: {found:#?}", rule.id);
    }
}

#[test]
fn rules_are_named_once_and_explained() {
    let mut ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.id);
        assert!(!rule.title.ends_with('.') && !rule.condition.ends_with('.'), "{}", rule.id);
        assert!(rule.help.len() > 100, "{} is hardly explained", rule.id);
        assert!(check::rule(rule.id).is_some());
    }
}

#[test]
fn messages_have_no_full_stop_and_name_the_record() {
    for rule in RULES {
        for problem in report_of(rule, &briefings(rule.id).0).problems {
            assert!(!problem.message.ends_with('.') && !problem.hint.ends_with('.'), "{problem:?}");
            // What could not be read is named by its field and place.
            let is_unread = check::rule(problem.rule).is_some_and(|rule| matches!(rule.scope, Scope::Reader));
            let names_it = is_unread || problem.record.is_empty() || problem.message.contains(problem.record.as_str());
            assert!(names_it, "{}: {}", problem.rule, problem.message);
        }
    }
}

#[test]
fn a_missing_cite_is_a_warning_in_a_draft_and_an_error_after() {
    let severity = |status: &str| {
        let text =
            format!("(title: \"T\", {status} visits: [(id: \"v\", visitors: [\"a\"], to: \"RS\", when: \"2024\")])");
        found_by("uncited-record", &check_text(&text).problems).first().map(|problem| problem.severity)
    };
    assert_eq!(severity(""), Some(Severity::Warning));
    assert_eq!(severity("status: Draft,"), Some(Severity::Warning));
    assert_eq!(severity("status: Review,"), Some(Severity::Error));
    assert_eq!(severity("status: Final,"), Some(Severity::Error));
}

#[test]
fn a_waiver_silences_one_rule_for_one_record_and_is_listed() {
    let report = check_text(
        "(title: \"T\", marking: Clear,
          waivers: [(rule: \"unused-actor\", record: \"a\", reason: \" Comes in later \")],
          actors: [(id: \"a\", kind: Person, name: \"A\"), (id: \"b\", kind: Person, name: \"B\")])",
    );
    let waived: Vec<_> = report.waived.iter().map(|(problem, why)| (problem.record.as_str(), why.as_str())).collect();
    assert_eq!(waived, [("a", "Comes in later")]);
    let left: Vec<_> = report.problems.iter().map(|problem| (problem.rule, problem.record.as_str())).collect();
    assert_eq!(left, [("unused-actor", "b")]);
}

#[test]
fn a_waiver_for_two_tells_of_a_third() {
    let actors = |waivers: &str, names: &[&str]| {
        let actor = |(number, name): (usize, &&str)| format!("(id: \"a{number}\", kind: Person, name: \"{name}\")");
        let actors: Vec<String> = names.iter().enumerate().map(actor).collect();
        let report = check_text(&format!(
            "(title: \"T\", marking: Clear, waivers: [{waivers}], actors: [{}])",
            actors.join(", ")
        ));
        let of = |problem: &&Problem| matches!(problem.rule, "same-name" | "possible-double" | "waiver");
        let told = |problem: &Problem| format!("{} {} {}", problem.rule, problem.record, problem.others.len());
        let left: Vec<String> = report.problems.iter().filter(of).map(told).collect();
        (left.join("; "), report.waived.len())
    };
    let for_two = |rule: &str, ids: &str| format!("(rule: \"{rule}\", records: [{ids}], reason: \"Two people\")");
    let same = ["Mia Holm", "Mia Holm", "MIA HOLM"];
    let told = |left: &str, waived: usize| (left.to_owned(), waived);
    assert_eq!(actors("", &same), told("same-name a1 1; same-name a2 2", 0));
    let two = for_two("same-name", "\"a0\", \"a1\"");
    assert_eq!(actors(&two, &same[..2]), told("", 1));
    assert_eq!(actors(&two, &same), told("same-name a2 2", 1), "the third is told");
    let others = [for_two("same-name", "\"a0\", \"a2\""), for_two("same-name", "\"a1\", \"a2\"")];
    assert_eq!(actors(&format!("{two}, {}", others[0]), &same), told("same-name a2 2", 1), "of one of the two");
    assert_eq!(actors(&format!("{two}, {}, {}", others[0], others[1]), &same), told("", 2));
    assert_eq!(actors(&for_two("same-name", "\"a0\", \"a1\", \"a2\""), &same), told("", 2), "all three at once");
    // The older form is for any finding about its record.
    assert_eq!(actors("(rule: \"same-name\", record: \"a2\", reason: \"R\")", &same), told("same-name a1 1", 1));
    let doubles = ["Jürgen Köhß", "Juergen Koehss", "Köhß, Jürgen"];
    assert_eq!(actors(&for_two("possible-double", "\"a1\", \"a0\""), &doubles), told("possible-double a2 2", 1));
    // However their names are spelt, that two are two is said once.
    let pair = ["Đurđa Köhl", "Djurdja Koehl"];
    let rule_of = |names: &[&str]| actors("", names).0.split(' ').next().unwrap_or_default().to_owned();
    assert_eq!(
        (rule_of(&pair), rule_of(&["Đurđa Köhl", "Djurdja Kohl"])),
        ("possible-double".into(), "same-name".into())
    );
    for rule in ["same-name", "possible-double"] {
        assert_eq!(actors(&for_two(rule, "\"a0\", \"a1\""), &pair), told("", 1));
        assert_eq!(actors(&for_two(rule, "\"a0\", \"a1\""), &["Đurđa Köhl", "Djurdja Kohl"]), told("", 1));
    }
    let none =
        "(rule: \"same-name\", records: [], reason: \"R\"), (rule: \"same-name\", records: [\"zz\"], reason: \"R\")";
    assert_eq!(actors(none, &["A"]).0, "waiver  0; waiver  0");
}

#[test]
fn findings_stand_in_the_order_of_the_file() {
    let report = check_text(
        "(title: \"\", actors: [(id: \"z\", kind: Person, name: \"\"), (id: \"B\", name: \"B\")],
          visits: [(id: \"v\", visitors: [\"q\", \"q\", \"q\", \"q\", \"q\", \"q\", \"q\", \"q\", \"q\", \"q\", \"q\"],
            to: \"JJ\", when: \"\")])",
    );
    let places: Vec<String> =
        report.problems.iter().map(|problem| format!("{} {}", problem.record, problem.field)).collect();
    let expected = [
        " title",
        " marking",
        "z ",
        "z name",
        "B ",
        "B id",
        "B kind",
        "v visitors[0]",
        "v visitors[1]",
        "v visitors[2]",
        "v visitors[3]",
        "v visitors[4]",
        "v visitors[5]",
        "v visitors[6]",
        "v visitors[7]",
        "v visitors[8]",
        "v visitors[9]",
        "v visitors[10]",
        "v to",
        "v when",
        "v cites",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_record_alone_gives_what_it_gives_among_all() {
    for rule in RULES.iter().filter(|rule| !matches!(rule.scope, Scope::Reader)) {
        let briefing = read(&briefings(rule.id).0);
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let mut apart = check::check_file(&reader);
        for (key, _) in briefing.all_records() {
            apart.extend(check::check_record(&reader, key));
        }
        let Report { problems, waived } = check::check(&reader);
        let together: Vec<Problem> =
            problems.into_iter().chain(waived.into_iter().map(|(problem, _)| problem)).collect();
        let lines = |problems: &[Problem]| {
            let mut lines: Vec<String> =
                problems.iter().filter(|problem| problem.rule != "waiver").map(|p| format!("{p:?}")).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines(&apart), lines(&together), "{}", rule.id);
    }
}

/// Texts that stand for what people and scrapers put into files.
fn any_text() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "a",
        "b",
        "v",
        "s",
        "s#1",
        "s#99999999999",
        "",
        " ",
        "-",
        "RS",
        "CN-SD",
        "2024",
        "2024-10-14/..",
        "..2024-10/..",
        "[2024-01-01..]",
        "-9999-XX",
        "Y-17E7",
        "P1M",
        "-P9999999M",
        "on Monday, 31 May 2024",
        "… [x] …",
        "“”",
        "\u{202e}",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn nothing_in_a_file_makes_the_rules_fall_over(texts in prop::collection::vec(any_text(), 24)) {
        let text = |number: usize| format!("{:?}", texts[number % texts.len()]);
        let when = |number: usize, basis: &str| format!("(edtf: {}, said: {}, basis: {basis})", text(number), text(number + 1));
        let relative = format!("Relative(to: {}, offset: {}, slack: {})", text(0), text(1), text(2));
        let at_least = format!("AtLeast(since: {}, span: {})", text(3), text(4));
        let near = format!("NearestPast({})", text(5));
        let cite = format!("(source: {}, para: 1, exact: {}, prefix: {}, suffix: {}, credibility: 1)", text(6), text(7), text(8), text(9));
        let briefing = format!(
            "(title: {0}, as_of: {1}, bottom_line: {2}, status: Review, marking: Green,
              coverage: [(from: {1}, to: {3}, sources: [{4}])], waivers: [(rule: {5}, record: {6}, reason: {7})],
              merges: [(record: {8}, field: {9}, base: {10}, theirs: {11})],
              sources: [(id: {4}, publisher: {0}, published: {when_source}, text: [{12}, {13}], derived_from: [{14}, {15}], cites: [{14}]),
                        (id: {14}, publisher: {0}, excerpts: [(para: 1, text: {13}), (text: {12})], derived_from: [{4}])],
              actors: [(id: {16}, kind: Person, name: {17}, aliases: [{18}], country: {19}, iso: {20}, part_of: {21}),
                       (id: {21}, kind: Region, name: {18}, names: [(text: {17}, lang: {0})], part_of: {16})],
              roles: [(id: {22}, person: {16}, org: {21}, title: {23}, area: {20}, valid: {when_role})],
              visits: [(id: {0}, visitors: [{16}, {21}], lead: {16}, to: {20}, from: {19}, kind: State, when: {when_visit}, announced: {1}, cites: [{cite}, {4}]),
                       (id: {1}, visitors: [{16}], to: {20}, when: {when_visit})],
              statements: [(id: {2}, speaker: {16}, content: [Said({12}), Para({13})], said_on: {when_visit}, event: {0}, via: [{4}], cites: [{cite}])],
              relations: [(id: {3}, kind: Other({5}), between: [{16}], asserted_by: {2}, valid: {when_relation})],
              judgements: [(id: {5}, text: {12}, key: true, confidence: High, supports: [{0}, {2}, {5}, {3}], supersedes: {5})],
              conflicts: [(id: {6}, about: {0}, field: {9}, sides: [(value: {1}, cite: {cite}), (value: {10}, record: {2})])])",
            text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9), text(10), text(11),
            text(12), text(13), text(14), text(15), text(16), text(17), text(18), text(19), text(20), text(21), text(22), text(23),
            when_source = when(1, "YearFromPublication"), when_role = when(2, &near), when_visit = when(3, &relative),
            when_relation = when(4, &at_least),
        );
        let report = check_text(&briefing);
        prop_assert_eq!(&report, &check_text(&briefing), "the same file gives the same findings");
        let text = check::to_text(&report.problems, "f.ron");
        let acts = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        prop_assert!(!text.contains(acts), "a character acts on the terminal");
        prop_assert!(serde_json::from_str::<serde_json::Value>(&check::to_json(&report.problems)).is_ok());
    }
}
