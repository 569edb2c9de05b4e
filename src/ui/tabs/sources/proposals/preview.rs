//! A proposal as the record that it would become: its page, and what the checks would say of it.

use std::sync::Arc;

use crate::document::Document;
use crate::import::proposals::{Choice, ProposalName, Reading, Standings, take};
use crate::present::inspector::{Block, Limits, Page, page};
use crate::present::{Filter, Shown, plain_words};

/// What a preview follows from: the revision, the proposal, what was chosen, how it stands.
pub(super) type PreviewKey = (u64, ProposalName, Choice, bool);

/// A proposal as the record that it would become.
#[derive(Debug)]
pub(super) struct Preview {
    pub(super) page: Option<Page>,
    /// What the checks would say of the record.
    pub(super) findings: Vec<String>,
    /// Why the briefing would refuse it.
    pub(super) refusal: Option<String>,
}

/// Works the page out in a briefing in which the proposal is accepted.
pub(super) fn preview(
    document: &Arc<Document>,
    reading: &Reading,
    standings: &Standings,
    place: usize,
    choice: &Choice,
) -> Option<Preview> {
    let filter = Filter::default();
    if let Some(key) = standings.there(place) {
        let reader = document.reader();
        let shown = Shown::new(&reader, &filter);
        let page = page(&reader, &shown, &filter, Some(key), &Limits::default(), "");
        return Some(Preview { page: Some(without_passages(page)), findings: Vec::new(), refusal: None });
    }
    let reader = document.reader();
    match take(&reader, reading, standings, place, choice) {
        Ok(taken) => {
            let after = document.changed(taken.change.applied_to(&document.briefing)?);
            let reader = after.reader();
            let shown = Shown::new(&reader, &filter);
            let page = page(&reader, &shown, &filter, Some(taken.key), &Limits::default(), "");
            let known: Vec<&str> =
                document.problems_of(Some(taken.key)).map(|problem| problem.message.as_str()).collect();
            let findings = after
                .problems_of(Some(taken.key))
                .filter(|problem| !known.contains(&problem.message.as_str()))
                .map(|problem| plain_words(&reader, None, &problem.message))
                .collect();
            Some(Preview { page: Some(without_passages(page)), findings, refusal: None })
        }
        Err(refusal) => Some(Preview {
            page: None,
            findings: Vec::new(),
            refusal: Some(plain_words(&reader, None, &refusal.to_string())),
        }),
    }
}

/// The page without the passages that it rests on: the article stands beside it.
fn without_passages(mut page: Page) -> Page {
    let is_passage = |block: &Block| {
        matches!(block, Block::PassageHead(_) | Block::Paragraph(_) | Block::CitedBy(_) | Block::Actions(_))
    };
    for section in &mut page.sections {
        section.items.retain(|item| !is_passage(&item.block));
    }
    page.sections.retain(|section| !section.items.is_empty());
    page
}
