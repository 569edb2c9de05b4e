//! `dateline extract` on articles that were written for this project, each beside what a careful person finds in it.
//!
//! An article stands in `tests/extract/NAME.txt`, its gold in `tests/extract/NAME.gold`, a line a fact (see `gold.rs`).

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "extract/anchors.rs"]
mod anchors;
#[path = "extract/counting.rs"]
mod counting;
#[path = "extract/gold.rs"]
mod gold;
#[path = "extract/journeys.rs"]
mod journeys;
#[path = "extract/meant.rs"]
mod meant;

use std::io::Write as _;
use std::process::{Command, Stdio};

use dateline::extract::{Asked, extract};
use gold::{Found, Gold};
use proptest::prelude::*;
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/extract");

#[expect(clippy::disallowed_methods, reason = "the test reads its own articles")]
fn read(name: &str) -> String {
    std::fs::read_to_string(format!("{FOLDER}/{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What the command prints on its two streams, with its exit code.
fn run(arguments: &[&str], input: Option<&str>) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.arg("extract").args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that does not read its input is gone before all is written.
    drop(child.stdin.take().unwrap().write_all(input.unwrap_or_default().as_bytes()));
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn proposals(arguments: &[&str], input: Option<&str>) -> Vec<Value> {
    let (out, error, code) = run(arguments, input);
    assert_eq!(code, 0, "{error}");
    serde_json::from_str(&out).unwrap()
}

/// Every passage stands where it says, and all that is said stands in the article letter for letter.
fn assert_verbatim(text: &str, proposals: &[Value]) {
    let blocks: Vec<Vec<char>> = gold::blocks(text).iter().map(|block| block.chars().collect()).collect();
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<String> = blocks.iter().map(|block| on_one_line(&block.iter().collect::<String>())).collect();
    for proposal in proposals {
        for passage in proposal["passages"].as_array().unwrap() {
            let place = |name: &str| usize::try_from(passage[name].as_u64().unwrap()).unwrap();
            let words: String = blocks[place("para")][place("start")..place("end")].iter().collect();
            assert_eq!(words, passage["text"].as_str().unwrap());
        }
        for run in proposal["record"]["content"].as_array().into_iter().flatten() {
            if let Some(said) = run["Said"].as_str() {
                assert!(all.iter().any(|block| block.contains(said)), "{said} stands nowhere");
            }
        }
    }
}

#[test]
fn articles_give_what_a_careful_person_finds() {
    let names = [
        "wire",
        "interview",
        "feature",
        "communique",
        "caption",
        "circular",
        "surname",
        "planned",
        "cancelled",
        "video",
        "delegation",
        "german",
        "serbian",
        "cyrillic",
        "french",
    ];
    let mut all = Found::default();
    let mut told = String::new();
    for name in names {
        let text = read(&format!("{name}.txt"));
        let gold = Gold::read(&read(&format!("{name}.gold")));
        let file = format!("{FOLDER}/{name}.txt");
        let proposals = proposals(&[&file, "--published", &gold.published], None);
        assert_verbatim(&text, &proposals);
        let found = gold.compare(&proposals);
        told.push_str(&format!("{name}: {}\n", found.told()));
        all.add(&found);
    }
    eprintln!("{told}all: {}", all.told());
    all.assert_bars(&told);
}

#[test]
fn the_article_of_the_sample_gives_its_visits_and_statements() {
    let sample = include_str!("../assets/samples/river-visits-2023.ron");
    let document = dateline::document::Document::from_text(sample.to_owned()).ok().unwrap();
    let review = document.briefing.sources.iter().find(|entry| entry.record.id.as_str() == "review").unwrap();
    let text = review.record.text.join("\n\n");
    let proposals = proposals(&["-", "--published", "2024-01-19"], Some(&text));
    assert_verbatim(&text, &proposals);
    let of = |kind: &str| proposals.iter().filter(|proposal| proposal["kind"] == kind).collect::<Vec<_>>();
    let visits = of("Visit");
    let has_visit = |who: &str, edtf: &str| {
        visits.iter().any(|visit| {
            let visitors = visit["record"]["visitors"].to_string();
            visitors.contains(who) && visit["record"]["when"]["edtf"] == edtf
        })
    };
    let wanted = [
        ("ana-brel", "2021-03-09"),
        ("isk-commission", "[2021-04-24..2021-05-24]"),
        ("ilse-oren", "2021-12-06/2021-12-08"),
        ("radek-voss", "2022-06-04"),
        ("fruit-growers", "2023-21"),
        ("ana-brel", "2023-10-02"),
        ("leo-harn", "[2023-11-11..2023-11-20]"),
        ("tomas-halle", "2024-03"),
    ];
    let missing: Vec<_> = wanted.iter().filter(|(who, edtf)| !has_visit(who, edtf)).collect();
    assert!(missing.is_empty(), "{missing:?} of {visits:#?}");
    assert!(visits.iter().any(|visit| visit["record"]["visitors"].to_string().contains("pia-lunde")));
    let statements = of("Statement");
    for (speaker, words) in [
        ("otto-lann", "We did not come to sign anything"),
        ("edda-marr", "a door with two handles"),
        ("tomas-halle", "We measured this river together"),
        ("radek-voss", "We will open both locks"),
        ("radek-voss", "a promise was for people"),
        ("vera-stolt", "A river is the only ministry"),
        ("vera-stolt", "do not need a lock"),
        ("office-of-tomas-halle", "will go to Dovrin"),
        ("foreign-ministry-of-tarsk", "Asked why"),
    ] {
        let found = statements.iter().find(|statement| statement["record"].to_string().contains(words));
        let found = found.unwrap_or_else(|| panic!("{words} is missing"));
        assert_eq!(found["record"]["speaker"], speaker, "{words}");
    }
}

#[test]
fn a_date_counted_from_something_untold_is_a_need_and_never_a_guess() {
    for (text, published) in [
        ("President Ann Berg of Tarsk arrived in Orrin two days later.", "2031-05-04"),
        ("President Ann Berg of Tarsk arrived in Orrin a month earlier.", "2031-05-04"),
        ("President Ann Berg of Tarsk arrived in Orrin the following day.", "2031-05-04"),
        ("President Ann Berg of Tarsk visited Norway on 3 May.", ""),
        ("President Ann Berg of Tarsk visited Norway on Thursday.", ""),
        ("President Ann Berg of Tarsk visited Norway last week.", ""),
    ] {
        let mut arguments = vec!["-", "--lang", "en"];
        if !published.is_empty() {
            arguments.extend(["--published", published]);
        }
        let proposals = proposals(&arguments, Some(text));
        let visit = proposals
            .iter()
            .find(|proposal| proposal["kind"] == "Visit")
            .unwrap_or_else(|| panic!("{text}: {proposals:#?}"));
        assert_eq!(visit["record"]["when"], Value::Null, "{text}");
        assert!(visit["needs"].as_array().unwrap().iter().any(|need| need == "when"), "{text}: {visit}");
    }
}

#[test]
fn what_a_briefing_knows_is_matched_and_nothing_is_written() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/serbia-china-2024.ron");
    let text = "Serbian President Aleksandar Vucic met Li Xiaoxin in Belgrade on 14 October.\n\n\
                Вучић said that all went well. The SNS said that the talks were long.\n";
    let proposals = proposals(&["-", "--published", "2024-10-15", "--lang", "en", "--into", sample], Some(text));
    let known: Vec<&str> = proposals
        .iter()
        .filter(|proposal| proposal["kind"] == "Actor")
        .filter_map(|proposal| proposal["known"].as_str())
        .collect();
    assert!(known.contains(&"aleksandar-vucic") && known.contains(&"sns"), "{proposals:#?}");
    let speakers: Vec<&str> = proposals
        .iter()
        .filter(|proposal| proposal["kind"] == "Statement")
        .filter_map(|proposal| proposal["record"]["speaker"].as_str())
        .collect();
    assert_eq!(speakers, ["aleksandar-vucic", "sns"]);
    let ids: Vec<&str> = proposals.iter().filter_map(|proposal| proposal["record"]["id"].as_str()).collect();
    assert!(!ids.contains(&"s-vucic-pride"), "an id of the briefing is not given again");
}

#[test]
fn a_dateline_is_nobodys_words() {
    for line in ["DOVRIN, May 3 (Isk Wire) -- ", "DOVRIN, Sept. 9 (Isk Wire) — ", "DOVRIN – "] {
        let text = format!("Talks in Dovrin\n\n{line}The harbour will open in June, officials said.");
        let proposals = proposals(&["-", "--lang", "en", "--published", "2031-05-03"], Some(&text));
        let statement = proposals.iter().find(|proposal| proposal["kind"] == "Statement").unwrap();
        assert_eq!(statement["record"]["content"][0]["Para"], "The harbour will open in June", "{line}");
    }
}

#[test]
fn bad_input_is_told_in_a_plain_word() {
    for (text, word) in [
        ("", "no words"),
        (" \n\t\n", "no words"),
        ("外交部长说：“我们会来的。”", "language"),
        ("1 2 3 !!! ...", "language"),
    ] {
        let (out, error, code) = run(&["-"], Some(text));
        assert_eq!(code, 0, "{error}");
        assert!(error.contains(word), "{text}: {error}");
        assert!(serde_json::from_str::<Vec<Value>>(&out).is_ok());
    }
    let (_, error, code) = run(&["/no/such/article.txt"], None);
    assert!(code == 2 && error.contains("article.txt"), "{error}");
    let (_, error, code) = run(&["-", "--published", "yesterday"], Some("x"));
    assert!(code == 2 && error.contains("yesterday"), "{error}");
}

#[test]
fn ron_has_the_same_records() {
    let text = "“We came to listen,” President Ann Berg of Tarsk said on 3 May 2031.";
    let (ron, _, code) = run(&["-", "--lang", "en", "--format", "ron"], Some(text));
    assert_eq!(code, 0);
    let list: Vec<ron::Value> = ron::from_str(&ron).expect("it is RON");
    assert_eq!(list.len(), proposals(&["-", "--lang", "en"], Some(text)).len());
    assert!(ron.contains("Said(\"We came to listen\")"), "{ron}");
}

/// Texts out of the pieces that rules look for, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "said",
        "that",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        ".",
        ",",
        "?",
        "!",
        ":",
        ";",
        "(",
        ")",
        "—",
        "\n",
        "\n\n",
        "He",
        "she",
        "who",
        "Ann",
        "Berg",
        "Mr.",
        "President",
        "of",
        "Tarsk",
        "Norway",
        "Norwegian",
        "Party",
        "the",
        "a",
        "delegation",
        "led by",
        "visited",
        "visit",
        "to",
        "in",
        "Oslo",
        "on",
        "3 May",
        "two days later",
        "according to",
        "adding",
        "told",
        "did not respond",
        "will",
        "and",
        "but",
        "’s",
        "U.S.",
        "J.",
        "2031",
        "\u{0}",
        "\u{202e}",
        "é",
        "Ж",
        "שלום",
        "中",
        "\u{301}",
        "\r",
        "sagte",
        "dass",
        "reče",
        "рекао",
    ]);
    prop::collection::vec((pieces, any::<bool>()), 0..80).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, spaced)| if spaced { format!("{piece} ") } else { piece.to_owned() }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_proposed_stands_in_the_text_and_is_the_same_each_time(text in any_text(), lang in prop::sample::select(vec!["en", "de", "sr", "fr", "xx"])) {
        let published = dateline::model::parse_edtf("2031-05-04").unwrap().bounds;
        let asked = Asked { published: Some(published), lang: Some(lang), into: None, ..Asked::default() };
        let json = || {
            let nodes = extract(&text, &asked).proposals.iter().map(dateline::extract::Proposal::to_node).collect();
            dateline::export::json_of_node(&dateline::model::Node::List(nodes))
        };
        let first = json();
        prop_assert_eq!(&first, &json());
        let proposals: Vec<Value> = serde_json::from_str(&first).unwrap();
        assert_verbatim(&text, &proposals);
    }
}

#[test]
fn an_article_in_another_encoding_is_read_and_its_likely_day_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("article.txt");
    let text = "Gespräche\n\n3. Mai 2031\n\n„Die Brücke ist für alle da“, sagte Außenminister Jörg Müller in Köln.\n";
    #[expect(clippy::disallowed_methods, reason = "the test makes the file it reads")]
    std::fs::write(&path, encoding_rs::WINDOWS_1252.encode(text).0).unwrap();
    let (out, error, code) = run(&[path.to_str().unwrap(), "--lang", "de"], None);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("Die Brücke ist für alle da"), "{out}");
    assert!(error.contains("windows-1252, a guess") && error.contains("--published 2031-05-03"), "{error}");
}
