//! The thread that writes the journal: what was done goes to it as it is, and costs the window nothing.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::edit::{Edit, edits_between, line_of};
use crate::model::Briefing;
use crate::store::{self, JournalFile, JournalFolder, JournalHead, SavedBase};

/// What was done since the base, in order.
#[derive(Debug, Clone)]
pub enum Done {
    /// Edits that were carried out at once.
    Edits(Vec<Edit>),
    /// All that was done up to here, as the briefing it led to.
    State(Box<Briefing>),
}

/// What a journal begins with.
#[derive(Debug)]
pub struct Begin {
    pub folder: JournalFolder,
    /// The document's file, where it has one.
    pub document: Option<PathBuf>,
    pub title: String,
    pub base: Arc<SavedBase>,
    pub done: Vec<Done>,
    /// A journal that a crash left, which goes once this one holds what it held.
    pub left: Option<JournalFile>,
}

#[derive(Debug)]
enum Message {
    Begin(Box<Begin>),
    Append(Vec<Done>),
    End,
}

/// What the window may know of the thread.
#[derive(Debug, Default)]
struct Status {
    /// Messages that are not carried out yet.
    pending: AtomicUsize,
    /// The disk refused; the journal has to be begun anew.
    has_failed: AtomicBool,
    /// How many bytes were added since the journal was begun, and how many it began with.
    added: AtomicU64,
    begun: AtomicU64,
}

/// The thread's end that the window holds.
#[derive(Debug)]
pub struct JournalWriter {
    sender: Option<Sender<Message>>,
    thread: Option<JoinHandle<()>>,
    status: Arc<Status>,
}

/// A journal to which more was added than this, in bytes, and more than it began with, is begun anew.
const MOST_ADDED: u64 = 16 * 1024 * 1024;

impl JournalWriter {
    /// Begins the thread; `None` where the system gives none.
    pub fn new() -> Option<Self> {
        let (sender, receiver) = channel();
        let status = Arc::new(Status::default());
        let of_thread = Arc::clone(&status);
        let thread = thread::Builder::new().name("journal".to_owned()).spawn(move || write_all(&receiver, &of_thread));
        Some(Self { sender: Some(sender), thread: Some(thread.ok()?), status })
    }

    pub fn begin(&self, begin: Begin) {
        self.send(Message::Begin(Box::new(begin)));
    }

    pub fn append(&self, done: Vec<Done>) {
        self.send(Message::Append(done));
    }

    /// Takes the journal away: everything is saved, or was given up.
    pub fn end(&self) {
        self.send(Message::End);
    }

    fn send(&self, message: Message) {
        self.status.pending.fetch_add(1, Ordering::SeqCst);
        if self.sender.as_ref().is_none_or(|sender| sender.send(message).is_err()) {
            self.status.pending.store(0, Ordering::SeqCst);
            self.status.has_failed.store(true, Ordering::SeqCst);
        }
    }

    /// Whether something is on its way to the disk.
    pub fn is_busy(&self) -> bool {
        self.status.pending.load(Ordering::SeqCst) > 0
    }

    /// Whether the disk refused since this was asked last.
    pub fn take_failure(&self) -> bool {
        self.status.has_failed.swap(false, Ordering::SeqCst)
    }

    /// Whether beginning anew would make it much shorter.
    pub fn is_long(&self) -> bool {
        let begun = self.status.begun.load(Ordering::SeqCst);
        self.status.added.load(Ordering::SeqCst) > begun.max(MOST_ADDED)
    }
}

/// What was handed over is on the disk before the window is gone.
impl Drop for JournalWriter {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has written what it could.
            drop(thread.join());
        }
    }
}

fn write_all(receiver: &Receiver<Message>, status: &Status) {
    let mut journal: Option<JournalFile> = None;
    for message in receiver {
        let is_well = match message {
            Message::Begin(begin) => begin_anew(*begin, &mut journal, status),
            Message::Append(done) => append(done, &mut journal, status),
            Message::End => {
                if let Some(journal) = journal.take() {
                    journal.remove();
                }
                Some(())
            }
        };
        if is_well.is_none() {
            status.has_failed.store(true, Ordering::SeqCst);
        }
        status.pending.fetch_sub(1, Ordering::SeqCst);
    }
}

fn begin_anew(begin: Begin, journal: &mut Option<JournalFile>, status: &Status) -> Option<()> {
    let Begin { folder, document, title, base, done, left } = begin;
    let document = document.map(|path| std::path::absolute(&path).unwrap_or(path));
    let lines: Vec<String> = done.iter().map(|done| line(done, &base)).collect::<Option<_>>()?;
    let begun = format!("{} {}", store::today(), store::time_of_day());
    let head = JournalHead::new(document.clone(), title, begun, base.text(), base.briefing().key_lists());
    let is_of_it = |journal: &JournalFile| journal.is_of(document.as_deref());
    let (mut file, other) = match journal.take() {
        Some(own) if is_of_it(&own) => (own, None),
        other => (folder.begin(document.as_deref())?, other),
    };
    let bytes = file.start(&head, base.text(), &lines).ok();
    *journal = Some(file);
    status.begun.store(bytes?, Ordering::SeqCst);
    status.added.store(0, Ordering::SeqCst);
    for old in other.into_iter().chain(left) {
        old.remove();
    }
    Some(())
}

fn append(done: Vec<Done>, journal: &mut Option<JournalFile>, status: &Status) -> Option<()> {
    let lines: Vec<String> = done.iter().map(line_of_edits).collect::<Option<_>>()?;
    let bytes = journal.as_mut()?.append(&lines).ok()?;
    status.added.fetch_add(bytes, Ordering::SeqCst);
    Some(())
}

fn line(done: &Done, base: &SavedBase) -> Option<String> {
    match done {
        Done::Edits(_) => line_of_edits(done),
        Done::State(briefing) => line_of(&edits_between(base.briefing(), briefing)).ok(),
    }
}

/// A state is told from the base alone, so that a journal is begun anew for it.
fn line_of_edits(done: &Done) -> Option<String> {
    match done {
        Done::Edits(edits) => line_of(edits).ok(),
        Done::State(_) => None,
    }
}
