//! The text of a page of the web: its paragraphs, without scripts, styles, menus and forms.

use html5gum::{Token, Tokenizer};

/// Elements whose text is no part of the article.
const DROPPED: &[&str] = &[
    "script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg", "button", "select",
    "textarea", "iframe", "object", "head", "menu", "dialog",
];
/// Elements that part paragraphs.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "th",
    "dl",
    "dt",
    "dd",
    "pre",
    "hr",
    "address",
    "body",
    "html",
    "title",
];

/// The text of a page, its paragraphs parted by blank lines.
///
/// Without a `header` or `article` of its own a page keeps its headline, since only menus around it are dropped: a heading
/// within a dropped `header` stays.
#[must_use]
pub fn html_text(page: &str) -> String {
    let mut paragraphs: Vec<String> = vec![String::new()];
    // What is dropped, the innermost last; a heading in a `header` is the headline.
    let mut dropped: Vec<String> = Vec::new();
    let mut in_heading = 0_usize;
    for token in Tokenizer::new(page) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).to_lowercase();
                if DROPPED.contains(&name.as_str()) && !tag.self_closing {
                    dropped.push(name);
                } else if name == "br" {
                    add(&mut paragraphs, "\n", &dropped, in_heading);
                } else if BLOCKS.contains(&name.as_str()) {
                    in_heading += usize::from(name == "h1");
                    paragraphs.push(String::new());
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).to_lowercase();
                if let Some(place) = dropped.iter().rposition(|open| *open == name) {
                    dropped.truncate(place);
                }
                if BLOCKS.contains(&name.as_str()) {
                    in_heading = in_heading.saturating_sub(usize::from(name == "h1"));
                    paragraphs.push(String::new());
                }
            }
            Token::String(text) => add(&mut paragraphs, &String::from_utf8_lossy(&text), &dropped, in_heading),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let lines = paragraphs.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let kept: Vec<String> = lines.filter(|text| !text.is_empty()).collect();
    kept.join("\n\n")
}

fn add(paragraphs: &mut [String], text: &str, dropped: &[String], in_heading: usize) {
    let is_headline = in_heading > 0 && dropped.iter().all(|open| open == "header");
    if (dropped.is_empty() || is_headline)
        && let Some(last) = paragraphs.last_mut()
    {
        last.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::html_text;

    #[test]
    fn scripts_and_menus_are_no_text() {
        let page = "<!DOCTYPE html><html><head><title>x</title><script>var a = '<p>no</p>';</script></head><body>\
                    <header><h1>Head &amp; line</h1><nav>Home</nav></header><p>One &ldquo;two&rdquo;<br>three</p>\
                    <style>p{}</style><div>Four</div><footer>Imprint</footer></body></html>";
        assert_eq!(html_text(page), "Head & line\n\nOne “two” three\n\nFour");
    }

    #[test]
    fn a_torn_page_is_read_as_far_as_it_goes() {
        assert_eq!(html_text("<p>One<p>Two <b>three"), "One\n\nTwo three");
        assert_eq!(html_text("<<<>&#x110000;&"), html_text("<<<>&#x110000;&"));
        assert_eq!(html_text(""), "");
    }
}
