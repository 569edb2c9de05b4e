//! The samples that are part of the program.

/// The briefing made from one news article on a visit to Serbia.
pub const SAMPLE: &str = include_str!("../../assets/samples/serbia-china-2024.ron");
