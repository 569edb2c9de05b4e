//! What of a briefing an export hands out: what may be seen and passes the filter, and the words that say so.

use super::options::NoteOptions;
use super::progress::Progress;
use super::withhold::{Withheld, withhold};
use super::words::{Part, in_order_of_time, one_line};
use crate::document::Document;
use crate::index::{Index, Reader};
use crate::model::{Key, Marking, Record, Records, Visit};
use std::sync::Arc;

/// What of a briefing an export hands out.
pub(super) struct View<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) part: Part<'a>,
    pub(super) progress: &'a Progress,
}

/// Calls for the view that is asked for; what is marked too strictly is taken out first.
pub(super) fn with_view<T>(document: &Document, options: &NoteOptions, write: impl FnOnce(&View) -> T) -> T {
    let part = |briefing, withheld| Part { briefing, withheld, most: options.marking, shown: options.shown.as_ref() };
    let progress = &options.progress;
    match options.marking.and_then(|most| withhold(&document.briefing, most)) {
        Some((briefing, withheld)) => {
            let index = Index::build(&briefing);
            write(&View { reader: Reader::new(&briefing, &index), part: part(&briefing, &withheld), progress })
        }
        None => {
            let withheld = Withheld::default();
            write(&View { reader: document.reader(), part: part(&document.briefing, &withheld), progress })
        }
    }
}

impl<'a> View<'a> {
    /// The records of a list that are handed out, in the order of the file, until somebody asks to stop.
    pub(super) fn kept<T: Record>(&self, list: &'a Records<T>) -> impl Iterator<Item = Arc<T>> + use<'a, T> {
        let part = self.part;
        let kept = self.progress.through(list).filter(move |entry| part.shows(entry.key));
        kept.map(|entry| Arc::clone(&entry.record))
    }

    /// The visits that are handed out, in the order of time, until somebody asks to stop.
    pub(super) fn visits(&self) -> impl Iterator<Item = (Key, Arc<Visit>)> + use<> {
        self.progress.through(in_order_of_time(&self.reader, |key| self.part.shows(key)))
    }

    /// The title; `Briefing` where there is none.
    pub(super) fn title(&self) -> String {
        let title = one_line(&self.reader.briefing.header.title);
        if title.is_empty() { "Briefing".to_owned() } else { title }
    }

    /// Marking, filter, and what is left out: sentences, where there is something to tell.
    pub(super) fn notices(&self) -> Vec<String> {
        let mut notices = vec![self.part.marking(), self.part.filter_notice(), self.part.left_out_notice()];
        notices.extend(self.part.unreadable_notices());
        notices.retain(|notice| !notice.is_empty());
        notices
    }

    /// That only a part is handed out, and why; empty where all is.
    pub(super) fn part_words(&self) -> String {
        let words = [self.part.filter_notice(), self.part.left_out_notice()];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The marking of a record, or else of the briefing.
    pub(super) fn marking_of(&self, record: &impl Record) -> String {
        let of_briefing = self.reader.briefing.header.marking.as_ref().filter(|_| !self.part.withheld.header);
        record.marking().or(of_briefing).map(Marking::label).map(one_line).unwrap_or_default()
    }
}
