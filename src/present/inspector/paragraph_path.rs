//! The path by which a paragraph of a source is pointed at.

/// The path by which a paragraph of a source is pointed at.
#[must_use]
pub fn paragraph_path(para: u32) -> String {
    format!("#{para}")
}

/// The paragraph that a path points at, if it is one.
#[must_use]
pub fn paragraph_of(path: &str) -> Option<u32> {
    path.strip_prefix('#').and_then(|number| number.parse().ok())
}
