//! The briefing itself in the inspector, while no record is selected.

use egui::Ui;

use crate::document::Origin;
use crate::model::{Channel, NodeFields, When};
use crate::present::visible;
use crate::ui::tabs::{colour_of, shape_of};
use crate::ui::theme::{self, Type, icons, size};
use crate::ui::widgets::{self, Button, Chip, SectionHead, property_row};
use crate::ui::{Command, Request, Scene};

use super::words::{record_link_ui, section_line_ui, text_ui, weak_ui};

/// How many sources are listed; the tab has all.
const MOST_SOURCES: usize = 8;
/// Where the bars of the channels begin.
const BAR_LEFT: f32 = 116.0;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, origin: &Origin) {
    let palette = theme::palette(ui);
    let header = &scene.document.briefing.header;
    ui.label(Type::Body.text("Briefing").color(palette.text2));
    ui.add(egui::Label::new(Type::Title.text(visible(scene.document.title())).color(palette.text)).wrap());
    ui.horizontal_wrapped(|ui| {
        let status = header.status.map(|status| status.label().to_owned());
        let marking = header.marking.as_ref().map(|marking| visible(marking.label()).into_owned());
        let lang = Some(header.lang.clone()).filter(|lang| !lang.is_empty());
        for words in [status, marking, lang].into_iter().flatten() {
            Chip::outlined(&words).show(ui);
        }
    });
    section_line_ui(ui);
    if !header.as_of.is_empty() {
        property_row(ui, "As of", |ui| text_ui(ui, &When::from_edtf(&header.as_of).display()));
    }
    if !header.authors.is_empty() {
        property_row(ui, "Authors", |ui| text_ui(ui, &visible(&header.authors.join(", "))));
    }
    let file = origin.path().map_or_else(|| origin.name(), |path| path.display().to_string());
    property_row(ui, "File", |ui| text_ui(ui, &file));
    sources_ui(ui, scene);
    channels_ui(ui, scene);
    coverage_ui(ui, scene);
    section_line_ui(ui);
    if ui.add(Button::secondary("Export note…").icon(icons::EXPORT)).clicked() {
        scene.ask(Request::Do(Command::ExportMarkdown));
    }
}

fn sources_ui(ui: &mut Ui, scene: &mut Scene) {
    let sources = &scene.document.briefing.sources;
    if sources.is_empty() {
        return;
    }
    section_line_ui(ui);
    ui.add(SectionHead::new("Sources").count(sources.len()));
    for entry in sources.iter().take(MOST_SOURCES) {
        ui.horizontal(|ui| {
            widgets::grade_box(ui, entry.record.reliability.and_then(|grade| grade.word().chars().next()));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let name = visible(&entry.record.publisher).into_owned();
                record_link_ui(ui, scene, entry.key, &name);
                let kind = entry.record.kind.map_or("Source", |kind| kind.label());
                let held = if entry.record.has_words() { "words held" } else { "not held" };
                weak_ui(ui, &format!("{kind}, {held}"));
            });
        });
    }
    if sources.len() > MOST_SOURCES {
        weak_ui(ui, &format!("and {} more", widgets::count_text(sources.len() - MOST_SOURCES)));
    }
}

fn channels_ui(ui: &mut Ui, scene: &Scene) {
    let visits = &scene.document.briefing.visits;
    // A large briefing is counted in the chart; here the first glance has to be quick.
    if visits.is_empty() || visits.len() > 20_000 {
        return;
    }
    let palette = theme::palette(ui);
    let count = |channel: Channel| visits.iter().filter(|entry| entry.record.channels.contains(&channel)).count();
    let counts: Vec<_> = Channel::ALL.iter().map(|channel| (*channel, count(*channel))).collect();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    section_line_ui(ui);
    ui.add(SectionHead::new("Visits by channel").count(visits.len()));
    for (channel, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        ui.horizontal(|ui| {
            let left = ui.cursor().left();
            widgets::channel_label(ui, shape_of(channel), colour_of(palette, channel), channel.label());
            ui.add_space((left + BAR_LEFT - ui.cursor().left()).max(0.0));
            let width = 90.0 * count as f32 / most as f32;
            let (bar, _) = ui.allocate_exact_size(egui::vec2(width, 10.0), egui::Sense::hover());
            ui.painter().rect_filled(bar, 0, colour_of(palette, channel));
            weak_ui(ui, &widgets::count_text(count));
        });
    }
}

fn coverage_ui(ui: &mut Ui, scene: &Scene) {
    let header = &scene.document.briefing.header;
    if !header.coverage.is_empty() {
        section_line_ui(ui);
        ui.add(SectionHead::new("Searched"));
        for coverage in &header.coverage {
            let (from, to) = (When::from_edtf(&coverage.from).display(), When::from_edtf(&coverage.to).display());
            text_ui(ui, &format!("{from} – {to}"));
            weak_ui(ui, &visible(&coverage.note));
        }
    }
    if !header.revisions.is_empty() {
        section_line_ui(ui);
        ui.add(SectionHead::new("Revisions"));
        for revision in header.revisions.iter().rev() {
            let on = When::from_edtf(&revision.on).display();
            weak_ui(ui, &visible(&format!("{on}, {}: {}", revision.by, revision.note)));
        }
    }
    if !header.unknown_fields().is_empty() {
        section_line_ui(ui);
        ui.add(SectionHead::new("Fields that Dateline does not know"));
        for field in header.unknown_fields() {
            weak_ui(ui, &visible(&format!("{}: {}", field.name, field.raw)));
        }
    }
    ui.add_space(size::S4);
}
