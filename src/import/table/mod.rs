//! Rows of cells out of whatever holds them: delimited text, spreadsheets, tables in Markdown and HTML.

mod archive;
mod decode;
mod delimited;
mod error;
mod file;
mod html;
mod markdown;
mod ods;
mod rows;
mod shown_date;
mod workbook;
mod xlsx;
mod xlsx_value;

pub use decode::{Decoded, ReadAs, decode};
pub use delimited::{Delimiter, read_delimited};
pub use error::TableError;
pub use file::{TableFile, TableOptions, read_file_bytes, read_text};
pub use html::is_table as is_table_in_html;
pub use rows::{Row, Table};
