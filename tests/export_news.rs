//! What is new between two versions of a briefing, in sentences by weight.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and writes what it reads"
)]

use std::process::Command;

const OLD: &str = r#"(title: "T", marking: Clear, as_of: "2024-10-01", status: Draft, bottom_line: "Little is known.",
    gaps: ["Who came with Anna."],
    sources: [(id: "p", publisher: "Paper", url: "https://paper.example", reliability: B)],
    actors: [(id: "anna", kind: Person, name: "Anna"), (id: "bo", kind: Person, name: "Bo")],
    visits: [(id: "v", visitors: ["anna"], to: "RS", place: "Belgrade", when: "[..2024-10-13]", cites: ["p#1"]),
        (id: "w", visitors: ["bo"], to: "RS", when: "2024-05-06", cites: ["p#2"]),
        (id: "x", visitors: ["bo"], to: "RS", when: "2024-11", status: Planned, cites: ["p#2"])],
    statements: [(id: "s", speaker: "anna", content: [Said("We go on,")], cites: ["p#3"])],
    judgements: [(id: "j", key: true, text: "It goes on", likelihood: Likely, confidence: Low, reason: "One paper.", supports: ["v"], alternatives: ["a"])],
    conflicts: [(id: "c", about: "v", field: "when", sides: [(value: "2024-10-12"), (value: "2024-10-13")])])"#;

const NEW: &str = r#"(title: "T", marking: Clear, as_of: "2024-10-15", status: Review, bottom_line: "More is known",
    gaps: [],
    sources: [(id: "p", publisher: "Paper", url: "https://paper.example", reliability: D)],
    actors: [(id: "anna", kind: Person, name: "Anna"), (id: "bo", kind: Person, name: "Bo"), (id: "cy", kind: Person, name: "Cy")],
    visits: [(id: "v", visitors: ["anna"], to: "RS", place: "Novi Sad", when: "2024-10-13", cites: ["p#1"]),
        (id: "x", visitors: ["bo"], to: "RS", when: "2024-11", status: Cancelled, cites: ["p#2"]),
        (id: "y", visitors: ["cy"], to: "RS", when: "2024-09~", cites: ["p#4"])],
    statements: [],
    judgements: [(id: "j", key: true, text: "It goes on", likelihood: VeryLikely, confidence: Moderate, reason: "A second paper.", supports: ["v", "y"], alternatives: ["a"])],
    conflicts: [(id: "c", about: "v", field: "when", sides: [(value: "2024-10-12"), (value: "2024-10-13")], status: Resolved, reason: "The paper corrected itself.")])"#;

fn run(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("old.ron", OLD), ("new.ron", NEW)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let output =
        Command::new(env!("CARGO_BIN_EXE_dateline")).current_dir(folder.path()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_weightiest_changes_come_first_in_sentences() {
    let told = run(&["diff", "old.ron", "new.ron", "--format", "markdown"]);
    let expected = "# What is new

- “It goes on” is now very likely, before likely.
- Our confidence in “It goes on” is now moderate, before low. A second paper.
- “It goes on” rests on 2 records now, before on 1.
- Settled: Anna to Novi Sad, date: 13 Oct 2024, and not 12 Oct 2024. The paper corrected itself.
- Visit no longer listed: Bo to Serbia, 6 May 2024.
- New visit: Cy to Serbia, c. Sept 2024.
- Anna to Novi Sad: place is now Novi Sad, before it was Belgrade.
- Bo to Serbia was cancelled.
- Anna to Novi Sad is now dated 13 Oct 2024, which is more precise; before it was by 13 Oct 2024.
- Statement of Anna withdrawn: “We go on”.
- Paper is downgraded to D, not usually reliable (before: B, usually reliable).
- The bottom line reads now: More is known.
- Information is now up to 15 Oct 2024.
- Status is now Review, before Draft.
- No longer a gap: Who came with Anna.
- 1 actor added.
";
    assert_eq!(told.to_lowercase(), expected.to_lowercase(), "{told}");
    for line in told.lines() {
        let has = |words: &str| line.to_lowercase().contains(words);
        assert!(!(has("likely") && has("confidence")), "{line}");
    }
}

#[test]
fn nothing_is_told_of_two_alike_and_hostile_text_stays_text() {
    assert_eq!(run(&["diff", "old.ron", "old.ron", "--format", "markdown"]), "# What is new\n\nNothing.\n");
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = ["old.ron", "new.ron"].map(|name| folder.path().join(name));
    std::fs::write(&old, "(title: \"T\")").unwrap();
    let hostile = OLD.replace("We go on,", "<script>[x](javascript:y)").replace("Belgrade", "# a | b");
    std::fs::write(&new, hostile).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("diff")
        .args([&old, &new])
        .args(["--format", "markdown"])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("“&lt;script&gt;\\[x\\](javascript:y)”") && told.contains("\\# a &#124; b"), "{told}");
}

#[test]
fn a_note_tells_what_is_new_since_an_older_version() {
    for template in ["brief", "full"] {
        let note = run(&["export", "new.ron", "--to", "markdown", "--since", "old.ron", "--template", template]);
        let section = note.split("## What is new\n").nth(1).unwrap().split("\n## ").next().unwrap();
        assert!(
            section.contains("- “It goes on” is now very likely, before likely.") && section.contains("New visit: Cy"),
            "{note}"
        );
    }
}
