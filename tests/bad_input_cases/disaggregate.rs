//! What temporal disaggregation refuses, and what refuses its results.

use yalu::causality::{Granger, TodaYamamoto};
use yalu::disaggregate::{Adjustment, Disaggregate, Method, Rho};
use yalu::seasonal::Stl;
use yalu::unit_root::{Adf, DfGls, Kpss};
use yalu::{Design, ErrorKind, Frequency, HypothesisTest, Period, Series};

use super::expect::refused;

fn annual(name: &str, n: i32) -> Series {
    Series::new(name, Period::annual(1990), (0..n).map(|t| 50.0 + f64::from(t * t % 17)).collect()).unwrap()
}

fn quarterly(name: &str, n: i32, seed: i32) -> Series {
    let values = (0..n).map(|t| 10.0 + f64::from((t * t * 7 + seed * t) % 23)).collect();
    Series::new(name, "1990Q1".parse::<Period>().unwrap(), values).unwrap()
}

fn of(y: &Series) -> Disaggregate<'_> {
    Disaggregate::of(y).to(Frequency::Quarterly)
}

#[test]
fn frequencies_and_samples() {
    let (y, x) = (annual("y", 12), quarterly("x", 48, 3));
    refused(Disaggregate::of(&x).to(Frequency::Annual).run(), ErrorKind::Frequency, &["`x`", "higher frequency"]);
    refused(Disaggregate::of(&y).to(Frequency::Annual).run(), ErrorKind::Frequency, &["annual"]);
    refused(Disaggregate::of(&y).indicators(&[&x]).run(), ErrorKind::Frequency, &["`x` is quarterly", "monthly"]);
    let short = x.until("2000Q4".parse().unwrap()).unwrap();
    refused(of(&y).indicators(&[&short]).run(), ErrorKind::Sample, &["1990Q1 to 2000Q4", "2001Q4"]);
    let late = x.since("1990Q2".parse().unwrap()).unwrap();
    refused(of(&y).indicators(&[&late]).run(), ErrorKind::Sample, &["1990Q2"]);
    refused(of(&y).indicators(&[&x, &x]).run(), ErrorKind::Name, &["`x`", "twice"]);
    refused(of(&y).indicators(&[&x.clone().rename("y")]).run(), ErrorKind::Name, &["`y`"]);
}

#[test]
fn too_little_to_estimate() {
    let x = quarterly("x", 48, 3);
    let two = annual("y", 2);
    refused(of(&two).indicators(&[&x]).run(), ErrorKind::Sample, &["4 observed values", "ρ", "found 2"]);
    refused(of(&two).indicators(&[&x]).method(Method::Fernandez).run(), ErrorKind::Sample, &["3 observed values"]);
    let adjustment = Adjustment { proportional: false, differences: 2 };
    let one = annual("y", 1);
    refused(of(&one).method(Method::DentonCholette(adjustment)).run(), ErrorKind::Sample, &["needs 2"]);
    let y = annual("y", 12);
    let twin = x.map("twice", |v| 2.0 * v + 1.0).unwrap().rename("twin");
    refused(of(&y).indicators(&[&x, &twin]).run(), ErrorKind::Collinear, &["twin"]);
    let flat = Series::new("flat", "1990Q1".parse::<Period>().unwrap(), vec![3.0; 48]).unwrap();
    refused(of(&y).indicators(&[&flat]).run(), ErrorKind::Collinear, &["flat"]);
    // Four observed values leave one degree of freedom: an estimate, and no standard error.
    let four = annual("y", 4);
    let few = of(&four).indicators(&[&x]).run().unwrap();
    assert!(few.std_errors().is_none());
    assert!(few.notes().iter().any(|note| note.text().contains("no standard errors")));
}

#[test]
fn arguments_out_of_range() {
    let (y, x) = (annual("y", 12), quarterly("x", 48, 3));
    let with = |method| of(&y).indicators(&[&x]).method(method).run();
    for rho in [1.0, -1.0, 2.5, f64::NAN] {
        refused(with(Method::ChowLin(Rho::Fixed(rho))), ErrorKind::Argument, &["ρ", "between −1 and 1"]);
    }
    refused(of(&y).indicators(&[&x]).rho_range(0.5, 1.0).run(), ErrorKind::Argument, &["upper end"]);
    refused(of(&y).indicators(&[&x]).rho_range(0.5, 0.2).run(), ErrorKind::Argument, &["empty"]);
    refused(with(Method::Litterman(Rho::MinimumRssOfCorrelations)), ErrorKind::Argument, &["Litterman"]);
    refused(of(&y).method(Method::Fernandez).no_constant().run(), ErrorKind::Argument, &["without indicators"]);
    for differences in [0, 3] {
        let adjustment = Adjustment { proportional: true, differences };
        refused(with(Method::DentonCholette(adjustment)), ErrorKind::Argument, &["1 or 2"]);
    }
    let second = quarterly("z", 48, 5);
    let denton = Method::DentonCholette(Adjustment::default());
    refused(of(&y).indicators(&[&x, &second]).method(denton).run(), ErrorKind::Argument, &["one indicator", "found 2"]);
    refused(of(&y).method(Method::Denton(Adjustment::default())).run(), ErrorKind::Argument, &["Denton–Cholette"]);
    let crossing = x.map("less", |v| v - 20.0).unwrap();
    refused(of(&y).indicators(&[&crossing]).method(denton).run(), ErrorKind::Argument, &["changes sign", "additive"]);
}

/// Tests of causality refuse what was constructed, insist or not; regressions and tests of unit roots say what it is.
#[test]
fn constructed_data_in_tests() {
    let (y, x) = (annual("y", 12), quarterly("x", 48, 3));
    let made = of(&y).run().unwrap().series().clone().rename("gdp").diff(1).unwrap();
    let (cause, given) = (quarterly("cause", 48, 11), quarterly("given", 48, 4));
    let words: &[&str] = &["`diff(gdp)` is constructed data (from annual sums", "--accept-constructed-data"];
    refused(Granger::cause(&made).effect(&x).run(), ErrorKind::Argument, words);
    refused(Granger::cause(&x).effect(&made).run(), ErrorKind::Argument, words);
    refused(Granger::cause(&x).effect(&cause).given(&[&made]).run(), ErrorKind::Argument, words);
    refused(TodaYamamoto::cause(&x).effect(&made).run(), ErrorKind::Argument, words);
    let insisted =
        Granger::cause(&x).effect(&made).given(&[&given]).lags(1..=2).accept_constructed_data().run().unwrap();
    for report in insisted.reports() {
        assert!(report.notes.iter().any(|note| note.text().starts_with("`diff(gdp)` is constructed data")));
    }
    assert!(insisted.to_string().contains("is constructed data"));
    // The further forms refuse them too, and say so where the user insists.
    use yalu::causality::{AllPairs, BlockGranger, BreitungCandelon, Conventions, Geweke};
    let block = BlockGranger::causes(&[&x]).effects(&[&made]);
    refused(block.run(), ErrorKind::Argument, words);
    refused(AllPairs::of(&[&x, &made]).run(), ErrorKind::Argument, words);
    refused(BreitungCandelon::cause(&x).effect(&made).run(), ErrorKind::Argument, words);
    refused(Geweke::cause(&x).effect(&made).run(), ErrorKind::Argument, words);
    refused(Conventions::of(&Granger::cause(&x).effect(&made)).run(), ErrorKind::Argument, words);
    refused(Granger::cause(&x).effect(&given).exogenous(&[&made]).run(), ErrorKind::Argument, words);
    // So do local projections, whatever the role of the series, and tests in an error-correction model.
    use yalu::local_projection::{LocalProjection, State};
    refused(LocalProjection::of(&made, &x).run(), ErrorKind::Argument, words);
    refused(LocalProjection::of(&x, &made).run(), ErrorKind::Argument, words);
    refused(LocalProjection::of(&x, &given).controls(&[&made]).run(), ErrorKind::Argument, words);
    refused(LocalProjection::of(&x, &given).before(&[&made]).run(), ErrorKind::Argument, words);
    let by_state = LocalProjection::of(&x, &given).state(State::Lagged(&made));
    refused(by_state.run(), ErrorKind::Argument, words);
    let insisted = LocalProjection::of(&made, &x).horizon(2).accept_constructed_data().run().unwrap();
    assert!(insisted.notes()[0].text().starts_with("`diff(gdp)` is constructed data"), "{insisted}");
    assert!(insisted.to_string().contains("is constructed data"), "{insisted}");
    let model = |insist: bool| {
        let model = yalu::vecm::ErrorCorrection::of(&[&made, &x]).lags(1).rank(1);
        if insist { model.accept_constructed_data() } else { model }.run().unwrap()
    };
    refused(model(false).causality("diff(gdp)", x.name()), ErrorKind::Argument, words);
    refused(model(false).causality(x.name(), "diff(gdp)"), ErrorKind::Argument, words);
    refused(model(false).instantaneous(x.name()), ErrorKind::Argument, words);
    assert!(model(true).instantaneous(x.name()).unwrap().notes[0].text().contains("is constructed data"));
    let insisted = model(true).causality("diff(gdp)", x.name()).unwrap();
    assert!(
        insisted
            .reports()
            .filter(|report| report.test == "vecm-granger")
            .all(|report| { report.notes.iter().any(|note| note.text().contains("is constructed data")) })
    );
    let insisted = block.accept_constructed_data().run().unwrap().reports();
    assert!(insisted.iter().all(|report| report.notes[0].text().contains("is constructed data")));
    let noted = |notes: &[yalu::Note]| notes.iter().filter(|note| note.text().contains("constructed")).count() == 1;
    assert!(noted(&Adf::of(&made).run().unwrap().report().notes));
    assert!(noted(&DfGls::of(&made).run().unwrap().report().notes));
    assert!(noted(&Kpss::of(&made).run().unwrap().report().notes));
    assert!(noted(Design::of(&x).constant().lags(&made, 0..=2).build().unwrap().notes()));
    // A seasonally adjusted series is not refused; every report says what its filter does.
    let adjusted = Stl::of(&x).run().unwrap().adjusted().clone();
    let result = Granger::cause(&adjusted).effect(&cause).run().unwrap();
    assert!(result.reports().iter().all(|report| report.notes[0].text().contains("distorts lags and tests")));
}
