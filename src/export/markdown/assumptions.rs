//! What the judgements take for granted, what else could be the case, and what would show it.

use super::note::Note;
use super::words::sentence;

impl Note<'_> {
    pub(super) fn assumptions(&mut self) {
        let (key, further) = self.judgements();
        let judgements: Vec<_> = key.into_iter().chain(further).collect();
        let groups = |judgement: &crate::model::Judgement| {
            let sentences = |words: &[String]| -> Vec<String> {
                words.iter().map(|words| sentence(words)).filter(|words| !words.is_empty()).collect()
            };
            [
                ("Assumption", sentences(&judgement.assumptions)),
                ("Alternative", sentences(&judgement.alternatives)),
                ("Indicator", sentences(&judgement.indicators)),
            ]
        };
        let is_worth_telling = |judgement: &&std::sync::Arc<crate::model::Judgement>| {
            groups(judgement).iter().any(|(_, words)| !words.is_empty())
        };
        let told: Vec<_> = judgements.iter().filter(is_worth_telling).collect();
        if told.is_empty() {
            return;
        }
        self.heading("Assumptions and alternatives");
        let has_several = judgements.len() > 1;
        for judgement in told {
            if has_several {
                self.item(0, &format!("*{}*", sentence(&judgement.text)));
            }
            for (label, words) in groups(judgement) {
                for words in words {
                    self.item(usize::from(has_several), &format!("{label}: {words}"));
                }
            }
        }
    }
}
