//! The lines of `.gitattributes` that give briefings to Dateline: added and taken out so that nothing else changes.

/// By which settings briefings are merged and compared.
const ENDING: &str = " merge=dateline diff=dateline";
/// The files that are briefings by their name.
pub(super) const BY_NAME: &str = "*.briefing.ron";
/// Every file in RON.
pub(super) const EVERY: &str = "*.ron";

/// The line for files of a pattern.
pub(super) fn line(pattern: &str) -> String {
    format!("{pattern}{ENDING}")
}

/// The pattern of one file, by its path from the top of the work tree.
pub(super) fn pattern_of(path: &str) -> String {
    let mut pattern = String::from("/");
    for c in path.chars() {
        if matches!(c, '*' | '?' | '[' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    let is_plain = !pattern.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"');
    // As gitattributes has it, in the manner of C.
    if is_plain { pattern } else { format!("\"{}\"", pattern.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// Which of the lines a text has not.
pub(super) fn missing(text: Option<&str>, lines: &[String]) -> Vec<String> {
    let has = |line: &String| text.is_some_and(|text| text.lines().any(|other| other == line));
    lines.iter().filter(|line| !has(line)).cloned().collect()
}

/// The text with lines. What does not end its last line gets an end there, and keeps it, since whoever adds a line after
/// these would else make one of two.
pub(super) fn with_lines(text: Option<&str>, lines: &[String]) -> String {
    let Some(text) = text else { return lines.iter().map(|line| format!("{line}\n")).collect() };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let block = lines.join(end);
    let between = if text.is_empty() || text.ends_with('\n') { "" } else { end };
    format!("{text}{between}{block}{end}")
}

/// The text without the lines of this program, `None` where it has none.
pub(super) fn without_lines(text: &str) -> Option<String> {
    let is_ours = |line: &&str| line.trim_end_matches(['\r', '\n']).ends_with(ENDING);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !lines.iter().any(is_ours) {
        return None;
    }
    Some(lines.into_iter().filter(|line| !is_ours(line)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_go_as_they_came() {
        let lines = [line(BY_NAME), line("/log.ron")];
        for before in ["*.png binary\n", "*.png binary", "# a\r\n*.png binary\r\n", "a\r\nb", "\n"] {
            let with = with_lines(Some(before), &lines);
            assert_eq!(missing(Some(&with), &lines), Vec::<String>::new(), "{before:?}");
            assert!(with.ends_with('\n'), "{before:?}");
            let end = if before.ends_with('\n') {
                ""
            } else if before.contains("\r\n") {
                "\r\n"
            } else {
                "\n"
            };
            assert_eq!(without_lines(&with), Some(format!("{before}{end}")));
        }
        assert_eq!(without_lines(&with_lines(None, &lines)).as_deref(), Some(""), "nothing is left of a new file");
        assert_eq!(without_lines("*.ron merge=other\n"), None);
    }

    #[test]
    fn a_path_is_a_pattern_that_fits_it_alone() {
        assert_eq!(pattern_of("desk/log.ron"), "/desk/log.ron");
        assert_eq!(pattern_of("my log.ron"), "\"/my log.ron\"");
        assert_eq!(pattern_of("a[1].ron"), "/a\\[1].ron");
    }
}
