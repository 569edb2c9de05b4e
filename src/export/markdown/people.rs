//! Names, posts and places as text of a note.

use super::note::Note;
use super::words::text;
use crate::export::words::People;
use crate::model::{DateBounds, Id, Role, Visit};

impl<'a> Note<'a> {
    pub(super) fn people(&self) -> People<'a> {
        People(self.reader)
    }

    /// The name of an actor.
    pub(super) fn name(&self, id: &Id) -> String {
        text(&self.people().name(id))
    }

    /// Whether an actor may not be named.
    pub(super) fn is_nameless(&self, id: &Id) -> bool {
        self.people().is_nameless(id)
    }

    /// The title of a role with its organisation and area.
    pub(super) fn role(&self, role: &Role) -> String {
        text(&self.people().role(role))
    }

    /// A person with the posts held at a time.
    pub(super) fn with_roles(&self, person: &Id, at: &DateBounds) -> String {
        text(&self.people().with_roles(person, at))
    }

    /// The name of the country that has a code.
    pub(super) fn country(&self, code: &str) -> String {
        text(&self.people().country(code))
    }

    /// From where to where.
    pub(super) fn way(&self, visit: &Visit) -> String {
        text(&self.people().way(visit))
    }

    /// Who led, or came first, and to where.
    pub(super) fn visit_title(&self, visit: &Visit) -> String {
        text(&self.people().visit_title(visit))
    }
}
