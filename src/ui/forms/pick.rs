//! What may be picked by typing a part of its name: records, countries, places.

use super::fit::{Fit, Lit};
use crate::edit::change::fresh_id;
use crate::edit::record_of;
use crate::index::{Reader, SearchHit, fold};
use crate::model::{ActorKind, AnyRecord, Id, Node, Place, RecordKind, countries, country_name};
use crate::present::RecordLine;
use crate::ui::shared::record_icon::record_icon;
use crate::ui::theme::{Icon, icons};

/// Among what is picked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Among {
    /// Records of these kinds; of any, where there is none.
    Records(&'static [RecordKind]),
    /// Actors; a new one is of this kind.
    Actors(ActorKind),
    /// Countries and regions of the file, and codes of ISO 3166.
    Places,
    /// Codes of ISO 3166-1.
    Countries,
}

/// Something to pick.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// What is written into the file.
    pub(super) value: String,
    /// What it is called.
    pub(super) label: String,
    /// What it is: a kind, a role.
    pub(super) beside: String,
    /// What tells it apart: a date, a country, a code.
    pub(super) detail: String,
    /// Its sign.
    pub(super) icon: Option<Icon>,
    /// A record that has to be made for it.
    pub(super) creates: Option<AnyRecord>,
    /// What of it was typed.
    pub(super) lit: Lit,
}

/// What is offered.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// What fits, the best first; last what can be created.
    pub(super) rows: Vec<Candidate>,
    /// How many more fit than are listed.
    pub(super) more: usize,
}

impl Candidates {
    /// The row that Enter takes before an arrow chose another: never one of which nothing was typed.
    pub(super) fn first_choice(&self) -> Option<usize> {
        let is_meant = |candidate: &Candidate| candidate.creates.is_some() || candidate.lit.fit != Fit::Elsewhere;
        self.rows.iter().position(is_meant)
    }
}

/// How many are offered.
const MOST: usize = 40;
/// How many hits of a search are looked through.
const MOST_HITS: usize = 200;

impl Among {
    /// What fits a typed text, the best first; last what can be created.
    pub(super) fn candidates(self, reader: &Reader, typed: &str) -> Candidates {
        let mut found = match self {
            Self::Records(kinds) => records(reader, kinds, typed),
            Self::Actors(_) => records(reader, &[RecordKind::Actor], typed),
            Self::Places => places(reader, typed),
            Self::Countries => codes(typed).collect(),
        };
        // What is called so stands before what only cites or holds the words; a source that is held has the words of
        // whatever is made of it, and would stand before that.
        let is_source = |candidate: &Candidate| reader.source(&Id::from(candidate.value.as_str())).is_some();
        found.sort_by_cached_key(|found| (found.lit.fit == Fit::Elsewhere, is_source(found), found.lit.fit));
        let more = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        tell_apart(&mut found);
        found.extend(self.creatable(reader, typed));
        Candidates { rows: found, more }
    }

    /// What a value is called.
    pub(super) fn label_of(self, reader: &Reader, value: &str) -> String {
        match self {
            Self::Countries => country_name(value).unwrap_or(value).to_owned(),
            Self::Places => reader.place_name(&Place::from(value)),
            Self::Records(_) | Self::Actors(_) => match reader.by_id(&Id::from(value)) {
                // By its speaker alone it would be taken for that person, and two of one speaker for one.
                Some((_, statement @ AnyRecord::Statement(_))) => RecordLine::of(reader, &statement).words,
                Some((_, record)) => reader.title(&record),
                None => value.to_owned(),
            },
        }
    }

    /// What can be made of a name that nothing has: what the field asks for.
    fn creatable(self, reader: &Reader, typed: &str) -> Vec<Candidate> {
        let typed = typed.trim();
        let kinds: &[(RecordKind, Option<ActorKind>)] = match self {
            Self::Actors(kind) => &[(RecordKind::Actor, Some(kind))][..],
            Self::Places => {
                &[(RecordKind::Actor, Some(ActorKind::Country)), (RecordKind::Actor, Some(ActorKind::Region))]
            }
            Self::Records([RecordKind::Source]) => &[(RecordKind::Source, None)],
            Self::Records(_) | Self::Countries => &[],
        };
        let exists = match self {
            Self::Records(_) => reader.briefing.sources.iter().any(|entry| entry.record.publisher == typed),
            _ => reader.briefing.actors.iter().any(|entry| entry.record.name == typed),
        };
        let is_code =
            matches!(self, Self::Places) && codes(typed).any(|code| code.label == typed || code.value == typed);
        if typed.is_empty() || exists || is_code || crate::model::is_region_code(typed) {
            return Vec::new();
        }
        kinds.iter().filter_map(|(kind, of)| Self::created(reader, typed, *kind, *of)).collect()
    }

    fn created(reader: &Reader, name: &str, kind: RecordKind, of: Option<ActorKind>) -> Option<Candidate> {
        let text = |field: &'static str, text: &str| (field.into(), Node::Text(text.to_owned()));
        let mut fields = vec![text(if kind == RecordKind::Source { "publisher" } else { "name" }, name)];
        fields.extend(of.map(|of| ("kind".into(), Node::Word(of.word().into()))));
        let id = fresh_id(reader, &record_of(kind, fields.clone()).ok()?);
        let with_id = std::iter::once(text("id", id.as_str())).chain(fields).collect();
        let noun = match of {
            Some(of @ (ActorKind::Country | ActorKind::Region)) => of.label().to_lowercase(),
            _ => kind.noun().to_owned(),
        };
        Some(Candidate {
            value: id.to_string(),
            label: format!("Create {noun} “{name}”"),
            beside: String::new(),
            detail: String::new(),
            icon: Some(icons::PLUS),
            creates: Some(record_of(kind, with_id).ok()?),
            lit: Lit::nothing(),
        })
    }
}

fn hits(reader: &Reader, typed: &str, is_kind: impl Fn(RecordKind) -> bool) -> Vec<(SearchHit, AnyRecord)> {
    let hits = reader.index.search().find_among(typed, MOST_HITS, is_kind);
    let records = hits.into_iter().filter_map(|hit| Some((hit, reader.record(hit.key)?)));
    records.filter(|(_, record)| !record.id().is_empty()).collect()
}

fn records(reader: &Reader, kinds: &[RecordKind], typed: &str) -> Vec<Candidate> {
    let fits = |kind: RecordKind| kinds.is_empty() || kinds.contains(&kind);
    let mut found: Vec<Candidate> = Vec::new();
    for (hit, record) in hits(reader, typed, |kind| fits(kind) || kind == RecordKind::Actor) {
        let of_actor = if fits(record.kind()) { Vec::new() } else { told_by_actor(reader, &record) };
        let is_called_so = hit.is_called_so();
        let own = std::iter::once((record, is_called_so)).chain(of_actor.into_iter().map(|record| (record, false)));
        for (record, is_called_so) in own.filter(|(record, _)| fits(record.kind())) {
            if !found.iter().any(|known| known.value == record.id().as_str()) {
                found.push(candidate(reader, &record, typed, is_called_so));
            }
        }
    }
    found
}

/// Countries and regions of the file, then codes.
fn places(reader: &Reader, typed: &str) -> Vec<Candidate> {
    let is_place = |record: &AnyRecord| match record {
        AnyRecord::Actor(actor) => matches!(actor.kind, Some(ActorKind::Country | ActorKind::Region)),
        _ => false,
    };
    let hits = hits(reader, typed, |kind| kind == RecordKind::Actor);
    let places = hits.iter().filter(|(_, record)| is_place(record));
    let mut found: Vec<Candidate> =
        places.map(|(hit, record)| candidate(reader, record, typed, hit.is_called_so())).collect();
    found.extend(codes(typed));
    let code = typed.trim();
    if crate::model::is_region_code(code) {
        found.push(Candidate {
            value: code.to_owned(),
            label: code.to_owned(),
            beside: String::new(),
            detail: "ISO 3166-2".to_owned(),
            icon: Some(icons::MAP_TRIFOLD),
            creates: None,
            lit: Lit::whole(code),
        });
    }
    found
}

/// The records that are called by an actor, by whichever of its names that was found: visits and statements.
fn told_by_actor(reader: &Reader, actor: &AnyRecord) -> Vec<AnyRecord> {
    if actor.kind() != RecordKind::Actor {
        return Vec::new();
    }
    let Some(key) = reader.index.key_of(actor.id()) else { return Vec::new() };
    let links = reader.index.links_to(key).iter().filter(|link| matches!(link.field, "visitors" | "lead" | "speaker"));
    let records = links.filter_map(|link| reader.record(link.from)).take(MOST);
    records.filter(|record| !record.id().is_empty()).collect()
}

/// A record; `is_called_so` where its name fits in whichever way both are written.
fn candidate(reader: &Reader, record: &AnyRecord, typed: &str, is_called_so: bool) -> Candidate {
    let RecordLine { words, mut beside, detail } = RecordLine::of(reader, record);
    let mut lit = Lit::of(&words, &beside, typed);
    if let (Fit::Elsewhere, AnyRecord::Actor(actor)) = (lit.fit, record) {
        // By another of its names: that is shown.
        let also = actor
            .spellings()
            .map(|name| (name, Lit::of_other_name(name, typed)))
            .find(|(_, lit)| lit.fit != Fit::Elsewhere);
        if let Some((name, also)) = also {
            (beside, lit) = (name.to_owned(), also);
        } else if is_called_so {
            lit = Lit::whole(&words);
        }
    } else if lit.fit == Fit::Elsewhere && is_called_so {
        lit = Lit::whole(&words);
    }
    let value = record.id().to_string();
    Candidate { value, label: words, beside, detail, icon: Some(record_icon(record)), creates: None, lit }
}

/// What looks alike in a list is told apart by its name in the file.
fn tell_apart(found: &mut [Candidate]) {
    let shown = |candidate: &Candidate| (candidate.label.clone(), candidate.beside.clone(), candidate.detail.clone());
    let all: Vec<_> = found.iter().map(shown).collect();
    for (candidate, own) in found.iter_mut().zip(&all) {
        if all.iter().filter(|other| *other == own).count() > 1 {
            let parts = [std::mem::take(&mut candidate.detail), candidate.value.clone()];
            candidate.detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        }
    }
}

fn codes(typed: &str) -> impl Iterator<Item = Candidate> {
    let (folded, typed) = (fold(typed.trim()), typed.to_owned());
    let fits = move |code: &str, name: &str| {
        !folded.is_empty() && (code.eq_ignore_ascii_case(&folded) || fold(name).starts_with(&folded))
    };
    countries().iter().filter(move |(code, name)| fits(code, name)).take(MOST).map(move |(code, name)| Candidate {
        value: (*code).to_owned(),
        label: (*name).to_owned(),
        beside: String::new(),
        detail: (*code).to_owned(),
        icon: Some(icons::GLOBE),
        creates: None,
        lit: if code.eq_ignore_ascii_case(typed.trim()) { Lit::whole(name) } else { Lit::of(name, "", &typed) },
    })
}
