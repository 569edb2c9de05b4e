//! The text in the bytes of a file: its encoding is told by a mark, by being UTF-8, else by what letters would come out.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::error::TableError;

/// Bytes as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the mark of its encoding.
    pub text: String,
    /// The encoding that the bytes were read in, by its name on the web (WHATWG Encoding Standard, section 4.2).
    pub encoding: &'static str,
    /// Whether the encoding is a guess from the letters that come out.
    pub is_guess: bool,
    /// Whether bytes had no meaning in the encoding, so that U+FFFD stands for them.
    pub is_lossy: bool,
}

/// The text in the bytes, in the encoding that is asked for, else as they tell.
///
/// # Errors
/// Where the encoding asked for has no such name.
pub fn decode(bytes: &[u8], asked: Option<&str>) -> Result<Decoded, TableError> {
    if let Some(name) = asked {
        let encoding =
            Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| TableError::NoEncoding(name.to_owned()))?;
        let (text, encoding, is_lossy) = encoding.decode(bytes);
        return Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), is_guess: false, is_lossy });
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, is_lossy) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), is_guess: false, is_lossy });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), encoding: "UTF-8", is_guess: false, is_lossy: false });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, is_lossy) = encoding.decode_without_bom_handling(bytes);
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), is_guess: true, is_lossy })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn marks_of_encodings_are_followed_and_taken_off() {
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("Ž;é".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for (bytes, name) in [(utf16, "UTF-16LE"), ("\u{feff}Ž;é".into(), "UTF-8"), ("Ž;é".into(), "UTF-8")] {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.is_lossy), ("Ž;é", name, false));
        }
    }

    #[test]
    fn without_a_mark_the_letters_tell() {
        let serbian = "Ime;Mesto\nAleksandar Vučić;Niš\nŽeljko Đurić;Šabac\nMiloš Čović;Žabalj\n";
        let russian = "Имя;Город\nСергей Иванов;Москва\nАнна Петрова;Воронеж\n";
        let french = "Prénom;Ville\nHélène Lefèvre;Orléans\nFrançois Côté;Besançon\n";
        let chinese = "姓名;城市\n李晓新;北京\n林武;济南\n王小明;上海\n";
        for (text, encoding) in [
            (serbian, encoding_rs::WINDOWS_1250),
            (russian, encoding_rs::WINDOWS_1251),
            (french, encoding_rs::WINDOWS_1252),
            (chinese, encoding_rs::GB18030),
        ] {
            let decoded = decode(&encoded(text, encoding), None).unwrap();
            assert_eq!(decoded.text, text, "{}", decoded.encoding);
            assert!(decoded.is_guess);
        }
    }

    #[test]
    fn an_encoding_that_is_asked_for_is_taken_and_one_that_is_none_is_refused() {
        let bytes = encoded("Š", encoding_rs::WINDOWS_1250);
        assert_eq!(decode(&bytes, Some("windows-1250")).unwrap().text, "Š");
        assert_eq!(decode(&bytes, Some("latin-77")), Err(TableError::NoEncoding("latin-77".to_owned())));
        assert!(decode(&[b'a', 0xff], Some("utf-8")).unwrap().is_lossy);
    }
}
