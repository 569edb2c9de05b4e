//! Who came, who received, and when: each a sentence that was read wrong or not at all.

use dateline::extract::{Asked, Proposal, extract};
use dateline::model::{Node, parse_edtf};
use serde_json::Value;

const BEFORE: &str =
    "Talks go on\n\nVelmara’s foreign minister, Katarina Dolezh, arrived in Oslo on Tuesday for talks.";

/// The proposals of a text behind the first sentences.
fn read(text: &str) -> Vec<Value> {
    let published = parse_edtf("2025-03-14").unwrap().bounds;
    let asked = Asked { published: Some(published), lang: Some("en"), ..Asked::default() };
    let nodes = extract(&format!("{BEFORE} {text}"), &asked).proposals.iter().map(Proposal::to_node).collect();
    serde_json::from_str(&dateline::export::json_of_node(&Node::List(nodes))).unwrap()
}

fn of_kind(proposals: &[Value], kind: &str) -> Vec<Value> {
    proposals.iter().filter(|proposal| proposal["kind"] == kind).map(|proposal| proposal["record"].clone()).collect()
}

fn visit_of(proposals: &[Value], who: &str, to: &str) -> Value {
    let is_it = |visit: &Value| visit["visitors"][0] == who && visit["to"] == to;
    of_kind(proposals, "Visit").into_iter().find(is_it).unwrap_or_else(|| panic!("no visit of {who}: {proposals:#?}"))
}

#[test]
fn somebody_named_like_a_town_is_somebody() {
    for (text, who, to) in [
        ("Velmara’s president, Milan Vrabec, travelled to Moscow earlier this month.", "milan-vrabec", "RU"),
        ("The foreign minister of Israel, Israel Katz, flew to Rome on Monday.", "israel-katz", "IT"),
        ("President Sofia Rossi of Tarsk flew to Sofia on Monday.", "sofia-rossi", "BG"),
    ] {
        visit_of(&read(text), who, to);
    }
    let found = read("In Milan Vrabec said that the talks went on.");
    assert_eq!(of_kind(&found, "Statement")[0]["speaker"], "vrabec");
}

#[test]
fn a_counterpart_with_a_name_is_met_under_it() {
    let found = read(
        "Dolezh met her Norwegian counterpart, Henrik Aasland. Aasland is expected to visit Tessin in late April.",
    );
    assert_eq!(visit_of(&found, "katarina-dolezh", "NO")["met"][0], "henrik-aasland");
    let back = visit_of(&found, "henrik-aasland", "velmara");
    assert_eq!((&back["status"], &back["met"]), (&Value::from("Planned"), &Value::Null), "nobody was met there yet");
}

#[test]
fn the_town_of_a_dateline_is_a_town() {
    let found = read(
        "\n\nTESSIN (Isk Wire) — Dolezh is expected to return to Tessin on Monday. Jens Aas of Norway will visit Tessin in May.",
    );
    assert_eq!(visit_of(&found, "jens-aas", "velmara")["place"], "Tessin");
}

#[test]
fn who_receives_stands_behind_the_journey_too() {
    let found = read("Two days later Dolezh flew to Reykjavik, where she was received by Prime Minister Sigrun Hall.");
    assert_eq!(visit_of(&found, "katarina-dolezh", "IS")["hosts"][0], "sigrun-hall");
}

#[test]
fn a_caption_that_greets_on_another_day_is_a_conflict() {
    let found = read(
        "\n\nPhoto: Foreign Minister Katarina Dolezh is greeted by Henrik Aasland at Oslo airport on Monday, March 10.",
    );
    let conflict = &of_kind(&found, "Conflict")[0];
    assert_eq!(
        (&conflict["sides"][0]["value"], &conflict["sides"][1]["value"]),
        (&"2025-03-10".into(), &"2025-03-11".into())
    );
}

#[test]
fn people_without_names_speak_and_keep_silent() {
    for (text, who) in [
        ("Analysts at the Harbour Institute say Dolezh is unlikely to sign.", "analysts-at-the-harbour-institute"),
        ("Analysts say Dolezh is unlikely to sign.", "analysts"),
    ] {
        let found = read(text);
        assert_eq!(of_kind(&found, "Statement")[0]["speaker"], who);
        let group = of_kind(&found, "Actor").into_iter().find(|actor| actor["id"] == who).unwrap();
        assert_eq!((&group["kind"], &group["anonymous"]), (&"Group".into(), &true.into()));
    }
    let silence = &of_kind(&read("The ministry in Tessin declined to explain the difference."), "Statement")[0];
    assert_eq!(silence["no_response"]["inquiry"], "the difference");
    let written = &of_kind(&read("Petra Koval wrote on her website: “He has succeeded.”"), "Statement")[0];
    assert_eq!(written["medium"], Value::Null, "nobody says where it was written");
}

#[test]
fn what_is_denied_and_what_points_back_is_told_whole() {
    let denied = &of_kind(&read("Jens Aas denied having taken any gift from the builder."), "Statement")[0];
    assert_eq!(
        (&denied["cue"], &denied["content"][0]["Para"]),
        (&"denied".into(), &"having taken any gift from the builder".into())
    );
    let rejected = &of_kind(
        &read("The Ports Authority rejected that, saying in a statement that the day had been “agreed”."),
        "Statement",
    )[0];
    assert_eq!((&rejected["cue"], &rejected["content"][0]["Para"]), (&"saying".into(), &"the day had been".into()));
}

#[test]
fn officials_of_a_continent_and_an_office_are_no_persons() {
    for (text, id, kind) in [
        (
            "Two European officials, who spoke without their names, said that the talks went on.",
            "two-european-officials",
            "Group",
        ),
        ("The prime minister’s office in Tessin said the talks went on.", "prime-ministers-office", "PublicBody"),
    ] {
        let found = read(text);
        assert_eq!(of_kind(&found, "Statement")[0]["speaker"], id);
        let actor = of_kind(&found, "Actor").into_iter().find(|actor| actor["id"] == id).unwrap();
        assert_eq!(actor["kind"], kind, "{actor}");
    }
}

#[test]
fn a_town_in_the_name_of_a_body_is_a_town_and_what_it_is_counted_from_is_doubted_where_two_are_told() {
    let text = "Transport Minister Jens Aas of Norway visited Kiel in March.\n\nNobody spoke of it.\n\nA week earlier, Deputy \
        Foreign Minister Tom Rud of Norway had travelled to Sund, where he saw the silos.\n\n“We wait,” said Mia Berg of the \
        Sund Dockers' Union.";
    let found = read(text);
    let visit = found.iter().find(|proposal| proposal["record"]["visitors"][0] == "tom-rud").unwrap();
    assert_eq!(visit["record"]["place"], "Sund");
    assert!(visit["doubts"].to_string().contains("counted from the visit of Jens Aas; others are told"), "{visit:#}");
}

#[test]
fn where_a_visit_led_is_asked_also_where_its_date_is_counted() {
    let text = "Ilse Oren, the trade minister of Peru, flew to Rome on Monday, and to Bonn on Tuesday.\n\nA week earlier Oren had \
        travelled to Halm, where she saw the silos of Kenya and Chile.";
    let found = read(text);
    let visit = found.iter().find(|proposal| proposal["record"]["place"] == "Halm").unwrap();
    assert_eq!((&visit["record"]["to"], &visit["needs"][0]), (&Value::Null, &"to".into()), "{visit:#}");
}
