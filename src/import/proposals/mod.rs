//! Proposed records of an article that a briefing holds, and what a person decides of them.

mod addition;
mod choice;
mod decisions;
mod held;
mod name;
mod offers;
mod queue;
mod read;
mod reading;
mod standing;
mod take;
mod with_it;

#[cfg(test)]
mod tests;

pub use choice::Choice;
pub use decisions::Decisions;
pub use held::HeldArticle;
pub use name::{ProposalName, Stretch};
pub use offers::{Meaning, Offer, OpenField, first_undecided, open_fields};
pub use queue::{KindFilter, Queue, Shows, decided, sure_of_paragraph};
pub use read::read_source;
pub use reading::{Passage, Proposed, Reading};
pub use standing::{Standing, Standings};
pub use take::{Taken, companions, name_of, take, take_all, take_to};
