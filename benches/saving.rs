//! What opening, changing and saving a large briefing that was written by hand costs, beside one bare reading of it.
//!
//! `cargo bench --bench saving [-- RECORDS]` writes about so many records (20,000) by hand, 1.2 kB each with comments,
//! opens the file, changes two fields, inserts a record and deletes one, and saves with verification. Beside it stands
//! one `ron::from_str` of the same text in the same run: into the program's own records, and into `ron::Value`; the
//! cheaper of the two is the yardstick. Each is done several times in turn, and the median told. All comments but those
//! of the deleted record are then in the file.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a bench that cannot write its files has failed"
)]

#[path = "../tests/by_hand/mod.rs"]
mod by_hand;

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use by_hand::{ByHand, Owner};
use dateline::edit::{History, change};
use dateline::index::{Index, Reader};
use dateline::model::{AnyRecord, Briefing, Key, Node};
use dateline::store::{self, SavedBase};

const TIMES: usize = 7;
const REMARK: &str =
    "Two outlets have it from the same agency; a third names another day. To be asked again once the readout is out. ";

/// A made-up briefing whose records have remarks that bring it to its size.
fn briefing(records: usize) -> Briefing {
    let mut briefing = dateline::sample::made_up(records * 9 / 20, records * 7 / 20, 1);
    let mut number = 0;
    let mut remark = || {
        number += 1;
        REMARK.repeat(6 + number % 5)
    };
    for entry in &mut briefing.visits {
        Arc::make_mut(&mut entry.record).note = remark();
    }
    for entry in &mut briefing.statements {
        Arc::make_mut(&mut entry.record).note = remark();
    }
    briefing
}

/// The same edits of a briefing each time; gives back which record they delete.
fn edit(briefing: &mut Briefing) -> Key {
    let keys: Vec<Key> = briefing.visits.iter().map(|entry| entry.key).collect();
    let uncited = |reader: &Reader| {
        let middle = keys.iter().skip(keys.len() / 2);
        middle.copied().find(|key| change::citing(reader, &[*key]).is_empty()).unwrap()
    };
    let deleted = uncited(&Reader::new(briefing, &Index::build(briefing)));
    let text = |text: &str| Some(Node::Text(text.to_owned()));
    let make: [&dyn Fn(&Reader) -> change::Change; 4] = [
        &|reader| change::set_field(reader, keys[1], "place", text("Elsewhere")).unwrap(),
        &|reader| change::set_field(reader, keys[keys.len() - 2], "note", text("settled")).unwrap(),
        &|reader| {
            let AnyRecord::Visit(visit) = reader.record(keys[3]).unwrap() else { unreachable!() };
            change::insert(reader, &AnyRecord::Visit(visit), Some(keys[3])).unwrap().0
        },
        &|reader| change::delete(reader, &[deleted], change::Citing::Detach).unwrap(),
    ];
    let mut history = History::new();
    for make in make {
        let index = Index::build(briefing);
        let change = make(&Reader::new(briefing, &index));
        assert!(history.make(change, briefing, false));
    }
    deleted
}

/// What the edits make of a briefing, so that they can be taken in without their index.
fn edited(text: &str) -> (Briefing, Key) {
    let mut briefing = store::load(text.to_owned()).unwrap().briefing;
    let deleted = edit(&mut briefing);
    (briefing, deleted)
}

struct Cost {
    open: Duration,
    save: Duration,
}

/// Opens, takes in the edits, and saves. The edits themselves cost nothing to speak of, but for the index of the bench.
fn open_and_save(path: &Path) -> Cost {
    let begin = Instant::now();
    let loaded = store::load(store::read_file(path).unwrap()).unwrap();
    let mut base = SavedBase::new(&loaded.text, &loaded.briefing);
    let open = begin.elapsed();
    let mut briefing = loaded.briefing.clone();
    edit(&mut briefing);
    let begin = Instant::now();
    store::save_over(path, &mut base, &briefing).unwrap();
    Cost { open, save: begin.elapsed() }
}

/// A file that was there before: nothing of it waits to be written while the program's own saving is timed.
fn write_and_flush(path: &Path, text: &str) {
    let mut file = std::fs::File::create(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.sync_all().unwrap();
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    let kept = work();
    let took = begin.elapsed();
    drop(kept);
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// The saved file has every comment but those of the deleted record, and reads as the edited briefing.
fn assert_kept(path: &Path, written: &ByHand) {
    let saved = store::read_file(path).unwrap();
    let (briefing, deleted) = edited(&written.text);
    assert!(store::says_the_same(&store::load(saved.clone()).unwrap().briefing, &briefing));
    let goes = |owner: &Owner| matches!(owner, Owner::Record(key) | Owner::Field(key, _) if *key == deleted);
    let (gone, kept): (Vec<_>, Vec<_>) = written.comments.iter().partition(|comment| goes(&comment.owner));
    let mut rest = saved.as_str();
    for comment in kept {
        let at = rest.find(&comment.text).unwrap_or_else(|| panic!("{} is lost", comment.text));
        rest = &rest[at + comment.text.len()..];
    }
    assert!(!gone.is_empty(), "the deleted record has a comment");
    assert!(gone.iter().all(|comment| !saved.contains(&comment.text)), "it went with its record");
}

fn main() {
    let records = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(20_000);
    let written = by_hand::by_hand(&briefing(records), 7);
    let text = &written.text;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    let mut bare = [Vec::new(), Vec::new()];
    let (mut opens, mut saves, mut wholes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TIMES {
        write_and_flush(&path, text);
        let plain = text.trim_start_matches('\u{feff}');
        bare[0].push(timed(|| ron::from_str::<Briefing>(plain).unwrap()));
        bare[1].push(timed(|| ron::from_str::<ron::Value>(plain).unwrap()));
        let cost = open_and_save(&path);
        opens.push(cost.open);
        saves.push(cost.save);
        wholes.push(cost.open + cost.save);
    }
    assert_kept(&path, &written);
    let [typed, value] = bare.map(median);
    let (open, save, whole) = (median(opens), median(saves), median(wholes));
    let count = store::load(text.clone()).unwrap().briefing.all_records().count();
    println!("{count} records, {:.1} MB, {} comments", text.len() as f64 / 1e6, written.comments.len());
    println!("one bare reading: {:.0} ms into records, {:.0} ms into ron::Value", millis(typed), millis(value));
    println!("opened in {:.0} ms, saved with verification in {:.0} ms", millis(open), millis(save));
    let times = |bare: Duration| whole.as_secs_f64() / bare.as_secs_f64();
    println!(
        "open, change and save: {:.2} times a reading into records, {:.2} into ron::Value",
        times(typed),
        times(value)
    );
}
