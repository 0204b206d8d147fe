//! The tests of one direction.

use super::wald::{self, Wald};
use crate::cointegration::johansen::Restrictions;
use crate::dist::{chi_squared, f};
use crate::hypothesis::{NullDistribution, Setting};
use crate::vecm::ErrorCorrectionModel;
use crate::{Error, HypothesisTest, Note, Outcome, PValue, TestReport};

/// Below this number of rows a result says that its laws are not to be relied on.
const SMALL: usize = 20;

/// The tests that one series causes another; each under every convention, the headline F first.
#[derive(Debug, Clone, PartialEq)]
pub struct VecmDirection {
    cause: String,
    effect: String,
    short_run: Vec<TestReport>,
    long_run: Vec<TestReport>,
    joint: Vec<TestReport>,
    granger: Vec<TestReport>,
}

impl VecmDirection {
    pub(super) fn of(model: &ErrorCorrectionModel, cause: &str, effect: &str, notes: &[Note]) -> Result<Self, Error> {
        let (c, e) = (model.place(cause)?, model.place(effect)?);
        let (terms, k, r) = (model.model().terms().len(), model.names().len(), model.rank());
        let width = terms + r;
        let unit = |j: usize| -> Vec<f64> { (0..width).map(|i| f64::from(u8::from(i == j))).collect() };
        let lags = model.lags() - 1;
        let first = terms - k * lags;
        let short: Vec<Vec<f64>> = (0..lags).map(|lag| unit(first + lag * k + c)).collect();
        let long: Vec<Vec<f64>> = (terms..width).map(unit).collect();
        // (αβ')[e, c], the coefficient of c's level.
        let weights = model.beta().row(c);
        let level: Vec<f64> = (0..width).map(|i| i.checked_sub(terms).map_or(0.0, |j| weights[j])).collect();
        let apart = weights.iter().all(|weight| *weight == 0.0);
        let joint: Vec<Vec<f64>> = short.iter().chain(&long).cloned().collect();
        let granger: Vec<Vec<f64>> = short.iter().cloned().chain((!apart).then_some(level)).collect();
        let asks = Asks { model, cause, effect, e, notes };
        let (changes, relations) = (asks.changes(lags), asks.relations());
        let mut long_run = asks.reports(
            "vecm-long-run",
            format!("{effect} do not adjust to {relations}"),
            format!("{effect} adjust to {relations}"),
            &long,
        )?;
        long_run.extend(asks.weak_exogeneity()?);
        if apart {
            for report in &mut long_run {
                report.notes.push(Note::new(format!("{cause} take no part in {relations}.")));
            }
        }
        Ok(Self {
            short_run: asks.reports(
                "vecm-short-run",
                format!("{changes} of {cause} have zero coefficients in the equation of {effect}"),
                "they do not all have zero coefficients".into(),
                &short,
            )?,
            long_run,
            joint: asks.reports(
                "vecm-joint",
                format!("{effect} do not adjust to {relations}, and {changes} of {cause} have zero coefficients"),
                "one of these fails".into(),
                &joint,
            )?,
            granger: asks.reports(
                "vecm-granger",
                format!("{cause} do not Granger-cause {effect}: no lag of their level has a coefficient"),
                format!("{cause} Granger-cause {effect}"),
                &granger,
            )?,
            cause: cause.to_owned(),
            effect: effect.to_owned(),
        })
    }

    /// The series whose lags are tested.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The series in whose equation they are tested.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// The lagged changes of the cause.
    pub fn short_run(&self) -> &[TestReport] {
        &self.short_run
    }

    /// The loadings of the effect.
    pub fn long_run(&self) -> &[TestReport] {
        &self.long_run
    }

    /// Both.
    pub fn joint(&self) -> &[TestReport] {
        &self.joint
    }

    /// The lags of the cause's level.
    pub fn granger(&self) -> &[TestReport] {
        &self.granger
    }

    /// Every test under every convention: short run, long run, both, levels.
    pub fn reports(&self) -> impl Iterator<Item = &TestReport> {
        self.short_run.iter().chain(&self.long_run).chain(&self.joint).chain(&self.granger)
    }
}

/// A question of one direction.
struct Asks<'a> {
    model: &'a ErrorCorrectionModel,
    cause: &'a str,
    effect: &'a str,
    e: usize,
    /// Of the data.
    notes: &'a [Note],
}

impl Asks<'_> {
    fn changes(&self, lags: usize) -> String {
        if lags == 1 { "the 1 lagged change".into() } else { format!("the {lags} lagged changes") }
    }

    fn relations(&self) -> String {
        match self.model.rank() {
            1 => "the long-run relation".into(),
            r => format!("any of the {r} long-run relations"),
        }
    }

    /// F, both χ² and the likelihood ratio given β.
    fn reports(
        &self,
        test: &'static str,
        null: String,
        alternative: String,
        combinations: &[Vec<f64>],
    ) -> Result<Vec<TestReport>, Error> {
        let report = |convention, outcome| TestReport {
            test,
            convention,
            null: null.clone(),
            alternative: alternative.clone(),
            outcome,
            critical_values: Vec::new(),
            sample: self.model.sample(),
            settings: self.settings(),
            notes: self.notes(),
        };
        if combinations.is_empty() {
            let because = "with 1 lag of the levels there are no lagged changes".to_owned();
            return Ok(vec![report("F", Outcome::NotApplicable { because })]);
        }
        let Some(wald) = wald::test(self.model.model(), self.e, combinations) else {
            let because = "not identified: the coefficients have no covariance of full rank".to_owned();
            return Ok(vec![report("F", Outcome::NotApplicable { because })]);
        };
        let (rows, df) = (self.model.nobs() as f64, self.model.df_resid() as f64);
        Ok(outcomes(wald, rows, df).into_iter().map(|(convention, outcome)| report(convention, outcome)).collect())
    }

    /// Johansen's likelihood ratio of weak exogeneity, where β is estimated and fewer relations than series leave it a
    /// restriction on αβ'.
    fn weak_exogeneity(&self) -> Result<Option<TestReport>, Error> {
        if self.model.relations_are_given() || self.model.rank() >= self.model.names().len() {
            return Ok(None);
        }
        let test = self.model.model().test(&Restrictions::new().weakly_exogenous(self.effect))?;
        let relations = self.relations();
        Ok(Some(TestReport {
            test: "vecm-long-run",
            convention: "lr-johansen",
            null: format!("{} do not adjust to {relations}", self.effect),
            alternative: format!("{} adjust to {relations}", self.effect),
            settings: self.settings(),
            notes: self.notes(),
            ..test.report()
        }))
    }

    fn settings(&self) -> Vec<Setting> {
        let direction = Setting::new("direction", format!("{} → {}", self.cause, self.effect), "user");
        std::iter::once(direction).chain(self.model.settings().iter().cloned()).collect()
    }

    fn notes(&self) -> Vec<Note> {
        let rows = self.model.nobs();
        let small = (rows < SMALL).then(|| {
            Note::new(format!(
                "Only {rows} rows: the laws are those of large samples, and tests in a system reject true nulls too often in \
                 small ones."
            ))
        });
        self.notes.iter().cloned().chain(small).collect()
    }
}

/// Of T rows and T − k degrees of freedom.
fn outcomes(Wald { f: statistic, count }: Wald, rows: f64, df: f64) -> [(&'static str, Outcome); 4] {
    let q = count as f64;
    let chi_squared = |symbol, statistic| Outcome::Computed {
        symbol,
        statistic,
        distribution: NullDistribution::ChiSquared(q),
        p: PValue::Exact(chi_squared::sf(statistic, q)),
    };
    // ΔRSS over the unrestricted RSS.
    let ratio = q * statistic / df;
    [
        (
            "F",
            Outcome::Computed {
                symbol: "F",
                statistic,
                distribution: NullDistribution::F(q, df),
                p: PValue::Exact(f::sf(statistic, q, df)),
            },
        ),
        ("chi2-wald", chi_squared("χ²", q * statistic)),
        ("chi2-ml", chi_squared("χ²", rows * ratio)),
        ("lr", chi_squared("LR", rows * ratio.ln_1p())),
    ]
}
