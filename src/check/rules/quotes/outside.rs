//! Quotes of words that the source does not put in quotation marks.

use super::quoted::{quotes_of, words_at};
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::Lookup;
use crate::check::{Rule, Scope, Severity};
use crate::model::{AnyRecord, Key};

pub(in crate::check::rules) const QUOTE_OUTSIDE_MARKS: Rule = Rule {
    id: "quote-outside-marks",
    severity: Severity::Warning,
    title: "Quote of words outside the quotation marks",
    condition: "A Said run stands in a cited paragraph that has quotation marks, but outside them",
    help: "What a paragraph has outside its quotation marks is mostly the reporter's, and a Said makes it the speaker's. \
           Make it a Para, or attribute it to who wrote it. A paragraph without any marks, as in a transcript, and a \
           headline are taken as they are; where a transcript has marks around single words, waive this.",
    scope: Scope::PerRecord(quote_outside_marks),
};

fn quote_outside_marks(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, lookup) in quotes_of(context, key, record).iter().filter(|(path, _)| path.starts_with("content")) {
        if matches!(lookup, Lookup::Cited(quote) if quote.is_outside_marks) {
            let message = format!(
                "{} quotes “{}”, which stands outside the quotation marks of what is cited",
                called(record),
                words_at(record, path)
            );
            found.add(path, message, "Make it a paraphrase, or say it of who wrote it");
        }
    }
}
