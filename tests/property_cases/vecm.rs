//! Error-correction models: what no normalisation, unit or order may change.

use proptest::prelude::*;
use yalu::resampling::Streams;
use yalu::var::{Impulse, Var};
use yalu::vecm::{Case, Divisor, ErrorCorrection, ErrorCorrectionModel};
use yalu::{Outcome, Period, Series, TestReport};

fn start() -> Period {
    "1980Q1".parse().expect("a quarter")
}

/// Two series that follow a common random walk and one of their own.
fn system(seed: u64) -> [Vec<f64>; 3] {
    let mut stream = Streams::new(seed).replication(0);
    let (mut x, mut y, mut z) = (vec![0.0], vec![0.0], vec![0.0]);
    for t in 0..90 {
        let gap: f64 = y[t] - 0.8 * x[t];
        x.push(x[t] + stream.standard_normal());
        y.push(y[t] - 0.4 * gap + 0.5 * stream.standard_normal());
        z.push(z[t] + 0.1 * gap + stream.standard_normal());
    }
    [y, x, z]
}

fn named([y, x, z]: [Vec<f64>; 3]) -> [Series; 3] {
    [("y", y), ("x", x), ("z", z)].map(|(name, values)| Series::new(name, start(), values).expect(name))
}

fn run(series: &[&Series], case: Case, lags: usize, rank: usize) -> ErrorCorrectionModel {
    ErrorCorrection::of(series).case(case).lags(lags).rank(rank).run().expect("a model")
}

fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs()))
}

fn statistic(report: &TestReport) -> f64 {
    match &report.outcome {
        Outcome::Computed { statistic, .. } => *statistic,
        Outcome::NotApplicable { because } => panic!("{because}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// With as many relations as series nothing is restricted: the autoregression of the levels, its errors too.
    #[test]
    fn a_full_rank_is_the_autoregression_of_the_levels(seed in 0u64..1000, lags in 1usize..4, seasonal: bool, trend: bool) {
        let series = named(system(seed));
        let all: Vec<&Series> = series.iter().collect();
        let case = if trend { Case::UnrestrictedTrend } else { Case::UnrestrictedConstant };
        let (mut vecm, mut var) = (ErrorCorrection::of(&all).case(case).lags(lags).rank(3), Var::of(&all).lags(lags));
        if seasonal {
            (vecm, var) = (vecm.seasonal(), var.seasonal());
        }
        if trend {
            var = var.trend();
        }
        let (vecm, var) = (vecm.run().expect("a model"), var.run().expect("a model"));
        prop_assert_eq!(vecm.level_terms(), var.terms());
        prop_assert_eq!(vecm.df_resid(), var.df_resid());
        for (a, b) in vecm.level_coefficients().iter().zip(var.coefficients()) {
            prop_assert!(near(*a, *b, 1e-8), "{a} {b}");
        }
        for (a, b) in vecm.level_std_errors().iter().zip(&var.std_errors()) {
            prop_assert!(near(*a, *b, 1e-8), "{a} {b}");
        }
        let (ours, theirs) =
            (vecm.responses(Impulse::Generalised, 6).expect("responses"), var.responses(Impulse::Generalised, 6).expect("responses"));
        for (a, b) in ours.std_errors().iter().flatten().zip(theirs.std_errors().iter().flatten()) {
            prop_assert!(near(*a, *b, 1e-7), "{a} {b}");
        }
        for (a, b) in vecm.roots().iter().zip(var.roots()) {
            prop_assert!(near(a.modulus(), b.modulus(), 1e-7));
        }
        let (a, b) = (vecm.forecast(4, 0.9).expect("a forecast"), var.forecast(4, 0.9).expect("a forecast"));
        for (a, b) in a.points().iter().zip(b.points()) {
            prop_assert!(near(a.estimate, b.estimate, 1e-8) && near(a.std_error, b.std_error, 1e-8));
        }
        prop_assert!(near(vecm.log_likelihood(), var.log_likelihood(), 1e-9));
    }

    /// The order of the series changes the normalisation of β, and neither αβ' nor what follows from it.
    #[test]
    fn the_normalisation_is_a_name(seed in 0u64..1000, rank in 1usize..3, restricted: bool) {
        let [y, x, z] = named(system(seed));
        let case = if restricted { Case::RestrictedTrend } else { Case::UnrestrictedConstant };
        let (one, other) = (run(&[&y, &x, &z], case, 2, rank), run(&[&z, &y, &x], case, 2, rank));
        let places = [1, 2, 0];
        for (a, b) in one.lag_matrices().iter().zip(&other.lag_matrices()) {
            for i in 0..3 {
                for j in 0..3 {
                    prop_assert!(near(a[[i, j]], b[[places[i], places[j]]], 1e-7));
                }
            }
        }
        let (ours, theirs) =
            (one.responses(Impulse::Generalised, 5).expect("responses"), other.responses(Impulse::Generalised, 5).expect("responses"));
        for h in 0..=5 {
            for i in 0..3 {
                for j in 0..3 {
                    let (a, b) = (ours.std_errors()[h][[i, j]], theirs.std_errors()[h][[places[i], places[j]]]);
                    prop_assert!(near(a, b, 1e-7), "{a} {b}");
                }
            }
        }
        let (ours, theirs) = (one.causality("x", "y").expect("tests"), other.causality("x", "y").expect("tests"));
        for (a, b) in ours.reports().zip(theirs.reports()) {
            prop_assert_eq!(&a.null, &b.null);
            prop_assert!(near(statistic(a), statistic(b), 1e-6), "{}: {} {}", a.test, statistic(a), statistic(b));
        }
        prop_assert!(near(one.log_likelihood(), other.log_likelihood(), 1e-9));
        // Given what was estimated, the rest is the same.
        let given = (0..rank).fold(ErrorCorrection::of(&[&y, &x, &z]).case(case).lags(2), |given, j| {
            let names = one.johansen().level_names();
            given.relation(names.into_iter().zip(one.beta().column(j).to_vec()).collect::<Vec<_>>())
        });
        let given = given.run().expect("a model");
        prop_assert!(near(given.log_likelihood(), one.log_likelihood(), 1e-9));
        for (a, b) in given.alpha().iter().zip(&one.alpha()) {
            prop_assert!(near(*a, *b, 1e-7));
        }
    }

    /// Units scale coefficients and leave every test, root and share.
    #[test]
    fn units_do_not_matter(seed in 0u64..1000, power in -6i32..7) {
        let factor = 10f64.powi(power);
        let [y, x, z] = system(seed);
        let scaled = named([y.iter().map(|v| v * factor).collect(), x.clone(), z.clone()]);
        let plain = named([y, x, z]);
        let of = |series: &[Series; 3]| run(&series.iter().collect::<Vec<_>>(), Case::RestrictedConstant, 3, 1);
        let (a, b) = (of(&plain), of(&scaled));
        for (a, b) in a.causality("x", "y").expect("tests").reports().zip(b.causality("x", "y").expect("tests").reports()) {
            prop_assert!(near(statistic(a), statistic(b), 1e-6), "{}", a.test);
        }
        for (a, b) in a.roots().iter().zip(b.roots()) {
            prop_assert!(near(a.modulus(), b.modulus(), 1e-5), "{:?} {:?}", a, b);
        }
        let shares = |model: &ErrorCorrectionModel| model.variance_decomposition(6).expect("shares");
        for (a, b) in shares(&a).iter().zip(&shares(&b)) {
            prop_assert!(near(a.share, b.share, 1e-6));
        }
        let t = |model: &ErrorCorrectionModel| -> Vec<f64> {
            model.tidy(Divisor::DegreesOfFreedom).iter().map(|row| row.statistic).collect()
        };
        for (a, b) in t(&a).iter().zip(&t(&b)) {
            prop_assert!(near(*a, *b, 1e-6));
        }
    }

    /// Responses settle where Granger's representation says, K − r roots are one, and shares add up to one.
    #[test]
    fn responses_settle_at_the_long_run_impact(seed in 0u64..1000, rank in 1usize..4) {
        let series = named(system(seed));
        let model = run(&series.iter().collect::<Vec<_>>(), Case::RestrictedConstant, 2, rank);
        prop_assert_eq!(model.roots().iter().filter(|root| root.re == 1.0 && root.im == 0.0).count(), 3 - rank);
        if model.is_stable() && model.roots().iter().all(|root| root.modulus() == 1.0 || root.modulus() < 0.95) {
            let (far, impact) = (model.moving_average(600), model.long_run_impact().expect("an impact"));
            for (a, b) in far[600].iter().zip(&impact) {
                prop_assert!(near(*a, *b, 1e-8), "{a} {b}");
            }
        }
        for row in model.variance_decomposition(5).expect("shares").chunks(3) {
            prop_assert!(near(row.iter().map(|one| one.share).sum(), 1.0, 1e-12));
        }
    }
}

/// Two series, one relation: strong exogeneity and no causality in levels are one hypothesis.
#[test]
fn two_series_with_one_relation_have_one_joint_test() {
    let [y, x, _] = named(system(3));
    let both = run(&[&y, &x], Case::UnrestrictedConstant, 3, 1).causality("x", "y").expect("tests");
    for (a, b) in both.forward().joint().iter().zip(both.forward().granger()) {
        assert!(near(statistic(a), statistic(b), 1e-9));
    }
}
