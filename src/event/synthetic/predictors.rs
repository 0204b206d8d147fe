//! Predictors other than the outcome of every period: means over periods, and how well they are matched.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::event::units::Units;
use crate::{Error, ErrorKind, Panel, Period};

/// The mean of a series over periods before the date.
///
/// ```
/// use yalu::Period;
/// use yalu::event::synthetic::Predictor;
/// let income = Predictor::mean("log(income)").over(Period::annual(1980), Period::annual(1988));
/// assert_eq!("log(income)@1980:1988".parse::<Predictor>()?, income);
/// assert_eq!(income.to_string(), "log(income), 1980 to 1988");
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Predictor {
    expression: String,
    span: Option<[Period; 2]>,
}

impl Predictor {
    /// A column or a transform of columns, over all periods before the date.
    pub fn mean(expression: impl Into<String>) -> Self {
        Self { expression: expression.into(), span: None }
    }

    /// Over these periods, both included.
    #[must_use]
    pub fn over(mut self, first: Period, last: Period) -> Self {
        self.span = Some([first, last]);
        self
    }
}

impl fmt::Display for Predictor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.span {
            None => f.write_str(&self.expression),
            Some([first, last]) if first == last => write!(f, "{}, {first}", self.expression),
            Some([first, last]) => write!(f, "{}, {first} to {last}", self.expression),
        }
    }
}

/// `income`, `income@1985`, `income@1980:1988`.
impl FromStr for Predictor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let Some((expression, span)) = text.split_once('@') else { return Ok(Self::mean(text.trim())) };
        let (first, last) = span.split_once(':').unwrap_or((span, span));
        Ok(Self::mean(expression.trim()).over(first.trim().parse()?, last.trim().parse()?))
    }
}

/// One predictor of the treated unit and of those it is compared with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PredictorBalance {
    /// The predictor.
    pub predictor: String,
    /// What it counts for (V), the squared difference over its variance being what is weighted; all add up to one.
    pub weight: f64,
    /// The treated unit's.
    pub treated: f64,
    /// The synthetic unit's.
    pub synthetic: f64,
    /// The mean of all donors'.
    pub donors: f64,
}

/// Every unit's predictors.
#[derive(Debug, Clone)]
pub(super) struct Predictors {
    pub names: Vec<String>,
    /// A row for each unit.
    pub values: Vec<Vec<f64>>,
    /// Their weights, if the user gives them; else they are searched for.
    pub given: Option<Vec<f64>>,
}

impl Predictors {
    /// # Errors
    /// If a series cannot be had in a unit or has no value in a period of the span, the span ends before it begins or reaches the date,
    /// a predictor does not vary over units, or the weights are not as many, negative, or all zero.
    pub fn of(
        panel: &Panel,
        units: &Units,
        before: usize,
        predictors: &[Predictor],
        given: Option<&[f64]>,
    ) -> Result<Self, Error> {
        if let Some(weights) = given {
            check_weights(weights, predictors.len())?;
        }
        let last_before = units.period(before - 1);
        let mut values = vec![Vec::with_capacity(predictors.len()); units.names.len()];
        for predictor in predictors {
            let [first, last] = predictor.span.unwrap_or([units.start, last_before]);
            if last.since(first)? < 0 {
                return Err(Error::new(ErrorKind::Argument, format!("predictor `{predictor}` ends before it begins"))
                    .remedy("give the earlier period first"));
            }
            if last.since(last_before)? > 0 {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("predictor `{predictor}` reaches the date: {last_before} is the last period before it"),
                )
                .remedy("end it before the date: what comes after may be the event's effect"));
            }
            for (row, (name, frame)) in values.iter_mut().zip(panel.iter()) {
                let about = |error: Error| error.about(format!("unit `{name}`"));
                let series = frame.expression(&predictor.expression).map_err(about)?;
                let skipped = first.since(series.start()).map_err(about)?;
                if skipped < 0 || series.end().since(last)? < 0 {
                    let missing = if skipped < 0 { first } else { last };
                    return Err(Error::new(
                        ErrorKind::Gap,
                        format!("unit `{name}`: predictor `{predictor}` has no value in {missing}"),
                    )
                    .remedy("choose other periods, or leave the unit out"));
                }
                let skipped = skipped.unsigned_abs() as usize;
                let count = 1 + last.since(first)?.unsigned_abs() as usize;
                let part = &series.values()[skipped..skipped + count];
                row.push(part.iter().map(|value| value / count as f64).sum());
            }
        }
        let names: Vec<String> = predictors.iter().map(ToString::to_string).collect();
        for (place, name) in names.iter().enumerate() {
            if names[..place].contains(name) {
                return Err(
                    Error::new(ErrorKind::Name, format!("predictor `{name}` is given twice")).remedy("give it once")
                );
            }
            if values.iter().all(|row| row[place] == values[0][place]) {
                return Err(Error::new(ErrorKind::Constant, format!("predictor `{name}` is the same in every unit"))
                    .remedy("leave it out"));
            }
        }
        Ok(Self { names, values, given: given.map(shares) })
    }

    /// The treated unit, which stands first, beside its synthetic counterpart.
    pub fn balance(&self, fit: &super::fit::Fit) -> Vec<PredictorBalance> {
        let donors = &self.values[1..];
        let row = |(place, name): (usize, &String)| PredictorBalance {
            predictor: name.clone(),
            weight: fit.v[place],
            treated: self.values[0][place],
            synthetic: donors.iter().zip(&fit.weights).map(|(donor, weight)| weight * donor[place]).sum(),
            donors: donors.iter().map(|donor| donor[place] / donors.len() as f64).sum(),
        };
        self.names.iter().enumerate().map(row).collect()
    }

    /// One over each predictor's standard deviation over these units; 0 where it does not vary among them.
    pub fn scales(&self, units: &[usize]) -> Vec<f64> {
        let n = units.len() as f64;
        let scale = |place: usize| {
            let column: Vec<f64> = units.iter().map(|unit| self.values[*unit][place]).collect();
            let mean = column.iter().map(|value| value / n).sum::<f64>();
            let away: Vec<f64> = column.iter().map(|value| value - mean).collect();
            let deviation = super::fit::root_mean_square(&away) * (n / (n - 1.0)).sqrt();
            let largest = column.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
            if deviation > 16.0 * f64::EPSILON * largest { 1.0 / deviation } else { 0.0 }
        };
        (0..self.names.len()).map(scale).collect()
    }
}

fn check_weights(weights: &[f64], predictors: usize) -> Result<(), Error> {
    let refuse = |what: String| {
        Err(Error::new(ErrorKind::Argument, what)
            .remedy("give one weight for each predictor, none negative, one above zero"))
    };
    if weights.len() != predictors {
        return refuse(format!("{} weights for {predictors} predictors", weights.len()));
    }
    if let Some(wrong) = weights.iter().find(|weight| !weight.is_finite() || **weight < 0.0) {
        return refuse(format!("a predictor's weight of {wrong}"));
    }
    if weights.iter().all(|weight| *weight == 0.0) {
        return refuse("all weights of predictors are zero".into());
    }
    Ok(())
}

/// Divided by their sum.
pub(super) fn shares(weights: &[f64]) -> Vec<f64> {
    let largest = weights.iter().copied().fold(0.0, f64::max);
    let sum: f64 = weights.iter().map(|weight| weight / largest).sum();
    weights.iter().map(|weight| weight / largest / sum).collect()
}
