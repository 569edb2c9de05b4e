//! `dateline git-setup`: git merges and compares briefings with Dateline, in one repository.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use super::arguments::GitSetupArguments;
use super::git_attributes::{BY_NAME, EVERY, line, missing, pattern_of, with_lines, without_lines};
use super::outcome::{Ended, print, tell};
use crate::store::{self, OpenError};

/// A setting of the repository, what it is set to, and what of the value tells that this command gave it.
struct Setting {
    name: &'static str,
    value: String,
    ours: &'static str,
}

/// One thing to do.
enum Step {
    /// Gives `.gitattributes` this text, which has these lines more.
    AddLines(String, Vec<String>),
    /// Gives `.gitattributes` this text; none, and it goes.
    TakeLines(Option<String>),
    Set(Setting),
    Unset(Setting),
}

impl Step {
    fn told(&self) -> String {
        match self {
            Self::TakeLines(_) => "take the lines of Dateline out of .gitattributes".to_owned(),
            Self::AddLines(_, lines) if lines.len() == 1 => format!("add the line `{}` to .gitattributes", lines[0]),
            Self::AddLines(_, lines) => format!("add the lines to .gitattributes:\n    {}", lines.join("\n    ")),
            Self::Set(setting) => format!("git config --local {} \"{}\"", setting.name, setting.value),
            Self::Unset(setting) => format!("git config --local --unset {}", setting.name),
        }
    }
}

pub(super) fn run(asked: &GitSetupArguments) -> anyhow::Result<Ended> {
    let Some(top) = git(Path::new("."), &["rev-parse", "--show-toplevel"])? else {
        bail!("this is no work tree of git; go into one, or begin one with `git init`");
    };
    let top = PathBuf::from(top);
    let steps = if asked.undo { steps_back(&top)? } else { steps_there(&top, asked.every)? };
    if steps.is_empty() {
        tell("Nothing to do: it is as you want it already");
        return Ok(Ended::Well);
    }
    let list: Vec<String> = steps.iter().map(|step| format!("  {}\n", step.told())).collect();
    tell(&format!("In {}:\n{}", top.display(), list.concat().trim_end()));
    if !asked.yes && !is_agreed()? {
        return Ok(Ended::WithErrors);
    }
    for step in steps {
        carry_out(&top, step)?;
    }
    print(if asked.undo {
        "Undone\n"
    } else {
        "Set up. Commit .gitattributes; each clone needs `dateline git-setup` of its own\n"
    })?;
    Ok(Ended::Well)
}

/// Asks on a terminal; elsewhere nobody can answer.
fn is_agreed() -> anyhow::Result<bool> {
    if !std::io::stdin().is_terminal() {
        tell("Nothing was changed: there is nobody to ask here; say --yes");
        return Ok(false);
    }
    write!(std::io::stderr(), "Go ahead? [y/N] ")?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    let is_agreed = matches!(answer.trim(), "y" | "Y" | "yes");
    if !is_agreed {
        tell("Nothing was changed");
    }
    Ok(is_agreed)
}

fn settings() -> anyhow::Result<Vec<Setting>> {
    let program = program()?;
    // Where the program is not found, or cannot do it, git goes on as it would without. A name may begin with `-`.
    let is_there = format!("command -v {program} >/dev/null 2>&1");
    Ok(vec![
        Setting { name: "merge.dateline.name", value: "Dateline briefings".to_owned(), ours: "Dateline briefings" },
        Setting {
            name: "merge.dateline.driver",
            value: format!(
                "if {is_there}; then {program} merge --path=%P --marker-size=%L --labels %X %S %Y -- %O %A %B; s=$?; \
                 if [ $s -le 1 ]; then exit $s; fi; fi; \
                 git merge-file --marker-size=%L -L %X -L %S -L %Y %A %O %B"
            ),
            ours: "dateline merge ",
        },
        Setting {
            name: "diff.dateline.textconv",
            value: format!("f() {{ if {is_there}; then {program} diff --only \"$1\"; else cat \"$1\"; fi; }}; f"),
            ours: "dateline diff --only",
        },
    ])
}

/// What git calls: the bare name where the shell finds this very program by it, else the program where it stands.
fn program() -> anyhow::Result<String> {
    let this = std::env::current_exe().context("where this program stands cannot be told")?;
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join("dateline")).find(|path| store::exists(path));
    let is_this = found.is_some_and(|found| found.canonicalize().ok() == this.canonicalize().ok());
    if is_this {
        return Ok("dateline".to_owned());
    }
    let path = this.to_str().context("this program stands in a folder whose name is not text")?;
    // git hands the command to a shell; a driver's % begins a placeholder.
    if path.contains(['\'', '%']) {
        bail!("this program stands in a folder with ' or % in its name; put it on the PATH first");
    }
    let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    Ok(if plain { path.to_owned() } else { format!("'{path}'") })
}

/// Whether git was given a value by this command, wherever the program stood then.
fn is_ours(setting: &Setting, value: &str) -> bool {
    let value = value.replace('\'', "");
    let before = value.find(setting.ours).and_then(|at| value.get(..at));
    before.is_some_and(|before| before.is_empty() || before.ends_with(['/', '\\', ' ']))
}

/// The patterns of what is merged and compared: briefings by their names, and those that are in the repository.
fn patterns(top: &Path, every: bool) -> anyhow::Result<Vec<String>> {
    if every {
        return Ok(vec![EVERY.to_owned()]);
    }
    let listed = git(top, &["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.ron"])?;
    let listed = listed.unwrap_or_default();
    let mut paths: Vec<&str> = listed.split('\0').filter(|path| !path.is_empty()).collect();
    paths.sort_unstable();
    paths.dedup();
    let is_briefing = |path: &&str| {
        let read = store::read_file(&top.join(path)).ok().and_then(|text| store::load(text).ok());
        read.is_some_and(|read| read.is_briefing())
    };
    let is_named = |path: &&str| path.ends_with(".briefing.ron");
    let found = paths.into_iter().filter(|path| !is_named(path)).filter(is_briefing);
    Ok(std::iter::once(BY_NAME.to_owned()).chain(found.map(pattern_of)).collect())
}

fn steps_there(top: &Path, every: bool) -> anyhow::Result<Vec<Step>> {
    let attributes = attributes(top)?;
    let lines: Vec<String> = patterns(top, every)?.iter().map(|pattern| line(pattern)).collect();
    let mut steps = Vec::new();
    let missing = missing(attributes.as_deref(), &lines);
    if !missing.is_empty() {
        steps.push(Step::AddLines(with_lines(attributes.as_deref(), &missing), missing));
    }
    for setting in settings()? {
        match config(top, setting.name)? {
            Some(value) if value == setting.value => {}
            Some(value) if !is_ours(&setting, &value) => {
                bail!("{} is `{value}` already; nothing was changed. Unset it first", setting.name)
            }
            _ => steps.push(Step::Set(setting)),
        }
    }
    Ok(steps)
}

fn steps_back(top: &Path) -> anyhow::Result<Vec<Step>> {
    let attributes = attributes(top)?.and_then(|text| without_lines(&text).map(|rest| (text, rest)));
    // What was made for the line alone goes with it.
    let attributes = attributes.map(|(_, rest)| (!rest.is_empty()).then_some(rest));
    let mut steps: Vec<Step> = attributes.map(Step::TakeLines).into_iter().collect();
    for setting in settings()? {
        if config(top, setting.name)?.is_some_and(|value| is_ours(&setting, &value)) {
            steps.push(Step::Unset(setting));
        }
    }
    Ok(steps)
}

fn carry_out(top: &Path, step: Step) -> anyhow::Result<()> {
    let file = top.join(".gitattributes");
    let done = match &step {
        Step::AddLines(text, _) | Step::TakeLines(Some(text)) => {
            return store::replace(&file, text).map(|_| ()).context(".gitattributes");
        }
        Step::TakeLines(None) => return store::remove(&file).context(".gitattributes"),
        Step::Set(setting) => git(top, &["config", "--local", setting.name, &setting.value])?,
        Step::Unset(setting) => git(top, &["config", "--local", "--unset", setting.name])?,
    };
    done.map(drop).with_context(|| format!("git refused: {}", step.told()))
}

fn attributes(top: &Path) -> anyhow::Result<Option<String>> {
    match store::read_file(&top.join(".gitattributes")) {
        Ok(text) => Ok(Some(text)),
        Err(OpenError::NotFound) => Ok(None),
        Err(OpenError::Empty) => bail!(".gitattributes is there and empty; take it away first"),
        Err(error) => Err(error).context(".gitattributes"),
    }
}

/// A setting of this repository; not of the user or the system.
fn config(top: &Path, name: &str) -> anyhow::Result<Option<String>> {
    git(top, &["config", "--local", "--get", name])
}

/// What git answers, without the line break at its end; `None` where it says no.
fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<Option<String>> {
    let done = Command::new("git").args(arguments).current_dir(folder).output();
    let done = done.context("git cannot be started; install it first")?;
    if !done.status.success() {
        return Ok(None);
    }
    let answer = String::from_utf8(done.stdout).context("git answered with what is no text")?;
    Ok(Some(answer.strip_suffix('\n').unwrap_or(&answer).to_owned()))
}
