//! Autoregressive distributed lags and bounds against R's ARDL and lm, statsmodels and 60-digit arithmetic; simulated size.

use std::collections::BTreeMap;

use yalu::ardl::{
    Ardl, ArdlResult, Bound, Bounds, BoundsSimulation, CandidateRows, Case, Orders, SimulatedBounds, Statistic,
};
use yalu::dist::Tail;
use yalu::dist::pss::{LEVELS, asymptotic, narayan};
use yalu::regression::{Criterion, Fit, Information};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

const VARIABLES: [&str; 4] = ["LRM", "LRY", "IBO", "IDE"];

fn denmark() -> (Fixture, Vec<Series>) {
    let fixture = Fixture::load("ardl_denmark");
    let start: Period = "1974Q1".parse().unwrap();
    let series = VARIABLES.map(|name| Series::new(name, start, fixture.column(name)).unwrap());
    (fixture, series.to_vec())
}

fn model(series: &[Series], orders: &Orders, case: Case) -> ArdlResult {
    let regressors: Vec<&Series> = series[1..].iter().collect();
    Ardl::of(&series[0]).on(&regressors).orders(orders.p, &orders.q).case(case).run().unwrap()
}

/// `order3132` → (3, 1, 3, 2).
fn orders(key: &str) -> Orders {
    let digits: Vec<usize> = key.chars().filter_map(|c| c.to_digit(10)).map(|d| d as usize).collect();
    Orders::new(digits[0], &digits[1..])
}

/// Our name of a regressor the fixture calls `const`, `LRM_L1`, `D.LRY_L0`, `IBO`.
fn term(name: &str) -> String {
    let (of, lag) = name.split_once("_L").unwrap_or((name, "0"));
    let of = of.strip_prefix("D.").map_or(of.to_owned(), |level| format!("diff({level})"));
    match (of.as_str(), lag) {
        ("const", _) => "(Intercept)".into(),
        (_, "0") => of,
        _ => format!("lag({of}, {lag})"),
    }
}

/// What the fixture says of a fit: `coef.NAME`, `se.NAME`, `rss`, `nobs`, `loglik`.
fn of_fit(fit: &Fit, key: &str) -> f64 {
    match key.split_once('.') {
        Some(("coef", name)) => fit.tidy().into_iter().find(|row| row.term == term(name)).unwrap().estimate,
        Some(("se", name)) => fit.tidy().into_iter().find(|row| row.term == term(name)).unwrap().std_error,
        _ => match key {
            "rss" => fit.glance().rss,
            "nobs" => fit.nobs() as f64,
            "loglik" => fit.log_likelihood(),
            _ => panic!("{key}"),
        },
    }
}

/// Every coefficient, standard error, long-run multiplier and statistic of the case. What is left over are critical
/// values and p-values, which the tests below take up.
#[test]
fn danish_money_demand() {
    let (fixture, series) = denmark();
    let mut models = BTreeMap::new();
    let mut compared = 0;
    for key in fixture.keys() {
        let Some((order, rest)) = key.strip_prefix("order").and_then(|key| key.split_once('.')) else { continue };
        let orders = orders(order);
        let case = match rest.split('.').nth(1).and_then(|part| part.strip_prefix("case")) {
            Some(number) => Case::number(number.parse().unwrap()).unwrap(),
            None => Case::III,
        };
        let model = models.entry((orders.clone(), case)).or_insert_with(|| model(&series, &orders, case));
        let (kind, name) = rest.split_once('.').unwrap();
        let multiplier = |name: &str| model.long_run().iter().find(|row| row.term == term(name)).unwrap().clone();
        let got = match kind {
            "ardl" => of_fit(model.levels(), name),
            "uecm" => match name.strip_prefix("ci_params_normalised.") {
                None => of_fit(model.error_correction(), name),
                Some("LRM") => 1.0,
                // The cointegrating vector with the response's coefficient one.
                Some(name) => -multiplier(name).estimate,
            },
            "longrun" => multiplier(name).estimate,
            "longrun_se" => multiplier(name).std_error,
            "bounds_F" if name.ends_with(".stat") => model.bounds(Bounds::Pss).unwrap().f().unwrap(),
            "bounds_t" if name.ends_with(".stat") => model.bounds(Bounds::Pss).unwrap().t().unwrap(),
            _ => continue,
        };
        // The case's tolerance for statistics; the programs' own least squares is what limits it.
        assert_digits(got, fixture.expected(key), 8.0, key);
        compared += 1;
    }
    assert_eq!(compared, 219);
}

/// R's `auto_ardl` searches step by step and compares candidates on their own rows, counting σ² in AIC. Each AIC that it
/// prints is ours for one candidate on its own rows; of all 1,080 candidates its best is the third.
#[test]
fn orders_chosen_by_r() {
    let (fixture, series) = denmark();
    let regressors: Vec<&Series> = series[1..].iter().collect();
    let best = VARIABLES.map(|name| fixture.expected(&format!("auto_ardl.maxorder5.aic_best_order.{name}")) as usize);
    let model = Ardl::of(&series[0]).on(&regressors).select(Criterion::Aic, 5).candidates_on(CandidateRows::Own);
    let ranked = model.run().unwrap().candidates().to_vec();
    assert_eq!(ranked.len(), 5 * 6 * 6 * 6);
    let aics: Vec<f64> = ranked.iter().map(|one| one.criteria(Information { counting_sigma: true }).aic).collect();
    let places: Vec<usize> = (1..=5)
        .map(|i| {
            let expected = fixture.expected(&format!("auto_ardl.maxorder5.aic_top{i}.AIC"));
            let nearest =
                (0..aics.len()).min_by(|a, b| (aics[*a] - expected).abs().total_cmp(&(aics[*b] - expected).abs()));
            assert_digits(aics[nearest.unwrap()], expected, 8.0, &format!("AIC {i}"));
            nearest.unwrap()
        })
        .collect();
    assert_eq!(ranked[places[0]].orders, Orders::new(best[0], &best[1..]));
    // In R's order, but not without gaps: the search has not seen those between.
    assert!(places.is_sorted());
    assert_eq!(places[0], 2);
    assert_eq!(ranked[0].orders, Orders::new(5, &[0, 3, 5]));
    // On common rows, where candidates are comparable, AIC has the same winner as among all on their own rows.
    let common = Ardl::of(&series[0]).on(&regressors).select(Criterion::Aic, 5).run().unwrap();
    assert_eq!(common.orders(), &Orders::new(5, &[0, 3, 5]));
    assert!(common.candidates().iter().all(|one| one.nobs == 50));
}

/// A simulation of 500 rows, which is as good as asymptotic.
fn asymptotic_law(case: Case, k: usize) -> SimulatedBounds {
    BoundsSimulation::new(case, k, 500).draws(DRAWS).run().unwrap()
}

const DRAWS: usize = 2500;

fn is_near(p: Tail, expected: f64, what: &str) {
    let error = (expected * (1.0 - expected) / DRAWS as f64).sqrt();
    // Four standard errors of our simulation, and a quarter of the level for that of the other and for the finite rows.
    let slack = 4.0 * error + 0.25 * expected;
    assert!((p.value() - expected).abs() < slack, "{what}: p = {}, expected {expected}", p.value());
}

/// The remaining keys: critical values and p-values, each simulated by its program. R's are for k = 3 regressors, as are
/// the tables of Pesaran, Shin and Smith and ours; statsmodels reads its tables for k = 4, which is one too many.
#[test]
fn danish_bounds() {
    let (fixture, _) = denmark();
    let mut compared = 0;
    for case in Case::ALL {
        let laws = [asymptotic_law(case, 3), asymptotic_law(case, 4)];
        let number = case as usize + 1;
        for key in fixture.keys() {
            let Some((order, rest)) = key.split_once(".bounds_") else { continue };
            let Some((statistic, quantity)) = rest.split_once(&format!(".case{number}.")) else { continue };
            let expected = fixture.expected(key);
            let by_statsmodels = key.ends_with("@statsmodels") || fixture.source(key) == "statsmodels";
            let (law, k) = if by_statsmodels { (&laws[1], 4) } else { (&laws[0], 3) };
            let statistic = if statistic == "F" { Statistic::F } else { Statistic::T };
            let value = || fixture.expected(&format!("{order}.bounds_{rest}").replace(quantity, "stat"));
            match quantity.split('@').next().unwrap() {
                "stat" => continue,
                "p_R_asymptotic" => {
                    // R's p is that of the I(1) bound.
                    let p = law.p_value(statistic, value(), Bound::I1).value();
                    assert!((p - expected).abs() < 0.05, "{key}: {p}, expected {expected}");
                }
                "p_I0_sm" | "p_I1_sm" => {
                    let bound = if quantity == "p_I0_sm" { Bound::I0 } else { Bound::I1 };
                    let p = law.p_value(statistic, value(), bound).value();
                    assert!((p - expected).abs() < 0.05, "{key}: {p}, expected {expected}");
                }
                critical => {
                    let (bound, level) = critical.strip_prefix("cv_").unwrap().split_once('_').unwrap();
                    let bound = if bound == "I0" { Bound::I0 } else { Bound::I1 };
                    let level = level.strip_suffix("pct").unwrap().parse::<f64>().unwrap() / 100.0;
                    is_near(law.p_value(statistic, expected, bound), level, key);
                    if let Some(place) = LEVELS.iter().position(|tabulated| (tabulated - level).abs() < 1e-9) {
                        let table = asymptotic::critical_values(statistic, case, k, bound).unwrap();
                        // Of 40,000 draws the 1 % point has a standard error of 0.03, the 5 % point one of 0.01.
                        let slack = if level < 0.02 { 0.1 } else { 0.05 };
                        assert!((table[place] - expected).abs() <= slack, "{key}: {expected}, table {}", table[place]);
                    }
                }
            }
            compared += 1;
        }
    }
    // All keys: 219 above, 9 of the choice of orders, these.
    assert_eq!(compared, fixture.keys().len() - 219 - 9);
}

/// The critical value itself, where the simulation is fine enough for it.
#[test]
fn simulated_critical_values() {
    let law = BoundsSimulation::new(Case::III, 3, 1000).draws(20_000).run().unwrap();
    let (fixture, _) = denmark();
    for (bound, key) in [(Bound::I0, "cv_I0_5pct"), (Bound::I1, "cv_I1_5pct")] {
        for (statistic, key) in
            [(Statistic::F, format!("bounds_F.case3.{key}@R:ARDL")), (Statistic::T, format!("bounds_t.case3.{key}"))]
        {
            let (got, expected) =
                (law.critical_value(statistic, bound, 0.05), fixture.expected(&format!("order3132.{key}")));
            assert!((got - expected).abs() < 0.05, "{key}: {got}, expected {expected}");
        }
    }
}

fn seatbelts() -> (Fixture, Vec<Series>) {
    let fixture = Fixture::load("ardl_seatbelts");
    let start: Period = "1969-01".parse().unwrap();
    let series =
        ["drivers", "petrol", "kms", "law"].map(|name| Series::new(name, start, fixture.column(name)).unwrap());
    (fixture, series.to_vec())
}

fn assert_fit(fit: &Fit, fixture: &Fixture, prefix: &str) -> usize {
    let summary = fit.glance();
    assert_eq!(fit.nobs() as f64, fixture.expected(&format!("{prefix}.nobs")));
    assert_digits(summary.rss, fixture.expected(&format!("{prefix}.rss")), 8.0, prefix);
    assert_digits(summary.log_likelihood, fixture.expected(&format!("{prefix}.loglik")), 8.0, prefix);
    for row in fit.tidy() {
        for (kind, got) in [("coef", row.estimate), ("se", row.std_error)] {
            let key = format!("{prefix}.{kind}.{}", row.term);
            assert_digits(got, fixture.expected(&key), 8.0, &key);
        }
    }
    3 + 2 * fit.nterms()
}

fn assert_bounds(model: &ArdlResult, fixture: &Fixture, prefix: &str) -> usize {
    let test = model.bounds(Bounds::Pss).unwrap();
    let (num, den) = test.df().unwrap();
    assert_eq!(num as f64, fixture.expected(&format!("{prefix}.df_num")));
    assert_eq!(den as f64, fixture.expected(&format!("{prefix}.df_den")));
    assert_digits(test.f().unwrap(), fixture.expected(&format!("{prefix}.F")), 8.0, prefix);
    assert_digits(test.t().unwrap(), fixture.expected(&format!("{prefix}.t")), 8.0, prefix);
    4
}

/// Month dummies and a law stay in the model, in its error-correction form and under the null of the bounds test.
#[test]
fn road_casualties() {
    let (fixture, series) = seatbelts();
    let [drivers, petrol, kms, law] = &series[..] else { panic!() };
    let of = || Ardl::of(drivers).on(&[petrol, kms]);
    let seasonal = || of().orders(2, &[1, 0]).seasonal().fixed(&[law]);
    let model = seasonal().run().unwrap();
    let mut compared = assert_fit(model.levels(), &fixture, "seasonal.ardl");
    compared += assert_fit(model.error_correction(), &fixture, "seasonal.uecm");
    for (row, name) in model.long_run().iter().zip(["const", "petrol", "kms"]) {
        assert_digits(row.estimate, fixture.expected(&format!("seasonal.longrun.{name}")), 8.0, name);
        assert_digits(row.std_error, fixture.expected(&format!("seasonal.longrun_se.{name}")), 8.0, name);
        compared += 2;
    }
    for case in Case::ALL {
        let model = seasonal().case(case).run().unwrap();
        compared += assert_bounds(&model, &fixture, &format!("seasonal.case{}", case as usize + 1));
        if case.restricted() > 0 {
            let (of, prefix) = (model.restricted(), format!("recm.case{}", case as usize + 1));
            let row = of.tidy().into_iter().find(|row| row.term == "lag(ec, 1)").unwrap();
            assert_digits(row.estimate, fixture.expected(&format!("{prefix}.coef")), 8.0, &prefix);
            assert_digits(row.std_error, fixture.expected(&format!("{prefix}.se")), 8.0, &prefix);
            assert_digits(of.glance().rss, fixture.expected(&format!("{prefix}.rss")), 8.0, &prefix);
            compared += 3;
        }
    }
    let trend = of().orders(3, &[2, 1]).case(Case::IV).run().unwrap();
    compared += assert_fit(trend.error_correction(), &fixture, "trend.uecm");
    compared += assert_bounds(&trend, &fixture, "trend.case4");
    compared += assert_bounds(&of().orders(3, &[2, 1]).case(Case::V).run().unwrap(), &fixture, "trend.case5");
    // A break dummy by its date is the same column as the law.
    let with = of().orders(2, &[1, 1]).seasonal().post("1983-02".parse().unwrap()).run().unwrap();
    compared += assert_bounds(&with, &fixture, "with_terms.case3");
    // What statsmodels tests although dummies and law are in its model.
    compared += assert_bounds(&of().orders(2, &[1, 1]).run().unwrap(), &fixture, "without_terms.case3");
    assert_eq!(compared + 24, fixture.keys().len());
}

/// Values and orders of the three best by each criterion, all candidates on the rows that three lags leave.
#[test]
fn orders_chosen_on_common_rows() {
    let (fixture, series) = seatbelts();
    let [drivers, petrol, kms, law] = &series[..] else { panic!() };
    for name in ["aic", "bic", "hq", "r2"] {
        let model = Ardl::of(drivers).on(&[petrol, kms]).fixed(&[law]);
        let model = match name {
            "aic" => model.select(Criterion::Aic, 3),
            "bic" => model.select(Criterion::Bic, Orders::new(3, &[3, 3])),
            "hq" => model.select(Criterion::Hq, 3),
            _ => model.select(yalu::ardl::OrderRule::AdjustedR2, 3),
        };
        let result = model.run().unwrap();
        for (i, one) in result.candidates().iter().take(3).enumerate() {
            let criteria = one.criteria(Information::default());
            let got = match name {
                "aic" => criteria.aic,
                "bic" => criteria.bic,
                "hq" => criteria.hq,
                _ => one.r2_adj,
            };
            let key = format!("select.{name}.{}", i + 1);
            assert_digits(got, fixture.expected(&format!("{key}.value")), 8.0, &key);
            assert_eq!(one.orders, orders(&fixture.expected(&format!("{key}.order")).to_string()), "{key}");
        }
        // The winner is then estimated on every row it can use.
        assert_eq!(result.orders(), &result.candidates()[0].orders);
        assert_eq!(result.levels().nobs(), 192 - result.orders().longest());
    }
}

/// The printed 5 % and 10 % points hold their level in a simulation of the regression that they are for: Pesaran, Shin and
/// Smith's at 500 rows, Narayan's at his own.
#[test]
fn size_of_the_printed_tables() {
    for case in Case::ALL {
        for k in [1, 2, 5] {
            let law = BoundsSimulation::new(case, k, 500).draws(1500).run().unwrap();
            for (statistic, bound) in [Statistic::F, Statistic::T].into_iter().flat_map(|s| Bound::BOTH.map(|b| (s, b)))
            {
                let Some(table) = asymptotic::critical_values(statistic, case, k, bound) else { continue };
                for (level, value) in LEVELS.into_iter().zip(table).take(2) {
                    let found = law.p_value(statistic, value, bound).value();
                    let slack = 4.0 * (level * (1.0 - level) / 1500.0_f64).sqrt();
                    assert!(
                        (found - level).abs() < slack + 0.003,
                        "{case}, k = {k}, {statistic}, {bound}: {found}, {level}"
                    );
                }
            }
        }
        for (k, rows) in [(1, 30), (2, 45), (4, 60), (7, 75)] {
            let law = BoundsSimulation::new(case, k, rows).draws(3000).run().unwrap();
            for bound in Bound::BOTH {
                for (level, value) in narayan::critical_values(case, k, rows, bound) {
                    let found = law.p_value(Statistic::F, value, bound).value();
                    let slack = 4.0 * (level * (1.0 - level) / 3000.0_f64).sqrt();
                    assert!(
                        (found - level).abs() < slack + 0.002,
                        "{case}, k = {k}, {rows} rows, {bound}: {found}, {level}"
                    );
                }
            }
        }
    }
}

/// At 5 %, the rejections of a true null with 50 rows by bounds simulated for that regression: regressors I(0) against the
/// I(0) bound and I(1) against the I(1) bound, lagged differences and a constant in the model.
#[test]
fn size_of_simulated_bounds() {
    let (rows, orders) = (50, Orders::new(2, &[1, 1]));
    let law = BoundsSimulation::new(Case::III, 2, rows).orders(&orders).draws(10_000).run().unwrap();
    let streams = yalu::resampling::Streams::new(99);
    let start = Period::annual(1950);
    let samples = 1000;
    for bound in Bound::BOTH {
        let mut rejections = [0; 2];
        for i in 0..samples {
            let mut stream = streams.replication(i);
            let mut draw = |integrated: bool, name: &str| {
                let mut level = 0.0;
                let values = (0..rows + 2).map(|_| {
                    let shock = stream.standard_normal();
                    level = if integrated { level + shock } else { shock };
                    level
                });
                Series::new(name, start, values.collect()).unwrap()
            };
            let (y, x, z) = (draw(true, "y"), draw(bound == Bound::I1, "x"), draw(bound == Bound::I1, "z"));
            let test = Ardl::of(&y).on(&[&x, &z]).orders(2, &[1, 1]).run().unwrap().bounds(Bounds::Pss).unwrap();
            let values = [(Statistic::F, test.f().unwrap()), (Statistic::T, test.t().unwrap())];
            for (count, (statistic, value)) in rejections.iter_mut().zip(values) {
                *count += u32::from(law.p_value(statistic, value, bound).value() < 0.05);
            }
        }
        // Four standard errors of the rejections, and of the simulated 5 % point.
        let slack = 4.0 * (0.05 * 0.95 * (1.0 / samples as f64 + 1e-4)).sqrt();
        for count in rejections {
            let rate = f64::from(count) / samples as f64;
            assert!((rate - 0.05).abs() < slack, "{bound}: {rate}");
        }
    }
}

/// Tabulated critical values hold their level in simulated regressions of their kind: 10, 5, 2.5 and 1 %.
#[test]
fn tables_hold_their_level() {
    for (case, k) in [(Case::II, 1), (Case::III, 10), (Case::IV, 2), (Case::V, 6)] {
        let law = asymptotic_law(case, k);
        for bound in Bound::BOTH {
            for statistic in [Statistic::F, Statistic::T] {
                let Some(values) = asymptotic::critical_values(statistic, case, k, bound) else { continue };
                for (level, value) in LEVELS.into_iter().zip(values) {
                    is_near(
                        law.p_value(statistic, value, bound),
                        level,
                        &format!("{statistic} {case} {k} {bound} {level}"),
                    );
                }
            }
        }
    }
    for case in [Case::II, Case::III, Case::IV, Case::V] {
        for (rows, k) in [(30, 2), (50, 7), (75, 4)] {
            let law = BoundsSimulation::new(case, k, rows).draws(DRAWS).run().unwrap();
            for bound in Bound::BOTH {
                for (level, value) in narayan::critical_values(case, k, rows, bound) {
                    is_near(
                        law.p_value(Statistic::F, value, bound),
                        level,
                        &format!("{case} {k} {rows} {bound} {level}"),
                    );
                }
            }
        }
    }
}

/// The three things that can be said, on statistics that the fixture has: F = 5.487 and t = −3.835, then F = 1.943.
#[test]
fn verdicts_in_words() {
    let (_, series) = denmark();
    let test = |case| model(&series, &Orders::new(1, &[1, 1, 1]), case).bounds(Bounds::Pss).unwrap();
    let said = |case, level: f64| test(case).in_words(level).unwrap();
    assert_eq!(
        said(Case::III, 0.05),
        "At 5 %, by F = 5.487 against 3.230 at I(0) and 4.350 at I(1): the null of no level relation is rejected, whatever \
         the order of integration of the regressors (0 or 1). t = -3.835 against -2.860 at I(0) and -3.780 at I(1) rejects \
         too."
    );
    assert!(said(Case::III, 0.01).contains("inconclusive, since it depends on the order of integration"));
    assert!(said(Case::III, 0.01).ends_with("t = -3.835 against -3.430 at I(0) and -4.370 at I(1) is inconclusive."));
    assert!(said(Case::I, 0.05).contains("is not rejected, whatever the order of integration"));
    assert!(said(Case::III, 0.001).contains("the tables do not reach this level"));
    let report = test(Case::III).convention("F-I0").unwrap().clone();
    assert_eq!(report.p(), Some(yalu::PValue::Below(0.01)));
    assert!(matches!(test(Case::III).reports()[0].p(), Some(yalu::PValue::Approximate(p)) if p > 0.01 && p < 0.025));
}
