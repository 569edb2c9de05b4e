//! A mapping that is kept for files with the same heads, and taken again.

use egui::Ui;

use crate::import::{Mapping, Pasted};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::Button;

/// What is known of files with the same heads, and whether this one adds to it.
#[derive(Debug)]
pub(super) struct KeptMapping {
    /// All that are kept.
    known: Vec<Mapping>,
    /// Whether the columns are as they were said to be the last time.
    is_taken: bool,
    /// Whether what is said of the columns is kept once the rows are added.
    is_kept: bool,
}

impl KeptMapping {
    pub(super) fn new(known: &[Mapping]) -> Self {
        Self { known: known.to_vec(), is_taken: false, is_kept: true }
    }

    /// The mapping that is kept for these heads.
    pub(super) fn for_heads(&self, heads: &[String]) -> Option<&Mapping> {
        self.known.iter().find(|mapping| mapping.is_for(heads))
    }

    /// Says of the columns what was said of those of the same heads the last time.
    pub(super) fn apply_to(&mut self, rows: &mut Pasted) {
        let heads = rows.heads.clone().unwrap_or_default();
        let known = self.known.iter().find(|mapping| mapping.kind() == Some(rows.kind) && mapping.is_for(&heads));
        self.is_taken = known.is_some();
        if let Some(mapping) = known {
            mapping.apply_to(rows);
        }
    }

    /// What is to be kept of the rows that are added.
    pub(super) fn to_keep(&self, rows: &Pasted) -> Option<Mapping> {
        Mapping::of(rows).filter(|_| self.is_kept)
    }

    /// Tells what is taken and what is kept; `true` where the columns are to be looked at anew.
    pub(super) fn ui(&mut self, ui: &mut Ui, rows: &Pasted) -> bool {
        if rows.heads.is_none() {
            return false;
        }
        let mut is_anew = false;
        ui.spacing_mut().item_spacing.x = size::S8;
        ui.checkbox(&mut self.is_kept, Type::Body.text("Remember the columns for files with these heads"));
        if self.is_taken {
            let words = "The columns are taken as in the last file with these heads";
            ui.label(Type::Small.text(words).color(theme::palette(ui).text2));
            is_anew = ui.add(Button::quiet("Look at them anew")).clicked();
        }
        self.is_taken &= !is_anew;
        is_anew
    }
}
