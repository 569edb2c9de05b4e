//! The colours of both themes.

use egui::{Color32, Ui, Visuals};

use crate::model::Channel;
use crate::present::chart::colours::{self, channel_colour};

/// How strong the hatch of a cell is in which all is only possible.
pub const HATCHED_CELL: f32 = 0.8;

/// Every colour of one theme.
///
/// Contrast of the text pairs is held by a test. Borders (`line`, `line_strong`, `grid`) are decoration:
/// no meaning hangs on them alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// Window, bars.
    pub chrome: Color32,
    /// Content.
    pub surface: Color32,
    /// Inspector.
    pub panel: Color32,
    /// Field, card, popover.
    pub raised: Color32,
    /// A hovered control, a filter chip, the track of a segmented switch.
    pub hover: Color32,
    /// Separators.
    pub line: Color32,
    /// Axis base, popover edge.
    pub line_strong: Color32,
    /// Edge of fields, buttons and boxes to tick, empty confidence box, drop zone.
    pub field_line: Color32,
    /// Chart grid, table rows.
    pub grid: Color32,
    /// Over the part of a chart after the information cut-off, and over time that nobody searched.
    pub beyond: Color32,
    /// Text.
    pub text: Color32,
    /// Secondary.
    pub text2: Color32,
    /// Hint, icon, zero.
    pub text3: Color32,
    /// Link, selection, focus.
    pub accent: Color32,
    /// Primary button, editing.
    pub accent_fill: Color32,
    /// Text on accent fill.
    pub on_accent: Color32,
    /// Selected row, interpretation.
    pub accent_wash: Color32,
    /// Warning and conflict text.
    pub warn: Color32,
    /// Warning shape on a chart.
    pub warn_mark: Color32,
    /// Conflict box.
    pub warn_wash: Color32,
    /// Error text and edge.
    pub error: Color32,
    /// Error box.
    pub error_wash: Color32,
    /// Found, saved.
    pub ok: Color32,
    /// Confirmation box.
    pub ok_wash: Color32,
    /// Highlighted quote in a passage (only `text` on it).
    pub mark: Color32,
    /// Histogram bar, date strip.
    pub certain: Color32,
    /// Hatch and whisker where no channel.
    pub possible: Color32,
    /// Rolling mean.
    pub mean: Color32,
    /// The selected segment of a segmented switch.
    pub segment: Color32,
    /// Behind the letters of a marking, in both themes.
    pub marking: Color32,
    /// The letters of a marking, in both themes.
    pub on_marking: Color32,
    /// Dims the window behind the command palette.
    pub scrim: Color32,
    /// Shadow of a popover.
    pub shadow: Color32,
    /// Density strip, from one visit in a bin to eight or more: 1, 2, 3–4, 5–7, 8+.
    pub density: [Color32; 5],
    /// The edge of its palest cells, which would hardly be told from the ground.
    pub density_edge: Color32,
    /// One colour for each channel; the shape beside it says the same.
    pub channel: ChannelColours,
}

/// The colour of each channel of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelColours {
    /// Between parties.
    pub party_to_party: Color32,
    /// Between states.
    pub state_to_state: Color32,
    /// From a party to a state.
    pub party_to_state: Color32,
    /// Between parts of countries.
    pub subnational: Color32,
    /// Between parliaments.
    pub parliamentary: Color32,
    /// Between armed forces.
    pub military: Color32,
    /// Between companies, or them and a state.
    pub business: Color32,
}

impl Palette {
    /// The light theme.
    pub const LIGHT: Self = Self {
        chrome: hex(0xF3F1ED),
        surface: hex(colours::SURFACE),
        panel: hex(0xF8F6F3),
        raised: hex(0xFFFFFF),
        hover: hex(0xECE9E3),
        line: hex(colours::LINE),
        line_strong: hex(colours::LINE_STRONG),
        field_line: hex(colours::FIELD_LINE),
        grid: hex(colours::GRID),
        beyond: Color32::from_black_alpha(colours::BEYOND_ALPHA),
        text: hex(colours::TEXT),
        text2: hex(colours::TEXT2),
        text3: hex(colours::TEXT3),
        accent: hex(0x2C4FC4),
        accent_fill: hex(0x2C4FC4),
        on_accent: hex(0xFFFFFF),
        accent_wash: hex(0xE7ECFA),
        warn: hex(0x865000),
        warn_mark: hex(colours::WARN_MARK),
        warn_wash: hex(colours::WARN_WASH),
        error: hex(0xB01C2E),
        error_wash: hex(0xFBE8E8),
        ok: hex(0x1F6B45),
        ok_wash: hex(0xE4F2E9),
        mark: hex(0xFBEBB0),
        certain: hex(colours::CERTAIN),
        possible: hex(colours::POSSIBLE),
        mean: hex(colours::TEXT),
        segment: hex(0xFFFFFF),
        marking: hex(0x000000),
        on_marking: hex(0xFFFFFF),
        scrim: Color32::from_black_alpha(70),
        shadow: Color32::from_black_alpha(36),
        density: density(colours::DENSITY),
        density_edge: hex(colours::DENSITY_EDGE),
        channel: ChannelColours {
            party_to_party: hex(channel_colour(Channel::PartyToParty)),
            state_to_state: hex(channel_colour(Channel::StateToState)),
            party_to_state: hex(channel_colour(Channel::PartyToState)),
            subnational: hex(channel_colour(Channel::Subnational)),
            parliamentary: hex(channel_colour(Channel::Parliamentary)),
            military: hex(channel_colour(Channel::Military)),
            business: hex(channel_colour(Channel::Business)),
        },
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        chrome: hex(0x141518),
        surface: hex(0x1A1B1F),
        panel: hex(0x1E2024),
        raised: hex(0x26282D),
        hover: hex(0x2B2D33),
        line: hex(0x2C2E34),
        line_strong: hex(0x44474F),
        field_line: hex(0x777A83),
        grid: hex(0x26282D),
        beyond: Color32::from_black_alpha(48),
        text: hex(0xECEAE6),
        text2: hex(0xB5B2AB),
        text3: hex(0x9D9A93),
        accent: hex(0x9DB2FF),
        accent_fill: hex(0x3F5FD6),
        on_accent: hex(0xFFFFFF),
        accent_wash: hex(0x222840),
        warn: hex(0xEDBB66),
        warn_mark: hex(0xE0A23A),
        warn_wash: hex(0x32291B),
        error: hex(0xFF8F8A),
        error_wash: hex(0x3B2123),
        ok: hex(0x7CCB9B),
        ok_wash: hex(0x1D3026),
        mark: hex(0x483D16),
        certain: hex(0x727D8D),
        possible: hex(0x97A1B0),
        mean: hex(0xECEAE6),
        segment: hex(0x44474F),
        marking: hex(0x000000),
        on_marking: hex(0xFFFFFF),
        scrim: Color32::from_black_alpha(140),
        shadow: Color32::from_black_alpha(128),
        density: [hex(0x26323E), hex(0x37495B), hex(0x547088), hex(0x7593AE), hex(0xB0CBE2)],
        density_edge: hex(0x547088),
        channel: ChannelColours {
            party_to_party: hex(0xE5773C),
            state_to_state: hex(0x5382D6),
            party_to_state: hex(0xCB9CD4),
            subnational: hex(0x83B87D),
            parliamentary: hex(0xF0DB8A),
            military: hex(0x7D8088),
            business: hex(0x7BE0D2),
        },
    };

    /// The palette of the theme that `visuals` belongs to.
    pub fn of(visuals: &Visuals) -> &'static Self {
        if visuals.dark_mode { &Self::DARK } else { &Self::LIGHT }
    }

    /// The colours of a cell of a density class from 0: within, and of its edge.
    #[must_use]
    pub fn density_cell(&self, class: usize) -> (Color32, Color32) {
        let within = self.density.get(class).copied().unwrap_or(self.certain);
        (within, if class < colours::PALE_DENSITY { self.density_edge } else { within })
    }

    /// `colour` as a tenth of itself: the ground under a hatch.
    pub fn tint(colour: Color32) -> Color32 {
        colour.gamma_multiply(0.10)
    }
}

/// An opaque colour from `0xRRGGBB`.
const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn density([least, low, middle, high, most]: [u32; 5]) -> [Color32; 5] {
    [hex(least), hex(low), hex(middle), hex(high), hex(most)]
}

/// The colours of the theme that `ui` is drawn in.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    Palette::of(ui.visuals())
}
