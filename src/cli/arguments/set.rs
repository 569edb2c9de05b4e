//! `dateline set`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dateline set mine.ron v-li.place '\"Novi Sad\"'
  dateline set mine.ron v-li.when '(edtf: \"2024-10-14\", said: \"on October 14\")'
  dateline set mine.ron .status Review
Without VALUE the field goes. A renamed id is followed wherever it is named.
Exit codes: 0 set, 1 refused (the value does not fit, or names no record), 2 unreadable or not written.")]
pub(in crate::cli) struct SetArguments {
    /// The briefing, changed in place
    pub(in crate::cli) file: PathBuf,
    /// The record's id and its field; without a record the briefing's own: .title
    #[arg(value_name = "RECORD.FIELD")]
    pub(in crate::cli) field: String,
    /// The value, in RON
    #[arg(allow_hyphen_values = true)]
    pub(in crate::cli) value: Option<String>,
    /// Write to this new file, and leave FILE as it is
    #[arg(short, long, value_name = "COPY")]
    pub(in crate::cli) output: Option<PathBuf>,
}
