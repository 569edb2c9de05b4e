//! What a careful person finds in an article, and how much of it was found.
//!
//! A gold file has a line a fact; `#` begins a remark:
//!
//! ```text
//! published 2031-05-04
//! said SPEAKER | words of it            who said it, and some words of what
//! silent SPEAKER                        a question without an answer
//! visit WHO | TO | EDTF                 TO: an ISO code, the id of an actor, or `?` where the text does not tell
//! role WHO | TITLE | ORG                ORG: an id or a part of one, or `?`
//! conflict                              two dates for what may be one visit
//! ```
//!
//! People and bodies are named by the ids that are made of their names.

use serde_json::Value;

/// The gold of an article.
#[derive(Default)]
pub struct Gold {
    pub published: String,
    said: Vec<(String, String)>,
    silent: Vec<String>,
    visits: Vec<[String; 3]>,
    roles: Vec<[String; 3]>,
    conflicts: usize,
}

/// How much was found: right, proposed, wanted.
#[derive(Default, Clone, Copy)]
pub struct Score {
    right: usize,
    proposed: usize,
    wanted: usize,
}

/// What was found of an article, or of several.
#[derive(Default)]
pub struct Found {
    statements: Score,
    speakers: Score,
    visits: Score,
    places: Score,
    dates: Score,
    roles: Score,
    conflicts: Score,
    missed: Vec<String>,
}

/// The blocks of a text between blank lines, as the contract of the command counts them.
pub fn blocks(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let mut blocks: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in text.split('\n') {
        if line.trim().is_empty() {
            is_new = true;
        } else if is_new {
            blocks.push(line.to_owned());
            is_new = false;
        } else if let Some(last) = blocks.last_mut() {
            last.push('\n');
            last.push_str(line);
        }
    }
    blocks
}

impl Gold {
    pub fn read(text: &str) -> Self {
        let mut gold = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let parts: Vec<String> = rest.split('|').map(|part| part.trim().to_owned()).collect();
            let three = || <[String; 3]>::try_from(parts.clone()).unwrap_or_else(|_| panic!("three parts: {line}"));
            match word {
                "published" => rest.clone_into(&mut gold.published),
                "said" => gold.said.push((parts[0].clone(), parts[1].clone())),
                "silent" => gold.silent.push(rest.to_owned()),
                "visit" => gold.visits.push(three()),
                "role" => gold.roles.push(three()),
                "conflict" => gold.conflicts += 1,
                _ => panic!("no such fact: {line}"),
            }
        }
        gold
    }

    pub fn compare(&self, proposals: &[Value]) -> Found {
        let mut found = Found::default();
        let of = |kind: &str| {
            proposals
                .iter()
                .filter(|proposal| proposal["kind"] == kind)
                .map(|proposal| &proposal["record"])
                .collect::<Vec<_>>()
        };
        let statements = of("Statement");
        found.statements.proposed = statements.len();
        found.statements.wanted = self.said.len() + self.silent.len();
        for (speaker, words) in &self.said {
            let holds = |record: &&&Value| plain(&record["content"]).contains(words.as_str());
            match statements.iter().find(holds) {
                Some(record) => {
                    found.statements.right += 1;
                    found.speakers.count(record["speaker"] == speaker.as_str());
                    if record["speaker"] != speaker.as_str() {
                        found.missed.push(format!("{} for {speaker}: {words}", record["speaker"]));
                    }
                }
                None => found.missed.push(format!("said {speaker}: {words}")),
            }
        }
        for speaker in &self.silent {
            let is_right = statements
                .iter()
                .any(|record| record["speaker"] == speaker.as_str() && record["no_response"].is_object());
            found.statements.right += usize::from(is_right);
            if !is_right {
                found.missed.push(format!("silent {speaker}"));
            }
        }
        self.compare_visits(&of("Visit"), &mut found);
        let roles = of("Role");
        found.roles.proposed = roles.len();
        found.roles.wanted = self.roles.len();
        for [who, title, org] in &self.roles {
            let is_right = roles.iter().any(|role| {
                let has_org = org == "?" || role["org"].as_str().is_some_and(|known| known.contains(org.as_str()));
                role["person"] == who.as_str()
                    && role["title"].as_str().is_some_and(|known| known.eq_ignore_ascii_case(title))
                    && has_org
            });
            found.roles.right += usize::from(is_right);
            if !is_right {
                found.missed.push(format!("role {who} | {title} | {org}"));
            }
        }
        let conflicts = of("Conflict").len();
        found.conflicts = Score { right: conflicts.min(self.conflicts), proposed: conflicts, wanted: self.conflicts };
        found
    }

    fn compare_visits(&self, visits: &[&Value], found: &mut Found) {
        found.visits.proposed = visits.len();
        found.visits.wanted = self.visits.len();
        let mut used = vec![false; visits.len()];
        for [who, to, edtf] in &self.visits {
            let rank = |visit: &Value| {
                let has_date = visit["when"]["edtf"].as_str().unwrap_or("?") == edtf;
                let has_place = visit["to"].as_str().unwrap_or("?") == to;
                usize::from(has_date) * 2 + usize::from(has_place)
            };
            let best = (0..visits.len())
                .filter(|at| {
                    !used[*at]
                        && visits[*at]["visitors"]
                            .as_array()
                            .is_some_and(|all| all.iter().any(|one| one == who.as_str()))
                })
                .max_by_key(|at| (rank(visits[*at]), usize::MAX - at));
            match best {
                Some(at) => {
                    used[at] = true;
                    found.visits.right += 1;
                    let rank = rank(visits[at]);
                    found.places.count(rank & 1 == 1);
                    found.dates.count(rank & 2 == 2);
                    if rank != 3 {
                        found.missed.push(format!(
                            "visit {who} | {to} | {edtf} is {} {}",
                            visits[at]["to"], visits[at]["when"]["edtf"]
                        ));
                    }
                }
                None => found.missed.push(format!("visit {who} | {to} | {edtf}")),
            }
        }
        for (at, visit) in visits.iter().enumerate().filter(|(at, _)| !used[*at]) {
            let _ = at;
            found.missed.push(format!("a visit too many: {} to {}", visit["visitors"], visit["to"]));
        }
    }
}

/// All runs of a statement as one text.
fn plain(content: &Value) -> String {
    let runs = content.as_array().into_iter().flatten();
    runs.filter_map(|run| run["Said"].as_str().or(run["Para"].as_str())).collect::<Vec<_>>().join(" ")
}

impl Score {
    fn count(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.proposed += 1;
        self.wanted += 1;
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.proposed += other.proposed;
        self.wanted += other.wanted;
    }

    fn precision(self) -> usize {
        self.right * 100 / self.proposed.max(1)
    }

    fn recall(self) -> usize {
        self.right * 100 / self.wanted.max(1)
    }

    fn told(self) -> String {
        format!("{}/{} of {}", self.right, self.proposed, self.wanted)
    }
}

impl Found {
    pub fn add(&mut self, other: &Self) {
        for (mine, other) in [
            (&mut self.statements, other.statements),
            (&mut self.speakers, other.speakers),
            (&mut self.visits, other.visits),
            (&mut self.places, other.places),
            (&mut self.dates, other.dates),
            (&mut self.roles, other.roles),
            (&mut self.conflicts, other.conflicts),
        ] {
            mine.add(other);
        }
    }

    pub fn told(&self) -> String {
        let missed =
            if self.missed.is_empty() { String::new() } else { format!("\n    {}", self.missed.join("\n    ")) };
        format!(
            "statements {}, speakers {}, visits {}, places {}, dates {}, roles {}, conflicts {}{missed}",
            self.statements.told(),
            self.speakers.told(),
            self.visits.told(),
            self.places.told(),
            self.dates.told(),
            self.roles.told(),
            self.conflicts.told(),
        )
    }

    /// The bars that the articles of this project hold together.
    pub fn assert_bars(&self, told: &str) {
        let all = self.told();
        assert!(self.visits.precision() >= 85 && self.visits.recall() >= 75, "visits {all}\n{told}");
        assert!(self.places.precision() >= 93, "places of visits {all}\n{told}");
        assert!(self.dates.precision() >= 82, "dates {all}\n{told}");
        assert!(self.roles.precision() >= 93 && self.roles.recall() >= 80, "roles {all}\n{told}");
        assert!(self.statements.recall() >= 85 && self.speakers.precision() >= 88, "statements {all}\n{told}");
    }
}
