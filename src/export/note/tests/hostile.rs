//! Generated text in every field: it comes out as that text, and as nothing else.

use std::collections::BTreeSet;

use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::generated::{Filled, filled};
use super::{HEADINGS, note_of, written};
use crate::export::options::NoteOptions;
use crate::export::template::Template;
use crate::present::{link_host, visible};

/// What a reader of Markdown gets.
#[derive(Debug, Default)]
struct Reading {
    /// The texts of paragraphs, headings, cells and items, a line each.
    text: String,
    headings: Vec<String>,
    links: BTreeSet<String>,
    /// Events that only markup in the text could have made.
    foreign: Vec<String>,
}

/// Every extension but those that change letters.
fn options() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

/// GFM as it is.
fn gfm() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

fn reading(note: &str, options: Options) -> Reading {
    let mut reading = Reading::default();
    let mut heading: Option<usize> = None;
    for event in Parser::new_ext(note, options) {
        match event {
            Event::Text(text) => reading.text.push_str(&text),
            Event::SoftBreak => reading.text.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => {
                reading.links.insert(dest_url.into_string());
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(reading.text.len()),
            Event::End(TagEnd::Heading(_)) => {
                let from = heading.take();
                reading.headings.extend(from.map(|from| reading.text[from..].to_owned()));
                reading.text.push('\n');
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::FootnoteDefinition | TagEnd::List(_),
            ) => reading.text.push('\n'),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H3, .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Strong
                | Tag::Emphasis
                | Tag::FootnoteDefinition(_),
            )
            | Event::End(_)
            | Event::FootnoteReference(_) => {}
            other => reading.foreign.push(format!("{other:?}")),
        }
    }
    reading
}

/// Text that would be markup if it could, between letters of several scripts.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zčА-Я习]{1,4}",
        1 => Just(" ".to_owned()),
        6 => prop::sample::select(vec![
            "*", "**", "_", "__", "`", "```", "~~", "#", "# ", "> ", "- ", "+ ", "* ", "1. ", "12) ", "===", "---", "|",
            "||", "\\", "\\\\", "[", "]", "(", ")", "![", "[x](javascript:alert(1))", "[x]: http://evil.example",
            "[^1]", "[^1]: note", "^[x]", "<", ">", "<script>", "</p>", "<!-- ", "<b>", "<http://evil.example>", "&amp;",
            "&lt;", "&#60;", "&", "$", "$$x$$", "http://evil.example/a_b_c", "https://evil.example", "www.evil.example",
            "me@evil.example", "mailto:me@evil.example", "javascript:alert(1)", "\n", "\n\n", "\r\n", "\t", "    ",
            "  \n", ":", ": ", "!", "{#id}", "{", "}", "=", "==x==", "+++", "[ ] ", "[x] ", "[!NOTE]", "\u{202e}",
            "\u{200b}", "\0", "\u{7}", "\u{a0}", "“", "”", "\"", "'", ":::", "%%", "@user", ".", "!", "[[wiki]]",
            "\u{2028}", "\u{85}", "^x^", "|---|", "| a | b |\n|---|---|",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.concat())
}

/// The text as the reader is to see it: one line, what cannot be seen as marks.
fn seen(raw: &str) -> String {
    visible(&one_line(raw)).into_owned()
}

/// Without what a note may set anew: quotation marks within others, and the stop or comma at an end.
fn alike(text: &str) -> String {
    one_line(text)
        .replace(['“', '”', '"', '‘', '’', '„', '«', '»'], "'")
        .trim_end_matches([',', ';', ':', ' ', '\''])
        .to_owned()
}

/// No template lets a text become markup.
fn nothing_foreign(filled: &Filled, options: Options) -> Result<(), TestCaseError> {
    let house = "# {{ title }}{{ question }}\n\n{% for v in visits %}{{ v.title }}{{ v.note }}{{ v.said }} {{ v.title[1:] }}{{ v.title|upper|reverse }}\n\n{% endfor %}{{ file.visits[0].place }}{{ bottom_line|join }}{{ actors[0].name }}";
    let actor = filled.briefing.actors[0].record.id.clone();
    let house = Template::House { name: "house.md".to_owned(), text: house.to_owned() };
    for template in [Template::Brief, Template::Chronology, Template::Quotes, Template::Profile(actor), house] {
        let note = written(
            &filled.briefing,
            template.clone(),
            &NoteOptions { shown: filled.shown.clone(), ..NoteOptions::default() },
        );
        let reading = reading(&note, options);
        prop_assert!(reading.foreign.is_empty(), "{:?}: {:?}\n{}", template, reading.foreign, note);
        let allowed = |link: &String| link_host(link).is_some() && filled.addresses.contains(link);
        prop_assert!(reading.links.iter().all(allowed), "{:?}\n{}", reading.links, note);
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read_back(filled: &Filled, options: Options) -> Result<(), TestCaseError> {
    let note = note_of(&filled.briefing, &NoteOptions { shown: filled.shown.clone(), ..NoteOptions::default() });
    let reading = reading(&note, options);
    prop_assert!(reading.foreign.is_empty(), "{:?}\n{}", reading.foreign, note);
    prop_assert_eq!(&reading.headings, HEADINGS, "{}", note);
    let allowed = |link: &String| link_host(link).is_some() && filled.addresses.contains(link);
    prop_assert!(reading.links.iter().all(allowed), "{:?}\n{}", reading.links, note);
    let text: Vec<String> = reading.text.lines().map(alike).collect();
    for raw in &filled.texts {
        let seen = alike(&seen(raw));
        prop_assert!(text.iter().any(|line| line.contains(&seen)), "{:?} is not in\n{}\n{:#?}", seen, note, text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn text_of_the_file_never_becomes_markup(texts in prop::collection::vec(hostile(), 48)) {
        read_back(&filled(&texts), gfm())?;
    }

    #[test]
    fn nor_in_any_other_template(texts in prop::collection::vec(hostile(), 48)) {
        nothing_foreign(&filled(&texts), gfm())?;
        nothing_foreign(&filled(&texts), options())?;
    }

    #[test]
    fn nor_with_every_extension_there_is(texts in prop::collection::vec(hostile(), 48)) {
        read_back(&filled(&texts), options())?;
    }
}

#[test]
fn the_attacks_of_the_task_come_out_as_text() {
    let attacks = [
        "a | b |",
        "# head",
        "[x](javascript:alert(1))",
        "<script>alert(1)</script>",
        "`code` ```",
        "a\nb\n\n# c",
        "https://evil.example",
        "![pic](http://evil.example/p.png)",
        "[^1]",
        "- [ ] task",
        "    indented",
        "===",
        "{}",
        "a {#id .class}",
    ];
    let texts: Vec<String> = attacks.iter().cycle().take(48).map(|attack| (*attack).to_owned()).collect();
    for options in [gfm(), options()] {
        read_back(&filled(&texts), options).unwrap();
    }
}

#[test]
fn what_can_be_a_link_is_one() {
    let texts = vec!["x".to_owned(); 48];
    let filled = filled(&texts);
    let reading = reading(&note_of(&filled.briefing, &NoteOptions::default()), gfm());
    assert!(reading.links.contains("https://paper.example/a_b?c=d&e"), "{:?}", reading.links);
}
