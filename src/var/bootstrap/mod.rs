//! How far can impulse responses be trusted, without a formula for their law?
//!
//! # Model
//! The [vector autoregression](super) as estimated makes new samples of the same length: the first p values as observed, the
//! deterministic and exogenous terms as they are, errors drawn from the residuals. Each is estimated as the data were.
//! # Assumptions
//! By [`Scheme`]: errors independent and alike (`Residual`); independent, of a variance that changes with the date (`Wild`);
//! of a variance that depends on the past (`MovingBlock`). In every case the system is stable.
//! # Conventions
//! - Recursive design. Residuals are multiplied by √(T/(T − k)), so that draws have the Σ that responses are computed from.
//!   They are centred: over all dates, or (blocks) for each place in a block.
//! - Blocks are ⌈5.03 T^¼⌉ long unless set; the last is cut off. Long blocks in a short sample are few, and intervals too narrow: of
//!   two series of 200 with independent errors 90 % intervals covered 80 to 86 % from default blocks, 86 to 90 % from blocks of 5.
//! - A wild draw leaves uu' as it is (weights ±1), so that it cannot tell how well Σ is known. Orthogonal, generalised and
//!   structural responses depend on Σ: their wild intervals are too narrow (Brüggemann et al. 2016), and a note says so.
//! - [`Interval::Percentile`] is from the quantiles of the draws (Efron), [`Interval::Hall`] turns their distance from the
//!   estimate round: φ̂ − (q − φ̂). Quantile q of B draws is the one of rank q(B + 1), interpolated: B = 999 needs no
//!   interpolation at the usual levels.
//! - [`Bootstrap::bias_corrected`] is Kilian's (1998) bootstrap after bootstrap: a first set of draws estimates the bias of
//!   A₁ … Aₚ; it is taken out of them, and out of the estimate of every draw of a second set, as far as the system stays stable
//!   (100 %, 99 %, … of it). The fixed terms are fitted to the data again; errors and Σ stay.
//! - Draw i uses random stream i of the seed: the same numbers for any number of threads. A draw whose estimate fails is drawn
//!   anew from where its stream stands, and a note says how many were.
//! # Agrees with / differs from
//! No other program draws the same random numbers: bounds agree within their Monte Carlo error.
//! - gretl `irf(i, j, alpha)` draws dates of residuals as they are, and its orthogonal shocks have Σ by T: its percentile bounds
//!   times T/(T − k) are ours.
//! - R vars `irf(boot = TRUE)` draws dates of residuals as they are. statsmodels `irf_errband_mc` draws normal errors with Σ̂,
//!   burns in 100 dates, and takes order statistics ⌊qB⌋.
//! # Example
//! ```
//! use yalu::resampling::Streams;
//! use yalu::var::{Bootstrap, Impulse, Interval, Var};
//! use yalu::{Period, Series};
//! let mut stream = Streams::new(1).replication(0);
//! let (mut x, mut y) = (vec![0.0], vec![0.0]);
//! for t in 1..120 {
//!     x.push(0.5 * x[t - 1] + stream.standard_normal());
//!     y.push(0.4 * x[t - 1] + 0.2 * y[t - 1] + stream.standard_normal());
//! }
//! let (x, y) = (Series::new("x", Period::annual(1900), x)?, Series::new("y", Period::annual(1900), y)?);
//! let model = Var::of(&[&x, &y]).lags(1).run()?;
//! let bands = Bootstrap::of(&model).impulse(Impulse::Orthogonal).horizon(4).draws(199).seed(7).run()?;
//! let estimate = bands.response("x", "y", 1)?;
//! let (low, high) = bands.interval(Interval::Percentile, 0.9, "x", "y", 1)?;
//! assert!(low < estimate && estimate < high && low > 0.0);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Brüggemann, R., C. Jentsch and C. Trenkler (2016), *Journal of Econometrics* 191, 69–85.
//! - Efron, B. and R. J. Tibshirani (1993), *An Introduction to the Bootstrap*, Chapman and Hall.
//! - Hall, P. (1992), *The Bootstrap and Edgeworth Expansion*, Springer.
//! - Jentsch, C. and K. G. Lunsford (2019), *American Economic Review* 109, 2655–2678.
//! - Kilian, L. (1998), *Review of Economics and Statistics* 80, 218–230.
//! - Lütkepohl, H. (2005), *New Introduction to Multiple Time Series Analysis*, Springer, appendix D.3.

mod bands;
mod bias;
mod refit;
mod scheme;
mod shape;
mod world;

pub use bands::{BootstrapResponses, Interval};
pub use scheme::{Scheme, Weights};

use bias::{Correction, Squares};
use refit::Refit;
use scheme::Urn;
use shape::{Shape, Shock};
use world::World;

use super::structural::SvarResult;
use super::{Impulse, VarResult};
use crate::hypothesis::Setting;
use crate::resampling::{Streams, all_threads, simulation_setters, spread};
use crate::{Error, ErrorKind, Note};

/// Draws unless set: an odd number with B + 1 round, so that quantiles are draws.
const DRAWS: usize = 999;
/// Periods after the shock unless set.
const HORIZON: usize = 10;
/// The seed unless set.
const SEED: u64 = 1;
/// How often one draw may fail before all are given up.
const ATTEMPTS: usize = 50;

/// Bootstrap intervals of impulse responses; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is drawn before `.run()`"]
pub struct Bootstrap<'a> {
    model: &'a VarResult,
    structural: Option<&'a SvarResult>,
    impulse: Impulse,
    horizon: usize,
    cumulative: bool,
    scheme: Scheme,
    draws: usize,
    seed: u64,
    threads: usize,
    bias_corrected: bool,
}

impl<'a> Bootstrap<'a> {
    /// Of the responses of a vector autoregression.
    pub fn of(model: &'a VarResult) -> Self {
        Self {
            model,
            structural: None,
            impulse: Impulse::default(),
            horizon: HORIZON,
            cumulative: false,
            scheme: Scheme::default(),
            draws: DRAWS,
            seed: SEED,
            threads: all_threads(),
            bias_corrected: false,
        }
    }

    /// Of the responses to structural shocks, which are identified anew in every draw.
    pub fn structural(svar: &'a SvarResult) -> Self {
        Self { structural: Some(svar), ..Self::of(svar.model()) }
    }

    /// The shock; [orthogonal](Impulse::Orthogonal) unless set, and of no effect on structural ones.
    pub fn impulse(mut self, impulse: Impulse) -> Self {
        self.impulse = impulse;
        self
    }

    /// The last period after the shock; 10 unless set.
    pub fn horizon(mut self, horizon: usize) -> Self {
        self.horizon = horizon;
        self
    }

    /// Responses added up from the shock on.
    pub fn cumulative(mut self) -> Self {
        self.cumulative = true;
        self
    }

    /// How errors are drawn; [dates at random](Scheme::Residual) unless set.
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    simulation_setters! {
        /// The number of samples drawn; 999 unless set.
        #[doc(alias = "replications")]
        draws;
        /// The seed; 1 unless set.
        seed;
    }

    /// The number of threads, which changes no result; all that the machine has unless set.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Kilian's bootstrap after bootstrap.
    #[doc(alias = "kilian")]
    pub fn bias_corrected(mut self) -> Self {
        self.bias_corrected = true;
        self
    }

    /// Draws.
    ///
    /// # Errors
    /// If there are fewer than two draws, a block is empty or longer than the sample, coefficients are restricted (lags may be left
    /// out of all equations), there are no residual degrees of freedom, Σ is singular, responses overflow, or a sample cannot be estimated in 50 attempts.
    pub fn run(&self) -> Result<BootstrapResponses, Error> {
        self.check()?;
        let mut world = World::of(self.model);
        let mut matrices = world.matrices.clone();
        let streams = Streams::new(self.seed);
        let mut correction = None;
        let mut share = 1.0;
        if self.bias_corrected {
            let mut estimated = vec![0.0; self.draws * matrices.len()];
            self.draw(&world, streams, 0, &mut estimated, matrices.len(), || {
                |refit: &mut Refit, to: &mut [f64]| {
                    to.copy_from_slice(&refit.matrices);
                    true
                }
            })?;
            let mean = |at: usize| estimated.iter().skip(at).step_by(matrices.len()).sum::<f64>() / self.draws as f64;
            let bias = (0..matrices.len()).map(|at| mean(at) - matrices[at]).collect();
            share = Correction::new(Vec::clone(&bias), world.equations).apply(&mut matrices);
            world = world.with_matrices(self.model, matrices.clone());
            correction = Some(bias);
        }
        let shock = self.structural.map_or(Shock::Reduced(self.impulse), Shock::Structural);
        let size = (world.equations, world.lags);
        let shape = || Shape::new(shock, (self.horizon, self.cumulative), size, &world.exponents);
        let mut own = shape();
        let width = own.width();
        let mut estimates = vec![0.0; width];
        let root = self.root(&world)?;
        if !own.respond(&matrices, &root, &mut estimates) {
            return Err(Error::new(ErrorKind::NonFinite, format!("responses up to {} periods overflow", self.horizon))
                .remedy("ask for a shorter horizon: the system explodes"));
        }
        let mut draws = vec![0.0; self.draws * width];
        let redrawn = self.draw(&world, streams, self.draws as u64, &mut draws, width, || {
            let mut shape = shape();
            let mut correction = correction.clone().map(|bias| Correction::new(bias, size.0));
            move |refit: &mut Refit, to: &mut [f64]| {
                if let Some(correction) = &mut correction {
                    correction.apply(&mut refit.matrices);
                }
                shape.respond(&refit.matrices, &refit.root, to)
            }
        })?;
        let stable = Squares::new(world.equations, world.lags).stable(&matrices);
        let names = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<String>>();
        Ok(BootstrapResponses {
            names: names(self.model.names()),
            shocks: self.structural.map_or_else(|| names(self.model.names()), |svar| svar.shock_names().to_vec()),
            shock: self.shock_in_words(),
            cumulative: self.cumulative,
            estimates,
            draws: bands::sorted_by_response(&draws, width),
            settings: self.settings(share),
            notes: self.notes(stable, redrawn),
        })
    }

    /// Fills in a row of `results` for each draw; returns how many samples had to be drawn again.
    ///
    /// `worker` makes what each thread needs to turn an estimate into its row, or to say that it cannot be.
    fn draw<W: FnMut(&mut Refit, &mut [f64]) -> bool>(
        &self,
        world: &World,
        streams: Streams,
        offset: u64,
        results: &mut [f64],
        width: usize,
        worker: impl Fn() -> W + Sync,
    ) -> Result<usize, Error> {
        let urn = Urn::of(world, self.scheme);
        // A row, and how often it failed.
        let mut rows: Vec<(&mut [f64], usize)> = results.chunks_exact_mut(width).map(|row| (row, 0)).collect();
        spread(&mut rows, self.threads, |first, part| {
            let (mut refit, mut worker) = (Refit::new(world), worker());
            for ((row, failed), number) in part.iter_mut().zip(first..) {
                let mut stream = streams.replication(offset + number as u64);
                while *failed < ATTEMPTS {
                    urn.draw(&mut stream, world.equations, &mut refit.shocks);
                    if refit.run(world) && worker(&mut refit, row) {
                        break;
                    }
                    *failed += 1;
                }
            }
        });
        if rows.iter().any(|(_, failed)| *failed == ATTEMPTS) {
            return Err(Error::new(
                ErrorKind::Convergence,
                format!("a sample could not be estimated in {ATTEMPTS} attempts: draws explode or have no variance"),
            )
            .remedy("use fewer lags, a stable system, or the asymptotic standard errors"));
        }
        Ok(rows.iter().map(|(_, failed)| failed).sum())
    }

    /// Σ's root in the units of the coefficients, row by row.
    fn root(&self, world: &World) -> Result<Vec<f64>, Error> {
        let root = self.model.cholesky(self.model.divisor)?;
        let exponents = &world.exponents;
        Ok(root.indexed_iter().map(|((i, _), value)| crate::linalg::scale_by(*value, -exponents[i])).collect())
    }

    fn check(&self) -> Result<(), Error> {
        let refuse = |message: String, remedy: &str| Err(Error::new(ErrorKind::Argument, message).remedy(remedy));
        if self.draws < 2 {
            return refuse(format!("a bootstrap of {} draws", self.draws), "draw 999 or more");
        }
        let rows = self.model.nobs();
        if let Scheme::MovingBlock(Some(length)) = self.scheme
            && !(1..=rows).contains(&length)
        {
            return refuse(
                format!("blocks of {length} out of {rows} rows"),
                "a block is as long as errors depend on one another, and much shorter than the sample",
            );
        }
        if self.model.estimator().is_some() {
            return refuse(
                "coefficients are held at zero, which draws would not be".into(),
                "take the asymptotic standard errors, or bootstrap the system with all its terms",
            );
        }
        if self.model.df_resid() == 0 {
            return Err(Error::new(
                ErrorKind::Sample,
                "residuals without degrees of freedom say nothing of the errors",
            )
            .remedy("use fewer lags or a longer sample"));
        }
        Ok(())
    }

    fn shock_in_words(&self) -> String {
        self.structural.map_or_else(|| self.impulse.to_string(), SvarResult::shocks_in_words)
    }

    fn settings(&self, share: f64) -> Vec<Setting> {
        let mut settings = vec![
            Setting::or_default("draws", self.draws, DRAWS),
            Setting::or_default("seed", self.seed, SEED),
            Setting::or_default("errors", self.scheme, Scheme::default()),
        ];
        if let Some(length) = self.scheme.block(self.model.nobs()) {
            let given = matches!(self.scheme, Scheme::MovingBlock(Some(_)));
            settings.push(Setting::new("block", length.to_string(), if given { "user" } else { "⌈5.03 T^¼⌉" }));
        }
        if self.bias_corrected {
            let share = format!("{:.0} % of the bias taken out", 100.0 * share);
            settings.push(Setting::new("bias correction", share, "user"));
        }
        settings.extend(self.model.settings().iter().cloned());
        settings
    }

    fn notes(&self, stable: bool, redrawn: usize) -> Vec<Note> {
        let mut notes = Vec::new();
        if matches!(self.scheme, Scheme::Wild(_)) && (self.structural.is_some() || self.impulse != Impulse::Unit) {
            notes.push(Note::new(
                "Wild draws do not show how well Σ is known, on which these responses depend: the intervals are too \
                 narrow. Moving blocks hold under the same errors.",
            ));
        }
        if !stable {
            notes.push(Note::new(
                "The system is not stable: responses need not die out, and intervals have no sound law.",
            ));
        }
        if redrawn > 0 {
            notes.push(Note::new(format!("{redrawn} samples could not be estimated and were drawn again.")));
        }
        notes
    }
}
