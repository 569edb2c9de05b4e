//! `dateline merge`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
What only one side changed is taken. Where both changed one field, one deleted what the other changed, or a reference
would break, OURS stays, and theirs is kept in the file as an open item of `merges`, which `dateline check` reports.
`dateline git-setup` makes it git's merge driver.
Exit codes: 0 merged, 1 something is open, 2 unreadable or not written (OURS is as it was).
With --path, as git calls it, what is no briefing or cannot be read goes to `git merge-file`: lines, with markers.")]
pub(in crate::cli) struct MergeArguments {
    /// What both copies come from
    pub(in crate::cli) base: PathBuf,
    /// Our copy, replaced by the result
    pub(in crate::cli) ours: PathBuf,
    /// Their copy
    pub(in crate::cli) theirs: PathBuf,
    /// The file's path in the repository, which messages name
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) path: Option<PathBuf>,
    /// How long the markers of a merge of lines are
    #[arg(long, value_name = "LENGTH", default_value_t = 7)]
    pub(in crate::cli) marker_size: u16,
    /// What the markers call ours, the base and theirs
    #[arg(long, num_args = 3, value_names = ["OURS", "BASE", "THEIRS"], allow_hyphen_values = true)]
    pub(in crate::cli) labels: Option<Vec<String>>,
}
