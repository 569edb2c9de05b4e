//! Records that are likely one, entered twice. Each finding names the others, so that two of them can be merged or told
//! apart.

mod about;
mod actors;
mod sources;
mod visits;
mod wording;

pub use about::is_about_doubles;
pub(in crate::check) use actors::{POSSIBLE_DOUBLE, SAME_NAME};
pub(in crate::check) use sources::SAME_SOURCE;
pub(in crate::check) use visits::TWIN_VISITS;
