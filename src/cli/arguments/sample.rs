//! `dateline sample`.

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
Without a number the sample made from one news article. With one, fictional countries and people: visits over 75 years
with every kind of date. The same numbers and seed give the same text.")]
pub(in crate::cli) struct SampleArguments {
    /// The second sample: an article on two made-up countries, held whole
    #[arg(long, conflicts_with_all = ["visits", "statements"])]
    pub(in crate::cli) held: bool,
    /// How many visits to make up
    #[arg(long, value_name = "N")]
    pub(in crate::cli) visits: Option<usize>,
    /// How many statements to make up
    #[arg(long, value_name = "N")]
    pub(in crate::cli) statements: Option<usize>,
    /// Where the making-up begins; another number gives another briefing
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(in crate::cli) seed: u64,
}
