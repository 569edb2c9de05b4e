//! A briefing as lines, one for each field and each item of a list: what line tools such as `git diff` compare.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::model::{Briefing, Node, NodeFields as _, RecordKind};
use crate::present::visible;
use crate::ron_text::inline;

/// `visit v-li place: "Belgrade"`, the header first, then list by list in the order of the file. A list has a line for
/// each item, without its number, so that one more item is one more line. A record that cannot be read is its text.
#[must_use]
pub fn to_flat_text(briefing: &Briefing) -> String {
    let mut text = String::new();
    add_fields(&mut text, "briefing", &briefing.header.field_nodes());
    for &kind in RecordKind::ALL {
        for (_, record) in briefing.records(kind) {
            let whose = format!("{} {}", kind.noun(), record.id());
            add_fields(&mut text, &whose, &record.field_nodes());
        }
        for bad in briefing.unreadable.iter().filter(|bad| bad.kind == kind) {
            for line in bad.raw.lines() {
                add(&mut text, &format!("unreadable {}", kind.noun()), line.trim());
            }
        }
    }
    text
}

fn add_fields(text: &mut String, whose: &str, fields: &[(Cow<'static, str>, Node)]) {
    for (name, value) in fields {
        match value {
            Node::List(items) => {
                for item in items {
                    add(text, &format!("{whose} {name}[]"), &inline(item));
                }
            }
            value => add(text, &format!("{whose} {name}"), &inline(value)),
        }
    }
}

fn add(text: &mut String, name: &str, value: &str) {
    let line = format!("{name}: {value}").replace('\n', " ");
    let _ = writeln!(text, "{}", visible(&line));
}

#[cfg(test)]
mod tests {
    use super::to_flat_text;
    use crate::store;

    #[test]
    fn each_field_and_each_item_is_one_line() {
        let text = "(title: \"T\\u{202e}\", gaps: [\"a\", \"b\nc\"], actors: [(id: \"x\", kind: Body, name: \"X\"), (id: \"y\", kind: Alien)])";
        let briefing = store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let lines = to_flat_text(&briefing);
        for line in ["briefing gaps[]: \"a\"", "actor x kind: Body", "actor x name: \"X\""] {
            assert!(lines.lines().any(|found| found == line), "{line} is not in\n{lines}");
        }
        assert!(lines.contains("unreadable actor: (id: \"y\", kind: Alien)"), "{lines}");
        assert!(!lines.contains('\u{202e}'), "what cannot be seen is shown");
        assert_eq!(lines.matches("briefing gaps[]").count(), 2);
    }
}
