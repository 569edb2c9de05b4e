//! Going through RON text token by token: white space, comments, strings, words, brackets.

use super::error::ScanError;
use super::scan::MAX_NESTING;

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

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
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
        loop {
            let blank = self.rest().find(|c| !ron_blank(c)).unwrap_or(self.rest().len());
            self.at += blank;
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.skip_block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    /// Block comments nest.
    fn skip_block_comment(&mut self) -> Result<(), ScanError> {
        let begin = self.at;
        let mut level = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                level += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                level -= 1;
                self.at += 2;
                if level == 0 {
                    return Ok(());
                }
            } else {
                let c = rest.chars().next().ok_or(ScanError::OpenComment(begin))?;
                self.advance(c);
                self.at += self.rest().find(['/', '*']).unwrap_or(self.rest().len());
            }
        }
    }

    /// Steps over a word: an identifier, raw or not, or a number.
    pub(super) fn skip_word(&mut self) -> bool {
        let begin = self.at;
        if self.rest().starts_with("r#") {
            self.at += 2;
        }
        let is_word =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-') || !c.is_ascii() && !ron_blank(c);
        self.at += self.rest().find(|c| !is_word(c)).unwrap_or(self.rest().len());
        self.at > begin
    }

    /// Steps over a string of any kind, if one begins here.
    pub(super) fn skip_string(&mut self) -> Result<bool, ScanError> {
        let rest = self.rest();
        let prefix = rest.bytes().take_while(|b| matches!(b, b'b' | b'r')).count();
        let hashes = rest.bytes().skip(prefix).take_while(|b| *b == b'#').count();
        let letters = rest.get(..prefix).unwrap_or("");
        let quote = rest.as_bytes().get(prefix + hashes).copied();
        match (letters, hashes, quote) {
            ("" | "b", 0, Some(b'"')) => self.skip_quoted(prefix + 1, '"', ScanError::OpenString).map(|()| true),
            ("" | "b", 0, Some(b'\'')) => self.skip_character(prefix).map(|()| true),
            ("r" | "br", _, Some(b'"')) => self.skip_raw(prefix + hashes + 1, hashes).map(|()| true),
            _ => Ok(false),
        }
    }

    /// A string in which `\` takes the next character along.
    fn skip_quoted(&mut self, opening: usize, close: char, error: fn(usize) -> ScanError) -> Result<(), ScanError> {
        let begin = self.at;
        self.at += opening;
        loop {
            let next = self.rest().find([close, '\\']).ok_or_else(|| error(begin))?;
            self.at += next;
            if self.take(close) {
                return Ok(());
            }
            self.at += 1;
            let escaped = self.peek().ok_or_else(|| error(begin))?;
            self.advance(escaped);
        }
    }

    /// `'c'`, `'\n'` or `'\u{1f}'`; the quotation mark itself may stand unescaped.
    fn skip_character(&mut self, prefix: usize) -> Result<(), ScanError> {
        let inside = self.rest().get(prefix + 1..).unwrap_or("");
        let mut chars = inside.chars();
        match (chars.next(), chars.next()) {
            (Some('\\'), _) => self.skip_quoted(prefix + 1, '\'', ScanError::OpenCharacter),
            (Some(c), Some('\'')) => {
                self.at += prefix + 2 + c.len_utf8();
                Ok(())
            }
            _ => Err(ScanError::OpenCharacter(self.at)),
        }
    }

    fn skip_raw(&mut self, opening: usize, hashes: usize) -> Result<(), ScanError> {
        let begin = self.at;
        let close = format!("\"{}", "#".repeat(hashes));
        self.at += opening;
        let end = self.rest().find(&close).ok_or(ScanError::OpenString(begin))?;
        self.at += end + close.len();
        Ok(())
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
