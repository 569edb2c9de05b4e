//! What a view looks at: the open briefing, what passes the filter, what is selected.

use std::sync::Arc;

use crate::document::Document;
use crate::index::Reader;
use crate::model::Key;
use crate::present::chart::Period;
use crate::present::{Chosen, Filter, Shown};

use crate::ui::command::{Command, Request, Tab};
use crate::ui::session::OpenBriefing;

/// What a view looks at, and where it leaves what it asks for.
pub struct Scene<'a> {
    /// The open briefing.
    pub document: &'a Arc<Document>,
    /// For asking about names, roles and links.
    pub reader: Reader<'a>,
    /// The filter of all tabs.
    pub filter: &'a Filter,
    /// What passes it.
    pub shown: &'a Arc<Shown>,
    /// The selected record.
    pub selected: Option<Key>,
    /// The stretch of time that is selected on the chart instead, while its tab is shown.
    pub period: Option<&'a Arc<Period>>,
    /// The tab that is shown.
    pub tab: Tab,
    /// Where the inspector begins that lies over the content, in a narrow window.
    pub covered_from: Option<f32>,
    /// The rows of a table that are selected together; none where one record alone is.
    pub chosen: &'a Arc<Chosen>,
    /// What a person asked of the table that is shown.
    pub asked_of_table: Option<Command>,
    /// Whether a table was shown in this frame.
    pub has_table: bool,
    /// The field, or the paragraph of a source, that something pointed at.
    pub pointed_field: Option<&'a (Key, String)>,
    /// A number that changes whenever the briefing or the filter does; for views that keep what they have worked out.
    pub revision: u64,
    /// Whether the briefing may be changed.
    pub is_editing: bool,
    /// Whether it has a file, whose lines can be looked at.
    pub is_file: bool,
    /// The record other than a source that was looked at last.
    pub last_other: Option<Key>,
    /// What views ask for, carried out after the frame.
    pub requests: Vec<Request>,
}

impl<'a> Scene<'a> {
    /// What views look at of an open briefing.
    #[must_use]
    pub(in crate::ui) fn of(open: &'a OpenBriefing) -> Self {
        Self {
            document: &open.document,
            reader: open.document.reader(),
            filter: &open.filter,
            shown: &open.shown,
            selected: open.history.present().selected,
            period: open.history.present().period.as_ref().filter(|_| open.tab() == Tab::Visits),
            tab: open.tab(),
            covered_from: None,
            chosen: &open.chosen,
            asked_of_table: open.asked_of_table,
            has_table: false,
            pointed_field: open.pointed_field.as_ref(),
            revision: open.revision,
            is_editing: open.is_editing,
            is_file: open.origin.path().is_some(),
            last_other: open.last_other(),
            requests: Vec::new(),
        }
    }

    /// Asks for something.
    pub fn ask(&mut self, request: impl Into<Request>) {
        self.requests.push(request.into());
    }

    /// Whether a record is the selected one.
    #[must_use]
    pub fn is_selected(&self, key: Key) -> bool {
        self.selected == Some(key)
    }
}
