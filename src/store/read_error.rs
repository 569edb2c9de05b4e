//! What `ron` says of a value, in words for a person.

/// What is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Explained {
    /// What is wrong.
    pub(super) message: String,
    /// What to do; may be empty.
    pub(super) hint: String,
}

impl Explained {
    pub(super) fn plain(message: String) -> Self {
        Self { message, hint: String::new() }
    }
}

/// How far a misspelt word may lie from the right one, from 0 (nothing alike) to 1 (the same).
const ALIKE: f64 = 0.7;

/// What is wrong, and what to do.
pub(super) fn explain(error: &ron::Error) -> Explained {
    use ron::Error;
    let (message, hint) = match error {
        Error::NoSuchEnumVariant { expected, found, .. } => {
            (format!("`{found}` is not a word that may stand here"), words_hint(found, expected))
        }
        Error::DuplicateStructField { field, .. } => {
            (format!("field `{field}` is given twice"), "Keep one of the two".to_owned())
        }
        Error::ExpectedString => {
            ("a text is expected here".to_owned(), "Write it in quotation marks: \"…\"".to_owned())
        }
        Error::ExpectedArray => ("a list is expected here".to_owned(), "Write it in brackets: [a, b]".to_owned()),
        Error::ExpectedBoolean => ("true or false is expected here".to_owned(), String::new()),
        Error::ExpectedInteger | Error::ExpectedFloat => ("a whole number is expected here".to_owned(), String::new()),
        Error::IntegerOutOfBounds => ("the number is too large to stand here".to_owned(), String::new()),
        Error::ExpectedUnit | Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            ("a record with named fields is expected here".to_owned(), "Write (name: value, …)".to_owned())
        }
        Error::ExpectedIdentifier => {
            ("a word is expected here".to_owned(), "Write it without quotation marks".to_owned())
        }
        Error::InvalidValueForType { expected, found } => {
            (format!("{found} stands where there should be {expected}"), String::new())
        }
        Error::ExceededRecursionLimit => (
            "values are nested too deep here".to_owned(),
            "A briefing needs no more than ten brackets in each other".to_owned(),
        ),
        Error::ExpectedComma => {
            ("a comma is missing here".to_owned(), "Put one between two fields or two items".to_owned())
        }
        Error::ExpectedMapColon => ("a colon is missing here".to_owned(), "Write name: value".to_owned()),
        Error::ExpectedStringEnd => (
            "a text does not end".to_owned(),
            "Close it with a quotation mark; one within it is written \\\"".to_owned(),
        ),
        Error::InvalidEscape(_) => (
            "a backslash begins a sign that there is not".to_owned(),
            "Write \\\\ for a backslash, \\\" for a quotation mark, \\n for a new line".to_owned(),
        ),
        Error::ExpectedArrayEnd | Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd | Error::ExpectedMapEnd => {
            ("a bracket is not closed here".to_owned(), "Close it, or take away what is too much before it".to_owned())
        }
        Error::TrailingCharacters => {
            ("something stands behind the value".to_owned(), "Take it away, or put a comma before it".to_owned())
        }
        Error::UnclosedBlockComment => ("a comment does not end".to_owned(), "Close it with */".to_owned()),
        Error::Eof => ("the text ends within a value".to_owned(), "Close what is open".to_owned()),
        Error::UnexpectedChar(found) => {
            (format!("`{found}` cannot stand here"), "Write name: value, or a value".to_owned())
        }
        Error::Message(message) => (message.clone(), String::new()),
        other => (lower_first(&other.to_string()), String::new()),
    };
    Explained { message, hint }
}

/// The word that was meant, or all that may stand there.
fn words_hint(found: &str, expected: &[&str]) -> String {
    let likeness = |word: &&str| strsim::jaro_winkler(&found.to_lowercase(), &word.to_lowercase());
    let best = expected.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match best {
        Some(word) if likeness(word) >= ALIKE => format!("Did you mean `{word}`?"),
        _ => format!("Write one of {}", expected.join(", ")),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
