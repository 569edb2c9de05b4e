//! Two changed copies of a briefing as one: nothing of either side is lost without a word.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program changes")]

mod edits;

mod command;

use std::fs;
use std::path::Path;
use std::process::Command;

use dateline::edit::{History, What, Whose, difference, three_way};
use dateline::model::{Briefing, Node};
use dateline::store;
use edits::change_of;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn sample() -> Briefing {
    store::load(store::SAMPLE.to_owned()).map_err(|(error, _)| error).unwrap().briefing
}

fn edited(base: &Briefing, actions: &[(u8, usize, usize)]) -> Briefing {
    let mut briefing = base.clone();
    for (action, a, b) in actions {
        if let Some(change) = change_of(&briefing, *action, *a, *b) {
            assert!(History::new().make(change, &mut briefing, false));
        }
    }
    briefing
}

/// Whether a value names a record that the other side deleted, which is told of where that was deleted.
fn names_what_is_gone(value: &Node, side: &Briefing, result: &Briefing) -> bool {
    let of = |value: &Node| names_what_is_gone(value, side, result);
    match value {
        Node::Text(text) => {
            let id = text.split('#').next().unwrap_or("").into();
            side.key_of_id(&id).is_some() && result.key_of_id(&id).is_none()
        }
        Node::List(items) => items.iter().any(of),
        Node::Struct(fields) | Node::Variant(_, fields) => fields.iter().any(|(_, value)| of(value)),
        Node::Wrapped(_, inner) => of(inner),
        _ => false,
    }
}

/// Edits of a side that are neither in the result nor open.
fn lost(base: &Briefing, side: &Briefing, result: &Briefing) -> Vec<String> {
    let is_open = |id: &str| {
        let merges = &result.header.merges;
        merges.iter().any(|open| open.record.as_str() == id || open.theirs.contains(id) || open.base.contains(id))
    };
    let renamed = |id: &str| result.all_records().any(|(_, record)| record.id().as_str() == id);
    let mut lost = Vec::new();
    for change in difference(base, side) {
        let Whose::Record(kind, id) = &change.whose else { continue };
        let now = result.key_of_id(id).and_then(|key| result.record(key));
        let is_there = match &change.what {
            What::Added(record) => now.as_ref().is_some_and(|now| now.kind() == record.kind()),
            What::Removed(_) => now.is_none(),
            // Held by `tests/merge_losses.rs`.
            What::Moved { .. } => true,
            What::Field { name, old, new } => now.as_ref().is_none_or(|now| match (now.field_node(name), old, new) {
                (now, Some(Node::List(_)), _) | (now, _, Some(Node::List(_))) => {
                    let items = |node: Option<&Node>| match node {
                        Some(Node::List(items)) => items.clone(),
                        _ => Vec::new(),
                    };
                    let (now, old, new) = (items(now.as_ref()), items(old.as_ref()), items(new.as_ref()));
                    let added = new.iter().filter(|item| !old.contains(item));
                    let added =
                        added.filter(|item| !names_what_is_gone(item, side, result)).all(|item| now.contains(item));
                    added && !old.iter().any(|item| !new.contains(item) && now.contains(item))
                }
                (now, _, new) => now == *new || new.as_ref().is_some_and(|new| names_what_is_gone(new, side, result)),
            }),
        };
        if !is_there && !is_open(id.as_str()) && renamed(id.as_str()) {
            lost.push(format!("{kind:?} {id}: {:?}", change.what));
        }
    }
    lost
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(20_241_014), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_of_either_side_is_lost_without_a_word(
        ours in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..4),
        theirs in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..4),
    ) {
        let base = sample();
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let merged = three_way(&base, &ours, &theirs);
        // Ours stands: whatever of it is not in the result is named among what is open.
        prop_assert_eq!(lost(&base, &theirs, &merged.briefing), Vec::<String>::new());
        let index = dateline::index::Index::build(&merged.briefing);
        for (_, record) in merged.briefing.all_records() {
            for reference in record.references() {
                prop_assert!(index.key_of(reference.target).is_some(), "{} names {}", record.id(), reference.target);
            }
        }
    }

    #[test]
    fn a_side_that_did_nothing_changes_nothing(
        edits in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..6),
    ) {
        let base = sample();
        let side = edited(&base, &edits);
        let ours = three_way(&base, &side, &base);
        prop_assert_eq!(difference(&side, &ours.briefing), vec![]);
        prop_assert!(ours.open.is_empty());
        let theirs = three_way(&base, &base, &side);
        prop_assert!(theirs.open.is_empty(), "{:?}", theirs.open);
        prop_assert_eq!(difference(&side, &theirs.briefing), vec![]);
    }
}

fn dateline(folder: &Path, arguments: &[&str]) -> std::process::Output {
    command::dateline().args(arguments).current_dir(folder).output().unwrap()
}

fn git(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    let mut git = Command::new("git");
    command::keeps_aside(&mut git);
    git.args(who).args(arguments).current_dir(folder).output().unwrap()
}

#[test]
fn git_merges_two_copies_through_the_driver() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let driver = format!("{} merge %O %A %B", env!("CARGO_BIN_EXE_dateline"));
    fs::write(at.join("a.ron"), store::SAMPLE).unwrap();
    fs::write(at.join(".gitattributes"), "*.ron merge=dateline\n").unwrap();
    for step in [&["init", "-q"][..], &["add", "."], &["commit", "-qm", "base"], &["checkout", "-qb", "colleague"]] {
        assert!(git(at, step).status.success(), "{step:?}");
    }
    assert!(git(at, &["config", "merge.dateline.driver", &driver]).status.success());
    assert!(dateline(at, &["set", "a.ron", "v-li.review", "\"theirs\""]).status.success());
    assert!(dateline(at, &["set", "a.ron", "li-xiaoxin.id", "\"li\""]).status.success());
    assert!(git(at, &["commit", "-qam", "theirs"]).status.success());
    assert!(git(at, &["checkout", "-q", "main"]).status.success());
    assert!(dateline(at, &["set", "a.ron", "v-li.place", "\"Novi Sad\""]).status.success());
    assert!(git(at, &["commit", "-qam", "ours"]).status.success());
    let merged = git(at, &["merge", "-q", "--no-edit", "colleague"]);
    assert!(merged.status.success(), "{merged:?}");
    let text = fs::read_to_string(at.join("a.ron")).unwrap();
    assert!(text.contains("\"Novi Sad\"") && text.contains("review: \"theirs\"") && text.contains("id: \"li\""));
    let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("//")).count();
    assert_eq!(comments(&text), comments(store::SAMPLE), "comments stay");
}

/// A list that is given twice opens, each record by itself; where a merged record belongs in it cannot be told.
const TWO_LISTS: &str = "(
    title: \"T\", // by hand
    actors: [(id: \"a\", kind: Person, name: \"A\")],
    actors: [(id: \"b\", kind: Person, name: \"B\")],
)
";

#[test]
fn a_result_that_would_not_read_back_leaves_ours_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let theirs = TWO_LISTS.replace("name: \"A\"", "name: \"Anna\"");
    let one_list = |text: &str| text.replace("],\n    actors: [", ", ");
    fs::write(at.join("base.ron"), one_list(TWO_LISTS)).unwrap();
    fs::write(at.join("ours.ron"), TWO_LISTS).unwrap();
    fs::write(at.join("theirs.ron"), one_list(&theirs)).unwrap();
    let merged = dateline(at, &["merge", "base.ron", "ours.ron", "theirs.ron"]);
    assert_eq!(merged.status.code(), Some(2), "{merged:?}");
    let told = String::from_utf8(merged.stderr).unwrap();
    for part in ["ours.ron: the merged text does not read back", "ours is as it was", "`dateline check`", "by hand"] {
        assert!(told.contains(part), "{told}");
    }
    assert_eq!(fs::read_to_string(at.join("ours.ron")).unwrap(), TWO_LISTS);
    assert_eq!(dateline(at, &["check", "ours.ron"]).status.code(), Some(1), "the check names the list");
}

#[test]
fn git_sees_a_conflict_where_the_result_would_not_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let file = at.join("a.ron");
    let driver = format!("{} merge %O %A %B", env!("CARGO_BIN_EXE_dateline"));
    let one_list = TWO_LISTS.replace("],\n    actors: [", ", ");
    fs::write(at.join(".gitattributes"), "*.ron merge=dateline\n").unwrap();
    fs::write(&file, &one_list).unwrap();
    for step in [&["init", "-q"][..], &["add", "."], &["commit", "-qm", "base"], &["checkout", "-qb", "colleague"]] {
        assert!(git(at, step).status.success(), "{step:?}");
    }
    assert!(git(at, &["config", "merge.dateline.driver", &driver]).status.success());
    fs::write(&file, one_list.replace("name: \"A\"", "name: \"Anna\"")).unwrap();
    assert!(git(at, &["commit", "-qam", "theirs"]).status.success());
    assert!(git(at, &["checkout", "-q", "main"]).status.success());
    fs::write(&file, TWO_LISTS).unwrap();
    assert!(git(at, &["commit", "-qam", "ours"]).status.success());
    let merged = git(at, &["merge", "-q", "--no-edit", "colleague"]);
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    let status = git(at, &["status", "--porcelain"]);
    assert!(String::from_utf8_lossy(&status.stdout).starts_with("UU a.ron"), "{status:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), TWO_LISTS);
}

#[test]
fn what_both_changed_stays_open_and_check_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for name in ["base.ron", "ours.ron", "theirs.ron"] {
        fs::write(at.join(name), store::SAMPLE).unwrap();
    }
    assert!(dateline(at, &["set", "ours.ron", "v-li.place", "\"Novi Sad\""]).status.success());
    assert!(dateline(at, &["set", "theirs.ron", "v-li.place", "\"Niš\""]).status.success());
    let merged = dateline(at, &["merge", "base.ron", "ours.ron", "theirs.ron"]);
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    let text = fs::read_to_string(at.join("ours.ron")).unwrap();
    assert!(text.contains("place: \"Novi Sad\"") && text.contains("Niš"));
    assert_eq!(dateline(at, &["check", "ours.ron"]).status.code(), Some(1), "an open merge is an error");
    let told = dateline(at, &["diff", "base.ron", "theirs.ron"]);
    assert_eq!(String::from_utf8_lossy(&told.stdout), "~ visit v-li place: \"Belgrade\" → \"Niš\"\n");
    for format in ["markdown", "json"] {
        let told = dateline(at, &["diff", "base.ron", "theirs.ron", "--format", format]);
        assert!(String::from_utf8_lossy(&told.stdout).contains("Niš"), "{format}");
    }
}

#[cfg(unix)]
#[test]
fn a_copy_marked_read_only_is_merged_where_the_system_lets_it_be_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let of = |more: &str| format!("(title: \"T\", actors: [(id: \"a\", kind: Body, name: \"A\"{more})])");
    for (name, text) in [("base.ron", of("")), ("ours.ron", of("")), ("theirs.ron", of(", note: \"N\""))] {
        fs::write(at.join(name), text).unwrap();
    }
    let ours = at.join("ours.ron");
    fs::set_permissions(&ours, fs::Permissions::from_mode(0o444)).unwrap();
    let may_be_written = fs::OpenOptions::new().append(true).open(&ours).is_ok();
    let state = tempfile::tempdir().unwrap();
    let mut command = command::dateline();
    command.current_dir(at).env("XDG_STATE_HOME", state.path());
    let merged = command.args(["merge", "base.ron", "ours.ron", "theirs.ron"]).output().unwrap();
    assert_eq!(merged.status.success(), may_be_written, "{merged:?}");
    assert_eq!(fs::read_to_string(&ours).unwrap().contains("note: \"N\""), may_be_written);
    assert_eq!(fs::metadata(&ours).unwrap().permissions().mode() & 0o777, 0o444, "it stays marked");
    #[cfg(target_os = "linux")]
    assert_eq!(state.path().join("dateline/versions").exists(), may_be_written, "what was replaced is kept");
}
