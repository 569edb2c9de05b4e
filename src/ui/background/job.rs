//! Work off the window's thread: one job of each name, the window woken at its end.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// A job under way, and what it will give.
#[derive(Debug)]
pub struct Job<T> {
    /// When it began, in the window's time in seconds.
    pub began: f64,
    receiver: Receiver<T>,
}

/// The thread of a job ended without a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoResult;

impl<T: Send + 'static> Job<T> {
    /// Begins a job on a thread of the given name. `None` where the system gives no thread.
    pub fn begin(ctx: &egui::Context, name: &str, work: impl FnOnce() -> T + Send + 'static) -> Option<Self> {
        let (sender, receiver) = channel();
        let ctx_of_job = ctx.clone();
        let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // The window may have moved on and dropped the receiver; then nobody misses the result.
            drop(sender.send(work()));
            ctx_of_job.request_repaint();
        });
        spawned.ok()?;
        Some(Self { began: ctx.input(|input| input.time), receiver })
    }

    /// What it gave, once it is done.
    fn result(&self) -> Option<Result<T, NoResult>> {
        match self.receiver.try_recv() {
            Ok(result) => Some(Ok(result)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(NoResult)),
        }
    }

    /// Takes what a job gave out of where the job is kept; while it is under way it stays there.
    pub fn take_done(slot: &mut Option<Self>) -> Option<Result<T, NoResult>> {
        Self::take_done_with(slot, |job| job).map(|(_, done)| done)
    }

    /// The same where a job is kept with what belongs to it.
    pub fn take_done_with<S>(slot: &mut Option<S>, job: impl Fn(&S) -> &Self) -> Option<(S, Result<T, NoResult>)> {
        let done = job(slot.as_ref()?).result()?;
        Some((slot.take()?, done))
    }
}
