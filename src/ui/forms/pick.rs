//! What may be picked by typing a part of its name: records, countries, places.

use crate::edit::change::fresh_id;
use crate::edit::record_of;
use crate::index::{Reader, fold};
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
}

/// How many are offered.
const MOST: usize = 8;
/// How many hits of a search are looked through.
const MOST_HITS: usize = 400;

impl Among {
    /// What fits a typed text, the best first; last what can be created.
    pub(super) fn candidates(self, reader: &Reader, typed: &str) -> Vec<Candidate> {
        let mut found = Vec::new();
        match self {
            Self::Records(kinds) => found.extend(records(reader, kinds, typed)),
            Self::Actors(_) => found.extend(records(reader, &[RecordKind::Actor], typed)),
            Self::Places => {
                let is_place = |record: &AnyRecord| match record {
                    AnyRecord::Actor(actor) => {
                        matches!(actor.kind, Some(ActorKind::Country | ActorKind::Region))
                    }
                    _ => false,
                };
                let hits = hits(reader, typed).filter(|(_, record)| is_place(record));
                found.extend(hits.take(MOST).map(|(id, record)| candidate(reader, id, &record)));
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
                    });
                }
            }
            Self::Countries => found.extend(codes(typed)),
        }
        found.truncate(MOST);
        tell_apart(&mut found);
        found.extend(self.creatable(reader, typed));
        found
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
        })
    }
}

fn hits<'a>(reader: &'a Reader, typed: &str) -> impl Iterator<Item = (String, AnyRecord)> + 'a {
    let hits = reader.index.search().find(typed, MOST_HITS);
    hits.into_iter().filter_map(|hit| {
        let record = reader.record(hit.key)?;
        let id = record.id().to_string();
        (!id.is_empty()).then_some((id, record))
    })
}

fn records(reader: &Reader, kinds: &[RecordKind], typed: &str) -> Vec<Candidate> {
    let fits = |record: &AnyRecord| kinds.is_empty() || kinds.contains(&record.kind());
    let mut found: Vec<Candidate> = Vec::new();
    for (id, record) in hits(reader, typed) {
        let of_actor = if fits(&record) { Vec::new() } else { told_by_actor(reader, &record) };
        for (id, record) in std::iter::once((id, record)).chain(of_actor).filter(|(_, record)| fits(record)) {
            if !found.iter().any(|known| known.value == id) {
                found.push(candidate(reader, id, &record));
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    // A source that is held has the words of whatever is made of it, and would stand before that.
    let is_source = |candidate: &Candidate| reader.source(&Id::from(candidate.value.as_str())).is_some();
    found.sort_by_key(is_source);
    found
}

/// The records that are called by an actor, by whichever of its names that was found: visits and statements.
fn told_by_actor(reader: &Reader, actor: &AnyRecord) -> Vec<(String, AnyRecord)> {
    if actor.kind() != RecordKind::Actor {
        return Vec::new();
    }
    let Some(key) = reader.index.key_of(actor.id()) else { return Vec::new() };
    let links = reader.index.links_to(key).iter().filter(|link| matches!(link.field, "visitors" | "lead" | "speaker"));
    let records = links.filter_map(|link| reader.record(link.from)).take(MOST);
    records.map(|record| (record.id().to_string(), record)).filter(|(id, _)| !id.is_empty()).collect()
}

fn candidate(reader: &Reader, id: String, record: &AnyRecord) -> Candidate {
    let RecordLine { words, beside, detail } = RecordLine::of(reader, record);
    Candidate { value: id, label: words, beside, detail, icon: Some(record_icon(record)), creates: None }
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
    let folded = fold(typed.trim());
    let fits = move |code: &str, name: &str| {
        !folded.is_empty() && (code.eq_ignore_ascii_case(&folded) || fold(name).starts_with(&folded))
    };
    countries().iter().filter(move |(code, name)| fits(code, name)).take(MOST).map(|(code, name)| Candidate {
        value: (*code).to_owned(),
        label: (*name).to_owned(),
        beside: String::new(),
        detail: (*code).to_owned(),
        icon: Some(icons::GLOBE),
        creates: None,
    })
}
