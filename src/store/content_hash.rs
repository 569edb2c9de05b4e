//! What tells one content from another.

use std::hash::Hasher as _;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

/// The hash of a content (SipHash-1-3, 128 bits), in hexadecimal.
#[must_use]
pub fn content_hash(content: impl AsRef<[u8]>) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(content.as_ref());
    format!("{:032x}", hasher.finish128().as_u128())
}
