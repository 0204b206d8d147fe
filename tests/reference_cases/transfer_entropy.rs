//! Transfer entropy against pyinform, numpy, scipy and statsmodels; where its value is known; its size.

use yalu::causality::transfer_entropy::{Estimator, Surrogates, Symbols};
use yalu::causality::{Geweke, TransferEntropy};
use yalu::resampling::{Rate, Streams};
use yalu::{HypothesisTest, Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn series(fixture: &Fixture, name: &str) -> Series {
    let cells = fixture.text_column(name).iter().filter(|cell| !cell.is_empty());
    let values = cells.map(|cell| cell.parse().expect("a number")).collect();
    Series::new(name, "1959-Q2".parse().expect("a quarter"), values).expect("a series")
}

fn pairs(fixture: &Fixture) -> [[Series; 2]; 2] {
    [["dgdp", "dcons"], ["u", "v"]].map(|pair| pair.map(|name| series(fixture, name)))
}

#[test]
fn symbols_neighbours_and_the_normal_case() {
    let fixture = Fixture::load("transfer_entropy");
    let mut compared = 0;
    let mut compare = |got: Option<f64>, key: &str| {
        if let Some(expected) = fixture.find(key) {
            assert_digits(got.expect("a number"), expected, 9.0, key);
            compared += 1;
        }
    };
    for [x, y] in &pairs(&fixture) {
        for [l, k] in [[1, 1], [1, 2], [2, 1]] {
            let test = TransferEntropy::cause(x).effect(y).lags_of_cause(l).lags_of_effect(k).draws(99);
            let symbols = [("bins2", Symbols::Bins(2)), ("bins3", Symbols::Bins(3)), ("tails", tails())]
                .map(|(name, symbols)| (name.to_owned(), "symbols", Estimator::Symbols(symbols)));
            let neighbours = [1, 4, 10].map(|n| (format!("ksg{n}"), "neighbours", Estimator::Neighbours(n)));
            for (label, convention, estimator) in symbols.into_iter().chain(neighbours) {
                let result = test.clone().estimator(estimator).run().expect("a result");
                for one in result.tests() {
                    let place = format!("{}->{}.l{l}k{k}", one.cause(), one.effect());
                    compare(one.statistic(convention), &format!("{place}.{label}"));
                    if label == "bins2" {
                        compare(one.statistic("gaussian"), &format!("{place}.gaussian"));
                        compare(one.p_value("gaussian"), &format!("{place}.gaussian_p"));
                    }
                }
            }
        }
    }
    // All but the surrogates: two directions of three kinds, mean and standard deviation.
    assert_eq!(compared, fixture.keys().len() - 12);
}

fn tails() -> Symbols {
    Symbols::Quantiles(vec![0.05, 0.95])
}

/// The mean over 4,000 surrogates against that over 6,000 by a second implementation, within four errors of their difference.
#[test]
fn surrogates_have_the_mean_of_a_second_implementation() {
    let fixture = Fixture::load("transfer_entropy");
    let [_, [u, v]] = &pairs(&fixture);
    let kinds =
        [("shuffled", Surrogates::Shuffled), ("markov", Surrogates::Markov), ("stationary", Surrogates::Stationary(7))];
    for (name, surrogates) in kinds {
        let result = TransferEntropy::cause(u).effect(v).surrogates(surrogates).draws(4000).run().expect("a result");
        for one in result.tests() {
            let [value, effective] =
                ["symbols", "symbols-effective"].map(|name| one.statistic(name).expect("a number"));
            let place = format!("{}->{}.{name}", one.cause(), one.effect());
            let [mean, sd] = ["mean", "sd"].map(|of| fixture.expected(&format!("{place}.{of}")));
            let error = sd * (1.0 / 4000.0 + 1.0 / 6000.0_f64).sqrt();
            let gap = value - effective - mean;
            assert!(gap.abs() < 4.0 * error, "{place}: {gap:e}, error {error:e}");
        }
    }
}

/// Of y = c x₋₁ + e with white x and e it is ½ ln(1 + c²), and the other direction nothing.
#[test]
fn neighbours_find_the_value_of_a_normal_system() {
    let n = 600;
    for (c, draw) in [(0.5, 1), (1.0, 2)] {
        let mut stream = Streams::new(21).replication(draw);
        let x: Vec<f64> = (0..n).map(|_| stream.standard_normal()).collect();
        let y = (0..n).map(|t| stream.standard_normal() + if t > 0 { c * x[t - 1] } else { 0.0 }).collect();
        let [x, y] = [("x", x), ("y", y)].map(|(name, v)| Series::new(name, Period::annual(1), v).expect("a series"));
        let test = TransferEntropy::cause(&x).effect(&y).estimator(Estimator::Neighbours(4)).draws(99);
        let result = test.run().expect("a result");
        let truth = 0.5 * (1.0 + c * c).ln();
        for convention in ["neighbours", "gaussian"] {
            let [there, back] = [result.forward(), result.backward()].map(|one| one.statistic(convention).expect("T"));
            assert!((there - truth).abs() < 0.1, "{convention} {c}: {there}, truth {truth}");
            assert!(back.abs() < 0.08, "{convention} {c}: {back}");
        }
        assert_eq!(result.forward().p_value("neighbours"), Some(0.01));
    }
}

/// With as many lags of each, half of Geweke's measure.
#[test]
fn the_normal_case_is_half_of_gewekes_measure() {
    let fixture = Fixture::load("transfer_entropy");
    for [x, y] in &pairs(&fixture) {
        for lags in [1, 3] {
            let ours = TransferEntropy::cause(x).effect(y).lags(lags).draws(99).run().expect("a result");
            let geweke = Geweke::cause(x).effect(y).lags(lags).run().expect("a result");
            let half = ours.forward().statistic("gaussian").expect("T");
            assert_digits(2.0 * half, geweke.forward().measure(), 10.0, "F = 2T");
            assert_digits(
                ours.forward().p_value("gaussian").expect("p"),
                geweke.reports()[0].p().expect("p").value(),
                9.0,
                "likelihood ratio",
            );
        }
    }
}

/// Autoregressions with this coefficient, independent of each other.
fn rejections(draws: u64, n: usize, memory: f64, estimator: &Estimator, surrogates: Surrogates) -> Rate {
    let mut count = 0;
    for draw in 0..draws {
        let mut stream = Streams::new(31).replication(draw);
        let mut path = |name: &str| {
            let mut level = 0.0;
            let mut next = || {
                level = memory * level + stream.standard_normal();
                level
            };
            (0..30).for_each(|_| _ = next());
            Series::new(name, Period::annual(1900), (0..n).map(|_| next()).collect()).expect("a series")
        };
        let (x, y) = (path("x"), path("y"));
        let test = TransferEntropy::cause(&x).effect(&y).estimator(estimator.clone()).surrogates(surrogates);
        let result = test.draws(99).seed(draw).run().expect("a result");
        // With 99 draws p is a multiple of 0.01, and at most 0.05 in 5 % of samples.
        count += usize::from(result.forward().report().p().expect("p").value() <= 0.05 + 1e-12);
    }
    Rate { count, replications: draws as usize }
}

/// By our own simulation: each kind of surrogate keeps the level where its null holds, and near it where the cause has memory.
#[test]
fn a_true_null_is_rejected_about_as_often_as_it_should() {
    let symbols = Estimator::Symbols(Symbols::Bins(3));
    let cases = [
        (200, 0.0, &symbols, Surrogates::Shuffled),
        (200, 0.5, &symbols, Surrogates::Shuffled),
        (200, 0.5, &symbols, Surrogates::Markov),
        (200, 0.5, &symbols, Surrogates::Stationary(0)),
        (200, 0.8, &symbols, Surrogates::Shuffled),
        (200, 0.8, &symbols, Surrogates::Markov),
        (200, 0.8, &symbols, Surrogates::Stationary(0)),
        (40, 0.0, &Estimator::Neighbours(4), Surrogates::Shuffled),
        (40, 0.8, &Estimator::Neighbours(4), Surrogates::Stationary(0)),
    ];
    for (draws, memory, estimator, surrogates) in cases {
        let rate = rejections(draws, 100, memory, estimator, surrogates);
        let error = (0.05 * 0.95 / draws as f64).sqrt();
        assert!((rate.value() - 0.05).abs() < 0.02 + 4.0 * error, "{memory} {estimator} {surrogates}: {rate}");
    }
}
