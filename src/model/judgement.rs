//! What the analyst concludes.

use super::Id;
use super::record::record;
use super::words::words;

words! {
    /// How likely something is, in the words of ICD 203 (Analytic Standards, section D.6.e.(2)(a)).
    pub enum Likelihood {
        /// 1 to 5 %.
        AlmostNoChance = "Almost no chance",
        /// 5 to 20 %.
        VeryUnlikely = "Very unlikely",
        /// 20 to 45 %.
        Unlikely = "Unlikely",
        /// 45 to 55 %.
        RoughlyEven = "Roughly even",
        /// 55 to 80 %.
        Likely = "Likely",
        /// 80 to 95 %.
        VeryLikely = "Very likely",
        /// 95 to 99 %.
        AlmostCertain = "Almost certain",
    }
}

impl Likelihood {
    /// The range it stands for, in per cent.
    #[must_use]
    pub fn percent(self) -> (u8, u8) {
        match self {
            Self::AlmostNoChance => (1, 5),
            Self::VeryUnlikely => (5, 20),
            Self::Unlikely => (20, 45),
            Self::RoughlyEven => (45, 55),
            Self::Likely => (55, 80),
            Self::VeryLikely => (80, 95),
            Self::AlmostCertain => (95, 99),
        }
    }
}

words! {
    /// How good the ground of a judgement is; never in one sentence with its likelihood (ICD 203).
    pub enum Confidence {
        /// Scanty, questionable or fragmentary.
        Low = "Low",
        /// Plausible, not enough for more.
        Moderate = "Moderate",
        /// Good information from several sources.
        High = "High",
    }
}

record! {
    /// What the analyst concludes; a quoted expert's view is a statement, not a judgement.
    pub struct Judgement {
        /// The judgement, in a sentence.
        required text: String,
        /// Whether it is one of the key judgements.
        optional key: Option<bool>,
        /// How likely it is.
        optional likelihood: Option<Likelihood>,
        /// How good its ground is.
        optional confidence: Option<Confidence>,
        /// Why the confidence is what it is.
        optional reason: String,
        /// The records that speak for it.
        optional supports: Vec<Id>,
        /// The records that speak against it.
        optional contradicts: Vec<Id>,
        /// What it takes for granted.
        optional assumptions: Vec<String>,
        /// What else could be the case.
        optional alternatives: Vec<String>,
        /// What would change it.
        optional indicators: Vec<String>,
        /// The judgement it takes the place of.
        optional supersedes: Option<Id>,
    }
}

/// What a record says of a judgement, as in an analysis of competing hypotheses (Heuer, Psychology of Intelligence
/// Analysis, chapter 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bearing {
    /// It is named neither for nor against it.
    #[default]
    Neutral,
    /// It speaks for it.
    Consistent,
    /// It speaks against it.
    Inconsistent,
}

impl Bearing {
    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Consistent => "consistent",
            Self::Inconsistent => "inconsistent",
        }
    }

    /// The next one round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Neutral => Self::Consistent,
            Self::Consistent => Self::Inconsistent,
            Self::Inconsistent => Self::Neutral,
        }
    }
}

impl Judgement {
    /// What a record says of it; one that is named on both sides counts against it.
    #[must_use]
    pub fn bearing_of(&self, id: &Id) -> Bearing {
        if self.contradicts.contains(id) {
            Bearing::Inconsistent
        } else if self.supports.contains(id) {
            Bearing::Consistent
        } else {
            Bearing::Neutral
        }
    }
}
