//! What a tab says that has nothing to show, and what to do about it.

use egui::Ui;

use crate::model::{RecordKind, plural};
use crate::ui::theme::{self, Icon, Type, icons};
use crate::ui::widgets::empty_state;
use crate::ui::{Command, Request, Scene};

/// Says that there is no record of a kind, or none that passes the filter.
pub fn nothing_ui(ui: &mut Ui, scene: &mut Scene, kind: RecordKind) {
    let all = scene.document.briefing.count(kind);
    if all > 0 {
        let next = format!("The filter hides {} of the briefing", plural(all, kind.noun()));
        if empty_state(ui, of(kind).icon, "Nothing passes the filter", &next, "Clear filter") {
            scene.ask(Request::Do(Command::ClearFilter));
        }
        return;
    }
    let Nothing { icon, new, what_it_is, from_words } = of(kind);
    let what = format!("No {}s yet", kind.noun());
    if scene.is_editing && !from_words.is_empty() {
        begin_ui(ui, scene, icon, &what, &format!("{what_it_is}. {from_words}"), new);
    } else {
        begin_ui(ui, scene, icon, &what, what_it_is, new);
    }
}

/// Says that there is nothing, and offers to make the first, which starts editing.
pub fn begin_ui(ui: &mut Ui, scene: &mut Scene, icon: Icon, what: &str, next: &str, new: Command) {
    if empty_state(ui, icon, what, next, new.text()) {
        scene.ask(Request::Do(new));
    }
}

/// Says what is being worked out, before there is anything to show.
pub fn working_ui(ui: &mut Ui, words: &str) {
    ui.centered_and_justified(|ui| {
        ui.label(Type::Body.text(words).color(theme::palette(ui).text2));
    });
}

/// What is said where there is none of a kind.
struct Nothing {
    icon: Icon,
    new: Command,
    what_it_is: &'static str,
    from_words: &'static str,
}

fn of(kind: RecordKind) -> Nothing {
    let (icon, new, what_it_is, from_words) = match kind {
        RecordKind::Source => (
            icons::BOOK_OPEN,
            Command::NewSource,
            "What you know something from: an article, a post, a photo",
            "Paste its words where it is read, and make statements, visits and actors of them with a key",
        ),
        RecordKind::Actor | RecordKind::Role => (
            icons::USERS,
            Command::NewActor,
            "People, parties, bodies and countries",
            "Names selected in the held words of a source become actors with A",
        ),
        RecordKind::Visit => (
            icons::AIRPLANE_TILT,
            Command::NewVisit,
            "Who went where, and when, however vague the date is",
            "Words selected in a source become a visit with V",
        ),
        RecordKind::Statement => (
            icons::QUOTES,
            Command::NewStatement,
            "What somebody said, word for word or in other words, and where it stands",
            "Words selected in a source become a statement with S",
        ),
        RecordKind::Relation => {
            (icons::HANDSHAKE, Command::NewRelation, "What holds between two actors, such as a partnership", "")
        }
        RecordKind::Judgement => (
            icons::SCALES,
            Command::NewJudgement,
            "What you conclude, how likely it is, how sure you are, and what speaks for and against it",
            "",
        ),
        RecordKind::Conflict => (icons::NOT_EQUALS, Command::NewConflict, "Sources that disagree about a field", ""),
    };
    Nothing { icon, new, what_it_is, from_words }
}
