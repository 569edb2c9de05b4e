//! What a person does with the proposals, by key or by button, and what it does.

use egui::{Event, Key as Press, Modifiers, Ui};

use super::state::{InHand, State};
use crate::import::proposals::{
    KindFilter, Meaning, ProposalName, Queue, Reading, Standing, Standings, companions, decided, first_undecided,
    sure_of_paragraph,
};
use crate::model::AnyRecord;
use crate::ui::command::{After, ProposalRequest};
use crate::ui::{Request, Scene};

/// What a person does with the proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Accept the one in hand, and go to the next; of those refused, take that back.
    Accept,
    /// Refuse it, and go to the next.
    Refuse,
    /// Look at the next, or the previous.
    Step(isize),
    /// Choose among what is offered in the lit field, by its number from 0.
    Choose(usize),
    /// Choose among what is offered in a field, by the numbers of both.
    ChooseIn(usize, usize),
    /// Light the next field in doubt, or the previous.
    NextField(isize),
    /// Accept it into the form.
    Edit,
    /// Put its passages to the one above.
    Join,
    /// Accept the sure ones of this paragraph; first it is told how many.
    AcceptSure,
    /// Show the refused instead of the others, or back.
    ShowRefused,
    /// Tick a companion on or off, by its place in the reading.
    Tick(usize),
    /// Leave.
    Leave,
}

/// The keys, and what each does.
const KEYS: [(Modifiers, Press, Act); 16] = [
    (Modifiers::SHIFT, Press::Enter, Act::AcceptSure),
    (Modifiers::SHIFT, Press::Tab, Act::NextField(-1)),
    (Modifiers::NONE, Press::Enter, Act::Accept),
    (Modifiers::NONE, Press::Backspace, Act::Refuse),
    (Modifiers::NONE, Press::X, Act::Refuse),
    (Modifiers::NONE, Press::ArrowDown, Act::Step(1)),
    (Modifiers::NONE, Press::ArrowUp, Act::Step(-1)),
    (Modifiers::NONE, Press::PageDown, Act::Step(10)),
    (Modifiers::NONE, Press::PageUp, Act::Step(-10)),
    (Modifiers::NONE, Press::Home, Act::Step(isize::MIN)),
    (Modifiers::NONE, Press::End, Act::Step(isize::MAX)),
    (Modifiers::NONE, Press::Tab, Act::NextField(1)),
    (Modifiers::NONE, Press::E, Act::Edit),
    (Modifiers::NONE, Press::M, Act::Join),
    (Modifiers::NONE, Press::R, Act::ShowRefused),
    (Modifiers::NONE, Press::Escape, Act::Leave),
];

const DIGITS: [Press; 9] = [
    Press::Num1,
    Press::Num2,
    Press::Num3,
    Press::Num4,
    Press::Num5,
    Press::Num6,
    Press::Num7,
    Press::Num8,
    Press::Num9,
];

/// The keys that were pressed, taken from whoever is drawn next. A repeated key decides nothing: it is held down.
pub(super) fn pressed(ui: &Ui) -> Vec<Act> {
    let mut acts = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, repeat, modifiers, .. } = event else { return true };
            if modifiers.command || modifiers.alt {
                return true;
            }
            let digit = DIGITS.iter().position(|digit| digit == key).filter(|_| !modifiers.shift);
            let act = digit.map(Act::Choose).or_else(|| {
                let is_it = |(held, press, _): &&(Modifiers, Press, Act)| press == key && held.shift == modifiers.shift;
                KEYS.iter().find(is_it).map(|(.., act)| *act)
            });
            match act {
                Some(act) => {
                    if !repeat || matches!(act, Act::Step(_)) {
                        acts.push(act);
                    }
                    false
                }
                None => true,
            }
        });
    });
    acts
}

/// Does what a person did.
pub(super) fn act(act: Act, scene: &mut Scene, state: &mut State, reading: &Reading, standings: &Standings) {
    let in_hand = state.in_hand(scene, reading);
    let place = in_hand.as_ref().map(|hand| hand.place);
    if act != Act::AcceptSure {
        state.told_of = None;
    }
    match act {
        Act::Leave => scene.ask(ProposalRequest::Leave),
        Act::Step(by) => {
            let to = state.queue.step(place, by);
            state.take_place(reading, to);
        }
        Act::ShowRefused => state.shows.refused = !state.shows.refused,
        Act::AcceptSure => accept_sure(scene, state, reading, standings),
        Act::NextField(by) => {
            let count = in_hand.map_or(0, |hand| stops(reading, standings, state, &hand));
            if count > 0 {
                let next = state.field.cast_signed() + by;
                state.field = usize::try_from(next.rem_euclid(count.cast_signed())).unwrap_or(0);
            }
        }
        _ => {
            if let Some(hand) = in_hand {
                decide(act, scene, state, (reading, standings), &hand);
            }
        }
    }
}

/// Whether nothing is left to decide.
pub(super) fn is_done(reading: &Reading, standings: &Standings) -> bool {
    let (done, all) = decided(reading, standings, KindFilter::All);
    done == all
}

/// How many places the keys go to by Tab: the fields in doubt, and what comes with the proposal.
pub(super) fn stops(reading: &Reading, standings: &Standings, state: &State, hand: &InHand) -> usize {
    let has_company = !ticks(reading, standings, state, hand.place).is_empty();
    hand.fields.len() + usize::from(has_company)
}

/// What comes with a proposal and can be ticked off: what comes now, and what was ticked off.
pub(super) fn ticks(reading: &Reading, standings: &Standings, state: &State, place: usize) -> Vec<usize> {
    let choice = state.choice();
    let mut all = companions(reading, standings, place, &choice);
    all.extend(choice.off.iter().copied().filter(|off| standings.is_open(*off)));
    all.sort_unstable();
    all.dedup();
    all
}

fn decide(act: Act, scene: &mut Scene, state: &mut State, (reading, standings): (&Reading, &Standings), hand: &InHand) {
    let (place, name) = (hand.place, hand.proposed.name);
    let next = || next_of(&state.queue, standings, place);
    match act {
        Act::Accept => match standings.get(place) {
            Standing::Refused => scene.ask(ProposalRequest::Refuse(name, false)),
            Standing::Open if first_undecided(&hand.fields).is_some() => {
                state.field = first_undecided(&hand.fields).unwrap_or(state.field);
                state.says_what_first = true;
            }
            Standing::Open => {
                let then = next();
                scene.ask(ProposalRequest::Accept(vec![place], After::Stay));
                if scene.is_editing {
                    state.take_place(reading, then);
                }
            }
            Standing::There(_) if is_done(reading, standings) => scene.ask(ProposalRequest::Leave),
            Standing::There(_) => state.take_place(reading, next()),
        },
        Act::Refuse => {
            let then = next();
            if standings.is_open(place) {
                scene.ask(ProposalRequest::Refuse(name, true));
            }
            state.take_place(reading, then);
        }
        Act::Edit => match standings.get(place) {
            Standing::There(key) => scene.ask(ProposalRequest::ShowForm(key)),
            Standing::Open => {
                let field = hand.fields.get(state.field).or(hand.fields.first()).map_or("", |field| field.field);
                let field = if field.is_empty() { first_field(hand) } else { field };
                scene.ask(ProposalRequest::Accept(vec![place], After::Form(field)));
            }
            Standing::Refused => {}
        },
        Act::Join => join(scene, state, reading, standings, hand),
        Act::Choose(number) => choose(state, reading, standings, hand, number),
        Act::ChooseIn(field, number) => {
            state.field = field;
            choose(state, reading, standings, hand, number);
        }
        Act::Tick(companion) => tick(state, reading, standings, name, companion),
        _ => {}
    }
}

/// Ticks what comes with a proposal on or off. It comes with others too: what is not wanted here is not ticked there.
fn tick(state: &mut State, reading: &Reading, standings: &Standings, name: ProposalName, companion: usize) {
    let is_off = !state.choice().off.contains(&companion);
    let open = reading.proposals.iter().enumerate().filter(|(place, _)| standings.is_open(*place));
    for name in open.map(|(_, proposed)| proposed.name).chain([name]) {
        let off = &mut state.choices.entry(name).or_default().off;
        if is_off {
            off.insert(companion);
        } else {
            off.remove(&companion);
        }
    }
}

/// The field that a person looks at first where none is in doubt.
fn first_field(hand: &InHand) -> &'static str {
    match hand.proposed.name.kind {
        crate::model::RecordKind::Statement if is_silence(&hand.proposed.record) => "no_response",
        crate::model::RecordKind::Statement => "content",
        crate::model::RecordKind::Visit => "when",
        crate::model::RecordKind::Role => "title",
        _ => "name",
    }
}

/// Whether nobody said anything: what is to be told is who asked, and what.
fn is_silence(record: &AnyRecord) -> bool {
    matches!(record, AnyRecord::Statement(statement) if statement.no_response.is_some())
}

/// The next one to be decided; where there is none, it stays.
fn next_of(queue: &Queue, standings: &Standings, place: usize) -> Option<usize> {
    queue.next_open(standings, Some(place)).or(Some(place))
}

fn choose(state: &mut State, reading: &Reading, standings: &Standings, hand: &InHand, number: usize) {
    let name = hand.proposed.name;
    let Some(field) = hand.fields.get(state.field) else {
        let companion = ticks(reading, standings, state, hand.place).get(number).copied();
        if let Some(companion) = companion.filter(|_| state.field == hand.fields.len()) {
            tick(state, reading, standings, name, companion);
        }
        return;
    };
    let Some(offer) = field.offers.get(number) else { return };
    let choice = state.choices.entry(name).or_default();
    match &offer.meaning {
        Meaning::Value(value) => {
            choice.left_open.remove(field.field);
            choice.values.insert(field.field, value.clone());
        }
        Meaning::IsAnother(is_another) => choice.is_another = *is_another,
        Meaning::LeftOpen => {
            choice.values.remove(field.field);
            choice.left_open.insert(field.field);
        }
    }
    if state.field + 1 < hand.fields.len() {
        state.field += 1;
    }
}

/// The passages of the proposal in hand go to the one above.
fn join(scene: &mut Scene, state: &mut State, reading: &Reading, standings: &Standings, hand: &InHand) {
    let Some(above) = state.queue.above(reading, hand.place) else {
        scene.ask(Request::Tell("There is none of its kind above it".to_owned()));
        return;
    };
    let Some(first) = reading.proposals.get(above) else { return };
    if !standings.is_open(hand.place) {
        scene.ask(Request::Tell("It is decided already".to_owned()));
        return;
    }
    if standings.there(above).is_some() {
        scene.ask(ProposalRequest::JoinTo(hand.place, above));
        let then = next_of(&state.queue, standings, hand.place);
        state.take_place(reading, then);
        return;
    }
    let own = state.choices.remove(&hand.proposed.name).unwrap_or_default();
    let choice = state.choices.entry(first.name).or_default();
    if !choice.joined.contains(&hand.place) {
        choice.joined.push(hand.place);
        choice.joined.extend(own.joined);
    }
    state.take(Some(first.name));
}

/// The sure ones of the paragraph of the proposal in hand: told first, accepted when it is asked again.
fn accept_sure(scene: &mut Scene, state: &mut State, reading: &Reading, standings: &Standings) {
    let Some(para) = state.hand.map(|name| name.words.para) else { return };
    let places = sure_of_paragraph(reading, standings, &state.queue, para);
    if places.is_empty() {
        scene.ask(Request::Tell(format!("Nothing of ¶{para} is sure and undecided")));
    } else if state.told_of == Some(para) {
        state.told_of = None;
        let behind = places.iter().max().copied();
        let next = state
            .queue
            .places
            .iter()
            .copied()
            .find(|place| Some(*place) > behind && standings.is_open(*place) && !places.contains(place));
        let next = next.or_else(|| state.queue.next_open(standings, behind));
        scene.ask(ProposalRequest::Accept(places, After::Stay));
        if scene.is_editing {
            state.take_place(reading, next);
        }
    } else {
        state.told_of = Some(para);
    }
}
