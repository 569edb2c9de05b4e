//! The controls and marks that the tabs are made of. They know colours and sizes, but no briefing: their
//! inputs are plain text, numbers and days.

mod activity;
mod badge;
mod bearing;
mod button;
mod card;
mod card_list;
mod channel_mark;
mod chip;
mod choice_field;
mod content;
mod count_fill;
mod date_bar;
mod date_strip;
mod directness;
mod dropdown;
mod empty_state;
mod field;
mod flow;
pub mod hatch;
mod key_cap;
mod legend;
mod likelihood;
mod link;
mod list_row;
mod logo;
mod menu;
mod menu_keys;
mod named_part;
mod number;
mod quote;
mod search_field;
mod section;
mod segmented;
pub mod table;
mod tabs;
mod toast;
mod wrapped_link;

pub use activity::{ActivityRow, SAID_WIDTH, activity_shapes, mark_shapes};
pub use badge::{Severity, grade_box, marking_box, severity_label, status_pill};
pub use bearing::{YesNo, yes_no_cell};
pub use button::{Button, IconButton};
pub use card::Card;
pub use card_list::{CardList, CardListResponse, CardPlace, Heights};
pub use channel_mark::{ChannelShape, channel_label, channel_label_width, channel_shapes};
pub use chip::{Chip, ChipResponse};
pub use choice_field::{choice_field, choice_field_with};
pub use count_fill::{CountFill, count_fill, feather_of, whisker};
pub use date_bar::{BarInk, DateBar};
pub use date_strip::{DateStrip, StripLabel, StripTick};
pub use directness::{Directness, directness_bar};
pub use dropdown::{Dropdown, select_field};
pub use empty_state::empty_state;
pub use field::{Field, field_box};
pub use flow::{Flow, FlowPiece};
pub use key_cap::{key_cap, key_caps};
pub use legend::legend_bar;
pub use likelihood::{Band, ICD_203, confidence_boxes, likelihood_choice, likelihood_scale};
pub use link::{Link, link};
pub use list_row::{ListRow, RowLead};
pub use logo::{logo, logo_shapes};
pub use menu::{
    MenuItem, context_menu, menu_button, menu_heading, menu_of_either_button, menu_popup, menu_separator, show_menu,
};
pub use named_part::{group_ui, name_part};
pub use number::table_number;
pub use quote::{Quote, QuoteResponse, Run, quote_galley};
pub use search_field::SearchField;
pub use section::{SectionHead, property_row, separator, vertical_separator};
pub use segmented::{Segment, Segmented};
pub use tabs::{Tab, tabs_bar};
pub use toast::{Toast, ToastAnswer, toast};

pub(in crate::ui) use content::{focus_ring, scroll_to_focus};
pub(in crate::ui) use wrapped_link::{Underline, text_spans, wrapped_link_ui};
