//! Words in quotation marks, and the words that are held.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::held::{Lookup, cited_texts, look_up};
use crate::check::wording::{Likeness, bare, count, folded, likeness, parting};
use crate::check::{Act, Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Cite, CiteLong, Content, Key, Node};

pub(super) const QUOTE_NOT_VERBATIM: Rule = Rule {
    id: "quote-not-verbatim",
    severity: Severity::Error,
    title: "Quote that is not in the source",
    condition: "A Said run, or `exact` of a cite, does not stand in the held words of what is cited",
    help: "Whatever stands in quotation marks is somebody's own words, letter for letter; a note with a misquote is \
           worse than none. Said runs, and the `exact`, `prefix` and `suffix` of a cite (TextQuoteSelector of the W3C \
           Web Annotation Data Model), are compared with the held words of the paragraphs cited. Where a cited \
           paragraph is not held there is nothing to compare with, and nothing is said.",
    scope: Scope::PerRecord(quote_not_verbatim),
};

pub(super) const QUOTE_FOLDED: Rule = Rule {
    id: "quote-folded",
    severity: Severity::Info,
    title: "Quote that differs in typography",
    condition: "A quote stands in the held words but for quotation marks, dashes, end punctuation, … or [ ]",
    help: "Straight for curly quotation marks, a comma taken into the quote, an omission marked by … or an insertion \
           in square brackets: usage allows all of it, and the letters are the source's. Copy the source's own signs \
           if the quote is to be found by a plain search, as a TextQuoteSelector (W3C Web Annotation) is.",
    scope: Scope::PerRecord(quote_folded),
};

pub(super) const QUOTE_AMBIGUOUS: Rule = Rule {
    id: "quote-ambiguous",
    severity: Severity::Info,
    title: "Quote that stands there more than once",
    condition: "Quoted words stand more than once in what is cited, without prefix or suffix",
    help: "A quote leads back to its place only if there is one. Where the words stand twice, the TextQuoteSelector \
           of the W3C Web Annotation Data Model (section 4.2.4) tells them apart by the words before (`prefix`) and \
           after (`suffix`).",
    scope: Scope::PerRecord(quote_ambiguous),
};

pub(super) const MARKS_IN_PARAPHRASE: Rule = Rule {
    id: "marks-in-paraphrase",
    severity: Severity::Warning,
    title: "Quotation marks in a paraphrase",
    condition: "A Para run has quotation marks in it",
    help: "Only Said is checked against the source and exported as a quotation. Words in quotation marks inside a \
           paraphrase look like a quote and are held by nothing. Split the run: Para before, Said for the quoted \
           words, Para after.",
    scope: Scope::PerRecord(marks_in_paraphrase),
};

pub(super) const TRANSLATOR_MISSING: Rule = Rule {
    id: "translator-missing",
    severity: Severity::Warning,
    title: "Translation without a translator",
    condition: "A statement has its `original`, but no translator",
    help: "A quote in translation is the translator's choice of words. ICD 206 (Sourcing Requirements) asks for what \
           a reader needs to judge a source; who translated is part of it: a person, the outlet, or a program.",
    scope: Scope::PerRecord(translator_missing),
};

/// The Said runs of a record, with their paths.
fn said_runs(record: &AnyRecord) -> Vec<(String, &str)> {
    let AnyRecord::Statement(statement) = record else { return Vec::new() };
    let runs = statement.content.iter().enumerate().filter(|(_, run)| run.is_said() && !run.text().trim().is_empty());
    runs.map(|(number, run)| (format!("content[{number}]"), run.text())).collect()
}

/// The cites of a record that hold words, with their numbers.
fn cites_with_words(record: &AnyRecord) -> impl Iterator<Item = (usize, &Cite)> {
    record.cites().iter().enumerate().filter(|(_, cite)| !cite.long.exact.trim().is_empty())
}

/// A cite without its own words, so that these are not compared with themselves.
fn place_of(cite: &Cite) -> Cite {
    let CiteLong { source, para, .. } = &cite.long;
    Cite { long: CiteLong { source: source.clone(), para: *para, ..CiteLong::default() }, short: false }
}

fn quote_not_verbatim(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, words) in said_runs(record) {
        let lookup = look_up(context, record.cites(), |text| likeness(words, text));
        report_lookup(context, record, path, words, (record.cites(), &lookup), found);
    }
    for (number, cite) in cites_with_words(record) {
        let place = [place_of(cite)];
        let words = cite.long.exact.as_str();
        let lookup = look_up(context, &place, |text| likeness(words, text));
        let path = format!("cites[{number}].exact");
        report_lookup(context, record, path, words, (&place, &lookup), found);
        if matches!(lookup, Lookup::Cited(_)) && !surroundings_fit(&cite.long, &cited_texts(context, &place)) {
            let message = format!(
                "{} quotes “{words}” from `{}`, where it does not stand between the prefix and the suffix given",
                called(record),
                cite.to_short()
            );
            let field = if cite.long.prefix.is_empty() { "suffix" } else { "prefix" };
            found.add(
                format!("cites[{number}].{field}"),
                message,
                "Copy the words right before and after from the source",
            );
        }
    }
}

fn report_lookup(
    context: &Context,
    record: &AnyRecord,
    path: String,
    words: &str,
    (cites, lookup): (&[Cite], &Lookup),
    found: &mut Findings,
) {
    match lookup {
        Lookup::Elsewhere(_, place) => {
            let message =
                format!("{} quotes “{words}”, which stands in `{place}`, not in what is cited", called(record));
            let remedy = cited_instead(&path, place);
            found.add(path, message, format!("Cite `{place}`"));
            found.mended_by(remedy);
        }
        Lookup::Missing => {
            let message =
                format!("{} quotes “{words}”, which stands in no held words of what is cited", called(record));
            let parted = cited_texts(context, cites).iter().find_map(|text| parting(words, text));
            let hint = parted.map(|(last, next)| format!("After “{last}” the source goes on “{next}”"));
            found.add(
                path,
                message,
                hint.unwrap_or_else(|| "Quote letter for letter, make it a Para, or hold the passage".to_owned()),
            );
        }
        Lookup::Cited(_) | Lookup::NotHeld => {}
    }
}

/// The place where quoted words stand as a further cite of a statement, or as the paragraph of the cite itself.
fn cited_instead(path: &str, place: &str) -> Remedy {
    let label = format!("Cite {place}");
    let para = Cite::parse_short(place).para();
    match (path.strip_suffix(".exact"), para) {
        (Some(cite), Some(para)) => Remedy::put(&label, format!("{cite}.para"), Node::Integer(i64::from(para))),
        (Some(cite), None) => Remedy::take_away(&label, format!("{cite}.para")),
        (None, _) => Remedy::one(label, Act::Add("cites", Node::Text(place.to_owned()))),
    }
}

/// Whether the words stand somewhere with their prefix before and their suffix after, as far as the text goes.
fn surroundings_fit(cite: &CiteLong, texts: &[String]) -> bool {
    let (prefix, suffix) = (folded(&cite.prefix), folded(&cite.suffix));
    if prefix.is_empty() && suffix.is_empty() {
        return true;
    }
    let words = folded(&cite.exact);
    let words = bare(&words);
    texts.iter().map(|text| folded(text)).any(|text| {
        text.match_indices(words).any(|(at, _)| {
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + words.len()..).unwrap_or(""));
            let (before, after) = (loose(before), loose(after));
            let (prefix, suffix) = (loose(&prefix), loose(&suffix));
            (before.ends_with(prefix) || prefix.ends_with(before))
                && (after.starts_with(suffix) || suffix.starts_with(after))
        })
    })
}

fn loose(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\'')
}

fn quote_folded(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let report = |path: String, words: &str, lookup: &Lookup, found: &mut Findings| {
        let is_typography = *lookup == Lookup::Cited(Likeness::Folded);
        let how = match lookup {
            Lookup::Cited(Likeness::Folded) => "but for quotation marks, dashes, spaces or end punctuation",
            Lookup::Cited(Likeness::Elided) => "with an omission or an insertion",
            _ => return,
        };
        found.add(path, format!("{} quotes “{words}”, which stands in the source {how}", called(record)), "");
        if is_typography {
            found.mended_by(Remedy::one("Write it with the source's signs".to_owned(), Act::SourceSigns));
        }
    };
    for (path, words) in said_runs(record) {
        report(path, words, &look_up(context, record.cites(), |text| likeness(words, text)), found);
    }
    for (number, cite) in cites_with_words(record) {
        let words = cite.long.exact.as_str();
        let lookup = look_up(context, &[place_of(cite)], |text| likeness(words, text));
        report(format!("cites[{number}].exact"), words, &lookup, found);
    }
}

fn quote_ambiguous(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (number, cite) in cites_with_words(record) {
        let times = times_in(context, cite, &cite.long.exact);
        if times > 1 && cite.long.prefix.is_empty() && cite.long.suffix.is_empty() {
            say_ambiguous(record, format!("cites[{number}].exact"), &cite.long.exact, times, found);
        }
    }
    for (path, words) in said_runs(record) {
        let is_located = cites_with_words(record).any(|(_, cite)| count(words.trim(), &cite.long.exact) > 0);
        let mut places: Vec<Cite> = Vec::new();
        for place in record.cites().iter().map(place_of) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let times: usize = places.iter().map(|place| times_in(context, place, words)).sum();
        if times > 1 && !is_located {
            say_ambiguous(record, path, words, times, found);
        }
    }
}

fn say_ambiguous(record: &AnyRecord, path: String, words: &str, times: usize, found: &mut Findings) {
    let message = format!("“{words}”, which {} quotes, stands {times} times in what is cited", called(record));
    found.add(path, message, "Give the cite `exact` with a `prefix` or a `suffix`");
}

/// How often words stand in what a cite points at. Excerpts of one paragraph may overlap, so the most of one counts.
fn times_in(context: &Context, cite: &Cite, words: &str) -> usize {
    let Some(source) = context.reader.source(cite.source()) else { return 0 };
    let mut most: Vec<(Option<u32>, usize)> = Vec::new();
    for (para, text) in
        source.held_words().into_iter().filter(|(para, _)| cite.para().is_none() || *para == cite.para())
    {
        let times = count(words.trim(), text);
        match most.last_mut() {
            Some((last, most)) if *last == para && para.is_some() => *most = times.max(*most),
            _ => most.push((para, times)),
        }
    }
    most.into_iter().map(|(_, times)| times).sum()
}

fn marks_in_paraphrase(context: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    for (number, run) in statement.content.iter().enumerate() {
        let Content::Para(text) = run else { continue };
        if let Some(marked) = marked(text) {
            let message = format!("the paraphrase of {} has quotation marks around “{}”", called(record), marked.words);
            found.add(format!("content[{number}]"), message, "Make the quoted words a Said of their own");
            found.mended_by(said_apart(context, record, number, &marked));
        }
    }
}

/// The first words of a text that have quotation marks around them, and what is around these.
struct Marked<'a> {
    before: &'a str,
    words: &'a str,
    after: &'a str,
}

impl<'a> Marked<'a> {
    /// A text cut at the marks, given by the bytes at which they stand and what they are.
    fn cut(text: &'a str, (open_at, open): (usize, char), (close_at, close): (usize, char)) -> Option<Self> {
        let before = text.get(..open_at)?;
        let words = text.get(open_at + open.len_utf8()..close_at)?;
        let after = text.get(close_at + close.len_utf8()..)?;
        Some(Self { before, words, after })
    }
}

/// The words between the first pair of quotation marks; an apostrophe is none.
fn marked(text: &str) -> Option<Marked<'_>> {
    const PAIRS: [(char, &[char]); 7] = [
        ('"', &['"']),
        ('“', &['”', '“', '"']),
        ('„', &['“', '”', '‟', '"']),
        ('«', &['»']),
        ('»', &['«']),
        ('「', &['」']),
        ('『', &['』']),
    ];
    let double = PAIRS.iter().filter_map(|(open, close)| {
        let at = text.find(*open)?;
        let begin = at + open.len_utf8();
        let (end, close) = text.get(begin..)?.char_indices().find(|(_, c)| close.contains(c))?;
        Marked::cut(text, (at, *open), (begin + end, close))
    });
    let single = text.match_indices('‘').filter_map(|(at, mark)| {
        let is_begin = text.get(..at)?.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let begin = at + mark.len();
        let inside = text.get(begin..)?;
        let end = inside.match_indices('’').map(|(end, _)| end).find(|end| {
            inside
                .get(end + '’'.len_utf8()..)
                .and_then(|rest| rest.chars().next())
                .is_none_or(|after| !after.is_alphanumeric())
        })?;
        is_begin.then(|| Marked::cut(text, (at, '‘'), (begin + end, '’'))).flatten()
    });
    let all = double.chain(single).filter(|marked| !marked.words.trim().is_empty());
    all.min_by_key(|marked| marked.before.len())
}

/// The marked words as a Said run of their own, unless the words of the source that are held tell against it.
fn said_apart(context: &Context, record: &AnyRecord, number: usize, marked: &Marked) -> Option<Remedy> {
    let lookup = look_up(context, record.cites(), |text| likeness(marked.words, text));
    if !matches!(lookup, Lookup::Cited(_) | Lookup::NotHeld) {
        return None;
    }
    let runs = [("Para", marked.before), ("Said", marked.words), ("Para", marked.after)];
    let runs = runs.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let apart = runs.map(|(word, text)| Node::Wrapped(word.into(), Box::new(Node::Text(text.trim().to_owned()))));
    let mut content = Node::items_of(record.field_node("content").as_ref());
    if number >= content.len() {
        return None;
    }
    content.splice(number..=number, apart);
    Some(Remedy::put("Make the quoted words a Said of their own", "content", Node::List(content)))
}

fn translator_missing(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let AnyRecord::Statement(statement) = record else { return };
    let Some(original) = &statement.original else { return };
    if original.translator.trim().is_empty() {
        let message = format!("{} has its original, but nobody is named who translated it", called(record));
        found.add("original", message, "Add `translator`: a person, the outlet, or a program");
    }
}
