//! The scanner against `ron`: it takes apart whatever `ron` accepts, and its ranges are the right ones.

use dateline::ron_text::{MAX_NESTING, PathFinder, path_at, scan};
use proptest::prelude::*;
use ron::extensions::Extensions;
use ron::{Options, Value};

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// White space and comments, as people and machines write them.
fn blank() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        3 => Just(" ".to_owned()),
        2 => Just("\n    ".to_owned()),
        1 => Just("\r\n\t".to_owned()),
        1 => Just(" // a comment, with ( and \" in it\n".to_owned()),
        1 => Just("/* nested /* comment ) */ \" */".to_owned()),
        1 => Just("\u{2028}\u{85}".to_owned()),
    ]
}

fn string() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ,:()\\[\\]{}/*'#]{0,12}".prop_map(|text| format!("\"{text}\"")),
        Just(r#""with \" and \\ and \u{1F600} and \x41""#.to_owned()),
        Just("r#\"raw \" with quote\"#".to_owned()),
        Just("r##\"raw \"# with more\"##".to_owned()),
        Just("r\"raw \\\"".to_owned()),
        Just("\"Вучић 习近平\nsecond line\"".to_owned()),
        Just("\"continued \\\n     line\"".to_owned()),
    ]
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => string(),
        1 => prop_oneof![Just("'a'"), Just("'\\''"), Just("'\"'"), Just("'\\n'"), Just("'\\u{41}'"), Just("'\\\\'")]
            .prop_map(str::to_owned),
        1 => prop_oneof![Just("b\"bytes \\\" (\""), Just("br#\"raw \" bytes\"#"), Just("b'x'")].prop_map(str::to_owned),
        2 => any::<i32>().prop_map(|number| number.to_string()),
        1 => prop_oneof![Just("1_000"), Just("0xFF"), Just("-1.5e-3"), Just(".5"), Just("inf"), Just("-inf"), Just("NaN"), Just("12u8")]
            .prop_map(str::to_owned),
        1 => prop_oneof![Just("true"), Just("()"), Just("Word"), Just("None")].prop_map(str::to_owned),
    ]
}

fn value() -> BoxedStrategy<String> {
    leaf()
        .prop_recursive(4, 40, 5, |inner| {
            let item =
                (blank(), inner, blank()).prop_map(|(before, value, after)| format!("{before}{value}{after}")).boxed();
            prop_oneof![
                (prop::collection::vec(item.clone(), 0..4), any::<bool>(), blank()).prop_map(|(items, comma, end)| {
                    let trailing = if comma && !items.is_empty() { "," } else { "" };
                    format!("[{}{trailing}{end}]", items.join(","))
                }),
                prop::collection::vec(item.clone(), 2..4).prop_map(|items| format!("({})", items.join(","))),
                prop::collection::vec((string(), item.clone()), 0..3).prop_map(|pairs| {
                    let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}:{value}")).collect();
                    format!("{{{}}}", pairs.join(","))
                }),
                record(item.boxed()),
            ]
        })
        .boxed()
}

/// A struct of named fields, with or without a name of its own.
fn record(item: BoxedStrategy<String>) -> BoxedStrategy<String> {
    let name = prop_oneof![Just(""), Just("Name"), Just("Name ")];
    (name, prop::collection::vec((blank(), item), 0..4), any::<bool>())
        .prop_map(|(name, fields, comma)| {
            let fields: Vec<_> =
                fields.iter().enumerate().map(|(at, (blank, value))| format!("{blank}f{at}{blank}:{value}")).collect();
            let trailing = if comma && !fields.is_empty() { "," } else { "" };
            format!("{name}({}{trailing})", fields.join(","))
        })
        .boxed()
}

fn briefing() -> impl Strategy<Value = String> {
    let attribute = prop_oneof![
        3 => Just(""),
        1 => Just("#![enable(implicit_some)]\n"),
        1 => Just("#![enable(implicit_some, unwrap_newtypes)] // x\n#![enable(explicit_struct_names)]\n"),
        1 => Just("// a comment first\n"),
    ];
    (attribute, record(value()), blank()).prop_map(|(attribute, body, end)| format!("{attribute}{body}{end}"))
}

/// The value of a text, where it has one that `ron` can hold in its tree.
fn tree(text: &str) -> Option<Value> {
    options().from_str(text).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn what_ron_accepts_is_scanned_and_its_parts_are_the_parts_of_the_whole(text in briefing()) {
        let Some(Value::Map(whole)) = tree(&text) else { return Ok(()) };
        let document = scan(&text).map_err(|error| TestCaseError::fail(format!("{error} in {text}")))?;
        prop_assert_eq!(document.fields.len(), whole.len());
        for (field, (name, value)) in document.fields.iter().zip(whole.iter()) {
            prop_assert_eq!(&Value::String(text[field.name.range()].to_owned()), name);
            prop_assert_eq!(tree(&text[field.value.range()]), Some(value.clone()));
        }
        // A tuple is a sequence to `ron`, and no list of records.
        let is_list = |field: &dateline::ron_text::FieldSpan| text[field.value.range()].starts_with('[');
        let lists = document.fields.iter().zip(whole.iter()).filter(|(field, _)| is_list(field));
        let items = lists.filter_map(|(_, (_, value))| match value { Value::Seq(items) => Some(items), _ => None });
        let items: Vec<&Value> = items.flatten().collect();
        prop_assert_eq!(document.records.len(), items.len());
        for (record, value) in document.records.iter().zip(items) {
            prop_assert_eq!(tree(&text[record.span.range()]), Some(value.clone()));
            if let Value::Map(fields) = value {
                let spans = document.fields_of(&text, record);
                // A map in braces is a value to `ron`, and no record.
                let is_map = text[record.span.range()].starts_with('{');
                prop_assert!(is_map || spans.len() == fields.len());
            }
        }
    }

    #[test]
    fn a_path_leads_back_to_the_value_it_came_from(text in briefing()) {
        let Ok(document) = scan(&text) else { return Ok(()) };
        let mut finder = PathFinder::new(&text);
        for field in &document.fields {
            let value = field.value.range();
            for offset in value.clone().step_by(3) {
                let path = path_at(&text, value.clone(), offset);
                prop_assert!(finder.find(value.clone(), &path).contains(&offset));
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        drop(scan(&text));
        let _ = path_at(&text, 0..text.len(), text.len() / 2);
    }

    #[test]
    fn no_damaged_briefing_makes_it_panic_or_stricter_than_ron(
        text in briefing(),
        at in any::<prop::sample::Index>(),
        put in prop_oneof![Just(""), Just("("), Just("]"), Just("\""), Just("'"), Just("/*"), Just("r#"), Just(","), Just(":")],
    ) {
        let mut at = at.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let damaged = format!("{}{put}{}", &text[..at], text[at..].chars().skip(1).collect::<String>());
        let scanned = scan(&damaged);
        let is_struct = matches!(tree(&damaged), Some(Value::Map(_))) && !damaged.trim_start().starts_with('{');
        prop_assert!(scanned.is_ok() || !is_struct, "{:?} in {}", scanned, damaged);
    }
}

#[test]
fn nesting_ends_where_that_of_ron_does() {
    let nested = |depth: usize| format!("(a: {}{})", "[".repeat(depth), "]".repeat(depth));
    for depth in [1, MAX_NESTING - 2, MAX_NESTING - 1] {
        let text = nested(depth);
        assert!(tree(&text).is_none() || scan(&text).is_ok(), "{depth} levels");
    }
    assert!(scan(&nested(MAX_NESTING - 1)).is_ok());
    assert!(scan(&nested(MAX_NESTING)).is_err());
    assert!(tree(&nested(MAX_NESTING)).is_none());
}
