//! A briefing written as people write: comments in odd places, tabs or blanks, raw strings, several records on one line,
//! trailing commas or none, fields that the model does not know. Chance decides, and the writer notes what stands where.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::allow_attributes, reason = "an expectation would not hold in every file that has this module")]

use std::ops::Range;

use dateline::model::{AnyRecord, Briefing, Key, Node, NodeFields as _, RecordKind};
use dateline::ron_text::inline;

/// Numbers that follow from a seed (`SplitMix64`).
pub struct Chance(pub u64);

impl Chance {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 16) as usize % end.max(1)
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// Whose a comment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// It stands apart.
    Nobody,
    /// It goes with a field of the header.
    Header(String),
    /// It goes with a record.
    Record(Key),
    /// It goes with a field of a record.
    Field(Key, String),
}

/// A comment, whose text stands nowhere else.
pub struct Comment {
    /// What it says, with its slashes.
    pub text: String,
    /// Whose it is.
    pub owner: Owner,
}

/// Where the value of a field stands.
pub struct Value {
    /// The record, by the key that loading gives it.
    pub key: Key,
    /// The field.
    pub field: String,
    /// Its bytes.
    pub range: Range<usize>,
}

/// A text, and what stands where.
pub struct ByHand {
    /// The text.
    pub text: String,
    /// Its comments.
    pub comments: Vec<Comment>,
    /// The values of the fields of its records.
    pub values: Vec<Value>,
}

/// Writes a briefing by hand; another seed gives another hand.
#[must_use]
pub fn by_hand(briefing: &Briefing, seed: u64) -> ByHand {
    let mut chance = Chance(seed);
    let line_end = if chance.one_in(3) { "\r\n" } else { "\n" };
    let step = ["    ", "\t", "  "][chance.below(3)];
    let has_mark = chance.one_in(3);
    let done = ByHand { text: String::new(), comments: Vec::new(), values: Vec::new() };
    let mut writer = Writer { chance, line_end, step, next_key: 0, next_comment: 0, done };
    if has_mark {
        writer.push("\u{feff}");
    }
    writer.briefing(briefing);
    writer.done
}

struct Writer {
    chance: Chance,
    line_end: &'static str,
    step: &'static str,
    next_key: u64,
    next_comment: usize,
    done: ByHand,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.done.text.push_str(text);
    }

    fn push_one_of(&mut self, texts: &[&str]) {
        let chosen = self.chance.below(texts.len());
        self.push(texts[chosen]);
    }

    fn line(&mut self, depth: usize) {
        self.push(self.line_end);
        self.push(&self.step.repeat(depth));
    }

    /// A comment up to the end of the line.
    fn line_comment(&mut self, owner: Owner) {
        let text = format!("// as said before ({}), \"more\" [see", self.next_comment);
        self.note(text, owner);
    }

    /// A comment on one line, closed on it.
    fn block_comment(&mut self, owner: Owner) {
        let text = format!("/* {}) or /* so */ */", self.next_comment);
        self.note(text, owner);
    }

    fn note(&mut self, text: String, owner: Owner) {
        self.next_comment += 1;
        self.push(&text);
        self.done.comments.push(Comment { text, owner });
    }

    fn briefing(&mut self, briefing: &Briefing) {
        self.line_comment(Owner::Nobody);
        self.push(self.line_end);
        self.push("#![enable(implicit_some)]");
        self.push(self.line_end);
        self.push("(");
        for (name, value) in briefing.header.field_nodes() {
            self.line(1);
            self.push(&format!("{name}: {},", inline(&value)));
            if self.chance.one_in(3) {
                self.push(" ");
                self.line_comment(Owner::Header(name.to_string()));
            }
        }
        if self.chance.one_in(2) {
            self.line(1);
            self.push("colour: (red: 1, green: [2, \"three\"]), ");
            self.line_comment(Owner::Header("colour".to_owned()));
        }
        for &kind in RecordKind::ALL {
            let records: Vec<AnyRecord> = briefing.records(kind).map(|(_, record)| record).collect();
            if !records.is_empty() {
                self.push(self.line_end);
                self.line(1);
                self.push(kind.list_name());
                self.push_one_of(&[": ", " : ", ":"]);
                self.list(&records);
                self.push(",");
            }
        }
        self.push(self.line_end);
        self.push(")");
        self.push(self.line_end);
        self.line_comment(Owner::Nobody);
        self.push(self.line_end);
    }

    fn list(&mut self, records: &[AnyRecord]) {
        self.push("[");
        let ends_with_comma = self.chance.one_in(2);
        let is_on_lines = !self.chance.one_in(4);
        if is_on_lines && self.chance.one_in(2) {
            self.push(" ");
            self.line_comment(Owner::Nobody);
        }
        for (place, record) in records.iter().enumerate() {
            let key = Key(self.next_key);
            self.next_key += 1;
            let has_comma = ends_with_comma || place + 1 < records.len();
            if is_on_lines {
                self.record_on_lines(key, record, has_comma, place == 0);
            } else {
                self.record_in_line(key, record, has_comma, place == 0);
            }
        }
        if is_on_lines {
            if self.chance.one_in(3) {
                self.line(2);
                self.line_comment(Owner::Nobody);
            }
            self.line(1);
        }
        self.push("]");
    }

    fn record_in_line(&mut self, key: Key, record: &AnyRecord, has_comma: bool, is_first: bool) {
        if !is_first {
            self.push(" ");
        }
        if self.chance.one_in(4) {
            self.block_comment(Owner::Record(key));
            self.push(" ");
        }
        self.record_on_one_line(key, record);
        if self.chance.one_in(5) {
            self.push(" ");
            self.block_comment(Owner::Record(key));
        }
        if has_comma {
            self.push(",");
        }
    }

    fn record_on_lines(&mut self, key: Key, record: &AnyRecord, has_comma: bool, is_first: bool) {
        let shares_the_line = !is_first && !self.done.text.ends_with('[') && self.chance.one_in(6);
        if shares_the_line && self.done.text.ends_with("),") {
            self.push(" ");
            self.record_on_one_line(key, record);
        } else {
            if self.chance.one_in(5) {
                self.line(2);
                self.line_comment(Owner::Nobody);
                self.push(self.line_end);
            } else if !is_first && self.chance.one_in(4) {
                self.push(self.line_end);
            }
            for _ in 0..self.chance.below(3) {
                self.line(2);
                if self.chance.one_in(2) {
                    self.line_comment(Owner::Record(key));
                } else {
                    self.block_comment(Owner::Record(key));
                }
            }
            self.line(2);
            if self.chance.one_in(2) { self.record_on_one_line(key, record) } else { self.broken_record(key, record) }
        }
        if self.chance.one_in(6) {
            self.push(" ");
            self.block_comment(Owner::Record(key));
        }
        if has_comma {
            self.push(",");
        }
        if self.chance.one_in(3) {
            self.push_one_of(&[" ", "  ", ""]);
            self.line_comment(Owner::Record(key));
        }
    }

    fn fields(&mut self, record: &AnyRecord) -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> = record
            .field_nodes()
            .iter()
            .map(|(name, value)| {
                let written = self.written(value);
                (name.to_string(), written)
            })
            .collect();
        if self.chance.one_in(4) {
            let place = self.chance.below(fields.len() + 1);
            fields.insert(place, ("shoe_size".to_owned(), "Worn(0x2B, \"a)\", /* eu */ [])".to_owned()));
        }
        if self.chance.one_in(3) {
            fields.reverse();
        }
        fields
    }

    /// A value as one may write it.
    fn written(&mut self, value: &Node) -> String {
        match value {
            Node::Text(text) if self.chance.one_in(3) && !text.chars().any(char::is_control) => {
                let hashes = "#".repeat(1 + text.matches("\"#").count());
                format!("r{hashes}\"{text}\"{hashes}")
            }
            Node::List(items) if self.chance.one_in(2) => {
                let items: Vec<String> = items.iter().map(|item| self.written(item)).collect();
                match self.chance.below(3) {
                    0 => format!("[{}]", items.join(",")),
                    1 => format!("[ {} , ]", items.join(" , ")),
                    _ => {
                        let line = format!("{}{}", self.line_end, self.step.repeat(4));
                        let items: String = items.iter().map(|item| format!("{line}{item},")).collect();
                        format!("[{items}{}{}]", self.line_end, self.step.repeat(3))
                    }
                }
            }
            _ => inline(value),
        }
    }

    fn field(&mut self, key: Key, name: &str, value: &str) {
        self.push(name);
        self.push_one_of(&[": ", ":", " : "]);
        let begin = self.done.text.len();
        self.push(value);
        self.done.values.push(Value { key, field: name.to_owned(), range: begin..self.done.text.len() });
    }

    fn record_on_one_line(&mut self, key: Key, record: &AnyRecord) {
        let fields = self.fields(record);
        let inner = [" ", ""][self.chance.below(2)];
        self.push(&format!("({inner}"));
        for (place, (name, value)) in fields.iter().enumerate() {
            if self.chance.one_in(8) {
                self.block_comment(Owner::Field(key, name.clone()));
                self.push(" ");
            }
            self.field(key, name, value);
            if place + 1 < fields.len() {
                self.push_one_of(&[", ", ",", " , "]);
            }
        }
        self.push(&format!("{inner})"));
    }

    fn broken_record(&mut self, key: Key, record: &AnyRecord) {
        let fields = self.fields(record);
        let ends_with_comma = self.chance.one_in(2);
        self.push("(");
        for (place, (name, value)) in fields.iter().enumerate() {
            if self.chance.one_in(8) {
                self.line(3);
                self.line_comment(Owner::Field(key, name.clone()));
            }
            self.line(3);
            self.field(key, name, value);
            if ends_with_comma || place + 1 < fields.len() {
                self.push(",");
            }
            if self.chance.one_in(6) {
                self.push(" ");
                self.line_comment(Owner::Field(key, name.clone()));
            }
        }
        self.line(2);
        self.push(")");
    }
}
