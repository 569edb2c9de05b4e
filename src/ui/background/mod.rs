//! Work that is not done in every frame: on a thread, or kept until what it follows from changes.

mod background_memo;
mod job;
mod memo;

pub use background_memo::{AT_ONCE, Worked};
pub use job::{Job, Outcome};
pub use memo::{Kept, KeptEach};
