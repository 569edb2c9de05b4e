//! Countries as registers and tables write them: turned about at a comma, in full, as a sign. Running text has none of
//! these. A name that has meant two states (*Republic of China*, *Korea*) is in no row, nor is one of a state that is no
//! more.

pub(super) const REGISTERS: &[(&str, &str)] = &[
    ("BN", "Brunei Darussalam"),
    ("CD", "Congo, Democratic Republic of|Congo-Kinshasa"),
    ("CG", "Congo, Republic of"),
    ("CN", "China, People's Republic of"),
    ("DE", "Germany, Federal Republic of"),
    ("IR", "Iran, Islamic Republic of"),
    ("KN", "St. Kitts and Nevis"),
    ("KP", "Korea, North"),
    ("KR", "Korea, Republic of|Korea, South"),
    ("MD", "Moldova, Republic of"),
    ("MK", "Macedonia, Former Yugoslav Republic of"),
    ("SK", "Slovak Republic"),
    ("SY", "Syrian Arab Republic"),
    ("TZ", "Tanzania, United Republic of"),
    ("VA", "Vatican City"),
    ("VC", "St. Vincent and the Grenadines"),
];
