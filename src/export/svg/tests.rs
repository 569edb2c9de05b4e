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
