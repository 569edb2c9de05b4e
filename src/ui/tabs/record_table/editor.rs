//! The control over a cell that is being edited: the one that the form has for the field.

use egui::{Area, Event, Frame, Id, Key as Keyboard, Margin, Order, Popup, Rect, Ui};

use crate::edit::change;
use crate::edit::fields::{Field, Shape};
use crate::model::{AnyRecord, Key, Node, plural};
use crate::ui::command::EditRequest;
use crate::ui::forms::{self, Answer};
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Severity, severity_label};
use crate::ui::{Draft, Request, Scene};

/// Where the keys go once a cell is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    Stay,
    Down,
    Left,
    Right,
}

/// What becomes of a cell after a frame.
pub(super) enum Outcome {
    Stays,
    Ends(Option<Box<Request>>, Then),
}

/// A key that leaves the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leave {
    Back,
    To(Then),
    /// The value goes into all selected rows.
    Fill,
}

/// A cell that is being edited.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) key: Key,
    field: &'static Field,
    value: Option<Node>,
    creates: Option<AnyRecord>,
    is_touched: bool,
    /// Letters that came before the control had the keys.
    typed: String,
    has_keys: bool,
    refused: String,
    /// Where it stood last.
    rect: Option<Rect>,
    number: u64,
}

impl Cell {
    /// A cell with its value. Typed letters take the place of a text, and are looked for elsewhere.
    pub(super) fn new(key: Key, field: &'static Field, value: Option<Node>, typed: String, number: u64) -> Self {
        let value = if typed.is_empty() || !is_text(field.shape) { value } else { None };
        Self {
            key,
            field,
            value,
            creates: None,
            is_touched: false,
            typed,
            has_keys: false,
            refused: String::new(),
            rect: None,
            number,
        }
    }

    /// What was typed so far, where it is a value of the field alone.
    pub(super) fn draft(&self) -> Option<Draft> {
        let is_typed = self.is_touched && self.creates.is_none() && self.field.name != "id";
        is_typed.then(|| Draft {
            key: Some(self.key),
            field: self.field.name,
            value: self.value.clone(),
            creates: None,
        })
    }

    /// What was typed, where anything was.
    pub(super) fn into_draft(self) -> Option<Draft> {
        let Self { key, field, value, creates, is_touched, .. } = self;
        is_touched.then_some(Draft { key: Some(key), field: field.name, value, creates })
    }

    /// Shows the control over the cell; takes it back, or gives it out once it is complete.
    pub(super) fn ui(&mut self, ui: &Ui, scene: &Scene, cell: Option<Rect>) -> Outcome {
        self.rect = cell.or(self.rect);
        let Some(rect) = self.rect else { return Outcome::Ends(None, Then::Stay) };
        self.collect_letters(ui);
        let is_open_below = Popup::is_any_open(ui.ctx());
        let leave = if is_open_below { None } else { self.take_keys(ui) };
        let (answer, shown) = self.control_ui(ui, scene, rect);
        let was_letter = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Text(_))));
        let has_answered = answer.value.is_some();
        if let Some(value) = answer.value {
            self.value = value;
            self.creates = answer.creates;
            self.is_touched = true;
            self.refused.clear();
        }
        let is_picked = has_answered && answer.settles && is_one_choice(self.field.shape) && !was_letter;
        let left = match leave {
            Some(Leave::Back) => return Outcome::Ends(None, Then::Stay),
            // The key took what was offered; of a list more may follow.
            Some(Leave::To(Then::Down)) if has_answered && answer.settles && is_list(self.field.shape) => None,
            Some(_) if answer.is_unfinished && !has_answered => None,
            Some(leave) => Some(leave),
            None if is_picked => Some(Leave::To(Then::Down)),
            None if pressed_elsewhere(ui, shown) && !is_open_below => Some(Leave::To(Then::Stay)),
            None => None,
        };
        match left {
            Some(Leave::Fill) => self.end(scene, Then::Stay, true),
            Some(Leave::To(then)) => self.end(scene, then, false),
            _ => Outcome::Stays,
        }
    }

    /// The change that the cell asks for; a value that does not fit stays and is told why.
    fn end(&mut self, scene: &Scene, then: Then, fills: bool) -> Outcome {
        if !self.is_touched && !fills {
            return Outcome::Ends(None, then);
        }
        if self.creates.is_none()
            && let Err(refusal) = change::set_field(&scene.reader, self.key, self.field.name, self.value.clone())
        {
            self.refused = refusal.to_string();
            return Outcome::Stays;
        }
        let (value, creates) = (self.value.clone(), self.creates.clone());
        let request = if fills && !scene.chosen.is_empty() {
            EditRequest::SetFieldOfAll(scene.chosen.keys().collect(), self.field.name, value, creates).into()
        } else {
            EditRequest::SetField(Draft { key: Some(self.key), field: self.field.name, value, creates }).into()
        };
        Outcome::Ends(Some(Box::new(request)), then)
    }

    /// Letters that are typed before the control has the keys wait for it.
    fn collect_letters(&mut self, ui: &Ui) {
        if !self.has_keys {
            self.typed.push_str(&super::typed::take_text(ui));
        } else if !self.typed.is_empty() {
            let typed = std::mem::take(&mut self.typed);
            ui.input_mut(|input| input.events.push(Event::Text(typed)));
        }
    }

    /// The keys that leave the cell. One that also takes what is offered in the control is left to it.
    fn take_keys(&self, ui: &Ui) -> Option<Leave> {
        let mut leave = None;
        let (takes_enter, shape) = (takes_enter(self.field.shape), self.field.shape);
        ui.input_mut(|input| {
            let mut events = std::mem::take(&mut input.events);
            events.retain_mut(|event| {
                let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
                match *key {
                    Keyboard::Escape => leave = Some(Leave::Back),
                    Keyboard::Enter if modifiers.command => leave = Some(Leave::Fill),
                    // A line within the text.
                    Keyboard::Enter if modifiers.shift && is_long(shape) => return true,
                    Keyboard::Enter => leave = Some(Leave::To(Then::Down)),
                    Keyboard::Tab if modifiers.shift => leave = Some(Leave::To(Then::Left)),
                    Keyboard::Tab => leave = Some(Leave::To(Then::Right)),
                    _ => return true,
                }
                if !takes_enter || leave == Some(Leave::Back) {
                    return false;
                }
                *key = Keyboard::Enter;
                *modifiers = egui::Modifiers::NONE;
                true
            });
            input.events = events;
        });
        leave
    }

    fn control_ui(&mut self, ui: &Ui, scene: &Scene, rect: Rect) -> (Answer, Rect) {
        let id = Id::unique(("cell", self.number));
        let width = rect.width().max(least_width(self.field.shape));
        let area = Area::new(id).order(Order::Foreground).fixed_pos(rect.min).constrain(true);
        let shown = area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::same(4)).show(ui, |ui| {
                ui.set_width(width - 8.0);
                ui.spacing_mut().item_spacing.y = size::S4;
                let context = forms::FieldContext { reader: &scene.reader, record: Some(self.key) };
                let answer = forms::control_ui(ui, context, self.field, self.value.as_ref());
                self.foot_ui(ui, scene);
                answer
            })
        });
        let answer = shown.inner.inner;
        if let Some(first) = answer.first.filter(|_| !self.has_keys) {
            ui.memory_mut(|memory| memory.request_focus(first));
            self.has_keys = true;
            ui.ctx().request_repaint();
        }
        (answer, shown.response.rect)
    }

    /// Why the value was refused, and the keys.
    fn foot_ui(&self, ui: &mut Ui, scene: &Scene) {
        if !self.refused.is_empty() {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Error, &self.refused));
        }
        let fill = match scene.chosen.len() {
            0 | 1 => String::new(),
            count => format!("  ·  Ctrl+Enter sets {}", plural(count, "row")),
        };
        let keys = Type::Small.text(format!("Enter keeps it  ·  Esc takes it back{fill}"));
        ui.add(egui::Label::new(keys.color(theme::palette(ui).text3)).truncate().selectable(false));
    }
}

/// A press on what lies behind all menus.
fn pressed_elsewhere(ui: &Ui, shown: Rect) -> bool {
    let Some(pointer) = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten())
    else {
        return false;
    };
    let layer = ui.ctx().layer_id_at(pointer);
    !shown.contains(pointer) && layer.is_none_or(|layer| layer.order == Order::Background)
}

/// What is typed takes the place of the text that stands there.
fn is_text(shape: Shape) -> bool {
    matches!(shape, Shape::Line | Shape::Prose | Shape::Edtf | Shape::Date | Shape::Content | Shape::Number)
}

/// Enter makes a line within it.
fn is_long(shape: Shape) -> bool {
    matches!(shape, Shape::Prose | Shape::Content | Shape::Paragraphs)
}

/// Enter takes what its control offers, or ends its line.
fn takes_enter(shape: Shape) -> bool {
    !is_long(shape)
        && !matches!(shape, Shape::Word(_) | Shape::Words(_) | Shape::Flag | Shape::Marking | Shape::RelationKind)
}

/// What is picked is all there is to it.
fn is_one_choice(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Word(_) | Shape::Flag | Shape::Reference(_) | Shape::Actor(_) | Shape::Place | Shape::Country
    )
}

fn is_list(shape: Shape) -> bool {
    matches!(shape, Shape::References(_) | Shape::Actors(_) | Shape::Cites | Shape::Lines)
}

/// The least width of the control, in points.
fn least_width(shape: Shape) -> f32 {
    match shape {
        Shape::Content | Shape::Prose => 460.0,
        Shape::Date | Shape::Cites | Shape::Cite | Shape::References(_) | Shape::Actors(_) => 320.0,
        _ => 240.0,
    }
}
