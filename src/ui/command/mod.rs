//! What can be asked of the program: commands by name, and requests with all that is needed to carry them out.

mod draft;
mod edit_request;
mod help_pages;
mod menu;
mod proposal_request;
mod request;
mod setting_request;
mod tab;
mod table;
mod tour_move;
mod unsaved;
mod view_keys;

pub use draft::Draft;
pub use edit_request::{ConflictingValue, EditRequest, FirstParagraph, NewRecords};
pub use help_pages::help_pages;
pub use menu::Menu;
pub use proposal_request::{After, ProposalRequest};
pub use request::{Existing, Request};
pub use setting_request::SettingRequest;
pub use tab::Tab;
pub use table::Command;
pub use tour_move::TourMove;
pub use unsaved::Leaving;
pub use view_keys::VIEW_KEYS;
