//! The roles of a person, in the order of their dates.

use std::sync::Arc;

use super::visible;
use crate::index::Reader;
use crate::model::{Id, Key, Role, display_day};

/// The roles of a person by when they began; those without a date stand last, as in the file.
#[must_use]
pub fn roles_in_order(reader: &Reader, person: &Id) -> Vec<(Key, Arc<Role>)> {
    let mut roles = reader.roles_of(person);
    roles.sort_by_cached_key(|(_, role)| {
        let date = role.valid.as_ref().map(|when| when.bounds().sort_key());
        (date.is_none(), date)
    });
    roles
}

/// When a role held: `held on 14 Oct 2024` where only one day in it is known.
#[must_use]
pub fn held_when(role: &Role) -> String {
    let Some(when) = &role.valid else { return String::new() };
    let bounds = when.bounds();
    match (bounds.start_earliest, bounds.start_latest, bounds.end_earliest, bounds.end_latest) {
        (None, Some(start), Some(end), None) if start == end => format!("held on {}", display_day(start)),
        _ => visible(&when.display()).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;

    #[test]
    fn roles_stand_by_when_they_began_and_those_without_a_date_last() {
        let text = r#"(title: "T", actors: [(id: "li", kind: Person, name: "Li"), (id: "o", kind: Body, name: "O")], roles: [
            (id: "a", person: "li", org: "o", title: "no date"),
            (id: "b", person: "li", org: "o", title: "second", valid: "2019/.."),
            (id: "c", person: "li", org: "o", title: "first", valid: "2015/2018"),
            (id: "d", person: "li", org: "o", title: "third", valid: "2019-05/.."),
            (id: "e", person: "o", org: "o", title: "of another", valid: "2001"),
        ])"#;
        let briefing = crate::store::load(text.to_owned()).map_err(|(error, _)| error).unwrap().briefing;
        let index = Index::build(&briefing);
        let reader = Reader::new(&briefing, &index);
        let titles: Vec<String> =
            roles_in_order(&reader, &Id::from("li")).into_iter().map(|(_, role)| role.title.clone()).collect();
        assert_eq!(titles, ["first", "second", "third", "no date"]);
    }
}
