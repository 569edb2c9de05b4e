//! What was done, told as sentences or as JSON.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::arguments::{ImportArguments, ReportFormat};
use crate::cli::outcome::{print, tell, tell_if_unsure};
use crate::import::{Aside, ImportPlan, aside_table};
use crate::model::{Id, Key, count_text, plural};
use crate::store;

/// What was done with all files.
#[derive(Debug, Default)]
pub(super) struct Report {
    added: usize,
    known: usize,
    named: usize,
    heads: Vec<String>,
    aside: Vec<(PathBuf, Aside)>,
    remarks: Vec<(PathBuf, String)>,
    /// The records that are new.
    pub(super) new: HashSet<Key>,
    /// Pairs of visits that may be one.
    pub(super) doubles: Vec<(Id, Id)>,
}

impl Report {
    pub(super) fn add(&mut self, file: &Path, plan: ImportPlan) {
        self.added += plan.added;
        self.known += plan.known;
        self.named += plan.records.len().saturating_sub(plan.added);
        if self.heads.is_empty() {
            self.heads = plan.heads;
        }
        self.aside.extend(plan.aside.into_iter().map(|aside| (file.to_owned(), aside)));
        self.remarks.extend(plan.remarks.into_iter().map(|remark| (file.to_owned(), remark)));
    }

    /// Writes what was kept aside as CSV: its cells as they were, then the file, the row and the reason.
    pub(super) fn write_aside(&self, path: &Path) -> anyhow::Result<()> {
        if self.aside.is_empty() {
            tell(&format!("{}: not written, for nothing is kept aside", path.display()));
            return Ok(());
        }
        let said = |(file, aside): &(PathBuf, Aside)| {
            [file.display().to_string(), aside.row.to_string(), aside.reason.clone()]
        };
        let rows = self.aside.iter().map(|kept| (&kept.1, said(kept)));
        let text = aside_table(&self.heads, ["File", "Row", "Reason"], rows, ',');
        let durability = store::create(path, &text).with_context(|| path.display().to_string())?;
        tell_if_unsure(path, &durability);
        Ok(())
    }

    pub(super) fn tell(&self, asked: &ImportArguments) -> anyhow::Result<()> {
        for (file, remark) in &self.remarks {
            tell(&format!("{}: {remark}", file.display()));
        }
        for (file, aside) in &self.aside {
            tell(&format!("{}: row {} is kept aside: {}", file.display(), aside.row, aside.reason));
        }
        let text = match asked.format {
            ReportFormat::Json => self.json(),
            ReportFormat::Text => self.text(asked.dry_run),
        };
        Ok(print(&text)?)
    }

    fn json(&self) -> String {
        let aside: Vec<serde_json::Value> = self
            .aside
            .iter()
            .map(|(_, aside)| serde_json::json!({ "row": aside.row, "reason": aside.reason }))
            .collect();
        let doubles: Vec<[&str; 2]> = self.doubles.iter().map(|(a, b)| [a.as_str(), b.as_str()]).collect();
        let report =
            serde_json::json!({ "added": self.added, "known": self.known, "aside": aside, "doubles": doubles });
        format!("{report:#}\n")
    }

    fn text(&self, is_dry: bool) -> String {
        let mut text = format!("{} {}", if is_dry { "Would add" } else { "Added" }, plural(self.added, "record"));
        if self.named > 0 {
            text.push_str(&format!(" and {} that they name or cite", count_text(self.named)));
        }
        for (count, words) in [
            (self.known, "known from before"),
            (self.aside.len(), "kept aside"),
            (self.doubles.len(), "that may be double"),
        ] {
            if count > 0 {
                text.push_str(&format!("; {} {words}", count_text(count)));
            }
        }
        text.push('\n');
        for (first, second) in &self.doubles {
            text.push_str(&format!("{first} and {second} may be one visit\n"));
        }
        text
    }
}
