//! Filling in a template. What the file says is escaped wherever it is printed; a template that never ends is stopped.

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::error::NoteError;
use super::escape::escaped;
use crate::export::progress::Progress;
use crate::export::words::{date_begun, listed};
use crate::model::count_text;

/// What a template may do whatever the size of the briefing, in steps of the engine.
const LEAST_FUEL: u64 = 20_000_000;
/// And more for each record.
const FUEL_PER_RECORD: u64 = 2_000;
/// A note is no longer than this, in bytes.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Fills in a template; `value` gives what a name stands for, asked once for each name that the template has.
pub(super) fn fill(
    name: &str,
    source: &str,
    records: usize,
    progress: &Progress,
    mut value: impl FnMut(&str) -> Result<Value, NoteError>,
) -> Result<String, NoteError> {
    let environment = environment(records, progress.clone());
    let template =
        environment.template_from_named_str(name, source).map_err(|error| told(name, source, &error, &[]))?;
    let mut wanted: Vec<String> = template.undeclared_variables(false).into_iter().collect();
    wanted.retain(|name| !environment.globals().any(|(global, _)| global == name));
    // Origins are those of what all the other parts cite.
    wanted.sort_by_key(|name| (name == "origins", name.clone()));
    let mut context: BTreeMap<String, Value> = BTreeMap::new();
    for name in wanted {
        let value = value(&name)?;
        context.insert(name, value);
    }
    let fields = names_in(&context);
    let note = template.render(Value::from(context)).map_err(|error| told(name, source, &error, &fields))?;
    if note.len() > MOST_BYTES {
        return Err(NoteError {
            template: name.to_owned(),
            line: None,
            message: TOO_LONG.to_owned(),
            hint: String::new(),
        });
    }
    Ok(note)
}

const TOO_LONG: &str = "the note would be longer than 256 MiB";

fn environment<'a>(records: usize, progress: Progress) -> Environment<'a> {
    let mut environment = Environment::new();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_debug(true);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(LEAST_FUEL + FUEL_PER_RECORD * records as u64));
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(move |out, _, value| {
        if progress.is_stopped() {
            return Err(Error::new(ErrorKind::WriteFailure, "stopped"));
        }
        let written = match value.as_str() {
            Some(text) if value.is_safe() => out.write_str(text),
            Some(text) => out.write_str(&escaped(text)),
            None if value.is_none() => Ok(()),
            None if value.is_integer() => {
                let number = usize::try_from(value.clone()).map(count_text);
                out.write_str(&number.unwrap_or_else(|_| value.to_string()))
            }
            None => out.write_str(&escaped(&value.to_string())),
        };
        written.map_err(Error::from)
    });
    // No template decides that a text of the file is markup.
    environment.remove_filter("safe");
    environment.add_filter("escape", |value: Value| value);
    environment.add_filter("e", |value: Value| value);
    environment.add_filter("listed", |items: Vec<String>| listed(&items));
    environment.add_filter("begun", |words: String| date_begun(&words));
    environment
}

/// The names of fields within a context, for hints.
fn names_in(context: &BTreeMap<String, Value>) -> Vec<String> {
    fn add(value: &Value, depth: usize, names: &mut Vec<String>) {
        let Ok(items) = value.try_iter() else { return };
        if value.kind() == minijinja::value::ValueKind::Map {
            for key in items {
                let inner = value.get_item(&key).unwrap_or_default();
                names.extend(key.as_str().map(str::to_owned));
                if depth > 0 {
                    add(&inner, depth - 1, names);
                }
            }
        } else if value.kind() == minijinja::value::ValueKind::Seq
            && let Some(first) = items.into_iter().next()
        {
            add(&first, depth, names);
        }
    }
    let mut names: Vec<String> = context.keys().cloned().collect();
    for (name, value) in context {
        if name != "file" {
            add(value, 4, &mut names);
        }
    }
    names.sort();
    names.dedup();
    names
}

fn told(name: &str, source: &str, error: &Error, fields: &[String]) -> NoteError {
    let words = error.range().and_then(|range| source.get(range)).unwrap_or_default().trim().to_owned();
    let detail = error.detail().map(str::to_owned);
    let message = match error.kind() {
        ErrorKind::UndefinedError if words.is_empty() => "a name that stands for nothing".to_owned(),
        ErrorKind::UndefinedError => format!("`{words}` stands for nothing"),
        ErrorKind::OutOfFuel => "the template does not come to an end".to_owned(),
        kind => detail.unwrap_or_else(|| kind.to_string()),
    };
    let hint = match error.kind() {
        ErrorKind::UndefinedError => {
            let last = words.rsplit(['.', ' ', '|']).next().unwrap_or_default();
            nearest(last, fields).map_or_else(
                || "TEMPLATES.md lists what there is".to_owned(),
                |known| format!("did you mean `{known}`?"),
            )
        }
        ErrorKind::OutOfFuel => "look for a loop within loops over long lists, or a macro that calls itself".to_owned(),
        ErrorKind::SyntaxError => "a block is {% … %} with its end, such as {% endif %}, a value is {{ … }}".to_owned(),
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest | ErrorKind::UnknownFunction => {
            "TEMPLATES.md lists what there is".to_owned()
        }
        _ => String::new(),
    };
    NoteError { template: name.to_owned(), line: error.line(), message, hint }
}

/// The name nearest to one that is not there.
pub(super) fn nearest<'a>(name: &str, known: &'a [impl AsRef<str>]) -> Option<&'a str> {
    let most = name.chars().count().div_ceil(3).min(3);
    let near = known.iter().map(|known| (strsim::osa_distance(known.as_ref(), name), known.as_ref()));
    near.filter(|(distance, _)| (1..=most).contains(distance)).min().map(|(_, known)| known)
}
