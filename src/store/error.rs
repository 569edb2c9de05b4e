//! Why a file could not be opened or written, and what to do about it.

use std::path::PathBuf;

use super::waiting::SECONDS_WAITED;
use crate::check::Position;

/// The largest file that is opened, in bytes: 256 MiB.
pub const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// Why nothing of a file could be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("there is no such file; check the name and the folder")]
    NotFound,
    /// A folder stands there.
    #[error("this is a folder; name the briefing file in it")]
    Folder,
    /// A device, a pipe or a socket stands there.
    #[error("this is not a regular file; name a briefing file, or use - to read standard input")]
    NotRegular,
    /// The system refuses to let it be read.
    #[error("the system does not let you read it; ask its owner for permission")]
    Denied,
    /// It is too large.
    #[error("the file has more than {} MiB, the most that is opened; split the briefing", MAX_FILE_BYTES / (1024 * 1024))]
    TooLarge,
    /// There is nothing in it.
    #[error("the file is empty; begin with (title: \"…\") or run `dateline sample` for an example")]
    Empty,
    /// It is something else than text.
    #[error("this is {what}, not a briefing; open a file in RON")]
    NotText {
        /// What it looks like, with its article.
        what: &'static str,
    },
    /// It is text in UTF-16 or UTF-32.
    #[error("the file is encoded in {encoding}; save it as UTF-8")]
    OtherEncoding {
        /// The encoding.
        encoding: &'static str,
    },
    /// It is not UTF-8 throughout.
    #[error("the byte at offset {offset} is not UTF-8; save the file as UTF-8")]
    NotUtf8 {
        /// The offset of the first bad byte, from 0.
        offset: usize,
        /// Where that is.
        position: Position,
    },
    /// Its brackets or strings do not close, or it is no briefing at all.
    #[error("{message}")]
    Unparsable {
        /// What is wrong and what to do.
        message: String,
        /// Where.
        position: Position,
    },
    /// Another program writes it at this moment.
    #[error("the file changes while it is read; try again when the other program is done")]
    Changing,
    /// Reading failed.
    #[error("reading failed: {0}; try again, or copy the file to a local disk")]
    Io(std::io::Error),
}

impl OpenError {
    /// Where in the file, if it is about a place.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::NotUtf8 { position, .. } | Self::Unparsable { position, .. } => Some(*position),
            _ => None,
        }
    }
}

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound,
            std::io::ErrorKind::PermissionDenied => Self::Denied,
            std::io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io(error),
        }
    }
}

/// Why a file could not be written. The old content is as it was. Each message tells its cause itself, so that no error
/// is given as the source of another and told twice.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The text to be written would not read back as the briefing.
    #[error(
        "the text to be written does not read back as this briefing; nothing was written. Save under another name, \
         where the briefing is written anew without its comments"
    )]
    NotFaithful,
    /// A part of the file is written in a form that cannot be changed in place.
    #[error(
        "{what}, at line {line}, is written in a form that cannot be changed in place; nothing was written. Write it in \
         the plain form, or save under another name, where the briefing is written anew without its comments"
    )]
    NotInPlace {
        /// What it is.
        what: String,
        /// The line, from 1.
        line: usize,
    },
    /// The text would be larger than what is opened.
    #[error("the file would have more than {} MiB, the most that is opened; nothing was written. Split the briefing", MAX_FILE_BYTES / (1024 * 1024))]
    TooLarge,
    /// A folder, a pipe, a socket or a device stands there: what it is, with its article.
    #[error("{0} stands there, not a file; nothing was written. Save under another name")]
    NotRegular(&'static str),
    /// The folder is gone.
    #[error("the folder {} is not there; save under another name", .0.display())]
    NoFolder(PathBuf),
    /// The system refuses to let it be written.
    #[error("the system does not let you write here; save under another name")]
    Denied,
    /// The file is marked as not to be changed.
    #[error("the file is read-only; make it writable, or save under another name")]
    ReadOnlyFile,
    /// No file can be made in the folder.
    #[error("the system does not let you make files in the folder {}; save under another name in another folder", .0.display())]
    ClosedFolder(PathBuf),
    /// The drive takes no changes.
    #[error("the drive can only be read; save under another name on another drive")]
    ReadOnlyDrive,
    /// There is no room left, or no more that this person may use.
    #[error(
        "there is no room left on the drive; the old file is as it was. Make room, or save under another name on another drive"
    )]
    Full,
    /// The drive is away: a network share, a stick that was pulled out.
    #[error(
        "the drive does not answer ({0}); the old file is as it was. Connect it and save again, or save under another \
         name on another drive"
    )]
    DriveAway(std::io::Error),
    /// The file has further names, which a replacement would part from it.
    #[error("the file has {0} names (hard links), and saving would part them; save under another name")]
    HardLinked(u64),
    /// The file belongs to another, to whom the new one could not be given.
    #[error("the file belongs to another user or group, and saving would make it yours; save under another name")]
    OtherOwner,
    /// The disk did not confirm the content.
    #[error(
        "the disk did not take the new text for good ({0}); the old file is as it was. Save under another name on another drive"
    )]
    NotFlushed(std::io::Error),
    /// Writing failed.
    #[error("writing failed: {0}; the old file is as it was. Save under another name")]
    Io(std::io::Error),
    /// The file is not as it was when it was read.
    #[error(
        "the file changed on the disk since it was read; nothing was written. Save a copy under another name, or reload"
    )]
    ChangedOnDisk,
    /// Another program holds the lock of the file.
    #[error(
        "another program is writing this file, and was not done within {} seconds; nothing was written. Try again",
        SECONDS_WAITED
    )]
    InUse,
    /// A file stands there and was not to be replaced.
    #[error("{} is there already; choose another name", .0.display())]
    Exists(PathBuf),
}

impl From<std::io::Error> for SaveError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDrive,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::TimedOut => Self::DriveAway(error),
            _ => Self::Io(error),
        }
    }
}
