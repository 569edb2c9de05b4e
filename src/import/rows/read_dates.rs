//! What the words of dates mean, each text read once: a table says the same days in many rows, and a column is looked
//! through before its cells are read.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::phrase::{self, Answer};

/// The texts that were read, with what they mean.
#[derive(Debug, Default)]
pub(super) struct ReadDates(RefCell<HashMap<String, Rc<Answer>>>);

impl ReadDates {
    /// What a text means.
    pub(super) fn read(&self, text: &str) -> Rc<Answer> {
        let known = self.0.borrow().get(text).cloned();
        known.unwrap_or_else(|| {
            let answer = Rc::new(phrase::read(text));
            self.0.borrow_mut().insert(text.to_owned(), Rc::clone(&answer));
            answer
        })
    }
}
