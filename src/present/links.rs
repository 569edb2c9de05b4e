//! Which addresses may be opened, and where they lead.

/// The host that a web address leads to, or the mail address; `None` where it is neither http, https nor mailto.
///
/// What stands before `@` in a web address is not the host, however much it looks like one (RFC 3986, section 3.2).
#[must_use]
pub fn link_host(address: &str) -> Option<String> {
    if address.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let (scheme, rest) = address.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "mailto" => Some(rest.split('?').next().unwrap_or(rest).to_owned()).filter(|to| !to.is_empty()),
        "http" | "https" => {
            let authority = rest.strip_prefix("//")?.split(['/', '?', '#', '\\']).next()?;
            let host = authority.rsplit('@').next().unwrap_or(authority);
            (!host.is_empty()).then(|| host.to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::link_host;

    #[test]
    fn only_web_and_mail_addresses_lead_anywhere() {
        assert_eq!(link_host("https://www.example.org/a?b"), Some("www.example.org".into()));
        assert_eq!(link_host("HTTP://example.org"), Some("example.org".into()));
        assert_eq!(link_host("https://bank.example@evil.example/x"), Some("evil.example".into()));
        assert_eq!(link_host("mailto:desk@example.org?subject=x"), Some("desk@example.org".into()));
        for bad in
            ["javascript:alert(1)", "file:///etc/passwd", "https:", "https://", "www.example.org", "", "http://a b"]
        {
            assert_eq!(link_host(bad), None, "{bad}");
        }
    }
}
