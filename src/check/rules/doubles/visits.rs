//! Visits that are likely one, entered twice.

use super::wording::MERGE_OR_WAIVE;
use crate::analysis::doubles::double_visits;
use crate::check::context::Context;
use crate::check::findings::Findings;
use crate::check::{Rule, Scope, Severity};
use crate::model::{Day, Id, Place, Visit, VisitStatus, When};

pub(in crate::check) const TWIN_VISITS: Rule = Rule {
    id: "twin-visits",
    severity: Severity::Warning,
    title: "Two visits that may be one",
    condition: "Two visits have the same lead and destination, and starts known to a month or finer that may fall on \
                one day",
    help: "The same journey told by two sources, once to the day and once to the month, is easily entered twice, and \
           then counts twice. Make one visit of them with both cites; where the sources differ about its date, a \
           conflict keeps both. That two visits were two is said by a waiver for just these. Cancelled ones are left out, and \
           so are those whose start is open or lies in more than a month: they may fall on one day with nearly any.",
    scope: Scope::WholeFile(twin_visits),
};

fn twin_visits(context: &Context, found: &mut Findings) {
    let reader = &context.reader;
    let is_one_place = |one: &Place, other: &Place| {
        let (one_place, other_place) = (context.place_identity(one), context.place_identity(other));
        // Of one journey one source tells the province, and another the country.
        let country = reader.country_of_place(one);
        one_place == other_place || country.is_some_and(|country| country == one_place || country == other_place)
    };
    let pairs = double_visits(reader, telling_start, |(_, one), (_, other)| is_one_place(&one.to, &other.to));
    for pairs in pairs.chunk_by(|(_, one), (_, other)| one == other) {
        let Some((key, visit)) = pairs.first().and_then(|(_, later)| Some((*later, reader.visit_at(*later)?))) else {
            continue;
        };
        let earlier = pairs.iter().filter_map(|(earlier, _)| reader.visit_at(*earlier));
        let (named, earlier): (Vec<String>, Vec<Id>) =
            earlier.map(|visit| (with_date(&visit), visit.id.clone())).unzip();
        let Some(lead) = visit.lead_or_first() else { continue };
        let to = visit.to.actor().map_or_else(|| reader.place_name(&visit.to), |id| format!("`{id}`"));
        let message = format!(
            "{} and {} may be one visit: `{lead}` leads each to {to}, and they may have begun on one day",
            with_date(&visit),
            named.join(", "),
        );
        found.add_to((key, &visit.id), "when", message, MERGE_OR_WAIVE);
        found.together_with(earlier);
    }
}

/// A visit by its id and its date: those that may be one mostly have one title.
fn with_date(visit: &Visit) -> String {
    let date = visit.when.as_ref().map(When::display).unwrap_or_default();
    format!("`{}` ({date})", visit.id)
}

/// A start that may lie on more days than these says too little to tell one visit from another.
const MOST_DAYS_OF_A_TWIN: i64 = 31;

/// The start range of a visit that has a date and was not called off; none where it is open or wider than a month.
fn telling_start(visit: &Visit) -> Option<(Day, Day)> {
    let bounds = visit.when.as_ref().map(When::bounds)?;
    let (first, last) = bounds.start_earliest.zip(bounds.start_latest)?;
    let is_telling = (0..MOST_DAYS_OF_A_TWIN).contains(&first.days_until(last));
    let is_meant = visit.status_or_default() != VisitStatus::Cancelled && !visit.to.is_empty();
    (is_telling && is_meant).then_some((first, last))
}
