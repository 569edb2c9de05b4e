//! Words pasted into the source that is read: its held text, numbered by paragraph.

use egui::Context;

use super::program::App;
use crate::document::Origin;
use crate::edit::article::{is_article, is_prose, source_text};
use crate::edit::change;
use crate::model::{AnyRecord, Key, Node, plural};
use crate::ui::command::Tab;
use crate::ui::dialogs::Dialog;
use crate::ui::session::OpenBriefing;

impl App {
    /// The source that is read while editing, and holds no words yet.
    pub(super) fn source_without_words(&self) -> Option<Key> {
        let open = self.session.open.as_ref()?;
        let key = open.history.present().selected?;
        let reads = open.is_editing && open.tab() == Tab::Sources && !open.has_table;
        match open.document.reader().record(key)? {
            AnyRecord::Source(source) if reads && source.held_words().is_empty() => Some(key),
            _ => None,
        }
    }

    /// Whether a text that is pasted is an article, and no rows or list of sources.
    pub(super) fn is_article_to_hold(&self, text: &str) -> bool {
        let lists_sources = self.session.open.as_ref().is_some_and(|open| open.tab() == Tab::Sources);
        is_article(text) || lists_sources && is_prose(text)
    }

    /// Offers to hold an article in the briefing; a sample is looked at, so that a new one is begun unless asked otherwise.
    pub(super) fn offer_article(&mut self, text: String) {
        let is_own = |open: &OpenBriefing| !matches!(open.origin, Origin::Sample | Origin::SampleHeld);
        self.views.dialog = Some(match &self.session.open {
            Some(open) if is_own(open) => Dialog::article_to_hold(text),
            open => Dialog::article_to_begin(text, open.is_some()),
        });
    }

    /// The article that is held in part, while its proposals are looked at in editing.
    pub(super) fn article_in_part(&mut self) -> Option<Key> {
        let open = self.session.open.as_ref()?;
        let is_shown = open.is_editing && self.views.tabs.shows_proposals(open.tab());
        let key = self.views.tabs.proposals().source().filter(|_| is_shown)?;
        match self.session.open.as_ref()?.document.reader().record(key)? {
            AnyRecord::Source(source) if source.text.is_empty() => Some(key),
            _ => None,
        }
    }

    /// Holds these words as the whole of the article that is held in part.
    pub(super) fn hold_article_whole(&mut self, ctx: &Context, text: &str) {
        if let Some(key) = self.article_in_part() {
            self.hold_whole(ctx, key, text);
        }
    }

    /// Holds these words as the text of a source, and tells what can be done with them.
    pub(super) fn hold_words(&mut self, ctx: &Context, source: Key, text: &str) {
        let paragraphs = source_text(text);
        let held = plural(paragraphs.iter().filter(|text| !text.is_empty()).count(), "paragraph");
        let words = Node::list_of(paragraphs.into_iter().map(Node::Text).collect());
        if words.is_some() && self.make(ctx, |reader| change::set_field(reader, source, "text", words)).is_some() {
            let told =
                format!("{held} held. Select words in them and press S for a statement, V for a visit, A for an actor");
            self.offer_reading(ctx, &told);
        }
    }
}
