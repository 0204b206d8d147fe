//! Granger's test against lmtest, statsmodels, gretl and 60-digit arithmetic, and on fourteen years of two trade flows.

use yalu::causality::{Criterion, Granger};
use yalu::regression::Covariance;
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

/// Our convention, and the two keys under which a fixture has its statistic and p-value.
const CONVENTIONS: [(&str, &str, &str); 5] = [
    ("F", "ssr_ftest.F", "ssr_ftest.p"),
    ("chi2-wald", "wald_qF_chi2.stat", "wald_qF_chi2.p"),
    ("chi2-ml", "ssr_chi2test.chi2", "ssr_chi2test.p"),
    ("lr", "lrtest.chi2", "lrtest.p"),
    ("F-hc3", "robust_HC3.F", "robust_HC3.p"),
];

/// Compares every convention of both directions; returns how many numbers were compared.
fn check(fixture: &Fixture, [first, second]: [&Series; 2], longest: usize) -> usize {
    let result = Granger::cause(first).effect(second).lags(1..=longest).covariance(Covariance::Hc3).run().unwrap();
    let mut compared = 0;
    for test in result.tests() {
        let of = |key: &str| format!("lag{}.{}->{}.{key}", test.lags(), test.cause(), test.effect());
        assert_eq!(test.sample().n as f64, fixture.expected(&of("nobs")));
        assert_eq!(test.df_resid() as f64, fixture.expected(&of("ssr_ftest.df_den")));
        for (convention, statistic, p) in CONVENTIONS {
            // The programs themselves agree to nine digits.
            assert_digits(test.statistic(convention).unwrap(), fixture.expected(&of(statistic)), 9.0, &of(statistic));
            assert_digits(test.p_value(convention).unwrap(), fixture.expected(&of(p)), 9.0, &of(p));
            compared += 2;
        }
    }
    compared
}

#[test]
fn chickens_and_eggs() {
    let fixture = Fixture::load("granger_chickegg");
    let series = |name: &str| Series::new(name, Period::annual(1930), fixture.column(name)).unwrap();
    assert_eq!(check(&fixture, [&series("chicken"), &series("egg")], 4), 2 * 4 * 10);
}

#[test]
fn output_and_consumption() {
    let fixture = Fixture::load("granger_macrodata");
    let start: Period = "1959Q2".parse().unwrap();
    let series = |name: &str| Series::new(name, start, fixture.column(name)).unwrap();
    assert_eq!(check(&fixture, [&series("dgdp"), &series("dcons")], 8), 2 * 8 * 10);
}

/// One data set and one null, eight p-values: the forms of the statistic and the covariances (eggs → chickens, 3 lags).
/// The figures are lmtest's, statsmodels' and sandwich's, at the digits to which they are quoted.
#[test]
fn one_null_has_many_p_values() {
    let fixture = Fixture::load("granger_chickegg");
    let series = |name: &str| Series::new(name, Period::annual(1930), fixture.column(name)).unwrap();
    let (egg, chicken) = (series("egg"), series("chicken"));
    let p = |covariance: Covariance, convention: &str| {
        let result = Granger::cause(&egg).effect(&chicken).lags(3).covariance(covariance).run().unwrap();
        result.forward().p_value(convention).unwrap()
    };
    let quoted = [
        (p(Covariance::Classical, "chi2-ml"), 0.00030, 5e-6),
        (p(Covariance::Classical, "chi2-wald"), 0.00102, 5e-6),
        (p(Covariance::Classical, "lr"), 0.00113, 5e-6),
        (p(Covariance::Classical, "F"), 0.00297, 5e-6),
        (p(Covariance::Hc0, "F-hc0"), 0.019, 5e-4),
        (p(Covariance::Hc1, "F-hc1"), 0.034, 5e-4),
        (p(Covariance::Hc3, "F-hc3"), 0.107, 5e-4),
        (p(Covariance::newey_west(3), "F-hac"), 0.102, 5e-4),
    ];
    for (got, expected, rounding) in quoted {
        assert!((got - expected).abs() <= rounding, "{got} is not {expected}");
    }
}

/// Exports and imports as a published table prints them, in millions of dollars.
pub const EXPORTS: [f64; 14] =
    [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
pub const IMPORTS: [f64; 14] =
    [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];

pub fn log(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(2002), values.iter().map(|v| v.ln()).collect()).unwrap()
}

fn change_of_log(name: &str, values: &[f64]) -> Series {
    let changes = values.windows(2).map(|pair| (pair[1] / pair[0]).ln()).collect();
    Series::new(name, Period::annual(2003), changes).unwrap()
}

/// R's lmtest on the same figures: F at four decimals; p at three, by scipy's `stats.f.sf` of the same F.
#[test]
fn two_trade_flows() {
    let (x, m) = (log("exports", &EXPORTS), log("imports", &IMPORTS));
    let (dx, dm) = (change_of_log("exports", &EXPORTS), change_of_log("imports", &IMPORTS));
    let levels = Granger::cause(&x).effect(&m).lags(1..=2).run().unwrap();
    let changes = Granger::cause(&dx).effect(&dm).lags(1..=2).run().unwrap();
    let rows = [
        (&levels, 1, 10, (0.0563, 0.817), (0.0242, 0.880)),
        (&levels, 2, 7, (1.3234, 0.325), (1.6406, 0.260)),
        (&changes, 1, 9, (1.0333, 0.336), (1.9073, 0.201)),
        (&changes, 2, 6, (0.4718, 0.645), (1.3457, 0.329)),
    ];
    for (result, lags, df, there, back) in rows {
        for ((cause, effect), (f, p)) in [("exports", "imports"), ("imports", "exports")].into_iter().zip([there, back])
        {
            let test = result.test(cause, effect, lags).unwrap();
            assert_eq!(test.df_resid(), df);
            assert!(
                (test.statistic("F").unwrap() - f).abs() <= 5e-5,
                "{cause}, {lags} lags: {:?}",
                test.statistic("F")
            );
            assert!((test.p_value("F").unwrap() - p).abs() <= 5e-4, "{cause}, {lags} lags: {:?}", test.p_value("F"));
        }
    }
}

/// `VARselect` of vars and `select_order` of statsmodels agree on these to nine digits and more.
#[test]
fn criteria_of_a_vector_autoregression() {
    let fixture = Fixture::load("granger_order_luetkepohl");
    let columns = ["investment", "income", "consumption"].map(|name| fixture.column(name));
    let series: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    for (criterion, key) in [(Criterion::Aic, "AIC"), (Criterion::Hq, "HQ"), (Criterion::Bic, "SC")] {
        let values = criterion.of_orders(&series, 8).unwrap();
        for (order, value) in (1..).zip(values) {
            let key = format!("select.maxlag8.c.lag{order}.{key}");
            assert_digits(value, fixture.expected(&key), 10.0, &key);
        }
    }
    let start: Period = "1960Q2".parse().unwrap();
    let [investment, income, consumption] =
        ["investment", "income", "consumption"].map(|name| Series::new(name, start, fixture.column(name)).unwrap());
    let test = Granger::cause(&income).effect(&consumption).given(&[&investment]);
    let chosen = |criterion| test.clone().select(criterion, 8).run().unwrap().forward().lags();
    // The smallest entries of the fixture among lags 1 to 8.
    assert_eq!([Criterion::Aic, Criterion::Hq, Criterion::Bic].map(chosen), [2, 1, 1]);
    let settings = &test.select(Criterion::Aic, 8).run().unwrap().reports()[0].settings.clone();
    assert!(settings[0].chosen_by.contains("AIC of the VAR among 1 to 8 lags"), "{}", settings[0]);
}
