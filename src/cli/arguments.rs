//! What can be written on the command line.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::desktop_setup::DesktopSetupArguments;
use super::import::ImportArguments;
use crate::analysis::count::LaneBy;
use crate::model::{Channel, Level, TlpLevel};
use crate::present::chart;

/// A desktop workbench for geopolitics briefings in which every date, quote and count leads to its source.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  dateline --sample                          look around in the built-in sample
  dateline sample > mine.ron                 begin a file of your own from it
  dateline mine.ron                          open it in the window
  dateline check mine.ron                    what is weak in it, as FILE:line:column: message
  dateline export mine.ron --to markdown     the note to hand in
  dateline export mine.ron --to png -o c.png the chart of its visits

Exit codes: 0 no errors, 1 errors found, 2 what was asked for cannot be read."
)]
pub(super) struct Arguments {
    /// The briefing to open in the window; without it the last one, and the sample on a first start
    pub(super) file: Option<PathBuf>,
    /// Open the built-in sample in the window
    #[arg(long, conflicts_with = "file")]
    pub(super) sample: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find what is weak in a briefing
    Check(CheckArguments),
    /// Tell how the words of a date are read
    Date(DateArguments),
    /// Count the visits, with their doubt
    Count(CountArguments),
    /// Read an article and print the records that it gives, each with the words that it rests on
    Extract(ExtractArguments),
    /// Write a briefing in another format
    Export(Box<ExportArguments>),
    /// Bring rows of a spreadsheet, references or articles into a briefing
    Import(Box<ImportArguments>),
    /// Change one field of one record, and nothing else in the file
    Set(SetArguments),
    /// Bring two changed copies of a briefing together; git's merge driver
    Merge(MergeArguments),
    /// Tell what changed between two briefings, by record and field
    Diff(DiffArguments),
    /// Let git merge and compare the briefings of a repository with Dateline
    GitSetup(GitSetupArguments),
    /// Put icon, menu entry and file type in place for this user
    DesktopSetup(DesktopSetupArguments),
    /// Print the sample briefing, or a made-up one of any size, as RON
    Sample(SampleArguments),
}

#[derive(Debug, Args)]
#[command(after_help = "\
A line for each finding: FILE:line:column: severity[rule]: message. A summary goes to standard error.
JSON: a list of {rule, severity, record, field, message, line, column, hint, repair: {field, value} or null}. Names
longer than 240 letters are shortened in it, as in all messages.
Exit codes: 0 no errors (warnings there may be), 1 errors found, 2 unreadable.")]
pub(super) struct CheckArguments {
    /// The briefing; - reads standard input
    pub(super) file: PathBuf,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(super) format: CheckFormat,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline date 'late October 2024'
  dateline date 'on Monday' --published 2024-10-15
  dateline date 'listopada 2024' --lang hr
A reading is told as EDTF, in words, and by its four corners. Without --published, what is counted from the publication
is not read; `published` in a basis stands for the record that the words are in.
JSON: {phrase, answer, readings: [{edtf, display, basis, start: {earliest, latest, qualified}, end: {earliest, latest,
qualified}, why}], message}; answer is one, ask (several readings), clash (the words contradict each other) or none.
Exit codes: 0 one reading, 1 otherwise, 2 what was asked for cannot be read.")]
pub(super) struct DateArguments {
    /// The words of the date
    #[arg(allow_hyphen_values = true)]
    pub(super) phrase: String,
    /// When the text that has the words was published, as EDTF: 2024-10-15
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,
    /// The language of the words, as a BCP 47 tag: en, de, sr-Latn
    #[arg(long, value_name = "TAG")]
    pub(super) lang: Option<String>,
    /// How to print the readings
    #[arg(long, value_enum, default_value_t = DateFormat::Text)]
    pub(super) format: DateFormat,
}

#[derive(Debug, Args)]
pub(super) struct ExtractArguments {
    /// The article: text, Markdown or HTML, paragraphs parted by blank lines; '-' reads standard input
    pub(super) article: PathBuf,
    /// When the article was published, as an EDTF date; dates without a year are counted from it
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,
    /// The language of the article, as a BCP 47 tag such as de; told from its words where not given
    #[arg(long, value_name = "TAG")]
    pub(super) lang: Option<String>,
    /// The briefing that the records are for: what it knows is matched, and nothing is written
    #[arg(long, value_name = "BRIEFING")]
    pub(super) into: Option<PathBuf>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = ExtractFormat::Json)]
    pub(super) format: ExtractFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExtractFormat {
    /// For programs: a list of proposals
    Json,
    /// The same as RON, its records as a briefing has them
    Ron,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DateFormat {
    /// A line for each reading
    Text,
    /// For other programs
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline set mine.ron v-li.place '\"Novi Sad\"'
  dateline set mine.ron v-li.when '(edtf: \"2024-10-14\", said: \"on October 14\")'
  dateline set mine.ron .status Review
Without VALUE the field goes. A renamed id is followed wherever it is named.
Exit codes: 0 set, 1 refused (the value does not fit, or names no record), 2 unreadable or not written.")]
pub(super) struct SetArguments {
    /// The briefing, changed in place
    pub(super) file: PathBuf,
    /// The record's id and its field; without a record the briefing's own: .title
    #[arg(value_name = "RECORD.FIELD")]
    pub(super) field: String,
    /// The value, in RON
    #[arg(allow_hyphen_values = true)]
    pub(super) value: Option<String>,
    /// Write to this new file, and leave FILE as it is
    #[arg(short, long, value_name = "COPY")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
What only one side changed is taken. Where both changed one field, one deleted what the other changed, or a reference
would break, OURS stays, and theirs is kept in the file as an open item of `merges`, which `dateline check` reports.
`dateline git-setup` makes it git's merge driver.
Exit codes: 0 merged, 1 something is open, 2 unreadable or not written (OURS is as it was).
With --path, as git calls it, what is no briefing or cannot be read goes to `git merge-file`: lines, with markers.")]
pub(super) struct MergeArguments {
    /// What both copies come from
    pub(super) base: PathBuf,
    /// Our copy, replaced by the result
    pub(super) ours: PathBuf,
    /// Their copy
    pub(super) theirs: PathBuf,
    /// The file's path in the repository, which messages name
    #[arg(long, value_name = "PATH")]
    pub(super) path: Option<PathBuf>,
    /// How long the markers of a merge of lines are
    #[arg(long, value_name = "LENGTH", default_value_t = 7)]
    pub(super) marker_size: u16,
    /// What the markers call ours, the base and theirs
    #[arg(long, num_args = 3, value_names = ["OURS", "BASE", "THEIRS"], allow_hyphen_values = true)]
    pub(super) labels: Option<Vec<String>>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A line for each change: ~ for a field, + for a new record, - for one that went, > for one that moved within its list.
JSON: a list of {change, kind, record, field, old, new}; the values are RON.
--only FILE prints one briefing flat: a line for each field, one for each item of a list, and the comments at the end.
git compares briefings by these lines after `dateline git-setup`. A text that is no briefing is printed as it is, so that git can go on.
Exit codes: 0 whether or not something changed, 2 unreadable.")]
pub(super) struct DiffArguments {
    /// The briefing before; - reads standard input
    #[arg(required_unless_present = "only")]
    pub(super) old: Option<PathBuf>,
    /// The briefing after
    #[arg(required_unless_present = "only")]
    pub(super) new: Option<PathBuf>,
    /// Print the fields of one briefing, one a line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["old", "new", "format"])]
    pub(super) only: Option<PathBuf>,
    /// How to print what changed
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(super) format: DiffFormat,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Adds a line for *.briefing.ron, and one for each other briefing that is found, to .gitattributes at the top of the work
tree, and sets merge.dateline.name, merge.dateline.driver and diff.dateline.textconv with `git config --local`. What it
will do is told and asked first. Where `dateline` is not found, git goes on as it would without.
A setting of these names with another value is left alone, and nothing is changed.
.gitattributes goes with the repository; the settings do not, so each clone needs this command.
Exit codes: 0 done or nothing to do, 1 not agreed to, 2 no work tree, or git refused.")]
pub(super) struct GitSetupArguments {
    /// Do not ask
    #[arg(long)]
    pub(super) yes: bool,
    /// Every file in RON, *.ron, also what is no briefing yet
    #[arg(long, conflicts_with = "undo")]
    pub(super) every: bool,
    /// Take out again what this command put in
    #[arg(long)]
    pub(super) undo: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// A line for each change
    Text,
    /// What is new, in sentences, the weightiest first
    Markdown,
    /// For other programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// Lines that an editor can jump from
    Text,
    /// For other programs
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A visit counts once, by its start. Planned, cancelled and not-in-person visits are left out.
JSON: {total, bins: [{bin, lane, certain, qualified, expected, possible}], undated: [{lane, count, ids}]}; with
--lanes also verdicts: [{lanes, period, text, holds, depends_on}], which of two lanes is ahead. Alternatives, such as the
sides of a conflict, share equally, by convention and not as a probability.")]
pub(super) struct CountArguments {
    /// The briefing; - reads standard input
    pub(super) file: PathBuf,
    /// The length of a bin
    #[arg(long, value_enum, default_value_t = CountBy::Month)]
    pub(super) by: CountBy,
    /// What the visits are told apart by; without it one lane, all
    #[arg(long, value_enum)]
    pub(super) lanes: Option<CountLanes>,
    /// How to print the counts
    #[arg(long, value_enum, default_value_t = CountFormat::Csv)]
    pub(super) format: CountFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CountBy {
    /// 2024-10
    Month,
    /// 2024-Q4
    Quarter,
    /// 2024
    Year,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CountLanes {
    /// From which country to which
    Direction,
    /// Who received them
    Host,
    /// Between what kinds of actor
    Channel,
    /// The rank of their lead
    Level,
    /// Who came
    Visitor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CountFormat {
    /// For a spreadsheet
    Csv,
    /// For other programs
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = "\
A note is two pages unless --template asks for another: full is all there is, chronology the visits in the order of time,
quotes what was said by speaker, profile one actor. A FILE is a template of your own; assets/TEMPLATES.md tells what it
can use. Where something stands against the export, it is listed on standard error and nothing is written.
Exit codes: 0 written, 1 something stands against it (--anyway writes it all the same, --marking always holds), 2
unreadable, or not to be had.")]
pub(super) struct ExportArguments {
    /// The briefing; - reads standard input
    pub(super) file: PathBuf,
    /// The format
    #[arg(long, value_enum)]
    pub(super) to: ExportKind,
    /// The file to write, replaced if it is there; without it standard output
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    /// Leave out what is marked stricter, and say how much that is
    #[arg(long, value_enum)]
    pub(super) marking: Option<Readers>,
    /// Write it although errors are open, a judgement has no support, a statement no source, or records could not be read
    #[arg(long)]
    pub(super) anyway: bool,
    #[command(flatten)]
    pub(super) filter: FilterArguments,
    #[command(flatten)]
    pub(super) picture: PictureArguments,
    /// What the note is written by: brief, full, chronology, quotes, profile (with --actor), or the file of a template
    #[arg(long, value_name = "NAME|FILE", default_value = "brief", help_heading = "Markdown, html and docx")]
    pub(super) template: PathBuf,
    /// Tell under What is new what changed since this older version of the briefing
    #[arg(long, value_name = "OLD", help_heading = "Markdown, html and docx")]
    pub(super) since: Option<PathBuf>,
    /// Take styles, page, header and footer of this document; the marking is added to both
    #[arg(long, value_name = "FILE.docx", help_heading = "Docx")]
    pub(super) reference: Option<PathBuf>,
    /// What a table is of
    #[arg(long, value_enum, default_value_t = Of::Visits, help_heading = "Csv")]
    pub(super) of: Of,
    /// Begin with a byte order mark, by which some spreadsheets know UTF-8
    #[arg(long, help_heading = "Csv")]
    pub(super) bom: bool,
    /// In a note: refer to a picture of the chart, by its path from where the note will stand
    #[arg(long, value_name = "PATH", help_heading = "Markdown, html and docx")]
    pub(super) chart: Option<String>,
}

/// How the chart is drawn as svg and png.
#[derive(Debug, Args)]
#[command(next_help_heading = "Chart as svg or png")]
pub(super) struct PictureArguments {
    /// The width of the chart, in points; the height follows from its lanes
    #[arg(long, default_value_t = 1200, value_parser = clap::value_parser!(u16).range(640..=16_000))]
    pub(super) width: u16,
    /// Pixels of a png to each point
    #[arg(long, default_value_t = 2.0, value_parser = scale)]
    pub(super) scale: f32,
    /// What the visits are told apart by
    #[arg(long, value_enum, default_value_t = CountLanes::Direction)]
    pub(super) lanes: CountLanes,
    /// What colours and shapes tell apart
    #[arg(long, value_enum, default_value_t = Colours::Channel)]
    pub(super) colour: Colours,
}

/// A number of pixels to a point.
fn scale(text: &str) -> Result<f32, String> {
    let number = text.trim().parse::<f32>().ok().filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| "write a number above 0, such as 1 or 2.5".to_owned())
}

/// What colours and shapes of the chart tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colours {
    /// The channels
    Channel,
    /// The rank of the lead
    Level,
    /// State visit, working visit, …
    Protocol,
    /// Planned, going on, over, called off
    Status,
    /// The countries with the most visits
    VisitorCountry,
}

impl Colours {
    /// As the chart has it.
    pub(super) fn drawn(self) -> chart::ColourBy {
        match self {
            Self::Channel => chart::ColourBy::Channel,
            Self::Level => chart::ColourBy::Level,
            Self::Protocol => chart::ColourBy::Kind,
            Self::Status => chart::ColourBy::Status,
            Self::VisitorCountry => chart::ColourBy::VisitorCountry,
        }
    }
}

/// Which records a note or a chart shows; all of it has to fit, any value of one option does.
#[derive(Debug, Args)]
#[command(next_help_heading = "Only what fits")]
pub(super) struct FilterArguments {
    /// The id of an actor that takes part
    #[arg(long, value_name = "ID")]
    pub(super) actor: Vec<String>,
    /// The ISO 3166-1 code of a country that is left, visited, or an actor's
    #[arg(long, value_name = "CODE")]
    pub(super) country: Vec<String>,
    /// A channel, by its word in the file
    #[arg(long, value_name = "WORD", value_parser = words_of(Channel::ALL, Channel::word))]
    pub(super) channel: Vec<String>,
    /// A level, by its word in the file
    #[arg(long, value_name = "WORD", value_parser = words_of(Level::ALL, Level::word))]
    pub(super) level: Vec<String>,
    /// The first day, as EDTF: 2024, 2024-05, 2024-05-01
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    /// The last day
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<String>,
    /// Words that a record holds
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub(super) text: String,
}

fn words_of<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> PossibleValuesParser {
    PossibleValuesParser::new(all.iter().map(|value| word(*value)))
}

/// For whom an export is made: the levels of the Traffic Light Protocol 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Readers {
    /// For everybody
    Clear,
    /// Within the community
    Green,
    /// Within the organisation and its clients
    Amber,
    /// Within the organisation
    AmberStrict,
    /// For named readers only
    Red,
}

impl Readers {
    pub(super) fn level(self) -> TlpLevel {
        match self {
            Self::Clear => TlpLevel::Clear,
            Self::Green => TlpLevel::Green,
            Self::Amber => TlpLevel::Amber,
            Self::AmberStrict => TlpLevel::AmberStrict,
            Self::Red => TlpLevel::Red,
        }
    }
}

impl CountLanes {
    /// As counts and chart have it.
    pub(super) fn by(self) -> LaneBy {
        match self {
            Self::Direction => LaneBy::Direction,
            Self::Host => LaneBy::Host,
            Self::Channel => LaneBy::Channel,
            Self::Level => LaneBy::Level,
            Self::Visitor => LaneBy::Visitor,
        }
    }
}

/// What a table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Of {
    /// In the order of time
    Visits,
    /// Who is who
    Actors,
    /// What was said
    Statements,
    /// Where it is known from
    Sources,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportKind {
    /// The note that a desk officer hands in
    Markdown,
    /// The same as a page for the browser, to read and to print
    Html,
    /// The same as a document for Word and LibreOffice
    Docx,
    /// Every record and field, named as in the file
    Json,
    /// Visits, actors, statements or sources as a table
    Csv,
    /// All tables as a workbook, a sheet each
    Xlsx,
    /// The visits as a calendar
    Ics,
    /// The sources for LaTeX
    Bibtex,
    /// The sources for Zotero and EndNote
    Ris,
    /// The sources for citation processors
    CslJson,
    /// Actors and relations as a graph
    Graphml,
    /// Entities of FollowTheMoney, one in JSON a line
    Ftm,
    /// The dated chart of the visits as a picture of lines and text
    Svg,
    /// The same as a picture of pixels
    Png,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Without a number the sample made from one news article. With one, fictional countries and people: visits over 75 years
with every kind of date. The same numbers and seed give the same text.")]
pub(super) struct SampleArguments {
    /// The second sample: an article on two made-up countries, held whole
    #[arg(long, conflicts_with_all = ["visits", "statements"])]
    pub(super) held: bool,
    /// How many visits to make up
    #[arg(long, value_name = "N")]
    pub(super) visits: Option<usize>,
    /// How many statements to make up
    #[arg(long, value_name = "N")]
    pub(super) statements: Option<usize>,
    /// Where the making-up begins; another number gives another briefing
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(super) seed: u64,
}
