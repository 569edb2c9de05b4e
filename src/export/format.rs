//! The formats of an export.

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// The note in Markdown.
    #[default]
    Markdown,
    /// The note as a page for the browser.
    Html,
    /// The note as a document for Word and LibreOffice.
    Docx,
    /// The whole model in JSON.
    Json,
    /// The chart as a picture of lines and text.
    Svg,
    /// The chart as a picture of pixels.
    Png,
    /// A table as comma-separated values.
    Csv,
    /// All tables as a workbook.
    Xlsx,
    /// The visits as a calendar.
    Ics,
    /// The sources for LaTeX.
    Bibtex,
    /// The sources for Zotero and EndNote.
    Ris,
    /// The sources for citation processors.
    CslJson,
    /// Actors and relations as a graph.
    Graphml,
    /// Entities of FollowTheMoney.
    Ftm,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 14] = [
        Self::Markdown,
        Self::Html,
        Self::Docx,
        Self::Svg,
        Self::Png,
        Self::Csv,
        Self::Xlsx,
        Self::Ics,
        Self::Bibtex,
        Self::Ris,
        Self::CslJson,
        Self::Graphml,
        Self::Ftm,
        Self::Json,
    ];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl-json",
            Self::Graphml => "graphml",
            Self::Ftm => "ftm",
        }
    }

    /// Its name on the screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Note in Markdown",
            Self::Html => "Note as a web page, to print",
            Self::Docx => "Note for Word",
            Self::Json => "Everything as JSON",
            Self::Svg => "Chart as SVG",
            Self::Png => "Chart as PNG",
            Self::Csv => "Table as CSV",
            Self::Xlsx => "All tables as a workbook",
            Self::Ics => "Visits as a calendar",
            Self::Bibtex => "Sources as BibTeX",
            Self::Ris => "Sources as RIS",
            Self::CslJson => "Sources as CSL JSON",
            Self::Graphml => "Actors as a graph (GraphML)",
            Self::Ftm => "FollowTheMoney entities",
        }
    }

    /// The end of the name of a file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "csl.json",
            Self::Graphml => "graphml",
            Self::Ftm => "ftm.json",
        }
    }

    /// Whether it is written by a template.
    #[must_use]
    pub fn is_note(self) -> bool {
        matches!(self, Self::Markdown | Self::Html | Self::Docx)
    }

    /// Whether it is a picture of the chart.
    #[must_use]
    pub fn is_chart(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }
}
