//! The path and its lowest point.

use serde::Serialize;

use super::Quandt;
use super::path::Path;
use crate::breaks::{BreakDate, level_in_words};
use crate::hypothesis::{NullDistribution, Setting, reports_itself};
use crate::resampling::{Streams, all_threads, spread};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Note, Outcome, PValue, Sample, TestReport};

/// Below this number of rows a note says what the p-value rests on.
const SMALL: usize = 20;

/// λ at a date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct QuandtPoint {
    /// The switch.
    #[serde(flatten)]
    pub date: BreakDate,
    /// The logarithm of the likelihood without a switch over that with one here.
    pub lambda: f64,
    /// −2λ; χ²(k + 1) in large samples if the date was known beforehand, and only then.
    pub likelihood_ratio: f64,
}

/// λ at every date.
#[derive(Debug, Clone, PartialEq)]
pub struct QuandtResult {
    design: Design,
    ratios: Vec<(usize, f64)>,
    lowest: (usize, f64),
    deviations: (f64, f64),
    reports: [TestReport; 1],
}

fn lowest(ratios: &[(usize, f64)]) -> (usize, f64) {
    ratios.iter().copied().fold((0, f64::INFINITY), |best, here| if here.1 < best.1 { here } else { best })
}

impl QuandtResult {
    pub(super) fn new(asked: &Quandt<'_>, path: &Path, ratios: Vec<(usize, f64)>, shortest: usize) -> Self {
        let design = asked.design;
        let (n, k) = (design.nobs(), design.terms().len());
        let lowest = lowest(&ratios);
        let statistic = -2.0 * lowest.1;
        let outcome = if n < 2 * k + asked.min_df {
            Outcome::NotApplicable {
                because: format!(
                    "not identified: {n} rows less twice {k} coefficients leave {} residual degrees of freedom, fewer than {}",
                    n.saturating_sub(2 * k),
                    asked.min_df
                ),
            }
        } else if asked.draws == 0 {
            Outcome::NotApplicable {
                because: format!(
                    "−2λ is {statistic:.4} at the lowest of {} dates; the law of that is not χ², and without draws there is no other",
                    ratios.len()
                ),
            }
        } else {
            let above = drawn(path, n, asked.draws, asked.seed).into_iter().filter(|drawn| *drawn >= statistic).count();
            Outcome::Computed {
                symbol: "−2λ",
                statistic,
                distribution: NullDistribution::NonStandard("quandt_simulated", "simulated, normal errors"),
                p: PValue::Approximate((1 + above) as f64 / (1 + asked.draws) as f64),
            }
        };
        let mut settings = vec![
            Setting::or_default("trim", asked.trim, 0.15),
            Setting::new("fewest rows of a regime", shortest.to_string(), "trim"),
            Setting::new("dates tried", ratios.len().to_string(), "trim"),
            Setting::or_default("draws", asked.draws, 999),
        ];
        if asked.draws > 0 {
            settings.push(Setting::or_default("seed", asked.seed, 1));
        }
        let report = TestReport {
            test: "quandt-likelihood",
            convention: "",
            null: format!(
                "the {k} coefficient{} of `{}` and the variance of its errors are the same in all rows",
                if k == 1 { "" } else { "s" },
                design.response()
            ),
            alternative: "coefficients and variance switch once, at a date that is not known".into(),
            outcome,
            critical_values: Vec::new(),
            sample: design.sample(),
            settings,
            notes: notes(design, path.dates() - ratios.len()),
        };
        let deviations = deviations(design, lowest.0);
        Self { design: design.clone(), ratios, lowest, deviations, reports: [report] }
    }

    /// Where λ is lowest: the estimated switch.
    pub fn date(&self) -> BreakDate {
        self.at(self.lowest.0)
    }

    /// The rows before it.
    pub fn rows_before(&self) -> usize {
        self.lowest.0
    }

    /// The lowest λ.
    pub fn lowest(&self) -> f64 {
        self.lowest.1
    }

    /// The standard deviations of the errors before and after the date, √(RSS/rows).
    pub fn deviations(&self) -> (f64, f64) {
        self.deviations
    }

    /// λ at every date tried.
    pub fn path(&self) -> Vec<QuandtPoint> {
        let point = |(before, lambda): &(usize, f64)| QuandtPoint {
            date: self.at(*before),
            lambda: *lambda,
            likelihood_ratio: -2.0 * lambda,
        };
        self.ratios.iter().map(point).collect()
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.design.sample()
    }

    fn at(&self, before: usize) -> BreakDate {
        let stamps = self.design.stamps();
        BreakDate { last_before: stamps[before - 1], first_after: stamps[before] }
    }

    /// What the path says, in a sentence or two.
    pub fn in_words(&self, level: f64) -> String {
        let report = &self.reports[0];
        let number = |value: f64| NumberFormat::Significant(4).format(value);
        let (before, after) = (number(self.deviations.0), number(self.deviations.1));
        let where_lowest = format!(
            "λ is lowest at {}, {}, with a standard deviation of the errors of {before} before and {after} after.",
            self.date(),
            number(self.lowest.1)
        );
        let judged = match (report.p(), report.rejects(level)) {
            (Some(p), Some(rejects)) => format!(
                "At {} it is {} that {} ({p}, simulated). ",
                level_in_words(level),
                if rejects { "rejected" } else { "not rejected" },
                report.null
            ),
            _ => String::new(),
        };
        judged + &where_lowest
    }

    /// A row for each date: λ and −2λ.
    pub fn path_table(&self) -> Table {
        let mut table = Table::new("quandt-likelihood-path", "Quandt's likelihood ratio")
            .column(Column::text("last_before", "Last before"))
            .column(Column::text("first_after", "First after"))
            .column(Column::number("lambda", "λ"))
            .column(Column::number("likelihood_ratio", "−2λ"));
        for point in self.path() {
            table.push_row([
                Cell::text(point.date.last_before.to_string()),
                Cell::text(point.date.first_after.to_string()),
                Cell::number(point.lambda, NumberFormat::Decimals(4)),
                Cell::number(point.likelihood_ratio, NumberFormat::Decimals(4)),
            ]);
        }
        table.note(format!("−2λ of a date that was chosen is not χ²; {}.", self.sample()))
    }
}

reports_itself!(QuandtResult {
    /// The one report.
});

/// −2λ at the lowest, of normal responses without a switch.
fn drawn(path: &Path, n: usize, draws: usize, seed: u64) -> Vec<f64> {
    let mut found = vec![0.0; draws];
    spread(&mut found, all_threads(), |first, part| {
        for (draw, found) in (first as u64..).zip(part) {
            let mut stream = Streams::new(seed).replication(draw);
            let y: Vec<f64> = (0..n).map(|_| stream.standard_normal()).collect();
            *found = -2.0 * lowest(&path.ratios(&y)).1;
        }
    });
    found
}

fn deviations(design: &Design, before: usize) -> (f64, f64) {
    let of = |rows: std::ops::Range<usize>| {
        let n = rows.len() as f64;
        let fit = design.rows(rows).and_then(|design| crate::regression::Ols::fit(&design));
        fit.map_or(f64::NAN, |fit| (fit.sigma2() * fit.df_resid() as f64 / n).sqrt())
    };
    (of(0..before), of(before..design.nobs()))
}

fn notes(design: &Design, passed_over: usize) -> Vec<Note> {
    let mut notes = design.notes().to_vec();
    notes.push(Note::new(
        "the simulated law is that of normal errors; with fat tails the test rejects without any switch",
    ));
    if passed_over > 0 {
        notes.push(Note::new(format!("{passed_over} dates do not identify both regimes and are passed over")));
    }
    if design.nobs() < SMALL {
        notes.push(Note::new(format!(
            "on only {} rows λ may be low at any date; the draws know that, as far as errors are normal",
            design.nobs()
        )));
    }
    notes
}
