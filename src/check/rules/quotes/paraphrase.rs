//! Paraphrases that hold somebody else's words: between quotation marks, or without them.

use std::cell::OnceCell;

use super::quoted::LETTERS;
use crate::check::cited::Cited;
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::Lookup;
use crate::check::wording::{copied_words, may_hold_copied_words, quotations};
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Content, Id, Key, Node};

pub(in crate::check::rules) const MARKS_IN_PARAPHRASE: Rule = Rule {
    id: "marks-in-paraphrase",
    severity: Severity::Warning,
    title: "Quotation marks in a paraphrase",
    condition: "A Para run has quotation marks in it",
    help: "Only Said is checked against the source and exported as a quotation. Words in quotation marks inside a \
           paraphrase look like a quote and are held by nothing. Split the run: Para before, Said for the quoted \
           words, Para after.",
    scope: Scope::PerRecord(marks_in_paraphrase),
};

pub(in crate::check::rules) const PARAPHRASE_IS_VERBATIM: Rule = Rule {
    id: "paraphrase-is-verbatim",
    severity: Severity::Info,
    title: "Paraphrase in the source's own words",
    condition: "Six words or more of a Para run stand so in the held words of a source that is cited",
    help: "What stands without quotation marks is read as the analyst's words. Words taken over unmarked are hidden \
           from the check of quotes, and whoever wrote them is not credited. Say it in your own words, or make a Said \
           of what the source puts in quotation marks. A note in a draft, a warning after.",
    scope: Scope::PerRecord(paraphrase_is_verbatim),
};

fn marks_in_paraphrase(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    let cited = OnceCell::new();
    for (number, run) in statement.content.iter().enumerate() {
        let Content::Para(text) = run else { continue };
        let Some(quotation) = quotations(text).into_iter().find(|found| found.is_closed) else { continue };
        let parts = (
            text.get(..quotation.whole.start).unwrap_or_default(),
            text.get(quotation.inside).unwrap_or_default(),
            text.get(quotation.whole.end..).unwrap_or_default(),
        );
        let message = format!("the paraphrase of {} has quotation marks around “{}”", called(record), parts.1);
        found.add(format!("content[{number}]"), message, "Mark the quoted words as verbatim");
        let cited = cited.get_or_init(|| Cited::new(context, record.cites()));
        found.mended_by(said_apart(cited, record, number, parts));
    }
}

/// The marked words as a Said run of their own, unless the words of the source that are held tell against it.
fn said_apart(
    cited: &Cited,
    record: &AnyRecord,
    number: usize,
    (before, words, after): (&str, &str, &str),
) -> Option<Remedy> {
    if !matches!(cited.look_up(words, LETTERS), Lookup::Cited(_) | Lookup::NotHeld) {
        return None;
    }
    let runs = [("Para", before), ("Said", words), ("Para", after)];
    let runs = runs.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let apart = runs.map(|(word, text)| Node::Wrapped(word.into(), Box::new(Node::Text(text.trim().to_owned()))));
    let mut content = Node::items_of(record.field_node("content").as_ref());
    if number >= content.len() {
        return None;
    }
    content.splice(number..=number, apart);
    Some(Remedy::put("Mark the quoted words as verbatim", "content", Node::List(content)))
}

fn paraphrase_is_verbatim(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    let mut sources: Vec<&Id> = Vec::new();
    for cite in record.cites() {
        if !sources.contains(&cite.source()) {
            sources.push(cite.source());
        }
    }
    let severity = if context.is_past_draft() { Severity::Warning } else { Severity::Info };
    for (number, run) in statement.content.iter().enumerate() {
        let Content::Para(text) = run else { continue };
        if !may_hold_copied_words(text) {
            continue;
        }
        let copied = sources.iter().filter_map(|id| Some((id, context.held_of(id)?)));
        let copied = copied.filter_map(|(id, held)| {
            Some((id, copied_words(text, &held).into_iter().find(|words| !is_a_name(words))?))
        });
        if let Some((id, words)) = copied.max_by_key(|(_, words)| words.len()) {
            let message = format!("the paraphrase of {} has “{words}” word for word from `{id}`", called(record));
            let hint = "Say it in your own words, or mark as verbatim what the source has in quotation marks";
            found.add_as(severity, format!("content[{number}]"), message, hint);
        }
    }
}

/// Whether words are but a name or a title, which has no other: all with capitals, but for particles.
fn is_a_name(words: &str) -> bool {
    const PARTICLES: [&str; 32] = [
        "of", "the", "and", "for", "to", "in", "on", "at", "de", "du", "des", "la", "le", "les", "et", "der", "die",
        "das", "von", "und", "für", "van", "den", "del", "della", "di", "y", "e", "i", "za", "da", "do",
    ];
    let mut words = words.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.all(|word| word.starts_with(char::is_uppercase) || PARTICLES.contains(&word) || word.is_empty())
}
