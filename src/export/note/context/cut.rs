//! Cutting what is too long for a brief, so that it says that it is cut.

use serde_json::Value;

use super::brief::Limits;
use crate::export::words::cut_text;

/// A value whose texts and lists keep to the limits.
pub(super) fn cut(value: Value, limits: &Limits) -> Value {
    within(value, limits, true)
}

/// `is_outer`: the lists of the brief itself are chosen by weight before; those within a record are cut here.
fn within(value: Value, limits: &Limits, is_outer: bool) -> Value {
    match value {
        Value::String(text) => Value::String(cut_text(&text, limits.words)),
        Value::Object(fields) => {
            let cut = |(name, value): (String, Value)| {
                // The marks of footnotes are no words.
                let value = if name == "marks" { cut_marks(value, limits.items) } else { within(value, limits, false) };
                (name, value)
            };
            let outer = |(name, value): (String, Value)| {
                let value = match value {
                    // Sentences of the program's own, whose end says what is not counted.
                    Value::String(text) if name == "count" => Value::String(cut_text(&text, 3 * limits.words)),
                    Value::Array(items) if is_record_list(&items) => {
                        Value::Array(items.into_iter().map(|item| within(item, limits, false)).collect())
                    }
                    Value::Array(texts) => {
                        within(Value::Array(texts), &Limits { items: 2 * limits.items, ..*limits }, false)
                    }
                    value => within(value, limits, false),
                };
                (name, value)
            };
            Value::Object(if is_outer {
                fields.into_iter().map(outer).collect()
            } else {
                fields.into_iter().map(cut).collect()
            })
        }
        Value::Array(items) => {
            let more = items.len().saturating_sub(limits.items);
            let is_text = items.first().is_some_and(Value::is_string);
            let mut kept: Vec<Value> =
                items.into_iter().take(limits.items).map(|item| within(item, limits, false)).collect();
            if more > 0 && is_text {
                kept.push(Value::String(format!("{more} more")));
            }
            Value::Array(kept)
        }
        other => other,
    }
}

fn is_record_list(items: &[Value]) -> bool {
    items.first().is_some_and(Value::is_object)
}

fn cut_marks(value: Value, most: usize) -> Value {
    let Value::String(marks) = value else { return value };
    Value::String(marks.split_inclusive(crate::export::footnotes::MARK_END).take(most).collect())
}
