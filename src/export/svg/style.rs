//! Colours, type, hatches and fades of the picture: those of the window's light theme.

use std::fmt::Write as _;

use crate::model::Channel;
use crate::present::chart::SeriesStyle;
use crate::present::chart::colours::{
    self, BEYOND_ALPHA, CERTAIN, DENSITY_EDGE, FIELD_LINE, GRID, LINE, LINE_STRONG, PALE_DENSITY, POSSIBLE, SURFACE,
    TEXT, TEXT2, TEXT3, WARN_MARK, WARN_WASH, channel_colour,
};

/// `#1e1d1a`.
pub(super) fn hex(colour: u32) -> String {
    format!("#{colour:06x}")
}

/// The colour of a look.
pub(super) fn colour_of(look: Option<SeriesStyle>) -> String {
    hex(look.map_or(CERTAIN, |look| channel_colour(look.0)))
}

/// What stands for a look in the name of a hatch or a fade.
pub(super) fn name_of(look: Option<SeriesStyle>) -> &'static str {
    look.map_or("none", |look| look.0.word())
}

/// The colour of a cell of dense lanes, of the class from 0 to 4, and that of its edge where it is so pale that it has one.
pub(super) fn density(class: usize) -> (String, Option<String>) {
    let within = hex(colours::DENSITY.get(class).copied().unwrap_or(CERTAIN));
    (within, (class < PALE_DENSITY).then(|| hex(DENSITY_EDGE)))
}

/// Half of a colour, over the ground.
fn half(colour: u32) -> u32 {
    let middle = |shift: u32| u32::midpoint(colour >> shift & 0xFF, SURFACE >> shift & 0xFF) << shift;
    middle(16) | middle(8) | middle(0)
}

fn classes() -> String {
    let [surface, text, text2, text3] = [SURFACE, TEXT, TEXT2, TEXT3].map(hex);
    let [certain, qualified, possible] = [CERTAIN, half(CERTAIN), POSSIBLE].map(hex);
    let [grid, line, base, cut_off] = [GRID, LINE, LINE_STRONG, FIELD_LINE].map(hex);
    let (warn, warn_wash) = (hex(WARN_MARK), hex(WARN_WASH));
    let beyond = f32::from(BEYOND_ALPHA) / 255.0;
    format!(
        "text{{font-family:Inter,'Noto Sans','Noto Sans CJK SC',sans-serif;fill:{text}}}\n\
         .surface{{fill:{surface}}}.beyond{{fill:#000;fill-opacity:{beyond:.3}}}\n\
         .title{{font-size:20px;font-weight:600}}.second,.axis{{font-size:12px;fill:{text2}}}\
         .name,.lane{{font-size:13px;font-weight:600}}.label{{font-size:13px;font-weight:500}}.small{{font-size:11px;fill:{text3}}}\n\
         .number{{font-size:12px;font-weight:600;paint-order:stroke;stroke:{surface};stroke-width:3}}\n\
         .on-marking{{font-size:11px;font-weight:600;fill:#fff}}.marking{{fill:#000}}\n\
         line,polyline{{fill:none}}.grid{{stroke:{grid}}}.edge{{stroke:{line}}}.base{{stroke:{base}}}\n\
         .cut-off{{stroke:{cut_off};stroke-width:1.5}}.whisker{{stroke:{possible};stroke-width:1.5}}\
         .tether{{stroke:{text3};stroke-dasharray:2 3}}\n\
         .arrow{{fill:none;stroke-width:1.5}}.announced{{stroke:{text3};stroke-width:1.5}}\
         .ghost{{fill:{warn_wash};stroke:{warn}}}.ghost-tick{{stroke:{warn};stroke-width:2}}\n\
         .mean{{stroke:{text};stroke-width:2}}.mean-halo{{stroke:{surface};stroke-width:5}}\n\
         .certain{{fill:{certain}}}.qualified{{fill:{qualified};stroke:{certain}}}\
         .possible{{fill:url(#hatch-possible);stroke:{possible}}}\n"
    )
}

/// The styles, and a hatch and two fades for each look.
pub(super) fn definitions() -> String {
    let mut text = format!("<style>{}</style>\n<defs>\n", classes());
    hatch(&mut text, "possible", &hex(POSSIBLE));
    let styles = std::iter::once(None).chain(Channel::ALL.iter().map(|channel| Some(SeriesStyle(*channel))));
    for look in styles {
        let (name, colour) = (name_of(look), colour_of(look));
        hatch(&mut text, name, &colour);
        for (side, [from, to]) in [("right", [1, 0]), ("left", [0, 1])] {
            let _ = writeln!(
                text,
                "<linearGradient id=\"fade-{side}-{name}\"><stop offset=\"0\" stop-color=\"{colour}\" stop-opacity=\"{from}\"/>\
                 <stop offset=\"1\" stop-color=\"{colour}\" stop-opacity=\"{to}\"/></linearGradient>"
            );
        }
    }
    for (side, [from, to]) in [("right", ["#fff", "#000"]), ("left", ["#000", "#fff"])] {
        let _ = writeln!(
            text,
            "<linearGradient id=\"shade-{side}\"><stop offset=\"0\" stop-color=\"{from}\"/><stop offset=\"1\" stop-color=\"{to}\"/></linearGradient>\
             <mask id=\"mask-{side}\" maskContentUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\" fill=\"url(#shade-{side})\"/></mask>"
        );
    }
    text.push_str("</defs>\n");
    text
}

fn hatch(text: &mut String, name: &str, colour: &str) {
    let _ = writeln!(
        text,
        "<pattern id=\"hatch-{name}\" width=\"5.5\" height=\"5.5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect width=\"5.5\" height=\"5.5\" fill=\"{colour}\" fill-opacity=\".1\"/><rect width=\"1.6\" height=\"5.5\" fill=\"{colour}\"/></pattern>"
    );
}
