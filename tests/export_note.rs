//! The brief of briefings of several sizes.

use dateline::export::{MOST_WORDS_OF_BRIEF, NoteOptions, note};
use dateline::index::{Index, Reader};
use dateline::model::count_text;
use dateline::sample::made_up;

#[test]
fn a_brief_keeps_to_two_pages_however_many_records_there_are() {
    for (visits, statements, seed) in
        [(0, 0, 1), (1, 0, 2), (13, 40, 3), (200, 60, 4), (3_000, 1_000, 5), (3_000, 0, 6)]
    {
        let briefing = made_up(visits, statements, seed);
        let index = Index::build(&briefing);
        let note = note(&Reader::new(&briefing, &index), &NoteOptions::default()).unwrap();
        let words = note.split_whitespace().count();
        assert!(words <= MOST_WORDS_OF_BRIEF, "{words} words of {visits} visits");
        if visits > 12 {
            let section = note.split("## Visits\n").nth(1).unwrap().split("\n## ").next().unwrap();
            let told = section.matches("\n- ").count();
            assert!(told <= 12, "{told} visits are told");
            assert!(section.contains(&format!("{} more in the full note.", count_text(visits - told))), "{note}");
        }
    }
}
