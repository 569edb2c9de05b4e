//! Writing a briefing whole. The text is read back and compared before a byte reaches the disk.

use std::collections::HashSet;
use std::path::Path;

use super::error::{MAX_FILE_BYTES, OpenError, SaveError};
use super::lock::DocumentLock;
use super::places::places;
use super::source_text::SourceText;
use super::standing;
use super::verify::{ReadRecords, opens_as, verified};
use super::write::{self, Durability, ReadOnly};
use crate::model::{Briefing, Key};
use crate::ron_text::{Base, Copy, KeysMet, LineIndex, can_be_changed, carried, patch, print_briefing, scan};

/// Writes a briefing over a file, or makes the file.
///
/// # Errors
/// Where the text would not read back as this briefing (then nothing is written), or the disk refuses.
pub fn save(path: &Path, briefing: &Briefing) -> Result<Durability, SaveError> {
    write::replace(path, &faithful_text(briefing)?)
}

/// What a briefing's file holds, as it was read or written last: what the next save is worked out from.
#[derive(Debug, Clone, Default)]
pub struct SavedBase {
    base: Base,
    /// What of the text was read before, and need not be again.
    known: ReadRecords,
}

impl SavedBase {
    /// The base of a briefing that was read from a text.
    #[must_use]
    pub fn new(text: &SourceText, briefing: &Briefing) -> Self {
        let base = Base::new(text.shared(), briefing.clone());
        Self { base, known: ReadRecords::of(text, briefing) }
    }

    /// The base of a briefing that says what a text says, whatever it was read with.
    #[must_use]
    pub fn of(text: String, briefing: Briefing) -> Self {
        Self { base: Base::new(text, briefing), known: ReadRecords::default() }
    }

    /// Why a changed briefing cannot be written into this text.
    fn why_not(&self, briefing: &Briefing) -> SaveError {
        let text = self.text();
        let Ok(document) = scan(text) else { return SaveError::NotFaithful };
        let at = |what: String, offset: usize| {
            let (line, _) = LineIndex::new(text).line_and_column(text, offset);
            SaveError::NotInPlace { what, line }
        };
        let mut seen = HashSet::new();
        for field in &document.fields {
            let name = text.get(field.name.range()).unwrap_or("");
            if !seen.insert(name) {
                return at(format!("`{name}`, which is given twice"), field.name.range().start);
            }
        }
        for (key, range, was) in places(text, &document, self.briefing()).into_iter().flatten() {
            let record = text.get(range.clone()).unwrap_or("");
            if briefing.record(key).is_some_and(|is| is != was && !can_be_changed(record, &was, &is)) {
                return at(format!("the record `{}`", was.id()), range.start);
            }
        }
        SaveError::NotFaithful
    }

    /// The line on which a record begins, counted from 1; `None` where the text has another form than the model thinks.
    #[must_use]
    pub fn line_of(&self, key: Key) -> Option<usize> {
        let document = scan(self.text()).ok()?;
        let places = places(self.text(), &document, self.briefing())?;
        let (_, range, _) = places.into_iter().find(|(other, ..)| *other == key)?;
        Some(LineIndex::new(self.text()).line_and_column(self.text(), range.start).0)
    }

    /// What the file holds, and what it says.
    #[must_use]
    pub fn as_copy(&self) -> Copy<'_> {
        Copy { text: self.text(), briefing: self.briefing() }
    }

    /// The base that follows when what this became in a merge is written: this text with what theirs changed in it. Where
    /// their comments and layout cannot be carried over, the values are.
    ///
    /// # Errors
    /// As [`Self::changed`].
    pub fn merged(&self, briefing: &Briefing, base: &Self, theirs: &Self, met: &KeysMet) -> Result<Self, SaveError> {
        let patched = self.changed(briefing)?;
        let text = carried(patched.as_copy(), base.as_copy(), self.as_copy(), theirs.as_copy(), met);
        let Some(text) = text.filter(|text| text != patched.text()) else { return Ok(patched) };
        match verified(&text, briefing, patched.text(), &patched.known) {
            Some(known) => Ok(Self { base: Base::new(text, briefing.clone()), known }),
            None => Ok(patched),
        }
    }

    /// The briefing that changes are worked out from.
    #[must_use]
    pub fn briefing(&self) -> &Briefing {
        self.base.briefing()
    }

    /// What the file holds.
    #[must_use]
    pub fn text(&self) -> &str {
        self.base.text()
    }

    /// The base that follows when a changed briefing is written; its text differs only where the briefing does.
    ///
    /// # Errors
    /// Where the text would not read back as the briefing.
    pub fn changed(&self, briefing: &Briefing) -> Result<Self, SaveError> {
        let base = patch(&self.base, briefing).ok_or_else(|| self.why_not(briefing))?;
        if base.text().len() as u64 > MAX_FILE_BYTES {
            return Err(SaveError::TooLarge);
        }
        let known = verified(base.text(), briefing, self.base.text(), &self.known).ok_or(SaveError::NotFaithful)?;
        Ok(Self { base, known })
    }
}

/// Writes a changed briefing over its file; only what changed is rewritten. The base is then what was written.
///
/// # Errors
/// As [`save`], and where another program is writing it; the file and the base are then as they were.
pub fn save_over(path: &Path, base: &mut SavedBase, briefing: &Briefing) -> Result<Durability, SaveError> {
    let changed = base.changed(briefing)?;
    write_over(&DocumentLock::take(path)?, base, changed, ReadOnly::Stays)
}

/// As [`save_over`], of a file that this program has locked.
///
/// # Errors
/// As [`save`]; the file and the base are then as they were.
pub fn save_locked(lock: &DocumentLock, base: &mut SavedBase, briefing: &Briefing) -> Result<Durability, SaveError> {
    let changed = base.changed(briefing)?;
    write_over(lock, base, changed, ReadOnly::Stays)
}

/// Writes what a file is to hold from now on over a file that this program has locked. One that is marked read-only is
/// replaced where the system lets it be written.
///
/// # Errors
/// As [`save_locked`].
pub fn write_locked(lock: &DocumentLock, base: &mut SavedBase, changed: SavedBase) -> Result<Durability, SaveError> {
    write_over(lock, base, changed, ReadOnly::AsTheSystemSays)
}

fn write_over(
    lock: &DocumentLock,
    base: &mut SavedBase,
    changed: SavedBase,
    read_only: ReadOnly,
) -> Result<Durability, SaveError> {
    let durability = write::replace_unless(lock.path(), changed.text(), read_only, || refuse_if_changed(lock, base))?;
    *base = changed;
    Ok(durability)
}

/// Looks whether a file holds what it held; one that went away comes back, and what is no file is refused on writing.
fn refuse_if_changed(lock: &DocumentLock, base: &SavedBase) -> Result<(), SaveError> {
    match lock.holds(base.text()) {
        Ok(true) => Ok(()),
        Err(OpenError::NotFound | OpenError::NotRegular | OpenError::Folder) => Ok(()),
        Err(OpenError::Denied) => Err(SaveError::Denied),
        Err(OpenError::Io(error)) => Err(error.into()),
        Ok(false) | Err(_) => Err(SaveError::ChangedOnDisk),
    }
}

/// How a copy was written.
#[derive(Debug)]
pub struct Copied {
    /// What the copy holds.
    pub base: SavedBase,
    /// Whether it survives a power cut.
    pub durability: Durability,
    /// Whether the text was printed anew, without its comments, because it could not be patched.
    pub is_anew: bool,
}

/// Writes a changed briefing under another name. Where its text cannot be patched it is printed anew, unless that would
/// go over the file it came from. What is to be replaced is replaced under this name alone: its further names, if it has
/// any, keep what they lead to.
///
/// # Errors
/// As [`save`], and where a file stands there that is not to be replaced.
pub fn save_copy(
    to: &Path,
    from: Option<&Path>,
    base: &SavedBase,
    briefing: &Briefing,
    replace: bool,
) -> Result<Copied, SaveError> {
    let is_same = || from.is_some_and(|from| standing::is_same_file(from, to));
    let (base, is_anew) = match base.changed(briefing) {
        Ok(base) => (base, false),
        Err(SaveError::NotFaithful | SaveError::NotInPlace { .. }) if !is_same() => {
            (SavedBase::of(faithful_text(briefing)?, briefing.clone()), true)
        }
        Err(error) => return Err(error),
    };
    let durability = if replace { write::replace_one_name(to, base.text())? } else { write::create(to, base.text())? };
    Ok(Copied { base, durability, is_anew })
}

/// The text of a briefing, which reads back as that briefing.
///
/// # Errors
/// Where it would not.
pub fn faithful_text(briefing: &Briefing) -> Result<String, SaveError> {
    let text = print_briefing(briefing);
    if opens_as(&text, briefing) { Ok(text) } else { Err(SaveError::NotFaithful) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{SAMPLE, load, says_the_same};

    fn read(text: &str) -> Briefing {
        load(text.to_owned()).map(|loaded| loaded.briefing).map_err(|(error, _)| error).unwrap()
    }

    #[test]
    fn the_sample_is_written_as_it_was_read() {
        let briefing = read(SAMPLE);
        let text = faithful_text(&briefing).unwrap();
        assert!(says_the_same(&read(&text), &briefing));
        assert_eq!(faithful_text(&read(&text)).unwrap(), text, "writing again changes nothing");
    }

    #[test]
    fn unknown_fields_and_unreadable_records_are_written_as_they_came() {
        let text = r#"(
            title: "T", colour: (red: 1, green: [2, "three"]),
            actors: [
                (id: "a", kind: Person, name: "A", shoe_size: 43),
                (id: "b", kind: Alien /* sic */, name: "B"),
                (id: "c", kind: Person, name: "C", names: [(text: "Ц", lang: "sr", spoken: Yes(1))]),
            ],
            sources: [(id: "s", publisher: "P", published: (edtf: "2024", mood: "odd"))],
        )"#;
        let written = faithful_text(&read(text)).unwrap();
        for kept in [
            "colour: (red: 1, green: [2, \"three\"])",
            "shoe_size: 43",
            "(id: \"b\", kind: Alien /* sic */, name: \"B\")",
            "spoken: Yes(1)",
            "mood: \"odd\"",
        ] {
            assert!(written.contains(kept), "{kept} is lost from\n{written}");
        }
        let (a, b, c) = (written.find("\"a\""), written.find("\"b\""), written.find("\"c\""));
        assert!(a < b && b < c, "the unreadable record keeps its place");
    }

    #[test]
    fn a_file_is_saved_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("briefing.ron");
        let briefing = read(SAMPLE);
        assert_eq!(save(&path, &briefing).unwrap(), Durability::Sure);
        let text = super::super::read_file(&path).unwrap();
        assert!(says_the_same(&read(&text), &briefing));
    }
}
