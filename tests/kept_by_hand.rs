//! Saves of files that were written by hand, in every manner, after edits that chance chooses: no byte changes outside
//! the values that were touched and the records that came, went or moved.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod by_hand;
mod edits;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use by_hand::{Comment, Owner, by_hand};
use dateline::edit::{History, change, difference};
use dateline::index::{Index, Reader};
use dateline::model::{AnyRecord, Briefing, Key, Node, NodeFields as _, RecordKind};
use dateline::ron_text::{Document, FieldSpan, RecordSpan, inline, scan};
use dateline::store::{self, SavedBase};
use edits::change_of;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A text, the briefing that it says, and where what of it stands.
struct Laid<'a> {
    text: &'a str,
    briefing: &'a Briefing,
    document: Document,
    records: HashMap<Key, RecordSpan>,
}

impl<'a> Laid<'a> {
    fn new(text: &'a str, briefing: &'a Briefing) -> Self {
        let document = scan(text).unwrap();
        let mut records = HashMap::new();
        for &kind in RecordKind::ALL {
            let spans = document.records.iter().filter(|span| document.list_of(text, span) == kind.list_name());
            let keys: Vec<Key> = keys(briefing, kind);
            assert_eq!(keys.len(), spans.clone().count());
            records.extend(keys.into_iter().zip(spans.cloned()));
        }
        Self { text, briefing, document, records }
    }

    fn name(&self, field: &FieldSpan) -> &'a str {
        &self.text[field.name.range()]
    }

    /// The bytes of a record.
    fn record(&self, key: Key) -> Range<usize> {
        self.records[&key].span.range()
    }

    /// The values of a record's fields.
    fn values(&self, key: Key) -> Vec<(&'a str, Range<usize>)> {
        let fields = self.document.fields_of(self.text, &self.records[&key]);
        fields.iter().map(|field| (self.name(field), field.value.range())).collect()
    }

    /// The values of the header's fields, and of the lists.
    fn header(&self) -> Vec<(&'a str, Range<usize>)> {
        self.document.fields.iter().map(|field| (self.name(field), field.value.range())).collect()
    }

    /// What is left of a range of the text without some of its parts.
    fn without(&self, whole: Range<usize>, mut parts: Vec<Range<usize>>) -> String {
        parts.sort_by_key(|part| part.start);
        let mut left = String::new();
        let mut from = whole.start;
        for part in parts {
            left.push_str(&self.text[from..part.start]);
            left.push('\u{1}');
            from = part.end;
        }
        left.push_str(&self.text[from..whole.end]);
        left
    }
}

/// Asks that two texts are one, and tells where they part.
#[track_caller]
fn assert_same(before: &str, after: &str, what: &str) {
    if before != after {
        let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
        let near = |text: &str| {
            let bytes = &text.as_bytes()[same.saturating_sub(80)..text.len().min(same + 80)];
            String::from_utf8_lossy(bytes).into_owned()
        };
        panic!("{what}\n{:?}\n{:?}", near(before), near(after));
    }
}

type Fields = [(Cow<'static, str>, Node)];

fn keys(briefing: &Briefing, kind: RecordKind) -> Vec<Key> {
    briefing.records(kind).map(|(key, _)| key).collect()
}

fn chosen(values: Vec<(&str, Range<usize>)>, is_chosen: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    values.into_iter().filter(|(name, _)| is_chosen(name)).map(|(_, range)| range).collect()
}

/// The values of some fields, and the range that holds them.
type Values<'a> = (Range<usize>, Vec<(&'a str, Range<usize>)>);

/// Of fields only the values that were touched differ; where a field came or went, no other value does.
fn assert_fields_kept(old: (&Laid, Values), new: (&Laid, Values), is_touched: impl Fn(&str) -> bool, what: &str) {
    let names =
        |(_, (_, values)): &(&Laid, Values)| values.iter().map(|(name, _)| name.to_string()).collect::<Vec<_>>();
    let left = |(laid, (whole, values)): (&Laid, Values)| laid.without(whole, chosen(values, &is_touched));
    let others = |(laid, (_, values)): (&Laid, Values)| -> String {
        let others = values.into_iter().filter(|(name, _)| !is_touched(name));
        others.map(|(name, range)| format!("{name} {}\n", &laid.text[range])).collect()
    };
    if names(&old) == names(&new) {
        assert_same(&left(old), &left(new), what);
    } else {
        assert_same(&others(old), &others(new), what);
    }
}

/// The names of the fields that differ.
fn touched<'a>(were: &'a Fields, are: &'a Fields) -> HashSet<&'a str> {
    let differs = |field: &&(Cow<'static, str>, Node)| !(were.contains(field) && are.contains(field));
    were.iter().chain(are).filter(differs).map(|(name, _)| name.as_ref()).collect()
}

/// Outside the lists, only the values of header fields that were touched differ.
fn assert_header_kept(old: &Laid, new: &Laid) {
    let [were, are] = [old, new].map(|laid| laid.briefing.header.field_nodes());
    let touched = touched(&were, &are);
    let is_touched = |name: &str| RecordKind::from_list_name(name).is_some() || touched.contains(name);
    let [before, after] = [old, new].map(|laid| (laid, (0..laid.text.len(), laid.header())));
    assert_fields_kept(before, after, is_touched, "the header");
}

/// In a record that stayed, only the values of the fields that were touched differ.
fn assert_record_kept(old: &Laid, new: &Laid, key: Key) {
    let [were, are] = [old, new].map(|laid| laid.briefing.record(key).unwrap().field_nodes());
    let touched = touched(&were, &are);
    let [before, after] = [old, new].map(|laid| (laid, (laid.record(key), laid.values(key))));
    assert_fields_kept(before, after, |name| touched.contains(name), "a record");
}

/// Around the records of a list nothing differs; where records came or went, nothing but blanks and commas and the
/// comments of those that went.
fn assert_list_kept(old: &Laid, new: &Laid, kind: RecordKind, gone: &[&Comment]) {
    let [were, are] = [old, new].map(|laid| keys(laid.briefing, kind));
    let around = |laid: &Laid, keys: &[Key]| {
        let list = chosen(laid.header(), |name| name == kind.list_name()).pop();
        list.map(|list| laid.without(list, keys.iter().map(|key| laid.record(*key)).collect())).unwrap_or_default()
    };
    let (before, after) = (around(old, &were), around(new, &are));
    if were == are {
        assert_same(&before, &after, "what stands around the records");
        return;
    }
    let stay = |keys: &[Key], others: &[Key]| -> Vec<Key> {
        keys.iter().copied().filter(|key| others.contains(key)).collect()
    };
    if stay(&were, &are) == stay(&are, &were) {
        let bare = |text: &str| text.replace(|c: char| c == ',' || c == '\u{1}' || c.is_whitespace(), "");
        let before = gone.iter().fold(before, |text, comment| text.replacen(&comment.text, "", 1));
        assert_same(&bare(&before), &bare(&after), "what stands around the records that stay");
    }
}

/// Whether what a comment is about is still there.
fn stays(comment: &Comment, is: &Briefing) -> bool {
    match &comment.owner {
        Owner::Nobody => true,
        Owner::Header(field) => is.header.field_nodes().iter().any(|(name, _)| name == field),
        Owner::Record(key) => is.record(*key).is_some(),
        Owner::Field(key, field) => {
            is.record(*key).is_some_and(|record| record.field_nodes().iter().any(|(name, _)| name == field))
        }
    }
}

/// What the save after an edit kept; the comments that stay are left.
fn assert_kept(old: &Laid, new: &Laid, comments: &mut Vec<Comment>) {
    let read = store::load(new.text.to_owned()).unwrap();
    assert!(read.problems.is_empty() && store::says_the_same(&read.briefing, new.briefing));
    // A line break within a string is content.
    let breaks = |(_, record): (Key, AnyRecord)| inline(&Node::Struct(record.field_nodes())).contains('\n');
    if old.text.contains("\r\n") && !new.briefing.all_records().any(breaks) {
        assert_same(&new.text.replace("\r\n", "\n").replace('\n', "\r\n"), new.text, "the line ends");
    }
    for comment in comments.iter() {
        let count = usize::from(stays(comment, new.briefing));
        assert_eq!(new.text.matches(&comment.text).count(), count, "{} of {:?}", comment.text, comment.owner);
    }
    let gone: Vec<&Comment> = comments.iter().filter(|comment| !stays(comment, new.briefing)).collect();
    assert_header_kept(old, new);
    for &kind in RecordKind::ALL {
        assert_list_kept(old, new, kind, &gone);
    }
    for key in old.records.keys().filter(|key| new.records.contains_key(key)) {
        assert_record_kept(old, new, *key);
    }
    comments.retain(|comment| stays(comment, new.briefing));
}

/// One edit: those that a person makes most, a value taken over from a record of the same kind among them.
fn edit(briefing: &Briefing, action: u8, a: usize, b: usize) -> Option<change::Change> {
    if action % 12 < 9 {
        return change_of(briefing, action % 12, a, b);
    }
    let index = Index::build(briefing);
    let reader = Reader::new(briefing, &index);
    let records: Vec<(Key, AnyRecord)> = briefing.all_records().collect();
    let (key, record) = records.get(a % records.len().max(1))?;
    let alike: Vec<&AnyRecord> =
        records.iter().map(|(_, other)| other).filter(|other| other.kind() == record.kind()).collect();
    let other = alike.get(b % alike.len())?;
    let fields = record.field_names();
    let field = fields.get((b / alike.len()) % fields.len()).filter(|field| **field != "id")?;
    change::set_field(&reader, *key, field, other.field_node(field)).ok()
}

fn briefing(which: u8) -> Briefing {
    let read = |text: &str| store::load(text.to_owned()).unwrap().briefing;
    match which % 3 {
        0 => read(store::SAMPLE),
        1 => read(store::SAMPLE_HELD),
        _ => dateline::sample::made_up(6, 5, u64::from(which)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(20_241_014), failure_persistence: None, max_shrink_iters: 100, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_changes_no_byte_outside_what_it_touches(
        which in any::<u8>(),
        hand in any::<u64>(),
        actions in prop::collection::vec((any::<u8>(), any::<usize>(), any::<usize>()), 1..8),
    ) {
        let written = by_hand(&briefing(which), hand);
        let mut comments = written.comments;
        let loaded = store::load(written.text.clone()).unwrap();
        let mut briefing = loaded.briefing;
        let mut base = SavedBase::new(&loaded.text, &briefing);
        let unchanged = base.changed(&briefing).unwrap();
        assert_same(&written.text, unchanged.text(), "saved without a change");
        for (action, a, b) in actions {
            let before = briefing.clone();
            let Some(change) = edit(&before, action, a, b) else { continue };
            prop_assert!(History::new().make(change, &mut briefing, false));
            let Ok(saved) = base.changed(&briefing) else {
                return Err(TestCaseError::fail(format!("not faithful: {:?}", difference(&before, &briefing))));
            };
            assert_kept(&Laid::new(base.text(), &before), &Laid::new(saved.text(), &briefing), &mut comments);
            let again = saved.changed(&briefing).unwrap();
            assert_same(saved.text(), again.text(), "saved once more");
            let undone = saved.changed(&before).unwrap();
            assert_same(base.text(), undone.text(), "undone after the save");
            base = saved;
        }
    }
}
