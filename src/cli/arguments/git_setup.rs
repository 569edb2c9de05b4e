//! `dateline git-setup`.

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
Adds a line for *.briefing.ron, and one for each other briefing that is found, to .gitattributes at the top of the work
tree, and sets merge.dateline.name, merge.dateline.driver and diff.dateline.textconv with `git config --local`. What it
will do is told and asked first. Where `dateline` is not found, git goes on as it would without.
A setting of these names with another value is left alone, and nothing is changed.
.gitattributes goes with the repository; the settings do not, so each clone needs this command.
Exit codes: 0 done or nothing to do, 1 not agreed to, 2 no work tree, or git refused.")]
pub(in crate::cli) struct GitSetupArguments {
    /// Do not ask
    #[arg(long)]
    pub(in crate::cli) yes: bool,
    /// Every file in RON, *.ron, also what is no briefing yet
    #[arg(long, conflicts_with = "undo")]
    pub(in crate::cli) every: bool,
    /// Take out again what this command put in
    #[arg(long)]
    pub(in crate::cli) undo: bool,
}
