//! What a frame of the chart of visits costs: built and tessellated, without a window.
//!
//! `cargo bench --bench frames [-- MOST]` prints for 1,000, 10,000, … visits, up to a million or to MOST, the median and
//! the 99th percentile of a frame with all time in sight, closer, and close; beside them the frame of a plain plot with
//! a bar for each visit. Machines differ, so the last lines are ratios within the run.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench that cannot write its files has failed")]

use std::time::{Duration, Instant};

use dateline::model::Briefing;
use dateline::store::{self, SettingsFile};
use dateline::ui::{App, Start};
use eframe::App as _;
use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use egui_plot::{Bar, BarChart, Plot};

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const WINDOW: Vec2 = vec2(1400.0, 900.0);
/// Over the lanes.
const POINTER: Pos2 = pos2(600.0, 300.0);
/// So many frames are measured; fewer of a plot that takes seconds.
const FRAMES: usize = 200;
const MOST_PLOT_TIME: Duration = Duration::from_secs(20);
const LEAST_PLOT_FRAMES: usize = 5;

/// A program with its own clock and no window.
struct Headless {
    ctx: Context,
    seconds: f64,
}

impl Headless {
    fn new() -> Self {
        Self { ctx: Context::default(), seconds: 0.0 }
    }

    fn input(&mut self, events: Vec<Event>) -> RawInput {
        self.seconds += 1.0 / 60.0;
        RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(self.seconds),
            events,
            ..RawInput::default()
        }
    }

    /// Builds and tessellates a frame, and tells how long that took.
    fn frame(&mut self, events: Vec<Event>, mut build: impl FnMut(&mut egui::Ui)) -> Duration {
        let input = self.input(events);
        let begin = Instant::now();
        let output = self.ctx.run_ui(input, |ui| build(ui));
        let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = begin.elapsed();
        assert!(!primitives.is_empty(), "nothing was drawn");
        took
    }
}

struct Cost {
    median: Duration,
    p99: Duration,
}

fn cost(mut frames: Vec<Duration>) -> Cost {
    frames.sort_unstable();
    let at = |share: f64| frames[((frames.len() - 1) as f64 * share).round() as usize];
    Cost { median: at(0.5), p99: at(0.99) }
}

/// The program in it.
struct Window {
    headless: Headless,
    app: App,
    frame: eframe::Frame,
}

impl Window {
    fn open(briefing: &Briefing) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("many.ron");
        std::fs::write(&path, store::faithful_text(briefing).unwrap()).unwrap();
        let headless = Headless::new();
        let app = App::new(&headless.ctx, &Start::File(path), SettingsFile::nowhere());
        let mut window = Self { headless, app, frame: eframe::Frame::_new_kittest() };
        window.settle();
        window
    }

    fn frame(&mut self, events: Vec<Event>) -> Duration {
        let Self { headless, app, frame } = self;
        app.logic(&headless.ctx, frame);
        headless.frame(events, |ui| app.ui(ui, frame))
    }

    /// Draws frames until nothing is worked out on a thread any more: what is worked out once for a view is not what a
    /// frame costs.
    fn settle(&mut self) {
        for _ in 0..10 {
            self.frame(Vec::new());
        }
        while self.app.is_busy() {
            std::thread::sleep(Duration::from_millis(5));
            self.frame(Vec::new());
        }
        for _ in 0..10 {
            self.frame(Vec::new());
        }
    }
}

fn chart(briefing: &Briefing) -> [Cost; 3] {
    let mut window = Window::open(briefing);
    let key = |key: Key, modifiers: Modifiers| {
        [true, false].map(|pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }).to_vec()
    };
    window.frame(Vec::new());
    window.frame(key(Key::Num3, Modifiers::COMMAND));
    window.frame(vec![Event::PointerMoved(POINTER)]);
    window.settle();
    [0, 12, 36].map(|turns| {
        for _ in 0..turns {
            let wheel = Event::MouseWheel {
                unit: egui::MouseWheelUnit::Line,
                delta: vec2(0.0, 1.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            };
            for _ in 0..4 {
                window.frame(vec![wheel.clone()]);
            }
        }
        window.settle();
        cost((0..FRAMES).map(|_| window.frame(Vec::new())).collect())
    })
}

fn plain_plot(briefing: &Briefing) -> Cost {
    let bars: Vec<Bar> = briefing
        .visits
        .iter()
        .filter_map(|entry| {
            let bounds = entry.record.when.as_ref()?.bounds();
            let (first, last) = (bounds.start_earliest?, bounds.end_latest?);
            Some(Bar::new(f64::from(first.0), 1.0).width(f64::from(last.0 - first.0 + 1)))
        })
        .collect();
    let mut headless = Headless::new();
    let mut draw = || {
        let bars = bars.clone();
        headless.frame(Vec::new(), |ui| {
            Plot::new("plain").show(ui, |plot| plot.bar_chart(BarChart::new("visits", bars.clone())));
        })
    };
    draw();
    let begin = Instant::now();
    let mut frames = Vec::new();
    while frames.len() < LEAST_PLOT_FRAMES || (frames.len() < FRAMES && begin.elapsed() < MOST_PLOT_TIME) {
        frames.push(draw());
    }
    cost(frames)
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn main() {
    let most = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(usize::MAX);
    println!("{:>9}  {:>10}  {:>12}  {:>12}", "visits", "view", "median µs", "99 % µs");
    let mut totals: Vec<(usize, [f64; 3], f64)> = Vec::new();
    for visits in SIZES.into_iter().filter(|visits| *visits <= most) {
        let briefing = dateline::sample::made_up(visits, 0, 1);
        let views = chart(&briefing);
        let plain = plain_plot(&briefing);
        let line = |view: &str, cost: &Cost| {
            println!("{visits:>9}  {view:>10}  {:>12.0}  {:>12.0}", micros(cost.median), micros(cost.p99));
        };
        for (view, cost) in ["all time", "closer", "close"].iter().zip(&views) {
            line(view, cost);
        }
        line("plain plot", &plain);
        totals.push((visits, views.map(|cost| micros(cost.median)), micros(plain.median)));
    }
    let worst = |views: &[f64; 3]| views.iter().copied().fold(0.0, f64::max);
    if let Some((_, least, _)) = totals.first() {
        for (visits, views, plain) in &totals {
            println!(
                "{visits:>9} visits: {:.2} times the dearest view of the smallest briefing, {:.1} times cheaper than the plain plot",
                worst(views) / worst(least),
                plain / worst(views)
            );
        }
    }
}
