//! Records taken up by the pointer, on their way to the judgement that they speak for or against.

use egui::{Context, DragAndDrop, Response, Sense};

use crate::model::{Key, RecordKind};
use crate::ui::Scene;

/// The records that are being carried; there while the button of the pointer is down.
#[derive(Debug)]
pub struct Carried(pub Vec<Key>);

/// Lets a record be taken up where it is shown.
pub fn may_carry(response: &Response, scene: &Scene, key: Key) {
    if scene.is_editing && response.interact(Sense::DRAG).drag_started() {
        carry(&response.ctx, scene, key);
    }
}

/// Takes up a record, and with one of those that are selected together all of them.
pub fn carry(ctx: &Context, scene: &Scene, key: Key) {
    let is_judgement =
        |key: Key| scene.document.index.place_of(key).is_some_and(|(kind, _)| kind == RecordKind::Judgement);
    if is_judgement(key) {
        return;
    }
    let keys = if scene.chosen.has(key) { scene.chosen.keys().collect() } else { vec![key] };
    DragAndDrop::set_payload(ctx, Carried(keys));
}
