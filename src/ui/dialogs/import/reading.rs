//! Reading the files that are brought in, on a thread.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::import::table::{ReadAs, TableError, TableOptions};
use crate::import::{ArticleFile, Brought, FileOrigin, ImportPlan, brought, plan_articles, plan_references};
use crate::index::Reader;
use crate::store::{self, OpenError};
use crate::ui::dialogs::paste::FileOfRows;

/// What files give.
#[derive(Debug, Default)]
pub(super) struct FilesRead {
    /// What lists of references and articles bring.
    pub(super) sources: Vec<FileOfSources>,
    /// The files of rows; each is shown by itself, for a person says what its columns are.
    pub(super) of_rows: Vec<PathBuf>,
    /// The rows of the first of them.
    pub(super) first: Option<Box<FileOfRows>>,
    /// The files that could not be read, and why.
    pub(super) failed: Vec<(PathBuf, NotRead)>,
}

/// A list of references, or an article.
#[derive(Debug)]
pub(super) struct FileOfSources {
    pub(super) path: PathBuf,
    /// What it brings.
    pub(super) plan: ImportPlan,
    /// The encoding that it was read in.
    pub(super) read_as: ReadAs,
}

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotRead {
    /// It cannot be opened.
    #[error("{0}")]
    NotOpened(OpenError),
    /// It holds nothing that can be brought in.
    #[error("{0}")]
    NotUnderstood(TableError),
}

impl FilesRead {
    /// Whether there is nothing to tell but rows.
    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.failed.is_empty()
    }
}

/// The encodings that a person said, by the paths of their files.
pub(super) type Encodings = BTreeMap<PathBuf, String>;

/// Reads files, and works out what they bring into a briefing.
pub(super) fn read(paths: &[PathBuf], options: &TableOptions, encodings: &Encodings, reader: &Reader) -> FilesRead {
    let mut read = FilesRead::default();
    let mut articles = Vec::new();
    let mut of_articles = Vec::new();
    for path in paths {
        let name = name_of(path);
        let encoding = encodings.get(path).or(options.encoding.as_ref()).cloned();
        let options = TableOptions { encoding, ..options.clone() };
        match read_one(path, &options) {
            Ok(Brought::References(_, references, read_as)) => {
                let mut plan = plan_references(reader, &references);
                plan.remarks.splice(..0, read_as.remarks());
                read.sources.push(FileOfSources { path: path.clone(), plan, read_as });
            }
            Ok(Brought::Article(text)) => {
                of_articles.push((path.clone(), text.read_as));
                articles.push(ArticleFile { name, text });
            }
            Ok(Brought::Rows(file)) => {
                read.of_rows.push(path.clone());
                read.first.get_or_insert_with(|| {
                    let origin = FileOrigin { name, accessed: store::today() };
                    Box::new(FileOfRows { origin, path: path.clone(), file, options })
                });
            }
            Err(why) => read.failed.push((path.clone(), why)),
        }
    }
    let plans = plan_articles(reader, &articles, &store::today());
    let of_articles = of_articles.into_iter().zip(plans);
    read.sources.extend(of_articles.map(|((path, read_as), plan)| FileOfSources { path, plan, read_as }));
    read
}

fn read_one(path: &Path, options: &TableOptions) -> Result<Brought, NotRead> {
    let bytes = store::read_bytes(path).map_err(NotRead::NotOpened)?;
    brought(&name_of(path), &bytes, options).map_err(NotRead::NotUnderstood)
}

/// The name of a file.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
