//! Words in marks within a sentence that no verb of speech has taken.

use std::ops::Range;

use super::page::Part;
use super::place::Place;
use super::told::{Rule, Span, Told};
use super::verb::At;
use super::word::Kind;
use crate::language::press::Meaning;

/// Words in marks from this length on are somebody's words, also without a verb of speech.
pub(super) const QUOTE: usize = 4;

/// How many words a run has.
pub(super) fn length(place: &Place, run: usize) -> usize {
    let words = place.paragraph.run_words.get(run).cloned().unwrap_or_default();
    words.filter(|at| place.paragraph.word(*at).is_some_and(|word| !matches!(word.kind, Kind::Sign(_)))).count()
}

/// Words in marks within a sentence: said by the subject of a verb such as `called`, or by whom the sentence names.
pub(super) fn fragments(
    place: &Place,
    sentence: &Range<usize>,
    runs: &[usize],
    told: &[Told],
    last_speaker: Option<Span>,
) -> Option<Told> {
    let paragraph = place.paragraph;
    let first = paragraph.run_words.get(*runs.first()?)?.clone();
    let span = |words: Range<usize>| Span { paragraph: place.number, words };
    let verb = (sentence.start..first.start).rev().filter(|at| !paragraph.in_run(*at)).find_map(|at| {
        // `Reporters were told that …`: they did not say it.
        let is_passive = paragraph.tag == "en"
            && at
                .checked_sub(1)
                .is_some_and(|before| matches!(paragraph.key(before), "was" | "were" | "been" | "being"));
        let word = paragraph.word(at).filter(|word| !is_passive || word.cue().is_none())?;
        let here = At { place: *place, sentence: (sentence.start, sentence.end), free: sentence.start };
        let (length, subject) = match (word.cue(), word.cue_participle()) {
            (Some((_, length)), _) => (length, here.subject_around(at, length)?),
            (None, Some((_, length))) => (length, here.main_subject(at)?.words),
            (None, None) => return None,
        };
        Some((at, length, subject))
    });
    // German puts its verb last: `hatte den Bericht als „falsch“ zurückgewiesen`.
    let last = || {
        let here = At { place: *place, sentence: (sentence.start, sentence.end), free: sentence.start };
        let end = runs.last().and_then(|run| paragraph.run_words.get(*run))?.end;
        let at = (end..sentence.end.min(end + 4)).find(|at| {
            paragraph.word(*at).is_some_and(|word| {
                word.cue().is_some() || word.length_of(|meaning| matches!(meaning, Meaning::CueInfinitive(_))) > 0
            })
        })?;
        let subject = here.subject_before_colon(first.start)?;
        Some((at, 1, subject.words))
    };
    let verb = verb.or_else(|| (paragraph.tag == "de").then(last).flatten());
    let as_which = verb.is_none() && paragraph.part == Part::Body && is_behind_as(place, &first);
    let is_judged = |run: usize| paragraph.part == Part::Body && is_judgement(place, run);
    let longest = runs.iter().map(|run| length(place, *run)).max().unwrap_or(0);
    // German tells by the mood of its verb that the words are somebody's: `Damit sei der Kurs „nicht klar“`.
    let goes_on = paragraph.tag == "de" && last_speaker.is_some() && is_reported(place, sentence);
    let judges = runs.iter().any(|run| is_judged(*run));
    if longest < QUOTE && (verb.is_none() && told.is_empty() && !goes_on && !as_which && !judges)
        || verb.is_none() && paragraph.part == Part::Headline
    {
        return None;
    }
    let here = At { place: *place, sentence: (sentence.start, sentence.end), free: sentence.start };
    let before_it = last_speaker.clone();
    let speaker = match &verb {
        Some((_, _, subject)) => Some(span(subject.clone())),
        None if goes_on => last_speaker,
        None if paragraph.tag == "de" && told.is_empty() && is_behind_colon(place, &first) => {
            here.subject_before_colon(first.start - 1).or(last_speaker)
        }
        None => told.last().and_then(|told| told.speaker.clone()).or_else(|| {
            let is_sure = |span: &Span| paragraph.tag != "de" || names_somebody(place, &span.words);
            here.main_subject(first.start).filter(is_sure).or(last_speaker)
        }),
    };
    // `Es drohe „…“`, `mit den Worten: „…“`: these name nobody.
    let is_nobody = |span: &Span| {
        let last = span.words.end.checked_sub(1).map(|at| paragraph.key(at)).unwrap_or_default();
        paragraph.tag == "de" && matches!(last, "es" | "dies" | "das" | "worten" | "worte" | "satz")
    };
    let speaker = speaker.filter(|span| !is_nobody(span)).or(before_it);
    let rule = match (&verb, &speaker) {
        (Some(_), _) => Rule::Fragment,
        (None, Some(_)) => Rule::NameBefore,
        (None, None) => Rule::QuoteAlone,
    };
    let wanted = runs.iter().filter(|run| {
        let is_long = length(place, **run) >= QUOTE && !is_title(place, **run);
        verb.is_some() || goes_on || as_which || is_long || is_judged(**run)
    });
    let content: Vec<Span> =
        wanted.filter_map(|run| paragraph.run_words.get(*run)).map(|words| span(words.clone())).collect();
    (!content.is_empty()).then(|| Told {
        speaker,
        cue: verb.map(|(at, length, _)| span(at..at + length)),
        audience: None,
        content,
        rule,
        sentence: span(sentence.clone()),
    })
}

/// Whether words in marks stand behind `as` in a sentence about somebody: `offered himself as a “bridge”`.
fn is_behind_as(place: &Place, run: &Range<usize>) -> bool {
    let paragraph = place.paragraph;
    let article = run.start.checked_sub(1).is_some_and(|before| paragraph.means(before, Meaning::Article));
    let behind_as = run.start.checked_sub(1 + usize::from(article)).is_some_and(|at| paragraph.key(at) == "as");
    behind_as && !place.cast.within(place.number, &(paragraph.sentence_of(run.start).start..run.start)).is_empty()
}

/// Whether German words in marks judge: they begin with a small letter, as neither a title nor a name does (`eine „schwere
/// Belastung“`), and are no single noun or word that is only doubted (`so genannte „linke“`).
fn is_judgement(place: &Place, run: usize) -> bool {
    let paragraph = place.paragraph;
    let Some(words) = paragraph.run_words.get(run).filter(|_| paragraph.tag == "de") else { return false };
    let first = words.clone().find(|at| paragraph.word(*at).is_some_and(|word| !word.is_any_sign()));
    // Of German nouns the capital tells nothing elsewhere, and is not kept.
    let is_low = first.is_some_and(|at| paragraph.slice(&(at..at + 1)).chars().next().is_some_and(char::is_lowercase));
    let is_so_called = words.start.checked_sub(1).is_some_and(|before| {
        let key = paragraph.key(before);
        key.starts_with("sogenannt") || key.starts_with("genannt") || key.starts_with("vermeintlich")
    });
    // `tagesschau.de` is a name; `extremistisch und [...] fremd` is none.
    let text: Vec<char> = paragraph.slice(words).chars().collect();
    let is_address = text
        .windows(3)
        .any(|three| matches!(three, [before, '.', behind] if before.is_alphanumeric() && behind.is_alphanumeric()));
    let is_low = is_low && !is_address;
    (is_low
        || ends_low(place, run, words)
        || answers(place, words)
        || is_verdict(place, words)
        || is_sentence(place, words, first))
        && !is_so_called
}

/// Whether words in marks end a sentence behind a colon, and it names somebody: `Voss lehnte ab: „Unsinn“`.
fn answers(place: &Place, words: &Range<usize>) -> bool {
    let sentence = place.paragraph.sentence_of(words.start);
    is_behind_colon(place, words)
        && words.end + 2 >= sentence.end
        && names_somebody(place, &(sentence.start..words.start))
}

/// Whether several words end with a small letter's, as names and titles do not: `von einer „Lösung weit entfernt“`.
fn ends_low(place: &Place, run: usize, words: &Range<usize>) -> bool {
    let paragraph = place.paragraph;
    let is_worded = |at: &usize| paragraph.word(*at).is_some_and(|word| word.kind == Kind::Word);
    let last = words.clone().rev().find(is_worded);
    let is_low = |at: usize| paragraph.slice(&(at..at + 1)).chars().next().is_some_and(char::is_lowercase);
    length(place, run) == QUOTE - 1 && last.is_some_and(is_low)
}

/// Whether words in marks are what something is for somebody: `war für die Verbände „Wortbruch und Verrat“`.
fn is_verdict(place: &Place, words: &Range<usize>) -> bool {
    let paragraph = place.paragraph;
    let sentence = paragraph.sentence_of(words.start);
    let before = || (sentence.start..words.start).filter(|at| !paragraph.in_run(*at));
    let is_copula = before().any(|at| matches!(paragraph.key(at), "ist" | "war" | "sei" | "sind" | "waren" | "seien"));
    let for_somebody = before().rev().find(|at| paragraph.key(*at) == "fur");
    let ends = paragraph.word(words.end + 1).is_none_or(|next| next.is_sign('.') || next.is_sign(','))
        || words.end + 1 >= sentence.end;
    is_copula
        && ends
        && for_somebody.is_some_and(|at| at + 1 < words.start && names_somebody(place, &(at + 1..words.start)))
}

/// Whether few words in marks are a whole sentence: `„Wir erwarten euch“`, `„Nie wieder!“`.
fn is_sentence(place: &Place, words: &Range<usize>, first: Option<usize>) -> bool {
    let begins = first.and_then(|at| place.paragraph.word(at)).is_some_and(|word| word.pronoun().is_some());
    let ends = words
        .clone()
        .rev()
        .take(2)
        .any(|at| place.paragraph.word(at).is_some_and(|word| word.is_sign('!') || word.is_sign('?')));
    begins && words.len() > 4 || ends
}

fn is_behind_colon(place: &Place, run: &Range<usize>) -> bool {
    run.start.checked_sub(1).is_some_and(|before| place.paragraph.is_sign(before, ':'))
}

/// Whether words name somebody, or are a pronoun.
fn names_somebody(place: &Place, words: &Range<usize>) -> bool {
    let is_pronoun = words.len() == 1 && place.paragraph.word(words.start).is_some_and(|word| word.pronoun().is_some());
    let is_person = |at: usize| {
        place
            .paragraph
            .word(at)
            .is_some_and(|word| word.means(Meaning::Person) || word.means(Meaning::People) || word.is_title())
    };
    is_pronoun || !place.cast.within(place.number, words).is_empty() || words.clone().any(is_person)
}

/// Whether a verb of a sentence stands in the mood of reported speech.
fn is_reported(place: &Place, sentence: &Range<usize>) -> bool {
    sentence.clone().filter(|at| !place.paragraph.in_run(*at)).any(|at| {
        matches!(
            place.paragraph.key(at),
            "sei"
                | "seien"
                | "habe"
                | "hatte"
                | "hatten"
                | "werde"
                | "wurde"
                | "wurden"
                | "konne"
                | "konnten"
                | "musse"
                | "solle"
                | "wolle"
                | "gebe"
        )
    })
}

/// Whether words in marks are the title of a work: most have capitals.
fn is_title(place: &Place, run: usize) -> bool {
    let words = place.paragraph.run_words.get(run).cloned().unwrap_or_default();
    let long = words
        .filter_map(|at| place.paragraph.word(at))
        .filter(|word| word.kind == Kind::Word && word.key.chars().count() > 3);
    let (all, capitals) = long.fold((0, 0), |(all, capitals), word| (all + 1, capitals + usize::from(word.is_capital)));
    (1..=10).contains(&all) && capitals * 10 >= all * 7
}
