//! Remarks of a reviewer that nobody has settled.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Key};

pub(super) const OPEN_REMARK: Rule = Rule {
    id: "open-remark",
    severity: Severity::Info,
    title: "Open remark of a reviewer",
    condition: "A record has a `review`",
    help: "A colleague has read the record and says something of it. Settle it, then empty the field; until then it \
           is listed here.",
    scope: Scope::PerRecord(open_remark),
};

fn open_remark(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    let remark = record.review().trim();
    if !remark.is_empty() {
        found.add("review", format!("{}: {remark}", called(record)), "Settle it, then empty the field");
        found.mended_by(Remedy::take_away("Settle the remark", "review"));
    }
}
