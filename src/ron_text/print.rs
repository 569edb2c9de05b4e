//! Values and whole briefings as RON text that a person likes to read.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::model::{Briefing, Header, Node, NodeFields, RecordKind};

/// A value is broken over several lines where it would pass this column.
const WIDTH: usize = 110;
/// One step of indentation.
const INDENT: usize = 4;

/// A whole briefing as RON text, its records in their order, unreadable ones with the bytes they came with.
#[must_use]
pub fn print_briefing(briefing: &Briefing) -> String {
    let mut text = String::from("(\n");
    for (name, value) in header_fields(&briefing.header) {
        let _ = writeln!(text, "{:INDENT$}{name}: {},", "", print_at(&value, INDENT, INDENT + name.len() + 2));
    }
    for &kind in RecordKind::ALL {
        print_list(briefing, kind, &mut text);
    }
    text.push_str(")\n");
    text
}

fn header_fields(header: &Header) -> Vec<(Cow<'static, str>, Node)> {
    header.field_nodes()
}

fn print_list(briefing: &Briefing, kind: RecordKind, text: &mut String) {
    let mut unreadable = briefing.unreadable.iter().filter(|bad| bad.kind == kind).peekable();
    if briefing.count(kind) == 0 && unreadable.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "{:INDENT$}{}: [", "", kind.list_name());
    let column = 2 * INDENT;
    for (position, (_, record)) in briefing.records(kind).enumerate() {
        while let Some(bad) = unreadable.next_if(|bad| bad.position <= position) {
            let _ = writeln!(text, "{:column$}{},", "", bad.raw);
        }
        let _ = writeln!(text, "{:column$}{},", "", print_at(&Node::Struct(record.field_nodes()), column, column));
    }
    for bad in unreadable {
        let _ = writeln!(text, "{:column$}{},", "", bad.raw);
    }
    let _ = writeln!(text, "{:INDENT$}],", "");
}

/// A value as RON text; `indent` is that of the line it stands on, `column` where it begins.
#[must_use]
pub fn print_at(node: &Node, indent: usize, column: usize) -> String {
    let line = inline(node);
    let is_long = column + line.chars().count() + 1 > WIDTH;
    if !is_long && !line.contains('\n') {
        return line;
    }
    match node {
        Node::List(items) => {
            let items = items.iter().map(|item| print_at(item, indent + INDENT, indent + INDENT));
            broken("[", items, "]", indent)
        }
        Node::Struct(fields) => broken("(", broken_fields(fields, indent), ")", indent),
        Node::Variant(word, fields) => broken(&format!("{word}("), broken_fields(fields, indent), ")", indent),
        _ => line,
    }
}

fn broken_fields(fields: &[(Cow<'static, str>, Node)], indent: usize) -> impl Iterator<Item = String> {
    let inner = indent + INDENT;
    fields
        .iter()
        .map(move |(name, value)| format!("{}: {}", identifier(name), print_at(value, inner, inner + name.len() + 2)))
}

fn broken(open: &str, items: impl Iterator<Item = String>, close: &str, indent: usize) -> String {
    let mut text = format!("{open}\n");
    for item in items {
        let _ = writeln!(text, "{:1$}{item},", "", indent + INDENT);
    }
    let _ = write!(text, "{:indent$}{close}", "");
    text
}

/// A value as RON text on one line, but for line breaks within its strings.
#[must_use]
pub fn inline(node: &Node) -> String {
    let mut text = String::new();
    print_inline(node, &mut text);
    text
}

fn print_inline(node: &Node, text: &mut String) {
    match node {
        Node::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Node::Integer(value) => {
            let _ = write!(text, "{value}");
        }
        Node::Text(value) => print_string(value, text),
        Node::Word(word) => text.push_str(word),
        Node::Raw(raw) => text.push_str(raw),
        Node::List(items) => {
            text.push('[');
            separated(items, text, print_inline);
            text.push(']');
        }
        Node::Struct(fields) => print_fields("", fields, text),
        Node::Variant(word, fields) => print_fields(word, fields, text),
        Node::Wrapped(word, inner) => {
            text.push_str(word);
            text.push('(');
            print_inline(inner, text);
            text.push(')');
        }
    }
}

fn print_fields(word: &str, fields: &[(Cow<'static, str>, Node)], text: &mut String) {
    text.push_str(word);
    text.push('(');
    separated(fields, text, |(name, value), text| {
        let _ = write!(text, "{}: ", identifier(name));
        print_inline(value, text);
    });
    text.push(')');
}

/// A field's name; one that is no plain identifier is written as a raw one.
fn identifier(name: &str) -> Cow<'_, str> {
    let mut chars = name.chars();
    let is_plain =
        chars.next().is_some_and(|c| c == '_' || c.is_alphabetic()) && chars.all(|c| c == '_' || c.is_alphanumeric());
    if is_plain { Cow::Borrowed(name) } else { Cow::Owned(format!("r#{name}")) }
}

fn separated<T>(items: &[T], text: &mut String, mut print: impl FnMut(&T, &mut String)) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        print(item, text);
    }
}

/// A string as a RON literal: letters of every script and line breaks as they are, control and bidi characters escaped.
pub fn print_string(value: &str, text: &mut String) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push('\n'),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            c if c.is_control() || is_invisible(c) => {
                let _ = write!(text, "\\u{{{:x}}}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

/// Characters that steer the direction of text or show nothing (Unicode UAX 9, section 2; general category Cf), and
/// noncharacters (Unicode, section 23.7), two of which no XML may hold.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{fdd0}'..='\u{fdef}'
    ) || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_reads_back_as_it_was() {
        let values =
            ["plain", "a \"quote\" and \\", "two\nlines", "tab\t, bidi \u{202e}, nul \0", "Вучић 习近平", "\r\n"];
        for value in values {
            let mut text = String::new();
            print_string(value, &mut text);
            assert_eq!(ron::from_str::<String>(&text).as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn only_control_and_bidi_characters_are_escaped() {
        let mut text = String::new();
        print_string("Вучић\n“習近平”\u{202e}\u{7}", &mut text);
        assert_eq!(text, "\"Вучић\n“習近平”\\u{202e}\\u{7}\"");
    }
}
