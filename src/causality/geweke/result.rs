//! The measures, their tests, and the curves.

use serde::Serialize;

use super::super::aligned::Aligned;
use super::super::block::system::{System, SystemLayout};
use super::super::equation::Roles;
use super::super::frequency::grid;
use super::super::small_sample::SmallSample;
use super::super::spec::{Spec, slices};
use super::super::words::{check_level, lags as lags_in_words, outcome_in_words, percent};
use super::bands::{Band, bands};
use super::estimate::estimate;
use super::small;
use super::spectrum::Pair;
use crate::dist::chi_squared;
use crate::hypothesis::{NullDistribution, Setting, test_table};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, PValue, Sample, Series, TestReport};

/// One measure with its test.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedbackMeasure {
    measure: f64,
    report: TestReport,
}

impl FeedbackMeasure {
    /// F: the logarithm of a ratio of error variances; NaN if it is not identified.
    pub fn measure(&self) -> f64 {
        self.measure
    }
}

/// T times the measure, against χ².
impl HypothesisTest for FeedbackMeasure {
    fn report(&self) -> TestReport {
        self.report.clone()
    }
}

/// The measures at one frequency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SpectralPoint {
    /// ω in radians per period.
    pub omega: f64,
    /// f(x→y; ω).
    pub forward: f64,
    /// f(y→x; ω).
    pub backward: f64,
    /// Bands of the former, if asked for.
    pub forward_band: Option<Band>,
    /// Bands of the latter.
    pub backward_band: Option<Band>,
}

/// Geweke's measures of two series.
#[derive(Debug, Clone, PartialEq)]
pub struct GewekeResult {
    names: [String; 2],
    lags: usize,
    sample: Sample,
    /// x→y, y→x, x·y, x,y.
    measures: [FeedbackMeasure; 4],
    implied: Option<[f64; 2]>,
    invertible: [bool; 2],
    points: Vec<SpectralPoint>,
    notes: Vec<Note>,
}

impl GewekeResult {
    pub(super) fn of(
        cause: &Series,
        effect: &Series,
        spec: &Spec<'_>,
        points: usize,
        draws: usize,
    ) -> Result<Self, Error> {
        if points == 0 || points > 100_000 {
            return Err(Error::new(ErrorKind::Argument, format!("a grid of {points} frequencies"))
                .remedy("give one frequency or more, 64 say"));
        }
        if draws > 0 && !spec.given.is_empty() {
            return Err(Error::new(
                ErrorKind::Argument,
                "beside given series there are no measures by frequency, so no bands",
            )
            .remedy("leave out the bands, or the given series"));
        }
        let aligned = Aligned::align(cause, effect, &spec.given, &spec.exogenous, spec.accept_constructed)?;
        let (orders, lags_by) = spec.orders(&aligned)?;
        let lags = *orders.start();
        if lags != *orders.end() {
            return Err(Error::new(ErrorKind::Argument, "the measures have one number of lags")
                .remedy("give one number, or let a criterion choose it"));
        }
        let given = aligned.given().len();
        let layout =
            SystemLayout { fixed: spec.fixed_count(&aligned), causes: 1, effects: 1, given, lags, extra: spec.extra };
        if aligned.len() < layout.needed(1) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "Geweke's measures with {} need {} observations, found {}",
                    lags_in_words(lags),
                    layout.needed(1),
                    aligned.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let prepared = spec.prepare(&aligned, lags)?;
        let sample = prepared.sample;
        let mut settings = spec.settings(&aligned, lags, &lags_by);
        if draws > 0 {
            settings.push(Setting::new("bootstrap draws", draws.to_string(), "user"));
            settings.push(Setting::new("seed", spec.seed.to_string(), if spec.seed == 1 { "default" } else { "user" }));
        }
        let ways = prepared.reduction.both_ways();
        let fixed = slices(&prepared.deterministic);
        let within = System::new(layout, &fixed, &aligned.values()).instantaneous();
        let names = [cause.name().to_owned(), effect.name().to_owned()];
        let df_resid = sample.n - layout.regressors();
        let because = if df_resid < spec.min_df {
            Some(format!(
                "not identified: {} rows less {} coefficients leave {df_resid} residual degrees of freedom, fewer than {}",
                sample.n,
                layout.regressors(),
                spec.min_df
            ))
        } else if ways.iter().any(|way| way.fits_exactly()) || within.is_none() {
            Some("not identified: a series is reproduced exactly, or the errors are dependent".to_owned())
        } else {
            None
        };
        let within = within.map_or(f64::NAN, |test| test.ln_ratio());
        let three = [ways[0].ratio().ln_1p(), ways[1].ratio().ln_1p(), within];
        let values = [three[0], three[1], three[2], three.iter().sum()];
        let dfs = [lags, lags, 1, 2 * lags + 1];
        let mut sizes: [Option<Note>; 4] = Default::default();
        if because.is_none() {
            let terms: Vec<Vec<f64>> = prepared.deterministic.iter().map(|(_, values)| values.clone()).collect();
            let sides = [(Roles::of(spec, lags), terms.clone()), (Roles::of(spec, lags), terms)];
            // T·F of a direction is its likelihood ratio.
            let direction = SmallSample::of(spec, &aligned, (lags, sample.n), sides)?.and_then(|one| one.note("lr"));
            let [within, total] = small::notes(spec.seed, aligned.len(), layout, &fixed, sample.n)
                .map_or([None, None], |both| both.map(Some));
            sizes = [direction.clone(), direction, within, total];
        }
        let measures = [0, 1, 2, 3].map(|i| {
            let (convention, null, alternative) = hypotheses(i, &names, aligned.given());
            let outcome = match &because {
                Some(because) => Outcome::NotApplicable { because: because.clone() },
                None => {
                    let (statistic, df) = (sample.n as f64 * values[i], dfs[i] as f64);
                    Outcome::Computed {
                        symbol: "T·F",
                        statistic,
                        distribution: NullDistribution::ChiSquared(df),
                        p: PValue::Exact(chi_squared::sf(statistic, df)),
                    }
                }
            };
            let report = TestReport {
                test: "geweke",
                convention,
                null,
                alternative,
                outcome,
                critical_values: Vec::new(),
                sample,
                settings: settings.clone(),
                notes: aligned.notes.iter().chain(&sizes[i]).cloned().collect(),
            };
            FeedbackMeasure { measure: if because.is_none() { values[i] } else { f64::NAN }, report }
        });
        let mut result = Self {
            names,
            lags,
            sample,
            measures,
            implied: None,
            invertible: [false; 2],
            points: Vec::new(),
            notes: Vec::new(),
        };
        if because.is_none() && given == 0 {
            let series = aligned.values();
            let pair = estimate(&fixed, [series[0], series[1]], lags);
            let frequencies = grid(points);
            let roles = [Roles::of(spec, lags), Roles::of(spec, lags)];
            let bands = if draws > 0 { Some(bands(spec, &aligned, &roles, &frequencies, draws)?) } else { None };
            result.by_frequency(&pair, &frequencies, bands);
        }
        Ok(result)
    }

    fn by_frequency(&mut self, pair: &Pair, frequencies: &[f64], bands: Option<[Vec<Band>; 2]>) {
        let band = |way: usize, i: usize| bands.as_ref().map(|bands| bands[way][i]);
        self.points = frequencies
            .iter()
            .enumerate()
            .map(|(i, &omega)| SpectralPoint {
                omega,
                forward: pair.at(0, omega),
                backward: pair.at(1, omega),
                forward_band: band(0, i),
                backward_band: band(1, i),
            })
            .collect();
        self.implied = Some([pair.average(0), pair.average(1)]);
        self.invertible = [pair.is_invertible(0), pair.is_invertible(1)];
        let root = pair.largest_root().filter(|root| *root >= 1.0);
        self.notes.extend(root.map(|root| {
            Note::new(format!(
                "the autoregression is not stable (a root of {}), so that there is no spectrum to divide",
                NumberFormat::Decimals(3).format(root)
            ))
        }));
        for way in 0..2 {
            if !self.invertible[way] {
                self.notes.push(Note::new(format!(
                    "for {} the mean over frequencies is smaller than the measure in time: its condition fails",
                    self.arrow(way)
                )));
            }
        }
    }

    fn arrow(&self, way: usize) -> String {
        format!("{} → {}", self.names[way], self.names[1 - way])
    }

    /// F(x→y).
    pub fn forward(&self) -> &FeedbackMeasure {
        &self.measures[0]
    }

    /// F(y→x).
    pub fn backward(&self) -> &FeedbackMeasure {
        &self.measures[1]
    }

    /// F(x·y).
    pub fn instantaneous(&self) -> &FeedbackMeasure {
        &self.measures[2]
    }

    /// F(x,y), the sum of the three.
    pub fn total(&self) -> &FeedbackMeasure {
        &self.measures[3]
    }

    /// The means of f(x→y; ω) and f(y→x; ω) over all frequencies; none beside given series.
    pub fn averages(&self) -> Option<[f64; 2]> {
        self.implied
    }

    /// Whether these means are the measures in time that the autoregression implies.
    pub fn averages_are_measures(&self) -> [bool; 2] {
        self.invertible
    }

    /// The measures by frequency; empty beside given series.
    pub fn points(&self) -> &[SpectralPoint] {
        &self.points
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The tests of the four measures.
    pub fn reports(&self) -> Vec<TestReport> {
        self.measures.iter().map(|measure| measure.report.clone()).collect()
    }

    /// The measures and what their tests come to at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let [x, y] = &self.names;
        let names = [self.arrow(0), self.arrow(1), format!("{x} and {y} within a period"), "in all".to_owned()];
        let one = |(measure, name): (&FeedbackMeasure, &String)| match measure.report.rejects(level) {
            None => format!("{name} {}", outcome_in_words(&measure.report.outcome)),
            Some(rejects) => format!(
                "{name} {}{} ({})",
                NumberFormat::Decimals(4).format(measure.measure),
                if rejects { "" } else { ", not significant" },
                outcome_in_words(&measure.report.outcome)
            ),
        };
        let all: Vec<String> = self.measures.iter().zip(&names).map(one).collect();
        Ok(format!(
            "Feedback with {}, {}, at {}: {}.",
            lags_in_words(self.lags),
            self.sample,
            percent(level),
            all.join("; ")
        ))
    }

    /// The measures in time with their tests, then those by frequency.
    pub fn tables(&self) -> Vec<Table> {
        let mut first = test_table(&self.reports());
        if let Some([there, back]) = self.implied {
            let number = |value: f64| NumberFormat::Decimals(4).format(value);
            first = first.note(format!(
                "Means over frequencies: {} {}, {} {}; F itself is the statistic over T.",
                self.arrow(0),
                number(there),
                self.arrow(1),
                number(back)
            ));
        }
        first = self.notes.iter().fold(first, |table, note| table.note(note.text()));
        if self.points.is_empty() { vec![first] } else { vec![first, self.curve()] }
    }

    /// The measures by frequency, a row each: also what a figure is drawn from.
    pub fn curve(&self) -> Table {
        let (there, back) = (self.arrow(0), self.arrow(1));
        let banded = self.points.iter().any(|point| point.forward_band.is_some());
        let mut table = Table::new("geweke", "Geweke's measures by frequency")
            .column(Column::number("omega", "ω"))
            .column(Column::number("cycle", "Cycle"));
        for (name, arrow) in [("forward", &there), ("backward", &back)] {
            table = table.column(Column::number(name, "f").under(arrow));
            if banded {
                table = table
                    .column(Column::number(format!("{name}_lower"), "2.5 %").under(arrow))
                    .column(Column::number(format!("{name}_upper"), "97.5 %").under(arrow))
                    .column(Column::number(format!("{name}_null"), "95 % without").under(arrow));
            }
        }
        let decimals = |value: f64| Cell::number(value, NumberFormat::Decimals(4));
        for point in &self.points {
            let cycle = Cell::number(2.0 * std::f64::consts::PI / point.omega, NumberFormat::Decimals(2));
            let mut row = vec![Cell::number(point.omega, NumberFormat::Decimals(3)), cycle];
            for (value, band) in [(point.forward, point.forward_band), (point.backward, point.backward_band)] {
                row.push(decimals(value));
                row.extend(band.iter().flat_map(|band| [band.lower, band.upper, band.no_causality_95].map(decimals)));
            }
            table.push_row(row);
        }
        table
    }
}

shows_itself!(GewekeResult => tables);

/// Convention, null and alternative of measure `i`.
fn hypotheses(i: usize, [x, y]: &[String; 2], given: &[Series]) -> (&'static str, String, String) {
    let beside = if given.is_empty() {
        String::new()
    } else {
        format!(", given {}", given.iter().map(Series::name).collect::<Vec<_>>().join(", "))
    };
    let (convention, symbol, no, yes) = match i {
        0 => (
            "forward",
            format!("F({x}→{y})"),
            format!("{x} do not Granger-cause {y}"),
            format!("{x} Granger-cause {y}"),
        ),
        1 => (
            "backward",
            format!("F({y}→{x})"),
            format!("{y} do not Granger-cause {x}"),
            format!("{y} Granger-cause {x}"),
        ),
        2 => (
            "instantaneous",
            format!("F({x}·{y})"),
            format!("no instantaneous causality between {x} and {y}"),
            format!("instantaneous causality between {x} and {y}"),
        ),
        _ => (
            "total",
            format!("F({x},{y})"),
            format!("no linear dependence between {x} and {y}"),
            format!("linear dependence between {x} and {y}"),
        ),
    };
    (convention, format!("{no}{beside}: {symbol} = 0"), format!("{yes}{beside}: {symbol} > 0"))
}
