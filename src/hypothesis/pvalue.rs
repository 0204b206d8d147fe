//! A p-value, or what a table of critical values can say about it.

use std::fmt;

use crate::dist::Tail;
use crate::table::{Cell, NumberFormat, Relation};

/// A p-value, or the bound that a table supports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PValue {
    /// From the exact or limiting distribution named in the report.
    Exact(f64),
    /// From an approximation to it (a response surface, a simulation).
    Approximate(f64),
    /// The table ends here: the p-value is smaller.
    Below(f64),
    /// The table ends here: the p-value is larger.
    Above(f64),
}

impl PValue {
    /// The number or the bound.
    pub fn value(self) -> f64 {
        match self {
            Self::Exact(p) | Self::Approximate(p) | Self::Below(p) | Self::Above(p) => p,
        }
    }

    /// On which side of the bound the p-value is; `None` for a number.
    pub fn relation(self) -> Option<Relation> {
        match self {
            Self::Exact(_) | Self::Approximate(_) => None,
            Self::Below(_) => Some(Relation::Less),
            Self::Above(_) => Some(Relation::Greater),
        }
    }

    /// Whether it is below a level; `None` where a bound does not tell.
    pub fn is_below(self, level: f64) -> Option<bool> {
        match self {
            Self::Exact(p) | Self::Approximate(p) => Some(p < level),
            Self::Below(bound) if bound <= level => Some(true),
            Self::Above(bound) if bound >= level => Some(false),
            Self::Below(_) | Self::Above(_) => None,
        }
    }
}

/// A simulated law's p-value is an approximation, or the bound where its table ends.
impl From<Tail> for PValue {
    fn from(tail: Tail) -> Self {
        match tail {
            Tail::At(p) => Self::Approximate(p),
            Tail::Below(p) => Self::Below(p),
            Tail::Above(p) => Self::Above(p),
        }
    }
}

impl From<PValue> for Cell {
    fn from(p: PValue) -> Self {
        match p.relation() {
            Some(relation) => Self::Bound(relation, p.value()),
            None => Self::p_value(p.value()),
        }
    }
}

/// `p = 0.0213`, `p < 0.0001`, `p > 0.1`.
impl fmt::Display for PValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(relation) = self.relation() {
            let bound = NumberFormat::Significant(1).format(self.value());
            return write!(f, "p {} {bound}", relation.sign());
        }
        let p = NumberFormat::PValue.format(self.value());
        match p.strip_prefix('<') {
            Some(bound) => write!(f, "p < {bound}"),
            None => write!(f, "p = {p}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_tells_only_what_it_can() {
        assert_eq!(PValue::Below(0.01).is_below(0.05), Some(true));
        assert_eq!(PValue::Below(0.10).is_below(0.05), None);
        assert_eq!(PValue::Above(0.10).is_below(0.05), Some(false));
        assert_eq!(PValue::Above(0.01).is_below(0.05), None);
        assert_eq!(PValue::Exact(0.05).is_below(0.05), Some(false));
    }

    #[test]
    fn in_words() {
        let words = [PValue::Exact(0.02134), PValue::Exact(1e-9), PValue::Below(0.01), PValue::Above(0.1)];
        assert_eq!(words.map(|p| p.to_string()), ["p = 0.0213", "p < 0.0001", "p < 0.01", "p > 0.1"]);
    }
}
