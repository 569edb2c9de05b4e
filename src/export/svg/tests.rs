use super::chart_svg;
use super::options::SvgOptions;
use crate::document::Document;

#[test]
fn the_picture_of_the_sample_holds_every_visit_as_text() {
    let document = Document::from_text(crate::store::SAMPLE.to_owned()).unwrap();
    let svg = chart_svg(&document.reader(), |_| true, &SvgOptions::default());
    for words in [
        "Serbia–China party channel",
        "Li Xiaoxin to Belgrade",
        "c. Sept 2024",
        "As of 15 Oct 2024",
        "TLP:CLEAR",
        "Visits per month",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    assert_eq!(svg.matches("class=\"visit\"").count(), 4);
    assert_eq!(svg, chart_svg(&document.reader(), |_| true, &SvgOptions::default()));
}

#[test]
fn a_name_cannot_break_out_of_the_picture() {
    let text = r#"(title: "</svg><script>alert(1)</script>", actors: [(id: "a", kind: Person, name: "<b a=\"&\u{1}\">")],
        visits: [(id: "v", visitors: ["a"], to: "RS", when: "2024-10-14")])"#;
    let document = Document::from_text(text.to_owned()).unwrap();
    let svg = chart_svg(&document.reader(), |_| true, &SvgOptions::default());
    assert!(!svg.contains("<script") && !svg.contains("<b ") && !svg.contains('\u{1}'));
    assert!(svg.contains("&lt;b a=&quot;&amp;"));
}

/// The words that are drawn: what stands in the text elements.
fn drawn(svg: &str) -> Vec<&str> {
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once("</text>"));
    texts.map(|(words, _)| words).collect()
}

#[test]
fn words_of_any_length_are_cut_to_their_room() {
    let long = "harbour ".repeat(20_000);
    let text = format!(
        r#"(title: "{long}", marking: Custom(label: "{long}", like: Red), as_of: "2024",
        actors: [(id: "a", kind: Person, name: "{long}"), (id: "b", kind: Country, name: "{long}", iso: "RS")],
        visits: [(id: "v", visitors: ["a"], to: "b", when: "2024-05"),
            (id: "w", visitors: ["a"], to: "b", when: (edtf: "2024-06", basis: Relative(to: "v", offset: "P1M"))),
            (id: "x", visitors: ["a"], to: "b", place: "{long}", when: "unknown")])"#
    );
    let document = Document::from_text(text).unwrap();
    let options =
        SvgOptions { by: crate::analysis::count::LaneBy::Visitor, filter: Some(long), ..SvgOptions::default() };
    let svg = chart_svg(&document.reader(), |_| true, &options);
    let drawn = drawn(&svg);
    assert!(drawn.iter().filter(|words| words.starts_with("harbour")).count() >= 3, "{drawn:?}");
    for words in drawn {
        assert!(words.chars().count() < 400, "{} letters", words.chars().count());
    }
    assert!(crate::export::paint(&svg, 0.5).is_ok());
}

#[test]
fn noncharacters_and_controls_leave_a_well_formed_picture() {
    let odd = "\u{ffff}\u{fffe}\u{fdd0}\u{1ffff}\u{7f}\u{85}\u{b}\r";
    let text = format!(
        r#"(title: "T{odd}", question: "{odd}", as_of: "2024", actors: [(id: "a", kind: Person, name: "N{odd}")],
        visits: [(id: "v", visitors: ["a"], to: "CN", place: "P{odd}", when: "2024-05")])"#
    );
    let document = Document::from_text(text).unwrap();
    for by in [crate::analysis::count::LaneBy::Direction, crate::analysis::count::LaneBy::Visitor] {
        let svg = chart_svg(&document.reader(), |_| true, &SvgOptions { by, ..SvgOptions::default() });
        assert!(svg.contains("⟨U+FFFF⟩") && !svg.contains('\u{ffff}') && !svg.contains('\u{fffe}'), "{svg}");
        assert!(crate::export::paint(&svg, 0.5).is_ok(), "an XML parser takes it");
    }
}
