//! Every test the replication runs on its samples, from the bundled data to the last digit R and statsmodels agree on.
//!
//! The numbers of a case were computed from its own copy of the data; the tests read the bundled data, so a change in
//! either shows.

use std::collections::BTreeSet;

use yalu::breaks::{BreakDate, Chow, PrePost};
use yalu::causality::{CausalityTest, Granger, TodaYamamoto};
use yalu::regression::{Covariance, Fit, Ols, Restriction};
use yalu::{Design, Frame, HypothesisTest, Period, Series, TestReport, datasets};

use crate::fixture::{Fixture, digits};

/// A sample: its prefix in the case, the two flows, what the tests may be conditioned on, and dates of a break.
struct Flows {
    prefix: &'static str,
    frame: Frame,
    given: Option<&'static str>,
    longest: usize,
    dates: &'static [&'static str],
}

impl Flows {
    fn log(&self, column: &str) -> Series {
        let series = self.frame.series(column).and_then(|series| series.log()).expect("logs");
        series.rename(column)
    }
}

const EXPORTS: &str = "exports";
const IMPORTS: &str = "imports";

/// Two columns of a bundled table under the names of a case, and others as they are.
fn flows(dataset: &str, suffix: &str, others: &[&str]) -> Frame {
    let frame = datasets::get(dataset).and_then(|dataset| dataset.frame()).expect("a table");
    let named = |column: &str, name: &str| {
        let cells = frame.column(&format!("{column}{suffix}")).expect("a column").to_vec();
        (name.to_owned(), cells)
    };
    let pair = [named("nk_exports_to_china", EXPORTS), named("nk_imports_from_china", IMPORTS)];
    let others = others.iter().map(|name| (name.to_string(), frame.column(name).expect("a column").to_vec()));
    let empty = Frame::new(frame.calendar(), frame.rows());
    pair.into_iter()
        .chain(others)
        .try_fold(empty, |frame, (name, cells)| frame.with_column(name, cells))
        .expect("a frame")
}

fn f_and_p(report: &TestReport) -> (f64, f64) {
    (report.statistic().expect("F"), report.p().expect("p").value())
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

fn paper_years(prefix: &'static str, suffix: &str) -> Flows {
    let frame = flows("paper_trade_annual", suffix, &["interkorean_trade"]);
    Flows { prefix, frame, given: Some("interkorean_trade"), longest: 2, dates: &["2010", "2011"] }
}

fn china_reported() -> Flows {
    let frame = flows("china_reported_annual", "", &[]);
    Flows { prefix: "reported", frame, given: None, longest: 4, dates: &["2010", "2011", "2014"] }
}

fn half_years() -> Flows {
    let unbroken = flows("halfyear_trade", "", &[]).window(period("2003H1"), period("2013H2")).expect("half-years");
    Flows { prefix: "half", frame: unbroken, given: None, longest: 4, dates: &["2010H2"] }
}

/// A case and what has been compared with it.
struct Comparison {
    case: Fixture,
    compared: BTreeSet<String>,
    failures: Vec<String>,
}

impl Comparison {
    fn of(name: &str) -> Self {
        Self { case: Fixture::load(&format!("paper_samples/{name}")), compared: BTreeSet::new(), failures: Vec::new() }
    }

    /// Nine digits, or as many as the two programs have in common.
    fn check(&mut self, key: String, got: f64) {
        let expected = self.case.expected(&key);
        let needed = self.case.looser_rtol(&key).map_or(9.0, |rtol| (-rtol.log10() - 0.05).min(9.0));
        let reached = digits(got, expected);
        if reached < needed {
            self.failures
                .push(format!("{key}: {got:e}, expected {expected:e}: {reached:.1} digits, {needed:.1} needed"));
        }
        self.compared.insert(key);
    }

    /// Fails if a number differed, or the case has one of this kind with which nothing was compared.
    #[track_caller]
    fn finish(self, of_this_kind: impl Fn(&str) -> bool) {
        assert!(self.failures.is_empty(), "{} of them\n{}", self.failures.len(), self.failures.join("\n"));
        let left: Vec<&str> =
            self.case.keys().into_iter().filter(|key| of_this_kind(key) && !self.compared.contains(*key)).collect();
        assert!(left.is_empty(), "nothing was compared with {left:?}");
    }

    fn granger(&mut self, flows: &Flows) {
        let logs = [EXPORTS, IMPORTS].map(|column| flows.log(column));
        let changes = logs.each_ref().map(|series| series.diff(1).expect("changes").rename(series.name()));
        for (form, [exports, imports]) in [("levels", &logs), ("dlog", &changes)] {
            let question = Granger::cause(exports).effect(imports).lags(1..=flows.longest);
            for test in question.covariance(Covariance::Hc3).run().expect("tests").tests() {
                let of = |key: &str| {
                    format!("{}.{form}.lag{}.{}->{}.{key}", flows.prefix, test.lags(), test.cause(), test.effect())
                };
                self.check(of("nobs"), test.sample().n as f64);
                self.check(of("ssr_ftest.df_num"), test.lags() as f64);
                self.check(of("ssr_ftest.df_den"), test.df_resid() as f64);
                for (convention, statistic, p) in [
                    ("F", "ssr_ftest.F", "ssr_ftest.p"),
                    ("chi2-wald", "wald_qF_chi2.stat", "wald_qF_chi2.p"),
                    ("chi2-ml", "ssr_chi2test.chi2", "ssr_chi2test.p"),
                    ("lr", "lrtest.chi2", "lrtest.p"),
                    ("F-hc3", "robust_HC3.F", "robust_HC3.p"),
                ] {
                    self.convention(test, convention, of(statistic), of(p));
                }
            }
        }
    }

    fn toda_yamamoto(&mut self, flows: &Flows) {
        let [exports, imports] = [EXPORTS, IMPORTS].map(|column| flows.log(column));
        let third = flows.given.map(|column| flows.log(column));
        for given in std::iter::once(None).chain(third.as_ref().map(Some)) {
            let name = if given.is_some() { "ty_given_interkorean" } else { "ty" };
            let given: Vec<&Series> = given.into_iter().collect();
            // Some of these leave a single degree of freedom: by default the toolkit would not answer.
            let question = TodaYamamoto::cause(&exports).effect(&imports).given(&given).min_df(1);
            for test in question.lags(1..=flows.longest).integration(1).run().expect("tests").tests() {
                let of = |key: &str| {
                    format!("{}.{name}.p{}_d1.{}->{}.{key}", flows.prefix, test.lags(), test.cause(), test.effect())
                };
                self.check(of("df_den"), test.df_resid() as f64);
                for (convention, statistic) in
                    [("F", "F"), ("chi2-wald", "wald_chi2_dfadj"), ("chi2-ml", "wald_chi2_ml"), ("lr", "lr")]
                {
                    self.convention(test, convention, of(statistic), of(&format!("{statistic}_p")));
                }
            }
        }
    }

    fn convention(&mut self, test: &CausalityTest, convention: &str, statistic: String, p: String) {
        self.check(statistic, test.statistic(convention).expect(convention));
        self.check(p, test.p_value(convention).expect(convention));
    }

    /// The change of log imports on log exports at each date: by the formula's own terms, and by the toolkit's front.
    fn before_and_after(&mut self, flows: &Flows) {
        for date in flows.dates {
            let prefix = format!("{}.post{date}", flows.prefix);
            let formula = format!("log(imports) ~ log(exports) * post({date})");
            let fit = Design::from_formula(&flows.frame, &formula).and_then(|design| Ols::fit(&design)).expect("a fit");
            let change = Restriction::zero(fit.design().terms()[2..].to_vec());
            let front = PrePost::of(&flows.frame, "log(imports) ~ log(exports)", period(date)).expect("a regression");
            for (name, covariance) in [
                ("classical", Covariance::Classical),
                ("HC3", Covariance::Hc3),
                ("NW_L1", Covariance::newey_west(1)),
                ("NW_L2", Covariance::newey_west(2)),
            ] {
                let fit = fit.with(covariance).expect(name);
                self.coefficients(&prefix, &fit, name, &["const", "x", "post", "x_post"]);
                let wald = fit.wald(&change).expect(name);
                let report = front.clone().covariance(covariance).run().expect(name).report();
                for (f, p) in [(wald.f, wald.f_p), f_and_p(&report)] {
                    self.check(format!("{prefix}.{name}.change_F"), f);
                    self.check(format!("{prefix}.{name}.change_F_p"), p);
                }
            }
            let pooled = Design::from_formula(&flows.frame, "log(imports) ~ log(exports)").expect("a design");
            let chow = Chow::of(&pooled).at(BreakDate::with_first_after(period(date))).run().expect("a test");
            let (f, p) = f_and_p(&chow.report());
            self.check(format!("{prefix}.chow.F"), f);
            self.check(format!("{prefix}.chow.p"), p);
        }
    }

    fn coefficients(&mut self, prefix: &str, fit: &Fit, covariance: &str, terms: &[&str]) {
        for (term, row) in terms.iter().zip(fit.tidy()) {
            if covariance == "classical" {
                self.check(format!("{prefix}.coef.{term}"), row.estimate);
            }
            self.check(format!("{prefix}.{covariance}.se.{term}"), row.std_error);
            self.check(format!("{prefix}.{covariance}.t.{term}"), row.statistic);
            self.check(format!("{prefix}.{covariance}.p.{term}"), row.p_value);
        }
    }
}

#[test]
fn causality_in_the_papers_years() {
    let mut comparison = Comparison::of("paper_years");
    for flows in [paper_years("printed", ""), paper_years("corrected", "_2009_corrected")] {
        comparison.granger(&flows);
        comparison.toda_yamamoto(&flows);
    }
    comparison.finish(|key| key.contains("->"));
}

#[test]
fn causality_since_1978() {
    let mut comparison = Comparison::of("china_reported");
    comparison.granger(&china_reported());
    comparison.toda_yamamoto(&china_reported());
    comparison.finish(|key| key.contains("->"));
}

#[test]
fn causality_in_half_years() {
    let mut comparison = Comparison::of("half_years");
    comparison.granger(&half_years());
    comparison.toda_yamamoto(&half_years());
    comparison.finish(|key| key.contains("->"));
}

#[test]
fn before_and_after_may_24() {
    for (name, samples) in [
        ("paper_years", vec![paper_years("printed", ""), paper_years("corrected", "_2009_corrected")]),
        ("china_reported", vec![china_reported()]),
        ("half_years", vec![half_years()]),
    ] {
        let mut comparison = Comparison::of(name);
        for flows in &samples {
            comparison.before_and_after(flows);
        }
        comparison.finish(|key| key.contains(".post"));
    }
}

/// Seven years of imports on the revenue of anthracite (of coal in the first and the last of them).
#[test]
fn imports_on_anthracite() {
    let mut comparison = Comparison::of("paper_years");
    let anthracite = datasets::get("anthracite_annual").and_then(|dataset| dataset.frame()).expect("a table");
    let (first, last) = (period("2009"), period("2015"));
    let revenue = anthracite.window(first, last).and_then(|years| years.series("revenue")).expect("no gap");
    for Flows { prefix, frame, .. } in [paper_years("printed", ""), paper_years("corrected", "_2009_corrected")] {
        let frame = frame.window(first, last).and_then(|years| years.with_series(&revenue)).expect("seven years");
        for (form, formula) in [("levels", "imports ~ revenue"), ("logs", "log(imports) ~ log(revenue)")] {
            let fit = Design::from_formula(&frame, formula).and_then(|design| Ols::fit(&design)).expect("a fit");
            let prefix = format!("{prefix}.anthracite_{form}");
            comparison.coefficients(&prefix, &fit, "classical", &["const", "x"]);
            comparison.check(format!("{prefix}.r2"), fit.glance().r2);
            comparison.check(format!("{prefix}.nobs"), fit.nobs() as f64);
        }
    }
    comparison.finish(|key| key.contains(".anthracite_"));
}

/// The numbers above were computed from these copies of the data.
#[test]
fn data_of_the_cases_are_the_bundled_data() {
    let bundled = |dataset: &str| datasets::get(dataset).and_then(|dataset| dataset.frame()).expect("a table");
    let anthracite = bundled("anthracite_annual").column("revenue").expect("revenue").to_vec();
    let years =
        bundled("paper_trade_annual").with_column("anthracite_or_coal_revenue", anthracite).expect("one calendar");
    let half_years = bundled("halfyear_trade").window(period("2003H1"), period("2013H2")).expect("half-years");
    for (name, frame) in
        [("paper_years", years), ("half_years", half_years), ("china_reported", bundled("china_reported_annual"))]
    {
        let periods: Vec<String> = (0..frame.rows()).map(|row| frame.calendar().stamp(row).to_string()).collect();
        for folder in ["paper_samples", "paper_systems"] {
            let case = Fixture::load(&format!("{folder}/{name}"));
            assert_eq!(case.text_column("period"), periods, "{folder}/{name}");
            for column in case.columns().filter(|column| *column != "period") {
                let cells: Vec<Option<f64>> = case.text_column(column).iter().map(|cell| cell.parse().ok()).collect();
                assert_eq!(frame.column(column).expect("a column"), cells, "{folder}/{name}, {column}");
            }
        }
    }
}
