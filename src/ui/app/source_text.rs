//! Words pasted into the source that is read: its held text, numbered by paragraph.

use egui::Context;

use super::program::App;
use crate::edit::article::{is_prose, source_text};
use crate::edit::change;
use crate::model::{AnyRecord, Key, Node, plural};
use crate::ui::command::Tab;
use crate::ui::widgets::Severity;

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

    /// Whether a text that is pasted where sources are listed is an article, and no list of sources.
    pub(super) fn is_article_for_sources(&self, text: &str) -> bool {
        let lists_sources = self.session.open.as_ref().is_some_and(|open| open.tab() == Tab::Sources);
        lists_sources && is_prose(text)
    }

    /// Holds these words as the text of a source, and tells what can be done with them.
    pub(super) fn hold_words(&mut self, ctx: &Context, source: Key, text: &str) {
        let paragraphs = source_text(text);
        let held = plural(paragraphs.iter().filter(|text| !text.is_empty()).count(), "paragraph");
        let words = Node::list_of(paragraphs.into_iter().map(Node::Text).collect());
        if words.is_some() && self.make(ctx, |reader| change::set_field(reader, source, "text", words)).is_some() {
            let told =
                format!("{held} held. Select words in them and press S for a statement, V for a visit, A for an actor");
            self.notify(ctx, Severity::Found, &told);
        }
    }
}
