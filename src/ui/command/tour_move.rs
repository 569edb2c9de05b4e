//! Where a person goes in the tour.

/// Where a person goes in the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourMove {
    /// To what comes next.
    Next,
    /// To what came before.
    Back,
    /// Out of it.
    End,
}
