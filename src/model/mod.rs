//! What a briefing is: plain data, and the rules of its dates.
//!
//! Nothing here knows a window, a file system or a clock. Every type reads itself from RON through `serde` and gives
//! itself back as a [`Node`], the tree that printing, JSON, differences and forms work on. Fields that a file has and
//! the model has not are kept as raw text ([`UnknownField`]).

mod actor;
mod briefing;
mod calendar;
mod cite;
mod conflict;
mod content;
mod corners;
mod date_display;
mod date_part;
mod date_words;
mod edtf;
mod edtf_text;
mod fields;
mod header;
mod id;
mod iso_country;
mod judgement;
mod key;
mod key_lists;
mod marking;
mod month_names;
mod node;
mod number;
mod period;
mod placing;
mod raw_value;
mod record;
mod references;
mod relation;
mod relative_start;
mod rewrite;
mod role;
mod shortened;
mod source;
mod start_days;
mod statement;
mod visit;
mod when;
mod words;

pub use actor::{Actor, ActorKind, Name};
pub use briefing::{Briefing, Unreadable};
pub use calendar::{Civil, Day, days_in_month, is_leap_year};
pub use cite::{Cite, CiteLong};
pub use conflict::{Conflict, ConflictStatus, Side};
pub use content::{Content, Directness};
pub use corners::DateBounds;
pub use date_part::{DatePart, EdtfError, Precision};
pub use edtf::{DateEnd, DateShape, ParsedDate, parse_edtf};
pub use fields::{FieldNames, NodeFields, UnknownField, UnknownFields};
pub use header::{Coverage, Header, Merge, Revision, Status, Waiver};
pub use id::{Id, Place, sharing_ids};
pub use iso_country::{countries, country_name, is_region_code, is_user_assigned};
pub use judgement::{Bearing, Confidence, Judgement, Likelihood};
pub use key::{Key, KeyCounter};
pub use key_lists::KeyLists;
pub use marking::{CustomMarking, Marking, TlpLevel};
pub use month_names::{MONTHS_IN_FULL, WEEKDAYS, display_day, month_in_full, month_name, weekday_name, year_words};
pub use node::{Node, ToNode};
pub use number::{count_text, plural, range_text, share_text};
pub use period::{Period, PeriodError};
pub use placing::Slot;
pub use record::{AnyRecord, Entry, Record, RecordKind, Records};
pub use references::Reference;
pub use relation::{Relation, RelationKind};
pub use rewrite::Fate;
pub use role::Role;
pub use shortened::{shortened, shortened_message};
pub use source::{Excerpt, Reliability, Source, SourceKind};
pub use start_days::{StartDays, start_days};
pub use statement::{Medium, NoResponse, Original, Statement};
pub use visit::{Channel, Level, Mode, Visit, VisitKind, VisitStatus};
pub use when::{AtLeast, Basis, Relative, When, WhenLong};
