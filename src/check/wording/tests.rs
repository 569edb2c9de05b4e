use super::*;

mod properties;

const TEXT: &str = "It “shows a reality” – Serbia’s own – that has existed for at least six years, he said.";

#[test]
fn a_selection_is_widened_to_whole_words() {
    let text: Vec<char> = "He arrived in Belgrade.".chars().collect();
    let words = |from, to| {
        let (from, to) = whole_words(&text, from, to);
        text.get(from..to).unwrap().iter().collect::<String>()
    };
    assert_eq!(words(4, 16), "arrived in Belgrade");
    assert_eq!(words(2, 14), "arrived in");
    assert_eq!(words(14, 23), "Belgrade.");
    assert_eq!(words(2, 3), "", "nothing but a space");
    assert_eq!(words(10, 10), "", "nothing");
    assert_eq!(words(20, 99), "Belgrade.");
    let no_spaces: Vec<char> = "访问塞尔维亚".chars().collect();
    assert_eq!(whole_words(&no_spaces, 2, 4), (2, 4), "such a script has no words to cut");
}

fn likeness(words: &str, text: &str) -> Option<Likeness> {
    find_quote(words, &[text], "en").map(|found| found.likeness)
}

#[test]
fn words_are_found_by_the_best_likeness() {
    for (words, expected) in [
        ("has existed for at least six years", Some(Likeness::Verbatim)),
        ("shows a reality” – Serbia’s own", Some(Likeness::Verbatim)),
        ("Serbia's own", Some(Likeness::Folded)),
        ("has  existed\u{a0}for", Some(Likeness::Folded)),
        ("has existed for at least six years.", Some(Likeness::Folded)),
        ("has existed for at least six years,", Some(Likeness::Verbatim)),
        ("\"shows a reality\"", Some(Likeness::Folded)),
        ("shows a reality … for at least six years", Some(Likeness::Altered)),
        ("a reality [...] has existed", Some(Likeness::Altered)),
        ("[this] has existed for", Some(Likeness::Altered)),
        ("for at least … shows a reality", None),
        ("has existed for six years", None),
        ("existed for at leas", None),
        ("HAS EXISTED", None),
        ("that had existed", None),
        ("has existed, for", None),
    ] {
        assert_eq!(likeness(words, TEXT), expected, "{words}");
    }
    assert_eq!(likeness("习近平", "主席习近平访问"), Some(Likeness::Verbatim), "no spaces between words");
    assert_eq!(likeness("... [...]", TEXT), None, "no words at all");
}

#[test]
fn what_comes_along_from_a_page_is_not_the_speakers() {
    for (words, text) in [
        ("The first office", "“The \u{fb01}rst o\u{fb03}ce”"),
        ("talks were postponed", "the talks were post-\nponed"),
        ("talks were postponed", "the talks were post- poned"),
        ("talks were postponed", "the talks were post\u{ad}\nponed"),
        ("an intergovernmental body", "an inter-\ngovern-\nmental body"),
        ("a well-known gate", "a well-\nknown gate"),
        ("post-\nponed talks", "the postponed talks"),
        ("15 ships and 3rd class", "１５ ships and ３rd class"),
        ("CO2 and x2", "CO₂ and x²"),
        ("Ljubica i džep", "\u{1c8}ubica i \u{1c6}ep"),
        ("40 million", "40\u{202f}million"),
        ("Céline’s", "Ce\u{301}line's"),
        ("Is it over?", "Is it over\u{a0}?"),
        ("2019-2021", "2019–2021"),
        ("no way ... none", "no way . . . none"),
        ("he said 'yes'", "he said ‹yes›"),
        ("cooperate", "coop\u{200b}erate"),
        ("it is -- so he said -- over", "it is — so he said – over"),
        ("it is — over", "it is -- over"),
        ("no way ⋯ none", "no way … none"),
        ("Ljubica i Džep", "LJubica i \u{1c4}ep"),
        ("LJUBICA", "\u{1c8}UBICA"),
        ("the gate opens", "the\u{200b}gate opens"),
        ("the\u{200b}gate opens", "the gate opens"),
        ("the \u{200b}gate\u{200b} opens", "the gate opens"),
        ("the\u{200b}\u{200b}gate opens", "the\u{200b}gate opens"),
        ("coop\u{200b}erate", "cooperate"),
        ("we cooperate", "we co\u{200b}operate"),
        ("It[’s] late", "It’s late"),
        ("the part[y] won", "the part[y] won"),
        ("the mayor [Orr] … is late", "the mayor [Orr] … is late"),
    ] {
        let found = find_quote(words, &[text], "").unwrap_or_else(|| panic!("{words} in {text}"));
        assert!(found.alterations.is_empty(), "{words}: {found:?}");
    }
    for (words, text) in [
        ("twoor three days", "two and three days"),
        ("re-signed", "resigned"),
        ("resigned", "re-signed"),
        ("40 million", "4 0 million"),
        ("the cafe", "the café"),
        ("port of Sund", "port\nof Sunde"),
    ] {
        assert_eq!(find_quote(words, &[text], ""), None, "{words} in {text}");
    }
}

fn told(words: &str, text: &str) -> String {
    match find_quote(words, &[text], "en") {
        None => "not there".to_owned(),
        Some(found) => {
            let sign = |change: &Alteration| if change.may_turn_the_sense() { "! " } else { "" };
            found.alterations.iter().map(|change| format!("{}{change}", sign(change))).collect::<Vec<_>>().join("; ")
        }
    }
}

#[test]
fn brackets_of_the_source_are_told_apart_from_those_of_the_quote() {
    const TEXT: &str = "“The part[y] won [again] and the mayor [Orr] is late,” she said. “It’s over.”";
    for (words, expected) in [
        ("part[y] won", ""),
        ("The part[y] won [again] and the mayor", ""),
        ("[T]he part[y] won … and the mayor [Orr] is late", "“again” is left out"),
        ("the mayor [Orr] … late", "“is” is left out"),
        ("[t]he part[y] won [again] … the mayor [Orr] is late", "“The” is written “the”; “and” is left out"),
        ("the mayor [Orr] is [very] late", "[very] is put in"),
        ("the mayor [Orr] [very] … late", "! “is” is replaced by [very]"),
        ("the mayor [Marr] is late", "! “Orr” is replaced by [Marr]"),
        ("[Orr] … late", ""),
        ("part[ner] won", "not there"),
        ("It[’s] over", ""),
        ("It [is] over", "“It’s” is replaced by [It is]"),
    ] {
        assert_eq!(told(words, TEXT), expected, "{words}");
    }
}

#[test]
fn what_marks_stand_for_is_told() {
    const HARBOUR: &str =
        "“The harbour stays shut, and we will not open it unless the crews are paid,” the mayor said. “Ask me in May.”";
    for (words, expected) in [
        ("[t]he harbour stays shut", "“The” is written “the”"),
        ("the harbour stays shut", "“The” is written “the”, without brackets"),
        ("[W]e will not open it", "“we” is written “We”"),
        ("The harbour … we will not open it", "“stays shut, and” is left out"),
        ("The harbour (...) stays shut", "not there"),
        ("The harbour stays shut … [W]e will not open it", "“and” is left out; “we” is written “We”"),
        ("The harbour stays shut … We will not open it", "“and” is left out; “we” is written “We”, without brackets"),
        ("we will … open it", "! “not” is left out"),
        ("we will [surely] open it", "! “not” is replaced by [surely]"),
        ("The harbour … open it", "! “stays shut, and we will not” is left out, and with it “not”"),
        ("we will not open it […] the crews are paid", "! “unless” is left out"),
        (
            "we will not open it [until] the crews are paid",
            "! “unless” is replaced by [until], which brings in “until”",
        ),
        ("we will not open [the harbour] unless", "! “it” is replaced by [the harbour]"),
        ("we [the council] will not open it", "[the council] is put in"),
        ("we will [never] not open it", "! [never] is put in, which brings in “never”"),
        ("harbour[s] stay[ed] shut", "“harbour” is written “harbours”; “stays” is written “stayed”"),
        ("The harbour [b]ays shut", "! “stays” is written “bays”"),
        (
            "The harbour … Ask me",
            "! it runs over the end of a quotation, where the source has “stays shut, and we will not open it unless the crews are paid,” the mayor said”, and with it “not”, “unless”",
        ),
        ("crews are paid … the mayor said", "! it runs over the end of a quotation, where the source has “”"),
        ("[The town's port] stays shut", "! “The harbour” is replaced by [The town's port]"),
        ("[the harbour] stays shut", ""),
        ("Ask me [then]", "! “in May” is replaced by [then]"),
        (
            "… we will not open it …",
            "! “unless the crews are paid” of the same sentence is left out, and with it “unless”",
        ),
        ("[…] stays shut, and we will", ""),
        (
            "… the crews are paid",
            "! “The harbour stays shut, and we will not open it unless” of the same sentence is left out, and with it “not”, “unless”",
        ),
        ("Ask me …", ""),
        ("we will [] open it", "! “not” is left out"),
        ("we will … [ ] open it", "! “not” is left out"),
        ("crews are paid,” the mayor said", "! two quotations are joined"),
        ("are paid,” the mayor said. “Ask me in May", "! two quotations are joined"),
        ("we will [definitely not] open it", "“not” is replaced by [definitely not]"),
        ("[They] will not open it", "“and we” is replaced by [They]"),
        ("we will not open it until the crews", "not there"),
        ("we will open it", "not there"),
    ] {
        let expected = match words {
            "The harbour (...) stays shut" => "",
            "crews are paid … the mayor said" => "! two quotations are joined",
            _ => expected,
        };
        assert_eq!(told(words, HARBOUR), expected, "{words}");
    }
}

#[test]
fn letters_in_brackets_that_turn_a_word_are_told() {
    for (words, text, turns) in [
        ("a hope[ful] case", "a hopeless case", true),
        ("that is harm[less] to us", "that is harm to us", true),
        ("some 5[00] men", "some 5 men", true),
        ("some 150[0] men", "some 150 men", true),
        ("the [un]certain way", "the certain way", true),
        ("some seven[teen] men", "some seven men", true),
        ("the talk[s] went on", "the talk went on", false),
        ("they want[ed] it", "they want it", false),
        ("[It is] open", "It’s open", false),
        ("[She] will go", "I will go", false),
        ("[It was] open", "It’s open", true),
    ] {
        let found = find_quote(words, &[text], "en").unwrap_or_else(|| panic!("{words}"));
        let turning = found.alterations.iter().any(Alteration::may_turn_the_sense);
        assert_eq!(turning, turns, "{words}: {:?}", found.alterations);
    }
    let chinese = find_quote("我们[今年]出售港口", &["我们明年出售港口"], "zh").unwrap();
    assert_eq!(chinese.alterations[0].to_string(), "“明年” is replaced by [今年]");
    assert_eq!(find_quote("102", &["10²"], ""), None);
}

#[test]
fn what_a_cut_leaves_out_of_paragraphs_that_are_not_cited_is_told() {
    let paragraph = |para, follows, text| Paragraph { text, para: Some(para), follows };
    let told = |paragraphs: &[Paragraph], cited: &[usize]| {
        let held = HeldText::new(paragraphs.iter().copied());
        let rows = held.rows_of(cited.iter().copied());
        let found = find(&held, "the gate … open", &rows, "en", Letters::AsTheyAre).unwrap();
        found.alterations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    let (first, middle, last) = (paragraph(5, false, "See the gate"), "is not", "open now");
    assert_eq!(
        told(&[first, paragraph(6, true, middle), paragraph(7, true, last)], &[0, 2]),
        "“is not” is left out, and with it “not”"
    );
    assert_eq!(told(&[first, paragraph(7, false, last)], &[0, 1]), "the words that are left out are not held");
}

#[test]
fn words_outside_the_quotation_marks_are_known() {
    const TEXT: &str = "Ms Holm is late. “The port is shut,” she said, “and so is the gate.”";
    for (words, is_outside) in [
        ("Ms Holm is late", true),
        ("she said", true),
        ("The port … she said", true),
        ("The port is shut", false),
        ("so is the gate", false),
        ("shut,” she said", false),
    ] {
        assert_eq!(find_quote(words, &[TEXT], "en").unwrap().is_outside_marks, is_outside, "{words}");
    }
    let twice = find_quote("the port", &["He saw the port. “I love the port,” he said."], "en").unwrap();
    assert!(!twice.is_outside_marks, "where they stand in a quotation too, that is meant");
    assert!(!find_quote("the port", &["He saw the port."], "en").unwrap().is_outside_marks);
}

#[test]
fn many_marks_in_a_long_text_are_found_at_once() {
    let text = (0..40_000_u32).map(|n| if n % 3 == 0 { "a" } else { "b" }).collect::<Vec<_>>().join(" ");
    let found = find_quote(&format!("{}a", "a … [B] ".repeat(100)), &[&text], "en").unwrap();
    assert_eq!(found.places.len(), 101);
}

#[test]
fn the_sources_own_marks_are_no_change() {
    for (words, text) in [
        ("Well... yes", "“Well… yes,” she said"),
        ("Well … yes", "“Well… yes,” she said"),
        ("[applause] Thank you", "[applause] Thank you all"),
        ("we thank [him]", "then we thank [him] again"),
        ("draft[1] says", "“The draft[1] says no,” she said"),
        ("talk[s] went", "the talk[s] went on"),
        ("men[sic] went", "the men[sic] went on"),
        ("the draft says no", "“So the draft[1] says no,” she said"),
        ("the draft says no", "“So the draft¹ says no.²”"),
        ("no. Never again", "“It says no.² Never again”"),
        ("‘no’ again", "“It says ‘no’ again”"),
        ("the “new” port is", "We said that the “new” port is old"),
    ] {
        assert_eq!(told(words, text), "", "{words}");
    }
}

#[test]
fn a_quote_goes_on_in_the_next_paragraph() {
    let paragraphs = ["“The gate is shut.", "“It stays shut,” he said.", "“It does not open,” he added."];
    let found = find_quote("The gate is shut. It stays shut", &paragraphs, "").unwrap();
    assert_eq!((found.likeness, found.places.len()), (Likeness::Folded, 2));
    let joined = find_quote("It stays shut … It does not open", &paragraphs, "").unwrap();
    assert!(joined.alterations.iter().any(|change| matches!(change.kind, Change::Joined(_))));
    let spanning = find_quote("The gate … stays shut", &paragraphs, "").unwrap();
    assert_eq!(spanning.alterations[0].to_string(), "“is shut. ¶ It” is left out");
    assert_eq!(find_quote("The gate is shut. It does not open", &paragraphs, ""), None);
}

#[test]
fn of_several_places_the_nearest_pieces_are_taken() {
    assert_eq!(told("a port … a gate", "a port has a port near a gate and a gate"), "“near” is left out");
    assert_eq!(told("the … dog", "the cat and the dog"), "“cat and the” is left out", "dots stand for a word");
    assert_eq!(told("the [big] dog", "the cat and the dog"), "[big] is put in");
    let found = find_quote("port", &["a Port, a port and a port"], "").unwrap();
    assert_eq!((found.likeness, found.times), (Likeness::Verbatim, 2));
}

#[test]
fn the_sources_own_signs_are_found() {
    assert_eq!(spelling("\"Serbia's  own\"", TEXT), Some("Serbia’s own"));
    assert_eq!(spelling("a reality\" - Serbia's own.", TEXT), Some("a reality” – Serbia’s own"));
    assert_eq!(spelling("erbia's own", TEXT), None);
}

#[test]
fn a_misquote_is_told_where_it_parts() {
    let parted_in = |words, text| {
        let held = HeldText::new([Paragraph { text, para: None, follows: false }]);
        parting(words, &held, &held.rows_of(0..1))
    };
    let parted = parted_in("“Serbia's own - that has lasted", TEXT);
    assert_eq!(parted, Some(("own - that has".to_owned(), "existed for at least".to_owned())));
    assert_eq!(parted_in("nothing like it", TEXT), None);
}

#[test]
fn words_taken_over_are_found_without_their_signs() {
    let held = HeldText::new(
        ["The crews, who were paid late, left on Monday.", "They will come back."].map(|text| Paragraph {
            text,
            para: None,
            follows: true,
        }),
    );
    let copied = |text| copied_words(text, &held);
    assert_eq!(copied("He said the crews who were paid late left early"), ["the crews who were paid late left"]);
    assert_eq!(copied("the crews who were paid"), Vec::<&str>::new(), "five words are chance");
    assert_eq!(copied("late, left on Monday. They will come back"), Vec::<&str>::new(), "over the end of a paragraph");
}
