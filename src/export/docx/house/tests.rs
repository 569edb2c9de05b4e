//! A document of a house whose Word speaks German, with a logo and pages that differ.

use std::io::{Cursor, Write as _};

use super::House;
use super::section::{Kind, Margins};

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(of: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        let mode = if target.starts_with("http") { " TargetMode=\"External\"" } else { "" };
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"{mode}/>")
    };
    format!("<Relationships>{}</Relationships>", of.iter().map(one).collect::<String>())
}

fn packed(files: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        writer.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn of_a_ministry() -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", "<Types><Default Extension=\"png\" ContentType=\"image/png\"/></Types>".to_owned()),
        (
            "word/document.xml",
            format!(
                "<w:document {WORD}><w:body><w:p><w:pPr><w:sectPr><w:headerReference w:type=\"even\" r:id=\"h2\"/></w:sectPr></w:pPr>\
                 <w:r><w:t>secret of the ministry</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/>\
                 <w:footerReference w:type=\"default\" r:id=\"f1\"/><w:pgSz w:w=\"15840\" w:h=\"12240\" w:orient=\"landscape\"/>\
                 <w:pgMar w:top=\"1440\" w:right=\"1000\" w:bottom=\"1440\" w:left=\"840\"/><w:titlePg/></w:sectPr></w:body></w:document>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("h1", "header", "header7.xml"),
                ("h2", "header", "/word/header8.xml"),
                ("f1", "footer", "footer7.xml"),
                ("n", "numbering", "numbering.xml"),
                ("t", "theme", "theme/theme1.xml"),
                ("c", "comments", "comments.xml"),
            ]),
        ),
        (
            "word/styles.xml",
            format!(
                "\u{feff}<w:styles {WORD}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>\
                 <w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>\
                 <w:style w:type=\"character\" w:styleId=\"Title\"><w:name w:val=\"of the house\"/></w:style></w:styles>"
            ),
        ),
        (
            "word/numbering.xml",
            format!(
                "<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\"/><w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            ),
        ),
        ("word/settings.xml", format!("<w:settings {WORD}><w:evenAndOddHeaders/></w:settings>")),
        ("word/theme/theme1.xml", "<a:theme/>".to_owned()),
        ("word/comments.xml", "secret remark".to_owned()),
        ("word/header7.xml", format!("<w:hdr {WORD}><w:p><w:r><w:drawing r:embed=\"p\"/></w:r></w:p></w:hdr>")),
        (
            "word/_rels/header7.xml.rels",
            relations(&[("p", "image", "media/eagle.png"), ("l", "hyperlink", "https://m.example")]),
        ),
        ("word/media/eagle.png", "an eagle".to_owned()),
        ("word/header8.xml", format!("<w:hdr {WORD}><w:p>even</w:p></w:hdr>")),
        ("word/footer7.xml", format!("<w:ftr {WORD}><w:p>Department <w:fldSimple w:instr=\"PAGE\"/></w:p></w:ftr>")),
    ]
}

#[test]
fn header_footer_and_page_of_the_house_are_taken_and_the_marking_stands_in_each() {
    let house = House::of(&packed(&of_a_ministry()), "TLP:<RED>").unwrap();
    let kinds: Vec<Kind> = house.running.iter().map(|running| running.kind).collect();
    assert_eq!(kinds, [Kind::Default, Kind::First, Kind::Even]);
    for running in &house.running {
        for part in [&running.header, &running.footer] {
            assert_eq!(part.matches("TLP:&lt;RED&gt;").count(), 1, "{part}");
        }
        assert_eq!(running.footer.matches("PAGE").count(), 1, "{}", running.footer);
    }
    let [default, first, even] = house.running.try_into().unwrap();
    assert!(
        default.header.contains("</w:p><w:p><w:r><w:drawing r:embed=\"p\"/>"),
        "the marking is above: {}",
        default.header
    );
    assert!(default.footer.contains("Department") && default.footer.ends_with("</w:p></w:ftr>"), "{}", default.footer);
    assert!(default.header_relations.contains("Id=\"p\"") && default.header_relations.contains("Target=\"house/"));
    assert!(default.header_relations.contains("Target=\"https://m.example\" TargetMode=\"External\""));
    assert!(even.header.contains("even") && !first.header.contains("even"), "one of an earlier section goes on");
    assert!(house.page.contains("<w:pgSz w:w=\"15840\" w:h=\"12240\" w:orient=\"landscape\"/>"), "{}", house.page);
    assert!(house.page.ends_with("<w:titlePg/>"));
    assert_eq!(house.margins, Margins { width: 14_000, height: 9_360 });
    let eagle = house.parts.iter().find(|part| part.bytes == b"an eagle").unwrap();
    assert_eq!(eagle.media, "image/png");
    assert!(house.parts.iter().all(|part| !String::from_utf8_lossy(&part.bytes).contains("secret")));
    assert!(house.theme.is_some());
}

#[test]
fn a_note_whose_house_is_another_note_has_its_own_marking_alone() {
    let mut files = of_a_ministry();
    let first = House::of(&packed(&files), "TLP:RED").unwrap();
    files.retain(|(path, _)| !["word/styles.xml", "word/header7.xml", "word/footer7.xml"].contains(path));
    let default = first.running.first().unwrap();
    files.extend([
        ("word/styles.xml", first.styles.clone()),
        ("word/header7.xml", default.header.clone()),
        ("word/footer7.xml", default.footer.clone()),
    ]);
    let second = House::of(&packed(&files), "TLP:CLEAR").unwrap();
    for running in &second.running {
        for part in [&running.header, &running.footer] {
            assert!(!part.contains("RED") && part.matches("TLP:CLEAR").count() == 1, "{part}");
        }
    }
    let default = second.running.first().unwrap();
    assert!(default.header.contains("r:embed=\"p\"") && default.footer.contains("Department"));
}

#[test]
fn styles_are_known_by_their_names_and_those_that_are_missing_are_added() {
    let house = House::of(&packed(&of_a_ministry()), "").unwrap();
    assert_eq!(house.ids.of("Heading1"), "berschrift1");
    assert_eq!(house.ids.of("Heading2"), "Heading2");
    assert_eq!(house.ids.of("Title"), "DatelineTitle", "the house has another of this name");
    assert!(
        house.styles.contains("w:styleId=\"DatelineTitle\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Standard\"/>"),
        "{}",
        house.styles
    );
    assert!(!house.styles.contains("rFonts"), "in the fonts of the house: {}", house.styles);
    assert!(house.styles.ends_with("</w:style></w:styles>"));
    assert_eq!(house.bullets, 5);
    let lists = house.numbering;
    let places = ["abstractNumId=\"0\"", "abstractNumId=\"1\"", "numId=\"4\"", "numId=\"5\""]
        .map(|part| lists.find(part).unwrap());
    assert!(places.is_sorted(), "definitions stand before lists: {lists}");
}

#[test]
fn a_document_that_cannot_be_used_is_told_with_what_to_do() {
    let without = |path: &'static str, instead: Option<&str>| {
        let mut files = of_a_ministry();
        files.retain(|(name, _)| *name != path);
        files.extend(instead.map(|text| (path, text.to_owned())));
        House::of(&packed(&files), "").map(|_| ()).map_err(|error| error.to_string())
    };
    let told = |path: &'static str, instead: Option<&str>| without(path, instead).unwrap_err();
    assert!(House::of(b"text", "").unwrap_err().to_string().contains("no .docx document"));
    assert!(told("word/styles.xml", None).contains("no part word/styles.xml"));
    assert!(told("word/styles.xml", Some("<w:styles><w:style></w:styles>")).contains("save it again"));
    assert!(told("word/styles.xml", Some("<other/>")).contains("does not begin with styles"));
    assert!(told("word/header7.xml", Some("<w:ftr/>")).contains("word/header7.xml"));
    assert!(told("word/header7.xml", Some("<w:hdr>")).contains("header"));
    assert!(told("word/settings.xml", Some("http://purl.oclc.org/ooxml/wordprocessingml/main")).contains("Strict"));
    assert_eq!(without("word/header7.xml", None), Ok(()), "a header that is missing is the program's own");
    assert_eq!(without("word/document.xml", None), Ok(()), "styles alone are enough");
    assert!(told("word/media/eagle.png", Some(&"x".repeat(33 << 20))).contains("32 MiB"));
}
