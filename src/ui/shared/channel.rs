//! How a visit is drawn: the shape and the colour of a channel, and how much of its bar is filled.

use egui::Color32;

use crate::model::{Channel, VisitStatus};
use crate::ui::theme::Palette;
use crate::ui::widgets::{BarInk, ChannelShape};

/// The shape that stands for a channel.
pub fn shape_of(channel: Channel) -> ChannelShape {
    match channel {
        Channel::PartyToParty => ChannelShape::Circle,
        Channel::StateToState => ChannelShape::Square,
        Channel::PartyToState => ChannelShape::Diamond,
        Channel::Subnational => ChannelShape::TriangleUp,
        Channel::Parliamentary => ChannelShape::TriangleDown,
        Channel::Military => ChannelShape::Plus,
        Channel::Business => ChannelShape::Asterisk,
    }
}

/// The colour of a channel in a theme.
pub fn colour_of(palette: &Palette, channel: Channel) -> Color32 {
    let colours = &palette.channel;
    match channel {
        Channel::PartyToParty => colours.party_to_party,
        Channel::StateToState => colours.state_to_state,
        Channel::PartyToState => colours.party_to_state,
        Channel::Subnational => colours.subnational,
        Channel::Parliamentary => colours.parliamentary,
        Channel::Military => colours.military,
        Channel::Business => colours.business,
    }
}

/// How much of a visit's bar is filled: what the counts have.
pub(in crate::ui) fn ink_of(status: VisitStatus, is_counted: bool) -> BarInk {
    match status {
        _ if is_counted => BarInk::Filled,
        VisitStatus::Planned => BarInk::Outlined,
        VisitStatus::Cancelled => BarInk::Struck,
        VisitStatus::Ongoing | VisitStatus::Completed => BarInk::Dashed,
    }
}
