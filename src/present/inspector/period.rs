//! The page of a stretch of time that was selected on the chart.

use super::block::{Block, List};
use super::build::Build;
use super::glyph::Glyph;
use super::page::{Item, Page, Section};
use super::rows::record_row;
use super::{Prose, Tone};
use crate::analysis::count::BinUnit;
use crate::model::{RecordKind, count_text, plural, share_text};
use crate::present::chart::Period;

/// The list of its visits.
const VISITS: &str = "visits";
/// So many of them are shown before somebody asks for more.
const USUAL_ROWS: usize = 24;

impl Build<'_> {
    pub(super) fn period(&self, period: &Period) -> Page {
        let unit = match period.bin.unit {
            BinUnit::Month => "month",
            BinUnit::Quarter => "quarter",
            BinUnit::Year => "year",
        };
        let mut sections = vec![Section::plain(facts(period))];
        if !period.months.is_empty() {
            let months = vec![Item::free(Block::Months(period.months.clone()))];
            sections.push(Section::headed("By month", None, months));
        }
        sections.push(self.visits_of(period));
        Page {
            key: None,
            glyph: Glyph::Kind(RecordKind::Visit),
            kind: format!("Selected {unit}"),
            title: period.title(),
            subtitle: Prose::new(),
            badges: Vec::new(),
            sections,
            id: String::new(),
        }
    }

    fn visits_of(&self, period: &Period) -> Section {
        let keys = &period.visits;
        let limit = self.limits.0.get(VISITS).copied().unwrap_or(USUAL_ROWS);
        let rows = keys.iter().take(limit).filter_map(|key| record_row(self.reader, *key)).collect();
        let more = keys.len().saturating_sub(limit);
        let list = List { id: VISITS.to_owned(), label: String::new(), total: keys.len(), rows, more };
        let mut items = vec![Item::free(Block::List(list))];
        if keys.len() > 1 {
            let words = format!("Select all {} in the table", count_text(keys.len()));
            items.insert(0, Item::free(Block::InTable(keys.clone(), words)));
        }
        // Where a date may lie elsewhere, more stand in the list than the bin is sure to have.
        let head = if period.count.possible > period.count.least() { "Visits that may lie in it" } else { "Visits" };
        Section::headed(head, Some(keys.len()), items)
    }
}

/// How many are certain, and how many may be.
fn facts(period: &Period) -> Vec<Item> {
    let count = &period.count;
    let number = |number: u32| count_text(number as usize);
    let is_open = count.possible > count.least();
    let rows = [
        (true, "Certain", number(count.certain)),
        (count.qualified > 0, "In doubt", format!("{}, whose dates may be wrong", number(count.qualified))),
        (is_open, "Expected", format!("{}, possible dates by their share of days", share_text(count.expected))),
        (is_open, "At most", number(count.possible)),
        (period.undated > 0, "Undated", format!("{} more may lie in it", plural(period.undated, "visit"))),
    ];
    let shown = rows.into_iter().filter(|(is_shown, ..)| *is_shown);
    let row = |(_, label, words): (bool, &str, String)| {
        Item::free(Block::Property(label.to_owned(), vec![Prose::new().add(Tone::Plain, &words)]))
    };
    shown.map(row).collect()
}
