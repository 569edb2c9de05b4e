//! What the palette lists: commands and records that fit what is typed, the best first.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::index::{Reader, fold};
use crate::model::Key;
use crate::present::{RecordLine, matched};
use crate::ui::background::Memo;
use crate::ui::session::{OpenBriefing, Session};
use crate::ui::shared::record_icon::record_icon;
use crate::ui::theme::Icon;
use crate::ui::{Command, Request};

/// How many records are listed for words.
const MOST_RECORDS: usize = 8;
/// Of how many these are the best.
const MOST_LOOKED_AT: usize = 40;
/// How many commands.
const MOST_COMMANDS: usize = 10;
/// A command that is also called so fits as well as one whose words hold what was typed.
const ALSO_CALLED: u32 = 200;
/// How many of those used and looked at last, while nothing is typed.
const MOST_RECENT: usize = 5;

/// What is done with the record that is selected.
const OF_SELECTION: [Command; 9] = [
    Command::CopyCitation,
    Command::CopyCitationNote,
    Command::DuplicateRecord,
    Command::MergeRecord,
    Command::EvidenceFor,
    Command::EvidenceAgainst,
    Command::Repair,
    Command::DeleteRecord,
    Command::CopyId,
];

/// A row of the palette.
#[derive(Debug, Clone)]
pub(super) enum Row {
    Command(Command),
    Record { key: Key, line: RecordLine, icon: Icon },
}

/// Rows under a head.
pub(super) struct Section {
    pub(super) head: String,
    pub(super) rows: Vec<Row>,
}

impl Row {
    /// What it asks for; nothing where it cannot be done now.
    pub(super) fn request(&self, session: &Session) -> Option<Request> {
        match self {
            Self::Command(command) => can_be_taken(session, *command).then_some(Request::Do(*command)),
            Self::Record { key, .. } => Some(Request::Show(*key)),
        }
    }

    fn record(reader: &Reader, key: Key, words: &str) -> Option<Self> {
        let record = reader.record(key)?;
        Some(Self::Record { key, line: RecordLine::found(reader, &record, words), icon: record_icon(&record) })
    }
}

impl Section {
    fn commands(head: &str, commands: impl IntoIterator<Item = Command>) -> Self {
        Self { head: head.to_owned(), rows: commands.into_iter().map(Row::Command).collect() }
    }
}

/// The records that were found for what was typed, in which revision.
pub(super) type FoundRecords = Memo<(String, u64), Vec<Row>>;

/// Whether a command can be done now, or once editing has begun.
pub(super) fn can_be_taken(session: &Session, command: Command) -> bool {
    session.why_not(command).is_none() || session.is_missing_editing(command)
}

/// The rows for what is typed, those that fit best first; sections without a row are left out.
pub(super) fn sections(session: &Session, words: &str, recent: &[Command], records: &mut FoundRecords) -> Vec<Section> {
    let mut sections =
        if words.trim().is_empty() { at_first(session, recent) } else { fitting(session, words, records) };
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// While nothing is typed: what was used and looked at last, what can be done with the selection, then everything.
fn at_first(session: &Session, recent: &[Command]) -> Vec<Section> {
    let used: Vec<Command> = recent.iter().copied().filter(|command| can_be_taken(session, *command)).collect();
    let used = used.get(..used.len().min(MOST_RECENT)).unwrap_or_default().to_vec();
    let mut sections = vec![Section::commands("Used last", used.clone())];
    let mut known = used;
    if let Some(open) = &session.open {
        sections.push(Section { head: "Looked at last".to_owned(), rows: looked_at(open) });
        let reader = open.document.reader();
        if let Some(record) = open.history.present().selected.and_then(|key| reader.record(key)) {
            let commands = OF_SELECTION.into_iter().filter(|command| can_be_taken(session, *command));
            let commands: Vec<Command> = commands.filter(|command| !known.contains(command)).collect();
            known.extend(&commands);
            let head = format!("With {}", RecordLine::of(&reader, &record).words);
            sections.push(Section::commands(&head, commands));
        }
    }
    let mut others: Vec<Command> = Command::ALL.iter().copied().filter(|command| !known.contains(command)).collect();
    others.sort_by_key(|command| !can_be_taken(session, *command));
    sections.push(Section::commands("Commands", others));
    sections
}

/// The records looked at last, each once, without the one that is looked at now.
fn looked_at(open: &OpenBriefing) -> Vec<Row> {
    let reader = open.document.reader();
    let now = open.history.present().selected;
    let mut keys: Vec<Key> = Vec::new();
    for key in open.history.looked_at().filter(|key| Some(*key) != now) {
        if !keys.contains(&key) && keys.len() < MOST_RECENT {
            keys.push(key);
        }
    }
    keys.into_iter().filter_map(|key| Row::record(&reader, key, "")).collect()
}

/// Commands before records, but where no command holds what was typed and a record is called so.
fn fitting(session: &Session, words: &str, records: &mut FoundRecords) -> Vec<Section> {
    let mut commands = fitting_commands(words);
    commands.sort_by_key(|command| !can_be_taken(session, *command));
    let revision = session.open.as_ref().map_or(0, |open| open.revision);
    let records = records.get((words.to_owned(), revision), || found_records(session, words)).clone();
    let is_said =
        |command: &Command| !matched(&session.words_of(*command), words).is_empty() || is_also_called(*command, words);
    let is_called = |row: &Row| matches!(row, Row::Record { line, .. } if !matched(&line.words, words).is_empty());
    let records_first = !commands.iter().any(is_said) && records.first().is_some_and(is_called);
    let commands = Section::commands("Commands", commands);
    let records = Section { head: "Records".to_owned(), rows: records };
    if records_first { vec![records, commands] } else { vec![commands, records] }
}

/// Whether each word that was typed begins one by which a command is found besides its own.
pub(super) fn is_also_called(command: Command, typed: &str) -> bool {
    let mut typed = typed.split_whitespace().map(fold).peekable();
    let also = command.also();
    !also.is_empty()
        && typed.peek().is_some()
        && typed.all(|typed| also.split(' ').any(|word| word.starts_with(&typed)))
}

fn fitting_commands(words: &str) -> Vec<Command> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(&fold(words), CaseMatching::Ignore, Normalization::Smart);
    let mut scored: Vec<(u32, Command)> = Command::ALL
        .iter()
        .filter_map(|command| {
            let mut buffer = Vec::new();
            let score = pattern.score(Utf32Str::new(command.text(), &mut buffer), &mut matcher);
            // The dots behind a command are folded where somebody types them.
            let folded = || pattern.score(Utf32Str::new(&fold(command.text()), &mut Vec::new()), &mut matcher);
            let score = score.or_else(folded);
            let also = is_also_called(*command, words).then_some(ALSO_CALLED);
            let score = score.max(also)?;
            Some((score, *command))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.truncate(MOST_COMMANDS);
    scored.into_iter().map(|(_, command)| command).collect()
}

fn found_records(session: &Session, words: &str) -> Vec<Row> {
    let Some(open) = &session.open else { return Vec::new() };
    let reader = open.document.reader();
    let hits = open.document.index.search().find(words, MOST_LOOKED_AT);
    let mut rows: Vec<Row> = hits.iter().filter_map(|hit| Row::record(&reader, hit.key, words)).collect();
    rows.sort_by_cached_key(|row| !matches!(row, Row::Record { line, .. } if line.begins_with(words)));
    rows.truncate(MOST_RECORDS);
    rows
}
