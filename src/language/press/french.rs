//! French.

use super::meaning::{Cue, Meaning, Pronoun};
use super::table::Press;
use crate::model::{ActorKind, Level, Medium};

pub(super) static FRENCH: Press = Press {
    tag: "fr",
    name: "French",
    tells: "le|la|les|des|et|est|dans|que|pour|une|qui|sur|par|au|aux|du|avec|pas|ce|il|elle|sont|été|plus",
    plain_speech: "dit|dire|disent|disait|declare|declarer|declarait|ajoute|ajouter|ajoutait|ecrit|ecrivait|explique|expliquer|repond|repondu|affirme|selon|d|apres|a|ont|avait|aussi|que|il|elle|on|l",
    cues: &[
        (Cue::Says, "dit|disent|disait|a dit|ont dit|a-t il dit|a-t elle dit", "disant", "dire"),
        (Cue::Says, "déclare|déclare-t|a déclaré|ont déclaré|a-t il déclaré|a-t elle déclaré", "déclarant", ""),
        (
            Cue::Says,
            "affirme|affirme-t|affirment|a affirmé|ont affirmé|a-t il affirmé|a-t elle affirmé",
            "affirmant",
            "",
        ),
        (Cue::Says, "ajoute|ajoute-t|a ajouté|ont ajouté|a-t il ajouté|a-t elle ajouté", "ajoutant", ""),
        (Cue::Says, "explique|explique-t|a expliqué|ont expliqué|a-t il expliqué|a-t elle expliqué", "expliquant", ""),
        (Cue::Says, "estime|estime-t|estiment|a estimé|ont estimé|a-t il estimé|a-t elle estimé", "estimant", ""),
        (Cue::Says, "assure|assure-t|a assuré|ont assuré|a-t il assuré|a-t elle assuré", "assurant", ""),
        (Cue::Says, "précise|précise-t|a précisé|ont précisé|a-t il précisé|a-t elle précisé", "précisant", ""),
        (Cue::Says, "souligne|souligne-t|a souligné|ont souligné|a-t il souligné|a-t elle souligné", "soulignant", ""),
        (Cue::Says, "indique|indique-t|a indiqué|ont indiqué|a-t il indiqué|a-t elle indiqué", "indiquant", ""),
        (Cue::Says, "annonce|annonce-t|a annoncé|ont annoncé|a-t il annoncé|a-t elle annoncé", "annonçant", ""),
        (
            Cue::Says,
            "rappelle|rappelle-t|a rappelé|a-t il rappelé|a-t elle rappelé|regrette|a regretté|a-t il regretté|a-t elle regretté",
            "rappelant|regrettant",
            "",
        ),
        (
            Cue::Says,
            "répond|a répondu|a-t il répondu|a-t elle répondu|reconnaît|a reconnu|a-t il reconnu|a-t elle reconnu",
            "",
            "",
        ),
        (
            Cue::Says,
            "insiste|insiste-t|a insisté|a-t il insisté|a-t elle insisté|conclut|a conclu|a-t il conclu|a-t elle conclu|poursuit|a poursuivi|a-t il poursuivi|a-t elle poursuivi",
            "",
            "",
        ),
        (
            Cue::Says,
            "raconte|raconte-t|a raconté|confie|confie-t|a confié|a-t il confié|a-t elle confié|note|note-t|a noté|prévient|a prévenu|a-t il prévenu|a-t elle prévenu|a martelé|a-t il martelé|a-t elle martelé|a lancé|a-t il lancé|a-t elle lancé",
            "",
            "",
        ),
        (
            Cue::Says,
            "écrit|a écrit|a-t il écrit|a-t elle écrit|confirme|a confirmé|a-t il confirmé|a-t elle confirmé|promet|a promis|dénonce|a dénoncé",
            "",
            "",
        ),
        (Cue::Calls, "qualifie|a qualifié|appelle|a appelé|parle de|a parlé de", "qualifiant", ""),
    ],
    words: &[
        (Meaning::According, "selon|d' après|d'après"),
        (Meaning::That, "que|qu'|si|pourquoi|comment"),
        (Meaning::Pronoun(Pronoun::He), "il|lui"),
        (Meaning::Pronoun(Pronoun::She), "elle"),
        (Meaning::Pronoun(Pronoun::They), "ils|elles|eux"),
        (Meaning::Pronoun(Pronoun::I), "je|nous|vous|tu|on|j'"),
        (Meaning::Relative, "qui|dont|laquelle|lequel"),
        (
            Meaning::Between,
            "a|ont|avait|est|était|aussi|également|ensuite|déjà|encore|toutefois|par ailleurs|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en outre|même",
        ),
        (Meaning::Not, "ne|n'|pas|jamais|aucun"),
        (
            Meaning::Silence,
            "n' a pas répondu|n' ont pas répondu|n' a pas souhaité répondre|n' a pas souhaité commenter|n' a pas souhaité s' exprimer|n' a pas donné suite|a refusé de commenter|ont refusé de commenter|n' était pas joignable|n' a pas réagi",
        ),
        (Meaning::Honorific(Some(Pronoun::He)), "m|m.|monsieur"),
        (Meaning::Honorific(Some(Pronoun::She)), "mme|mme.|madame|mlle"),
        (Meaning::Honorific(None), "dr|pr"),
        (
            Meaning::Title(Some(Level::HeadOfState)),
            "président|présidente|roi|reine|pape|chef de l' État|président de la république|présidente de la république",
        ),
        (
            Meaning::Title(Some(Level::HeadOfGovernment)),
            "premier ministre|première ministre|chancelier|chancelière|chef du gouvernement|cheffe du gouvernement",
        ),
        (
            Meaning::Title(Some(Level::Minister)),
            "ministre|ministre des affaires étrangères|ministre de la défense|ministre de l' intérieur|ministre de l' économie|ministre de l' énergie|ministre des finances|chef de la diplomatie|cheffe de la diplomatie",
        ),
        (
            Meaning::Title(Some(Level::Deputy)),
            "vice-président|vice-présidente|secrétaire d' État|ministre délégué|ministre déléguée",
        ),
        (
            Meaning::Title(Some(Level::PartyLeadership)),
            "secrétaire général du parti|chef du parti|cheffe du parti|président du parti|présidente du parti|chef de l' opposition|cheffe de l' opposition",
        ),
        (Meaning::Title(Some(Level::Local)), "maire"),
        (
            Meaning::Title(None),
            "porte-parole|député|députée|sénateur|sénatrice|directeur|directrice|ambassadeur|ambassadrice|chercheur|chercheuse|professeur|professeure|historien|historienne|avocat|avocate|expert|experte|analyste|secrétaire général|secrétaire générale|général|juge|chef|cheffe|patron|patronne|responsable|géologue|ingénieur|ingénieure|capitaine",
        ),
        (Meaning::Rank, "ancien|ancienne|nouveau|nouvelle|premier|première|adjoint|adjointe"),
        (Meaning::Former, "ancien|ancienne|ex"),
        (
            Meaning::Person,
            "porte-parole|homme|femme|témoin|journaliste|expert|experte|responsable|ministre|président|présidente|analyste|directeur|directrice|source|maire|député|députée",
        ),
        (
            Meaning::People,
            "responsables|experts|analystes|journalistes|députés|témoins|habitants|manifestants|autorités|médias|observateurs|sources|opposants",
        ),
        (Meaning::Head(ActorKind::Party), "parti"),
        (Meaning::Head(ActorKind::Government), "gouvernement"),
        (
            Meaning::Head(ActorKind::PublicBody),
            "ministère|parlement|assemblée|commission|conseil|sénat|agence|police|tribunal|ambassade|parquet|préfecture|mairie",
        ),
        (
            Meaning::Head(ActorKind::Organisation),
            "institut|centre|université|association|syndicat|entreprise|fondation|banque|organisation|union|société|école|fédération|compagnie",
        ),
        (
            Meaning::Head(ActorKind::Media),
            "journal|radio|télévision|chaîne|afp|quotidien|hebdomadaire|monde|figaro|gazette|courrier",
        ),
        (Meaning::Article, "le|la|les|l'|un|une|des|du|son|sa|ses|leur|leurs|ce|cet|cette|ces|au|aux"),
        (
            Meaning::Preposition,
            "de|d'|à|en|dans|sur|sous|avec|pour|par|contre|chez|entre|vers|depuis|pendant|avant|après|lors|selon|sans|du|des|au|aux",
        ),
        (Meaning::Conjunction, "et|mais|ou|car|donc|si|quand|lorsque|parce|tandis|alors"),
        (Meaning::And, "et"),
        (Meaning::Link, "de|du|des|d'|la|le|les|et|pour|l'"),
        (Meaning::Abbreviation, "m|mm|mme|dr|pr|st|art|janv|févr|juil|sept|oct|nov|déc|etc|cf"),
        (
            Meaning::Plain,
            "le|la|les|l'|un|une|des|du|de|d'|à|au|aux|en|dans|sur|avec|pour|par|et|mais|ou|car|donc|si|il|elle|ils|elles|on|nous|vous|je|ce|cet|cette|ces|son|sa|ses|leur|que|qui|quand|lors|lorsque|après|avant|depuis|pendant|selon|pourtant|cependant|toutefois|ainsi|alors|aussi|enfin|puis|hier|demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|deux|trois|quatre|plusieurs|aucun|tout|tous|toutes|notre|nos|votre|c'|qu'|n'|s'|j'|même|comme|sans|sous|entre|contre|chez|vers|interrogé|interrogée|personne|rien",
        ),
        (Meaning::Medium(Medium::SocialMedia), "twitter|facebook|instagram|tweeté"),
        (Meaning::Medium(Medium::Interview), "entretien|interview"),
        (Meaning::Medium(Medium::PressRelease), "communiqué"),
        (Meaning::Medium(Medium::Speech), "discours|conférence de presse|allocution"),
        (Meaning::Medium(Medium::Broadcast), "télévision|radio|antenne"),
        (Meaning::Medium(Medium::Document), "lettre|rapport|tribune"),
        (Meaning::Aside, "lire aussi|voir aussi|photo|à lire"),
    ],
    suffixes: &[],
    capital_nouns: false,
    verb_anywhere: true,
    elides: true,
};
