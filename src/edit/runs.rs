//! Words said and words paraphrased, as one text: what stands between “ and ” is the speaker's own.

use crate::model::Node;

/// The runs of a text, as the content of a statement; none where it holds no words.
///
/// No word of the text is lost, whatever its marks: one that opens nothing stays in the paraphrase.
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
    while let Some((open, mark)) = opening(rest) {
        let inside = rest.get(open + mark.len_utf8()..).unwrap_or("");
        push("Para", rest.get(..open).unwrap_or(""));
        // An opening mark without its closing one is being typed: what follows is said.
        let (said, after) = match closing(inside, mark) {
            Some((close, end)) => {
                (inside.get(..close).unwrap_or(""), inside.get(close + end.len_utf8()..).unwrap_or(""))
            }
            None => (inside, ""),
        };
        push("Said", said);
        rest = after;
    }
    push("Para", rest);
    (!runs.is_empty()).then_some(Node::List(runs))
}

/// The first mark of a text that opens a quotation: not the inch of `12"`, nor one that closes.
fn opening(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(at, c)| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        match c {
            '“' | '„' => true,
            '"' => before.is_none_or(|before| !before.is_alphanumeric()),
            _ => false,
        }
    })
}

/// The mark that closes what another opened. Quotations within it are passed over.
fn closing(inside: &str, open: char) -> Option<(usize, char)> {
    let mut depth = 0;
    for (at, c) in inside.char_indices() {
        match (open, c) {
            ('"', '"') => return Some((at, c)),
            ('“', '“') => depth += 1,
            ('“', '”') if depth > 0 => depth -= 1,
            ('“', '”') | ('„', '“' | '”') => return Some((at, c)),
            // Where a straight mark is typed for the closing one.
            ('“' | '„', '"') if depth == 0 && closes_straight(inside, at) => return Some((at, c)),
            _ => {}
        }
    }
    None
}

/// Whether a straight mark stands behind a word and before none, and no curly one closes later.
fn closes_straight(inside: &str, at: usize) -> bool {
    let after = inside.get(at + 1..).unwrap_or_default();
    let is_behind = inside.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| !c.is_whitespace());
    is_behind && !after.starts_with(char::is_alphanumeric) && !after.contains('”')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        assert_eq!(runs("she said “he said “no” to me” once"), "Para she said | Said he said “no” to me | Para once");
        assert_eq!(runs("a 12\" frame"), "Para a 12\" frame");
        assert_eq!(runs("„nein“ und “ja\" danach"), "Said nein | Para und | Said ja | Para danach");
        assert_eq!(runs("“he said \"no\" to me”"), "Said he said \"no\" to me");
        assert_eq!(runs("ends” here"), "Para ends” here");
        assert_eq!(runs("\"yes\" and \"no\""), "Said yes | Para and | Said no");
    }

    proptest! {
        #[test]
        fn what_is_typed_is_never_lost(text in "[a-c “”„\"'’,.1]{0,30}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ',' | '.')).collect::<String>();
            let runs = match runs_of(&text) {
                Some(Node::List(runs)) => runs,
                _ => Vec::new(),
            };
            let kept: String = runs.iter().map(|run| match run {
                Node::Wrapped(_, inner) => text_of(inner),
                _ => String::new(),
            }).collect();
            prop_assert_eq!(letters(&kept), letters(&text));
            prop_assert!(!runs.iter().any(|run| matches!(run, Node::Wrapped(_, inner) if text_of(inner).trim().is_empty())));
        }
    }

    fn text_of(node: &Node) -> String {
        match node {
            Node::Text(text) => text.clone(),
            _ => String::new(),
        }
    }
}
