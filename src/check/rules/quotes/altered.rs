//! Quotes that differ from their source in typography, or by changes that an editor marks.

use super::quoted::{quotes_of, words_at};
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::Lookup;
use crate::check::wording::{Alteration, Likeness, has_telling_word};
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Content, Key};

pub(in crate::check::rules) const QUOTE_FOLDED: Rule = Rule {
    id: "quote-folded",
    severity: Severity::Info,
    title: "Quote that differs in typography",
    condition: "A quote stands in the held words but for quotation marks, dashes, spaces, forms of letters or end punctuation",
    help: "Straight for curly quotation marks, a comma taken into the quote, a ligature or a hyphen at the end of a line \
           that came along from a PDF: usage allows all of it, and the letters are the source's. Copy the source's own \
           signs if the quote is to be found by a plain search, as a TextQuoteSelector (W3C Web Annotation) is.",
    scope: Scope::PerRecord(quote_folded),
};

pub(in crate::check::rules) const QUOTE_ALTERED: Rule = Rule {
    id: "quote-altered",
    severity: Severity::Info,
    title: "Quote with marked changes",
    condition: "A quote leaves out or replaces words of its source, or changes a first letter",
    help: "Words left out are marked by … or […], words and letters that are not the source's by square brackets (The \
           Chicago Manual of Style 13.50-62). What stands in the source instead is found by laying the two side by \
           side, so that a reviewer sees it without looking it up.",
    scope: Scope::PerRecord(quote_altered),
};

pub(in crate::check::rules) const QUOTE_SENSE: Rule = Rule {
    id: "quote-sense",
    severity: Severity::Warning,
    title: "Quote whose changes may turn its sense",
    condition: "A change of a quote takes out or brings in a negation, a condition or a hedge, replaces words, or joins \
                two quotations; or a condition or a negation right beside it in its sentence is left out without a mark",
    help: "A quote without its “not”, its “if” or its “might” says what nobody said, however well the change is marked; \
           so does one put together from two. Marks of omission must not change the sense of the source (The Chicago \
           Manual of Style 13.51). Quote the words in full, or make two runs of them, or paraphrase.",
    scope: Scope::PerRecord(quote_sense),
};

/// What a quote that stands in what is cited, or elsewhere, changes.
fn changes(lookup: &Lookup) -> &[Alteration] {
    match lookup {
        Lookup::Cited(found) => &found.alterations,
        _ => &[],
    }
}

fn quote_folded(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, lookup) in quotes_of(context, key, record).iter() {
        if matches!(lookup, Lookup::Cited(quote) if quote.likeness == Likeness::Folded) {
            let words = words_at(record, path);
            let how = "but for quotation marks, dashes, spaces, forms of letters or end punctuation";
            let message = format!("{} quotes “{words}”, which stands in the source {how}", called(record));
            found.add(path, message, "");
            found.mended_by(Remedy::one("Write it with the source's signs".to_owned(), Act::SourceSigns));
        }
    }
}

fn quote_altered(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    report(context, key, record, found, false, "");
}

fn quote_sense(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    let hint = "Quote the words in full, make two runs of them, or paraphrase";
    report(context, key, record, found, true, hint);
    let AnyRecord::Statement(statement) = record else { return };
    for (path, lookup) in quotes_of(context, key, record).iter() {
        let Lookup::Cited(quote) = lookup else { continue };
        let number = path.strip_prefix("content[").and_then(|rest| rest.strip_suffix(']')?.parse::<usize>().ok());
        let Some(number) = number else { continue };
        if quote.limits.is_empty() || is_told_beside(&statement.content, number) {
            continue;
        }
        let told: Vec<String> = quote.limits.iter().map(ToString::to_string).collect();
        let message = format!("{} quotes “{}”: {}", called(record), words_at(record, path), told.join("; "));
        found.add(path, message, "Quote the words in full, or say in a Para what limits them");
    }
}

/// Whether a statement has a word of the sense beside a quote, in its own words or in those of the speaker: then what
/// limits the quote is told there.
fn is_told_beside(content: &[Content], number: usize) -> bool {
    let others = content.iter().enumerate().filter(|(place, _)| *place != number);
    others.into_iter().any(|(_, run)| has_telling_word(run.text()))
}

/// Tells the changes of each quote that turn its sense, or those that do not.
fn report(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings, is_turning: bool, hint: &str) {
    for (path, lookup) in quotes_of(context, key, record).iter() {
        let told = changes(lookup).iter().filter(|change| change.may_turn_the_sense() == is_turning);
        let told: Vec<String> = told.map(ToString::to_string).collect();
        if !told.is_empty() {
            let message = format!("{} quotes “{}”: {}", called(record), words_at(record, path), told.join("; "));
            found.add(path, message, hint);
        }
    }
}
