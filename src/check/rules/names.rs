//! Characters in names that a reader cannot see, or takes for others.

use std::fmt::Display;

use unicode_security::MixedScript as _;

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Header, Key};

pub(super) const HIDDEN_CHARACTER: Rule = Rule {
    id: "hidden-character",
    severity: Severity::Warning,
    title: "Invisible character in a name",
    condition: "A name has a control, bidirectional or invisible character",
    help: "Marks and overrides of direction (Unicode UAX #9) make a name read other than it is stored, and characters \
           without width make two names that look equal differ. They come along with text copied from the web. A \
           joiner between letters of a script that needs it, such as Persian, is not meant.",
    scope: Scope::RecordsAndHeader(hidden_character, hidden_in_header),
};

pub(super) const MIXED_SCRIPTS: Rule = Rule {
    id: "mixed-scripts",
    severity: Severity::Warning,
    title: "Look-alike letters in a name",
    condition: "A word of a name mixes scripts whose letters look alike",
    help: "A Cyrillic `с` in a Latin word looks right and is found by no search: the mixed-script confusables of \
           Unicode UTS #39. Type the word again in one script. A name in another script as a whole is no fault; it \
           belongs to `names` with its language.",
    scope: Scope::RecordsAndHeader(mixed_scripts, mixed_in_header),
};

fn hidden_character(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, name) in names(record) {
        report_hidden(path, name, &called(record), found);
    }
}

fn hidden_in_header(_: &Context, header: &Header, found: &mut Findings) {
    for (path, name) in names_of_header(header) {
        report_hidden(path, name, &"the briefing", found);
    }
}

fn mixed_scripts(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (path, name) in names(record) {
        report_mixed(path, name, &called(record), found);
    }
}

fn mixed_in_header(_: &Context, header: &Header, found: &mut Findings) {
    for (path, name) in names_of_header(header) {
        report_mixed(path, name, &"the briefing", found);
    }
}

/// The texts of a record that name somebody or something, with their paths.
fn names(record: &AnyRecord) -> Vec<(String, &str)> {
    let one = |field: &str, text| (field.to_owned(), text);
    match record {
        AnyRecord::Actor(actor) => {
            let names = actor.names.iter().enumerate();
            let names = names.map(|(number, name)| (format!("names[{number}].text"), name.text.as_str()));
            let aliases = actor.aliases.iter().enumerate();
            let aliases = aliases.map(|(number, alias)| (format!("aliases[{number}]"), alias.as_str()));
            std::iter::once(one("name", actor.name.as_str())).chain(names).chain(aliases).collect()
        }
        AnyRecord::Source(source) => vec![
            one("publisher", &source.publisher),
            one("title", &source.title),
            one("url", &source.url),
            one("author", &source.author),
        ],
        AnyRecord::Role(role) => vec![one("title", &role.title)],
        AnyRecord::Visit(visit) => vec![one("place", &visit.place)],
        _ => Vec::new(),
    }
}

fn names_of_header(header: &Header) -> impl Iterator<Item = (String, &str)> {
    let authors = header.authors.iter().enumerate();
    let authors = authors.map(|(number, author)| (format!("authors[{number}]"), author.as_str()));
    std::iter::once(("title".to_owned(), header.title.as_str())).chain(authors)
}

fn report_hidden(path: String, name: &str, who: &dyn Display, found: &mut Findings) {
    if name.is_ascii() && !name.contains(|c: char| c.is_control()) {
        return;
    }
    let hidden: Vec<(usize, char)> = name.char_indices().filter(|(at, c)| is_hidden(name, *at, *c)).collect();
    let Some((_, first)) = hidden.first() else { return };
    let code = u32::from(*first);
    let more = if hidden.len() > 1 { format!(" and {} more", hidden.len() - 1) } else { String::new() };
    let clean = without(name, &hidden);
    let message = format!("{who} has an invisible character in `{clean}`: U+{code:04X}{more}");
    let remedy = Remedy::write(path.clone(), &clean);
    found.add(path, message, format!("Write it without: `{clean}`"));
    found.mended_by(remedy);
}

/// A name without its hidden characters, and with a space where without it two words would weld.
fn without(name: &str, hidden: &[(usize, char)]) -> String {
    let mut clean = String::with_capacity(name.len());
    for (at, c) in name.char_indices() {
        if !hidden.contains(&(at, c)) {
            clean.push(c);
        } else if is_room(c) || welds(name.get(at + c.len_utf8()..), clean.chars().next_back(), c) {
            clean.push(' ');
        }
    }
    clean.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a character is room between words, or ends a line: a tab, a line's end, a filler.
fn is_room(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether a capital comes after a small letter once a character is gone that does not hold a word together.
fn welds(rest: Option<&str>, before: Option<char>, c: char) -> bool {
    let after = rest.and_then(|rest| rest.chars().next());
    let holds_together = matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}');
    !holds_together && before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_uppercase)
}

fn is_hidden(name: &str, at: usize, c: char) -> bool {
    match c {
        // A joiner is spelling in scripts whose letters join, and part of some emoji.
        '\u{200c}' | '\u{200d}' => !stands_between_joining(name, at, c),
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control(),
    }
}

fn stands_between_joining(name: &str, at: usize, c: char) -> bool {
    // From Arabic on, and emoji; Latin, Greek and Cyrillic letters are before.
    let joins = |c: char| c >= '\u{600}';
    let before = name.get(..at).and_then(|text| text.chars().next_back());
    let after = name.get(at + c.len_utf8()..).and_then(|text| text.chars().next());
    before.is_some_and(joins) && after.is_some_and(joins)
}

fn report_mixed(path: String, name: &str, who: &dyn Display, found: &mut Findings) {
    if name.is_ascii() {
        return;
    }
    let mut words = name.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    if let Some(word) = words.find(|word| !word.is_ascii() && mixes_look_alikes(word)) {
        let message = format!("{who} mixes letters of different scripts in the word `{word}`");
        found.add(path, message, format!("Type it again: {}", spelt_out(word)));
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Whether no one script has all letters, and Latin, Greek or Cyrillic ones stand among the others.
fn mixes_look_alikes(word: &str) -> bool {
    !word.is_single_script() && [is_latin, is_greek, is_cyrillic].iter().filter(|is| word.contains(**is)).count() > 1
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (c.is_alphabetic() && matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

fn is_greek(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

fn is_cyrillic(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\u{400}'..='\u{52f}')
}

type IsOfScript = fn(char) -> bool;

/// Which letters belong to the script that fewer of them have.
fn spelt_out(word: &str) -> String {
    let scripts: [(&str, IsOfScript); 3] = [("Latin", is_latin), ("Greek", is_greek), ("Cyrillic", is_cyrillic)];
    let counts = scripts.map(|(name, is)| (word.chars().filter(|c| is(*c)).count(), name, is));
    let fewest = counts.into_iter().filter(|(count, ..)| *count > 0).min_by_key(|(count, ..)| *count);
    let Some((_, name, is)) = fewest else { return String::new() };
    let letters: Vec<String> = word.chars().filter(|c| is(*c)).map(|c| format!("`{c}`")).collect();
    let verb = if letters.len() == 1 { "is" } else { "are" };
    format!("{} {verb} {name}", letters.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_do_not_weld_where_a_hidden_character_goes() {
        for (name, clean) in [
            ("Mia\tHolm", "Mia Holm"),
            ("A\tB\nC", "A B C"),
            ("Mia \r\n Holm", "Mia Holm"),
            ("Mia\u{2028}Holm", "Mia Holm"),
            ("Mia\u{200b}Holm", "Mia Holm"),
            ("Mia\u{1}Holm", "Mia Holm"),
            ("Bel\u{200b}grade", "Belgrade"),
            ("Bel\u{ad}Grad", "BelGrad"),
            ("\u{feff}Mia Holm\t", "Mia Holm"),
            ("김\u{3164}수", "김 수"),
        ] {
            let hidden: Vec<(usize, char)> = name.char_indices().filter(|(at, c)| is_hidden(name, *at, *c)).collect();
            assert_eq!(without(name, &hidden), clean, "{name:?}");
        }
    }
}
