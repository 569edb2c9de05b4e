//! Names of countries, towns and people that do not exist.

/// A country that does not exist. Its code is one that ISO 3166-1 leaves to its users.
#[derive(Debug)]
pub(super) struct Land {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) capital: &'static str,
    pub(super) region: &'static str,
    pub(super) town: &'static str,
    pub(super) party: &'static str,
    pub(super) company: &'static str,
}

macro_rules! lands {
    ($(($code:literal, $name:literal, $capital:literal, $region:literal, $town:literal, $party:literal, $company:literal),)*) => {
        pub(super) const LANDS: &[Land] = &[ $( Land {
            code: $code, name: $name, capital: $capital, region: $region, town: $town, party: $party, company: $company,
        }, )* ];
    };
}

lands! {
    ("XA", "Alvenia", "Merrowick", "Upper Sarn", "Kelbray", "Alvenian Union", "Sarn Steel"),
    ("XB", "Brévaine", "Saint-Orle", "Côte-Basse", "Mirecort", "Brévaine Forward", "Compagnie des Deux Fleuves"),
    ("XC", "Čarnova", "Zelenhrad", "Podrinje Dol", "Luškov", "Čarnovan People's Party", "Čarna Rail"),
    ("XD", "Dølmark", "Havnsund", "Nordskær", "Ørbekk", "Dølmark Labour", "Skær Shipping"),
    ("XE", "Estravo", "Corvelho", "Serra Clara", "Vilanda", "Estravan Renewal", "Minas Clara"),
    ("XF", "Ferhazia", "Qasr Amun", "Zharan", "Tel Emur", "Ferhazi National Front", "Zharan Oil"),
    ("XG", "Gorvenia", "Tšelinka", "Alazor", "Burdžan", "Gorvenian Way", "Alazor Energy"),
    ("XH", "Hallowey", "Brackenmouth", "West Fells", "Ottersby", "Hallowey Reform", "Fells & Daughters"),
    ("XJ", "Jundara", "Matopane", "Lower Zuri", "Kisanje", "Jundara Congress", "Zuri Copper"),
    ("XL", "Łozawia", "Brzewno", "Górna Łęka", "Świerże", "Łozawian Centre", "Łęka Motors"),
    ("XM", "Mirandol", "Lysanne", "Haut-Vair", "Pérignac", "Mirandol Ensemble", "Vair Aviation"),
    ("XN", "Naruvia", "Tolomé", "Outer Isles", "Lapuni", "Naruvian Accord", "Isles Fisheries"),
}

/// News outlets that do not exist.
pub(super) const OUTLETS: &[&str] = &[
    "The Merrowick Courier",
    "Agence Orléade",
    "Zelenhrad Dispatch",
    "Radio Havnsund",
    "Fells Evening Post",
    "Isles Telegraph",
    "Qasr Wire",
    "Nowiny Brzewieńskie",
];

const GIVEN: &[&str] = &[
    "Adelin", "Borek", "Cyrille", "Dáša", "Elwen", "Fenna", "Gerrik", "Håkan", "Ilka", "Jovar", "Kaśka", "Lumir",
    "Maëlle", "Nadir", "Øystra", "Pavlin", "Quill", "Rúna", "Sélim", "Tarva",
];

const FIRST: &[&str] = &[
    "Brav", "Čern", "Dolm", "Estr", "Fjal", "Garv", "Hüss", "Istv", "Jarn", "Kald", "Łazn", "Mirv", "Nord", "Ostr",
    "Pryb", "Rúdv",
];
const SECOND: &[&str] = &["an", "ek", "il", "om", "ur", "av", "ěn", "ol", "ar", "yš", "öd", "it"];
const THIRD: &[&str] = &["ez", "ina", "ovan", "ský", "wald", "mont", "éry", "ašti", "berg", "oulé"];

/// How many people [`person_name`] can tell apart.
pub(super) const PEOPLE: usize = FIRST.len() * SECOND.len() * THIRD.len();

/// The name of the person of a number below [`PEOPLE`]; no two are alike, not even without accents.
pub(super) fn person_name(number: usize) -> String {
    let part = |parts: &[&'static str], number: usize| parts.get(number % parts.len()).copied().unwrap_or_default();
    // Neighbouring numbers are to have unlike names; 787 shares no factor with the number of people.
    let mixed = number * 787 % PEOPLE;
    let given = part(GIVEN, number * 7 + number / 20);
    let third = part(THIRD, mixed);
    let second = part(SECOND, mixed / THIRD.len());
    let first = part(FIRST, mixed / THIRD.len() / SECOND.len());
    format!("{given} {first}{second}{third}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{LANDS, PEOPLE, person_name};
    use crate::index::fold;

    #[test]
    fn no_two_people_are_alike_even_without_accents() {
        let names: BTreeSet<String> = (0..PEOPLE).map(|number| fold(&person_name(number))).collect();
        assert_eq!(names.len(), PEOPLE);
    }

    #[test]
    fn countries_have_codes_that_are_nobodys() {
        for land in LANDS {
            assert!(land.code.starts_with('X') && land.code != "XK", "{} is {}", land.name, land.code);
        }
    }
}
