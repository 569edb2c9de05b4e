//! The text in the bytes of a file: its encoding is told by a mark, by being UTF-8, else by what letters would come out.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

use super::error::TableError;

/// The encoding that a text was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadAs {
    /// Its name on the web (WHATWG Encoding Standard, section 4.2).
    pub encoding: &'static str,
    /// Whether it is a guess from the letters that come out.
    pub is_guess: bool,
    /// Whether bytes had no meaning in it, so that U+FFFD stands for them.
    pub is_lossy: bool,
}

impl ReadAs {
    /// What a person should know of it: that it is a guess, and what is lost.
    #[must_use]
    pub fn remarks(self) -> Vec<String> {
        let encoding = self.encoding;
        let guess = self.is_guess.then(|| format!("Read as {encoding}, a guess from its letters"));
        guess.into_iter().chain(self.loss()).collect()
    }

    /// What is lost, and what to do.
    #[must_use]
    pub fn loss(self) -> Option<String> {
        let encoding = self.encoding;
        self.is_lossy.then(|| {
            format!(
                "Some bytes have no meaning in {encoding}; \u{fffd} stands for them. Say which encoding the file is in, or \
                 save it as UTF-8"
            )
        })
    }
}

/// Bytes as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without the mark of its encoding.
    pub text: String,
    /// The encoding that the bytes were read in.
    pub read_as: ReadAs,
}

impl Decoded {
    fn new(text: impl Into<String>, encoding: &'static Encoding, is_guess: bool, is_lossy: bool) -> Self {
        Self { text: text.into(), read_as: ReadAs { encoding: encoding.name(), is_guess, is_lossy } }
    }
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
        return Ok(Decoded::new(text, encoding, false, is_lossy));
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, is_lossy) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return Ok(Decoded::new(text, encoding, false, is_lossy));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, is_lossy) = encoding.decode_without_bom_handling(bytes);
        return Ok(Decoded::new(text, encoding, true, is_lossy));
    }
    if is_no_text(bytes) {
        return Err(TableError::NoText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded::new(text, encoding_rs::UTF_8, false, false));
    }
    if let Some(encoding) = told_by_page(bytes) {
        let (text, is_lossy) = encoding.decode_without_bom_handling(bytes);
        return Ok(Decoded::new(text, encoding, is_lossy, is_lossy));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, is_lossy) = encoding.decode_without_bom_handling(bytes);
    Ok(Decoded::new(text, encoding, true, is_lossy))
}

/// So many bytes at the beginning of a page tell its encoding (HTML Living Standard, section 13.2.3.2).
const BYTES_OF_HEAD: usize = 1024;

/// The encoding that a page of the web says it is in.
fn told_by_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..BYTES_OF_HEAD.min(bytes.len()))?;
    let head: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let (before, label) = head.split_once("charset=").filter(|_| head.trim_start().starts_with('<'))?;
    before.rfind("<meta").filter(|tag| !before[*tag..].contains('>'))?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(['"', '\'', ' ', ';', '>', '/']).unwrap_or(label.len());
    // Bytes that are no UTF-8 say that it is none.
    Encoding::for_label(&label.as_bytes()[..end])
        .filter(|told| *told != encoding_rs::UTF_8 && told.is_ascii_compatible())
}

/// So many bytes at most tell whether they are a text.
const BYTES_ASKED: usize = 64 * 1024;

/// UTF-16 without its mark: every other byte of plain letters is nought.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let asked = bytes.get(..BYTES_ASKED.min(bytes.len())).unwrap_or_default();
    let noughts = |from: usize| asked.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (noughts(0), noughts(1), asked.len() / 2);
    let is_most = |some: usize, few: usize| some * 2 > pairs && few * 20 < pairs;
    match () {
        () if is_most(odd, even) => Some(encoding_rs::UTF_16LE),
        () if is_most(even, odd) => Some(encoding_rs::UTF_16BE),
        () => None,
    }
}

/// Whether bytes are a picture, a program, anything but a text: more than a stray sign among them has no letter in any
/// encoding.
fn is_no_text(bytes: &[u8]) -> bool {
    let asked = bytes.get(..BYTES_ASKED.min(bytes.len())).unwrap_or_default();
    let is_strange = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    let strange = asked.iter().filter(is_strange).count();
    strange > 2 && strange * 50 > asked.len()
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
            assert_eq!(
                (decoded.text.as_str(), decoded.read_as.encoding, decoded.read_as.is_lossy),
                ("Ž;é", name, false)
            );
        }
    }

    #[test]
    fn what_is_no_text_is_refused_and_a_stray_sign_is_not() {
        let picture: Vec<u8> =
            b"\x89PNG\r\n".iter().copied().chain((0..4000_u32).map(|n| (n * 7 % 251) as u8)).collect();
        assert_eq!(decode(&picture, None), Err(TableError::NoText));
        assert_eq!(decode(b"Visitors,To\nA\0da,US\n", None).unwrap().read_as.encoding, "UTF-8");
        // Who says the encoding is believed.
        assert!(decode(&picture, Some("windows-1252")).is_ok());
    }

    #[test]
    fn utf_16_without_its_mark_is_seen() {
        for (to_bytes, name) in [(u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16LE"), (u16::to_be_bytes, "UTF-16BE")] {
            let bytes: Vec<u8> = "Visitors;To\nŽeljko;RS\n".encode_utf16().flat_map(to_bytes).collect();
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(
                (decoded.text.as_str(), decoded.read_as.encoding, decoded.read_as.is_guess),
                ("Visitors;To\nŽeljko;RS\n", name, true)
            );
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
            assert_eq!(decoded.text, text, "{}", decoded.read_as.encoding);
            assert!(decoded.read_as.is_guess);
        }
    }

    #[test]
    fn an_encoding_that_is_asked_for_is_taken_and_one_that_is_none_is_refused() {
        let bytes = encoded("Š", encoding_rs::WINDOWS_1250);
        assert_eq!(decode(&bytes, Some("windows-1250")).unwrap().text, "Š");
        assert_eq!(decode(&bytes, Some("latin-77")), Err(TableError::NoEncoding("latin-77".to_owned())));
        assert!(decode(&[b'a', 0xff], Some("utf-8")).unwrap().read_as.is_lossy);
    }

    #[test]
    fn a_page_says_its_encoding_itself_unless_it_is_wrong() {
        let words = "<p>Мост je отворен</p>";
        for (head, is_told) in [
            ("<html><head><meta charset=\"windows-1251\">", true),
            ("<html><META http-equiv=content-type content='text/html; charset=windows-1251'>", true),
            ("<html><meta charset=utf-8>", false),
            ("<html><p>charset=koi8-r</p>", false),
            ("charset=koi8-r", false),
        ] {
            let bytes = encoded(&format!("{head}{words}"), encoding_rs::WINDOWS_1251);
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.read_as.is_guess, !is_told, "{head}");
            assert!(!is_told || decoded.text.contains(words), "{head}: {}", decoded.text);
        }
    }
}
