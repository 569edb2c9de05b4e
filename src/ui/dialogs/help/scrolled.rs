//! Where the page of the help is scrolled to.

/// Where the page is scrolled to.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The section to be brought to the top, until it stands there.
    pub(super) wanted: Option<Wanted>,
    /// The heights of the sections as they were laid out, for this page and width.
    pub(super) heights: Vec<f32>,
    pub(super) of: Option<(usize, u32)>,
}

/// A section on its way to the top of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wanted {
    pub(super) section: usize,
    /// How far down the page it was when it was last scrolled to. Tables find their size in a second go, so that a first
    /// one leads too far up.
    scrolled_to: Option<f32>,
    goes: u8,
}

/// A page that never comes to rest is not scrolled for ever.
const MOST_GOES: u8 = 6;

impl Wanted {
    /// What is still wanted once it was scrolled to.
    #[must_use]
    pub(super) fn scrolled(self, down: f32, is_last_go: bool) -> Option<Self> {
        let is_there = is_last_go && self.scrolled_to == Some(down) || self.goes >= MOST_GOES;
        (!is_there).then_some(Self { scrolled_to: Some(down), goes: self.goes + 1, ..self })
    }
}

impl Reading {
    pub(super) fn turn_to(&mut self, section: usize) {
        self.wanted = Some(Wanted { section, scrolled_to: None, goes: 0 });
    }

    /// Whether another place was turned to and is not shown yet.
    pub(super) fn has_turned(&self) -> bool {
        self.wanted.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_scrolled_to_until_it_stands_still_and_not_for_ever() {
        let mut reading = Reading::default();
        reading.turn_to(3);
        let first = reading.wanted.unwrap().scrolled(100.0, false).unwrap();
        // The tables above it have found their size.
        let second = first.scrolled(900.0, true).unwrap();
        assert_eq!(second.section, 3);
        assert_eq!(second.scrolled(900.0, true), None);
        assert!(second.scrolled(900.0, false).is_some(), "this go is not shown");
        let mut restless = Some(second);
        for go in 0..20_u8 {
            restless = restless.and_then(|wanted| wanted.scrolled(f32::from(go), true));
        }
        assert_eq!(restless, None);
    }
}
