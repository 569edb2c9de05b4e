//! Words over columns of every kind.

/// The fields of a kind, each with the words that name it.
pub(super) type Words = &'static [(&'static str, &'static [&'static str])];

pub(super) const NOTE: &[&str] = &[
    "note",
    "notes",
    "remark",
    "remarks",
    "comment",
    "comments",
    "description",
    "bemerkung",
    "bemerkungen",
    "anmerkung",
    "notiz",
    "beschreibung",
    "remarque",
    "remarques",
    "commentaire",
    "nota",
    "notas",
    "observaciones",
    "comentario",
    "descripcion",
    "osservazioni",
    "descrizione",
    "observacoes",
    "descricao",
    "примечание",
    "примечания",
    "комментарии",
    "описание",
    "备注",
    "说明",
    "napomena",
    "напомена",
];

pub(super) const NAME: &[&str] =
    &["name", "fullname", "nom", "nombre", "nome", "имя", "фио", "姓名", "名称", "ime", "име"];
