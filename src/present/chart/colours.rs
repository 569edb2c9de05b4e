//! The colours of the chart in the light theme, as `0xRRGGBB`: those of the window and those of a picture in a file.
//!
//! The window's palettes are in `ui/theme`; that of the light theme takes these from here.

use crate::model::Channel;

/// Behind everything.
pub const SURFACE: u32 = 0xFCFBF9;
/// Lines between lanes and round them.
pub const LINE: u32 = 0xE5E1DA;
/// The line on which bars stand.
pub const LINE_STRONG: u32 = 0xCBC5BA;
/// The line of the cut-off.
pub const FIELD_LINE: u32 = 0x8A8378;
/// Lines of the grid.
pub const GRID: u32 = 0xE9E5DF;
/// Names, numbers and the rolling mean.
pub const TEXT: u32 = 0x1E1D1A;
/// Dates, the words of the axes.
pub const TEXT2: u32 = 0x57534B;
/// Tethers and announcements.
pub const TEXT3: u32 = 0x6C675E;
/// The edge of a reading that a source sets against a date.
pub const WARN_MARK: u32 = 0xB26A00;
/// Its ground.
pub const WARN_WASH: u32 = 0xFBF1DD;
/// What is certain, where no channel gives a colour.
pub const CERTAIN: u32 = 0x7A8594;
/// The hatch of what is possible, and whiskers.
pub const POSSIBLE: u32 = 0x66707F;
/// The cells of dense lanes, from the fewest visits to the most.
pub const DENSITY: [u32; 5] = [0xC9D5E0, 0xA0B3C5, 0x7592AC, 0x486887, 0x1F3B58];
/// So many of them are so pale that they have an edge in [`DENSITY_EDGE`], which can be told from the ground.
pub const PALE_DENSITY: usize = 2;
/// A cell so wide, in points, has its edge at its sides too; of a narrower one it would leave nothing.
pub const CELL_SIDES_FROM: f32 = 6.0;
/// The edge of pale cells.
pub const DENSITY_EDGE: u32 = 0x7592AC;
/// Black over the time after the cut-off and the time that nobody searched, out of 255.
pub const BEYOND_ALPHA: u8 = 10;

/// The colour of a channel.
#[must_use]
pub const fn channel_colour(channel: Channel) -> u32 {
    match channel {
        Channel::PartyToParty => 0xB44104,
        Channel::StateToState => 0x15447A,
        Channel::PartyToState => 0xA357B5,
        Channel::Subnational => 0x3F7A4E,
        Channel::Parliamentary => 0xB97500,
        Channel::Military => 0x2B2F36,
        Channel::Business => 0x06958A,
    }
}
