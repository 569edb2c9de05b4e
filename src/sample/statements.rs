//! Made-up statements, with the words that their articles hold.

use super::chance::Chance;
use super::names::LANDS;
use super::posts::POSTS;
use super::press::Article;
use super::visits::Made;
use super::who::{Who, land};
use super::world::{World, holder};
use crate::model::{AnyRecord, Content, Day, Id, Medium, NoResponse, Original, Statement, When};

/// A statement told of by an article, sometimes made at one of its visits.
pub(super) fn statement(
    id: Id,
    article: &mut Article,
    visits: &[Made],
    world: &mut World,
    chance: &mut Chance,
) -> AnyRecord {
    let event = chance.pick(visits).filter(|visit| visit.exact && visit.day <= article.published);
    let (speaker, said_on, other) = match event {
        Some(visit) => (visit.lead, visit.day.plus_days(chance.within(0, 2)), visit.to),
        None => anybody(article, chance),
    };
    let name = speaker.name();
    let mut statement = Statement {
        id,
        speaker: world.id(speaker),
        medium: chance.pick(Medium::ALL).copied(),
        said_on: Some(When::from_edtf(&said_on.to_string())),
        via: vec![article.id.clone()],
        event: event.map(|visit| visit.id.clone()),
        about: vec![event.map_or_else(|| world.id(Who::Country(other)), |visit| visit.id.clone())],
        ..Statement::default()
    };
    let quote = quote(chance);
    let paraphrase = format!("Ties with {} are", land(other).name);
    let words = match chance.below(10) {
        0..=2 => {
            statement.content = vec![Content::Said(quote.clone())];
            format!("“{quote}”, said {name}")
        }
        3..=5 => {
            statement.content = vec![Content::Para(paraphrase), Content::Said(quote.clone())];
            format!("Speaking of {}, {name} called it “{quote}”", land(other).name)
        }
        6..=8 => {
            statement.content = vec![Content::Para(format!("{paraphrase} {}", chance.word(VIEWS)))];
            format!("{name} spoke of {}", land(other).name)
        }
        _ => {
            let inquiry = format!("What the talks with {} were about", land(other).name);
            let inquirer = world.id(Who::Outlet(article.outlet));
            statement.no_response = Some(NoResponse { inquirer, inquiry, ..NoResponse::default() });
            format!("{name} did not answer our questions")
        }
    };
    let is_quoted = statement.content.iter().any(Content::is_said);
    let para = article.tell(words);
    let exact = if is_quoted { quote.as_str() } else { "" };
    statement.cites = vec![article.cite(Some(para), exact, chance)];
    if is_quoted {
        chance.word(&["said", "told reporters", "wrote", "stressed"]).clone_into(&mut statement.cue);
        if chance.one_in(8) {
            statement.original = Some(original(chance));
        }
        if chance.one_in(5) {
            statement.audience = vec![world.id(Who::Outlet(article.outlet))];
        }
    }
    AnyRecord::Statement(statement.into())
}

/// A speaker apart from any visit, the day, and the country spoken of.
fn anybody(article: &Article, chance: &mut Chance) -> (Who, Day, u8) {
    let count = LANDS.len() as u32;
    let (own, other) = (chance.below(count), 1 + chance.below(count - 1));
    let (own, other) = (own as u8, ((own + other) % count) as u8);
    let day = article.published.plus_days(-chance.within(0, 4));
    let speaker = match chance.below(8) {
        0 => Who::Government(own),
        1 => Who::Party(own),
        2 => Who::Outlet(article.outlet),
        _ => holder(own, chance.below(POSTS.len() as u32) as u8, day),
    };
    (speaker, day, other)
}

fn quote(chance: &mut Chance) -> String {
    format!("{} {} {}", chance.word(HOWS), chance.word(WHATS), chance.word(WHICHES))
}

fn original(chance: &mut Chance) -> Original {
    let word = |chance: &mut Chance| chance.word(FOREIGN);
    let text = format!("{} {} {}", word(chance), word(chance), word(chance));
    // `art` is the code of ISO 639-2 for artificial languages.
    Original { lang: "art".to_owned(), text, translator: "The outlet".to_owned(), ..Original::default() }
}

const HOWS: &[&str] = &[
    "a steady",
    "a quiet but lasting",
    "an open",
    "a hard-won",
    "a patient",
    "a “no strings”",
    "a new",
    "a broad",
    "a careful",
    "an overdue",
];
const WHATS: &[&str] =
    &["friendship", "understanding", "exchange", "beginning", "partnership", "opening", "habit of talking", "bridge"];
const WHICHES: &[&str] = &[
    "between neighbours",
    "that our harbours have waited for",
    "worth more than any treaty",
    "in difficult years",
    "for the next generation",
    "without conditions",
    "from the coast to the hills",
    "of which both sides are proud",
];
const VIEWS: &[&str] =
    &["better than they have been for years", "a matter of trade first", "slow to mend", "not for outsiders to judge"];
const FOREIGN: &[&str] = &["velu", "narëm", "ostá", "kirin", "ža", "tolme", "brun", "ílis", "samor", "věd"];
