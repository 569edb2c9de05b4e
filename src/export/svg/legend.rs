//! What colours, grounds and shapes say, in as many lines as it takes.

use super::element::Svg;
use super::lanes::shape;
use super::picture::{MARGIN, NOT_SEARCHED, Picture, SECOND};
use crate::index::Reader;
use crate::present::chart::{LabelStyle, SeriesStyle, mean_words, unsearched, usual_window};

/// Words take at most so much.
const MOST_WORDS: f32 = 220.0;
/// From a sample to its words, and from the words to the next sample.
const TO_WORDS: f32 = 18.0;
const GAP: f32 = 22.0;
/// From a line to the next.
const LINE: f32 = 20.0;

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sample {
    /// A rectangle of a class.
    Ground(&'static str),
    /// As far as a count may reach.
    Whisker,
    /// The mean of several bins.
    Mean,
    /// A cell of dense lanes, of its class.
    Cell(usize),
    /// What visits have in common.
    Look(SeriesStyle),
    /// None: the words stand before others.
    Heading,
}

/// An explanation and its place.
pub(super) struct Placed {
    sample: Sample,
    words: String,
    x: f32,
    line: usize,
}

/// All explanations, in lines that have `room`.
pub(super) fn placed(picture: &Picture, reader: &Reader, room: f32) -> Vec<Placed> {
    let (mut x, mut line) = (0.0, 0);
    let mut all = Vec::new();
    for (sample, words) in explained(picture, reader) {
        let words = picture.measure.within(SECOND, &words, MOST_WORDS);
        let before = if sample == Sample::Heading { 0.0 } else { TO_WORDS };
        let wide = before + picture.measure.label(LabelStyle::Date, &words);
        if x > 0.0 && x + wide > room {
            (x, line) = (0.0, line + 1);
        }
        all.push(Placed { sample, words, x: MARGIN + x, line });
        x += wide + if sample == Sample::Heading { GAP / 2.0 } else { GAP };
    }
    all
}

/// The height of the legend.
pub(super) fn height(legend: &[Placed]) -> f32 {
    legend.last().map_or(0.0, |last| (last.line + 1) as f32 * LINE)
}

fn explained(picture: &Picture, reader: &Reader) -> Vec<(Sample, String)> {
    let grounds = [("certain", "certain"), ("qualified", "in doubt"), ("possible", "possible, by days")];
    let mut all: Vec<(Sample, String)> = grounds.map(|(class, words)| (Sample::Ground(class), words.to_owned())).into();
    let total = &picture.tally.total;
    all.push((Sample::Whisker, "at most".to_owned()));
    all.push((Sample::Mean, mean_words(total.unit, usual_window(total))));
    if !unsearched(&reader.briefing.header, picture.scale, picture.lanes.items.as_of).is_empty() {
        all.push((Sample::Ground("beyond"), NOT_SEARCHED.to_owned()));
    }
    if picture.layout.is_dense {
        all.push((Sample::Heading, format!("Visits a {}:", total.unit)));
        let cells = picture.tally.density.words().into_iter().enumerate();
        all.extend(cells.map(|(class, words)| (Sample::Cell(class), words)));
        return all;
    }
    let items = picture.lanes.items.items.iter();
    let visits: Vec<_> = items.filter_map(|item| reader.visit_at(item.key)).collect();
    let looks = picture.lanes.styles.legend(reader, visits.iter().map(|visit| &**visit));
    all.extend(looks.into_iter().filter_map(|(look, label)| Some((Sample::Look(look?), label))));
    all
}

/// Draws them, the middle of the first line at `y`.
pub(super) fn paint(svg: &mut Svg, legend: &[Placed], y: f32) {
    for Placed { sample, words, x, line } in legend {
        let (x, y) = (*x, y + *line as f32 * LINE);
        match sample {
            Sample::Ground(class) => svg.rect(x, y - 6.0, 12.0, 12.0, class, 0.0),
            Sample::Whisker => {
                svg.line((x + 6.0, y - 6.0), (x + 6.0, y + 6.0), "whisker");
                svg.line((x + 1.0, y - 6.0), (x + 11.0, y - 6.0), "whisker");
            }
            Sample::Mean => svg.line((x, y), (x + 12.0, y), "mean"),
            Sample::Cell(class) => svg.cell((x, y - 6.0, 12.0, 12.0), *class),
            Sample::Look(look) => shape(svg, *look, x + 6.0, y),
            Sample::Heading => {}
        }
        let before = if *sample == Sample::Heading { 0.0 } else { TO_WORDS };
        svg.text(x + before, y + 4.0, "second", "start", words);
    }
}
