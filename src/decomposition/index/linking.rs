//! From comparisons of two periods to a series.

use std::fmt;

use serde::Serialize;

use super::formula::{IndexFormula, Measure};
use super::panel::{Matching, PriceQuantityPanel};
use crate::{Error, ErrorKind, Note, Stamp};

/// How comparisons of two periods become a series over many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Linking {
    /// Every period against the base: the weights age.
    #[default]
    #[doc(alias = "direct")]
    FixedBase,
    /// The product of comparisons of neighbouring periods: weights stay fresh, but the index can drift when
    /// prices come back to where they were.
    Chained,
    /// The geometric mean of the comparisons through every period of the panel (Gini, 1931; Eltetö and Köves, 1964;
    /// Szulc, 1964): transitive, so free of chain drift. With Törnqvist it is CCDI. Needs a time-reversible formula.
    #[doc(alias = "GEKS")]
    #[doc(alias = "CCDI")]
    #[doc(alias = "multilateral")]
    Geks,
}

impl fmt::Display for Linking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FixedBase => "fixed base",
            Self::Chained => "chained",
            Self::Geks => "GEKS",
        })
    }
}

/// An index to be computed: what it measures, formula, linking, base, and what to do with unmatched items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    measure: Measure,
    formula: IndexFormula,
    linking: Linking,
    matching: Matching,
    base: Option<Stamp>,
}

/// The index in one period.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IndexPoint {
    /// The period.
    pub period: Stamp,
    /// The index; 1 in the base period.
    pub value: f64,
}

/// An index over the panel's periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndexSeries {
    /// Prices or quantities.
    pub measure: Measure,
    /// The formula of the comparisons.
    pub formula: IndexFormula,
    /// How they were linked.
    pub linking: Linking,
    /// What was done with items not in both periods of a comparison.
    pub matching: Matching,
    /// The period that is 1.
    pub base: Stamp,
    /// One point per period.
    pub points: Vec<IndexPoint>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl Index {
    /// A price index by this formula: fixed base, the first period 1, unmatched items refused.
    pub fn of_prices(formula: IndexFormula) -> Self {
        Self {
            measure: Measure::Price,
            formula,
            linking: Linking::default(),
            matching: Matching::default(),
            base: None,
        }
    }

    /// A quantity index by this formula, with the same defaults.
    #[doc(alias = "volume index")]
    pub fn of_quantities(formula: IndexFormula) -> Self {
        Self { measure: Measure::Quantity, ..Self::of_prices(formula) }
    }

    /// Linked in this way.
    #[must_use]
    pub fn linking(mut self, linking: Linking) -> Self {
        self.linking = linking;
        self
    }

    /// With this rule for unmatched items.
    #[must_use]
    pub fn matching(mut self, rule: Matching) -> Self {
        self.matching = rule;
        self
    }

    /// With this period as 1 (for a fixed base, also as the base of the weights).
    #[must_use]
    pub fn base(mut self, period: Stamp) -> Self {
        self.base = Some(period);
        self
    }

    /// Computes the index.
    ///
    /// # Errors
    /// If an item is unmatched and that is refused, two periods to be compared have no item in common, the base is not in
    /// the panel, GEKS is asked of a formula that is not time-reversible, or a comparison overflows.
    pub fn run(&self, panel: &PriceQuantityPanel) -> Result<IndexSeries, Error> {
        let n = panel.periods().len();
        let base = self.base.map_or(Ok(0), |period| panel.place(period))?;
        let mut left_out: Vec<String> = Vec::new();
        let mut compare = |from: usize, to: usize| {
            let (pairs, unmatched) = panel.pairs(from, to, self.matching)?;
            for item in unmatched {
                if !left_out.iter().any(|name| name == item) {
                    left_out.push(item.to_owned());
                }
            }
            let value = self.formula.compare(self.measure, &pairs);
            if value.is_finite() && value > 0.0 {
                return Ok(value);
            }
            let (from, to) = (panel.periods()[from], panel.periods()[to]);
            Err(Error::new(ErrorKind::NonFinite, format!("the comparison of {to} with {from} is {value}"))
                .remedy("choose units in which prices and quantities are neither so large nor so small"))
        };
        let values: Vec<f64> = match self.linking {
            Linking::FixedBase => (0..n).map(|t| compare(base, t)).collect::<Result<_, Error>>()?,
            Linking::Chained => {
                let mut chain = vec![1.0];
                for t in 1..n {
                    chain.push(chain[t - 1] * compare(t - 1, t)?);
                }
                chain
            }
            Linking::Geks => {
                self.check_geks()?;
                let mut values = Vec::with_capacity(n);
                for t in 0..n {
                    let mut logs = 0.0;
                    for through in 0..n {
                        logs += compare(base, through)?.ln() - compare(t, through)?.ln();
                    }
                    values.push((logs / n as f64).exp());
                }
                values
            }
        };
        let mut notes = Vec::new();
        if !left_out.is_empty() {
            notes.push(Note::new(format!(
                "left out of comparisons in which they lack a period: {}",
                left_out.join(", ")
            )));
        }
        if self.formula == IndexFormula::Dutot {
            notes.push(Note::new("the Dutot index depends on the units in which the items are counted"));
        }
        Ok(IndexSeries {
            measure: self.measure,
            formula: self.formula,
            linking: self.linking,
            matching: self.matching,
            base: panel.periods()[base],
            points: panel
                .periods()
                .iter()
                .zip(&values)
                .map(|(period, value)| IndexPoint { period: *period, value: value / values[base] })
                .collect(),
            notes,
        })
    }

    fn check_geks(&self) -> Result<(), Error> {
        if self.formula.is_time_reversible() {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Argument, format!("GEKS needs a time-reversible formula; {} is not", self.formula))
            .remedy("use Fisher or Törnqvist"))
    }
}

impl IndexSeries {
    /// The index in a period.
    pub fn at(&self, period: Stamp) -> Option<f64> {
        self.points.iter().find(|point| point.period == period).map(|point| point.value)
    }
}
