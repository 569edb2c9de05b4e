//! `dateline count` on the sample, as a script calls it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;

use serde_json::Value;

fn count(arguments: &[&str]) -> String {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/serbia-china-2024.ron");
    let output = Command::new(env!("CARGO_BIN_EXE_dateline")).args(["count", sample]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&count(&[arguments, &["--format", "json"]].concat())).unwrap()
}

/// Σ expected + tray.
fn sum(counts: &Value) -> f64 {
    let expected: f64 = counts["bins"].as_array().unwrap().iter().filter_map(|bin| bin["expected"].as_f64()).sum();
    let tray: f64 = counts["undated"].as_array().unwrap().iter().filter_map(|lane| lane["count"].as_f64()).sum();
    expected + tray
}

#[test]
fn every_visit_is_counted_once_whatever_the_bin() {
    for (by, form) in [("month", "2024-10"), ("quarter", "2024-Q4"), ("year", "2024")] {
        let counts = json(&["--by", by]);
        assert_eq!(counts["total"], 4);
        assert!((sum(&counts) - 4.0).abs() < 1e-9, "{counts}");
        assert!(counts["bins"].as_array().unwrap().iter().any(|bin| bin["bin"] == form && bin["lane"] == "all"));
    }
}

#[test]
fn a_start_that_is_open_is_in_the_tray_by_its_id() {
    let counts = json(&["--by", "year", "--lanes", "direction"]);
    let tray = counts["undated"].as_array().unwrap().iter().find(|lane| lane["count"] == 1).unwrap();
    assert_eq!(tray["lane"], "RS→CN");
    assert_eq!(tray["ids"], serde_json::json!(["v-vojvodina"]));
}

#[test]
fn a_year_that_is_inferred_is_never_certain() {
    let counts = json(&["--by", "year"]);
    assert!(counts["bins"].as_array().unwrap().iter().all(|bin| bin["certain"] == 0), "{counts}");
}

#[test]
fn the_table_for_a_spreadsheet_begins_with_its_columns() {
    let first = count(&[]).lines().next().unwrap().to_owned();
    for column in ["bin", "lane", "certain", "qualified", "expected", "possible"] {
        assert!(first.contains(column), "{first}");
    }
}
