//! `dateline desktop-setup`: icon, entry in the menu and file type for this user.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Context as _;
use clap::Args;

use super::outcome::{Ended, print, tell};
use crate::store::{PlacedFate, PlacedFiles};

#[derive(Debug, Args)]
#[command(after_help = "\
Writes into the user's data folder ($XDG_DATA_HOME, or ~/.local/share): an icon, an entry of the applications menu that
starts this very program, the file type of *.briefing.ron, and what software centres show. Says what it wrote. A file of
the same name that it did not write, or that was changed since, is left as it is.
Not needed, and nothing is changed, on Windows and macOS.
Exit codes: 0 done or nothing to do, 1 a file was left as it is or there is nothing to do on this system, 2 not writable.")]
pub(super) struct DesktopSetupArguments {
    /// Take away again what this command put in place
    #[arg(long)]
    pub(super) undo: bool,
}

const ENTRY: &str = include_str!("../../assets/desktop/dateline.desktop");
const FILE_TYPE: &str = include_str!("../../assets/desktop/dateline.xml");
const METAINFO: &str = include_str!("../../assets/desktop/dateline.metainfo.xml");
const ICON: &[u8] = include_bytes!("../../assets/icon.svg");
const ICON_256: &[u8] = include_bytes!("../../assets/icon-256.png");

/// Programs that read such files into their caches, and what of the data folder each is given.
const CACHES: [(&str, &str); 2] = [("update-mime-database", "mime"), ("update-desktop-database", "applications")];

pub(super) fn run(asked: &DesktopSetupArguments) -> anyhow::Result<Ended> {
    if let Some(words) = elsewhere() {
        tell(words);
        return Ok(Ended::WithErrors);
    }
    let placed = PlacedFiles::of_user().context("this system names no folder for the user's data")?;
    let fates = if asked.undo { placed.take_away()? } else { placed.put(&files()?)? };
    let mut said: String = fates.iter().map(|(path, fate)| format!("{} {}\n", word(*fate), path.display())).collect();
    if fates.is_empty() {
        said.push_str("Nothing to take away\n");
    } else {
        for (program, folder) in CACHES {
            said.push_str(&refresh(program, &placed.folder().join(folder)));
        }
    }
    print(&said)?;
    let is_kept = fates.iter().any(|(_, fate)| *fate == PlacedFate::NotOurs);
    Ok(if is_kept { Ended::WithErrors } else { Ended::Well })
}

/// What is said where there is nothing to set up in this way.
fn elsewhere() -> Option<&'static str> {
    if cfg!(windows) {
        return Some(
            "On Windows nothing is set up by this command: nothing was changed. To open briefings with Dateline, open \
             one from Explorer with Open with, Choose another app, and choose dateline.exe; for the Start menu, right-click \
             dateline.exe and choose Pin to Start",
        );
    }
    if cfg!(target_os = "macos") {
        return Some(
            "On macOS nothing is set up by this command: nothing was changed. A program is tied to its files by a bundle, \
             and `cargo install` makes none; start Dateline in the Terminal: dateline FILE",
        );
    }
    None
}

/// What is put where, below the user's data folder.
fn files() -> anyhow::Result<[(&'static str, Vec<u8>); 5]> {
    let program = std::env::current_exe().context("where this program stands cannot be told")?;
    Ok([
        ("applications/dateline.desktop", entry_for(&program).into_bytes()),
        ("mime/packages/dateline.xml", FILE_TYPE.into()),
        ("metainfo/internal.dateline.dateline.metainfo.xml", METAINFO.into()),
        ("icons/hicolor/scalable/apps/dateline.svg", ICON.into()),
        ("icons/hicolor/256x256/apps/dateline.png", ICON_256.into()),
    ])
}

/// The entry with the path of this very program: the desktop may know other folders than the shell.
fn entry_for(program: &Path) -> String {
    let path = program.to_string_lossy();
    ENTRY.replace("Exec=dateline %f", &format!("Exec={} %f\nTryExec={}", quoted(&path), as_string(&path)))
}

/// An argument of `Exec`, quoted (Desktop Entry Specification 1.5, section 7); then as any string of the file.
fn quoted(path: &str) -> String {
    let mut quoted = String::from("\"");
    for c in path.chars() {
        match c {
            '"' | '`' | '$' | '\\' => quoted.extend(['\\', c]),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    as_string(&quoted)
}

/// A string of a desktop entry (section 4): a backslash, and what is no letter of one line, is escaped.
fn as_string(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r")
}

fn word(fate: PlacedFate) -> &'static str {
    match fate {
        PlacedFate::Written => "Written:",
        PlacedFate::WasThere => "There already:",
        PlacedFate::TakenAway => "Taken away:",
        PlacedFate::NotOurs => "Left as it is, since somebody else wrote or changed it:",
    }
}

/// Lets a program read the files into its cache; says what happened.
fn refresh(program: &str, folder: &Path) -> String {
    if !folder.is_dir() {
        return String::new();
    }
    let ran = Command::new(program).arg(folder).stdout(Stdio::null()).stderr(Stdio::null()).status();
    match ran {
        Ok(status) if status.success() => format!("Ran: {program}\n"),
        Ok(_) => format!("{program} did not succeed; the desktop may know of it only after the next login\n"),
        Err(_) => format!("{program} is not there; the desktop may know of it only after the next login\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_for_the_entry() {
        let entry = entry_for(Path::new("/home/Ana Orlen/50% \"new\"/dateline"));
        assert!(entry.contains("\nExec=\"/home/Ana Orlen/50%% \\\\\"new\\\\\"/dateline\" %f\n"), "{entry}");
        assert!(entry.contains("\nTryExec=/home/Ana Orlen/50% \"new\"/dateline\n"), "{entry}");
    }
}
