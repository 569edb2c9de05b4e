//! The table of any kind of record: rows selected together, cells edited in place, rows moved and copied.

mod bar;
mod copying;
mod editor;
mod fitting;
mod moving;
mod row_menu;
mod selecting;
mod table;
mod typed;

pub(in crate::ui::tabs) use table::{RecordTable, State, table_area};
