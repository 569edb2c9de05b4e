//! Says beside words of a right-to-left script that they run the wrong way here (egui#5069).

use egui::{Label, Ui};

use crate::present::runs_right_to_left;
use crate::ui::theme::{self, Type};

/// Says so where one of the texts above has such words.
pub fn script_way_ui<'a>(ui: &mut Ui, mut texts: impl Iterator<Item = &'a str>) {
    if texts.any(runs_right_to_left) {
        let words =
            "The words of this script run the wrong way in this window; in the file and in exports they are right";
        ui.add(Label::new(Type::Small.text(words).color(theme::palette(ui).text2)).wrap());
    }
}
