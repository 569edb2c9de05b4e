//! What a word does in a piece of news.

use crate::model::{ActorKind, Level, Medium, Mode, VisitKind};

/// What a verb that tells of speech takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cue {
    /// A clause, with or without `that`, and words in marks; may follow what is said: `said`.
    Says,
    /// A clause with `that`, or words in marks: `announced`.
    That,
    /// A person, then a clause: `told`.
    Tells,
    /// A clause with `that`, words in marks, or the thing itself: `announced the closure`.
    Things,
    /// A question, with or without who is asked: `asked`.
    Asks,
    /// A person or a thing, then words in marks that are said of it: `called`.
    Calls,
    /// What somebody will do, or wants of others: `vowed to`.
    Wills,
    /// Words in marks, or what stands before it: `tweeted`, `joked`, `smiled`.
    Utters,
}

/// Whom a pronoun may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pronoun {
    /// A man.
    He,
    /// A woman.
    She,
    /// Several, or a body.
    They,
    /// A body.
    It,
    /// The one who speaks.
    I,
}

/// What a word says of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VisitWord {
    /// A journey told as over: `arrived`, `travelled`.
    Went,
    /// A journey under way: `arriving`, `travelling`.
    Going,
    /// A journey to come, after `will` or `to`: `arrive`, `travel`.
    Go,
    /// The one who comes is the subject, the country the object: `visited`.
    Visited,
    /// The same, under way: `visiting`.
    Visiting,
    /// The same, to come or told in the present: `visit`, `visits`.
    Visits,
    /// The thing itself: `visit`, `trip`.
    Visit,
    /// `paid`, `made`, `began`, with a visit behind it.
    Pays,
    /// The same, to come: `pay`, `make`.
    Pay,
    /// The subject receives the object: `received`, `hosted`.
    Hosted,
    /// The same, to come.
    Host,
    /// Two sides meet.
    Met,
    /// The same, under way: `meeting`.
    Meeting,
    /// The same, to come.
    Meet,
    /// The subject takes the object somewhere: `took`.
    Took,
    /// The subject is somewhere: `was`, `were`.
    Was,
    /// `will`, `is to`, `plans to`.
    Will,
    /// Called off.
    Cancelled,
    /// Put off.
    Postponed,
    /// People who travel together: `delegation`.
    Delegation,
    /// `led by`, `headed by`.
    LedBy,
    /// `leading`, `heading`.
    Leads,
    /// `to`, `in`, `at`: in front of a place.
    Into,
    /// `from`.
    From,
    /// Where the article was written: `here`.
    Here,
}

/// What a word, or a run of words, does in a piece of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A verb that tells of speech, in a form that has a subject.
    Cue(Cue),
    /// The same as a participle: `saying`.
    CueParticiple(Cue),
    /// The same as an infinitive or after an auxiliary: `sagen`.
    CueInfinitive(Cue),
    /// `according to`.
    According,
    /// The same behind its noun: `zufolge`.
    AccordingAfter,
    /// What begins what is said: `that`.
    That,
    /// A pronoun.
    Pronoun(Pronoun),
    /// What begins a clause about the noun before it: `who`.
    Relative,
    /// What stands between a subject and its verb: `also`, `has`.
    Between,
    /// Turns the sense: `not`.
    Not,
    /// A question left without an answer: `did not respond`.
    Silence,
    /// An office, with its rank where it has one of those that a visit has.
    Title(Option<Level>),
    /// `Mr`, `Ms`: for him, for her.
    Honorific(Option<Pronoun>),
    /// A noun for a person: `spokesman`.
    Person,
    /// A noun for several people without names: `officials`.
    People,
    /// The noun that tells what a body is: `party`.
    Head(ActorKind),
    /// An article or a word in its place.
    Article,
    /// A preposition.
    Preposition,
    /// What joins clauses.
    Conjunction,
    /// What joins two names or nouns: `and`.
    And,
    /// What may stand within a name: `of`, `de`.
    Link,
    /// Ends with a full stop that ends no sentence.
    Abbreviation,
    /// A word that is no name, also with a capital.
    Plain,
    /// Tells how words were made public.
    Medium(Medium),
    /// Of a visit.
    Visit(VisitWord),
    /// The protocol of a visit: `official`.
    Protocol(VisitKind),
    /// How people met, where not in person: `by video`.
    Mode(Mode),
    /// A rank in front of a title: `deputy`.
    Rank,
    /// Stood in an office before: `former`.
    Former,
    /// What parts a line from the article: `SEE ALSO`.
    Aside,
}
