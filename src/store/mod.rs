//! The only code that touches files and the clock: opening, saving, settings.

#![expect(clippy::disallowed_methods, reason = "this is the room that touches files")]

mod bytes;
mod content_hash;
mod decided_folder;
mod error;
mod journal;
mod load;
mod lock;
mod parts;
mod placed_files;
mod places;
mod read;
mod read_error;
mod salvage;
mod sample;
mod save;
mod settings_file;
mod source_text;
mod standing;
mod system_motion;
mod temporary;
mod today;
mod verify;
mod versions;
mod waiting;
mod watch;
mod whole;
mod write;

pub use bytes::{read_bytes, read_stream};
pub use content_hash::content_hash;
pub use decided_folder::DecidedFolder;
pub use error::{MAX_FILE_BYTES, OpenError, SaveError};
pub use journal::{Journal, JournalFile, JournalFolder, JournalHead, Orphan};
pub use load::{Loaded, load};
pub use lock::{DocumentLock, is_standard_input, lead_to_one_file};
pub use parts::{ReadPartError, read_header, read_record};
pub use placed_files::{PlacedFate, PlacedFiles};
pub use read::{decode, read_all, read_file};
pub use sample::{SAMPLE, SAMPLE_HELD};
pub use save::{Copied, SavedBase, faithful_text, save, save_copy, save_locked, save_over, write_locked};
pub use settings_file::SettingsFile;
pub use source_text::{SourceText, lines_around};
pub use standing::{exists, has_further_names};
pub use system_motion::files_ask_for_no_motion;
pub use temporary::write_page;
pub use today::{this_day, time_of_day, today};
pub use verify::says_the_same;
pub use versions::{Version, VersionsFolder};
pub use watch::FileWatch;
pub use write::{Durability, create, remove, replace, replace_one_name, sweep_beside, why_not_writable};
