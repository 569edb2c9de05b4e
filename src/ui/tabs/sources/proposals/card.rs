//! The proposal in hand: what is asked about it, the record as its page will be, what comes with it, its doubts.

use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

use super::act::{Act, is_done, ticks};
use super::preview::Preview;
use super::state::{InHand, State};
use crate::extract::Sureness;
use crate::import::proposals::{OpenField, Reading, Standing, Standings, first_undecided, name_of, sure_of_paragraph};
use crate::model::{AnyRecord, Id, RecordKind, capitalised, plural};
use crate::ui::Scene;
use crate::ui::inspector::draft_page_ui;
use crate::ui::theme::{self, Type, size};
use crate::ui::widgets::{Button, SectionHead, Severity, key_cap, separator, severity_label};

const PADDING: i8 = 20;
/// What is said of a field that the record lacks.
const NEEDED: &str = "Needed before it is accepted; E opens the form";
/// How high the row of buttons is at the foot.
const FOOT: f32 = 92.0;

/// What is looked at, and how it stands.
pub(super) struct Card<'a> {
    pub(super) reading: &'a Reading,
    pub(super) standings: &'a Standings,
    pub(super) hand: &'a InHand<'a>,
    pub(super) preview: Option<&'a Preview>,
}

/// Draws the proposal in hand; gives back what is asked for.
pub(super) fn ui(ui: &mut Ui, scene: &Scene, state: &State, card: &Card) -> Option<Act> {
    let mut act = None;
    let room = ui.available_rect_before_wrap();
    let foot = room.with_min_y((room.bottom() - FOOT).max(room.top()));
    let page = room.with_max_y(foot.top());
    ui.scope_builder(egui::UiBuilder::new().max_rect(page), |ui| {
        let id = ("proposal", card.hand.proposed.name);
        ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, |ui| {
            let margin = Margin { left: PADDING, right: PADDING, top: 12, bottom: 0 };
            Frame::NONE.inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = size::S4;
                head_ui(ui, scene, state, card);
                for (number, field) in card.hand.fields.iter().enumerate() {
                    act = act.or(field_ui(ui, field, number, number == state.field));
                }
                doubts_ui(ui, card);
            });
            if let Some(page) = card.preview.and_then(|preview| preview.page.as_ref()) {
                draft_page_ui(ui, page, scene);
            }
            Frame::NONE.inner_margin(Margin { left: PADDING, right: PADDING, top: 0, bottom: 24 }).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = size::S4;
                act = act.or(company_ui(ui, scene, state, card));
                findings_ui(ui, card);
            });
        });
    });
    ui.scope_builder(egui::UiBuilder::new().max_rect(foot), |ui| {
        separator(ui);
        act = act.or(foot_ui(ui, state, card));
    });
    act
}

/// What kind it is, how sure, by which rule, and how it stands.
fn head_ui(ui: &mut Ui, scene: &Scene, state: &State, card: &Card) {
    let palette = theme::palette(ui);
    let proposed = card.hand.proposed;
    let sureness = match proposed.sureness {
        Sureness::Sure => "Sure",
        Sureness::Likely => "Likely",
        Sureness::Guess => "A guess",
    };
    ui.horizontal_wrapped(|ui| {
        ui.label(Type::Active.text(format!("{sureness}: {}", proposed.rule)).color(palette.text));
    });
    match card.standings.get(card.hand.place) {
        Standing::Open => {
            if let Some(known) = proposed.known.and_then(|key| scene.reader.record(key)) {
                let words = format!("Adds to what is there: {}", scene.reader.title(&known));
                severity_label(ui, Severity::Note, &words);
            }
            if let Some(words) = brings_words(state, card) {
                ui.label(Type::Small.text(words).color(palette.text2));
            }
        }
        Standing::Refused => {
            severity_label(ui, Severity::Note, "Refused; Enter takes that back");
        }
        Standing::There(_) => {
            severity_label(ui, Severity::Found, "In the briefing");
        }
    }
}

/// Who comes with it, in a line: `Also makes Marina Raguš, 2 roles`.
fn brings_words(state: &State, card: &Card) -> Option<String> {
    let off = state.choice().off;
    let company = ticks(card.reading, card.standings, state, card.hand.place);
    let records = company.iter().filter(|place| !off.contains(place)).filter_map(|place| {
        let proposed = card.reading.proposals.get(*place)?;
        Some(&proposed.record)
    });
    let (mut names, mut roles, mut others) = (Vec::new(), 0, 0);
    for record in records {
        match record {
            AnyRecord::Actor(actor) => names.push(actor.name.clone()),
            AnyRecord::Role(_) => roles += 1,
            _ => others += 1,
        }
    }
    if roles > 0 {
        names.push(plural(roles, "role"));
    }
    if others > 0 {
        names.push(plural(others, "other record"));
    }
    (!names.is_empty()).then(|| format!("Also makes {}", names.join(", ")))
}

/// A field in doubt, with what can be chosen by a digit.
fn field_ui(ui: &mut Ui, field: &OpenField, place: usize, is_lit: bool) -> Option<Act> {
    let palette = theme::palette(ui);
    let mut act = None;
    let fill = if is_lit { palette.accent_wash } else { palette.hover };
    let frame = Frame::NONE.fill(fill).corner_radius(size::RADIUS_CONTROL).inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::S8;
            ui.label(Type::SmallHead.text(format!("{}?", field.label)).color(palette.text2));
            if field.is_needed && field.chosen.is_none() {
                severity_label(ui, Severity::Warning, NEEDED);
            }
        });
        for (number, offer) in field.offers.iter().enumerate() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::S8;
                if is_lit {
                    key_cap(ui, &(number + 1).to_string());
                }
                let most = ui.available_width();
                let button = Button::quiet(&offer.words).strong().within(most).selected(field.chosen == Some(number));
                if ui.add(button).clicked() {
                    act = Some(Act::ChooseIn(place, number));
                }
            });
        }
    });
    act
}

/// What comes with it, each to be ticked off, and whom the briefing knows already.
fn company_ui(ui: &mut Ui, scene: &Scene, state: &State, card: &Card) -> Option<Act> {
    let mut act = None;
    let palette = theme::palette(ui);
    let ticks = ticks(card.reading, card.standings, state, card.hand.place);
    let choice = state.choice();
    let is_open = card.standings.is_open(card.hand.place);
    if is_open && !ticks.is_empty() {
        ui.add_space(size::S12);
        let head = ui.add(SectionHead::new("Also makes").count(ticks.len() - choice.off.len().min(ticks.len())));
        let is_lit = state.field == card.hand.fields.len();
        if is_lit && !card.hand.fields.is_empty() {
            head.scroll_to_me(Some(Align::Center));
        }
        for (number, companion) in ticks.iter().enumerate() {
            let Some(with) = card.reading.proposals.get(*companion) else { continue };
            let mut is_ticked = !choice.off.contains(companion);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::S8;
                if is_lit && number < 9 {
                    key_cap(ui, &(number + 1).to_string());
                }
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                let words = Type::Body.text(record_words(scene, card.reading, &with.record));
                if ui.checkbox(&mut is_ticked, words).changed() {
                    act = Some(Act::Tick(*companion));
                }
            });
        }
    }
    let known: Vec<String> = known_words(scene, state, card);
    if is_open && !known.is_empty() {
        ui.add_space(size::S8);
        ui.add(SectionHead::new("Known already"));
        for words in known {
            ui.label(Type::Small.text(words).color(palette.text2));
        }
    }
    act
}

/// Whom the briefing has already, and by which spelling.
fn known_words(scene: &Scene, state: &State, card: &Card) -> Vec<String> {
    let record = state.choice().drafted(card.reading, card.hand.proposed);
    let mut seen: Vec<usize> = Vec::new();
    let mut words = Vec::new();
    for reference in record.references() {
        let Some(place) = card.reading.place_of(reference.target) else { continue };
        let Some(known) = card.standings.there(place).and_then(|key| scene.reader.record(key)) else { continue };
        if place == card.hand.place || seen.contains(&place) || known.kind() != RecordKind::Actor {
            continue;
        }
        seen.push(place);
        let title = scene.reader.title(&known);
        let rule = card.reading.proposals.get(place).map(|proposed| proposed.rule.as_str()).unwrap_or_default();
        let spelling = rule.split('“').nth(1).and_then(|rest| rest.split('”').next());
        words.push(match spelling {
            Some(spelling) if spelling != title => format!("{title}, by the spelling “{spelling}”"),
            _ => title,
        });
    }
    words
}

/// A record that comes with another, in a line.
fn record_words(scene: &Scene, reading: &Reading, record: &AnyRecord) -> String {
    let name = |id: &Id| name_of(&scene.reader, reading, id);
    match record {
        AnyRecord::Actor(actor) => {
            let kind = actor.kind.map_or("", crate::model::ActorKind::label).to_lowercase();
            format!("{}, {kind}", actor.name)
        }
        AnyRecord::Role(role) if role.org.is_empty() => format!("{}: {}", name(&role.person), role.title),
        AnyRecord::Role(role) => format!("{}: {}, {}", name(&role.person), role.title, name(&role.org)),
        AnyRecord::Visit(visit) => format!("The visit of {}", visit.lead_or_first().map(name).unwrap_or_default()),
        AnyRecord::Conflict(conflict) => {
            let sides: Vec<String> = crate::present::side_words(&scene.reader, conflict);
            format!("An open conflict: {}", sides.join(" or "))
        }
        other => scene.reader.title(other),
    }
}

/// What speaks against it, before what it says: nobody is to accept it unread.
fn doubts_ui(ui: &mut Ui, card: &Card) {
    let is_open = card.standings.is_open(card.hand.place);
    let refusal = card.preview.and_then(|preview| preview.refusal.as_ref());
    if let Some(refusal) = refusal {
        ui.add_space(size::S8);
        severity_label(ui, Severity::Error, &format!("Cannot be accepted: {refusal}"));
    }
    let doubts = &card.hand.proposed.doubts;
    if is_open && !doubts.is_empty() {
        ui.add_space(size::S4);
        ui.add(SectionHead::new("In doubt").count(doubts.len()));
        for doubt in doubts {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Warning, &capitalised(doubt)));
        }
        ui.add_space(size::S4);
    }
}

/// What the checks would say of it.
fn findings_ui(ui: &mut Ui, card: &Card) {
    let is_open = card.standings.is_open(card.hand.place);
    let findings = card.preview.map(|preview| preview.findings.as_slice()).unwrap_or_default();
    if is_open && !findings.is_empty() {
        ui.add_space(size::S12);
        ui.add(SectionHead::new("The checks would say").count(findings.len()));
        for finding in findings {
            ui.horizontal_wrapped(|ui| severity_label(ui, Severity::Note, finding));
        }
    }
}

/// What has to be decided of before the proposal is accepted, once somebody wanted that.
fn what_first(state: &State, card: &Card) -> Option<String> {
    let fields = &card.hand.fields;
    let field = first_undecided(fields).and_then(|place| fields.get(place)).filter(|_| state.says_what_first)?;
    let last = field.offers.len();
    let choose = if last > 1 {
        format!("press 1–{} to choose, {last} to leave it open", last - 1)
    } else {
        "press 1 to leave it open".to_owned()
    };
    Some(format!("{} is missing: {choose}", field.label))
}

/// What can be done with it, each with its key.
fn foot_ui(ui: &mut Ui, state: &State, card: &Card) -> Option<Act> {
    let palette = theme::palette(ui);
    let mut act = None;
    Frame::NONE.fill(palette.panel).inner_margin(Margin { left: PADDING, right: 12, top: 8, bottom: 8 }).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(size::S8, size::S4);
            let standing = card.standings.get(card.hand.place);
            ui.horizontal(|ui| {
                let mut button = |ui: &mut Ui, button: Button, wanted: Act| {
                    if ui.add(button).clicked() {
                        act = Some(wanted);
                    }
                };
                match standing {
                    Standing::Open => {
                        button(ui, Button::primary("Accept").detail("Enter"), Act::Accept);
                        button(ui, Button::secondary("Refuse").detail("X"), Act::Refuse);
                        button(ui, Button::secondary("Edit").name("Accept and edit").detail("E"), Act::Edit);
                    }
                    Standing::Refused => button(ui, Button::secondary("Take back").detail("Enter"), Act::Accept),
                    Standing::There(_) => {
                        let is_done = is_done(card.reading, card.standings);
                        let words = if is_done { "All decided: back to the source" } else { "Next undecided" };
                        button(ui, Button::secondary(words).detail("Enter"), Act::Accept);
                        button(ui, Button::secondary("Edit").detail("E"), Act::Edit);
                    }
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    button(ui, Button::quiet("↓").name("Next proposal"), Act::Step(1));
                    button(ui, Button::quiet("↑").name("Previous proposal"), Act::Step(-1));
                });
            });
            ui.horizontal(|ui| {
                let para = card.hand.proposed.name.words.para;
                if state.told_of == Some(para) {
                    let places = sure_of_paragraph(card.reading, card.standings, &state.queue, para);
                    let words = format!("Accept the {} sure ones of ¶{para}", places.len());
                    if ui.add(Button::secondary(&words).detail("Shift Enter")).clicked() {
                        act = Some(Act::AcceptSure);
                    }
                    return;
                }
                if let Some(words) = what_first(state, card) {
                    severity_label(ui, Severity::Warning, &words);
                    return;
                }
                if standing == Standing::Open {
                    if state.queue.above(card.reading, card.hand.place).is_some()
                        && ui.add(Button::quiet("Same as above").name("Same as the one above").detail("M")).clicked()
                    {
                        act = Some(Act::Join);
                    }
                    let sure = Button::quiet("Sure ones here").name("Accept the sure ones of this paragraph");
                    if ui.add(sure.detail("Shift Enter")).clicked() {
                        act = Some(Act::AcceptSure);
                    }
                }
            });
        },
    );
    act
}
