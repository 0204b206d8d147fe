//! Every pair, as a matrix and as a list.

use serde::Serialize;

use super::super::aligned::Aligned;
use super::super::equation::Roles;
use super::super::small_sample::SmallSample;
use super::super::spec::{Spec, sample_after};
use super::super::words::{check_level, lags as lags_in_words, percent};
use super::compute::Whole;
use crate::hypothesis::{NullDistribution, Setting, benjamini_hochberg, holm};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Note, Outcome, PValue, Sample, TestReport};

/// One ordered pair.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairTest {
    /// The series whose lags are tested.
    pub cause: String,
    /// The series that is predicted.
    pub effect: String,
    /// F; none if not identified.
    pub statistic: Option<f64>,
    /// p, the restrictions.
    pub df_num: usize,
    /// T − k.
    pub df_den: usize,
    /// From F(p, T − k).
    pub p_value: Option<f64>,
    /// Holm's.
    pub holm: Option<f64>,
    /// Benjamini and Hochberg's.
    pub benjamini_hochberg: Option<f64>,
}

/// Every ordered pair of several series.
#[derive(Debug, Clone, PartialEq)]
pub struct AllPairsResult {
    names: Vec<String>,
    lags: usize,
    others: bool,
    sample: Sample,
    settings: Vec<Setting>,
    tests: Vec<PairTest>,
    min_df: usize,
    notes: Vec<Note>,
}

impl AllPairsResult {
    pub(super) fn of(spec: &Spec<'_>, aligned: &Aligned, series: usize, others: bool) -> Result<Self, Error> {
        let given = aligned.series.len() - series;
        // Pairwise, the criterion would have a system for each pair: it is that of all.
        let (orders, lags_by) = spec.orders(aligned)?;
        let lags = *orders.start();
        if lags != *orders.end() {
            return Err(Error::new(ErrorKind::Argument, "all pairs are tested with one number of lags")
                .remedy("give one number, or let a criterion choose it"));
        }
        let depth = lags.saturating_add(spec.extra);
        let together = given.saturating_add(if others { series } else { 2 });
        let k = together.saturating_mul(depth).saturating_add(spec.fixed_count(aligned));
        let needed = k.saturating_add(depth).saturating_add(1);
        if aligned.len() < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "all pairs of {series} series with {}{} need {needed} observations, found {}",
                    lags_in_words(lags),
                    if others { ", each given the others," } else { "" },
                    aligned.len()
                ),
            )
            .remedy("use fewer lags or series, or a longer sample"));
        }
        let whole = Whole::new(spec, aligned, series, lags)?;
        let pairs = if others { whole.given_others()? } else { whole.pairwise()? };
        let name = |i: usize| aligned.series[i].name().to_owned();
        let mut tests: Vec<PairTest> = pairs
            .into_iter()
            .map(|(cause, effect, comparison)| {
                let identified = comparison.df_resid() >= spec.min_df && !comparison.fits_exactly();
                let nested = identified.then(|| comparison.nested());
                PairTest {
                    cause: name(cause),
                    effect: name(effect),
                    statistic: nested.map(|test| test.f),
                    df_num: lags,
                    df_den: comparison.df_resid(),
                    p_value: nested.map(|test| test.f_p),
                    holm: None,
                    benjamini_hochberg: None,
                }
            })
            .collect();
        let p: Vec<f64> = tests.iter().filter_map(|test| test.p_value).collect();
        let adjusted = holm(&p).into_iter().zip(benjamini_hochberg(&p));
        for (test, (holm, rate)) in tests.iter_mut().filter(|test| test.p_value.is_some()).zip(adjusted) {
            (test.holm, test.benjamini_hochberg) = (Some(holm), Some(rate));
        }
        let mut settings = vec![Setting::new("lags", lags.to_string(), lags_by)];
        if spec.extra > 0 {
            settings.push(Setting::new("order of integration (further lags)", spec.extra.to_string(), spec.extra_by));
        }
        settings.extend(spec.common_settings(&aligned.series[series..], &aligned.exogenous));
        settings.push(Setting::new("others", if others { "given" } else { "left out" }, "user"));
        let names = (0..series).map(name).collect();
        let sample = sample_after(aligned, depth);
        let mut notes = aligned.notes.clone();
        if tests.iter().any(|test| test.p_value.is_some()) {
            // A pair as it is tested: with all others beside it, or with the given series alone.
            let beside = if others { 2 } else { series };
            let pair = aligned.series[..2].iter().chain(&aligned.series[beside..]).cloned().collect();
            let pair = Aligned { series: pair, exogenous: aligned.exogenous.clone(), notes: Vec::new() };
            let terms: Vec<Vec<f64>> = spec.fixed(aligned, depth)?.into_iter().map(|(_, values)| values).collect();
            let roles = Roles::of(spec, lags);
            let sides = [(roles.clone(), terms.clone()), (roles, terms)];
            let small = SmallSample::of(spec, &pair, (lags, sample.n), sides)?;
            notes.extend(small.and_then(|small| small.note("F")));
        }
        Ok(Self { names, lags, others, sample, settings, tests, min_df: spec.min_df, notes })
    }

    /// The series.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Every ordered pair, by cause and then by effect.
    pub fn tests(&self) -> &[PairTest] {
        &self.tests
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// The test from one series to another.
    ///
    /// # Errors
    /// If there is no such series, or both are one.
    pub fn test(&self, cause: &str, effect: &str) -> Result<&PairTest, Error> {
        for name in [cause, effect] {
            if !self.names.iter().any(|known| known == name) {
                return Err(Error::unknown_name("series", name, self.names.iter().map(String::as_str)));
            }
        }
        let found = self.tests.iter().find(|test| test.cause == cause && test.effect == effect);
        found.ok_or_else(|| {
            Error::new(ErrorKind::Argument, format!("`{cause}` is both cause and effect"))
                .remedy("name two different series")
        })
    }

    /// p-values, causes down, effects across.
    pub fn table(&self) -> Table {
        let title =
            if self.others { "p-values of F, each pair given the others" } else { "p-values of F, pair by pair" };
        let mut table = Table::new("all-pairs", title).column(Column::text("cause", "Cause ↓ effect →"));
        for name in &self.names {
            table = table.column(Column::number(name, name));
        }
        let because = format!("fewer than {} residual degrees of freedom, or an exact fit", self.min_df);
        for cause in &self.names {
            let cell = |effect: &String| match self.tests.iter().find(|t| t.cause == *cause && t.effect == *effect) {
                None => Cell::Empty,
                Some(test) => test.p_value.map_or_else(|| Cell::not_available(because.clone()), Cell::p_value),
            };
            table.push_row(std::iter::once(Cell::text(cause)).chain(self.names.iter().map(cell)));
        }
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        let table = self.notes.iter().fold(table, |table, note| table.note(note.text()));
        table.note(format!("Sample: {}.", self.sample)).note(format!("Settings: {}.", settings.join(", ")))
    }

    /// A row for each pair, the smallest p-value first, with the adjusted p-values.
    pub fn list(&self) -> Table {
        let mut table = Table::new("all-pairs-list", "Pairs by p-value, adjusted for their number")
            .column(Column::text("cause", "Cause"))
            .column(Column::text("effect", "Effect"))
            .column(Column::number("statistic", "F"))
            .column(Column::number("p_value", "p"))
            .column(Column::number("p_holm", "p (Holm)"))
            .column(Column::number("p_bh", "p (Benjamini–Hochberg)"));
        let mut order: Vec<&PairTest> = self.tests.iter().collect();
        order.sort_by(|a, b| a.p_value.unwrap_or(2.0).total_cmp(&b.p_value.unwrap_or(2.0)));
        for test in order {
            let p = |p: Option<f64>| p.map_or_else(|| Cell::not_available("not identified"), Cell::p_value);
            let statistic = test
                .statistic
                .map_or_else(|| Cell::not_available("not identified"), |f| Cell::number(f, NumberFormat::Decimals(3)));
            let (cause, effect) = (Cell::text(&test.cause), Cell::text(&test.effect));
            table.push_row([cause, effect, statistic, p(test.p_value), p(test.holm), p(test.benjamini_hochberg)]);
        }
        table
    }

    /// Which pairs are supported at this level, plainly and after adjustment.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let below = |p: fn(&PairTest) -> Option<f64>| -> Vec<String> {
            let found = self.tests.iter().filter(|test| p(test).is_some_and(|p| p < level));
            found.map(|test| format!("{} → {}", test.cause, test.effect)).collect()
        };
        let say = |pairs: Vec<String>| if pairs.is_empty() { "none".to_owned() } else { pairs.join(", ") };
        let plain = below(|test| test.p_value);
        let identified = self.tests.iter().filter(|test| test.p_value.is_some()).count();
        Ok(format!(
            "At {}, by F with {}, {}: {} of {identified} pairs are supported by their own p-value, where {} would be if there \
             were no causality at all; after Holm's adjustment {}; after Benjamini and Hochberg's {}.",
            percent(level),
            lags_in_words(self.lags),
            self.sample,
            plain.len(),
            NumberFormat::Significant(2).format(level * identified as f64),
            say(below(|test| test.holm)),
            say(below(|test| test.benjamini_hochberg)),
        ))
    }

    /// A report for each pair.
    pub fn reports(&self) -> Vec<TestReport> {
        let which = if self.lags == 1 { "has a zero coefficient" } else { "have zero coefficients" };
        let given = if self.others && self.names.len() > 2 { ", given the others" } else { "" };
        let one = |test: &PairTest| {
            let outcome = match test.statistic.zip(test.p_value) {
                Some((statistic, p)) => Outcome::Computed {
                    symbol: "F",
                    statistic,
                    distribution: NullDistribution::F(test.df_num as f64, test.df_den as f64),
                    p: PValue::Exact(p),
                },
                None => Outcome::NotApplicable {
                    because: format!(
                        "not identified: {} residual degrees of freedom, at least {} are needed, or an exact fit",
                        test.df_den, self.min_df
                    ),
                },
            };
            let (cause, effect, lags) = (&test.cause, &test.effect, lags_in_words(self.lags));
            let mut settings = self.settings.clone();
            let adjusted = [("p (Holm)", test.holm), ("p (Benjamini–Hochberg)", test.benjamini_hochberg)];
            settings.extend(adjusted.into_iter().filter_map(|(name, p)| Some(Setting::new(name, p?.to_string(), ""))));
            TestReport {
                test: "granger",
                convention: "F",
                null: format!("{cause} do not Granger-cause {effect}{given}: their {lags} {which}"),
                alternative: format!("{cause} Granger-cause {effect}{given}"),
                outcome,
                critical_values: Vec::new(),
                sample: self.sample,
                settings,
                notes: self.notes.clone(),
            }
        };
        self.tests.iter().map(one).collect()
    }

    /// The matrix, then the list.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.table(), self.list()]
    }
}

shows_itself!(AllPairsResult => tables);
