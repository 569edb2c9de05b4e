//! What stands around a quote in its own sentence, and limits what it says: a quote that stops before "if the river does
//! not freeze" promises what nobody promised, though each of its words is there and no mark is missing.
//!
//! Most quotes are parts of sentences, and rightly so. Told is what stands so close that it belongs to the words quoted:
//! a condition right behind them, a negation or a hedge right before, a condition that opens their sentence.

use super::letters::is_of_spaced_word;
use super::quote::Marks;
use super::sense::telling;
use super::side_by_side::SideBySide;
use super::tokens::{Token, tokens};
use std::fmt;

/// Words around a quote that limit it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The words, as the source has them.
    pub words: String,
    /// Whether they stand before it, not behind.
    pub is_before: bool,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let place = if self.is_before { "stands before it" } else { "follows" };
        write!(f, "“{}” {place} in the same sentence, and is left out without a mark", self.words)
    }
}

/// A quote of fewer words is a term, not a statement.
const LEAST_WORDS: usize = 3;
/// A limit stands within so many words behind a quote.
const CLOSE_WORDS: usize = 4;
/// In a script without spaces, within so many characters.
const CLOSE_CHARACTERS: usize = 6;
/// So many words of what is left out are shown.
const MOST_SHOWN: usize = 12;

/// Words that set a condition to what stands before them, or hedge it.
const BEHIND: &str = "if|unless|except|excepting|only|merely|provided|providing|assuming|otherwise|lest|perhaps|maybe|\
     possibly|probably|allegedly|supposedly|presumably|as long as|so long as|in case|on condition|subject to|\
     soweit|wenn|sofern|solange|außer|nur|bloß|lediglich|vielleicht|möglicherweise|womöglich|wahrscheinlich|\
     vermutlich|angeblich|falls|indien|tenzij|mits|alleen|slechts|misschien|såvida|medmindre|hvis|dersom|\
     endast|kun|berre|kanske|kanskje|måske|sauf|seulement|excepté|hormis|sinon|si|excepto|solamente|\
     únicamente|salvo|sólo|quizá|quizás|exceto|somente|só|talvez|se|soltanto|tranne|forse|purché|dacă|doar|\
     numai|decât|ako|ukoliko|osim|samo|jedino|možda|ако|уколико|осим|само|једино|можда|če|razen|morda|освен|\
     если|только|лишь|кроме|возможно|вероятно|калі|якщо|лише|тільки|крім|можливо|ймовірно|jeśli|jeżeli|chyba|\
     tylko|jedynie|oprócz|pokud|jestliže|jestli|jen|pouze|iba|možná|možno|snad|kromě|okrem|ak|len|hacsak|\
     csak|talán|ha|nëse|vetëm|ndoshta|përveç|αν|εάν|εκτός|μόνο|ίσως|eğer|sadece|yalnızca|belki|hariç|إلا|إذا|\
     لو|若|仅|僅|只|如果|除非|也许|也許|或许|或許|もし|だけ|のみ|限り|만약|ถ้า|หาก|เว้นแต่|เพียง";
/// Words that end a denial: `not until spring`.
const UNTIL: &str = "until|till|bis|bevor|до|пока|dok|док";
/// Words that open a sentence with a condition.
const OPENING: &str = "if|unless|provided|assuming|wenn|falls|sofern|indien|hvis|dersom|om|si|se|dacă|ako|ukoliko|ако|уколико|\
     če|если|калі|якщо|jeśli|jeżeli|pokud|jestliže|ak|ha|nëse|αν|εάν|eğer|إذا|لو|若|如果|除非|もし|만약|ถ้า|หาก";
/// Words that set one statement against another, and take nothing away from either; and some that mostly say less.
const CONTRASTS: &str = "but|although|though|aber|obwohl|maar|men|mais|pero|aunque|mas|embora|ma|però|benché|ali|али|iako|иако|\
     но|хотя|але|хоча|choć|ale|αλλά|ancak|noch|da|als|ob|whether|appears|appear|appeared|seems|seem|seemed";
/// Words that deny the one behind them.
const NOT: &str = "not|nicht|niet|inte|ikke|pas|no|não|non|nu|ne|не|nie|nem|δεν";
/// Words that begin another statement.
const AND: &str = "and|und|et|y|e|i|и|і|та|en|och|og|a|oraz|και|ve|dhe|și|és|و";

impl SideBySide<'_, '_> {
    /// What limits a quote around it, where the quote has no mark that says that it is cut there.
    pub(super) fn limits(&self) -> Vec<Limit> {
        let is_open = |end: usize| self.quote.ends.get(end).is_some_and(Marks::is_none);
        if !self.is_statement() {
            return Vec::new();
        }
        let before = is_open(0).then(|| self.limit_before()).flatten();
        let behind = is_open(1).then(|| self.limit_behind()).flatten();
        before.into_iter().chain(behind).collect()
    }

    /// Whether it has so many words that it says something.
    fn is_statement(&self) -> bool {
        let words =
            self.quote.pieces.iter().flatten().filter(|wanted| wanted.text().starts_with(char::is_alphanumeric));
        // In a script without spaces each character is a word here, and a word of speech has about two.
        let size = |text: &str| if text.starts_with(is_of_spaced_word) { 2 } else { 1 };
        words.map(|wanted| size(wanted.text())).sum::<usize>() >= 2 * LEAST_WORDS - 2
            && self.quote.pieces.iter().flatten().count() >= LEAST_WORDS
    }

    fn limit_behind(&self) -> Option<Limit> {
        let rest = self.part_of_sentence(1)?;
        let all = tokens(rest);
        let first = all.iter().find(|token| token.is_word)?;
        if is_one_of(AND, &first.text.to_lowercase()) {
            return None;
        }
        let is_spaced = first.text.starts_with(is_of_spaced_word);
        let most = if is_spaced { CLOSE_WORDS } else { CLOSE_CHARACTERS };
        let ends = |token: &&Token| matches!(token.text.as_str(), ";" | ":" | "；" | "：" | "?" | "!");
        let close = all.iter().take_while(|token| !ends(token)).filter(|token| token.is_word).take(most);
        let close = rest.get(..close.last()?.range.end)?;
        let found = telling(close, self.lang);
        let denies = || !telling(&self.quoted(), self.lang).is_empty();
        let limits = |word: &String| {
            let word = word.to_lowercase();
            is_one_of(BEHIND, &word) || (is_one_of(UNTIL, &word) && denies())
        };
        let limit = found.iter().find(|word| limits(word))?;
        // `Not only` adds, and takes nothing away.
        let small = close.to_lowercase();
        let is_denied = NOT.split('|').any(|not| small.contains(&format!("{not} {}", limit.to_lowercase())));
        (!is_denied).then(|| Limit { words: shown(rest, false), is_before: false })
    }

    fn limit_before(&self) -> Option<Limit> {
        let before = self.part_of_sentence(0)?;
        let all = tokens(before);
        let words: Vec<&Token> = all.iter().filter(|token| token.is_word).collect();
        let first = words.first()?;
        let limit = Some(Limit { words: shown(before, true), is_before: true });
        let begins = |word: &&str| before.get(first.range.start..).is_some_and(|text| begins_with(text, word));
        let is_parted = before.trim_end().ends_with([',', '，', '、', '،']);
        if is_parted {
            let runs_out = !self.part_of_sentence(1).is_some_and(|rest| rest.contains(char::is_alphanumeric));
            return limit.filter(|_| runs_out && OPENING.split('|').any(|word| begins(&word)));
        }
        // A word of the sense that ends right before the quote: a word of several tokens where the script has no spaces.
        let ends_at = all.last().filter(|token| token.is_word)?.range.end;
        let is_telling = |count: usize| {
            let from = all.len().checked_sub(count).and_then(|at| all.get(at))?;
            let suffix = before.get(from.range.start..ends_at)?;
            let is_month = suffix == "May" && words.len() > 1;
            let found = telling(suffix, self.lang);
            let [word] = found.as_slice() else { return None };
            let is_whole = word.chars().count() == suffix.chars().count();
            let small = word.to_lowercase();
            (is_whole && !is_month && !is_one_of(CONTRASTS, &small)).then_some(())
        };
        limit.filter(|_| (1..=4).any(|count| is_telling(count).is_some()))
    }

    /// The words of the quote, as it has them.
    fn quoted(&self) -> String {
        let words = self.quote.pieces.iter().flatten().map(super::quote::Wanted::text);
        super::tokens::spaced(words)
    }
}

/// Whether a word is one of a list, parted by `|`.
fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|known| known == word)
}

/// Whether a text begins with a word.
fn begins_with(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    text.strip_prefix(word).is_some_and(|rest| {
        let goes_on = |c: char| is_of_spaced_word(c);
        !(word.ends_with(is_of_spaced_word) && rest.starts_with(goes_on))
    })
}

/// What is left out, without the signs around it; of much the part beside the quote.
fn shown(text: &str, is_before: bool) -> String {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= MOST_SHOWN {
        words.join(" ")
    } else if is_before {
        format!("… {}", words.get(words.len() - MOST_SHOWN..).unwrap_or_default().join(" "))
    } else {
        format!("{} …", words.get(..MOST_SHOWN).unwrap_or_default().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::find_quote;

    fn limits(words: &str, text: &str, lang: &str) -> String {
        let found = find_quote(words, &[text], lang).unwrap_or_else(|| panic!("{words} stands in {text}"));
        let limits =
            found.limits.iter().map(|limit| format!("{}{}", if limit.is_before { "<" } else { ">" }, limit.words));
        limits.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_condition_or_a_negation_right_beside_a_quote_is_told() {
        for (words, text, lang, expected) in [
            ("We will open the gate", "“We will open the gate if it thaws.”", "en", ">if it thaws"),
            ("We will open the gate.", "“We will open the gate, but only in spring.”", "en", ">but only in spring"),
            ("We will not close", "“We will not close until autumn,” she said.", "en", ">until autumn"),
            ("agreed to open the gate", "“We never agreed to open the gate.”", "en", "<We never"),
            ("we will open the gate", "“If it thaws, we will open the gate.”", "en", "<If it thaws"),
            ("open the gate for all", "“We don’t open the gate for all.”", "en", "<We don’t"),
            ("Wir öffnen das Tor", "„Wir öffnen das Tor, wenn es taut.“", "de", ">wenn es taut"),
            ("kommt im Mai ein Schiff", "„Vielleicht kommt im Mai ein Schiff.“", "de", "<Vielleicht"),
            ("zatvoriti kapiju do proleća", "„Nećemo zatvoriti kapiju do proleća.”", "sr", "<Nećemo"),
            ("Otvorićemo kapiju svima", "„Otvorićemo kapiju svima, ali samo leti.”", "sr", ">ali samo leti"),
            ("une affaire de mer", "« Ce n’est pas une affaire de mer. »", "fr", "<Ce n’est pas"),
            ("Мы откроем ворота", "«Мы откроем ворота, если растает лёд».", "ru", ">если растает лёд"),
            ("我们可能停航", "“如果结冰，我们可能停航。”", "zh", "<如果结冰"),
            ("لن نغلق الميناء", "«لن نغلق الميناء إذا ذاب الجليد».", "ar", ">إذا ذاب الجليد"),
        ] {
            assert_eq!(limits(words, text, lang), expected, "{words}");
        }
    }

    #[test]
    fn an_honest_part_of_a_sentence_is_not() {
        for (words, text, lang) in [
            ("such a winter", "“I have never seen such a winter.”", "en"),
            ("the gate", "“We will open the gate if it thaws.”", "en"),
            ("They came in boats", "“They came in boats when the river was open.”", "en"),
            ("We waited at the gate", "“We waited at the gate until noon.”", "en"),
            ("a matter of money", "“It is a matter of money, not of will.”", "en"),
            ("nobody asked the sailors", "“It is true, but nobody asked the sailors.”", "en"),
            ("We trade with them", "“We trade with them, and only the ice can stop it.”", "en"),
            ("the council decides", "“In May the council decides.”", "en"),
            ("We will open the gate", "“We will open the gate. If it thaws, ships will come.”", "en"),
            ("We will open the gate", "“We will open the gate,” she said, if it thaws.", "en"),
            ("We trade in ships", "“We trade in ships, not only in fish.”", "en"),
            ("Trade with our neighbours", "“Trade with our neighbours might grow.”", "en"),
            ("We will open the gate …", "“We will open the gate this year.”", "en"),
            ("das Tor ist offen", "„Ich sage, das Tor ist offen, und nur das Eis fehlt.“", "de"),
            ("kapija je otvorena", "„Rekao je da kapija je otvorena.”", "sr"),
            ("双方合作很好", "「我们不关闭。双方合作很好。」", "zh"),
        ] {
            assert_eq!(limits(words, text, lang), "", "{words}");
        }
    }
}
