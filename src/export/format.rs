//! The formats of an export.

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// The note in Markdown.
    #[default]
    Markdown,
    /// The whole model in JSON.
    Json,
    /// The chart as a picture of lines and text.
    Svg,
    /// The chart as a picture of pixels.
    Png,
}

impl Format {
    /// The end of the name of a file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// Whether it is written by a template.
    #[must_use]
    pub fn is_note(self) -> bool {
        matches!(self, Self::Markdown)
    }

    /// Whether it is a picture of the chart.
    #[must_use]
    pub fn is_chart(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }
}
