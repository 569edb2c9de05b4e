//! Bad input through the real program: each gets a clear message with its place, and the exit code of the contract.
//!
//! Issue: "None panics. Each has a snapshot test of its message."

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What the program said: its exit code, and both outputs with the folder's name taken out.
struct Said {
    code: Option<i32>,
    text: String,
}

struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    #[expect(clippy::disallowed_methods, reason = "the test makes the files it checks")]
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn check(&self, path: &Path) -> Said {
        self.run(&mut Command::new(env!("CARGO_BIN_EXE_dateline")), path)
    }

    fn run(&self, command: &mut Command, path: &Path) -> Said {
        let output = command.arg("check").arg(path).stdin(Stdio::null()).output().unwrap();
        let folder = format!("{}/", self.folder.path().display());
        let stdout = String::from_utf8(output.stdout).unwrap().replace(&folder, "");
        let stderr = String::from_utf8(output.stderr).unwrap().replace(&folder, "");
        assert!(!stderr.contains("panicked"), "{stderr}");
        let text = format!("exit {:?}\n{stdout}{stderr}", output.status.code());
        Said { code: output.status.code(), text }
    }

    /// Checks a file of the given bytes and compares what is said.
    fn expect(&self, name: &str, bytes: &[u8], code: i32) {
        let said = self.check(&self.file(&format!("{name}.ron"), bytes));
        insta::assert_snapshot!(name.to_owned(), said.text);
        assert_eq!(said.code, Some(code), "{}", said.text);
    }
}

/// A source and an actor to which the rest of a briefing may refer.
const GOOD: &str = r#"    sources: [(id: "src", publisher: "P", url: "https://example.org/")],
    actors: [(id: "ann", kind: Person, name: "Ann", country: "XA"), (id: "land", kind: Country, name: "Land", iso: "XB")],
"#;

/// A briefing with a good source, two good actors and the given rest.
fn with(rest: &str) -> String {
    format!("(\n    title: \"T\",\n    marking: Clear,\n{GOOD}{rest}\n)\n")
}

#[test]
fn what_is_no_readable_file() {
    let bench = Bench::new();
    let missing = bench.check(&bench.folder.path().join("missing.ron"));
    insta::assert_snapshot!("missing", missing.text);
    assert_eq!(missing.code, Some(2));
    let folder = bench.check(bench.folder.path());
    insta::assert_snapshot!("folder", folder.text.replace(&bench.folder.path().display().to_string(), "FOLDER"));
    assert_eq!(folder.code, Some(2));
    bench.expect("empty", b"", 2);
    bench.expect("only_blanks", b" \n\t\n", 2);
    bench.expect("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 2);
    bench.expect("utf16", b"\xff\xfe(\0t\0i\0t\0", 2);
    bench.expect("invalid_utf8", b"(\n    title: \"caf\xe9\",\n)", 2);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::new();
    let path = bench.file("closed.ron", b"(title: \"T\")");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The administrator reads everything; then the file is simply opened.
    let said = bench.check(&path);
    if said.code == Some(2) {
        insta::assert_snapshot!("no_permission", said.text);
    } else {
        assert!(said.code == Some(0), "{}", said.text);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_file() {
    let bench = Bench::new();
    let path = bench.folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    let said = bench.check(&path);
    insta::assert_snapshot!("pipe", said.text);
    assert_eq!(said.code, Some(2));
}

#[test]
fn what_does_not_close() {
    let bench = Bench::new();
    bench.expect("open_string", b"(\n    title: \"never closed,\n    lang: x,\n)", 2);
    bench.expect("open_bracket", b"(\n    title: \"T\",\n    gaps: [\"a\", \"b\"\n", 2);
    bench.expect("wrong_bracket", b"(\n    title: \"T\",\n    gaps: [\"a\"),\n)", 2);
    bench.expect("open_comment", b"(title: \"T\") /* never closed", 2);
    bench.expect("trailing", b"(title: \"T\")\n)", 2);
    bench.expect("no_struct", b"[1, 2]", 2);
    bench.expect("no_colon", b"(title \"T\")", 2);
    let million = "(a:".to_owned() + &"[".repeat(1_000_000);
    bench.expect("million_brackets", million.as_bytes(), 2);
}

#[test]
fn what_is_found_in_a_file_that_opens() {
    let bench = Bench::new();
    bench.expect("bom_and_crlf", with("").replace('\n', "\r\n").replacen('(', "\u{feff}(", 1).as_bytes(), 0);
    bench.expect("duplicate_field", with("    lang: \"en\",\n    lang: \"sr\",").as_bytes(), 1);
    let visit = r#"(id: "v", visitors: ["ann"], to: "land", when: "2024-05", cites: ["src"])"#;
    bench.expect("duplicate_id", with(&format!("    visits: [{visit}, {visit}],")).as_bytes(), 1);
    let misspelt = visit.replace("visitors", "vistors");
    bench.expect("misspelt_field", with(&format!("    visits: [{misspelt}],")).as_bytes(), 1);
    bench.expect("unknown_field", with("    colour: \"blue\",").as_bytes(), 0);
    bench.expect("unknown_variant", with("    status: Drft,").as_bytes(), 1);
    let number = r#"(id: "v", visitors: ["ann"], to: "land", when: "2024-05", cites: [(source: "src", para: 1e999)])"#;
    bench.expect("endless_number", with(&format!("    visits: [{number}],")).as_bytes(), 1);
    let long = number.replace("1e999", &"9".repeat(80));
    bench.expect("eighty_digits", with(&format!("    visits: [{long}, {visit}],")).as_bytes(), 1);
    let bad_date = visit.replace("2024-05", "May 2024");
    bench.expect("bad_date", with(&format!("    visits: [{bad_date}],")).as_bytes(), 1);
    let dangling = visit.replace("ann", "anne");
    bench.expect("dangling", with(&format!("    visits: [{dangling}],")).as_bytes(), 1);
}

#[test]
fn names_that_would_deceive_are_made_visible() {
    let bench = Bench::new();
    let said = bench.check(&bench.file(
        "names.ron",
        with("    gaps: [\"x\"],").replace("name: \"Ann\"", "name: \"A\\u{202e}nn\\u{0}\"").as_bytes(),
    ));
    insta::assert_snapshot!("deceiving_names", said.text);
    assert!(!said.text.contains(['\u{202e}', '\0']), "no raw bidi or control character reaches the terminal");
}

#[test]
fn a_file_of_300_mb_is_refused_before_it_is_read() {
    let bench = Bench::new();
    let path = bench.file("large.ron", b"");
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(300 * 1000 * 1000).unwrap();
    let said = bench.check(&path);
    insta::assert_snapshot!("too_large", said.text);
    assert_eq!(said.code, Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn two_million_empty_records_are_refused_in_little_memory() {
    let bench = Bench::new();
    let path = bench.file("many.ron", format!("(title: \"T\", visits: [{}])", "(),".repeat(2_000_000)).as_bytes());
    // One GiB of address space, in units of 1024 bytes.
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v 1048576; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_dateline")]);
    let said = bench.run(&mut command, &path);
    insta::assert_snapshot!("too_many_records", said.text);
    assert_eq!(said.code, Some(2));
}

#[test]
fn standard_input_is_read_as_a_dash() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"(title: \"T)").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!("standard_input", String::from_utf8(output.stderr).unwrap());
}
