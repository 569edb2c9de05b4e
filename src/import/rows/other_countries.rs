//! Further names of today's countries, as tables have them beside the short names of ISO 3166-1. A name that has meant
//! two states (*Republic of China*, *Korea*) is in no row; one of a state that is no more becomes a country of its own.

/// The code of a country by another of its names, folded; `None` where none is told.
pub(super) fn other_country_name(folded: &str) -> Option<&'static str> {
    let plain: String = folded.chars().map(|c| if c == '’' { '\'' } else { c }).collect();
    let plain = plain.strip_prefix("the ").unwrap_or(&plain);
    OTHER_NAMES.iter().find(|(name, _)| *name == plain).map(|(_, code)| *code)
}

const OTHER_NAMES: &[(&str, &str)] = &[
    ("bahamas", "BS"),
    ("bosnia", "BA"),
    ("bosnia-herzegovina", "BA"),
    ("britain", "GB"),
    ("brunei darussalam", "BN"),
    ("burma", "MM"),
    ("cabo verde", "CV"),
    ("cape verde", "CV"),
    ("china, people's republic of", "CN"),
    ("congo, democratic republic of", "CD"),
    ("congo, republic of", "CG"),
    ("congo-brazzaville", "CG"),
    ("congo-kinshasa", "CD"),
    ("cote d'ivoire", "CI"),
    ("czech republic", "CZ"),
    ("czechia", "CZ"),
    ("democratic republic of the congo", "CD"),
    ("east timor", "TL"),
    ("eswatini", "SZ"),
    ("gambia", "GM"),
    ("germany, federal republic of", "DE"),
    ("great britain", "GB"),
    ("holland", "NL"),
    ("holy see", "VA"),
    ("iran, islamic republic of", "IR"),
    ("ivory coast", "CI"),
    ("korea, north", "KP"),
    ("korea, republic of", "KR"),
    ("korea, south", "KR"),
    ("macedonia, former yugoslav republic of", "MK"),
    ("moldova, republic of", "MD"),
    ("netherlands", "NL"),
    ("north korea", "KP"),
    ("north macedonia", "MK"),
    ("people's republic of china", "CN"),
    ("prc", "CN"),
    ("republic of korea", "KR"),
    ("russian federation", "RU"),
    ("sao tome and principe", "ST"),
    ("slovak republic", "SK"),
    ("south korea", "KR"),
    ("st. kitts and nevis", "KN"),
    ("st. lucia", "LC"),
    ("st. vincent and the grenadines", "VC"),
    ("swaziland", "SZ"),
    ("syrian arab republic", "SY"),
    ("tanzania, united republic of", "TZ"),
    ("turkey", "TR"),
    ("turkiye", "TR"),
    ("u.k.", "GB"),
    ("u.s.", "US"),
    ("u.s.a.", "US"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("united states of america", "US"),
    ("usa", "US"),
    ("vatican", "VA"),
    ("vatican city", "VA"),
    ("viet nam", "VN"),
    ("vietnam", "VN"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::fold;
    use crate::model::country_name;

    #[test]
    fn other_names_lead_to_countries_and_are_folded() {
        for (name, code) in OTHER_NAMES {
            assert!(country_name(code).is_some(), "{name}: {code}");
            assert_eq!(fold(name).replace('’', "'"), *name);
        }
        assert_eq!(other_country_name(&fold("The Gambia")), Some("GM"));
        assert_eq!(other_country_name(&fold("China, People’s Republic of")), Some("CN"));
        for of_two_states in ["Korea", "China, Republic of", "Congo", "Germany, East"] {
            assert_eq!(other_country_name(&fold(of_two_states)), None, "{of_two_states}");
        }
    }
}
