//! Replacing a file at one instant: the path holds the complete old or the complete new text.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::SaveError;

/// How temporary files begin and end.
const PREFIX: &str = ".dateline-";
const SUFFIX: &str = ".tmp";

/// Replaces a file, or makes it: through a symbolic link, keeping its mode, flushed to the disk before it is named.
///
/// # Errors
/// Where the folder is gone or closed, or the disk refuses. The old file is then as it was.
pub fn replace(path: &Path, content: impl AsRef<[u8]>) -> Result<(), SaveError> {
    let target = resolved(path)?;
    let folder = folder_of(&target)?;
    sweep(&folder);
    let mut temporary = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(&folder)?;
    temporary.write_all(content.as_ref())?;
    if let Ok(metadata) = fs::metadata(&target) {
        if metadata.permissions().readonly() {
            return Err(SaveError::Denied);
        }
        fs::set_permissions(temporary.path(), metadata.permissions())?;
    } else {
        set_usual_mode(temporary.path())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|error| error.error)?;
    flush_folder(&folder)?;
    Ok(())
}

/// Makes a file that is not there yet.
///
/// # Errors
/// As [`replace`], and where a file stands there already.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<(), SaveError> {
    if path.symlink_metadata().is_ok() {
        return Err(SaveError::Exists(path.to_owned()));
    }
    replace(path, content)
}

/// Takes a file away.
///
/// # Errors
/// Where the system refuses.
pub fn remove(path: &Path) -> Result<(), SaveError> {
    Ok(fs::remove_file(path)?)
}

/// Why a file cannot be written, where that can be told beforehand.
#[must_use]
pub fn why_not_writable(path: &Path) -> Option<String> {
    let opened = fs::OpenOptions::new().append(true).open(path);
    if let Err(error) = opened {
        return Some(SaveError::from(error).to_string());
    }
    let target = resolved(path).ok()?;
    let folder = folder_of(&target).ok()?;
    let made = tempfile::Builder::new().prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder);
    made.err().map(|_| "its folder cannot be written; save a copy elsewhere".to_owned())
}

/// Whether something stands at a path.
#[must_use]
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// So old a temporary file is nobody's any more: no save takes so long.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// Takes away the temporary files that crashes left in a folder.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > LEFT_BEHIND) {
            // Another save may have taken it away just now.
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Where a path leads through symbolic links; a path to nothing is itself.
fn resolved(path: &Path) -> Result<PathBuf, SaveError> {
    if path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
        return Ok(fs::canonicalize(path)?);
    }
    Ok(path.to_owned())
}

fn folder_of(path: &Path) -> Result<PathBuf, SaveError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if folder.is_dir() { Ok(folder) } else { Err(SaveError::NoFolder(folder)) }
}

/// A temporary file is for its owner alone; a document is for whom the system's mask allows.
#[cfg(unix)]
fn set_usual_mode(path: &Path) -> Result<(), SaveError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))?;
    Ok(())
}

#[cfg(not(unix))]
fn set_usual_mode(_: &Path) -> Result<(), SaveError> {
    Ok(())
}

/// A new name survives a power cut only once the folder that holds it is flushed too.
#[cfg(unix)]
fn flush_folder(folder: &Path) -> Result<(), SaveError> {
    File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(not(unix))]
fn flush_folder(_: &Path) -> Result<(), SaveError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_mode() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.ron");
        create(&path, "old")?;
        assert!(matches!(create(&path, "other"), Err(SaveError::Exists(_))));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
            replace(&path, "new")?;
            assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o600);
        }
        replace(&path, "new")?;
        assert_eq!(fs::read_to_string(&path)?, "new");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1, "no temporary file is left");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let (file, link) = (folder.path().join("file.ron"), folder.path().join("link.ron"));
        fs::write(&file, "old")?;
        std::os::unix::fs::symlink(&file, &link)?;
        replace(&link, "new")?;
        assert!(link.symlink_metadata()?.is_symlink());
        assert_eq!(fs::read_to_string(&file)?, "new");
        Ok(())
    }
}
