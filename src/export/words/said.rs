//! The runs of a statement as one sentence: only the speaker's own words stand in quotation marks.

use super::sentences::{closed, one_line};
use crate::language::press::lead_in;
use crate::model::{Content, Statement};

/// What was said, or asked without an answer, as a sentence; empty where no words are held.
pub(in crate::export) fn said_words(statement: &Statement) -> String {
    match &statement.no_response {
        Some(asked) if statement.content.is_empty() => {
            let inquiry = one_line(&asked.inquiry);
            if inquiry.is_empty() { "What was asked is not told.".to_owned() } else { closed(&inquiry) }
        }
        _ => closed(&(one_line_lead_in(statement) + &runs(&statement.content))),
    }
}

/// The same for a table, which has the verb in a column of its own.
pub(in crate::export) fn bare_words(statement: &Statement) -> String {
    said_words(&Statement { cue: String::new(), ..statement.clone() })
}

fn one_line_lead_in(statement: &Statement) -> String {
    let lead_in = one_line(&lead_in(statement));
    if lead_in.is_empty() { lead_in } else { lead_in + " " }
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
    use super::{bare_words, said_words};
    use crate::model::{Content, NoResponse, Statement};

    #[test]
    fn a_denial_is_told_as_one() {
        let content = vec![Content::Said("any part in it".to_owned())];
        let denied = Statement { cue: "denied".to_owned(), content, ..Statement::default() };
        assert_eq!(said_words(&denied), "denied “any part in it”.");
        assert_eq!(bare_words(&denied), "“any part in it”.", "a table has the verb beside it");
        let silent = Statement { no_response: Some(NoResponse::default()), ..Statement::default() };
        assert_eq!(said_words(&silent), "What was asked is not told.");
    }

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
