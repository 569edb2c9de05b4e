//! What every row has beside its cells: a table of visits to one country names it nowhere.

use egui::{ScrollArea, Ui};

use crate::edit::fields::{Field, Shape, fields_of};
use crate::import::Pasted;
use crate::ui::theme::{Type, icons, size};
use crate::ui::widgets::{self, Dropdown, IconButton, MenuItem};

/// The value that is being typed.
#[derive(Debug)]
pub(super) struct Typing {
    /// The place of its field.
    place: usize,
    text: String,
    /// Whether its field is new, and so gets the keys.
    is_new: bool,
}

/// The fields that are set in every row; `true` where that was changed.
pub(super) fn constants_ui(ui: &mut Ui, pasted: &mut Pasted, typing: &mut Option<Typing>) -> bool {
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::S8;
        let mut gone = None;
        let mut settled = None;
        for (place, (name, value)) in pasted.constants.iter().enumerate() {
            let label = fields_of(pasted.kind).iter().find(|field| field.name == name).map_or("", |field| field.label);
            let mut own = typing.as_mut().filter(|typing| typing.place == place);
            let is_new = own.as_mut().is_some_and(|typing| std::mem::take(&mut typing.is_new));
            let mut text = own.map_or_else(|| value.clone(), |typing| typing.text.clone());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::S4;
                ui.label(Type::Body.text(format!("{label} in every row is")));
                ui.scope(|ui| {
                    ui.set_max_width(160.0);
                    let response = widgets::Field::new(&format!("{label} in every row"), &mut text).show(ui);
                    if is_new {
                        response.request_focus();
                    }
                    if response.changed() {
                        *typing = Some(Typing { place, text: text.clone(), is_new: false });
                    }
                    if response.lost_focus() && typing.as_ref().is_some_and(|typing| typing.place == place) {
                        settled = typing.take();
                    }
                });
                if ui.add(IconButton::new(icons::X, &format!("No {label} in every row"))).clicked() {
                    gone = Some(place);
                }
            });
        }
        if let Some(Typing { place, text, .. }) = settled
            && let Some((_, value)) = pasted.constants.get_mut(place)
            && *value != text.trim()
        {
            text.trim().clone_into(value);
            changed = true;
        }
        if let Some(place) = gone {
            pasted.constants.remove(place);
            *typing = None;
            changed = true;
        }
        if let Some(name) = picked_ui(ui, pasted) {
            *typing = Some(Typing { place: pasted.constants.len(), text: String::new(), is_new: true });
            pasted.constants.push((name.to_owned(), String::new()));
        }
    });
    changed
}

/// A field that is to be set in every row, of those that no column gives.
fn picked_ui(ui: &mut Ui, pasted: &Pasted) -> Option<&'static str> {
    let is_free = |field: &&Field| {
        let is_set = pasted.constants.iter().any(|(set, _)| set == field.name);
        let is_mapped = pasted.targets.iter().any(|of| of.fields().contains(&field.name));
        let has_parts = matches!(field.shape, Shape::Parts(_) | Shape::PartsList(_));
        field.name != "id" && !is_set && !is_mapped && !has_parts
    };
    let (_, picked) = Dropdown::new("Set in every row", "a field…").show(ui, |ui| {
        let mut picked = None;
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for field in fields_of(pasted.kind).iter().filter(is_free) {
                if ui.add(MenuItem::new(field.label)).clicked() {
                    picked = Some(field.name);
                }
            }
        });
        picked
    });
    picked.flatten()
}
