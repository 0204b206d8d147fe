//! Seasonal unit roots against R's uroot and a second implementation in numpy; the size of the tests.

use yalu::regression::Criterion;
use yalu::resampling::{Rate, Streams};
use yalu::unit_root::{Hegy, HegyResult, Lags, SeasonalLaw, SeasonalTerms};
use yalu::{Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits};

const TERMS: [(&str, SeasonalTerms); 5] = [
    ("none", SeasonalTerms::None),
    ("constant", SeasonalTerms::Constant),
    ("trend", SeasonalTerms::Trend),
    ("seasons", SeasonalTerms::Seasons),
    ("seasons_trend", SeasonalTerms::SeasonsTrend),
];

/// The data sets' first periods; the last is made half-yearly of a quarterly one.
const SERIES: [(&str, &str); 6] = [
    ("AirPassengers", "1949-01"),
    ("UKgas", "1960Q1"),
    ("JohnsonJohnson", "1960Q1"),
    ("nottem", "1920-01"),
    ("austres", "1971Q2"),
    ("UKgas_half", "1960H1"),
];

fn series(fixture: &Fixture, (name, start): (&str, &str)) -> Series {
    let cells = fixture.text_column(name).iter().filter(|cell| !cell.is_empty());
    let values = cells.map(|cell| cell.parse().unwrap()).collect();
    Series::new(name, start.parse::<Period>().unwrap(), values).unwrap()
}

fn lags(words: &str) -> Lags {
    let (rule, number) = words.split_at(words.len() - 1);
    let number: usize = number.parse().unwrap();
    match rule {
        "given" => Lags::Given(number),
        "aic" => Lags::up_to(Criterion::Aic, number),
        _ => Lags::up_to(Criterion::Bic, number),
    }
}

/// Where only the statistic is asked for.
const FEW: SeasonalLaw = SeasonalLaw::Drawn { draws: 100, seed: 1 };

fn report<'a>(result: &'a HegyResult, convention: &str) -> &'a TestReport {
    result.reports().iter().find(|report| report.convention == convention).expect(convention)
}

/// Statistics to nine digits; p-values to two per cent of themselves, which is
/// what uroot smooths away between the levels of its surfaces.
#[test]
fn uroot() {
    let fixture = Fixture::load("hegy_r_datasets");
    let (mut compared, mut p_compared) = (0, 0);
    for named in SERIES {
        let series = series(&fixture, named);
        for (terms_key, terms) in TERMS {
            for rule in ["given0", "given1", "given4", "aic8", "bic8"] {
                let prefix = format!("{}.{terms_key}.{rule}", named.0);
                if fixture.find(&format!("{prefix}.lags")).is_none() {
                    continue;
                }
                let law = if terms == SeasonalTerms::None { FEW } else { SeasonalLaw::Surfaces };
                let result = Hegy::of(&series).terms(terms).lags(lags(rule)).law(law).run().unwrap();
                assert_eq!(result.lag_order().lags as f64, fixture.expected(&format!("{prefix}.lags")), "{prefix}");
                let df = fixture.expected(&format!("{prefix}.df_resid"));
                assert_eq!(result.regression().df_resid() as f64, df, "{prefix}");
                compared += 2;
                for own in result.reports() {
                    let key = format!("{prefix}.{}.stat", own.convention);
                    assert_digits(own.statistic().unwrap(), fixture.expected(&key), 9.0, &key);
                    compared += 1;
                    let key = format!("{prefix}.{}.p", own.convention);
                    if let Some(p) = fixture.find(&key) {
                        let ours = own.p().unwrap().value();
                        // uroot says 0 and 1 where its table ends.
                        let theirs = p.clamp(0.001, 0.99);
                        let slack = 0.0015 + 0.02 * theirs;
                        assert!((ours - theirs).abs() <= slack, "{key}: {ours}, {theirs}");
                        p_compared += 1;
                    }
                }
            }
        }
    }
    assert_eq!(compared + p_compared, fixture.keys().len(), "every number");
    assert!(
        report(&Hegy::of(&series(&fixture, SERIES[1])).lags(1).law(FEW).run().unwrap(), "t2").rejects(0.05).unwrap()
    );
}

/// A seasonal random walk of normal shocks.
fn walk(start: &str, n: usize, draw: u64) -> Series {
    let start: Period = start.parse().unwrap();
    let (lag, mut stream) = (start.frequency().per_year(), Streams::new(77).replication(draw));
    let mut values: Vec<f64> = Vec::new();
    for t in 0..n {
        values.push(stream.standard_normal() + if t < lag { 0.0 } else { values[t - lag] });
    }
    Series::new("walk", start, values).unwrap()
}

/// How often each null is rejected at 5 % when all are true, by the critical values of `judge`.
fn rejections(start: &str, judge: &HegyResult, draws: usize) -> Vec<(&'static str, Rate)> {
    let mut counts = vec![0; judge.reports().len()];
    for draw in 0..draws as u64 {
        let result = Hegy::of(&walk(start, 100, draw)).lags(0).law(SeasonalLaw::Surfaces).run().unwrap();
        for ((count, own), law) in counts.iter_mut().zip(result.reports()).zip(judge.reports()) {
            let (statistic, critical) = (own.statistic().unwrap(), law.critical_values[1]);
            assert_eq!((own.convention, critical.level), (law.convention, 0.05));
            let rejects =
                if own.convention.starts_with('t') { statistic < critical.value } else { statistic > critical.value };
            *count += usize::from(rejects);
        }
    }
    let rates = counts.into_iter().map(|count| Rate { count, replications: draws });
    judge.reports().iter().map(|report| report.convention).zip(rates).collect()
}

/// Drawn laws hold their 5 % at n = 100, quarterly and half-yearly.
#[test]
fn size_by_the_drawn_law() {
    for start in ["1980Q1", "1980H1"] {
        let judge = Hegy::of(&walk(start, 100, 1_000_000)).lags(0).run().unwrap();
        for (convention, rate) in rejections(start, &judge, 1_500) {
            // The law's own 4,999 draws add to the error.
            let slack = 4.0 * (rate.std_error().powi(2) + 0.05 * 0.95 / 4999.0).sqrt();
            assert!((rate.value() - 0.05).abs() < slack, "{start}, {convention}: {rate}");
        }
    }
}

/// The response surfaces come near 5 % for t and the pair, and miss it for the joint F: why they are not the default.
#[test]
fn size_by_the_surfaces() {
    let judge = Hegy::of(&walk("1980Q1", 100, 1_000_000)).lags(0).law(SeasonalLaw::Surfaces).run().unwrap();
    for (convention, rate) in rejections("1980Q1", &judge, 1_500) {
        let slack = 4.0 * rate.std_error();
        let (low, high) = match convention {
            "t1" | "t2" => (0.05, 0.05),
            "F3:4" => (0.05, 0.07),
            _ => (0.055, 0.08),
        };
        assert!(rate.value() > low - slack && rate.value() < high + slack, "{convention}: {rate}");
    }
}
