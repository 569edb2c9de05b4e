//! `dateline export`: the chart as a file, what fits the filter alone, what readers may see.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking and reads what it made")]

use std::process::{Command, Output};

const SAMPLE: &str = "assets/samples/serbia-china-2024.ron";

fn export(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("export").args(arguments).output().unwrap()
}

fn text(arguments: &[&str]) -> String {
    let output = export(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn error(arguments: &[&str]) -> String {
    let output = export(arguments);
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

fn marks(svg: &str) -> usize {
    svg.matches("class=\"visit\"").count()
}

#[test]
fn the_chart_shows_what_fits_the_filter_and_says_so() {
    let all = text(&[SAMPLE, "--to", "svg"]);
    assert_eq!(marks(&all), 4);
    assert!(all.contains("Undated, in no bin: 1") && all.contains("4 visits · 6 sources · as of 15 Oct 2024"));
    assert!(all.contains("not searched"), "the time that was not searched");
    let one = text(&[SAMPLE, "--to", "svg", "--actor", "lin-wu"]);
    assert_eq!(marks(&one), 1);
    assert!(one.contains("Filter: Actors: Lin Wu"));
    let few = text(&[SAMPLE, "--to", "svg", "--channel", "PartyToParty", "--until", "2024-09"]);
    assert_eq!(marks(&few), 1);
    assert!(few.contains("Channel: Party to party") && few.contains("until 30 Sept 2024"));
    let lanes = text(&[SAMPLE, "--to", "svg", "--lanes", "channel", "--width", "900"]);
    assert!(lanes.contains("width=\"900\"") && lanes.contains("lanes by channel"));
    assert_eq!(marks(&lanes), 5, "a visit with two channels stands in both lanes");
}

#[test]
fn a_picture_of_pixels_has_the_size_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chart.png");
    let name = path.to_str().unwrap();
    assert!(export(&[SAMPLE, "--to", "png", "--width", "800", "--scale", "1.5", "-o", name]).status.success());
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    // The width stands first in the header chunk (PNG, third edition, 11.2.1).
    assert_eq!(u32::from_be_bytes(bytes[16..20].try_into().unwrap()), 1200);
    let told = error(&[SAMPLE, "--to", "png", "--scale", "100"]);
    assert!(told.contains("too large") && told.contains("--scale"), "{told}");
}

#[test]
fn what_is_marked_stricter_is_in_no_chart_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marked.ron");
    let briefing = "(title: \"T\", marking: Green, actors: [(id: \"open\", kind: Person, name: \"open\"), (id: \"closed\", kind: Person, name: \"closed\", marking: Red)], visits: [
        (id: \"a\", visitors: [\"open\"], to: \"RS\", when: \"2024-01\"),
        (id: \"b\", visitors: [\"closed\"], to: \"RS\", when: \"2024-02\", marking: Red)])";
    std::fs::write(&path, briefing).unwrap();
    let svg = text(&[path.to_str().unwrap(), "--to", "svg", "--marking", "green"]);
    assert_eq!(marks(&svg), 1);
    assert!(svg.contains("2 records left out for their marking") && !svg.contains("closed"));
}

#[test]
fn a_note_refers_to_its_chart() {
    let note = text(&[SAMPLE, "--to", "markdown", "--template", "full", "--chart", "a chart](x).svg"]);
    assert!(note.contains("![Chart of 4 visits in time](a%20chart%5D%28x%29.svg)"));
    let note = text(&[SAMPLE, "--to", "markdown", "--template", "full", "--actor", "lin-wu"]);
    assert!(note.contains("Lin Wu (Party secretary") && !note.contains("Xi Jinping (President of China)"));
}

#[test]
fn what_cannot_be_asked_for_is_named_with_a_hint() {
    let told = error(&[SAMPLE, "--to", "svg", "--actor", "lin-wo"]);
    assert!(told.contains("--actor lin-wo") && told.contains("did you mean lin-wu?"), "{told}");
    let told = error(&[SAMPLE, "--to", "svg", "--from", "May"]);
    assert!(told.contains("--from May") && told.contains("2024-05"), "{told}");
    let told = error(&[SAMPLE, "--to", "svg", "--channel", "Party"]);
    assert!(told.contains("PartyToParty"), "{told}");
    assert!(error(&[SAMPLE, "--to", "svg", "--width", "3"]).contains("640"));
}

#[test]
fn an_export_never_goes_over_the_briefing_it_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let [file, inner, other] = ["a.ron", "inner", "b.ron"].map(|name| folder.path().join(name));
    std::fs::copy(SAMPLE, &file).unwrap();
    std::fs::create_dir(&inner).unwrap();
    let mut names = vec![file.clone(), inner.join("../a.ron")];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&file, folder.path().join("link.ron")).unwrap();
        std::fs::hard_link(&file, folder.path().join("name.ron")).unwrap();
        names.extend(["link.ron", "name.ron"].map(|name| folder.path().join(name)));
    }
    let before = std::fs::read(&file).unwrap();
    for name in &names {
        let told = error(&[file.to_str().unwrap(), "--to", "json", "-o", name.to_str().unwrap()]);
        assert!(told.contains("the briefing itself") && told.contains("name another file"), "{told}");
        let read = std::fs::File::open(name).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        let command = command.args(["export", "-", "--to", "json", "-o", file.to_str().unwrap()]).stdin(read);
        assert_eq!(command.output().unwrap().status.code(), Some(2), "read as standard input");
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }
    assert!(export(&[file.to_str().unwrap(), "--to", "json", "-o", other.to_str().unwrap()]).status.success());
}

/// A briefing in a file of its own.
fn briefing(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("briefing.ron");
    std::fs::write(&path, text).unwrap();
    (folder, path.to_str().unwrap().to_owned())
}

#[test]
fn the_note_is_a_brief_unless_another_is_asked_for() {
    let brief = text(&[SAMPLE, "--to", "markdown"]);
    assert_eq!(brief, text(&[SAMPLE, "--to", "markdown", "--template", "brief"]));
    assert!(brief.contains("## Who they are") && brief.split_whitespace().count() <= 900);
    assert!(text(&[SAMPLE, "--to", "markdown", "--template", "full"]).contains("## Yardsticks"));
    assert!(text(&[SAMPLE, "--to", "markdown", "--template", "chronology"]).contains(": chronology"));
    assert!(
        text(&[SAMPLE, "--to", "markdown", "--template", "quotes"])
            .contains("## Aleksandar Vučić, President of Serbia")
    );
    let profile = text(&[SAMPLE, "--to", "markdown", "--template", "profile", "--actor", "marina-ragus"]);
    assert!(
        profile.contains("# Marina Raguš") && profile.contains("Vice president, National Assembly of Serbia"),
        "{profile}"
    );
    assert!(!profile.contains("filtered view"), "{profile}");
    assert!(error(&[SAMPLE, "--to", "markdown", "--template", "profile"]).contains("--actor ID"));
}

#[test]
fn a_template_of_a_house_is_used_and_its_faults_are_told_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("house.md");
    let name = path.to_str().unwrap();
    std::fs::write(&path, "# {{ title }}\n\n{% for v in visits %}\n- {{ v.title }}{{ v.marks }}\n{% endfor %}\n")
        .unwrap();
    let note = text(&[SAMPLE, "--to", "markdown", "--template", name]);
    assert!(note.starts_with("# Serbia–China party channel\n\n- Xi Jinping to Serbia[^1]\n"), "{note}");
    std::fs::write(&path, "a\n{{ titel }}\n").unwrap();
    let told = error(&[SAMPLE, "--to", "markdown", "--template", name]);
    assert!(told.contains(":2: `titel` stands for nothing; did you mean `title`?"), "{told}");
    std::fs::write(&path, "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}")
        .unwrap();
    assert!(
        error(&[SAMPLE, "--to", "markdown", "--template", name]).contains(":1: the template does not come to an end")
    );
    assert!(error(&[SAMPLE, "--to", "markdown", "--template", "breif"]).contains("one of brief, full"));
}

const WEAK: &str = "(
    title: \"T\", as_of: \"2024-10-15\", marking: Clear,
    actors: [(id: \"a\", kind: Person, name: \"Anna\")],
    visits: [(id: \"v\", visitors: [\"a\"], to: \"RS\", when: \"2024-13\")],
    statements: [(id: \"s\", speaker: \"a\", content: [Said(\"red words\")], marking: Red)],
    judgements: [(id: \"j\", text: \"It is so\", alternatives: [\"x\"])],
)";

#[test]
fn what_stands_against_an_export_is_listed_and_nothing_is_written() {
    let (folder, path) = briefing(WEAK);
    let out = folder.path().join("out.md");
    for kind in ["markdown", "json", "svg"] {
        let output = export(&[&path, "--to", kind, "-o", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{kind}");
        let told = String::from_utf8(output.stderr).unwrap();
        for line in [
            "briefing.ron:4:",
            "error[bad-date]",
            "briefing.ron:5:",
            "cites no source",
            "the judgement `j` has no support",
            "nothing was written",
            "--anyway",
        ] {
            assert!(told.contains(line), "{line} is not in {told}");
        }
        assert!(output.stdout.is_empty() && !out.exists());
    }
    // What the filter leaves out stands against nothing.
    let few = export(&[&path, "--to", "markdown", "--text", "nowhere"]);
    let told = String::from_utf8(few.stderr).unwrap();
    assert!(!told.contains("bad-date"), "{told}");
}

#[test]
fn anyway_passes_over_all_but_the_marking() {
    let (_folder, path) = briefing(WEAK);
    for template in ["brief", "full", "quotes"] {
        let note = text(&[&path, "--to", "markdown", "--template", template, "--anyway", "--marking", "clear"]);
        assert!(!note.contains("red words"), "{note}");
        assert!(note.contains("Left out, since marked stricter than TLP:CLEAR: 1 record."), "{note}");
    }
    let note = text(&[&path, "--to", "markdown", "--anyway"]);
    assert!(note.starts_with("**TLP:RED**") && note.contains("**Written although 3 errors are open.**"), "{note}");
}
