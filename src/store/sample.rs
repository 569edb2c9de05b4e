//! The samples that are part of the program.

/// The briefing made from one news article on a visit to Serbia.
pub const SAMPLE: &str = include_str!("../../assets/samples/serbia-china-2024.ron");

/// The briefing made from an article on two made-up countries, which is held whole.
pub const SAMPLE_HELD: &str = include_str!("../../assets/samples/river-visits-2023.ron");
