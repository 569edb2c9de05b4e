//! One actor: posts, visits, words, relations.

use serde::Serialize;

use super::build::Build;
use super::facts::RelationWords;
use super::people::ActorWords;
use super::statements::StatementWords;
use super::visits::VisitWords;
use crate::export::words::in_order_of_time;
use crate::model::{Actor, Id, Visit};

/// One actor with all that it takes part in.
#[derive(Debug, Serialize)]
pub(super) struct Profile {
    #[serde(flatten)]
    actor: ActorWords,
    visits: Vec<VisitWords>,
    statements: Vec<StatementWords>,
    relations: Vec<RelationWords>,
}

impl Build<'_> {
    pub(super) fn profile(&mut self, actor: &Actor) -> Profile {
        let id = &actor.id;
        let takes_part = |visit: &Visit| {
            let ids =
                visit.visitors.iter().chain(&visit.hosts).chain(&visit.met).chain(&visit.lead).chain(&visit.invited_by);
            ids.into_iter().any(|named: &Id| named == id) || visit.to.actor() == Some(id)
        };
        let visits = in_order_of_time(&self.reader, |key| self.part.shows(key));
        let visits: Vec<_> = self.through(visits).filter(|(_, visit)| takes_part(visit)).collect();
        let statements = self.kept(&self.reader.briefing.statements);
        let statements: Vec<_> = self.through(statements).filter(|said| said.speaker == *id).collect();
        let relations = self.kept(&self.reader.briefing.relations);
        let relations: Vec<_> = self.through(relations).filter(|relation| relation.between.contains(id)).collect();
        Profile {
            actor: self.actor(actor, None),
            visits: visits.iter().map(|(key, visit)| self.visit(*key, visit)).collect(),
            statements: statements.iter().map(|statement| self.statement(statement)).collect(),
            relations: relations.iter().map(|relation| self.relation(relation)).collect(),
        }
    }
}
