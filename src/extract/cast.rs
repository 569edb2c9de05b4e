//! Who a text names: each person and body once, with every place where it is named.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::blocks::on_one_line;
use super::character::{Character, LandMention, Mention, gender_by_name};
use super::land::{Land, Lands};
use super::name::{Name, What, name_at};
use super::page::Paragraph;
use crate::index::fold;
use crate::language::press::Meaning;
use crate::model::ActorKind;

/// Who a text names.
#[derive(Debug, Default)]
pub struct Cast {
    /// Everybody once, in the order of first mention.
    pub characters: Vec<Character>,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Every mention of a country.
    pub lands_at: Vec<LandMention>,
    /// The countries.
    pub lands: Lands,
    by_last: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
    /// By the folded name.
    pub(super) by_full: HashMap<String, usize>,
    by_acronym: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// Everybody that the paragraphs name.
    #[must_use]
    pub fn of(paragraphs: &[Paragraph], known_countries: &[String]) -> Self {
        let known_words = words_within_sentences(paragraphs);
        let mut cast = Self { lands: Lands::of(paragraphs, known_countries), ..Self::default() };
        let is_known = |key: &str| known_words.contains(key);
        let mut found: Vec<(usize, Name)> = Vec::new();
        for (place, paragraph) in paragraphs.iter().enumerate() {
            let mut at = 0;
            while at < paragraph.words.len() {
                match name_at(paragraph, &cast.lands, at, &is_known) {
                    Some(name) => {
                        at = name.whole.end.max(at + 1);
                        let is_town = name.words.len() == 1
                            && !name.is_titled
                            && cast.lands.town(paragraph.key(name.words.start)).is_some();
                        if !is_town {
                            found.push((place, name));
                        }
                    }
                    None => at += 1,
                }
            }
        }
        cast.find_towns(paragraphs, &mut found);
        // Full names first, so that a surname of the headline finds the one whom the text names in full.
        cast.add_full_names(paragraphs, &found);
        for (place, name) in found {
            cast.add_mention(paragraphs, place, name);
        }
        cast
    }

    /// A single name that stands behind `in`, `at`, `to` each time, and is nobody's surname, is a town.
    fn find_towns(&mut self, paragraphs: &[Paragraph], found: &mut Vec<(usize, Name)>) {
        let mut behind: HashMap<String, bool> = HashMap::new();
        let mut surnames: HashSet<String> = HashSet::new();
        for (place, name) in found.iter().filter(|(_, name)| name.what == What::Person) {
            let Some(paragraph) = paragraphs.get(*place) else { continue };
            let key = paragraph.key(name.words.start).to_owned();
            if name.words.len() > 1 || name.is_titled {
                surnames.extend(name.words.clone().map(|at| paragraph.key(at).to_owned()));
                continue;
            }
            let is_placed = name.whole.start.checked_sub(1).is_some_and(|before| {
                matches!(
                    paragraph.key(before),
                    "in" | "at" | "to" | "from" | "near" | "nach" | "bei" | "u" | "iz" | "a" | "au"
                )
            }) && !paragraph.is_sign(name.words.end, '’');
            behind.entry(key).and_modify(|all| *all &= is_placed).or_insert(is_placed);
        }
        behind.retain(|key, is_placed| *is_placed && !surnames.contains(key));
        found.retain(|(place, name)| {
            let key = paragraphs.get(*place).map(|paragraph| paragraph.key(name.words.start)).unwrap_or_default();
            !(name.what == What::Person && name.words.len() == 1 && behind.contains_key(key))
        });
        let mut towns: Vec<String> = behind.into_keys().collect();
        towns.sort_unstable();
        for town in towns {
            self.lands.add_town(town);
        }
    }

    fn add_full_names(&mut self, paragraphs: &[Paragraph], found: &[(usize, Name)]) {
        for (place, name) in found {
            let Some(paragraph) = paragraphs.get(*place) else { continue };
            let is_full = match name.what {
                What::Person => name.words.len() > 1,
                What::Body(kind) => name.words.len() > 1 || name.acronym.is_some() || kind == ActorKind::Region,
                What::Land(_) | What::Acronym => false,
            };
            if is_full {
                let who = self.character(paragraph, *place, name);
                if let (Some(acronym), Some(character)) = (&name.acronym, self.characters.get_mut(who)) {
                    let acronym = paragraph.slice(acronym).to_owned();
                    character.spellings.insert(acronym.clone());
                    let all = self.by_acronym.entry(acronym.clone()).or_default();
                    if !all.contains(&who) {
                        all.push(who);
                    }
                    character.acronym.get_or_insert(acronym);
                }
            }
        }
    }

    /// The character of a full name: the one that is there, or a new one.
    fn character(&mut self, paragraph: &Paragraph, place: usize, name: &Name) -> usize {
        let spelling = on_one_line(paragraph.slice(&name.words));
        let key = fold(&spelling);
        let kind = match name.what {
            What::Body(kind) => kind,
            What::Acronym => ActorKind::Organisation,
            What::Person | What::Land(_) => ActorKind::Person,
        };
        let land = self.land_in_name(paragraph, name);
        let body_key = matches!(name.what, What::Body(_)).then(|| self.body_key(paragraph, name));
        let of_body = body_key.as_ref().and_then(|key| self.by_full.get(key)).copied();
        let known = self.by_full.get(&key).copied().or_else(|| self.same_person(&key, name)).or(of_body);
        if let Some(who) = known {
            if let Some(character) = self.characters.get_mut(who) {
                character.spellings.insert(spelling);
                character.gender = character.gender.or(name.gender);
                character.land = character.land.or(land);
            }
            self.by_full.entry(key).or_insert(who);
            return who;
        }
        let who = self.characters.len();
        self.characters.push(Character {
            kind,
            name: spelling.clone(),
            spellings: BTreeSet::from([spelling]),
            acronym: None,
            land,
            gender: name.gender.or_else(|| gender_by_name(&key).filter(|_| name.what == What::Person)),
            first: (place, name.words.clone()),
            known: None,
            is_anonymous: false,
            part_of: None,
        });
        if kind == ActorKind::Person {
            let mut words = key.split(' ').filter(|word| !matches!(*word, "jr" | "sr" | "jr." | "sr."));
            if let Some(first) = words.next() {
                self.by_first.entry(first.to_owned()).or_default().push(who);
                let last = words.next_back().unwrap_or(first);
                self.by_last.entry(last.to_owned()).or_default().push(who);
            }
        }
        if let Some(body_key) = body_key {
            self.by_full.entry(body_key).or_insert(who);
            let outer = self.outer_body(paragraph, place, name);
            if let Some(character) = self.characters.get_mut(who) {
                character.part_of = outer.filter(|outer| *outer != who);
            }
        }
        self.by_full.insert(key, who);
        who
    }

    /// The country in the name of a body, or the one that it belongs to: `China’s Shandong Province`.
    fn land_in_name(&self, paragraph: &Paragraph, name: &Name) -> Option<Land> {
        if !matches!(name.what, What::Body(_)) {
            return None;
        }
        let region = paragraph.word(name.words.start).and_then(|word| self.lands.region(&word.key)).copied().flatten();
        if region.is_some() {
            return region;
        }
        let own = name.words.clone().find_map(|at| self.lands.at(paragraph, at));
        let owner = || {
            let before = name.words.start.checked_sub(2).filter(|at| paragraph.is_sign(at + 1, '’'))?;
            self.lands.at(paragraph, before)
        };
        own.or_else(owner).map(|named| named.land)
    }

    /// The words of the name of a body in any order: `Chinese Communist Party` is the `Communist Party of China`.
    fn body_key(&self, paragraph: &Paragraph, name: &Name) -> String {
        let mut words: Vec<String> = name
            .words
            .clone()
            .filter(|at| !paragraph.means(*at, Meaning::Link) && !paragraph.means(*at, Meaning::Article))
            .map(|at| match self.lands.at(paragraph, at) {
                Some(named) => format!("={}", self.lands.name(named.land)),
                None => paragraph.key(at).to_owned(),
            })
            .collect();
        words.sort_unstable();
        words.join(" ")
    }

    /// The body behind `of`: that of the `Central Committee of the Communist Party of China`.
    fn outer_body(&mut self, paragraph: &Paragraph, place: usize, name: &Name) -> Option<usize> {
        let of = name.words.clone().find(|at| matches!(paragraph.key(*at), "of" | "der" | "des" | "de" | "du"))?;
        let start = of + 1 + usize::from(paragraph.means(of + 1, Meaning::Article));
        let kind = (start..name.words.end).find_map(|at| paragraph.word(at)?.head())?;
        let words = start..name.words.end;
        let inner = Name { whole: words.clone(), words, what: What::Body(kind), acronym: None, ..name.clone() };
        (inner.words.len() > 1).then(|| self.character(paragraph, place, &inner))
    }

    /// Somebody of the same surname whose first name does not clash: `Donald J. Trump`, `Donald Trump`.
    fn same_person(&self, key: &str, name: &Name) -> Option<usize> {
        if name.what != What::Person {
            return None;
        }
        let words: Vec<&str> = key.split(' ').filter(|word| word.trim_end_matches('.').chars().count() > 1).collect();
        let (first, last) = (words.first()?, words.last()?);
        let all = self.by_last.get(*last)?;
        all.iter().copied().find(|who| {
            self.characters.get(*who).is_some_and(|character| {
                let known = fold(&character.name);
                let known_first = known.split(' ').next().unwrap_or_default();
                words.len() > 1 && known.contains(' ') && known_first == *first
            })
        })
    }

    fn add_mention(&mut self, paragraphs: &[Paragraph], place: usize, name: Name) {
        let Some(paragraph) = paragraphs.get(place) else { return };
        if let What::Land(named) = name.what {
            self.lands_at.push(LandMention { paragraph: place, words: name.words, land: named.land, word: named.word });
            return;
        }
        // Nationalities in front of a name are mentions too.
        for at in name.whole.start..name.words.start {
            if let Some(named) = self.lands.at(paragraph, at) {
                self.lands_at.push(LandMention {
                    paragraph: place,
                    words: at..at + named.length,
                    land: named.land,
                    word: named.word,
                });
            }
        }
        let spelling = on_one_line(paragraph.slice(&name.words));
        let key = fold(&spelling);
        let (who, doubt) = match self.by_full.get(&key) {
            Some(who) => (*who, None),
            None => match self.of_short_name(paragraph, &spelling, &key, &name) {
                Some(found) => found,
                None => self.namesake(paragraph, place, &name, &key),
            },
        };
        if let Some(character) = self.characters.get_mut(who) {
            character.spellings.insert(spelling);
            character.gender = character.gender.or(name.gender);
        }
        self.mentions.push(Mention { paragraph: place, words: name.words, whole: name.whole, who, doubt });
    }

    /// Whom a surname, a first name or an acronym means, with the doubt where there are several.
    fn of_short_name(
        &self,
        paragraph: &Paragraph,
        spelling: &str,
        key: &str,
        name: &Name,
    ) -> Option<(usize, Option<String>)> {
        if let Some(all) = self.by_acronym.get(spelling) {
            let who = *all.first()?;
            let doubt = (all.len() > 1).then(|| format!("“{spelling}” is given to more than one"));
            return Some((who, doubt));
        }
        if name.what != What::Person || key.contains(' ') {
            return None;
        }
        let empty: &[usize] = &[];
        let last = self.by_last.get(key).map_or(empty, Vec::as_slice);
        let first = self.by_first.get(key).map_or(empty, Vec::as_slice);
        let all = if last.is_empty() { first } else { last };
        // `Mrs Petkov` is as often the wife.
        let is_married = paragraph.key(name.whole.start) == "mrs";
        let fits = |who: &&usize| {
            let known = self.characters.get(**who).and_then(|character| character.gender);
            name.gender.is_none() || known.is_none() && !is_married || known == name.gender
        };
        let all: Vec<usize> = all.iter().filter(fits).copied().collect();
        let mut nearest = self.mentions.iter().rev().take(NEAR).map(|mention| mention.who);
        let who = nearest.find(|who| all.contains(who)).or_else(|| all.first().copied())?;
        let doubt = (all.len() > 1).then(|| {
            let names: Vec<&str> =
                all.iter().filter_map(|who| self.characters.get(*who)).map(|other| other.name.as_str()).collect();
            let taken = self.characters.get(who).map(|taken| taken.name.as_str()).unwrap_or_default();
            format!("“{spelling}” may be {}; {taken} is the one named last", names.join(" or "))
        });
        Some((who, doubt))
    }

    /// Somebody of whom only the surname is told. Where the text names others by it, who are all men and this a woman, or the
    /// other way round, that is in doubt.
    fn namesake(&mut self, paragraph: &Paragraph, place: usize, name: &Name, key: &str) -> (usize, Option<String>) {
        let others: Vec<&str> = self
            .by_last
            .get(key)
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .filter_map(|who| self.characters.get(*who))
            .map(|other| other.name.as_str())
            .collect();
        let called = on_one_line(paragraph.slice(&name.whole));
        let doubt = (!others.is_empty() && name.gender.is_some())
            .then(|| format!("“{called}” may be somebody else than {}", others.join(" or ")));
        let who = self.character(paragraph, place, name);
        if doubt.is_some() {
            // The bare surname may mean any of them.
            self.by_full.remove(key);
        }
        (who, doubt)
    }

    /// All whom a surname or a first name may mean, by their places among the characters.
    pub fn namesakes(&self, spelling: &str) -> &[usize] {
        let key = fold(spelling);
        self.by_last.get(&key).or_else(|| self.by_first.get(&key)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A surname is looked for among so many mentions before it.
const NEAR: usize = 400;

/// Folded words that have a capital within a sentence: at its start, a capital tells that they are names.
fn words_within_sentences(paragraphs: &[Paragraph]) -> HashSet<String> {
    let mut known = HashSet::new();
    for paragraph in paragraphs {
        for (at, word) in paragraph.words.iter().enumerate() {
            if word.is_namelike()
                && !paragraph.begins(at)
                && !word.means(Meaning::Person)
                && paragraph.part != super::page::Part::Headline
            {
                known.insert(word.key.clone());
            }
        }
    }
    known
}
