//! What both sides wrote into the text survives a merge: comments, layout, spelling, the text of new records.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline::edit::{MergedText, merge_texts};
use dateline::store::{self, SavedBase};

fn copy(text: &str) -> SavedBase {
    let loaded = store::load(text.to_owned()).map_err(|(error, text)| format!("{error}\n{text}")).unwrap();
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    SavedBase::new(&loaded.text, &loaded.briefing)
}

fn merge(base: &str, ours: &str, theirs: &str) -> MergedText {
    merge_texts(&copy(base), &copy(ours), &copy(theirs)).unwrap()
}

/// The text of a merge that leaves nothing open.
#[track_caller]
fn merged(base: &str, ours: &str, theirs: &str) -> String {
    let merged = merge(base, ours, theirs);
    assert_eq!(merged.open, [], "{}", merged.text.text());
    merged.text.text().to_owned()
}

const BASE: &str = "// The log of the desk
(
    title: \"Log\", marking: Clear,
    actors: [
        (id: \"ana\", kind: Person, name: \"Ana\"), // first
        (id: \"ben\", kind: Person, name: \"Ben\"),
        (id: \"cid\", kind: Person, name: \"Cid\"),
    ],
    visits: [
        (
            id: \"v-1\",
            visitors: [\"ana\", \"ben\"],
            to: \"RS\",
            when: \"2024-05\",
        ),
    ],
)
";

/// A text with pieces of it replaced.
#[track_caller]
fn with(text: &str, changes: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (old, new) in changes {
        assert_eq!(text.matches(old).count(), 1, "{old} in {text}");
        text = text.replacen(old, new, 1);
    }
    text
}

const OURS: (&str, &str) = ("name: \"Cid\"", "name: \"Cidro\"");

#[test]
fn what_only_theirs_changed_comes_to_the_byte() {
    // Above, behind, within and between records and fields, at the head and at the end, within lists, layout, attributes.
    for change in [
        ("        (id: \"ben\"", "        // Not the Ben of the affair\n        (id: \"ben\""),
        ("name: \"Ben\"),", "name: \"Ben\"), // as he spells it"),
        ("name: \"Ben\"),", "name: \"Ben\" /* so */),"),
        ("kind: Person, name: \"Ben\"", "kind: /* sic */ Person, name: \"Ben\""),
        ("// The log of the desk\n", "// The log of the desk\n// in two parts\n"),
        ("// The log of the desk\n", "#![enable(implicit_some)]\n// The log of the desk\n"),
        ("    ],\n)\n", "    ],\n    // the end\n)\n"),
        ("    ],\n)\n", "    ],\n)\n// after all\n"),
        ("    actors: [", "    actors: [ // people"),
        ("    actors: [", "    // people\n\n    actors: ["),
        ("    ],\n    visits", "        // no more people\n    ],\n    visits"),
        ("            to: \"RS\",", "            // by train\n            to: \"RS\", // Serbia"),
        ("[\"ana\", \"ben\"]", "[\"ana\", /* and */ \"ben\"]"),
        ("[\"ana\", \"ben\"]", "[\n                \"ana\", // leads\n                \"ben\",\n            ]"),
        ("            when: \"2024-05\",\n", "            when: \"2024-05\",\n            // to be checked\n"),
        ("        (\n            id: \"v-1\",", "\n        ( // the first\n            id: \"v-1\","),
        ("title: \"Log\", marking: Clear,", "title: \"Log\",\n    marking: Clear, // for all"),
        ("title: \"Log\"", "title: r#\"Log\"#"),
        ("// first", "// the first of them"),
        (" // first", ""),
        ("        (id: \"ben\", kind: Person, name: \"Ben\"),", "        (kind: Person, name: \"Ben\", id: \"ben\"),"),
        ("when: \"2024-05\"", "when: \"2024-05\", note: \"\" /* to come */"),
        (
            "name: \"Cid\"),\n",
            "name: \"Cid\"),\n        // Dora: her own account\n        (id: \"dora\", kind: Person, name: \"Dora\"), // sic\n",
        ),
        (
            "    actors: [\n",
            "    actors: [\n        // Dora first\n        ( id: \"dora\", name: \"Dora\", kind: Person, ), /* spaced */\n",
        ),
        ("name: \"Ben\"", "name: \"Benno\" /* he changed it */"),
        (
            "    visits: [",
            "    roles: [ // posts\n        (person: \"ana\", id: \"r\", org: \"ana\", title: \"T\"), // one\n    ],\n    visits: [",
        ),
    ] {
        let theirs = with(BASE, &[change]);
        let both = with(&theirs, &[OURS]);
        assert_eq!(merged(BASE, &with(BASE, &[OURS]), &theirs), both, "ours changed a name");
        assert_eq!(merged(BASE, &theirs, &with(BASE, &[OURS])), both, "theirs changed a name");
        assert_eq!(merged(BASE, &theirs, &theirs), theirs);
        assert_eq!(merged(BASE, BASE, &theirs), theirs);
    }
}

#[test]
fn comments_of_both_at_one_place_are_both_kept() {
    let at = |words: &str| {
        [
            with(BASE, &[("        (id: \"ben\"", &format!("        // {words}\n        (id: \"ben\""))]),
            with(BASE, &[("name: \"Ben\"),", &format!("name: \"Ben\"), // {words}"))]),
            with(BASE, &[("// The log", &format!("// {words}\n// The log"))]),
            with(BASE, &[("    ],\n)\n", &format!("    ],\n    // {words}\n)\n"))]),
            with(BASE, &[("to: \"RS\",", &format!("to: \"RS\", // {words}"))]),
            with(BASE, &[("\"ana\", \"ben\"]", &format!("\"ana\", /* {words} */ \"ben\"]"))]),
            with(BASE, &[("// first", &format!("// {words}"))]),
            with(
                BASE,
                &[(
                    "name: \"Cid\"),\n",
                    &format!("name: \"Cid\"),\n        (id: \"dora\", kind: Person, name: \"Dora\"), // {words}\n"),
                )],
            ),
        ]
    };
    for (ours, theirs) in at("one").iter().zip(at("two")) {
        let text = merged(BASE, ours, &theirs);
        let places = [text.find("one").unwrap(), text.find("two").unwrap()];
        assert!(places[0] < places[1], "{text}");
        assert_eq!(text.replace("one", "").len() + 3, text.len(), "{text}");
    }
}

#[test]
fn a_record_that_one_deleted_and_the_other_commented_on_is_asked_about() {
    let gone = with(BASE, &[("        (id: \"cid\", kind: Person, name: \"Cid\"),\n", "")]);
    let said = with(BASE, &[("        (id: \"cid\"", "        // See the memo\n        (id: \"cid\"")]);
    let kept = merge(BASE, &said, &gone);
    assert!(kept.text.text().contains("// See the memo\n        (id: \"cid\""), "{}", kept.text.text());
    assert_eq!(kept.open.len(), 1);
    assert_eq!((kept.open[0].record.as_str(), kept.open[0].theirs.as_str()), ("cid", "deleted"));
    let told = merge(BASE, &gone, &said);
    assert_eq!(told.open.len(), 1);
    assert!(told.open[0].theirs.contains("// See the memo"), "{:?}", told.open);
    assert!(told.text.text().contains("See the memo"), "it is in the file");
    assert_eq!(told.text.briefing().actors.len(), 2, "ours stays");
}

#[test]
fn a_comment_on_a_field_that_went_is_left_open() {
    let base = with(BASE, &[("name: \"Ben\"", "name: \"Ben\", country: \"RS\"")]);
    let gone = with(BASE, &[]);
    let said = with(&base, &[("country: \"RS\"", "country: \"RS\" /* by birth */")]);
    for (ours, theirs) in [(&gone, &said), (&said, &gone)] {
        let told = merge(&base, ours, theirs);
        assert_eq!(told.open.len(), 1, "{}", told.text.text());
        assert_eq!((told.open[0].record.as_str(), told.open[0].field.as_str()), ("ben", "comment"));
        assert!(told.text.text().contains("by birth"));
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_come_from_who_changed_them() {
    let wide = |text: &str| text.replace('\n', "\r\n");
    let said = with(BASE, &[("name: \"Ben\"),", "name: \"Ben\"), // as he spells it")]);
    let (ours, both) = (with(BASE, &[OURS]), with(&said, &[OURS]));
    assert_eq!(merged(BASE, &ours, &wide(&said)), wide(&both), "theirs changed them");
    assert_eq!(merged(BASE, &wide(&ours), &said), wide(&both), "ours changed them");
    assert_eq!(merged(&wide(BASE), &wide(&ours), &wide(&said)), wide(&both), "nobody did");
    let marked = |text: &str| format!("\u{feff}{text}");
    assert_eq!(merged(BASE, &ours, &marked(&said)), marked(&both));
    assert_eq!(merged(&marked(BASE), &ours, &marked(&said)), both, "ours took it away");
    let lone = with(BASE, &[("// first", "// pasted\rtwice")]);
    assert_eq!(merged(BASE, &ours, &lone), with(&lone, &[OURS]), "a return alone is a part of the comment");
}
