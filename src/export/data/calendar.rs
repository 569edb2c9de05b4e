//! The visits as a calendar (iCalendar, RFC 5545): whole days, from the first on which a visit may have begun to the last
//! that is told of it. What is in doubt stands in the summary.

use super::days::has_doubt;
use crate::export::view::View;
use crate::export::words::{People, date_words, one_line};
use crate::model::{Day, Key, Marking, Mode, TlpLevel, Visit, VisitStatus, When, parse_edtf, plural};

/// A line has at most so many bytes (RFC 5545, 3.1).
const MOST_BYTES: usize = 75;

/// The visits with a place in time as a calendar; how many have none is told in its description.
pub(in crate::export) fn to_ics(view: &View) -> String {
    let mut calendar = Calendar::default();
    let visits: Vec<_> = view.visits().collect();
    let placed: Vec<_> = visits.iter().filter_map(|(key, visit)| Some((*key, visit, days(visit)?))).collect();
    let mut about = view.notices();
    let undated = visits.len() - placed.len();
    if undated > 0 {
        about.push(format!("Not in this calendar: {} without a usable date.", plural(undated, "visit")));
    }
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Dateline//Visits//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", &view.title());
    if !about.is_empty() {
        calendar.text("X-WR-CALDESC", &about.join(" "));
    }
    let stamp = stamp(view);
    for (key, visit, days) in view.progress.through(placed) {
        event(&mut calendar, view, (key, visit), days, &stamp);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0
}

/// The first and the last day; `None` where the calendar has no place for it.
fn days(visit: &Visit) -> Option<(Day, Day)> {
    let bounds = visit.when.as_ref()?.bounds();
    let first = bounds.start_earliest.or(bounds.start_latest)?;
    let last = bounds.end_latest.or(bounds.start_latest).filter(|last| *last >= first).unwrap_or(first);
    let fits = |day: Day| (1..=9999).contains(&day.civil().year);
    (bounds.has_a_place_in_time() && fits(first) && fits(last.plus_days(1))).then_some((first, last))
}

fn event(calendar: &mut Calendar, view: &View, (key, visit): (Key, &Visit), days: (Day, Day), stamp: &str) {
    let people = People(view.reader);
    let marking = view.marking_of(visit);
    calendar.line("BEGIN", "VEVENT");
    calendar.text("UID", &format!("{}-{}@dateline", one_line(visit.id.as_str()), key.0));
    calendar.line("DTSTAMP", stamp);
    calendar.line("DTSTART;VALUE=DATE", &compact(days.0));
    // The end is the day after the last (RFC 5545, 3.6.1).
    calendar.line("DTEND;VALUE=DATE", &compact(days.1.plus_days(1)));
    calendar.text("SUMMARY", &summary(view, key, visit));
    let place = people.destination(visit);
    calendar.text("LOCATION", &place);
    let mut about = vec![people.way(visit)];
    let names = |ids: &[crate::model::Id]| ids.iter().map(|id| people.name(id)).collect::<Vec<_>>().join(", ");
    about.push(format!("Visitors: {}", names(&visit.visitors)));
    if !visit.met.is_empty() {
        about.push(format!("Met: {}", names(&visit.met)));
    }
    about.extend((!visit.note.trim().is_empty()).then(|| one_line(&visit.note)));
    about.extend((!marking.is_empty()).then(|| marking.clone()));
    calendar.text("DESCRIPTION", &about.join("\n"));
    let status = match visit.status_or_default() {
        VisitStatus::Planned => "TENTATIVE",
        VisitStatus::Cancelled => "CANCELLED",
        VisitStatus::Ongoing | VisitStatus::Completed => "CONFIRMED",
    };
    calendar.line("STATUS", status);
    let of_briefing = view.reader.briefing.header.marking.as_ref();
    let level = visit.marking.as_ref().or(of_briefing).map_or(TlpLevel::Clear, Marking::level);
    calendar.line("CLASS", if level == TlpLevel::Clear { "PUBLIC" } else { "CONFIDENTIAL" });
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line("END", "VEVENT");
}

/// Who and where to, then what is not plain: `Lin Wu to Serbia (c. Sept 2024 (year inferred))`.
fn summary(view: &View, key: Key, visit: &Visit) -> String {
    let mut doubts = Vec::new();
    match visit.status_or_default() {
        VisitStatus::Planned => doubts.push("planned".to_owned()),
        VisitStatus::Cancelled => doubts.push("cancelled".to_owned()),
        VisitStatus::Ongoing | VisitStatus::Completed => {}
    }
    doubts.extend(visit.when.as_ref().filter(|when| has_doubt(when)).map(|when| date_words(&view.reader, when)));
    let conflicts = view.reader.conflicts_about(key);
    if conflicts.iter().any(|(_, conflict)| conflict.is_open() && conflict.field == "when") {
        doubts.push("date disputed".to_owned());
    }
    match visit.mode_or_default() {
        Mode::InPerson => {}
        mode => doubts.push(mode.label().to_lowercase()),
    }
    let title = People(view.reader).visit_title(visit);
    if doubts.is_empty() { title } else { format!("{title} ({})", doubts.join("; ")) }
}

fn compact(day: Day) -> String {
    let civil = day.civil();
    format!("{:04}{:02}{:02}", civil.year, civil.month, civil.day)
}

/// When the calendar was made (RFC 5545, 3.8.7.2): the cut-off, so that the same briefing gives the same calendar.
fn stamp(view: &View) -> String {
    let cut_off = When::from_edtf(&view.reader.briefing.header.as_of);
    let day = parse_edtf(cut_off.edtf()).ok().and_then(|parsed| parsed.bounds.end_latest);
    let day = day.filter(|day| (1..=9999).contains(&day.civil().year)).unwrap_or(Day(0));
    format!("{}T000000Z", compact(day))
}

/// Lines of a calendar, folded.
#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// A property with a text (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                '\r' => {}
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    fn line(&mut self, name: &str, value: &str) {
        let mut room = MOST_BYTES;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MOST_BYTES - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
