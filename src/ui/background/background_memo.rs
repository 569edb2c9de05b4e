//! What may take longer than a frame: worked out on a thread where it is large, the last result in use until then.

use egui::Context;

use super::job::{Job, Outcome};

/// Of more records than this, what is derived is worked out on a thread.
pub const AT_ONCE: usize = 2_000;

/// A value that follows from a key.
#[derive(Debug)]
pub struct Worked<K, V> {
    last: Option<(K, V)>,
    job: Option<(K, Job<V>)>,
    /// The work for this key ended without a result; it is not tried again.
    failed: Option<K>,
}

impl<K, V> Default for Worked<K, V> {
    fn default() -> Self {
        Self { last: None, job: None, failed: None }
    }
}

impl<K: PartialEq + Clone, V: Send + 'static> Worked<K, V> {
    /// The value for `key` where it is there, else the last one while that for `key` is being worked out; `None`
    /// before there is any. Of `count` records it is worked out at once where these are few.
    pub fn get(
        &mut self,
        ctx: &Context,
        key: &K,
        count: usize,
        work: impl FnOnce() -> V + Send + 'static,
    ) -> Option<&V> {
        self.take_done();
        let is_there = self.last.as_ref().is_some_and(|(known, _)| known == key);
        if !is_there && self.job.is_none() && self.failed.as_ref() != Some(key) {
            if count <= AT_ONCE {
                self.last = Some((key.clone(), work()));
            } else {
                self.job = Job::begin(ctx, "work out", work).map(|job| (key.clone(), job));
            }
        }
        self.last.as_ref().map(|(_, value)| value)
    }

    /// The last value that is there, whatever its key.
    pub fn latest(&mut self) -> Option<&V> {
        self.take_done();
        self.last.as_ref().map(|(_, value)| value)
    }

    /// Whether something is being worked out.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Since when something is being worked out, in the window's time in seconds.
    #[must_use]
    pub fn busy_since(&self) -> Option<f64> {
        self.job.as_ref().map(|(_, job)| job.began)
    }

    /// Takes what is there by now; else something that nobody asks for any more counts as being worked out for ever.
    pub fn take_done(&mut self) {
        let Some((key, job)) = self.job.take() else { return };
        match job.poll() {
            Outcome::Waiting(job) => self.job = Some((key, job)),
            Outcome::Done(value) => self.last = Some((key, value)),
            Outcome::Failed => self.failed = Some(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Worked};
    use std::sync::mpsc::channel;

    #[test]
    fn a_large_value_comes_later_and_the_last_one_is_in_use_until_then() {
        let ctx = egui::Context::default();
        let mut worked: Worked<u8, &str> = Worked::default();
        assert_eq!(worked.get(&ctx, &1, AT_ONCE, || "small"), Some(&"small"));
        let (go, wait) = channel::<()>();
        let late = move || wait.recv().map_or("never", |()| "large");
        assert_eq!(worked.get(&ctx, &2, AT_ONCE + 1, late), Some(&"small"));
        assert!(worked.is_busy());
        assert_eq!(worked.get(&ctx, &3, 0, || "meanwhile"), Some(&"small"), "one thread at a time");
        go.send(()).unwrap();
        while worked.is_busy() {
            assert!(worked.get(&ctx, &2, AT_ONCE + 1, || "again").is_some());
        }
        assert_eq!(worked.get(&ctx, &2, AT_ONCE + 1, || "again"), Some(&"large"));
    }

    #[test]
    fn what_failed_is_not_tried_without_end() {
        let ctx = egui::Context::default();
        let mut worked: Worked<u8, u8> = Worked::default();
        worked.get(&ctx, &1, AT_ONCE + 1, || std::panic::resume_unwind(Box::new(())));
        while worked.is_busy() {
            worked.get(&ctx, &1, AT_ONCE + 1, || 1);
        }
        assert_eq!(worked.get(&ctx, &1, AT_ONCE + 1, || 1), None);
    }
}
