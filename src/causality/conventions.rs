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
//! let smallest = table.forward().iter().filter_map(|row| row.p_value()).fold(1.0, f64::min);
//! assert!(smallest < 1e-4);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! Those of the tests, and of [`covariance`](crate::regression).

use serde::Serialize;

use super::bootstrap::{self, Bootstrap};
use super::equation::{Roles, checked, needed};
use super::granger::Granger;
use super::panel::Panel;
use super::spec::{Spec, sample_after};
use super::test::Direction;
use super::robust;
use super::wilks::computed;
use super::words::{self, check_level, percent};
use crate::dist::f;
use crate::hypothesis::NullDistribution;
use crate::regression::{Covariance, Hac};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Outcome, Sample, Series};

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
        let panel = Panel::align(self.cause, self.effect, &self.spec.given, &self.spec.exogenous)?;
        let (orders, _) = self.spec.orders(&panel)?;
        if orders.start() != orders.end() {
            return Err(Error::new(ErrorKind::Argument, "the table of conventions has one number of lags")
                .remedy("give one number, or let a criterion choose it"));
        }
        let (roles, _) = self.spec.roles(&panel, *orders.start())?;
        let mut rows = self.rows(&panel, &roles, 0)?;
        let depth = roles[0].depth(panel.given().len());
        let sample = sample_after(&panel, depth);
        rows.extend(self.rows(&panel, &roles, 1)?);
        Ok(ConventionTable { rows, lags: words::lags_of(&roles[0]), sample })
    }

    fn rows(&self, panel: &Panel, roles: &[Roles; 2], number: usize) -> Result<Vec<ConventionRow>, Error> {
        let given = panel.given().len();
        let one = &roles[number];
        let way = if number == 0 { [0, 1] } else { [1, 0] };
        let names = way.map(|i| panel.series[i].name().to_owned());
        let row = |convention: Known, outcome: Outcome| ConventionRow {
            cause: names[0].clone(),
            effect: names[1].clone(),
            convention,
            outcome,
        };
        let fixed_count = self.spec.fixed_count(panel);
        if panel.len() < needed(one, fixed_count, given) {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "Granger with {} needs {} observations, found {}",
                    words::lags_of(one),
                    needed(one, fixed_count, given),
                    panel.len()
                ),
            )
            .remedy("use fewer lags or a longer sample"));
        }
        let fixed = self.spec.fixed(panel, one.depth(given))?;
        let comparison = checked(one, way, panel, &fixed)?;
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
        let (p, df_system) = (comparison.lags as f64, (panel.series.len() * df) as f64);
        let system = computed("F", nested.f, NullDistribution::F(p, df_system), f::sf(nested.f, p, df_system));
        let bootstrap = Bootstrap::residual(self.draws);
        let (_, drawn, _) = bootstrap::outcome(&self.spec, panel, roles, number, &comparison, bootstrap)?;
        let direction = Direction { cause: &panel.series[way[0]], effect: &panel.series[way[1]] };
        let rule = (4.0 * (comparison.rows as f64 / 100.0).powf(2.0 / 9.0)).floor() as usize;
        let bandwidth = self.bandwidth.unwrap_or(rule);
        let robust = |covariance: Covariance| -> Result<Outcome, Error> {
            let all = robust::outcomes(&self.spec, panel, direction, one, covariance)?;
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
        let augmented = if panel.len() < needed(&longer, fixed_count, given) + self.spec.min_df - 1 {
            Outcome::NotApplicable { because: "not identified: too few rows for the further lags".into() }
        } else {
            let fixed = self.spec.fixed(panel, longer.depth(given))?;
            let [outcome, ..] = checked(&longer, way, panel, &fixed)?.nested().outcomes();
            outcome.1
        };
        rows.push(row(Known::FTodaYamamoto(self.integration), augmented));
        Ok(rows)
    }
}

/// A convention with what distinguishes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Chi2Ml,
    Chi2Wald,
    Lr,
    FSystem,
    F,
    FBootstrap,
    FHc0,
    FHc1,
    FHc3,
    FHac(usize),
    FHacAdjusted(usize),
    FTodaYamamoto(usize),
}

impl Known {
    /// In the order of the table, for the refusal of them all.
    const ALL: [Self; 12] = [
        Self::Chi2Ml,
        Self::Chi2Wald,
        Self::Lr,
        Self::FSystem,
        Self::F,
        Self::FBootstrap,
        Self::FHc0,
        Self::FHc1,
        Self::FHc3,
        Self::FHac(0),
        Self::FHacAdjusted(0),
        Self::FTodaYamamoto(1),
    ];

    /// Name, formula, programs.
    fn describe(self) -> (&'static str, String, &'static str) {
        match self {
            Self::Chi2Ml => (
                "chi2-ml",
                "T·(RSS₀ − RSS₁)/RSS₁".into(),
                "statsmodels grangercausalitytests: ssr_chi2test; Stata vargranger after var",
            ),
            Self::Chi2Wald => (
                "chi2-wald",
                "p·F".into(),
                "R lmtest grangertest(test = \"Chisq\"); statsmodels VAR.test_causality(kind=\"wald\"); Stata vargranger after var, dfk",
            ),
            Self::Lr => ("lr", "T·ln(RSS₀/RSS₁)".into(), "statsmodels grangercausalitytests: lrtest; R lmtest lrtest"),
            Self::FSystem => (
                "F-system",
                "F against K(T − k) df, K equations".into(),
                "R vars causality; statsmodels VAR.test_causality(kind=\"f\")",
            ),
            Self::F => (
                "F",
                "((RSS₀ − RSS₁)/p)/(RSS₁/(T − k))".into(),
                "R lmtest grangertest; statsmodels grangercausalitytests: ssr_ftest, params_ftest; gretl var; Stata vargranger after var, small",
            ),
            Self::FBootstrap => (
                "F-bootstrap",
                "share of F* ≥ F in series without this causality".into(),
                "no call; a residual bootstrap written by hand",
            ),
            Self::FHc0 => (
                "F-hc0",
                "b'V⁻¹b/p, V = HC0".into(),
                "R grangertest(vcov = function(m) vcovHC(m, \"HC0\")); statsmodels OLS.fit(cov_type=\"HC0\").f_test",
            ),
            Self::FHc1 => (
                "F-hc1",
                "the same, V times T/(T − k)".into(),
                "R grangertest(vcov = function(m) vcovHC(m, \"HC1\")); Stata regress, vce(robust) and test",
            ),
            Self::FHc3 => (
                "F-hc3",
                "the same, squared residuals over (1 − h)²".into(),
                "R grangertest(vcov = vcovHC); Stata regress, vce(hc3) and test",
            ),
            Self::FHac(lags) => (
                "F-hac",
                format!("the same, V = Newey–West({lags}), no prewhitening"),
                "R grangertest(vcov = function(m) NeweyWest(m, lag, prewhite = FALSE)); statsmodels cov_type=\"HAC\"; gretl hac_lag",
            ),
            Self::FHacAdjusted(lags) => (
                "F-hac-adjusted",
                format!("the same, Newey–West({lags}) times T/(T − k)"),
                "R … adjust = TRUE; statsmodels use_correction=True; Stata newey and test",
            ),
            Self::FTodaYamamoto(d) => (
                "F-toda-yamamoto",
                format!("F of the first p of p + {d} lags"),
                "R car linearHypothesis on vars VAR(p + d); gretl omit on the longer equation",
            ),
        }
    }
}

/// One convention of one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct ConventionRow {
    cause: String,
    effect: String,
    convention: Known,
    outcome: Outcome,
}

/// A row for a machine.
#[derive(Serialize)]
struct Record<'a> {
    test: &'static str,
    convention: &'static str,
    cause: &'a str,
    effect: &'a str,
    statistic: Option<f64>,
    distribution: Option<NullDistribution>,
    p_value: Option<f64>,
    formula: String,
    programs: &'static str,
    because: Option<&'a str>,
}

impl Serialize for ConventionRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (convention, formula, programs) = self.convention.describe();
        let (distribution, because) = match &self.outcome {
            Outcome::Computed { distribution, .. } => (Some(*distribution), None),
            Outcome::NotApplicable { because } => (None, Some(because.as_str())),
        };
        Record {
            test: "granger-conventions",
            convention,
            cause: &self.cause,
            effect: &self.effect,
            statistic: self.statistic(),
            distribution,
            p_value: self.p_value(),
            formula,
            programs,
            because,
        }
        .serialize(serializer)
    }
}

impl ConventionRow {
    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// Its name: `chi2-ml`, `F-hc3`, ….
    pub fn convention(&self) -> &'static str {
        self.convention.describe().0
    }

    /// How it is computed.
    pub fn formula(&self) -> String {
        self.convention.describe().1
    }

    /// The programs and calls that print it.
    pub fn programs(&self) -> &'static str {
        self.convention.describe().2
    }

    /// The statistic, if it was computed.
    pub fn statistic(&self) -> Option<f64> {
        match &self.outcome {
            Outcome::Computed { statistic, .. } => Some(*statistic),
            Outcome::NotApplicable { .. } => None,
        }
    }

    /// The p-value, if it was computed.
    pub fn p_value(&self) -> Option<f64> {
        match &self.outcome {
            Outcome::Computed { p, .. } => Some(p.value()),
            Outcome::NotApplicable { .. } => None,
        }
    }
}

/// Twelve conventions of each direction.
#[derive(Debug, Clone, PartialEq)]
pub struct ConventionTable {
    rows: Vec<ConventionRow>,
    lags: String,
    sample: Sample,
}

impl ConventionTable {
    /// The direction asked for, then the other.
    pub fn rows(&self) -> &[ConventionRow] {
        &self.rows
    }

    /// The direction asked for.
    pub fn forward(&self) -> &[ConventionRow] {
        &self.rows[..self.rows.len() / 2]
    }

    /// The other direction.
    pub fn backward(&self) -> &[ConventionRow] {
        &self.rows[self.rows.len() / 2..]
    }

    /// How many conventions support each direction at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_level(level)?;
        let one = |rows: &[ConventionRow]| {
            let p: Vec<f64> = rows.iter().filter_map(ConventionRow::p_value).collect();
            let arrow = rows.first().map_or_else(String::new, |row| format!("{} → {}", row.cause, row.effect));
            let Some((low, high)) = p.iter().copied().map(|p| (p, p)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
                return format!("{arrow} is not identified");
            };
            let below = p.iter().filter(|p| **p < level).count();
            let number = |p: f64| NumberFormat::PValue.format(p);
            format!("{arrow} is supported by {below} of {} conventions (p from {} to {})", p.len(), number(low), number(high))
        };
        Ok(format!(
            "At {}, with {}, {}: {}; {}. They are one null and one data set: name the convention with the number.",
            percent(level),
            self.lags,
            self.sample,
            one(self.forward()),
            one(self.backward())
        ))
    }

    /// A table for each direction.
    pub fn tables(&self) -> Vec<Table> {
        let tabulate = |(rows, id): (&[ConventionRow], &str)| {
            let arrow = rows.first().map_or_else(String::new, |row| format!("{} → {}", row.cause, row.effect));
            self.tabulate(rows, id, format!("One null, {} p-values: {arrow}, {}", rows.len(), self.lags))
        };
        [(self.forward(), "conventions-forward"), (self.backward(), "conventions-backward")].map(tabulate).into()
    }

    /// Both directions in one table.
    pub fn table(&self) -> Table {
        self.tabulate(&self.rows, "conventions", "One null, twelve p-values".to_owned())
    }

    fn tabulate(&self, rows: &[ConventionRow], id: &str, title: String) -> Table {
        let mut table = Table::new(id, title)
            .column(Column::machine_only("cause"))
            .column(Column::machine_only("effect"))
            .column(Column::text("convention", "Convention"))
            .column(Column::number("statistic", "Statistic"))
            .column(Column::text("distribution", "Law"))
            .column(Column::number("p_value", "p"))
            .column(Column::text("formula", "Formula"))
            .column(Column::machine_only("programs"));
        for row in rows {
            let (name, formula, programs) = row.convention.describe();
            let (statistic, law, p) = match &row.outcome {
                Outcome::Computed { statistic, distribution, p, .. } => (
                    Cell::number(*statistic, NumberFormat::Decimals(3)),
                    Cell::text(distribution.to_string()),
                    Cell::from(*p),
                ),
                Outcome::NotApplicable { because } => {
                    (Cell::not_available(because), Cell::Empty, Cell::not_available(because))
                }
            };
            let (cause, effect) = (Cell::text(&row.cause), Cell::text(&row.effect));
            let texts = (Cell::text(name), Cell::text(formula), Cell::text(programs));
            table.push_row([cause, effect, texts.0, statistic, law, p, texts.1, texts.2]);
        }
        table.note(format!("Sample: {}; the last row has fewer rows.", self.sample))
    }

    /// Which programs print each convention.
    pub fn programs(&self) -> Table {
        let mut table = Table::new("convention-programs", "Who prints which")
            .column(Column::text("convention", "Convention"))
            .column(Column::text("programs", "Printed by"));
        for row in self.forward() {
            table.push_row([Cell::text(row.convention()), Cell::text(row.programs())]);
        }
        table
    }
}

shows_itself!(ConventionTable => tables);
