//! What the test for seasonal unit roots promises not to depend on.

use proptest::prelude::*;
use yalu::unit_root::{Hegy, HegyResult, SeasonalLaw, SeasonalTerms};
use yalu::{Period, Series};

fn series(start: &str, values: &[f64]) -> Series {
    Series::new("y", start.parse::<Period>().unwrap(), values.to_vec()).unwrap()
}

fn run(series: &Series, terms: SeasonalTerms, lags: usize) -> HegyResult {
    let law = SeasonalLaw::Drawn { draws: 100, seed: 1 };
    Hegy::of(series).terms(terms).lags(lags).law(law).run().unwrap()
}

fn same(a: &HegyResult, b: &HegyResult) -> bool {
    a.reports().iter().zip(b.reports()).all(|(a, b)| {
        let (a, b) = (a.statistic().unwrap(), b.statistic().unwrap());
        (a - b).abs() <= 1e-7 * a.abs().max(b.abs()).max(1.0)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_the_terms_take_up_does_not_matter(
        // Monthly dummies, a trend and two lags need 46 for five degrees of freedom.
        values in prop::collection::vec(-1.0..1.0_f64, 46..70),
        pattern in prop::collection::vec(-9.0..9.0_f64, 12),
        e in -9_i32..10, level in -20.0..20.0_f64, slope in -1.0..1.0_f64, lags in 0_usize..3,
    ) {
        let unit = 10.0_f64.powi(e);
        for (start, seasons) in [("1990H2", 2), ("1990Q3", 4), ("1990-11", 12)] {
            let one = series(start, &values);
            for terms in [
                SeasonalTerms::None, SeasonalTerms::Constant, SeasonalTerms::Trend, SeasonalTerms::Seasons,
                SeasonalTerms::SeasonsTrend,
            ] {
                let taken_up = |(t, y): (usize, &f64)| {
                    let mut y = *y;
                    if terms != SeasonalTerms::None { y += level; }
                    if terms.has_trend() { y += slope * t as f64; }
                    if terms.has_seasons() { y += pattern[t % seasons]; }
                    unit * y
                };
                let other: Vec<f64> = values.iter().enumerate().map(taken_up).collect();
                prop_assert!(same(&run(&one, terms, lags), &run(&series(start, &other), terms, lags)), "{start} {terms}");
            }
        }
    }

    #[test]
    fn alternating_signs_swap_the_zero_frequency_and_the_fastest(values in prop::collection::vec(-1.0..1.0_f64, 30..50)) {
        let alternating: Vec<f64> = values.iter().enumerate().map(|(t, y)| if t % 2 == 0 { *y } else { -y }).collect();
        let of = |values: &[f64]| run(&series("1990Q1", values), SeasonalTerms::Seasons, 0);
        let (one, other) = (of(&values), of(&alternating));
        prop_assert!((one.t_zero() - other.t_pi()).abs() < 1e-7 && (one.t_pi() - other.t_zero()).abs() < 1e-7);
        prop_assert!((one.f_pairs()[0] - other.f_pairs()[0]).abs() < 1e-7 && (one.f_all() - other.f_all()).abs() < 1e-7);
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        values in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), Just(-1.7e308), -1e-300..1e300_f64], 1..40),
        lags in 0_usize..20,
    ) {
        let law = SeasonalLaw::Drawn { draws: 100, seed: 1 };
        for start in ["1990H1", "1990Q1", "1990-01"] {
            let series = series(start, &values);
            if let Ok(result) = Hegy::of(&series).lags(lags).law(law).min_df(0).run() {
                let text = result.to_string();
                prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
            }
        }
    }
}
