//! The bytes of a file that is no briefing: a spreadsheet, a list of references, an article.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::error::{MAX_FILE_BYTES, OpenError};
use super::read::of_regular_file;

/// The bytes of a file, as they stood there all together.
///
/// # Errors
/// Where there is no such file, it may not be read, it is too large, or it changes while it is read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, OpenError> {
    let before = of_regular_file(path)?;
    let file = File::open(path)?;
    let bytes = read_stream(&file)?;
    let after = file.metadata()?;
    let is_same = before.len() == after.len() && before.modified().ok() == after.modified().ok();
    // Some files of the system tell no size.
    if !is_same || before.len() != 0 && bytes.len() as u64 != before.len() {
        return Err(OpenError::Changing);
    }
    Ok(bytes)
}

/// The bytes of a stream such as standard input.
///
/// # Errors
/// Where it cannot be read, or holds more than is read at once.
pub fn read_stream(stream: impl std::io::Read) -> Result<Vec<u8>, OpenError> {
    let mut bytes = Vec::new();
    stream.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    Ok(bytes)
}
