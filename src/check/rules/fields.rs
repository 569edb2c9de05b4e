//! Fields that a record must have, and fields that no record has.

use std::fmt::Display;

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::paths::walk_all;
use crate::check::suggest::{did_you_mean, nearest};
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::model::{
    AnyRecord, AtLeast, Basis, Briefing, CiteLong, Coverage, CustomMarking, Excerpt, FieldNames, Header, Key, Marking,
    Merge, Name, NoResponse, Node, NodeFields, Original, Relative, Revision, Side, Waiver, When, WhenLong,
};

pub(super) const REQUIRED_FIELD: Rule = Rule {
    id: "required-field",
    severity: Severity::Error,
    title: "Required field missing",
    condition: "A required field is absent or empty, or a list has an empty item",
    help: "Without these fields a record says nothing: a visit needs who, where and when, a statement its speaker \
           (who says what in which channel to whom, after Lasswell). The file still opens, so that it can be filled \
           in. A role of which no source names the organisation is a warning.",
    scope: Scope::RecordsAndHeader(required_field, required_in_header),
};

pub(super) const UNKNOWN_FIELD: Rule = Rule {
    id: "unknown-field",
    severity: Severity::Warning,
    title: "Unknown field",
    condition: "A field's name is not one of the format's",
    help: "The field is kept in the file and written back as it is, but no view, count or export looks at it. It is \
           mostly a slip in the name, or a field of a later version of the format.",
    scope: Scope::RecordsAndHeader(unknown_field, unknown_in_header),
};

fn required_field(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    for name in record.required_names().iter().filter(|name| record.field_node(name).is_none()) {
        let hint = match (record, *name) {
            (AnyRecord::Visit(_), "to") => "Say where to; until then it is counted as a visit without a destination",
            (AnyRecord::Role(_), "org") => "Say in which organisation, or leave it open where no source tells it",
            _ => "",
        };
        // A source that calls somebody a lawmaker need not say of which parliament: the role is told all the same.
        let may_be_open = matches!((record, *name), (AnyRecord::Role(_), "org"));
        let severity = if may_be_open { Severity::Warning } else { Severity::Error };
        found.add_as(severity, *name, format!("{} has no `{name}`", called(record)), hint);
        if *name == "id" {
            found.mended_by(Remedy::one("Give it an id".to_owned(), Act::Rename(None)));
        }
    }
    for (path, name) in missing_inside(record) {
        found.add(path.clone(), format!("`{path}` of {} has no `{name}`", called(record)), "");
    }
    for (name, node) in context.fields_of(key, record).iter().filter(|(name, _)| name != "text") {
        empty_items(node, name, &called(record), found);
    }
}

/// Items of a list that hold nothing; in the text of a source an empty one keeps the numbers of the paragraphs.
fn empty_items(node: &Node, field: &str, who: &dyn Display, found: &mut Findings) {
    let Node::List(items) = node else { return };
    let is_empty = |item: &Node| match item {
        Node::Text(text) => text.is_empty(),
        Node::Wrapped(_, inner) => matches!(&**inner, Node::Text(text) if text.trim().is_empty()),
        _ => false,
    };
    for (number, _) in items.iter().enumerate().filter(|(_, item)| is_empty(item)) {
        found.add(
            format!("{field}[{number}]"),
            format!("`{field}` of {who} has an empty item"),
            "Fill it in, or delete it",
        );
        found.mended_by(Remedy::take_away("Delete the empty item", format!("{field}[{number}]")).for_all());
    }
}

/// A struct within a record: its path and the required fields it lacks.
#[derive(Default)]
struct Missing(Vec<(String, &'static str)>);

impl Missing {
    fn look<T: NodeFields>(&mut self, path: &str, value: &T) {
        for name in T::REQUIRED.iter().filter(|name| value.field_node(name).is_none()) {
            self.0.push((path.to_owned(), name));
        }
    }

    fn look_at_all<T: NodeFields>(&mut self, field: &str, values: &[T]) {
        for (number, value) in values.iter().enumerate() {
            self.look(&format!("{field}[{number}]"), value);
        }
    }

    fn look_at_date(&mut self, field: &str, when: &When) {
        self.look(field, when.long());
        match when.basis() {
            Some(Basis::Relative(relative)) => self.look(&format!("{field}.basis"), &**relative),
            Some(Basis::AtLeast(at_least)) => self.look(&format!("{field}.basis"), &**at_least),
            _ => {}
        }
    }

    fn look_at_marking(&mut self, marking: Option<&Marking>) {
        if let Some(Marking::Custom(custom)) = marking {
            self.look("marking", &**custom);
        }
    }
}

fn missing_inside(record: &AnyRecord) -> Vec<(String, &'static str)> {
    let mut missing = Missing::default();
    match record {
        AnyRecord::Source(source) => missing.look_at_all("excerpts", &source.excerpts),
        AnyRecord::Actor(actor) => missing.look_at_all("names", &actor.names),
        AnyRecord::Statement(statement) => statement.original.iter().for_each(|one| missing.look("original", one)),
        AnyRecord::Conflict(conflict) => {
            missing.look_at_all("sides", &conflict.sides);
            for (number, side) in conflict.sides.iter().enumerate() {
                if let Some(cite) = &side.cite {
                    missing.look(&format!("sides[{number}].cite"), &cite.long);
                }
            }
        }
        AnyRecord::Role(_) | AnyRecord::Visit(_) | AnyRecord::Relation(_) | AnyRecord::Judgement(_) => {}
    }
    for (field, when) in record.dates() {
        missing.look_at_date(field, when);
    }
    for (number, cite) in record.cites().iter().enumerate().filter(|(_, cite)| !cite.short) {
        missing.look(&format!("cites[{number}]"), &cite.long);
    }
    missing.look_at_marking(record.marking());
    missing.0
}

fn required_in_header(_: &Context, header: &Header, found: &mut Findings) {
    // A field whose value could not be read is kept beside the known ones: it is there, and reported by the loader.
    let is_there = |name: &str| header.unknown.iter().any(|field| field.name == name);
    for name in Header::REQUIRED.iter().filter(|name| header.field_node(name).is_none() && !is_there(name)) {
        found.add(*name, format!("the briefing has no `{name}`"), "");
    }
    let mut missing = Missing::default();
    missing.look_at_all("coverage", &header.coverage);
    missing.look_at_all("revisions", &header.revisions);
    missing.look_at_all("merges", &header.merges);
    missing.look_at_marking(header.marking.as_ref());
    for (path, name) in missing.0 {
        found.add(path.clone(), format!("`{path}` of the briefing has no `{name}`"), "");
    }
    for (name, node) in header.field_nodes() {
        empty_items(&node, &name, &"the briefing", found);
    }
}

fn unknown_field(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    for (name, node) in context.fields_of(key, record).iter() {
        report_unknown(node, name, &called(record), record.field_names(), found);
    }
}

fn unknown_in_header(_: &Context, header: &Header, found: &mut Findings) {
    let known: Vec<&'static str> = Header::FIELDS.iter().chain(Briefing::LISTS).copied().collect();
    for (name, node) in header.field_nodes() {
        let could_not_be_read = matches!(node, Node::Raw(_)) && known.contains(&name.as_ref());
        if !could_not_be_read {
            report_unknown(&node, &name, &"the briefing", &known, found);
        }
    }
}

/// Reports the parts of a value that the model keeps as raw text: the fields it does not know.
fn report_unknown(node: &Node, name: &str, who: &dyn Display, known: &[&'static str], found: &mut Findings) {
    walk_all(node, name, &mut |part, path| {
        if !matches!(part, Node::Raw(_)) {
            return;
        }
        let (parent, field) = path.rsplit_once('.').unwrap_or(("", path));
        let siblings = if parent.is_empty() { known.to_vec() } else { fields_inside(parent) };
        let meant = nearest(field, siblings);
        let hint = did_you_mean(meant);
        if parent.is_empty() && meant.is_some_and(|meant| Briefing::LISTS.contains(&meant)) && is_list_of_records(part)
        {
            let message = format!("{who} has a list `{field}` that Dateline does not know: its records are left out");
            found.add_as(Severity::Error, path, message, hint);
            return;
        }
        let inside = if parent.is_empty() { String::new() } else { format!("`{parent}` of ") };
        found.add(path, format!("{inside}{who} has a field `{field}` that Dateline does not know"), hint);
        found.mended_by(meant.map(|name| Remedy::one(format!("Call it {name}"), Act::RenameField(name))));
    });
}

/// Whether a value that the model keeps as text is a list of structs, as records are.
fn is_list_of_records(part: &Node) -> bool {
    matches!(part, Node::Raw(raw) if raw.trim_start().strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('(')))
}

/// The fields that the struct at a path can have.
fn fields_inside(path: &str) -> Vec<&'static str> {
    let last = path.rsplit('.').next().unwrap_or(path);
    let fields: &[&[&str]] = match last.split('[').next().unwrap_or(last) {
        "cites" | "cite" => &[CiteLong::FIELDS],
        "excerpts" => &[Excerpt::FIELDS],
        "names" => &[Name::FIELDS],
        "no_response" => &[NoResponse::FIELDS],
        "original" => &[Original::FIELDS],
        "sides" => &[Side::FIELDS],
        "basis" => &[Relative::FIELDS, AtLeast::FIELDS],
        "marking" => &[CustomMarking::FIELDS],
        "coverage" => &[Coverage::FIELDS],
        "revisions" => &[Revision::FIELDS],
        "waivers" => &[Waiver::FIELDS],
        "merges" => &[Merge::FIELDS],
        _ => &[WhenLong::FIELDS],
    };
    fields.concat()
}
