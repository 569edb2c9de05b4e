//! What the journal costs, by the size of the briefing: begun once after a file was read or written, then a line a step.
//!
//! `cargo bench --bench journal [-- MOST]` prints for 2,000, 20,000 and 60,000 visits (up to MOST) the bytes of the
//! document, the time until a begun journal is on the disk, and the time of a step: written as a line, and flushed. The
//! last line is the ratio within the run: a step costs the same whatever the size.

#![expect(clippy::unwrap_used, reason = "a bench that cannot write its journal has failed")]

use std::time::{Duration, Instant};

use dateline::edit::{History, change, line_of};
use dateline::index::{Index, Reader};
use dateline::model::Node;
use dateline::ron_text::print_briefing;
use dateline::sample;
use dateline::store::{JournalHead, SettingsFile};

const SIZES: [usize; 3] = [2_000, 20_000, 60_000];
const STEPS: usize = 50;

struct Cost {
    bytes: usize,
    begin: Duration,
    step: Duration,
}

fn cost(visits: usize) -> Cost {
    let mut briefing = sample::made_up(visits, visits / 4, 1);
    let base = print_briefing(&briefing);
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SettingsFile::in_folder(folder.path()).journal_folder().begin(None).unwrap();
    let begun = Instant::now();
    let head = JournalHead::new(None, String::new(), String::new(), &base, briefing.key_lists());
    journal.start(&head, &base, &[]).unwrap();
    let begin = begun.elapsed();
    let index = Index::build(&briefing);
    let key = briefing.visits[visits / 2].key;
    let remark = Node::Text("a remark of some words".to_owned());
    let change = change::set_field(&Reader::new(&briefing, &index), key, "review", Some(remark)).unwrap();
    let mut history = History::new();
    assert!(history.make(change, &mut briefing, false));
    let edits = history.take_applied().remove(0);
    let mut steps: Vec<Duration> = (0..STEPS)
        .map(|_| {
            let begun = Instant::now();
            journal.append(&[line_of(&edits).unwrap()]).unwrap();
            begun.elapsed()
        })
        .collect();
    steps.sort_unstable();
    Cost { bytes: base.len(), begin, step: steps[STEPS / 2] }
}

fn main() {
    let most = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(usize::MAX);
    println!("{:>9}  {:>9}  {:>10}  {:>18}", "visits", "MB", "begin ms", "step µs, median");
    let mut steps: Vec<f64> = Vec::new();
    for visits in SIZES.into_iter().filter(|visits| *visits <= most) {
        let Cost { bytes, begin, step } = cost(visits);
        let (megabytes, begin, step) = (bytes as f64 / 1e6, begin.as_secs_f64() * 1e3, step.as_secs_f64() * 1e6);
        println!("{visits:>9}  {megabytes:>9.1}  {begin:>10.1}  {step:>18.1}");
        steps.push(step);
    }
    if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
        println!("a step in the largest costs {:.1} times as much as in the smallest", last / first);
    }
}
