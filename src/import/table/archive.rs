//! The ZIP archives in which spreadsheets stand: unpacked within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::TableError;

/// So many bytes at most all parts of a file unpack to.
const MAX_UNPACKED: u64 = 512 * 1024 * 1024;

/// The archive of a spreadsheet.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens an archive.
///
/// # Errors
/// Where it is none, or unpacks to more than is read at once; what its directory claims is not believed.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, TableError> {
    open_within(bytes, MAX_UNPACKED)
}

fn open_within(bytes: &[u8], most: u64) -> Result<Archive<'_>, TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = most;
    for place in 0..archive.len() {
        let part = match archive.by_index(place) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(TableError::Password),
            Err(error) => return Err(damaged(error)),
        };
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let length = unpacked.map_err(|error| TableError::Damaged(error.to_string()))?;
        left = left.checked_sub(length).ok_or(TableError::Bomb)?;
    }
    Ok(archive)
}

/// A part of an archive.
///
/// # Errors
/// Where it is not there.
pub(super) fn part(archive: &mut Archive<'_>, name: &str) -> Result<String, TableError> {
    let mut text = String::new();
    let mut part = archive.by_name(name).map_err(damaged)?;
    part.read_to_string(&mut text).map_err(|error| TableError::Damaged(error.to_string()))?;
    Ok(text)
}

pub(super) fn damaged(error: impl std::fmt::Display) -> TableError {
    TableError::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn an_archive_that_unpacks_without_end_is_refused() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        for part in ["xl/a.xml", "xl/b.xml"] {
            archive.start_file(part, packed).unwrap();
            archive.write_all(&vec![b' '; 1 << 16]).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 12, "{}", bytes.len());
        assert_eq!(open_within(&bytes, (1 << 17) - 1).unwrap_err(), TableError::Bomb);
        assert_eq!(open_within(&bytes, 1 << 17).unwrap().len(), 2);
    }
}
