//! The articles that the made-up facts are from.

use super::chance::Chance;
use super::who::Who;
use super::world::World;
use crate::model::{AnyRecord, Cite, CiteLong, Day, Excerpt, Id, Reliability, Source, SourceKind, When};

/// The paragraph that facts without words of their own are cited to.
const PLAIN_PARA: u32 = 2;

/// An article while it is written: each fact adds the words it hangs on.
pub(super) struct Article {
    pub(super) id: Id,
    pub(super) published: Day,
    pub(super) outlet: u8,
    excerpts: Vec<Excerpt>,
}

impl Article {
    pub(super) fn new(id: Id, published: Day, chance: &mut Chance) -> Self {
        let outlet = chance.below(super::names::OUTLETS.len() as u32) as u8;
        Self { id, published, outlet, excerpts: Vec::new() }
    }

    /// A new paragraph with these words; its number.
    pub(super) fn tell(&mut self, text: String) -> u32 {
        let para = self.excerpts.last().and_then(|last| last.para).unwrap_or(PLAIN_PARA) + 1;
        self.excerpts.push(Excerpt { para: Some(para), text, ..Excerpt::default() });
        para
    }

    /// A cite of a paragraph, graded and with the words meant now and then.
    pub(super) fn cite(&self, para: Option<u32>, exact: &str, chance: &mut Chance) -> Cite {
        let para = para.unwrap_or(PLAIN_PARA);
        if chance.one_in(6) {
            let long = CiteLong {
                source: self.id.clone(),
                para: Some(para),
                exact: exact.to_owned(),
                credibility: Some(chance.within(2, 5) as u8),
                ..CiteLong::default()
            };
            return Cite { long, short: false };
        }
        Cite::parse_short(&format!("{}#{para}", self.id))
    }

    /// The article as a source; it may draw on the one before it.
    pub(super) fn finish(mut self, world: &mut World, before: Option<&Id>, chance: &mut Chance) -> AnyRecord {
        world.id(Who::Outlet(self.outlet));
        let day = self.published;
        let year = day.civil().year;
        let accessed = day.plus_days(chance.within(1, 400));
        self.excerpts.insert(
            0,
            Excerpt {
                para: Some(PLAIN_PARA),
                text: "Several visits are told of in this article".to_owned(),
                ..Excerpt::default()
            },
        );
        let source = Source {
            kind: chance.pick(KINDS).copied(),
            title: format!("{} in {year}", chance.word(TITLES)),
            url: format!("https://press.example/{year}/{}", self.id),
            author: if chance.one_in(4) { "Staff".to_owned() } else { String::new() },
            published: Some(When::from_edtf(&day.to_string())),
            accessed: accessed.min(super::period::last_day()).max(day).to_string(),
            lang: "en".to_owned(),
            reliability: chance.pick(GRADES).copied(),
            excerpts: self.excerpts,
            derived_from: before.filter(|_| chance.one_in(5)).cloned().into_iter().collect(),
            held: Some(true),
            publisher: Who::Outlet(self.outlet).name(),
            id: self.id,
            ..Source::default()
        };
        AnyRecord::Source(source.into())
    }
}

const KINDS: &[SourceKind] = &[
    SourceKind::NewsArticle,
    SourceKind::NewsArticle,
    SourceKind::NewsArticle,
    SourceKind::OfficialStatement,
    SourceKind::Report,
    SourceKind::Interview,
    SourceKind::Transcript,
    SourceKind::Broadcast,
    SourceKind::SocialPost,
];

const GRADES: &[Reliability] =
    &[Reliability::A, Reliability::B, Reliability::B, Reliability::C, Reliability::C, Reliability::D, Reliability::F];

const TITLES: &[&str] = &[
    "Delegations come and go",
    "Neighbours talk again",
    "A busy season at the protocol office",
    "Handshakes and harbour dues",
    "Old friends, new contracts",
    "What the visitors brought",
    "Guests of the capital",
];
