//! What analysts already have, as records: rows of spreadsheets, lists of references.

mod article_plan;
mod aside_table;
mod brought;
mod doubles;
mod known_rows;
mod plan;
pub mod proposals;
pub mod reference;
mod references_plan;
mod row_doubles;
mod rows;
mod rows_plan;
pub mod table;

pub use article_plan::{ArticleFile, plan_articles};
pub use aside_table::aside_table;
pub use brought::{BROUGHT_ENDINGS, Brought, brought, is_page};
pub use doubles::double_visits;
pub use plan::{Aside, ImportPlan};
pub use references_plan::plan_references;
pub use row_doubles::{DoubleMeant, RowDouble, RowDoubles};
pub use rows_plan::{FileOrigin, plan_rows};

pub use rows::{
    CellReading, CellState, ColumnDates, DateAnswers, DateOrder, DateSpan, DoubtfulName, MappedColumn, Mapping, Mark,
    Meant, NameDoubt, OpenMark, Pasted, RowReading, RowsReading, Target,
};
