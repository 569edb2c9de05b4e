//! The files of a document.

use std::fmt::Write as _;

use super::body::Body;
use crate::export::data::xml_text;
use crate::export::png::Picture;
use crate::export::zipped::zipped;

/// What a document is made of.
pub(in crate::export) struct Document<'a> {
    /// The note in Markdown.
    pub(in crate::export) note: &'a str,
    pub(in crate::export) title: &'a str,
    pub(in crate::export) marking: &'a str,
    /// The chart: its size in points, its picture, and the words for who does not see it.
    pub(in crate::export) chart: Option<(&'a Picture, Vec<u8>, String)>,
    /// The styles of the house, `word/styles.xml`.
    pub(in crate::export) styles: Option<String>,
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// The width of the text on the page, in English metric units: 16.6 cm.
const TEXT_WIDTH: u64 = 5_976_000;

/// The file.
///
/// # Errors
/// Where it cannot be packed.
pub(in crate::export) fn to_docx(document: &Document) -> std::io::Result<Vec<u8>> {
    let chart = document.chart.as_ref().map(|(picture, _, words)| drawing(picture, words)).unwrap_or_default();
    let body = Body::of(document.note, chart);
    let parts = if document.chart.is_some() { PARTS } else { PARTS.get(..PARTS.len() - 1).unwrap_or_default() };
    let mut files: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", content_types().into_bytes()),
        ("_rels/.rels", root_relations().into_bytes()),
        ("docProps/core.xml", core(document.title).into_bytes()),
        ("word/document.xml", whole(&body).into_bytes()),
        ("word/_rels/document.xml.rels", relations(parts, &body.links).into_bytes()),
        ("word/_rels/footnotes.xml.rels", relations(&[], &body.links).into_bytes()),
        ("word/styles.xml", document.styles.clone().unwrap_or_else(|| STYLES.to_owned()).into_bytes()),
        ("word/numbering.xml", numbering().into_bytes()),
        ("word/settings.xml", settings().into_bytes()),
        ("word/footnotes.xml", footnotes(&body.footnotes).into_bytes()),
        ("word/header1.xml", header(document.marking).into_bytes()),
        ("word/footer1.xml", footer(document.marking).into_bytes()),
    ];
    if let Some((_, png, _)) = &document.chart {
        files.push(("word/media/chart.png", png.clone()));
    }
    zipped(&files)
}

const STYLES: &str = include_str!("../../../assets/templates/styles.xml");

fn content_types() -> String {
    let kind = |name: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml");
    let mut text = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for (part, name) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        let _ = write!(text, "<Override PartName=\"/word/{part}.xml\" ContentType=\"{}\"/>", kind(name));
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

/// The parts that the body names, the chart last.
const PARTS: &[(&str, &str, &str)] = &[
    ("styles", "styles", "styles.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("settings", "settings", "settings.xml"),
    ("footnotes", "footnotes", "footnotes.xml"),
    ("header", "header", "header1.xml"),
    ("footer", "footer", "footer1.xml"),
    ("chart", "image", "media/chart.png"),
];

fn relations(parts: &[(&str, &str, &str)], links: &[String]) -> String {
    let mut text = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, kind, target) in parts {
        let _ = write!(text, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    for (number, link) in (1..).zip(links) {
        let _ = write!(
            text,
            "<Relationship Id=\"link{number}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            xml_text(link)
        );
    }
    text + "</Relationships>"
}

fn core(title: &str) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
        xml_text(title)
    )
}

/// Body, then the page: A4, with header and footer.
fn whole(body: &Body) -> String {
    format!(
        "{DECLARATION}<w:document {SPACES}><w:body>{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>\
         <w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1247\" w:right=\"1247\" w:bottom=\"1247\" w:left=\"1247\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
        body.blocks
    )
}

fn footnotes(notes: &[String]) -> String {
    let mut text = format!(
        "{DECLARATION}<w:footnotes {SPACES}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    );
    for (number, runs) in (1..).zip(notes) {
        let _ = write!(
            text,
            "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{runs}</w:p></w:footnote>"
        );
    }
    text + "</w:footnotes>"
}

/// Bullets of three levels.
fn numbering() -> String {
    let mut text = format!("{DECLARATION}<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"0\">");
    for (level, bullet) in [(0, '•'), (1, '–'), (2, '·')] {
        let left = 357 * (level + 1);
        let _ = write!(
            text,
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{bullet}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"357\"/></w:pPr></w:lvl>"
        );
    }
    text + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
}

fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {SPACES}><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr></w:settings>"
    )
}

fn header(marking: &str) -> String {
    format!(
        "{DECLARATION}<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p></w:hdr>",
        xml_text(marking)
    )
}

fn footer(marking: &str) -> String {
    format!(
        "{DECLARATION}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{} </w:t></w:r>\
         <w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>",
        xml_text(marking)
    )
}

/// The picture of the chart, as wide as the text.
fn drawing(picture: &Picture, words: &str) -> String {
    let height = TEXT_WIDTH * u64::from(picture.height) / u64::from(picture.width.max(1));
    let size = format!("cx=\"{TEXT_WIDTH}\" cy=\"{height}\"");
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
