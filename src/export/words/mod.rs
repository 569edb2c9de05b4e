//! What a briefing says, in plain words for whoever writes it down: no markup, and nothing that cannot be seen. A room
//! that writes a format escapes them for it.

mod changes;
mod cut;
mod dates;
mod disputes;
mod left_out;
mod marks;
mod notices;
mod origins;
mod people;
mod printed;
mod said;
mod sentences;
mod sides;
mod time;

pub(super) use changes::changes;
pub(super) use cut::cut_text;
pub(super) use dates::{date_words, dated, dated_by, reason};
pub(super) use disputes::{Dispute, dispute_words, disputes};
pub(super) use left_out::not_counted;
pub(super) use marks::{as_ours, caveats, is_ours, marked};
pub(super) use notices::{Part, standing};
pub(super) use origins::{drawn_name, of_origins};
pub(super) use people::People;
pub(super) use printed::marked_of_visit;
pub(super) use said::{bare_words, ground_words, quoted, said_words};
pub(super) use sentences::{closed, date_begun, listed, one_line, sentence};
pub(super) use sides::{side_source, side_value, side_words_of_source};
pub(super) use time::in_order_of_time;
