//! The runs of a statement as runs of words on the screen.

use crate::model::Content;
use crate::ui::widgets::Run;

/// The runs with a space between two of them, unless the second begins with a mark that follows a word.
pub fn quote_runs(content: &[Content]) -> Vec<Run<'_>> {
    let mut runs = Vec::with_capacity(2 * content.len());
    for run in content {
        let text = run.text().trim();
        if !runs.is_empty() && !text.starts_with([',', '.', ';', ':', '!', '?', ')']) {
            runs.push(Run::Para(" "));
        }
        runs.push(if run.is_said() { Run::Said(text) } else { Run::Para(text) });
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::quote_runs;
    use crate::model::Content;
    use crate::ui::widgets::Run;

    #[test]
    fn runs_are_parted_by_spaces_but_not_before_a_comma() {
        let content =
            [Content::Para("ties are".into()), Content::Said(" developing ".into()), Content::Para(", he said".into())];
        let runs = quote_runs(&content);
        assert_eq!(runs, [Run::Para("ties are"), Run::Para(" "), Run::Said("developing"), Run::Para(", he said")]);
    }
}
