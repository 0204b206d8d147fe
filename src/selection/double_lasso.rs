//! Post-double-selection: controls chosen for the outcome and for the treatment.

use ndarray::{Array1, Array2};
use serde::Serialize;

use super::lasso::{LassoStep, PlugIn, root_mean_square};
use crate::interop::{complete, matrix};
use crate::regression::{Coefficient, Covariance, Fit, Ols};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, ErrorKind, Frame, Note, Sample, Stamp};

/// The effect of a treatment on an outcome with controls chosen by two lassos.
///
/// # Model
/// y = αd + xβ + always·δ + ε with more candidates x than one dares to keep. A lasso of y on x and one of d on x each
/// select; least squares of y on d and the *union* estimates α. What either lasso misses matters little to one of the
/// two, so the error of leaving it out is a product of two small ones, and the usual standard errors hold.
///
/// # Assumptions
/// Approximate sparsity: few of the controls, well chosen, would do. Independent rows: with a time series, put lags among the
/// controls, trends and seasons into `always`, and take a HAC covariance; the penalty's theory does not cover
/// correlated errors.
///
/// # Conventions
/// [`PlugIn`]'s penalty; constant and `always` columns are partialled out, not penalised; HC1 unless another covariance is
/// chosen, t(n−k).
///
/// ```
/// use yalu::selection::DoubleLasso;
/// use yalu::{Frame, series::Calendar};
/// let wave = |t: usize, k: usize| (((t * (k + 3) * 7 + k * k * 5) % 31) as f64 - 15.0) / 10.0;
/// let column = |f: &dyn Fn(usize) -> f64| (0..60).map(|t| Some(f(t))).collect::<Vec<_>>();
/// let frame = Frame::new(Calendar::Rows, 60)
///     .with_column("x1", column(&|t| wave(t, 1)))?
///     .with_column("x2", column(&|t| wave(t, 2)))?
///     .with_column("d", column(&|t| 2.0 * wave(t, 1) + wave(t, 5)))?
///     .with_column("y", column(&|t| 0.5 * (2.0 * wave(t, 1) + wave(t, 5)) - 3.0 * wave(t, 1) + 0.3 * wave(t, 6)))?;
/// let found = DoubleLasso::outcome("y").treatment("d").controls(["x1", "x2"]).run(&frame)?;
/// assert_eq!(found.selected, ["x1"]);
/// assert!((found.effects[0].estimate - 0.5).abs() < 0.1);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # References
/// Belloni, A., Chernozhukov, V. and Hansen, C. (2014), "Inference on treatment effects after selection among
/// high-dimensional controls", *Review of Economic Studies* 81, 608–650. Belloni, A., Chen, D., Chernozhukov, V. and Hansen, C.
/// (2012), "Sparse models and methods for optimal instruments", *Econometrica* 80, 2369–2429.
#[derive(Debug, Clone, PartialEq)]
pub struct DoubleLasso {
    outcome: String,
    treatments: Vec<String>,
    controls: Vec<String>,
    always: Vec<String>,
    penalty: PlugIn,
    covariance: Covariance,
}

/// The effect of the treatment, and how the controls were chosen.
#[derive(Debug, Clone, Serialize)]
pub struct DoubleLassoFit {
    /// One row per treatment.
    pub effects: Vec<Coefficient>,
    /// The union of what was selected, in the order of the controls.
    pub selected: Vec<String>,
    /// How many controls there were to choose from.
    pub candidates: usize,
    /// The lasso of the outcome, then that of each treatment.
    pub steps: Vec<LassoStep>,
    /// The covariance of the last regression.
    pub covariance: String,
    /// The rows used.
    pub sample: Sample,
    /// What a reader must know.
    pub notes: Vec<Note>,
    #[serde(skip)]
    fit: Fit,
}

impl DoubleLasso {
    /// For this outcome.
    pub fn outcome(name: impl Into<String>) -> Self {
        Self {
            outcome: name.into(),
            treatments: Vec::new(),
            controls: Vec::new(),
            always: Vec::new(),
            penalty: PlugIn::default(),
            covariance: Covariance::Hc1,
        }
    }

    /// Adds a treatment, whose effect is asked for.
    #[must_use]
    pub fn treatment(mut self, name: impl Into<String>) -> Self {
        self.treatments.push(name.into());
        self
    }

    /// Adds controls to choose from.
    #[must_use]
    pub fn controls<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.controls.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds controls that are kept whatever the lassos say.
    #[must_use]
    pub fn always<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.always.extend(names.into_iter().map(Into::into));
        self
    }

    /// With this penalty.
    #[must_use]
    pub fn penalty(mut self, penalty: PlugIn) -> Self {
        self.penalty = penalty;
        self
    }

    /// With inference under this covariance.
    #[must_use]
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// Selects and estimates.
    ///
    /// # Errors
    /// If a column does not exist, is used twice, misses a cell or does not vary; there is no treatment or control; a
    /// control is a combination of those always kept; a lasso is not solved; or as [`Ols::fit`].
    pub fn run(&self, frame: &Frame) -> Result<DoubleLassoFit, Error> {
        self.penalty.check()?;
        self.check_names()?;
        let n = frame.rows();
        if n < self.always.len() + self.treatments.len() + 3 {
            let need = self.always.len() + self.treatments.len() + 3;
            return Err(Error::new(ErrorKind::Sample, format!("a double lasso needs {need} rows, found {n}"))
                .remedy("use a longer sample"));
        }
        let stamps: Vec<Stamp> = (0..n).map(|row| frame.calendar().stamp(row)).collect();
        let kept: Vec<&str> = self.always.iter().map(String::as_str).collect();
        let kept = with_constant(&matrix(frame, &kept)?);

        let mut x = Array2::zeros((n, self.controls.len()));
        for (mut column, name) in x.columns_mut().into_iter().zip(&self.controls) {
            column.assign(&self.partial_out(frame, name, &kept, &stamps)?);
        }
        let mut steps = Vec::new();
        for name in std::iter::once(&self.outcome).chain(&self.treatments) {
            let y = self.partial_out(frame, name, &kept, &stamps)?;
            steps.push(self.penalty.select(name, &y, &self.controls, &x)?);
        }
        let chosen = |name: &&String| steps.iter().any(|step| step.selected.contains(*name));
        let selected: Vec<String> = self.controls.iter().filter(chosen).cloned().collect();

        let terms: Vec<String> = self.treatments.iter().chain(&self.always).chain(&selected).cloned().collect();
        let names: Vec<&str> = terms.iter().map(String::as_str).collect();
        let regressors = with_constant(&matrix(frame, &names)?);
        let terms = std::iter::once("const".to_owned()).chain(terms).collect();
        let y = Array1::from(complete(frame, &self.outcome)?);
        let design = Design::from_arrays(&self.outcome, terms, y, regressors, stamps)?;
        let fit = Ols::fit(&design)?.with(self.covariance)?;
        let mut notes: Vec<Note> = steps.iter().flat_map(|step| step.notes.clone()).collect();
        notes.extend(fit.notes());
        if selected.is_empty() {
            notes.push(Note::new("no control was selected"));
        }
        Ok(DoubleLassoFit {
            effects: fit.tidy().into_iter().skip(1).take(self.treatments.len()).collect(),
            selected,
            candidates: self.controls.len(),
            steps,
            covariance: self.covariance.to_string(),
            sample: fit.sample(),
            notes,
            fit,
        })
    }

    /// A column's residuals on the constant and the controls always kept.
    fn partial_out(
        &self,
        frame: &Frame,
        name: &str,
        kept: &Array2<f64>,
        stamps: &[Stamp],
    ) -> Result<Array1<f64>, Error> {
        let y = Array1::from(complete(frame, name)?);
        let terms = (0..kept.ncols()).map(|j| if j == 0 { "const" } else { self.always[j - 1].as_str() }.to_owned());
        let design = Design::from_arrays(name, terms.collect(), y, kept.clone(), stamps.to_vec())?;
        if design.y().iter().all(|v| *v == design.y()[0]) {
            return Err(Error::new(ErrorKind::Constant, format!("`{name}` does not vary"))
                .remedy("leave it out: the constant is always there"));
        }
        let fit = Ols::fit(&design)?;
        let residuals = fit.residuals();
        if fit.sigma2() == 0.0 || root_mean_square(&residuals) == 0.0 {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("`{name}` is a combination of the controls that are always kept"),
            )
            .remedy("leave it out, or let the lasso choose among those"));
        }
        Ok(residuals)
    }

    fn check_names(&self) -> Result<(), Error> {
        for (what, names) in [("treatment", &self.treatments), ("control to choose from", &self.controls)] {
            if names.is_empty() {
                return Err(Error::new(ErrorKind::Argument, format!("a double lasso needs a {what}"))
                    .remedy("name at least one"));
            }
        }
        let mut seen = vec![&self.outcome];
        for name in self.treatments.iter().chain(&self.controls).chain(&self.always) {
            if seen.contains(&name) {
                return Err(Error::new(ErrorKind::Name, format!("the column `{name}` is used twice"))
                    .remedy("a column is the outcome, a treatment, a control or always kept"));
            }
            seen.push(name);
        }
        Ok(())
    }
}

impl DoubleLassoFit {
    /// The last regression: outcome on treatments, controls always kept and controls selected.
    pub fn fit(&self) -> &Fit {
        &self.fit
    }

    /// The effects, with the selections below.
    pub fn table(&self) -> Table {
        let four = |x: f64| Cell::number(x, NumberFormat::Decimals(4));
        let title = format!("Effect on {} after double selection", self.fit.design().response());
        let mut table = Table::new("double_lasso", title)
            .column(Column::text("term", "Treatment"))
            .column(Column::number("estimate", "Effect"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", "t"))
            .column(Column::number("p_value", "p"));
        for row in &self.effects {
            let p = Cell::p_value(row.p_value);
            table.push_row([Cell::text(&row.term), four(row.estimate), four(row.std_error), four(row.statistic), p]);
        }
        let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        for step in &self.steps {
            let penalty = NumberFormat::Significant(5).format(step.lambda);
            let (response, selected) = (&step.response, list(&step.selected));
            table = table.note(format!("Selected for {response} of {} (λ = {penalty}): {selected}.", self.candidates));
        }
        let table = table.note(format!("{}; n = {}.", self.covariance, self.sample.n));
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }
}

shows_itself!(DoubleLassoFit => table);

fn with_constant(x: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn((x.nrows(), x.ncols() + 1), |(i, j)| if j == 0 { 1.0 } else { x[[i, j - 1]] })
}
