//! Bytes of a file or of standard input as text, refused early where they cannot be a briefing.

use std::fs::{self, File, Metadata};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::error::{MAX_FILE_BYTES, OpenError};
use crate::check::Position;

/// So many bytes of a file are compared at once.
const COMPARED_AT_ONCE: usize = 1 << 18;

/// How a text begins that is not a briefing, and what it is.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
];

/// The text of a file, with its byte order mark if it has one.
///
/// # Errors
/// Where there is no such file, it may not be read, it is too large, or it is not text in UTF-8.
pub fn read_file(path: &Path) -> Result<String, OpenError> {
    let metadata = of_regular_file(path)?;
    read_opened(&File::open(path)?, &metadata)
}

/// The text of a file that is open.
///
/// # Errors
/// As [`read_file`].
pub(super) fn read_opened(file: &File, metadata: &Metadata) -> Result<String, OpenError> {
    if metadata.len() > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    if metadata.len() == 0 {
        // Some files of the system tell no size and are waited for without end when they are read.
        return Err(OpenError::Empty);
    }
    let room = usize::try_from(metadata.len()).unwrap_or(0) + 1;
    read_into(Vec::with_capacity(room), file)
}

/// What is known of a regular file.
///
/// # Errors
/// Where there is none.
pub(super) fn of_regular_file(path: &Path) -> Result<Metadata, OpenError> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(OpenError::Folder);
    }
    if !metadata.is_file() {
        return Err(OpenError::NotRegular);
    }
    Ok(metadata)
}

/// Whether a file holds a text, byte for byte.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn holds(path: &Path, text: &str) -> Result<bool, OpenError> {
    of_regular_file(path)?;
    is_text(&File::open(path)?, text)
}

/// Whether an open file holds a text from where it stands, byte for byte.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn is_text(file: &File, text: &str) -> Result<bool, OpenError> {
    if file.metadata()?.len() != text.len() as u64 {
        return Ok(false);
    }
    let mut file = BufReader::with_capacity(COMPARED_AT_ONCE, file);
    let mut rest = text.as_bytes();
    loop {
        let read = file.fill_buf()?;
        if read.is_empty() {
            return Ok(rest.is_empty());
        }
        let Some(behind) = rest.strip_prefix(read) else { return Ok(false) };
        rest = behind;
        let count = read.len();
        file.consume(count);
    }
}

/// The text of a stream such as standard input.
///
/// # Errors
/// As [`read_file`].
pub fn read_all(stream: impl Read) -> Result<String, OpenError> {
    read_into(Vec::new(), stream)
}

fn read_into(mut bytes: Vec<u8>, stream: impl Read) -> Result<String, OpenError> {
    stream.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    decode(bytes)
}

/// Bytes as text.
///
/// # Errors
/// Where they are empty, something else than text, or not UTF-8.
pub fn decode(bytes: Vec<u8>) -> Result<String, OpenError> {
    if bytes.iter().all(u8::is_ascii_whitespace) || bytes == b"\xef\xbb\xbf" {
        return Err(OpenError::Empty);
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(OpenError::NotText { what });
    }
    if let Some(encoding) = wide_encoding(&bytes) {
        return Err(OpenError::OtherEncoding { encoding });
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..offset]).into_owned();
        OpenError::NotUtf8 { offset, position: end_position(&before) }
    })
}

/// UTF-16 and UTF-32, by their byte order mark or by the zero bytes between Latin letters.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        [a, 0, b, 0, ..] | [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some("UTF-16"),
        _ => None,
    }
}

/// Where a text ends.
fn end_position(text: &str) -> Position {
    let last = text.rsplit('\n').next().unwrap_or_default();
    Position { line: text.matches('\n').count() + 1, column: last.chars().count() + 1 }
}
