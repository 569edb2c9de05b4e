//! The counts behind the chart, for scripts: JSON and CSV.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::analysis::count::{BinCount, Counts, Undated};
use crate::model::{Id, Unreadable};

use super::csv::push_row;

/// `{total, unreadable, bins: [{bin, lane, certain, qualified, expected, possible}], undated: [{lane, count, ids}]}`, indented, with
/// a line break at its end. Every lane has an entry in `undated`, its ids sorted.
#[must_use]
pub fn counts_to_json(counts: &Counts, unreadable: &[Unreadable]) -> String {
    let bin = |bin: &BinCount| {
        json!({
            "bin": bin.bin.to_string(),
            "lane": counts.lane(bin.lane),
            "certain": bin.certain,
            "qualified": bin.qualified,
            "expected": bin.expected,
            "possible": bin.possible,
        })
    };
    let undated = |tray: &Undated| {
        let ids: Vec<&str> = tray.ids().map(Id::as_str).collect();
        json!({ "lane": counts.lane(tray.lane), "count": tray.count(), "ids": ids })
    };
    let lost = |bad: &Unreadable| json!({ "kind": bad.kind.noun(), "line": bad.line, "message": bad.message });
    let value = json!({
        "total": counts.total,
        "unreadable": unreadable.iter().map(lost).collect::<Vec<Value>>(),
        "bins": counts.bins.iter().map(bin).collect::<Vec<Value>>(),
        "undated": counts.undated.iter().map(undated).collect::<Vec<Value>>(),
    });
    format!("{value:#}\n")
}

/// A row for each bin and lane, then one for each lane's tray, whose bin is `undated`: it has its number under
/// `expected`, so that over one lane that column adds up to the number counted.
#[must_use]
pub fn counts_to_csv(counts: &Counts) -> String {
    let mut text = String::from("bin,lane,certain,qualified,expected,possible\r\n");
    for bin in &counts.bins {
        let numbers =
            [bin.certain.to_string(), bin.qualified.to_string(), bin.expected.to_string(), bin.possible.to_string()];
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
        for (id, edtf) in [("b", "2024-10-14"), ("a", "XXXX"), ("c", "[2024-09-30,2024-10-01]")] {
            let visit = Visit { id: Id::from(id), when: Some(When::from_edtf(edtf)), ..Visit::default() };
            briefing.push(AnyRecord::Visit(Arc::new(visit)));
        }
        let index = Index::build(&briefing);
        let counts = count(&Reader::new(&briefing, &index), &CountOptions::default());
        let value: serde_json::Value = serde_json::from_str(&counts_to_json(&counts, &[])).unwrap();
        let months = value["bins"].as_array().unwrap();
        let (first, last) = (months.first().unwrap(), months.last().unwrap());
        assert_eq!(value["total"], 3);
        // The visit without a date may lie in any month of the year.
        assert_eq!((months.len(), &first["bin"], &first["possible"]), (12, &json!("2024-01"), &json!(1)));
        assert_eq!(
            months[8],
            json!({"bin": "2024-09", "lane": "all", "certain": 0, "qualified": 0, "expected": 0.5, "possible": 2})
        );
        assert_eq!(
            months[9],
            json!({"bin": "2024-10", "lane": "all", "certain": 1, "qualified": 0, "expected": 1.5, "possible": 3})
        );
        assert_eq!(last["bin"], "2024-12");
        assert_eq!(value["undated"], json!([{"lane": "all", "count": 1, "ids": ["a"]}]));
        let csv = counts_to_csv(&counts);
        assert!(csv.contains("\r\n2024-10,all,1,0,1.5,3\r\n"), "{csv}");
        assert!(csv.ends_with("\r\nundated,all,0,0,1,1\r\n"), "{csv}");
    }
}
