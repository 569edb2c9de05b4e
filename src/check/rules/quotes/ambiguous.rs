//! Quotes that stand more than once in what is cited.

use super::quoted::{cites_with_words, quotes_of, words_at};
use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::Lookup;
use crate::check::wording::count;
use crate::check::{Rule, Scope, Severity};
use crate::model::{AnyRecord, Key};

pub(in crate::check::rules) const QUOTE_AMBIGUOUS: Rule = Rule {
    id: "quote-ambiguous",
    severity: Severity::Info,
    title: "Quote that stands there more than once",
    condition: "Quoted words stand more than once in what is cited, without prefix or suffix",
    help: "A quote leads back to its place only if there is one. Where the words stand twice, the TextQuoteSelector \
           of the W3C Web Annotation Data Model (section 4.2.4) tells them apart by the words before (`prefix`) and \
           after (`suffix`).",
    scope: Scope::PerRecord(quote_ambiguous),
};

fn quote_ambiguous(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, lookup) in quotes_of(context, key, record).iter() {
        let Lookup::Cited(quote) = lookup else { continue };
        let words = words_at(record, path);
        let mut located = cites_with_words(record).filter(|(number, cite)| match path.strip_suffix(".exact") {
            // The words of a cite are located by what stands around them; those of a statement by a cite with words.
            Some(own) => {
                own == format!("cites[{number}]") && !(cite.long.prefix.is_empty() && cite.long.suffix.is_empty())
            }
            None => count(words.trim(), &cite.long.exact) > 0,
        });
        if quote.times > 1 && located.next().is_none() {
            let times = quote.times;
            let message = format!("“{words}”, which {} quotes, stands {times} times in what is cited", called(record));
            found.add(path, message, "Give the cite `exact` with a `prefix` or a `suffix`");
        }
    }
}
