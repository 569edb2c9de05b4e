//! Colours, type, hatches and fades of the picture: those of the window's light theme.

use std::fmt::Write as _;

use crate::model::Channel;
use crate::present::chart::Look;

/// The colour of a look.
pub(super) fn colour_of(look: Option<Look>) -> &'static str {
    match look.map(|look| look.0) {
        Some(Channel::PartyToParty) => "#b44104",
        Some(Channel::StateToState) => "#15447a",
        Some(Channel::PartyToState) => "#a357b5",
        Some(Channel::Subnational) => "#3f7a4e",
        Some(Channel::Parliamentary) => "#c27b00",
        Some(Channel::Military) => "#2b2f36",
        Some(Channel::Business) => "#069a8e",
        None => CERTAIN,
    }
}

/// What stands for a look in the name of a hatch or a fade.
pub(super) fn name_of(look: Option<Look>) -> &'static str {
    look.map_or("none", |look| look.0.word())
}

/// The cells of dense lanes, from the fewest visits to the most.
pub(super) const DENSITY: [&str; 5] = ["#c9d5e0", "#a0b3c5", "#7592ac", "#486887", "#1f3b58"];
const CERTAIN: &str = "#7a8594";
const POSSIBLE: &str = "#66707f";
const UNSEARCHED: &str = "#d9d4ca";

const CLASSES: &str = "\
text{font-family:Inter,'Noto Sans','Noto Sans CJK SC',sans-serif;fill:#1e1d1a}
.surface{fill:#fcfbf9}.beyond{fill:#f3f1ed}
.title{font-size:20px;font-weight:600}.second,.axis{font-size:12px;fill:#57534b}.name{font-size:13px;font-weight:600}
.lane{font-size:13px;font-weight:600}.label{font-size:13px;font-weight:500}.number{font-size:12px;font-weight:600}
.on-marking{font-size:11px;font-weight:600;fill:#fff}.marking{fill:#000}
line,polyline{fill:none}.grid{stroke:#e9e5df}.edge{stroke:#e5e1da}.base{stroke:#cbc5ba}
.cut-off{stroke:#918a7f;stroke-width:1.5}.whisker{stroke:#66707f;stroke-width:1.5}.tether{stroke:#6c675e;stroke-dasharray:2 3}
.arrow{fill:none;stroke-width:1.5}.announced{stroke:#6c675e;stroke-width:1.5}.ghost{fill:#fbf1dd;stroke:#b26a00}
.mean{stroke:#1e1d1a;stroke-width:2}.mean-halo{stroke:#fcfbf9;stroke-width:5}
.certain{fill:#7a8594}.qualified{fill:#bbc0c7;stroke:#7a8594}.possible{fill:url(#hatch-possible);stroke:#66707f}
";

/// The styles, and a hatch and two fades for each look.
pub(super) fn definitions() -> String {
    let mut text = format!("<style>{CLASSES}</style>\n<defs>\n");
    hatch(&mut text, "possible", POSSIBLE);
    hatch(&mut text, "unsearched", UNSEARCHED);
    let looks = std::iter::once(None).chain(Channel::ALL.iter().map(|channel| Some(Look(*channel))));
    for look in looks {
        let (name, colour) = (name_of(look), colour_of(look));
        hatch(&mut text, name, colour);
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
