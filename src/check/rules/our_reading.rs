//! Fields that the author reads into a record: that they are there.

use crate::check::context::{Context, called};
use crate::check::findings::Findings;
use crate::check::suggest::{did_you_mean, nearest};
use crate::check::{Remedy, Rule, Scope, Severity};
use crate::model::{AnyRecord, Key};

pub(super) const OUR_READING: Rule = Rule {
    id: "our-reading",
    severity: Severity::Warning,
    title: "Our reading of a field that is not there",
    condition: "`our_reading` names a field that its record has not, or that says nothing",
    help: "A field named in `our_reading` is shown and exported as the author's own reading, which no source states \
           (sourced information is told apart from assumptions and judgements, ICD 203, D.6.e.3). A name without its \
           field tells of nothing; it is a slip, or the field was emptied since.",
    scope: Scope::PerRecord(our_reading),
};

fn our_reading(_: &Context, _: Key, record: &AnyRecord, found: &mut Findings) {
    for (number, name) in record.our_reading().iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let is_known = record.field_names().contains(&name.as_str());
        let (message, hint) = if is_known && record.field_node(name).is_none() {
            (format!("{} calls `{name}` our reading, and says nothing there", called(record)), String::new())
        } else if is_known {
            continue;
        } else {
            let hint = did_you_mean(nearest(name, record.field_names().iter().copied()));
            (format!("{} calls `{name}` our reading, which is no field of it", called(record)), hint)
        };
        let path = format!("our_reading[{number}]");
        found.add(path.clone(), message, hint);
        found.mended_by(Remedy::take_away("Take the name away", path));
    }
}
