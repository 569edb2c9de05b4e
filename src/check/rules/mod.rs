//! All rules, in one table; each family in a file of its own.

mod actors;
mod after_source;
mod anchors;
mod date_words;
mod dates;
mod doubles;
mod fields;
mod grades;
mod header;
mod ids;
mod judgements;
mod names;
mod our_reading;
mod quotes;
mod reading;
mod reviews;
mod roles;
mod sources;
mod statements;
mod visits;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::index::Reader;
use crate::model::{AnyRecord, Key};

use super::context::Context;
use super::findings::Findings;
use super::{Rule, Scope};

pub use doubles::is_about_doubles;
pub(super) use doubles::{POSSIBLE_DOUBLE, SAME_NAME};
use doubles::{SAME_SOURCE, TWIN_VISITS};
pub use header::OPEN_MERGE;
pub(super) use header::WAIVER;
pub(super) const DANGLING: &str = ids::DANGLING_REFERENCE.id;
/// Rules that look for words in the held words of any source.
pub(super) const LOOKING_ANYWHERE: [&str; 2] = [quotes::QUOTE_NOT_VERBATIM.id, date_words::SAID_NOT_HELD.id];
pub use reading::{UNREADABLE_FIELD, UNREADABLE_RECORD};

/// Rules that say of a date that it is none.
pub const ABOUT_DATES: [&str; 2] = [dates::BAD_DATE.id, dates::INTERVAL_BACKWARDS.id];

/// Every rule, family by family.
pub const RULES: &[Rule] = &[
    // What the file is made of.
    UNREADABLE_RECORD,
    UNREADABLE_FIELD,
    fields::REQUIRED_FIELD,
    fields::UNKNOWN_FIELD,
    our_reading::OUR_READING,
    reviews::OPEN_REMARK,
    ids::DUPLICATE_ID,
    ids::MALFORMED_ID,
    ids::DANGLING_REFERENCE,
    ids::REFERENCE_KIND,
    ids::CIRCULAR_CHAIN,
    names::HIDDEN_CHARACTER,
    names::MIXED_SCRIPTS,
    // Dates.
    dates::BAD_DATE,
    dates::INTERVAL_BACKWARDS,
    dates::YEAR_WITHOUT_BASIS,
    dates::AFTER_CUT_OFF,
    after_source::AFTER_SOURCE,
    date_words::SAID_NOT_HELD,
    date_words::SAID_EXCLUDES_DATE,
    anchors::ANCHOR_MISSING,
    anchors::ANCHOR_CIRCULAR,
    anchors::ANCHOR_MOVED,
    // Quotes.
    quotes::QUOTE_NOT_VERBATIM,
    quotes::QUOTE_SENSE,
    quotes::QUOTE_OUTSIDE_MARKS,
    quotes::QUOTE_ALTERED,
    quotes::QUOTE_FOLDED,
    quotes::QUOTE_AMBIGUOUS,
    quotes::MARKS_IN_PARAPHRASE,
    quotes::PARAPHRASE_IS_VERBATIM,
    quotes::TRANSLATOR_MISSING,
    // Statements.
    statements::EMPTY_STATEMENT,
    statements::NO_RESPONSE_WITH_CONTENT,
    statements::RELAY_MISSING,
    statements::SAID_BEFORE_EVENT,
    // Roles and actors.
    roles::ROLE_NOT_VALID,
    roles::LEAD_WITHOUT_ROLE,
    actors::UNUSED_ACTOR,
    SAME_NAME,
    POSSIBLE_DOUBLE,
    actors::SHARED_ACRONYM,
    actors::UNKNOWN_CODE,
    // Visits.
    visits::SAME_FROM_AND_TO,
    TWIN_VISITS,
    visits::STATE_VISIT_WITHOUT_HEAD,
    visits::ANNOUNCED_AFTER_START,
    // Sources and cites.
    SAME_SOURCE,
    sources::UNCITED_RECORD,
    sources::UNREACHABLE_SOURCE,
    sources::UNCITED_PARAGRAPH,
    sources::MISSING_PARAGRAPH,
    grades::BAD_CREDIBILITY,
    grades::CONFIRMED_BY_ONE_ORIGIN,
    // Judgements and conflicts.
    judgements::LIKELIHOOD_WITH_CONFIDENCE,
    judgements::HEDGED_KEY_JUDGEMENT,
    judgements::NO_ALTERNATIVE,
    judgements::SILENCE_AS_SUPPORT,
    judgements::RESTS_ON_CONFLICT,
    judgements::JUDGEMENT_IS_QUOTE,
    judgements::ONE_ORIGIN_SUPPORTS,
    grades::HIGH_ON_WEAK_GROUND,
    grades::HIGH_ON_ONE_ORIGIN,
    judgements::CONFLICT_SIDE,
    judgements::RESOLVED_WITHOUT_REASON,
    // Release.
    header::MARKING_MISSING,
    header::MARKING_TOO_STRICT,
    OPEN_MERGE,
    WAIVER,
];

/// The rule with an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// Runs the rules for single records on one.
pub(super) fn on_record(context: &Context, key: Key, record: &AnyRecord, found: &mut Findings) {
    found.look_at(Some((key, record)));
    for rule in RULES {
        if let Scope::PerRecord(check) | Scope::RecordsAndHeader(check, _) = rule.scope {
            found.apply(rule.id, rule.severity);
            check(context, key, record, found);
        }
    }
}

/// Runs the rules for the header.
pub(super) fn on_header(context: &Context, found: &mut Findings) {
    found.look_at(None);
    for rule in RULES {
        if let Scope::Header(check) | Scope::RecordsAndHeader(_, check) = rule.scope {
            found.apply(rule.id, rule.severity);
            check(context, &context.reader.briefing.header, found);
        }
    }
}

/// Runs the rules for the whole file, at once on as many cores as there are; what they find is in the order of the rules.
pub(super) fn on_file(reader: &Reader, found: &mut Findings) {
    let run = |rule: &Rule| {
        let Scope::WholeFile(check) = rule.scope else { return Vec::new() };
        let mut found = Findings::default();
        found.apply(rule.id, rule.severity);
        check(&Context::new(*reader), &mut found);
        found.into_problems()
    };
    let of_rules: Vec<_> = RULES.par_iter().with_max_len(1).map(run).collect();
    found.keep(of_rules.into_iter().flatten());
}
