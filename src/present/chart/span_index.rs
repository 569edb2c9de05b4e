//! Which spans of time touch a range, at the cost of those that do.

/// Spans sorted so that those in a range are found without looking at the others.
///
/// Spans of like length (within a factor of two) stand together, sorted by their start: a range of time is then a
/// range of each group, widened by the length of its longest.
#[derive(Debug, Clone, Default)]
pub struct SpanIndex {
    groups: Vec<Group>,
}

#[derive(Debug, Clone, Default)]
struct Group {
    longest: f64,
    spans: Vec<Span>,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    first: f64,
    last: f64,
    item: u32,
}

impl SpanIndex {
    /// An index of `(first, last, item)`, in days.
    #[must_use]
    pub fn new(spans: impl IntoIterator<Item = (f64, f64, u32)>) -> Self {
        let mut index = Self::default();
        for (first, last, item) in spans {
            let length = (last - first).max(1.0);
            let group = length.log2().floor() as usize;
            if index.groups.len() <= group {
                index.groups.resize(group + 1, Group::default());
            }
            if let Some(group) = index.groups.get_mut(group) {
                group.longest = group.longest.max(length);
                group.spans.push(Span { first, last, item });
            }
        }
        index.groups.retain(|group| !group.spans.is_empty());
        for group in &mut index.groups {
            group.spans.sort_by(|a, b| a.first.total_cmp(&b.first).then(a.item.cmp(&b.item)));
        }
        index
    }

    /// The items whose spans touch the range, in no order.
    pub fn touching(&self, first: f64, last: f64) -> impl Iterator<Item = u32> + '_ {
        self.groups.iter().flat_map(move |group| {
            group.around(first, last).iter().filter(move |span| span.last >= first).map(|span| span.item)
        })
    }

    /// The items whose spans touch the range, but for those that reach across all of `view`, in no order.
    pub fn ending_in(&self, (first, last): (f64, f64), view: (f64, f64)) -> impl Iterator<Item = u32> + '_ {
        let spans = self.groups.iter().flat_map(move |group| group.around(first, last));
        spans.filter(move |span| span.last >= first && !span.is_across(view)).map(|span| span.item)
    }

    /// How many spans reach across all of a range, so that neither start nor end lies in it.
    #[must_use]
    pub fn across(&self, view: (f64, f64)) -> usize {
        let spans = self.groups.iter().flat_map(|group| group.around(view.0, view.1));
        spans.filter(|span| span.is_across(view)).count()
    }
}

impl Span {
    fn is_across(&self, (first, last): (f64, f64)) -> bool {
        self.first < first && self.last > last
    }
}

impl Group {
    fn around(&self, first: f64, last: f64) -> &[Span] {
        let from = self.spans.partition_point(|span| span.first < first - self.longest);
        let to = self.spans.partition_point(|span| span.first <= last);
        self.spans.get(from..to.max(from)).unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_finds_what_touches_it() {
        let spans: Vec<(f64, f64, u32)> = (0..1000u32)
            .map(|n| {
                let first = f64::from(n * 7919 % 5000);
                (first, first + f64::from(n * 31 % 400), n)
            })
            .collect();
        let index = SpanIndex::new(spans.iter().copied());
        for (first, last) in [(0.0, 5400.0), (100.0, 130.0), (4999.0, 4999.0), (-50.0, -1.0), (6000.0, 7000.0)] {
            let mut found: Vec<u32> = index.touching(first, last).collect();
            found.sort_unstable();
            let wanted: Vec<u32> = spans.iter().filter(|s| s.0 <= last && s.1 >= first).map(|s| s.2).collect();
            assert_eq!(found, wanted);
            let mut ending: Vec<u32> = index.ending_in((first, last), (first, last)).collect();
            ending.sort_unstable();
            let touching = || spans.iter().filter(|s| s.0 <= last && s.1 >= first);
            let is_across = |s: &&(f64, f64, u32)| s.0 < first && s.1 > last;
            let wanted: Vec<u32> = touching().filter(|s| !is_across(s)).map(|s| s.2).collect();
            assert_eq!(ending, wanted);
            assert_eq!(index.across((first, last)), touching().filter(is_across).count());
        }
    }
}
