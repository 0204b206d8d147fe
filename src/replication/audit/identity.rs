//! One identity, as data: a cell and the rule by which it follows from others.

use std::fmt;

use super::AuditEntry;
use crate::Error;
use crate::replication::claims::{Basis, Relation, Verdict};
use crate::replication::evidence::{Address, Evidence};
use crate::replication::printed::{Derived, Printed};

/// A number an identity is computed from.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A cell of the paper.
    Cell(Address),
    /// A figure printed by others.
    Figure {
        /// What is measured.
        series: &'static str,
        /// When.
        period: String,
        /// Part of its source's name.
        by: &'static str,
    },
}

impl Operand {
    fn number<'e>(&self, evidence: &'e Evidence) -> Result<&'e Printed, Error> {
        match self {
            Self::Cell(address) => evidence.at(address),
            Self::Figure { series, period, by } => Ok(&evidence.figure(series, period, by)?.number),
        }
    }

    /// A dash in a table stands for nothing, which adds nothing to a sum.
    fn addend<'e>(&self, evidence: &'e Evidence) -> Result<Option<&'e Printed>, Error> {
        match self {
            Self::Cell(address) if evidence.cell(address)?.text == "-" => Ok(None),
            _ => self.number(evidence).map(Some),
        }
    }

    fn words(&self, evidence: &Evidence) -> Result<String, Error> {
        Ok(match self {
            Self::Cell(address) => address.to_string(),
            Self::Figure { series, period, by } => {
                let figure = evidence.figure(series, period, by)?;
                format!("{} in {period} by {}", series.replace('_', " "), figure.source)
            }
        })
    }
}

/// How a cell follows from other numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// The same number.
    Same(Operand),
    /// The sum of the parts.
    Sum(Vec<Operand>),
    /// The first less the second.
    Difference(Operand, Operand),
    /// The part in percent of the sum of the others.
    Share(Operand, Vec<Operand>),
    /// The change from the first to the second, in percent.
    Growth(Operand, Operand),
}

impl Rule {
    /// What the rule gives.
    pub fn compute(&self, evidence: &Evidence) -> Result<Derived, Error> {
        match self {
            Self::Same(operand) => Ok(Derived::sum([operand.number(evidence)?])),
            Self::Sum(parts) => sum(parts, evidence),
            Self::Difference(from, what) => Ok(Derived::difference(from.number(evidence)?, what.number(evidence)?)),
            Self::Share(part, whole) => Ok(Derived::sum([part.number(evidence)?]).percent_of(sum(whole, evidence)?)),
            Self::Growth(before, after) => Ok(Derived::growth(before.number(evidence)?, after.number(evidence)?)),
        }
    }

    fn operands(&self) -> Vec<&Operand> {
        match self {
            Self::Same(operand) => vec![operand],
            Self::Sum(parts) => parts.iter().collect(),
            Self::Difference(a, b) | Self::Growth(a, b) => vec![a, b],
            Self::Share(part, whole) => std::iter::once(part).chain(whole).collect(),
        }
    }

    /// Whether the numbers are the paper's own or others'.
    pub fn basis(&self) -> Basis {
        if self.operands().iter().any(|operand| matches!(operand, Operand::Figure { .. })) {
            Basis::OutsideData
        } else {
            Basis::OwnTables
        }
    }

    /// The rule in words.
    pub fn words(&self, evidence: &Evidence) -> Result<String, Error> {
        let list = |operands: &[Operand]| -> Result<String, Error> {
            Ok(operands.iter().map(|operand| operand.words(evidence)).collect::<Result<Vec<_>, _>>()?.join(" + "))
        };
        Ok(match self {
            Self::Same(operand) => format!("the same as {}", operand.words(evidence)?),
            Self::Sum(parts) => format!("the sum {}", list(parts)?),
            Self::Difference(a, b) => format!("{} less {}", a.words(evidence)?, b.words(evidence)?),
            Self::Share(part, whole) => format!("{} in percent of {}", part.words(evidence)?, list(whole)?),
            Self::Growth(a, b) => format!("the change from {} to {}", a.words(evidence)?, b.words(evidence)?),
        })
    }
}

fn sum(parts: &[Operand], evidence: &Evidence) -> Result<Derived, Error> {
    let addends: Vec<Option<&Printed>> = parts.iter().map(|part| part.addend(evidence)).collect::<Result<_, _>>()?;
    Ok(Derived::sum(addends.into_iter().flatten()))
}

/// A cell, and the rule by which it follows from other numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Identity {
    /// Its name: table, row, column.
    pub id: String,
    /// The cell.
    pub cell: Address,
    /// What the cell must equal.
    pub rule: Rule,
    /// What a reader should know about the comparison.
    pub remark: &'static str,
}

impl Identity {
    pub(super) fn new(id: impl fmt::Display, cell: Address, rule: Rule) -> Self {
        Self { id: id.to_string(), cell, rule, remark: "" }
    }

    pub(super) fn remark(mut self, remark: &'static str) -> Self {
        self.remark = remark;
        self
    }

    /// Computes the identity and judges the cell by it.
    pub fn run(&self, evidence: &Evidence) -> Result<AuditEntry, Error> {
        let cell = evidence.cell(&self.cell)?;
        let printed = evidence.at(&self.cell)?;
        let computed = self.rule.compute(evidence)?.finite()?;
        Ok(AuditEntry {
            id: self.id.clone(),
            place: cell.place.clone(),
            identity: self.rule.words(evidence)?,
            printed: cell.text.clone(),
            computed: computed.value,
            difference: computed.value - printed.value(),
            verdict: Verdict::of(printed, Relation::Equal, &computed, self.rule.basis()),
            remark: self.remark.to_owned(),
        })
    }
}
