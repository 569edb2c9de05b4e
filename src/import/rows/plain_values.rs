//! Cells that need nobody else to be understood: numbers, words of an enumeration, lists of texts, markings.

use crate::edit::fields::Choices;
use crate::index::fold;
use crate::model::{Node, RelationKind, TlpLevel};

/// A cell as a value.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Value {
    pub(super) node: Option<Node>,
    /// How it is understood.
    pub(super) words: String,
    /// The names for which records have to be made.
    pub(super) creates: Vec<String>,
}

impl Value {
    pub(super) fn new(node: Node, words: impl Into<String>) -> Self {
        Self { node: Some(node), words: words.into(), creates: Vec::new() }
    }

    pub(super) fn text(text: &str) -> Self {
        Self::new(Node::Text(text.to_owned()), text)
    }
}

/// Why a cell does not fit, and what to do.
pub(super) type Misfit = String;

/// The errors that spreadsheets show where a formula gave nothing.
const ERRORS: &[&str] = &[
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#GETTING_DATA",
    "#N/V",
    "#BEZUG!",
    "#WERT!",
    "#NOM?",
    "#VALEUR!",
];

/// Why a cell holds no value, where its spreadsheet had none to show: an error, or a formula that was never worked out.
pub(super) fn no_value(text: &str, names_somebody: bool) -> Option<Misfit> {
    let is_libre_office =
        || text.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.parse::<u16>().is_ok());
    if ERRORS.contains(&text) || is_libre_office() {
        return Some(format!(
            "{text} is an error that the spreadsheet shows, and no value; write what should stand here"
        ));
    }
    let is_formula = names_somebody
        && text
            .strip_prefix('=')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "([$\"'+-".contains(c)));
    is_formula.then(|| {
        "A formula stands here whose value is not in the file; open it in its program and save it again".to_owned()
    })
}

/// A whole number.
pub(super) fn number(text: &str) -> Result<Value, Misfit> {
    let number = text.parse::<u32>().map_err(|_| format!("“{text}” is no whole number"))?;
    Ok(Value::new(Node::Integer(i64::from(number)), number.to_string()))
}

/// Yes or no.
pub(super) fn flag(text: &str) -> Result<Value, Misfit> {
    match fold(text).as_str() {
        "yes" | "true" | "x" | "1" | "y" => Ok(Value::new(Node::Bool(true), "Yes")),
        "no" | "false" | "0" | "n" => Ok(Value::new(Node::Bool(false), "No")),
        _ => Err(format!("“{text}” is neither yes nor no")),
    }
}

/// The word of an enumeration by its label, by the word itself, or by the only label that begins so.
fn choice(choices: &[(&'static str, &'static str)], text: &str) -> Result<(&'static str, &'static str), Misfit> {
    let folded = fold(text.trim());
    let exact = choices.iter().find(|(word, label)| fold(label) == folded || fold(word) == folded);
    let mut begins = choices.iter().filter(|(_, label)| fold(label).starts_with(&folded));
    let only = begins.next().filter(|_| begins.next().is_none() && !folded.is_empty());
    exact.or(only).copied().ok_or_else(|| {
        let labels: Vec<&str> = choices.iter().map(|(_, label)| *label).collect();
        format!("“{text}” is none of: {}", labels.join(", "))
    })
}

/// A word of an enumeration.
pub(super) fn word(choices: Choices, text: &str) -> Result<Value, Misfit> {
    let (word, label) = choice(&choices(), text)?;
    Ok(Value::new(Node::Word(word.into()), label))
}

/// Several of them.
pub(super) fn words(choices: Choices, text: &str) -> Result<Value, Misfit> {
    let choices = choices();
    let mut items = Vec::new();
    let mut labels = Vec::new();
    for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (word, label) = choice(&choices, part)?;
        if !labels.contains(&label) {
            items.push(Node::Word(word.into()));
            labels.push(label);
        }
    }
    Ok(Value { node: Node::list_of(items), words: labels.join(", "), creates: Vec::new() })
}

/// Texts in their order.
pub(super) fn list<'t>(parts: impl Iterator<Item = &'t str>) -> Value {
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    let items = parts.iter().map(|part| Node::Text((*part).to_owned())).collect();
    Value { node: Node::list_of(items), words: parts.join("; "), creates: Vec::new() }
}

/// A kind of relation; what is none of the format's is kept as it is said.
pub(super) fn relation_kind(text: &str) -> Value {
    let plain: Vec<(String, &str)> =
        RelationKind::PLAIN.iter().map(|kind| (format!("{kind:?}"), kind.label())).collect();
    let folded = fold(text);
    let found = plain.iter().find(|(word, label)| fold(word) == folded || fold(label) == folded);
    match found {
        Some((word, label)) => Value::new(Node::Word(word.clone().into()), *label),
        None => Value::new(Node::Wrapped("Other".into(), Box::new(Node::Text(text.to_owned()))), text),
    }
}

/// A level of the marking, with or without its sign before it.
pub(super) fn marking(text: &str) -> Result<Value, Misfit> {
    let levels: Vec<(&'static str, &'static str)> =
        TlpLevel::ALL.iter().map(|level| (level.word(), level.label())).collect();
    let bare = fold(text).trim_start_matches("tlp:").to_owned();
    let by_level = levels.iter().find(|(_, label)| fold(label).trim_start_matches("tlp:") == bare);
    let (word, label) = by_level.copied().map_or_else(|| choice(&levels, text), Ok)?;
    Ok(Value::new(Node::Word(word.into()), label))
}

#[cfg(test)]
mod tests {
    use super::no_value;

    #[test]
    fn an_error_of_a_spreadsheet_and_a_formula_are_no_values() {
        for (text, names_somebody, is_none) in [
            ("#N/A", false, true),
            ("Err:508", false, true),
            ("=A1&B1", true, true),
            ("=A1&B1", false, false),
            ("#1 in the list", true, false),
            ("Err: nobody", true, false),
            ("= 3", true, false),
        ] {
            assert_eq!(no_value(text, names_somebody).is_some(), is_none, "{text}");
        }
    }
}
