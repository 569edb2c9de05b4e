//! Statements and silences as records.

use std::ops::Range;
use std::sync::Arc;

use super::blocks::on_one_line;
use super::dates::{Dated, Lies, dated};
use super::other_anchors::year_told_before;
use super::page::{Paragraph, Part};
use super::proposal::{Passage, Proposal, Role as PassageRole, Sureness};
use super::records::{Maker, last_word};
use super::said_date::said_date;
use super::told::{Rule, Span, Told};
use super::who::{Who, meant, several};
use crate::language::press::Meaning;
use crate::model::{ActorKind, AnyRecord, Basis, Cite, Content, Id, Medium, NoResponse, Statement, When, WhenLong};

impl<'a> Maker<'a> {
    /// The date on which something was said, where the sentence tells it beside the verb.
    #[must_use]
    pub fn said_date(&self, told: &Told) -> Option<Span> {
        said_date(self.dates, told)
    }

    /// A statement, or a silence.
    pub fn statement(&mut self, told: &Told, last_speaker: &mut Option<usize>) {
        let mut doubts = Vec::new();
        let mut needs = Vec::new();
        let resolved =
            told.speaker.as_ref().and_then(|span| meant(self.paragraphs, &mut self.cast, span, *last_speaker));
        let speaker_who = resolved.as_ref().map(|meant| meant.who);
        if let Some(Who::Character(who)) = speaker_who {
            *last_speaker = Some(who);
        }
        doubts.extend(resolved.and_then(|meant| meant.doubt));
        if let Some(span) = told.speaker.as_ref().filter(|_| !doubts.is_empty()) {
            self.namesakes(span);
        }
        if let Some(span) = told.speaker.as_ref().filter(|_| speaker_who.is_none()) {
            doubts.extend(self.several(span));
        }
        let content = self.content(told);
        if content.is_empty() && told.rule != Rule::Silence {
            return;
        }
        let speaker = speaker_who.and_then(|who| self.actor(who));
        if speaker.is_none() {
            needs.push("speaker".to_owned());
        }
        let name = speaker.as_ref().map_or_else(|| "quote".to_owned(), |id| last_word(id.as_str()).to_owned());
        let id = self.free_id(&format!("s {name}"));
        let mut record = Statement {
            id,
            speaker: speaker.unwrap_or_default(),
            via: vec![self.source.clone()],
            ..Statement::default()
        };
        // Whom “she” means where two may be meant: accepted, it still says that no source states it.
        if !doubts.is_empty() && !record.speaker.is_empty() {
            record.our_reading.push("speaker".to_owned());
        }
        record.cue = told.cue.as_ref().map(|cue| self.text(cue)).unwrap_or_default();
        let date = self.said_date(told);
        record.said_on = self.said_on(date.as_ref(), &mut needs, &mut doubts);
        if told.rule == Rule::Silence {
            self.silence(told, &mut record, &mut needs);
            record.cue = String::new();
        } else {
            record.content = content;
            record.medium = self.medium(told);
            record.audience = self.audience(told);
            if record.medium == Some(Medium::Interview) && !self.names_interview(told) {
                record.our_reading.push("medium".to_owned());
            }
        }
        let quotes: Vec<String> =
            record.content.iter().filter(|run| run.is_said()).map(|run| run.text().to_owned()).collect();
        record.cites = self.cites_of(told, &quotes);
        let mut sureness = sureness_of(told.rule);
        if !doubts.is_empty() || !needs.is_empty() {
            sureness = sureness.less();
        }
        let in_headline =
            self.paragraphs.get(told.sentence.paragraph).is_some_and(|paragraph| paragraph.part == Part::Headline);
        if in_headline && quotes.is_empty() {
            sureness = Sureness::Guess;
        }
        let known = self.known.statement(&record);
        let mut passages: Vec<Passage> =
            told.speaker.iter().filter_map(|span| self.passage(PassageRole::Speaker, span)).collect();
        passages.extend(told.cue.iter().filter_map(|span| self.passage(PassageRole::Cue, span)));
        passages.extend(told.audience.iter().filter_map(|span| self.passage(PassageRole::Audience, span)));
        passages.extend(told.content.iter().filter_map(|span| self.passage(PassageRole::Words, span)));
        passages.extend(date.iter().filter_map(|span| self.passage(PassageRole::Date, span)));
        self.proposals.push(Proposal {
            record: AnyRecord::Statement(Arc::new(record)),
            known,
            sureness,
            rule: rule_words(told.rule).to_owned(),
            needs,
            passages,
            doubts,
        });
    }

    /// Proposes all whom a surname may mean, so that each of them can be chosen.
    fn namesakes(&mut self, span: &Span) {
        let Some(paragraph) = self.paragraphs.get(span.paragraph) else { return };
        let in_doubt = self.cast.within(span.paragraph, &span.words).iter().filter(|mention| mention.doubt.is_some());
        let all: Vec<usize> = in_doubt
            .flat_map(|mention| self.cast.namesakes(&on_one_line(paragraph.slice(&mention.words))))
            .copied()
            .collect();
        for who in all {
            self.actor(Who::Character(who));
        }
    }

    /// Proposes all whom `they` may be together, and says so.
    fn several(&mut self, span: &Span) -> Option<String> {
        let all = several(self.paragraphs, &self.cast, span);
        let names: Vec<String> =
            all.iter().filter_map(|who| Some(self.cast.characters.get(*who)?.name.clone())).collect();
        let words = self.text(span);
        for who in all {
            self.actor(Who::Character(who));
        }
        let (last, first) = names.split_last()?;
        Some(format!("“{words}” may be {} and {last} together", first.join(", ")))
    }

    fn said_on(&self, date: Option<&Span>, needs: &mut Vec<String>, doubts: &mut Vec<String>) -> Option<When> {
        let phrase = date
            .and_then(|span| self.dates.get(span.paragraph)?.iter().find(|date| date.words.start == span.words.start));
        if let Some(phrase) = phrase {
            if phrase.counted.is_some() || phrase.is_untold {
                needs.push("said_on".to_owned());
                doubts.push(format!("“{}” is counted from another date", phrase.said));
                return None;
            }
            let told_before = date.and_then(|span| {
                let (paragraph, dates) = (self.paragraphs.get(span.paragraph)?, self.dates.get(span.paragraph)?);
                year_told_before(paragraph, dates, phrase, &self.setting)
            });
            if let Some(year) = told_before {
                doubts.push(format!("“{}” may be of {year}, which is told before it", phrase.said));
            }
            return match dated(&phrase.said, Lies::Behind, &self.setting, &self.source) {
                Dated::When(when, doubt) => {
                    doubts.extend(doubt);
                    Some(when)
                }
                Dated::Needs(why) => {
                    needs.push("said_on".to_owned());
                    doubts.push(why);
                    None
                }
            };
        }
        let published = self.setting.published.filter(|published| published.start_latest.is_some())?;
        let day = published.start_latest?;
        let long = WhenLong {
            edtf: format!("[..{day}]"),
            basis: Some(Basis::OnOrBefore(self.source.clone())),
            ..WhenLong::default()
        };
        Some(When::new(long, false))
    }

    /// What is said, cut at its marks.
    fn content(&self, told: &Told) -> Vec<Content> {
        let mut content: Vec<Content> = Vec::new();
        for span in &told.content {
            let Some(paragraph) = self.paragraphs.get(span.paragraph) else { continue };
            let mut at = span.words.start;
            while at < span.words.end {
                let run = paragraph.run_of.get(at).copied().flatten();
                let end = match run {
                    Some(run) => {
                        paragraph.run_words.get(run).map_or(at + 1, |words| words.end.min(span.words.end).max(at + 1))
                    }
                    None => (at..span.words.end).find(|next| paragraph.in_run(*next)).unwrap_or(span.words.end),
                };
                let inner =
                    run.and_then(|run| paragraph.runs.get(run)).filter(|run| !run.is_single || !span.words.is_empty());
                match inner {
                    Some(run) => push_said(&mut content, paragraph.text.get(run.inner.clone()).unwrap_or_default()),
                    None => push_para(&mut content, paragraph.slice(&(at..end))),
                }
                at = end;
            }
        }
        content
    }

    fn cites_of(&self, told: &Told, quotes: &[String]) -> Vec<Cite> {
        let holder = |quote: &str| {
            told.content.iter().find(|span| {
                self.paragraphs
                    .get(span.paragraph)
                    .is_some_and(|paragraph| on_one_line(paragraph.slice(&span.words)).contains(quote))
            })
        };
        let mut cites: Vec<Cite> =
            quotes.iter().map(|quote| self.cite_quote(holder(quote).unwrap_or(&told.sentence), quote)).collect();
        if cites.is_empty() {
            let words = if told.rule == Rule::Silence { told.cue.as_ref() } else { told.content.first() };
            cites.push(
                words.map_or_else(|| self.cite_paragraph(told.sentence.paragraph), |words| self.cite_words(words)),
            );
        }
        cites
    }

    fn sentence_words(&self, told: &Told) -> Option<(&'a Paragraph<'a>, Range<usize>)> {
        Some((self.paragraphs.get(told.sentence.paragraph)?, told.sentence.words.clone()))
    }

    /// How words were made public, where the sentence says so outside of what is said.
    fn medium(&self, told: &Told) -> Option<Medium> {
        let (paragraph, words) = self.sentence_words(told)?;
        let found =
            words.filter(|at| !told.covers(told.sentence.paragraph, *at) && !paragraph.in_run(*at)).find_map(|at| {
                paragraph
                    .word(at)?
                    .find(|meaning| if let Meaning::Medium(medium) = meaning { Some(medium) } else { None })
            });
        let to_media = || {
            let audience = told.audience.as_ref()?;
            let mentions = self.cast.within(audience.paragraph, &audience.words);
            mentions
                .iter()
                .any(|mention| self.cast.characters.get(mention.who).is_some_and(|who| who.kind == ActorKind::Media))
                .then_some(Medium::Interview)
        };
        found.map(|(medium, _)| medium).or_else(to_media)
    }

    fn names_interview(&self, told: &Told) -> bool {
        self.sentence_words(told).is_some_and(|(paragraph, mut words)| {
            words.any(|at| paragraph.means(at, Meaning::Medium(Medium::Interview)))
        })
    }

    fn audience(&mut self, told: &Told) -> Vec<Id> {
        let Some(audience) = &told.audience else { return Vec::new() };
        let named: Vec<Who> = self
            .cast
            .within(audience.paragraph, &audience.words)
            .iter()
            .map(|mention| Who::Character(mention.who))
            .collect();
        named.into_iter().take(3).filter_map(|who| self.actor(who)).collect()
    }

    /// Who asked, and what.
    fn silence(&mut self, told: &Told, record: &mut Statement, needs: &mut Vec<String>) {
        let rest = told.content.first().cloned();
        let mut no_response = NoResponse::default();
        let before = told.sentence.words.start
            ..told.speaker.as_ref().map_or(told.sentence.words.start, |speaker| speaker.words.start);
        let ranges = rest.iter().map(|span| span.words.clone()).chain(std::iter::once(before.clone()));
        let asks = ranges.flat_map(|words| {
            self.cast.within(told.sentence.paragraph, &words).iter().map(|mention| mention.who).collect::<Vec<_>>()
        });
        let asker = asks
            .into_iter()
            .find(|who| self.cast.characters.get(*who).is_some_and(|character| character.kind != ActorKind::Person));
        match asker.and_then(|who| self.actor(Who::Character(who))) {
            Some(id) => no_response.inquirer = id,
            None => needs.push("no_response.inquirer".to_owned()),
        }
        if let Some(paragraph) = self.paragraphs.get(told.sentence.paragraph) {
            let about = rest.as_ref().and_then(|span| {
                let about = span
                    .words
                    .clone()
                    .find(|at| matches!(paragraph.key(*at), "about" | "on" | "regarding" | "whether" | "why"))?;
                Some(on_one_line(paragraph.slice(&(about..span.words.end))))
            });
            let leading = || {
                (before.len() > 1)
                    .then(|| on_one_line(paragraph.slice(&before)).trim_end_matches([',', ' ']).to_owned())
            };
            let all = || rest.as_ref().map(|span| on_one_line(paragraph.slice(&span.words)));
            no_response.inquiry = about.or_else(leading).or_else(all).unwrap_or_default();
        }
        if !no_response.inquiry.chars().any(char::is_alphanumeric) {
            no_response.inquiry = String::new();
        }
        if no_response.inquiry.is_empty() {
            needs.push("no_response.inquiry".to_owned());
        }
        record.no_response = Some(no_response);
    }
}

fn push_said(content: &mut Vec<Content>, text: &str) {
    let text = on_one_line(text);
    let bare = text.trim_end_matches([',', ';', ' ']);
    // The full stop of the sentence, but not one of an ellipsis or an abbreviation of letters.
    let bare = match bare.strip_suffix('.') {
        Some(stem) if !stem.ends_with('.') && !stem.ends_with(|c: char| c.is_uppercase()) => stem,
        _ => bare,
    };
    if bare.chars().any(char::is_alphanumeric) {
        content.push(Content::Said(bare.to_owned()));
    }
}

fn push_para(content: &mut Vec<Content>, text: &str) {
    let text = on_one_line(text);
    let bare = text.trim_matches(|c: char| c.is_whitespace() || ",;:–—-.".contains(c));
    if bare.chars().any(char::is_alphabetic) {
        content.push(Content::Para(bare.to_owned()));
    }
}

fn sureness_of(rule: Rule) -> Sureness {
    match rule {
        Rule::ThatClause
        | Rule::QuoteBehind
        | Rule::SubjectBehind
        | Rule::VerbBehind
        | Rule::According
        | Rule::Silence => Sureness::Sure,
        Rule::Clause | Rule::Participle | Rule::Colon | Rule::Will | Rule::Fragment => Sureness::Likely,
        Rule::NameBefore | Rule::QuoteAfterQuote | Rule::QuoteAlone => Sureness::Guess,
    }
}

fn rule_words(rule: Rule) -> &'static str {
    match rule {
        Rule::ThatClause => "a verb of speech and a clause with that",
        Rule::Clause => "a verb of speech and a clause",
        Rule::QuoteBehind => "a verb of speech and words in quotation marks",
        Rule::SubjectBehind => "what is said, then who and the verb",
        Rule::VerbBehind => "what is said, then the verb and who",
        Rule::According => "according to",
        Rule::Participle => "a participle of a verb of speech",
        Rule::Colon => "a name and a colon",
        Rule::Fragment => "a verb of naming and words in quotation marks",
        Rule::NameBefore => "words in quotation marks after a name",
        Rule::QuoteAfterQuote => "words in quotation marks after those of the same speaker",
        Rule::QuoteAlone => "words in quotation marks without a speaker",
        Rule::Will => "a verb of will",
        Rule::Silence => "a question without an answer",
    }
}
