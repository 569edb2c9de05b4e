//! What an edit costs in a large briefing: the frames in which it is committed and undone, and what follows on a thread.
//!
//! `cargo bench --bench edits [-- RECORDS]` opens a made-up briefing of so many visits (100,000), changes and undoes the
//! same few records again and again, and prints the median and the dearest frame beside a frame in which nothing is
//! done, then how long index, checks and lists take to catch up beside one bare reading of the file.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench that cannot write its files has failed")]

use std::time::{Duration, Instant};

use dateline::document::Document;
use dateline::edit::{History, change};
use dateline::index::{Index, Reader};
use dateline::model::Node;
use dateline::store::{self, SettingsFile};
use dateline::ui::{App, Start};
use eframe::App as _;
use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Vec2, vec2};

const WINDOW: Vec2 = vec2(1400.0, 900.0);
const TIMES: usize = 40;

/// The program without a window, on its own clock.
struct Window {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    seconds: f64,
}

/// So many frames in which nothing is worked out: then all that was asked for is there.
const QUIET_FRAMES: u32 = 4;

impl Window {
    fn open(path: std::path::PathBuf) -> Self {
        let ctx = Context::default();
        let app = App::new(&ctx, &Start::File(path), SettingsFile::nowhere());
        let mut window = Self { ctx, app, frame: eframe::Frame::_new_kittest(), seconds: 0.0 };
        window.settle();
        window
    }

    /// A frame with these events, and how long it took to build.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.seconds += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(self.seconds),
            events,
            ..RawInput::default()
        };
        let Self { ctx, app, frame, .. } = self;
        let begin = Instant::now();
        app.logic(ctx, frame);
        let mut output = ctx.run_ui(input, |ui| app.ui(ui, frame));
        let took = begin.elapsed();
        output.textures_delta.clear();
        took
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)])
    }

    /// Frames until nothing is worked out on a thread; the dearest of them, and how long that took in all.
    fn settle(&mut self) -> (Duration, Duration) {
        let begin = Instant::now();
        let mut dearest = Duration::ZERO;
        let mut quiet = 0;
        // Keys that came close together are given out in the frames after, and what they begin shows a frame later.
        while quiet < QUIET_FRAMES {
            dearest = dearest.max(self.frame(Vec::new()));
            quiet = if self.app.is_busy() { 0 } else { quiet + 1 };
            if quiet == 0 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        (dearest, begin.elapsed())
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

fn main() {
    let records = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let text = store::faithful_text(&dateline::sample::made_up(records, 0, 1)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    std::fs::write(&path, &text).unwrap();

    let begin = Instant::now();
    let read = store::load(text.clone()).is_ok();
    let reading = begin.elapsed();
    assert!(read, "the made-up briefing reads");
    let begin = Instant::now();
    let document = Document::from_text(text).unwrap();
    println!("{records} visits: read in {:.0} ms, opened in {:.0} ms", millis(reading), millis(begin.elapsed()));
    let mut briefing = document.briefing.clone();
    let index = Index::build(&briefing);
    let key = briefing.visits.get(records / 2).unwrap().key;
    let change =
        change::set_field(&Reader::new(&briefing, &index), key, "place", Some(Node::Text("Elsewhere".to_owned())))
            .unwrap();
    assert!(History::new().make(change, &mut briefing, false));
    let times: Vec<Duration> = (0..10)
        .map(|_| {
            let next = briefing.clone();
            let begin = Instant::now();
            let changed = document.changed(next);
            let took = begin.elapsed();
            drop(changed);
            took
        })
        .collect();
    println!("index and checks follow an edit in {:.0} ms", millis(median(times)));
    drop(document);

    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::E);
    window.press(Modifiers::COMMAND, Key::Num3);
    window.settle();
    window.press(Modifiers::NONE, Key::Home);
    window.settle();
    let plain = median((0..TIMES).map(|_| window.frame(Vec::new())).collect());

    let mut commits = Vec::new();
    let mut undos = Vec::new();
    let mut after = Vec::new();
    let mut catching_up = Vec::new();
    for _ in 0..TIMES {
        commits.push(window.press(Modifiers::COMMAND, Key::D));
        assert!(window.app.is_busy(), "a visit is doubled, and lists and checks follow on a thread");
        let (dearest, took) = window.settle();
        after.push(dearest);
        catching_up.push(took);
        undos.push(window.press(Modifiers::COMMAND, Key::Z));
        let (dearest, took) = window.settle();
        after.push(dearest);
        catching_up.push(took);
        // The double that was selected is gone.
        window.press(Modifiers::NONE, Key::Home);
        window.settle();
    }
    let beyond = |times: Vec<Duration>| millis(median(times).saturating_sub(plain));
    println!("a frame in which nothing is done: {:.2} ms", millis(plain));
    println!("beyond it, the frame that commits: {:.2} ms", beyond(commits));
    println!("beyond it, the frame that undoes: {:.2} ms", beyond(undos));
    println!("beyond it, the dearest frame until lists and checks have caught up: {:.2} ms", beyond(after));
    let caught = median(catching_up);
    dearest_frames(records, window);
    println!(
        "lists and checks catch up in {:.0} ms, {:.2} times one reading",
        millis(caught),
        caught.as_secs_f64() / reading.as_secs_f64()
    );
}

/// Where lists are worked out for a frame, the dearest frame of it: an edit in the tab that lists them.
fn dearest_frames(records: usize, mut window: Window) {
    let after_edit = |window: &mut Window, tab: Key, name: &str| {
        window.press(Modifiers::COMMAND, tab);
        let (shown, _) = window.settle();
        window.press(Modifiers::NONE, Key::Home);
        window.settle();
        let times = (0..5).map(|_| {
            window.press(Modifiers::COMMAND, Key::N);
            let after = window.settle().0;
            window.press(Modifiers::COMMAND, Key::Z);
            after.max(window.settle().0)
        });
        println!(
            "{name}: dearest frame when first shown {:.1} ms, after an edit {:.1} ms",
            millis(shown),
            millis(median(times.collect()))
        );
    };
    after_edit(&mut window, Key::Num2, "actors of many visits");
    let text = store::faithful_text(&dateline::sample::made_up(records / 10, records, 1)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    std::fs::write(&path, &text).unwrap();
    let mut window = Window::open(path);
    window.press(Modifiers::COMMAND, Key::E);
    after_edit(&mut window, Key::Num4, "as many statements");
    after_edit(&mut window, Key::Num2, "actors of many statements");
    after_edit(&mut window, Key::Num5, "sources of many statements");
    after_edit(&mut window, Key::Num6, "judgements of many statements");
    after_edit(&mut window, Key::Num7, "checks of many statements");
    after_edit(&mut window, Key::Num1, "overview of many statements");
}
