//! The page of a role.

use super::build::{Build, text_row};
use super::page::{Page, Section};
use super::rows::glyph_of;
use super::{Prose, Tone};
use crate::model::{AnyRecord, Key, Role};

impl Build<'_> {
    pub(super) fn role(&self, key: Key, role: &Role) -> Page {
        let record = AnyRecord::Role(role.clone().into());
        let mut sections = Vec::new();
        self.date_section(&mut sections, key, "valid", role.valid.as_ref(), &role.cites);
        let mut items = Vec::new();
        self.records(&mut items, "person", "Person", [&role.person], role.valid.as_ref());
        self.records(&mut items, "org", "In", [&role.org], None);
        text_row(&mut items, "title", "As", &role.title);
        if let Some(area) = &role.area {
            self.place(&mut items, "area", "For", area, "");
        }
        sections.push(Section::plain(items));
        self.linked_from(&mut sections, key, |_, _| false);
        self.common(&mut sections, &record);
        Page {
            key: Some(key),
            glyph: glyph_of(&record),
            kind: "Role".to_owned(),
            title: crate::present::role_words(self.reader, role),
            subtitle: Prose::new().record(self.reader, Tone::Plain, &role.person),
            badges: Vec::new(),
            sections,
            id: role.id.to_string(),
        }
    }
}
