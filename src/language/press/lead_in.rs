//! The verb of a source before words that mean something else without it.

use super::lexicon::PRESS_LANGUAGES;
use crate::index::fold;
use crate::model::{Content, Statement};

/// What stands before the words of a statement: the source's own verb, unless it only tells that somebody spoke.
///
/// “denied any involvement” without its verb says the opposite, and of “called for a truce” nobody knows whether it was
/// asked for or announced. A verb that no list has is shown too.
#[must_use]
pub fn lead_in(statement: &Statement) -> String {
    let cue = statement.cue.trim();
    let has_it = statement.content.first().is_some_and(|run| fold(run.text()).trim_start().starts_with(&fold(cue)));
    if cue.is_empty() || has_it || statement.content.is_empty() || only_tells_of_speech(cue) {
        return String::new();
    }
    // An analyst's own sentence does not go on from the verb, as the words behind it in the source do.
    let begins_anew = matches!(statement.content.first(), Some(Content::Para(words))
        if words.trim_start().starts_with(char::is_uppercase));
    if begins_anew { format!("{cue} – ") } else { format!("{cue} ") }
}

fn only_tells_of_speech(cue: &str) -> bool {
    let is_plain =
        |word: &str| PRESS_LANGUAGES.iter().any(|press| press.plain_speech.split('|').any(|one| one == word));
    fold(cue).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(cue: &str, content: Content) -> String {
        lead_in(&Statement { cue: cue.to_owned(), content: vec![content], ..Statement::default() })
    }

    #[test]
    fn a_verb_without_which_the_words_mean_something_else_is_kept() {
        let para = |words: &str| Content::Para(words.to_owned());
        for cue in [
            "said",
            "told reporters",
            "has said",
            "According to",
            "sagte",
            "erklärte",
            "rekao je",
            "a dit",
            "a déclaré",
        ] {
            assert_eq!(before(cue, para("the talks go on")), "", "{cue}");
        }
        for cue in ["denied", "accused", "did not say", "wants", "warned", "bestritt", "negirao je", "a démenti"] {
            assert_eq!(before(cue, para("any part in it")), format!("{cue} "), "{cue}");
        }
        assert_eq!(before("denied", Content::Said("any part in it".to_owned())), "denied ");
        assert_eq!(before("called", para("The lock is")), "called – ");
        assert_eq!(before("warned", para("Warned that the lock will fall")), "");
        assert_eq!(lead_in(&Statement { cue: "did not answer".to_owned(), ..Statement::default() }), "");
    }
}
