//! What the reader of files could not take. It reports these itself, before any rule runs; here they are explained.

use crate::check::{Rule, Scope, Severity};

/// A record that is no record of its list.
pub const UNREADABLE_RECORD: Rule = Rule {
    id: "unreadable-record",
    severity: Severity::Error,
    title: "Record that could not be read",
    condition: "A record has a value that its field cannot have, or its text breaks off",
    help: "The record is not in any tab, count or export until it is mended, but its text is kept as it is, and saving \
           does not touch it. The message says which field and where; a field that takes a word takes one of those in \
           the list of the format. The other records of the file are read as if this one were not there.",
    scope: Scope::Reader,
};

/// A field of the briefing itself that is no such field.
pub const UNREADABLE_FIELD: Rule = Rule {
    id: "unreadable-field",
    severity: Severity::Error,
    title: "Field of the briefing that could not be read",
    condition: "A field of the briefing itself has a value that it cannot have, or is given twice",
    help: "The briefing opens without this field; its text is kept as it is, and saving does not touch it. Where the \
           field is the marking or the status, exports speak as if none were given, so mend it before anything goes \
           out. A field that is given twice counts once, with its first value.",
    scope: Scope::Reader,
};
