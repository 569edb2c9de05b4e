//! The rows of the type table, each with its font, size, line height and weight.

use std::sync::Arc;

use egui::text::TextFormat;
use egui::{Color32, FontId, Galley, RichText, Ui};

use super::fonts;

/// One row of the type table. All text on screen is set in one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// The program's name on the start page. Inter 28/34, 600.
    StartName,
    /// The title in the inspector. Inter 20/27, 600.
    Title,
    /// The bottom line of a briefing. Inter 20/30, 500.
    BottomLine,
    /// A date heading, a card's title. Inter 15/24, 600.
    Heading,
    /// A judgement, a paraphrase. Inter 15/24, 400.
    Lead,
    /// Body, tables, controls. Inter 13/18, 400.
    Body,
    /// Names, buttons, charts' names. Inter 13/18, 500.
    Name,
    /// What is active or heads a list. Inter 13/18, 600.
    Active,
    /// Secondary text, axes. Inter 12/16, 400.
    Small,
    /// Table heads, chips. Inter 12/16, 500.
    SmallName,
    /// Section heads, a count in a chip. Inter 12/16, 600.
    SmallHead,
    /// Tiny axes. Inter 11/16, 400.
    Tiny,
    /// Key caps. Inter 11/16, 500.
    KeyCap,
    /// Marking. Inter 11/16, 600.
    Marking,
    /// A verbatim run on a card. Source Serif 17/25.
    Quote,
    /// A verbatim run elsewhere, a passage. Source Serif 15/22.
    QuoteSmall,
    /// The text of a file as it stands there, in the font of one width. 12/18.
    Code,
}

impl Type {
    /// Size in points.
    pub fn size(self) -> f32 {
        match self {
            Self::StartName => 28.0,
            Self::Title | Self::BottomLine => 20.0,
            Self::Quote => 17.0,
            Self::Heading | Self::Lead | Self::QuoteSmall => 15.0,
            Self::Body | Self::Name | Self::Active => 13.0,
            Self::Small | Self::SmallName | Self::SmallHead | Self::Code => 12.0,
            Self::Tiny | Self::KeyCap | Self::Marking => 11.0,
        }
    }

    /// Distance from one baseline to the next, in points.
    pub fn line_height(self) -> f32 {
        match self {
            Self::StartName => 34.0,
            Self::BottomLine => 30.0,
            Self::Title => 27.0,
            Self::Quote => 25.0,
            Self::Heading | Self::Lead => 24.0,
            Self::QuoteSmall => 22.0,
            Self::Body | Self::Name | Self::Active | Self::Code => 18.0,
            Self::Small | Self::SmallName | Self::SmallHead | Self::Tiny | Self::KeyCap | Self::Marking => 16.0,
        }
    }

    /// Family (which says the weight) and size.
    pub fn font_id(self) -> FontId {
        let family = match self {
            Self::Lead | Self::Body | Self::Small | Self::Tiny => fonts::regular(),
            Self::BottomLine | Self::Name | Self::SmallName | Self::KeyCap => fonts::medium(),
            Self::StartName | Self::Title | Self::Heading | Self::Active | Self::SmallHead | Self::Marking => {
                fonts::semibold()
            }
            Self::Quote | Self::QuoteSmall => fonts::serif(),
            Self::Code => fonts::monospace(),
        };
        FontId::new(self.size(), family)
    }

    /// For one section of a [`egui::text::LayoutJob`].
    pub fn format(self, colour: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font_id(),
            line_height: Some(self.line_height()),
            color: colour,
            ..TextFormat::default()
        }
    }

    /// For a label; its colour is that of the widget unless set.
    pub fn text(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font_id()).line_height(Some(self.line_height()))
    }

    /// `text` on one line.
    pub fn galley(self, ui: &Ui, text: impl Into<String>, colour: Color32) -> Arc<Galley> {
        ui.painter().layout_no_wrap(text.into(), self.font_id(), colour)
    }

    /// `text` on one line of at most `width` points, cut with “…”.
    pub fn truncated(self, ui: &Ui, text: impl Into<String>, colour: Color32, width: f32) -> Arc<Galley> {
        let mut job = egui::text::LayoutJob::single_section(text.into(), self.format(colour));
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        ui.painter().layout_job(job)
    }
}
