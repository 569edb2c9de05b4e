//! Reading the parts of a briefing one by one, where `ron` refuses the whole: one bad record costs one record.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use ron::Options;
use serde::Deserialize;

use super::read_error::{Explained, explain};
use super::source_text::SourceText;
use super::whole::{options, read_text};
use crate::check::{Position, Problem, UNREADABLE_FIELD, UNREADABLE_RECORD};
use crate::model::{AnyRecord, Briefing, Header, Id, NodeFields, RecordKind, UnknownField, Unreadable};
use crate::ron_text::{FieldSpan, RecordSpan, path_at};

/// Reads what can be read, and reports what cannot.
pub(super) fn read_parts(text: &SourceText) -> (Briefing, Vec<Problem>) {
    let mut salvage =
        Salvage { text, options: options(text.as_str()), briefing: Briefing::default(), problems: Vec::new() };
    salvage.read_header();
    for record in text.known_records() {
        salvage.read_record(record);
    }
    (salvage.briefing, salvage.problems)
}

struct Salvage<'a> {
    text: &'a SourceText,
    options: Options,
    briefing: Briefing,
    problems: Vec<Problem>,
}

impl Salvage<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.text.as_str().get(range).unwrap_or("")
    }

    /// Tries each field alone, then reads those that are good together.
    fn read_header(&mut self) {
        let text = self.text;
        let mut seen: HashSet<&str> = HashSet::new();
        let mut good = String::from("(");
        let mut kept = Vec::new();
        for field in &text.document().fields {
            let name = text.as_str().get(field.name.range()).unwrap_or("");
            let is_list = RecordKind::from_list_name(name).is_some() && is_list(self.slice(field.value.range()));
            if !seen.insert(name) {
                self.report_field(field, name, &Explained::plain(format!("field `{name}` is given twice")), None);
                if !is_list {
                    kept.push(self.raw_field(field, name));
                }
                continue;
            }
            if is_list {
                continue;
            }
            let alone = format!("({}: {})", name, self.slice(field.value.range()));
            let is_misplaced_list = RecordKind::from_list_name(name).is_some();
            match read_text::<Header>(&self.options, &alone) {
                Ok(_) if is_misplaced_list => {
                    let told = Explained::plain(format!("`{name}` must be a list of records: [ … ]"));
                    self.report_field(field, name, &told, None);
                    kept.push(self.raw_field(field, name));
                }
                Ok(_) => {
                    let _ = writeln!(good, "{name}: {},", self.slice(field.value.range()));
                }
                Err(error) => {
                    let at = offset_in(&alone, &error).saturating_sub(name.len() + 3);
                    self.report_field(field, name, &explain(&error.code), Some(at));
                    kept.push(self.raw_field(field, name));
                }
            }
        }
        good.push(')');
        self.briefing.header = read_text(&self.options, &good).unwrap_or_default();
        for field in kept {
            self.briefing.header.keep_unknown(field);
        }
    }

    fn raw_field(&self, field: &FieldSpan, name: &str) -> UnknownField {
        UnknownField { name: name.to_owned(), raw: self.slice(field.value.range()).to_owned() }
    }

    /// `at` is where in the value the fault lies, in bytes from its begin; without it the name is pointed at.
    fn report_field(&mut self, field: &FieldSpan, name: &str, told: &Explained, at: Option<usize>) {
        let value = field.value.range();
        let (offset, path) = match at {
            Some(at) => {
                let offset = (value.start + at).min(value.end.saturating_sub(1));
                let inner = path_at(self.text.as_str(), value, offset);
                (offset, joined(name, &inner))
            }
            None => (field.name.range().start, name.to_owned()),
        };
        self.problems.push(Problem {
            rule: UNREADABLE_FIELD.id,
            severity: UNREADABLE_FIELD.severity,
            key: None,
            record: Id::default(),
            others: Vec::new(),
            field: path,
            message: told.message.clone(),
            hint: told.hint.clone(),
            remedy: None,
            position: Some(self.text.position(offset)),
        });
    }

    fn read_record(&mut self, record: &RecordSpan) {
        let text = self.text.as_str();
        match RecordKind::from_list_name(self.text.document().list_of(text, record)) {
            Some(RecordKind::Source) => self.read_as(record, RecordKind::Source, AnyRecord::Source),
            Some(RecordKind::Actor) => self.read_as(record, RecordKind::Actor, AnyRecord::Actor),
            Some(RecordKind::Role) => self.read_as(record, RecordKind::Role, AnyRecord::Role),
            Some(RecordKind::Visit) => self.read_as(record, RecordKind::Visit, AnyRecord::Visit),
            Some(RecordKind::Statement) => self.read_as(record, RecordKind::Statement, AnyRecord::Statement),
            Some(RecordKind::Relation) => self.read_as(record, RecordKind::Relation, AnyRecord::Relation),
            Some(RecordKind::Judgement) => self.read_as(record, RecordKind::Judgement, AnyRecord::Judgement),
            Some(RecordKind::Conflict) => self.read_as(record, RecordKind::Conflict, AnyRecord::Conflict),
            None => {}
        }
    }

    fn read_as<T: for<'de> Deserialize<'de>>(
        &mut self,
        record: &RecordSpan,
        kind: RecordKind,
        wrap: impl Fn(Arc<T>) -> AnyRecord,
    ) {
        let range = record.span.range();
        match read_text::<T>(&self.options, self.slice(range.clone())) {
            Ok(value) => {
                self.briefing.push(wrap(Arc::new(value)));
            }
            Err(error) => {
                let offset = range.start + offset_in(self.slice(range.clone()), &error);
                self.keep_unreadable(record, kind, offset, &explain(&error.code));
            }
        }
    }

    fn keep_unreadable(&mut self, record: &RecordSpan, kind: RecordKind, offset: usize, told: &Explained) {
        let range = record.span.range();
        let key = self.briefing.keys.next_key();
        let Position { line, .. } = self.text.position(range.start);
        self.problems.push(Problem {
            rule: UNREADABLE_RECORD.id,
            severity: UNREADABLE_RECORD.severity,
            key: None,
            record: self.id_of(record),
            others: Vec::new(),
            field: path_at(self.text.as_str(), range.clone(), offset),
            message: told.message.clone(),
            hint: told.hint.clone(),
            remedy: None,
            position: Some(self.text.position(offset)),
        });
        self.briefing.unreadable.push(Unreadable {
            key,
            kind,
            position: self.briefing.count(kind),
            raw: self.slice(range).to_owned(),
            message: told.message.clone(),
            line,
        });
    }

    /// The id of a record, as far as it can be read.
    fn id_of(&self, record: &RecordSpan) -> Id {
        let fields = self.text.document().fields_of(self.text.as_str(), record);
        let id = fields.iter().find(|field| self.slice(field.name.range()) == "id");
        let value = id.and_then(|field| self.options.from_str::<Option<Id>>(self.slice(field.value.range())).ok()?);
        value.unwrap_or_default()
    }
}

/// Whether a value is a list, or says that there is none.
fn is_list(value: &str) -> bool {
    value.starts_with('[') || value == "None"
}

fn joined(name: &str, inner: &str) -> String {
    match inner.chars().next() {
        None => name.to_owned(),
        Some('[') => format!("{name}{inner}"),
        Some(_) => format!("{name}.{inner}"),
    }
}

/// Where in a text `ron` found fault, in bytes: its span begins with the white space before what it could not take.
fn offset_in(text: &str, error: &ron::error::SpannedError) -> usize {
    let (line, column) = (error.span.start.line, error.span.start.col);
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or("");
    let within: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    let found = before + within;
    let blank = text.get(found..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    (found + blank).min(text.len().saturating_sub(1))
}
