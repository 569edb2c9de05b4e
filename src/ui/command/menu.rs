//! The menus, and where in them commands stand.

/// The menus of the top bar, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// Files.
    File,
    /// What is selected.
    Edit,
    /// New records.
    Insert,
    /// The rows of a table.
    Rows,
    /// What is true of the records.
    Review,
    /// What is seen.
    View,
    /// Learning.
    Help,
}

impl Menu {
    /// All menus.
    pub const ALL: &'static [Self] =
        &[Self::File, Self::Edit, Self::Insert, Self::Rows, Self::Review, Self::View, Self::Help];

    /// Its name.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Insert => "Insert",
            Self::Rows => "Rows",
            Self::Review => "Review",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}
