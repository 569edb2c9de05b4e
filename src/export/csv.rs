//! Rows of comma-separated values (RFC 4180), safe to open in a spreadsheet.

use std::borrow::Cow;

use crate::present::guarded;

/// Adds a row and a line break.
pub(super) fn push_row<'a>(text: &mut String, fields: impl IntoIterator<Item = Cow<'a, str>>) {
    for (number, field) in fields.into_iter().enumerate() {
        if number > 0 {
            text.push(',');
        }
        push_field(text, &field);
    }
    text.push_str("\r\n");
}

/// A field, in quotation marks where it needs them, and no formula.
fn push_field(text: &mut String, field: &str) {
    let safe = guarded(field);
    if safe.contains([',', '"', '\r', '\n']) {
        text.push('"');
        text.push_str(&safe.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&safe);
    }
}

#[cfg(test)]
mod tests {
    use super::push_row;

    #[test]
    fn what_would_break_a_row_or_run_is_made_safe() {
        let mut text = String::new();
        push_row(&mut text, ["a,b", "say \"x\"", "two\nlines", "=1+1", "-0.5", "@x", "", " =1", "＝1"].map(Into::into));
        assert_eq!(text, "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",'=1+1,-0.5,'@x,,' =1,'＝1\r\n");
    }
}
