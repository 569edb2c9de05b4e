//! Records that may be one, entered twice: what tells it of visits and of sources. That of actors is in their names.

mod sources;
mod visits;

pub use sources::{SourceFace, plain_address};
pub use visits::{double_visits, double_visits_among};
