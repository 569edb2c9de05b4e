//! The lanes of the picture: names, marks with their words, or cells where lanes are dense.

use super::element::{Svg, number};
use super::picture::{MARGIN, Picture};
use super::style::{colour_of, name_of};
use crate::model::{Channel, VisitStatus, plural};
use crate::present::chart::{BarPart, FadeTo, Fill, LabelStyle, Mark, MarkLabel, SeriesStyle, Side, bins_in_sight};

const SHAPE_STEP: f32 = 16.0;
const ARROW: f32 = 4.0;
/// A reading that a source sets against a date is a tick where it is narrower.
const GHOST_FROM: f32 = 14.0;
/// The ground left and right of words that a line passes behind.
const HALO: f32 = 3.0;
/// Beside the name of a low lane stands the number of its visits.
const COUNT_ROOM: f32 = 40.0;
/// The words of a line between two visits take at most so much.
const MOST_TETHER: f32 = 300.0;
/// From this height on, the number stands under the name.
const TWO_LINES: f32 = 58.0;

/// Draws all lanes.
pub(super) fn paint(svg: &mut Svg, picture: &Picture) {
    for lane_box in &picture.layout.lanes {
        let Some(lane) = picture.lanes.lanes.get(lane_box.lane) else { continue };
        let (top, bottom) = (picture.top + lane_box.top, picture.top + lane_box.bottom);
        if lane_box.top > 0.0 && !picture.layout.is_dense {
            svg.line((MARGIN, top), (picture.scale.right(), top), "edge");
        }
        let count = lane.items.len().to_string();
        let room = picture.scale.left - MARGIN - super::picture::GUTTER_GAP;
        let shortened = |room| picture.measure.shortened(LabelStyle::Name, &lane.label, room);
        if bottom - top >= TWO_LINES {
            svg.text(MARGIN, top + 32.0, "lane", "start", &shortened(room));
            svg.text(MARGIN, top + 50.0, "second", "start", &plural(lane.items.len(), "visit"));
        } else {
            svg.text(MARGIN, f32::midpoint(top, bottom) + 4.0, "label", "start", &shortened(room - COUNT_ROOM));
            svg.text(picture.scale.left - 12.0, f32::midpoint(top, bottom) + 4.0, "second", "end", &count);
        }
        if picture.layout.is_dense {
            cells(svg, picture, lane_box.lane, f32::midpoint(top, bottom));
        }
    }
    for tether in &picture.layout.tethers {
        let down = |(x, y): (f32, f32)| (x, y + picture.top);
        let (from, to) = (down(tether.from), down(tether.to));
        svg.line(from, (from.0, to.1), "tether");
        svg.line((from.0, to.1), to, "tether");
        if let Some((x, y)) = tether.words_at.map(down) {
            svg.text(
                x,
                y + 4.0,
                "axis",
                "start",
                &picture.measure.shortened(LabelStyle::Date, &tether.words, MOST_TETHER),
            );
        }
    }
    for drawn in &picture.layout.marks {
        svg.open_group("visit", &drawn.name);
        mark(svg, picture, drawn);
        svg.close_group();
    }
}

fn cells(svg: &mut Svg, picture: &Picture, lane: usize, middle: f32) {
    let Some(counts) = picture.tally.lanes.get(lane) else { return };
    for cell in bins_in_sight(counts, picture.scale) {
        let wide = (cell.right - cell.left - 1.0).max(1.0);
        let rect = (cell.left, middle - 8.5, wide, 17.0);
        match picture.tally.density.class(&cell.count) {
            Some(class) => svg.cell(rect, class),
            None => svg.filled(rect, "url(#hatch-possible)", ""),
        }
    }
}

fn mark(svg: &mut Svg, picture: &Picture, mark: &Mark) {
    let (top, bottom) = (mark.y.0 + picture.top, mark.y.1 + picture.top);
    for (left, right) in &mark.ghosts {
        if right - left < GHOST_FROM {
            let x = f32::midpoint(*left, *right);
            svg.line((x, top - 2.0), (x, bottom + 2.0), "ghost-tick");
        } else {
            svg.rect(*left, top + 1.0, right - left, bottom - top - 2.0, "ghost", 2.0);
        }
    }
    if let Some((x, from, to)) = mark.announcement() {
        svg.line((x, from + picture.top), (x, to + picture.top), "announced");
    }
    let mut styles: Vec<Option<SeriesStyle>> = mark.styles.iter().copied().map(Some).collect();
    if styles.is_empty() {
        styles.push(None);
    }
    if mark.is_counted {
        let height = (bottom - top) / styles.len() as f32;
        for (stripe, look) in styles.iter().enumerate() {
            let y = top + height * stripe as f32;
            for drawn in &mark.bar.parts {
                part(svg, drawn, *look, y, height, mark.qualified);
            }
        }
        arrows(svg, mark, &colour_of(styles.first().copied().flatten()), f32::midpoint(top, bottom));
    } else {
        let colour = colour_of(styles.first().copied().flatten());
        // Planned and cancelled visits have an edge; a video conference, a call or a letter a dashed one.
        let is_remote = matches!(mark.status, VisitStatus::Ongoing | VisitStatus::Completed);
        let dashes = if is_remote { " stroke-dasharray=\"3 2\"" } else { "" };
        let more = format!("rx=\"2\" stroke=\"{colour}\" stroke-width=\"1.5\"{dashes}");
        svg.filled((mark.bar.left, top, mark.bar.right - mark.bar.left, bottom - top), "none", &more);
        if mark.status == VisitStatus::Cancelled {
            let (left, right, y) =
                (number(mark.bar.left - 8.0), number(mark.bar.right + 8.0), number(f32::midpoint(top, bottom)));
            svg.path(&format!("M{left} {y}H{right}"), &format!("stroke=\"{colour}\" stroke-width=\"1.5\""));
        }
    }
    if let Some(words) = &mark.label {
        label(svg, picture, mark, words, f32::midpoint(top, bottom));
    }
}

/// A small arrow on each open end.
fn arrows(svg: &mut Svg, mark: &Mark, colour: &str, middle: f32) {
    for part in &mark.bar.parts {
        let (tip, back) = match part.fade {
            Some(FadeTo::Left) => (part.left, ARROW),
            Some(FadeTo::Right) => (part.right, -ARROW),
            None => continue,
        };
        let at = |x: f32, y: f32| format!("{} {}", number(x), number(y));
        let path =
            format!("M{}L{}L{}", at(tip + back, middle - ARROW), at(tip, middle), at(tip + back, middle + ARROW));
        svg.path(&path, &format!("class=\"arrow\" stroke=\"{colour}\""));
    }
}

fn part(svg: &mut Svg, part: &BarPart, look: Option<SeriesStyle>, y: f32, height: f32, qualified: bool) {
    let rect = (part.left, y, part.right - part.left, height);
    let (name, colour) = (name_of(look), colour_of(look));
    let side = part.fade.map(|side| if side == FadeTo::Left { "left" } else { "right" });
    let strength = if qualified { "fill-opacity=\".5\"" } else { "" };
    match (part.fill, side) {
        (Fill::Certain, Some(side)) => svg.filled(rect, &format!("url(#fade-{side}-{name})"), strength),
        (Fill::Certain, None) if qualified => {
            svg.filled(rect, &colour, &format!("{strength} stroke=\"{colour}\""));
        }
        (Fill::Certain, None) => svg.filled(rect, &colour, strength),
        (Fill::Possible, Some(side)) => {
            svg.filled(rect, &format!("url(#hatch-{name})"), &format!("mask=\"url(#mask-{side})\""));
        }
        (Fill::Possible, None) => {
            svg.filled(
                rect,
                &format!("url(#hatch-{name})"),
                &format!("rx=\"2\" stroke=\"{colour}\" stroke-dasharray=\"3 2.5\""),
            );
        }
    }
}

fn label(svg: &mut Svg, picture: &Picture, mark: &Mark, label: &MarkLabel, middle: f32) {
    let shapes = mark.styles.len() as f32 * SHAPE_STEP;
    let (name_y, date_y) = if label.date.is_some() { (middle - 4.0, middle + 13.0) } else { (middle + 4.5, 0.0) };
    let anchor = if label.side == Side::Right { "start" } else { "end" };
    let conflict = if mark.disputed { "≠ " } else { "" };
    // The line of the cut-off passes behind the words.
    let (left, right) = (label.ends().0 - HALO, label.ends().1 + HALO);
    if picture.cut_off().is_some_and(|(x, _)| left < x && x < right) {
        let (top, bottom) = mark.label_y(label);
        svg.rect(left, top + picture.top, right - left, bottom - top, "surface", 0.0);
    }
    let name_x = if label.side == Side::Right { label.x + shapes } else { label.x };
    if !label.name.is_empty() {
        svg.text(name_x, name_y, "label", anchor, &label.name);
    }
    let mut x = match (label.side, label.name.is_empty()) {
        (Side::Right, _) | (_, true) => label.ends().0,
        (Side::Left, false) => label.x - picture.measure.label(LabelStyle::Name, &label.name) - shapes,
    };
    for look in &mark.styles {
        shape(svg, *look, x + 5.5, name_y - 4.5);
        x += SHAPE_STEP;
    }
    if let Some(date) = &label.date {
        svg.text(label.x, date_y, "second", anchor, &format!("{conflict}{date}"));
    }
}

/// The shape of a look, around a point.
pub(super) fn shape(svg: &mut Svg, look: SeriesStyle, x: f32, y: f32) {
    let colour = colour_of(Some(look));
    let at = |dx: f32, dy: f32| format!("{} {}", number(x + dx), number(y + dy));
    let fill = format!("fill=\"{colour}\"");
    let stroke = format!("stroke=\"{colour}\" stroke-width=\"2.4\" fill=\"none\"");
    match look.0 {
        Channel::PartyToParty => {
            svg.path(&format!("M{}a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0 -10.4 0z", at(-5.2, 0.0)), &fill);
        }
        Channel::StateToState => svg.path(&format!("M{}h9.4v9.4h-9.4z", at(-4.7, -4.7)), &fill),
        Channel::PartyToState => {
            svg.path(&format!("M{}L{}L{}L{}z", at(0.0, -6.4), at(6.4, 0.0), at(0.0, 6.4), at(-6.4, 0.0)), &fill);
        }
        Channel::Subnational => svg.path(&format!("M{}L{}L{}z", at(0.0, -5.6), at(5.8, 5.0), at(-5.8, 5.0)), &fill),
        Channel::Parliamentary => svg.path(&format!("M{}L{}L{}z", at(0.0, 5.6), at(5.8, -5.0), at(-5.8, -5.0)), &fill),
        Channel::Military => {
            svg.path(&format!("M{}V{}M{}H{}", at(0.0, -5.5), number(y + 5.5), at(-5.5, 0.0), number(x + 5.5)), &stroke);
        }
        Channel::Business => svg.path(
            &format!(
                "M{}L{}M{}L{}M{}L{}",
                at(0.0, -5.5),
                at(0.0, 5.5),
                at(-4.8, -2.7),
                at(4.8, 2.7),
                at(-4.8, 2.7),
                at(4.8, -2.7)
            ),
            &stroke,
        ),
    }
}
