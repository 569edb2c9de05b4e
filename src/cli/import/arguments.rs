//! What can be written behind `dateline import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What rows become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ImportedKind {
    /// Journeys.
    Visits,
    /// People, bodies, places.
    Actors,
    /// What was said.
    Statements,
    /// Where things are known from.
    Sources,
}

/// Which number of a date stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ImportedOrder {
    /// 3/4 is the third of April.
    DayFirst,
    /// 3/4 is the fourth of March.
    MonthFirst,
}

/// What a dash between two dates means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ImportedSpan {
    /// It lasted from the one to the other.
    Lasted,
    /// It was some day between.
    SomeDay,
}

/// How to print what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    /// Sentences.
    Text,
    /// An object.
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Read are CSV and its kin (the delimiter and the encoding are told from the file), XLSX, ODS, tables in Markdown; lists of
references in BibTeX, CSL JSON and RIS; and, with --as sources, texts (.txt, .md), each held whole as a source.
Examples:
  dateline import visits.csv --into mine.ron
  dateline import us.csv --into us.ron --map when=start/end --map visitors=visitor --map from=from --set to=US
  dateline import visits.xlsx --into mine.ron --dates day-first --split ';' --dry-run
  dateline import library.bib --into mine.ron
  dateline import articles/*.txt --as sources --into mine.ron
A row that does not fit whole is kept aside and told; a row that was imported before is known and not added again. Each
record cites its row. Names in one cell are split only at the marks of --split, or where all of them are known.
JSON: {added, known, aside: [{row, reason}], doubles: [[id, id]]}; doubles may be one visit, and are added all the same.
Exit codes: 0 done, rows kept aside or not; 2 the file or the briefing cannot be read or written.")]
pub(in crate::cli) struct ImportArguments {
    /// The files; - reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The briefing that takes the records; made where it is not there
    #[arg(long, value_name = "BRIEFING")]
    pub(super) into: PathBuf,
    /// What each row becomes; visits, unless the file is a list of references
    #[arg(long = "as", value_enum)]
    pub(super) kind: Option<ImportedKind>,
    /// The column of a field, by its head or its number; two columns are a first and a last day, or one text
    #[arg(long = "map", value_name = "FIELD=COLUMN[/COLUMN]")]
    pub(super) maps: Vec<String>,
    /// What a field is in every row, as a cell would say it
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    pub(super) sets: Vec<String>,
    /// What stands between two names in one cell: ';' ',' '/' '&' and newline
    #[arg(long = "split", value_name = "MARK")]
    pub(super) splits: Vec<String>,
    /// Which number of a date such as 3/4/2024 stands first
    #[arg(long, value_enum)]
    pub(super) dates: Option<ImportedOrder>,
    /// What two dates with a dash between them mean
    #[arg(long, value_enum)]
    pub(super) spans: Option<ImportedSpan>,
    /// The first row is one like the others; columns stand as in the table of the window, or by --map with numbers
    #[arg(long)]
    pub(super) no_heads: bool,
    /// The sheet of a spreadsheet; the first that holds anything unless told
    #[arg(long)]
    pub(super) sheet: Option<String>,
    /// What parts the cells of a text, where it is told wrongly: ',' ';' '|' or tab
    #[arg(long, value_name = "SIGN")]
    pub(super) delimiter: Option<String>,
    /// The encoding of a text, such as windows-1250
    #[arg(long)]
    pub(super) encoding: Option<String>,
    /// Write the rows that were kept aside to this new file, as CSV
    #[arg(long, value_name = "OUT")]
    pub(super) aside: Option<PathBuf>,
    /// Say what would be done, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// How to print what was done
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(super) format: ReportFormat,
}
