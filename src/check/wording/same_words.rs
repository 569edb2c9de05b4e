//! Whether words that stand for others say the same: in full, with another ending, by another pronoun.

/// Whether words in brackets say what those do that they stand for: the same in full, with more, or a person by another
/// pronoun.
pub(super) fn says_the_same(was: &str, is: &str) -> bool {
    let (was, is) = (in_full(was), in_full(is));
    let was: Vec<String> = was.into_iter().skip_while(|word| matches!(word.as_str(), "and" | "that" | "so")).collect();
    let is_pronoun = |words: &[String]| matches!(words, [word] if PRONOUNS.contains(&word.as_str()));
    let has_all = !was.is_empty() && is.windows(was.len()).any(|part| part == was);
    has_all || (is_pronoun(&was) && is_pronoun(&is))
}

/// Pronouns of English that a speaker's own are turned into, and back.
const PRONOUNS: [&str; 20] = [
    "i", "we", "you", "he", "she", "they", "me", "us", "him", "her", "them", "my", "our", "your", "his", "their",
    "mine", "ours", "hers", "theirs",
];

/// The words of a text in small letters, short forms in full: `It’s` as `it is`.
fn in_full(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['’', '‘', 'ʼ'], "'");
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let (stem, rest) = match word.split_once('\'') {
            Some((stem, "s")) if PRONOUNS.contains(&stem) || ["it", "that", "there", "what"].contains(&stem) => {
                (stem, "is")
            }
            Some((stem, "re")) => (stem, "are"),
            Some((stem, "m")) => (stem, "am"),
            Some((stem, "ve")) => (stem, "have"),
            Some((stem, "ll")) => (stem, "will"),
            Some(("can", "t")) => ("can", "not"),
            Some(("won", "t")) => ("will", "not"),
            Some((stem, "t")) if stem.ends_with('n') => (stem.trim_end_matches('n'), "not"),
            _ if word == "cannot" => ("can", "not"),
            _ => (word, ""),
        };
        words.extend([stem, rest].into_iter().filter(|word| !word.is_empty()).map(str::to_owned));
    }
    words
}

/// Endings and beginnings without which a word says the contrary, or another number.
const TURNING_ENDS: [&str; 6] = ["less", "ful", "teen", "ty", "los", "frei"];
const TURNING_BEGINS: [&str; 8] = ["un", "non", "in", "im", "ir", "dis", "mis", "anti"];

/// Whether two words differ in a digit, or in what turns a word into its contrary: `harm` and `harmless`.
fn is_turned(was: &str, is: &str) -> bool {
    let digits = |word: &str| word.chars().filter(|c| c.is_numeric()).collect::<String>();
    let differs = |has: &dyn Fn(&str) -> bool| has(was) != has(is);
    digits(was) != digits(is)
        || TURNING_ENDS.iter().any(|end| differs(&|word| word.ends_with(end)))
        || TURNING_BEGINS.iter().any(|begin| differs(&|word| word.starts_with(begin)))
}

/// Whether two words differ in their ending alone: `talk` and `talks`, `went` and `wanted` not.
pub(super) fn is_same_word(was: &str, is: &str) -> bool {
    let (was, is) = (was.to_lowercase(), is.to_lowercase());
    let common = was.chars().zip(is.chars()).take_while(|(one, other)| one == other).count();
    was == is
        || !is_turned(&was, &is)
            && (common >= 3 || (common > 0 && common * 2 >= was.chars().count().max(is.chars().count())))
}
