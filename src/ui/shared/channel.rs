//! The shape and the colour of a channel.

use egui::Color32;

use crate::model::Channel;
use crate::ui::theme::Palette;
use crate::ui::widgets::ChannelShape;

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
