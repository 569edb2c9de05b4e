//! What a relative date is counted from, and which paragraph of its source a proposal cites.

use dateline::extract::{Asked, extract};
use dateline::model::{AnyRecord, Basis};

use super::{assert_verbatim, proposals};

const PHRASES: &str = include_str!("phrases.tsv");

/// A relative date is counted from what the words count from, never from the publication in silence.
#[test]
fn phrases_are_counted_from_what_they_count_from() {
    let published = dateline::model::parse_edtf("2031-05-14").unwrap().bounds;
    let visit = |text: &str| {
        let asked = Asked { published: Some(published), lang: Some("en"), ..Asked::default() };
        let visits = extract(text, &asked).proposals.into_iter().filter_map(|proposal| match proposal.record {
            AnyRecord::Visit(visit) => Some((visit, proposal.needs)),
            _ => None,
        });
        let (visit, needs) = visits.last().unwrap_or_else(|| panic!("no visit: {text}"));
        let Some(when) = &visit.when else {
            assert!(needs.iter().any(|need| need == "when"), "{text}");
            return "?".to_owned();
        };
        let counted = match &when.long().basis {
            Some(Basis::Relative(relative)) if relative.to.as_str() != "article" => "<",
            _ => "",
        };
        format!("{counted}{}", when.long().edtf)
    };
    let lines: Vec<&str> = PHRASES.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= 60, "{}", lines.len());
    for line in lines {
        let [phrase, alone, behind] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let first = format!("President Ann Berg of Tarsk visited Norway {phrase}.");
        assert_eq!(visit(&first), alone, "{phrase}");
        let second = format!(
            "President Ann Berg of Tarsk visited Norway on 3 March 2031.\n\nForeign Minister Karl Voss of Tarsk arrived in \
             Sweden {phrase}."
        );
        assert_eq!(visit(&second), behind, "{phrase}, behind a visit");
    }
}

/// A source counts the caption of its picture, also where there is none: blocks of the text are no paragraphs of it.
#[test]
#[expect(clippy::disallowed_methods, reason = "the test makes the briefing it reads")]
fn cites_name_the_paragraphs_of_a_held_source() {
    let said = "Ann Berg said “the harbour is open to all ships” on 3 May 2031.";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.ron");
    for (held, article, para) in [
        (
            format!("text: [\"Harbour talks\", \"\", \"It rained.\", {said:?}]"),
            format!("Harbour talks\n\nIt rained.\n\n{said}"),
            3,
        ),
        (
            format!("text: [\"Harbour talks\", \"Photo: AP\", {said:?}]"),
            format!("Harbour talks\n\nPhoto: AP\n\n{said}"),
            2,
        ),
        (
            format!("text: [\"\", \"\", \"It rained on the harbour.\", {said:?}]"),
            format!("It rained on\nthe harbour.\n\n{}", said.replace(" is open", "\nis open")),
            3,
        ),
        (
            format!("excerpts: [(para: 7, text: {:?})]", said.trim_end_matches(" on 3 May 2031.")),
            format!("Harbour talks\n\n{said}"),
            7,
        ),
    ] {
        std::fs::write(&path, format!("(title: \"T\", sources: [(id: \"post\", {held})])")).unwrap();
        let arguments = ["-", "--published", "2031-05-04", "--lang", "en", "--into", path.to_str().unwrap()];
        let proposals = proposals(&arguments, Some(&article));
        let statement = proposals.iter().find(|proposal| proposal["kind"] == "Statement").unwrap();
        let cite = &statement["record"]["cites"][0];
        assert_eq!(
            (cite["source"].as_str(), cite["para"].as_u64()),
            (Some("post"), Some(para)),
            "{held}: {statement:#}"
        );
        assert_verbatim(&article, &proposals);
    }
}

/// Nearly a year ago, or in a week: the words do not say, and the proposal does.
#[test]
fn a_day_without_a_year_that_may_lie_ahead_says_so() {
    for (phrase, published, is_in_doubt) in [
        ("on 14 January", "2031-01-06", true),
        ("on 3 January", "2031-01-06", false),
        ("on 14 August", "2031-01-06", false),
    ] {
        let text = format!("President Ann Berg of Tarsk visited Norway {phrase}.");
        let proposals = proposals(&["-", "--lang", "en", "--published", published], Some(&text));
        let visit = proposals.iter().find(|proposal| proposal["kind"] == "Visit").unwrap();
        let doubts = visit["doubts"].to_string();
        assert_eq!(doubts.contains("may also be 14 January 2031"), is_in_doubt, "{phrase}: {visit:#}");
    }
}

/// `on Tuesday for the first talks` names a Tuesday: what is counted behind it is no day of a month.
#[test]
fn what_is_counted_behind_a_weekday_is_no_day_of_a_month() {
    for (phrase, edtf, said) in [
        ("on Tuesday for the first talks since spring", "2025-11-18", "on Tuesday"),
        ("on Monday for the third time", "2025-11-17", "on Monday"),
        ("on Monday with 12 ministers", "2025-11-17", "on Monday"),
        ("on Monday, 17 November", "2025-11-17", "on Monday, 17 November"),
        ("on Tuesday 4 November", "2025-11-04", "on Tuesday 4 November"),
        ("in the first week of November", "[2025-11-01..2025-11-07]", "in the first week of November"),
    ] {
        let text = format!("President Ann Berg of Tarsk arrived in Norway {phrase}.");
        let proposals = proposals(&["-", "--lang", "en", "--published", "2025-11-18"], Some(&text));
        let visit = proposals.iter().find(|proposal| proposal["kind"] == "Visit").unwrap();
        let when = &visit["record"]["when"];
        assert_eq!((when["edtf"].as_str(), when["said"].as_str()), (Some(edtf), Some(said)), "{phrase}: {visit:#}");
    }
}

/// `Velmar's foreign minister, Ilona Drask`: the office, its country and that of its holder, as most articles begin.
#[test]
fn an_office_is_that_of_the_country_that_has_it() {
    for (text, title) in [
        ("Norway's foreign minister, Ilona Drask, arrived in Sweden on 3 May.", "Foreign minister"),
        (
            "In Sund, Norway's deputy foreign minister, Ilona Drask, said that the strait was safe.",
            "Deputy foreign minister",
        ),
    ] {
        let proposals = proposals(&["-", "--lang", "en", "--published", "2025-11-18"], Some(text));
        let record =
            |kind: &str| proposals.iter().find(|proposal| proposal["kind"] == kind).map(|found| &found["record"]);
        let role = record("Role").unwrap_or_else(|| panic!("{text}: {proposals:#?}"));
        assert_eq!((role["person"].as_str(), role["title"].as_str()), (Some("ilona-drask"), Some(title)), "{text}");
        let norway =
            proposals.iter().any(|found| found["record"]["id"] == role["org"] && found["record"]["name"] == "Norway");
        assert!(norway, "{text}: {role:#}");
    }
}
