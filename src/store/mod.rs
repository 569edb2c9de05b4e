//! The only code that touches files and the clock: opening, saving, settings.

mod error;
mod read;
mod settings_file;
mod today;
mod write;

pub use error::{MAX_FILE_BYTES, OpenError, SaveError};
pub use read::{decode, read_all, read_file};
pub use settings_file::SettingsFile;
pub use today::today;
pub use write::{create, replace};
