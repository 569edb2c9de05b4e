//! How long the window keeps a person waiting: the frames while a large briefing opens, is repaired, saved and exported.
//!
//! `cargo bench --bench waits [-- VISITS]` writes so many visits (100,000) whose days stand in words, opens the file in the
//! real program without a window, repairs all of them by one click, undoes that and does it again, saves, exports the note,
//! and prints for each the longest frame, the 99th percentile and how many frames there were. A frame is built with its accessibility tree, and not painted.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a bench that cannot write its files has failed"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use dateline::model::{Day, month_name};
use dateline::store::{self, SettingsFile};
use dateline::ui::{App, Start};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const USUAL_VISITS: usize = 100_000;
/// What the window aims at.
const AIM: Duration = Duration::from_millis(50);

const TABS: [(&str, Key); 6] = [
    ("show the actors", Key::Num2),
    ("show the visits", Key::Num3),
    ("the statements", Key::Num4),
    ("the sources", Key::Num5),
    ("the judgements", Key::Num6),
    ("the overview", Key::Num1),
];

fn main() {
    let visits = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(USUAL_VISITS);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    let (text, in_words) = with_days_in_words(visits);
    std::fs::write(&path, text).unwrap();
    println!("{visits} visits, of which {in_words} dates stand in words; aim: no frame over {} ms", AIM.as_millis());
    let mut window = Window::open(&path);
    window.measure("open", |_| {});
    for (tab, key) in TABS {
        window.press(tab, Modifiers::COMMAND, key);
    }
    window.press("start editing", Modifiers::COMMAND, Key::E);
    window.press("show the checks", Modifiers::COMMAND, Key::Num7);
    // A list that comes late would move the button from under the pointer.
    window.measure("let it settle", |_| {});
    window.measure("repair all", |harness| {
        repair_all(harness).unwrap_or_else(|| panic!("nothing to repair at once")).click_accesskit();
    });
    assert!(repair_all(&window.harness).is_none(), "all is repaired");
    window.press("undo it", Modifiers::COMMAND, Key::Z);
    window.press("do it again", Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.press("save", Modifiers::COMMAND, Key::S);
    window.press("make the note", Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.measure("write it", |harness| {
        let writes =
            |label: Option<String>| label.is_some_and(|label| ["Write file", "Write anyway"].contains(&label.as_str()));
        let write = harness.query_all_by_label_contains("Write").find(|node| writes(node.accesskit_node().label()));
        write.unwrap_or_else(|| panic!("no note to write")).click();
    });
}

/// The button that repairs all findings of a rule.
fn repair_all<'a>(harness: &'a Harness<'static, App>) -> Option<egui_kittest::Node<'a>> {
    let counts = |label: Option<String>| label.is_some_and(|label| label.starts_with("Repair ") && label.contains(':'));
    harness.query_all_by_label_contains("Repair ").find(|node| counts(node.accesskit_node().label()))
}

/// The real program without a window.
struct Window {
    harness: Harness<'static, App>,
}

impl Window {
    fn open(path: &Path) -> Self {
        let start = Start::File(path.to_owned());
        let harness =
            Harness::builder().with_size([1400.0, 900.0]).with_max_steps(20).allow_missing_glyphs().build_eframe(
                move |context| {
                    dateline::ui::theme::paint_letters_early(&context.egui_ctx);
                    App::new(&context.egui_ctx, &start, SettingsFile::nowhere())
                },
            );
        Self { harness }
    }

    /// Presses a key and measures what follows. Down and up come in one frame: the harness gives each its own, and would
    /// count them as one.
    fn press(&mut self, what: &str, modifiers: Modifiers, key: Key) {
        let of_key = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.measure(what, |harness| harness.input_mut().events.extend([true, false].map(of_key)));
    }

    /// Draws frames until nothing is under way any more, and tells of the longest.
    fn measure(&mut self, what: &str, begin: impl FnOnce(&mut Harness<'static, App>)) {
        begin(&mut self.harness);
        let begun = Instant::now();
        let mut frames = Vec::new();
        let mut quiet = 0;
        while quiet < 5 {
            let begin = Instant::now();
            self.harness.step();
            frames.push(begin.elapsed());
            quiet = if self.harness.state().is_busy() { 0 } else { quiet + 1 };
            std::thread::sleep(Duration::from_millis(4));
        }
        let first = frames[0];
        frames.sort_unstable();
        let p99 = frames[(frames.len() - 1) * 99 / 100];
        let longest = frames[frames.len() - 1];
        println!(
            "{what:16} {:8.1} ms the longest frame, {:6.1} ms the first, {:6.1} ms p99, {} frames in {:.1} s",
            longest.as_secs_f64() * 1e3,
            first.as_secs_f64() * 1e3,
            p99.as_secs_f64() * 1e3,
            frames.len(),
            begun.elapsed().as_secs_f64()
        );
    }
}

/// A made-up briefing as text, its days written as people write them, and how many there are.
fn with_days_in_words(visits: usize) -> (String, usize) {
    const DATE: &str = "when: \"";
    let text = store::faithful_text(&dateline::sample::made_up(visits, visits / 10, 1)).unwrap();
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    for (place, piece) in text.split(DATE).enumerate() {
        if place > 0 {
            out.push_str(DATE);
        }
        match piece.split_once('"').and_then(|(date, rest)| Some((day_in_words(date)?, rest))) {
            Some((words, rest)) if place > 0 => {
                count += 1;
                out.push_str(&words);
                out.push('"');
                out.push_str(rest);
            }
            _ => out.push_str(piece),
        }
    }
    (out, count)
}

fn day_in_words(edtf: &str) -> Option<String> {
    let parts: Vec<i32> = edtf.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts.try_into().ok()?;
    Day::from_civil(year.into(), month.try_into().ok()?, day.try_into().ok()?)?;
    Some(format!("{day} {} {year}", month_name(month.try_into().ok()?)))
}
