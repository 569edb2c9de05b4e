//! The counts behind the chart, for scripts: JSON and CSV.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::analysis::Holds;
use crate::analysis::count::{BinCount, Counts, Undated};
use crate::model::{Briefing, Id, Unreadable};
use crate::present::{LeftOutField, Reason, ToldVerdict, left_out_fields};

use super::csv::push_row;

/// `{total, unreadable, left_out, without_destination, bins: [{bin, lane, certain, qualified, expected, possible}], undated: [{lane, count, ids}]}`,
/// indented, with a line break at its end. `left_out` has the fields that could not be read, and the lists whose names
/// nobody knows; `without_destination` the ids of counted visits that do not say where they went. Every lane has an entry in `undated`, its ids sorted. Shares have four decimals.
///
/// Where lanes were asked for, `verdicts: [{lanes, period, text, holds, depends_on}]` says which is ahead: the one that
/// is stands first of `lanes`; `holds` is `always`, `if` (the dates in doubt of `depends_on` hold) or `no`.
#[must_use]
pub fn counts_to_json(counts: &Counts, briefing: &Briefing, verdicts: Option<&[ToldVerdict]>) -> String {
    let bin = |bin: &BinCount| {
        json!({
            "bin": bin.bin.to_string(),
            "lane": counts.lane(bin.lane),
            "certain": bin.certain,
            "qualified": bin.qualified,
            "expected": to_four_decimals(bin.expected),
            "possible": bin.possible,
        })
    };
    let undated = |tray: &Undated| {
        let ids: Vec<&str> = tray.ids().map(Id::as_str).collect();
        json!({ "lane": counts.lane(tray.lane), "count": tray.count(), "ids": ids })
    };
    let lost = |bad: &Unreadable| json!({ "kind": bad.kind.noun(), "line": bad.line, "message": bad.message });
    let left_out = |field: LeftOutField| match field.why {
        Reason::UnknownList { items, meant } => json!({ "field": field.name, "records": items, "meant": meant }),
        Reason::NoList | Reason::BadValue => json!({ "field": field.name }),
    };
    let mut value = json!({
        "total": counts.total,
        "unreadable": briefing.unreadable.iter().map(lost).collect::<Vec<Value>>(),
        "left_out": left_out_fields(briefing).map(left_out).collect::<Vec<Value>>(),
        "without_destination": counts.without_destination.iter().map(|(id, _)| id.as_str()).collect::<Vec<&str>>(),
        "bins": counts.bins.iter().map(bin).collect::<Vec<Value>>(),
        "undated": counts.undated.iter().map(undated).collect::<Vec<Value>>(),
    });
    if let Some(verdicts) = verdicts {
        let told = |told: &ToldVerdict| {
            json!({
                "lanes": told.lanes,
                "period": told.period.to_string(),
                "text": told.text,
                "holds": match told.holds {
                    Holds::Always => "always",
                    Holds::IfDoubtsHold => "if",
                    Holds::No => "no",
                },
                "depends_on": told.depends_on.iter().map(Id::as_str).collect::<Vec<&str>>(),
            })
        };
        value["verdicts"] = verdicts.iter().map(told).collect();
    }
    format!("{value:#}\n")
}

fn to_four_decimals(number: f64) -> f64 {
    (number * 1e4).round() / 1e4
}

/// A row for each bin and lane, then one for each lane's tray, whose bin is `undated`: it has its number under
/// `expected`, so that over one lane that column adds up to the number counted.
#[must_use]
pub fn counts_to_csv(counts: &Counts) -> String {
    let mut text = String::from("bin,lane,certain,qualified,expected,possible\r\n");
    for bin in &counts.bins {
        let numbers = [
            bin.certain.to_string(),
            bin.qualified.to_string(),
            to_four_decimals(bin.expected).to_string(),
            bin.possible.to_string(),
        ];
        let names = [Cow::from(bin.bin.to_string()), Cow::from(counts.lane(bin.lane))];
        push_row(&mut text, names.into_iter().chain(numbers.into_iter().map(Cow::from)));
    }
    for tray in &counts.undated {
        let number = Cow::from(tray.count().to_string());
        push_row(
            &mut text,
            ["undated".into(), counts.lane(tray.lane).into(), "0".into(), "0".into(), number.clone(), number],
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::{counts_to_csv, counts_to_json};
    use crate::analysis::count::{CountOptions, count};
    use crate::index::{Index, Reader};
    use crate::model::{AnyRecord, Briefing, Id, Visit, When};

    #[test]
    fn the_shape_is_the_one_that_scripts_rely_on() {
        let mut briefing = Briefing::default();
        for (id, edtf) in [("b", "2024-10-14"), ("a", "XXXX"), ("c", "[2024-08-04,2024-09-30,2024-10-01]")] {
            let visit = Visit { id: Id::from(id), when: Some(When::from_edtf(edtf)), ..Visit::default() };
            briefing.push(AnyRecord::Visit(Arc::new(visit)));
        }
        let index = Index::build(&briefing);
        let counts = count(&Reader::new(&briefing, &index), &CountOptions::default());
        let value: serde_json::Value = serde_json::from_str(&counts_to_json(&counts, &briefing, None)).unwrap();
        let months = value["bins"].as_array().unwrap();
        assert_eq!(value["total"], 3);
        // The visit without a date is told once, and lists no months of its own.
        assert_eq!(
            *months,
            [
                json!({"bin": "2024-08", "lane": "all", "certain": 0, "qualified": 0, "expected": 0.3333, "possible": 2}),
                json!({"bin": "2024-09", "lane": "all", "certain": 0, "qualified": 0, "expected": 0.3333, "possible": 2}),
                json!({"bin": "2024-10", "lane": "all", "certain": 1, "qualified": 0, "expected": 1.3333, "possible": 3}),
            ]
        );
        assert_eq!(value["undated"], json!([{"lane": "all", "count": 1, "ids": ["a"]}]));
        let csv = counts_to_csv(&counts);
        assert!(csv.contains("\r\n2024-10,all,1,0,1.3333,3\r\n"), "{csv}");
        assert!(csv.ends_with("\r\nundated,all,0,0,1,1\r\n"), "{csv}");
    }
}
