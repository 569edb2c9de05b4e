//! A briefing as a note.

use super::context::{Build, Limits, NAMES, Subject};
use super::engine::{fill, nearest};
use super::error::NoteError;
use super::escape::escaped;
use crate::export::footnotes::Length;
use crate::export::options::NoteOptions;
use crate::export::template::Template;
use crate::export::withhold::{Withheld, withhold};
use crate::export::words::Part;
use crate::index::{Index, Reader};

/// A brief has no more words than these, footnotes and marks of Markdown among them.
pub const MOST_WORDS_OF_BRIEF: usize = 1_200;

/// For no more words than these it is told with one of the first of [`Limits::STEPS`] instead of a wider one; what would cut
/// words is not worth it.
const USUAL_WORDS_OF_BRIEF: usize = 900;
const STEPS_TO_USUAL: usize = 3;

/// The briefing as a note in Markdown, with one line break at its end.
///
/// # Errors
/// Where the template has a fault, or a profile is of nobody.
pub fn note(reader: &Reader, options: &NoteOptions) -> Result<String, NoteError> {
    match options.marking.and_then(|most| withhold(reader.briefing, most)) {
        Some((briefing, withheld)) => {
            let index = Index::build(&briefing);
            write(&Reader::new(&briefing, &index), options, &withheld)
        }
        None => write(reader, options, &Withheld::default()),
    }
}

fn write(reader: &Reader, options: &NoteOptions, withheld: &Withheld) -> Result<String, NoteError> {
    let mut note = String::new();
    for (step, limits) in options.progress.through(&Limits::STEPS).enumerate() {
        note = write_within(reader, options, withheld, limits)?;
        let most = if step + 1 < STEPS_TO_USUAL { USUAL_WORDS_OF_BRIEF } else { MOST_WORDS_OF_BRIEF };
        if options.template != Template::Brief || note.split_whitespace().count() <= most {
            break;
        }
    }
    Ok(note)
}

fn write_within(
    reader: &Reader,
    options: &NoteOptions,
    withheld: &Withheld,
    limits: &Limits,
) -> Result<String, NoteError> {
    let template = &options.template;
    let part = Part { briefing: reader.briefing, withheld, most: options.marking, shown: options.shown.as_ref() };
    let actor = match template {
        Template::Profile(id) => match reader.actor(id) {
            Some(actor) => Some(actor),
            None => {
                return Err(fault(
                    template,
                    format!("the briefing has no actor {id}"),
                    "name one by its id".to_owned(),
                ));
            }
        },
        _ => None,
    };
    let mut build = Build::new(*reader, part, options);
    let subject = Subject { actor: actor.as_deref(), limits };
    let written =
        fill(template.name(), template.source(), reader.briefing.record_count(), &options.progress, |name| {
            build.part_named(name, subject).ok_or_else(|| unknown(template, name))
        })?;
    let length = if *template == Template::Full { Length::Full } else { Length::Short };
    Ok(build.footnotes.numbered(&written, reader, length, |cited| escaped(&build.origins_of(cited))))
}

fn fault(template: &Template, message: String, hint: String) -> NoteError {
    NoteError { template: template.name().to_owned(), line: None, message, hint }
}

fn unknown(template: &Template, name: &str) -> NoteError {
    if name == "actor" {
        return fault(template, "`actor` is told in a profile alone".to_owned(), "use `actors`".to_owned());
    }
    let line = template.source().lines().position(|line| line.contains(name)).map(|place| place + 1);
    let hint = nearest(name, NAMES)
        .map_or_else(|| "TEMPLATES.md lists what there is".to_owned(), |known| format!("did you mean `{known}`?"));
    NoteError { line, ..fault(template, format!("`{name}` stands for nothing"), hint) }
}
