//! The page of the briefing itself, shown while nothing is selected.

use super::block::{Bar, Block, Verdict};
use super::build::{Build, text_row, unknown_fields};
use super::glyph::{Badge, Glyph};
use super::page::{Item, Page, Section};
use super::rows::source_row;
use super::{Prose, Tone};
use crate::model::{AnyRecord, Basis, Channel, DateShape, Header, Id, Key, NodeFields as _, Precision, When, plural};
use crate::present::{Origins, language_words, visible};

impl Build<'_> {
    pub(super) fn briefing(&self, file: &str) -> Page {
        let header = &self.reader.briefing.header;
        let mut sections = vec![Section::plain(Self::header_facts(header, file))];
        self.sources_section(&mut sections);
        self.channels_section(&mut sections);
        self.start_dates(&mut sections);
        self.coverage(&mut sections, header);
        gaps(&mut sections, header);
        self.history(&mut sections, header);
        let unknown = unknown_fields(header.field_nodes());
        if !unknown.is_empty() {
            sections.push(Section::plain(vec![Item::free(Block::Unknown(unknown))]));
        }
        let title = if header.title.is_empty() { "Untitled briefing" } else { &header.title };
        Page {
            key: None,
            glyph: Glyph::Briefing,
            kind: "Briefing".to_owned(),
            title: title.to_owned(),
            subtitle: Prose::new(),
            badges: header_badges(header),
            sections,
            id: String::new(),
        }
    }

    fn header_facts(header: &Header, file: &str) -> Vec<Item> {
        let mut items = Vec::new();
        if !header.as_of.is_empty() {
            text_row(&mut items, "as_of", "As of", &When::from_edtf(&header.as_of).display());
        }
        text_row(&mut items, "authors", "Authors", &header.authors.join(", "));
        text_row(&mut items, "", "File", file);
        text_row(&mut items, "question", "Question", &header.question);
        text_row(&mut items, "bottom_line", "Answer", &header.bottom_line);
        if let Some(schema) = header.schema {
            text_row(&mut items, "schema", "Schema", &schema.to_string());
        }
        items
    }

    fn sources_section(&self, sections: &mut Vec<Section>) {
        let keys: Vec<Key> = self.reader.briefing.sources.iter().map(|entry| entry.key).collect();
        if keys.is_empty() {
            return;
        }
        let list = self.list("sources", "", &keys, |key| match self.reader.record(key)? {
            AnyRecord::Source(source) => Some(source_row(self.reader, key, &source)),
            _ => None,
        });
        let mut items = vec![Item::free(list)];
        let origins = Origins::new(self.reader);
        match origins.remark(self.reader) {
            Some(remark) => items.push(Item::free(Block::Verdict(Verdict::Differs, remark))),
            None => items.push(Item::free(Block::Text(Prose::new().add(Tone::Detail, &origins.words())))),
        }
        sections.push(Section::headed("Sources", Some(keys.len()), items));
    }

    fn channels_section(&self, sections: &mut Vec<Section>) {
        let visits = &self.reader.briefing.visits;
        if visits.is_empty() {
            return;
        }
        let mut counts = [0_usize; Channel::ALL.len()];
        let (mut several, mut none) = (0, 0);
        let mut example = None;
        for entry in visits {
            match entry.record.channels.as_slice() {
                [] => none += 1,
                [_] => {}
                _ => {
                    several += 1;
                    example.get_or_insert((entry.key, entry.record.clone()));
                }
            }
            for (place, channel) in Channel::ALL.iter().enumerate() {
                if entry.record.channels.contains(channel)
                    && let Some(count) = counts.get_mut(place)
                {
                    *count += 1;
                }
            }
        }
        let mut bars: Vec<Bar> = Channel::ALL
            .iter()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .map(|(channel, count)| Bar { channel: *channel, count })
            .collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
        let mut items = Vec::new();
        if !bars.is_empty() {
            items.push(Item::free(Block::Bars(bars)));
        }
        match (several, example) {
            (1, Some((key, visit))) => {
                let title = self.reader.visit_title(&visit);
                let words = Prose::new()
                    .link(Tone::Detail, &title, Some(super::Target::Record(key)))
                    .add(Tone::Detail, " runs in several channels");
                items.push(Item::free(Block::Text(words)));
            }
            (2.., _) => {
                let words = format!("{} run in several channels", plural(several, "visit"));
                items.push(Item::free(Block::Text(Prose::new().add(Tone::Detail, &words))));
            }
            _ => {}
        }
        if none > 0 {
            let words = format!("{} without a channel", plural(none, "visit"));
            items.push(Item::free(Block::Text(Prose::new().add(Tone::Detail, &words))));
        }
        sections.push(Section::headed("Visits by channel", Some(visits.len()), items));
    }

    fn start_dates(&self, sections: &mut Vec<Section>) {
        let visits = &self.reader.briefing.visits;
        if visits.is_empty() {
            return;
        }
        let mut counts = [0_usize; StartDate::ALL.len()];
        for entry in visits {
            let kind = StartDate::of(entry.record.when.as_ref());
            if let Some(count) = counts.get_mut(kind as usize) {
                *count += 1;
            }
        }
        let tallies = StartDate::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
        let tallies = tallies.map(|(kind, count)| (count, kind.words().to_owned())).collect();
        let items = vec![Item::free(Block::Tallies(tallies))];
        sections.push(Section::headed("Start dates", Some(visits.len()), items));
    }

    fn coverage(&self, sections: &mut Vec<Section>, header: &Header) {
        let mut items = Vec::new();
        for covered in &header.coverage {
            let day = |text: &str| When::from_edtf(text).display();
            let range = format!("{} – {}", day(&covered.from), day(&covered.to));
            items.push(Item::of("coverage", Block::Text(Prose::new().add(Tone::Strong, &range))));
            if !covered.sources.is_empty() {
                let mut words = Prose::new().add(Tone::Weak, "Searched: ");
                for (place, id) in covered.sources.iter().enumerate() {
                    words = if place > 0 { words.add(Tone::Weak, ", ") } else { words };
                    words = words.record(self.reader, Tone::Plain, id);
                }
                items.push(Item::of("coverage", Block::Text(words)));
            }
            if !covered.note.is_empty() {
                items.push(Item::of("coverage", Block::Text(Prose::new().add(Tone::Detail, &covered.note))));
            }
        }
        if !items.is_empty() {
            sections.push(Section::headed("Coverage", None, items));
        }
    }

    /// Revisions, waivers, and what merges left to decide.
    fn history(&self, sections: &mut Vec<Section>, header: &Header) {
        let mut items = Vec::new();
        for revision in &header.revisions {
            let words = Prose::new().add(Tone::Strong, &When::from_edtf(&revision.on).display());
            let words =
                if revision.by.is_empty() { words } else { words.add(Tone::Weak, &format!("  {}", revision.by)) };
            items.push(Item::of("revisions", Block::Text(words)));
            if !revision.note.is_empty() {
                items.push(Item::of("revisions", Block::Text(Prose::plain(&revision.note))));
            }
        }
        if !items.is_empty() {
            sections.push(Section::headed("Revisions", Some(header.revisions.len()), items));
        }
        let about = |id: &Id| Prose::new().record(self.reader, Tone::Plain, id);
        let mut items = Vec::new();
        for waiver in &header.waivers {
            let mut waived = Prose::new();
            for (place, id) in waiver.all_records().enumerate() {
                waived = if place > 0 { waived.add(Tone::Plain, ", ") } else { waived };
                waived.0.extend(about(id).0);
            }
            items.push(Item::of("waivers", Block::Text(waived.add(Tone::Detail, &format!("  {}", waiver.rule)))));
            items.push(Item::of("waivers", Block::Text(Prose::new().add(Tone::Detail, &waiver.reason))));
        }
        if !items.is_empty() {
            sections.push(Section::headed("Waived checks", Some(header.waivers.len()), items));
        }
        let mut items = Vec::new();
        for merge in &header.merges {
            items.push(Item::of(
                "merges",
                Block::Text(about(&merge.record).add(Tone::Detail, &format!("  {}", merge.field))),
            ));
            for (label, value) in [("Before", &merge.base), ("Theirs", &merge.theirs)] {
                text_row(&mut items, "merges", label, value);
            }
        }
        if !items.is_empty() {
            sections.push(Section::headed("To decide after a merge", Some(header.merges.len()), items));
        }
    }
}

fn gaps(sections: &mut Vec<Section>, header: &Header) {
    if header.gaps.is_empty() {
        return;
    }
    let gap = |text: &String| Item::of("gaps", Block::Bullet(Prose::plain(text)));
    let items = header.gaps.iter().map(gap).collect();
    sections.push(Section::headed("Gaps", Some(header.gaps.len()), items));
}

fn header_badges(header: &Header) -> Vec<Badge> {
    let mut badges = Vec::new();
    if let Some(status) = header.status {
        badges.push(Badge::Words(status.label().to_owned()));
    }
    if let Some(marking) = &header.marking {
        badges.push(Badge::Marking(visible(marking.label()).into_owned()));
    }
    if !header.lang.is_empty() {
        badges.push(Badge::Words(visible(&language_words(&header.lang)).into_owned()));
    }
    badges
}

/// How well the start of a visit is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StartDate {
    Day,
    Month,
    Year,
    About,
    Range,
    Open,
    Missing,
}

impl StartDate {
    const ALL: [Self; 7] = [Self::Day, Self::Month, Self::Year, Self::About, Self::Range, Self::Open, Self::Missing];

    fn of(when: Option<&When>) -> Self {
        let Some(when) = when else { return Self::Missing };
        let Ok(parsed) = when.parsed() else { return Self::Missing };
        let bounds = when.bounds();
        if bounds.start_earliest.is_none() || bounds.start_latest.is_none() {
            return Self::Open;
        }
        let is_relative = matches!(when.basis(), Some(Basis::Relative(_)));
        if parsed.approximate || (is_relative && !bounds.starts_on_one_day()) {
            return Self::About;
        }
        if bounds.starts_on_one_day() {
            return Self::Day;
        }
        match (parsed.shape, parsed.start_precision()) {
            (DateShape::OneOf(..) | DateShape::AllOf(..), _) => Self::Range,
            (_, Precision::Day | Precision::Month) => Self::Month,
            (_, Precision::PartOfYear | Precision::Years) => Self::Range,
            (_, Precision::Year) => Self::Year,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Day => "to the day",
            Self::Month => "to the month",
            Self::Year => "to the year",
            Self::About => "about",
            Self::Range => "in a range",
            Self::Open => "open",
            Self::Missing => "without a date",
        }
    }
}
