//! What a person is in an organisation.

use super::record::record;
use super::{Id, Place, When};

record! {
    /// What a person is in an organisation, and when.
    pub struct Role {
        /// Who.
        required person: Id,
        /// Where.
        required org: Id,
        /// As what.
        required title: String,
        /// For which area, where not the whole.
        optional area: Option<Place>,
        /// When it held.
        optional valid: Option<When>,
    }
}
