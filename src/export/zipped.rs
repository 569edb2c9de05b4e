//! Several files in one, as office documents are (ISO/IEC 21320-1); the same bytes on every run.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The files by their paths, packed in their order.
///
/// # Errors
/// Where one is too large to be packed.
pub(super) fn zipped(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> std::io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in files {
        // Without a time of its own, each is of the first day that the format knows.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        writer.start_file(path, options)?;
        writer.write_all(&content)?;
    }
    Ok(writer.finish()?.into_inner())
}
