//! What can be asked of the program: commands by name, and requests with all that is needed to carry them out.

mod draft;
mod menu;
mod request;
mod tab;
mod table;
mod unsaved;

pub use draft::Draft;
pub use menu::Menu;
pub use request::{ConflictingValue, Request};
pub use tab::Tab;
pub use table::Command;
pub use unsaved::Leaving;
