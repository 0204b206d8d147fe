//! Maximum likelihood under restrictions, and the likelihood-ratio test of them.

use ndarray::{Array2, Axis};

use super::canonical::{Basis, Canonical, complement, rank};
use super::matrix::{beside, columns};
use super::restrictions::{Part, Restrictions};
use super::system::{Residuals, scale_rows};
use super::vecm::Vecm;
use crate::hypothesis::{NullDistribution, test_table};
use crate::resampling::Streams;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, PValue, TestReport};

/// Several groups are maximised in turn at most this often.
const MAX_SWEEPS: usize = 5_000;

/// … from this many starts.
const STARTS: usize = 12;

impl Vecm {
    /// The likelihood-ratio test of restrictions on β and α.
    ///
    /// One group of restricted relations beside known ones, with or without restricted loadings, has a solution in closed
    /// form (Johansen, 1995, ch. 7 and 8); several groups are maximised in turn. Degrees of freedom are those that the
    /// restrictions take from αβ', counted as the loss of rank of its derivative.
    ///
    /// # Errors
    /// If a name is unknown, the restrictions leave no room for the relations, repeat one another in a relation, or the
    /// maximisation does not settle.
    pub fn test(&self, restrictions: &Restrictions) -> Result<RestrictionTest, Error> {
        let johansen = self.johansen();
        let levels = johansen.level_names();
        let names: Vec<&str> = johansen.names().iter().map(String::as_str).collect();
        let parts = restrictions.parts(&levels, self.rank())?;
        let a = restrictions.span_of_loadings(&names, self.rank())?;
        let df = degrees_of_freedom(&parts, &a, levels.len(), self.rank()).ok_or_else(|| {
            Error::new(ErrorKind::Argument, format!("`{restrictions}` makes two relations the same"))
                .remedy("give relations that are not combinations of one another")
        })?;
        let (level_exponents, change_exponents) = johansen.exponents();
        let scaled_a = scale_rows(&a, &change_exponents, true);
        let (concentrated, span) = concentrate(&johansen.residuals, &scaled_a);
        let solved = solve(&concentrated, &parts, &level_exponents)?;
        let free = johansen.canonical.log_sum(self.rank());
        let relations = concentrated.levels.dot(&scale_rows(&solved.beta, &level_exponents, false));
        let basis = Basis::of(&relations, self.rank());
        let loadings = basis.coordinates.dot(&basis.vectors.t().dot(&concentrated.changes));
        let alpha = scale_rows(&span.dot(&loadings.t()), &change_exponents, false);
        let t = self.sample().n as f64;
        let mut test = RestrictionTest {
            lr: (t * (solved.log_sum - free)).max(0.0),
            df,
            log_likelihood: johansen.log_likelihood_from(solved.log_sum),
            beta: solved.beta,
            alpha,
            sweeps: solved.sweeps,
            levels: levels.iter().map(|name| (*name).to_owned()).collect(),
            names: johansen.names().to_vec(),
            reports: Vec::new(),
        };
        test.reports = vec![self.restriction_report(restrictions, &test)];
        Ok(test)
    }

    fn restriction_report(&self, restrictions: &Restrictions, test: &RestrictionTest) -> TestReport {
        let (names, r) = (self.johansen().names().join(", "), self.rank());
        let outcome = match test.p_value() {
            Some(p) => Outcome::Computed {
                symbol: "LR",
                statistic: test.lr,
                distribution: NullDistribution::ChiSquared(test.df as f64),
                p: PValue::Exact(p),
            },
            None => Outcome::NotApplicable {
                because: "every set of relations can be written so: nothing is restricted".into(),
            },
        };
        let mut notes = self.notes().to_vec();
        notes.push(Note::new(format!("The number of relations, {r}, is taken as known.")));
        if test.sweeps > 1 {
            notes.push(Note::new(format!(
                "Groups of relations were maximised in turn, {} times, from {STARTS} starts; a higher maximum elsewhere cannot be excluded.",
                test.sweeps
            )));
        }
        let relations = if r == 1 { "the long-run relation".to_owned() } else { format!("the {r} long-run relations") };
        TestReport {
            test: "johansen-restrictions",
            convention: "lr",
            null: format!("in {relations} among {names}: {restrictions}"),
            alternative: format!("not all of it holds: {restrictions}"),
            outcome,
            critical_values: Vec::new(),
            sample: self.sample(),
            settings: self.johansen().settings.clone(),
            notes,
        }
    }
}

/// The system in which α is free: given α = Aψ, the differences outside A's span are conditioned upon.
///
/// Returns it with the orthonormal basis of A's span in which its differences are given.
fn concentrate(residuals: &Residuals, a: &Array2<f64>) -> (Residuals, Array2<f64>) {
    let outside = complement(a);
    let span = complement(&outside);
    let given = Basis::of(&residuals.changes.dot(&outside), outside.ncols());
    let changes = given.residual(&residuals.changes.dot(&span));
    (Residuals { levels: given.residual(&residuals.levels), changes }, span)
}

/// The restricted relations, in the units of the data.
struct Solved {
    beta: Array2<f64>,
    /// Σ ln(1 − λ) of the relations.
    log_sum: f64,
    sweeps: usize,
}

/// The highest maximum found: at once with one group, else by maximising in turn from several starts.
fn solve(residuals: &Residuals, parts: &[Part], exponents: &[i32]) -> Result<Solved, Error> {
    let spans = parts.iter().filter(|part| matches!(part, Part::Span(..))).count();
    if spans <= 1 {
        let mut groups = Groups::new(residuals, parts, exponents, 0);
        groups.sweep();
        return Ok(groups.solved(1));
    }
    let mut best: Option<(f64, Groups<'_>)> = None;
    for start in 0..STARTS {
        let mut groups = Groups::new(residuals, parts, exponents, start);
        groups.climb(1e-7);
        let log_sum = groups.log_sum();
        if best.as_ref().is_none_or(|(lowest, _)| log_sum < *lowest) {
            best = Some((log_sum, groups));
        }
    }
    let settled = best.and_then(|(_, mut groups)| {
        let sweeps = groups.climb(1e-14)?;
        Some(groups.solved(sweeps))
    });
    settled.ok_or_else(|| {
        Error::new(ErrorKind::Convergence, format!("the likelihood still rises after {MAX_SWEEPS} rounds"))
            .remedy("restrict the relations so that each is identified, or restrict fewer of them")
    })
}

/// Groups of relations on their way to the maximum.
struct Groups<'a> {
    residuals: &'a Residuals,
    parts: &'a [Part],
    exponents: &'a [i32],
    /// What each group is at present, in the units of the data.
    found: Vec<Option<Array2<f64>>>,
}

impl<'a> Groups<'a> {
    /// The first start takes the groups one after another; the others begin anywhere.
    fn new(residuals: &'a Residuals, parts: &'a [Part], exponents: &'a [i32], start: usize) -> Self {
        let mut stream = Streams::new(1).replication(start as u64);
        let mut begin = |part: &Part| match part {
            Part::Known(vectors) => Some(vectors.clone()),
            Part::Span(..) if start == 0 => None,
            Part::Span(h, count) => {
                Some(h.dot(&Array2::from_shape_simple_fn((h.ncols(), *count), || stream.standard_normal())))
            }
        };
        Self { residuals, parts, exponents, found: parts.iter().map(&mut begin).collect() }
    }

    /// The residuals of these combinations of the levels.
    fn image(&self, coefficients: &Array2<f64>) -> Array2<f64> {
        self.residuals.levels.dot(&scale_rows(coefficients, self.exponents, false))
    }

    /// Maximises over each group given the others.
    fn sweep(&mut self) {
        for (i, part) in self.parts.iter().enumerate() {
            let Part::Span(h, count) = part else { continue };
            let other = self.found.iter().enumerate().filter(|(j, _)| *j != i).filter_map(|(_, beta)| beta.as_ref());
            let others = gather(h.nrows(), other);
            let rank = rank(&beside(&others, h));
            let best = given_others(&self.image(h), &self.image(&others), &self.residuals.changes, rank, *count);
            self.found[i] = Some(normalised(&h.dot(&best)));
        }
    }

    /// Sweeps until the likelihood stays; says how often, or `None` if it does not.
    fn climb(&mut self, tolerance: f64) -> Option<usize> {
        let (mut before, mut calm) = (f64::INFINITY, 0);
        for sweep in 1..=MAX_SWEEPS {
            self.sweep();
            let log_sum = self.log_sum();
            calm = if before - log_sum > tolerance * (1.0 + log_sum.abs()) { 0 } else { calm + 1 };
            if calm == 3 {
                return Some(sweep);
            }
            before = log_sum;
        }
        None
    }

    fn beta(&self) -> Array2<f64> {
        gather(self.exponents.len(), self.found.iter().flatten())
    }

    /// Σ ln(1 − λ) of the relations.
    fn log_sum(&self) -> f64 {
        let beta = self.beta();
        Canonical::of(&self.image(&beta), &self.residuals.changes, beta.ncols()).log_sum(beta.ncols())
    }

    fn solved(&self, sweeps: usize) -> Solved {
        Solved { beta: self.beta(), log_sum: self.log_sum(), sweeps }
    }
}

/// The `count` combinations of `own` most correlated with the differences once the other relations are taken out of both;
/// `rank` is that of own and others together.
fn given_others(
    own: &Array2<f64>,
    others: &Array2<f64>,
    changes: &Array2<f64>,
    rank: usize,
    count: usize,
) -> Array2<f64> {
    let lengths: Vec<f64> =
        own.columns().into_iter().map(|column| column.dot(&column).sqrt().max(f64::MIN_POSITIVE)).collect();
    let scaled = Array2::from_shape_fn(own.dim(), |(i, j)| own[[i, j]] / lengths[j]);
    let given = Basis::of(others, others.ncols());
    let independent = rank.saturating_sub(others.ncols()).max(count);
    let found = Canonical::of(&given.residual(&scaled), &given.residual(changes), independent);
    let mut best = columns(&found.vectors, 0..count);
    best.axis_iter_mut(Axis(0)).zip(lengths).for_each(|(mut row, length)| row /= length);
    best
}

/// Each column divided by its first element that is not zero beside the others.
fn normalised(beta: &Array2<f64>) -> Array2<f64> {
    let mut beta = beta.clone();
    for mut column in beta.columns_mut() {
        let largest = column.iter().fold(0.0_f64, |max, value| max.max(value.abs()));
        if let Some(first) = column.iter().copied().find(|value| value.abs() > 1e-10 * largest) {
            column /= first;
        }
    }
    beta
}

/// Columns of `rows` rows side by side.
fn gather<'a>(rows: usize, matrices: impl Iterator<Item = &'a Array2<f64>>) -> Array2<f64> {
    matrices.fold(Array2::zeros((rows, 0)), |all, next| beside(&all, next))
}

/// What the restrictions take from the p·r + k·r − r² dimensions of αβ', counted at arbitrary values of the free
/// coefficients; `None` if the relations are then dependent.
fn degrees_of_freedom(parts: &[Part], a: &Array2<f64>, k: usize, r: usize) -> Option<usize> {
    let mut stream = Streams::new(1).replication(0);
    let mut generic =
        |rows: usize, columns: usize| Array2::from_shape_simple_fn((rows, columns), || stream.standard_normal());
    let alpha = a.dot(&generic(a.ncols(), r));
    let groups: Vec<Array2<f64>> = parts
        .iter()
        .map(|part| match part {
            Part::Known(vectors) => vectors.clone(),
            Part::Span(h, count) => h.dot(&generic(h.ncols(), *count)),
        })
        .collect();
    let beta = gather(k, groups.iter());
    if rank(&beta) < r {
        return None;
    }
    let outer = |left: ndarray::ArrayView1<'_, f64>, right: ndarray::ArrayView1<'_, f64>| -> Vec<f64> {
        left.iter().flat_map(|x| right.iter().map(move |y| x * y)).collect()
    };
    let mut derivative: Vec<Vec<f64>> = Vec::new();
    for relation in beta.columns() {
        derivative.extend(a.columns().into_iter().map(|direction| outer(direction, relation)));
    }
    let mut at = 0;
    for part in parts {
        match part {
            Part::Known(vectors) => at += vectors.ncols(),
            Part::Span(h, count) => {
                for relation in at..at + count {
                    derivative
                        .extend(h.columns().into_iter().map(|direction| outer(alpha.column(relation), direction)));
                }
                at += count;
            }
        }
    }
    let p = a.nrows();
    let derivative = Array2::from_shape_fn((p * k, derivative.len()), |(i, j)| derivative[j][i]);
    (p * r + k * r - r * r).checked_sub(rank(&derivative))
}

/// A likelihood-ratio test of restrictions, with the restricted estimates.
#[derive(Debug, Clone)]
pub struct RestrictionTest {
    lr: f64,
    df: usize,
    log_likelihood: f64,
    beta: Array2<f64>,
    alpha: Array2<f64>,
    sweeps: usize,
    levels: Vec<String>,
    names: Vec<String>,
    reports: Vec<TestReport>,
}

impl RestrictionTest {
    /// 2 (ln L − ln L restricted).
    pub fn lr(&self) -> f64 {
        self.lr
    }

    /// Its degrees of freedom.
    pub fn df(&self) -> usize {
        self.df
    }

    /// From χ²; `None` if nothing is restricted.
    pub fn p_value(&self) -> Option<f64> {
        (self.df > 0).then(|| crate::dist::chi_squared::sf(self.lr, self.df as f64))
    }

    /// The restricted log-likelihood.
    pub fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// The restricted β, a column for each relation: known ones as given, others with their first non-zero coefficient one.
    pub fn beta(&self) -> &Array2<f64> {
        &self.beta
    }

    /// The restricted α, a column for each column of [`beta`](Self::beta).
    pub fn alpha(&self) -> &Array2<f64> {
        &self.alpha
    }

    /// The test as a report.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The test, then β and α under the restrictions.
    pub fn tables(&self) -> Vec<Table> {
        let estimate = |id: &str, title: &str, names: &[String], values: &Array2<f64>| {
            let mut table = Table::new(id, title).column(Column::text("term", ""));
            for j in 1..=values.ncols() {
                table = table.column(Column::number(format!("relation_{j}"), format!("relation {j}")));
            }
            for (name, row) in names.iter().zip(values.rows()) {
                let cells = row.iter().map(|value| Cell::number(*value, NumberFormat::Significant(4)));
                table.push_row(std::iter::once(Cell::text(name)).chain(cells).collect::<Vec<_>>());
            }
            table
        };
        vec![
            test_table(&self.reports),
            estimate("restricted-beta", "Long-run relations under the restrictions", &self.levels, &self.beta),
            estimate("restricted-alpha", "Loadings under the restrictions", &self.names, &self.alpha),
        ]
    }
}

impl HypothesisTest for RestrictionTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(RestrictionTest => tables);
