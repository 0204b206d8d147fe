//! The sequence of statistics, and what it comes to.

use super::small::SEED;
use super::{BreakStatistic, SupF};
use crate::breaks::{BreakDate, level_in_words};
use crate::dist::sup_wald::{Functional, MOST_PARAMETERS, p_value, symmetric_trim};
use crate::hypothesis::{NullDistribution, Setting, reports_itself, test_table, too_few_df};
use crate::regression::Covariance;
use crate::resampling::Rate;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, Note, Outcome, Sample, TestReport};

/// The statistic at every date, its largest, average and exponential average.
#[derive(Debug, Clone, PartialEq)]
pub struct SupFResult {
    pub(super) design: Design,
    pub(super) terms: Vec<String>,
    /// Rows before the break, and the statistic.
    pub(super) statistics: Vec<(usize, f64)>,
    largest: (usize, f64),
    pub(super) statistic: BreakStatistic,
    pub(super) covariance: Covariance,
    trim: f64,
    min_df: usize,
    /// Dates at which there is no statistic.
    passed_over: usize,
    reports: Vec<TestReport>,
}

/// The largest statistic; of equal ones the earliest.
pub(super) fn largest(statistics: &[(usize, f64)]) -> Option<(usize, f64)> {
    statistics.iter().copied().rev().max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The functional of a sequence of statistics.
pub(super) fn functional(functional: Functional, statistics: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = statistics.clone().count() as f64;
    match functional {
        Functional::Sup => statistics.fold(f64::NEG_INFINITY, f64::max),
        Functional::Ave => statistics.sum::<f64>() / count,
        Functional::Exp => {
            // The largest is taken out, or exp overflows.
            let top = statistics.clone().fold(f64::NEG_INFINITY, f64::max);
            0.5 * top + (statistics.map(|w| (0.5 * (w - top)).exp()).sum::<f64>() / count).ln()
        }
    }
}

/// A functional with its convention, symbol and law.
type Named = (Functional, &'static str, &'static str, &'static str, &'static str);

/// The three functionals, with the convention's name, the symbol and the law's names.
pub(super) const FUNCTIONALS: [Named; 3] = [
    (Functional::Sup, "sup", "sup W", "sup_wald", "sup W of Andrews"),
    (Functional::Ave, "ave", "ave W", "ave_wald", "ave W of Andrews and Ploberger"),
    (Functional::Exp, "exp", "exp W", "exp_wald", "exp W of Andrews and Ploberger"),
];

impl SupFResult {
    pub(super) fn new(
        asked: &SupF<'_>,
        terms: Vec<String>,
        statistics: Vec<(usize, f64)>,
        largest: (usize, f64),
        tried: usize,
    ) -> Result<Self, Error> {
        let statistics_found = statistics.len();
        let mut result = Self {
            design: asked.design.clone(),
            terms,
            statistics,
            largest,
            statistic: match asked.statistic {
                BreakStatistic::F if asked.covariance != Covariance::Classical => BreakStatistic::Wald,
                statistic => statistic,
            },
            covariance: asked.covariance,
            trim: asked.trim,
            min_df: asked.min_df.max(1),
            passed_over: tried - statistics_found,
            reports: Vec::new(),
        };
        let sizes = result.sizes()?;
        result.reports = FUNCTIONALS.map(|functional| result.report_of(functional, sizes)).to_vec();
        Ok(result)
    }

    /// The share at each end whose law is that of the dates tried.
    pub(super) fn symmetric_trim(&self) -> f64 {
        let n = self.design.nobs() as f64;
        let (first, last) = (self.statistics[0].0, self.statistics[self.statistics.len() - 1].0);
        symmetric_trim(first as f64 / n, last as f64 / n)
    }

    fn notes(&self, name: &str, size: Option<Rate>) -> Vec<Note> {
        let mut notes = self.design.notes().to_vec();
        notes
            .push(Note::new("the date is the data's choice: a test that supposes it known would reject far too often"));
        let n = self.design.nobs();
        if let Some(size) = size {
            let safer = match self.covariance {
                Covariance::Classical => ": the fixed-regressor bootstrap is safer",
                _ => "",
            };
            notes.push(Note::new(format!(
                "on only {n} rows {name} at a nominal 5 % rejects a true null in {size} of samples with normal errors ({} draws, seed \
                 {SEED}){safer}",
                size.replications
            )));
        }
        if self.passed_over > 0 {
            notes.push(Note::new(format!(
                "{} of {} dates are passed over: a regime or its covariance is not identified there",
                self.passed_over,
                self.passed_over + self.statistics.len()
            )));
        }
        notes
    }

    fn report_of(&self, of: Named, sizes: Option<[Rate; 3]>) -> TestReport {
        let (functional, convention, symbol, name, title) = of;
        let (n, q) = (self.design.nobs(), self.terms.len());
        let df = n.saturating_sub(self.design.terms().len() + q);
        let value = self::functional(functional, self.statistics.iter().map(|(_, w)| *w));
        let (first, last) = (self.statistics[0].0, self.statistics[self.statistics.len() - 1].0);
        let outcome = match p_value(functional, value, q, self.symmetric_trim()) {
            _ if df < self.min_df => {
                Outcome::NotApplicable { because: too_few_df(n, self.design.terms().len() + q, self.min_df) }
            }
            Some(tail) => Outcome::Computed {
                symbol,
                statistic: value,
                distribution: NullDistribution::NonStandard(name, title),
                p: tail.into(),
            },
            None => Outcome::NotApplicable {
                because: format!("no law is tabulated for {q} changing coefficients, {MOST_PARAMETERS} being the most"),
            },
        };
        let response = self.design.response();
        let what = match q == self.design.terms().len() {
            _ if q == 1 => format!("the coefficient of {} in the equation of `{response}` is", self.terms[0]),
            true => format!("the {q} coefficients of `{response}` are"),
            false => format!("the coefficients of {} in the equation of `{response}` are", self.terms.join(", ")),
        };
        let they = if q == 1 { "it changes" } else { "they change" };
        let (earliest, latest) = (self.date_of(first), self.date_of(last));
        TestReport {
            test: "sup-f",
            convention,
            null: format!("{what} the same in all rows"),
            alternative: format!("{they} once, at a date from {earliest} to {latest}"),
            outcome,
            critical_values: Vec::new(),
            sample: self.design.sample(),
            settings: vec![
                Setting::new("dates tried", self.statistics.len().to_string(), "trim"),
                Setting::or_default("trim", format!("{}", self.trim), "0.15".into()),
                match self.statistic {
                    BreakStatistic::Wald if self.covariance != Covariance::Classical => {
                        Setting::new("statistic", self.statistic.to_string(), "covariance")
                    }
                    _ => Setting::or_default("statistic", self.statistic, BreakStatistic::F),
                },
                Setting::or_default("covariance", self.covariance, Covariance::Classical),
                Setting::new("date of the largest", self.date().to_string(), "data"),
                Setting::new("p-value", "Hansen's (1997) approximation", "default"),
            ],
            notes: self.notes(symbol, sizes.map(|sizes| sizes[functional as usize])),
        }
    }

    pub(super) fn date_of(&self, before: usize) -> BreakDate {
        let stamps = self.design.stamps();
        BreakDate { last_before: stamps[before - 1], first_after: stamps[before] }
    }

    /// The date at which the statistic is largest.
    pub fn date(&self) -> BreakDate {
        self.date_of(self.largest.0)
    }

    /// The rows before that date.
    pub fn rows_before(&self) -> usize {
        self.largest.0
    }

    /// The largest statistic over q: Chow's F at that date, if q·F was asked for.
    pub fn f(&self) -> f64 {
        self.largest.1 / self.terms.len() as f64
    }

    /// The largest statistic, on the scale of χ²(q), as strucchange and gretl print it.
    pub fn scaled(&self) -> f64 {
        self.largest.1
    }

    /// The statistic over q at every date.
    pub fn path(&self) -> Vec<(BreakDate, f64)> {
        let q = self.terms.len() as f64;
        self.statistics.iter().map(|(before, w)| (self.date_of(*before), w / q)).collect()
    }

    /// The statistic at every date, on the scale of χ²(q).
    pub fn statistics(&self) -> impl Iterator<Item = (BreakDate, f64)> + '_ {
        self.statistics.iter().map(|(before, w)| (self.date_of(*before), *w))
    }

    /// What the largest statistic says, in a sentence.
    pub fn in_words(&self, level: f64) -> String {
        let percent = level_in_words(level);
        let (date, what) = (self.date(), &self.reports[0].null);
        match (self.reports[0].rejects(level), self.reports[0].p()) {
            (Some(true), Some(p)) => format!(
                "At {percent} it is rejected that {what} ({p}): the largest statistic is at {date}, the last period before \
                 the break and the first after."
            ),
            (_, Some(p)) => format!(
                "At {percent} it is not rejected that {what} ({p}); the statistic is largest at {date}, which then is no \
                 date of a break."
            ),
            (_, None) => format!("Whether {what} is not tested; the statistic is largest at {date}."),
        }
    }

    /// The terms whose coefficients may change.
    pub fn changing(&self) -> &[String] {
        &self.terms
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.design.sample()
    }

    /// The largest, the average and the exponential average; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The three statistics, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }

    /// A row for each date: the last period before, the first after, and the statistic.
    pub fn path_table(&self) -> Table {
        let mut table = Table::new("sup-f-path", format!("{} of no change at every date", self.statistic))
            .column(Column::text("last_before", "Last before"))
            .column(Column::text("first_after", "First after"))
            .column(Column::number("statistic", self.statistic.to_string()));
        for (before, w) in &self.statistics {
            let date = self.date_of(*before);
            table.push_row([
                Cell::text(date.last_before.to_string()),
                Cell::text(date.first_after.to_string()),
                Cell::number(*w, NumberFormat::Decimals(3)),
            ]);
        }
        table.note(format!(
            "Covariance: {}; {} coefficients may change; {}.",
            self.covariance,
            self.terms.len(),
            self.sample()
        ))
    }
}

reports_itself!(SupFResult);
