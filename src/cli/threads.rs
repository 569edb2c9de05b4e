//! What is done where the machine gives this program no further threads.

use std::thread;

/// Whether the machine gives the threads that work on every core takes. Where it does not, the work is done on the thread
/// that asks for it: slower, and just as well. Asked once, before there is any work.
pub(super) fn prepare() -> bool {
    let wanted = thread::available_parallelism().map_or(1, usize::from) + 1;
    let are_given = are_given(wanted);
    if !are_given {
        // Whoever set up a pool before has its threads already.
        drop(rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global());
    }
    are_given
}

/// Whether so many threads can be had at once.
fn are_given(count: usize) -> bool {
    thread::scope(|scope| {
        let spawned: Vec<_> =
            (0..count).map_while(|_| thread::Builder::new().spawn_scoped(scope, thread::park).ok()).collect();
        for thread in &spawned {
            thread.thread().unpark();
        }
        spawned.len() == count
    })
}

#[cfg(test)]
mod tests {
    use super::are_given;

    #[test]
    fn a_few_threads_are_given_and_all_of_them_end() {
        assert!(are_given(3));
    }

    #[test]
    fn work_for_every_core_is_done_on_one_thread_where_there_is_no_other() {
        let text = crate::store::SAMPLE.to_owned();
        let usual = crate::document::Document::from_text(text.clone()).unwrap();
        // A thread of its own, since the pool stays with the thread that it was made on.
        let problems = std::thread::spawn(move || {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().unwrap();
            pool.install(|| crate::document::Document::from_text(text).unwrap().problems)
        });
        assert_eq!(problems.join().unwrap(), usual.problems);
    }
}
