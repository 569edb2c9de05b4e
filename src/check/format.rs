//! Findings as lines of text that editors can jump to, and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Act, Problem, Remedy, Severity};
use crate::model::{Node, plural, shortened};
use crate::ron_text::inline;

/// One finding a line, `FILE:line:column: severity[rule]: message`, its hint below.
#[must_use]
pub fn to_text(problems: &[Problem], file_name: &str) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&escaped(file_name));
        if let Some(at) = problem.position {
            let _ = write!(text, ":{}:{}", at.line, at.column);
        }
        let _ = writeln!(text, ": {}[{}]: {}", problem.severity.word(), problem.rule, escaped(&problem.message));
        if !problem.hint.is_empty() {
            let _ = writeln!(text, "    hint: {}", escaped(&problem.hint));
        }
    }
    text
}

/// A list of `{rule, severity, record, field, message, line, column, hint, repair}`, one finding a line.
///
/// `repair` is `{field, value}`, what the repair would write, or `null`.
///
/// `line` and `column` are `null` where the place is not known. Control and bidirectional characters are escaped in
/// the text itself, so that they do nothing wherever it is shown.
#[must_use]
pub fn to_json(problems: &[Problem]) -> String {
    let objects: Vec<String> = problems.iter().map(|problem| format!("  {}", object(problem))).collect();
    if objects.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", objects.join(",\n")) }
}

fn object(problem: &Problem) -> Value {
    json!({
        "rule": problem.rule,
        "severity": problem.severity.word(),
        "record": escaped(&shortened(problem.record.as_str())),
        "field": escaped(&shortened(&problem.field)),
        "message": escaped(&problem.message),
        "line": problem.position.map(|at| at.line),
        "column": problem.position.map(|at| at.column),
        "hint": escaped(&problem.hint),
        "repair": problem.remedy.as_ref().and_then(|remedy| repair(problem, remedy)),
    })
}

/// `{field, value}` of the repair: what stands in a field afterwards, `null` where it goes. A text as it is, any other
/// value in RON. None where the repair is no value of a field, such as a record to be made.
fn repair(problem: &Problem, remedy: &Remedy) -> Option<Value> {
    let in_json = |node: &Node| match node {
        Node::Text(text) => Value::String(escaped(text)),
        other => Value::String(escaped(&inline(other))),
    };
    let (field, value) = match &remedy.act {
        Act::Put(puts) => {
            puts.first().map(|(path, value)| (path.as_str(), value.as_ref().map_or(Value::Null, in_json)))?
        }
        Act::PutInBriefing(field, value) => (*field, in_json(value)),
        Act::Add(field, value) => (*field, in_json(value)),
        Act::Name(_, to) => (problem.field.as_str(), Value::String(escaped(to.as_str()))),
        Act::Rename(Some(id)) => ("id", Value::String(escaped(id.as_str()))),
        Act::Rename(None) | Act::SourceSigns | Act::RenameField(_) | Act::Create(..) | Act::Delete => return None,
    };
    Some(json!({ "field": escaped(field), "value": value }))
}

/// How much was found, in a line: `2 errors, 1 warning and 4 notes by 5 rules; 1 waived`.
#[must_use]
pub fn summary(problems: &[Problem], waived: usize) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let parts: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "note")]
        .into_iter()
        .map(|(severity, word)| (count(severity), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| plural(count, word))
        .collect();
    let mut rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let mut text = match parts.as_slice() {
        [] => "nothing to report".to_owned(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    };
    if !rules.is_empty() {
        let _ = write!(text, " by {}", plural(rules.len(), "rule"));
    }
    if waived > 0 {
        let _ = write!(text, "; {waived} waived");
    }
    text
}

/// The text with every character spelt out that would act on a terminal or turn the order of letters round.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_format_character(c) {
            let _ = write!(safe, "{}", c.escape_unicode());
        } else {
            safe.push(c);
        }
    }
    safe
}

/// Line separators, marks and overrides of direction (UAX #9), and characters without width.
fn is_format_character(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::super::Position;
    use super::*;
    use crate::model::Id;

    fn problem(severity: Severity, rule: &'static str, message: &str) -> Problem {
        let (record, field, hint) = (Id::from("v-li"), "when".to_owned(), String::new());
        Problem {
            rule,
            severity,
            key: None,
            record,
            others: Vec::new(),
            field,
            message: message.to_owned(),
            hint,
            remedy: None,
            position: None,
        }
    }

    #[test]
    fn a_line_can_be_jumped_to_and_does_nothing_to_a_terminal() {
        let mut found = problem(Severity::Error, "bad-date", "a\u{1b}[31mb\u{202e}c");
        found.position = Some(Position { line: 3, column: 7 });
        found.hint = "Write 2024".to_owned();
        let text = to_text(&[found], "a.ron");
        assert_eq!(text, "a.ron:3:7: error[bad-date]: a\\u{1b}[31mb\\u{202e}c\n    hint: Write 2024\n");
    }

    #[test]
    fn json_has_all_keys_in_order() {
        let text = to_json(&[problem(Severity::Info, "unused-actor", "x")]);
        let expected = "[\n  {\"rule\":\"unused-actor\",\"severity\":\"info\",\"record\":\"v-li\",\"field\":\"when\",\
                        \"message\":\"x\",\"line\":null,\"column\":null,\"hint\":\"\",\"repair\":null}\n]\n";
        assert_eq!(text, expected);
        assert_eq!(to_json(&[]), "[]\n");
    }

    #[test]
    fn the_summary_counts() {
        let two = [problem(Severity::Error, "a", ""), problem(Severity::Warning, "b", "")];
        assert_eq!(summary(&two, 1), "1 error and 1 warning by 2 rules; 1 waived");
        assert_eq!(summary(&[], 0), "nothing to report");
    }
}
