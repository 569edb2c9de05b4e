//! The help tells of every field, rule, command, format and phrase that it should, and each of its links leads somewhere.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use dateline::check::RULES;
use dateline::edit::fields::{CITE, Field, HEADER, Shape, fields_of};
use dateline::export::Format;
use dateline::model::{RecordKind, parse_edtf};
use dateline::phrase::{Setting, read, read_with};
use dateline::present::help::{self, Page, Section, Target};
use dateline::ui::{Command, help_pages};

fn all_pages() -> Vec<Page> {
    help_pages(&egui::Context::default())
}

fn page<'a>(pages: &'a [Page], name: &str) -> &'a Page {
    pages.iter().find(|page| page.name == name).unwrap()
}

/// All that is told of a field: its section.
fn told(kind: Option<RecordKind>, field: &Field) -> String {
    let found = help::about_field(kind, field.name);
    assert!(found.is_some(), "the help lacks {} of {kind:?}", field.label);
    found.unwrap().1.text.clone()
}

fn parts(field: &Field) -> &'static [Field] {
    match field.shape {
        Shape::Parts(parts) | Shape::PartsList(parts) => parts,
        Shape::Cite | Shape::Cites => CITE,
        _ => &[],
    }
}

#[test]
fn every_field_is_told_of_with_an_example() {
    let of_kinds = RecordKind::ALL.iter().map(|kind| (Some(*kind), fields_of(*kind)));
    for (kind, fields) in of_kinds.chain([(None, HEADER)]) {
        for field in fields {
            let text = told(kind, field);
            assert!(text.contains("\nExample: "), "{} of {kind:?} has no example", field.label);
            assert!(text.contains(&format!("In the file: `{}`", field.name)), "{} of {kind:?}", field.label);
            for part in parts(field) {
                let named = format!("*{}*", part.label);
                assert!(text.contains(&named), "{} of {kind:?} does not tell of {named}", field.label);
            }
        }
    }
}

#[test]
fn the_words_of_a_field_are_those_of_its_list() {
    let field = fields_of(RecordKind::Visit).iter().find(|field| field.name == "status").unwrap();
    assert!(told(Some(RecordKind::Visit), field).contains("One of: Planned · Ongoing · Completed · Cancelled."));
}

#[test]
fn every_section_of_a_page_of_fields_is_of_a_field() {
    for kind in RecordKind::ALL {
        let labels: Vec<&str> = fields_of(*kind).iter().map(|field| field.label).collect();
        for section in &page(help::pages(), help::page_of_kind(Some(*kind))).sections {
            assert!(
                section.title.is_empty() || labels.contains(&section.title.as_str()),
                "{kind:?}: {}",
                section.title
            );
        }
    }
}

#[test]
fn every_rule_is_told_of() {
    let pages = all_pages();
    let checks = page(&pages, "checks");
    for rule in RULES {
        let section = checks.sections.iter().find(|section| section.text.contains(&format!("`{}`", rule.id)));
        let section = section.unwrap_or_else(|| panic!("the help lacks {}", rule.id));
        assert_eq!(section.title, rule.title);
        assert!(section.text.contains(rule.condition) && section.text.contains(rule.help), "{}", rule.id);
    }
}

#[test]
fn every_command_is_told_of_with_its_keys() {
    let pages = all_pages();
    let ctx = egui::Context::default();
    for command in Command::ALL {
        let commands = page(&pages, "commands");
        let section = commands.sections.iter().find(|section| section.title == command.menu().label()).unwrap();
        let row = section.text.lines().find(|row| row.starts_with(&format!("| {} |", command.text())));
        let row = row.unwrap_or_else(|| panic!("the help lacks {command:?}"));
        assert!(row.contains(command.tooltip()) && row.contains(&command.shortcut_text(&ctx)), "{row}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let pages = all_pages();
    let of_name = |name: &str| pages.iter().find(|page| page.name.eq_ignore_ascii_case(name));
    let mut count = 0;
    for page in &pages {
        for link in page.sections.iter().flat_map(Section::links) {
            count += 1;
            match Target::of(&link) {
                Target::Page(name, anchor) => {
                    let target = name.map_or(Some(page), |name| of_name(&name));
                    let target = target.unwrap_or_else(|| panic!("{} links to {link}, which is no page", page.name));
                    let is_there = anchor.is_none_or(|anchor| target.section_at(&anchor).is_some());
                    assert!(is_there, "{} links to {link}, and there is no such section", page.name);
                }
                Target::Web(address) => assert!(address.starts_with("https://"), "{address}"),
                Target::File(path) => {
                    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(path);
                    assert!(path.is_file(), "{} links to {link}", page.name);
                }
            }
        }
    }
    assert!(count > 20, "only {count} links were looked at");
}

/// The rows of the tables of a section, as far as they have two cells.
fn rows(page: &Page, title: &str) -> Vec<(String, String)> {
    let section = page.sections.iter().find(|section| section.title == title).unwrap();
    let cells = |line: &str| {
        let cells: Vec<String> = line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
        <[String; 2]>::try_from(cells).ok().map(|[a, b]| (a, b))
    };
    let lines = section.text.lines().filter(|line| line.starts_with('|') && !line.contains("---"));
    lines.skip(1).filter_map(cells).collect()
}

#[test]
fn phrases_are_read_as_the_page_on_dates_says() {
    let dates = page(help::pages(), "dates");
    let alone = rows(dates, "Words that are read");
    assert!(alone.len() > 12);
    for (phrase, edtf) in alone {
        assert_eq!(read(&phrase).one().map(|reading| reading.edtf.clone()), Some(edtf), "{phrase}");
    }
    let published = Setting { published: Some(parse_edtf("2024-10-15").unwrap().bounds), ..Setting::default() };
    let counted = rows(dates, "Words that count from the day of publication");
    assert!(counted.len() > 4);
    for (phrase, edtf) in counted {
        assert_eq!(read_with(&phrase, &published).one().map(|reading| reading.edtf.clone()), Some(edtf), "{phrase}");
    }
    for phrase in ["03/04/2024", "3 May '31", "12–14 October"] {
        assert!(read(phrase).one().is_none(), "{phrase} is asked about");
        let told = dates.sections.iter().find(|section| section.title == "Words that are asked about").unwrap();
        assert!(told.text.contains(phrase), "{phrase}");
    }
}

#[test]
fn every_format_is_told_of() {
    let pages = all_pages();
    let text: String = page(&pages, "handing-on").sections.iter().map(|section| section.text.as_str()).collect();
    for format in Format::ALL {
        assert!(text.contains(format.label()), "the help lacks “{}”", format.label());
    }
}

#[test]
fn what_is_searched_for_is_found_with_its_line_and_titles_come_first() {
    let pages = all_pages();
    let hits = help::find(&pages, "shift drag");
    let chart = hits.iter().find(|hit| pages[hit.page].name == "chart").unwrap();
    assert!(chart.line.to_lowercase().contains("shift"), "{}", chart.line);
    let first = &help::find(&pages, "coverage")[0];
    assert_eq!(pages[first.page].sections[first.section].title, "Coverage");
    // Case and accents make no difference.
    assert_eq!(help::find(&pages, "VUCIC").len(), help::find(&pages, "Vučić").len());
    assert!(!help::find(&pages, "vucic").is_empty());
    assert!(help::find(&pages, "xylophone").is_empty());
    assert!(help::find(&pages, "  ").is_empty());
}
