//! The files of a document.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::body::Body;
use super::house::{House, Kind, Margins, StyleIds};
use crate::export::chart_in_note;
use crate::export::data::xml_text;
use crate::export::png::Picture;
use crate::export::progress::Progress;
use crate::export::zipped::zipped;

/// What a document is made of.
pub(in crate::export) struct Document<'a> {
    /// The note in Markdown.
    pub(in crate::export) note: &'a str,
    pub(in crate::export) title: &'a str,
    /// The chart: its size in points, its picture, and the words for who does not see it.
    pub(in crate::export) chart: Option<(&'a Picture, Vec<u8>, String)>,
    /// How it looks.
    pub(in crate::export) house: &'a House,
    /// How far it has come.
    pub(in crate::export) progress: &'a Progress,
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// English metric units in a twentieth of a point.
const EMU: u64 = 635;
/// The room that the heading above the chart takes, in twentieths of a point.
const HEADING: u32 = 1_000;

/// The file.
///
/// # Errors
/// Where it cannot be packed.
pub(in crate::export) fn to_docx(document: &Document) -> std::io::Result<Vec<u8>> {
    let house = document.house;
    let mut body = Body::of(document.note, &house.ids, house.bullets, document.progress);
    if let Some((picture, _, words)) = &document.chart {
        // At the end: within the text it would leave the rest of a page empty.
        body.blocks.push_str(&heading(&house.ids));
        body.blocks.push_str(&drawing(picture, words, house.margins));
    }
    let mut parts: Vec<Related> = PARTS.iter().map(|(id, target)| Related::new(id, id, target)).collect();
    parts.extend(document.chart.iter().map(|_| Related::new("chart", "image", "media/chart.png")));
    parts.extend(house.theme.iter().map(|path| Related::new("theme", "theme", path)));
    for (number, kind) in house.running.iter().map(|running| running.kind.word()).enumerate() {
        for part in ["header", "footer"] {
            parts.push(Related::new(&format!("{part}-{kind}"), part, &format!("{part}{}.xml", number + 1)));
        }
    }
    let mut files: Vec<(String, Vec<u8>)> = [
        ("[Content_Types].xml", content_types(house)),
        ("_rels/.rels", root_relations()),
        ("docProps/core.xml", core(document.title)),
        ("word/document.xml", whole(&body, house)),
        ("word/_rels/document.xml.rels", relations(&parts, &body.links)),
        ("word/_rels/footnotes.xml.rels", relations(&[], &body.links)),
        ("word/styles.xml", house.styles.clone()),
        ("word/numbering.xml", house.numbering.clone()),
        ("word/settings.xml", settings(house)),
        ("word/footnotes.xml", footnotes(&body.footnotes, &house.ids)),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect();
    for (number, running) in (1..).zip(&house.running) {
        for (part, text, told) in [
            ("header", &running.header, &running.header_relations),
            ("footer", &running.footer, &running.footer_relations),
        ] {
            files.push((format!("word/{part}{number}.xml"), text.clone().into_bytes()));
            if !told.is_empty() {
                files.push((format!("word/_rels/{part}{number}.xml.rels"), relations_of(told).into_bytes()));
            }
        }
    }
    for part in &house.parts {
        let is_content =
            !part.media.is_empty() || Path::new(&part.path).extension().is_none_or(|extension| extension != "rels");
        let bytes = if is_content {
            part.bytes.clone()
        } else {
            relations_of(&String::from_utf8_lossy(&part.bytes)).into_bytes()
        };
        files.push((part.path.clone(), bytes));
    }
    if let Some((_, png, _)) = &document.chart {
        files.push(("word/media/chart.png".to_owned(), png.clone()));
    }
    zipped(files)
}

fn content_types(house: &House) -> String {
    let kind = |name: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml");
    let mut text = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    let mut part = |path: &str, kind: &str| {
        let _ = write!(text, "<Override PartName=\"/{}\" ContentType=\"{}\"/>", xml_text(path), xml_text(kind));
    };
    for (name, of) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
    ] {
        part(&format!("word/{name}.xml"), &kind(of));
    }
    for number in 1..=house.running.len() {
        for name in ["header", "footer"] {
            part(&format!("word/{name}{number}.xml"), &kind(name));
        }
    }
    for taken in house.parts.iter().filter(|part| !part.media.is_empty()) {
        part(&taken.path, &taken.media);
    }
    text + "</Types>"
}

fn root_relations() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

/// The parts that the body names in every document, by what they are.
const PARTS: &[(&str, &str)] = &[
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("footnotes", "footnotes.xml"),
];

/// A part that the body names.
struct Related {
    id: String,
    kind: String,
    target: String,
}

impl Related {
    fn new(id: &str, kind: &str, target: &str) -> Self {
        Self { id: id.to_owned(), kind: kind.to_owned(), target: target.to_owned() }
    }
}

fn relations(parts: &[Related], links: &[String]) -> String {
    let mut told = String::new();
    for Related { id, kind, target } in parts {
        let _ = write!(told, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    for (number, link) in (1..).zip(links) {
        let _ = write!(
            told,
            "<Relationship Id=\"link{number}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            xml_text(link)
        );
    }
    relations_of(&told)
}

fn relations_of(told: &str) -> String {
    format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{told}</Relationships>")
}

fn core(title: &str) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        xml_text(title)
    )
}

/// Body, then the page with its headers and footers.
fn whole(body: &Body, house: &House) -> String {
    let mut running = String::new();
    for part in ["header", "footer"] {
        for kind in house.running.iter().map(|running| running.kind.word()) {
            let _ = write!(running, "<w:{part}Reference w:type=\"{kind}\" r:id=\"{part}-{kind}\"/>");
        }
    }
    let (blocks, page) = (&body.blocks, &house.page);
    format!(
        "{DECLARATION}<w:document {SPACES}><w:body>{blocks}<w:sectPr>{running}{page}</w:sectPr></w:body></w:document>"
    )
}

fn footnotes(notes: &BTreeMap<usize, String>, ids: &StyleIds) -> String {
    let (words, mark) = (ids.of("FootnoteText"), ids.of("FootnoteReference"));
    let mut text = format!(
        "{DECLARATION}<w:footnotes {SPACES}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (number, runs) in notes {
        let _ = write!(
            text,
            "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"{words}\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"{mark}\"/></w:rPr><w:footnoteRef/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{runs}</w:p></w:footnote>"
        );
    }
    text + "</w:footnotes>"
}

fn settings(house: &House) -> String {
    let differ = house.running.iter().any(|running| running.kind == Kind::Even);
    let even = if differ { "<w:evenAndOddHeaders/>" } else { "" };
    format!(
        "{DECLARATION}<w:settings {SPACES}>{even}<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr></w:settings>"
    )
}

/// The heading above the chart, on one page with it.
fn heading(ids: &StyleIds) -> String {
    let style = ids.of("Heading1");
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:keepNext/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
        chart_in_note::HEADING
    )
}

/// The picture of the chart, as wide as the text, and no higher than a page.
fn drawing(picture: &Picture, words: &str, room: Margins) -> String {
    let (wide, high) = (u64::from(picture.width.max(1)), u64::from(picture.height.max(1)));
    let (most_wide, most_high) = (u64::from(room.width) * EMU, u64::from(room.height.saturating_sub(HEADING)) * EMU);
    let width = most_wide.min(most_high * wide / high);
    let size = format!("cx=\"{width}\" cy=\"{}\"", width * high / wide);
    let words = xml_text(words);
    format!(
        "<w:p><w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id=\"1\" name=\"Chart\" descr=\"{words}\"/>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Chart\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"chart\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>\
         </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
}
