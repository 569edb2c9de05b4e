//! No bytes make the reader of journals stumble, and no entries the replay, over any base.
#![no_main]

use dateline_fuzz::{edit, model::Briefing, store};
use libfuzzer_sys::fuzz_target;

fn replay(base: &Briefing, keys: &dateline_fuzz::model::KeyLists, entries: &[String]) {
    let Some(replayed) = edit::replayed(base, keys, entries.iter().map(String::as_str)) else { return };
    assert!(replayed.done <= entries.len());
    // What it led to can be told from the base, and told so leads there again.
    let line = edit::line_of(&edit::edits_between(base, &replayed.briefing)).expect("edits are written");
    let again = edit::replayed(base, &base.key_lists(), [line.as_str()]).expect("the keys are its own");
    assert!(again.done == 0 || store::says_the_same(&again.briefing, &replayed.briefing));
}

fuzz_target!(|bytes: &[u8]| {
    if let Some(journal) = store::Journal::read(bytes) {
        if let Some(Ok(base)) = journal.base.map(store::load) {
            replay(&base.briefing, &journal.head.keys, &journal.entries);
        }
    }
    // Entries without check sums, over a base in front of them: the sums keep a fuzzer out.
    let text = String::from_utf8_lossy(bytes);
    let Some((base, entries)) = text.split_once("\n---\n") else { return };
    let Ok(base) = store::load(base.to_owned()) else { return };
    let entries: Vec<String> = entries.lines().map(str::to_owned).collect();
    replay(&base.briefing, &base.briefing.key_lists(), &entries);
});
