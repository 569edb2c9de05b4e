//! The rooms of the program that read and merge, without the window, so that fuzzing builds in a minute.

#[path = "../../src/analysis/mod.rs"]
pub mod analysis;
#[path = "../../src/check/mod.rs"]
pub mod check;
#[path = "../../src/document.rs"]
pub mod document;
#[path = "../../src/edit/mod.rs"]
pub mod edit;
#[path = "../../src/extract/mod.rs"]
pub mod extract;
#[path = "../../src/index/mod.rs"]
pub mod index;
#[path = "../../src/language/mod.rs"]
pub mod language;
#[path = "../../src/phrase/mod.rs"]
pub mod phrase;
#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/ron_text/mod.rs"]
pub mod ron_text;
#[path = "../../src/store/mod.rs"]
pub mod store;
