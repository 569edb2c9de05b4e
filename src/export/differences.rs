//! What changed between two briefings, as lines and as JSON.

use std::fmt::Write as _;

use serde::Serialize;

use crate::edit::{Difference, What, Whose};
use crate::model::{AnyRecord, Id, Node};
use crate::present::visible;
use crate::ron_text::inline;

/// A value on one line, or that there is none.
fn line_of(node: Option<&Node>) -> String {
    node.map_or_else(|| "absent".to_owned(), |node| inline(node).replace('\n', " "))
}

fn whose(difference: &Difference) -> String {
    match &difference.whose {
        Whose::Briefing => "briefing".to_owned(),
        Whose::Record(kind, id) => format!("{} {id}", kind.noun()),
    }
}

fn whole(record: &AnyRecord) -> String {
    line_of(Some(&Node::Struct(record.field_nodes())))
}

fn place(behind: Option<&Id>) -> String {
    behind.map_or_else(|| "first".to_owned(), |id| format!("after {id}"))
}

/// A line for each change: `~ visit v-li place: "Belgrade" → "Novi Sad"`, `+` for a new record, `-` for one that went, `>` for one
/// that stands elsewhere in its list.
#[must_use]
pub fn differences_to_text(differences: &[Difference]) -> String {
    let mut text = String::new();
    for difference in differences {
        let whose = whose(difference);
        let line = match &difference.what {
            What::Added(record) => format!("+ {whose} {}", whole(record)),
            What::Removed(record) => format!("- {whose} {}", whole(record)),
            What::Moved { old, new } => format!("> {whose}: {} → {}", place(old.as_ref()), place(new.as_ref())),
            What::Field { name, old, new } => {
                format!("~ {whose} {name}: {} → {}", line_of(old.as_ref()), line_of(new.as_ref()))
            }
        };
        let _ = writeln!(text, "{}", visible(&line));
    }
    text
}

/// One change as other programs read it; values are RON.
#[derive(Debug, Serialize)]
struct Json {
    change: &'static str,
    kind: &'static str,
    record: String,
    field: String,
    old: Option<String>,
    new: Option<String>,
}

/// A list of `{change, kind, record, field, old, new}`; `change` is `added`, `removed`, `moved` or `changed`.
#[must_use]
pub fn differences_to_json(differences: &[Difference]) -> String {
    let json = |difference: &Difference| {
        let (kind, record) = match &difference.whose {
            Whose::Briefing => ("briefing", String::new()),
            Whose::Record(kind, id) => (kind.noun(), id.to_string()),
        };
        let value = |node: &Option<Node>| node.as_ref().map(|node| line_of(Some(node)));
        let (change, field, old, new) = match &difference.what {
            What::Added(record) => ("added", String::new(), None, Some(whole(record))),
            What::Removed(record) => ("removed", String::new(), Some(whole(record)), None),
            What::Moved { old, new } => ("moved", String::new(), Some(place(old.as_ref())), Some(place(new.as_ref()))),
            What::Field { name, old, new } => ("changed", name.clone(), value(old), value(new)),
        };
        Json { change, kind, record, field, old, new }
    };
    let all: Vec<Json> = differences.iter().map(json).collect();
    // Plain structs of text cannot fail to be written.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
