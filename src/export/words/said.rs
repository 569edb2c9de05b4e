//! The runs of a statement as one sentence: only the speaker's own words stand in quotation marks.

use super::sentences::{closed, one_line};
use crate::model::{Content, Statement};

/// What was said, or asked without an answer, as a sentence; empty where no words are held.
pub(in crate::export) fn said_words(statement: &Statement) -> String {
    match &statement.no_response {
        Some(asked) if statement.content.is_empty() => closed(&one_line(&asked.inquiry)),
        _ => closed(&runs(&statement.content)),
    }
}

/// The same to stand within another sentence: without an end of its own.
pub(in crate::export) fn ground_words(statement: &Statement) -> String {
    said_words(statement).trim_end_matches('.').to_owned()
}

fn runs(content: &[Content]) -> String {
    let mut words = String::new();
    for run in content {
        let own = one_line(run.text());
        if own.is_empty() {
            continue;
        }
        if !words.is_empty() && !own.starts_with([',', '.', ';', ':']) {
            words.push(' ');
        }
        if run.is_said() { words.push_str(&quoted(&own)) } else { words.push_str(&own) }
    }
    words
}

/// Words in quotation marks; marks within them become single ones, so that no two of a kind meet.
pub(in crate::export) fn quoted(words: &str) -> String {
    let mut inner = String::with_capacity(words.len() + 8);
    let mut is_open = false;
    for c in words.chars() {
        inner.push(match c {
            '“' | '„' | '«' => '‘',
            '”' | '»' => '’',
            '"' => {
                is_open = !is_open;
                if is_open { '‘' } else { '’' }
            }
            c => c,
        });
    }
    format!("“{inner}”")
}

#[cfg(test)]
mod tests {
    use super::said_words;
    use crate::model::{Content, Statement};

    fn words(content: &[Content]) -> String {
        said_words(&Statement { content: content.to_vec(), ..Statement::default() })
    }

    #[test]
    fn quotation_marks_and_ends_stand_once() {
        let said = |words: &str| Content::Said(words.to_owned());
        let para = |words: &str| Content::Para(words.to_owned());
        assert_eq!(words(&[said("We are friends,")]), "“We are friends”.");
        assert_eq!(words(&[said("“Iron” it is")]), "“‘Iron’ it is”.");
        assert_eq!(words(&[said("a \"no strings\" bridge")]), "“a ‘no strings’ bridge”.");
        assert_eq!(words(&[said("Yes!")]), "“Yes!”");
        assert_eq!(
            words(&[para("they call it"), said("ironclad"), para(", which is said")]),
            "they call it “ironclad”, which is said."
        );
        assert_eq!(words(&[]), "");
    }
}
