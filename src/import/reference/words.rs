//! Small things that all formats share: names, kinds, languages, text out of HTML.

use crate::model::{SourceKind, capitalised};

/// `Berg, Anna` as `Anna Berg`; a name of an organisation as it stands.
pub(super) fn first_name_first(name: &str) -> String {
    let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [last, first] => format!("{first} {last}"),
        [last, first, suffix] => format!("{first} {last}, {suffix}"),
        _ => name.trim().to_owned(),
    }
}

/// The name of a field of a list as the name of a remark: `publisher-place` as `Publisher place`.
pub(super) fn label(field: &str) -> String {
    capitalised(&field.replace(['-', '_'], " "))
}

/// The kind of source that a word of a format names, whatever its hyphens and capitals; `None` where none fits.
pub(super) fn kind(word: &str) -> Option<SourceKind> {
    let plain: String = word.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    Some(match plain.as_str() {
        "articlenewspaper" | "articlemagazine" | "news" | "mgzn" | "newspaperarticle" | "magazinearticle" => {
            SourceKind::NewsArticle
        }
        "article" | "webpage" | "online" | "elec" | "web" | "blog" | "postweblog" | "icomm" => SourceKind::NewsArticle,
        "broadcast" | "motionpicture" | "song" | "video" | "audio" | "advs" | "mpct" | "vide" | "sound" => {
            SourceKind::Broadcast
        }
        "interview" => SourceKind::Interview,
        "speech" | "hear" | "hearing" => SourceKind::Transcript,
        "post" | "tweet" => SourceKind::SocialPost,
        "bill" | "legislation" | "treaty" | "legalcase" | "regulation" | "pressrelease" | "press" | "stat"
        | "govdoc" => SourceKind::OfficialStatement,
        "report" | "rprt" | "techreport" | "thesis" | "paperconference" | "articlejournal" | "jour" | "book"
        | "chapter" | "chap" | "inbook" | "incollection" | "inproceedings" | "phdthesis" | "mastersthesis" | "conf"
        | "thes" => SourceKind::Report,
        "dataset" | "data" | "aggr" => SourceKind::Dataset,
        "graphic" | "image" | "photo" | "art" | "figure" => SourceKind::Photo,
        "misc" | "gen" | "document" | "manuscript" | "unpublished" | "pcomm" | "personalcommunication" => {
            SourceKind::Other
        }
        _ => return None,
    })
}

/// A language as a BCP 47 tag: a tag as it stands, an English name as its tag; nothing for another word.
pub(super) fn language(word: &str) -> String {
    let word = word.trim();
    let is_tag = word.split(['-', '_']).enumerate().all(|(place, part)| {
        let fits = if place == 0 { (2..=3).contains(&part.len()) } else { (2..=8).contains(&part.len()) };
        fits && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if is_tag {
        return word.replace('_', "-");
    }
    let folded = word.to_lowercase();
    let known = NAMES.iter().find(|(name, _)| folded.starts_with(name));
    known.map(|(_, tag)| (*tag).to_owned()).unwrap_or_default()
}

/// Languages by the beginnings of their names in English, as reference managers write them.
const NAMES: &[(&str, &str)] = &[
    ("english", "en"),
    ("german", "de"),
    ("ngerman", "de"),
    ("french", "fr"),
    ("spanish", "es"),
    ("italian", "it"),
    ("portuguese", "pt"),
    ("dutch", "nl"),
    ("polish", "pl"),
    ("czech", "cs"),
    ("serbian", "sr"),
    ("croatian", "hr"),
    ("bosnian", "bs"),
    ("russian", "ru"),
    ("ukrainian", "uk"),
    ("turkish", "tr"),
    ("greek", "el"),
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("japanese", "ja"),
    ("korean", "ko"),
];

/// The words of a note in HTML, a paragraph a line.
pub(super) fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.trim().to_owned();
    }
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match after.split_once('>').filter(|_| is_tag) {
            Some((tag, behind)) => {
                let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
                if matches!(name, Some("p" | "br" | "div" | "li" | "h1" | "h2" | "h3" | "blockquote")) {
                    words.push('\n');
                }
                rest = behind;
            }
            None => {
                words.push('<');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ");
    let plain = plain.replace("&#39;", "'").replace("&amp;", "&");
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_kinds_and_languages_are_understood() {
        assert_eq!(first_name_first("Berg, Anna"), "Anna Berg");
        assert_eq!(first_name_first("Ministry of Trade"), "Ministry of Trade");
        assert_eq!(first_name_first("Aquino, Benigno, III"), "Benigno Aquino, III");
        assert_eq!(kind("article-newspaper"), Some(SourceKind::NewsArticle));
        assert_eq!(kind("RPRT"), Some(SourceKind::Report));
        assert_eq!(kind("zzz"), None);
        assert_eq!(
            (language("en_US"), language("ngerman"), language("Klingon")),
            ("en-US".into(), "de".into(), String::new())
        );
    }

    #[test]
    fn tags_of_a_note_are_taken_off_and_signs_stay() {
        assert_eq!(without_tags("<p>a &amp; b</p><p>if 2 < 3</p>"), "a & b\nif 2 < 3");
        assert_eq!(without_tags("plain"), "plain");
    }
}
