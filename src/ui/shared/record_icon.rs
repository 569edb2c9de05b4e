//! The icon of a record: by its kind, an actor's by what it is.

use crate::model::{ActorKind, AnyRecord, Directness};
use crate::ui::theme::{Icon, icons};

/// The icon of a record.
pub fn record_icon(record: &AnyRecord) -> Icon {
    match record {
        AnyRecord::Source(_) => icons::BOOK_OPEN,
        AnyRecord::Actor(actor) => actor_icon(actor.kind),
        AnyRecord::Role(_) => icons::IDENTIFICATION_BADGE,
        AnyRecord::Visit(_) => icons::AIRPLANE_TILT,
        AnyRecord::Statement(statement) => directness_icon(statement.directness()),
        AnyRecord::Relation(_) => icons::HANDSHAKE,
        AnyRecord::Judgement(_) => icons::SCALES,
        AnyRecord::Conflict(_) => icons::NOT_EQUALS,
    }
}

/// The icon of a kind of actor.
pub fn actor_icon(kind: Option<ActorKind>) -> Icon {
    match kind {
        Some(ActorKind::Person) => icons::USER,
        Some(ActorKind::Party) => icons::FLAG,
        Some(ActorKind::Government | ActorKind::PublicBody | ActorKind::Body) => icons::BANK,
        Some(ActorKind::Country) => icons::GLOBE,
        Some(ActorKind::Region) => icons::MAP_TRIFOLD,
        Some(ActorKind::Organisation) => icons::BUILDINGS,
        Some(ActorKind::Media) => icons::NEWSPAPER,
        Some(ActorKind::Group) => icons::USERS_THREE,
        Some(ActorKind::Initiative) => icons::PATH,
        None => icons::QUESTION,
    }
}

/// The icon of a directness.
pub fn directness_icon(directness: Directness) -> Icon {
    match directness {
        Directness::Direct => icons::QUOTES_FILL,
        Directness::Mixed => icons::QUOTES,
        Directness::Indirect => icons::TEXT_ALIGN_LEFT,
        Directness::NoResponse => icons::CHAT_SLASH,
    }
}
