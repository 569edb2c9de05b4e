//! The words of many languages that negate, make a condition, limit or hedge.

/// The words of a language, those of a list parted by `|`.
pub(super) struct Telling {
    /// Language subtags of BCP 47.
    pub(super) langs: &'static [&'static str],
    everywhere: &'static str,
    /// Those that are common words of another language too: looked at only where the language is known.
    also_elsewhere: &'static str,
}

impl Telling {
    /// The words that are looked for whatever the language of a text.
    pub(super) fn everywhere(&self) -> impl Iterator<Item = &'static str> {
        self.everywhere.split('|')
    }

    /// The words that are common ones elsewhere.
    pub(super) fn also_elsewhere(&self) -> impl Iterator<Item = &'static str> {
        self.also_elsewhere.split('|').filter(|word| !word.is_empty())
    }
}

pub(super) const WORDS: &[Telling] = &[
    Telling {
        langs: &["en"],
        everywhere: "not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|nought|hardly|scarcely|barely|\
                     seldom|rarely|unable|impossible|untrue|false|refuse|refuses|refused|reject|rejects|rejected|deny|denies|\
                     denied|fail|fails|failed|if|unless|until|till|except|excepting|only|merely|provided|providing|whether|\
                     although|though|assuming|otherwise|lest|but|would|should|could|might|may|perhaps|maybe|possibly|\
                     probably|likely|unlikely|allegedly|reportedly|supposedly|apparently|presumably|seemingly|almost|nearly|\
                     partly|partially|alleged|potential|potentially|seems|seem|seemed|appears|appear|appeared|doubt|doubtful|\
                     purportedly|purported|ostensibly|when|once|stop|stops|stopped|ceased|far from|as long as|so long as|\
                     in case|on condition|subject to|rather than|instead of",
        also_elsewhere: "",
    },
    Telling {
        langs: &["de"],
        everywhere: "nicht|nein|soweit|kein|keine|keinen|keinem|keiner|keines|nie|niemals|niemand|nichts|weder|ohne|kaum|\
                     wenn|sofern|solange|bevor|bis|außer|nur|bloß|lediglich|vielleicht|möglicherweise|womöglich|\
                     wahrscheinlich|vermutlich|angeblich|wohl|könnte|könnten|dürfte|dürften|würde|würden|sollte|sollten|aber|\
                     obwohl|beinahe",
        also_elsewhere: "ob|falls|fast",
    },
    Telling {
        langs: &["nl"],
        everywhere: "niet|geen|nooit|niemand|niets|noch|zonder|indien|tenzij|mits|alleen|slechts|misschien|mogelijk|\
                     waarschijnlijk|zou|zouden|nauwelijks|maar|bijna",
        also_elsewhere: "als",
    },
    Telling {
        langs: &["sv", "da", "nb", "nn", "no"],
        everywhere: "inte|icke|ikke|ikkje|ingen|intet|inget|inga|inkje|aldrig|aldri|utan|uten|uden|såvida|medmindre|hvis|\
                     dersom|endast|kun|berre|kanske|kanskje|måske|kunde|skulle|knappt|neppe|næppe|nästan|næsten|nesten",
        also_elsewhere: "om|bara|bare|men|ej|ville",
    },
    Telling {
        langs: &["fr"],
        everywhere: "ne|pas|jamais|rien|aucun|aucune|nul|nulle|guère|sauf|seulement|excepté|peut|pourrait|pourraient|serait|\
                     seraient|aurait|auraient|devrait|devraient|probablement|possiblement|prétendument|mais|hormis|presque|\
                     sinon",
        also_elsewhere: "ni|si|sans|non|personne",
    },
    Telling {
        langs: &["es"],
        everywhere: "nunca|jamás|nadie|ningún|ninguno|ninguna|tampoco|excepto|solamente|únicamente|quizá|quizás|acaso|podría|\
                     podrían|sería|serían|debería|pero|aunque|apenas|sólo|casi",
        also_elsewhere: "no|nada|ni|sin|si|solo|tal|salvo",
    },
    Telling {
        langs: &["pt"],
        everywhere: "não|nunca|jamais|ninguém|nenhum|nenhuma|nem|sem|exceto|somente|apenas|só|talvez|poderia|poderiam|seria|\
                     seriam|embora|quase",
        also_elsewhere: "nada|se|salvo|mas",
    },
    Telling {
        langs: &["it"],
        everywhere: "non|nessun|nessuno|nessuna|niente|nulla|senza|soltanto|solamente|tranne|forse|potrebbe|potrebbero|\
                     sarebbe|sarebbero|dovrebbe|però|benché|quasi|purché",
        also_elsewhere: "se|solo|ma|mai|né|salvo",
    },
    Telling {
        langs: &["ro"],
        everywhere: "niciodată|nimeni|nimic|niciun|nicio|fără|dacă|doar|numai|poate|decât",
        also_elsewhere: "nu|nici|ar",
    },
    Telling {
        langs: &["sr", "hr", "bs", "sh", "cnr", "me"],
        everywhere: "ne|nije|nisu|nisam|nismo|niste|nisi|neće|nećemo|neću|nećete|nema|nikad|nikada|nitko|ništa|nijedan|\
                     nijedna|nikakav|niti|bez|ako|ukoliko|osim|samo|jedino|možda|mogao|mogla|moglo|mogli|mogle|navodno|\
                     verovatno|vjerojatno|iako|jedva|gotovo|не|није|нису|нисам|нисмо|нисте|неће|нећемо|нећу|нема|никад|\
                     никада|нико|ништа|ниједан|ниједна|нити|без|ако|уколико|осим|само|једино|можда|могао|могла|могло|могли|\
                     наводно|вероватно|али|иако",
        also_elsewhere: "bi|би|ni|ни|da|ali|niko",
    },
    Telling {
        langs: &["sl", "mk", "bg"],
        everywhere: "ne|niso|nisem|nikoli|nihče|nič|brez|če|samo|morda|mogoče|razen|не|нема|никога|никогаш|никој|никой|ништо|\
                     нищо|без|ако|само|освен|може|можеби|бих|няма|едва|но",
        also_elsewhere: "bi|би",
    },
    Telling {
        langs: &["ru", "be"],
        everywhere: "не|нет|ни|никогда|никто|ничего|ничто|никак|нельзя|без|если|только|лишь|кроме|может|могут|мог|могла|\
                     могли|возможно|вероятно|якобы|едва|хотя|но|почти|бы|пока|ня|калі",
        also_elsewhere: "",
    },
    Telling {
        langs: &["uk"],
        everywhere: "не|ні|немає|ніколи|ніхто|нічого|без|якщо|лише|тільки|крім|може|можуть|можливо|ймовірно|нібито|навряд|\
                     хоча|але|майже|би|поки",
        also_elsewhere: "",
    },
    Telling {
        langs: &["pl"],
        everywhere: "nie|nigdy|nikt|nic|żaden|żadna|żadne|ani|bez|jeśli|jeżeli|gdyby|chyba|tylko|jedynie|oprócz|może|mogą|\
                     mógłby|podobno|prawdopodobnie|rzekomo|choć|prawie|ledwo",
        also_elsewhere: "by|ale",
    },
    Telling {
        langs: &["cs", "sk"],
        everywhere: "není|nejsou|nikdy|nikdo|nikto|nic|nič|žádný|žiadny|bez|pokud|jestliže|jestli|jen|pouze|iba|možná|možno|\
                     snad|kromě|okrem|údajně|téměř|nebude|nebudou|nebudú",
        also_elsewhere: "ne|nie|by|ani|ak|len|ale",
    },
    Telling {
        langs: &["hu"],
        everywhere: "nem|nincs|nincsenek|soha|senki|semmi|nélkül|hacsak|csak|talán|esetleg|lehet|állítólag",
        also_elsewhere: "ne|se|sem|ha",
    },
    Telling {
        langs: &["sq"],
        everywhere: "nuk|asnjë|asnjëherë|askush|asgjë|nëse|vetëm|ndoshta|mund|përveç",
        also_elsewhere: "s|mos|pa|po",
    },
    Telling {
        langs: &["el"],
        everywhere: "δεν|δε|μην|μη|όχι|ποτέ|κανείς|κανένας|καμία|τίποτα|ούτε|χωρίς|αν|εάν|εκτός|μόνο|ίσως|μπορεί|πιθανώς|\
                     σχεδόν|αλλά",
        also_elsewhere: "",
    },
    Telling {
        langs: &["tr"],
        everywhere: "değil|yok|hiç|asla|hiçbir|eğer|sadece|yalnızca|belki|olabilir|olmadan|ancak|hariç",
        also_elsewhere: "",
    },
    Telling {
        langs: &["ar"],
        everywhere: "لا|لم|لن|ليس|ليست|ليسوا|غير|بدون|دون|إلا|إذا|لو|فقط|ربما|قد|أبدا",
        also_elsewhere: "",
    },
    Telling {
        langs: &["fa"], everywhere: "نه|نیست|نیستند|هرگز|هیچ|بدون|اگر|فقط|تنها|شاید|ممکن", also_elsewhere: ""
    },
    Telling {
        langs: &["he"], everywhere: "לא|אין|אל|בלי|ללא|אם|רק|אולי|אלא", also_elsewhere: ""
    },
    Telling {
        langs: &["zh"],
        everywhere: "不|没|沒|未|无|無|勿|若|仅|僅|只|如果|除非|可能|也许|也許|或许|或許",
        also_elsewhere: "",
    },
    Telling {
        langs: &["ja"],
        everywhere: "ない|なく|なかった|なければ|ません|もし|かも|だけ|のみ|たぶん|限り",
        also_elsewhere: "",
    },
    Telling {
        langs: &["th"], everywhere: "ไม่|มิ|ไร้|ถ้า|หาก|อาจ|เว้นแต่|เพียง|คงจะ", also_elsewhere: ""
    },
    Telling { langs: &["ko"], everywhere: "않|못|없|아니|만약", also_elsewhere: "" },
];
