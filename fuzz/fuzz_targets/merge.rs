//! Three texts, parted by lines of `---`: they merge without a stumble, a side that did nothing changes nothing, and what
//! is left open can be decided.
#![no_main]

use dateline_fuzz::edit::{History, change, three_way};
use dateline_fuzz::index::{Index, Reader};
use dateline_fuzz::{model::Briefing, store};
use libfuzzer_sys::fuzz_target;

fn read(text: &str) -> Option<Briefing> {
    store::load(text.to_owned()).ok().map(|loaded| loaded.briefing)
}

fuzz_target!(|text: &str| {
    let mut parts = text.split("\n---\n");
    let mut next = || parts.next().and_then(read);
    let (Some(base), Some(ours), Some(theirs)) = (next(), next(), next()) else { return };
    let same = three_way(&base, &ours, &base);
    assert!(same.open.is_empty() && store::says_the_same(&same.briefing, &ours), "a side that did nothing");
    let merged = three_way(&base, &ours, &theirs);
    for open in &merged.open {
        assert!(merged.briefing.header.merges.contains(open), "what is open is in the briefing");
        let index = Index::build(&merged.briefing);
        let reader = Reader::new(&merged.briefing, &index);
        for decision in change::decisions(&reader, open) {
            let mut decided = merged.briefing.clone();
            if let Ok(change) = change::decide(&reader, open, decision) {
                assert!(History::new().make(change, &mut decided, false));
            }
        }
    }
});
