//! Fields within a value, by their path (`content[0]`, `when.basis`) and by their place in the text.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

use super::cursor::Cursor;
use super::error::ScanError;

/// What leads from a value to a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step<'a> {
    /// A named field.
    Field(&'a str),
    /// An item of a list.
    Item(usize),
    /// The content of `Said("…")`; no part of the path.
    Inside,
}

/// The path of the innermost part of a value that holds a byte; empty for the value itself.
#[must_use]
pub fn path_at(text: &str, value: Range<usize>, offset: usize) -> String {
    let mut path = String::new();
    let mut value = value;
    // Each step goes into a smaller range, and nesting is limited.
    while let Some((step, part)) = parts(text, value.clone()).into_iter().find(|(_, part)| part.contains(&offset)) {
        match step {
            Step::Field(name) if path.is_empty() => path.push_str(name),
            Step::Field(name) => {
                path.push('.');
                path.push_str(name);
            }
            Step::Item(index) => {
                let _ = write!(path, "[{index}]");
            }
            Step::Inside => {}
        }
        value = part;
    }
    path
}

/// Finds the parts that many paths lead to: a value is taken apart once, however many paths lead into it, so that the
/// time grows with the text and the paths, not with both at once.
#[derive(Debug)]
pub struct PathFinder<'a> {
    text: &'a str,
    /// The parts of each value that was on a way, by the bytes of the value.
    known: HashMap<(usize, usize), Rc<Parts<'a>>>,
}

/// The parts of one value.
#[derive(Debug)]
struct Parts<'a> {
    all: Vec<(Step<'a>, Range<usize>)>,
    /// The place of each named part; the first of a repeated name.
    named: HashMap<&'a str, usize>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str, value: Range<usize>) -> Self {
        let all = parts(text, value);
        let mut named = HashMap::new();
        for (place, (step, _)) in all.iter().enumerate() {
            if let Step::Field(name) = step {
                named.entry(*name).or_insert(place);
            }
        }
        Self { all, named }
    }

    /// The part that a step of a path names.
    fn get(&self, step: &str) -> Option<Range<usize>> {
        if let Some(place) = self.named.get(step) {
            return self.all.get(*place).map(|(_, part)| part.clone());
        }
        let index: usize = step.strip_suffix(']')?.parse().ok()?;
        self.all.get(index).filter(|(step, _)| matches!(step, Step::Item(_))).map(|(_, part)| part.clone())
    }
}

impl<'a> PathFinder<'a> {
    /// For values in a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, known: HashMap::new() }
    }

    /// The part of a value that a path leads to, or the last one on the way that is there.
    pub fn find(&mut self, value: Range<usize>, path: &str) -> Range<usize> {
        let mut value = value;
        for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
            let mut here = self.parts(value.clone());
            if let [(Step::Inside, inner)] = here.all.as_slice() {
                here = self.parts(inner.clone());
            }
            match here.get(step) {
                Some(part) => value = part,
                None => break,
            }
        }
        value
    }

    fn parts(&mut self, value: Range<usize>) -> Rc<Parts<'a>> {
        let text = self.text;
        Rc::clone(self.known.entry((value.start, value.end)).or_insert_with(|| Rc::new(Parts::of(text, value))))
    }
}

/// The parts of a value one level down; none for a value without parts, or one that cannot be taken apart.
fn parts(text: &str, value: Range<usize>) -> Vec<(Step<'_>, Range<usize>)> {
    read_parts(text, value).unwrap_or_default()
}

fn read_parts(text: &str, value: Range<usize>) -> Result<Vec<(Step<'_>, Range<usize>)>, ScanError> {
    let Some(inside) = text.get(..value.end) else { return Ok(Vec::new()) };
    let mut cursor = Cursor::new(inside, value.start);
    cursor.skip_blank()?;
    let has_word = !cursor.rest().starts_with(['"', '\'']) && cursor.skip_word();
    cursor.skip_blank()?;
    let is_list = cursor.peek() == Some('[') && !has_word;
    if !is_list && cursor.peek() != Some('(') {
        return Ok(Vec::new());
    }
    cursor.at += 1;
    let mut found = Vec::new();
    loop {
        cursor.skip_blank()?;
        if cursor.is_at_end() || matches!(cursor.peek(), Some(')' | ']')) {
            break;
        }
        let named = if is_list { None } else { take_name(&mut cursor, text)? };
        let begin = cursor.at;
        let end = cursor.skip_value(1)?;
        let step = match named {
            Some(name) => Step::Field(name),
            None if is_list => Step::Item(found.len()),
            None => Step::Inside,
        };
        found.push((step, begin..end));
        cursor.skip_blank()?;
        cursor.take(',');
    }
    Ok(found)
}

/// Steps over `name:`, if that comes next.
fn take_name<'a>(cursor: &mut Cursor, text: &'a str) -> Result<Option<&'a str>, ScanError> {
    let mut ahead = *cursor;
    let begin = ahead.at;
    if ahead.rest().starts_with('"') || !ahead.skip_word() {
        return Ok(None);
    }
    let name = text.get(begin..ahead.at).unwrap_or("");
    ahead.skip_blank()?;
    if !ahead.take(':') {
        return Ok(None);
    }
    ahead.skip_blank()?;
    *cursor = ahead;
    Ok(Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"(id: "a", when: (edtf: "2024", basis: Relative(to: "b", offset: "P1M")), content: [Said("x, y"), Para("z")])"#;

    #[test]
    fn a_byte_leads_to_its_path_and_back() {
        let mut finder = PathFinder::new(TEXT);
        for (needle, path) in [
            ("\"a\"", "id"),
            ("\"2024\"", "when.edtf"),
            ("\"P1M\"", "when.basis.offset"),
            ("x, y", "content[0]"),
            ("\"z\"", "content[1]"),
        ] {
            let offset = TEXT.find(needle).unwrap();
            assert_eq!(path_at(TEXT, 0..TEXT.len(), offset), path);
            let found = finder.find(0..TEXT.len(), path);
            assert!(found.contains(&offset), "{path} leads to {}", &TEXT[found]);
        }
    }

    #[test]
    fn a_path_that_is_not_there_leads_as_far_as_it_can() {
        let mut finder = PathFinder::new(TEXT);
        assert_eq!(&TEXT[finder.find(0..TEXT.len(), "content[7]")], r#"[Said("x, y"), Para("z")]"#);
        assert_eq!(&TEXT[finder.find(0..TEXT.len(), "when.nothing.at.all")], &TEXT[17..81]);
        assert_eq!(finder.find(0..TEXT.len(), "nothing"), 0..TEXT.len());
    }
}
