//! The small words of journeys: which word before a name tells what its bearer does.

use super::table::Language;

/// What somebody named does on a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A place that it set out from.
    From,
    /// A place that it goes to.
    To,
    /// Who leads it.
    Leads,
    /// Who receives it.
    Receives,
    /// Who is met.
    Met,
}

/// The words of a language; several that belong together are parted by spaces, in small letters and without accents that
/// [`fold`](crate::index::fold) takes away.
#[derive(Debug)]
pub struct JourneyWords {
    /// As those of [`Language::tags`].
    tag: &'static str,
    /// Whether all nouns have a capital, so that one is no sign of a name behind these words.
    nouns_have_capitals: bool,
    words: &'static [(Part, &'static str)],
}

use Part::{From, Leads, Met, Receives, To};

static JOURNEYS: &[JourneyWords] = &[
    JourneyWords {
        tag: "en",
        nouns_have_capitals: false,
        words: &[
            (From, "from"),
            (To, "to|in|at"),
            (Leads, "led by|headed by"),
            (Receives, "by"),
            (Met, "met|with|meet|meets|meeting"),
        ],
    },
    JourneyWords {
        tag: "de",
        nouns_have_capitals: true,
        words: &[
            (From, "aus|von"),
            (To, "nach|in|im|bis"),
            (Leads, "unter leitung von|geleitet von|angeführt von|unter führung von|unter der leitung von|geführt von"),
            (Receives, "empfangen von|begrüßt von|eingeladen von"),
            (Met, "traf|trafen|trifft|mit"),
        ],
    },
    JourneyWords {
        tag: "fr",
        nouns_have_capitals: false,
        words: &[
            (From, "depuis|venu de|venue de|venant de|en provenance de|en provenance d"),
            (To, "à|au|aux|en|vers|à l"),
            (Leads, "conduite par|conduit par|dirigée par|dirigé par|menée par|mené par"),
            (Receives, "par"),
            (Met, "rencontré|rencontrée|rencontre|rencontrent|rencontra|avec"),
        ],
    },
    JourneyWords {
        tag: "es",
        nouns_have_capitals: false,
        words: &[
            (From, "desde|procedente de"),
            (To, "a|en|hacia"),
            (Leads, "encabezada por|encabezado por|dirigida por|liderada por|presidida por"),
            (Receives, "por"),
            (Met, "con"),
        ],
    },
    JourneyWords {
        tag: "it",
        nouns_have_capitals: false,
        words: &[
            (From, "da|dal|dalla|dall"),
            (To, "a|ad|in|nel|nella|al|alla|verso"),
            (Leads, "guidata da|guidato da|capeggiata da|presieduta da"),
            (Receives, "ricevuto da|ricevuta da|accolto da|accolta da"),
            (Met, "incontra|incontrato|incontrò|con"),
        ],
    },
    JourneyWords {
        tag: "pt",
        nouns_have_capitals: false,
        words: &[
            (From, "desde|vindo de|vinda de|vindo da|vinda da"),
            (To, "a|à|ao|em|no|na|para"),
            (Leads, "liderada por|chefiada por|encabeçada por"),
            (Receives, "por|pelo|pela"),
            (Met, "com|encontrou"),
        ],
    },
    JourneyWords {
        tag: "nl",
        nouns_have_capitals: false,
        words: &[
            (From, "uit|vanuit"),
            (To, "naar|in|te"),
            (Leads, "onder leiding van|geleid door"),
            (Receives, "door"),
            (Met, "ontmoette|ontmoet|met"),
        ],
    },
    JourneyWords {
        tag: "sr",
        nouns_have_capitals: false,
        words: &[
            (From, "iz|из"),
            (To, "u|na|у|на"),
            (Leads, "na čelu sa|predvodi|predvođena|pod vođstvom|на челу са|предводи|под вођством"),
            (
                Receives,
                "primio ga je|primila ga je|primio ih je|primila ih je|dočekao ga je|primio je|domaćin je|примио га је|примила га је|дочекао га је",
            ),
            (Met, "sa|s|sreo|srela|susreo|susrela|са|с|срео|срела"),
        ],
    },
    JourneyWords {
        tag: "ru",
        nouns_have_capitals: false,
        words: &[
            (From, "из"),
            (To, "в|во|на"),
            (Leads, "во главе с|под руководством|возглавляемая"),
            (Receives, "его принял|его приняла|их принял|их приняла"),
            (Met, "с|со"),
        ],
    },
    JourneyWords {
        tag: "uk",
        nouns_have_capitals: false,
        words: &[
            (From, "з|із|зі"),
            (To, "до|у|в|на"),
            (Leads, "на чолі з|на чолі із|під керівництвом"),
            (Receives, "його прийняв|його прийняла"),
            (Met, "зустрівся з|зустрілася з|зустрівся із|зустрілася із"),
        ],
    },
    JourneyWords {
        tag: "pl",
        nouns_have_capitals: false,
        words: &[
            (From, "z|ze"),
            (To, "do|w|we"),
            (Leads, "na czele z|pod przewodnictwem|kierowana przez"),
            (Receives, "przez"),
            (Met, "spotkał się z|spotkała się z|spotkali się z"),
        ],
    },
    JourneyWords {
        tag: "cs",
        nouns_have_capitals: false,
        words: &[
            (From, "z|ze"),
            (To, "do|v|ve|na"),
            (Leads, "v čele s|vedená|pod vedením"),
            (Receives, "přijal ho|přijala ho"),
            (Met, "s|se"),
        ],
    },
    JourneyWords {
        tag: "el",
        nouns_have_capitals: false,
        words: &[
            (From, "από|από την|από το|από τη"),
            (To, "σε|στο|στη|στην|στον|στις"),
            (Leads, "με επικεφαλής|με επικεφαλής τον|με επικεφαλής την"),
            (Receives, "από τον"),
            (Met, "με|με τον|με την|συνάντησε|συνάντησε τον|συνάντησε την"),
        ],
    },
    JourneyWords {
        tag: "ar",
        nouns_have_capitals: true,
        words: &[
            (From, "من"),
            (To, "إلى|في"),
            (Leads, "برئاسة|بقيادة"),
            (Receives, "استقبله|استقبلته"),
            (Met, "مع|التقى|التقت"),
        ],
    },
    JourneyWords {
        tag: "zh",
        nouns_have_capitals: true,
        words: &[
            (From, "从|自|來自|来自|從"),
            (To, "到|在|抵达|抵達|前往|访问|訪問|赴|到访|对|對"),
            (Leads, "由|率团的"),
            (Receives, "应|應"),
            (Met, "会见|會見|会晤|會晤|与|與|同|和|见"),
        ],
    },
];

/// The words of journeys of a language; those of English where the language is not known.
#[must_use]
pub fn journey_words(language: Option<&Language>) -> &'static JourneyWords {
    let of = |tag: &str| JOURNEYS.iter().find(|words| words.tag == tag);
    let known = language.and_then(|language| language.tags.iter().find_map(|tag| of(tag)));
    known.unwrap_or(&JOURNEYS[0])
}

impl JourneyWords {
    /// What the words before a name tell of its bearer, the most words first; `before` gives the word so many back,
    /// compared as `same` says.
    pub fn part_of<'a>(
        &self,
        is_possible: impl Fn(Part) -> bool,
        before: impl Fn(usize) -> &'a str,
        same: impl Fn(&str, &str) -> bool,
    ) -> Option<Part> {
        let mut best: Option<(usize, Part)> = None;
        for (part, words) in self.words.iter().filter(|(part, _)| is_possible(*part)) {
            for way in words.split('|') {
                let count = way.split(' ').count();
                let agrees = way.split(' ').rev().enumerate().all(|(back, word)| same(before(back + 1), word));
                if agrees && best.is_none_or(|(most, _)| count > most) {
                    best = Some((count, *part));
                }
            }
        }
        best.map(|(_, part)| part)
    }

    /// Whether a capital behind these words is a sign of a name.
    #[must_use]
    pub fn tells_names_by_capitals(&self) -> bool {
        !self.nouns_have_capitals
    }
}
