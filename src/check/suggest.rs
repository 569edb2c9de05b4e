//! What somebody may have meant to write.

/// Nobody mistypes a name longer than this, and to compare two takes time by the product of their lengths.
const MOST_BYTES: usize = 400;

/// The candidate nearest in spelling, the first of several; none that differs in more than a third of its letters,
/// capitals aside.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MOST_BYTES {
        return None;
    }
    let letters = word.chars().count();
    // Of one or two letters nothing would be left to tell what was meant.
    let at_most = if letters < 3 { 0 } else { letters / 3 };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // Bytes are at least letters, so this leaves out only what is too long or too short in any case.
        if candidate.is_empty()
            || candidate.len() > 4 * (letters + at_most)
            || word.len() > 4 * candidate.len() + at_most
        {
            continue;
        }
        let distance = strsim::osa_distance(&word.to_lowercase(), &candidate.to_lowercase());
        if distance <= at_most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// `Did you mean …?`, or nothing.
pub(super) fn did_you_mean(candidate: Option<&str>) -> String {
    candidate.map(|candidate| format!("Did you mean `{candidate}`?")).unwrap_or_default()
}
