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

/// How a job stands.
#[derive(Debug)]
pub enum Outcome<T> {
    /// Not done yet.
    Waiting(Job<T>),
    /// Done.
    Done(T),
    /// Its thread ended without a result.
    Failed,
}

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

    /// Looks whether it is done.
    pub fn poll(self) -> Outcome<T> {
        match self.receiver.try_recv() {
            Ok(result) => Outcome::Done(result),
            Err(TryRecvError::Empty) => Outcome::Waiting(self),
            Err(TryRecvError::Disconnected) => Outcome::Failed,
        }
    }
}
