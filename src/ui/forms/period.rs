//! A length of time: a number and a unit, and where it may go either way, before or after.

use egui::{Align, Layout, Ui, vec2};

use super::answer::Answer;
use super::text::{line_ui, text_node, text_of};
use crate::model::Node;
use crate::ui::theme::size;
use crate::ui::widgets::{Field, choice_field};

const UNITS: [(char, &str); 4] = [('D', "days"), ('W', "weeks"), ('M', "months"), ('Y', "years")];
/// The unit that is proposed.
const MONTHS: usize = 2;
const NUMBER_WIDTH: f32 = 56.0;

/// Whether a length of time is one only, or leads from something to before it or behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Length,
    BeforeOrAfter,
}

/// A length of time in one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Single {
    number: String,
    unit: usize,
    is_before: bool,
}

impl Single {
    /// Reads `-P1M`; none where several units are written, or something else.
    fn read(text: &str) -> Option<Self> {
        let (is_before, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let rest = rest.strip_prefix('P')?;
        let unit = rest.chars().next_back()?;
        let number = rest.strip_suffix(unit)?;
        let is_number = !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit());
        let unit = UNITS.iter().position(|(known, _)| *known == unit)?;
        is_number.then(|| Self { number: number.to_owned(), unit, is_before })
    }

    fn written(&self) -> Option<Node> {
        let unit = UNITS.get(self.unit).map(|(letter, _)| *letter)?;
        let sign = if self.is_before { "-" } else { "" };
        let text = if self.number.is_empty() { String::new() } else { format!("{sign}P{}{unit}", self.number) };
        text_node(text)
    }
}

/// Shows a length of time; one that is written in several units is shown as the file has it.
pub(super) fn period_ui(ui: &mut Ui, name: &str, value: Option<&Node>, way: Way) -> Answer {
    let text = text_of(value);
    let begun_id = ui.scope_id().with("unit of no number yet");
    let begun = || ui.data(|data| data.get_temp::<(usize, bool)>(begun_id)).unwrap_or((MONTHS, false));
    let single = match text.as_str() {
        "" => {
            let (unit, is_before) = begun();
            Some(Single { number: String::new(), unit, is_before })
        }
        text => Single::read(text),
    };
    let Some(mut single) = single else { return line_ui(ui, name, value, "P1Y6M: a year and six months") };
    let before = single.clone();
    let mut answer = Answer::default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        let left = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(NUMBER_WIDTH, size::FIELD), left, |ui| {
            let response = Field::new(name, &mut single.number).show(ui);
            // Who writes it as the file does is understood.
            if let Some(written) = Single::read(&single.number) {
                single = written;
            }
            single.number.retain(|letter| letter.is_ascii_digit());
            single.number.truncate(6);
            answer = Answer::typed(ui, &response, || None);
            answer.value = None;
        });
        let choices = if way == Way::BeforeOrAfter { 2.0 } else { 1.0 };
        let width = (ui.available_width() - size::S8 * (choices - 1.0)) / choices;
        let units = UNITS.map(|(_, words)| words);
        ui.allocate_ui_with_layout(vec2(width, size::FIELD), left, |ui| {
            let now = units.get(single.unit).copied().unwrap_or_default();
            let (_, picked) = choice_field(ui, &format!("{name}, unit"), now, &units, Some(single.unit));
            single.unit = picked.unwrap_or(single.unit);
        });
        if way == Way::BeforeOrAfter {
            ui.allocate_ui_with_layout(vec2(width, size::FIELD), left, |ui| {
                let ways = ["after it", "before it"];
                let place = usize::from(single.is_before);
                let now = ways.get(place).copied().unwrap_or_default();
                let (_, picked) = choice_field(ui, &format!("{name}, way"), now, &ways, Some(place));
                single.is_before = picked.map_or(single.is_before, |picked| picked == 1);
            });
        }
    });
    if single != before {
        ui.data_mut(|data| data.insert_temp(begun_id, (single.unit, single.is_before)));
        if single.number != before.number || !single.number.is_empty() {
            answer.settles |= single.number == before.number;
            answer.value = Some(single.written());
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_of_one_unit_is_read_and_written_alike() {
        for text in ["P1M", "-P1M", "P6Y", "P15D", "-P2W"] {
            let single = Single::read(text).unwrap();
            assert_eq!(single.written(), Some(Node::Text(text.to_owned())), "{text}");
        }
        for text in ["P1Y6M", "1M", "P", "PM", "", "PT1H"] {
            assert_eq!(Single::read(text), None, "{text}");
        }
    }
}
