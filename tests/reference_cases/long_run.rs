//! DOLS, FMOLS and CCR against arch and plain numpy written from the papers.

use yalu::cointegration::long_run::{Detrending, DolsCovariance, Dynamics, LongRunFit};
use yalu::cointegration::{Ccr, Dols, Fmols};
use yalu::regression::{Bandwidth, Criterion, Kernel, Restriction};
use yalu::unit_root::Terms;
use yalu::{Error, Period, Series};

use crate::fixture::{Fixture, assert_digits};

struct Data {
    case: Fixture,
    y: Series,
    x: Vec<Series>,
}

impl Data {
    fn load(name: &str, y: &str, x: &[&str]) -> Self {
        let case = Fixture::load(name);
        let start: Period = "1958M01".parse().expect("a month");
        let series = |name: &str| Series::new(name, start, case.column(name)).expect("finite values");
        let (y, x) = (series(y), x.iter().map(|x| series(x)).collect());
        Self { y, x, case }
    }
}

fn terms(code: &str) -> Terms {
    [Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic]
        .into_iter()
        .find(|terms| terms.code() == code)
        .expect("n, c, ct or ctt")
}

/// `bartlett_4`: weights 1 − j/5; `qs_3` with a `.5` after it: bandwidth 3.5.
fn window(word: &str) -> (Kernel, Bandwidth) {
    let (kernel, width) = word.split_once('_').expect("kernel_width");
    let lag = || Bandwidth::Lag(width.parse().expect("a lag"));
    match kernel {
        "bartlett" => (Kernel::Bartlett, lag()),
        "parzen" => (Kernel::Parzen, lag()),
        "qs" => (Kernel::QuadraticSpectral, Bandwidth::Width(width.parse().expect("a bandwidth"))),
        _ => panic!("no kernel {kernel}"),
    }
}

/// The estimate that the first part of a key names, and the rest of the key.
fn estimate(data: &Data, key: &str) -> Result<(LongRunFit, String), Error> {
    let key = key.replace("qs_3.5", "qs_3½");
    let parts: Vec<&str> = key.split('.').collect();
    let (kernel, bandwidth) = match parts.iter().find(|part| part.contains('_')).copied() {
        Some("qs_3½") => (Kernel::QuadraticSpectral, Bandwidth::Width(3.5)),
        Some(word) => window(word),
        None => panic!("no window in {key}"),
    };
    let x: Vec<&Series> = data.x.iter().collect();
    let (terms, adjusted) = (terms(parts[1]), parts.contains(&"adjusted"));
    let detrending = if parts.contains(&"diff") { Detrending::Differences } else { Detrending::Levels };
    macro_rules! modified {
        ($method:ident) => {{
            let mut method = $method::of(&data.y).on(&x).terms(terms).kernel(kernel).bandwidth(bandwidth);
            if parts.contains(&"xct") {
                method = method.regressor_terms(Terms::Trend).detrending(detrending);
            }
            if adjusted { method.adjusted().run()? } else { method.run()? }
        }};
    }
    let fit = match parts[0] {
        "fmols" => modified!(Fmols),
        "ccr" => modified!(Ccr),
        "dols" => {
            let (leads, lags) = parts[2].trim_start_matches("lead").split_once("lag").expect("leadQlagP");
            let (leads, lags) = (leads.parse().expect("leads"), lags.parse().expect("lags"));
            let method = Dols::of(&data.y).on(&x).terms(terms).kernel(kernel).bandwidth(bandwidth);
            let method = method.leads_and_lags(leads, lags);
            let method = if parts.contains(&"hac") { method.covariance(DolsCovariance::Hac) } else { method };
            if adjusted { method.adjusted().run()? } else { method.run()? }
        }
        other => panic!("no estimator {other}"),
    };
    let at =
        parts.iter().position(|part| ["coef", "se", "lrv", "wald_slopes_zero"].contains(part)).expect("a quantity");
    Ok((fit, parts[at..].join(".")))
}

/// Every quantity of a case whose key begins with an estimator.
fn check(data: &Data) -> usize {
    let mut seen = 0;
    for key in data.case.keys() {
        if !["fmols.", "ccr.", "dols."].iter().any(|estimator| key.starts_with(estimator)) {
            continue;
        }
        let (fit, quantity) = estimate(data, key).expect(key);
        let expected = data.case.expected(key);
        // numpy inverts Z'Z, so its standard errors lose the digits that a squared condition number costs; our
        // quadratic spectral weights end where sandwich's do, at 1e-7.
        let needed = if key.contains(".qs") { 5.5 } else { 6.5 };
        let (row, name) = quantity.split_once('.').unwrap_or((&quantity, ""));
        let term = match name {
            "const" => "(Intercept)",
            "trend" => "trend()",
            "quad" => "trend()^2",
            other => other,
        };
        let coefficient = fit.tidy().into_iter().find(|row| row.term == term);
        let got = match row {
            "coef" => coefficient.expect(key).estimate,
            "se" => coefficient.expect(key).std_error,
            "lrv" => fit.long_run_variance(),
            _ => {
                let slopes = Restriction::zero(data.x.iter().map(Series::name));
                fit.wald(&slopes).expect(key).statistic().expect("a statistic")
            }
        };
        assert_digits(got, expected, needed, key);
        seen += 1;
    }
    seen
}

#[test]
fn danish_money_demand() {
    assert_eq!(check(&Data::load("long_run_denmark", "LRM", &["LRY", "IBO", "IDE"])), 486);
}

#[test]
fn american_consumption() {
    assert_eq!(check(&Data::load("long_run_macrodata", "lcons", &["ldpi", "tbill"])), 396);
}

#[test]
fn finnish_money_demand() {
    assert_eq!(check(&Data::load("long_run_finland", "lrm1", &["lny", "lnmr", "difp"])), 486);
}

#[test]
fn two_prices_of_crude_oil() {
    assert_eq!(check(&Data::load("long_run_crude", "wti", &["brent"])), 306);
}

#[test]
fn leads_and_lags_by_criterion() {
    for (name, y, x) in [
        ("long_run_denmark", "LRM", &["LRY", "IBO", "IDE"][..]),
        ("long_run_macrodata", "lcons", &["ldpi", "tbill"]),
        ("long_run_finland", "lrm1", &["lny", "lnmr", "difp"]),
        ("long_run_crude", "wti", &["brent"]),
    ] {
        let data = Data::load(name, y, x);
        let x: Vec<&Series> = data.x.iter().collect();
        for (word, criterion) in [("aic", Criterion::Aic), ("bic", Criterion::Bic), ("hqic", Criterion::Hq)] {
            let dynamics = Dynamics::Chosen { criterion, most: Some(4) };
            let fit = Dols::of(&data.y).on(&x).dynamics(dynamics).run().expect(name);
            let key = |what| format!("dols_choice.c.max4.{word}.{what}");
            let expected = format!("{} and {}", data.case.expected(&key("leads")), data.case.expected(&key("lags")));
            let setting = fit.settings().iter().find(|s| s.name.starts_with("leads")).expect("a setting").clone();
            assert_eq!(setting.value, expected, "{name}, {word}");
        }
    }
}

#[test]
fn automatic_bandwidths() {
    let data = Data::load("long_run_finland", "lrm1", &["lny", "lnmr", "difp"]);
    let first = |series: &Series| series.until(series.start().plus(100)).expect("101 dates");
    let (y, x): (Series, Vec<Series>) = (first(&data.y), data.x.iter().map(first).collect());
    let x: Vec<&Series> = x.iter().collect();
    let mut seen = 0;
    for key in data.case.keys().into_iter().filter(|key| key.starts_with("automatic.fmols.c.first101.")) {
        let (rule, kernel) = key["automatic.fmols.c.first101.".len()..].split_once('.').expect("rule.kernel");
        let rule = if rule == "Andrews" { Bandwidth::Andrews } else { Bandwidth::NeweyWest1994 };
        let kernel = match kernel {
            "bartlett" => Kernel::Bartlett,
            "parzen" => Kernel::Parzen,
            _ => Kernel::QuadraticSpectral,
        };
        let fit = Fmols::of(&y).on(&x).kernel(kernel).bandwidth(rule).run().expect(key);
        assert_digits(fit.bandwidth(), data.case.expected(key), 8.0, key);
        seen += 1;
    }
    assert_eq!(seen, 6);
}
