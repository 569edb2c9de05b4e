//! Going through RON text token by token: white space, comments, strings, words, brackets.

use memchr::{memchr, memchr2};

use super::error::ScanError;
use super::limits::MAX_NESTING;

/// A place in a text, with what can be stepped over from there. All offsets are in bytes from the text's begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pub(super) at: usize,
}

/// The closing bracket for an opening one.
fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// What was stepped over since a byte.
    pub(super) fn slice(&self, from: usize) -> &'a str {
        self.text.get(from..self.at).unwrap_or("")
    }

    /// The byte that is next; nearly all that matters in RON is one of ASCII.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn bytes_from(&self, from: usize) -> &'a [u8] {
        self.text.as_bytes().get(from..).unwrap_or(&[])
    }

    fn starts_with(&self, start: &str) -> bool {
        self.bytes_from(self.at).starts_with(start.as_bytes())
    }

    pub(super) fn peek(&self) -> Option<char> {
        match self.byte()? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.rest().chars().next(),
        }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn advance(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    /// Steps over a character, if it is the one that is next.
    pub(super) fn take(&mut self, wanted: char) -> bool {
        let is_next = self.peek() == Some(wanted);
        if is_next {
            self.advance(wanted);
        }
        is_next
    }

    /// Steps over white space and comments.
    pub(super) fn skip_blank(&mut self) -> Result<(), ScanError> {
        while let Some(byte) = self.byte() {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => self.at += 1,
                b'/' if self.starts_with("//") => {
                    let rest = self.bytes_from(self.at);
                    self.at += memchr(b'\n', rest).unwrap_or(rest.len());
                }
                b'/' if self.starts_with("/*") => self.skip_block_comment()?,
                byte if byte.is_ascii() => return Ok(()),
                _ => match self.peek() {
                    Some(c) if ron_blank(c) => self.advance(c),
                    _ => return Ok(()),
                },
            }
        }
        Ok(())
    }

    /// Steps over a comment up to the end of its line, if one begins here. As `ron` has it, a `\r` alone ends no line.
    pub(super) fn skip_line_comment(&mut self) -> bool {
        if !self.starts_with("//") {
            return false;
        }
        let rest = self.bytes_from(self.at);
        let end = memchr(b'\n', rest);
        let is_with_return = |end: usize| end.checked_sub(1).is_some_and(|before| rest.get(before) == Some(&b'\r'));
        self.at += end.map_or(rest.len(), |end| end - usize::from(is_with_return(end)));
        true
    }

    /// Block comments nest.
    pub(super) fn skip_block_comment(&mut self) -> Result<(), ScanError> {
        let begin = self.at;
        let mut level = 0_usize;
        loop {
            if self.starts_with("/*") {
                level += 1;
                self.at += 2;
            } else if self.starts_with("*/") {
                level -= 1;
                self.at += 2;
                if level == 0 {
                    return Ok(());
                }
            } else {
                let c = self.peek().ok_or(ScanError::OpenComment(begin))?;
                self.advance(c);
                let rest = self.bytes_from(self.at);
                self.at += memchr2(b'/', b'*', rest).unwrap_or(rest.len());
            }
        }
    }

    /// Steps over a word: an identifier, raw or not, or a number.
    pub(super) fn skip_word(&mut self) -> bool {
        let begin = self.at;
        if self.starts_with("r#") {
            self.at += 2;
        }
        while let Some(byte) = self.byte() {
            match byte {
                b'_' | b'.' | b'+' | b'-' => self.at += 1,
                byte if byte.is_ascii_alphanumeric() => self.at += 1,
                byte if byte.is_ascii() => break,
                _ => match self.peek() {
                    Some(c) if !ron_blank(c) => self.advance(c),
                    _ => break,
                },
            }
        }
        self.at > begin
    }

    /// Steps over a string of any kind, if one begins here.
    pub(super) fn skip_string(&mut self) -> Result<bool, ScanError> {
        let rest = self.bytes_from(self.at);
        let prefix = rest.iter().take_while(|b| matches!(b, b'b' | b'r')).count();
        let hashes = rest.iter().skip(prefix).take_while(|b| **b == b'#').count();
        let letters = rest.get(..prefix).unwrap_or(&[]);
        let quote = rest.get(prefix + hashes).copied();
        match (letters, hashes, quote) {
            (b"" | b"b", 0, Some(b'"')) => self.skip_quoted(prefix + 1, b'"', ScanError::OpenString).map(|()| true),
            (b"" | b"b", 0, Some(b'\'')) => self.skip_character(prefix).map(|()| true),
            (b"r" | b"br", _, Some(b'"')) => self.skip_raw(prefix + hashes + 1, hashes).map(|()| true),
            _ => Ok(false),
        }
    }

    /// A string in which `\` takes the next character along.
    fn skip_quoted(&mut self, opening: usize, close: u8, error: fn(usize) -> ScanError) -> Result<(), ScanError> {
        let begin = self.at;
        self.at += opening;
        loop {
            self.at += memchr2(close, b'\\', self.bytes_from(self.at)).ok_or_else(|| error(begin))?;
            let is_end = self.byte() == Some(close);
            self.at += 1;
            if is_end {
                return Ok(());
            }
            let escaped = self.peek().ok_or_else(|| error(begin))?;
            self.advance(escaped);
        }
    }

    /// `'c'`, `'\n'` or `'\u{1f}'`; the quotation mark itself may stand unescaped.
    fn skip_character(&mut self, prefix: usize) -> Result<(), ScanError> {
        let inside = self.rest().get(prefix + 1..).unwrap_or("");
        let mut chars = inside.chars();
        match (chars.next(), chars.next()) {
            (Some('\\'), _) => self.skip_quoted(prefix + 1, b'\'', ScanError::OpenCharacter),
            (Some(c), Some('\'')) => {
                self.at += prefix + 2 + c.len_utf8();
                Ok(())
            }
            _ => Err(ScanError::OpenCharacter(self.at)),
        }
    }

    fn skip_raw(&mut self, opening: usize, hashes: usize) -> Result<(), ScanError> {
        let begin = self.at;
        self.at += opening;
        loop {
            self.at += memchr(b'"', self.bytes_from(self.at)).ok_or(ScanError::OpenString(begin))? + 1;
            let found = self.bytes_from(self.at).iter().take(hashes).take_while(|b| **b == b'#').count();
            if found == hashes {
                self.at += hashes;
                return Ok(());
            }
        }
    }

    /// Where the list opens that is the value here, alone or as `Some([…])`.
    pub(super) fn list_at(&self) -> Option<usize> {
        let mut ahead = *self;
        if ahead.skip_word() {
            if self.bytes_from(self.at).get(..ahead.at - self.at) != Some(b"Some") {
                return None;
            }
            ahead.skip_blank().ok()?;
            if !ahead.take('(') {
                return None;
            }
            ahead.skip_blank().ok()?;
        }
        (ahead.peek() == Some('[')).then_some(ahead.at)
    }

    /// Steps over what closes a `Some(…)` behind its value.
    pub(super) fn skip_end_of_some(&mut self) -> Result<(), ScanError> {
        let open = self.at;
        self.skip_blank()?;
        self.take(',');
        self.skip_blank()?;
        let found = self.peek();
        match found {
            _ if self.take(')') => Ok(()),
            Some(found) => Err(ScanError::WrongBracket { found, open: '(', at: self.at }),
            None => Err(ScanError::OpenBracket { bracket: '(', at: open }),
        }
    }

    /// Steps over a value: up to the comma or the closing bracket that ends it. Returns where its last token ended.
    pub(super) fn skip_value(&mut self, depth: usize) -> Result<usize, ScanError> {
        let begin = self.at;
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut end = self.at;
        loop {
            self.skip_blank()?;
            let Some(c) = self.peek() else {
                return match open.last() {
                    Some((bracket, at)) => Err(ScanError::OpenBracket { bracket: *bracket, at: *at }),
                    None if end == begin => Err(ScanError::NoValue(begin)),
                    None => Ok(end),
                };
            };
            match c {
                '(' | '[' | '{' => {
                    if depth + open.len() >= MAX_NESTING {
                        return Err(ScanError::TooDeep(self.at));
                    }
                    open.push((c, self.at));
                    self.advance(c);
                }
                ')' | ']' | '}' => match open.pop() {
                    None if end == begin => return Err(ScanError::NoValue(begin)),
                    None => return Ok(end),
                    Some((bracket, _)) if closing(bracket) == c => self.advance(c),
                    Some((bracket, _)) => {
                        return Err(ScanError::WrongBracket { found: c, open: bracket, at: self.at });
                    }
                },
                ',' if open.is_empty() && end == begin => return Err(ScanError::NoValue(begin)),
                ',' if open.is_empty() => return Ok(end),
                _ => {
                    if !self.skip_string()? && !self.skip_word() {
                        self.advance(c);
                    }
                }
            }
            end = self.at;
        }
    }
}

/// White space as `ron` has it.
fn ron_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}
