//! The paragraphs of a pasted article: hard-wrapped lines joined, parted at blank lines, numbered as a source's text is.

use std::collections::HashSet;

/// Lines wider than this are no hard-wrapped ones: each is a paragraph.
const WIDEST_WRAPPED: usize = 160;
/// A line is wrapped where the next word would have come so near to the width, in tenths of it.
const FULL_TENTHS: usize = 7;
/// A headline, or the caption of a picture, has at most so many characters.
const LONGEST_HEADLINE: usize = 200;
const LONGEST_CAPTION: usize = 400;

/// First parts of words that keep their hyphen where the end of a line parts them.
const KEEPING_HYPHEN: &[&str] = &[
    "well", "self", "non", "anti", "ex", "co", "pre", "post", "pro", "vice", "half", "all", "cross", "high", "low",
    "long", "short", "mid", "so", "north", "south", "east", "west", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred", "first", "second", "third", "year", "day", "week", "month", "ultra", "semi", "quasi", "then", "now",
    "full", "part",
];

/// A line of so many characters is running text; so are several lines of half of that.
const PROSE: usize = 200;

/// What tells the caption of a picture: who took it, or where somebody stands in it.
const OF_CAPTIONS: &[&str] = &[
    "photo",
    "foto",
    "fotó",
    "photograph",
    "pictured",
    "picture:",
    "image:",
    "illustration",
    "illustrative",
    "getty",
    "shutterstock",
    "afp",
    "/ap",
    "(ap",
    "epa",
    "reuters",
    "tanjug",
    "beta/",
    "xinhua",
    "anadolu",
    "©",
    "credit:",
    "courtesy",
    "file pic",
    "handout",
    "screenshot",
    "(l)",
    "(r)",
    "(left)",
    "(right)",
    "from left",
    "second from",
    "third from",
    "фото",
    "снимак",
    "图为",
    "写真",
    "fotografija",
    "bild:",
    "crédit",
    "foto:",
];

/// Whether a text is running text, and no rows of cells and no list of references.
#[must_use]
pub fn is_prose(text: &str) -> bool {
    let lines: Vec<usize> = text.lines().map(|line| line.trim().chars().count()).filter(|count| *count > 0).collect();
    let has_long = lines.iter().any(|count| *count >= PROSE);
    let are_long = lines.len() >= 3 && lines.iter().sum::<usize>() >= lines.len() * PROSE / 4;
    let begin = text.trim_start();
    let is_list = text.contains('\t') || begin.starts_with('@') || begin.starts_with("TY  -") || begin.starts_with('[');
    (has_long || are_long) && !is_list
}

/// Whether a text is running text of several paragraphs, which nobody means for a field of one line.
#[must_use]
pub fn is_article(text: &str) -> bool {
    is_prose(text) && paragraphs(text).len() >= 3
}

/// The paragraphs of a pasted text, in order, without empty ones.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = without_page_signs(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let widest = lines.iter().map(|line| line.trim().chars().count()).max().unwrap_or(0);
    let has_blank_lines = lines
        .windows(3)
        .any(|three| matches!(three, [a, b, c] if !a.is_empty() && b.trim().is_empty() && !c.is_empty()));
    let words = words_of(&text);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before: Option<&str> = None;
    for line in lines {
        if line.trim().is_empty() {
            before = None;
            continue;
        }
        let goes_on = before.is_some_and(|before| {
            let joins =
                widest <= WIDEST_WRAPPED && !begins_item(line) && (has_blank_lines || is_full(before, line, widest));
            joins || breaks_word(before, line)
        });
        let words_of_line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(paragraph) => join(paragraph, &words_of_line, &words),
            None => paragraphs.push(words_of_line),
        }
        before = Some(line);
    }
    paragraphs
}

/// The text of a source for pasted words: the headline, the caption of the picture or nothing in its place, then the
/// others. Whether the first paragraph after the headline is a caption is taken as likely; see [`is_likely_caption`].
#[must_use]
pub fn source_text(text: &str) -> Vec<String> {
    let mut paragraphs = paragraphs(text);
    if paragraphs.first().is_some_and(|first| !is_likely_headline(first)) {
        paragraphs.insert(0, String::new());
    }
    if paragraphs.get(1).is_some_and(|second| !is_likely_caption(second)) {
        paragraphs.insert(1, String::new());
    }
    paragraphs
}

/// Whether a paragraph after a headline is likely the caption of a picture: it names who took it, or where in it
/// somebody stands.
#[must_use]
pub fn is_likely_caption(paragraph: &str) -> bool {
    let small = paragraph.to_lowercase();
    let begins_word = |at: usize| small.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric));
    let ends_word = |end: usize| small.get(end..).is_none_or(|after| !after.starts_with(char::is_alphanumeric));
    let has = |sign: &&str| {
        small
            .match_indices(*sign)
            .any(|(at, _)| begins_word(at) && (ends_word(at + sign.len()) || !sign.ends_with(char::is_alphanumeric)))
    };
    paragraph.chars().count() <= LONGEST_CAPTION && OF_CAPTIONS.iter().any(has)
}

/// Whether the first paragraph of a text is likely its headline: short, and no sentence with its full stop.
fn is_likely_headline(paragraph: &str) -> bool {
    paragraph.chars().count() <= LONGEST_HEADLINE && !paragraph.ends_with(['.', '。', ',', ';'])
}

/// The text without what is of its page and not of its words: ligatures, soft hyphens, other ends of lines.
fn without_page_signs(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => plain.push_str("st"),
            // Before the end of a line it is a hyphen; elsewhere it is not seen.
            '\u{ad}' if chars.peek().is_none_or(|next| next.is_whitespace()) => plain.push('\u{ad}'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => plain.push('\n'),
            '\u{2029}' => plain.push_str("\n\n"),
            c => plain.push(c),
        }
    }
    plain
}

/// Whether a line was ended because the next word would not have fitted, so far as one can know.
fn is_full(line: &str, next: &str, widest: usize) -> bool {
    let first = next.split_whitespace().next().unwrap_or_default();
    let is_indented = next.starts_with([' ', '\t', '\u{3000}']) && !line.starts_with([' ', '\t', '\u{3000}']);
    !is_indented && 10 * (line.trim().chars().count() + 1 + first.chars().count()) > FULL_TENTHS * widest
}

/// Whether a line is an item of a list.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    ["• ", "- ", "* ", "– ", "· ", "▪ "].iter().any(|sign| line.starts_with(sign))
}

/// Whether a line ends in a hyphen, and the next goes on with a small letter.
fn breaks_word(line: &str, next: &str) -> bool {
    let mut end = line.trim_end().chars().rev();
    let is_hyphen = end.next().is_some_and(|c| matches!(c, '-' | '‐' | '\u{ad}'));
    is_hyphen
        && end.next().is_some_and(char::is_alphabetic)
        && next.trim_start().starts_with(|c: char| c.is_lowercase())
}

/// Adds the next line of a paragraph.
fn join(paragraph: &mut String, line: &str, words: &HashSet<String>) {
    if paragraph.ends_with('\u{ad}') {
        paragraph.pop();
    } else if breaks_word(paragraph, line) {
        if !keeps_hyphen(paragraph, line, words) {
            paragraph.pop();
        }
    } else if !paragraph.ends_with(|c: char| is_unspaced(c))
        && !paragraph.ends_with(['/', '—'])
        && !ends_compound(paragraph)
    {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Whether the hyphen belongs to the word: it stands so elsewhere in the text, or its first part is of such words.
fn keeps_hyphen(paragraph: &str, line: &str, words: &HashSet<String>) -> bool {
    let first = paragraph.trim_end_matches(['-', '‐']).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let second: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    if words.contains(&format!("{first}{second}")) {
        return false;
    }
    words.contains(&format!("{first}-{second}")) || KEEPING_HYPHEN.contains(&first.as_str())
}

/// Whether a line ends in the hyphen of a name of two parts, such as `Serbia-`.
fn ends_compound(paragraph: &str) -> bool {
    let mut end = paragraph.chars().rev();
    end.next().is_some_and(|c| matches!(c, '-' | '‐')) && end.next().is_some_and(char::is_alphanumeric)
}

/// A letter or sign of a script that puts no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// The words of a text with their hyphens, those aside that the end of a line parts.
fn words_of(text: &str) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '‐'));
    words
        .filter(|word| !word.is_empty() && !word.ends_with(['-', '‐']))
        .map(|word| word.replace('‐', "-").to_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_joined_and_blank_lines_part() {
        for (text, expected) in [
            (
                "Ferry sinks\n\nThe ferry of Sund sank on\nMonday, and nobody was\nhurt.\n\n\nIt was old.",
                vec!["Ferry sinks", "The ferry of Sund sank on Monday, and nobody was hurt.", "It was old."],
            ),
            ("Ferry sinks\r\n\r\nThe cap-\r\ntain left.", vec!["Ferry sinks", "The captain left."]),
            ("The o\u{fb03}ce was \u{fb02}ooded", vec!["The office was flooded"]),
            ("A co\u{ad}op and a har\u{ad}\nbour", vec!["A coop and a harbour"]),
            ("It is a well-\nknown fact\n\nof Sund", vec!["It is a well-known fact", "of Sund"]),
            ("Talks of Serbia-\nChina ties\n\nend", vec!["Talks of Serbia-China ties", "end"]),
            ("They re-\nentered. They reentered.", vec!["They reentered. They reentered."]),
            ("An on-\nboard radio, an on-board lamp", vec!["An on-board radio, an on-board lamp"]),
            ("两国领导人\n举行会谈\n\n完", vec!["两国领导人举行会谈", "完"]),
            ("Points:\n\n• one\n• two", vec!["Points:", "• one", "• two"]),
            ("  spaced   out\ttext ", vec!["spaced out text"]),
            ("one\u{2029}two", vec!["one", "two"]),
            ("", vec![]),
        ] {
            assert_eq!(paragraphs(text), expected, "{text:?}");
        }
    }

    #[test]
    fn without_blank_lines_a_line_that_is_not_full_ends_a_paragraph() {
        let text = "Ferry sinks\nThe ferry of Sund sank on Monday, and\nnobody was hurt when it went down in\nthe night.\nIt was an old ship of the town, built\nbefore the war.";
        let expected = [
            "Ferry sinks",
            "The ferry of Sund sank on Monday, and nobody was hurt when it went down in the night.",
            "It was an old ship of the town, built before the war.",
        ];
        assert_eq!(paragraphs(text), expected);
        let long = "word ".repeat(60);
        assert_eq!(paragraphs(&format!("{long}\n{long}")).len(), 2, "long lines are paragraphs");
    }

    #[test]
    fn the_first_paragraph_is_a_caption_only_where_it_tells() {
        for (second, is_caption) in [
            ("The mayor in Sund on Monday (Photo: M. Holm)", true),
            ("Mia Holm (left) greets the crew", true),
            ("A ferry near Sund. AFP", true),
            ("Фото: М. Холм", true),
            ("The ferry sank on Monday.", false),
            ("The photographer was not hurt", false),
            ("A photon is small", false),
        ] {
            let text = source_text(&format!("Ferry sinks\n\n{second}\n\nIt was old."));
            let caption = if is_caption { second } else { "" };
            assert_eq!((text.len(), text[1].as_str()), (if is_caption { 3 } else { 4 }, caption), "{second}");
        }
        assert_eq!(
            source_text("The ferry sank on Monday.\n\nIt was old."),
            ["", "", "The ferry sank on Monday.", "It was old."]
        );
        assert_eq!(source_text("Ferry sinks"), ["Ferry sinks"]);
        assert_eq!(source_text(" \n"), Vec::<String>::new());
    }
}
