//! What the stages of the tour say.

use crate::ui::Command;
use crate::ui::session::Stage;
use crate::ui::shared::landmark::Landmark;

/// What a stage says.
pub(super) struct Told {
    pub(super) title: &'static str,
    pub(super) text: String,
}

/// What a stage points at.
pub(super) fn landmark(stage: Stage) -> Landmark {
    match stage {
        Stage::Date => Landmark::Date,
        Stage::Words => Landmark::Paragraph,
        Stage::Count => Landmark::Bars,
        Stage::Counted => Landmark::Counted,
        Stage::Quote => Landmark::Quote,
        Stage::Edit => Landmark::Mode,
        Stage::Export => Landmark::FileMenu,
    }
}

pub(super) fn told(ctx: &egui::Context, stage: Stage) -> Told {
    let keys = |command: Command| command.shortcut_text(ctx);
    let (title, text) = match stage {
        Stage::Date => (
            "A date keeps its doubt",
            "The article says “on October 14” and no year. The year is read from the day of publication, so the page says \
             “year inferred” and a count keeps it apart. Click the paragraph, ¶3, to see where the words stand."
                .to_owned(),
        ),
        Stage::Words => (
            "And leads to its words",
            "This is the paragraph that the date rests on. Every date, quote and count of a briefing leads to such words, \
             and to how sure we are."
                .to_owned(),
        ),
        Stage::Count => (
            "A count says what it rests on",
            "Each bar counts the visits of a month or a quarter: solid is certain, hatched is possible. Click a bar for \
             the visits that it counts."
                .to_owned(),
        ),
        Stage::Counted => (
            "The visits behind the bar",
            "A visit whose date may lie in two bars gives each its share, so that none counts twice. What fits no year is \
             undated, and its number is always in sight."
                .to_owned(),
        ),
        Stage::Quote => (
            "A quote is a quote",
            "Words in this type were said; the rest is paraphrase, and the bar shows how much is which. Click a card for \
             where its words stand."
                .to_owned(),
        ),
        Stage::Edit => (
            "Change something",
            format!(
                "Press {}, or Edit here. A click on the label of a field tells what it means; {} takes anything back, and \
                 the sample cannot be harmed.",
                keys(Command::ToggleEditing),
                keys(Command::Undo)
            ),
        ),
        Stage::Export => (
            "Hand it on",
            format!(
                "{} shows the note as it will be written: for Word, for the browser, in Markdown. Then begin your own: \
                 File, New briefing or Paste an article.",
                keys(Command::ExportMarkdown)
            ),
        ),
    };
    Told { title, text }
}
