//! The walls of the house: who may know whom. Held here since the compiler does not.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod imports;

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order that data flows: each may use those before it, and none after it.
const ROOMS: &[&str] = &[
    "model", "ron_text", "index", "analysis", "language", "phrase", "extract", "check", "store", "document", "edit",
    "present", "import", "export", "sample", "ui", "cli",
];

#[expect(clippy::disallowed_methods, reason = "the test reads the sources it holds to account")]
fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![src.join(room)];
    let alone = src.join(format!("{room}.rs"));
    if alone.is_file() {
        files.push(alone);
    }
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                files.push(path);
            }
        }
    }
    assert!(!files.is_empty(), "the room {room} is not where this test looks for it");
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// The code of a file without its comments and without its tests at the end.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    before_tests.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_room_reaches_back_up() {
    for (place, room) in ROOMS.iter().enumerate() {
        for (path, text) in sources(room) {
            let code = code(&text);
            for later in &ROOMS[place + 1..] {
                let reached = code.contains(&format!("crate::{later}::")) || code.contains(&format!("crate::{later};"));
                assert!(!reached, "{} uses `{later}`, which comes after `{room}`", path.display());
            }
        }
    }
}

#[test]
fn only_the_window_knows_egui() {
    for room in ROOMS.iter().filter(|room| **room != "ui") {
        for (path, text) in sources(room) {
            let code = code(&text);
            let found = ["egui", "eframe"].iter().find(|name| code.contains(&format!("{name}::")));
            assert!(found.is_none(), "{} names {}", path.display(), found.unwrap_or(&""));
        }
    }
}

#[test]
fn only_the_store_touches_files_and_the_clock() {
    for room in ROOMS.iter().filter(|room| **room != "store") {
        for (path, text) in sources(room) {
            let code = code(&text);
            let found = ["std::fs", "SystemTime", "jiff::"].iter().find(|name| code.contains(**name));
            assert!(found.is_none(), "{} names {}", path.display(), found.unwrap_or(&""));
        }
    }
}

#[test]
fn colours_and_fonts_are_named_in_the_theme_only() {
    for (path, text) in sources("ui") {
        if path.components().any(|part| part.as_os_str() == "theme") {
            continue;
        }
        let code = code(&text);
        for name in ["Color32::from_rgb", "Color32::from_hex", "FontId::new", "FontFamily::"] {
            assert!(!code.contains(name), "{} names {name}; the theme does", path.display());
        }
    }
}

#[test]
fn views_never_change_a_briefing() {
    for (path, text) in sources("ui") {
        let code = code(&text);
        for name in ["&mut Briefing", "&mut Document", "briefing.push("] {
            assert!(!code.contains(name), "{} changes a briefing ({name})", path.display());
        }
        let is_of_program = path.components().any(|part| part.as_os_str() == "app" || part.as_os_str() == "session");
        for name in ["&mut Session", "&mut OpenBriefing"] {
            assert!(is_of_program || !code.contains(name), "{} writes the session ({name})", path.display());
        }
    }
}

#[test]
fn edit_knows_what_it_edits_and_how_it_is_read() {
    let allowed = ["model", "ron_text", "index", "language", "phrase", "check", "store", "edit"];
    for (path, text) in sources("edit") {
        let code = code(&text);
        for room in ROOMS.iter().filter(|room| !allowed.contains(room)) {
            assert!(!code.contains(&format!("crate::{room}")), "{} uses `{room}`", path.display());
        }
        for name in ["store::read_file", "store::save", "store::replace", "std::io"] {
            assert!(!code.contains(name), "{} touches files ({name})", path.display());
        }
    }
}

#[test]
fn only_the_commands_start_other_programs() {
    for room in ROOMS.iter().filter(|room| **room != "cli") {
        for (path, text) in sources(room) {
            assert!(!code(&text).contains("std::process::Command"), "{} starts programs", path.display());
        }
    }
}

/// All files of the crate by their module, without those that are compiled for tests alone.
fn modules() -> imports::Sources {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let of_rooms = ROOMS.iter().flat_map(|room| sources(room));
    let module = |path: &Path| {
        let within = path.strip_prefix(&src).unwrap().with_extension("");
        let names: Vec<String> =
            within.iter().map(|name| name.to_str().unwrap().to_owned()).filter(|name| name != "mod").collect();
        names.join("::")
    };
    let all: imports::Sources = of_rooms.map(|(path, text)| (module(&path), text)).collect();
    let root = ROOMS.iter().map(|room| format!("mod {room};")).collect::<String>();
    let is_test = |module: &str| module.contains("tests");
    all.into_iter().filter(|(module, _)| !is_test(module)).chain([(String::new(), root)]).collect()
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let imports = imports::imports(&modules());
    let circles = imports::circles(&imports).into_iter();
    let told: Vec<String> = circles
        .map(|circle| {
            let steps = circle.iter().map(|file| {
                let next: Vec<&str> =
                    imports[file].iter().filter(|next| circle.contains(next)).map(String::as_str).collect();
                format!("  {file} → {}", next.join(", "))
            });
            format!("{} files:\n{}", circle.len(), steps.collect::<Vec<_>>().join("\n"))
        })
        .collect();
    assert!(told.is_empty(), "files import each other in a circle:\n{}", told.join("\n"));
}

/// Files with their text, as the search for circles takes them.
fn files(files: &[(&str, &str)]) -> imports::Sources {
    files.iter().map(|(module, text)| ((*module).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_circle_that_is_put_in_is_found_through_re_exports() {
    // Neither file names the other: both name the folder, which passes on what they define.
    let mut house = files(&[
        ("", "mod kitchen; mod cellar;"),
        ("kitchen", "mod oven;\nmod cook;\npub use cook::Cook;\npub use oven::Oven;"),
        ("kitchen::oven", "use super::Cook;\npub struct Oven(Cook);"),
        ("kitchen::cook", "use crate::cellar::wine;\npub struct Cook;\n// use super::Oven is only said here\n"),
        ("cellar", "mod shelf;\npub fn wine() -> &'static str { shelf::bottle(\"super::Oven\") }"),
        ("cellar::shelf", "pub fn bottle(name: &'static str) -> &'static str { name }"),
    ]);
    assert_eq!(imports::circles(&imports::imports(&house)), Vec::<Vec<String>>::new());
    let shelf = house.iter_mut().find(|(module, _)| module == "cellar::shelf").unwrap();
    shelf.1.push_str("fn label(oven: &crate::kitchen::Oven) {}");
    let circle = ["cellar", "cellar::shelf", "kitchen::cook", "kitchen::oven"].map(str::to_owned).to_vec();
    assert_eq!(imports::circles(&imports::imports(&house)), [circle]);
}

#[test]
fn a_part_that_names_what_its_own_folder_defines_is_a_circle() {
    let house = files(&[
        ("", "mod tab;"),
        ("tab", "mod row;\npub struct State;\npub fn ui() { row::ui(&State) }"),
        ("tab::row", "use super::State;\npub fn ui(state: &State) {}"),
    ]);
    assert_eq!(imports::circles(&imports::imports(&house)), [["tab", "tab::row"].map(str::to_owned).to_vec()]);
}
