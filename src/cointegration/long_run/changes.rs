//! The changes of the regressors that dynamic least squares adds, and how many leads and lags of them.

use super::dols::{Dols, Dynamics};
use crate::cointegration::equation::Equation;
use crate::linalg::Reduction;
use crate::regression::Criterion;
use crate::unit_root::input::differences;
use crate::{Error, ErrorKind};

/// The present change of every regressor and this many leads and lags; `None` for no change at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Changes(pub(super) Option<(usize, usize)>);

impl Changes {
    /// The rows for which all of them exist.
    pub(super) fn rows(self, n: usize) -> (usize, usize) {
        self.0.map_or((0, n), |(leads, lags)| (lags.saturating_add(1), n.saturating_sub(leads)))
    }

    /// The observations with which five residual degrees of freedom are left.
    pub(super) fn needed(self, equation: &Equation) -> usize {
        let lost = self.0.map_or(0, |(leads, lags)| {
            let each = leads.saturating_add(lags).saturating_add(1);
            each.saturating_add(each.saturating_mul(equation.x().len()))
        });
        lost.saturating_add(equation.width() + 5)
    }

    /// Lags from the longest to the longest lead; at each, every regressor.
    fn shifts(self) -> impl Iterator<Item = isize> {
        let (leads, lags) = self.0.map_or((-1, 0), |(leads, lags)| (leads as isize, lags as isize));
        -lags..=leads
    }

    /// The columns for observations `from..to`.
    pub(super) fn columns(self, equation: &Equation, from: usize, to: usize) -> Vec<Vec<f64>> {
        let changes: Vec<Vec<f64>> = equation.x().iter().map(|x| differences(x.values())).collect();
        // Entry i of the changes is the change to observation i + 1.
        let column = |change: &[f64], shift: isize| {
            let start = (from - 1).saturating_add_signed(shift);
            change[start..start + (to - from)].to_vec()
        };
        self.shifts().flat_map(|shift| changes.iter().map(move |change| column(change, shift))).collect()
    }

    pub(super) fn names(self, equation: &Equation) -> Vec<String> {
        let name = |x: &str, shift: isize| match shift {
            0 => format!("diff({x})"),
            lag if lag < 0 => format!("lag(diff({x}), {})", -lag),
            lead => format!("lead(diff({x}), {lead})"),
        };
        self.shifts().flat_map(|shift| equation.x().iter().map(move |x| name(x.name(), shift))).collect()
    }

    pub(super) fn in_words(self) -> String {
        self.0.map_or("none".into(), |(leads, lags)| format!("{leads} and {lags}"))
    }
}

impl Dols<'_> {
    /// The changes given or chosen, and who chose.
    pub(super) fn settle(&self, equation: &Equation) -> Result<(Changes, String), Error> {
        match self.dynamics {
            Dynamics::Static => Ok((Changes(None), "user".into())),
            Dynamics::Given { leads, lags } => Ok((Changes(Some((leads, lags))), "user".into())),
            Dynamics::Chosen { criterion, most } => {
                let fits = |most: &usize| Changes(Some((*most, *most))).needed(equation) <= equation.nobs();
                if let Some(asked) = most.filter(|most| !fits(most)) {
                    return Err(Error::new(
                        ErrorKind::Sample,
                        format!(
                            "choosing among 0 to {asked} leads and lags of {} needs {} observations, found {}",
                            equation.in_words(),
                            Changes(Some((asked, asked))).needed(equation),
                            equation.nobs()
                        ),
                    )
                    .remedy("let the rule choose among fewer, or give a longer sample"));
                }
                let usual = (4.0 * (equation.nobs() as f64 / 100.0).powf(0.25)) as usize;
                let most = most.unwrap_or_else(|| (0..=usual).rev().find(fits).unwrap_or(0));
                let chosen = choose(equation, criterion, most);
                Ok((Changes(Some(chosen)), format!("{criterion}, at most {most} of each")))
            }
        }
    }
}

/// The pair (leads, lags) with the smallest criterion; every candidate is a choice of columns of one reduction.
fn choose(equation: &Equation, criterion: Criterion, most: usize) -> (usize, usize) {
    let all = Changes(Some((most, most)));
    let (from, to) = all.rows(equation.nobs());
    if from >= to {
        return (0, 0);
    }
    let mut columns = equation.columns(from, to);
    let (fixed, each) = (columns.len(), equation.x().len());
    columns.extend(all.columns(equation, from, to));
    let target = columns.len();
    columns.push(equation.y().values()[from..to].to_vec());
    let reduction = Reduction::of_columns(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let rows = (to - from) as f64;
    let value = |leads: usize, lags: usize| {
        let used: Vec<usize> =
            (0..fixed).chain(fixed + (most - lags) * each..fixed + (most + 1 + leads) * each).chain([target]).collect();
        let k = used.len() - 1;
        let rss = reduction.select(&used).tail_square(k, k);
        rows * (rss / rows).ln() + criterion.price(rows) * k as f64
    };
    let pairs = (0..=most).flat_map(|lags| (0..=most).map(move |leads| (leads, lags)));
    let best = pairs.map(|(leads, lags)| (value(leads, lags), (leads, lags))).min_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or((0, 0), |(_, pair)| pair)
}
