//! Local projections, horizon by horizon, against statsmodels, R's sandwich and AER, and linearmodels.

use yalu::local_projection::{LocalProjection, LocalProjections, Regime, State};
use yalu::{Indicator, Period, Series};

use crate::fixture::{Fixture, assert_digits};

#[test]
fn every_horizon_of_american_quarters() {
    let fixture = Fixture::load("lp_macrodata");
    let start: Period = "1959Q2".parse().expect("a quarter");
    let series = |name: &str| Series::new(name, start, fixture.column(name)).expect(name);
    let [gdp, gov, infl, rate, slack] = ["gdp", "gov", "infl", "rate", "slack"].map(series);
    let since = Indicator::Post("1984Q1".parse().expect("a quarter"));
    let answers: [(&str, LocalProjection<'_>); 9] = [
        ("plain", LocalProjection::of(&rate, &gdp).lags(4).controls(&[&infl]).horizon(12)),
        ("own", LocalProjection::of(&rate, &rate).lags(2).horizon(8)),
        ("alone", LocalProjection::of(&gov, &gdp).lags(0).horizon(4)),
        (
            "ordered",
            LocalProjection::of(&rate, &gdp).lags(2).before(&[&infl, &gdp]).trend().seasonal().adjusted().horizon(8),
        ),
        ("augmented", LocalProjection::of(&rate, &infl).lags(4).lag_augmented().controls(&[&gdp]).horizon(8)),
        ("cumulative", LocalProjection::of(&gov, &gdp).lags(4).cumulative().horizon(8)),
        ("multiplier", LocalProjection::of(&gov, &gdp).lags(4).multiplier().horizon(8)),
        ("dates", LocalProjection::of(&rate, &gdp).lags(2).seasonal().state(State::Dates(since)).horizon(6)),
        ("smooth", LocalProjection::of(&rate, &gdp).lags(2).trend().state(State::Lagged(&slack)).horizon(6)),
    ];
    let answers: Vec<(&str, LocalProjections)> =
        answers.into_iter().map(|(name, asked)| (name, asked.run().expect(name))).collect();
    let mut compared = 0;
    for key in fixture.keys() {
        let words: Vec<&str> = key.split('.').collect();
        let (_, found) = answers.iter().find(|(name, _)| *name == words[0]).expect(key);
        let horizon: usize = words[1].parse().expect(key);
        let expected = fixture.expected(key);
        let rows = found.tidy(0.95).expect(key);
        let regime = match words[2] {
            "within" => Regime::Within,
            "outside" => Regime::Outside,
            "difference" => Regime::Difference,
            _ => Regime::All,
        };
        let row = rows.iter().find(|row| row.horizon == horizon && (words[2] == "df" || row.regime == regime));
        let row = row.expect(key);
        let got = match *words.last().expect(key) {
            "df" => row.df_resid.expect(key) as f64,
            "estimate" => row.estimate.expect(key),
            "std_error" => row.std_error.expect(key),
            "p" => row.p_value.expect(key),
            "first_stage" => row.first_stage.expect(key),
            _ => panic!("{key}"),
        };
        assert_digits(got, expected, 9.0, key);
        compared += 1;
    }
    assert_eq!(compared, 383);
}
