//! Words said and words paraphrased, as one text: what stands between “ and ” is the speaker's own.

use crate::model::Node;

/// The runs of a text, as the content of a statement; none where it holds no words.
#[must_use]
pub fn runs_of(text: &str) -> Option<Node> {
    let mut runs = Vec::new();
    let mut push = |word: &'static str, part: &str| {
        let part = part.trim();
        if !part.is_empty() {
            runs.push(Node::Wrapped(word.into(), Box::new(Node::Text(part.to_owned()))));
        }
    };
    let mut rest = text;
    while let Some(open) = rest.find(['“', '„', '"']) {
        let mark = rest.get(open..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        let inside = rest.get(open + mark..).unwrap_or("");
        // An opening mark without its closing one is being typed: what follows is said.
        let close = inside.find(['”', '"']).or_else(|| inside.find('“'));
        push("Para", rest.get(..open).unwrap_or(""));
        let Some(close) = close else {
            push("Said", inside);
            rest = "";
            break;
        };
        push("Said", inside.get(..close).unwrap_or(""));
        let mark = inside.get(close..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        rest = inside.get(close + mark..).unwrap_or("");
    }
    push("Para", rest);
    (!runs.is_empty()).then_some(Node::List(runs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_tell_what_was_said() {
        let runs = |text: &str| match runs_of(text) {
            Some(Node::List(runs)) => runs
                .iter()
                .map(|run| match run {
                    Node::Wrapped(word, inner) => format!("{word} {}", text_of(inner)),
                    _ => String::new(),
                })
                .collect::<Vec<_>>()
                .join(" | "),
            _ => String::new(),
        };
        assert_eq!(runs("called it “a milestone”, and left"), "Para called it | Said a milestone | Para , and left");
        assert_eq!(runs("\"All of it.\""), "Said All of it.");
        assert_eq!(runs("none of it"), "Para none of it");
        assert_eq!(runs("half “typed"), "Para half | Said typed");
        assert_eq!(runs(" “” "), "");
    }

    fn text_of(node: &Node) -> String {
        match node {
            Node::Text(text) => text.clone(),
            _ => String::new(),
        }
    }
}
