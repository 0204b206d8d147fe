//! How reports print, one by one and side by side. The numbers are those that lmtest and statsmodels print for
//! eggs and chickens with three lags.

use super::{HypothesisTest, NullDistribution, Outcome, PValue, Setting, TestReport, catalogue, test_table};
use crate::table::Format;
use crate::{Note, Period, Sample, Stamp};

fn report(convention: &'static str, outcome: Outcome) -> TestReport {
    TestReport {
        test: "granger",
        convention,
        null: "eggs do not Granger-cause chickens: their 3 lags have zero coefficients".into(),
        alternative: "at least one of the 3 lags of eggs helps to predict chickens".into(),
        outcome,
        critical_values: Vec::new(),
        sample: Sample { first: Stamp::Period(Period::annual(1933)), last: Stamp::Period(Period::annual(1983)), n: 51 },
        settings: vec![
            Setting::new("lags", "3", "user"),
            Setting::new("covariance", "classical", "default"),
            Setting::new("deterministic terms", "constant", "default"),
        ],
        notes: vec![Note::new("Both equations are estimated on the 51 rows that 3 lags leave.")],
    }
}

fn reports() -> Vec<TestReport> {
    let f = NullDistribution::F(3.0, 44.0);
    let chi2 = NullDistribution::ChiSquared(3.0);
    vec![
        report(
            "F",
            Outcome::Computed {
                symbol: "F",
                statistic: F,
                distribution: f,
                p: PValue::Exact(0.002_966_397_445_576_243),
            },
        ),
        report(
            "chi2-wald",
            Outcome::Computed {
                symbol: "χ²",
                statistic: 3.0 * F,
                distribution: chi2,
                p: PValue::Exact(0.001_024_524_219_219_143_5),
            },
        ),
    ]
}

/// F of `lmtest::grangertest(chicken ~ egg, order = 3)`.
const F: f64 = 5.404_984_372_335_081;

fn not_identified() -> TestReport {
    TestReport {
        null: "chickens do not Granger-cause eggs: their 3 lags have zero coefficients".into(),
        ..report(
            "F",
            Outcome::NotApplicable { because: "not identified: 3 residual degrees of freedom, 5 needed".into() },
        )
    }
}

fn from_a_table() -> TestReport {
    report(
        "F",
        Outcome::Computed {
            symbol: "F",
            statistic: 9.9,
            distribution: NullDistribution::F(3.0, 44.0),
            p: PValue::Below(0.01),
        },
    )
}

#[test]
fn a_report_prints_itself() {
    let texts: Vec<String> = [&reports()[0], &not_identified()].map(TestReport::to_string).into();
    insta::assert_snapshot!(texts.join("\n\n"));
}

#[test]
fn reports_stand_side_by_side() {
    let mut all = reports();
    all.push(not_identified());
    insta::assert_snapshot!("side_by_side_text", test_table(&all).render(Format::Text));
    insta::assert_snapshot!("side_by_side_csv", test_table(&all).render(Format::Csv));
}

#[test]
fn a_report_is_the_documented_json_object() -> Result<(), serde_json::Error> {
    insta::assert_snapshot!(serde_json::to_string_pretty(&[from_a_table(), not_identified()])?);
    Ok(())
}

#[test]
fn the_reader_asks_for_a_verdict() {
    assert_eq!(reports()[0].rejects(0.01), Some(true));
    assert_eq!(reports()[0].rejects(0.001), Some(false));
    assert_eq!(from_a_table().rejects(0.001), None);
    assert_eq!(not_identified().rejects(0.05), None);
}

#[test]
fn the_catalogue_prints_an_entry() -> Result<(), crate::Error> {
    insta::assert_snapshot!(catalogue::get("chow")?.to_string());
    insta::assert_snapshot!("catalogue", catalogue::table().to_string());
    Ok(())
}

/// Anything that can report can be asked through the trait.
#[test]
fn a_test_is_asked_through_the_trait() {
    struct Done(TestReport);
    impl HypothesisTest for Done {
        fn report(&self) -> TestReport {
            self.0.clone()
        }
    }
    assert_eq!(Done(from_a_table()).report(), from_a_table());
}
