//! Lists within a record that both sides changed.

use std::collections::{HashMap, HashSet};

use crate::model::Node;

/// Fields whose order carries meaning, and which are not merged item by item.
const ORDERED: [&str; 4] = ["content", "text", "sides", "excerpts"];

/// A list that both sides changed: ours, without what they took out, with what they put in, each behind its
/// neighbour. `None` where a person has to decide: where it is no list, or one whose order carries meaning, where
/// both put something else in the place of one item, or where both moved items.
#[expect(clippy::option_option, reason = "a list that is empty in the end is absent")]
pub(super) fn joined(field: &str, old: Option<&Node>, own: Option<&Node>, new: Option<&Node>) -> Option<Option<Node>> {
    if ORDERED.contains(&field) || [old, own, new].iter().all(Option::is_none) {
        return None;
    }
    let (old, own, new) = (items(old)?, items(own)?, items(new)?);
    if [&old, &own, &new].iter().any(|list| repeats(list)) || both_replace(&old, &own, &new) {
        return None;
    }
    let (own_moves, moves) = (is_reordered(&old, &own), is_reordered(&old, &new));
    let (first, second) = match (own_moves, moves) {
        (true, true) => return None,
        (false, true) => (new, own),
        _ => (own, new),
    };
    let joined = with_changes(&old, first, &second);
    Some((!joined.is_empty()).then_some(Node::List(joined)))
}

/// A list, without what another took out of the old one, with what that put in.
fn with_changes(old: &[Node], list: Vec<Node>, other: &[Node]) -> Vec<Node> {
    let [was, is] = [old, other].map(|list| list.iter().collect::<HashSet<&Node>>());
    let stays: Vec<&Node> = list.iter().filter(|item| is.contains(item) || !was.contains(item)).collect();
    let there: HashSet<&Node> = stays.iter().copied().collect();
    // What came stands behind the one before it on its side; where that is not there, at the end.
    let mut first: Vec<&Node> = Vec::new();
    let mut behind: HashMap<&Node, Vec<&Node>> = HashMap::new();
    let mut last: Vec<&Node> = Vec::new();
    let mut group = &mut first;
    for item in other {
        if there.contains(item) {
            group = behind.entry(item).or_default();
        } else if was.contains(item) {
            group = &mut last;
        } else {
            group.push(item);
        }
    }
    let mut joined = first;
    for item in stays {
        joined.push(item);
        joined.extend(behind.get(item).into_iter().flatten());
    }
    joined.extend(last);
    joined.into_iter().cloned().collect()
}

fn items(value: Option<&Node>) -> Option<Vec<Node>> {
    match value {
        Some(Node::List(items)) => Some(items.clone()),
        None => Some(Vec::new()),
        _ => None,
    }
}

/// Equal items cannot be told apart, so that it is not clear which of them went.
fn repeats(list: &[Node]) -> bool {
    list.iter().collect::<HashSet<&Node>>().len() < list.len()
}

/// Whether both took one item out and put different ones in: two versions of one item, not two items.
fn both_replace(old: &[Node], own: &[Node], new: &[Node]) -> bool {
    let [was, mine, their] = [old, own, new].map(|list| list.iter().collect::<HashSet<&Node>>());
    let puts_in = |side: &HashSet<&Node>, other: &HashSet<&Node>| {
        side.iter().any(|item| !was.contains(item) && !other.contains(item))
    };
    let both_took = was.iter().any(|item| !mine.contains(item) && !their.contains(item));
    both_took && puts_in(&mine, &their) && puts_in(&their, &mine)
}

fn is_reordered(old: &[Node], new: &[Node]) -> bool {
    let at: HashMap<&Node, usize> = old.iter().enumerate().map(|(place, item)| (item, place)).collect();
    let places: Vec<usize> = new.iter().filter_map(|item| at.get(item).copied()).collect();
    !places.is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &str) -> Option<Node> {
        let items: Vec<Node> = words.split_whitespace().map(|word| Node::Text(word.to_owned())).collect();
        (!items.is_empty()).then_some(Node::List(items))
    }

    #[expect(clippy::option_option, reason = "as of what it tests")]
    fn of(old: &str, own: &str, new: &str) -> Option<Option<Node>> {
        joined("met", list(old).as_ref(), list(own).as_ref(), list(new).as_ref())
    }

    #[test]
    fn different_items_come_together() {
        assert_eq!(of("a b", "a b c", "a x b"), Some(list("a x b c")), "additions stand behind their neighbours");
        assert_eq!(of("a b c", "b c", "a b"), Some(list("b")), "removals of both");
        assert_eq!(of("", "a", "b"), Some(list("b a")), "both began the list");
        assert_eq!(of("a b", "a", "b"), Some(None), "nothing is left");
        assert_eq!(of("a b c", "c a b", "a b c d"), Some(list("c d a b")), "our order, their addition");
        assert_eq!(of("a b c", "a b c d", "c a b"), Some(list("c d a b")), "their order, our addition");
    }

    #[test]
    fn what_is_not_clear_is_asked() {
        assert_eq!(of("a b", "x b", "y b"), None, "two versions of one item");
        assert_eq!(of("a b c", "c a b", "b a c"), None, "two orders");
        assert_eq!(of("a a b", "a b", "a a b c"), None, "which of two equal items went");
        assert_eq!(joined("text", list("a").as_ref(), list("a b").as_ref(), list("c a").as_ref()), None, "paragraphs");
    }
}
