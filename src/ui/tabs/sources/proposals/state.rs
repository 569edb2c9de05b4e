//! What the proposals of an article hold between frames: the reading, what a person looks at, what is chosen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::Context;

use super::preview::{Preview, PreviewKey};
use crate::document::Document;
use crate::extract::Watch;
use crate::import::proposals::{
    Choice, Decisions, OpenField, ProposalName, Proposed, Queue, Reading, Shows, Standings, open_fields, read_source,
};
use crate::model::{Id, Key};
use crate::ui::Scene;
use crate::ui::background::{BackgroundMemo, Job};

/// What is known of the article, before its proposals.
#[derive(Debug, Default)]
pub(super) enum Stage {
    /// Nothing is read.
    #[default]
    Closed,
    /// The day of publication is asked first.
    AskingDate(DateAsked),
    /// It is being read.
    Reading(ReadingJob),
    /// It was read.
    Read(Arc<Reading>),
}

/// The day of publication as it is typed.
#[derive(Debug, Default)]
pub(super) struct DateAsked {
    pub(super) typed: String,
    /// Whether it stands in the text.
    pub(super) is_likely: bool,
    pub(super) has_focus: bool,
}

/// A reading under way.
#[derive(Debug)]
pub(super) struct ReadingJob {
    pub(super) job: Job<Option<Reading>>,
    pub(super) watch: Arc<Watch>,
}

/// A proposal that is looked at, with all that is known of it now.
pub(super) struct InHand<'a> {
    pub(super) place: usize,
    pub(super) proposed: &'a Proposed,
    pub(super) fields: Vec<OpenField>,
}

/// What the proposals of an article hold between frames.
#[derive(Debug, Default)]
pub struct State {
    pub(super) source: Option<Key>,
    pub(super) stage: Stage,
    /// What is decided of each article, by the hash of its words.
    decisions: BTreeMap<String, Decisions>,
    /// A number that changes with each decision.
    decided: u64,
    standings: BackgroundMemo<(u64, u64, u64), Arc<Standings>>,
    /// How the proposals stood before, to see what was taken back.
    stood: Option<Arc<Standings>>,
    pub(super) queue: Queue,
    pub(super) shows: Shows,
    pub(super) hand: Option<ProposalName>,
    pub(super) choices: BTreeMap<ProposalName, Choice>,
    /// Which of its fields in doubt is lit.
    pub(super) field: usize,
    /// The paragraph of which it was told how many are sure.
    pub(super) told_of: Option<u32>,
    /// It was asked to accept what lacks something: it is said what comes first.
    pub(super) says_what_first: bool,
    pub(super) preview: BackgroundMemo<PreviewKey, Option<Arc<Preview>>>,
    /// The proposal that was scrolled to last.
    pub(super) scrolled_to: Option<ProposalName>,
    /// The form of what was accepted last is shown instead of the proposals.
    pub(super) shows_form: bool,
    /// The person knows that decisions cannot be kept.
    told_of_keeping: bool,
    /// A number that changes with each reading.
    read: u64,
    /// That of the reading which has had the keys.
    begun: u64,
    pub(super) heights: (f32, BTreeMap<usize, f32>),
}

impl State {
    /// Asks for the day of publication before the words of a source are read.
    pub(in crate::ui) fn ask_date(&mut self, source: Key, likely: Option<String>) {
        self.begin(source);
        let is_likely = likely.is_some();
        self.stage = Stage::AskingDate(DateAsked { typed: likely.unwrap_or_default(), is_likely, has_focus: false });
    }

    /// Begins to read the words of a source, on a thread.
    pub(in crate::ui) fn read(&mut self, ctx: &Context, document: &Arc<Document>, source: Key) -> Option<()> {
        self.begin(source);
        let watch = Arc::new(Watch::default());
        let (document, looks_on) = (Arc::clone(document), Arc::clone(&watch));
        let job = Job::begin(ctx, "read article", move || {
            let reader = document.reader();
            match reader.record(source) {
                Some(crate::model::AnyRecord::Source(of)) => Some(read_source(&reader, source, &of, Some(&looks_on))),
                _ => None,
            }
        })?;
        self.stage = Stage::Reading(ReadingJob { job, watch });
        Some(())
    }

    fn begin(&mut self, source: Key) {
        if self.source != Some(source) {
            self.hand = None;
            self.choices.clear();
            self.shows.refused = false;
        }
        self.source = Some(source);
        self.shows_form = false;
        self.told_of = None;
        self.stood = None;
    }

    /// Leaves the proposals; what is decided stays.
    pub(in crate::ui) fn leave(&mut self) {
        if let Stage::Reading(reading) = &self.stage {
            reading.watch.stop();
        }
        self.stage = Stage::Closed;
        self.shows_form = false;
    }

    /// Forgets all that belongs to a briefing that is open no more.
    pub(in crate::ui) fn forget(&mut self) {
        self.leave();
        *self = Self { shows: self.shows, ..Self::default() };
    }

    /// Whether the proposals of an article lie over it.
    #[must_use]
    pub(in crate::ui) fn is_shown(&self) -> bool {
        !matches!(self.stage, Stage::Closed)
    }

    /// Whether they take the room of the inspector.
    #[must_use]
    pub(in crate::ui) fn hides_inspector(&self) -> bool {
        self.is_shown() && !self.shows_form
    }

    /// Since when something is worked out, in the window's time in seconds.
    #[must_use]
    pub(in crate::ui) fn busy_since(&self) -> Option<f64> {
        match &self.stage {
            Stage::Reading(reading) => Some(reading.job.began),
            Stage::Read(_) => self.standings.busy_since().or(self.preview.busy_since()),
            Stage::Closed | Stage::AskingDate(_) => None,
        }
    }

    /// Takes a reading that is done; gives it back where it is new.
    pub(in crate::ui) fn take_read(&mut self) -> Option<Arc<Reading>> {
        let Stage::Reading(_) = &self.stage else { return None };
        let Stage::Reading(under_way) = std::mem::take(&mut self.stage) else { return None };
        let mut slot = Some(under_way);
        match Job::take_done_with(&mut slot, |reading| &reading.job) {
            Some((_, done)) => {
                let reading = Arc::new(done.ok().flatten()?);
                self.read += 1;
                self.heights = Default::default();
                self.stage = Stage::Read(Arc::clone(&reading));
                Some(reading)
            }
            None => {
                self.stage = slot.map_or(Stage::Closed, Stage::Reading);
                None
            }
        }
    }

    /// Whether it was read just now, and takes the keys.
    pub(super) fn has_come(&mut self) -> bool {
        std::mem::replace(&mut self.begun, self.read) != self.read
    }

    /// What was read.
    #[must_use]
    pub(in crate::ui) fn reading(&self) -> Option<&Arc<Reading>> {
        match &self.stage {
            Stage::Read(reading) => Some(reading),
            _ => None,
        }
    }

    /// What is decided of the article that was read.
    #[must_use]
    pub(in crate::ui) fn decisions(&self) -> Decisions {
        self.reading().and_then(|reading| self.decisions.get(&reading.hash)).cloned().unwrap_or_default()
    }

    /// Whether the decisions of an article are known here.
    #[must_use]
    pub(in crate::ui) fn knows(&self, hash: &str) -> bool {
        self.decisions.contains_key(hash)
    }

    /// The decisions of an article that were kept.
    pub(in crate::ui) fn take_kept(&mut self, hash: &str, decisions: Decisions) {
        self.decisions.insert(hash.to_owned(), decisions);
        self.decided += 1;
    }

    /// Whether it is the first time that decisions could not be kept.
    pub(in crate::ui) fn is_first_not_kept(&mut self) -> bool {
        !std::mem::replace(&mut self.told_of_keeping, true)
    }

    /// What was chosen of each proposal.
    #[must_use]
    pub(in crate::ui) fn choices(&self) -> &BTreeMap<ProposalName, Choice> {
        &self.choices
    }

    /// Refuses a proposal, or takes that back; the next one comes to hand.
    pub(in crate::ui) fn refuse(&mut self, name: ProposalName, is_refused: bool) {
        let Some(hash) = self.reading().map(|reading| reading.hash.clone()) else { return };
        self.decisions.entry(hash).or_default().refuse(name, is_refused);
        self.decided += 1;
    }

    /// Notes what proposals were made into.
    pub(in crate::ui) fn accept(&mut self, made: Vec<(ProposalName, Key, Id)>) {
        let Some(hash) = self.reading().map(|reading| reading.hash.clone()) else { return };
        let decisions = self.decisions.entry(hash).or_default();
        for (name, key, id) in made {
            decisions.accept(name, key, id);
        }
        self.decided += 1;
    }

    /// The source whose words are proposed of.
    #[must_use]
    pub(in crate::ui) fn source(&self) -> Option<Key> {
        self.source
    }

    /// Whether a form is shown in the room of the proposals.
    #[must_use]
    pub(in crate::ui) fn shows_form(&self) -> bool {
        self.shows_form
    }

    /// The proposals take their room again.
    pub(in crate::ui) fn put_form_away(&mut self) {
        self.shows_form = false;
    }

    /// The form of what was accepted is shown, in the room of the proposals.
    pub(in crate::ui) fn show_form(&mut self) {
        self.shows_form = true;
    }

    /// How the proposals stand now; what was worked out before while that is being done.
    pub(super) fn standings(&mut self, ctx: &Context, scene: &Scene) -> Option<Arc<Standings>> {
        let reading = Arc::clone(self.reading()?);
        let decisions = self.decisions();
        let document = Arc::clone(scene.document);
        let count = document.briefing.record_count();
        let key = (scene.revision, self.decided, self.read);
        let of = Arc::clone(&reading);
        let work = move || Arc::new(Standings::of(&document.reader(), &of, &decisions));
        let standings = Arc::clone(self.standings.get(ctx, &key, count, work)?);
        self.follow(&reading, &standings);
        Some(standings)
    }

    /// The list follows what was decided; what an undo took back comes to hand.
    fn follow(&mut self, reading: &Reading, standings: &Arc<Standings>) {
        self.queue = Queue::of(reading, standings, self.shows);
        let joined = self.joined(reading, standings);
        self.queue.places.retain(|place| !joined.contains(place));
        let before = self.stood.replace(Arc::clone(standings));
        let before = before.filter(|before| !Arc::ptr_eq(before, standings));
        let name = |place: usize| reading.proposals.get(place).map(|proposed| proposed.name);
        if let Some(before) = before {
            let came_back = |place: &&usize| before.there(**place).is_some() && standings.is_open(**place);
            if let Some(place) = reading.leads.iter().find(came_back) {
                self.take(name(*place));
            }
        }
        let is_listed = self.place_in_hand(reading).is_some_and(|place| self.queue.places.contains(&place));
        if !is_listed && !self.queue.places.is_empty() {
            let behind = self.hand.and_then(|hand| {
                let own = reading.place_of_name(hand)?;
                let mut places = self.queue.places.iter().copied();
                places.find(|place| *place > own && (self.shows.refused || standings.is_open(*place)))
            });
            let next =
                behind.or_else(|| self.queue.next_open(standings, None)).or_else(|| self.queue.places.first().copied());
            self.take(next.and_then(name));
        }
    }

    /// The proposals whose passages were put to another that is not decided yet.
    fn joined(&self, reading: &Reading, standings: &Standings) -> BTreeSet<usize> {
        let is_open = |name: &ProposalName| reading.place_of_name(*name).is_some_and(|place| standings.is_open(place));
        let choices = self.choices.iter().filter(|(name, _)| is_open(name));
        choices.flat_map(|(_, choice)| choice.joined.iter().copied()).collect()
    }

    /// Takes another proposal to hand.
    pub(super) fn take(&mut self, name: Option<ProposalName>) {
        if name.is_some() && self.hand != name {
            self.hand = name;
            self.field = 0;
            self.told_of = None;
            self.says_what_first = false;
        }
    }

    /// Takes the proposal of a place to hand.
    pub(super) fn take_place(&mut self, reading: &Reading, place: Option<usize>) {
        self.take(place.and_then(|place| reading.proposals.get(place)).map(|proposed| proposed.name));
    }

    /// The place of the proposal in hand.
    pub(super) fn place_in_hand(&self, reading: &Reading) -> Option<usize> {
        self.hand.and_then(|name| reading.place_of_name(name))
    }

    /// What was chosen of the proposal in hand.
    pub(super) fn choice(&self) -> Choice {
        self.hand.and_then(|name| self.choices.get(&name)).cloned().unwrap_or_default()
    }

    /// The proposal in hand, with its fields in doubt.
    pub(super) fn in_hand<'a>(&self, scene: &Scene, reading: &'a Reading) -> Option<InHand<'a>> {
        let place = self.place_in_hand(reading).filter(|place| self.queue.places.contains(place))?;
        let proposed = reading.proposals.get(place)?;
        let fields = open_fields(&scene.reader, reading, proposed, &self.choice());
        Some(InHand { place, proposed, fields })
    }
}
