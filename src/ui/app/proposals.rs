//! The proposals of an article: reading it, and what a person decides of them.

use std::sync::Arc;

use egui::Context;

use super::program::App;
use crate::edit::change;
use crate::edit::{Change, Refusal, likely_publication};
use crate::import::proposals::{Decisions, HeldArticle, Reading, Standings, Taken, take, take_all, take_to};
use crate::model::{AnyRecord, Key, Node, Source, plural};
use crate::phrase::in_words;
use crate::ui::command::{After, Draft, EditRequest, ProposalRequest, Tab};
use crate::ui::session::Offer;
use crate::ui::widgets::Severity;
use crate::ui::{Command, Request};

/// What is offered once an article is held.
const READ_IT: Offer = Offer { command: Command::ReadIntoRecords, words: "Read it into records" };

impl App {
    /// Carries out what was asked of the proposals of an article.
    pub(super) fn propose(&mut self, ctx: &Context, request: ProposalRequest) {
        match request {
            ProposalRequest::Read(source) => self.begin_proposing(ctx, source, false),
            ProposalRequest::Offer(source, told) => {
                // It is not there where what would have made it was refused.
                if self.source(source).is_some() {
                    self.offer_reading(ctx, &told);
                }
            }
            ProposalRequest::ReadUndated(source) => self.begin_proposing(ctx, source, true),
            ProposalRequest::Date(source, date) => self.date_and_read(ctx, source, date),
            ProposalRequest::Accept(places, after) => self.accept_proposals(ctx, &places, after),
            ProposalRequest::JoinTo(place, above) => self.join_proposal(ctx, place, above),
            ProposalRequest::Refuse(name, is_refused) => {
                self.views.tabs.proposals().refuse(name, is_refused);
                self.keep_decisions(ctx);
            }
            ProposalRequest::ShowForm(key) => self.show_form_of(ctx, key, ""),
            ProposalRequest::Leave => self.leave_proposals(ctx),
        }
    }

    /// Offers to read an article that is held now.
    pub(super) fn offer_reading(&mut self, ctx: &Context, told: &str) {
        self.offer(ctx, Severity::Found, told, READ_IT);
    }

    /// Reads the article that is looked at, or else the one that came last.
    pub(super) fn read_into_records(&mut self, ctx: &Context) {
        self.session.withdraw(READ_IT);
        let shown = self.views.tabs.source_shown();
        let Some(open) = &self.session.open else { return };
        let reader = open.document.reader();
        let holds = |key: &Key| matches!(reader.record(*key), Some(AnyRecord::Source(source)) if source.has_words());
        let selected = open.history.present().selected.filter(holds);
        let shown = shown.filter(|key| open.tab() == Tab::Sources && holds(key));
        if let Some(source) = selected.or(shown).or_else(|| open.last_article()) {
            self.begin_proposing(ctx, source, false);
        }
    }

    fn begin_proposing(&mut self, ctx: &Context, key: Key, is_undated: bool) {
        let Some(source) = self.source(key) else { return };
        if source.id.is_empty() {
            self.notify(ctx, Severity::Note, "Give the source an id first, so that records can cite it");
            return;
        }
        self.go_to_tab(Tab::Sources);
        self.select(key);
        let Some(open) = &self.session.open else { return };
        let document = Arc::clone(&open.document);
        let proposals = self.views.tabs.proposals();
        if source.published.is_none() && !is_undated {
            let likely = likely_publication(&HeldArticle::of(&source).text).map(|likely| in_words(&likely.day));
            proposals.ask_date(key, likely);
        } else if proposals.read(ctx, &document, key).is_none() {
            self.notify(ctx, Severity::Error, "The system gives no thread to read the article with; try again");
        }
        ctx.request_repaint();
    }

    fn source(&self, key: Key) -> Option<Arc<Source>> {
        match self.session.open.as_ref()?.document.reader().record(key)? {
            AnyRecord::Source(source) => Some(source),
            _ => None,
        }
    }

    fn date_and_read(&mut self, ctx: &Context, source: Key, date: Node) {
        let draft = Draft { key: Some(source), field: "published", value: Some(date), creates: None };
        self.edit(ctx, EditRequest::SetField(draft));
        let Some(open) = self.session.open.as_mut() else { return };
        let read = Request::Propose(ProposalRequest::ReadUndated(source));
        if open.is_working() {
            open.waiting.push_back(read);
        } else {
            self.handle(ctx, read);
        }
    }

    /// Looks whether an article is read; what was decided of it before is looked up.
    pub(super) fn poll_proposals(&mut self, ctx: &Context) {
        let Some(reading) = self.views.tabs.proposals().take_read() else { return };
        if !self.views.tabs.proposals().knows(&reading.hash) {
            let kept = self.decided.read(&reading.hash);
            let decisions = match &self.session.open {
                Some(open) => Decisions::from_text(&kept, &open.document.reader()),
                None => Decisions::default(),
            };
            self.views.tabs.proposals().take_kept(&reading.hash, decisions);
        }
        ctx.request_repaint();
    }

    /// What is decided is kept; where that fails it is known until the program ends, which is said.
    fn keep_decisions(&mut self, ctx: &Context) {
        let proposals = self.views.tabs.proposals();
        let (Some(reading), decisions) = (proposals.reading().cloned(), proposals.decisions()) else { return };
        let Some(open) = &self.session.open else { return };
        let text = decisions.to_text(&open.document.reader());
        let is_kept = self.decided.write(&reading.hash, &text).is_ok();
        if !is_kept && self.views.tabs.proposals().is_first_not_kept() {
            self.notify(ctx, Severity::Warning, "What is refused could not be kept; it is asked again after the end");
        }
    }

    fn accept_proposals(&mut self, ctx: &Context, places: &[usize], after: After) {
        self.flush_draft(ctx);
        if self.must_edit_first(ctx, ProposalRequest::Accept(places.to_vec(), after)) {
            return;
        }
        let Some((reading, decisions)) = self.reading() else { return };
        let choices = self.views.tabs.proposals().choices().clone();
        let Some(open) = &self.session.open else { return };
        let reader = open.document.reader();
        let taken: Result<Vec<Taken>, Refusal> = match places {
            [place] => {
                let standings = Standings::of(&reader, &reading, &decisions);
                let choice = reading.proposals.get(*place).and_then(|proposed| choices.get(&proposed.name));
                take(&reader, &reading, &standings, *place, &choice.cloned().unwrap_or_default()).map(|one| vec![one])
            }
            places => take_all(&reader, &reading, &decisions, places, &choices),
        };
        let key = self.make_taken(ctx, taken);
        if let (Some(key), After::Form(field)) = (key, after) {
            self.show_form_of(ctx, key, field);
        }
    }

    fn join_proposal(&mut self, ctx: &Context, place: usize, above: usize) {
        self.flush_draft(ctx);
        if self.must_edit_first(ctx, ProposalRequest::JoinTo(place, above)) {
            return;
        }
        let Some((reading, decisions)) = self.reading() else { return };
        let choices = self.views.tabs.proposals().choices().clone();
        let Some(open) = &self.session.open else { return };
        let reader = open.document.reader();
        let standings = Standings::of(&reader, &reading, &decisions);
        let choice = reading.proposals.get(place).and_then(|proposed| choices.get(&proposed.name)).cloned();
        let key = standings.there(above).ok_or(Refusal::Gone);
        let choice = choice.unwrap_or_default();
        let taken = key.and_then(|key| take_to(&reader, &reading, &standings, place, &choice, key));
        self.make_taken(ctx, taken.map(|one| vec![one]));
    }

    /// Makes what is accepted one step; gives the record that the last became.
    fn make_taken(&mut self, ctx: &Context, taken: Result<Vec<Taken>, Refusal>) -> Option<Key> {
        let key = taken.as_ref().ok().and_then(|taken| taken.last()).map(|taken| taken.key);
        let made: Vec<_> = taken.iter().flatten().flat_map(|taken| taken.made.clone()).collect();
        let count = taken.as_ref().map_or(0, Vec::len);
        let change = taken.and_then(|taken| {
            let whole = taken.into_iter().map(|taken| taken.change).reduce(Change::and).ok_or(Refusal::Gone)?;
            let label = format!("Accept {}", plural(count, "proposal"));
            Ok(if count > 1 { whole.called(label) } else { whole })
        });
        self.make(ctx, |_| change)?;
        self.views.tabs.proposals().accept(made);
        self.keep_decisions(ctx);
        key
    }

    /// Says that records are made while editing, and offers that; while a change is worked out, the request waits.
    fn must_edit_first(&mut self, ctx: &Context, request: ProposalRequest) -> bool {
        let Some(open) = self.session.open.as_mut() else { return true };
        if !open.is_editing {
            self.tell_why_not(ctx, Command::NewRecord, "Records are made while editing");
            return true;
        }
        if open.is_working() {
            open.waiting.push_back(request.into());
            return true;
        }
        false
    }

    fn reading(&mut self) -> Option<(Arc<Reading>, Decisions)> {
        let proposals = self.views.tabs.proposals();
        Some((Arc::clone(proposals.reading()?), proposals.decisions()))
    }

    /// The form of a record in the room of the proposals, the keys in a field; without one, in the first.
    fn show_form_of(&mut self, ctx: &Context, key: Key, field: &'static str) {
        if self.session.open.as_ref().is_some_and(|open| !open.is_editing) {
            self.tell_why_not(ctx, Command::NewRecord, "Records are changed while editing");
            return;
        }
        self.select(key);
        self.session.settings.inspector_hidden = false;
        self.views.form.take_keys_in(key, field);
        if let Some(open) = self.session.open.as_mut().filter(|_| !field.is_empty()) {
            open.pointed_field = Some((key, field.to_owned()));
        }
        self.views.tabs.proposals().show_form();
        ctx.request_repaint();
    }

    /// Puts the form away, or leaves the proposals.
    fn leave_proposals(&mut self, ctx: &Context) {
        self.flush_draft(ctx);
        let proposals = self.views.tabs.proposals();
        if proposals.shows_form() {
            proposals.put_form_away();
            let source = proposals.source();
            if let Some(source) = source {
                self.select(source);
            }
        } else {
            proposals.leave();
        }
        ctx.request_repaint();
    }

    /// Holds the whole words of an article of which parts are held; a part that stands in them is held with them.
    pub(super) fn hold_whole(&mut self, ctx: &Context, key: Key, text: &str) {
        let Some(source) = self.source(key) else { return };
        let paragraphs = crate::edit::article::source_text(text);
        let stands = |para: Option<u32>, words: &str| {
            let paragraph = para.and_then(|para| paragraphs.get(usize::try_from(para).ok()?));
            paragraph.is_some_and(|paragraph| paragraph.contains(words))
        };
        let record = AnyRecord::Source(Arc::clone(&source));
        let all = Node::items_of(record.field_node("excerpts").as_ref());
        let kept = all.into_iter().zip(&source.excerpts).filter(|(_, part)| !stands(part.para, &part.text));
        let kept: Vec<Node> = kept.map(|(node, _)| node).collect();
        let left = kept.len();
        let words = Node::list_of(paragraphs.iter().cloned().map(Node::Text).collect());
        let fields = vec![(key, "text", words), (key, "excerpts", Node::list_of(kept))];
        if self.make(ctx, |reader| change::set_fields(reader, "Hold the whole article".to_owned(), fields)).is_none() {
            return;
        }
        if left > 0 {
            let told =
                format!("{} held before do not stand in it word for word, and stay beside it", plural(left, "part"));
            self.notify(ctx, Severity::Warning, &told);
        }
        self.begin_proposing(ctx, key, false);
    }
}
