//! How far the making of an export has come, and the wish that it stops.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far the making of an export has come, and the wish that it stops; shared with the thread that works.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    is_stopped: AtomicBool,
    steps: AtomicUsize,
}

impl Progress {
    /// Asks to stop.
    pub fn stop(&self) {
        self.0.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.is_stopped.load(Ordering::Relaxed)
    }

    /// How many steps are done: records, rows and paragraphs gone through.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.0.steps.load(Ordering::Relaxed)
    }

    /// Does a step, where it is still wanted; whether it is.
    pub(super) fn step(&self) -> bool {
        let is_wanted = !self.is_stopped();
        if is_wanted {
            self.0.steps.fetch_add(1, Ordering::Relaxed);
        }
        is_wanted
    }

    /// The items one by one, each a step, until somebody asks to stop.
    pub(super) fn through<I: IntoIterator>(&self, items: I) -> impl Iterator<Item = I::Item> + use<I> {
        let progress = self.clone();
        items.into_iter().take_while(move |_| progress.step())
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn nothing_more_is_gone_through_once_somebody_asks_to_stop() {
        let progress = Progress::default();
        let gone_through = |most| {
            let stops = progress.clone();
            progress
                .through(1..=9)
                .inspect(|item| {
                    if *item == most {
                        stops.stop();
                    }
                })
                .count()
        };
        assert_eq!(gone_through(10), 9);
        assert_eq!((gone_through(3), progress.is_stopped()), (3, true));
        assert_eq!((gone_through(3), progress.steps()), (0, 9 + 3));
    }
}
