//! Words on a card or in a passage: a source's own in serif, ours in sans, some of them links.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::wrapped_link::{Underline, text_spans, wrapped_link_ui};
use crate::present::runs_right_to_left;
use crate::ui::theme::{self, Palette, Type, size};

/// A stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'a> {
    /// A source's own words: serif. Marks are added unless they are there.
    Said(&'a str),
    /// Somebody's wording of them: sans.
    Para(&'a str),
    /// The source's verb before somebody's words: sans, weak.
    LeadIn(&'a str),
    /// Our own words that lead to a record. Links are numbered in order, from 0.
    Link(&'a str),
    /// A passage of a source, in serif without quotation marks of ours.
    Passage(&'a str),
    /// The part of a passage that a statement quotes, on a wash.
    Marked(&'a str),
    /// Such a part of the record that is pointed at: underlined too.
    Pointed(&'a str),
}

impl<'a> Run<'a> {
    pub(in crate::ui) fn text(self) -> &'a str {
        match self {
            Self::Said(text)
            | Self::Para(text)
            | Self::LeadIn(text)
            | Self::Link(text)
            | Self::Passage(text)
            | Self::Marked(text)
            | Self::Pointed(text) => text,
        }
    }
}

/// Runs of words, wrapped as one text.
#[must_use = "call show"]
pub struct Quote<'a> {
    pub(super) runs: &'a [Run<'a>],
    sans: Type,
    serif: Type,
    weak: bool,
    max_rows: usize,
}

/// What became of a shown text.
#[derive(Debug)]
pub struct QuoteResponse {
    /// The whole text.
    pub response: Response,
    /// The link that was clicked.
    pub clicked_link: Option<usize>,
}

/// Ranges of characters of a text.
#[derive(Default)]
pub(super) struct Places {
    links: Vec<Range<usize>>,
    marks: Vec<Range<usize>>,
    /// Those of the marks that are underlined.
    pointed: Vec<Range<usize>>,
}

impl Places {
    /// The washes behind marked words and the lines under those that are pointed at, of a text that stands at `at`.
    pub(super) fn mark_shapes(&self, palette: &Palette, galley: &Galley, at: Pos2) -> Vec<Shape> {
        let spans = |marks: &[Range<usize>]| -> Vec<Rect> {
            marks.iter().flat_map(|mark| text_spans(galley, mark, at.to_vec2())).collect()
        };
        let wash = |span: Rect| Shape::rect_filled(span.shrink2(vec2(-1.0, 1.0)), size::RADIUS_MARK, palette.mark);
        let line = |span: Rect| {
            let y = span.bottom() - size::FOCUS;
            let ends = [pos2(span.left(), y), pos2(span.right(), y)];
            Shape::line_segment(ends, Stroke::new(size::FOCUS, palette.accent))
        };
        let washes = spans(&self.marks).into_iter().map(wash);
        washes.chain(spans(&self.pointed).into_iter().map(line)).collect()
    }
}

impl<'a> Quote<'a> {
    /// For a statement's card.
    pub fn card(runs: &'a [Run<'a>]) -> Self {
        Self::new(runs, Type::Lead, Type::Quote)
    }

    /// For the inspector and for lists.
    pub fn small(runs: &'a [Run<'a>]) -> Self {
        Self::new(runs, Type::Body, Type::QuoteSmall)
    }

    /// For the bottom line, whose phrases are links.
    pub fn bottom_line(runs: &'a [Run<'a>]) -> Self {
        Self::new(runs, Type::BottomLine, Type::Quote)
    }

    fn new(runs: &'a [Run<'a>], sans: Type, serif: Type) -> Self {
        Self { runs, sans, serif, weak: false, max_rows: usize::MAX }
    }

    /// In the colour of secondary text: the paragraphs round the one in question.
    pub fn weak(mut self) -> Self {
        self.weak = true;
        self
    }

    /// Cut with “…” after so many lines.
    pub fn max_rows(mut self, rows: usize) -> Self {
        self.max_rows = rows;
        self
    }

    /// Shows the text across the available width.
    pub fn show(self, ui: &mut Ui) -> QuoteResponse {
        let palette = theme::palette(ui);
        let (job, places) = self.job(palette, ui.available_width());
        let text = job.text.clone();
        let galley = ui.painter().layout_job(job);
        let (rect, mut response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));

        ui.painter().extend(places.mark_shapes(palette, &galley, rect.min));
        let mut clicked_link = None;
        for (index, link) in places.links.into_iter().enumerate() {
            let name: String = galley.job.text.chars().skip(link.start).take(link.len()).collect();
            let places = text_spans(&galley, &link, rect.min.to_vec2());
            let underline = Underline {
                below_middle: self.sans.size() * 0.62,
                at_rest: Some(Stroke::new(size::FOCUS, palette.accent)),
                hovered: Stroke::new(size::FOCUS + size::LINE, palette.accent),
            };
            let link = wrapped_link_ui(ui, response.id.with(index), &places, &name, underline);
            if link.is_some_and(|link| link.clicked()) {
                clicked_link = Some(index);
            }
        }
        if galley.elided {
            response = response.on_hover_text(text);
        }
        ui.painter().galley(rect.min, galley, palette.text);
        QuoteResponse { response, clicked_link }
    }

    /// The text to lay out, and which of its characters are links or marked.
    pub(super) fn job(&self, palette: &Palette, width: f32) -> (LayoutJob, Places) {
        let mut job = LayoutJob::default();
        let mut places = Places::default();
        let mut characters = 0;
        for run in self.runs {
            let text = with_marks(*run);
            let from = characters;
            characters += text.chars().count();
            let mut format = self.format(palette, *run);
            match run {
                Run::Link(_) => places.links.push(from..characters),
                // Of a script that is drawn the other way the letters are not counted as they stand: the ground is that of
                // the run, whatever its letters.
                Run::Marked(_) | Run::Pointed(_) if runs_right_to_left(&text) => {
                    format.background = palette.mark;
                    if matches!(run, Run::Pointed(_)) {
                        format.underline = Stroke::new(size::FOCUS, palette.accent);
                    }
                }
                Run::Marked(_) => places.marks.push(from..characters),
                Run::Pointed(_) => {
                    places.marks.push(from..characters);
                    places.pointed.push(from..characters);
                }
                Run::Said(_) | Run::Para(_) | Run::LeadIn(_) | Run::Passage(_) => {}
            }
            job.append(&text, 0.0, format);
        }
        job.wrap.max_width = width;
        job.wrap.max_rows = self.max_rows;
        // A single line is filled; of several lines the last is cut between words.
        job.wrap.break_anywhere = self.max_rows == 1;
        (job, places)
    }

    fn format(&self, palette: &Palette, run: Run<'_>) -> TextFormat {
        let weak = |colour: Color32| if self.weak { palette.text3 } else { colour };
        // One line height throughout, so that a line of mixed runs is as high as any other.
        let line_height = self.sans.line_height().max(self.serif.line_height());
        let format = match run {
            Run::Said(_) | Run::Passage(_) => self.serif.format(weak(palette.text)),
            Run::Marked(_) | Run::Pointed(_) => self.serif.format(palette.text),
            Run::Para(_) if self.sans == Type::Lead => self.sans.format(weak(palette.text2)),
            Run::Para(_) => self.sans.format(weak(palette.text)),
            Run::LeadIn(_) => self.sans.format(palette.text3),
            Run::Link(_) => self.sans.format(palette.text),
        };
        TextFormat { line_height: Some(line_height), ..format }
    }
}

/// The text of a run, within quotation marks if it is somebody's own words and has none.
fn with_marks(run: Run<'_>) -> String {
    let text = run.text();
    let has_marks = text.trim_start().starts_with(['“', '„', '«', '"', '‘']);
    match run {
        Run::Said(_) if !has_marks => format!("“{text}”"),
        _ => text.to_owned(),
    }
}

/// The galley of runs, for painters that place it themselves.
pub fn quote_galley(ui: &Ui, quote: &Quote<'_>, width: f32) -> Arc<Galley> {
    let (job, _) = quote.job(theme::palette(ui), width);
    ui.painter().layout_job(job)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_have_quotation_marks_once() {
        assert_eq!(with_marks(Run::Said("ironclad friendship")), "“ironclad friendship”");
        assert_eq!(with_marks(Run::Said("“ironclad friendship”")), "“ironclad friendship”");
        assert_eq!(with_marks(Run::Said("„челично пријатељство”")), "„челично пријатељство”");
        assert_eq!(with_marks(Run::Para("cooperation")), "cooperation");
    }

    #[test]
    fn only_a_sources_words_are_serif() {
        let runs = [Run::Para("Cooperation is "), Run::Said("developing")];
        let (job, places) = Quote::card(&runs).job(&Palette::LIGHT, 300.0);
        assert!(places.links.is_empty());
        let fonts: Vec<_> = job.sections.iter().map(|s| s.format.font_id.clone()).collect();
        assert_eq!(fonts, [Type::Lead.font_id(), Type::Quote.font_id()]);
    }

    #[test]
    fn marked_words_of_a_script_that_runs_the_other_way_have_the_ground_of_their_run() {
        let runs = [Run::Passage("في 14 أكتوبر "), Run::Marked("وصل الوزير"), Run::Marked("Belgrade")];
        let (job, places) = Quote::small(&runs).job(&Palette::LIGHT, 300.0);
        let grounds: Vec<bool> = job.sections.iter().map(|s| s.format.background == Palette::LIGHT.mark).collect();
        assert_eq!((grounds, places.marks.len()), (vec![false, true, false], 1));
    }

    #[test]
    fn links_are_found_by_their_characters() {
        let runs = [Run::Para("Дошли "), Run::Link("three times"), Run::Para(".")];
        let (_, places) = Quote::bottom_line(&runs).job(&Palette::LIGHT, 300.0);
        assert_eq!(places.links.first(), Some(&(6..17)));
    }
}
