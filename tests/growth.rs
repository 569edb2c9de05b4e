//! However long a list of a briefing grows, what is done with it takes memory in proportion: every list of every record
//! and of the header, from the table of fields. `benches/growth` holds the same of time.

mod growing;
mod works;

use std::alloc::System;

use cap::Cap;
use growing::Growing;
use works::{WORKS, opened};

#[global_allocator]
static ALLOCATED: Cap<System> = Cap::new(System, usize::MAX);

/// Items of the shorter and of the longer list.
const FEW: usize = 150;
const MANY: usize = 4 * FEW;

/// What grows with the list alone takes four times as much, and what grows with its square sixteen times.
const MOST_TIMES: usize = 7;

/// What is not worth telling apart, in bytes for each byte of the text.
const NOISE: usize = 8;

fn allocated(work: impl FnOnce()) -> usize {
    let before = ALLOCATED.total_allocated();
    work();
    ALLOCATED.total_allocated() - before
}

#[test]
fn what_a_list_takes_grows_with_its_length() {
    assert_that_every_list_grows();
    let mut failures = Vec::new();
    for Growing { name, text } in growing::all() {
        let few = opened(&text(FEW));
        let many = opened(&text(MANY));
        for (work, run) in WORKS {
            let [less, more] = [&few, &many].map(|(document, text)| allocated(|| run(document, text)));
            if more > MOST_TIMES * less + NOISE * many.1.len() {
                failures.push(format!("{name}: {work} takes {less} bytes, then {more}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Not a test of its own: what runs beside the measuring would be measured too.
fn assert_that_every_list_grows() {
    let names: Vec<String> = growing::all().into_iter().map(|growing| growing.name).collect();
    for list in ["visit.met", "source.text", "actor.aliases", "briefing.merges", "briefing.coverage", "visits"] {
        assert!(names.iter().any(|name| name.starts_with(list)), "{list}");
    }
}
