//! The real program, as tests run it: what it keeps aside goes into a folder of theirs, not to the person who runs them.

#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::allow_attributes, clippy::disallowed_methods, reason = "a folder of the tests alone")]

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// The program.
pub fn dateline() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    keeps_aside(&mut command);
    command
}

/// Lets a program, and those that it runs, keep aside what they do in the folder of these tests.
pub fn keeps_aside(command: &mut Command) {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(concat!("state-", env!("CARGO_CRATE_NAME")));
        // What the last run left.
        drop(std::fs::remove_dir_all(&folder));
        folder
    });
    for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(name, folder);
    }
}
