//! Bounds simulated for a given number of rows: the laws of F and t when no level relation exists.
//!
//! In each draw the response is a random walk and the regressors are independent of it: white noise for the bound I(0),
//! random walks for I(1), both from the same shocks. Unless [`orders`](BoundsSimulation::orders) are given, the regression
//! is that of Pesaran, Shin and Smith's (2001) and Narayan's (2005) tables, Δyₜ on yₜ₋₁, xₜ₋₁ and the deterministic terms;
//! with them it has the lagged differences of the model at hand, whose degrees of freedom it then shares, and with
//! [`fixed`](BoundsSimulation::fixed) also its dummies.
//!
//! ```
//! use yalu::ardl::{Bound, BoundsSimulation, Case, Statistic};
//! let bounds = BoundsSimulation::new(Case::III, 2, 40).draws(2000).run()?;
//! let upper = bounds.critical_value(Statistic::F, Bound::I1, 0.05);
//! // Narayan (2005) has 5.260 for 40 observations, Pesaran, Shin and Smith (2001) 4.85 for n → ∞.
//! assert!((upper - 5.26).abs() < 0.3);
//! # Ok::<(), yalu::Error>(())
//! ```

use super::orders::Orders;
use super::statistic::statistics;
use crate::dist::Tail;
use crate::dist::pss::{Bound, Case, Statistic};
use crate::resampling::{Stream, Streams, all_threads, simulation_setters, spread};
use crate::{Error, ErrorKind};

/// Bounds to be simulated; see the [module](self).
#[derive(Debug, Clone, PartialEq)]
#[must_use = "nothing is simulated before `.run()`"]
pub struct BoundsSimulation {
    case: Case,
    regressors: usize,
    rows: usize,
    orders: Option<Orders>,
    fixed: Vec<Vec<f64>>,
    draws: usize,
    seed: u64,
    threads: usize,
}

impl BoundsSimulation {
    /// For k regressors in levels and this many rows of the regression.
    pub fn new(case: Case, regressors: usize, rows: usize) -> Self {
        let threads = all_threads();
        Self { case, regressors, rows, orders: None, fixed: Vec::new(), draws: 20_000, seed: 1, threads }
    }

    /// With the lagged differences of a model of these orders.
    pub fn orders(mut self, orders: &Orders) -> Self {
        self.orders = Some(orders.clone());
        self
    }

    /// With these further regressors, the same in every draw; one value for each row.
    pub fn fixed(mut self, columns: Vec<Vec<f64>>) -> Self {
        self.fixed = columns;
        self
    }

    simulation_setters! {
        /// The number of draws; 20,000 unless set.
        draws;
        /// The seed; draw i uses stream i. 1 unless set.
        seed;
    }

    /// How many threads share the work, which changes no result; all there are unless set.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Draws.
    ///
    /// # Errors
    /// If there is nothing to draw, a fixed regressor has another number of rows, orders are not of this many regressors,
    /// or the rows leave no degree of freedom.
    pub fn run(&self) -> Result<SimulatedBounds, Error> {
        self.check()?;
        let mut results = vec![[f64::NAN; 4]; self.draws];
        spread(&mut results, self.threads, |first, part| self.simulate(first, part));
        let sorted = |j: usize| {
            let mut values: Vec<f64> = results.iter().map(|draw| draw[j]).filter(|value| value.is_finite()).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let laws = [sorted(0), sorted(1), sorted(2), sorted(3)];
        if laws.iter().any(Vec::is_empty) {
            return Err(Error::new(ErrorKind::Collinear, "the fixed regressors are collinear in every draw")
                .remedy("leave out those that are combinations of the others or of the deterministic terms"));
        }
        Ok(SimulatedBounds { laws })
    }

    fn check(&self) -> Result<(), Error> {
        let refuse = |message: String, remedy: &str| Err(Error::new(ErrorKind::Argument, message).remedy(remedy));
        if self.draws == 0 {
            return refuse("0 draws simulate nothing".into(), "give some thousands");
        }
        if self.orders.as_ref().is_some_and(|orders| orders.p == 0 || orders.q.len() != self.regressors) {
            return refuse(
                format!("the orders are not of {} regressors", self.regressors),
                "give p ≥ 1 and one q for each",
            );
        }
        if let Some(column) = self.fixed.iter().find(|column| column.len() != self.rows) {
            let message = format!("a fixed regressor has {} values for {} rows", column.len(), self.rows);
            return refuse(message, "give one value for each row");
        }
        let needed = self.width();
        if self.rows < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("bounds with {} coefficients need {needed} rows, found {}", needed - 1, self.rows),
            )
            .remedy("use fewer lags, fewer regressors or a longer sample"));
        }
        Ok(())
    }

    /// Lagged differences.
    fn short_run(&self) -> usize {
        self.orders.as_ref().map_or(0, |orders| orders.p - 1 + orders.q.iter().sum::<usize>())
    }

    /// Columns of the regression, Δy among them.
    fn width(&self) -> usize {
        self.fixed.len() + self.short_run() + self.case.terms().count() + self.regressors + 2
    }

    /// Columns that stay under the null.
    fn kept(&self) -> usize {
        self.fixed.len() + self.short_run() + self.case.terms().count() - self.case.restricted()
    }

    /// F at I(0) and I(1), t at I(0) and I(1), of the draws from `first` on.
    fn simulate(&self, first: usize, results: &mut [[f64; 4]]) {
        let depth = self.orders.as_ref().map_or(1, Orders::longest);
        let mut shocks = vec![0.0; (self.rows + depth) * (self.regressors + 1)];
        let mut table = Table::new(self, depth);
        for (i, result) in results.iter_mut().enumerate() {
            let mut stream = Streams::new(self.seed).replication((first + i) as u64);
            draw(&mut stream, &mut shocks, self.rows + depth);
            for (bound, slot) in Bound::BOTH.into_iter().zip(0..) {
                table.fill(self, &shocks, bound);
                if let Some(found) = statistics(&table.slices(self.rows), self.kept()) {
                    result[slot] = found.f;
                    result[2 + slot] = found.t;
                }
            }
        }
    }
}

/// Standard normal shocks, series after series; each series begins with a zero, the start of a random walk.
fn draw(stream: &mut Stream, shocks: &mut [f64], length: usize) {
    for series in shocks.chunks_exact_mut(length) {
        series[0] = 0.0;
        series[1..].iter_mut().for_each(|shock| *shock = stream.standard_normal());
    }
}

/// The regression's columns, those that are the same in every draw filled once.
struct Table {
    columns: Vec<f64>,
    levels: Vec<f64>,
    depth: usize,
}

impl Table {
    fn new(of: &BoundsSimulation, depth: usize) -> Self {
        let mut columns = of.fixed.concat();
        columns.resize((of.fixed.len() + of.short_run()) * of.rows, 0.0);
        for power in 0..of.case.terms().count() as i32 {
            columns.extend((0..of.rows).map(|t| ((t + 1) as f64).powi(power)));
        }
        columns.resize(of.width() * of.rows, 0.0);
        Self { columns, levels: Vec::new(), depth }
    }

    /// Fills in the draw: the response is a random walk, the regressors are as the bound says.
    fn fill(&mut self, of: &BoundsSimulation, shocks: &[f64], bound: Bound) {
        let length = of.rows + self.depth;
        self.levels.clear();
        for (i, series) in shocks.chunks_exact(length).enumerate() {
            let integrated = i == 0 || bound == Bound::I1;
            let mut sum = 0.0;
            self.levels.extend(series.iter().map(|shock| {
                sum += shock;
                if integrated { sum } else { *shock }
            }));
        }
        let level = |series: usize, lag: usize| {
            let from = series * length + self.depth - lag;
            &self.levels[from..from + of.rows]
        };
        let mut columns = self.columns.chunks_exact_mut(of.rows).skip(of.fixed.len());
        let mut change = |series: usize, lag: usize| {
            if let Some(column) = columns.next() {
                let (now, before) = (level(series, lag), level(series, lag + 1));
                column.iter_mut().zip(now.iter().zip(before)).for_each(|(cell, (now, before))| *cell = now - before);
            }
        };
        if let Some(orders) = &of.orders {
            (1..orders.p).for_each(|lag| change(0, lag));
            for (j, q) in orders.q.iter().enumerate() {
                (0..*q).for_each(|lag| change(j + 1, lag));
            }
        }
        let mut columns = columns.skip(of.case.terms().count());
        for series in (1..=of.regressors).chain([0]) {
            let present = series > 0 && of.orders.as_ref().is_some_and(|orders| orders.q[series - 1] == 0);
            if let Some(column) = columns.next() {
                column.copy_from_slice(level(series, usize::from(!present)));
            }
        }
        if let Some(column) = columns.next() {
            let (now, before) = (level(0, 0), level(0, 1));
            column.iter_mut().zip(now.iter().zip(before)).for_each(|(cell, (now, before))| *cell = now - before);
        }
    }

    fn slices(&self, rows: usize) -> Vec<&[f64]> {
        self.columns.chunks_exact(rows).collect()
    }
}

/// Simulated laws of F and t at both bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedBounds {
    /// F at I(0) and I(1), t at I(0) and I(1), each sorted.
    laws: [Vec<f64>; 4],
}

impl SimulatedBounds {
    /// The critical value of a test of this level: an upper quantile of F, a lower one of t.
    pub fn critical_value(&self, statistic: Statistic, bound: Bound, level: f64) -> f64 {
        let share = if statistic == Statistic::F { 1.0 - level } else { level };
        quantile(self.law(statistic, bound), share)
    }

    /// The share of draws at least as extreme; where there is none, that it is smaller than one draw's share.
    pub fn p_value(&self, statistic: Statistic, value: f64, bound: Bound) -> Tail {
        let law = self.law(statistic, bound);
        let extreme = match statistic {
            Statistic::F => law.len() - law.partition_point(|drawn| *drawn < value),
            Statistic::T => law.partition_point(|drawn| *drawn <= value),
        };
        let draws = law.len() as f64;
        if extreme == 0 { Tail::Below(1.0 / draws) } else { Tail::At(extreme as f64 / draws) }
    }

    fn law(&self, statistic: Statistic, bound: Bound) -> &[f64] {
        &self.laws[2 * usize::from(statistic == Statistic::T) + usize::from(bound == Bound::I1)]
    }
}

/// The quantile of sorted values, linear between two of them.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    sorted[low] + (place - low as f64) * (sorted[high] - sorted[low])
}
