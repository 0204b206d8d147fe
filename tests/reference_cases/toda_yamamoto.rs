//! Toda and Yamamoto's test against vars with aod and car, statsmodels, gretl and 60-digit arithmetic; its simulated size.

use yalu::causality::size::{SizeSimulation, World};
use yalu::causality::{CausalityTest, TodaYamamoto};
use yalu::regression::Covariance;
use yalu::resampling::Rate;
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};
use crate::granger::{EXPORTS, IMPORTS, log};

/// Our convention, and the two keys under which the fixture has its statistic and p-value.
const CONVENTIONS: [(&str, &str, &str); 3] = [
    ("F", "F", "F_p"),
    ("chi2-wald", "wald_chi2_dfadj", "wald_chi2_dfadj_p"),
    ("chi2-ml", "wald_chi2_ml", "wald_chi2_ml_p"),
];

fn assert_near(test: &CausalityTest, convention: &str, statistic: f64, p: f64) {
    let (s, q) = (test.statistic(convention).unwrap(), test.p_value(convention).unwrap());
    assert!((s - statistic).abs() <= 5e-5, "{convention}: {s}, expected {statistic}");
    assert!((q - p).abs() <= 5e-4, "{convention}: p = {q}, expected {p}");
}

#[test]
fn investment_income_and_consumption() {
    let fixture = Fixture::load("ty_luetkepohl");
    let start: Period = "1960Q1".parse().unwrap();
    let names = ["investment", "income", "consumption"];
    let series = names.map(|name| Series::new(name, start, fixture.column(name)).unwrap());
    let mut compared = 0;
    for (pair, other) in [([0, 1], 2), ([0, 2], 1), ([1, 2], 0)] {
        for d in 1..=2 {
            let [first, second] = pair.map(|i| &series[i]);
            let question = TodaYamamoto::cause(first).effect(second).given(&[&series[other]]);
            for test in question.lags(1..=4).integration(d).run().unwrap().tests() {
                let of = |key: &str| format!("p{}_d{d}.{}->{}.{key}", test.lags(), test.cause(), test.effect());
                assert_eq!(test.df_resid() as f64, fixture.expected(&of("df_den")));
                for (convention, statistic, p) in CONVENTIONS {
                    for (got, key) in [(test.statistic(convention), of(statistic)), (test.p_value(convention), of(p))] {
                        // Where the programs themselves agree less well, no more is asked of us.
                        let rtol = fixture.looser_rtol(&key).unwrap_or(1e-9);
                        assert_digits(got.unwrap(), fixture.expected(&key), -rtol.log10(), &key);
                        compared += 1;
                    }
                }
            }
        }
    }
    assert_eq!(compared, 6 * 2 * 4 * 6);
}

/// p = 3, d = 1, T = 50; statistics by vars and 60-digit arithmetic, at the digits to which they are quoted.
#[test]
fn chickens_and_eggs() {
    let fixture = Fixture::load("granger_chickegg");
    let series = |name: &str| Series::new(name, Period::annual(1930), fixture.column(name)).unwrap();
    let (egg, chicken) = (series("egg"), series("chicken"));
    let result = TodaYamamoto::cause(&egg).effect(&chicken).lags(3).integration(1).run().unwrap();
    let quoted = [
        (result.forward(), [11.87321332, 14.47952844, 3.95773777]),
        (result.backward(), [1.19131392, 1.45282185, 0.39710464]),
    ];
    for (test, statistics) in quoted {
        assert_eq!((test.sample().n, test.df_resid()), (50, 41));
        for (convention, expected) in ["chi2-wald", "chi2-ml", "F"].into_iter().zip(statistics) {
            let got = test.statistic(convention).unwrap();
            assert!((got - expected).abs() <= 5.1e-9, "{convention}: {got}, expected {expected}");
        }
    }
    assert!((result.forward().p_value("F").unwrap() - 0.0144).abs() <= 5e-5);
}

/// R on the same figures: four decimals of the statistics; p at three, by scipy's `stats` of the same statistics.
#[test]
fn two_trade_flows() {
    let (x, m) = (log("exports", &EXPORTS), log("imports", &IMPORTS));
    let result = TodaYamamoto::cause(&x).effect(&m).lags(1).integration(1).run().unwrap();
    assert_near(result.forward(), "F", 1.9935, 0.201);
    assert_near(result.forward(), "chi2-ml", 3.4175, 0.065);
    assert_near(result.backward(), "F", 1.2821, 0.295);
    assert!((result.backward().p_value("chi2-ml").unwrap() - 0.138).abs() <= 5e-4);
}

/// The same with one year corrected and a third flow in the system: χ² finds a direction, F does not.
#[test]
fn three_trade_flows() {
    let (mut exports, mut imports) = (EXPORTS, IMPORTS);
    (exports[7], imports[7]) = (789.661, 1890.721);
    let third = [642., 724., 697., 1056., 1350., 1798., 1820., 1679., 1912., 1714., 1971., 1136., 2343., 2714.];
    let (x, m, z) = (log("exports", &exports), log("imports", &imports), log("transit", &third));
    let result = TodaYamamoto::cause(&x).effect(&m).given(&[&z]).lags(1).integration(1).run().unwrap();
    assert_eq!(result.forward().df_resid(), 5);
    assert_near(result.forward(), "F", 1.6787, 0.252);
    assert_near(result.forward(), "chi2-ml", 4.0288, 0.045);
    assert_near(result.backward(), "F", 0.4764, 0.521);
    assert_near(result.backward(), "chi2-ml", 1.1434, 0.285);
    let words = result.in_words(0.05).unwrap();
    assert!(words.contains("by F with 1 lag, 2004 to 2015 (n = 12): neither direction is supported"), "{words}");
    assert!(words.contains("exports → imports would be called supported by χ² = T·ΔRSS/RSS (p = 0.0447"), "{words}");
    assert!(words.contains("a test whose nominal 5 % is "), "{words}");
}

/// Fails unless a rate is, within four standard errors, between two bounds.
fn assert_between(rate: Rate, low: f64, high: f64, what: &str) {
    let slack = 4.0 * rate.std_error();
    assert!(rate.value() > low - slack && rate.value() < high + slack, "{what}: {rate}");
}

/// Independent Gaussian random walks of 14 observations at 5 %, simulated by others with their own generators.
#[test]
fn size_in_small_samples() {
    let of = |lags, given| SizeSimulation::toda_yamamoto(14, lags, 1).given(given).draws(4000).run().unwrap();
    let (one, third, two) = (of(1, 0), of(1, 1), of(2, 0));
    assert_between(one.chi2_ml.rejects, 0.20, 0.21, "χ² with RSS/T, p = 1");
    assert_between(third.chi2_ml.rejects, 0.29, 0.30, "χ² with RSS/T, a third walk");
    assert_between(two.chi2_ml.rejects, 0.46, 0.46, "χ² with RSS/T, p = 2");
    assert_between(one.chi2_wald.rejects, 0.11, 0.11, "χ² = p·F, p = 1");
    assert_between(third.chi2_wald.rejects, 0.13, 0.13, "χ² = p·F, a third walk");
    assert_between(two.chi2_wald.rejects, 0.19, 0.19, "χ² = p·F, p = 2");
    for (size, what) in [(&one, "p = 1"), (&third, "a third walk"), (&two, "p = 2")] {
        assert_between(size.f.rejects, 0.055, 0.065, what);
    }
    assert_between(one.chi2_ml.one_way, 0.16, 0.17, "the first only, by χ²");
    assert_between(third.chi2_ml.one_way, 0.21, 0.21, "the first only, by χ², a third walk");
    assert_between(one.chi2_ml.one_way_either, 0.33, 0.33, "one-way, by χ²");
    assert_between(third.chi2_ml.one_way_either, 0.42, 0.42, "one-way, by χ², a third walk");
    assert_between(one.f.one_way_either, 0.12, 0.12, "one-way, by F");
}

/// HC3's F holds its level where the sample is large; in a regression with a constant and no heteroskedasticity the
/// classical F and HC3's are then the same test.
#[test]
fn size_under_a_robust_covariance() {
    let size = SizeSimulation::granger(150, 1).covariance(Covariance::Hc3).draws(4000).run().unwrap();
    assert_between(size.of("F-hc3").unwrap().rejects, 0.045, 0.055, "HC3's F on white noise, n = 150");
    assert!(size.of("F-hc1").is_none());
}

/// Where F's law is nearly exact, its simulated size is the nominal one.
#[test]
fn size_in_large_samples() {
    let size = SizeSimulation::granger(200, 1).world(World::WhiteNoise).draws(2000).run().unwrap();
    assert_between(size.f.rejects, 0.05, 0.05, "F on white noise, n = 200");
    let again = SizeSimulation::granger(200, 1).world(World::WhiteNoise).draws(2000).run().unwrap();
    assert_eq!(size, again);
    let autoregressions = SizeSimulation::granger(200, 1).world(World::Autoregressions(0.5)).run().unwrap();
    assert_between(autoregressions.f.rejects, 0.05, 0.05, "F on AR(1), n = 200");
}
