//! A text whose records get another note, and lose it again: refused, or done so that every comment stays, the rest reads
//! as before, and taking it back leaves no byte behind.
#![no_main]

use dateline_fuzz::edit::{History, change};
use dateline_fuzz::index::{Index, Reader};
use dateline_fuzz::model::Node;
use dateline_fuzz::ron_text::comments;
use dateline_fuzz::store::{self, SavedBase};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(read) = store::load(text.to_owned()) else { return };
    let base = SavedBase::new(&read.text, &read.briefing);
    let index = Index::build(&read.briefing);
    let reader = Reader::new(&read.briefing, &index);
    for (key, record) in read.briefing.all_records().take(4) {
        if record.field_node("note").is_some() {
            continue;
        }
        let note = Some(Node::Text("another \"note\"".to_owned()));
        let Ok(change) = change::set_field(&reader, key, "note", note) else { continue };
        let mut briefing = read.briefing.clone();
        assert!(History::new().make(change, &mut briefing, false));
        let Ok(saved) = base.changed(&briefing) else { continue };
        assert_eq!(comments(saved.text()), comments(text));
        let back = store::load(saved.text().to_owned()).map_err(|(error, _)| error).unwrap();
        assert!(store::says_the_same(&back.briefing, &briefing));
        assert_eq!(saved.changed(&read.briefing).unwrap().text(), text, "taken back");
    }
});
