//! Reading the files that are brought in, on a thread.

use std::path::{Path, PathBuf};

use crate::import::table::TableOptions;
use crate::import::{ArticleFile, Brought, FileOrigin, ImportPlan, brought, plan_articles, plan_references};
use crate::index::Reader;
use crate::store;
use crate::ui::dialogs::paste::FileOfRows;

/// What files give.
#[derive(Debug, Default)]
pub(super) struct FilesRead {
    /// What lists of references and articles bring, by the names of their files.
    pub(super) sources: Vec<(String, ImportPlan)>,
    /// The files of rows; each is shown by itself, for a person says what its columns are.
    pub(super) of_rows: Vec<PathBuf>,
    /// The rows of the first of them.
    pub(super) first: Option<Box<FileOfRows>>,
    /// The names of the files that could not be read, and why.
    pub(super) failed: Vec<(String, String)>,
}

impl FilesRead {
    /// Whether there is nothing to tell but rows.
    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.failed.is_empty()
    }
}

/// Reads files, and works out what they bring into a briefing.
pub(super) fn read(paths: &[PathBuf], options: &TableOptions, reader: &Reader) -> FilesRead {
    let mut read = FilesRead::default();
    let mut articles = Vec::new();
    for path in paths {
        let name = name_of(path);
        match read_one(path, options) {
            Ok(Brought::References(_, references, remarks)) => {
                let mut plan = plan_references(reader, &references);
                plan.remarks.splice(..0, remarks);
                read.sources.push((name, plan));
            }
            Ok(Brought::Article(text)) => articles.push(ArticleFile { name, text }),
            Ok(Brought::Rows(file)) => {
                read.of_rows.push(path.clone());
                read.first.get_or_insert_with(|| {
                    let origin = FileOrigin { name, accessed: store::today() };
                    Box::new(FileOfRows { origin, path: path.clone(), file, options: options.clone() })
                });
            }
            Err(why) => read.failed.push((name, why)),
        }
    }
    let plans = plan_articles(reader, &articles, &store::today());
    read.sources.extend(articles.into_iter().map(|article| article.name).zip(plans));
    read
}

fn read_one(path: &Path, options: &TableOptions) -> Result<Brought, String> {
    let bytes = store::read_bytes(path).map_err(|error| error.to_string())?;
    brought(&name_of(path), &bytes, options).map_err(|error| error.to_string())
}

/// The name of a file.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
