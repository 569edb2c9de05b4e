//! What a date rests on, in words: as a line of its own, or to stand behind the date.

use crate::model::{Basis, Id, Period, Relative};

/// Where the words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasisPlace {
    /// Alone: `Inferred: the last one before …`.
    Alone,
    /// Behind the date: `14 October 2024, as the last one before …`.
    BehindDate,
}

/// What a date rests on: words round the record that it hangs on, if it hangs on one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisWords<'a> {
    /// The words before the record.
    pub before: String,
    /// The record.
    pub anchor: Option<&'a Id>,
    /// The words after it.
    pub after: String,
}

impl<'a> BasisWords<'a> {
    /// The words for a basis. The analyst's own reason is none of them.
    #[must_use]
    pub fn of(basis: &'a Basis, place: BasisPlace) -> Self {
        let is_alone = place == BasisPlace::Alone;
        let pick = |alone: &str, behind: &str| if is_alone { alone.to_owned() } else { behind.to_owned() };
        let mut after = String::new();
        let before = match basis {
            Basis::Stated => pick("Stated in full by the source", "as stated"),
            Basis::YearFromPublication => pick("Year inferred from publication", "by the year of publication"),
            Basis::NearestPast(_) => pick("Inferred: the last one before ", "as the last one before "),
            Basis::NearestFuture(_) => pick("Inferred: the next one after ", "as the next one after "),
            Basis::OnOrBefore(_) => pick("On or before ", "as no later than "),
            Basis::AtLeast(at_least) => {
                let span = in_words(&at_least.span);
                if is_alone { format!("Had lasted at least {span} at ") } else { format!("as {span} or more before ") }
            }
            Basis::Relative(relative) => {
                if !relative.slack.is_empty() {
                    after = format!(", give or take {}", in_words(&relative.slack));
                }
                let away = away(relative);
                match (away, is_alone) {
                    (Some(away), true) => away,
                    (Some(away), false) => format!("as {away}"),
                    (None, true) => "The same day as ".to_owned(),
                    (None, false) => "as the same time as ".to_owned(),
                }
            }
            Basis::Analyst(_) => pick("The analyst", "by our reading"),
        };
        Self { before, anchor: basis.anchor(), after }
    }

    /// In one line, the record called as `name` says.
    #[must_use]
    pub fn in_line(&self, name: impl FnOnce(&Id) -> String) -> String {
        format!("{}{}{}", self.before, self.anchor.map(name).unwrap_or_default(), self.after)
    }
}

/// `1 month before `; nothing where both are at the same time.
fn away(relative: &Relative) -> Option<String> {
    match Period::parse(&relative.offset) {
        Ok(period) if period == Period::default() => None,
        Ok(period) if period.is_backwards() => Some(format!("{} before ", period.in_words())),
        Ok(period) => Some(format!("{} after ", period.in_words())),
        Err(_) => Some(format!("{} from ", relative.offset)),
    }
}

/// A period in words; as it stands in the file where it is none.
fn in_words(period: &str) -> String {
    Period::parse(period).map_or_else(|_| period.to_owned(), Period::in_words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(offset: &str, slack: &str, place: BasisPlace) -> String {
        let relative =
            Relative { to: "v".into(), offset: offset.to_owned(), slack: slack.to_owned(), ..Relative::default() };
        BasisWords::of(&Basis::Relative(Box::new(relative)), place).in_line(|id| format!("({id})"))
    }

    #[test]
    fn a_period_from_another_date_is_said_with_its_side_and_its_slack() {
        use BasisPlace::{Alone, BehindDate};
        assert_eq!(words("-P1M", "", Alone), "1 month before (v)");
        assert_eq!(words("P2W", "P3D", BehindDate), "as 2 weeks after (v), give or take 3 days");
        assert_eq!(words("P0D", "", Alone), "The same day as (v)");
        assert_eq!(words("soon", "", BehindDate), "as soon from (v)");
    }
}
