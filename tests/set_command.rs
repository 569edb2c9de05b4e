//! `dateline set` on the real binary: one edit, and not a byte more.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the test makes and reads the files that the program changes")]

mod command;

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

fn set(path: &Path, field: &str, value: Option<&str>) -> Output {
    let mut command = command::dateline();
    command.arg("set").arg(path).arg(field).args(value).output().unwrap()
}

fn sample() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, dateline::store::SAMPLE).unwrap();
    (folder, path)
}

#[test]
fn setting_a_field_back_gives_back_the_same_file() {
    let (_folder, path) = sample();
    assert!(set(&path, "v-li.place", Some("\"Novi Sad\"")).status.success());
    let changed = fs::read_to_string(&path).unwrap();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(dateline::store::SAMPLE), lines(&changed));
    assert_eq!(old.len(), new.len());
    assert_eq!(old.iter().zip(&new).filter(|(a, b)| a != b).count(), 1, "one line differs");
    assert!(set(&path, "v-li.place", Some("\"Belgrade\"")).status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), dateline::store::SAMPLE);
    assert!(set(&path, "v-li.review", Some("\"for a moment\"")).status.success());
    assert!(set(&path, "v-li.review", None).status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), dateline::store::SAMPLE);
}

#[test]
fn a_renamed_id_is_followed_and_what_is_refused_changes_nothing() {
    let (_folder, path) = sample();
    assert!(set(&path, "li-xiaoxin.id", Some("\"li\"")).status.success());
    let renamed = fs::read_to_string(&path).unwrap();
    let names = |line: &&str| !line.trim_start().starts_with("//") && line.contains("\"li-xiaoxin\"");
    assert_eq!(renamed.lines().find(names), None);
    for (field, value, says) in [
        ("v-li.level", "Ministre", "Did you mean `Minister`?"),
        ("v-li.visitors", "[\"nobody\"]", "there is no record `nobody`"),
        ("nobody.name", "\"x\"", "there is no record `nobody`"),
        ("li.id", "\"lin-wu\"", "that of another record"),
    ] {
        let output = set(&path, field, Some(value));
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains(says), "{output:?}");
    }
    assert_eq!(set(&path, "no-field", Some("1")).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), renamed);
}

#[test]
fn what_is_no_date_is_refused_with_the_reading_it_would_have() {
    let (_folder, path) = sample();
    for (field, value, says) in [
        ("v-li.when", "\"before May 2031\"", "Write `[..2031-04]`"),
        ("v-li.when", "(edtf: \"12 or 13 May 2031\", said: \"then\")", "Write `[2031-05-12,2031-05-13]`"),
        ("v-li.when", "\"3/4/2031\"", "`2031-04-03`: 3 April 2031 (day first), or `2031-03-04`"),
        ("v-li.when", "\"2031-02-30\"", "is no day of the calendar"),
        ("v-li.when", "\"soon\"", "Write EDTF"),
        ("v-li.when", "\"2031-05/2031-04\"", "ends before it begins"),
        ("rferl.accessed", "\"2006/open\"", "Write `2006/..`"),
        (".as_of", "\"yesterday\"", "counted from the day of publication"),
    ] {
        let output = set(&path, field, Some(value));
        assert_eq!(output.status.code(), Some(1), "{field} {value}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(says), "{output:?}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), dateline::store::SAMPLE);
    assert!(set(&path, "v-li.when", Some("\"2031-05-01..2031-05-10/..\"")).status.success());
}

/// So many pairs of programs change one file at once; `DATELINE_PAIRS=500 cargo test --test set_command two_at_once` for
/// more of them.
const PAIRS: usize = 60;

#[test]
fn of_two_at_once_each_edit_is_in_the_file_or_refused() {
    let (_folder, path) = sample();
    let pairs = std::env::var("DATELINE_PAIRS").ok().and_then(|pairs| pairs.parse().ok()).unwrap_or(PAIRS);
    for number in 0..pairs {
        let edits = [("v-li.place", format!("\"Town {number}\"")), ("v-lin.place", format!("\"Port {number}\""))];
        let begun = edits.each_ref().map(|(field, value)| {
            let mut command = command::dateline();
            command.arg("set").arg(&path).args([field, value.as_str()]).stderr(Stdio::null()).spawn().unwrap()
        });
        let ended = begun.map(|mut program| program.wait().unwrap());
        let text = fs::read_to_string(&path).unwrap();
        for ((_, value), ended) in edits.iter().zip(ended) {
            assert!(!ended.success() || text.contains(value.as_str()), "pair {number}: {value} is lost");
            assert!(ended.success(), "pair {number}: the other program was waited for");
        }
    }
}

#[test]
fn a_file_that_another_program_holds_is_waited_for() {
    let (_folder, path) = sample();
    let held = fs::File::options().read(true).write(true).open(&path).unwrap();
    held.lock().unwrap();
    let mut command = command::dateline();
    let mut program = command.arg("set").arg(&path).args(["v-li.place", "\"Town\""]).spawn().unwrap();
    assert!(program.try_wait().unwrap().is_none());
    held.unlock().unwrap();
    assert!(program.wait().unwrap().success());
    assert!(fs::read_to_string(&path).unwrap().contains("\"Town\""));
}

#[test]
fn standard_input_cannot_be_changed_in_place() {
    let told = set(Path::new("-"), ".title", Some("\"T\""));
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&told.stderr).contains("not standard input"), "{told:?}");
}

/// Sets a field and gives back the file; whatever happens, it opens.
fn after_set(text: &str, field: &str, value: &str) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::write(&path, text).unwrap();
    let done = set(&path, field, (!value.is_empty()).then_some(value));
    let after = fs::read_to_string(&path).unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success() || after == text, "refused, and yet changed: {told}");
    (done.status.code(), after, told)
}

#[test]
fn every_byte_outside_the_value_stays_in_odd_forms_too() {
    for text in [
        "(title: \"T\", actors: [(id: \"a\", kind: Person, // pasted\rtwice\n name: \"Old\", /* in the Gazette */\n)])",
        "(title: \"T\", actors: [(id: \"a\", name: \"Old\", nick: \"Bob\" // ours\n), (id: \"b\")], desk: 7 // ours\n)",
        "(title: \"T\", r#actors: [(r#id: \"a\", r#name: \"Old\", /* raw */ r#own-field: 7)])",
        "\u{feff}(title: \"T\",\r\n actors: [(id: \"a\", // one\r\n name: \"Old\" /* x */)] // end\r\n)\r\n",
        "#![enable(implicit_some)]\n(title: \"T\", actors: [(id: \"a\", name: /* so */ \"Old\", nick: [1, // x\n 2])])",
        "(title: \"T\", actors: [(id: \"a\", name: Some(\"Old\" /* in */), note: \"\" // empty\n)])",
    ] {
        let (code, after, told) = after_set(text, "a.name", "\"New\"");
        if code == Some(0) {
            assert_eq!(after, text.replace("\"Old\"", "\"New\""), "{told}");
        } else {
            assert!(!told.is_empty(), "{text}");
        }
        let is_plain = !text.contains("Some(");
        assert!(code == Some(0) || !is_plain, "{text}: {told}");
    }
}

#[test]
fn what_cannot_be_changed_in_place_is_refused_with_its_place() {
    let twice = "(\n    title: \"T\",\n    actors: [(id: \"a\", name: \"Old\")], // mine\n    actors: [(id: \"b\", name: \"B\")],\n)";
    let (code, _, told) = after_set(twice, "a.name", "\"New\"");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("`actors`, which is given twice, at line 4"), "{told}");
}

#[test]
fn an_id_that_names_no_one_readable_record_is_refused_with_lines() {
    let twice = "(\n    title: \"T\",\n    actors: [\n        (id: \"a\", name: \"A\"),\n        (id: \"b\", name: \"B\"),\n        (id: \"a\", name: \"C\"),\n    ],\n)";
    let (code, _, told) = after_set(twice, "a.name", "\"New\"");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("`a` names two records, lines 4 and 6"), "{told}");
    assert_eq!(after_set(twice, "b.name", "\"New\"").0, Some(0));
    let unreadable = twice.replacen("(id: \"a\", name: \"C\")", "(id: \"c\", name: \"C\", kind: Alien)", 1);
    let (code, _, told) = after_set(&unreadable, "c.name", "\"New\"");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("line 6") && told.contains("Alien") && !told.contains("there is no record"), "{told}");
    assert!(after_set(&unreadable, "d.name", "\"New\"").2.contains("there is no record `d`"));
}

/// A briefing with comments, and with fields that Dateline does not know, within its values.
const BY_HAND: &str = r#"(
    title: "T",
    actors: [
        (id: "a", kind: Person, name: "Ada", // the first
         aliases: ["X" /* x */, "Y"], names: [(text: "Ц", lang: "sr", spoken: Yes(1))]),
    ],
    visits: [
        (
            id: "v", visitors: ["a"], to: "RS",
            // known from the port
            when: (
                edtf: "2024-05-01", // sure
                said: "on May 1", mood: "odd",
            ), // by letter
            note: "n",
        ),
    ],
)"#;

#[test]
fn what_goes_with_the_old_value_is_told() {
    for (field, value, gone) in [
        ("v.when", "\"2024\"", &["a.ron:12:", "gone with the old value: // sure", "`when.mood: \"odd\"`"][..]),
        ("v.when", "", &["// known from the port", "// sure", "// by letter", "when.mood"]),
        ("a.aliases", "[\"Y\"]", &["a.ron:5:24: gone with the old value: /* x */"]),
        ("a.aliases", "[\"X\", \"Z\"]", &[]),
        ("a.names", "[(text: \"Ш\")]", &["`names[0].spoken: Yes(1)`, which Dateline does not know"]),
        ("v.when", "(edtf: \"2024-06\", said: \"in June\")", &["when.mood"]),
        ("v.note", "\"m\"", &[]),
        ("v.note", "\"m\" // why", &["the comments in the new value are not written"]),
    ] {
        let (code, after, told) = after_set(BY_HAND, field, value);
        assert_eq!(code, Some(0), "{field} {value}: {told}");
        assert!(gone.iter().all(|gone| told.contains(gone)), "{field} {value}: {told}");
        assert!(!gone.is_empty() || told.is_empty(), "{field} {value}: {told}");
        assert_eq!(told.matches("//").count() + told.matches("/*").count(), gone_comments(&after), "{field}: {told}");
    }
}

/// How many of the comments are not there any more.
fn gone_comments(after: &str) -> usize {
    let comments = ["// the first", "/* x */", "// known from the port", "// sure", "// by letter"];
    comments.iter().filter(|comment| !after.contains(*comment)).count()
}

#[test]
fn what_is_no_value_is_refused_with_what_to_write() {
    for (value, says) in [
        ("Ada Berg", "Write it in quotation marks"),
        ("Ada", "Write it in quotation marks"),
        ("\"Ada", "the value, character 1: the string that opens here is never closed; add the closing \""),
        ("(x", "the bracket ( that opens here is never closed"),
        ("\"A\")", "character 4: the value ended before this"),
        ("\"A\", note: \"x\"", "character 4: the value ended before this"),
        ("\"A \\q\"", "Write \\\\ for a backslash"),
        (" ", "leave it out to take the field away"),
        ("\"a\" \"b\"", "Put one between two fields or two items"),
    ] {
        let (code, _, told) = after_set(BY_HAND, "a.name", value);
        assert_eq!(code, Some(1), "{value}: {told}");
        assert!(told.contains(says), "{value}: {told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_an_edit_replaced_is_kept_as_a_version() {
    let (_folder, path) = sample();
    let state = tempfile::tempdir().unwrap();
    let mut command = command::dateline();
    command.env("XDG_STATE_HOME", state.path()).arg("set").arg(&path).args([".title", "\"New\""]);
    assert!(command.status().unwrap().success());
    let folders = fs::read_dir(state.path().join("dateline/versions")).unwrap().flatten();
    let kept: Vec<_> = folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap().flatten()).collect();
    assert_eq!(kept.len(), 1);
    assert!(fs::read_to_string(kept[0].path()).unwrap().ends_with(dateline::store::SAMPLE));
}
