//! A report as the JSON object that the command line documents.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{NullDistribution, Outcome, PValue, TestReport};

impl Serialize for NullDistribution {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("NullDistribution", 2)?;
        object.serialize_field("name", self.name())?;
        object.serialize_field("df", &self.df())?;
        object.end()
    }
}

/// Every key is always there. A bound has its side in `p_relation`; where no number can be stood behind, `statistic`,
/// `distribution` and `p_value` are null and `because` says why.
impl Serialize for TestReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (statistic, distribution, p, because) = match &self.outcome {
            Outcome::Computed { statistic, distribution, p, .. } => {
                (Some(*statistic), Some(*distribution), Some(*p), None)
            }
            Outcome::NotApplicable { because } => (None, None, None, Some(because.as_str())),
        };
        let mut object = serializer.serialize_struct("TestReport", 13)?;
        object.serialize_field("test", self.test)?;
        object.serialize_field("convention", self.convention)?;
        object.serialize_field("null", &self.null)?;
        object.serialize_field("alternative", &self.alternative)?;
        object.serialize_field("statistic", &statistic)?;
        object.serialize_field("distribution", &distribution)?;
        object.serialize_field("p_value", &p.map(PValue::value))?;
        object.serialize_field("p_relation", &p.and_then(PValue::relation).map(|relation| relation.sign()))?;
        object.serialize_field("critical_values", &self.critical_values)?;
        object.serialize_field("sample", &self.sample)?;
        object.serialize_field("settings", &self.settings)?;
        object.serialize_field("notes", &self.notes)?;
        object.serialize_field("because", &because)?;
        object.end()
    }
}
