//! Which record of a base is which of a changed copy: by what they say before it goes by their ids, since a side may have
//! numbered its records anew, swapped two ids, or put another record under an old one.
//!
//! Records whose id and words are as they were meet at once. Of the rest those meet that are most alike, where what few
//! records say counts for more than what many say, and the same id counts for some of it. Where two stand as near, or two
//! of one id have nothing of their own in common, the pair is in doubt, and no edit is carried from one to the other
//! without being asked about.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::twins::{may_be_another, telling_fields};
use crate::edit::difference::{Name, by_name};
use crate::model::{AnyRecord, Briefing, Fate, Id, Key, Node, RecordKind};

/// What the same id counts for, of at most 1 for what they say.
const SAME_ID: f64 = 0.4;
/// Records with other ids are one where they are at least so alike.
const ALIKE: f64 = 0.55;
/// And at least so alike where one of them has a record of its own id on the other side.
const ALIKE_AGAINST_AN_ID: f64 = 0.75;
/// Two that are alike by no more than this beside each other cannot be told apart.
const NEAR: f64 = 0.08;
/// A value that more records share than these tells none of them apart.
const MOST_SHARING: usize = 16;
/// So many records that are as they were tell how usual a value is.
const MOST_SAMPLED: usize = 1_000;

/// Which record of a base is which of a copy.
#[derive(Debug, Default)]
pub(super) struct Matched {
    /// By the keys of the base.
    pub(super) pairs: BTreeMap<Key, Key>,
    /// Those of the base whose partner is not sure.
    pub(super) in_doubt: BTreeSet<Key>,
}

/// Finds the records of a base in a copy.
pub(super) fn matched(base: &Briefing, side: &Briefing) -> Matched {
    let mut found = Matched::default();
    // Actors before the visits that name them: a renamed actor makes no visit another.
    let mut renamed: BTreeMap<Id, Id> = BTreeMap::new();
    for &kind in RecordKind::ALL {
        let ((before, order), (after, new_order)) = (by_name(base, kind), by_name(side, kind));
        let is_same = |name: &Name| {
            let (Some((_, was)), Some((_, is))) = (before.get(name), after.get(name)) else { return false };
            was.is_same_as(is) || was == is
        };
        let (same, left): (Vec<&Name>, Vec<&Name>) = order.iter().partition(|name| is_same(name));
        for name in &same {
            found.pairs.extend(before.get(*name).zip(after.get(*name)).map(|((was, _), (is, _))| (*was, *is)));
        }
        let came: Vec<&Name> = new_order.iter().filter(|name| !is_same(name)).collect();
        if left.is_empty() || came.is_empty() {
            continue;
        }
        let follow = |id: &Id| renamed.get(id).map_or(Fate::Keep, |id| Fate::Become(id.clone()));
        let followed = |record: &AnyRecord| record.with_fates(&follow).unwrap_or_else(|| record.clone());
        let of = |names: &[&Name], records: &BTreeMap<Name, (Key, AnyRecord)>| -> Vec<(Name, Key, AnyRecord)> {
            let of = |name: &&Name| records.get(*name).map(|(key, record)| ((*name).clone(), *key, record.clone()));
            names.iter().filter_map(of).collect()
        };
        let mut left = of(&left, &before);
        for (_, _, record) in &mut left {
            *record = followed(record);
        }
        let usual = same.iter().take(MOST_SAMPLED).filter_map(|name| before.get(*name)).map(|(_, record)| record);
        Pairing::new(&left, &of(&came, &after), usual).run(&mut found);
        let (old_ids, new_ids) = (counts(&order), counts(&new_order));
        let keys: HashMap<Key, &Id> = after.values().map(|(key, record)| (*key, record.id())).collect();
        for ((was, _), key, _) in &left {
            let Some(is) = found.pairs.get(key).and_then(|key| keys.get(key)) else { continue };
            // An id that others have too names nobody in particular.
            let is_one = old_ids.get(was) == Some(&1) && new_ids.get(*is) == Some(&1);
            if is_one && was != *is {
                renamed.insert(was.clone(), (*is).clone());
            }
        }
    }
    found
}

fn counts(names: &[Name]) -> BTreeMap<&Id, usize> {
    let mut counts = BTreeMap::new();
    for (id, _) in names {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// What a record says, piece by piece: of a value what tells it from others, and how much of the record it is.
type Said = Vec<(u64, f64)>;

/// Records of one kind that were changed, and where they may be in a copy.
struct Pairing<'a> {
    left: &'a [(Name, Key, AnyRecord)],
    came: &'a [(Name, Key, AnyRecord)],
    said: [Vec<Said>; 2],
    /// How many records say a thing, on the side where more do.
    sharing: HashMap<u64, usize>,
}

/// Two records that may be one.
struct Pair {
    left: usize,
    came: usize,
    alike: f64,
    has_same_id: bool,
}

impl Pair {
    fn score(&self) -> f64 {
        self.alike + if self.has_same_id { SAME_ID } else { 0.0 }
    }
}

impl<'a> Pairing<'a> {
    fn new<'b>(
        left: &'a [(Name, Key, AnyRecord)],
        came: &'a [(Name, Key, AnyRecord)],
        usual: impl Iterator<Item = &'b AnyRecord>,
    ) -> Self {
        let said = [left, came].map(|records| records.iter().map(|(_, _, record)| said(record)).collect::<Vec<_>>());
        let count = |records: &[Said]| {
            let mut counts: HashMap<u64, usize> = HashMap::new();
            for (piece, _) in records.iter().flatten() {
                *counts.entry(*piece).or_default() += 1;
            }
            counts
        };
        let [mut sharing, on_other] = [count(&said[0]), count(&said[1])];
        for (piece, count) in on_other {
            let most = sharing.entry(piece).or_default();
            *most = count.max(*most);
        }
        for (piece, _) in usual.flat_map(self::said) {
            // What nobody here says need not be counted.
            sharing.entry(piece).and_modify(|count| *count += 1);
        }
        Self { left, came, said, sharing }
    }

    fn weight(&self, (piece, share): &(u64, f64)) -> f64 {
        share / self.sharing.get(piece).copied().unwrap_or(1).max(1) as f64
    }

    /// How alike two records are, from 0 to 1: what both say, of what either says (Dice 1945).
    fn alike(&self, left: usize, came: usize) -> f64 {
        let (Some(was), Some(is)) = (self.said[0].get(left), self.said[1].get(came)) else { return 0.0 };
        let whole = |said: &Said| said.iter().map(|piece| self.weight(piece)).sum::<f64>();
        let both = whole(was) + whole(is);
        // Pieces are sorted.
        let (mut a, mut b) = (was.iter().peekable(), is.iter().peekable());
        let mut shared = 0.0;
        while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
            match one.0.cmp(&other.0) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += self.weight(one).min(self.weight(other));
                    a.next();
                    b.next();
                }
            }
        }
        if both > 0.0 { 2.0 * shared / both } else { 0.0 }
    }

    /// Whether two records share what no other says; one that says nothing of its own cannot be told by it.
    fn share_of_their_own(&self, left: usize, came: usize) -> bool {
        let own = |said: Option<&Said>| -> BTreeSet<u64> {
            let is_own = |piece: &&(u64, f64)| self.sharing.get(&piece.0).is_none_or(|count| *count <= 1);
            said.into_iter().flatten().filter(is_own).map(|(piece, _)| *piece).collect()
        };
        let (was, is) = (own(self.said[0].get(left)), own(self.said[1].get(came)));
        was.is_empty() || is.is_empty() || !was.is_disjoint(&is)
    }

    /// The pairs that come into question.
    fn pairs(&self) -> Vec<Pair> {
        let mut by_piece: HashMap<u64, Vec<usize>> = HashMap::new();
        let tells = |piece: u64| self.sharing.get(&piece).is_some_and(|count| *count <= MOST_SHARING);
        for (place, said) in self.said[1].iter().enumerate() {
            for (piece, _) in said.iter().filter(|(piece, _)| tells(*piece)) {
                by_piece.entry(*piece).or_default().push(place);
            }
        }
        // Of records that share an id any may be the one: what they say goes before the order in which they stand.
        let mut by_id: HashMap<&Id, Vec<usize>> = HashMap::new();
        for (place, ((id, _), ..)) in self.came.iter().enumerate() {
            by_id.entry(id).or_default().push(place);
        }
        let known: BTreeSet<&Id> = self.left.iter().map(|((id, _), ..)| id).collect();
        let mut pairs = Vec::new();
        for (left, (((id, _), ..), said)) in self.left.iter().zip(&self.said[0]).enumerate() {
            let sharing = said.iter().filter_map(|(piece, _)| by_piece.get(piece)).flatten().copied();
            let mut near: BTreeSet<usize> = sharing.collect();
            let same_id = by_id.get(id).map_or(&[][..], Vec::as_slice);
            near.extend(same_id);
            for came in near {
                let has_same_id = same_id.contains(&came);
                let alike = self.alike(left, came);
                let is_against_an_id =
                    !same_id.is_empty() || self.came.get(came).is_some_and(|((id, _), ..)| known.contains(id));
                let enough = if is_against_an_id { ALIKE_AGAINST_AN_ID } else { ALIKE };
                let records = self.left.get(left).zip(self.came.get(came));
                // A record under another id that is told by other things is another, however usual the rest of it is.
                let is_another = || records.is_some_and(|((_, _, was), (_, _, is))| may_be_another(was, is));
                if has_same_id || (alike >= enough && !is_another()) {
                    pairs.push(Pair { left, came, alike, has_same_id });
                }
            }
        }
        pairs.sort_by(|a, b| {
            let order = |pair: &Pair| (Reverse(pair.has_same_id), pair.left, pair.came);
            b.score().total_cmp(&a.score()).then_with(|| order(a).cmp(&order(b)))
        });
        pairs
    }

    /// Brings those together that are most alike.
    fn run(&self, found: &mut Matched) {
        let pairs = self.pairs();
        let mut taken = [BTreeMap::new(), BTreeMap::new()];
        for pair in &pairs {
            if taken[0].contains_key(&pair.left) || taken[1].contains_key(&pair.came) {
                continue;
            }
            taken[0].insert(pair.left, pair);
            taken[1].insert(pair.came, pair);
            let (Some((_, was, old)), Some((_, is, new))) = (self.left.get(pair.left), self.came.get(pair.came)) else {
                continue;
            };
            found.pairs.insert(*was, *is);
            // Where few records are left, what all of them say is no sign either.
            if pair.has_same_id && (!self.share_of_their_own(pair.left, pair.came) || may_be_another(old, new)) {
                found.in_doubt.insert(*was);
            }
        }
        self.doubt_swapped(&taken[0], found);
        // What was nearly as near as the one that was taken makes that one doubtful.
        for pair in &pairs {
            let is_chosen = |best: &&Pair| best.left == pair.left && best.came == pair.came;
            for best in [taken[0].get(&pair.left), taken[1].get(&pair.came)].into_iter().flatten() {
                let is_near = best.score() - pair.score() < NEAR && !(best.has_same_id && best.alike > pair.alike);
                if !is_chosen(best) && is_near {
                    found.in_doubt.extend(self.left.get(best.left).map(|(_, key, _)| *key));
                }
            }
        }
    }
}

/// What a record says in the fields that tell those of its kind apart.
type Telling = Vec<Option<Node>>;

impl Pairing<'_> {
    /// Two records that have all that tells them from each other the other way round: put right on them, or the ids were
    /// swapped. What is left with the ids tells which only where it is a person who looks.
    fn doubt_swapped(&self, taken: &BTreeMap<usize, &Pair>, found: &mut Matched) {
        let pairs = taken.values().filter(|pair| pair.has_same_id);
        let pairs = pairs.filter_map(|pair| Some((self.left.get(pair.left)?, &self.came.get(pair.came)?.2)));
        let told = |record: &AnyRecord| -> Telling {
            telling_fields(record.kind()).iter().map(|name| record.field_node(name)).collect()
        };
        let mut changed: HashMap<(Telling, Telling), Vec<Key>> = HashMap::new();
        for ((_, key, was), is) in pairs {
            let told = (told(was), told(is));
            if told.0 != told.1 {
                changed.entry(told).or_default().push(*key);
            }
        }
        for ((was, is), keys) in &changed {
            if changed.contains_key(&(is.clone(), was.clone())) {
                found.in_doubt.extend(keys);
            }
        }
    }
}

/// What a record says but for its id; an item of a list is a part of what the list says.
fn said(record: &AnyRecord) -> Said {
    let mut said = Said::new();
    for (name, value) in record.field_nodes().iter().filter(|(name, _)| name != "id") {
        match value {
            Node::List(items) => {
                let share = 1.0 / items.len().max(1) as f64;
                said.extend(items.iter().map(|item| (piece(name, item), share)));
            }
            value => said.push((piece(name, value), 1.0)),
        }
    }
    said.sort_by_key(|(piece, _)| *piece);
    said
}

fn piece(name: &str, value: &Node) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    value.hash(&mut hasher);
    hasher.finish()
}
