//! Rows as they come.

use std::collections::VecDeque;

use serde::Serialize;

use super::MonitorTest;
use super::boundary::Boundary;
use crate::breaks::BreakDate;
use crate::breaks::fluctuation::rooted;
use crate::linalg::{Svd, Updating, dot, norm};
use crate::regression::Fit;
use crate::{Design, Error, ErrorKind, Sample, Stamp};

/// A new row's point of the process and its boundary.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MonitorPoint {
    /// The row.
    pub last: Stamp,
    /// The process: of several components the one that is farthest from zero.
    pub value: f64,
    /// Its boundary; the lower one is its negative.
    pub boundary: f64,
}

impl MonitorPoint {
    /// Whether the process is beyond its boundary.
    pub fn is_outside(&self) -> bool {
        self.value.abs() > self.boundary
    }
}

/// Monitoring that has begun: rows are pushed, and it says when they no longer follow the history.
#[derive(Debug, Clone)]
pub struct Monitoring {
    pub(super) history: Design,
    pub(super) test: MonitorTest,
    pub(super) boundary: Boundary,
    /// Rows in a window.
    pub(super) held: usize,
    coefficients: Vec<f64>,
    deviation: f64,
    /// The length of each regressor over the history.
    lengths: Vec<f64>,
    /// V and singular values of the history, column by column.
    root: (Vec<Vec<f64>>, Vec<f64>),
    sum: f64,
    /// Rows in the window: scaled regressors, then the residual over s.
    window: VecDeque<Vec<f64>>,
    regression: Updating,
    pub(super) points: Vec<MonitorPoint>,
    pub(super) components: Vec<Vec<f64>>,
    pub(super) farthest: f64,
    detected: Option<BreakDate>,
}

impl Monitoring {
    pub(super) fn new(
        history: &Design,
        test: MonitorTest,
        boundary: Boundary,
        held: usize,
        fit: &Fit,
    ) -> Result<Self, Error> {
        let k = history.terms().len();
        let lengths: Vec<f64> = history.x().columns().into_iter().map(|column| norm(&column.to_vec())).collect();
        let mut watch = Self {
            history: history.clone(),
            test,
            boundary,
            held,
            coefficients: fit.coefficients().to_vec(),
            deviation: fit.sigma2().sqrt(),
            lengths,
            root: (Vec::new(), Vec::new()),
            sum: 0.0,
            window: VecDeque::new(),
            regression: Updating::new(k),
            points: Vec::new(),
            components: Vec::new(),
            farthest: 0.0,
            detected: None,
        };
        for (row, residual) in history.x().rows().into_iter().zip(fit.residuals()) {
            let row = watch.scaled(&row.to_vec(), residual);
            watch.take(row);
        }
        let collinear = || Error::new(ErrorKind::Collinear, "the regressors of the history are collinear");
        let mut whole = Updating::new(k);
        history.x().rows().into_iter().for_each(|row| {
            whole.push(&watch.scaled(&row.to_vec(), 0.0));
        });
        let (r, _) = whole.root().ok_or_else(|| collinear().remedy("leave one out"))?;
        let svd = Svd::new(r, k);
        watch.root = ((0..k).map(|i| svd.right(i).to_vec()).collect(), svd.values().to_vec());
        watch.sum = 0.0;
        Ok(watch)
    }

    fn scaled(&self, regressors: &[f64], residual: f64) -> Vec<f64> {
        let row = regressors.iter().zip(&self.lengths).map(|(x, length)| x / length);
        row.chain([residual / self.deviation]).collect()
    }

    /// Puts a row where the process needs it.
    fn take(&mut self, row: Vec<f64>) {
        match self.test {
            MonitorTest::OlsCusum => self.sum += row[row.len() - 1],
            MonitorTest::RecursiveEstimates => {
                self.regression.push(&row);
            }
            MonitorTest::OlsMosum | MonitorTest::MovingEstimates => {
                if self.window.len() == self.held {
                    self.window.pop_front();
                }
                self.window.push_back(row);
            }
        }
    }

    /// The components of the process at the row that was taken last; `None` if the regressors of its window are collinear.
    fn process(&mut self, rows: usize) -> Option<Vec<f64>> {
        let n = self.history.nobs() as f64;
        match self.test {
            MonitorTest::OlsCusum => Some(vec![self.sum / n.sqrt()]),
            MonitorTest::OlsMosum => {
                let sum: f64 = self.window.iter().map(|row| row[row.len() - 1]).sum();
                Some(vec![sum / n.sqrt()])
            }
            MonitorTest::MovingEstimates => {
                self.regression.reset();
                self.window.iter().for_each(|row| {
                    self.regression.push(row);
                });
                let share = (self.held as f64 / n).sqrt();
                Some(rooted(&self.regression)?.into_iter().map(|value| share * value).collect())
            }
            MonitorTest::RecursiveEstimates => {
                let (r, z) = self.regression.root()?;
                let k = z.len();
                // R d = z, the change of the coefficients.
                let mut d = z;
                for i in (0..k).rev() {
                    d[i] /= r[i * k + i];
                    let (above, below) = d.split_at_mut(i);
                    above.iter_mut().zip(&r[i * k..]).for_each(|(value, r)| *value -= r * below[0]);
                }
                let (v, values) = &self.root;
                let along: Vec<f64> = v.iter().zip(values).map(|(v, value)| value * dot(v, &d)).collect();
                let share = rows as f64 / n;
                Some((0..k).map(|j| share * v.iter().zip(&along).map(|(v, along)| v[j] * along).sum::<f64>()).collect())
            }
        }
    }

    /// Takes the next row: its label, the regressors in the order of the history's [terms](Design::terms) with the constant's 1, and the
    /// response. A row that is refused leaves everything as it was.
    ///
    /// # Errors
    /// If the label does not come after the last, or is of another kind; if there are more or fewer regressors; if a number is NaN or
    /// infinite; if the row is beyond the length that was planned; if the regressors in a window are collinear.
    pub fn push(&mut self, row: impl Into<Stamp>, regressors: &[f64], response: f64) -> Result<MonitorPoint, Error> {
        let stamp = row.into();
        self.refuse_row(stamp, regressors, response)?;
        let fitted: f64 = dot(regressors, &self.coefficients);
        let row = self.scaled(regressors, response - fitted);
        if row.iter().any(|value| !value.is_finite()) {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the row {stamp} is too far from the history to be computed with"),
            )
            .remedy("look for an error of units"));
        }
        let leaving = self.window.front().filter(|_| self.window.len() == self.held).cloned();
        self.take(row);
        let rows = self.history.nobs() + self.points.len() + 1;
        let Some(components) = self.process(rows) else {
            // Only a window can be collinear.
            self.window.pop_back();
            leaving.into_iter().for_each(|row| self.window.push_front(row));
            return Err(Error::new(
                ErrorKind::Collinear,
                format!(
                    "in the window that ends at {stamp} the regressors of `{}` are collinear",
                    self.history.response()
                ),
            )
            .remedy("take a wider window, or watch recursive estimates"));
        };
        let x = rows as f64 / self.history.nobs() as f64;
        let value = components.iter().fold(0.0, |far: f64, here| if here.abs() <= far.abs() { far } else { *here });
        let point = MonitorPoint { last: stamp, value, boundary: self.boundary.at(x) };
        if point.is_outside() && self.detected.is_none() {
            self.detected = Some(BreakDate { last_before: self.last(), first_after: stamp });
        }
        self.farthest = self.farthest.max(self.boundary.distance(value, x));
        self.points.push(point);
        self.components.push(components);
        Ok(point)
    }

    /// Takes all rows of a design that has the history's regressors.
    ///
    /// # Errors
    /// If the response or the terms are others; else as [`push`](Self::push): the rows before the one refused are taken.
    pub fn push_all(&mut self, rows: &Design) -> Result<(), Error> {
        if rows.terms() != self.history.terms() || rows.response() != self.history.response() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!(
                    "the new rows are of `{}` on {}, the history of `{}` on {}",
                    rows.response(),
                    rows.terms().join(", "),
                    self.history.response(),
                    self.history.terms().join(", ")
                ),
            )
            .remedy("give both the same formula"));
        }
        for ((stamp, row), y) in rows.stamps().iter().zip(rows.x().rows()).zip(rows.y()) {
            self.push(*stamp, &row.to_vec(), *y)?;
        }
        Ok(())
    }

    fn refuse_row(&self, stamp: Stamp, regressors: &[f64], response: f64) -> Result<(), Error> {
        let follows = match (self.last(), stamp) {
            (Stamp::Period(last), Stamp::Period(next)) => next > last,
            (Stamp::Row(last), Stamp::Row(next)) => next > last,
            _ => false,
        };
        if !follows {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the row {stamp} does not come after {}", self.last()),
            )
            .remedy("push rows in their order, each once, labelled as the history is"));
        }
        let terms = self.history.terms();
        if regressors.len() != terms.len() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the row {stamp} has {} regressors, the history has {}", regressors.len(), terms.len()),
            )
            .remedy(format!("give one number for each of {}; 1 for a constant", terms.join(", "))));
        }
        let names = terms.iter().map(String::as_str).chain([self.history.response()]);
        let numbers = regressors.iter().chain([&response]);
        if let Some((name, value)) = names.zip(numbers).find(|(_, value)| !value.is_finite()) {
            return Err(Error::new(ErrorKind::Argument, format!("`{name}` is {value} in the row {stamp}"))
                .remedy("leave the row out until the number is known"));
        }
        if let Some((_, period)) = self.boundary.table
            && self.history.nobs() + self.points.len() >= period * self.history.nobs()
        {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "the row {stamp} is beyond the {} rows, {period} times the history, for which the boundary was made",
                    period * self.history.nobs()
                ),
            )
            .remedy("plan a longer period, up to 10, or begin anew with a longer history"));
        }
        Ok(())
    }

    /// The last row taken; that of the history before any is.
    fn last(&self) -> Stamp {
        self.points.last().map_or(self.history.sample().last, |point| point.last)
    }

    /// What is watched.
    pub fn test(&self) -> MonitorTest {
        self.test
    }

    /// The probability of a false alarm.
    pub fn level(&self) -> f64 {
        self.boundary.level
    }

    /// The critical value of that level: a of the boundary √(x(x − 1)(a² + ln(x/(x − 1)))), or c of c√(2 log⁺ x).
    pub fn critical_value(&self) -> f64 {
        self.boundary.critical
    }

    /// The history.
    pub fn history(&self) -> &Design {
        &self.history
    }

    /// The coefficients of the history.
    pub fn coefficients(&self) -> &[f64] {
        &self.coefficients
    }

    /// A point for each row taken since.
    pub fn points(&self) -> &[MonitorPoint] {
        &self.points
    }

    /// The components of estimates by term, a value for each row taken since; none for sums.
    pub fn components(&self) -> Vec<(&str, Vec<f64>)> {
        let terms = if self.test.is_estimates() { self.history.terms() } else { &[] };
        let of = |j: usize| self.components.iter().map(|point| point[j]).collect();
        terms.iter().enumerate().map(|(j, term)| (term.as_str(), of(j))).collect()
    }

    /// Where the process first left its boundary: the last row inside, which may be the last of the history, and the first outside.
    pub fn detection(&self) -> Option<BreakDate> {
        self.detected
    }

    /// The rows taken since the history; `None` before the first.
    pub fn watched(&self) -> Option<Sample> {
        let (first, last) = (self.points.first()?.last, self.points.last()?.last);
        Some(Sample { first, last, n: self.points.len() })
    }
}
