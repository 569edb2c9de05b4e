//! Journeys of people who act for somebody.

use super::record::record;
use super::words::words;
use super::{Id, Place, When};

words! {
    /// Between what kinds of actor a visit runs.
    pub enum Channel {
        /// Between parties.
        PartyToParty = "Party to party",
        /// Between states.
        StateToState = "State to state",
        /// A party to a state.
        PartyToState = "Party to state",
        /// Between parts of countries.
        Subnational = "Subnational",
        /// Between parliaments.
        Parliamentary = "Parliamentary",
        /// Between armed forces.
        Military = "Military",
        /// Between companies, or them and a state.
        Business = "Business",
    }
}

words! {
    /// The rank at which a visit is led.
    pub enum Level {
        /// A head of state.
        HeadOfState = "Head of state",
        /// A head of government.
        HeadOfGovernment = "Head of government",
        /// A minister.
        Minister = "Minister",
        /// A deputy of one of these.
        Deputy = "Deputy",
        /// The leadership of a party.
        PartyLeadership = "Party leadership",
        /// A province or another part of a country.
        Provincial = "Provincial",
        /// A town.
        Local = "Local",
        /// Another rank.
        Other = "Other",
    }
}

words! {
    /// The protocol of a visit.
    pub enum VisitKind {
        /// A state visit.
        State = "State visit",
        /// An official visit.
        Official = "Official visit",
        /// An official working visit.
        OfficialWorking = "Official working visit",
        /// A working visit.
        Working = "Working visit",
        /// A private visit.
        Private = "Private visit",
        /// On the way to elsewhere.
        Transit = "Transit",
        /// Not said.
        Unspecified = "Unspecified",
    }
}

words! {
    /// How people met.
    pub enum Mode {
        /// In person.
        InPerson = "In person",
        /// By video.
        Video = "Video",
        /// By telephone.
        Call = "Call",
        /// By letter.
        Letter = "Letter",
    }
}

words! {
    /// How far a visit has come.
    pub enum VisitStatus {
        /// To come.
        Planned = "Planned",
        /// Going on at the cut-off.
        Ongoing = "Ongoing",
        /// Over.
        Completed = "Completed",
        /// Called off.
        Cancelled = "Cancelled",
    }
}

record! {
    /// A journey of people who act for somebody (PLOVER `CONSULT`, mode `visit`).
    pub struct Visit {
        /// Who came.
        required visitors: Vec<Id>,
        /// Where to: a country or a region.
        required to: Place,
        /// When.
        required when: Option<When>,
        /// Who led them.
        optional lead: Option<Id>,
        /// Where from.
        optional from: Option<Place>,
        /// The town or the building.
        optional place: String,
        /// Who received them.
        optional hosts: Vec<Id>,
        /// Whom they met.
        optional met: Vec<Id>,
        /// Who invited them.
        optional invited_by: Option<Id>,
        /// Between what kinds of actor it ran.
        optional channels: Vec<Channel>,
        /// The rank of its lead.
        optional level: Option<Level>,
        /// Its protocol.
        optional kind: Option<VisitKind>,
        /// How they met; in person where not said.
        optional mode: Option<Mode>,
        /// How far it has come; completed where not said.
        optional status: Option<VisitStatus>,
        /// When it was announced.
        optional announced: Option<When>,
        /// What was talked about.
        optional topics: Vec<String>,
        /// What came of it.
        optional outcomes: Vec<String>,
    }
}

impl Visit {
    /// How they met.
    #[must_use]
    pub fn mode_or_default(&self) -> Mode {
        self.mode.unwrap_or(Mode::InPerson)
    }

    /// How far it has come.
    #[must_use]
    pub fn status_or_default(&self) -> VisitStatus {
        self.status.unwrap_or(VisitStatus::Completed)
    }

    /// Who led, or else the first of the visitors.
    #[must_use]
    pub fn lead_or_first(&self) -> Option<&Id> {
        self.lead.as_ref().or_else(|| self.visitors.first())
    }
}
