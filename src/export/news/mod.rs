//! What is new between two versions of a briefing: sentences, the weightiest first.

mod changed;
mod dates;
mod gone_and_new;
mod sentence;
mod write;

pub use write::{news, news_for, news_to_markdown};
