//! How the time of what is done with a briefing grows with the length of one list: every list of every record and of the
//! header, from the table of fields.
//!
//! `cargo bench --bench growth [-- ITEMS]` does each thing with so many items (4,000) and with four times as many, the
//! best of several times each, and fails where the longer takes more than seven times as long: a time that grows with
//! the list takes four times as long, one that grows with its square sixteen times. It then tells the dearest. Time is that of the
//! processor, all cores together.

#[path = "../tests/growing/mod.rs"]
mod growing;

use std::time::Duration;

use cpu_time::ProcessTime;
use growing::{Growing, WORKS, opened};

/// The longer list is so many times as long.
const TIMES: usize = 4;
/// And may take so many times as long.
const MOST: u32 = 7;
/// What takes less is not told apart from chance.
const NOISE: Duration = Duration::from_millis(40);
/// Each is done so often, and the shortest time taken; what looks bad is done so often again.
const TRIES: usize = 2;
const TRIES_AGAIN: usize = 5;
/// So many of the dearest are told.
const TOLD: usize = 25;

fn shortest(tries: usize, work: impl Fn()) -> Duration {
    let once = || {
        let begin = ProcessTime::now();
        work();
        begin.elapsed()
    };
    (0..tries).map(|_| once()).min().unwrap_or_default()
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let few = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(4_000);
    let wanted = arguments.iter().find(|argument| !argument.starts_with('-') && argument.parse::<usize>().is_err());
    let mut told: Vec<(Duration, String)> = Vec::new();
    let mut failures = Vec::new();
    for Growing { name, text } in growing::all() {
        if wanted.is_some_and(|wanted| !name.contains(wanted.as_str())) {
            continue;
        }
        let [few, many] = [few, few * TIMES].map(|items| opened(&text(items)));
        for (work, run) in WORKS {
            let time = |tries| [&few, &many].map(|(document, text)| shortest(tries, || run(document, text)));
            let [mut less, mut more] = time(TRIES);
            if more > NOISE && more > less * MOST {
                [less, more] = time(TRIES_AGAIN);
            }
            let line = format!("{name}: {work}, {:.1} ms, then {:.1} ms", millis(less), millis(more));
            if more > NOISE && more > less * MOST {
                println!("grows faster than the list: {line}");
                failures.push(line.clone());
            }
            told.push((more, line));
        }
    }
    told.sort_by(|a, b| b.cmp(a));
    for (_, line) in told.iter().take(TOLD) {
        println!("{line}");
    }
    println!("{} of {} grow faster than the list", failures.len(), told.len());
    std::process::exit(i32::from(!failures.is_empty()));
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
