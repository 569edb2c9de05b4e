//! What is asked before an article is read: when it was published. And what is shown while it is being read.

use std::time::Duration;

use egui::{Align, Frame, Key as Press, Label, Layout, ProgressBar, ScrollArea, Ui, vec2};

use super::state::{DateAsked, ReadingJob};
use crate::model::{Key, Node, Source};
use crate::phrase::{Answer, read};
use crate::present::visible;
use crate::ui::command::ProposalRequest;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, Field, Severity, separator, severity_label};
use crate::ui::{Command, Request, Scene};

const WIDTH: f32 = 460.0;
/// The day stands near the head of an article, or nowhere.
const MOST_PARAGRAPHS: usize = 40;
/// After so long a wait a person wonders what goes on.
const WONDER_SECONDS: f64 = 0.5;

fn in_the_middle(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    let width = WIDTH.min(room - 2.0 * size::S24);
    ui.add_space(size::S40);
    ui.horizontal(|ui| {
        ui.add_space(((room - width) / 2.0).max(size::S24));
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            Frame::NONE.show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = size::S8;
                content(ui);
            });
        });
    });
}

/// The words of the article, in which a person may look for the day.
fn words_ui(ui: &mut Ui, source: &Source) {
    let palette = theme::palette(ui);
    ui.add_space(size::S12);
    separator(ui);
    let room = ui.clip_rect().bottom() - ui.cursor().top() - size::S24;
    let area = ScrollArea::vertical().id_salt("words of the article").auto_shrink([false, true]);
    area.min_scrolled_height(room).max_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::S8;
        for (_, text) in source.held_words().iter().take(MOST_PARAGRAPHS) {
            ui.add(Label::new(Type::QuoteSmall.text(visible(text)).color(palette.text2)).wrap());
        }
    });
}

/// Asks when the article was published.
pub(super) fn date_ui(ui: &mut Ui, scene: &mut Scene, (key, source): (Key, &Source), asked: &mut DateAsked) {
    let mut request: Option<Request> = None;
    let is_editing = scene.is_editing;
    in_the_middle(ui, |ui| {
        let palette = theme::palette(ui);
        ui.label(Type::Heading.text("When was this article published?").color(palette.text));
        let why = "Days without a year and words such as “on Monday” are counted from that day";
        ui.label(Type::Body.text(why).color(palette.text2));
        if !is_editing {
            ui.label(Type::Body.text("Records are made while editing").color(palette.text2));
            if ui.add(Button::primary("Start editing")).clicked() {
                request = Some(Request::Do(Command::ToggleEditing));
            }
        }
        let response = Field::new("Day of publication", &mut asked.typed).hint("When, such as 14 Oct 2024").show(ui);
        if !std::mem::replace(&mut asked.has_focus, true) {
            response.request_focus();
        }
        let answer = read(&asked.typed);
        let date = answer_ui(ui, &answer, asked.is_likely);
        let enters = response.lost_focus() && ui.input(|input| input.key_pressed(Press::Enter));
        ui.add_space(size::S4);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            let is_given = date.is_some() && is_editing;
            let next = ui.add_enabled(is_given, Button::primary("Read it").detail("Enter"));
            if let Some(date) = date.filter(|_| is_editing && (next.clicked() || enters)) {
                request = Some(ProposalRequest::Date(key, Node::Text(date)).into());
            }
            if ui.add(Button::secondary("Read it without a day")).clicked() {
                request = Some(ProposalRequest::ReadUndated(key).into());
            }
            if ui.add(Button::quiet("Leave").name("Leave the proposals")).clicked() {
                request = Some(ProposalRequest::Leave.into());
            }
        });
        if enters && date_of(&answer).is_none() {
            response.request_focus();
        }
        words_ui(ui, source);
    });
    scene.requests.extend(request);
}

fn date_of(answer: &Answer) -> Option<String> {
    answer.one().map(|reading| reading.edtf.clone())
}

/// What was typed is read as, or why it is none; gives the date.
fn answer_ui(ui: &mut Ui, answer: &Answer, is_likely: bool) -> Option<String> {
    let palette = theme::palette(ui);
    let words = match answer {
        Answer::Empty => "Without it, days without a year are asked about".to_owned(),
        Answer::One(reading) if is_likely => {
            format!("{}: so it likely stands in the text; look whether it is so", reading.label())
        }
        Answer::One(reading) => reading.label(),
        Answer::Ask(readings) => {
            let all: Vec<String> = readings.iter().map(crate::phrase::Reading::label).collect();
            format!("Write which: {}", all.join(" or "))
        }
        Answer::Clash { message, .. } | Answer::Unread { message, .. } => {
            severity_label(ui, Severity::Error, message);
            return None;
        }
    };
    ui.label(Type::Small.text(words).color(palette.text2));
    date_of(answer)
}

/// How far the reading has come, once it takes long enough to wonder.
pub(super) fn progress_ui(ui: &mut Ui, scene: &mut Scene, reading: &ReadingJob) {
    let waited = ui.input(|input| input.time) - reading.job.began;
    if waited < WONDER_SECONDS {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(WONDER_SECONDS - waited));
        return;
    }
    ui.ctx().request_repaint_after(Duration::from_millis(100));
    let mut stops = false;
    in_the_middle(ui, |ui| {
        ui.label(Type::Heading.text("Reading the article…").color(theme::palette(ui).text));
        ui.add(ProgressBar::new(reading.watch.share()).desired_height(size::S8));
        stops = ui.add(Button::secondary("Cancel").name("Cancel reading")).clicked();
    });
    if stops {
        scene.ask(ProposalRequest::Leave);
    }
}
