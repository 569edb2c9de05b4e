//! What the form holds between frames: what is typed and is no step yet, and what was refused.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use crate::model::{Key, Node, Role};
use crate::ui::background::Memo;
use crate::ui::command::Draft;

/// So long after the last letter what was typed becomes a step.
const PAUSE_SECONDS: f64 = 0.4;
/// So long after its first letter it does so although one types on: a crash takes no more than that.
const MOST_SECONDS: f64 = 1.0;

/// What is asked for where the keys are to go to the roles of an actor.
pub(super) const ROLES: &str = "roles";

/// What the form holds between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct State {
    draft: Option<Typed>,
    /// The draft is a step already, which may still grow.
    is_step: bool,
    /// What was typed and refused; it stands in its field until something else is written there.
    refused: Vec<Refused>,
    pub(super) scrolled_to: Option<(Key, String)>,
    /// The record of which a field is to take the focus: the one of this name, or the first.
    pub(super) takes_focus: Option<(Key, &'static str)>,
    /// The field that was asked for, and takes the focus.
    pub(super) focus_field: Option<(Option<Key>, &'static str)>,
    /// The fields that were shown of what is edited now: none goes while it is looked at.
    in_sight: (Option<Key>, BTreeSet<&'static str>),
    /// Records whose ids were made for them, and follow what they say.
    made_ids: BTreeSet<Key>,
    /// What the newest record began with from the filter and the selection: its fields and their values.
    pub(super) begun: Option<(Key, Vec<(&'static str, Node)>)>,
    /// The roles that are open within the form of their actor.
    open_roles: BTreeSet<Key>,
    /// The roles of an actor in their order, by revision and whether the order is kept.
    roles: Memo<(u64, Key, bool), Roles>,
    /// The same as they were shown last: none moves away while it is edited.
    role_order: (Option<Key>, Vec<Key>),
    /// Where it was drawn in the last frame.
    pub(super) room: Option<egui::Rect>,
    /// Something is typed that is no value yet.
    pub(super) is_unfinished: bool,
    /// The fields in which such words stand, also while another form is shown: words that ask which is meant, a name that
    /// nobody was picked for.
    unfinished: BTreeSet<(Option<Key>, &'static str)>,
    /// Those of which a save has told already.
    told_unfinished: BTreeSet<(Option<Key>, &'static str)>,
    /// The field that had the keys last.
    pub(super) last_field: Option<(Key, &'static str)>,
    /// The field that has the keys, of a record or of the briefing itself.
    pub(super) in_hand: Option<(Option<Key>, &'static str)>,
}

/// Roles with their keys.
type Roles = Rc<[(Key, Arc<Role>)]>;

/// A draft, and when its first and its last letter was typed that is in no step, in the window's time in seconds.
#[derive(Debug)]
struct Typed {
    draft: Draft,
    first: f64,
    last: f64,
}

/// What was typed and refused, and why.
#[derive(Debug, Clone)]
struct Refused {
    key: Option<Key>,
    field: &'static str,
    value: Option<Node>,
    why: String,
}

impl State {
    /// What was typed and is no step yet; it is one now.
    pub(in crate::ui) fn take_draft(&mut self) -> Option<Draft> {
        let taken = self.draft.take().map(|typed| typed.draft);
        if std::mem::take(&mut self.is_step) { None } else { taken }
    }

    /// Whether one of its controls has the keys: then a plain key is for that control, and deletes no record.
    pub(in crate::ui) fn has_keys(&self, ctx: &egui::Context) -> bool {
        let Some(room) = self.room else { return false };
        has_keys_in(ctx, egui::Rect::from_x_y_ranges(room.x_range(), f32::NEG_INFINITY..=f32::INFINITY))
    }

    /// A new record is shown: the keys go to its first field, its id follows what it says.
    pub(in crate::ui) fn begin(&mut self, key: Key) {
        self.takes_focus = Some((key, ""));
        self.made_ids.insert(key);
    }

    /// A new record has these values from the filter and from what was selected.
    pub(in crate::ui) fn begins_with(&mut self, key: Key, values: Vec<(&'static str, Node)>) {
        self.begun = Some((key, values));
    }

    /// The keys go to the first field of a record that is shown.
    pub(in crate::ui) fn take_keys(&mut self, key: Key) {
        self.take_keys_in(key, "");
    }

    /// The keys go to a field of a record that is shown; where it is not named, to the first.
    pub(in crate::ui) fn take_keys_in(&mut self, key: Key, field: &'static str) {
        self.takes_focus = Some((key, field));
    }

    /// The keys go to the roles of an actor whose form is shown.
    pub(in crate::ui) fn take_keys_of_roles(&mut self, actor: Key) {
        self.takes_focus = Some((actor, ROLES));
    }

    /// Whether they do; they were given then.
    pub(super) fn takes_keys_of_roles(&mut self, actor: Key) -> bool {
        let takes = self.takes_focus == Some((actor, ROLES));
        if takes {
            self.takes_focus = None;
        }
        takes
    }

    /// Whether a field of a record is about to take the keys.
    pub(super) fn is_awaited(&self, key: Key) -> bool {
        self.takes_focus.is_some_and(|(of, _)| of == key)
    }

    pub(super) fn is_role_open(&self, role: Key) -> bool {
        self.open_roles.contains(&role)
    }

    /// Opens a role within the form of its actor, or folds it.
    pub(super) fn open_role(&mut self, role: Key, is_open: bool) {
        if is_open {
            self.open_roles.insert(role);
        } else {
            self.open_roles.remove(&role);
        }
    }

    /// The roles of an actor in their order; while one of them is edited, in the order in which they were shown.
    pub(super) fn roles_of(
        &mut self,
        revision: u64,
        actor: Key,
        keeps_order: bool,
        in_order: impl FnOnce() -> Vec<(Key, Arc<Role>)>,
    ) -> Roles {
        let shown = &mut self.role_order;
        let roles = self.roles.get((revision, actor, keeps_order), || {
            let mut roles = in_order();
            if keeps_order && shown.0 == Some(actor) {
                let places: HashMap<Key, usize> =
                    shown.1.iter().enumerate().map(|(place, role)| (*role, place)).collect();
                roles.sort_by_key(|(role, _)| places.get(role).copied().unwrap_or(usize::MAX));
            }
            *shown = (Some(actor), roles.iter().map(|(role, _)| *role).collect());
            roles.into()
        });
        Rc::clone(roles)
    }

    /// Whether a record is new and nothing was typed into it.
    pub(in crate::ui) fn is_untouched(&self, key: Key) -> bool {
        self.made_ids.contains(&key) && self.draft.is_none() && !self.is_unfinished
    }

    /// Whether the id of a record was made for it.
    pub(in crate::ui) fn has_made_id(&self, key: Key) -> bool {
        self.made_ids.contains(&key)
    }

    /// Whether a field was asked for or filled since the form shows this record.
    pub(super) fn is_in_sight(&self, key: Option<Key>, field: &str) -> bool {
        self.in_sight.0 == key && self.in_sight.1.contains(field)
    }

    /// A field is shown until the form shows another record.
    pub(super) fn keep_in_sight(&mut self, key: Option<Key>, field: &'static str) {
        if self.in_sight.0 != key {
            self.in_sight = (key, BTreeSet::new());
        }
        self.in_sight.1.insert(field);
    }

    /// An empty field is shown, and takes the keys.
    pub(in crate::ui) fn add_field(&mut self, key: Option<Key>, field: &'static str) {
        self.keep_in_sight(key, field);
        self.focus_field = Some((key, field));
    }

    /// The field of a record that had the keys last.
    pub(in crate::ui) fn last_field(&self, key: Key) -> Option<&'static str> {
        self.last_field.filter(|(of, _)| *of == key).map(|(_, field)| field)
    }

    /// The record of which a field had the keys last.
    pub(in crate::ui) fn last_in_hand(&self) -> Option<Key> {
        self.last_field.map(|(of, _)| of)
    }

    /// The field that has the keys, of a record or of the briefing itself, as the form was drawn last.
    pub(in crate::ui) fn field_in_hand(&self) -> Option<(Option<Key>, &'static str)> {
        self.in_hand
    }

    /// A person has chosen the id of a record.
    pub(in crate::ui) fn id_is_given(&mut self, key: Key) {
        self.made_ids.remove(&key);
    }

    /// Forgets what was typed: something else changed the briefing.
    pub(in crate::ui) fn forget(&mut self) {
        self.forget_draft();
        self.unfinished.clear();
        self.refused.clear();
    }

    /// Remembers what was typed and refused, and why.
    pub(in crate::ui) fn refuse(&mut self, key: Option<Key>, field: &'static str, value: Option<Node>, why: String) {
        self.accept(key, field);
        self.refused.push(Refused { key, field, value, why });
    }

    /// What a field says now was not refused.
    pub(in crate::ui) fn accept(&mut self, key: Option<Key>, field: &'static str) {
        self.refused.retain(|refused| (refused.key, refused.field) != (key, field));
    }

    /// What is left of it where the file was read again, whose records have other keys.
    pub(in crate::ui) fn following(&self, keys: &BTreeMap<Key, Key>) -> Self {
        let now = |key: Option<Key>| key.map_or(Some(None), |key| keys.get(&key).copied().map(Some));
        let refused =
            self.refused.iter().filter_map(|refused| Some(Refused { key: now(refused.key)?, ..refused.clone() }));
        let made_ids = self.made_ids.iter().filter_map(|key| keys.get(key).copied());
        Self { refused: refused.collect(), made_ids: made_ids.collect(), ..Self::default() }
    }

    /// What was typed and refused in records that the file read again has no more: record, field and value.
    pub(in crate::ui) fn without_record(&self, keys: &BTreeMap<Key, Key>) -> Vec<(Key, &'static str, &Node)> {
        let gone = self.refused.iter().filter_map(|refused| {
            let key = refused.key.filter(|key| !keys.contains_key(key))?;
            Some((key, refused.field, refused.value.as_ref()?))
        });
        gone.collect()
    }

    /// What is typed in a field and not in the briefing, or not any more.
    pub(super) fn typed(&self, key: Option<Key>, field: &str) -> Option<&Option<Node>> {
        let typed =
            self.draft.as_ref().map(|typed| &typed.draft).filter(|draft| draft.key == key && draft.field == field);
        typed.map(|draft| &draft.value).or_else(|| self.refused(key, field).map(|refused| &refused.value))
    }

    fn refused(&self, key: Option<Key>, field: &str) -> Option<&Refused> {
        self.refused.iter().find(|refused| refused.key == key && refused.field == field)
    }

    pub(super) fn why_refused(&self, key: Option<Key>, field: &str) -> Option<&str> {
        self.refused(key, field).map(|refused| refused.why.as_str())
    }

    /// Takes back what was refused in a field; whether there was something.
    pub(super) fn takes_back(&mut self, key: Option<Key>, field: &'static str) -> bool {
        let is_refused = self.refused(key, field).is_some();
        if is_refused {
            self.accept(key, field);
            self.draft = None;
            self.is_step = false;
        }
        is_refused
    }

    /// Remembers whether the words in a field are no value yet.
    pub(super) fn note_unfinished(&mut self, key: Option<Key>, field: &'static str, is_unfinished: bool) {
        self.is_unfinished |= is_unfinished;
        if is_unfinished {
            self.unfinished.insert((key, field));
        } else {
            self.unfinished.remove(&(key, field));
            self.told_unfinished.remove(&(key, field));
        }
    }

    /// The first field whose words would not be saved, once: who saves again knows of it.
    pub(in crate::ui) fn unsaved_words(
        &mut self,
        is_there: impl Fn(Key) -> bool,
    ) -> Option<(Option<Key>, &'static str)> {
        self.unfinished.retain(|(key, _)| key.is_none_or(&is_there));
        let first = self.unfinished.difference(&self.told_unfinished).next().copied();
        self.told_unfinished.clone_from(&self.unfinished);
        first
    }

    /// Whether something was typed that its field may still take back.
    pub(in crate::ui) fn has_typed(&self) -> bool {
        self.draft.is_some() || self.is_unfinished
    }

    /// Whether there is a draft, and it is of a record, or of the briefing itself, of which this holds.
    pub(super) fn is_draft_of(&self, is_meant: impl FnOnce(Option<Key>) -> bool) -> bool {
        self.draft.as_ref().is_some_and(|typed| is_meant(typed.draft.key))
    }

    pub(super) fn is_drafted(&self, key: Option<Key>, field: &str) -> bool {
        self.draft.as_ref().is_some_and(|typed| typed.draft.key == key && typed.draft.field == field)
    }

    /// Forgets the draft; whether it was a step.
    pub(super) fn forget_draft(&mut self) -> bool {
        self.draft = None;
        std::mem::take(&mut self.is_step)
    }

    /// A value is settled at once, whatever was typed before.
    pub(super) fn settle(&mut self, draft: &Draft) {
        self.forget_draft();
        self.accept(draft.key, draft.field);
    }

    /// One more letter was typed.
    pub(super) fn type_on(&mut self, draft: Draft, now: f64) {
        self.accept(draft.key, draft.field);
        let goes_on = self
            .draft
            .as_ref()
            .filter(|typed| !self.is_step && typed.draft.key == draft.key && typed.draft.field == draft.field);
        let first = goes_on.map_or(now, |typed| typed.first);
        self.is_step = false;
        self.draft = Some(Typed { draft, first, last: now });
    }

    /// The draft, where it is time to make it a step; the form is drawn again when it will be.
    pub(super) fn due(&mut self, ui: &egui::Ui) -> Option<Draft> {
        let typed = self.draft.as_ref().filter(|_| !self.is_step)?;
        let now = ui.input(|input| input.time);
        let due = (typed.last + PAUSE_SECONDS).min(typed.first + MOST_SECONDS);
        if now < due {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(due - now));
            return None;
        }
        self.is_step = true;
        Some(typed.draft.clone())
    }
}

/// Whether what has the keys stands in an area.
pub(super) fn has_keys_in(ctx: &egui::Context, area: egui::Rect) -> bool {
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    focused.is_some_and(|response| area.contains(response.rect.center()))
}
