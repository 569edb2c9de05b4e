//! A date in the inspector: in words, on a strip, in the source's own words, and why.

use egui::Ui;

use crate::model::{Day, display_day};
use crate::present::DateView;
use crate::ui::Scene;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Corners, DateStrip, Quote, Run, StripLabel, StripTick, property_row};

use super::words::{record_link_ui, text_ui};

/// Days shown on either side of a date.
const AROUND: i32 = 12;
/// A longer date has no strip: it would show nothing.
const LONGEST_STRIP_DAYS: i64 = 3_700;

pub(super) fn ui(ui: &mut Ui, scene: &mut Scene, date: &DateView) {
    let palette = theme::palette(ui);
    ui.label(Type::Heading.text(&date.words).color(palette.text));
    strip_ui(ui, date);
    if !date.said.is_empty() {
        property_row(ui, "Source", |ui| Quote::small(&[Run::Said(&date.said)]).show(ui));
    }
    if !date.why.is_empty() {
        property_row(ui, "Why", |ui| text_ui(ui, &date.why));
    }
    if let Some((key, title)) = &date.anchor {
        property_row(ui, "Hangs on", |ui| record_link_ui(ui, scene, *key, title));
    }
}

fn strip_ui(ui: &mut Ui, date: &DateView) {
    let bounds = &date.bounds;
    let corners = [bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest];
    let days: Vec<Day> = corners.iter().flatten().copied().collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else { return };
    if first.days_until(*last) > LONGEST_STRIP_DAYS {
        return;
    }
    let span = i32::try_from(first.days_until(*last)).unwrap_or(0);
    let around = AROUND.max(span / 3);
    let range = (f64::from(first.0 - around), f64::from(last.0 + around));
    let of_day = |day: Option<Day>| day.map(|day| f64::from(day.0));
    let ticks: Vec<StripTick> = if span + 2 * around > 400 {
        Vec::new()
    } else {
        (first.0 - around..=last.0 + around)
            .map(|day| StripTick { day: f64::from(day), long: Day(day).civil().day == 1 })
            .collect()
    };
    let label = |day: Day, words: &str| StripLabel {
        day: f64::from(day.0),
        text: format!("{words}{}", display_day(day)),
        strong: true,
    };
    let mut labels = vec![label(*first, "")];
    if first.days_until(*last) > i64::from(around) / 2 {
        labels.push(label(*last, ""));
    }
    let strip = DateStrip {
        range,
        corners: Corners {
            start_earliest: of_day(bounds.start_earliest),
            start_latest: of_day(bounds.start_latest),
            end_earliest: of_day(bounds.end_earliest),
            end_latest: of_day(bounds.end_latest),
        },
        ticks: &ticks,
        labels: &labels,
        name: &date.words,
    };
    strip.show(ui);
    ui.add_space(size::S4);
}
