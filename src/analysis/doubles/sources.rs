//! What tells that two sources are one: the same address, or the same title of the same publisher.

use crate::index::fold;

/// What is compared of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFace {
    /// Its address, without what does not tell two pages apart.
    pub address: String,
    /// Its title, folded.
    pub title: String,
    /// Its publisher, folded.
    pub publisher: String,
}

impl SourceFace {
    /// What is compared of a source of this address, title and publisher.
    #[must_use]
    pub fn new(url: &str, title: &str, publisher: &str) -> Self {
        Self { address: plain_address(url), title: fold(title.trim()), publisher: fold(publisher.trim()) }
    }

    /// Whether two sources of one title may be one: one of them has no address, so that none tells them apart.
    #[must_use]
    pub fn is_not_told_apart(&self, other: &Self) -> bool {
        self.address.is_empty() || other.address.is_empty() || self.address == other.address
    }
}

/// An address without what does not tell two pages apart.
#[must_use]
pub fn plain_address(url: &str) -> String {
    let rest = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default().trim_end_matches('/');
    rest.strip_prefix("www.").unwrap_or(rest).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_has_one_address() {
        for same in ["http://www.Example.org/a/", "https://example.org/a#top", " example.org/a "] {
            assert_eq!(plain_address(same), "example.org/a", "{same}");
        }
        assert_ne!(plain_address("https://example.org/a?page=2"), plain_address("https://example.org/a"));
    }
}
