//! The flows as a system: known answers, what has no number, what the order of shocks does, and what the report says of it.
//! The statistics themselves are held against R and statsmodels in `tests/reference_cases/paper_systems.rs`.

use std::collections::HashSet;

use yalu::replication::Replication;
use yalu::replication::causality::{CausalityEvidence, Form};
use yalu::replication::claims::{Ledger, Verdict};
use yalu::replication::evidence::Evidence;
use yalu::replication::samples::samples;
use yalu::replication::systems::SystemsEvidence;
use yalu::replication::systems::southern_trade::{Flow, Question, SouthernTradeEvidence};
use yalu::var::Divisor;
use yalu::{Error, Outcome};

const X_TO_M: Question = Question::Direct(Flow::Exports, Flow::Imports);
const M_TO_X: Question = Question::Direct(Flow::Imports, Flow::Exports);

fn systems() -> &'static SystemsEvidence {
    SystemsEvidence::bundled().expect("the bundled data are whole")
}

fn near(found: Option<f64>, recorded: f64, decimals: i32, what: &str) {
    let found = found.unwrap_or_else(|| panic!("{what} was not computed"));
    assert!((found - recorded).abs() <= 0.500_001 * 10f64.powi(-decimals), "{what}: {found}, recorded {recorded}");
}

/// Computed with R's lmtest and checked by hand when the figures were gathered.
#[test]
fn toda_yamamoto_given_trade_with_the_south() {
    for (question, f, p, chi2, chi2_p) in
        [(X_TO_M, 1.6787, 0.252, 4.0288, 0.045), (M_TO_X, 0.4764, 0.521, 1.1434, 0.285)]
    {
        let found = systems().southern_trade.find("corrected", Form::TodaYamamoto, 1, question).expect("a test");
        near(found.statistic("F"), f, 4, "F");
        near(found.p_value("F"), p, 3, "p of F");
        near(found.statistic("chi2-ml"), chi2, 4, "χ²");
        near(found.p_value("chi2-ml"), chi2_p, 3, "p of χ²");
        // "About 30 %": within three Monte Carlo standard errors of 0.30, and F near its 5 %.
        let size = |convention| found.size(convention).expect("a simulated size").value();
        assert!((size("chi2-ml") - 0.30).abs() < 0.031, "{}", size("chi2-ml"));
        assert!(size("F") < 0.09, "{}", size("F"));
    }
}

/// The tests of two flows given the third are those of the causality section.
#[test]
fn pairs_are_rows_of_the_causality_section() {
    let causality = CausalityEvidence::bundled().expect("evidence");
    for (form, given) in [
        (Form::LogLevels, Form::LogLevelsWithSouthernTrade),
        (Form::LogChanges, Form::LogChangesWithSouthernTrade),
        (Form::TodaYamamoto, Form::TodaYamamotoWithSouthernTrade),
    ] {
        for sample in ["printed", "corrected"] {
            for lags in [1, 2] {
                let there = causality.find(sample, given, lags).expect("a specification");
                for (question, test) in [(X_TO_M, &there.forward), (M_TO_X, &there.backward)] {
                    let here = systems().southern_trade.find(sample, form, lags, question).expect("a test");
                    for convention in ["F", "chi2-wald", "chi2-ml", "lr"] {
                        assert_eq!(here.p_value(convention), test.p_value(convention), "{sample} {form:?} {lags}");
                    }
                }
            }
        }
    }
}

/// 11 rows less 7 coefficients in changes with two lags, 11 less 10 with a further lag: fewer than five.
#[test]
fn two_lags_of_three_series_leave_too_little() {
    for test in &systems().southern_trade.tests {
        let Outcome::NotApplicable { because } = &test.reports[0].outcome else { continue };
        assert!(because.contains("not identified"), "{because}");
        assert_eq!(test.lags, 2);
        assert!(test.form != Form::LogLevels || matches!(test.question, Question::WithinTheYear(..)), "{test:?}");
    }
    let none = |form| {
        let tests = systems().southern_trade.tests.iter().filter(move |test| test.form == form && test.lags == 2);
        tests.filter(|test| test.p_value("F").is_some()).count()
    };
    assert_eq!((none(Form::LogChanges), none(Form::TodaYamamoto)), (0, 0));
    assert_eq!(none(Form::LogLevels), 2 * 8);
}

/// F of white noise is exact: within three Monte Carlo standard errors of 5 %, whatever the question.
#[test]
fn the_size_of_f_in_white_noise_is_five_percent() {
    let tests = systems().southern_trade.tests.iter().filter(|test| test.form == Form::LogChanges);
    let mut seen = 0;
    for test in tests.filter(|test| test.p_value("F").is_some()) {
        let rate = test.size("F").expect("a simulated size");
        // √(0.05 · 0.95/1000) is 0.7 points.
        assert!((rate.value() - 0.05).abs() < 0.021, "{:?}: {rate}", test.question);
        seen += 1;
    }
    assert_eq!(seen, 2 * 11);
}

/// An independent simulation (numpy: Johansen's eigenproblem and two least-squares fits, 2,000 draws of two directions, seed 7)
/// of models with one relation between independent random walks rejects at 5 %: length, lags of levels, short run, adjustment,
/// both, in percent.
#[test]
fn a_false_relation_is_adjusted_to_in_a_third_of_models() {
    for (sample, lags, rates) in [
        ("corrected", 2, [9.6, 34.6, 26.8]),
        ("long", 2, [6.9, 41.2, 33.4]),
        ("long", 3, [7.0, 41.2, 27.8]),
        ("long-to-2015", 2, [6.2, 41.5, 33.0]),
        ("half-years", 2, [7.7, 37.2, 28.0]),
    ] {
        let found = systems().error_correction.find(sample, lags).expect("a model").false_relation;
        for (rate, recorded) in [found.short_run, found.long_run, found.joint].into_iter().zip(rates) {
            // The two directions of a draw are not independent: as if there were half as many.
            let error = 100.0 * std::f64::consts::SQRT_2 * rate.std_error();
            assert!((100.0 * rate.value() - recorded).abs() < 3.5 * error, "{sample}, {lags}: {rate}, {recorded}");
        }
    }
}

#[test]
fn no_sample_has_a_rank_of_one() {
    let models = &systems().error_correction.models;
    assert_eq!(models.len(), 7);
    assert!(models.iter().all(|one| one.model.johansen().rank_by_trace(0.05) == Some(0)));
    assert!(systems().error_correction.on_rank(0.05).contains("no relation in 7 of 7"));
}

/// Of two series a generalised response is that with the shocked series first, and at once the second answers by r standard
/// deviations of its error.
#[test]
fn the_correlation_decides_what_the_order_decides() -> Result<(), Error> {
    for one in &systems().responses.shocks {
        let sigma = one.model.sigma(Divisor::DegreesOfFreedom);
        for (i, impulse, response) in [(0, "exports", "imports"), (1, "imports", "exports")] {
            let (first, second) = if i == 0 {
                (&one.exports_first.changes, &one.imports_first.changes)
            } else {
                (&one.imports_first.changes, &one.exports_first.changes)
            };
            for (horizon, generalised) in one.generalised.estimates().iter().enumerate() {
                let own = first.response(impulse, response, horizon)?;
                assert!((own - generalised[[1 - i, i]]).abs() < 1e-12, "{}, {horizon}", one.sample);
            }
            assert_eq!(second.response(impulse, response, 0)?, 0.0);
            let answer = one.correlation() * sigma[[1 - i, 1 - i]].sqrt();
            assert!((first.response(impulse, response, 0)? - answer).abs() < 1e-12, "{}", one.sample);
        }
    }
    assert_eq!(systems().responses.too_short.len(), 2);
    Ok(())
}

#[test]
fn what_is_computed_again_is_the_same() -> Result<(), Error> {
    let again = SystemsEvidence::compute(&samples()?)?;
    let tables = |evidence: &SystemsEvidence| -> Result<Vec<yalu::table::Table>, Error> {
        Ok(vec![
            evidence.southern_trade.table(),
            evidence.cycles.table(),
            evidence.error_correction.models_table(0.05),
            evidence.error_correction.table(),
            evidence.responses.errors_table(),
            evidence.responses.table()?,
            evidence.responses.cumulative_table()?,
        ])
    };
    assert!(tables(&again)? == tables(systems())?);
    Ok(())
}

/// Samples without the third series have no row, and none is made up.
#[test]
fn the_third_series_is_asked_of_its_own_samples_alone() -> Result<(), Error> {
    let without: Vec<_> = samples()?.into_iter().filter(|sample| sample.southern_trade.is_none()).collect();
    assert!(SouthernTradeEvidence::compute(&without)?.tests.is_empty());
    Ok(())
}

#[test]
fn the_ledger_cites_what_systems_say() -> Result<(), Error> {
    let ledger = Ledger::compute(&Evidence::bundled()?)?;
    for (id, cites) in [
        ("granger-exports-imports", "given trade with South Korea"),
        ("granger-exports-imports", "in error-correction models"),
        ("granger-imports-exports", "finds imports → exports"),
        ("effects-imports-cut", "errors of exports and imports are correlated"),
        ("effects-elasticity", "exports taken first | imports first"),
        ("conclusion-imports-sensitive", "taken first decides the sign"),
    ] {
        let entry = ledger.get(id)?;
        assert!(entry.ours_in_words().contains(cites), "{id}: {}", entry.ours_in_words());
        assert_eq!(entry.verdict, Verdict::NotTestable, "{id}");
    }
    Ok(())
}

/// A bullet of the systems' sections stands once.
#[test]
fn no_sentence_of_the_new_sections_is_said_twice() -> Result<(), Error> {
    let bundle = Replication::run()?.bundle()?;
    let readme = String::from_utf8_lossy(bundle.get("README.md").expect("a report")).into_owned();
    let section = |from: &str, to: &str| {
        let begin = readme.find(from).expect("the section");
        &readme[begin..begin + readme[begin..].find(to).expect("the next section")]
    };
    let sections = [
        section("### Does trade with South Korea", "### Do exports and imports move together"),
        section("### And if they did", "### Did imports follow exports otherwise"),
    ];
    let mut seen = HashSet::new();
    for sentence in sections.iter().flat_map(|text| text.split(['\n', '.'])).map(str::trim) {
        assert!(sentence.len() < 60 || seen.insert(sentence), "{sentence}");
    }
    Ok(())
}
