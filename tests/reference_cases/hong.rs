//! Hong's and Haugh's tests against a second implementation in numpy and statsmodels; their size.

use yalu::causality::Hong;
use yalu::causality::hong::LagKernel;
use yalu::resampling::{Rate, Streams};
use yalu::{HypothesisTest, Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits};

const KERNELS: [(&str, LagKernel); 5] = [
    ("truncated", LagKernel::Truncated),
    ("bartlett", LagKernel::Bartlett),
    ("parzen", LagKernel::Parzen),
    ("qs", LagKernel::QuadraticSpectral),
    ("daniell", LagKernel::Daniell),
];

#[test]
fn growth_of_output_and_consumption() {
    let fixture = Fixture::load("hong_macrodata");
    let [x, y] = ["dgdp", "dcons"]
        .map(|name| Series::new(name, "1959-Q2".parse().expect("a quarter"), fixture.column(name)).expect("a series"));
    let mut compared = 0;
    for lags in [0, 1, 4] {
        for (name, kernel) in KERNELS {
            for bandwidth in [3.0, 8.0, 10.5] {
                let test = Hong::cause(&x).effect(&y).lags(lags).kernel(kernel).bandwidth(bandwidth);
                let result = test.run().expect("a result");
                let ways: [(&str, &[TestReport]); 3] = [
                    ("dgdp->dcons", result.forward().reports()),
                    ("dcons->dgdp", result.backward().reports()),
                    ("both", result.joint()),
                ];
                for (way, reports) in ways {
                    for report in reports {
                        let key = format!("ar{lags}.{name}.M{bandwidth}.{way}.{}", report.convention);
                        assert_digits(report.statistic().expect("a number"), fixture.expected(&key), 9.0, &key);
                        let (p, key) = (report.p().expect("a number").value(), format!("{key}_p"));
                        assert_digits(p, fixture.expected(&key), 9.0, &key);
                        compared += 2;
                    }
                }
            }
        }
    }
    assert_eq!(compared, fixture.keys().len());
}

/// Independent autoregressions with coefficient one half, n = 100, by our own simulation: Q rejects somewhat more often than
/// it should, Haugh's statistics about as often.
#[test]
fn a_true_null_is_rejected_about_as_often_as_it_should() {
    let draws = 1500;
    let mut counts = [0; 4];
    for draw in 0..draws {
        let mut stream = Streams::new(8).replication(draw);
        let mut path = |name: &str| {
            let mut level = 0.0;
            let values = (0..100).map(|_| {
                level = 0.5 * level + stream.standard_normal();
                level
            });
            Series::new(name, Period::annual(1900), values.collect()).expect("a series")
        };
        let (x, y) = (path("x"), path("y"));
        let result = Hong::cause(&x).effect(&y).run().expect("a result");
        let one_way = result.forward();
        let verdicts = [
            one_way.report().rejects(0.05),
            one_way.convention("haugh").and_then(|report| report.rejects(0.05)),
            one_way.convention("haugh-adjusted").and_then(|report| report.rejects(0.05)),
            result.joint()[0].rejects(0.05),
        ];
        counts.iter_mut().zip(verdicts).for_each(|(count, rejects)| *count += usize::from(rejects.expect("a verdict")));
    }
    let error = (0.05 * 0.95 / draws as f64).sqrt();
    let bounds = [(0.05, 0.09), (0.03, 0.06), (0.04, 0.06), (0.05, 0.09)];
    for (count, (low, high)) in counts.into_iter().zip(bounds) {
        let rate = Rate { count, replications: draws as usize };
        assert!(rate.value() > low - 4.0 * error && rate.value() < high + 4.0 * error, "{rate}: {low} to {high}");
    }
}
