//! The formats of `dateline export`: what they hold, and that the marking holds in each.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails by panicking and reads what it made")]

use std::process::{Command, Output};

use serde_json::Value;

const SAMPLE: &str = "assets/samples/serbia-china-2024.ron";
const KINDS: [&str; 11] =
    ["markdown", "html", "json", "svg", "csv", "ics", "bibtex", "ris", "csl-json", "graphml", "ftm"];

fn export(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).arg("export").args(arguments).output().unwrap()
}

fn text(arguments: &[&str]) -> String {
    let output = export(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_table_has_a_date_as_written_as_displayed_and_as_four_corners() {
    let csv = text(&[SAMPLE, "--to", "csv", "--of", "visits"]);
    let mut lines = csv.split("\r\n");
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(
        head[2..9],
        [
            "date_written",
            "date_displayed",
            "start_earliest",
            "start_latest",
            "end_earliest",
            "end_latest",
            "date_qualified"
        ]
    );
    let li = lines.find(|line| line.starts_with("v-li,")).unwrap();
    assert!(li.contains(",2024-10-14/..,14 Oct 2024 (year inferred) – ongoing,2024-10-14,2024-10-14,2024-10-14,,yes,on October 14,yes,Li Xiaoxin,"), "{li}");
    assert!(text(&[SAMPLE, "--to", "csv", "--of", "sources", "--bom"]).starts_with("\u{feff}id,publisher,"));
    assert_eq!(text(&[SAMPLE, "--to", "csv", "--of", "statements"]).split("\r\n").count(), 17 + 2);
}

#[test]
fn a_calendar_tells_doubt_and_leaves_out_what_has_no_day() {
    let ics = text(&[SAMPLE, "--to", "ics"]).replace("\r\n ", "");
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 4);
    for line in [
        "SUMMARY:Lin Wu to Serbia (c. Sept 2024 (year inferred))",
        "DTSTART;VALUE=DATE:20240830\r\nDTEND;VALUE=DATE:20240930",
        "SUMMARY:Li Xiaoxin to Belgrade (14 Oct 2024 (year inferred) – ongoing\\; date disputed)",
        "CLASS:PUBLIC",
        "X-WR-CALDESC:TLP:CLEAR",
    ] {
        assert!(ics.contains(line), "{line} is not in {ics}");
    }
    let held = text(&["assets/samples/river-visits-2023.ron", "--to", "ics"]);
    assert!(held.contains("STATUS:TENTATIVE"), "a planned visit is tentative: {held}");
    assert!(text(&[SAMPLE, "--to", "ics"]).split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn a_graph_holds_relations_posts_and_wholes() {
    let graph = text(&[SAMPLE, "--to", "graphml"]);
    assert!(graph.contains("<desc>Serbia–China party channel · TLP:CLEAR</desc>"), "{graph}");
    assert!(graph.contains("source=\"china\" target=\"serbia\"") && graph.contains(">Primary partner<"), "{graph}");
    assert!(graph.contains("source=\"cpc-central-committee\" target=\"cpc\""), "{graph}");
}

/// Whatever is marked red holds the word `secret`.
const SECRETS: &str = r#"(title: "Open", marking: Clear, as_of: "2024-10-15", sources: [
        (id: "secret-source", publisher: "secret publisher", url: "https://secret.example", marking: Red,
            excerpts: [(para: 2, text: "secret words")]),
        (id: "paper", publisher: "Paper", url: "https://paper.example", derived_from: ["secret-source"])],
    actors: [
        (id: "secret-agent", kind: Person, name: "secret name", country: "NO", aliases: ["secret alias"], marking: Red),
        (id: "anna", kind: Person, name: "Anna", part_of: "secret-agent")],
    roles: [(id: "secret-role", person: "secret-agent", org: "anna", title: "secret title")],
    visits: [
        (id: "secret-visit", visitors: ["anna"], to: "NO", place: "secret place", when: "2024-05-06", marking: Red),
        (id: "v", visitors: ["secret-agent", "anna"], lead: "secret-agent", to: "SE", met: ["secret-agent"],
            when: (edtf: "[2024-06-01..2024-06-09]", basis: Relative(to: "secret-visit", offset: "P1M")),
            cites: [(source: "secret-source", para: 2, exact: "secret words"), "paper#3"])],
    statements: [
        (id: "secret-statement", speaker: "anna", content: [Said("secret quote")], marking: Red, cites: ["paper#3"]),
        (id: "s", speaker: "secret-agent", content: [Para("open words")], event: "secret-visit", via: ["secret-source",
            "paper"], cites: ["secret-source#2"])],
    relations: [(id: "r", kind: Alliance, between: ["anna", "secret-agent"], asserted_by: "secret-statement")],
    judgements: [(id: "j", key: true, text: "It is so", supports: ["secret-visit", "secret-statement", "v"])],
    conflicts: [(id: "secret-conflict", about: "secret-visit", field: "place", sides: [(value: "secret side")]),
        (id: "d", about: "v", field: "when", sides: [(value: "2024-06-02", cite: (source: "secret-source", para: 2, exact: "secret words")), (value: "2024-06-03")])])"#;

#[test]
fn no_format_tells_of_what_is_marked_stricter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.ron");
    std::fs::write(&path, SECRETS).unwrap();
    let path = path.to_str().unwrap();
    let mut asked: Vec<Vec<&str>> = KINDS.iter().map(|kind| vec![path, "--to", kind]).collect();
    asked.extend(["full", "chronology", "quotes"].map(|template| vec![path, "--to", "html", "--template", template]));
    asked.extend(["actors", "statements", "sources"].map(|of| vec![path, "--to", "csv", "--of", of]));
    for mut arguments in asked {
        arguments.extend(["--marking", "clear", "--anyway"]);
        // Lines of a calendar are folded.
        let told = text(&arguments).replace("\r\n ", "");
        assert!(!told.to_lowercase().contains("secret"), "{arguments:?}: {told}");
        assert!(told.contains("TLP:CLEAR") || told.contains("Clear"), "{arguments:?}: {told}");
        let says = told.contains("eft out") || told.contains("left-out");
        assert!(says, "{arguments:?} says that something is left out: {told}");
    }
}

#[test]
fn every_format_of_a_filtered_view_shows_what_passes_alone() {
    for kind in KINDS.iter().filter(|kind| !["bibtex", "ris", "csl-json", "graphml"].contains(kind)) {
        let told = text(&[SAMPLE, "--to", kind, "--actor", "lin-wu", "--template", "chronology"]);
        assert!(told.contains("Lin Wu"), "{kind}");
        let visits = if *kind == "json" {
            let json: Value = serde_json::from_str(&told).unwrap();
            assert!(json["view"].as_str().unwrap().contains("Actors: Lin Wu"));
            json["visits"].as_array().unwrap().len()
        } else {
            assert!(told.contains("Actors: Lin Wu"), "{kind} says what is shown: {told}");
            1
        };
        assert_eq!(visits, 1, "{kind}");
        assert!(!told.contains("v-xi") || *kind == "json", "{kind}: {told}");
    }
}

#[test]
fn the_published_schema_is_that_of_the_model() {
    let path = "assets/briefing.schema.json";
    let schema = dateline::export::json_schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), schema, "UPDATE_SCHEMA=1 writes it anew");
}

#[test]
fn a_page_has_the_chart_its_footnotes_and_no_script() {
    let page = text(&[SAMPLE, "--to", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<html lang=\"en-GB\">"));
    assert_eq!(page.matches("class=\"visit\"").count(), 4, "the chart is in it");
    assert!(page.contains("@top-center { content: \"TLP:CLEAR\"; }") && page.contains("id=\"note-1\""));
    assert!(!page.contains("<script") && !page.contains("<?xml"));
    let whole = text(&[SAMPLE, "--to", "html", "--template", "full"]);
    assert!(whole.contains("<thead><tr><th>Date</th>"), "{whole}");
}

/// The parts of an office document as one text.
fn parts(arguments: &[&str]) -> String {
    let output = export(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(output.stdout)).unwrap();
    let mut text = String::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        text.push_str(&format!("\n== {}\n", file.name().unwrap()));
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

#[test]
fn a_document_has_headings_footnotes_tables_the_chart_and_its_marking() {
    let document = parts(&[SAMPLE, "--to", "docx"]);
    for part in [
        "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Key judgements</w:t>",
        "<w:footnoteReference w:id=\"1\"/>",
        "<w:footnote w:id=\"1\">",
        "NOTEREF _RefNote1",
        "descr=\"Chart of the visits in time; the note lists them (Serbia–China party channel)\"",
        "== word/media/chart.png",
        "<w:hdr ",
    ] {
        assert!(document.contains(part), "{part}");
    }
    assert_eq!(document.matches("TLP:CLEAR").count(), 4, "in header and footer, at the head and the foot of the note");
    assert!(parts(&[SAMPLE, "--to", "docx", "--template", "full"]).contains("<w:tblHeader/>"));
}

#[test]
fn a_document_takes_the_styles_of_a_house_and_says_where_it_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let house = folder.path().join("house.docx");
    let mut writer = zip::ZipWriter::new(std::fs::File::create(&house).unwrap());
    writer.start_file("word/styles.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut writer, b"<w:styles>of the house</w:styles>").unwrap();
    writer.finish().unwrap();
    let document = parts(&[SAMPLE, "--to", "docx", "--reference", house.to_str().unwrap()]);
    assert!(document.contains("TLP:CLEAR"));
    assert!(document.contains("== word/styles.xml\n<w:styles>of the house<w:style "));
    let output = export(&[SAMPLE, "--to", "docx", "--reference", "README.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no .docx document"));
}

#[test]
fn office_documents_keep_to_the_marking_and_hold_text_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.ron");
    let hostile = SECRETS.replace("Anna", "]]&gt;<w:instrText> =1+1 _x0041_ {{ x }}");
    std::fs::write(&path, hostile).unwrap();
    for kind in ["docx", "xlsx"] {
        let text =
            parts(&[path.to_str().unwrap(), "--to", kind, "--marking", "clear", "--anyway", "--template", "full"]);
        assert!(!text.to_lowercase().contains("secret"), "{kind}: {text}");
        assert!(text.contains("Left out, since marked stricter than TLP:CLEAR"), "{kind}");
        assert!(
            text.contains("&lt;w:instrText&gt;") && !text.contains("<w:instrText") && !text.contains("<f>"),
            "{kind}"
        );
    }
}

#[test]
fn a_megabyte_of_hostile_text_comes_out_as_text_in_every_format() {
    use dateline::document::Document;
    use dateline::export::{Asked, Format, NoteOptions, Template, make};
    let long = format!("begin{}end", " </style> {{ x }} ]]> <script>".repeat(36_000));
    let text = format!(
        "(title: \"T\", sources: [(id: \"s\", publisher: \"P\", title: \"{long}\")], actors: [(id: \"a\", kind: Person, name: \"{long}\")],
        visits: [(id: \"v\", visitors: [\"a\"], to: \"RS\", when: \"2024-05-06\", cites: [\"s\"])])"
    );
    let document = Document::from_text(text).unwrap();
    for format in Format::ALL {
        let note = NoteOptions { template: Template::Chronology, ..NoteOptions::default() };
        let made = make(&document, &Asked { format, note, ..Asked::default() }).unwrap();
        if matches!(format, Format::Png | Format::Docx | Format::Xlsx) {
            assert!(made.starts_with(b"\x89PNG") || made.starts_with(b"PK"), "{format:?}");
            continue;
        }
        let made = String::from_utf8(made).unwrap();
        let is_data = matches!(
            format,
            Format::Json | Format::Csv | Format::Ftm | Format::Bibtex | Format::Ris | Format::CslJson | Format::Ics
        );
        assert!(is_data || !made.contains("<script>"), "{format:?}");
        assert!(made.matches("</style>").count() <= 2 || is_data, "{format:?}");
        // Lines of a calendar are folded, words of a picture cut to their room.
        let is_cut = matches!(format, Format::Svg | Format::Ics);
        assert!(made.contains("begin") && (is_cut || made.contains("end")), "{format:?} holds the words");
    }
}
