//! What can be asked of the program: commands by name, and requests with all that is needed to carry them out.

mod draft;
mod edit_request;
mod menu;
mod proposal_request;
mod request;
mod tab;
mod table;
mod unsaved;

pub use draft::Draft;
pub use edit_request::{ConflictingValue, EditRequest, FirstParagraph};
pub use menu::Menu;
pub use proposal_request::{After, ProposalRequest};
pub use request::{Existing, Request};
pub use tab::Tab;
pub use table::Command;
pub use unsaved::Leaving;
