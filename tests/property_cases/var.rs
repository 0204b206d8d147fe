//! Identities of vector autoregressions.

use proptest::prelude::*;
use yalu::regression::Ols;
use yalu::var::{Divisor, Elimination, Estimator, Impulse, Var, VarResult};
use yalu::{Design, HypothesisTest, Outcome, Period, Series};

/// Three quarterly series that depend on one another's past, and a shape of the model.
fn system() -> impl Strategy<Value = (Vec<Vec<f64>>, usize)> {
    let shocks = (50_usize..80).prop_flat_map(|n| prop::collection::vec(prop::collection::vec(-1.0..1.0_f64, n), 3));
    (shocks, 1_usize..4).prop_map(|(shocks, lags)| {
        let n = shocks[0].len();
        let mut x = vec![vec![0.0; n]; 3];
        for t in 0..n {
            let before = |i: usize| if t == 0 { 0.0 } else { x[i][t - 1] };
            let next = [
                0.4 * before(0) - 0.2 * before(2) + shocks[0][t],
                0.3 * before(0) + 0.3 * before(1) + shocks[1][t] + 0.5 * shocks[0][t],
                0.5 * before(2) + shocks[2][t] - 0.3 * shocks[1][t],
            ];
            (0..3).for_each(|i| x[i][t] = next[i]);
        }
        (x, lags)
    })
}

fn series(columns: &[Vec<f64>]) -> Vec<Series> {
    let start: Period = "1980-Q2".parse().unwrap();
    let named = |(i, values): (usize, &Vec<f64>)| Series::new(["x", "y", "z"][i], start, values.clone()).unwrap();
    columns.iter().enumerate().map(named).collect()
}

fn var(series: &[Series]) -> Var<'_> {
    Var::of(&series.iter().collect::<Vec<_>>())
}

fn close(a: f64, b: f64, rtol: f64) -> bool {
    (a - b).abs() <= rtol * a.abs().max(b.abs()) + 1e-12
}

fn same(a: &yalu::ndarray::Array2<f64>, b: &yalu::ndarray::Array2<f64>, rtol: f64) -> bool {
    a.dim() == b.dim() && a.iter().zip(b).all(|(a, b)| close(*a, *b, rtol))
}

fn statistics(model: &VarResult) -> Vec<f64> {
    let serial = model.serial_correlation(5).unwrap();
    let reports = [serial.reports(), model.normality().reports(), model.arch(1).unwrap().reports()].concat();
    reports.iter().filter_map(|report| report.statistic()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_equation_is_least_squares_of_the_same_design((x, lags) in system()) {
        let all = series(&x);
        let model = var(&all).lags(lags).trend().seasonal().run().unwrap();
        for (i, one) in all.iter().enumerate() {
            let mut design = Design::of(one).constant().trend().seasonal();
            for lag in 1..=lags {
                for other in &all {
                    design = design.lags(other, lag..=lag);
                }
            }
            let fit = Ols::fit(&design.build().unwrap()).unwrap();
            for (row, ours) in fit.tidy().iter().zip(model.tidy().iter().filter(|row| row.equation == one.name())) {
                prop_assert_eq!(&row.term, &ours.term);
                prop_assert!(close(row.estimate, ours.estimate, 1e-8) && close(row.std_error, ours.std_error, 1e-8));
                prop_assert!(close(row.p_value, ours.p_value, 1e-7) && close(row.conf_low, ours.conf_low, 1e-7));
            }
            prop_assert!(close(fit.glance().r2, model.r_squared()[i], 1e-8));
        }
    }

    #[test]
    fn shares_add_up_and_the_first_response_is_the_root_of_sigma((x, lags) in system()) {
        let all = series(&x);
        let model = var(&all).lags(lags).zero("x", "z").run().unwrap();
        for horizon in 1..=6 {
            for name in ["x", "y", "z"] {
                let shares = model.variance_decomposition(6).unwrap();
                let own = shares.iter().filter(|one| one.response == name && one.horizon == horizon);
                let sum: f64 = own.map(|one| one.share).sum();
                prop_assert!(close(sum, 1.0, 1e-12));
            }
        }
        let orthogonal = model.responses(Impulse::Orthogonal, 3).unwrap();
        let root = &orthogonal.estimates()[0];
        prop_assert!(root[[0, 1]] == 0.0 && root[[0, 2]] == 0.0 && root[[1, 2]] == 0.0);
        prop_assert!(same(&root.dot(&root.t()), &model.sigma(Divisor::DegreesOfFreedom), 1e-12));
        // The first of the orthogonal shocks is the generalised one of its series.
        let generalised = model.responses(Impulse::Generalised, 3).unwrap();
        for h in 0..=3 {
            for a in 0..3 {
                let at = [a, 0];
                prop_assert!(close(orthogonal.estimates()[h][at], generalised.estimates()[h][at], 1e-10));
                prop_assert!(close(orthogonal.std_errors()[h][at], generalised.std_errors()[h][at], 1e-8));
            }
        }
    }

    /// Another order of the series moves rows and columns; only what hangs on Cholesky's root changes.
    #[test]
    fn the_order_of_the_series_permutes((x, lags) in system()) {
        let all = series(&x);
        let turned = vec![all[2].clone(), all[0].clone(), all[1].clone()];
        let zeros = |var: Var<'_>| -> VarResult {
            var.lags(lags).zero("y", "lag(z, 1)").zero("z", "(Intercept)").run().unwrap()
        };
        let (one, other) = (zeros(var(&all)), zeros(var(&turned)));
        let place = [1, 2, 0];
        for row in one.tidy() {
            let same = other.coefficient(&row.equation, &row.term).unwrap();
            prop_assert!(close(row.estimate, same.estimate, 1e-8) && close(row.std_error, same.std_error, 1e-8));
        }
        prop_assert!(close(one.log_likelihood(), other.log_likelihood(), 1e-10));
        for impulse in [Impulse::Unit, Impulse::Generalised] {
            let (a, b) = (one.responses(impulse, 4).unwrap(), other.responses(impulse, 4).unwrap());
            for i in 0..3 {
                for j in 0..3 {
                    prop_assert!(close(a.estimates()[4][[i, j]], b.estimates()[4][[place[i], place[j]]], 1e-7));
                    prop_assert!(close(a.std_errors()[4][[i, j]], b.std_errors()[4][[place[i], place[j]]], 1e-6));
                }
            }
        }
        let lr = |model: &VarResult| model.restriction_test().unwrap().report().statistic().unwrap();
        prop_assert!(close(lr(&one), lr(&other), 1e-5), "{} {}", lr(&one), lr(&other));
    }

    #[test]
    fn units_change_no_statistic((x, lags) in system(), e in -9_i32..10) {
        let scale = 10.0_f64.powi(e);
        let mut scaled = x.clone();
        scaled[1].iter_mut().for_each(|value| *value *= scale);
        let (all, other) = (series(&x), series(&scaled));
        for by in [Estimator::Ols, Estimator::Gls, Estimator::Iterated] {
            let fit = |all: &[Series]| var(all).lags(lags).zero("x", "y").zero("y", "lag(z, 1)").estimator(by).run().unwrap();
            let (a, b) = (fit(&all), fit(&other));
            for (a, b) in a.tidy().iter().zip(&b.tidy()) {
                prop_assert!(close(a.statistic, b.statistic, 1e-6), "{:?} {:?}", a, b);
            }
            for (a, b) in statistics(&a).iter().zip(&statistics(&b)) {
                prop_assert!(close(*a, *b, 1e-6), "{} {}", a, b);
            }
            let tests = |model: &VarResult| -> Vec<f64> {
                model.restriction_test().unwrap().reports().iter().filter_map(|one| one.statistic()).collect()
            };
            for (a, b) in tests(&a).iter().zip(&tests(&b)) {
                prop_assert!((a - b).abs() <= 1e-6 * a.abs() + 1e-7, "{} {}", a, b);
            }
        }
        let rule = |all: &[Series]| -> Vec<(String, String)> {
            let model = var(all).lags(lags).eliminate(Elimination::below_t(1.5)).run().unwrap();
            model.eliminated().iter().map(|one| (one.equation.clone(), one.term.clone())).collect()
        };
        prop_assert_eq!(rule(&all), rule(&other));
    }

    /// A rule that takes nothing out leaves the model as it was, by every estimator.
    #[test]
    fn no_restriction_is_no_restriction((x, lags) in system()) {
        let all = series(&x);
        let free = var(&all).lags(lags).run().unwrap();
        for by in [Estimator::Ols, Estimator::Gls, Estimator::Iterated] {
            let same_model = var(&all).lags(lags).eliminate(Elimination::below_t(0.0)).estimator(by).run().unwrap();
            prop_assert!(same(free.coefficients(), same_model.coefficients(), 1e-8));
            prop_assert!(same(&free.std_errors(), &same_model.std_errors(), 1e-8));
            let divisor = Divisor::DegreesOfFreedom;
            prop_assert!(same(
                &free.coefficient_covariance(divisor).unwrap(),
                &same_model.coefficient_covariance(divisor).unwrap(),
                1e-6
            ));
            for impulse in [Impulse::Unit, Impulse::Orthogonal] {
                let (a, b) = (free.responses(impulse, 4).unwrap(), same_model.responses(impulse, 4).unwrap());
                prop_assert!(same(&a.std_errors()[4], &b.std_errors()[4], 1e-7));
            }
            let lm = |model: &VarResult| {
                let test = model.serial_correlation(2).unwrap();
                test.reports().iter().find(|one| one.convention == "lm").and_then(|one| one.statistic()).unwrap()
            };
            prop_assert!(close(lm(&free), lm(&same_model), 1e-6));
            prop_assert!(same_model.restriction_test().is_err());
        }
    }

    /// Restrictions lower the likelihood; iterated estimates are where it is highest; Wald and LR have one order for one zero.
    #[test]
    fn likelihoods_are_in_order((x, lags) in system()) {
        let all = series(&x);
        let of = |by| var(&all).lags(lags).zero("x", "y").zero("z", "lag(x, 1)").estimator(by).run().unwrap();
        let [ols, gls, iterated] = [Estimator::Ols, Estimator::Gls, Estimator::Iterated].map(of);
        let free = var(&all).lags(lags).run().unwrap();
        let slack = 1e-9;
        prop_assert!(free.log_likelihood() >= iterated.log_likelihood() - slack);
        prop_assert!(iterated.log_likelihood() >= gls.log_likelihood() - slack);
        prop_assert!(iterated.log_likelihood() >= ols.log_likelihood() - slack);
        let test = iterated.restriction_test().unwrap();
        let gain = 2.0 * (free.log_likelihood() - iterated.log_likelihood());
        prop_assert!((test.report().statistic().unwrap() - gain).abs() < 1e-7 * (1.0 + gain));
        let by = |name: &str| test.reports().iter().find(|one| one.convention == name).and_then(|one| one.statistic()).unwrap();
        // Berndt and Savin (1977).
        prop_assert!(by("wald-ml") >= by("lr") - 1e-7);
        let Outcome::Computed { distribution, .. } = test.report().outcome else { panic!("no number") };
        prop_assert_eq!(distribution.df(), vec![(lags + 1) as f64]);
    }

    /// A lag left out of every equation is the same as its zeros one by one.
    #[test]
    fn a_subset_of_lags_is_its_zeros((x, _) in system()) {
        let all = series(&x);
        let subset = var(&all).lag_subset(&[1, 3]).run().unwrap();
        let mut zeros = var(&all).lags(3).estimator(Estimator::Gls);
        for equation in ["x", "y", "z"] {
            for series in ["x", "y", "z"] {
                zeros = zeros.zero(equation, format!("lag({series}, 2)"));
            }
        }
        let zeros = zeros.run().unwrap();
        for row in subset.tidy() {
            let same = zeros.coefficient(&row.equation, &row.term).unwrap();
            prop_assert!(close(row.estimate, same.estimate, 1e-7) && close(row.std_error, same.std_error, 1e-7));
        }
        prop_assert!(subset.lag_matrices()[1].iter().all(|value| *value == 0.0));
        prop_assert!(close(subset.log_likelihood(), zeros.log_likelihood(), 1e-10));
        let errors = |model: &VarResult| model.responses(Impulse::Orthogonal, 5).unwrap().std_errors()[5].clone();
        prop_assert!(same(&errors(&subset), &errors(&zeros), 1e-6));
        let lr = |model: &VarResult| model.restriction_test().unwrap().report().statistic().unwrap();
        prop_assert!(close(lr(&subset), lr(&zeros), 1e-6));
        prop_assert!(close(subset.roots()[0].modulus(), zeros.roots()[0].modulus(), 1e-6));
    }

    /// Centring the dummies moves their means into the constant, and nothing else.
    #[test]
    fn centred_seasons_change_the_constant_only((x, lags) in system()) {
        let all = series(&x);
        let (plain, centred) =
            (var(&all).lags(lags).seasonal().run().unwrap(), var(&all).lags(lags).centred_seasonal().run().unwrap());
        for i in 0..3 {
            let (a, b) = (plain.coefficients().column(i).to_vec(), centred.coefficients().column(i).to_vec());
            prop_assert!(a[1..].iter().zip(&b[1..]).all(|(a, b)| close(*a, *b, 1e-7)));
            prop_assert!(close(a[0] + a[1..4].iter().sum::<f64>() / 4.0, b[0], 1e-7));
        }
        prop_assert!(close(plain.log_likelihood(), centred.log_likelihood(), 1e-10));
        let point = |model: &VarResult| model.forecast(5, 0.9).unwrap().points().last().unwrap().clone();
        prop_assert!(close(point(&plain).estimate, point(&centred).estimate, 1e-7));
        prop_assert!(close(point(&plain).std_error, point(&centred).std_error, 1e-9));
    }
}
