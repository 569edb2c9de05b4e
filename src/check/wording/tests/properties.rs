//! What is done to a text is told, and what is not there never passes.

use proptest::prelude::*;

use super::super::*;

/// What is done to a word of a text to make a quote of it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Done {
    Kept,
    Cut,
    Replaced,
    Ending,
}

fn any_done() -> impl Strategy<Value = Done> {
    prop_oneof![5 => Just(Done::Kept), 2 => Just(Done::Cut), 1 => Just(Done::Replaced), 1 => Just(Done::Ending)]
}

/// Words of which each is there once.
const ONCE: [&str; 14] = [
    "harbour", "crews", "Monday", "bridge", "letter", "winter", "mayor", "signal", "border", "window", "garden",
    "silver", "planet", "market",
];

proptest! {
    #[test]
    fn what_was_done_to_a_text_is_told(done in prop::collection::vec(any_done(), 12)) {
        let text = format!("“{},” she said", ONCE.join(" "));
        // The first and the last word are kept, so that what stands beside a mark is known.
        let all = std::iter::once(Done::Kept).chain(done).chain([Done::Kept]);
        let all: Vec<(Done, &str)> = all.zip(ONCE).collect();
        let (mut quote, mut expected) = (Vec::new(), Vec::new());
        for group in all.chunk_by(|one, other| one.0 == other.0 && matches!(one.0, Done::Cut | Done::Replaced)) {
            let words = group.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
            let (done, _) = group[0];
            match done {
                Done::Kept => quote.push(words),
                Done::Ending => {
                    quote.push(format!("{words}[ing]"));
                    expected.push(format!("{words}/{words}ing"));
                }
                Done::Cut => {
                    quote.push("…".to_owned());
                    expected.push(words);
                }
                Done::Replaced => {
                    quote.push("[it]".to_owned());
                    expected.push(words);
                }
            }
        }
        // Two marks beside each other stand for the words of both.
        let mut marks: Vec<String> = Vec::new();
        let mut is_mark_before = false;
        for (part, is_mark) in quote.iter().map(|part| (part, part == "…" || part == "[it]")) {
            if is_mark || part.ends_with("[ing]") {
                let told = expected.remove(0);
                match marks.last_mut() {
                    Some(last) if is_mark && is_mark_before => *last = format!("{last} {told}"),
                    _ => marks.push(told),
                }
            }
            is_mark_before = is_mark;
        }
        let found = find_quote(&quote.join(" "), &[&text], "en").unwrap();
        let told: Vec<String> = found.alterations.iter().map(|change| match &change.kind {
            Change::Cut(words) | Change::Replaced(words, _) => words.clone(),
            Change::Letters(was, is) => format!("{was}/{is}"),
            other => format!("{other:?}"),
        }).collect();
        prop_assert_eq!(told, marks, "{}", quote.join(" "));
    }

    #[test]
    fn words_that_are_not_there_never_pass(
        text in prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "not", "d"]), 1..40),
        quote in prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "…"]), 1..7),
    ) {
        // Another way to the same answer: each piece in turn, from every place where the one before it may end.
        let pieces: Vec<Vec<&str>> = quote.split(|word| *word == "…").map(<[&str]>::to_vec).filter(|piece| !piece.is_empty()).collect();
        let mut ends: Vec<usize> = vec![0];
        for piece in &pieces {
            let stands = |at: usize| text.get(at..at + piece.len()) == Some(piece.as_slice());
            let first = ends.iter().copied().min().unwrap_or(usize::MAX);
            ends = (first..text.len().max(first)).filter(|at| stands(*at)).map(|at| at + piece.len()).collect();
        }
        let is_there = !pieces.is_empty() && !ends.is_empty();
        let found = find_quote(&quote.join(" "), &[&text.join(" ")], "en");
        prop_assert_eq!(found.is_some(), is_there);
        // What is left out is all that lies between the pieces.
        if let Some(found) = found.filter(|found| !found.alterations.is_empty()) {
            let told = found.alterations.iter().any(|change| change.loses == ["not"]);
            let cut = found.alterations.iter().any(|change| matches!(&change.kind, Change::Cut(words) | Change::CutAtEnd(words) if words.split(' ').any(|word| word == "not")));
            prop_assert_eq!(told, cut);
        }
    }

    #[test]
    fn nothing_in_a_quote_makes_the_search_fall_over(words in "[“”‘’\\[\\]….()a-c \u{ad}\n'\"-]{0,24}", text in "[“”‘’\\[\\]….()a-c \u{ad}\n'\"-]{0,60}") {
        if let Some(found) = find_quote(&words, &[&text, "b"], "") {
            for (number, bytes) in found.places {
                prop_assert!([text.as_str(), "b"][number].get(bytes).is_some());
            }
        }
    }

    #[test]
    fn a_long_text_is_searched_as_a_short_one(words in prop::collection::vec(prop::sample::select(vec!["a", "b", "c"]), 1..6), at in 0_usize..400) {
        // Above some hundred words the search goes by where each word stands.
        let long: Vec<&str> = (0..600_usize).map(|n| ["a", "b", "c", "a", "c"][(n * n + n / 7) % 5]).collect();
        let quote = words.join(" ");
        let is_there = long.windows(words.len()).any(|window| window == words.as_slice());
        prop_assert_eq!(find_quote(&quote, &[&long.join(" ")], "").is_some(), is_there);
        let cut = long[at..at + 8].join(" ");
        prop_assert!(find_quote(&cut, &[&long.join(" "), "a b"], "").is_some());
    }
}
