//! The words of a statement as runs of words on the screen.

use crate::present::SpokenWords;
use crate::ui::widgets::Run;

/// What leads to the words, then the runs with a space between two of them, unless the second begins with a mark that
/// follows a word.
pub fn quote_runs(words: &SpokenWords) -> Vec<Run<'_>> {
    let mut runs = Vec::with_capacity(1 + 2 * words.runs.len());
    for run in &words.runs {
        let text = run.text().trim();
        if !runs.is_empty() && !text.starts_with([',', '.', ';', ':', '!', '?', ')']) {
            runs.push(Run::Para(" "));
        }
        runs.push(if run.is_said() { Run::Said(text) } else { Run::Para(text) });
    }
    if !words.lead_in.is_empty() {
        runs.insert(0, Run::LeadIn(&words.lead_in));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::quote_runs;
    use crate::model::Content;
    use crate::present::SpokenWords;
    use crate::ui::widgets::Run;

    #[test]
    fn runs_are_parted_by_spaces_but_not_before_a_comma() {
        let runs = vec![
            Content::Para("ties are".into()),
            Content::Said(" developing ".into()),
            Content::Para(", he said".into()),
        ];
        let mut words = SpokenWords { runs, lead_in: String::new() };
        let shown = [Run::Para("ties are"), Run::Para(" "), Run::Said("developing"), Run::Para(", he said")];
        assert_eq!(quote_runs(&words), shown);
        "denied ".clone_into(&mut words.lead_in);
        assert_eq!(quote_runs(&words), [&[Run::LeadIn("denied ")], &shown[..]].concat());
    }
}
