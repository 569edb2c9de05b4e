//! Replacing a file at one instant: the path holds the complete old or the complete new text.

use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::error::SaveError;
use super::standing::{
    exists, folder_of, of_folder, refuse_further_names, refuse_read_only, refuse_what_cannot_be_kept, resolved,
    standing,
};
use super::temporary::{Temporary, sweep};

/// Whether what was written survives a power cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Durability {
    /// The file and its name are flushed to the disk.
    Sure,
    /// The file is flushed and stands under its name, but the disk did not confirm the name: why, in the system's words.
    Unsure(String),
}

impl Durability {
    /// What to tell, where there is something to tell.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let Self::Unsure(why) = self else { return None };
        Some(format!(
            "written, but the disk did not confirm it ({why}): a power cut now could bring back the old file. Save a \
             copy to another disk if that matters"
        ))
    }
}

/// Replaces a file, or makes it: through a symbolic link, keeping its mode and owner, flushed to the disk before it is
/// named.
///
/// # Errors
/// Where the folder is gone or closed, something else than a file stands there, the file has further names or an owner
/// that could not be kept, or the disk refuses. The old file is then as it was.
pub fn replace(path: &Path, content: impl AsRef<[u8]>) -> Result<Durability, SaveError> {
    put(path, content.as_ref(), Manner::of_all(), || Ok(()))
}

/// Replaces a file as [`replace`] does, unless it may not be: asked once the new one is flushed and only its name is left
/// to be given. Where none stood there, one that comes meanwhile is not replaced.
///
/// # Errors
/// As [`replace`], and what was answered.
pub(super) fn replace_unless(
    path: &Path,
    content: impl AsRef<[u8]>,
    read_only: ReadOnly,
    may_not: impl FnOnce() -> Result<(), SaveError>,
) -> Result<Durability, SaveError> {
    put(path, content.as_ref(), Manner { spares_new: true, read_only, ..Manner::of_all() }, may_not)
}

/// Replaces what stands under one name, as a person agreed to: further names of the file keep the old content.
///
/// # Errors
/// As [`replace`], but for further names.
pub fn replace_one_name(path: &Path, content: impl AsRef<[u8]>) -> Result<Durability, SaveError> {
    put(path, content.as_ref(), Manner { parts_names: true, ..Manner::of_all() }, || Ok(()))
}

/// Replaces a file, or makes it for its owner alone: what a document says is not shown to more people than it was.
///
/// # Errors
/// As [`replace`].
pub(super) fn replace_private(path: &Path, content: impl AsRef<[u8]>) -> Result<Durability, SaveError> {
    put(path, content.as_ref(), Manner { is_for_all: false, ..Manner::of_all() }, || Ok(()))
}

/// What is done with a file that is marked read-only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadOnly {
    /// It stays as it is: a person marked it.
    Stays,
    /// It is replaced where the system would let it be written, and stays marked.
    AsTheSystemSays,
}

/// How a file is put in its place.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// Whether a new file is for whom the system's mask allows, or for its owner alone.
    is_for_all: bool,
    /// Whether further names of an old file may be parted from it.
    parts_names: bool,
    /// Whether a file that comes where none stood is left alone.
    spares_new: bool,
    /// What is done with a file that is marked read-only.
    read_only: ReadOnly,
}

impl Manner {
    fn of_all() -> Self {
        Self { is_for_all: true, parts_names: false, spares_new: false, read_only: ReadOnly::Stays }
    }
}

fn put(
    path: &Path,
    content: &[u8],
    manner: Manner,
    may_not: impl FnOnce() -> Result<(), SaveError>,
) -> Result<Durability, SaveError> {
    let old = standing(path)?;
    let target = resolved(path)?;
    let folder = folder_of(&target)?;
    match &old {
        Some(old) if manner.parts_names => refuse_read_only(old)?,
        Some(old) if manner.read_only == ReadOnly::AsTheSystemSays => {
            // Opened to be written, but not a byte of it is.
            fs::OpenOptions::new().append(true).open(&target).map_err(|error| match error.kind() {
                ErrorKind::PermissionDenied => SaveError::ReadOnlyFile,
                _ => error.into(),
            })?;
            refuse_further_names(old)?;
        }
        Some(old) => refuse_what_cannot_be_kept(old)?,
        None => {}
    }
    sweep(&folder);
    let is_for_all = manner.is_for_all && old.is_none();
    let temporary = Temporary::in_folder(&folder, is_for_all).map_err(|error| of_folder(error, &folder))?;
    fill(temporary.file(), content, old.as_ref())?;
    may_not()?;
    let written = if manner.spares_new && old.is_none() {
        let told = |error: std::io::Error| match error.kind() {
            ErrorKind::AlreadyExists => SaveError::ChangedOnDisk,
            _ => error.into(),
        };
        temporary.persist_new(&target).map_err(told)?
    } else {
        temporary.persist(&target)?
    };
    Ok(name_flushed(&folder, written))
}

/// Makes a file that is not there yet; one that comes meanwhile is not replaced either.
///
/// # Errors
/// As [`replace`], and where a file stands there already.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<Durability, SaveError> {
    if exists(path) {
        return Err(SaveError::Exists(path.to_owned()));
    }
    let folder = folder_of(path)?;
    sweep(&folder);
    let temporary = Temporary::in_folder(&folder, true).map_err(|error| of_folder(error, &folder))?;
    fill(temporary.file(), content.as_ref(), None)?;
    let written = temporary.persist_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => SaveError::Exists(path.to_owned()),
        _ => error.into(),
    })?;
    Ok(name_flushed(&folder, written))
}

/// Takes a file away.
///
/// # Errors
/// Where the system refuses.
pub fn remove(path: &Path) -> Result<(), SaveError> {
    Ok(fs::remove_file(path)?)
}

/// Why a file cannot be written, where that can be told beforehand. One that is gone can be, where its folder takes it.
#[must_use]
pub fn why_not_writable(path: &Path) -> Option<String> {
    try_writing(path).err().map(|error| error.to_string())
}

/// All that a save does but for the content and the name.
fn try_writing(path: &Path) -> Result<(), SaveError> {
    let old = standing(path)?;
    if let Some(old) = &old {
        refuse_what_cannot_be_kept(old)?;
        fs::OpenOptions::new().append(true).open(path)?;
    }
    let folder = folder_of(&resolved(path)?)?;
    let temporary = Temporary::in_folder(&folder, false).map_err(|error| of_folder(error, &folder))?;
    old.map_or(Ok(()), |old| keep_owner(temporary.file(), &old))
}

/// Takes away what crashed saves left beside a file.
pub fn sweep_beside(path: &Path) {
    if let Ok(folder) = resolved(path).and_then(|target| folder_of(&target)) {
        sweep(&folder);
    }
}

/// Writes the content and flushes it. A flush that failed is not tried again: the system may have dropped what it could
/// not write, and a second flush of the same file would then succeed without it.
fn fill(mut file: &File, content: &[u8], old: Option<&Metadata>) -> Result<(), SaveError> {
    file.write_all(content)?;
    if let Some(old) = old {
        keep_owner(file, old)?;
        file.set_permissions(old.permissions())?;
    }
    file.sync_all().map_err(|error| match SaveError::from(error) {
        SaveError::Io(error) => SaveError::NotFlushed(error),
        other => other,
    })
}

/// Gives the new file the owner and the group of the old one.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) -> Result<(), SaveError> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    let owner = (new.uid() != old.uid()).then(|| old.uid());
    let group = (new.gid() != old.gid()).then(|| old.gid());
    if owner.is_none() && group.is_none() {
        return Ok(());
    }
    fchown(file, owner, group).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::InvalidInput => SaveError::OtherOwner,
        _ => error.into(),
    })
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) -> Result<(), SaveError> {
    Ok(())
}

/// A new name survives a power cut only once the folder that holds it is flushed too.
#[cfg(unix)]
fn name_flushed(folder: &Path, _: File) -> Durability {
    durability_of(File::open(folder).and_then(|folder| folder.sync_all()))
}

/// Elsewhere folders cannot be flushed; flushing the renamed file has the system write its name too.
#[cfg(not(unix))]
fn name_flushed(_: &Path, written: File) -> Durability {
    durability_of(written.sync_all())
}

fn durability_of(flushed: std::io::Result<()>) -> Durability {
    flushed.map_or_else(|error| Durability::Unsure(error.to_string()), |()| Durability::Sure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.ron");
        assert_eq!(create(&path, "old")?, Durability::Sure);
        assert!(matches!(create(&path, "other"), Err(SaveError::Exists(_))));
        assert_eq!(replace(&path, "new")?, Durability::Sure);
        assert_eq!(fs::read_to_string(&path)?, "new");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1, "no temporary file is left");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn mode_and_owner_stay() -> Result<(), Box<dyn std::error::Error>> {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.ron");
        create(&path, "old")?;
        // Only the administrator gives files away; others keep their own.
        let given = chown(&path, Some(12_345), Some(12_346)).is_ok();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
        let old = fs::metadata(&path)?;
        replace(&path, "new")?;
        let new = fs::metadata(&path)?;
        assert_ne!(old.ino(), new.ino(), "another file stands there");
        assert_eq!((old.mode(), old.uid(), old.gid()), (new.mode(), new.uid(), new.gid()));
        assert_eq!(given, new.uid() == 12_345);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_for_whom_the_mask_allows() -> Result<(), Box<dyn std::error::Error>> {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir()?;
        let (made, usual) = (folder.path().join("a.ron"), folder.path().join("usual"));
        create(&made, "new")?;
        fs::write(&usual, "")?;
        assert_eq!(fs::metadata(&made)?.mode(), fs::metadata(&usual)?.mode());
        let replaced = folder.path().join("b.ron");
        replace(&replaced, "new")?;
        assert_eq!(fs::metadata(&replaced)?.mode(), fs::metadata(&usual)?.mode());
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
        fs::remove_file(&file)?;
        replace(&link, "again")?;
        assert!(link.symlink_metadata()?.is_symlink());
        assert_eq!(fs::read_to_string(&file)?, "again", "what went away comes back where the link leads");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn what_the_program_keeps_for_itself_is_for_its_owner_alone() -> Result<(), Box<dyn std::error::Error>> {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.version");
        replace_private(&path, "text")?;
        assert_eq!(fs::metadata(&path)?.mode() & 0o777, 0o600);
        Ok(())
    }
}
