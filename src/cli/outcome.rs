//! How a command ended, and what it tells and prints.

use std::process::ExitCode;

/// How a command ended: its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// 0: done, no errors found.
    Well,
    /// 1: errors found, or no window.
    WithErrors,
    /// 2: what was asked for cannot be read, or not be asked for.
    Unreadable,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Well => Self::SUCCESS,
            Ended::WithErrors => Self::from(1),
            Ended::Unreadable => Self::from(2),
        }
    }
}

pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Writes a message to standard error; what a file brought along cannot steer the terminal.
pub(super) fn tell(message: &str) {
    use std::io::Write as _;
    // Nobody is left to be told where standard error is closed.
    drop(writeln!(std::io::stderr(), "{}", crate::present::visible(message)));
}

/// Says where a file was written and may not survive a power cut.
pub(super) fn tell_if_unsure(path: &std::path::Path, durability: &crate::store::Durability) {
    if let Some(warning) = durability.warning() {
        tell(&format!("{}: {warning}", path.display()));
    }
}

/// Keeps what a command replaced among the versions, as the window's save does.
pub(super) fn keep_version(path: &std::path::Path, replaced: &crate::store::SavedBase) {
    let versions = crate::store::SettingsFile::of_platform().versions_folder();
    // A version that cannot be kept is no reason to say that nothing was written.
    drop(versions.keep(path, &replaced.briefing().header.title, replaced.text()));
}

/// Writes a result to standard output.
pub(super) fn print(text: &(impl AsRef<[u8]> + ?Sized)) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_ref())?;
    out.flush()
}
