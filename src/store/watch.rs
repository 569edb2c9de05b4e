//! Being told when a file may have changed. What is told is only a hint: the content decides.

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

/// The folders of a file, watched as long as this lives. A folder outlives the files in it, which programs replace.
pub struct FileWatch {
    _watcher: RecommendedWatcher,
}

impl fmt::Debug for FileWatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileWatch")
    }
}

impl FileWatch {
    /// Begins to watch; `wake` is called on another thread whenever something happened to the file. `None` where the
    /// system or the disk tells of nothing, as many network drives do not.
    #[must_use]
    pub fn begin(path: &Path, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let path = std::path::absolute(path).ok()?;
        // Through a symbolic link both the link and the file may be replaced.
        let target = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        let places: Vec<(PathBuf, OsString)> = [path, target].iter().filter_map(|path| place_of(path)).collect();
        let names: Vec<OsString> = places.iter().map(|(_, name)| name.clone()).collect();
        let told = move |event: notify::Result<Event>| {
            let concerns = event.is_ok_and(|event| !event.kind.is_access() && is_about(&event, &names));
            if concerns {
                wake();
            }
        };
        let mut watcher = notify::recommended_watcher(told).ok()?;
        for (folder, _) in &places {
            watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Self { _watcher: watcher })
    }
}

fn place_of(path: &Path) -> Option<(PathBuf, OsString)> {
    Some((path.parent()?.to_owned(), path.file_name()?.to_owned()))
}

/// An event that names nothing says that some were lost.
fn is_about(event: &Event, names: &[OsString]) -> bool {
    event.paths.is_empty()
        || event.paths.iter().filter_map(|path| path.file_name()).any(|name| names.iter().any(|own| own == name))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;
    use crate::store;

    #[test]
    fn a_file_that_is_replaced_is_told_of_and_its_neighbours_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
        store::replace(&path, "(title: \"1\")").unwrap();
        let (sender, receiver) = channel();
        let watch = FileWatch::begin(&path, move || {
            let _ = sender.send(());
        });
        // Some systems that tests run on tell of nothing.
        let Some(watch) = watch else { return };
        store::replace(&other, "(title: \"2\")").unwrap();
        store::replace(&path, "(title: \"2\")").unwrap();
        assert!(receiver.recv_timeout(Duration::from_mins(1)).is_ok());
        drop(watch);
        while receiver.recv().is_ok() {}
        assert!(FileWatch::begin(&folder.path().join("none/c.ron"), || ()).is_none());
    }
}
