//! Says beside words of a right-to-left script that they run the wrong way here (egui#5069).

use egui::{Label, Ui};

use crate::model::Source;
use crate::present::runs_right_to_left;
use crate::present::sources::ReadParagraph;
use crate::ui::theme::{self, Type};

pub(super) fn ui(ui: &mut Ui, paragraph: &ReadParagraph, source: &Source) {
    if paragraph.para.is_some_and(|para| source.words_of(para).any(runs_right_to_left)) {
        let words =
            "The words of this script run the wrong way in this window; in the file and in exports they are right";
        ui.add(Label::new(Type::Small.text(words).color(theme::palette(ui).text2)).wrap());
    }
}
