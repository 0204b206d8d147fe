//! Unit roots with a break at an unknown date, against urca, statsmodels and arch, and against what papers printed.

use yalu::regression::Criterion;
use yalu::resampling::{Rate, Streams};
use yalu::unit_root::{BreakIn, Breaks, LagRule, Lags, LeeStrazicich, LmModel, ZivotAndrews, ZivotAndrewsResult};
use yalu::{HypothesisTest, Outcome, Period, Series, Stamp};

use crate::fixture::{Fixture, assert_digits};

fn case(name: &str, column: &str, start: &str) -> (Fixture, Series) {
    let fixture = Fixture::load(name);
    let series = Series::new("y", start.parse::<Period>().unwrap(), fixture.column(column)).unwrap();
    (fixture, series)
}

const MODELS: [(&str, BreakIn); 3] =
    [("intercept", BreakIn::Intercept), ("trend", BreakIn::Trend), ("both", BreakIn::Both)];

/// The number of observations before the break.
fn observations_before(result: &ZivotAndrewsResult, series: &Series) -> f64 {
    let Stamp::Period(last_before) = result.break_date().last_before else { panic!("dated series have dates") };
    (last_before.since(series.start()).unwrap() + 1) as f64
}

/// Statistics to eight digits: statsmodels and arch invert X'X, urca does not.
#[test]
fn zivot_and_andrews() {
    let mut compared = 0;
    for (name, column, start) in [("ur_macro_infl", "y", "1959Q1"), ("ur_np_gnp_r", "logy", "1909")] {
        let (fixture, series) = case(name, column, start);
        let mut seen = 0;
        for (key, model) in MODELS {
            let test = ZivotAndrews::of(&series).break_in(model);
            for lags in 0..=2 {
                let of = |what: &str| format!("za.{key}.lag{lags}.{what}");
                let every = test.clone().trim(0.0).lags(lags).run().unwrap();
                assert_digits(every.statistic(), fixture.expected(&of("stat")), 8.0, &of("stat"));
                assert_eq!(observations_before(&every, &series), fixture.expected(&of("break_position_1based")));
                seen += 2;
                for trim in [0.15, 0.1] {
                    let result = test.clone().trim(trim).lags(lags).run().unwrap();
                    let of = |what: &str| format!("za.{key}.lag{lags}.trim{trim}.{what}");
                    assert_digits(result.statistic(), fixture.expected(&of("stat")), 8.0, &of("stat"));
                    let p = result.report().p().unwrap().value();
                    assert_digits(p, fixture.expected(&of("p")), 8.0, &of("p"));
                    seen += 2;
                    if let Some(index) = fixture.find(&of("break_index_0based")) {
                        // statsmodels counts from 0, and one later where only the trend breaks.
                        let shift = if model == BreakIn::Trend { 0.0 } else { 1.0 };
                        assert_eq!(observations_before(&result, &series), index + shift, "{}", of("break"));
                        seen += 1;
                    }
                }
            }
            let result = test.lags(1).run().unwrap();
            for (convention, family) in [(0, "cv_sm"), (1, "cv")] {
                for critical in &result.reports()[convention].critical_values {
                    let what = format!("za.{key}.{family}.{}pct", 100.0 * critical.level);
                    assert_eq!(critical.value, fixture.expected(&what), "{what}");
                    seen += 1;
                }
            }
        }
        assert_eq!(seen, fixture.keys().iter().filter(|key| key.starts_with("za.")).count(), "{name}: every number");
        compared += seen;
    }
    assert_eq!(compared, 168);
}

/// The lags of every date as the paper chooses them: what it printed for Nelson and Plosser's series, at two decimals.
#[test]
fn what_zivot_and_andrews_printed() {
    let fixture = Fixture::load("ur_nelson_plosser");
    let mut compared = 0;
    for column in fixture.columns().map(str::to_owned).collect::<Vec<_>>() {
        let Some(printed) = fixture.find(&format!("za_paper.{column}.stat")) else { continue };
        let series = nelson_plosser(&fixture, &column);
        let lags = Lags::up_to(LagRule::TStat, 8);
        let result = ZivotAndrews::of(&series).trim(0.0).lags(lags).lags_at_each_date().run().unwrap();
        assert!((result.statistic() - printed).abs() <= 5.01e-3, "{column}: {}, {printed}", result.statistic());
        assert_eq!(result.lag_order().lags as f64, fixture.expected(&format!("za_paper.{column}.lags")));
        let year = fixture.expected(&format!("za_paper.{column}.last_before"));
        assert_eq!(result.break_date().last_before.to_string(), year.to_string());
        compared += 1;
    }
    assert_eq!(compared, 8);
}

/// Lags by a rule, chosen once in the regression without a break, and dates trimmed by 15 %: statsmodels' defaults.
#[test]
fn zivot_and_andrews_with_lags_by_a_rule() {
    let fixture = Fixture::load("ur_nelson_plosser");
    let mut compared = 0;
    for column in ["gnp.r", "ip", "cpi", "sp"] {
        let series = nelson_plosser(&fixture, column);
        for (key, model) in MODELS {
            let rules = [("aic", Criterion::Aic.into()), ("bic", Criterion::Bic.into()), ("tstat", LagRule::TStat)];
            for (rule_key, rule) in rules {
                let of = |what: &str| format!("za_sm.{column}.{key}.{rule_key}.{what}");
                let result = ZivotAndrews::of(&series).break_in(model).lags(Lags::by(rule)).run().unwrap();
                assert_eq!(result.lag_order().lags as f64, fixture.expected(&of("lags")), "{}", of("lags"));
                assert_digits(result.statistic(), fixture.expected(&of("stat")), 8.0, &of("stat"));
                assert_digits(result.report().p().unwrap().value(), fixture.expected(&of("p")), 7.0, &of("p"));
                assert_eq!(
                    observations_before(&result, &series),
                    fixture.expected(&of("last_before")),
                    "{}",
                    of("date")
                );
                compared += 4;
            }
        }
    }
    assert_eq!(compared, fixture.keys().iter().filter(|key| key.starts_with("za_sm.")).count(), "every number");
}

/// Where a table ends, so does what is said.
#[test]
fn a_statistic_beyond_the_table_has_a_bound() {
    let (_, series) = case("ur_macro_infl", "y", "1959Q1");
    let result = ZivotAndrews::of(&series).lags(0).run().unwrap();
    let said: Vec<String> = result
        .reports()
        .iter()
        .map(|report| match &report.outcome {
            Outcome::Computed { p, .. } => p.to_string(),
            Outcome::NotApplicable { because } => because.clone(),
        })
        .collect();
    assert_eq!(said, ["p < 1e-5", "p < 0.01"]);
}

/// The logarithm of one of Nelson and Plosser's series.
fn nelson_plosser(fixture: &Fixture, column: &str) -> Series {
    let (cells, years) = (fixture.text_column(column), fixture.column("year"));
    let from = cells.iter().position(|cell| !cell.is_empty()).unwrap();
    let values = cells[from..].iter().map(|cell| cell.parse::<f64>().unwrap().ln()).collect();
    Series::new(column, Period::annual(years[from] as i32), values).unwrap()
}

/// R code that follows the authors' own, and plain numpy: statistics, coefficients and dates with given lags; numpy alone
/// where the lags are chosen at every date.
#[test]
fn lee_and_strazicich() {
    let fixture = Fixture::load("ur_nelson_plosser");
    let mut compared = 0;
    for column in fixture.columns().map(str::to_owned).collect::<Vec<_>>() {
        for (key, model) in [("crash", LmModel::Crash), ("break", LmModel::TrendBreak)] {
            for (count, breaks) in [(1, Breaks::One), (2, Breaks::Two)] {
                for lags in ["lag0", "lag1", "lag4", "t8"] {
                    let of = |what: &str| format!("ls.{column}.{key}.breaks{count}.{lags}.{what}");
                    let Some(statistic) = fixture.find(&of("stat")) else { continue };
                    let series = nelson_plosser(&fixture, &column);
                    let mut test = LeeStrazicich::of(&series).breaks(breaks).model(model);
                    if let Some(given) = lags.strip_prefix("lag") {
                        test = test.lags(given.parse::<usize>().unwrap());
                    }
                    let result = test.run().unwrap();
                    assert_digits(result.statistic(), statistic, 9.0, &of("stat"));
                    if let Some(coefficient) = fixture.find(&of("phi")) {
                        assert_digits(result.coefficient(), coefficient, 9.0, &of("phi"));
                    } else {
                        assert_eq!(result.lag_order().lags as f64, fixture.expected(&of("lags")), "{}", of("lags"));
                    }
                    for (i, date) in result.break_dates().iter().enumerate() {
                        let before = fixture.expected(&of(&format!("last_before_{}", i + 1)));
                        let expected = series.start().plus(before as i64 - 1);
                        assert_eq!(date.last_before, Stamp::Period(expected), "{}", of("date"));
                        compared += 1;
                    }
                    compared += 2;
                }
            }
        }
    }
    assert_eq!(compared, fixture.keys().iter().filter(|key| key.starts_with("ls.")).count(), "every number");
}

/// A random walk of normal shocks.
fn walk(n: usize, draw: u64) -> Series {
    let (mut level, mut stream) = (0.0, Streams::new(55).replication(draw));
    let step = |_| {
        level += stream.standard_normal();
        level
    };
    Series::new("walk", Period::annual(1900), (0..n).map(step).collect()).unwrap()
}

/// How often a test rejects at 5 % when the series is a random walk without a break.
fn size(n: usize, draws: usize, report: impl Fn(&Series) -> yalu::TestReport) -> Rate {
    let rejects = |draw| report(&walk(n, draw)).rejects(0.05).unwrap();
    Rate { count: (0..draws as u64).filter(|draw| rejects(*draw)).count(), replications: draws }
}

fn assert_between(rate: Rate, low: f64, high: f64, what: &str) {
    let slack = 4.0 * rate.std_error();
    assert!(rate.value() > low - slack && rate.value() < high + slack, "{what}: {rate}");
}

/// The simulated quantiles are asymptotic, and hold in a hundred observations too as long as no lags are chosen.
#[test]
fn size_of_zivot_and_andrews() {
    for (key, model) in MODELS {
        let rejects = |series: &Series| ZivotAndrews::of(series).break_in(model).lags(0).run().unwrap().report();
        assert_between(size(1000, 500, rejects), 0.05, 0.05, key);
        assert_between(size(100, 1000, rejects), 0.05, 0.05, key);
    }
}

/// The published critical values are for this length: 5 % within Monte Carlo error, or a little less.
#[test]
fn size_of_lee_and_strazicich() {
    for model in [LmModel::Crash, LmModel::TrendBreak] {
        let rejects = |series: &Series| {
            LeeStrazicich::of(series).breaks(Breaks::One).model(model).lags(0).run().unwrap().report()
        };
        assert_between(size(100, 1000, rejects), 0.04, 0.05, &format!("one break in {model}"));
    }
}

/// Two breaks cost the square of the dates, so fewer draws; the values for breaks in the trend depend on the dates, and
/// the nearest pair of the table stands for the one found.
#[test]
fn size_of_lee_and_strazicich_with_two_breaks() {
    for model in [LmModel::Crash, LmModel::TrendBreak] {
        let rejects = |series: &Series| LeeStrazicich::of(series).model(model).lags(0).run().unwrap().report();
        assert_between(size(100, 300, rejects), 0.04, 0.05, &format!("two breaks in {model}"));
    }
}
