//! Words over columns of actors.

use super::shared::{NAME, NOTE, Words};

pub(super) const ACTOR: Words = &[
    ("name", NAME),
    ("kind", &["type", "typ", "art", "tipo", "тип", "类型", "vrsta"]),
    (
        "country",
        &[
            "country",
            "nationality",
            "land",
            "nationalitat",
            "pays",
            "nationalite",
            "pais",
            "nacionalidad",
            "paese",
            "nazionalita",
            "nacionalidade",
            "страна",
            "гражданство",
            "国家",
            "国籍",
            "zemlja",
            "drzava",
        ],
    ),
    (
        "aliases",
        &[
            "alias",
            "aliases",
            "aka",
            "alsoknownas",
            "othernames",
            "weiterenamen",
            "autresnoms",
            "otrosnombres",
            "别名",
            "псевдонимы",
        ],
    ),
    ("note", NOTE),
];
