//! Numbers as text.

use crate::model::count_text;

/// `n` for a table: zero is an en dash, so that what is there stands out.
pub fn table_number(n: usize) -> String {
    match n {
        0 => "–".to_owned(),
        n => count_text(n),
    }
}

#[cfg(test)]
mod tests {
    use super::table_number;

    #[test]
    fn zero_in_a_table_is_a_dash() {
        assert_eq!(table_number(0), "–");
        assert_eq!(table_number(2_016), "2,016");
    }
}
