//! What hard words for dates come to: from what they count, whether that is told, and whether they say more than one thing.

use dateline::extract::{Asked, Proposal, extract};
use dateline::model::{AnyRecord, When, parse_edtf};

const TEXTS: &str = include_str!("counting.tsv");

/// `V 2031-05-08`, `S ?`, `V 2030-06 (doubt)`.
fn dates_of(lang: &str, published: &str, text: &str) -> String {
    let published = parse_edtf(published).unwrap().bounds;
    let asked = Asked { published: Some(published), lang: Some(lang), ..Asked::default() };
    let told = |proposal: &Proposal, kind: &str, when: Option<&When>| {
        let is_doubted = when.is_some() && proposal.doubts.iter().any(|doubt| doubt.contains("may "));
        let edtf = when.map_or("?", |when| when.long().edtf.as_str());
        format!("{kind} {edtf}{}", if is_doubted { " (doubt)" } else { "" })
    };
    let all: Vec<String> = extract(text, &asked)
        .proposals
        .iter()
        .filter_map(|proposal| match &proposal.record {
            AnyRecord::Visit(visit) => Some(told(proposal, "V", visit.when.as_ref())),
            AnyRecord::Statement(statement) => Some(told(proposal, "S", statement.said_on.as_ref())),
            _ => None,
        })
        .collect();
    all.join(" ; ")
}

/// No date is counted with certainty from the wrong day: from the publication in place of what the words name, what was
/// told before, or when somebody said it.
#[test]
fn no_date_is_counted_from_the_wrong_day() {
    let lines: Vec<&str> = TEXTS.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= 120, "{}", lines.len());
    let mut wrong = Vec::new();
    for line in lines {
        let [lang, published, text, right] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let found = dates_of(lang, published, text);
        if found != right {
            wrong.push(format!("{text}: {found}, right is {right}"));
        }
    }
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}
