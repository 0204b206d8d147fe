//! Least squares under every covariance, against R's sandwich and lmtest, statsmodels, gretl and mpmath.

use yalu::ndarray::{Array1, Array2};
use yalu::regression::{
    Bandwidth, Covariance, Fit, Hac, Inference, Information, Kernel, NestedComparison, Ols, Restriction,
};
use yalu::{Design, Stamp};

use crate::fixture::{Fixture, assert_digits};

/// The regression on a constant and these columns.
fn load(name: &str, response: &str, regressors: &[&str]) -> (Fixture, Fit) {
    load_terms(name, response, &[&["const"], regressors].concat())
}

fn load_terms(name: &str, response: &str, terms: &[&str]) -> (Fixture, Fit) {
    let case = Fixture::load(name);
    let y = case.column(response);
    let n = y.len();
    let column = |term: &&str| if *term == "const" { vec![1.0; n] } else { case.column(term) };
    let columns: Vec<Vec<f64>> = terms.iter().map(column).collect();
    let x = Array2::from_shape_fn((n, columns.len()), |(i, j)| columns[j][i]);
    let terms = terms.iter().map(|term| term.to_string()).collect();
    let stamps = (1..=n).map(Stamp::Row).collect();
    let design = Design::from_arrays(response, terms, Array1::from_vec(y), x, stamps).expect("a design");
    (case, Ols::fit(&design).expect("a fit"))
}

fn macrodata() -> (Fixture, Fit) {
    load("ols_macrodata", "realcons", &["realdpi", "tbilrate", "infl"])
}

fn longley() -> (Fixture, Fit) {
    let regressors = ["GNP_deflator", "GNP", "Unemployed", "Armed_Forces", "Population", "year"];
    load("ols_longley", "Employed", &regressors)
}

/// The covariance a case's key names, in our terms.
fn covariance(name: &str) -> Covariance {
    match name {
        "nonrobust" => return Covariance::Classical,
        "HC0" => return Covariance::Hc0,
        "HC1" => return Covariance::Hc1,
        "HC2" => return Covariance::Hc2,
        "HC3" => return Covariance::Hc3,
        "HC4" => return Covariance::Hc4,
        _ => {}
    }
    let words: Vec<&str> = name.split('_').collect();
    let mut hac = match words[..2] {
        ["NW", "auto"] => Hac::newey_west_automatic(),
        ["NW", lag] => Hac::newey_west(lag[1..].parse().expect("a lag")),
        ["Andrews", "Bartlett"] => Hac::andrews(Kernel::Bartlett),
        ["Andrews", "Parzen"] => Hac::andrews(Kernel::Parzen),
        ["Andrews", "QuadraticSpectral"] => Hac::andrews(Kernel::QuadraticSpectral),
        _ => panic!("no covariance {name}"),
    };
    hac.prewhiten = words.contains(&"prewhite1");
    hac.adjust = words.contains(&"adj");
    Covariance::Hac(hac)
}

/// What can be asked of a key: the case's own looser tolerance, or these digits.
fn check(case: &Fixture, key: &str, got: f64, usual: f64, failures: &mut Vec<String>) {
    let expected = case.expected(key);
    let mut needed = case.looser_rtol(key).map_or(usual, |rtol| (-rtol.log10() - 0.05).min(usual));
    // On Longley's data R's digits are the limit where R alone (or with statsmodels) speaks: its sandwich forms X'X.
    // `longley_wald_in_sixty_digits` shows which side the digits are missing on.
    if case.looser_rtol("se.nonrobust.const").is_some() && !case.source(key).contains("mpmath") {
        needed = needed.min(usual - 3.0);
    }
    let reached = crate::fixture::digits(got, expected);
    // A p-value that underflows in the reference is at most the smallest double in ours.
    let vanished = expected == 0.0 && got < 1e-307;
    if reached < needed && !vanished {
        failures.push(format!("{key}: {got:e}, expected {expected:e}: {reached:.1} digits, {needed:.1} needed"));
    }
}

fn check_covariances(case: &Fixture, fit: &Fit, usual: f64) {
    let slopes = Restriction::zero(fit.design().terms()[1..].to_vec());
    let mut names: Vec<&str> = case.keys().iter().filter_map(|key| key.strip_prefix("wald_slopes_F.")).collect();
    names.sort_unstable();
    assert!(names.len() >= 14, "{names:?}");
    let mut failures = Vec::new();
    for name in names {
        let fit = fit.with(covariance(name)).expect(name);
        let by_t = fit.tidy();
        let by_normal = fit.clone().with_inference(Inference::Normal).tidy();
        for (t, z) in by_t.iter().zip(&by_normal) {
            check(case, &format!("se.{name}.{}", t.term), t.std_error, usual, &mut failures);
            check(case, &format!("t.{name}.{}", t.term), t.statistic, usual, &mut failures);
            // A p-value of 1e-290 multiplies the statistic's relative error by several hundred.
            check(case, &format!("p_t.{name}.{}", t.term), t.p_value, usual - 2.0, &mut failures);
            check(case, &format!("p_z.{name}.{}", t.term), z.p_value, usual - 2.0, &mut failures);
        }
        let wald = fit.wald(&slopes).expect(name);
        check(case, &format!("wald_slopes_F.{name}"), wald.f, usual, &mut failures);
        check(case, &format!("wald_slopes_F_p.{name}"), wald.f_p, usual - 2.0, &mut failures);
        check(case, &format!("wald_slopes_chi2_p.{name}"), wald.chi2_p, usual - 3.0, &mut failures);
    }
    assert!(failures.is_empty(), "{} of them\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn macrodata_under_every_covariance() {
    let (case, fit) = macrodata();
    check_covariances(&case, &fit, 9.0);
}

#[test]
fn longley_under_every_covariance() {
    // Condition number 5e9: the case's own tolerances say how far its witnesses agree, about 7 digits where looser.
    let (case, fit) = longley();
    check_covariances(&case, &fit, 9.0);
}

#[test]
fn longley_wald_in_sixty_digits() {
    let (case, fit) = longley();
    let slopes = Restriction::zero(fit.design().terms()[1..].to_vec());
    for key in case.keys().into_iter().filter(|key| key.starts_with("exact_wald")) {
        let name = key.split_once('.').expect("a covariance").1;
        let f = fit.with(covariance(name)).and_then(|fit| fit.wald(&slopes)).expect(name).f;
        assert_digits(f, case.expected(key), 10.5, key);
    }
}

#[test]
fn classical_covariance_matrix() {
    let (case, fit) = macrodata();
    let (vcov, terms) = (fit.vcov(), fit.design().terms().to_vec());
    for (i, row) in terms.iter().enumerate() {
        for (j, column) in terms.iter().enumerate() {
            let key = format!("vcov.nonrobust.{row}.{column}");
            assert_digits(vcov[[i, j]], case.expected(&key), 9.0, &key);
        }
    }
}

#[test]
fn summaries() {
    for (case, fit) in [macrodata(), longley()] {
        let summary = fit.glance();
        for (j, row) in fit.tidy().iter().enumerate() {
            assert_digits(row.estimate, case.expected(&format!("coef.{}", row.term)), 9.0, &row.term);
            for (key, got) in [("ci95_lo", row.conf_low), ("ci95_hi", row.conf_high)] {
                let key = format!("{key}.{}", row.term);
                let needed = case.looser_rtol(&key).map_or(9.0, |rtol| -rtol.log10() - 0.05);
                assert_digits(got, case.expected(&key), needed, &format!("{key}, term {j}"));
            }
        }
        for (key, got) in [
            ("nobs", summary.nobs as f64),
            ("df_resid", summary.df_resid as f64),
            ("r2", summary.r2),
            ("r2_adj", summary.r2_adj),
            ("rsd", summary.sigma),
            ("rss", summary.rss),
            ("F", summary.f_statistic.expect("F")),
            ("loglik", summary.log_likelihood),
            ("aic_not_counting_sigma", summary.aic),
            ("bic_not_counting_sigma", summary.bic),
            ("hqc_not_counting_sigma", summary.hq),
        ] {
            assert_digits(got, case.expected(key), 9.0, key);
        }
        assert_digits(summary.f_p_value.expect("p"), case.expected("F_p"), 9.0, "F_p");
        let r = Information { counting_sigma: true }.criteria(summary.log_likelihood, fit.nobs(), fit.nterms());
        assert_digits(r.aic, case.expected("aic_counting_sigma"), 9.0, "AIC as R counts");
        assert_digits(r.bic, case.expected("bic_counting_sigma"), 9.0, "BIC as R counts");
    }
}

/// The HAC covariance a bandwidth's key names: `RULE_kernel_prewhitening`.
fn automatic(key: &str) -> Covariance {
    let words: Vec<String> = key.split('_').map(str::to_lowercase).collect();
    let kernel = match words[1].as_str() {
        "bartlett" => Kernel::Bartlett,
        "parzen" => Kernel::Parzen,
        "quadraticspectral" | "qs" => Kernel::QuadraticSpectral,
        _ => panic!("no kernel in {key}"),
    };
    let rule = if words[0] == "andrews" { Bandwidth::Andrews } else { Bandwidth::NeweyWest1994 };
    Covariance::Hac(Hac { prewhiten: words[2] == "prewhite1", ..Hac::new(kernel, rule) })
}

#[test]
fn automatic_bandwidths() {
    let mut seen = 0;
    let without_constant = load_terms("ols_macrodata", "realcons", &["realdpi", "tbilrate", "infl"]);
    for (prefix, (case, fit)) in [("bw.", macrodata()), ("bw.", longley()), ("noint.bw.", without_constant)] {
        for key in case.keys().into_iter().filter(|key| key.starts_with(prefix)) {
            let width = fit.with(automatic(&key[prefix.len()..])).expect(key).bandwidth().expect(key);
            assert_digits(width, case.expected(key), 9.0, key);
            seen += 1;
        }
    }
    assert_eq!(seen, 15);
}

#[test]
fn kernels_with_given_bandwidths() {
    let (case, fit) = macrodata();
    let qs = |bandwidth| Hac::new(Kernel::QuadraticSpectral, bandwidth);
    for (name, hac) in [
        ("kernHAC_qs_14.5", qs(Bandwidth::Width(14.5))),
        ("kernHAC_qs_NeweyWest1994", qs(Bandwidth::NeweyWest1994)),
        ("kernHAC_bartlett_3.5", Hac::new(Kernel::Bartlett, Bandwidth::Width(3.5))),
        (
            "kernHAC_parzen_7.25_prewhite1_adj",
            Hac::new(Kernel::Parzen, Bandwidth::Width(7.25)).prewhitened().adjusted(),
        ),
    ] {
        for row in fit.with(Covariance::Hac(hac)).expect(name).tidy() {
            assert_digits(row.std_error, case.expected(&format!("se.{name}.{}", row.term)), 9.0, name);
        }
    }
}

#[test]
fn without_a_constant() {
    let (case, fit) = load_terms("ols_macrodata", "realcons", &["realdpi", "tbilrate", "infl"]);
    assert!(!fit.has_constant() && fit.notes().iter().any(|note| note.text().contains("uncentred")));
    let white = fit.with(Covariance::Hc3).expect("HC3").tidy();
    let newey_west = fit.with(Covariance::newey_west(4)).expect("NW").tidy();
    for (i, row) in fit.tidy().iter().enumerate() {
        let term = &row.term;
        assert_digits(row.estimate, case.expected(&format!("noint.coef.{term}")), 11.0, term);
        assert_digits(row.std_error, case.expected(&format!("noint.se.{term}")), 11.0, term);
        assert_digits(white[i].std_error, case.expected(&format!("noint.se.HC3.{term}")), 11.0, term);
        assert_digits(newey_west[i].std_error, case.expected(&format!("noint.se.NW_L4.{term}")), 11.0, term);
    }
    let summary = fit.glance();
    for (key, got) in [
        ("r2", summary.r2),
        ("r2_adj", summary.r2_adj),
        ("F", summary.f_statistic.expect("F")),
        ("loglik", summary.log_likelihood),
        ("rsd", summary.sigma),
    ] {
        assert_digits(got, case.expected(&format!("noint.{key}")), 11.0, key);
    }
}

#[test]
fn nested_models() {
    let (case, large) = macrodata();
    let (_, small) = load("ols_macrodata", "realcons", &["realdpi"]);
    let test = NestedComparison::of_designs(small.design(), large.design()).expect("nested");
    for (key, got) in [
        ("F", test.f),
        ("F_p", test.f_p),
        ("wald_chi2", test.wald_chi2),
        ("wald_chi2_p", test.wald_chi2_p),
        ("lr", test.lr),
        ("lr_p", test.lr_p),
        ("lm", test.lm),
        ("lm_p", test.lm_p),
    ] {
        assert_digits(got, case.expected(&format!("nested.{key}")), 10.0, key);
    }
}
