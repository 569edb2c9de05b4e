//! Serbian, in both scripts: words are compared as Latin letters without accents.

use super::meaning::{Cue, Meaning, Pronoun};
use super::table::Press;
use crate::model::{ActorKind, Level, Medium};

pub(super) static SERBIAN: Press = Press {
    tag: "sr",
    name: "Serbian",
    tells: "je|da|se|i|u|na|za|su|od|koji|koja|kako|ali|nije|sa|iz|će|što|bi|biti|godine|rekao|rekla",
    plain_speech: "kaze|kazu|rekao|rekla|rekli|reklo|kazao|kazala|kazali|izjavio|izjavila|izjavili|izjavilo|dodao|dodala|dodali|dodaje|naveo|navela|naveli|navodi|navode|navelo|objasnio|objasnila|objasnjava|odgovorio|odgovorila|prema|recima|je|su|da|i",
    cues: &[
        (
            Cue::Says,
            "kaže|kažu|rekao je|rekla je|rekli su|reklo je|je rekao|je rekla|su rekli|rekao|rekla|je reklo",
            "",
            "",
        ),
        (
            Cue::Says,
            "izjavio je|izjavila je|izjavili su|je izjavio|je izjavila|izjavio|izjavila|izjavilo je|su izjavili|je izjavilo",
            "",
            "",
        ),
        (Cue::Says, "dodao je|dodala je|dodali su|je dodao|je dodala|dodao|dodala|dodaje|su dodali", "", ""),
        (
            Cue::Says,
            "naveo je|navela je|navodi|navode|je naveo|je navela|navelo je|navedeno je|je navelo|je navedeno",
            "",
            "",
        ),
        (Cue::Says, "istakao je|istakla je|je istakao|je istakla|ističe|istakao|istakla", "", ""),
        (
            Cue::Says,
            "ocenio je|ocenila je|je ocenio|je ocenila|ocenjuje|smatra|smatraju|veruje|tvrdi|tvrde|tvrdio je|tvrdila je",
            "",
            "",
        ),
        (Cue::Says, "poručio je|poručila je|je poručio|je poručila|poručuje|poručili su|su poručili", "", ""),
        (
            Cue::Says,
            "saopštio je|saopštila je|saopštilo je|saopštili su|je saopštio|je saopštila|je saopštilo|saopštava|saopšteno je",
            "",
            "",
        ),
        (Cue::Says, "najavio je|najavila je|najavili su|je najavio|je najavila|najavljuje|su najavili", "", ""),
        (Cue::Says, "objasnio je|objasnila je|je objasnio|je objasnila|objašnjava", "", ""),
        (
            Cue::Says,
            "naglasio je|naglasila je|je naglasio|je naglasila|naglašava|napomenuo je|napomenula je|podsetio je|podsetila je|je podsetio|je podsetila|upozorio je|upozorila je|je upozorio|je upozorila|upozorava",
            "",
            "",
        ),
        (
            Cue::Says,
            "potvrdio je|potvrdila je|potvrdilo je|je potvrdio|je potvrdila|je potvrdilo|potvrđuje|precizirao je|precizirala je|zaključio je|zaključila je|zaključuje",
            "",
            "",
        ),
        (
            Cue::Says,
            "odgovorio je|odgovorila je|je odgovorio|je odgovorila|napisao je|napisala je|je napisao|je napisala|piše",
            "",
            "",
        ),
        (Cue::Calls, "nazvao je|nazvala je|je nazvao|je nazvala|opisao je|opisala je|je opisao|je opisala", "", ""),
    ],
    words: &[
        (
            Meaning::According,
            "prema rečima|po rečima|prema navodima|kako kaže|kako navodi|kako je rekao|kako je rekla|prema",
        ),
        (Meaning::That, "da|kako|zašto|li"),
        (Meaning::Pronoun(Pronoun::He), "on|njega|njemu"),
        (Meaning::Pronoun(Pronoun::She), "ona|nje|njoj"),
        (Meaning::Pronoun(Pronoun::They), "oni|njih|njima"),
        (Meaning::Pronoun(Pronoun::I), "ja|mi|vi|ti|mene|nas"),
        (Meaning::Relative, "koji|koja|koje|čiji|čija|kojeg|kojoj"),
        (
            Meaning::Between,
            "je|su|i|juče|danas|takođe|kasnije|onda|ranije|već|još|sam|sama|sinoć|jučer|tada|potom|ponovo",
        ),
        (Meaning::Not, "ne|nije|nisu|neće|nikad|nikada"),
        (
            Meaning::Silence,
            "nije odgovorio|nije odgovorila|nije odgovorilo|nisu odgovorili|nije želeo da komentariše|nije želela da komentariše|odbio je da komentariše|odbila je da komentariše|odbilo je da komentariše|nije bio dostupan|nije bila dostupna|bez odgovora",
        ),
        (Meaning::Honorific(Some(Pronoun::He)), "gospodin|g."),
        (Meaning::Honorific(Some(Pronoun::She)), "gospođa|gđa"),
        (Meaning::Honorific(None), "dr|prof"),
        (Meaning::Title(Some(Level::HeadOfState)), "predsednik|predsednica|kralj|kraljica|predsjednik|predsjednica"),
        (
            Meaning::Title(Some(Level::HeadOfGovernment)),
            "premijer|premijerka|predsednik vlade|predsednica vlade|kancelar|kancelarka",
        ),
        (
            Meaning::Title(Some(Level::Minister)),
            "ministar|ministarka|ministar spoljnih poslova|ministarka spoljnih poslova|šef diplomatije|ministar odbrane|ministarka odbrane|ministar energetike|ministarka energetike",
        ),
        (
            Meaning::Title(Some(Level::Deputy)),
            "potpredsednik|potpredsednica|državni sekretar|državna sekretarka|zamenik ministra|zamenica ministra",
        ),
        (
            Meaning::Title(Some(Level::PartyLeadership)),
            "lider stranke|liderka stranke|predsednik stranke|predsednica stranke|generalni sekretar",
        ),
        (Meaning::Title(Some(Level::Local)), "gradonačelnik|gradonačelnica"),
        (
            Meaning::Title(None),
            "direktor|direktorka|portparol|portparolka|poslanik|poslanica|ambasador|ambasadorka|analitičar|analitičarka|profesor|profesorka|istraživač|istraživačica|urednik|urednica|sekretar|general|advokat|advokatica|ekspert|stručnjak|istoričar|istoričarka|funkcioner|funkcionerka|kapetan|inženjer|inženjerka",
        ),
        (Meaning::Rank, "bivši|bivša|viši|viša|glavni|glavna|prvi|prva|pokrajinski|pokrajinska|zamenik|zamenica"),
        (Meaning::Former, "bivši|bivša|nekadašnji|nekadašnja|tadašnji|tadašnja"),
        (
            Meaning::Person,
            "portparol|portparolka|čovek|žena|svedok|novinar|novinarka|analitičar|ekspert|stručnjak|funkcioner|sagovornik|sagovornica|ministar|predsednik",
        ),
        (
            Meaning::People,
            "zvaničnici|stručnjaci|analitičari|novinari|ljudi|poslanici|svedoci|građani|aktivisti|mediji|kritičari",
        ),
        (Meaning::Head(ActorKind::Party), "stranka|partija|stranke|partije"),
        (Meaning::Head(ActorKind::Government), "vlada|vlade"),
        (
            Meaning::Head(ActorKind::PublicBody),
            "ministarstvo|skupština|parlament|komisija|savet|agencija|policija|sud|tužilaštvo|ambasada|odbor|uprava",
        ),
        (
            Meaning::Head(ActorKind::Organisation),
            "institut|centar|univerzitet|udruženje|sindikat|kompanija|fondacija|banka|organizacija|savez|društvo|fakultet",
        ),
        (Meaning::Head(ActorKind::Media), "novine|radio|televizija|tanjug|beta|politika|danas|n1|rts|glasnik|list"),
        (
            Meaning::Preposition,
            "u|na|za|od|do|sa|s|iz|o|po|pri|kod|pred|protiv|preko|posle|pre|tokom|između|bez|prema|nakon|zbog",
        ),
        (Meaning::Conjunction, "i|a|ali|ili|jer|dok|kada|iako|pošto|nego|već"),
        (Meaning::And, "i"),
        (Meaning::Link, "za|i|de|van"),
        (Meaning::Abbreviation, "dr|prof|g|gđa|br|str|god|itd|npr|tzv|sv|jan|feb|mar|apr|avg|sep|okt|nov|dec|o.g"),
        (
            Meaning::Plain,
            "u|na|za|od|do|sa|iz|o|po|kod|pred|protiv|posle|pre|tokom|između|bez|prema|nakon|zbog|i|a|ali|ili|jer|dok|kada|iako|pošto|on|ona|oni|ja|mi|vi|to|taj|ta|ovo|ovaj|ova|kako|što|da|ne|nije|kao|takođe|juče|danas|sutra|ponedeljak|utorak|sreda|četvrtak|petak|subota|nedelja|januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar|jedan|dva|tri|svi|neki|mnogi|to|ko|gde|zašto|niko|ništa|još|već|samo|sada|tada|onda|međutim|ipak|ranije|kasnije|je|su|sve|naš|naša|njihov|gospodin|gospođa",
        ),
        (Meaning::Medium(Medium::SocialMedia), "tviteru|instagramu|fejsbuku|telegramu"),
        (Meaning::Medium(Medium::Interview), "intervjuu|intervju|razgovoru"),
        (Meaning::Medium(Medium::PressRelease), "saopštenju|saopštenje"),
        (Meaning::Medium(Medium::Speech), "govoru|obraćanju|konferenciji"),
        (Meaning::Medium(Medium::Broadcast), "televiziji|radiju"),
        (Meaning::Medium(Medium::Document), "pismu|izveštaju"),
        (Meaning::Aside, "pročitajte još|foto|vidi još"),
    ],
    suffixes: &[],
    capital_nouns: false,
    verb_anywhere: true,
    elides: false,
};
