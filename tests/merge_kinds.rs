//! Each kind of change by hand on one side, each on the other: whatever a side wrote is there once, or open; what neither
//! took out is there. In memory for every pair, and in a real repository with each command of git that merges.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "git and the program change files")]

mod command;
mod kinds;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use dateline::edit::merge_texts;
use dateline::store::{self, SavedBase};
use kinds::{BASE, KINDS, Kind};

/// How often words stand in a text, not as a part of longer ones.
fn count(text: &str, words: &str) -> usize {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let alone =
        |at: usize| !is_part(text[..at].chars().next_back()) && !is_part(text[at + words.len()..].chars().next());
    text.match_indices(words).filter(|(at, _)| alone(*at)).count()
}

/// The lines with some words.
fn lines<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
    text.lines().map(str::trim).filter(|line| count(line, words) > 0).collect()
}

/// The words of the base: those that begin with `base-`.
fn words_of_base() -> Vec<&'static str> {
    let ends = |c: char| !c.is_alphanumeric() && c != '-';
    BASE.split(ends).filter(|word| word.starts_with("base-")).collect()
}

/// What is wrong with the text that two kinds of change came to.
fn wrong(ours: &Kind, theirs: &Kind, result: &str, is_open: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let (own, their) = (ours.text("o"), theirs.text("t"));
    for words in ours.written("o").iter().chain(&theirs.written("t")) {
        match count(result, words) {
            0 => wrong.push(format!("{words} is lost")),
            1 => {}
            times if is_open => assert!(times > 1),
            times => wrong.push(format!("{words} stands {times} times")),
        }
    }
    for words in words_of_base() {
        let (mine, other, is) = (count(&own, words), count(&their, words), count(result, words));
        if mine > 0 && other > 0 && is == 0 {
            wrong.push(format!("{words} is lost, which both have"));
        }
        // Of a comment that both changed, each in another way, both stand.
        let is_of_both = lines(&own, words) != lines(BASE, words) && lines(&their, words) != lines(BASE, words);
        if is_open || is_of_both {
            continue;
        }
        if (mine == 0 || other == 0) && is > 0 {
            wrong.push(format!("{words} is there, which a side took out"));
        }
        if is > 1 {
            wrong.push(format!("{words} stands {is} times"));
        }
    }
    if result.contains("<<<<<<<") {
        wrong.push("it has markers".to_owned());
    }
    match store::load(result.to_owned()) {
        Ok(read) if read.briefing.unreadable.is_empty() => {}
        _ => wrong.push("it does not read".to_owned()),
    }
    wrong.iter().map(|wrong| format!("{} | {}: {wrong}", ours.name, theirs.name)).collect()
}

fn copy(text: &str) -> SavedBase {
    let loaded = store::load(text.to_owned()).map_err(|(error, text)| format!("{error}\n{text}")).unwrap();
    SavedBase::new(&loaded.text, &loaded.briefing)
}

#[test]
fn every_kind_of_change_meets_every_other() {
    let base = copy(BASE);
    let all: Vec<[SavedBase; 2]> = KINDS.iter().map(|kind| ["o", "t"].map(|side| copy(&kind.text(side)))).collect();
    let mut failures = Vec::new();
    for (ours, [own, _]) in KINDS.iter().zip(&all) {
        for (theirs, [_, their]) in KINDS.iter().zip(&all) {
            match merge_texts(&base, own, their) {
                Ok(merged) => failures.extend(wrong(ours, theirs, merged.text.text(), !merged.open.is_empty())),
                Err(error) => failures.push(format!("{} | {}: {error}", ours.name, theirs.name)),
            }
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), KINDS.len().pow(2), failures.join("\n"));
}

/// Runs git, or the program, in a repository of nobody's.
fn run(at: &Path, program: &mut Command, arguments: &[&str]) -> Output {
    command::keeps_aside(program);
    for who in ["AUTHOR", "COMMITTER"] {
        program.env(format!("GIT_{who}_NAME"), "A").env(format!("GIT_{who}_EMAIL"), "a@example.org");
    }
    program.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_EDITOR", "true");
    program.args(arguments).current_dir(at).output().unwrap()
}

fn git(at: &Path, arguments: &[&str]) -> Output {
    run(at, &mut Command::new("git"), arguments)
}

fn well(at: &Path, arguments: &[&str]) {
    let done = git(at, arguments);
    assert!(done.status.success(), "{arguments:?}: {done:?}");
}

const FILE: &str = "desk.briefing.ron";

/// A commit of a text on a branch of the base.
fn commit(at: &Path, branch: &str, text: &str) {
    well(at, &["checkout", "-q", "-B", branch, "base"]);
    fs::write(at.join(FILE), text).unwrap();
    well(at, &["commit", "-q", "--allow-empty", "-am", branch]);
}

/// What a command of git comes to where `ours` is changed in one way, and `theirs` in another; whether git asks.
fn through_git(at: &Path, way: &str, ours: &str, theirs: &str) -> (String, bool) {
    commit(at, "theirs", theirs);
    commit(at, "ours", if way == "stash" { BASE } else { ours });
    let done = match way {
        "merge" => git(at, &["merge", "-q", "--no-edit", "theirs"]),
        "rebase" => git(at, &["rebase", "-q", "theirs"]),
        "cherry-pick" => git(at, &["cherry-pick", "--allow-empty", "theirs"]),
        _ => {
            fs::write(at.join(FILE), ours).unwrap();
            well(at, &["stash", "-q"]);
            well(at, &["merge", "-q", "--no-edit", "theirs"]);
            git(at, &["stash", "pop", "-q"])
        }
    };
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    for tidy in [&["reset", "-q", "--hard"][..], &["rebase", "--quit"], &["stash", "clear"]] {
        git(at, tidy);
    }
    (text, !done.status.success())
}

#[test]
fn git_loses_nothing_with_any_command_that_merges() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join(FILE), BASE).unwrap();
    well(at, &["init", "-q", "-b", "main"]);
    assert!(run(at, &mut command::dateline(), &["git-setup", "--yes"]).status.success());
    well(at, &["add", "."]);
    well(at, &["commit", "-qm", "base"]);
    well(at, &["branch", "base"]);
    let mut failures = Vec::new();
    for (number, ours) in KINDS.iter().enumerate() {
        // Every kind on either side, each command in its turn.
        let theirs = &KINDS[(number * 7 + 3) % KINDS.len()];
        let way = ["merge", "rebase", "cherry-pick", "stash"][number % 4];
        // Without a change there is nothing to put aside.
        let (text, asks) = through_git(at, way, &ours.text("o"), &theirs.text("t"));
        failures.extend(wrong(ours, theirs, &text, asks).iter().map(|wrong| format!("{way}: {wrong}")));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
