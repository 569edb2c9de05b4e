//! Fonts for scripts that ours do not cover, such as Chinese, from the system, looked for when first needed.
//!
//! A character without a glyph is noted while laying out and looked up on a thread of its own; the font
//! found is there on a later frame. Without such a font the character stays an empty box.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use egui::epaint::text::FontTweak;
use egui::{Context, FallbackRequest, FontData, FontInsert, FontProvider, Id};
use fontdb::{Database, FaceInfo, ID, Style};

/// Families to prefer, best first: the reader of a Chinese name expects the shapes of mainland China.
const PREFERRED: [&str; 8] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans",
    "DejaVu Sans",
    "Segoe UI",
];

/// Lets `ctx` look for fonts of the system when a character has no glyph.
pub fn load_system_fonts_on_demand(ctx: &Context) {
    let provider = OnDemand { ctx: ctx.clone(), wanted: Arc::default() };
    ctx.add_font_provider(Arc::new(provider));
}

/// Where the pass is noted in which the last font was found.
const FOUND_IN_PASS: &str = "pass of the last system font";

/// A number that changes whenever text may have become wider or narrower, for who keeps measured words.
///
/// A font that is found during a pass serves from the next one on, so the number goes on changing until then.
pub fn fonts_revision(ctx: &Context) -> u64 {
    let found = ctx.data(|data| data.get_temp::<u64>(Id::unique(FOUND_IN_PASS)));
    found.map_or(0, |pass| ctx.cumulative_pass_nr().min(pass + 2))
}

/// Notes what is missing, and answers with nothing yet.
struct OnDemand {
    ctx: Context,
    wanted: Arc<Mutex<Wanted>>,
}

/// The characters without a glyph.
#[derive(Default)]
struct Wanted {
    seen: BTreeSet<char>,
    pending: Vec<char>,
    searching: bool,
}

impl FontProvider for OnDemand {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let character = request.cluster.chars().next()?;
        let mut wanted = lock(&self.wanted);
        if wanted.seen.insert(character) {
            wanted.pending.push(character);
            if !wanted.searching {
                let ctx = self.ctx.clone();
                let shared = Arc::clone(&self.wanted);
                wanted.searching =
                    thread::Builder::new().name("system fonts".to_owned()).spawn(move || search(&ctx, &shared)).is_ok();
            }
        }
        None
    }
}

/// A font of the system that was found for some character. Later characters are tried on it too.
struct Found {
    name: String,
    data: FontData,
}

impl Found {
    fn covers(&self, character: char) -> bool {
        covers(self.data.bytes(), self.data.index, character)
    }
}

impl FontProvider for Found {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let character = request.cluster.chars().next()?;
        self.covers(character).then(|| FontInsert::new(&self.name, self.data.clone(), Vec::new()))
    }
}

/// Looks up pending characters until there are none, and hands each font found to `ctx`.
fn search(ctx: &Context, wanted: &Mutex<Wanted>) {
    let mut database = Database::new();
    database.load_system_fonts();
    let ranked = ranked(&database);
    let mut found: Vec<Arc<Found>> = Vec::new();
    while let Some(character) = next_pending(wanted) {
        if found.iter().any(|font| font.covers(character)) {
            continue;
        }
        if let Some(font) = find(&database, &ranked, character).map(Arc::new) {
            ctx.add_font_provider(font.clone());
            let pass = ctx.cumulative_pass_nr();
            ctx.data_mut(|data| data.insert_temp(Id::unique(FOUND_IN_PASS), pass));
            found.push(font);
        }
    }
}

fn next_pending(wanted: &Mutex<Wanted>) -> Option<char> {
    let mut wanted = lock(wanted);
    let next = wanted.pending.pop();
    wanted.searching = next.is_some();
    next
}

/// Upright faces, best first.
fn ranked(database: &Database) -> Vec<ID> {
    let mut faces: Vec<&FaceInfo> = database.faces().filter(|face| face.style == Style::Normal).collect();
    faces.sort_by_cached_key(|face| rank(face));
    faces.into_iter().map(|face| face.id).collect()
}

/// Preferred families, then plain ones, then those made for something else; regular weight first.
fn rank(face: &FaceInfo) -> (usize, bool, u16, String) {
    let family = face.families.first().map_or("", |(name, _)| name.as_str()).to_owned();
    let preferred = PREFERRED.iter().position(|name| *name == family).unwrap_or(PREFERRED.len());
    let special = face.monospaced || family.contains("Serif") || family.contains("Emoji");
    (preferred, special, face.weight.0.abs_diff(400), family)
}

fn find(database: &Database, ranked: &[ID], character: char) -> Option<Found> {
    let covering =
        |id: &&ID| database.with_face_data(**id, |data, index| covers(data, index, character)).unwrap_or(false);
    let id = *ranked.iter().find(covering)?;
    let name = format!("system: {}", database.face(id)?.post_script_name);
    let data = database.with_face_data(id, |data, index| FontData { index, ..FontData::from_owned(data.to_vec()) })?;
    Some(Found { name, data: data.tweak(unhinted()) })
}

/// Hinting would classify every glyph of the font before the first is drawn, on the window's thread: two seconds for
/// a font of Chinese in a build that is not optimized.
fn unhinted() -> FontTweak {
    FontTweak { hinting: Some(false), ..FontTweak::default() }
}

fn covers(data: &[u8], index: u32, character: char) -> bool {
    ttf_parser::Face::parse(data, index).is_ok_and(|face| face.glyph_index(character).is_some())
}

/// A panic elsewhere leaves at worst a character unsearched, so a poisoned lock is still good.
fn lock(wanted: &Mutex<Wanted>) -> MutexGuard<'_, Wanted> {
    wanted.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_character_is_looked_for_once() {
        let wanted = Mutex::new(Wanted::default());
        lock(&wanted).pending.push('李');
        lock(&wanted).searching = true;
        assert_eq!(next_pending(&wanted), Some('李'));
        assert!(lock(&wanted).searching);
        assert_eq!(next_pending(&wanted), None);
        assert!(!lock(&wanted).searching, "the next character starts a search of its own");
    }

    #[test]
    fn a_system_without_fonts_is_no_error() {
        let database = Database::new();
        let ranked = ranked(&database);
        assert!(find(&database, &ranked, '李').is_none());
    }
}
