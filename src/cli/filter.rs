//! The filter of the window, from the command line.

use anyhow::bail;

use crate::index::Reader;
use crate::model::{Id, parse_edtf};
use crate::present::{Filter, visible};

use super::arguments::FilterArguments;

/// The filter that is asked for.
///
/// # Errors
/// Where an actor is not in the briefing, or a date is none.
pub(super) fn filter_of(reader: &Reader, asked: &FilterArguments) -> anyhow::Result<Filter> {
    for id in &asked.actor {
        if reader.actor(&Id::from(id.as_str())).is_none() {
            let known = reader.briefing.actors.iter().map(|entry| entry.record.id.as_str());
            let hint = known
                .map(|known| (strsim::osa_distance(known, id), known))
                .filter(|(distance, _)| *distance <= 3)
                .min()
                .map(|(_, known)| format!(", did you mean {known}?"));
            bail!("--actor {}: the briefing has no actor of that id{}", visible(id), hint.unwrap_or_default());
        }
    }
    for (option, date) in [("--from", &asked.from), ("--until", &asked.until)] {
        if let Some(date) = date
            && let Err(error) = parse_edtf(date)
        {
            bail!("{option} {}: {error}; write a year, a month or a day: 2024, 2024-05, 2024-05-01", visible(date));
        }
    }
    let codes = asked.country.iter().map(|code| code.to_uppercase());
    Ok(Filter {
        actors: asked.actor.iter().cloned().collect(),
        countries: codes.collect(),
        channels: asked.channel.iter().cloned().collect(),
        levels: asked.level.iter().cloned().collect(),
        from: asked.from.clone(),
        to: asked.until.clone(),
        text: asked.text.clone(),
        ..Filter::default()
    })
}
