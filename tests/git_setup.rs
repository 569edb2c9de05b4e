//! `dateline git-setup` in a real repository: it is told first, works in `git merge` and `git diff`, and goes without
//! a trace.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the programs change")]

mod command;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use dateline::store::SAMPLE;

fn run(program: &str, folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command::keeps_aside(&mut command);
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "A").env(format!("GIT_{who}_EMAIL"), "a@example.org");
    }
    command.output().unwrap()
}

fn dateline(folder: &Path, arguments: &[&str]) -> Output {
    run(env!("CARGO_BIN_EXE_dateline"), folder, arguments)
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let done = run("git", folder, arguments);
    assert!(done.status.success(), "{arguments:?}: {done:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// A repository with the sample in it.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("a.ron"), SAMPLE).unwrap();
    git(at, &["init", "-q", "-b", "main"]);
    git(at, &["add", "."]);
    git(at, &["commit", "-qm", "base"]);
    folder
}

#[test]
fn it_goes_as_it_came() {
    for before in [None, Some("*.png binary\n"), Some("*.png binary")] {
        let folder = repository();
        let at = folder.path();
        let attributes = at.join(".gitattributes");
        if let Some(before) = before {
            fs::write(&attributes, before).unwrap();
        }
        let config = || fs::read_to_string(at.join(".git/config")).unwrap();
        let config_before = config();
        let asked = dateline(at, &["git-setup"]);
        assert_eq!(asked.status.code(), Some(1), "nobody agreed");
        let told = String::from_utf8_lossy(&asked.stderr).into_owned();
        for part in
            ["add the lines", "/a.ron merge=dateline", "merge.dateline.driver", "diff.dateline.textconv", "--yes"]
        {
            assert!(told.contains(part), "{part} is not told in\n{told}");
        }
        assert_eq!(
            (config(), attributes.exists()),
            (config_before.clone(), before.is_some()),
            "nothing is done unasked"
        );
        let done = dateline(at, &["git-setup", "--yes"]);
        assert!(done.status.success(), "{done:?}");
        let there = (config(), fs::read_to_string(&attributes).unwrap());
        assert!(
            there.1.ends_with("*.briefing.ron merge=dateline diff=dateline\n/a.ron merge=dateline diff=dateline\n")
        );
        assert!(!there.1.contains("*.ron "), "no other file in RON is touched");
        assert!(dateline(at, &["git-setup"]).status.success(), "nothing is to do, so nothing is asked");
        assert_eq!((config(), fs::read_to_string(&attributes).unwrap()), there);
        assert!(dateline(at, &["git-setup", "--undo", "--yes"]).status.success());
        assert_eq!(config(), config_before);
        // But for the end of a line that had none.
        let before = before.map(|before| format!("{}\n", before.trim_end()));
        assert_eq!(fs::read_to_string(&attributes).ok(), before);
    }
}

#[test]
fn a_setting_of_somebody_else_stays() {
    let folder = repository();
    let at = folder.path();
    git(at, &["config", "merge.dateline.driver", "another %A"]);
    let refused = dateline(at, &["git-setup", "--yes"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(!at.join(".gitattributes").exists(), "nothing was changed");
    assert!(dateline(at, &["git-setup", "--undo", "--yes"]).status.success());
    assert_eq!(git(at, &["config", "merge.dateline.driver"]), "another %A\n");
    let outside = tempfile::tempdir().unwrap();
    assert_eq!(dateline(outside.path(), &["git-setup", "--yes"]).status.code(), Some(2), "no work tree");
}

#[test]
fn git_merges_and_compares_by_record_and_field() {
    let folder = repository();
    let at = folder.path();
    assert!(dateline(at, &["git-setup", "--yes"]).status.success());
    git(at, &["add", "."]);
    git(at, &["commit", "-qm", "attributes"]);
    git(at, &["checkout", "-qb", "colleague"]);
    assert!(dateline(at, &["set", "a.ron", "v-li.place", "\"Niš\""]).status.success());
    let compared = git(at, &["diff"]);
    assert!(compared.contains("-visit v-li place: \"Belgrade\"\n+visit v-li place: \"Niš\"\n"), "{compared}");
    assert!(dateline(at, &["set", "a.ron", "v-xi.note", "\"theirs\""]).status.success());
    git(at, &["commit", "-qam", "theirs"]);
    git(at, &["checkout", "-q", "main"]);
    assert!(dateline(at, &["set", "a.ron", "v-li.place", "\"Novi Sad\""]).status.success());
    git(at, &["commit", "-qam", "ours"]);
    let merged = run("git", at, &["merge", "--no-edit", "colleague"]);
    assert_eq!(merged.status.code(), Some(1), "git knows that something is open: {merged:?}");
    let text = fs::read_to_string(at.join("a.ron")).unwrap();
    assert!(text.contains("place: \"Novi Sad\"") && text.contains("Niš") && text.contains("note: \"theirs\""));
    assert!(!text.contains("<<<<<<<"));
    assert_eq!(dateline(at, &["check", "a.ron"]).status.code(), Some(1));
}

#[test]
fn what_is_no_briefing_does_not_stop_a_comparison() {
    let folder = repository();
    let at = folder.path();
    assert!(dateline(at, &["git-setup", "--yes", "--every"]).status.success());
    fs::write(at.join("b.ron"), "(title: \"half \u{202e}").unwrap();
    fs::write(at.join("c.ron"), "").unwrap();
    git(at, &["add", "."]);
    let compared = git(at, &["diff", "--cached"]);
    assert!(compared.contains("+(title: \"half ⟨U+202E⟩"), "{compared}");
}

/// Commits what is there.
fn commit(at: &Path, words: &str) {
    git(at, &["add", "."]);
    git(at, &["commit", "-qm", words]);
}

/// Changes one place of a file.
fn change(at: &Path, file: &str, old: &str, new: &str) {
    let path = at.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old}");
    fs::write(path, text.replacen(old, new, 1)).unwrap();
}

const PLACE: &str = "place: \"Belgrade\"";

/// A repository in which `colleague` has a commit of comments alone, and `main` one of a value.
fn with_comments() -> tempfile::TempDir {
    let folder = repository();
    let at = folder.path();
    assert!(dateline(at, &["git-setup", "--yes"]).status.success());
    commit(at, "attributes");
    git(at, &["checkout", "-qb", "colleague"]);
    change(at, "a.ron", "    visits: [\n", "    visits: [\n        // theirs, above\n");
    change(at, "a.ron", &format!("{PLACE},"), &format!("{PLACE}, // theirs, behind"));
    commit(at, "comments");
    git(at, &["checkout", "-q", "main"]);
    change(at, "a.ron", PLACE, "place: \"Novi Sad\"");
    change(at, "a.ron", "    visits: [\n", "    visits: [\n        // ours, above\n");
    folder
}

fn assert_all_there(at: &Path, what: &str) {
    let text = fs::read_to_string(at.join("a.ron")).unwrap();
    for part in ["// ours, above", "// theirs, above", "// theirs, behind", "\"Novi Sad\""] {
        assert_eq!(text.matches(part).count(), 1, "{what}: {part} in\n{text}");
    }
    assert_eq!(dateline(at, &["diff", "a.ron", "a.ron"]).status.code(), Some(0), "{what}: it reads");
}

#[test]
fn comments_survive_merge_rebase_cherry_pick_and_stash() {
    for ways in
        [&["merge", "-q", "--no-edit", "colleague"][..], &["cherry-pick", "colleague"], &["rebase", "-q", "colleague"]]
    {
        let folder = with_comments();
        commit(folder.path(), "ours");
        git(folder.path(), ways);
        assert_all_there(folder.path(), ways[0]);
    }
    let folder = with_comments();
    git(folder.path(), &["stash", "-q"]);
    git(folder.path(), &["merge", "-q", "colleague"]);
    git(folder.path(), &["stash", "pop", "-q"]);
    assert_all_there(folder.path(), "stash pop");
}

#[test]
fn what_is_no_briefing_is_merged_by_lines() {
    let folder = repository();
    let at = folder.path();
    let foreign = "(\n    title: \"Window\",\n    width: 3,\n    height: 4,\n    depth: 5,\n)\n";
    let damaged = "(title: \"T\",\n    marking: Clear,\n    lang: \"en\",\n";
    fs::write(at.join("window.ron"), foreign).unwrap();
    fs::write(at.join("half.briefing.ron"), damaged).unwrap();
    assert!(dateline(at, &["git-setup", "--yes"]).status.success());
    assert!(!fs::read_to_string(at.join(".gitattributes")).unwrap().contains("window"), "it is no briefing");
    assert!(dateline(at, &["git-setup", "--yes", "--every"]).status.success());
    commit(at, "attributes");
    git(at, &["checkout", "-qb", "colleague"]);
    change(at, "window.ron", "width: 3", "width: 30");
    change(at, "half.briefing.ron", "\"en\"", "\"fr\"");
    commit(at, "theirs");
    git(at, &["checkout", "-q", "main"]);
    change(at, "window.ron", "width: 3", "width: 33");
    change(at, "half.briefing.ron", "title: \"T\"", "title: \"O\"");
    commit(at, "ours");
    let merged = run("git", at, &["merge", "--no-edit", "colleague"]);
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    let window = fs::read_to_string(at.join("window.ron")).unwrap();
    assert!(
        window.contains("<<<<<<< HEAD")
            && window.contains(">>>>>>> colleague")
            && window.contains("width: 30")
            && !window.contains("merges"),
        "{window}"
    );
    let told = String::from_utf8_lossy(&merged.stderr).into_owned();
    assert!(told.contains("window.ron: merged by lines"), "the file of the repository is named: {told}");
}

#[test]
fn without_the_program_git_goes_on_as_it_would() {
    let folder = with_comments();
    let at = folder.path();
    commit(at, "ours");
    // As where it was taken away since.
    for name in ["merge.dateline.driver", "diff.dateline.textconv"] {
        let value = git(at, &["config", name]).trim_end().replace(env!("CARGO_BIN_EXE_dateline"), "/nowhere/dateline");
        git(at, &["config", name, &value]);
    }
    let compared = git(at, &["diff", "HEAD~1"]);
    assert!(compared.contains("+        // ours, above"), "{compared}");
    let merged = run("git", at, &["merge", "--no-edit", "colleague"]);
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    assert!(fs::read_to_string(at.join("a.ron")).unwrap().contains("<<<<<<<"));
}

#[test]
fn both_may_add_a_briefing_under_any_name() {
    let folder = repository();
    let at = folder.path();
    assert!(dateline(at, &["git-setup", "--yes"]).status.success());
    commit(at, "attributes");
    let name = "-new.briefing.ron";
    let of = |note: &str| {
        format!("(\n    title: \"T\",\n    actors: [\n        (id: \"a\", kind: Body, name: \"A\"{note}),\n    ],\n)\n")
    };
    git(at, &["checkout", "-qb", "colleague"]);
    fs::write(at.join(name), of(", note: \"theirs\"")).unwrap();
    commit(at, "theirs");
    git(at, &["checkout", "-q", "main"]);
    fs::write(at.join(name), of(", country: \"RS\"")).unwrap();
    commit(at, "ours");
    let merged = run("git", at, &["merge", "--no-edit", "colleague"]);
    let text = fs::read_to_string(at.join(name)).unwrap();
    assert!(text.contains("theirs") && text.contains("RS") && !text.contains("<<<<<<<"), "{merged:?}\n{text}");
}

#[cfg(unix)]
#[test]
fn where_the_program_fails_git_merges_by_lines() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = with_comments();
    let at = folder.path();
    commit(at, "ours");
    let outside = tempfile::tempdir().unwrap();
    let failing = outside.path().join("dateline");
    fs::write(&failing, "#!/bin/sh\nexit 2\n").unwrap();
    fs::set_permissions(&failing, fs::Permissions::from_mode(0o755)).unwrap();
    let value = git(at, &["config", "merge.dateline.driver"]);
    let value = value.trim_end().replace(env!("CARGO_BIN_EXE_dateline"), &failing.display().to_string());
    git(at, &["config", "merge.dateline.driver", &value]);
    let merged = run("git", at, &["merge", "--no-edit", "colleague"]);
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    assert!(fs::read_to_string(at.join("a.ron")).unwrap().contains("<<<<<<<"));
}

#[test]
fn a_change_of_comments_alone_is_in_the_comparison() {
    let folder = repository();
    let at = folder.path();
    assert!(dateline(at, &["git-setup", "--yes"]).status.success());
    commit(at, "attributes");
    change(at, "a.ron", "    visits: [\n", "    visits: [\n        // denied /*\n        /* one\n        two */\n");
    let compared = git(at, &["diff"]);
    for line in ["+comment // denied /*\n", "+comment /* one\n", "+comment two */\n"] {
        assert!(compared.contains(line), "{compared}");
    }
}
