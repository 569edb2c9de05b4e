//! The dated chart as a picture: the layout of the window, painted as SVG. Text stays text.

mod element;
mod fit;
mod lanes;
mod legend;
mod measure;
mod options;
mod picture;
mod style;
mod undated;

const STRIP: f32 = 24.0;
/// The names of lanes take at most so much, and keep so far from the chart.
const MOST_GUTTER: f32 = 280.0;

const AXIS: f32 = 34.0;
/// Above the legend and below it.
const LEGEND: (f32, f32) = (20.0, 14.0);
/// The marking at the foot.
const FOOT: f32 = 22.0;
/// The size of the title in points, in a heavier weight than the words below it.
const TITLE: f32 = 20.0 * 1.06;
/// The words of a marking of the house's own take at most so much.
const MOST_MARKING: f32 = 240.0;
/// More letters than this have room in no picture.
const MOST_LETTERS: usize = 8_000;

/// The chart of the visits that `is_shown`, all of it, as an SVG document.
#[must_use]
pub fn chart_svg(reader: &Reader<'_>, is_shown: impl Fn(Key) -> bool, options: &SvgOptions) -> String {
    match options.marking.and_then(|most| withhold(reader.briefing, most)) {
        Some((briefing, withheld)) => {
            let index = Index::build(&briefing);
            draw(&Reader::new(&briefing, &index), is_shown, options, withheld.records)
        }
        None => draw(reader, is_shown, options, 0),
    }
}

fn draw(reader: &Reader<'_>, is_shown: impl Fn(Key) -> bool, options: &SvgOptions, withheld: usize) -> String {
    let items = ChartItems::new(reader, is_shown);
    let (first, last) = whole_range(&items, store::this_day());
    let styles = SeriesStyles::new(reader, options.colour);
    let (lanes, by) = options.fit.lanes(*reader, items, options.by);
    let lanes = lanes.coloured(styles);
    let width = options.width.max(640.0);
    let measure = Measure::new();
    let width_of = |style: LabelStyle, text: &str| measure.label(style, text);
    let gutter = gutter_width(&lanes, MOST_GUTTER, &width_of) + GUTTER_GAP;
    let scale = TimeScale { left: MARGIN + gutter, width: width - 2.0 * MARGIN - gutter, first, days: last - first };
    let shown: Vec<(usize, bool)> = (0..lanes.lanes.len()).map(|lane| (lane, false)).collect();
    let layout = options.fit.laid_out(shown.len(), |space| lay_out(reader, &lanes, &shown, &scale, space, &width_of));
    let tally = Tally::new(reader, &lanes, unit_for(&scale));

    let head = options.fit.head(options.filter.is_some());
    let top = MARGIN + head + STRIP;
    let picture = Picture {
        layout: &layout,
        lanes: &lanes,
        tally: &tally,
        scale: &scale,
        top,
        histogram: options.fit.histogram(),
        measure: &measure,
    };
    let legend = legend::placed(&picture, reader, width - 2.0 * MARGIN);
    let below = picture.histogram_range().1 + LEGEND.0;
    let undated_top = below + legend::height(&legend) + LEGEND.1;
    let foot = undated::lines(reader, &tally.total.undated, options.fit.named());
    let height = undated_top + foot.len() as f32 * undated::LINE + FOOT + MARGIN;
    let mut svg = Svg::new(width, height, &format!("Visits: {}", reader.briefing.header.title));
    header(&mut svg, reader, &picture, width, options, (by, withheld));
    picture.searched(&mut svg, reader);
    picture.frame(&mut svg);
    lanes::paint(&mut svg, &picture);
    picture.histogram(&mut svg);
    legend::paint(&mut svg, &legend, below);
    undated::paint(&mut svg, &measure, &foot, (width - 2.0 * MARGIN, undated_top));
    marking_at(&mut svg, &measure, reader, width, height - MARGIN - 20.0);
    svg.finish()
}

/// Title, what is shown, the cut-off, the number of sources, the marking.
fn header(
    svg: &mut Svg,
    reader: &Reader,
    picture: &Picture,
    width: f32,
    options: &SvgOptions,
    (by, withheld): (LaneBy, usize),
) {
    let (lanes, tally, across, measure) = (picture.lanes, picture.tally, picture.layout.across, picture.measure);
    let header = &reader.briefing.header;
    let room = width - 2.0 * MARGIN;
    let marked = header.marking.as_ref().map_or(0.0, |marking| marking_label(measure, marking).1 + GUTTER_GAP);
    let mut line = MARGIN + 14.0;
    if options.fit == Fit::Alone {
        let title = if header.title.is_empty() { "Untitled briefing" } else { &header.title };
        svg.text(MARGIN, MARGIN + 18.0, "title", "start", &measure.within(TITLE, &shown(title), room - marked));
        line += 26.0;
    }
    let mut parts = vec![plural(lanes.items.items.len(), "visit"), plural(reader.briefing.sources.len(), "source")];
    parts.extend(lanes.items.as_of.map(|day| format!("as of {}", display_day(day))));
    if !tally.total.undated.is_empty() {
        parts.push(format!("{} undated", tally.total.undated.len()));
    }
    if by != LaneBy::Nothing {
        parts.push(format!("lanes by {}", by.label()));
    }
    if by != options.by {
        parts.push(format!("too many by {}", options.by.label()));
    }
    if options.colour != ColourBy::Channel {
        parts.push(format!("colours by {}", options.colour.label()));
    }
    if withheld > 0 {
        parts.push(format!("{} left out for their marking", plural(withheld, "record")));
    }
    if across > 0 {
        parts.push(format!("{} more that reach across all of it", count_text(across)));
    }
    let beside = if options.fit == Fit::Alone { 0.0 } else { marked };
    svg.text(MARGIN, line, "second", "start", &measure.within(SECOND, &parts.join(" · "), room - beside));
    if let Some(filter) = options.filter.as_ref().filter(|filter| !filter.is_empty()) {
        svg.text(
            MARGIN,
            line + 18.0,
            "second",
            "start",
            &measure.within(SECOND, &shown(&format!("Filter: {filter}")), room),
        );
    }
    marking_at(svg, measure, reader, width, MARGIN);
}

/// The marking, at the head and again at the foot.
fn marking_at(svg: &mut Svg, measure: &Measure, reader: &Reader, width: f32, top: f32) {
    if let Some(marking) = &reader.briefing.header.marking {
        let (words, wide) = marking_label(measure, marking);
        svg.rect(width - MARGIN - wide, top, wide, 20.0, "marking", 3.0);
        svg.text(width - MARGIN - wide / 2.0, top + 14.0, "on-marking", "middle", &words);
    }
}

/// The words of a marking, and how wide its box is.
fn marking_label(measure: &Measure, marking: &Marking) -> (String, f32) {
    let words = measure.within(SECOND, &shown(marking.label()), MOST_MARKING);
    let wide = words.chars().count() as f32 * 7.6 + 14.0;
    (words, wide)
}

/// A text as it is measured: as it will be written, and no longer than any picture is wide.
fn shown(text: &str) -> String {
    let begin: String = text.chars().take(MOST_LETTERS).collect();
    visible(&begin).replace('\n', " ")
}

impl Picture<'_> {
    fn bottom(&self) -> f32 {
        self.top + self.layout.height
    }

    fn cut_off(&self) -> Option<(f32, Day)> {
        let day = self.lanes.items.as_of?;
        Some((self.scale.x(f64::from(day.0) + 1.0), day)).filter(|(x, _)| *x <= self.scale.right())
    }

    /// The time up to the cut-off that nobody searched, so that a zero there is not read as none.
    fn searched(&self, svg: &mut Svg, reader: &Reader) {
        let (top, bottom) = self.histogram_range();
        for (left, right) in unsearched(&reader.briefing.header, self.scale, self.lanes.items.as_of) {
            svg.rect(left, top, right - left, bottom - top, "beyond", 0.0);
            if right - left > self.measure.label(LabelStyle::Date, NOT_SEARCHED) {
                svg.text(f32::midpoint(left, right), top + 14.0, "small", "middle", NOT_SEARCHED);
            }
        }
    }

    /// The time beyond the cut-off, the grid and the calendar.
    fn frame(&self, svg: &mut Svg) {
        let (left, right, bottom) = (self.scale.left, self.scale.right(), self.bottom());
        let hist = self.histogram_range();
        if let Some((x, day)) = self.cut_off() {
            for (top, bottom) in [(self.top, bottom), hist] {
                svg.rect(x.max(left), top, right - x.max(left), bottom - top, "beyond", 0.0);
            }
            svg.line((x, self.top), (x, bottom), "cut-off");
            svg.line((x, hist.0 - 6.0), (x, hist.1), "cut-off");
            let words = format!("As of {}", display_day(day));
            let fits = x + 6.0 + self.measure.label(LabelStyle::Date, &words) < right + MARGIN / 2.0;
            let (at, anchor) = if fits { (x + 6.0, "start") } else { (x - 6.0, "end") };
            svg.text(at, self.top - 8.0, "axis", anchor, &words);
        }
        let (_, ticks) = calendar_axis(self.scale, |text| self.measure.label(LabelStyle::Date, text));
        for tick in ticks.iter().filter(|tick| (left..=right).contains(&tick.x)) {
            svg.line((tick.x, self.top), (tick.x, bottom), "grid");
            svg.line((tick.x, hist.0), (tick.x, hist.1), "grid");
        }
        for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
            svg.text(tick.label_x, bottom + 20.0, "axis", "middle", &tick.label);
        }
        svg.line((MARGIN, self.top), (right, self.top), "edge");
        svg.line((MARGIN, bottom), (right, bottom), "edge");
    }

    fn histogram_range(&self) -> (f32, f32) {
        let top = self.bottom() + AXIS + 2.0 * STRIP;
        (top, top + self.histogram)
    }

    /// The bars with their numbers and the mean.
    fn histogram(&self, svg: &mut Svg) {
        let unit = self.tally.total.unit;
        let (top, bottom) = self.histogram_range();
        svg.text(MARGIN, top - 16.0, "name", "start", &format!("Visits per {unit}"));
        let window = usual_window(&self.tally.total);
        let bars = histogram(&self.tally.total, self.scale, window, self.lanes.items.known_until);
        let y = |value: f64| bottom - (value / bars.most) as f32 * (bottom - top);
        for tick in &bars.ticks {
            let at = y(f64::from(*tick));
            svg.line((self.scale.left, at), (self.scale.right(), at), if *tick == 0 { "base" } else { "grid" });
            svg.text(self.scale.left - 10.0, at + 4.0, "axis", "end", &tick.to_string());
        }
        for bar in &bars.bars {
            let (left, wide) =
                (bar.left.max(self.scale.left), bar.right.min(self.scale.right()) - bar.left.max(self.scale.left));
            if wide <= 0.0 {
                continue;
            }
            let (certain, least) = (f64::from(bar.count.certain), f64::from(bar.count.least()));
            let levels =
                [(0.0, certain, "certain"), (certain, least, "qualified"), (least, bar.count.expected, "possible")];
            for (from, to, class) in levels.into_iter().filter(|(from, to, _)| to - from > 1e-6) {
                svg.rect(left, y(to), wide, y(from) - y(to), class, 0.0);
            }
            let (expected, most) = (y(bar.count.expected), y(f64::from(bar.count.possible)));
            if most < expected - 1.0 {
                let x = left + wide / 2.0;
                svg.line((x, most), (x, expected), "whisker");
                svg.line((x - 5.0, most), (x + 5.0, most), "whisker");
            }
            if wide >= 24.0 {
                let words = crate::present::chart::count_words(&bar.count);
                svg.text(left + wide / 2.0, most.min(expected) - 6.0, "number", "middle", &words);
            }
        }
        let points: Vec<String> =
            bars.mean.iter().map(|(x, value)| format!("{},{}", number(*x), number(y(*value)))).collect();
        svg.polyline(&points.join(" "), "mean-halo");
        svg.polyline(&points.join(" "), "mean");
    }
}

#[cfg(test)]
mod tests;

pub(super) use fit::Fit;
pub use options::SvgOptions;
use picture::{GUTTER_GAP, MARGIN, NOT_SEARCHED, Picture, SECOND};

use crate::analysis::count::LaneBy;
use crate::export::withhold::withhold;
use crate::index::{Index, Reader};
use crate::model::{Day, Key, Marking, count_text, display_day, plural};
use crate::present::chart::{
    ChartItems, ColourBy, LabelStyle, SeriesStyles, Tally, TimeScale, calendar_axis, gutter_width, histogram, lay_out,
    unit_for, unsearched, usual_window, whole_range,
};
use crate::present::visible;
use crate::store;
use element::{Svg, number};
use measure::Measure;
