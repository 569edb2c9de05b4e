//! The text of a value that the model does not know, as JSON where it is plain, else as the text itself.

use serde_json::{Map, Number, Value};

/// The value as JSON; its own text where RON says more than JSON can (a name, an infinity, keys that are no text).
pub(super) fn raw_json(raw: &str) -> Value {
    let as_text = || Value::String(raw.to_owned());
    if begins_with_name(raw) {
        return as_text();
    }
    ron::from_str::<ron::Value>(raw).ok().and_then(plain).unwrap_or_else(as_text)
}

/// `ron::Value` forgets names: `Said("x")` would become `"x"`.
fn begins_with_name(raw: &str) -> bool {
    let name: String = raw.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && !matches!(name.as_str(), "true" | "false" | "None" | "Some")
        && !raw.starts_with("r\"")
        && !raw.starts_with("r#")
}

fn plain(value: ron::Value) -> Option<Value> {
    Some(match value {
        ron::Value::Bool(value) => Value::Bool(value),
        ron::Value::Char(c) => Value::String(c.to_string()),
        ron::Value::String(text) => Value::String(text),
        ron::Value::Number(number) => Value::Number(plain_number(number)?),
        ron::Value::Option(None) | ron::Value::Unit => Value::Null,
        ron::Value::Option(Some(inner)) => plain(*inner)?,
        ron::Value::Seq(items) => Value::Array(items.into_iter().map(plain).collect::<Option<_>>()?),
        ron::Value::Map(map) => {
            let mut object = Map::new();
            for (key, value) in map {
                let ron::Value::String(name) = key else { return None };
                object.insert(name, plain(value)?);
            }
            Value::Object(object)
        }
        ron::Value::Bytes(_) => return None,
    })
}

fn plain_number(number: ron::Number) -> Option<Number> {
    use ron::Number as Ron;
    Some(match number {
        Ron::I8(whole) => Number::from(whole),
        Ron::I16(whole) => Number::from(whole),
        Ron::I32(whole) => Number::from(whole),
        Ron::I64(whole) => Number::from(whole),
        Ron::U8(whole) => Number::from(whole),
        Ron::U16(whole) => Number::from(whole),
        Ron::U32(whole) => Number::from(whole),
        Ron::U64(whole) => Number::from(whole),
        other => return Number::from_f64(other.into_f64()),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::raw_json;

    #[test]
    fn plain_values_become_json_and_others_stay_text() {
        for (raw, expected) in [
            ("7", json!(7)),
            ("-2.5", json!(-2.5)),
            ("true", json!(true)),
            ("None", json!(null)),
            ("Some(3)", json!(3)),
            ("\"a\"", json!("a")),
            ("r#\"a\"#", json!("a")),
            ("[1, [\"b\"]]", json!([1, ["b"]])),
            ("(x: 1, y: (z: [])) ", json!({"x": 1, "y": {"z": []}})),
            ("{\"k\": 1}", json!({"k": 1})),
            ("{1: 2}", json!("{1: 2}")),
            ("Draft", json!("Draft")),
            ("Said(\"x\")", json!("Said(\"x\")")),
            ("inf", json!("inf")),
            ("1e999", json!("1e999")),
            ("[", json!("[")),
        ] {
            assert_eq!(raw_json(raw), expected, "{raw}");
        }
    }
}
