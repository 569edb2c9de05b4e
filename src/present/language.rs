//! Languages and scripts in words, from BCP 47 tags (RFC 5646) by ISO 639 and ISO 15924.

/// Languages by their codes.
const LANGUAGES: &[(&str, &str)] = &[
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("az", "Azerbaijani"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("cnr", "Montenegrin"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ka", "Georgian"),
    ("kk", "Kazakh"),
    ("km", "Khmer"),
    ("ko", "Korean"),
    ("ku", "Kurdish"),
    ("ky", "Kyrgyz"),
    ("lo", "Lao"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mk", "Macedonian"),
    ("mn", "Mongolian"),
    ("ms", "Malay"),
    ("my", "Burmese"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("ps", "Pashto"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sh", "Serbo-Croatian"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("tg", "Tajik"),
    ("th", "Thai"),
    ("tk", "Turkmen"),
    ("tr", "Turkish"),
    ("ug", "Uyghur"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

/// Scripts by their codes.
const SCRIPTS: &[(&str, &str)] = &[
    ("Arab", "Arabic script"),
    ("Cyrl", "Cyrillic"),
    ("Grek", "Greek script"),
    ("Hans", "simplified"),
    ("Hant", "traditional"),
    ("Latn", "Latin"),
];

/// A tag in words: `Serbian, Cyrillic` for `sr-Cyrl`. A language that is not known here stays its tag.
#[must_use]
pub fn language_words(tag: &str) -> String {
    let mut parts = tag.split(['-', '_']);
    let code = parts.next().unwrap_or_default().to_ascii_lowercase();
    let Some((_, language)) = LANGUAGES.iter().find(|(known, _)| *known == code) else { return tag.to_owned() };
    let script = parts.find_map(|part| SCRIPTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(part)));
    match script {
        Some((_, script)) => format!("{language}, {script}"),
        None => (*language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::language_words;

    #[test]
    fn tags_become_words() {
        for (tag, words) in [
            ("sr-Cyrl", "Serbian, Cyrillic"),
            ("sr-Latn-RS", "Serbian, Latin"),
            ("zh-Hans", "Chinese, simplified"),
            ("en-GB", "English"),
            ("ru", "Russian"),
            ("tlh", "tlh"),
            ("", ""),
        ] {
            assert_eq!(language_words(tag), words, "{tag}");
        }
    }
}
