//! RIS (Research Information Systems, by tags of two letters): `TY  - NEWS` to `ER  -`.

use super::date;
use super::entry::{Reference, ReferenceProblem, References};
use super::words;

/// The references of a list.
pub(super) fn read(text: &str) -> References {
    let mut references = References::default();
    let mut open: Option<Reference> = None;
    let mut last: Option<String> = None;
    for (number, line) in text.lines().enumerate() {
        let Some((tag, value)) = tag_of(line) else {
            // A long value goes on in lines without a tag.
            if let (Some(entry), Some(tag)) = (&mut open, &last)
                && !line.trim().is_empty()
            {
                go_on(entry, tag, line.trim());
            }
            continue;
        };
        match (tag, &mut open) {
            ("TY", before) => {
                if let Some(unfinished) = before.take() {
                    close(&mut references, unfinished);
                }
                open = Some(Reference { line: number + 1, kind: words::kind(value), ..Reference::default() });
            }
            ("ER", entry) => {
                if let Some(done) = entry.take() {
                    close(&mut references, done);
                }
            }
            (tag, Some(entry)) => set(entry, tag, value),
            (_, None) => {
                let reason = format!("`{tag}` stands outside a reference; each begins with TY and ends with ER");
                references.problems.push(ReferenceProblem { line: number + 1, reason });
            }
        }
        last = Some(tag.to_owned());
    }
    references.entries.extend(open);
    references
}

fn close(references: &mut References, entry: Reference) {
    references.entries.push(entry);
}

/// The tag and the value of a line.
pub(super) fn tag_of(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let mut letters = tag.chars();
    let fits = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let value = rest.trim_start_matches(' ').strip_prefix('-')?;
    let has_spaces = rest.starts_with("  -") || rest.starts_with(" -");
    (fits && has_spaces).then(|| (tag, value.trim()))
}

fn set(entry: &mut Reference, tag: &str, value: &str) {
    let place = match tag {
        "ID" => Some(&mut entry.key),
        "TI" | "T1" | "CT" => Some(&mut entry.title),
        "T2" | "JO" | "JF" | "JA" | "J2" | "BT" => Some(&mut entry.container),
        "PB" => Some(&mut entry.publisher),
        "UR" | "L2" | "LK" => Some(&mut entry.url),
        _ => None,
    };
    if let Some(place) = place {
        if place.is_empty() {
            value.clone_into(place);
        } else if place != value {
            entry.note_further(&label(tag), value);
        }
        return;
    }
    match tag {
        "AU" | "A1" => entry.authors.push(words::first_name_first(value)),
        "DO" if entry.url.is_empty() => entry.url = format!("https://doi.org/{value}"),
        "LA" => entry.lang = words::language(value),
        "DA" | "PY" | "Y1" => {
            let (edtf, remark) = slashed(value);
            // The day of DA says more than the year of PY, whichever comes first.
            if edtf.len() > entry.published.len() {
                entry.published = edtf;
            }
            entry.note("Date", &remark);
        }
        "Y2" => match slashed(value) {
            (edtf, words) if edtf.is_empty() => entry.note("Read on", &words),
            (edtf, _) => entry.accessed = edtf,
        },
        "AB" | "N2" => entry.note("Abstract", value),
        "N1" | "RN" => entry.note("", &words::without_tags(value)),
        // Where a copy lies on somebody's disk.
        "L1" | "L4" => {}
        _ => entry.note_further(&label(tag), value),
    }
}

/// What a tag that no field takes is called in the note.
fn label(tag: &str) -> String {
    match tag {
        "KW" => "Keywords",
        "A2" | "A3" | "A4" | "ED" => "Further names",
        "VL" => "Volume",
        "IS" => "Number",
        "SP" => "First page",
        "EP" => "Last page",
        "CY" | "PP" => "Place",
        "SN" => "ISSN or ISBN",
        "DO" => "DOI",
        "M3" => "Type",
        "ST" => "Short title",
        "ET" => "Edition",
        "TI" | "T1" | "CT" => "Further title",
        "T2" | "JO" | "JF" | "JA" | "J2" | "BT" => "Appeared in",
        "UR" | "L2" | "LK" => "Also at",
        "PB" => "Publisher",
        other => other,
    }
    .to_owned()
}

fn go_on(entry: &mut Reference, tag: &str, line: &str) {
    match tag {
        "TI" | "T1" | "CT" => {
            entry.title.push(' ');
            entry.title.push_str(line);
        }
        "AB" | "N2" | "N1" | "RN" => match entry.notes.last_mut() {
            Some(note) => {
                note.push('\n');
                note.push_str(line);
            }
            None => entry.note("", line),
        },
        "L1" | "L4" => {}
        _ => entry.note_further(&label(tag), line),
    }
}

/// `2024/10/14/evening edition`: the date in EDTF, and what stands behind it.
fn slashed(value: &str) -> (String, String) {
    let mut parts = value.splitn(4, '/');
    let mut number = || parts.next().map(str::trim).filter(|part| !part.is_empty()).map(str::parse::<i64>);
    if let Some(Ok(year)) = number() {
        let (month, day) = (number(), number());
        let rest = parts.next().unwrap_or_default();
        let told = |part: Option<Result<i64, _>>| part.and_then(Result::ok);
        let edtf = date::of_numbers(Some(year), told(month), told(day));
        if let Ok(edtf) = date::read(&edtf) {
            return (edtf, rest.trim().to_owned());
        }
    }
    match date::read(value) {
        Ok(edtf) => (edtf, String::new()),
        Err(words) => (String::new(), words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceKind;

    const LIST: &str = "TY  - NEWS\r\nID  - gaz1\r\nTI  - A bridge\r\n over the river\r\nT2  - The Gazette\r\n\
        AU  - Berg, Anna\r\nAU  - Nil, Bo\r\nPY  - 2024\r\nDA  - 2024/10/14/evening edition\r\nUR  - https://example.org/1\r\n\
        N1  - <p>“It will stand for ever,” she said</p>\r\nER  - \r\n\r\nTY  - RPRT\r\nTI  - No end\r\nPY  - 2023///\r\n";

    #[test]
    fn tags_become_fields() {
        let references = read(LIST);
        assert!(references.problems.is_empty());
        let [first, second] = references.entries.as_slice() else { panic!("{references:?}") };
        assert_eq!((first.key.as_str(), first.kind), ("gaz1", Some(SourceKind::NewsArticle)));
        assert_eq!(first.title, "A bridge over the river");
        assert_eq!(first.authors, ["Anna Berg", "Bo Nil"]);
        assert_eq!(first.published, "2024-10-14");
        assert_eq!(first.notes, ["Date: evening edition", "“It will stand for ever,” she said"]);
        assert_eq!((second.title.as_str(), second.published.as_str()), ("No end", "2023"));
    }

    #[test]
    fn a_stray_tag_is_told_with_its_line() {
        let references = read("AU  - Nobody\nTY  - NEWS\nTI  - A\nER  - \n");
        assert_eq!((references.problems.len(), references.problems[0].line), (1, 1));
        assert_eq!(references.entries.len(), 1);
        assert_eq!(tag_of("TYX - a"), None);
        assert_eq!(tag_of("é"), None);
    }

    #[test]
    fn what_no_field_takes_is_noted() {
        let list = "TY  - NEWS\nTI  - A\nUR  - https://example.org/1\nUR  - https://example.org/2\nKW  - China\nKW  - Serbia\n\
            VL  - 3\nXX  - odd\nL1  - C:/me/a.pdf\nY2  - last week\nER  - \n";
        let notes = &read(list).entries[0].notes;
        assert_eq!(
            *notes,
            ["Also at: https://example.org/2", "Keywords: China; Serbia", "Volume: 3", "XX: odd", "Read on: last week"]
        );
    }
}
