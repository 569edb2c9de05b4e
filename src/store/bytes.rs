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
    read_while(path, || {})
}

/// The same, while something goes on between the first look at the file and the last.
fn read_while(path: &Path, meanwhile: impl FnOnce()) -> Result<Vec<u8>, OpenError> {
    let before = of_regular_file(path)?;
    let file = File::open(path)?;
    meanwhile();
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

#[cfg(test)]
mod tests {
    use std::fs::{OpenOptions, write};
    use std::io::Write as _;
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        let is_refused = |meanwhile: &dyn Fn()| {
            write(&path, "Visitors,To\nAda,CH\n").unwrap();
            matches!(read_while(&path, meanwhile), Err(OpenError::Changing))
        };
        let open = || OpenOptions::new().append(true).open(&path).unwrap();
        assert!(is_refused(&|| open().write_all(b"Bo,RS\n").unwrap()), "it grew");
        assert!(is_refused(&|| open().set_len(3).unwrap()), "it was cut");
        // As long as before, and written at another time.
        let later = SystemTime::now() + Duration::from_mins(1);
        assert!(is_refused(&|| {
            write(&path, "Visitors,To\nAda,RS\n").unwrap();
            open().set_modified(later).unwrap();
        }));
        assert!(!is_refused(&|| {}));
        // Another file in its place leaves the one that is read as it was.
        assert!(!is_refused(&|| {
            let other = folder.path().join("other.csv");
            write(&other, "Visitors,To\nAda,RS,more\n").unwrap();
            std::fs::rename(&other, &path).unwrap();
        }));
    }
}
