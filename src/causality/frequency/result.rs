//! Both directions at every frequency, and in words.

use serde::Serialize;

use super::super::aligned::Aligned;
use super::super::equation::{Roles, checked, compare, needed};
use super::super::spec::{Spec, sample_after, slices};
use super::super::words::{check_level, lags as lags_in_words, percent};
use super::small;
use super::statistic::Lags;
use crate::hypothesis::{NullDistribution, Setting};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, PValue, Sample, Series, TestReport};

/// The test at one frequency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FrequencyPoint {
    /// ω in radians per period.
    pub omega: f64,
    /// F.
    pub statistic: f64,
    /// Restrictions: 2, at 0 and π 1.
    pub df_num: usize,
    /// T − k.
    pub df_den: usize,
    /// From F(restrictions, T − k).
    pub p_value: f64,
}

impl FrequencyPoint {
    /// 2π/ω, the length of the cycle in periods; infinite at 0.
    pub fn cycle(&self) -> f64 {
        2.0 * std::f64::consts::PI / self.omega
    }
}

/// One direction at every frequency.
#[derive(Debug, Clone, PartialEq)]
pub struct FrequencyTest {
    cause: String,
    effect: String,
    lags: usize,
    sample: Sample,
    points: Vec<FrequencyPoint>,
    reports: Vec<TestReport>,
}

impl FrequencyTest {
    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// The frequencies in the order given; empty where the test is not identified.
    pub fn points(&self) -> &[FrequencyPoint] {
        &self.points
    }

    /// A report for each frequency; one that says why where the test is not identified.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    fn arrow(&self) -> String {
        format!("{} → {}", self.cause, self.effect)
    }

    /// "ω from 0.05 to 0.9 (cycles of 7 to 128 periods)" for every stretch of frequencies at which this level rejects.
    fn stretches(&self, level: f64) -> Vec<String> {
        let mut points = self.points.clone();
        points.sort_by(|a, b| a.omega.total_cmp(&b.omega));
        let number = |value: f64| NumberFormat::Significant(3).format(value);
        let cycle = |point: &FrequencyPoint| if point.omega > 0.0 { number(point.cycle()) } else { "∞".into() };
        let runs = points.chunk_by(|a, b| (a.p_value < level) == (b.p_value < level));
        runs.filter(|run| run[0].p_value < level)
            .map(|run| match run {
                [only] => format!("ω = {} (a cycle of {} periods)", number(only.omega), cycle(only)),
                [first, .., last] => format!(
                    "ω from {} to {} (cycles of {} to {} periods)",
                    number(first.omega),
                    number(last.omega),
                    cycle(last),
                    cycle(first)
                ),
                [] => String::new(),
            })
            .collect()
    }
}

/// At the first frequency.
impl HypothesisTest for FrequencyTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

/// Both directions.
#[derive(Debug, Clone, PartialEq)]
pub struct FrequencyResult {
    tests: [FrequencyTest; 2],
}

impl FrequencyResult {
    pub(super) fn of(
        cause: &Series,
        effect: &Series,
        spec: &Spec<'_>,
        frequencies: &[f64],
        chosen_by: &str,
    ) -> Result<Self, Error> {
        let aligned = Aligned::align(cause, effect, &spec.given, &spec.exogenous, spec.accept_constructed)?;
        let (orders, lags_by) = spec.orders(&aligned)?;
        let lags = *orders.start();
        if lags != *orders.end() {
            return Err(Error::new(ErrorKind::Argument, "a test by frequency has one number of lags")
                .remedy("give one number, 3 or more to tell frequencies apart"));
        }
        let roles = Roles::of(spec, lags);
        let (fixed_count, given) = (spec.fixed_count(&aligned), aligned.given().len());
        if aligned.len() < needed(&roles, fixed_count, given) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "Breitung–Candelon with {} needs {} observations, found {}",
                    lags_in_words(lags),
                    needed(&roles, fixed_count, given),
                    aligned.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let depth = roles.depth(given);
        let fixed = spec.fixed(&aligned, depth)?;
        let sample = sample_after(&aligned, depth);
        let mut settings = vec![Setting::new("lags", lags.to_string(), lags_by)];
        if spec.extra > 0 {
            settings.push(Setting::new("order of integration (further lags)", spec.extra.to_string(), spec.extra_by));
        }
        settings.extend(spec.common_settings(aligned.given(), &aligned.exogenous));
        settings.push(Setting::new("frequencies", frequencies.len().to_string(), chosen_by));
        let identified = sample.n.saturating_sub(roles.lagged(given) + fixed_count) >= spec.min_df.max(1);
        let small = if identified {
            small::notes(&roles, aligned.series.len(), aligned.len(), &slices(&fixed), frequencies, spec.seed)
        } else {
            None
        };
        let one = |way: [usize; 2]| -> Result<FrequencyTest, Error> {
            let comparison = checked(&roles, way, &aligned, &fixed)?;
            let names = way.map(|number| aligned.series[number].name().to_owned());
            let because = if comparison.df_resid() < spec.min_df {
                Some(format!(
                    "not identified: {} rows less {} coefficients leave {} residual degrees of freedom, fewer than {}",
                    sample.n,
                    comparison.regressors,
                    comparison.df_resid(),
                    spec.min_df
                ))
            } else if comparison.fits_exactly() {
                Some(format!("not identified: the lags reproduce {} exactly", names[1]))
            } else {
                None
            };
            let template = template(&names, aligned.given(), sample, &settings, lags);
            let [cause, effect] = names;
            let blank = FrequencyTest { cause, effect, lags, sample, points: Vec::new(), reports: Vec::new() };
            if let Some(because) = because {
                let report = TestReport {
                    null: template.null.replace("{}", "any frequency"),
                    outcome: Outcome::NotApplicable { because },
                    ..template
                };
                return Ok(FrequencyTest { reports: vec![report], ..blank });
            }
            let template =
                TestReport { notes: aligned.notes.iter().chain(&template.notes).cloned().collect(), ..template };
            let (reduction, _) = compare(&roles, way, &slices(&fixed), &aligned.values());
            let coefficients = Lags::of(&reduction, lags, sample.n);
            let points: Vec<FrequencyPoint> = frequencies
                .iter()
                .map(|&omega| {
                    let (statistic, df_num, df_den, p_value) = coefficients.at(roles.tested.lags(), omega);
                    FrequencyPoint { omega, statistic, df_num, df_den, p_value }
                })
                .collect();
            let mut reports: Vec<TestReport> = points.iter().map(|point| report(&template, point)).collect();
            for (report, note) in reports.iter_mut().zip(small.iter().flatten()) {
                report.notes.push(note.clone());
            }
            Ok(FrequencyTest { points, reports, ..blank })
        };
        Ok(Self { tests: [one([0, 1])?, one([1, 0])?] })
    }

    /// The direction asked for, then the other.
    pub fn tests(&self) -> &[FrequencyTest; 2] {
        &self.tests
    }

    /// The direction asked for.
    pub fn forward(&self) -> &FrequencyTest {
        &self.tests[0]
    }

    /// The other direction.
    pub fn backward(&self) -> &FrequencyTest {
        &self.tests[1]
    }

    /// A report for each direction and frequency.
    pub fn reports(&self) -> impl Iterator<Item = &TestReport> {
        self.tests.iter().flat_map(|test| &test.reports)
    }

    /// At which frequencies each direction is supported at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let one = |test: &FrequencyTest| {
            if let Some(Outcome::NotApplicable { because }) = test.reports.first().map(|report| &report.outcome) {
                return format!("{} is {because}", test.arrow());
            }
            let stretches = test.stretches(level);
            if stretches.is_empty() {
                format!("{} is supported at no frequency tested", test.arrow())
            } else {
                format!("{} is supported at {}", test.arrow(), stretches.join(" and at "))
            }
        };
        let [forward, backward] = &self.tests;
        let caution = if forward.lags < 3 {
            "With fewer than three lags the statistic is the same at all frequencies and cannot tell them apart."
        } else {
            "Each frequency is a test of its own."
        };
        Ok(format!(
            "At {}, by F with {}, {}: {}; {}. {caution}",
            percent(level),
            lags_in_words(forward.lags),
            forward.sample,
            one(forward),
            one(backward)
        ))
    }

    /// A row for each frequency, both directions side by side: also what a figure is drawn from.
    pub fn table(&self) -> Table {
        let [forward, backward] = &self.tests;
        let (there, back) = (forward.arrow(), backward.arrow());
        let mut table = Table::new("breitung-candelon", "Breitung–Candelon causality by frequency")
            .column(Column::number("omega", "ω"))
            .column(Column::number("cycle", "Cycle"))
            .column(Column::number("df_num", "Restrictions"))
            .column(Column::number("f_forward", "F").under(&there))
            .column(Column::number("p_forward", "p").under(&there))
            .column(Column::number("f_backward", "F").under(&back))
            .column(Column::number("p_backward", "p").under(&back));
        let mut pairs = forward.points.iter().zip(&backward.points).peekable();
        if pairs.peek().is_none() {
            let because = forward.reports.first().map(|report| &report.outcome);
            if let Some(Outcome::NotApplicable { because }) = because {
                table = table.note(because.clone());
            }
        }
        for (one, other) in pairs {
            let decimals = |value: f64| Cell::number(value, NumberFormat::Decimals(3));
            let cycle =
                if one.omega > 0.0 { Cell::number(one.cycle(), NumberFormat::Decimals(2)) } else { Cell::text("∞") };
            let of = |point: &FrequencyPoint| [decimals(point.statistic), Cell::p_value(point.p_value)];
            let [f, p] = of(one);
            let [other_f, other_p] = of(other);
            table.push_row([decimals(one.omega), cycle, Cell::count(one.df_num), f, p, other_f, other_p]);
        }
        let all = forward.reports.first().map_or(&[][..], |report| &report.settings);
        // Each report's own frequency is the row's.
        let settings: Vec<String> = all.iter().filter(|one| one.name != "frequency").map(Setting::to_string).collect();
        // The first frequency's stands for all: they differ by the ends alone.
        let first = forward.reports.first().map_or(&[][..], |report| &report.notes);
        let table = first.iter().fold(table, |table, note| table.note(note.text()));
        table.note(format!("Sample: {}.", forward.sample)).note(format!("Settings: {}.", settings.join(", ")))
    }
}

shows_itself!(FrequencyResult => table);

/// A report whose null has a place for the frequency.
fn template(names: &[String; 2], given: &[Series], sample: Sample, settings: &[Setting], lags: usize) -> TestReport {
    let [cause, effect] = names;
    let beside = if given.is_empty() {
        String::new()
    } else {
        format!(", given {}", given.iter().map(Series::name).collect::<Vec<_>>().join(", "))
    };
    let constant = "with fewer than three lags the statistic is the same at all frequencies between 0 and π";
    TestReport {
        test: "breitung-candelon",
        convention: "F",
        null: format!("{cause} do not Granger-cause {effect}{beside} at {{}}"),
        alternative: format!("{cause} Granger-cause {effect}{beside} at this frequency"),
        outcome: Outcome::NotApplicable { because: String::new() },
        critical_values: Vec::new(),
        sample,
        settings: settings.to_vec(),
        notes: if lags < 3 { vec![Note::new(constant)] } else { Vec::new() },
    }
}

fn report(template: &TestReport, point: &FrequencyPoint) -> TestReport {
    let frequency = NumberFormat::Significant(4).format(point.omega);
    let outcome = Outcome::Computed {
        symbol: "F",
        statistic: point.statistic,
        distribution: NullDistribution::F(point.df_num as f64, point.df_den as f64),
        p: PValue::Exact(point.p_value),
    };
    let mut report = TestReport {
        null: template.null.replace("{}", &format!("frequency {frequency}")),
        outcome,
        ..template.clone()
    };
    report.settings.push(Setting::new("frequency", point.omega.to_string(), ""));
    report
}
