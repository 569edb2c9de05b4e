//! Kinds of changes that people make to a briefing by hand, each with words of its own that have to survive a merge.

/// A change that one side makes.
pub struct Kind {
    /// What it does.
    pub name: &'static str,
    /// The text after it, and the words that it wrote; each has the side's letter.
    pub make: fn(&str, &str) -> String,
    /// How many words it wrote: `letter-name-1`, `letter-name-2`.
    pub words: usize,
}

impl Kind {
    /// The text of a side, by its letter.
    pub fn text(&self, side: &str) -> String {
        (self.make)(BASE, &format!("{side}-{}", self.name))
    }

    /// The words that it writes.
    pub fn written(&self, side: &str) -> Vec<String> {
        (1..=self.words).map(|number| format!("{side}-{}-{number}", self.name)).collect()
    }
}

/// The briefing that both sides begin from.
pub const BASE: &str = r#"// base-head
(
    title: "Base title", // base-title
    gaps: ["base-gap-one", "base-gap-two"],
    desk: [1, /* base-in-desk */ 2],
    actors: [
        // base-above
        (id: "ada", kind: Person, name: "base-ada", // base-behind
         aliases: ["base-x", "base-y" /* base-in-list */], own: (q: 1)),

        // base-stray
        (id: "bo", kind: Body, name: "base-board"),
        (id: "cy", kind: Person, name: "base-cyril"),
    ],
    visits: [
        (
            id: "v-1", visitors: ["ada"], to: "RS", when: "2024-05-01",
            place: "base-mill", // base-at-mill
            topics: ["base-grain", "base-water"],
        ), // base-trail
        (id: "v-2", visitors: ["ada", "bo"], to: "CN", when: (edtf: "2024-06-02", said: "base-said"), place: "base-quay", note: "base-second"),
        (id: "v-3", visitors: ["cy"], to: "DE", when: "2024-07-03", place: "base-harbour", note: "base-third"),
        (id: "v-4", visitors: ["cy", "ada"], to: "FR", when: "2024-08-04", place: "base-bridge"),
        // base-last
    ],
)
// base-foot
"#;

/// Puts words for what stands there, which has to be there.
fn put(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

/// The line of a visit.
fn line(text: &str, id: &str) -> String {
    let begin = text.find(&format!("        (id: \"{id}\"")).unwrap();
    text[begin..].split_inclusive('\n').next().unwrap().to_owned()
}

fn swapped(text: &str, a: &str, b: &str) -> String {
    text.replace(a, "\u{1}").replace(b, a).replace('\u{1}', b)
}

fn first(text: &str, id: &str, of: impl Fn(&str) -> String) -> String {
    let line = line(text, id);
    put(&text.replace(&line, ""), "    visits: [\n", &format!("    visits: [\n{}", of(&line)))
}

/// A change that puts words behind some that are there; `#` stands for the side and the change.
macro_rules! kinds {
    ($( $name:literal, $words:literal, |$text:ident, $own:ident| $make:expr; )*) => {
        &[ $( Kind { name: $name, words: $words, make: |$text, $own| $make }, )* ]
    };
}

/// All of them.
pub const KINDS: &[Kind] = kinds! {
    "comment-at-the-head", 1, |text, own| put(text, "// base-head", &format!("// base-head\n// {own}-1"));
    "comment-at-the-foot", 1, |text, own| put(text, "// base-foot", &format!("// base-foot\n// {own}-1"));
    "comment-behind-the-bracket", 1, |text, own| put(text, "(\n    title", &format!("( // {own}-1\n    title"));
    "comment-of-a-header-field", 1, |text, own| put(text, "// base-title", &format!("// base-title {own}-1"));
    "comment-behind-a-list-bracket", 1, |text, own| put(text, "actors: [\n", &format!("actors: [ // {own}-1\n"));
    "comment-above", 1, |text, own| put(text, "// base-above\n", &format!("// base-above\n        // {own}-1\n"));
    "comment-above-changed", 1, |text, own| put(text, "// base-above\n", &format!("// {own}-1\n"));
    "comment-behind-changed", 1, |text, own| put(text, "// base-behind", &format!("// {own}-1"));
    "comment-behind-goes-on", 1, |text, own| put(text, "// base-behind", &format!("// base-behind, {own}-1"));
    "comment-trailing-changed", 1, |text, own| put(text, "// base-trail", &format!("// {own}-1"));
    "comment-in-a-list", 1, |text, own| put(text, "\"base-y\"", &format!("/* {own}-1 */ \"base-y\""));
    "comment-in-an-unknown-field", 1, |text, own| put(text, "(q: 1)", &format!("(q: 1 /* {own}-1 */)"));
    "comment-in-an-unknown-list", 1, |text, own| put(text, "/* base-in-desk */", &format!("/* base-in-desk */ /* {own}-1 */"));
    "comment-in-a-visit", 1, |text, own| put(text, "\"base-quay\",", &format!("\"base-quay\", /* {own}-1 */"));
    "comment-in-a-date", 1, |text, own| put(text, "\"base-said\"", &format!("\"base-said\" /* {own}-1 */"));
    "comment-at-the-end-of-a-list", 1, |text, own| put(text, "// base-last", &format!("// base-last\n        // {own}-1"));
    "attribute", 0, |text, _own| format!("#![enable(implicit_some)]\n{text}");
    "place-of-the-first", 1, |text, own| put(text, "base-mill", &format!("{own}-1"));
    "place-of-the-second", 1, |text, own| put(text, "base-quay", &format!("{own}-1"));
    "note-changed", 1, |text, own| put(text, "base-third", &format!("{own}-1"));
    "note-added", 1, |text, own| put(text, "\"base-bridge\"", &format!("\"base-bridge\", note: \"{own}-1\""));
    "unknown-field-added", 1, |text, own| put(text, "own: (q: 1)", &format!("own: (q: 1), house: \"{own}-1\""));
    "unknown-field-changed", 1, |text, own| put(text, "(q: 1)", &format!("(q: \"{own}-1\")"));
    "unknown-field-removed", 0, |text, _own| put(text, ", own: (q: 1)", "");
    "unknown-list-changed", 1, |text, own| put(text, "2],", &format!("2, \"{own}-1\"],"));
    "unknown-header-field-added", 1, |text, own| put(text, "    desk:", &format!("    shelf: \"{own}-1\",\n    desk:"));
    "header-list-added", 1, |text, own| put(text, "\"base-gap-two\"", &format!("\"base-gap-two\", \"{own}-1\""));
    "header-list-changed", 1, |text, own| put(text, "base-gap-one", &format!("{own}-1"));
    "title", 1, |text, own| put(text, "Base title", &format!("{own}-1"));
    "ids-swapped", 0, |text, _own| swapped(text, "\"v-3\"", "\"v-4\"");
    "places-swapped", 0, |text, _own| swapped(text, "base-harbour", "base-bridge");
    "inserted-and-numbered-anew", 2, |text, own| {
        let text = text.replace("\"v-4\"", "\"v-5\"").replace("\"v-3\"", "\"v-4\"").replace("\"v-2\"", "\"v-3\"");
        let new = format!("        (id: \"v-2\", visitors: [\"ada\"], to: \"IT\", when: \"2024-05-20\", place: \"{own}-1\"), // {own}-2\n");
        put(&text, "        (id: \"v-3\"", &format!("{new}        (id: \"v-3\""))
    };
    "visit-renamed", 0, |text, own| put(text, "\"v-2\"", &format!("\"v-{}\"", own.to_lowercase()));
    "actor-renamed", 0, |text, own| text.replace("\"ada\"", &format!("\"{}\"", own.to_lowercase()));
    "visit-deleted", 0, |text, _own| text.replace(&line(text, "v-2"), "");
    "another-visit-deleted", 0, |text, _own| text.replace(&line(text, "v-3"), "");
    "visit-moved", 0, |text, _own| first(text, "v-3", str::to_owned);
    "another-visit-moved", 0, |text, _own| first(text, "v-4", str::to_owned);
    "visit-moved-and-changed", 2, |text, own| first(text, "v-3", |line| {
        line.replace("base-harbour", &format!("{own}-1")).replace('\n', &format!(" // {own}-2\n"))
    });
    "line-ends", 1, |text, own| put(text, "// base-foot", &format!("// base-foot\n// {own}-1")).replace('\n', "\r\n");
    "byte-order-mark", 0, |text, _own| format!("\u{feff}{text}");
    "no-final-line-end", 1, |text, own| format!("{} {own}-1", text.trim_end());
    "same-visit-added", 1, |text, own| put(text, "        // base-last", &format!(
        "        (id: \"v-9\", visitors: [\"ada\"], to: \"IT\", when: \"2024-09-09\", place: \"Same\"), // {own}-1\n        // base-last"
    ));
    "visit-of-the-same-id-added", 2, |text, own| put(text, "        // base-last", &format!(
        "        // {own}-1\n        (id: \"v-9\", visitors: [\"ada\"], to: \"IT\", when: \"2024-09-09\", place: \"{own}-2\"),\n        // base-last"
    ));
    "list-added", 2, |text, own| put(text, "    visits: [", &format!(
        "    // {own}-1\n    judgements: [(id: \"j\", text: \"{own}-2\")],\n    visits: ["
    ));
    "topic-added", 1, |text, own| put(text, "\"base-water\"", &format!("\"{own}-1\", \"base-water\""));
    "topic-changed", 1, |text, own| put(text, "base-water", &format!("{own}-1"));
    "alias-removed", 0, |text, _own| put(text, "\"base-x\", ", "");
    "indented-anew", 0, |text, _own| text.replace("    ", "  ");
    "date-written-long", 2, |text, own| put(text, "\"2024-05-01\"", &format!(
        "(edtf: \"2024-05-01\", said: \"{own}-1\", /* {own}-2 */ basis: Stated)"
    ));
    "written-with-some", 2, |text, own| put(text, "\"base-quay\"", &format!("Some(\"{own}-1\" /* {own}-2 */)"));
    "raw-string", 1, |text, own| put(text, "\"base-cyril\"", &format!("r#\"base-cyril\"# /* {own}-1 */"));
    "set-apart", 0, |text, _own| put(text, "        (id: \"cy\"", "\n\n        (id: \"cy\"");
};
