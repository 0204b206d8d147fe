//! Changes at known dates, and LM at every date, against R (car, sandwich, strucchange) and numpy: every number of the cases.

use yalu::breaks::sup_f::BreakStatistic;
use yalu::breaks::{BreakDate, Chow, KnownBreaks, PrePost, SupF};
use yalu::regression::{Covariance, Hac, Kernel};
use yalu::{Design, HypothesisTest, PValue, Period, Series, Stamp};

use crate::fixture::{Fixture, assert_digits};

/// A case's response on a constant and its regressors.
fn design(fixture: &Fixture, response: &str, regressors: &[&str]) -> Design {
    let start: Period = fixture.text_column("date")[0].replace("-Q", "Q").parse().unwrap();
    let series = |name: &str| Series::new(name, start, fixture.column(name)).unwrap();
    let regressors: Vec<Series> = regressors.iter().map(|name| series(name)).collect();
    let response = series(response);
    regressors.iter().fold(Design::of(&response).constant(), |design, x| design.regressor(x)).build().unwrap()
}

fn covariance(word: &str) -> Covariance {
    match word {
        "hc0" => Covariance::Hc0,
        "hc1" => Covariance::Hc1,
        "hc2" => Covariance::Hc2,
        "hc3" => Covariance::Hc3,
        "hc4" => Covariance::Hc4,
        "nw4" => Covariance::newey_west(4),
        "nwauto" => Covariance::Hac(Hac::newey_west_automatic()),
        "qs" => Covariance::Hac(Hac::andrews(Kernel::QuadraticSpectral).prewhitened()),
        _ => Covariance::Classical,
    }
}

struct Case {
    design: Design,
    dates: Vec<BreakDate>,
    some: Vec<&'static str>,
    /// Limited by the inverses of X'X in car and sandwich: for `all.hc1.F` of road casualties 50-digit arithmetic gives
    /// 7.5157485545467382 and p = 3.66521731175698e-7, and so do we; R has 7.51574855388 and 3.66521731705e-7.
    digits: f64,
}

impl Case {
    fn new(
        name: &str,
        response: &str,
        regressors: &[&str],
        rows: [usize; 2],
        some: &[&'static str],
        digits: f64,
    ) -> (Fixture, Self) {
        let fixture = Fixture::load(name);
        let design = design(&fixture, response, regressors);
        let at = |b: usize| BreakDate { last_before: design.stamps()[b - 1], first_after: design.stamps()[b] };
        let dates = rows.map(at).to_vec();
        (fixture, Self { dates, some: some.to_vec(), digits, design })
    }

    fn asked(&self, which: &str) -> KnownBreaks<'_> {
        match which {
            "all" => KnownBreaks::of(&self.design).at(self.dates.clone()),
            "one" => KnownBreaks::of(&self.design).at([self.dates[0]]),
            _ => KnownBreaks::of(&self.design).at(self.dates.clone()).changing(self.some.clone()),
        }
    }

    fn check(&self, key: &str, expected: f64) {
        // A small p-value loses a digit more than its statistic; so does R's autoregression of nine scores: for `all.qs.F` of road
        // casualties 40-digit arithmetic gives 8.9888743911127, and so do we; R has 8.98887438038.
        let lost = [key.ends_with("_p"), key.contains(".qs.")].into_iter().filter(|loses| *loses).count();
        let digits = self.digits - lost as f64;
        let close = |got: f64| assert_digits(got, expected, digits, key);
        match key.split('.').collect::<Vec<_>>().as_slice() {
            ["suplm", form, rest @ ..] => self.check_search(form, rest, key, expected),
            ["regimes", at, what] => {
                let found = self.asked("all").covariance(Covariance::Hc1).run().unwrap();
                let own = &found.regimes()[at.parse::<usize>().unwrap() - 1].coefficient;
                close(if *what == "estimate" { own.estimate } else { own.std_error });
            }
            [which, form, date, what] => {
                let found = self.asked(which).covariance(covariance(form)).run().unwrap();
                let at: usize = date.strip_prefix("date").unwrap().parse().unwrap();
                let (_, wald) = found.at_each_date().nth(at - 1).unwrap();
                close(if *what == "F" { wald.f } else { wald.f_p });
            }
            [which, form, what] => {
                let found = self.asked(which).covariance(covariance(form)).run().unwrap();
                let (convention, p) = match what.strip_suffix("_p") {
                    Some(convention) => (convention, true),
                    None => (what.trim_end_matches("_by_regression"), false),
                };
                let got = if p { found.p_value(convention) } else { found.statistic(convention) };
                close(got.unwrap());
            }
            _ => panic!("{key} is not compared"),
        }
    }

    fn check_search(&self, form: &str, rest: &[&str], key: &str, expected: f64) {
        let search = SupF::of(&self.design).statistic(BreakStatistic::Lm).covariance(covariance(form)).run().unwrap();
        let report = |word: &str| &search.reports()[["supF", "aveF", "expF"].iter().position(|f| *f == word).unwrap()];
        match rest {
            ["first_rows_before"] => {
                let (date, _) = search.path()[0];
                assert_eq!(date.last_before, self.design.stamps()[expected as usize - 1], "{key}");
            }
            ["at", at] => {
                let (_, value) = search.statistics().nth(at.parse::<usize>().unwrap() - 1).unwrap();
                assert_digits(value, expected, self.digits, key);
            }
            [of, "stat"] => assert_digits(report(of).statistic().unwrap(), expected, self.digits, key),
            // One approximation, at the trim of the dates tried (n·0.15 is not whole): the third decimal.
            [of, _] => match report(of).p().unwrap() {
                PValue::Below(bound) => assert!(expected < bound + 2e-4, "{key}: {expected}"),
                p => assert!((p.value() - expected).abs() < 3e-3, "{key}: {p} {expected}"),
            },
            _ => panic!("{key} is not compared"),
        }
    }
}

fn check((fixture, case): (Fixture, Case), keys: usize) {
    assert_eq!(fixture.keys().len(), keys);
    for key in fixture.keys() {
        case.check(key, fixture.expected(key));
    }
}

#[test]
fn road_casualties() {
    let regressors = ["ylag1", "ylag12"];
    let some = [Design::INTERCEPT, "ylag12"];
    check(Case::new("breaks_known_seatbelts", "y", &regressors, [46, 152], &some, 8.5), 182);
}

#[test]
fn german_money() {
    check(Case::new("breaks_known_germanm1", "dm", &["dy2", "dR", "dp"], [50, 90], &["dR"], 10.0), 188);
}

#[test]
fn the_real_interest_rate() {
    check(Case::new("breaks_known_realint", "RealInt", &[], [47, 79], &[Design::INTERCEPT], 10.0), 170);
}

/// One date: the very numbers of Chow's test and of Wald's before and after.
#[test]
fn one_date_is_chow_and_pre_post() {
    let (_, case) = Case::new("breaks_known_germanm1", "dm", &["dy2", "dR", "dp"], [50, 90], &["dR"], 10.0);
    for some in [None, Some(["dR", "dp"])] {
        let (mut chow, mut known) = (Chow::of(&case.design), KnownBreaks::of(&case.design).at([case.dates[0]]));
        let mut pre_post = PrePost::of_design(case.design.clone(), case.dates[0]);
        if let Some(terms) = some {
            (chow, known, pre_post) = (chow.changing(terms), known.changing(terms), pre_post.changing(terms));
        }
        let (chow, own) = (chow.at(case.dates[0]).run().unwrap(), known.clone().run().unwrap());
        for report in chow.reports() {
            let same = own.convention(report.convention).unwrap();
            assert_eq!((same.statistic(), same.p()), (report.statistic(), report.p()), "{}", report.convention);
        }
        for form in ["hc0", "hc3", "nw4", "nwauto", "qs"] {
            let own = known.clone().covariance(covariance(form)).run().unwrap();
            let wald = pre_post.clone().covariance(covariance(form)).run().unwrap();
            for (report, convention) in wald.reports().iter().zip(["F", "chi2"]) {
                let same = own.convention(convention).unwrap();
                assert_eq!((same.statistic(), same.p()), (report.statistic(), report.p()), "{form} {convention}");
            }
            let changes = wald.changes().iter().flat_map(|change| [&change.before, &change.after]);
            for coefficient in changes {
                let same = |a: f64, b: f64| (a - b).abs() <= 1e-13 * b.abs();
                assert!(
                    own.regimes().iter().map(|regime| &regime.coefficient).any(|own| own.term == coefficient.term
                        && same(own.estimate, coefficient.estimate)
                        && same(own.std_error, coefficient.std_error)),
                    "{form}: {coefficient:?}"
                );
            }
        }
    }
    assert!(matches!(case.dates[0].first_after, Stamp::Period(_)));
    assert_eq!(case.asked("one").run().unwrap().report().convention, "F");
}
