//! How often a causality test rejects a true null in samples of a given length.
//!
//! Independent series do not cause one another, so in draws of such series every rejection is false. The share of
//! rejections at a nominal 5 % is the test's size at that length; the share of draws in which exactly one direction is
//! rejected is the chance of a false verdict "one-way causality".
//!
//! ```
//! use yalu::causality::size::{SizeSimulation, World};
//! let size = SizeSimulation::toda_yamamoto(14, 1, 1).world(World::RandomWalks).draws(500).run()?;
//! // At 14 observations the χ² that uses RSS/T rejects a true null about four times as often as its 5 % promise.
//! assert!(size.chi2_ml.rejects.value() > 0.12);
//! assert!(size.f.rejects.value() < 0.12);
//! # Ok::<(), yalu::Error>(())
//! ```

use super::equation::{self, Roles};
use super::lag_reduction::{LagComparison, LagReduction, Layout};
use super::lag_set::LagSet;
use super::robust;
use crate::dist::{chi_squared, f};
use crate::regression::Covariance;
use crate::resampling::{Rate, Remembered, Stream, Streams, simulation_setters};
use crate::{Error, ErrorKind};

/// How the independent series are drawn; their shocks are standard normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum World {
    /// Each a sum of its shocks: integrated of order one.
    RandomWalks,
    /// Each its shocks: stationary without memory.
    WhiteNoise,
    /// Each a stationary first-order autoregression with this coefficient, −1 < φ < 1.
    Autoregressions(f64),
}

impl World {
    pub(super) fn fill(self, stream: &mut Stream, values: &mut [f64]) {
        let (memory, mut level) = match self {
            Self::RandomWalks => (1.0, 0.0),
            Self::WhiteNoise => (0.0, 0.0),
            // The value before the first has the stationary variance.
            Self::Autoregressions(phi) => (phi, stream.standard_normal() / (1.0 - phi * phi).sqrt()),
        };
        for value in values {
            level = memory * level + stream.standard_normal();
            *value = level;
        }
    }
}

impl std::fmt::Display for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::RandomWalks => f.write_str("independent random walks"),
            Self::WhiteNoise => f.write_str("independent white noise"),
            Self::Autoregressions(phi) => write!(f, "independent AR(1) series with coefficient {phi}"),
        }
    }
}

/// A test to be repeated on many draws of independent series.
#[derive(Debug, Clone, PartialEq)]
#[must_use = "nothing is simulated before `.run()`"]
pub struct SizeSimulation {
    length: usize,
    lags: usize,
    extra: usize,
    given: usize,
    deterministic: Vec<Vec<f64>>,
    world: World,
    level: f64,
    draws: usize,
    seed: u64,
    covariances: Vec<Covariance>,
    /// Lags and fixed terms of both directions, where the roles have lags of their own.
    separate: Option<[Side; 2]>,
}

/// One direction with lags of its own: lags, and fixed terms in the rows that they leave.
pub(super) type Side = (Roles, Vec<Vec<f64>>);

impl SizeSimulation {
    /// Granger's test with a constant on series of this length; 2,000 draws of white noise at 5 % unless set otherwise.
    pub fn granger(length: usize, lags: usize) -> Self {
        Self {
            length,
            lags,
            extra: 0,
            given: 0,
            deterministic: vec![vec![1.0; length.saturating_sub(lags)]],
            world: World::WhiteNoise,
            level: 0.05,
            draws: 2000,
            seed: 1,
            covariances: Vec::new(),
            separate: None,
        }
    }

    /// Toda and Yamamoto's test with p = `lags` and d = `extra`; random walks unless set otherwise.
    pub fn toda_yamamoto(length: usize, lags: usize, extra: usize) -> Self {
        let rows = length.saturating_sub(lags).saturating_sub(extra);
        let granger = Self::granger(length, lags);
        Self { extra, world: World::RandomWalks, deterministic: vec![vec![1.0; rows]], ..granger }
    }

    /// This many further series in the system, held beside the two.
    pub fn given(mut self, count: usize) -> Self {
        self.given = count;
        self
    }

    /// How the series are drawn.
    pub fn world(mut self, world: World) -> Self {
        self.world = world;
        self
    }

    /// The nominal level.
    pub fn level(mut self, level: f64) -> Self {
        self.level = level;
        self
    }

    simulation_setters! {
        /// The number of draws.
        draws;
        /// The seed; draw i uses stream i.
        seed;
    }

    /// Wald's F and χ² under this covariance too, on the first quarter of the draws: each is a regression of its own.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariances.push(covariance);
        self
    }

    /// The deterministic terms of a test at hand, one value for each row that its lags leave.
    pub(super) fn with_deterministic(mut self, terms: Vec<Vec<f64>>) -> Self {
        self.deterministic = terms;
        self
    }

    /// The lags and fixed terms of both directions of a test whose roles have lags of their own.
    pub(super) fn with_sides(mut self, sides: [Side; 2]) -> Self {
        self.separate = Some(sides);
        self
    }

    /// Both directions: the second series predicted by the first, and the first by the second.
    fn sides(&self) -> [Side; 2] {
        self.separate.clone().unwrap_or_else(|| {
            let lags = LagSet::from(self.lags);
            let roles = Roles { tested: lags.clone(), own: lags.clone(), given: lags, extra: self.extra };
            [(roles.clone(), self.deterministic.clone()), (roles, self.deterministic.clone())]
        })
    }

    fn layout(&self) -> Layout {
        Layout { deterministic: self.deterministic.len(), given: self.given, lags: self.lags, extra: self.extra }
    }

    /// Draws and tests; what was simulated before in this process is remembered.
    ///
    /// # Errors
    /// If the level is not between 0 and 1, there is nothing to draw or to test, an autoregression is not stationary,
    /// or the length leaves no residual degree of freedom.
    pub fn run(&self) -> Result<SimulatedSize, Error> {
        self.check()?;
        static DONE: Remembered<Key, SimulatedSize> = Remembered::new();
        Ok(DONE.or_compute(self.key(), || self.simulate()))
    }

    fn check(&self) -> Result<(), Error> {
        let refuse = |message: String, remedy: &str| Err(Error::new(ErrorKind::Argument, message).remedy(remedy));
        if !(self.level > 0.0 && self.level < 1.0) {
            return refuse(format!("a level of {} is not between 0 and 1", self.level), "0.05 is the usual one");
        }
        if self.draws == 0 || self.lags == 0 {
            return refuse(format!("{} draws, {} lags", self.draws, self.lags), "give at least one of each");
        }
        if let World::Autoregressions(phi) = self.world
            && (phi.is_nan() || phi.abs() >= 1.0)
        {
            return refuse(format!("AR(1) with coefficient {phi} is not stationary"), "use a random walk instead");
        }
        let needed = match &self.separate {
            Some(sides) => {
                sides.iter().map(|(roles, fixed)| equation::needed(roles, fixed.len(), self.given)).max().unwrap_or(0)
            }
            None => [self.lags, self.extra, 1].into_iter().fold(self.regressors(), usize::saturating_add),
        };
        if self.length < needed {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("{} lags need {needed} observations, found {}", self.lags, self.length),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        Ok(())
    }

    fn regressors(&self) -> usize {
        let depth = self.lags.saturating_add(self.extra);
        self.given.saturating_add(2).saturating_mul(depth).saturating_add(self.deterministic.len())
    }

    fn key(&self) -> Key {
        let (world, phi) = match self.world {
            World::RandomWalks => (0, 0.0),
            World::WhiteNoise => (1, 0.0),
            World::Autoregressions(phi) => (2, phi),
        };
        let counts = [self.length, self.lags, self.extra, self.given, self.draws].map(|count| count as u64);
        let numbers = [phi, self.level].into_iter().chain(self.deterministic.iter().flatten().copied());
        let numbers = counts.into_iter().chain([self.seed, world]).chain(numbers.map(f64::to_bits)).collect();
        (numbers, format!("{:?} {:?}", self.covariances, self.separate))
    }

    fn simulate(&self) -> SimulatedSize {
        let layout = self.layout();
        let deterministic: Vec<&[f64]> = self.deterministic.iter().map(Vec::as_slice).collect();
        let mut values = vec![0.0; self.length * (2 + self.given)];
        let sides = self.sides();
        let fixed = sides.each_ref().map(|(_, fixed)| fixed.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let mut thresholds = None;
        let mut tallies = [Tally::default(); 4];
        let mut robust = vec![[Tally::default(); 2]; self.covariances.len()];
        let robust_draws = self.draws.div_ceil(4);
        for draw in 0..self.draws {
            let mut stream = Streams::new(self.seed).replication(draw as u64);
            for series in values.chunks_exact_mut(self.length) {
                self.world.fill(&mut stream, series);
            }
            let series: Vec<&[f64]> = values.chunks_exact(self.length).collect();
            let ways = match self.separate {
                Some(_) => [0, 1].map(|i| equation::compare(&sides[i].0, [i, 1 - i], &fixed[i], &series).1),
                None => LagReduction::new(layout, &deterministic, &series).both_ways(),
            };
            let thresholds = thresholds.get_or_insert_with(|| ways.map(|way| thresholds_of_ratio(&way, self.level)));
            for (i, tally) in tallies.iter_mut().enumerate() {
                tally.count(ways[0].ratio() > thresholds[0][i], ways[1].ratio() > thresholds[1][i]);
            }
            if draw < robust_draws {
                for (tallies, covariance) in robust.iter_mut().zip(&self.covariances) {
                    let [there, back] = [0, 1].map(|i| {
                        let roles = &sides[i].0;
                        let columns = equation::columns(roles, [i, 1 - i], &fixed[i], &series);
                        let response = &series[1 - i][roles.depth(self.given)..];
                        robust::p_values(&columns, response, roles.tested.lags().len(), *covariance)
                    });
                    for (i, tally) in tallies.iter_mut().enumerate() {
                        tally.count(there[i] < self.level, back[i] < self.level);
                    }
                }
            }
        }
        let [f, chi2_wald, chi2_ml, lr] = tallies.map(|tally| tally.size(self.draws));
        let robust = robust
            .into_iter()
            .zip(&self.covariances)
            .flat_map(|(tallies, covariance)| {
                let sizes = tallies.map(|tally| tally.size(robust_draws));
                robust::conventions(*covariance).into_iter().zip(sizes)
            })
            .collect();
        SimulatedSize { f, chi2_wald, chi2_ml, lr, robust }
    }
}

/// What a simulation depends on: its numbers, bit by bit, and its covariances.
type Key = (Vec<u64>, String);

/// How large ΔRSS/RSS must be for F, χ² = p·F, χ² = T·ΔRSS/RSS and LR to reject: all four are functions of it.
fn thresholds_of_ratio(shape: &LagComparison, level: f64) -> [f64; 4] {
    let (p, df, rows) = (shape.lags as f64, shape.df_resid() as f64, shape.rows as f64);
    let chi2 = chi_squared::isf(level, p);
    [f::isf(level, p, df) * p / df, chi2 / df, chi2 / rows, (chi2 / rows).exp_m1()]
}

#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    first: usize,
    first_only: usize,
    exactly_one: usize,
}

impl Tally {
    fn count(&mut self, first: bool, second: bool) {
        self.first += usize::from(first);
        self.first_only += usize::from(first && !second);
        self.exactly_one += usize::from(first != second);
    }

    fn size(self, replications: usize) -> ConventionSize {
        let rate = |count| Rate { count, replications };
        ConventionSize {
            rejects: rate(self.first),
            one_way: rate(self.first_only),
            one_way_either: rate(self.exactly_one),
        }
    }
}

/// What one convention of the statistic does when no series causes another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConventionSize {
    /// A given direction is rejected: the size.
    pub rejects: Rate,
    /// The first is declared to cause the second, and the second not the first.
    pub one_way: Rate,
    /// One-way causality is declared, whichever way.
    pub one_way_either: Rate,
}

/// The simulated size of every convention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedSize {
    /// F(p, T − k).
    pub f: ConventionSize,
    /// χ² = p·F.
    pub chi2_wald: ConventionSize,
    /// χ² = T·ΔRSS/RSS(unrestricted).
    pub chi2_ml: ConventionSize,
    /// T ln(RSS(restricted)/RSS(unrestricted)).
    pub lr: ConventionSize,
    /// Robust conventions by name, such as `F-hc3`.
    pub robust: Vec<(&'static str, ConventionSize)>,
}

impl SimulatedSize {
    /// The size of a convention by its name in reports; `None` for one that was not simulated.
    pub fn of(&self, convention: &str) -> Option<ConventionSize> {
        match convention {
            "F" => Some(self.f),
            "chi2-wald" => Some(self.chi2_wald),
            "chi2-ml" => Some(self.chi2_ml),
            "lr" => Some(self.lr),
            _ => self.robust.iter().find(|(name, _)| *name == convention).map(|(_, size)| *size),
        }
    }
}
