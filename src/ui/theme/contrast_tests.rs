//! Contrast of text, of marks and of the edges of controls on the grounds that they are drawn on, by WCAG 2.2.

use egui::{Color32, Rgba};

use super::{HATCHED_CELL, Palette};

/// Relative luminance, WCAG 2.2.
fn luminance(colour: Color32) -> f32 {
    let linear = Rgba::from(colour);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

/// Contrast ratio, 1 to 21, WCAG 2.2.
fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// A pair by name, for the message of a failure.
struct Pair(&'static str, Color32, Color32);

macro_rules! pairs {
    ($palette:expr; $($text:ident on $($ground:ident)+;)+) => {
        vec![$($(Pair(
            concat!(stringify!($text), " on ", stringify!($ground)),
            $palette.$text,
            $palette.$ground,
        )),+),+]
    };
}

fn assert_at_least(theme: &str, minimum: f32, pairs: Vec<Pair>) {
    for Pair(name, a, b) in pairs {
        let ratio = contrast(a, b);
        assert!(ratio >= minimum, "{theme}: {name} is {ratio:.2}, below {minimum}");
    }
}

const THEMES: [(&str, &Palette); 2] = [("light", &Palette::LIGHT), ("dark", &Palette::DARK)];

#[test]
fn text_reaches_four_and_a_half() {
    for (theme, p) in THEMES {
        let pairs = pairs!(p;
            text on chrome surface panel raised hover accent_wash warn_wash mark error_wash ok_wash segment line_strong;
            text2 on chrome surface panel raised hover accent_wash warn_wash;
            text3 on chrome surface panel raised hover accent_wash;
            accent on chrome surface panel raised accent_wash warn_wash;
            warn on chrome surface panel raised warn_wash;
            error on surface panel raised error_wash;
            ok on chrome surface panel ok_wash;
            on_accent on accent_fill;
            panel on text2;
            on_marking on marking;
        );
        assert_at_least(theme, 4.5, pairs);
    }
}

/// What is told by shape and place: marks of the chart and of strips, the focus ring, the edges of controls, icons; each on
/// every ground that it is drawn on. Fills at half strength have an edge at full strength, however narrow they are.
#[test]
fn marks_rings_and_edges_reach_three() {
    for (theme, p) in THEMES {
        let mut pairs = pairs!(p;
            certain on surface panel raised accent_wash hover;
            possible on surface panel raised accent_wash hover;
            mean on certain surface;
            warn_mark on surface panel raised accent_wash hover;
            accent on accent_wash surface panel raised chrome hover segment;
            field_line on raised panel surface chrome hover accent_wash;
            error on raised surface panel hover;
            ok on surface panel raised;
            text2 on hover segment accent_wash;
            text3 on surface panel raised chrome;
        );
        let channels = [
            ("party to party", p.channel.party_to_party),
            ("state to state", p.channel.state_to_state),
            ("party to state", p.channel.party_to_state),
            ("subnational", p.channel.subnational),
            ("parliamentary", p.channel.parliamentary),
            ("military", p.channel.military),
            ("business", p.channel.business),
        ];
        // Cells lie on the lanes alone; what is hatched there is drawn a little lighter.
        let cells = (0..p.density.len()).map(|class| Pair("edge of a cell", p.density_cell(class).1, p.surface));
        pairs.extend(cells);
        pairs.push(Pair("hatched cell", p.surface.lerp_to_gamma(p.possible, HATCHED_CELL), p.surface));
        for ground in [p.surface, p.panel, p.raised, p.hover, p.accent_wash] {
            pairs.extend(channels.map(|(name, colour)| Pair(name, colour, ground)));
        }
        assert_at_least(theme, 3.0, pairs);
    }
}

#[test]
fn ratios_are_those_of_the_design() {
    // Two ends of the tables, so that the formula itself is checked.
    assert!((contrast(Palette::LIGHT.text, Palette::LIGHT.raised) - 16.9).abs() < 0.1);
    assert!((contrast(Palette::DARK.text, Palette::DARK.mark) - 8.9).abs() < 0.1);
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
}
