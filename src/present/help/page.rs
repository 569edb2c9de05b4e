//! A page of the help, and the sections that it is read, searched and led to by.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// What a page is for; the list of pages is grouped by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// How to go about it.
    Guides,
    /// What is on the screen.
    Window,
    /// Files and other people.
    InAndOut,
    /// What each field means.
    Fields,
    /// To look things up in.
    Reference,
}

impl Group {
    /// All groups, in their order.
    pub const ALL: &'static [Self] = &[Self::Guides, Self::Window, Self::InAndOut, Self::Fields, Self::Reference];

    /// Its name above its pages.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Guides => "How to",
            Self::Window => "The window",
            Self::InAndOut => "In and out",
            Self::Fields => "Every field",
            Self::Reference => "Reference",
        }
    }
}

/// A page of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What links call it, without `.md`.
    pub name: &'static str,
    /// What it is for.
    pub group: Group,
    /// Its title.
    pub title: String,
    /// What comes first has no title; each other section has one.
    pub sections: Vec<Section>,
}

/// A part of a page under a title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Its title; none above the first.
    pub title: String,
    /// What it says, in Markdown.
    pub text: String,
}

/// Where a link of a page leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a page by its name, and a section of it by its anchor; without a name in the same page.
    Page(Option<String>, Option<String>),
    /// To the web.
    Web(String),
    /// To a file beside the page, which only who reads the page elsewhere can follow.
    File(String),
}

impl Page {
    /// Takes a text in Markdown apart: its title, and a section for each heading of the second level.
    #[must_use]
    pub fn new(name: &'static str, group: Group, text: &str) -> Self {
        let mut title = String::new();
        let mut sections = vec![Section::default()];
        let mut in_code = false;
        for line in text.lines() {
            in_code ^= line.starts_with("```");
            match (line.strip_prefix("# "), line.strip_prefix("## ")) {
                (Some(words), _) if !in_code => words.trim().clone_into(&mut title),
                (_, Some(words)) if !in_code => {
                    sections.push(Section { title: words.trim().to_owned(), ..Section::default() });
                }
                _ => {
                    if let Some(section) = sections.last_mut() {
                        section.text.push_str(line);
                        section.text.push('\n');
                    }
                }
            }
        }
        sections.retain(|section| !section.title.is_empty() || !section.text.trim().is_empty());
        Self { name, group, title, sections }
    }

    /// The place of the section with an anchor.
    #[must_use]
    pub fn section_at(&self, anchor: &str) -> Option<usize> {
        self.sections.iter().position(|section| section.anchor() == anchor)
    }
}

impl Section {
    /// What links call it within its page: its title in small letters, with hyphens, as GitHub makes it.
    #[must_use]
    pub fn anchor(&self) -> String {
        let letters = self.title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        letters.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
    }

    /// Its lines as they are read, without marks: a paragraph, an item, a cell each.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![String::new()];
        for event in Parser::new_ext(&self.text, pulldown_cmark::Options::ENABLE_TABLES) {
            let Some(line) = lines.last_mut() else { break };
            match event {
                Event::Text(text) | Event::Code(text) => line.push_str(&text),
                Event::SoftBreak | Event::HardBreak => line.push(' '),
                Event::End(TagEnd::TableCell) => line.push_str("  "),
                Event::End(end) if ends_line(end) => lines.push(String::new()),
                _ => {}
            }
        }
        lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// The destinations of its links, as they are written.
    #[must_use]
    pub fn links(&self) -> Vec<String> {
        let events = Parser::new_ext(&self.text, pulldown_cmark::Options::ENABLE_TABLES);
        let destination = |event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        };
        events.filter_map(destination).collect()
    }
}

impl Target {
    /// Where a destination leads.
    #[must_use]
    pub fn of(destination: &str) -> Self {
        if destination.contains("://") {
            return Self::Web(destination.to_owned());
        }
        let (path, anchor) = match destination.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor.to_owned())),
            None => (destination, None),
        };
        match path.strip_suffix(".md") {
            Some(name) => Self::Page(Some(name.to_owned()), anchor),
            None if path.is_empty() => Self::Page(None, anchor),
            None => Self::File(path.to_owned()),
        }
    }
}

fn ends_line(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock
            | TagEnd::Heading(_)
    )
}
