//! One long-run equation: a series on others and deterministic terms, on the dates that all of them have.

use ndarray::{Array1, Array2, ShapeBuilder};

use crate::dist::dickey_fuller::Terms;
use crate::linalg::{exponent, scale_by};
use crate::regression::{Fit, Ols};
use crate::series::align;
use crate::unit_root::core::explodes;
use crate::unit_root::input::{deterministic, deterministic_names, differences, refuse_constant};
use crate::{Design, Error, ErrorKind, Note, Sample, Series, Stamp};

/// yₜ = d'ₜδ + x'ₜβ + uₜ: the data of every method for one equation.
#[derive(Debug, Clone)]
pub(crate) struct Equation {
    y: Series,
    x: Vec<Series>,
    terms: Terms,
}

impl Equation {
    /// The equation of `y` on these series, cut to their common dates; `method` is named when there is too little.
    pub(crate) fn new(method: &str, y: &Series, x: &[&Series], terms: Terms) -> Result<Self, Error> {
        if x.is_empty() {
            return Err(Error::new(ErrorKind::Argument, format!("{method} on `{}` needs another series", y.name()))
                .remedy("say `.on(&[&x])`"));
        }
        let all: Vec<&Series> = [y].into_iter().chain(x.iter().copied()).collect();
        if let Some(name) = all.iter().enumerate().find_map(|(i, a)| {
            let name = a.name();
            all[..i].iter().any(|b| b.name() == name).then_some(name)
        }) {
            return Err(Error::new(ErrorKind::Name, format!("`{name}` stands twice in {method}"))
                .remedy("name each series once; rename one if two different ones share a name"));
        }
        let mut aligned = align(&all)?;
        aligned.iter().try_for_each(refuse_constant)?;
        let x = aligned.split_off(1);
        let equation = Self { y: aligned.swap_remove(0), x, terms };
        equation.needs(method, equation.width() + 2)?;
        Ok(equation)
    }

    /// An error unless there are this many observations.
    pub(crate) fn needs(&self, method: &str, needed: usize) -> Result<(), Error> {
        if self.nobs() >= needed {
            return Ok(());
        }
        let message = format!(
            "{method} of {} needs {needed} observations ({} coefficients), found {}",
            self.in_words(),
            self.width(),
            self.nobs()
        );
        Err(Error::new(ErrorKind::Sample, message).remedy("use fewer series, terms or lags, or a longer sample"))
    }

    /// The same equation normalised on another of its series: 0 is the present left-hand side.
    pub(crate) fn normalised_on(&self, series: usize) -> Self {
        let mut all: Vec<Series> = [&self.y].into_iter().chain(&self.x).cloned().collect();
        all[..=series.min(self.x.len())].rotate_right(1);
        let x = all.split_off(1);
        Self { y: all.swap_remove(0), x, terms: self.terms }
    }

    pub(crate) fn y(&self) -> &Series {
        &self.y
    }

    pub(crate) fn x(&self) -> &[Series] {
        &self.x
    }

    pub(crate) fn terms(&self) -> Terms {
        self.terms
    }

    pub(crate) fn nobs(&self) -> usize {
        self.y.len()
    }

    /// The number of series, y among them.
    pub(crate) fn series(&self) -> usize {
        1 + self.x.len()
    }

    /// The number of coefficients.
    pub(crate) fn width(&self) -> usize {
        self.terms.count() + self.x.len()
    }

    /// `money on income and rate`.
    pub(crate) fn in_words(&self) -> String {
        format!("{} on {}", self.y.name(), listed(&self.x))
    }

    /// `money, income and rate`.
    pub(crate) fn names(&self) -> String {
        let all: Vec<Series> = [&self.y].into_iter().chain(&self.x).cloned().collect();
        listed(&all)
    }

    /// y and the x in units that make their changes of size one, powers of two, and the exponents of those units.
    pub(crate) fn scaled(&self) -> (Vec<Vec<f64>>, Vec<i32>) {
        let levels = || [&self.y].into_iter().chain(&self.x).map(Series::values);
        let exponents: Vec<i32> = levels().map(|values| exponent(differences(values))).collect();
        let scaled = |(values, e): (&[f64], &i32)| values.iter().map(|value| scale_by(*value, -e)).collect();
        (levels().zip(&exponents).map(scaled).collect(), exponents)
    }

    /// The names of the coefficients, deterministic terms first.
    pub(crate) fn term_names(&self) -> Vec<String> {
        deterministic_names(self.terms).into_iter().chain(self.x.iter().map(|x| x.name().to_owned())).collect()
    }

    /// The regressors for observations `from..to`, counted from 0.
    pub(crate) fn columns(&self, from: usize, to: usize) -> Vec<Vec<f64>> {
        let mut columns = deterministic(self.terms, from, to);
        columns.extend(self.x.iter().map(|x| x.values()[from..to].to_vec()));
        columns
    }

    /// The labels of observations `from..to`.
    pub(crate) fn stamps(&self, from: usize, to: usize) -> Vec<Stamp> {
        (from..to).map(|t| Stamp::Period(self.y.start().plus(t as i64))).collect()
    }

    /// The rows `from..to`.
    pub(crate) fn sample(&self, from: usize, to: usize) -> Sample {
        let stamp = |t: usize| Stamp::Period(self.y.start().plus(t as i64));
        Sample { first: stamp(from), last: stamp(to.max(from + 1) - 1), n: to - from }
    }

    /// A note on each series that explodes, and on each that is constructed or seasonally adjusted.
    pub(crate) fn explosions(&self) -> Vec<Note> {
        let explosive = |series: &&Series| explodes(series.values());
        let note = |series: &Series| {
            Note::new(format!(
                "The estimated root of {} is above one: the series explodes, and the laws used here are those of series \
                 with a unit root.",
                series.name()
            ))
        };
        let series = || [&self.y].into_iter().chain(&self.x);
        let provenance = series().flat_map(|series| series.provenance().notes(series.name()));
        series().filter(explosive).map(note).chain(provenance).collect()
    }

    /// Least squares of the equation.
    ///
    /// # Errors
    /// If the regressors are collinear, or explain y without a remainder.
    pub(crate) fn fit(&self) -> Result<Fit, Error> {
        let n = self.nobs();
        let fit = Ols::fit(&design(
            self.y.name(),
            self.term_names(),
            self.y.values(),
            &self.columns(0, n),
            self.stamps(0, n),
        )?)?;
        if fit.sigma2() == 0.0 {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("`{}` is a linear combination of {}: nothing is left to test", self.y.name(), listed(&self.x)),
            )
            .remedy("leave one of the series out"));
        }
        Ok(fit)
    }
}

/// What a regression has to say to a reader who is not shown its R².
pub(crate) fn notes(fit: &Fit) -> Vec<Note> {
    fit.notes().into_iter().filter(|note| !note.text().contains("R²")).collect()
}

/// A design from columns.
pub(crate) fn design(
    response: &str,
    names: Vec<String>,
    y: &[f64],
    columns: &[Vec<f64>],
    stamps: Vec<Stamp>,
) -> Result<Design, Error> {
    let x = Array2::from_shape_vec((y.len(), columns.len()).f(), columns.concat())
        .map_err(|shape| Error::new(ErrorKind::Argument, format!("the matrix of regressors: {shape}")))?;
    Design::from_arrays(response, names, Array1::from(y.to_vec()), x, stamps)
}

fn listed(series: &[Series]) -> String {
    let names: Vec<&str> = series.iter().map(Series::name).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
