//! The only code that touches files and the clock: opening, saving, settings.

mod error;
mod load;
mod read;
mod sample;
mod settings_file;
mod today;
mod write;

pub use error::{MAX_FILE_BYTES, OpenError, SaveError};
pub use load::{Loaded, SourceText, lines_around, load};
pub use read::{decode, read_all, read_file};
pub use sample::SAMPLE;
pub use settings_file::SettingsFile;
pub use today::today;
pub use write::{create, replace};
