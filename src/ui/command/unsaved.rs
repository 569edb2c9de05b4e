//! What would lose unsaved changes.

use crate::document::Origin;
use crate::edit::change::Article;

/// What would lose unsaved changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// The program ends.
    Quit,
    /// The briefing is closed.
    Close,
    /// Another is opened.
    Open(Origin),
    /// One is begun with an article.
    Article(Box<Article>),
    /// The same is read again.
    Reload,
}
