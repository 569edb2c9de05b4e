//! What is typed into a cell of a table goes to the journal ahead of its step, which it becomes on Enter.

use crate::edit::{Edit, change};
use crate::index::Reader;
use crate::ui::command::Draft;

/// What is typed is kept no more often than this, in seconds.
const EACH_SECONDS: f64 = 1.0;

/// What of a cell is in the journal.
#[derive(Debug, Default)]
pub struct TypedCell {
    kept: Option<Kept>,
}

#[derive(Debug)]
struct Kept {
    draft: Draft,
    /// When, in the window's time in seconds.
    at: f64,
}

impl TypedCell {
    /// What the journal has to say now of what is typed; with it, in how many seconds to ask again where it is too
    /// early. Once the cell is done, the journal says of its record what the briefing does.
    pub fn follow(&mut self, reader: &Reader, typed: Option<Draft>, now: f64) -> (Vec<Edit>, Option<f64>) {
        let Some(draft) = typed else {
            let record =
                self.kept.take().and_then(|kept| kept.draft.key).and_then(|key| Some((key, reader.record(key)?)));
            return (record.map(|(key, record)| Edit::Replace { key, record }).into_iter().collect(), None);
        };
        if let Some(kept) = &self.kept {
            let next = kept.at + EACH_SECONDS;
            if kept.draft == draft {
                return (Vec::new(), None);
            }
            if now < next {
                return (Vec::new(), Some(next - now));
            }
        }
        let set = |key| change::set_field(reader, key, draft.field, draft.value.clone());
        let edits = draft.key.and_then(|key| set(key).ok()).map(|change| change.edits).unwrap_or_default();
        self.kept = Some(Kept { draft, at: now });
        (edits, None)
    }
}
