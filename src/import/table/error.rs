//! Why a file gives no table.

/// Why a file gives no table, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// There is nothing in it.
    #[error("The file is empty")]
    Empty,
    /// It holds no row with anything in it.
    #[error("The file holds no rows")]
    NoRows,
    /// A row reaches beyond the last column of a spreadsheet.
    #[error("Row {row} has more than 16,384 columns; is the file parted by another sign?")]
    TooManyColumns {
        /// Its number, from 1.
        row: usize,
    },
    /// It has more rows than a spreadsheet.
    #[error("The table has more than 1,048,576 rows; part the file")]
    TooManyRows,
    /// Its cells hold more than is read at once.
    #[error("Row {row} brings the table over what is read at once (20,000,000 cells, 512 MiB); part the file")]
    TooLarge {
        /// The number of the row that went beyond, from 1.
        row: usize,
    },
    /// It unpacks to more than is read at once.
    #[error("The file unpacks to more than 512 MiB, so it is not read; save the sheet as CSV")]
    Bomb,
    /// It is encrypted.
    #[error("The file is protected by a password; open it in its program and save a copy without one")]
    Password,
    /// It has no sheet of the name that was asked for.
    #[error("There is no sheet “{asked}”; there are: {there}")]
    NoSheet {
        /// The name asked for.
        asked: String,
        /// The names of those that are there.
        there: String,
    },
    /// The program that wrote it keeps its tables in a form that is not read.
    #[error("{0} is not read; save it as XLSX, ODS or CSV")]
    OtherFormat(&'static str),
    /// No encoding has this name.
    #[error("There is no encoding “{0}”; write its name as browsers do, such as windows-1250")]
    NoEncoding(String),
    /// Its bytes are those of a picture, a program or something else.
    #[error("The file is no text, and none of the spreadsheets that are read; save its table as XLSX, ODS or CSV")]
    NoText,
    /// It does not hold what its kind should.
    #[error("The file is damaged: {0}; open it in its program and save it again")]
    Damaged(String),
}
