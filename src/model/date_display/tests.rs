//! Dates in words, worked out by hand, kind by kind.

use crate::model::{Basis, Id, Relative, When, WhenLong};

fn with_basis(edtf: &str, basis: Basis) -> String {
    When::new(WhenLong { edtf: edtf.to_owned(), basis: Some(basis), ..WhenLong::default() }, false).display()
}

/// As the words of a date were worked out by hand, kind by kind.
const SHOWN: &[(&str, &str)] = &[
    ("2024-10-14", "14 Oct 2024"),
    ("2024-09~", "c. Sept 2024"),
    ("2024-10-14?", "14 Oct 2024 (uncertain)"),
    ("2024-10-14%", "c. 14 Oct 2024 (uncertain)"),
    ("2024", "2024"),
    ("202X", "2020s"),
    ("XXXX", "year unknown"),
    ("", "no date"),
    ("in May", "in May (not a date)"),
    // Intervals.
    ("1985-04-12/..", "12 Apr 1985 – ongoing"),
    ("1985-04-12/", "12 Apr 1985 – end unknown"),
    ("../1985-04-12", "until 12 Apr 1985"),
    ("/1985-04-12", "start unknown – 12 Apr 1985"),
    ("1985/", "1985 – end unknown"),
    ("/1985", "start unknown – 1985"),
    ("../..", "../.. (not a date)"),
    ("..2024-10-13/..", "by 13 Oct 2024 – ongoing"),
    ("..2018-10/..", "Oct 2018 or earlier – ongoing"),
    ("..2024-10-14/2024-10-14..", "at least 14 Oct 2024"),
    ("..2024-10-14/2024-10-16..", "at least 14 – 16 Oct 2024"),
    ("2024-10-08/2024-10-12", "8 – 12 Oct 2024"),
    ("2024-08-30/2024-09-02", "30 Aug – 2 Sept 2024"),
    ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
    ("2024-10/2024-10-14", "Oct 2024 – 14 Oct 2024"),
    ("2024-10-14/2024-10", "14 Oct 2024 – Oct 2024"),
    ("2024-02-29/2023-02-28", "2024-02-29/2023-02-28 (not a date)"),
    ("196X/197X", "1960s – 1970s"),
    ("2021-05-01..2021-05-10/..", "between 1 and 10 May 2021 – ongoing"),
    ("2020-01-01..2020-04-30/2021-09-01..2021-12-31", "between 1 Jan and 30 Apr 2020 – between 1 Sept and 31 Dec 2021"),
    ("../2021-09..2021-10", "any time – between Sept and Oct 2021"),
    ("2020-02../2021", "Feb 2020 or later – 2021"),
    // Doubt stands at its own end.
    ("1984~/2004-06", "c. 1984 – June 2004"),
    ("2004-06-01/2004-06-20~", "1 June 2004 – c. 20 June 2004"),
    ("2024-10-14?/..", "14 Oct 2024 (uncertain) – ongoing"),
    ("2024-10-14?/2024-10-16", "14 Oct 2024 (uncertain) – 16 Oct 2024"),
    ("2024-10-14?/2024-10-16?", "14 – 16 Oct 2024 (both uncertain)"),
    ("2024-10-08~/2024-10-12~", "c. 8 – c. 12 Oct 2024"),
    ("2021-05-01..2021-05-10?/..", "between 1 May 2021 and 10 May 2021 (uncertain) – ongoing"),
    // Doubt about a part of a date.
    ("2024?-10-14", "14 Oct 2024 (year uncertain)"),
    ("1922?-40", "first half of 1922 (year uncertain)"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    ("2004-?06-11", "11 June 2004 (month uncertain)"),
    ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
    ("%2011-06-13", "13 June 2011 (year uncertain and approximate)"),
    // Seasons and parts of a year.
    ("2024-21", "spring 2024"),
    ("2024-24", "winter 2024/25"),
    ("1999-24", "winter 1999/00"),
    ("2024-25", "northern spring 2024"),
    ("2024-29", "southern spring 2024"),
    ("2024-30", "southern summer 2024/25"),
    ("2024-32", "southern winter 2024"),
    ("2024-34", "Q2 2024"),
    ("2024-37", "first third of 2024"),
    ("2024-38", "second third of 2024"),
    ("2024-39", "last third of 2024"),
    ("2024-40", "first half of 2024"),
    ("2024-41~", "c. second half of 2024"),
    ("2024-42", "2024-42 (not a date)"),
    ("192X-33", "Q1, in the 1920s"),
    ("2016-21/2016-22", "spring 2016 – summer 2016"),
    ("2018-22/2019-23", "summer 2018 – autumn 2019"),
    // Years of every size.
    ("0576", "576 AD"),
    ("-0343", "344 BC"),
    ("-0043-03-15", "15 Mar 44 BC"),
    ("0000", "1 BC"),
    ("Y-17000", "17001 BC"),
    ("Y170000002", "year 170000002"),
    ("Y17E19", "a year beyond counting"),
    ("1950S2", "c. 1950 (between 1900 and 1999)"),
    // Masks: what is known is shown.
    ("19XX", "between 1900 and 1999"),
    ("20XX", "between 2000 and 2099"),
    ("19X5", "between 1905 and 1995 (19X5)"),
    ("1XXX-12", "Dec, between 1000 and 1999"),
    ("156X-12-25", "25 Dec, in the 1560s"),
    ("15XX-12-XX", "Dec, between 1500 and 1599"),
    ("2004-XX", "2004"),
    ("2004-XX-XX", "2004"),
    ("2004-06-XX", "June 2004"),
    ("XXXX-10-14", "14 Oct, year unknown"),
    ("XXXX-10", "Oct, year unknown"),
    ("XXXX-21", "spring, year unknown"),
    ("2024-XX-15", "15th of some month, 2024"),
    ("XXXX-XX-22", "22nd of some month, year unknown"),
    ("2024-1X", "between Oct and Dec 2024"),
    ("2024-X2", "Feb or Dec 2024"),
    ("2024-10-1X", "between 10 and 19 Oct 2024"),
    ("2024-10-X5", "5, 15 or 25 Oct 2024"),
    ("2024-04-3X", "30 Apr 2024"),
    ("1985-0X-31", "31st of a month between Jan and Sept 1985"),
    ("1985-0X-XX", "between Jan and Sept 1985"),
    // Days that are and that are not.
    ("2004-02-29", "29 Feb 2004"),
    ("2000-02-29", "29 Feb 2000"),
    ("2003-02-29", "2003-02-29 (not a date)"),
    ("2004-02-30", "2004-02-30 (not a date)"),
    ("1900-02-29", "1900-02-29 (not a date)"),
    ("2024-13", "2024-13 (not a date)"),
    // Moments.
    ("2004-01-01T10:10:10Z", "1 Jan 2004, 10:10:10 UTC"),
    ("2004-01-01T23:30:00-05:00", "1 Jan 2004, 23:30 UTC−05:00"),
    ("2004-01-01T10:10:00", "1 Jan 2004, 10:10"),
    ("2004-01-01T24:00:00Z", "2004-01-01T24:00:00Z (not a date)"),
    ("2024-10-14T08:00", "2024-10-14T08:00 (not a date)"),
    // Other notations.
    ("2024-W42", "2024-W42 (not a date)"),
    ("2024-288", "2024-288 (not a date)"),
    ("20241014", "20241014 (not a date)"),
    ("2024-10-14/10-16", "2024-10-14/10-16 (not a date)"),
    ("2024-10-14/16", "2024-10-14/16 (not a date)"),
    ("open", "open (not a date)"),
    ("unknown/2006", "unknown/2006 (not a date)"),
    ("2006/open", "2006/open (not a date)"),
    ("uuuu", "uuuu (not a date)"),
    // One of several.
    ("[2024]", "2024"),
    ("[2024-08-30..2024-09-29]", "between 30 Aug and 29 Sept 2024"),
    ("[2024-10-12..2024-10-12]", "12 Oct 2024"),
    ("[..2019-05-01]", "by 1 May 2019"),
    ("[2019-05-01..]", "from 1 May 2019"),
    ("[..2020-21]", "spring 2020 or earlier"),
    ("[2020-21..]", "spring 2020 or later"),
    ("[2024-10-13,2024-10-14]", "13 or 14 Oct 2024"),
    ("[2024-03-04,2024-04-03]", "4 Mar or 3 Apr 2024"),
    ("[2023-03-04,2024-04-03]", "4 Mar 2023 or 3 Apr 2024"),
    ("[2024-03,2024-05,2024-06]", "Mar, May or June 2024"),
    ("[2024-10-14?,2024-10-15?]", "14 or 15 Oct 2024 (both uncertain)"),
    ("[2024?-10-14,2024?-10-15]", "14 or 15 Oct 2024 (year uncertain)"),
    ("[2024-03~,2024-05~,2024-06~]", "c. Mar, c. May or c. June 2024"),
    ("[2020,2021?]", "2020 or 2021 (uncertain)"),
    ("[1667,1668,1670..1672]", "1667, 1668, or between 1670 and 1672"),
    ("[1760-01,1760-02,1760-12..]", "Jan 1760, Feb 1760, or Dec 1760 or later"),
    ("[2024-03-04,2024-03-06,2024-03-08,2024-03-11,2024-04-02]", "one of 5 dates between 4 Mar and 2 Apr 2024"),
    ("[2024-10-14..2024-10-12]", "[2024-10-14..2024-10-12] (not a date)"),
    // All of several.
    ("{2020,2021}", "2020 and 2021"),
    ("{2024-10-12,2024-10-14}", "12 and 14 Oct 2024"),
    ("{1670..1672}", "each of 1670 – 1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and 1670 – 1672"),
    ("{..2020-21}", "spring 2020 and earlier"),
    ("{2020-21..}", "spring 2020 and later"),
];

#[test]
fn each_kind_of_date_is_shown_as_what_it_is() {
    let differing: Vec<String> = SHOWN
        .iter()
        .map(|(edtf, words)| (edtf, words, When::from_edtf(edtf).display()))
        .filter(|(_, words, shown)| shown != *words)
        .map(|(edtf, words, shown)| format!("{edtf}: {shown}, to be {words}"))
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn an_inferred_year_is_said_beside_the_date() {
    for (edtf, words) in [
        ("2024-10-14", "14 Oct 2024 (year inferred)"),
        ("2024-10-14?", "14 Oct 2024 (year inferred, uncertain)"),
        ("2024-10-14/..", "14 Oct 2024 (year inferred) – ongoing"),
        ("2024-10-14/", "14 Oct 2024 (year inferred) – end unknown"),
        ("2024-10-14?/..", "14 Oct 2024 (year inferred, uncertain) – ongoing"),
        ("../2024-10-14", "until 14 Oct 2024 (year inferred)"),
        ("2024-10-08/2024-10-12", "8 – 12 Oct 2024 (year inferred)"),
        ("2021-05-01..2021-05-10/..", "between 1 and 10 May 2021 (year inferred) – ongoing"),
    ] {
        assert_eq!(with_basis(edtf, Basis::YearFromPublication), words, "{edtf}");
    }
    for basis in [Basis::NearestPast(Id::from("rferl")), Basis::NearestFuture(Id::from("rferl"))] {
        assert_eq!(with_basis("2024-05", basis), "May 2024 (year inferred)");
    }
}

#[test]
fn a_month_before_another_visit_is_about_a_month() {
    let relative = Relative { to: Id::from("v-li"), offset: "-P1M".into(), slack: "P15D".into(), ..Default::default() };
    assert_eq!(with_basis("[2024-08-30..2024-09-29]", Basis::Relative(Box::new(relative))), "c. Sept 2024");
}

/// A source that says Monday tells no day of a month; one that says 14 October leaves out the year alone.
#[test]
fn what_is_inferred_of_a_date_is_what_its_words_leave_out() {
    let past = || Basis::NearestPast(Id::from("s"));
    for (edtf, said, basis, shown) in [
        ("2025-11-17", "on Monday", past(), "17 Nov 2025 (date inferred)"),
        ("2025-11-17", "on 17 November", past(), "17 Nov 2025 (year inferred)"),
        ("2025-11-17", "", past(), "17 Nov 2025 (year inferred)"),
        ("2025-05", "in May", past(), "May 2025 (year inferred)"),
        ("2025-11-17", "on Monday", Basis::YearFromPublication, "17 Nov 2025 (year inferred)"),
        ("2025-11-17", "on Monday", Basis::Stated, "17 Nov 2025"),
    ] {
        let long = WhenLong { edtf: edtf.to_owned(), said: said.to_owned(), basis: Some(basis), ..WhenLong::default() };
        assert_eq!(When::new(long, false).display(), shown, "{edtf} {said}");
    }
}
