//! What holds for every disaggregated series.

use proptest::prelude::*;
use yalu::disaggregate::{Adjustment, Disaggregate, Method, Rho};
use yalu::series::{Aggregation, CsvOptions};
use yalu::{Frame, Frequency, Period, Series};

fn methods() -> Vec<Method> {
    let mut all = vec![
        Method::ChowLin(Rho::MaximumLikelihood),
        Method::ChowLin(Rho::MinimumRss),
        Method::ChowLin(Rho::Fixed(-0.4)),
        Method::Fernandez,
        Method::Litterman(Rho::MaximumLikelihood),
        Method::Litterman(Rho::Fixed(0.7)),
    ];
    for proportional in [true, false] {
        for differences in [1, 2] {
            let adjustment = Adjustment { proportional, differences };
            all.extend([Method::Denton(adjustment), Method::DentonCholette(adjustment)]);
        }
    }
    all
}

fn annual(values: Vec<f64>) -> Series {
    Series::new("y", Period::annual(1990), values).unwrap()
}

fn quarterly(values: Vec<f64>) -> Series {
    Series::new("x", "1990Q1".parse::<Period>().unwrap(), values).unwrap()
}

const ALL: [Aggregation; 4] = [Aggregation::Sum, Aggregation::Mean, Aggregation::Start, Aggregation::End];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn aggregates_are_the_observed_values(
        y in prop::collection::vec(10.0..100.0_f64, 12),
        x in prop::collection::vec(5.0..20.0_f64, 51),
    ) {
        let (y, x) = (annual(y), quarterly(x));
        for method in methods() {
            for aggregation in ALL {
                let question = Disaggregate::of(&y).to(Frequency::Quarterly).aggregation(aggregation);
                let path = question.indicators(&[&x]).method(method).run().unwrap();
                prop_assert_eq!(path.extrapolated(), (0, 3));
                let back = path.series().aggregate(Frequency::Annual, aggregation).unwrap();
                for (a, b) in back.values().iter().zip(y.values()) {
                    prop_assert!((a - b).abs() <= 1e-11 * b.abs(), "{method} {aggregation}: {a} {b}");
                }
                prop_assert!(back.provenance().constructed().is_some());
            }
        }
    }

    #[test]
    fn units_of_series_and_indicator_do_not_matter(
        y in prop::collection::vec(10.0..100.0_f64, 12),
        x in prop::collection::vec(5.0..20.0_f64, 48),
    ) {
        let (small, large) = (annual(y.clone()), annual(y.iter().map(|v| v * 1e9).collect()));
        let (fine, coarse) = (quarterly(x.clone()), quarterly(x.iter().map(|v| v * 1e-9).collect()));
        for method in methods().into_iter().filter(|method| method.is_regression()) {
            let path = |y: &Series, x: &Series| {
                Disaggregate::of(y).to(Frequency::Quarterly).indicators(&[x]).method(method).run().unwrap()
            };
            let (a, b) = (path(&small, &fine), path(&large, &coarse));
            for (a, b) in a.series().values().iter().zip(b.series().values()) {
                prop_assert!((a * 1e9 - b).abs() <= 1e-5 * 1e9 * a.abs().max(1.0), "{method}: {a} {b}");
            }
        }
    }

    /// A constant indicator says nothing: proportional Denton–Cholette with it is the smooth curve without one.
    #[test]
    fn a_constant_indicator_gives_the_smooth_curve(y in prop::collection::vec(10.0..100.0_f64, 8), level in 0.5..9.0_f64) {
        let (y, x) = (annual(y), quarterly(vec![level; 32]));
        for differences in [1, 2] {
            let adjustment = Adjustment { proportional: true, differences };
            let question = || Disaggregate::of(&y).to(Frequency::Quarterly).method(Method::DentonCholette(adjustment));
            let (with, without) = (question().indicators(&[&x]).run().unwrap(), question().run().unwrap());
            for (a, b) in with.series().values().iter().zip(without.series().values()) {
                prop_assert!((a - b).abs() <= 1e-7 * y.values()[0].abs().max(100.0), "{a} {b}");
            }
        }
    }

    /// An indicator that is the true series in other units is followed to the letter, whatever the method's ρ.
    #[test]
    fn a_perfect_indicator_is_followed(x in prop::collection::vec(5.0..20.0_f64, 48)) {
        let x = quarterly(x);
        let y = x.aggregate(Frequency::Annual, Aggregation::Sum).unwrap().map("y", |v| 3.0 * v).unwrap().rename("y");
        for method in [Method::ChowLin(Rho::MaximumLikelihood), Method::Fernandez, Method::Litterman(Rho::MinimumRss)] {
            let path = Disaggregate::of(&y).to(Frequency::Quarterly).indicators(&[&x]).method(method).run().unwrap();
            for (a, b) in path.series().values().iter().zip(x.values()) {
                prop_assert!((a - 3.0 * b).abs() <= 1e-8 * b);
            }
        }
    }

    /// What was constructed is known after transforms, and after a file.
    #[test]
    fn the_flag_survives(y in prop::collection::vec(10.0..100.0_f64, 6)) {
        let y = annual(y);
        let made = Disaggregate::of(&y).to(Frequency::Monthly).run().unwrap().series().clone().rename("gdp");
        let other = Series::new("z", made.start(), vec![1.0; made.len()]).unwrap();
        let ways = [
            made.lag(2).unwrap(),
            made.diff(1).unwrap(),
            other.over(&other.plus(&made.map("square", |v| v * v).unwrap()).unwrap()).unwrap(),
            made.aggregate(Frequency::Quarterly, Aggregation::Sum).unwrap(),
            yalu::series::align(&[&other, &made]).unwrap().pop().unwrap(),
        ];
        for series in &ways {
            prop_assert!(series.provenance().constructed().is_some(), "{}", series.name());
        }
        let text = Frame::from_series(&[other.clone(), made.clone()]).unwrap().to_csv();
        let frame = Frame::from_csv_text(&text, "x.csv", &CsvOptions::default()).unwrap();
        let read = frame.series("gdp_disaggregated").unwrap();
        prop_assert_eq!(read.values(), made.values());
        prop_assert!(read.provenance().constructed().is_some());
        prop_assert!(frame.expression("diff(gdp_disaggregated)").unwrap().provenance().constructed().is_some());
        prop_assert!(frame.series("z").unwrap().provenance().constructed().is_none());
    }
}
