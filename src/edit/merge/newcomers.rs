//! Where records come to stand that the other side added.

use std::collections::BTreeMap;

use crate::edit::difference::Name;

/// A record that came, behind the one that stands before it on its own side.
pub(super) type Newcomer = (Option<Name>, Name);

/// The numbers that newcomers get in a list, in rising order: each behind the one that it stood behind on their side; at
/// the end where that is not there. Newcomers are given in the order of their side.
pub(super) fn places(order: &[Name], newcomers: &[Newcomer]) -> Vec<(usize, Name)> {
    let mut behind: BTreeMap<Option<&Name>, &Name> =
        newcomers.iter().map(|(before, name)| (before.as_ref(), name)).collect();
    let mut placed = Vec::with_capacity(newcomers.len());
    let stay = std::iter::once(None).chain(order.iter().map(Some));
    let others = newcomers.iter().map(|(before, _)| before.as_ref());
    let mut stands = 0;
    for (number, begin) in stay.chain(others).enumerate() {
        // The first stands for the begin of the list.
        stands += usize::from((1..=order.len()).contains(&number));
        let mut before = begin;
        while let Some(name) = behind.remove(&before) {
            placed.push((stands + placed.len(), name.clone()));
            before = Some(name);
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(order: &str, newcomers: &[(&str, &str)]) -> String {
        let name = |word: &str| -> Name { (word.into(), 0) };
        let mut names: Vec<Name> = order.split_whitespace().map(name).collect();
        let newcomers: Vec<Newcomer> =
            newcomers.iter().map(|(before, came)| ((!before.is_empty()).then(|| name(before)), name(came))).collect();
        for (place, name) in places(&names.clone(), &newcomers) {
            names.insert(place, name);
        }
        names.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_stands_behind_its_neighbour_or_at_the_end() {
        assert_eq!(of("a b", &[("", "x"), ("x", "y"), ("a", "z")]), "x y a z b");
        assert_eq!(of("a b", &[("gone", "y"), ("y", "x"), ("b", "z")]), "a b z y x");
        assert_eq!(of("", &[("", "x")]), "x");
        assert_eq!(of("a", &[]), "a");
    }
}
