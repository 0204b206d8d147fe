//! Every pair from one triangle.

use super::super::aligned::Aligned;
use super::super::lag_reduction::{LagComparison, LagReduction, Layout};
use super::super::spec::{Spec, slices};
use crate::Error;
use crate::linalg::{PivotedQr, Reduction, inverse_upper, solve_upper};
use crate::regression::refuse_collinear;

/// The rows of all series in one triangle: fixed terms; all lags of the given series; the further lags of the others; their
/// first p lags, series by series; the series themselves.
pub(super) struct Whole {
    reduction: Reduction,
    names: Vec<String>,
    constants: Vec<Option<f64>>,
    fixed: usize,
    given: usize,
    series: usize,
    lags: usize,
    extra: usize,
    rows: usize,
}

impl Whole {
    pub fn new(spec: &Spec<'_>, aligned: &Aligned, series: usize, lags: usize) -> Result<Self, Error> {
        let depth = lags + spec.extra;
        let fixed = spec.fixed(aligned, depth)?;
        let values = aligned.values();
        let (length, given) = (aligned.len(), aligned.series.len() - series);
        let of = |numbers: std::ops::Range<usize>, lags: std::ops::RangeInclusive<usize>| {
            numbers.flat_map(move |number| lags.clone().map(move |lag| (number, lag)))
        };
        let lagged: Vec<(usize, usize)> = of(series..series + given, 1..=depth)
            .chain(of(0..series, lags + 1..=depth))
            .chain(of(0..series, 1..=lags))
            .collect();
        let columns = lagged.iter().map(|&(number, lag)| &values[number][depth - lag..length - lag]);
        let responses = values[..series].iter().map(|values| &values[depth..]);
        let all: Vec<&[f64]> = slices(&fixed).into_iter().chain(columns).chain(responses).collect();
        let constants = all.iter().map(|column| {
            let first = column.first().copied();
            first.filter(|first| column.iter().all(|value| value == first))
        });
        let name = |&(number, lag): &(usize, usize)| format!("lag({}, {lag})", aligned.series[number].name());
        Ok(Self {
            constants: constants.collect(),
            reduction: Reduction::of_columns(&all),
            names: fixed.iter().map(|(name, _)| name.clone()).chain(lagged.iter().map(name)).collect(),
            fixed: fixed.len(),
            given,
            series,
            lags,
            extra: spec.extra,
            rows: length - depth,
        })
    }

    /// Where the lags of a series that are tested begin.
    fn tested(&self, series: usize) -> usize {
        self.fixed + self.given * (self.lags + self.extra) + self.series * self.extra + series * self.lags
    }

    fn further(&self, series: usize) -> usize {
        self.fixed + self.given * (self.lags + self.extra) + series * self.extra
    }

    fn regressors(&self) -> usize {
        self.tested(self.series)
    }

    /// Every pair (cause, effect) given all others.
    ///
    /// With R the triangle of the regressors and b the coefficients of one cause's lags in one equation, what they explain is
    /// b'(GG')⁻¹b, G the rows of R⁻¹ for these lags: one inverse serves all pairs.
    pub fn given_others(&self) -> Result<Vec<(usize, usize, LagComparison)>, Error> {
        let (k, size) = (self.regressors(), self.reduction.columns());
        refuse_collinear(&self.reduction, k, |j| self.names[j].clone(), |j| self.constants[j])?;
        let inverse = inverse_upper(self.reduction.triangle(), size, k);
        let coefficients: Vec<Vec<f64>> = (0..self.series)
            .map(|effect| {
                let mut weights = self.reduction.column(k + effect)[..k].to_vec();
                solve_upper(self.reduction.triangle(), size, &mut weights);
                weights
            })
            .collect();
        let mut pairs = Vec::with_capacity(self.series * (self.series - 1));
        for cause in 0..self.series {
            let first = self.tested(cause);
            // Row `first` + l of R⁻¹ begins at its diagonal: what stands before is zero.
            let rows = k - first;
            let block: Vec<f64> = (first..first + self.lags)
                .flat_map(|i| (first..k).map(move |j| (i, j)))
                .map(|(i, j)| inverse[j * k + i])
                .collect();
            let qr = PivotedQr::new(block, rows, self.lags);
            for effect in (0..self.series).filter(|effect| *effect != cause) {
                let explained = qr.inverse_quadratic_form(&coefficients[effect][first..first + self.lags]);
                let unrestricted = self.reduction.tail_square(k + effect, k);
                // The responses before this one stand between: rows k … of its column are all residual.
                let total = self.reduction.tail_square(k + effect, 0);
                pairs.push((
                    cause,
                    effect,
                    LagComparison::new(self.lags, self.rows, k, explained, unrestricted, total),
                ));
            }
        }
        Ok(pairs)
    }

    /// Every pair with these two series alone.
    pub fn pairwise(&self) -> Result<Vec<(usize, usize, LagComparison)>, Error> {
        let k = self.regressors();
        let layout = Layout { deterministic: self.fixed, given: self.given, lags: self.lags, extra: self.extra };
        let kept = self.fixed + self.given * (self.lags + self.extra);
        let mut pairs = Vec::with_capacity(self.series * (self.series - 1));
        for i in 0..self.series {
            for j in i + 1..self.series {
                let further = [i, j].into_iter().flat_map(|s| self.further(s)..self.further(s) + self.extra);
                let tested = [i, j].into_iter().flat_map(|s| self.tested(s)..self.tested(s) + self.lags);
                let order: Vec<usize> = (0..kept).chain(further).chain(tested).chain([k + i, k + j]).collect();
                let pair = LagReduction::of_reduction(layout, self.rows, self.reduction.select(&order));
                refuse_collinear(
                    pair.reduction(),
                    layout.regressors(),
                    |column| self.names[order[column]].clone(),
                    |column| self.constants[order[column]],
                )?;
                let [there, back] = pair.both_ways();
                pairs.extend([(i, j, there), (j, i, back)]);
            }
        }
        pairs.sort_by_key(|(cause, effect, _)| (*cause, *effect));
        Ok(pairs)
    }
}
