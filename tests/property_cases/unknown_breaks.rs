//! Identities of the searches for breaks at dates that are not known.

use proptest::prelude::*;
use yalu::breaks::bai_perron::Intervals;
use yalu::breaks::sup_f::{BreakErrors, BreakStatistic};
use yalu::breaks::{BaiPerron, RegimeErrors, SupF};
use yalu::regression::{Covariance, Ols};
use yalu::resampling::Streams;
use yalu::{Design, Period, Series};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1900), values).unwrap()
}

/// y on a constant, x and z, and these three as numbers.
fn three() -> impl Strategy<Value = [Vec<f64>; 3]> {
    (30_usize..70).prop_flat_map(|n| {
        let distinct = |values: &Vec<f64>| values.windows(2).filter(|two| two[0] != two[1]).count() > values.len() / 2;
        let column = || prop::collection::vec(-10.0..10.0_f64, n).prop_filter("it varies", distinct);
        [column(), column(), column()]
    })
}

fn design(y: &[f64], regressors: &[(&str, Vec<f64>)]) -> Design {
    let regressors: Vec<Series> = regressors.iter().map(|(name, values)| series(name, values.clone())).collect();
    let y = series("y", y.to_vec());
    regressors.iter().fold(Design::of(&y).constant(), |design, x| design.regressor(x)).build().unwrap()
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()) + 1e-10
}

const ERRORS: [RegimeErrors; 4] = [
    RegimeErrors::OneVariance,
    RegimeErrors::VarianceByRegime,
    RegimeErrors::Heteroskedastic,
    RegimeErrors::BaiPerron { prewhiten: true },
];

fn statistics(found: &yalu::breaks::bai_perron::BaiPerronResult) -> Vec<Option<f64>> {
    found.reports().iter().map(yalu::TestReport::statistic).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_largest_f_is_at_the_one_break_of_least_squares([y, x, _z] in three()) {
        let design = design(&y, &[("x", x)]);
        let largest = SupF::of(&design).run().unwrap();
        let found = BaiPerron::of(&design).run().unwrap();
        prop_assert_eq!(found.partition(1).unwrap().rows_before(), &[largest.rows_before()]);
        prop_assert!(close(found.sup_f(1).unwrap().statistic().unwrap(), largest.scaled(), 1e-8));
        // The same with one coefficient held fixed.
        let largest = SupF::of(&design).changing(["x"]).run().unwrap();
        let found = BaiPerron::of(&design).changing(["x"]).breaks(1).run().unwrap();
        if found.shortest_regime() == BaiPerron::of(&design).run().unwrap().shortest_regime() {
            prop_assert_eq!(found.partition(1).unwrap().rows_before(), &[largest.rows_before()]);
            prop_assert!(close(found.sup_f(1).unwrap().statistic().unwrap(), largest.scaled(), 1e-8));
        }
    }

    #[test]
    fn one_break_more_is_the_largest_search_within_regimes([y, x, _z] in three()) {
        let design = design(&y, &[("x", x)]);
        let found = BaiPerron::of(&design).breaks(2).run().unwrap();
        let (date, shortest) = (found.partition(1).unwrap().rows_before()[0], found.shortest_regime());
        let within: Vec<f64> = [0..date, date..y.len()]
            .into_iter()
            .filter(|rows| rows.len() >= 2 * shortest)
            .map(|rows| {
                // Just below one half, and no less: of twice the shortest regime the one date is in the middle.
                let trim = (shortest as f64 / rows.len() as f64).min(0.5 - 1e-11);
                SupF::of(&design.rows(rows).unwrap()).trim(trim).min_df(1).run().unwrap().scaled()
            })
            .collect();
        let largest = within.into_iter().fold(f64::NEG_INFINITY, f64::max);
        if let Some(statistic) = found.one_more(1).and_then(yalu::TestReport::statistic) {
            prop_assert!(close(statistic, largest, 1e-8), "{} {}", statistic, largest);
        }
    }

    #[test]
    fn no_other_dates_leave_less([y, x, _z] in three(), share in 0.0..1.0_f64, second in 0.0..1.0_f64) {
        let design = design(&y, &[("x", x)]);
        let found = BaiPerron::of(&design).run().unwrap();
        let (n, h) = (y.len(), found.shortest_regime());
        let first = h + (share * (n - 3 * h) as f64) as usize;
        let last = first + h + (second * (n - 2 * h - first) as f64) as usize;
        let rss = |rows| Ols::fit(&design.rows(rows).unwrap()).unwrap().glance().rss;
        let other = rss(0..first) + rss(first..last) + rss(last..n);
        let two = found.partition(2).unwrap();
        prop_assert!(two.rss() <= other * (1.0 + 1e-10));
        let fit = two.fit().unwrap().glance().rss;
        prop_assert!(close(two.rss(), fit, 1e-8), "{} {}", two.rss(), fit);
    }

    #[test]
    fn the_fixed_block_may_be_written_in_any_way([y, x, z] in three(), a in 0.5..3.0_f64, b in -3.0..-0.5_f64) {
        let mixed: [Vec<f64>; 2] = [
            x.iter().zip(&z).map(|(x, z)| a * x + z).collect(),
            x.iter().zip(&z).map(|(x, z)| b * x + 2.0 * z).collect(),
        ];
        let [u, v] = mixed;
        let plain = design(&y, &[("x", x), ("z", z)]);
        let other = design(&y, &[("u", u), ("v", v)]);
        for covariance in [Covariance::Classical, Covariance::Hc3, Covariance::newey_west(2)] {
            let search = |design: &Design| {
                SupF::of(design).changing([Design::INTERCEPT]).covariance(covariance).run().unwrap()
            };
            let (one, two) = (search(&plain), search(&other));
            prop_assert!(one.statistics().zip(two.statistics()).all(|(a, b)| a.0 == b.0 && close(a.1, b.1, 1e-7)));
        }
        for errors in ERRORS {
            let search = |design: &Design| {
                BaiPerron::of(design).changing([Design::INTERCEPT]).errors(errors).breaks(1).run().unwrap()
            };
            let (one, two) = (search(&plain), search(&other));
            for (a, b) in std::iter::zip(statistics(&one), statistics(&two)) {
                prop_assert_eq!(a.is_some(), b.is_some());
                if let (Some(a), Some(b)) = (a, b) {
                    prop_assert!(close(a, b, 1e-6), "{} {} {}", errors, a, b);
                }
            }
        }
    }

    #[test]
    fn units_do_not_matter([y, x, _z] in three(), up in -9..9_i32, down in -9..9_i32) {
        let scaled = |values: &[f64], power: i32| values.iter().map(|value| value * 10_f64.powi(power)).collect::<Vec<_>>();
        let plain = design(&y, &[("x", x.clone())]);
        let other = design(&scaled(&y, up), &[("x", scaled(&x, down))]);
        for statistic in [BreakStatistic::F, BreakStatistic::Wald, BreakStatistic::Lr, BreakStatistic::Lm] {
            let search = |design: &Design| SupF::of(design).statistic(statistic).run().unwrap();
            let (one, two) = (search(&plain), search(&other));
            prop_assert!(one.statistics().zip(two.statistics()).all(|(a, b)| close(a.1, b.1, 1e-7)));
            prop_assert!(std::iter::zip(one.reports(), two.reports()).all(|(a, b)| a.p() == b.p()
                || close(a.p().unwrap().value(), b.p().unwrap().value(), 1e-6)));
        }
        for errors in &ERRORS[..3] {
            let search = |design: &Design| BaiPerron::of(design).errors(*errors).breaks(2).run().unwrap();
            let (one, two) = (search(&plain), search(&other));
            for (a, b) in std::iter::zip(statistics(&one), statistics(&two)) {
                prop_assert!(a.is_none() == b.is_none() && a.zip(b).is_none_or(|(a, b)| close(a, b, 1e-6)));
            }
            let settings = Intervals { errors: *errors, ..Intervals::default() };
            let intervals = |found: &yalu::breaks::bai_perron::BaiPerronResult| {
                found.partition(1).unwrap().intervals(settings).unwrap()
            };
            let (one, two) = (intervals(&one), intervals(&two));
            // An end at a whole number of rows may fall on either side of it.
            prop_assert!((one[0].lower - two[0].lower).abs() <= 1 && (one[0].upper - two[0].upper).abs() <= 1);
        }
    }

    /// The bootstrap's shortcut is the search itself on the responses it draws.
    #[test]
    fn a_drawn_response_has_the_statistics_of_a_search([y, x, z] in three(), seed in 0_u64..1000) {
        let plain = design(&y, &[("x", x.clone()), ("z", z.clone())]);
        for changing in [vec!["x"], vec![Design::INTERCEPT, "x", "z"]] {
            let found = SupF::of(&plain).changing(changing.clone()).run().unwrap();
            let drawn = found.bootstrap(BreakErrors::Homoskedastic, 19, seed).unwrap();
            let at_least = (0..19)
                .filter(|draw| {
                    let mut stream = Streams::new(seed).replication(*draw);
                    let response: Vec<f64> = y.iter().map(|_| stream.standard_normal()).collect();
                    let other = design(&response, &[("x", x.clone()), ("z", z.clone())]);
                    SupF::of(&other).changing(changing.clone()).run().unwrap().scaled() >= found.scaled()
                })
                .count();
            prop_assert!(close(drawn.sup, (1 + at_least) as f64 / 20.0, 1e-12));
            prop_assert_eq!(drawn, found.bootstrap(BreakErrors::Homoskedastic, 19, seed).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The dates' ranks are the order of their statistics: every place once, and the searched date first.
    #[test]
    fn ranks_of_dates_are_the_order_of_their_statistics([y, x, _z] in three()) {
        let design = design(&y, &[("x", x)]);
        let found = SupF::of(&design).run().unwrap();
        prop_assert_eq!(found.rank_of(found.date()).unwrap().as_large, 0);
        let path = found.path();
        let mut places: Vec<usize> = path.iter().map(|(date, f)| {
            let rank = found.rank_of(*date).unwrap();
            assert!(rank.statistic == *f && rank.others + 1 == path.len());
            assert_eq!(rank.p, (1 + rank.as_large) as f64 / path.len() as f64);
            rank.as_large
        }).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..path.len()).collect::<Vec<_>>());
    }
}
