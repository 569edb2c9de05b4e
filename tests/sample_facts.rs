//! The sample holds every fact of the article it was made from, as the JSON export gives it out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::process::Command;

use serde_json::Value;

fn sample() -> Value {
    let program = env!("CARGO_BIN_EXE_dateline");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/serbia-china-2024.ron");
    let output = Command::new(program).args(["export", path, "--to", "json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn list<'a>(briefing: &'a Value, name: &str) -> &'a Vec<Value> {
    briefing[name].as_array().unwrap_or_else(|| panic!("no list {name}"))
}

fn by_id<'a>(briefing: &'a Value, name: &str, id: &str) -> &'a Value {
    list(briefing, name).iter().find(|record| record["id"] == id).unwrap_or_else(|| panic!("no {id} in {name}"))
}

/// The ids in a field that holds one or several.
fn ids(value: &Value) -> Vec<&str> {
    match value {
        Value::String(id) => vec![id],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn edtf(when: &Value) -> &str {
    when.as_str().or_else(|| when["edtf"].as_str()).unwrap_or_default()
}

/// Whether any part of a value is or holds the text.
fn mentions(value: &Value, text: &str) -> bool {
    match value {
        Value::String(own) => own.contains(text),
        Value::Array(items) => items.iter().any(|item| mentions(item, text)),
        Value::Object(fields) => fields.values().any(|field| mentions(field, text)),
        _ => false,
    }
}

fn cites(record: &Value, para: u64) -> bool {
    let short = format!("rferl#{para}");
    list(record, "cites").iter().any(|cite| cite == &Value::String(short.clone()) || cite["para"] == para)
}

/// All runs said verbatim, with the speaker.
fn said(briefing: &Value) -> Vec<(String, String)> {
    let mut runs = Vec::new();
    for statement in list(briefing, "statements") {
        for run in statement["content"].as_array().into_iter().flatten() {
            if let Some(words) = run["Said"].as_str() {
                runs.push((statement["speaker"].as_str().unwrap_or_default().to_owned(), words.to_owned()));
            }
        }
    }
    runs
}

#[test]
fn people_bodies_and_places_are_there() {
    let briefing = sample();
    for name in [
        "Li Xiaoxin",
        "Lin Wu",
        "Xi Jinping",
        "Aleksandar Vučić",
        "Marina Raguš",
        "Vuk Vuksanović",
        "Maja Gojković",
        "Communist Party of China",
        "Central Committee",
        "State Commission for Public Sector Reform",
        "Serbian Progressive Party",
        "Belgrade",
        "RFE/RL",
        "Belt and Road",
        "Serbia",
        "China",
        "Russia",
        "Shandong",
        "Vojvodina",
    ] {
        let found = list(&briefing, "actors").iter().any(|actor| {
            mentions(&actor["name"], name) || mentions(&actor["aliases"], name) || mentions(&actor["names"], name)
        });
        assert!(found, "no actor {name}");
    }
    // The acronym that the article gives to one body and uses for another stands with both.
    let with_acronym = list(&briefing, "actors").iter().filter(|actor| mentions(&actor["aliases"], "CCPC"));
    assert_eq!(with_acronym.count(), 2);
    let roles = |person: &str| list(&briefing, "roles").iter().filter(|role| role["person"] == person).count();
    assert_eq!(roles("li-xiaoxin"), 2, "member of the Central Committee and director of the commission");
    assert_eq!(roles("marina-ragus"), 2, "member of the presidency and vice president of the parliament");
    for person in ["lin-wu", "xi-jinping", "aleksandar-vucic", "vuk-vuksanovic", "maja-gojkovic"] {
        assert!(roles(person) >= 1, "{person} has no role");
    }
}

#[test]
fn the_four_visits_have_their_dates_and_their_doubt() {
    let briefing = sample();
    assert_eq!(list(&briefing, "visits").len(), 4);
    let li = by_id(&briefing, "visits", "v-li");
    assert!(edtf(&li["when"]).starts_with("2024-10-14/.."), "arrived on 14 October, end not known");
    assert_eq!(li["when"]["basis"], "YearFromPublication", "the article gives no year");
    assert!(cites(li, 3) && ids(&li["met"]).contains(&"aleksandar-vucic"));
    assert!(ids(&li["visitors"]).len() >= 2, "Li came with a delegation");

    let lin = by_id(&briefing, "visits", "v-lin");
    assert_eq!(lin["when"]["basis"]["Relative"]["to"], "v-li");
    assert_eq!(lin["when"]["basis"]["Relative"]["offset"], "-P1M");

    let xi = by_id(&briefing, "visits", "v-xi");
    assert_eq!(edtf(&xi["when"]), "2024-05");
    assert!(xi["when"]["basis"].get("NearestPast").is_some());

    let vojvodina = by_id(&briefing, "visits", "v-vojvodina");
    assert_eq!(edtf(&vojvodina["when"]), "..2024-10-13/..");
    assert!(vojvodina.get("announced").is_some(), "announced on another day than it began");
    assert!(mentions(&vojvodina["to"], "shandong") && mentions(&vojvodina["lead"], "maja-gojkovic"));
}

#[test]
fn words_in_quotation_marks_are_there_to_the_letter() {
    let said = said(&sample());
    for (speaker, words) in [
        ("aleksandar-vucic", "excellent relations, ironclad friendship, and overall cooperation with China"),
        ("aleksandar-vucic", "dynamically developing"),
        ("aleksandar-vucic", "increasingly intense"),
        ("sns", "paved by presidents Aleksandar Vucic and Xi Jinping"),
        (
            "vuk-vuksanovic",
            "The frequency of these visits speaks to the intensity of that partnership and shows a reality that has \
             existed for at least six years, which is that China has replaced Russia as Serbia’s primary partner \
             outside the Western world",
        ),
    ] {
        let own: Vec<&str> = said.iter().filter(|(who, _)| who == speaker).map(|(_, run)| run.as_str()).collect();
        let whole = own.join(" ");
        assert!(own.contains(&words) || whole.contains(words), "{speaker} did not say “{words}” but {own:?}");
    }
}

#[test]
fn what_was_relayed_unanswered_claimed_and_concluded_is_there() {
    let briefing = sample();
    let statements = list(&briefing, "statements");
    let relayed =
        |statement: &&Value| statement["speaker"] == "aleksandar-vucic" && mentions(&statement["via"], "instagram");
    assert!(statements.iter().any(|statement| relayed(&statement)), "the relay through Instagram");
    let unanswered =
        |statement: &&Value| statement["speaker"] == "marina-ragus" && statement.get("no_response").is_some();
    assert!(statements.iter().any(|statement| unanswered(&statement)), "the question left unanswered");
    for speaker in ["sns", "government-of-vojvodina"] {
        assert!(statements.iter().any(|statement| statement["speaker"] == speaker), "{speaker} speaks as a body");
    }
    let outlet = list(&briefing, "actors").iter().find(|actor| actor["kind"] == "Media").unwrap();
    let own = statements.iter().filter(|statement| statement["speaker"] == outlet["id"]).count();
    assert!(own >= 2, "the reporter's own claims are statements of the outlet");
    assert!(mentions(&briefing["statements"], "third from"), "who stands where in the photo");

    let replaced = list(&briefing, "relations").iter().find(|relation| relation.get("replaces").is_some()).unwrap();
    assert_eq!(replaced["kind"], "PrimaryPartner");
    assert_eq!(replaced["valid"]["basis"]["AtLeast"]["span"], "P6Y");
    let asserted = by_id(&briefing, "statements", replaced["asserted_by"].as_str().unwrap());
    assert_eq!(asserted["speaker"], "vuk-vuksanovic");

    let judgement = &list(&briefing, "judgements")[0];
    assert!(judgement.get("likelihood").is_some() && judgement.get("confidence").is_some());
    assert!(!ids(&judgement["supports"]).is_empty());

    let conflict = list(&briefing, "conflicts").iter().find(|conflict| conflict["about"] == "v-li").unwrap();
    assert_eq!((&conflict["field"], &conflict["status"]), (&Value::from("when"), &Value::from("Open")));
    assert!(mentions(&conflict["sides"], "2024-10-13") && mentions(&conflict["sides"], "2024-10-14"));
    for gap in ["ends", "Who came with Li", "projects"] {
        assert!(mentions(&briefing["gaps"], gap), "the gap about {gap}");
    }
}

#[test]
fn every_fact_leads_to_a_paragraph() {
    let briefing = sample();
    for name in ["roles", "visits", "statements", "relations"] {
        for record in list(&briefing, name) {
            let cited = record["cites"].as_array().is_some_and(|cites| !cites.is_empty());
            assert!(cited, "{} in {name} is not cited", record["id"]);
        }
    }
    // Every paragraph of the article but the headline is cited somewhere.
    let all = briefing.to_string();
    for para in 1..=14 {
        let short = all.contains(&format!("\"rferl#{para}\""));
        let long = all.contains(&format!("\"source\":\"rferl\",\"para\":{para}"));
        assert!(short || long, "nothing cites paragraph {para}");
    }
}

fn note() -> String {
    let program = env!("CARGO_BIN_EXE_dateline");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/serbia-china-2024.ron");
    let output =
        Command::new(program).args(["export", path, "--to", "markdown", "--template", "full"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_the_article_leaves_open_is_not_stated_as_a_fact() {
    let briefing = sample();
    let ours = |list: &str, id: &str| ids(&by_id(&briefing, list, id)["our_reading"]).join(" ");
    // The day dates the announcement, not the visit; that the talks belong to the visit is read from the context.
    let vojvodina = by_id(&briefing, "visits", "v-vojvodina");
    assert!(!mentions(&vojvodina["when"]["said"], "13"), "no day is given for the visit itself");
    assert_eq!(vojvodina["announced"]["said"], "announced on October 13");
    assert_eq!(ours("visits", "v-vojvodina"), "when announced channels topics");
    // Nobody says where Lin went, who leads the delegation, or by what channel anybody came.
    assert_eq!(ours("visits", "v-lin"), "to channels level");
    assert_eq!(ours("visits", "v-li"), "lead channels level");
    assert_eq!(ours("visits", "v-xi"), "channels");
    assert!(!ids(&by_id(&briefing, "visits", "v-li")["met"]).contains(&"marina-ragus"), "the caption names no Li");
    // Words that stand beside the report of a visit were not said at it for certain.
    for statement in list(&briefing, "statements").iter().filter(|statement| statement.get("event").is_some()) {
        assert!(ids(&statement["our_reading"]).contains(&"event"), "{}", statement["id"]);
    }
    let asked = &by_id(&briefing, "statements", "s-ragus-silence")["no_response"]["inquiry"];
    assert!(asked.as_str().unwrap().starts_with("About "), "it was about the visits, not for their reason");
    assert!(mentions(by_id(&briefing, "statements", "s-vucic-economy"), "cooperation in investment"));
}

#[test]
fn the_note_says_what_is_ours_and_has_every_caveat() {
    let note = note();
    for line in [
        "| by 13 Oct 2024 (year inferred) – ongoing (our reading) | Maja Gojković",
        "| c. Sept 2024 (year inferred) | Lin Wu",
        "→ Serbia (our reading) | – | Party to party (our reading); provincial (our reading)",
        "Dated “is visiting”, as no later than the publication (Government of Vojvodina). Announced 13 Oct 2024 \
         (year inferred; our reading).",
        "(lead by our reading); Delegation of Li Xiaoxin | China → Belgrade, Serbia | Aleksandar Vučić, Leaders of the SNS, \
         Officials in Belgrade |",
        "visit of Li Xiaoxin to Belgrade (our reading): Serbia takes the greatest pride",
        "asked by Radio Free Europe/Radio Liberty: About how often delegations of the Chinese party come.",
        "Oct 2018 or earlier (year inferred) – ongoing (“for at least six years”)",
        "**Xi Jinping**, person, China (our reading).",
        "In the source: “Aleksandar Vucic”, “Vucic”. Other names, not from the words we hold: Александар Вучић.",
        "  - 13 Oct 2024 (year inferred) – ongoing, according to RFE/RL: “in Belgrade on October 13”",
    ] {
        assert!(note.contains(line), "{line} is not in {note}");
    }
    assert!(!note.contains("joint investment") && !note.contains("Why delegations"), "{note}");
    let plain = |words: &str| words.replace('`', "").split_whitespace().collect::<Vec<_>>().join(" ");
    let (briefing, text) = (sample(), plain(&note));
    let mut caveats = 0;
    for name in ["sources", "actors", "roles", "visits", "statements", "relations", "judgements", "conflicts"] {
        for record in list(&briefing, name) {
            let Some(caveat) = record["note"].as_str() else { continue };
            assert!(
                text.contains(plain(caveat).trim_end_matches('.')),
                "{caveat} of {} is not in the note",
                record["id"]
            );
            caveats += 1;
        }
    }
    assert!(caveats >= 30, "{caveats} caveats");
    // Names in scripts that the article does not use stand behind no footnote.
    for line in note.lines().filter(|line| line.starts_with("- **")) {
        let credited = line.rsplit_once("[^").map_or("", |(before, _)| before);
        let is_latin = |c: char| !c.is_alphabetic() || c < '\u{370}';
        assert!(credited.chars().all(is_latin), "a source is credited with {credited}");
    }
}
