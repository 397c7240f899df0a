//! What a newer version of the program wrote and this one has no word for: read past, kept by its name, never taken for
//! damage. Never writes.

use crate::StoreError;
use model::Kind;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// By the names of their fields.
pub(crate) type Unknown = Map<String, Value>;

/// A kind, or plain writing and the name of a kind that is not known here.
pub(crate) fn kind(name: &str) -> (Kind, Option<&str>) {
    name.parse().map_or((Kind::Reflection, Some(name)), |kind| (kind, None))
}

/// A record of which every field may be absent, and the fields that it cannot hold.
pub(crate) fn record<T: DeserializeOwned>(json: &str) -> Result<(T, Unknown), StoreError> {
    match serde_json::from_str(json) {
        Ok(record) => Ok((record, Unknown::new())),
        Err(_) => sorted(serde_json::from_str(json)?),
    }
}

/// The same from an object that was read already.
pub(crate) fn sorted<T: DeserializeOwned>(fields: Unknown) -> Result<(T, Unknown), StoreError> {
    let fits =
        |name: &String, value: &Value| serde_json::from_value::<T>(Value::Object(Map::from_iter([(name.clone(), value.clone())]))).is_ok();
    let (known, unknown): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, value)| fits(name, value));
    Ok((serde_json::from_value(Value::Object(known.into_iter().collect()))?, unknown.into_iter().collect()))
}

/// A writing, of which an unknown kind becomes plain writing.
pub(crate) fn writing(fields: Unknown) -> Result<(model::Writing, Unknown), StoreError> {
    let (mut writing, unknown) = sorted::<model::Writing>(fields)?;
    if unknown.contains_key("kind") {
        writing.kind = Kind::Reflection;
    }
    Ok((writing, unknown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Writing;

    #[test]
    fn what_is_known_is_read_and_the_rest_is_named() {
        let json = r#"{"text":"a","kind":"vow","know":"dreamt-it","who":"ben","pursuits":["made-simple"],"weather":{"rain":true}}"#;
        let (read, unknown) = writing(serde_json::from_str(json).unwrap()).unwrap();
        let expected =
            Writing { who: Some("ben".into()), pursuits: vec![model::Pursuit::MadeSimple], ..Writing::new(Kind::Reflection, "a") };
        assert_eq!(read, expected);
        assert_eq!(Value::Object(unknown), serde_json::json!({"kind": "vow", "know": "dreamt-it", "weather": {"rain": true}}));
    }

    #[test]
    fn what_is_no_record_is_damage() {
        for broken in ["", "{", "7", "{\"text\":\"a\""] {
            assert_eq!(record::<Writing>(broken), Err(StoreError::Damaged), "{broken}");
        }
    }
}
