//! A quote taken apart: the words that are to stand in the source, and the marks of what an editor changed.

use super::letters::{DASH, MARK, SOFT_BREAK, is_of_spaced_word};
use super::tokens::{DOTS, Token, breaks_a_word, tokens};

/// A quote as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// The words between the marks, none of them empty.
    pub(super) pieces: Vec<Vec<Wanted>>,
    /// What stands between two pieces; one fewer than there are pieces.
    pub(super) between: Vec<Marks>,
    /// What stands before the first piece, and after the last.
    pub(super) ends: [Marks; 2],
}

/// A word or sign that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// This one, to the letter.
    Exactly(String),
    /// This one, be its first letter a capital or not.
    AnyFirstCase(String),
    /// This one, in small letters or capitals.
    AnyCase(String),
    /// A word of which only the letters outside brackets stand in the source: `[T]hey`, `talk[s]`.
    Changed {
        /// Its letters before the bracket.
        head: String,
        /// Its letters after it.
        tail: String,
        /// The word as the quote has it, without the brackets.
        word: String,
        /// The same with them.
        written: String,
    },
}

/// Marks of change between two pieces of a quote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Whether dots say that words were left out.
    pub(super) has_dots: bool,
    /// What stands in brackets.
    pub(super) put_in: Vec<String>,
}

impl Marks {
    /// Whether there is any.
    pub(super) fn is_none(&self) -> bool {
        !self.has_dots && self.put_in.is_empty()
    }
}

/// How letters are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Letters {
    /// As they are, but for the first of a piece.
    AsTheyAre,
    /// Without regard to capitals.
    InAnyCase,
}

/// An item of a quote, before it is cut into pieces.
enum Item {
    Word(Wanted),
    Dots,
    PutIn(String),
}

impl Quote {
    /// Takes a quote apart; `None` where it holds no words of the source.
    pub(super) fn read(words: &str, letters: Letters, joins_lines: bool) -> Option<Self> {
        let tokens = if joins_lines { lines_joined(tokens(words)) } else { tokens(words) };
        let items = items(words, &tokens);
        let mut pieces: Vec<Vec<Wanted>> = vec![Vec::new()];
        let mut marks: Vec<Marks> = vec![Marks::default()];
        let mut is_marked = false;
        for item in items {
            match item {
                Item::Word(word) => {
                    if is_marked {
                        pieces.push(Vec::new());
                        marks.push(Marks::default());
                        is_marked = false;
                    }
                    if let Some(piece) = pieces.last_mut() {
                        piece.push(word);
                    }
                }
                Item::Dots => {
                    is_marked = true;
                    put(&mut marks, |marks| marks.has_dots = true);
                }
                Item::PutIn(text) => {
                    is_marked = true;
                    put(&mut marks, |marks| marks.put_in.push(text));
                }
            }
        }
        Self::cut(pieces, marks, letters)
    }

    /// A quote whose brackets and dots are the source's own; `None` where it has no brackets.
    pub(super) fn read_literally(words: &str, letters: Letters) -> Option<Self> {
        if !words.contains('[') {
            return None;
        }
        let piece = tokens(words).into_iter().map(|token| Wanted::Exactly(token.text)).collect();
        Self::cut(vec![piece], vec![Marks::default()], letters)
    }

    /// Whether the end of a line may part a word of a quote.
    pub(super) fn has_broken_words(words: &str) -> bool {
        let mut chars = words.chars().peekable();
        while let Some(c) = chars.next() {
            if c == SOFT_BREAK {
                return true;
            }
            if matches!(c, '-' | '‐' | '‑' | '\u{ad}') && chars.peek().is_some_and(|next| next.is_whitespace()) {
                return true;
            }
        }
        false
    }

    /// Pieces and what follows each, without the signs at the ends of pieces; a piece of signs alone is none.
    fn cut(pieces: Vec<Vec<Wanted>>, after: Vec<Marks>, letters: Letters) -> Option<Self> {
        let mut quote = Self { pieces: Vec::new(), between: Vec::new(), ends: Default::default() };
        let mut pending = Marks::default();
        for (piece, marks) in pieces.into_iter().zip(after) {
            let piece = without_edges(piece, letters);
            if piece.iter().any(Wanted::is_word) {
                let before = std::mem::take(&mut pending);
                if quote.pieces.is_empty() {
                    quote.ends[0] = before;
                } else {
                    quote.between.push(before);
                }
                quote.pieces.push(piece);
            }
            pending.has_dots |= marks.has_dots;
            pending.put_in.extend(marks.put_in);
        }
        quote.ends[1] = pending;
        (!quote.pieces.is_empty()).then_some(quote)
    }

    /// Whether it has marks of change.
    pub(super) fn is_marked(&self) -> bool {
        let changed = |piece: &Vec<Wanted>| piece.iter().any(|wanted| matches!(wanted, Wanted::Changed { .. }));
        !self.between.is_empty() || self.ends.iter().any(|marks| !marks.is_none()) || self.pieces.iter().any(changed)
    }
}

impl Wanted {
    /// Its letters as the quote has them.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Exactly(text) | Self::AnyFirstCase(text) | Self::AnyCase(text) => text,
            Self::Changed { word, .. } => word,
        }
    }

    fn is_word(&self) -> bool {
        self.text().starts_with(char::is_alphanumeric)
    }
}

fn put(marks: &mut [Marks], change: impl FnOnce(&mut Marks)) {
    if let Some(last) = marks.last_mut() {
        change(last);
    }
}

/// The words and marks of a quote.
fn items(quote: &str, tokens: &[Token]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(end) = dots_end(tokens, at) {
            items.push(Item::Dots);
            at = end;
        } else if let Some((item, end)) = changed_word(quote, tokens, at) {
            items.push(item);
            at = end;
        } else if let Some((inside, end)) = bracket(quote, tokens, at) {
            items.push(Item::PutIn(inside.to_owned()));
            at = end;
        } else {
            items.push(Item::Word(Wanted::Exactly(token.text.clone())));
            at += 1;
        }
    }
    items
}

/// Where dots end that begin at a token, in brackets or not.
fn dots_end(tokens: &[Token], at: usize) -> Option<usize> {
    let text = |at: usize| tokens.get(at).map(|token| token.text.as_str());
    match text(at)? {
        DOTS => Some(at + 1),
        "[" if text(at + 1) == Some(DOTS) && text(at + 2) == Some("]") => Some(at + 3),
        "(" if text(at + 1) == Some(DOTS) && text(at + 2) == Some(")") => Some(at + 3),
        "[" => {
            // Brackets with no word in them stand for what they leave out.
            let end = tokens
                .iter()
                .skip(at + 1)
                .position(|token| token.is_word || matches!(token.text.as_str(), "[" | "]"))?;
            (text(at + 1 + end) == Some("]")).then_some(at + 2 + end)
        }
        _ => None,
    }
}

/// What stands in the brackets that open at a token, and where they end.
fn bracket<'a>(quote: &'a str, tokens: &[Token], at: usize) -> Option<(&'a str, usize)> {
    let open = tokens.get(at).filter(|token| token.text == "[")?;
    let length = tokens.get(at + 1..)?.iter().position(|token| matches!(token.text.as_str(), "[" | "]"))?;
    let close = tokens.get(at + 1 + length).filter(|token| token.text == "]")?;
    Some((quote.get(open.range.end..close.range.start)?.trim(), at + 2 + length))
}

/// A word with brackets in it, or right beside it: `[T]hey`, `talk[s]`, `t[he]y`.
fn changed_word(quote: &str, tokens: &[Token], at: usize) -> Option<(Item, usize)> {
    // A script without spaces has no letters of a word, but words.
    let is_letters = |token: &&Token| token.is_word && token.text.starts_with(is_of_spaced_word);
    let head = tokens.get(at).filter(is_letters);
    let open = if head.is_some() { at + 1 } else { at };
    if head.is_some() && tokens.get(open).is_some_and(|token| token.is_apart) {
        return None;
    }
    let (inside, end) = bracket(quote, tokens, open)?;
    let opens_apart = tokens.get(open + 1).is_some_and(|token| token.is_apart);
    if !inside.contains(char::is_alphanumeric) || (head.is_some() && opens_apart) {
        return None;
    }
    let tail = tokens.get(end).filter(is_letters).filter(|token| !token.is_apart);
    if head.is_none() && tail.is_none() {
        return None;
    }
    let text = |token: Option<&Token>| token.map(|token| token.text.clone()).unwrap_or_default();
    let (head, tail_text) = (text(head), text(tail));
    let word = format!("{head}{inside}{tail_text}");
    let written = format!("{head}[{inside}]{tail_text}");
    let end = if tail.is_some() { end + 1 } else { end };
    Some((Item::Word(Wanted::Changed { head, tail: tail_text, word, written }), end))
}

/// A piece without the signs at its ends, its first letter in any case.
fn without_edges(mut piece: Vec<Wanted>, letters: Letters) -> Vec<Wanted> {
    let is_edge = |wanted: &Wanted| matches!(wanted, Wanted::Exactly(text) if is_edge(text));
    while piece.last().is_some_and(is_edge) {
        piece.pop();
    }
    let begin = piece.iter().take_while(|wanted| is_edge(wanted)).count();
    let mut piece = piece.split_off(begin);
    for (place, wanted) in piece.iter_mut().enumerate() {
        if let Wanted::Exactly(text) = wanted {
            match letters {
                Letters::InAnyCase => *wanted = Wanted::AnyCase(std::mem::take(text)),
                Letters::AsTheyAre if place == 0 => *wanted = Wanted::AnyFirstCase(std::mem::take(text)),
                Letters::AsTheyAre => {}
            }
        }
    }
    piece
}

/// A sign that a quote may begin or end with, whatever the source has there.
pub(super) fn is_edge(text: &str) -> bool {
    let is_edge = |c| {
        matches!(
            c,
            MARK | DASH
                | '.'
                | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '('
                | ')'
                | '。'
                | '、'
                | '·'
                | '•'
                | '¿'
                | '¡'
                | '؟'
                | '،'
        )
    };
    text.chars().all(is_edge)
}

/// The tokens with the parts of a word joined that a line's end parts.
fn lines_joined(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(word) = joined.last_mut().filter(|_| token.is_soft) {
            word.text.push_str(&token.text);
            word.range.end = token.range.end;
            at += 1;
        } else if breaks_a_word(&tokens, at)
            && let (Some(word), Some(rest)) = (joined.last_mut(), tokens.get(at + 1))
        {
            word.text.push_str(&rest.text);
            word.range.end = rest.range.end;
            at += 2;
        } else {
            joined.push(token.clone());
            at += 1;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(quote: &str) -> String {
        let Some(quote) = Quote::read(quote, Letters::AsTheyAre, false) else { return "none".to_owned() };
        let words = |piece: &Vec<Wanted>| {
            let word = |wanted: &Wanted| match wanted {
                Wanted::Changed { head, tail, word, .. } => format!("{head}*{tail}={word}"),
                other => other.text().to_owned(),
            };
            piece.iter().map(word).collect::<Vec<_>>().join(" ")
        };
        let marks = |marks: &Marks| format!("<{}{}>", if marks.has_dots { "…" } else { "" }, marks.put_in.join("+"));
        let mut told = marks(&quote.ends[0]);
        for (place, piece) in quote.pieces.iter().enumerate() {
            told += &words(piece);
            told += &quote.between.get(place).map_or_else(String::new, marks);
        }
        told + &marks(&quote.ends[1])
    }

    #[test]
    fn a_quote_is_cut_at_its_marks() {
        for (quote, parts) in [
            ("The gate is open.", "<>The gate is open<>"),
            ("The gate … is open", "<>The gate<…>is open<>"),
            ("The gate, [...] is open", "<>The gate<…>is open<>"),
            ("The gate (…) is [not] open", "<>The gate<…>is<not>open<>"),
            ("The gate . . . is open", "<>The gate<…>is open<>"),
            ("[t]he gate", "<>*he=the gate<>"),
            ("gate[s] are t[he]re", "<>gate*=gates are t*re=there<>"),
            ("… [The two] … came [later]", "<…The two>came<later>"),
            ("The gate … [I]t is open", "<>The gate<…>*t=It is open<>"),
            ("the gate [ … ] open", "<>the gate<…>open<>"),
            ("the gate [] is [ ] open", "<>the gate<…>is<…>open<>"),
            ("the gate … [] is[] open", "<>the gate<…>is<…>open<>"),
            ("the gate [.,] is open", "<>the gate<…>is open<>"),
            ("我们[今年]出售", "<>我 们<今年>出 售<>"),
            ("an [unclosed gate", "<>an [ unclosed gate<>"),
            ("“the gate,” he", "<>the gate , ' he<>"),
            ("… [sic]", "none"),
        ] {
            assert_eq!(told(quote), parts, "{quote}");
        }
    }
}
