//! The words of a paragraph with what is cited of them on a wash, and underlined what the record pointed at takes.

use crate::model::Key;
use crate::present::CitedWords;
use crate::ui::widgets::Run;

/// The stretches of a text, all of it.
pub(super) fn runs_of<'a>(text: &'a str, cited: &[CitedWords], pointed: Option<Key>) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    let mut push = |text: Option<&'a str>, run: fn(&'a str) -> Run<'a>| {
        runs.extend(text.filter(|text| !text.is_empty()).map(run));
    };
    let mut at = 0;
    for CitedWords { range, by } in cited {
        push(text.get(at..range.start), Run::Passage);
        let is_pointed = pointed.is_some_and(|key| by.contains(&key));
        push(text.get(range.clone()), if is_pointed { Run::Pointed } else { Run::Marked });
        at = range.end;
    }
    push(text.get(at..), Run::Passage);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KeyCounter;

    #[test]
    fn all_of_the_text_is_there_and_the_record_pointed_at_is_told_apart() {
        let mut counter = KeyCounter::default();
        let (one, other) = (counter.next_key(), counter.next_key());
        let cited = [CitedWords { range: 2..6, by: vec![one] }, CitedWords { range: 8..10, by: vec![other] }];
        let text = "A brée is ok";
        assert_eq!(
            runs_of(text, &cited, Some(other)),
            [Run::Passage("A "), Run::Marked("bré"), Run::Passage("e "), Run::Pointed("is"), Run::Passage(" ok")]
        );
    }
}
