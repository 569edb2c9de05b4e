//! What is asked of the proposals of an article.

use crate::import::proposals::ProposalName;
use crate::model::{Key, Node};

/// What follows when a proposal is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The next proposal comes to hand.
    Stay,
    /// The form of the record is shown, the keys in this field.
    Form(&'static str),
}

/// What is asked of the proposals of an article. They are named by their places in the reading that is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum ProposalRequest {
    /// Read the words of a source; without a day of publication, ask for that first.
    Read(Key),
    /// Offer to read a source, with what is told of it.
    Offer(Key, String),
    /// Read them although nothing tells when they were published.
    ReadUndated(Key),
    /// Set the day of publication of a source, then read it.
    Date(Key, Node),
    /// Accept proposals in one step.
    Accept(Vec<usize>, After),
    /// Put a proposal to the record that another was made into.
    JoinTo(usize, usize),
    /// Refuse a proposal, or take that back.
    Refuse(ProposalName, bool),
    /// Show the form of a record in the room of the proposals.
    ShowForm(Key),
    /// Put the form away, or leave the proposals.
    Leave,
}
