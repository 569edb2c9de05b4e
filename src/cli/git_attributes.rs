//! The line of `.gitattributes` that gives briefings to Dateline: added and taken out so that nothing else changes.

/// Which files, and by which settings they are merged and compared.
pub(super) const LINE: &str = "*.ron merge=dateline diff=dateline";

/// The text with the line, `None` where it has it. A text that does not end its last line will not do so either, so
/// that [`without_line`] finds it as it was.
pub(super) fn with_line(text: Option<&str>) -> Option<String> {
    let Some(text) = text else { return Some(format!("{LINE}\n")) };
    if text.lines().any(|line| line == LINE) {
        return None;
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Some(if text.ends_with('\n') { format!("{text}{LINE}{end}") } else { format!("{text}{end}{LINE}") })
}

/// The text without the line, `None` where it has none.
pub(super) fn without_line(text: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let place = lines.iter().position(|line| line.trim_end_matches(['\r', '\n']) == LINE)?;
    let ended_nothing = !lines[place].ends_with('\n');
    lines.remove(place);
    let text = lines.concat();
    if !ended_nothing {
        return Some(text);
    }
    let rest = text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n'));
    Some(rest.unwrap_or(&text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_goes_as_it_came() {
        for before in ["*.png binary\n", "*.png binary", "# a\r\n*.png binary\r\n", "a\r\nb", "\n"] {
            let with = with_line(Some(before)).unwrap();
            assert!(with.lines().any(|line| line == LINE), "{before:?}");
            assert_eq!(with_line(Some(&with)), None, "once only");
            assert_eq!(without_line(&with).as_deref(), Some(before));
        }
        assert_eq!(without_line(&with_line(None).unwrap()).as_deref(), Some(""), "nothing is left of a new file");
        assert_eq!(without_line("*.ron merge=other\n"), None);
    }
}
