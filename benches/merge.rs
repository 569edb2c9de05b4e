//! What a three-way merge costs, by the size of the briefing: both sides change, add, rename, move and delete.
//!
//! `cargo bench --bench merge [-- MOST]` prints a time for 2,000 and 20,000 visits (up to MOST). Machines differ, so the
//! last line is the ratio within the run: ten times the visits cost some ten times as much, not a hundred times.

#![expect(clippy::unwrap_used, reason = "a bench that cannot edit its briefing has failed")]

use std::time::{Duration, Instant};

use dateline::edit::{History, change, three_way};
use dateline::index::{Index, Reader};
use dateline::model::{Briefing, Node, RecordKind};
use dateline::{sample, store};

const SIZES: [usize; 2] = [2_000, 20_000];
/// One of so many visits is changed on each side.
const EACH: usize = 50;
const RUNS: usize = 3;

/// A side's copy: visits changed, some of them by both sides, some added at the end, one of each kind moved or renamed.
fn edited(base: &Briefing, side: usize) -> Briefing {
    let mut briefing = base.clone();
    let index = Index::build(&briefing);
    let reader = Reader::new(&briefing, &index);
    let visits = reader.briefing.records(RecordKind::Visit).map(|(key, _)| key).collect::<Vec<_>>();
    let changed: Vec<_> = visits.iter().copied().skip(side * 7).step_by(EACH).collect();
    let note = Node::Text(format!("side {side}"));
    let mut whole = change::set_field_of_all(&reader, &changed, "note", Some(&note)).unwrap();
    let clashing: Vec<_> = visits.iter().copied().step_by(EACH * 10).collect();
    whole = whole.and(change::set_field_of_all(&reader, &clashing, "place", Some(&note)).unwrap());
    whole = whole.and(change::reorder(&reader, visits[side + 3], visits.len() / 2).unwrap());
    let gone: Vec<_> = visits.iter().copied().skip(side + 11).step_by(EACH * 2).collect();
    whole = whole.and(change::delete(&reader, &gone, change::Citing::Detach).unwrap());
    assert!(History::new().make(whole, &mut briefing, false));
    let (_, like) = base.record_at(RecordKind::Visit, 0).unwrap();
    for number in 0..visits.len() / EACH {
        let mut fields = like.field_nodes();
        fields.retain(|(name, _)| name != "id" && name != "place");
        fields.push(("id".into(), Node::Text(format!("new-{side}-{number}"))));
        fields.push(("place".into(), Node::Text(format!("Place {number}"))));
        let text = dateline::ron_text::inline(&Node::Struct(fields));
        briefing.push(store::read_record(RecordKind::Visit, &text).unwrap());
    }
    briefing
}

fn cost(visits: usize) -> (Duration, usize) {
    let base = sample::made_up(visits, visits / 4, 1);
    let (ours, theirs) = (edited(&base, 0), edited(&base, 1));
    let run = || {
        let begin = Instant::now();
        let open = three_way(&base, &ours, &theirs).open.len();
        (begin.elapsed(), open)
    };
    (0..RUNS).map(|_| run()).min().unwrap()
}

fn main() {
    let most = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(usize::MAX);
    println!("{:>9}  {:>10}  {:>12}", "visits", "left open", "ms");
    let mut totals: Vec<f64> = Vec::new();
    for visits in SIZES.into_iter().filter(|visits| *visits <= most) {
        let (took, open) = cost(visits);
        println!("{visits:>9}  {open:>10}  {:>12.1}", took.as_secs_f64() * 1e3);
        totals.push(took.as_secs_f64());
    }
    if let [small, large] = totals[..] {
        println!("10 times the visits cost {:.1} times as much", large / small);
    }
}
