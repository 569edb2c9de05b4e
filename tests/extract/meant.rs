//! Who is meant, what an office belongs to, and what is no quote: each a defect that an article of its kind showed.

use dateline::extract::{Asked, Proposal, extract};
use dateline::model::{Node, parse_edtf};
use serde_json::Value;

fn read(lang: &str, text: &str) -> Vec<Value> {
    let published = parse_edtf("2031-05-14").unwrap().bounds;
    let asked = Asked { published: Some(published), lang: Some(lang), ..Asked::default() };
    let nodes = extract(text, &asked).proposals.iter().map(Proposal::to_node).collect();
    serde_json::from_str(&dateline::export::json_of_node(&Node::List(nodes))).unwrap()
}

/// The statements of a text: `speaker: words`.
fn said(lang: &str, text: &str) -> Vec<String> {
    let proposals = read(lang, text);
    let statements = proposals.iter().filter(|proposal| proposal["kind"] == "Statement");
    let words = |record: &Value| {
        let runs = record["content"].as_array().cloned().unwrap_or_default();
        let texts = runs.iter().filter_map(|run| run["Said"].as_str().or(run["Para"].as_str()).map(str::to_owned));
        texts.collect::<Vec<_>>().join(" ")
    };
    let line = |record: &Value| format!("{}: {}", record["speaker"].as_str().unwrap_or("?"), words(record));
    statements.map(|statement| line(&statement["record"])).collect()
}

/// The roles of a text: `title, org`.
fn roles(text: &str) -> Vec<String> {
    let proposals = read("en", text);
    let roles = proposals.iter().filter(|proposal| proposal["kind"] == "Role").map(|role| &role["record"]);
    roles.map(|role| format!("{}, {}", role["title"].as_str().unwrap(), role["org"].as_str().unwrap_or("?"))).collect()
}

#[test]
fn a_title_or_a_pronoun_of_a_woman_is_no_man_of_her_name() {
    let berg = "Ruben Berg, the foreign minister of Tarsk, met Ilse Oren in Dovrin.\n\n";
    let text = format!("{berg}“We have nothing to add to that,” Ms. Berg replied. She said the road was open.");
    let found = read("en", &text);
    let statement = found.iter().find(|proposal| proposal["kind"] == "Statement").unwrap();
    assert_eq!(statement["record"]["speaker"], "berg", "{statement:#}");
    assert!(statement["doubts"].to_string().contains("somebody else than Ruben Berg"), "{statement:#}");
    let text = format!("{berg}Otto Lann spoke too. He said the road was open. She said the ferry was late.");
    assert_eq!(said("en", &text), ["otto-lann: the road was open", "ilse-oren: the ferry was late"]);
    let text =
        "Dora Vance saw the Times of the South on Monday.\n\nVance’s office denies it. “She was in Gozo,” it said.";
    assert_eq!(said("en", text).last().unwrap(), "vances-office: She was in Gozo");
}

#[test]
fn what_is_counted_is_somebody() {
    let text = "The talks went on for three hours, according to both governments.";
    assert_eq!(said("en", text), ["both-governments: The talks went on for three hours"]);
    let text = "Ann Voss of the Fishing League said the boats were old.";
    assert_eq!(said("en", text), ["ann-voss: the boats were old"]);
}

#[test]
fn an_office_is_held_where_its_words_say() {
    for (office, found) in [
        ("Karl Voss, the director of the parliament’s library, spoke.", "Director, parliaments-library"),
        ("Karl Voss, head of the Foreign Ministry’s press office, spoke.", "Head, foreign-ministrys-press-office"),
        ("Karl Voss, the spokesman of the party’s youth wing, spoke.", "Spokesman, partys-youth-wing"),
        ("The Norwegian foreign minister, Karl Voss, spoke.", "Foreign minister, norway"),
        ("Norway’s foreign minister, Karl Voss, spoke.", "Foreign minister, norway"),
        ("The British ambassador to Norway, Karl Voss, spoke.", "Ambassador to Norway, united-kingdom"),
        ("The President of the Republic of Armenia, Karl Voss, spoke.", "President, armenia"),
    ] {
        assert_eq!(roles(office), [found], "{office}");
    }
}

/// Since when an office is held, or was, is told of the office, and not of when its holder spoke.
#[test]
fn an_office_has_its_time() {
    for (lang, text, title, valid) in [
        (
            "en",
            "Lela Kapan has been Georgia’s foreign minister since 2021. She said it.",
            "Foreign minister",
            "2021/..",
        ),
        ("en", "Lela Kapan, who had been foreign minister until March, said so.", "Foreign minister", "../2031-03"),
        ("en", "Lela Kapan, foreign minister of Georgia since 2021, said so.", "Foreign minister", "2021/.."),
        ("en", "Lela Kapan was foreign minister of Georgia from 2019 to 2021.", "Foreign minister", "2019/2021"),
        ("en", "Lela Kapan became foreign minister of Georgia in 2021.", "Foreign minister", "2021/"),
        ("de", "Anna Berg ist seit 2021 Außenministerin von Norwegen.", "Außenministerin", "2021/.."),
        ("de", "Anna Berg, Außenministerin von Norwegen bis 2021, sagte es.", "Außenministerin", "../2021"),
    ] {
        let found = read(lang, text);
        let role = found.iter().find(|proposal| proposal["kind"] == "Role").unwrap_or_else(|| panic!("{text}"));
        assert_eq!(role["record"]["title"], title, "{text}");
        assert_eq!(role["record"]["valid"]["edtf"], valid, "{text}");
        for statement in found.iter().filter(|proposal| proposal["kind"] == "Statement") {
            assert_eq!(statement["record"]["said_on"]["edtf"], "[..2031-05-14]", "{text}");
        }
    }
}

/// Two people are no body that is named beside them; who spoke is asked, and both are named.
#[test]
fn they_are_the_people_before_them() {
    for text in [
        "Karl Voss and Ann Berg met officials of the Trade Council in Dovrin. They said the road was open.",
        "Karl Voss met Ann Berg in Dovrin. They said the road was open.",
    ] {
        let found = read("en", text);
        let statement = found.iter().find(|proposal| proposal["kind"] == "Statement").unwrap();
        assert_eq!(statement["needs"][0], "speaker", "{text}");
        assert!(statement["doubts"].to_string().contains("may be Karl Voss and Ann Berg together"), "{statement:#}");
        let people = found.iter().filter(|proposal| proposal["record"]["kind"] == "Person").count();
        assert_eq!(people, 2, "{text}");
    }
    let text = "The Trade Council met Karl Voss and Ann Berg. They said the road was open.";
    assert_eq!(said("en", text), ["trade-council: the road was open"]);
}

#[test]
fn what_is_no_quote_is_nobodys_words() {
    let german = "„Wer Partner ernst nimmt, der fährt hin“, sagte der Politiker Jens Albers der „Rhein-Post“.";
    assert_eq!(said("de", german), ["jens-albers: Wer Partner ernst nimmt, der fährt hin"], "an outlet is no quote");
    assert_eq!(said("de", "Jens Albers sagt seine lange Reise nach Tunis ab.").len(), 0, "it is another verb");
    let heard = "Zur Begründung hieß es, die Lage in der Region sei „zu unübersichtlich“.";
    assert_eq!(said("de", heard), ["?: die Lage in der Region sei zu unübersichtlich"], "a region says nothing");
    for text in [
        "General Hamid Osman met him there. Whether he said it, nobody can prove.",
        "Otto Lann claimed this on Monday. The Sund Review repeated it two days later, citing Lann.",
    ] {
        assert_eq!(said("en", text).iter().filter(|said| said.contains(": it")).count(), 0, "{text}");
    }
    let told = "Reporters were told that Prime Minister Juraj Hronec would return “when there is something to sign”.";
    assert!(!said("en", told).iter().any(|said| said.starts_with("reporters")), "{:?}", said("en", told));
}

/// German judges in few words: in marks and with a small letter they are no title and no name.
#[test]
fn few_words_that_judge_are_somebodys_in_german() {
    let judged = "Karim Jaziri war in Bonn. Für den Botschafter war die Reise „reine Zeitverschwendung“.";
    assert!(
        said("de", judged).iter().any(|said| said.ends_with(": reine Zeitverschwendung")),
        "{:?}",
        said("de", judged)
    );
    for (text, right) in [
        ("Die Demonstranten riefen „Freiheit“.", "demonstranten: Freiheit"),
        ("Die Regierung lehnte den Plan ab: „Unsinn“.", "regierung: Unsinn"),
        ("Karim Jaziri drohte mit „Konsequenzen“.", "karim-jaziri: Konsequenzen"),
        ("Karim Jaziri sah sich in Bonn um. Man sei von einer „Lösung weit entfernt“.", "?: Lösung weit entfernt"),
        ("Karim Jaziri kam. Das sei ein „grober und [...] böser“ Fehler.", "?: grober und [...] böser"),
        ("Im Mai hatte Karim Jaziri in einer Rede erklärt: „Wir bleiben.“", "karim-jaziri: Wir bleiben"),
    ] {
        assert!(said("de", text).iter().any(|said| said == right), "{text}: {:?}", said("de", text));
    }
    for text in ["Das Schiff „Polar 4“ liegt in Bonn.", "Karim Jaziri las „tagesschau.de“ am Montag."] {
        assert_eq!(said("de", text).len(), 0, "{text}");
    }
}

#[test]
fn an_office_that_is_over_says_so() {
    assert_eq!(roles("Ann Voss, a former judge, spoke."), ["Former judge, ?"]);
    let text = "Ann Voss and Ilse Oren met in Dovrin.\n\nOtto Lann came. “We go on,” she said.";
    let found = read("en", text);
    let said = found.iter().find(|proposal| proposal["kind"] == "Statement").unwrap();
    assert!(said["doubts"].to_string().contains("is taken to be"), "{said:#}");
    assert_eq!(said["record"]["our_reading"][0], "speaker", "who is meant stays a reading once it is accepted");
}
