//! The best partitions, and which number of breaks a criterion prefers.

use std::fmt;

use serde::Serialize;

use super::intervals::{DateInterval, Intervals, intervals};
use crate::breaks::BreakDate;
use crate::regression::{Fit, Ols};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, Sample};

/// What chooses the number of breaks; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BreakCriterion {
    /// Schwarz's as R has it: −2ℓ + (m + 1)(k + 1) ln n.
    Bic,
    /// Yao's (1988), as Bai and Perron (2003) give it.
    Yao,
    /// Liu, Wu and Zidek's (1997), which prefers fewer breaks.
    Lwz,
}

impl fmt::Display for BreakCriterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bic => "BIC",
            Self::Yao => "Yao's BIC",
            Self::Lwz => "LWZ",
        })
    }
}

/// The best partition with one number of breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition {
    design: Design,
    /// Rows before each break.
    before: Vec<usize>,
    rss: f64,
}

impl Partition {
    /// The number of breaks.
    pub fn breaks(&self) -> usize {
        self.before.len()
    }

    /// The dates, the earliest first.
    pub fn dates(&self) -> Vec<BreakDate> {
        let stamps = self.design.stamps();
        self.before.iter().map(|&b| BreakDate { last_before: stamps[b - 1], first_after: stamps[b] }).collect()
    }

    /// The rows before each break.
    pub fn rows_before(&self) -> &[usize] {
        &self.before
    }

    /// The residual sum of squares.
    pub fn rss(&self) -> f64 {
        self.rss
    }

    /// The Gaussian log-likelihood with one error variance.
    pub fn log_likelihood(&self) -> f64 {
        let n = self.design.nobs() as f64;
        -0.5 * n * ((2.0 * std::f64::consts::PI).ln() + (self.rss / n).ln() + 1.0)
    }

    /// A criterion.
    pub fn criterion(&self, criterion: BreakCriterion) -> f64 {
        let (n, k, m) = (self.design.nobs() as f64, self.design.terms().len() as f64, self.breaks() as f64);
        let parameters = (m + 1.0) * k + m;
        match criterion {
            BreakCriterion::Bic => -2.0 * self.log_likelihood() + (m + 1.0) * (k + 1.0) * n.ln(),
            BreakCriterion::Yao => (self.rss / n).ln() + parameters * n.ln() / n,
            BreakCriterion::Lwz => (self.rss / (n - parameters)).ln() + parameters / n * 0.299 * n.ln().powf(2.1),
        }
    }

    /// −2ℓ + 2(m + 1)(k + 1), Akaike's criterion as R has it; it asks for too many breaks.
    pub fn aic(&self) -> f64 {
        let (k, m) = (self.design.terms().len() as f64, self.breaks() as f64);
        -2.0 * self.log_likelihood() + 2.0 * (m + 1.0) * (k + 1.0)
    }

    /// The regression of each regime.
    ///
    /// # Errors
    /// If a regime cannot be estimated, which the search does not let happen.
    pub fn regimes(&self) -> Result<Vec<Fit>, Error> {
        let starts = std::iter::once(0).chain(self.before.iter().copied());
        let ends = self.before.iter().copied().chain([self.design.nobs()]);
        starts.zip(ends).map(|(start, end)| Ols::fit(&self.design.rows(start..end)?)).collect()
    }

    /// An interval for each date.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1, or a covariance cannot be had.
    pub fn intervals(&self, settings: Intervals) -> Result<Vec<DateInterval>, Error> {
        intervals(&self.design, &self.before, &self.regimes()?, settings)
    }
}

/// The best partition for every number of breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct BaiPerronResult {
    shortest: usize,
    asked: usize,
    partitions: Vec<Partition>,
    sample: Sample,
}

impl BaiPerronResult {
    pub(super) fn new(design: Design, shortest: usize, asked: usize, found: Vec<Option<(Vec<usize>, f64)>>) -> Self {
        let sample = design.sample();
        let partitions = found
            .into_iter()
            .flatten()
            .map(|(before, rss)| Partition { design: design.clone(), before, rss })
            .collect();
        Self { shortest, asked, partitions, sample }
    }

    /// The partitions, by their number of breaks from none on; one that identifies no regime is left out.
    pub fn partitions(&self) -> &[Partition] {
        &self.partitions
    }

    /// The partition with this number of breaks, if there is room for so many.
    pub fn partition(&self, breaks: usize) -> Option<&Partition> {
        self.partitions.iter().find(|partition| partition.breaks() == breaks)
    }

    /// The partition that a criterion prefers.
    pub fn best(&self, criterion: BreakCriterion) -> &Partition {
        self.partitions
            .iter()
            .min_by(|a, b| a.criterion(criterion).total_cmp(&b.criterion(criterion)))
            .unwrap_or(&self.partitions[0])
    }

    /// The fewest rows that a regime may have.
    pub fn shortest_regime(&self) -> usize {
        self.shortest
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// A row for each number of breaks: the dates, the residual sum of squares and the criteria.
    pub fn table(&self) -> Table {
        const CRITERION: NumberFormat = NumberFormat::Decimals(3);
        let mut table = Table::new("breaks", "The best dates for each number of breaks")
            .column(Column::number("breaks", "Breaks"))
            .column(Column::number("rss", "RSS"))
            .column(Column::number("bic", "BIC"))
            .column(Column::number("yao", "Yao"))
            .column(Column::number("lwz", "LWZ"))
            .column(Column::text("dates", "Dates"));
        for partition in &self.partitions {
            let dates: Vec<String> = partition.dates().iter().map(ToString::to_string).collect();
            table.push_row([
                Cell::count(partition.breaks()),
                Cell::number(partition.rss(), NumberFormat::Significant(6)),
                Cell::number(partition.criterion(BreakCriterion::Bic), CRITERION),
                Cell::number(partition.criterion(BreakCriterion::Yao), CRITERION),
                Cell::number(partition.criterion(BreakCriterion::Lwz), CRITERION),
                Cell::text(dates.join(", ")),
            ]);
        }
        let preferred = |criterion| format!("{criterion} prefers {}", self.best(criterion).breaks());
        let preferred = [BreakCriterion::Bic, BreakCriterion::Yao, BreakCriterion::Lwz].map(preferred).join(", ");
        table = table
            .note("A date is given as the last period before the break and the first after.")
            .note(format!("{preferred}."))
            .note(format!("Every regime has at least {} rows; sample {}.", self.shortest, self.sample));
        let most = self.partitions.iter().map(Partition::breaks).max().unwrap_or(0);
        if most < self.asked { table.note(format!("There is no room for more than {most} breaks.")) } else { table }
    }
}

shows_itself!(BaiPerronResult => table);
