//! What stands at a path, and what forbids replacing it.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::SaveError;

/// Whether something stands at a path.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a file has further names, which keep the old content where this one is replaced.
#[must_use]
pub fn has_further_names(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| count_names(&file) > 1)
}

/// Whether two paths lead to one file.
pub(super) fn is_same_file(a: &Path, b: &Path) -> bool {
    a == b || matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}

/// The file that a path leads to, if one is there.
pub(super) fn standing(path: &Path) -> Result<Option<Metadata>, SaveError> {
    match fs::metadata(path) {
        Ok(old) if old.is_file() => Ok(Some(old)),
        Ok(old) => Err(SaveError::NotRegular(what_stands(old.file_type()))),
        // What is wrong with the folder is told of the folder.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What is no regular file, with its article.
#[cfg(unix)]
fn what_stands(kind: fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        kind if kind.is_dir() => "a folder",
        kind if kind.is_fifo() => "a pipe",
        kind if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn what_stands(kind: fs::FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "a device" }
}

/// So many links that lead to one another are followed.
const MOST_LINKS: usize = 40;

/// Where a path leads through symbolic links; a path to nothing is itself.
pub(super) fn resolved(path: &Path) -> Result<PathBuf, SaveError> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
            return Ok(path);
        }
        if let Ok(target) = fs::canonicalize(&path) {
            return Ok(target);
        }
        // What it leads to went away, and comes back there.
        let target = fs::read_link(&path)?;
        path = path.parent().map(|folder| folder.join(&target)).unwrap_or(target);
    }
    Ok(fs::canonicalize(path)?)
}

pub(super) fn folder_of(path: &Path) -> Result<PathBuf, SaveError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    match fs::metadata(&folder) {
        Ok(metadata) if metadata.is_dir() => Ok(folder),
        Ok(_) => Err(SaveError::NoFolder(folder)),
        Err(error) => Err(of_folder(error, &folder)),
    }
}

/// An error that the folder gave.
pub(super) fn of_folder(error: std::io::Error, folder: &Path) -> SaveError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => SaveError::NoFolder(folder.to_owned()),
        ErrorKind::PermissionDenied => SaveError::ClosedFolder(folder.to_owned()),
        _ => error.into(),
    }
}

/// A file that is to stay as it is, or that would lose its further names.
pub(super) fn refuse_what_cannot_be_kept(old: &Metadata) -> Result<(), SaveError> {
    refuse_read_only(old)?;
    refuse_further_names(old)
}

pub(super) fn refuse_further_names(old: &Metadata) -> Result<(), SaveError> {
    match count_names(old) {
        0 | 1 => Ok(()),
        names => Err(SaveError::HardLinked(names)),
    }
}

pub(super) fn refuse_read_only(old: &Metadata) -> Result<(), SaveError> {
    if old.permissions().readonly() { Err(SaveError::ReadOnlyFile) } else { Ok(()) }
}

#[cfg(unix)]
fn count_names(file: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    if file.is_file() { file.nlink() } else { 1 }
}

#[cfg(not(unix))]
fn count_names(_: &Metadata) -> u64 {
    1
}
