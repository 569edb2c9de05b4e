//! An article that is pasted: its words, and what a source has to say of itself, asked with what is likely.

use egui::text::{CCursor, CCursorRange};
use egui::{Event, Ui, ViewportCommand};

use super::foot::{Foot, Pressed};
use super::frame::{Fate, text_ui, title_ui};
use crate::edit::article::source_text;
use crate::edit::change::Article;
use crate::edit::{Byline, likely_byline, likely_publication};
use crate::phrase::{Answer, Reading, in_words, read};
use crate::ui::Request;
use crate::ui::command::EditRequest;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Field, Severity, select, severity_label};

const WORDS_ROWS: usize = 8;

/// What is being pasted and typed.
#[derive(Debug, Default)]
pub(in crate::ui) struct ArticleDialog {
    text: String,
    title: String,
    author: String,
    publisher: String,
    published: String,
    /// What was filled in from the words, to be followed until somebody types something else.
    likely: Likely,
    is_shown: bool,
    clipboard: Clipboard,
    /// It becomes a source of the open briefing, not the first of a new one.
    is_for_open: bool,
    /// What the other button offers.
    other: Option<Other>,
}

/// What the words themselves tell of the article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Likely {
    title: String,
    author: String,
    publisher: String,
    published: String,
}

impl Likely {
    fn of(text: &str) -> Self {
        let Byline { authors, publisher } = likely_byline(text);
        Self {
            title: source_text(text).into_iter().next().unwrap_or_default(),
            author: authors,
            publisher,
            published: likely_publication(text).map(|likely| in_words(&likely.day)).unwrap_or_default(),
        }
    }
}

/// What became of the clipboard, which is asked for an article when the dialog opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Clipboard {
    /// It was not asked.
    #[default]
    NotAsked,
    /// What it holds is pasted next.
    Asked,
    /// The words are its own.
    Given,
    /// Somebody changed the words since.
    Changed,
}

/// What a text that was pasted may have been meant for too.
#[derive(Debug, Clone, Copy)]
enum Other {
    /// Rows of a table.
    Rows,
    /// The open briefing, which is a sample.
    Hold,
}

impl Other {
    fn label(self) -> &'static str {
        match self {
            Self::Rows => "Read it as rows instead",
            Self::Hold => "Hold it in this one instead",
        }
    }
}

impl ArticleDialog {
    /// Offers to hold a text as a source of the open briefing.
    pub(super) fn to_hold(text: String) -> Self {
        Self { text, is_for_open: true, other: Some(Other::Rows), ..Self::default() }
    }

    /// Offers to begin a briefing with a text.
    pub(super) fn to_begin(text: String, is_one_open: bool) -> Self {
        Self { text, other: is_one_open.then_some(Other::Hold), ..Self::default() }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, requests: &mut Vec<Request>) -> Fate {
        if self.is_for_open {
            title_ui(ui, "Hold this article as a source?");
            text_ui(ui, "Its words are kept in the briefing, to be quoted and cited by paragraph");
        } else {
            title_ui(ui, "Paste an article");
            text_ui(ui, "A new briefing begins with it: its words are kept, to be quoted and cited by paragraph");
        }
        self.words_ui(ui);
        label_ui(ui, "Title");
        let hint =
            if self.is_for_open { "What it is called" } else { "What it is called; the briefing is called so too" };
        Field::new("Title of the article", &mut self.title).hint(hint).show(ui);
        ui.columns_const(|[left, right]| {
            label_ui(left, "Publisher");
            let hint = "Who published it, such as RFE/RL";
            Field::new("Publisher of the article", &mut self.publisher).hint(hint).show(left);
            label_ui(right, "Author");
            Field::new("Author of the article", &mut self.author).hint("Who wrote it").show(right);
        });
        label_ui(ui, "Published");
        let published = read(&self.published);
        let is_wrong = !matches!(published, Answer::Empty | Answer::One(_));
        Field::new("Day of publication", &mut self.published)
            .hint("When, such as 14 Oct 2024")
            .error(is_wrong)
            .show(ui);
        let edtf = published_ui(ui, &published);
        let can_begin = !self.text.trim().is_empty() && !is_wrong;
        let words = if self.is_for_open { "Hold it as a source" } else { "Begin the briefing" };
        let foot = Foot::new(words).enabled(can_begin);
        let foot = match self.other {
            Some(other) => foot.other(Button::secondary(other.label())),
            None => foot,
        };
        let Some(pressed) = foot.show(ui) else { return Fate::Stay };
        let Self { text, title, author, publisher, is_for_open, other, .. } = std::mem::take(self);
        let article = || Box::new(Article { title, author, publisher, published: edtf, text: text.clone() });
        requests.extend(match (pressed, other) {
            (Pressed::Cancel, _) => None,
            (Pressed::Other(_), Some(Other::Rows)) => Some(Request::ReadAsRows(text)),
            (Pressed::Primary, _) if !is_for_open => Some(Request::BeginArticle(article())),
            (Pressed::Primary | Pressed::Other(_), _) => Some(EditRequest::HoldArticle(article()).into()),
        });
        Fate::Close
    }

    fn words_ui(&mut self, ui: &mut Ui) {
        self.drop_what_is_there(ui);
        let before = (self.clipboard == Clipboard::Given).then(|| self.text.clone());
        let field = Field::new("Words of the article", &mut self.text).rows(WORDS_ROWS).verbatim();
        let response = field.hint("Paste its words here, headline first").show(ui);
        let is_first = !std::mem::replace(&mut self.is_shown, true);
        if is_first && self.text.is_empty() {
            response.request_focus();
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            self.clipboard = Clipboard::Asked;
        }
        // What was pasted into another field of an empty dialog is the article all the same.
        let pasted = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Paste(_))));
        if self.clipboard == Clipboard::Asked && pasted && !self.text.is_empty() {
            // What is pasted or typed next takes its place.
            select(ui, response.id, CCursorRange::two(CCursor::default(), CCursor::new(self.text.chars().count())));
            self.clipboard = Clipboard::Given;
        } else if before.is_some_and(|before| before != self.text) {
            self.clipboard = Clipboard::Changed;
        }
        if self.clipboard == Clipboard::Given {
            let palette = theme::palette(ui);
            let told = "From the clipboard; what you paste or type now takes its place";
            ui.label(Type::Small.text(told).color(palette.text2));
        }
        if response.changed() || pasted || is_first {
            let likely = Likely::of(&self.text);
            follow(&mut self.title, &self.likely.title, &likely.title);
            follow(&mut self.author, &self.likely.author, &likely.author);
            follow(&mut self.publisher, &self.likely.publisher, &likely.publisher);
            follow(&mut self.published, &self.likely.published, &likely.published);
            self.likely = likely;
        }
    }

    /// What is pasted and stands there already is not pasted again.
    fn drop_what_is_there(&self, ui: &Ui) {
        let there = self.text.trim();
        if there.is_empty() {
            return;
        }
        let is_there = |event: &Event| matches!(event, Event::Paste(text) if text.trim() == there);
        ui.input_mut(|input| input.events.retain(|event| !is_there(event)));
    }
}

/// A field that somebody has not typed into follows what is likely.
fn follow(field: &mut String, likely_before: &str, likely: &str) {
    if field.is_empty() || field == likely_before {
        likely.clone_into(field);
    }
}

/// What the date is read as, below its field; gives its EDTF.
fn published_ui(ui: &mut Ui, published: &Answer) -> String {
    let palette = theme::palette(ui);
    let why_not = match published {
        Answer::Empty => "The dates in it are counted from that day; it can be filled in later",
        Answer::One(reading) => {
            ui.label(Type::Small.text(reading.label()).color(palette.text2));
            return reading.edtf.clone();
        }
        Answer::Ask(readings) => {
            let words: Vec<String> = readings.iter().map(Reading::label).collect();
            ui.horizontal_wrapped(|ui| {
                severity_label(ui, Severity::Error, &format!("Write which: {}", words.join(" or ")))
            });
            return String::new();
        }
        Answer::Clash { message, .. } | Answer::Unread { message, .. } => {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, message));
            return String::new();
        }
    };
    ui.label(Type::Small.text(why_not).color(palette.text2));
    String::new()
}

fn label_ui(ui: &mut Ui, label: &str) {
    ui.add_space(size::S4);
    ui.label(Type::Small.text(label).color(theme::palette(ui).text2));
}
