//! One null, twelve p-values: what programs print for "x does not Granger-cause y", and by which call.
//!
//! # Hypotheses
//! Those of [`granger`](super::granger); the last row's are [`toda_yamamoto`](super::toda_yamamoto)'s.
//! # Model
//! One equation, the same rows and regressors in all but the last row, where d lags are added.
//! # Assumptions
//! They differ: that is what the table is for. The forms with RSS suppose homoskedastic errors without autocorrelation, HC0 to HC3
//! no autocorrelation, Newey–West neither, and all but the last stationary series.
//! # Statistic and null distribution
//! | convention | formula |
//! |---|---|
//! | `chi2-ml` | T·(RSS₀ − RSS₁)/RSS₁ against χ²(p) |
//! | `chi2-wald` | p·F against χ²(p) |
//! | `lr` | T·ln(RSS₀/RSS₁) against χ²(p) |
//! | `F-system` | W/p against F(p, K(T − k)), K equations in the system |
//! | `F` | ((RSS₀ − RSS₁)/p)/(RSS₁/(T − k)) against F(p, T − k) |
//! | `F-bootstrap` | F against its values in series without this causality |
//! | `F-hc0`, `F-hc1`, `F-hc3` | b'V⁻¹b/p against F(p, T − k), V White's, times T/(T − k), with (1 − h)² |
//! | `F-hac`, `F-hac-adjusted` | the same, V Newey and West's, without and with T/(T − k) |
//! | `F-toda-yamamoto` | F of the first p of p + d lags against F(p, T − d − k′) |
//!
//! # Conventions
//! Newey–West has no prewhitening and ⌊4 (T/100)^(2/9)⌋ lags unless set; the bootstrap 1,999 draws of whole dates' residuals; d is 1.
//! # Agrees with / differs from
//! Each row names the programs and calls that print it. On ChickEgg (eggs → chickens, 3 lags) they run from 0.0003 to 0.144.
//! # Example
//! ```
//! use yalu::causality::{Conventions, Granger};
//! use yalu::{Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let x = Series::new("x", Period::annual(1950), (0..60).map(|t| noise(t, 37)).collect())?;
//! let y = Series::new("y", Period::annual(1950), (0..60).map(|t| noise(t, 53) + 0.3 * noise(t - 1, 37)).collect())?;
//! let table = Conventions::of(&Granger::cause(&x).effect(&y).lags(2)).draws(199).run()?;
//! assert_eq!(table.rows().len(), 2 * 12);
//! let p = |name: &str| table.forward().iter().find(|row| row.convention() == name).and_then(|row| row.p_value());
//! // The same F in all but name: the smaller the sample, the further apart.
//! assert!(p("chi2-ml") < p("chi2-wald") && p("chi2-wald") < p("F-system") && p("F-system") < p("F"));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! Those of the tests, and of [`covariance`](crate::regression).

mod known;
mod table;

use known::Known;
pub use table::{ConventionRow, ConventionTable};

use super::aligned::Aligned;
use super::bootstrap::{self, Bootstrap};
use super::equation::{Roles, checked, needed};
use super::granger::Granger;
use super::robust;
use super::spec::{Spec, sample_after};
use super::test::{Direction, both_ways};
use super::wilks::computed;
use super::words;
use crate::dist::f;
use crate::hypothesis::NullDistribution;
use crate::regression::{Covariance, Hac};
use crate::{Error, ErrorKind, Outcome, Series};

/// The table to be made; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Conventions<'a> {
    cause: &'a Series,
    effect: &'a Series,
    spec: Spec<'a>,
    integration: usize,
    draws: usize,
    bandwidth: Option<usize>,
}

impl<'a> Conventions<'a> {
    /// Of this question, which must have one number of lags.
    pub fn of(question: &Granger<'a>) -> Self {
        let (cause, effect, spec) = question.parts();
        Self { cause, effect, spec: spec.clone(), integration: 1, draws: 1999, bandwidth: None }
    }

    /// d of the last row; 1 unless set.
    pub fn integration(mut self, order: usize) -> Self {
        self.integration = order;
        self
    }

    /// Draws of the bootstrap; 1,999 unless set.
    pub fn draws(mut self, draws: usize) -> Self {
        self.draws = draws;
        self
    }

    /// Newey and West's lags; ⌊4 (T/100)^(2/9)⌋ unless set.
    pub fn newey_west(mut self, lags: usize) -> Self {
        self.bandwidth = Some(lags);
        self
    }

    /// Computes every row of both directions.
    ///
    /// # Errors
    /// As [`Granger::run`]; if the question has several numbers of lags, or the bootstrap no draws.
    pub fn run(&self) -> Result<ConventionTable, Error> {
        let aligned = Aligned::align(
            self.cause,
            self.effect,
            &self.spec.given,
            &self.spec.exogenous,
            self.spec.accept_constructed,
        )?;
        let (orders, _) = self.spec.orders(&aligned)?;
        if orders.start() != orders.end() {
            return Err(Error::new(ErrorKind::Argument, "the table of conventions has one number of lags")
                .remedy("give one number, or let a criterion choose it"));
        }
        let (roles, _) = self.spec.roles(&aligned, *orders.start())?;
        let mut rows = self.rows(&aligned, &roles, 0)?;
        let depth = roles[0].depth(aligned.given().len());
        let sample = sample_after(&aligned, depth);
        rows.extend(self.rows(&aligned, &roles, 1)?);
        let sizes = self.sizes(&aligned, *orders.start(), sample.n)?;
        Ok(ConventionTable { rows, lags: words::lags_of(&roles[0]), sample, sizes, notes: aligned.notes })
    }

    /// How often each convention rejects a true null in so small a sample, a sentence for each world; none from 20 rows on.
    fn sizes(&self, aligned: &Aligned, lags: usize, rows: usize) -> Result<Vec<String>, Error> {
        let hac = Covariance::newey_west(self.bandwidth_on(rows));
        let covariances = vec![Covariance::Hc0, Covariance::Hc1, Covariance::Hc3, hac];
        let spec = Spec { covariances, bootstraps: Vec::new(), ..self.spec.clone() };
        let [forward, _] = both_ways(&spec, aligned, lags, "")?;
        let known = Known::ALL.map(|known| known.describe().0);
        let shown: Vec<&str> = known.into_iter().filter(|name| forward.convention(name).is_some()).collect();
        let Some(small) = forward.small_sample() else { return Ok(Vec::new()) };
        let mut sizes = small.summaries(&shown);
        sizes.push("The sizes of F-bootstrap, F-hac-adjusted and F-toda-yamamoto are not simulated here.".to_owned());
        Ok(sizes)
    }

    /// Newey and West's lags on this many rows.
    fn bandwidth_on(&self, rows: usize) -> usize {
        self.bandwidth.unwrap_or_else(|| (4.0 * (rows as f64 / 100.0).powf(2.0 / 9.0)).floor() as usize)
    }

    fn rows(&self, aligned: &Aligned, roles: &[Roles; 2], number: usize) -> Result<Vec<ConventionRow>, Error> {
        let given = aligned.given().len();
        let one = &roles[number];
        let way = if number == 0 { [0, 1] } else { [1, 0] };
        let names = way.map(|i| aligned.series[i].name().to_owned());
        let row = |convention: Known, outcome: Outcome| ConventionRow {
            cause: names[0].clone(),
            effect: names[1].clone(),
            convention,
            outcome,
        };
        let fixed_count = self.spec.fixed_count(aligned);
        if aligned.len() < needed(one, fixed_count, given) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "Granger with {} needs {} observations, found {}",
                    words::lags_of(one),
                    needed(one, fixed_count, given),
                    aligned.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let fixed = self.spec.fixed(aligned, one.depth(given))?;
        let comparison = checked(one, way, aligned, &fixed)?;
        let df = comparison.df_resid();
        if df < self.spec.min_df || comparison.fits_exactly() {
            let because = format!(
                "not identified: {} rows less {} coefficients leave {df} residual degrees of freedom, at least {} are needed, \
                 or an exact fit",
                comparison.rows, comparison.regressors, self.spec.min_df
            );
            return Ok(Known::ALL.map(|known| row(known, Outcome::NotApplicable { because: because.clone() })).into());
        }
        let nested = comparison.nested();
        let [f_own, chi2_wald, chi2_ml, lr] = nested.outcomes().map(|(_, outcome)| outcome);
        let (p, df_system) = (comparison.lags as f64, (aligned.series.len() * df) as f64);
        let system = computed("F", nested.f, NullDistribution::F(p, df_system), f::sf(nested.f, p, df_system));
        let bootstrap = Bootstrap::residual(self.draws);
        let (_, drawn, _) = bootstrap::outcome(&self.spec, aligned, roles, number, &comparison, bootstrap)?;
        let direction = Direction { cause: &aligned.series[way[0]], effect: &aligned.series[way[1]] };
        let bandwidth = self.bandwidth_on(comparison.rows);
        let robust = |covariance: Covariance| -> Result<Outcome, Error> {
            let all = robust::outcomes(&self.spec, aligned, direction, one, covariance)?;
            let missing = || Outcome::NotApplicable { because: "not identified".into() };
            Ok(all.into_iter().next().map_or_else(missing, |(_, outcome, _)| outcome))
        };
        let mut rows = vec![
            row(Known::Chi2Ml, chi2_ml),
            row(Known::Chi2Wald, chi2_wald),
            row(Known::Lr, lr),
            row(Known::FSystem, system),
            row(Known::F, f_own),
            row(Known::FBootstrap, drawn),
            row(Known::FHc0, robust(Covariance::Hc0)?),
            row(Known::FHc1, robust(Covariance::Hc1)?),
            row(Known::FHc3, robust(Covariance::Hc3)?),
            row(Known::FHac(bandwidth), robust(Covariance::newey_west(bandwidth))?),
            row(Known::FHacAdjusted(bandwidth), robust(Covariance::Hac(Hac::newey_west(bandwidth).adjusted()))?),
        ];
        let longer = Roles { extra: self.integration, ..one.clone() };
        let augmented = if aligned.len() < needed(&longer, fixed_count, given) + self.spec.min_df - 1 {
            Outcome::NotApplicable { because: "not identified: too few rows for the further lags".into() }
        } else {
            let fixed = self.spec.fixed(aligned, longer.depth(given))?;
            let [outcome, ..] = checked(&longer, way, aligned, &fixed)?.nested().outcomes();
            outcome.1
        };
        rows.push(row(Known::FTodaYamamoto(self.integration), augmented));
        Ok(rows)
    }
}
