//! What the window's own clipboard does not carry: HTML.

use std::fmt;

use arboard::Clipboard;

/// The clipboard of the desktop, once it was asked for. It is kept, since on X11 who copied hands the content out.
#[derive(Default)]
pub(super) struct HtmlClipboard(Option<Clipboard>);

impl fmt::Debug for HtmlClipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HtmlClipboard").field(&self.0.is_some()).finish()
    }
}

impl HtmlClipboard {
    fn open(&mut self) -> Option<&mut Clipboard> {
        if self.0.is_none() {
            self.0 = Clipboard::new().ok();
        }
        self.0.as_mut()
    }

    /// Puts HTML there, and text for who takes no HTML; `false` where the desktop takes none.
    pub(super) fn put_html(&mut self, html: &str, text: &str) -> bool {
        self.open().is_some_and(|clipboard| clipboard.set_html(html, Some(text)).is_ok())
    }

    /// The HTML that is there, where it holds a table.
    pub(super) fn table(&mut self) -> Option<String> {
        let html = self.open()?.get().html().ok()?;
        html.to_lowercase().contains("<table").then_some(html)
    }
}
