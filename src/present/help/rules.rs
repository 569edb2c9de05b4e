//! The page of the checks, from the table of rules: each says itself what it asks, why, and what to do.

use super::page::{Group, Page, Section};
use crate::check::{RULES, Rule, Severity};

/// What links call the page of the checks.
pub(super) const PAGE: &str = "checks";

pub(super) fn page() -> Page {
    let intro = Section { title: String::new(), text: INTRO.to_owned() };
    let sections = std::iter::once(intro).chain(RULES.iter().map(section_of)).collect();
    Page { name: PAGE, group: Group::Reference, title: "The checks, rule by rule".to_owned(), sections }
}

const INTRO: &str = "The Checks tab lists what a careful reader would ask. An error keeps the note from being handed on \
                     without a word; a warning is worth a look; a note can wait. F8 goes to the next one. A finding that is \
                     right for this briefing can be silenced from its menu, with the reason.\n";

fn section_of(rule: &Rule) -> Section {
    let severity = match rule.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Info => "Note",
    };
    let (condition, help) = (rule.condition, rule.help);
    let text = format!("{severity}: {condition}.\n\n{help}\n\nIts name in waivers and in the shell: `{}`\n", rule.id);
    Section { title: rule.title.to_owned(), text }
}
