//! What a template can use: a briefing as words, part by part, each made only where a template names it. The names are
//! told in `assets/TEMPLATES.md`.

mod brief;
mod build;
mod counts;
mod cut;
mod facts;
mod head;
mod judgements;
mod parts;
mod people;
mod profile;
mod sources;
mod statements;
mod visits;

pub(super) use brief::Limits;
pub(super) use build::Build;
pub(super) use parts::{NAMES, Subject};
