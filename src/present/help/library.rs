//! All pages that need no window.

use std::sync::LazyLock;

use super::fields::{OF_EVERY_RECORD, complete, page_of_kind};
use super::page::{Group, Page, Section};
use super::rules;
use crate::check::rule;
use crate::edit::fields::{HEADER, field_label, fields_of, header_label};
use crate::model::RecordKind;

/// A page that is written by hand: what links call it, what it is for, and its text.
macro_rules! written {
    ($group:ident, $name:literal) => {
        ($name, Group::$group, include_str!(concat!("../../../assets/help/", $name, ".md")))
    };
}

const WRITTEN: &[(&str, Group, &str)] = &[
    written!(Guides, "first-briefing"),
    written!(Guides, "dates"),
    written!(Guides, "quotes"),
    written!(Guides, "grading"),
    written!(Guides, "judgements"),
    written!(Window, "chart"),
    written!(InAndOut, "taking-in"),
    written!(InAndOut, "handing-on"),
    written!(InAndOut, "teams"),
    written!(Fields, "briefing"),
    written!(Fields, "visit"),
    written!(Fields, "statement"),
    written!(Fields, "actor"),
    written!(Fields, "role"),
    written!(Fields, "relation"),
    written!(Fields, "source"),
    written!(Fields, "judgement"),
    written!(Fields, "conflict"),
    written!(Fields, "every-record"),
    ("format", Group::Reference, include_str!("../../../assets/FORMAT.md")),
];

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let mut pages: Vec<Page> = WRITTEN.iter().map(|(name, group, text)| Page::new(name, *group, text)).collect();
    for page in &mut pages {
        let kind = RecordKind::ALL.iter().find(|kind| page_of_kind(Some(**kind)) == page.name);
        match kind {
            Some(kind) => complete(page, fields_of(*kind)),
            None if page.name == page_of_kind(None) => complete(page, HEADER),
            None if page.name == OF_EVERY_RECORD => complete(page, fields_of(RecordKind::Visit)),
            None => {}
        }
    }
    pages.push(rules::page());
    pages
});

/// The pages of the help, but for those that the window makes of its own tables.
#[must_use]
pub fn pages() -> &'static [Page] {
    &PAGES
}

/// What a field of a kind of record means, with an example; without a kind, a field of the briefing itself.
#[must_use]
pub fn about_field(kind: Option<RecordKind>, name: &str) -> Option<(&'static Page, &'static Section)> {
    let label = kind.map_or_else(|| header_label(name), |kind| field_label(kind, name));
    let of = |page: &str| PAGES.iter().find(|known| known.name == page);
    let mut candidates = [of(page_of_kind(kind)), of(OF_EVERY_RECORD)].into_iter().flatten();
    candidates.find_map(|page| Some((page, page.sections.iter().find(|section| section.title == label)?)))
}

/// What a rule of the checks asks, why, and what to do.
#[must_use]
pub fn about_rule(id: &str) -> Option<(&'static Page, &'static Section)> {
    let title = rule(id)?.title;
    section_of(rules::PAGE, title)
}

/// How an article is taken in proposal by proposal.
#[must_use]
pub fn about_proposals() -> Option<(&'static Page, &'static Section)> {
    section_of("taking-in", "Proposals, one by one")
}

fn section_of(page: &str, title: &str) -> Option<(&'static Page, &'static Section)> {
    let page = PAGES.iter().find(|known| known.name == page)?;
    Some((page, page.sections.iter().find(|section| section.title == title)?))
}
