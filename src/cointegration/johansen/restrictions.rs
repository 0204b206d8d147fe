//! Restrictions on long-run relations and their loadings, as a reader would say them.

use ndarray::Array2;

use super::canonical::{complement, rank};
use super::matrix::beside;
use crate::{Error, ErrorKind};

/// Restrictions on β and α, to be tested by [`Vecm::test`](super::Vecm::test).
///
/// ```
/// use yalu::cointegration::johansen::Restrictions;
/// // In every relation: no `tax`, prices and wages with opposite coefficients; `oil` does not adjust.
/// let hypothesis = Restrictions::new().exclude("tax").zero([("prices", 1.0), ("wages", 1.0)]).weakly_exogenous("oil");
/// assert_eq!(
///     hypothesis.to_string(),
///     "no `tax`; the coefficients satisfy prices + wages = 0; `oil` is weakly exogenous"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "a hypothesis is tested by `Vecm::test`"]
pub struct Restrictions {
    zeros: Vec<Vec<(String, f64)>>,
    known: Vec<Vec<(String, f64)>>,
    spans: Vec<(Array2<f64>, usize)>,
    exogenous: Vec<String>,
    loadings: Option<Array2<f64>>,
    words: Vec<String>,
}

/// A group of relations.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// These, as they are.
    Known(Array2<f64>),
    /// This many in the span of the columns.
    Span(Array2<f64>, usize),
}

impl Restrictions {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn said(mut self, words: String) -> Self {
        self.words.push(words);
        self
    }

    /// A series, or the restricted constant or trend by its name in
    /// [`level_names`](super::JohansenResult::level_names), takes part in no relation.
    ///
    /// Like [`zero`](Self::zero) this speaks of every relation that is neither [`known`](Self::known) nor
    /// [`spanned`](Self::spanned).
    pub fn exclude(mut self, name: impl Into<String>) -> Self {
        let name = name.into();
        self.zeros.push(vec![(name.clone(), 1.0)]);
        self.said(format!("no `{name}`"))
    }

    /// A weighted sum of coefficients is zero in every relation: R'β = 0, that is β = Hφ.
    #[doc(alias = "blrtest")]
    pub fn zero<N: Into<String>>(mut self, weights: impl IntoIterator<Item = (N, f64)>) -> Self {
        let weights = named(weights);
        let words = format!("the coefficients satisfy {} = 0", sum(&weights));
        self.zeros.push(weights);
        self.said(words)
    }

    /// One relation is known; coefficients that are not named are zero.
    #[doc(alias = "bh5lrtest")]
    pub fn known<N: Into<String>>(mut self, coefficients: impl IntoIterator<Item = (N, f64)>) -> Self {
        let coefficients = named(coefficients);
        let words = format!("{} is stationary", sum(&coefficients));
        self.known.push(coefficients);
        self.said(words)
    }

    /// `count` relations are combinations of the columns of H, a row for each of
    /// [`level_names`](super::JohansenResult::level_names).
    ///
    /// Several groups are maximised in turn.
    #[doc(alias = "bh6lrtest")]
    pub fn spanned(mut self, h: Array2<f64>, count: usize) -> Self {
        let words = format!("{count} relation{} in a span of {}", if count == 1 { "" } else { "s" }, h.ncols());
        self.spans.push((h, count));
        self.said(words)
    }

    /// A series does not react to any relation: its row of α is zero.
    pub fn weakly_exogenous(mut self, name: impl Into<String>) -> Self {
        let name = name.into();
        self.exogenous.push(name.clone());
        self.said(format!("`{name}` is weakly exogenous"))
    }

    /// The loadings are combinations of the columns of A, a row for each series: α = Aψ.
    #[doc(alias = "alrtest")]
    pub fn loadings(mut self, a: Array2<f64>) -> Self {
        let words = format!("loadings in a span of {}", a.ncols());
        self.loadings = Some(a);
        self.said(words)
    }

    /// The groups of r relations, in the coordinates of the levels.
    pub(super) fn parts(&self, levels: &[&str], relations: usize) -> Result<Vec<Part>, Error> {
        let k = levels.len();
        let mut parts = Vec::new();
        if !self.known.is_empty() {
            parts.push(Part::Known(matrix(&self.known, levels, "level")?));
        }
        for (h, count) in &self.spans {
            if h.nrows() != k || h.iter().any(|value| !value.is_finite()) || rank(h) < (*count).max(1) {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!(
                        "H of {} × {} cannot hold {count} relations among {}",
                        h.nrows(),
                        h.ncols(),
                        levels.join(", ")
                    ),
                )
                .remedy(format!("give {k} rows and at least as many independent columns as relations")));
            }
            parts.push(Part::Span(h.clone(), *count));
        }
        let spoken: usize = self.known.len() + self.spans.iter().map(|(_, count)| count).sum::<usize>();
        let Some(left) = relations.checked_sub(spoken) else {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{spoken} relations are restricted, the model has {relations}"),
            )
            .remedy("choose a model with more relations, or restrict fewer"));
        };
        if left > 0 {
            let zeros = matrix(&self.zeros, levels, "level")?;
            let h = complement(&zeros);
            if h.ncols() < left {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("the restrictions leave {} free directions for {left} relations", h.ncols()),
                )
                .remedy("restrict less"));
            }
            // Without restrictions the coordinates stay what they are.
            parts.push(Part::Span(if zeros.ncols() == 0 { Array2::eye(k) } else { h }, left));
        } else if !self.zeros.is_empty() {
            return Err(Error::new(ErrorKind::Argument, "every relation is known or spanned already")
                .remedy("say zeros and exclusions of relations that are left free"));
        }
        Ok(parts)
    }

    /// A with α = Aψ.
    pub(super) fn span_of_loadings(&self, names: &[&str], relations: usize) -> Result<Array2<f64>, Error> {
        let p = names.len();
        let zeros: Vec<Vec<(String, f64)>> = self.exogenous.iter().map(|name| vec![(name.clone(), 1.0)]).collect();
        let mut orthogonal = matrix(&zeros, names, "series")?;
        if let Some(a) = &self.loadings {
            if a.nrows() != p || a.iter().any(|value| !value.is_finite()) {
                return Err(Error::new(ErrorKind::Argument, format!("A has {} rows for {p} series", a.nrows()))
                    .remedy("give a row of finite numbers for each series"));
            }
            orthogonal = beside(&orthogonal, &complement(a));
        }
        let a = if orthogonal.ncols() == 0 { Array2::eye(p) } else { complement(&orthogonal) };
        if a.ncols() < relations {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("{} series that may react cannot load on {relations} relations", a.ncols()),
            )
            .remedy("call fewer series weakly exogenous, or choose fewer relations"));
        }
        Ok(a)
    }
}

/// `no `tax`; `oil` is weakly exogenous`.
impl std::fmt::Display for Restrictions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words.join("; "))
    }
}

fn named<N: Into<String>>(weights: impl IntoIterator<Item = (N, f64)>) -> Vec<(String, f64)> {
    weights.into_iter().map(|(name, weight)| (name.into(), weight)).collect()
}

/// `x − 0.5 y`.
fn sum(weights: &[(String, f64)]) -> String {
    let mut text = String::new();
    for (i, (name, weight)) in weights.iter().enumerate() {
        text += match (i, *weight < 0.0) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        };
        if weight.abs() != 1.0 {
            text += &format!("{} ", weight.abs());
        }
        text += name;
    }
    text
}

/// A column for each list of weights, a row for each name.
pub(super) fn matrix(lists: &[Vec<(String, f64)>], names: &[&str], what: &str) -> Result<Array2<f64>, Error> {
    let mut matrix = Array2::zeros((names.len(), lists.len()));
    for (j, list) in lists.iter().enumerate() {
        for (name, weight) in list {
            let Some(i) = names.iter().position(|known| known == name) else {
                return Err(Error::unknown_name(what, name, names.iter().copied()));
            };
            matrix[[i, j]] += *weight;
        }
        if matrix.column(j).iter().any(|value: &f64| !value.is_finite()) || matrix.column(j).iter().all(|v| *v == 0.0) {
            return Err(Error::new(ErrorKind::Argument, format!("the restriction {} says nothing", sum(list)))
                .remedy("give finite weights, not all zero"));
        }
    }
    Ok(matrix)
}
