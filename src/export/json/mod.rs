//! The whole model as JSON: every record and field, named as in the file.
//!
//! The header's fields stand first, in the order of the format's description and left out where absent; then each list
//! of records, `[]` where it is empty; then `unreadable`, the records that could not be read. Fields that the model
//! does not know are given too.

mod raw;
mod value;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::progress::Progress;
use super::view::View;
use crate::model::{Briefing, Key, Node, NodeFields, RecordKind};
use crate::ron_text::is_invisible;

use value::{FieldsJson, NodeJson};

/// The name of the list of records that could not be read.
const UNREADABLE: &str = "unreadable";

/// The whole briefing as JSON text, indented, with a line break at its end.
#[must_use]
pub fn to_json(briefing: &Briefing) -> String {
    pretty(&BriefingJson { briefing, shows: &|_| true, view: "", progress: &Progress::default() })
}

/// What of a briefing is handed out. Where that is a part, `view` says which.
pub(super) fn part_to_json(view: &View) -> String {
    let shows = |key| view.part.shows(key);
    pretty(&BriefingJson {
        briefing: view.reader.briefing,
        shows: &shows,
        view: &view.part_words(),
        progress: view.progress,
    })
}

/// A value as indented JSON with a line break at its end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // Writing to memory fails only for maps with keys that are no text, and there are none.
    let mut text = escape_unseen(serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// A value as JSON text, indented, without a line break at its end.
#[must_use]
pub fn json_of_node(node: &Node) -> String {
    pretty(&NodeJson(node)).trim_end().to_owned()
}

/// A value as JSON in one line.
pub(super) fn one_line_json(value: &impl Serialize) -> String {
    escape_unseen(serde_json::to_string(value).unwrap_or_default())
}

/// Characters that act on a terminal or cannot be seen, spelt out (RFC 8259, section 7). Outside of strings JSON has none.
fn escape_unseen(json: String) -> String {
    let is_unseen = |c: char| c != '\n' && (c.is_control() || is_invisible(c));
    if !json.contains(is_unseen) {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unseen(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            text.push(c);
        }
    }
    text
}

struct BriefingJson<'a> {
    briefing: &'a Briefing,
    shows: &'a dyn Fn(Key) -> bool,
    view: &'a str,
    progress: &'a Progress,
}

/// The name of what says that this is a part of a briefing.
const VIEW: &str = "view";

impl Serialize for BriefingJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { briefing, shows, view, progress } = self;
        let mut map = serializer.serialize_map(None)?;
        if !view.is_empty() {
            map.serialize_entry(VIEW, view)?;
        }
        // An unknown field of the header that is named like one of the lists gives way to it.
        let is_list =
            |name: &str| (name == VIEW && !view.is_empty()) || name == UNREADABLE || Briefing::LISTS.contains(&name);
        for (name, node) in briefing.header.field_nodes().iter().filter(|(name, _)| !is_list(name)) {
            map.serialize_entry(name, &NodeJson(node))?;
        }
        for &kind in RecordKind::ALL {
            map.serialize_entry(kind.list_name(), &ListJson(briefing, kind, *shows, progress))?;
        }
        let records = briefing.unreadable.iter().map(|bad| (bad.kind.list_name(), &bad.raw, bad.message.as_str()));
        let lists = briefing.header.unknown.iter().filter(|field| Briefing::LISTS.contains(&field.name.as_str()));
        let lists = lists.map(|field| (field.name.as_str(), &field.raw, "this is no list of records"));
        let unreadable = records.chain(lists).map(|(list, text, message)| UnreadableJson { list, text, message });
        map.serialize_entry(UNREADABLE, &unreadable.collect::<Vec<_>>())?;
        map.end()
    }
}

struct ListJson<'a>(&'a Briefing, RecordKind, &'a dyn Fn(Key) -> bool, &'a Progress);

impl Serialize for ListJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(briefing, kind, shows, progress) = *self;
        let shown = progress.through(briefing.records(kind)).filter(|(key, _)| shows(*key));
        serializer.collect_seq(shown.map(|(_, record)| FieldsJson(record.field_nodes())))
    }
}

/// What could not be read: the list it stands in, its text, and why.
struct UnreadableJson<'a> {
    list: &'a str,
    text: &'a str,
    message: &'a str,
}

impl Serialize for UnreadableJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("list", self.list)?;
        map.serialize_entry("text", self.text)?;
        map.serialize_entry("message", self.message)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::to_json;
    use crate::model::{Briefing, Key, RecordKind, Unreadable};

    fn read(text: &str) -> Briefing {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(text).unwrap()
    }

    fn json_of(text: &str) -> Value {
        serde_json::from_str(&to_json(&read(text))).unwrap()
    }

    #[test]
    fn records_and_fields_are_named_as_in_the_file() {
        let json = json_of(
            r#"(title: "T", status: Draft, marking: Custom(label: "House", like: Amber), mood: (a: [1, 2.5], b: "c"),
                visits: [(id: "v", visitors: ["a"], to: "RS", channels: [PartyToParty], when: (edtf: "2024-10",
                    basis: Relative(to: "w", offset: "P1M")))],
                statements: [(id: "s", speaker: "a", content: [Said("x"), Para("y")], cites: ["n#3"])])"#,
        );
        assert_eq!(json["title"], "T");
        assert_eq!(json["status"], "Draft");
        assert_eq!(json["marking"], json!({"Custom": {"label": "House", "like": "Amber"}}));
        assert_eq!(json["mood"], json!({"a": [1, 2.5], "b": "c"}));
        assert_eq!(
            json["visits"],
            json!([{"id": "v", "visitors": ["a"], "to": "RS",
                "when": {"edtf": "2024-10", "basis": {"Relative": {"to": "w", "offset": "P1M"}}},
                "channels": ["PartyToParty"]}])
        );
        assert_eq!(json["statements"][0]["content"], json!([{"Said": "x"}, {"Para": "y"}]));
        assert_eq!(json["statements"][0]["cites"], json!(["n#3"]));
    }

    #[test]
    fn what_cannot_be_seen_is_spelt_out() {
        let json = to_json(&read("(title: \"a\\u{9b}31m\\u{202e}b\\u{e0041}č\")"));
        assert!(json.contains(r#""a\u009b31m\u202eb\udb40\udc41č""#), "{json}");
        assert_eq!(json_of("(title: \"a\\u{9b}\")")["title"], "a\u{9b}");
    }

    #[test]
    fn an_empty_list_is_there() {
        let json = json_of(r#"(title: "T")"#);
        for kind in RecordKind::ALL {
            assert_eq!(json[kind.list_name()], json!([]), "{}", kind.list_name());
        }
        assert_eq!(json["unreadable"], json!([]));
    }

    #[test]
    fn a_record_that_could_not_be_read_is_there_with_its_text() {
        let mut briefing = read(r#"(title: "T")"#);
        briefing.unreadable.push(Unreadable {
            key: Key(0),
            kind: RecordKind::Visit,
            position: 0,
            raw: "(id: )".into(),
            message: "no value".into(),
            line: 3,
        });
        let json: Value = serde_json::from_str(&to_json(&briefing)).unwrap();
        assert_eq!(json["unreadable"], json!([{"list": "visits", "text": "(id: )", "message": "no value"}]));
    }
}
