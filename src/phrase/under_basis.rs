//! What words mean if they rest on a basis: the year that it gives them.

use super::answer::{Reading, Setting};
use super::partial::Origin;
use super::read::read_with;
use crate::model::{Day, When, parse_edtf};

/// The EDTF that words have if they rest on a basis of this name in the file; none where the basis does not tell that alone.
#[must_use]
pub fn under_basis(words: &str, basis: &str, setting: &Setting) -> Option<String> {
    let answer = read_with(words, setting);
    let readings = answer.readings();
    let of =
        |origin: &Origin| readings.iter().find(|reading| reading.origin == *origin).map(|reading| reading.edtf.clone());
    match basis {
        "Stated" => match readings {
            [Reading { edtf, origin: Origin::Stated, .. }] => Some(edtf.clone()),
            _ => None,
        },
        "YearFromPublication" => {
            of(&Origin::YearFromPublication).or_else(|| in_year(readings, setting, 0, |_, _| true))
        }
        "NearestPast" => of(&Origin::NearestPast).or_else(|| {
            let is_past = |date: Day, published: Day| date <= published;
            in_year(readings, setting, 0, is_past).or_else(|| in_year(readings, setting, -1, is_past))
        }),
        "NearestFuture" => of(&Origin::NearestFuture).or_else(|| {
            let is_ahead = |date: Day, published: Day| date > published;
            in_year(readings, setting, 0, is_ahead).or_else(|| in_year(readings, setting, 1, is_ahead))
        }),
        _ => None,
    }
}

/// The first reading whose year is inferred, in a year counted from that of the publication, where that fits.
fn in_year(readings: &[Reading], setting: &Setting, later: i32, fits: impl Fn(Day, Day) -> bool) -> Option<String> {
    let published = setting.published?.start_earliest?;
    let is_inferred = |reading: &&Reading| {
        matches!(reading.origin, Origin::YearFromPublication | Origin::NearestPast | Origin::NearestFuture)
    };
    let edtf = &readings.iter().find(is_inferred)?.edtf;
    let now = edtf.get(..4).filter(|year| year.chars().all(|digit| digit.is_ascii_digit()))?;
    let then = format!("{:04}-", published.civil().year + later);
    let edtf = edtf.replace(&format!("{now}-"), &then);
    parse_edtf(&edtf).ok()?;
    let begins = When::from_edtf(&edtf).bounds().start_earliest?;
    fits(begins, published).then_some(edtf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_basis_gives_the_words_its_year() {
        let setting = Setting { published: Some(When::from_edtf("2024-10-23").bounds()), ..Setting::default() };
        let under = |words: &str, basis: &str| under_basis(words, basis, &setting);
        for (words, basis, meant) in [
            ("14 October", "YearFromPublication", Some("2024-10-14")),
            ("14 October", "NearestPast", Some("2024-10-14")),
            ("14 October", "NearestFuture", Some("2025-10-14")),
            ("14 October", "Stated", None),
            ("3 December", "YearFromPublication", Some("2024-12-03")),
            ("3 December", "NearestPast", Some("2023-12-03")),
            ("3 December", "NearestFuture", Some("2024-12-03")),
            ("14 October 2019", "Stated", Some("2019-10-14")),
            ("14 October 2019", "NearestPast", None),
            ("14 October", "Relative", None),
            ("no date", "NearestPast", None),
        ] {
            assert_eq!(under(words, basis).as_deref(), meant, "{words}, {basis}");
        }
        assert_eq!(under_basis("14 October", "NearestPast", &Setting::default()), None, "without a day of publication");
    }
}
